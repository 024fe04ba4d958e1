import { describe, expect, it } from "vitest";
import type { SubmittedCell } from "../../../src/grade/intake/notebook-file.js";
import { onlyChecks, placeOf, type Place } from "../../../src/grade/intake/place.js";

const asked = { id: "7.2", check: 'check("7.2", current);', expression: "current" };
const handedOut = new Set(["const mine = 1;", "const current = NaN;", asked.check, "const a = current;"]);
type Given = string | readonly [string, string];
const cells = (...given: readonly Given[]): SubmittedCell[] =>
  given.map((one, i) =>
    typeof one === "string"
      ? { number: i + 1, text: one, gradeId: undefined }
      : { number: i + 1, text: one[1], gradeId: one[0] },
  );
const place = (...given: readonly Given[]): Place => placeOf(cells(...given), asked, handedOut);
const [exercise, check]: [Given, Given] = [
  ["exercise-7-2", "const current = 3;"],
  ["check-7-2", asked.check],
];
const below = "the answer stands below its check; judged there";

describe("an exercise is judged", () => {
  it("at its check cell", () => {
    expect(place("const mine = 1;", exercise, check, "const a = current;")).toEqual({
      after: 2,
      changed: false,
      note: "",
    });
  });
  it("at the check that is as it was, where there are several, or at one without its name", () => {
    expect(place(exercise, check, ["check-7-2", "1;"])).toEqual({ after: 1, changed: true, note: "" });
    expect(place(exercise, asked.check, "1;")).toEqual({ after: 1, changed: false, note: "" });
  });
  it("at its own cell, where that was moved below the check", () => {
    expect(place(check, "1;", exercise, "2;")).toEqual({ after: 2, changed: false, note: below });
  });
  it("at a new cell below the check into which the answer was written", () => {
    const stub: Given = ["exercise-7-2", "const current = NaN;"];
    expect(place(stub, check, "1;", "const current = 3;", "2;").after).toBe(3);
    expect(place(stub, check, "function current() {}").after).toBe(2);
    expect(place(stub, check, "const [x, { y: current }] = z;").after).toBe(2);
    expect(place(stub, check, "current = 3;").after).toBe(2);
    expect(place(stub, check, "const a = current;").after).toBe(1); // was handed out
    expect(place(stub, check, ["exercise-7-3", "const current = 3;"]).after).toBe(1); // is another's
  });
  it("in the cell into which exercise and check were merged", () => {
    const merged = `const current = 3;\n${asked.check}`;
    expect(place("1;", ["exercise-7-2", merged], "2;")).toEqual({ after: 1, changed: false, note: "" });
    expect(place("1;", ["check-7-2", merged], "2;")).toEqual({ after: 1, changed: false, note: "" });
    expect(onlyChecks(cells(["check-7-2", merged])[0], [asked])).toBe(false);
  });
  it("at the end where there is no check cell any more", () => {
    expect(place(exercise, "1;")).toEqual({
      after: 1,
      changed: false,
      note: expect.stringContaining("check cell is missing"),
    });
    expect(place().after).toBe(-1);
  });
  it("with the master's check, whatever the check cell became", () => {
    const forged: Given = ["check-7-2", 'check("7.2", 12);'];
    expect(place(exercise, forged)).toEqual({ after: 1, changed: true, note: "" });
    expect(onlyChecks(cells(forged)[0], [asked])).toBe(true);
    expect(onlyChecks(cells(asked.check)[0], [asked])).toBe(true);
    expect(onlyChecks(cells("const x = 1;")[0], [asked])).toBe(false);
  });
});
