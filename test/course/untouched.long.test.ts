/** The notebooks as they are given out; `notebooks.test.ts` has two of them. */
import { describe, expect, it } from "vitest";
import { present } from "../../src/checks/present.js";
import { gradedAs, isMissingThroughout, names } from "./graded.js";

describe("graded as they are given out", () => {
  const { student: graded } = gradedAs({ student: names });

  it.each(names)("%s is missing in every exercise", (name) => {
    isMissingThroughout(present(graded.get(name), name));
  });
  it("are graded one by one", () => {
    expect([...graded.keys()].sort()).toEqual([...names].sort());
  });
});
