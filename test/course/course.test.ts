import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCourse, type Course, type CourseSettings } from "../../src/course/create-course.js";
import { exercise } from "../../src/course/exercise.js";
import { between, tuple } from "../../src/course/answers/domain.js";
import { each, functionAnswer } from "../../src/course/answers/function-answer.js";
import { numberAnswer } from "../../src/course/answers/number-answer.js";
import { progressIn } from "../../src/course/progress.js";
import { choose, estimate, sketch } from "../../src/course/predictions/prediction.js";
import { identity } from "../../src/course/student.js";
import { fileStore, mastersIn } from "../../src/host/node.js";
import type { MimeBundle } from "../../src/host/host.js";

const catalogue = {
  "07-cells": [
    exercise({
      id: "7.1",
      title: "Potassium <b>",
      points: 1,
      hints: ["First `V`.", "Second.", "Third."],
      because: "Four gates & more.",
      variant: (draw) => ({ n: draw.between(2, 9, 1) }),
      answer: ({ n }) =>
        numberAnswer({
          unit: "mV",
          tolerance: 0.1,
          right: 100 * n,
          misconceptions: [
            { name: "one", wrong: n, feedback: "Is `n` alone < enough?" },
            { name: "two", wrong: 2 * n + 0.5, feedback: "No." },
          ],
        }),
    }),
    exercise({
      id: "7.2",
      title: "Square",
      points: 2,
      hints: ["a", "b"],
      answer: () =>
        functionAnswer({
          of: "x",
          gives: "1",
          at: each([2, 3]),
          domain: tuple(between(0, 9)),
          tolerance: 0,
          right: (x: number) => x * x,
          parts: [{ name: "small numbers", points: 1, where: ([x]) => x < 3 }],
          misconceptions: [
            { name: "double", wrong: (x) => 2 * x + 1, feedback: "" },
            { name: "cube", wrong: (x) => x ** 3, feedback: "" },
          ],
        }),
    }),
  ],
};

const predictions = [choose("7.1", ["none", "one", "many"], "one"), estimate("7.2", "Hz", 50)];

const master = `// %%
import { check } from "nullcline";

// %% [exercise 7.2]
// BEGIN SOLUTION
const square = (x: number): number => x * x;
// STUB
// const square = (x: number): number => NaN;
// END SOLUTION

// %% [check 7.2]
check("7.2", square);

// %% [solution 7.2]
// A square is $x^2$.
`;

let folder: string;
let shown: MimeBundle[];
const course = (settings: Partial<CourseSettings> = {}): Course =>
  createCourse({
    catalogue,
    predictions,
    who: identity({}),
    progress: progressIn(fileStore(folder, ".nullcline-progress")),
    masters: mastersIn(join(folder, "source")),
    show: (bundle) => {
      shown.push(bundle);
    },
    strict: false,
    ...settings,
  });
const said = (): string => shown[shown.length - 1]["text/plain"];
const html = (): string => String(shown[shown.length - 1]["text/html"]);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "course-"));
  shown = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("check", () => {
  it("says right with what it means", () => {
    const { check, variant } = course();
    check("7.1", 100 * variant("7.1")["n"]);
    expect(said()).toBe("✓ 7.1 Right: Potassium <b>, 1 point\n  Four gates & more.");
  });
  it("says what is expected in kind, never the number, to an answer that is wrong or not there", () => {
    const { check, variant } = course();
    check("7.1", 1.5);
    expect(said()).toBe(
      "△ 7.1 Not yet\n  An answer of the right kind, but not the right one, and none of the usual slips.\n" +
        '  Expected: a number in mV.\n  `hint("7.1")` helps.',
    );
    check("7.1", undefined);
    expect(said()).toMatch(/^› 7\.1 Not answered yet\n {2}Expected: a number in mV\./);
    check("7.1", variant("7.1")["n"]);
    expect(said()).toBe("△ 7.1 Not yet\n  Is `n` alone < enough?");
    expect(shown.map((bundle) => bundle["text/plain"]).join()).not.toContain(String(100 * variant("7.1")["n"]));
  });
  it("writes units as they are printed", () => {
    const unit = [
      exercise({
        id: "7.1",
        title: "",
        points: 1,
        hints: ["a", "b"],
        answer: () => numberAnswer({ unit: "uA/cm^2", tolerance: 0, right: 5, misconceptions: [] }),
      }),
    ];
    const { check } = course({ catalogue: { "07-cells": unit } });
    check("7.1", 1);
    expect(said()).toContain("Expected: a number in µA/cm².");
    check("7.1", 5000);
    expect(said()).toContain("the answer is wanted in µA/cm².");
  });
  it("shows the student's own error", () => {
    course().check("7.2", () => {
      throw new RangeError("oops");
    });
    expect(said()).toMatch(
      /^△ 7\.2 Your code stopped with an error\n {2}Your function threw at \(2\): RangeError: oops/,
    );
  });
  it("has a verdict on a list that holds itself, and on a record that throws when it is read", () => {
    const { check } = course();
    const round: unknown[] = [];
    round.push(round);
    check("7.1", round);
    expect(said()).toMatch(/^△ 7\.1 Not yet\n {2}You gave a list of 1\./);
    check("7.1", {
      get n() {
        throw new TypeError("not now");
      },
    });
    expect(said()).toMatch(/7\.1 Your code failed|not now/);
  });
  it("writes HTML that says in words what its colour says, and that no text can break", () => {
    const { check, variant } = course();
    check("7.1", variant("7.1")["n"]);
    expect(html()).toMatch(/role="status"/);
    expect(html()).toContain('<span aria-hidden="true"');
    expect(html()).toContain("7.1 Not yet");
    expect(html()).toContain("Is <code>n</code> alone &lt; enough?");
    check("7.1", 100 * variant("7.1")["n"]);
    expect(html()).toContain("Right: Potassium &lt;b&gt;");
  });
  it("throws only for an exercise that does not exist, and names those there are", () => {
    expect(() => course().check("7.9", 1)).toThrow('there is no exercise "7.9"; there are 7.1, 7.2');
    expect(() => course().check("7.1", 1)).not.toThrow();
  });
  it("throws for what has no points while nbgrader looks on, which sees nothing else, and gives those of parts", () => {
    const { check } = course({ strict: true });
    expect(() => {
      check("7.2", (x: number) => x);
    }).toThrow(/7\.2: 7\.2 Not yet/);
    expect(() => {
      check("7.2", undefined);
    }).toThrow(/Not answered yet/);
    expect(check("7.2", (x: number) => x * x)).toBeUndefined();
    expect(check("7.2", (x: number) => (x < 3 ? x * x : 1))).toBe(1);
    expect(course().check("7.2", (x: number) => (x < 3 ? x * x : 1))).toBeUndefined();
  });
  it("says in its answer when progress could not be read", () => {
    writeFileSync(join(folder, ".nullcline-progress.json"), "{");
    course().check("7.2", (x: number) => x * x);
    expect(said()).toMatch(/✓[\s\S]*Note: \.nullcline-progress\.json could not be read/);
  });
});

describe("hint", () => {
  it("folds each hint into the one before, and uses none up when it is run again", () => {
    const { hint } = course();
    hint("7.1");
    const first = html();
    hint("7.1");
    expect(html()).toBe(first);
    expect(first.match(/<summary[^>]*>Hint \d of 3<\/summary>/g)).toHaveLength(3);
    expect(first).toMatch(/<code>V<\/code>.*Second\..*Third\..*<\/details><\/details><\/details>/);
    expect(first).not.toContain("<details open");
  });
  it("shows where nothing folds the first, or as many as are asked for", () => {
    const { hint } = course();
    hint("7.1");
    expect(said()).toBe("› 7.1 Hints\n  Hint 1 of 3: First `V`.");
    hint("7.1", 2);
    expect(said()).toBe("› 7.1 Hints\n  Hint 1 of 3: First `V`.\n  Hint 2 of 3: Second.");
    expect(html().match(/<details open/g)).toHaveLength(2);
    expect(() => hint("7.1", 4)).toThrow('hint("7.1", 4): open is how many hints to show, from 0 to 3');
  });
});

describe("solution", () => {
  const withMaster = (): Course => {
    const source = mkdtempSync(join(folder, "source"));
    writeFileSync(join(source, "07-cells.ts"), master);
    return course({ masters: mastersIn(source) });
  };
  it("opens after a right answer", () => {
    const { check, solution } = withMaster();
    solution("7.2");
    expect(said()).toMatch(/not yet\n {2}It opens after a right answer or 3 more different tries/);
    check("7.2", (x: number) => x * x);
    solution("7.2");
    expect(said()).toContain("const square = (x: number): number => x * x;");
    expect(said()).toContain("A square is $x^2$.");
    expect(said()).not.toContain("NaN");
    expect(shown[shown.length - 1]["text/markdown"]).toContain("```typescript\nconst square");
  });
  it("opens after three different tries, of which the same again and an empty answer are none", () => {
    const { check, solution } = withMaster();
    const tries = [(x: number) => x, (x: number) => x + 1, (x: number) => x + 2] as const;
    for (const answer of [tries[0], tries[0], tries[0], undefined, tries[1]]) check("7.2", answer);
    solution("7.2");
    expect(said()).toMatch(/1 more try/);
    check("7.2", tries[2]);
    solution("7.2");
    expect(said()).toContain("x * x");
  });
  it("is not part of a copy without masters", () => {
    const { check, solution } = course();
    check("7.2", (x: number) => x * x);
    solution("7.2");
    expect(said()).toMatch(/not part of this copy/);
  });
});

describe("progress", () => {
  it("shows what is done and what is open, with points, for the student at work", () => {
    const { check, student, progress } = course();
    student("ab123");
    check("7.2", (x: number) => x * x);
    check("7.1", 3);
    progress();
    expect(said()).toBe(
      "Progress of ab123: 2 of 3 points\n07-cells: 2 of 3, 0 of 2 predictions\n  △ begun  7.1    Potassium <b> (1)\n  ✓ done   7.2    Square (2)",
    );
    expect(html()).toContain('<th scope="col">Exercise</th>');
    expect(html()).toContain("7.1 Potassium &lt;b&gt;");
    student("cd456");
    progress("7");
    expect(said()).toMatch(/^Progress of cd456: 0 of 3 points/);
    expect(() => {
      progress("8");
    }).toThrow(/there is no notebook "8"; there are 07-cells/);
  });
  it("stays done when a right answer is made wrong again", () => {
    const { check, progress } = course();
    check("7.2", (x: number) => x * x);
    check("7.2", (x: number) => x);
    progress();
    expect(said()).toContain("✓ done   7.2");
  });
});

describe("predict", () => {
  it("asks before it shows, and shows what was asked for once something is said", () => {
    const { predict } = course();
    const revealed: unknown[] = [];
    const reveal = (mine: unknown): void => void revealed.push(mine);
    predict("7.1", "", reveal);
    expect(said()).toMatch(
      /^› Prediction 7\.1: what do you expect\?\n {2}Write one of "none", "one", "many" between the quotation marks/,
    );
    predict("7.1", "two", reveal);
    expect(said()).toContain('You gave "two".');
    predict("7.2", NaN, reveal);
    predict("7.2", "fast", reveal);
    expect(said()).toContain("a number in Hz in place of NaN");
    expect(revealed).toEqual([]);
    predict("7.1", " Many ", reveal);
    expect(revealed).toEqual([" Many "]);
    expect(said()).toMatch(/You said: {2}Many \. In fact: one\.\n {2}Not as you said/);
    predict("7.2", 60, reveal);
    expect(said()).toMatch(/You said: 60\. In fact: 50 Hz\.\n {2}As you said/);
  });
  it.each([
    [50, 75, true],
    [50, 33, false],
    [50, 76, false],
    [50, -50, false],
    [50, -41, false],
    [50, 0, false],
    [-65, -65, true],
    [-65, 65, false],
    [-65, -20, false],
  ])("holds of a run that gives %d and of %d said before: as you said is %s", (does, mine, agrees) => {
    const { predict } = course({ predictions: [estimate("7.2", "mV", does)] });
    predict("7.2", mine, () => {});
    expect(said()).toContain(agrees ? "As you said." : "Not as you said");
  });
  it("takes a minus and an apostrophe that were copied from a text for those of the keyboard", () => {
    const { predict } = course({ predictions: [choose("7.1", ["from -80 mV", "it can't"], "from -80 mV")] });
    predict("7.1", "from −80 mV", () => {});
    expect(said()).toMatch(/As you said/);
    predict("7.1", "it can’t", () => {});
    expect(said()).toMatch(/In fact: from -80 mV\.\n {2}Not as you said/);
  });
  it("is counted by progress, right or not, in the next session too", () => {
    course().predict("7.1", "many", () => {});
    course().progress();
    expect(said()).toContain("07-cells: 0 of 3, 1 of 2 predictions");
    expect(html()).toContain("0 of 3 points, 1 of 2 predictions");
  });
  it("draws a sketch beside the run, and lets the eye compare", () => {
    const drawn = sketch("7.3", "the curve", "a square root", [
      [0, 0],
      [1, 1],
    ]);
    const { predict } = course({ predictions: [drawn] });
    let points: readonly (readonly number[])[] = [];
    predict<readonly (readonly number[])[]>("7.3", [[0, 1]], () => {});
    expect(said()).toContain("a few points of the curve");
    predict<readonly (readonly number[])[]>(
      "7.3",
      [
        [0, 0],
        [2, 3],
      ],
      (mine) => void (points = mine),
    );
    expect(points).toEqual([
      [0, 0],
      [2, 3],
    ]);
    expect(said()).toContain("Compare the two.");
  });
  it("knows no other prediction, and names those there are", () => {
    expect(() => course().predict("7.9", "", () => {})).toThrow('there is no prediction "7.9"; there are 7.1, 7.2');
  });
});

describe("variant", () => {
  it("is the student's, and there is none where all have the same exercise", () => {
    const { student, variant } = course();
    const numbers = ["a", "b", "c", "d", "e", "f", "g", "h"].map((id) => {
      student(id);
      return variant("7.1")["n"];
    });
    expect(new Set(numbers).size).toBeGreaterThan(2);
    expect(() => variant("7.2")).toThrow(/same for everybody/);
  });
});
