import { describe, expect, it } from "vitest";
import { statuses } from "../../src/grade/wire/messages.js";
import { markedAsExpected } from "./marked-as-expected.js";

/** One of each kind; `hostile.long.test.ts` has them all. */
const representative = [
  ...["solved", "untouched", "errors", "misunderstood", "loops", "takes all memory", "reaches out", "cheats"],
  ...["changes the language", "edits the check cells", "tells what it is asked", "is no notebook"],
];

describe("graded in one run with honest work", () => {
  const { submissions, of } = markedAsExpected(representative);

  it("names the cells that did not run, counted among all cells", () => {
    expect(of("solved").broken).toEqual([]);
    expect(of("errors").broken.map(({ cell }) => cell)).toEqual([4, 7, 9]);
  });

  it("says of what is thrown in a hidden check nothing at all", () => {
    expect(JSON.stringify(of("tells what it is asked"))).not.toMatch(/asked -?\d/);
  });

  it("tells a mix-up from a property that an answer lacks", () => {
    const foreseen = of("misunderstood").exercises.map(({ id, misconception, lacks }) => [id, misconception, lacks]);
    expect(foreseen).toContainEqual(["90.1", "sum", undefined]);
    expect(foreseen).toContainEqual(["90.4", undefined, "rests at -80 mV"]);
  });

  it("comes to every status but that of a failure of the grader", () => {
    const seen = new Set(submissions().flatMap(({ exercises }) => exercises.map(({ status }) => status)));
    expect([...seen, "ungraded"].sort()).toEqual([...statuses].sort());
  });
});
