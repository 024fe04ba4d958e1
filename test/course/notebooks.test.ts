import { beforeAll, describe, expect, it } from "vitest";
import { present } from "../../src/checks/present.js";
import { drift, notebookTexts } from "../../src/course/masters/build.js";
import { catalogue } from "../../src/course/catalogue.js";
import { predictions } from "../../src/course/predictions/predictions.js";
import { gradedAs, isMissingThroughout, masters, names } from "./graded.js";

describe("the notebooks", () => {
  it("are what their masters say", () => {
    expect(drift(notebookTexts(masters, "student", catalogue, predictions), "notebooks")).toEqual([]);
  });
  it("have a master wherever there are exercises", () => {
    expect(Object.keys(catalogue).filter((name) => !names.includes(name))).toEqual([]);
  });
});

/** Those that are also graded as they are given out; `untouched.long.test.ts` has all of them. */
const two = ["00-start-here", "08-hodgkin-huxley"];

describe("graded", () => {
  let graded: ReturnType<typeof gradedAs>;
  beforeAll(() => {
    graded = gradedAs({ solved: names, student: two });
  });

  it.each(names)("with its solutions, %s scores full marks within the grader's limits", (name) => {
    const { broken, exercises, score, max } = present(graded.solved.get(name), name);
    expect(broken.map(({ cell, message }) => `cell ${cell}: ${message}`)).toEqual([]);
    expect(
      exercises
        .filter(({ status }) => status !== "passed")
        .map(({ id, status, message }) => `${id} ${status}: ${message}`),
    ).toEqual([]);
    expect(score).toBe(max);
  });

  it.each(two)("as it is given out, %s is missing in every exercise", (name) => {
    isMissingThroughout(present(graded.student.get(name), name));
  });
});
