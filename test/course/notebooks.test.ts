import { beforeAll, describe, expect, it } from "vitest";
import { present } from "../../src/checks/present.js";
import { drift, notebookTexts } from "../../src/course/masters/build.js";
import { catalogue } from "../../src/course/catalogue.js";
import { predictions } from "../../src/course/predictions/predictions.js";
import type { Graded } from "../../src/grade/report/results.js";
import { gradedAs, isMissingThroughout, masters, names } from "./graded.js";

describe("the notebooks", () => {
  it("are what their masters say", () => {
    expect(drift(notebookTexts(masters, "student", catalogue, predictions), "notebooks")).toEqual([]);
  });
  it("have a master wherever there are exercises", () => {
    expect(Object.keys(catalogue).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("graded with their solutions", () => {
  let graded: ReadonlyMap<string, Graded>;
  beforeAll(() => {
    graded = gradedAs("solved");
  });

  it.each(names)("%s scores full marks within the grader's limits", (name) => {
    const { broken, exercises, score, max } = present(graded.get(name), name);
    expect(broken.map(({ cell, message }) => `cell ${cell}: ${message}`)).toEqual([]);
    expect(
      exercises
        .filter(({ status }) => status !== "passed")
        .map(({ id, status, message }) => `${id} ${status}: ${message}`),
    ).toEqual([]);
    expect(score).toBe(max);
  });
});

describe("graded as they are given out", () => {
  // All of them: `untouched.long.test.ts`.
  const two = ["00-start-here", "07-hodgkin-huxley"];
  let graded: ReadonlyMap<string, Graded>;
  beforeAll(() => {
    graded = gradedAs("student", two);
  });

  it.each(two)("%s is missing in every exercise", (name) => {
    isMissingThroughout(present(graded.get(name), name));
  });
});
