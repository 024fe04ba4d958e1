import { describe, expect, it } from "vitest";
import { selectionAnswer } from "../../src/course/answers/selection-answer.js";
import { between, listOf, tuple } from "../../src/course/answers/domain.js";
import { exercise } from "../../src/course/exercise.js";
import { freeAnswer, isModel, isRecordWith } from "../../src/course/answers/free-answer.js";
import { each, functionAnswer, grid } from "../../src/course/answers/function-answer.js";
import { listAnswer, recordAnswer } from "../../src/course/answers/list-answer.js";
import { numberAnswer } from "../../src/course/answers/number-answer.js";
import { writtenAnswer } from "../../src/course/answers/written-answer.js";
import { agree, percent } from "../../src/course/answers/tolerance.js";
import type { Answer, Verdict } from "../../src/course/answers/verdict.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";

/** As a student meets it: through an exercise, with what is said left out where the kind says it all. */
const judge = (answer: Answer, given: unknown): string => {
  const verdict: Verdict = exercise({
    id: "1.1",
    title: "T",
    points: 1,
    answer: () => answer,
    hints: ["a", "b"],
  }).judge(given, "x");
  return verdict.kind === "misconception"
    ? verdict.name
    : verdict.kind === "wrong" || verdict.kind === "error"
      ? `${verdict.kind}: ${verdict.feedback}`
      : verdict.kind;
};

describe("a number", () => {
  const rate = numberAnswer({
    unit: "Hz",
    tolerance: 0.5,
    right: 68,
    misconceptions: [
      { name: "interval", wrong: 14.7, feedback: "" },
      { name: "half", wrong: 34, feedback: "" },
      { name: "close by", wrong: 34.4, feedback: "" },
    ],
  });

  it("is right up to the tolerance and not beyond", () => {
    expect(judge(rate, 68.5)).toBe("right");
    expect(judge(rate, 68.51)).toBe("wrong: ");
    expect(judge(numberAnswer({ unit: "", tolerance: percent(1), right: -200, misconceptions: [] }), -201.9)).toBe(
      "right",
    );
    expect(judge(numberAnswer({ unit: "", tolerance: percent(1), right: -200, misconceptions: [] }), -202.1)).toBe(
      "wrong: ",
    );
  });
  it("is compared with the nearest misconception within tolerance", () => {
    expect(judge(rate, 15)).toBe("interval");
    expect(judge(rate, 34.15)).toBe("half");
    expect(judge(rate, 34.25)).toBe("close by");
  });
  it("shows a wrong sign and a wrong power of ten for what they are", () => {
    expect(judge(rate, -68)).toMatch(/sign/);
    expect(judge(rate, 0.068)).toMatch(/wanted in Hz/);
    expect(judge(rate, 68000)).toMatch(/power of ten/);
    expect(judge(rate, 0.0068)).toMatch(/power of ten/); // cm for µm
  });
  it("is told apart from a mistake when its digits are right, but too few: two at least, alone, in a list or a record", () => {
    const share = numberAnswer({ unit: "", tolerance: 0.002, right: 0.0522, misconceptions: [] });
    const size = numberAnswer({ unit: "MOhm", tolerance: percent(0.1), right: -136.4, misconceptions: [] });
    expect([0.05, 0.1, 0.06].map((x) => judge(share, x))).toEqual([
      expect.stringMatching(/one more/),
      "wrong: ",
      "wrong: ",
    ]);
    expect([-136, -137, 136].map((x) => judge(size, x))).toEqual([
      expect.stringMatching(/one more/),
      "wrong: ",
      expect.not.stringMatching(/one more/),
    ]);
    const zeros = listAnswer({
      of: "zeros",
      unit: "mV",
      right: [-52.51, -40.29],
      tolerance: 0.005,
      misconceptions: [],
    });
    expect(judge(zeros, [-52.5, -40.29])).toMatch(/one more/);
    expect(judge(zeros, [-52.5, -40.2])).toBe("wrong: ");
    const pair = recordAnswer({
      units: { gL: "mS/cm^2", EL: "mV" },
      right: { gL: 0.3142, EL: -54.387 },
      tolerance: 1e-4,
      points: { gL: 0.5, EL: 0.5 },
      misconceptions: [],
    });
    expect(judge(pair, { gL: 0.31, EL: -54.4 })).toMatch(/one more/);
    expect(judge(pair, { gL: 0.32, EL: -54.4 })).toBe("wrong: ");
    expect(judge(pair, { gl: 0.3142, EL: -54.387 })).toMatch(/has gl; it wants gL/);
  });
  it("is told no slip of the unit where so much is allowed that any round number might be one", () => {
    const near = numberAnswer({ unit: "mV", tolerance: 1.5, right: -3, misconceptions: [] });
    expect(judge(near, -30)).toBe("wrong: ");
    expect(judge(numberAnswer({ unit: "mV", tolerance: 0.2, right: -3, misconceptions: [] }), -30)).toMatch(
      /power of ten/,
    );
  });
  it("is not answered yet when it is NaN, undefined or null, and is no other kind of thing", () => {
    for (const blank of [NaN, undefined, null]) expect(judge(rate, blank)).toBe("unanswered");
    expect(judge(rate, Infinity)).toMatch(/not finite/);
    expect(judge(rate, "68")).toMatch(/You gave a text\. Leave out the quotation marks/);
    expect(judge(rate, "fast")).toMatch(/You gave a text\.$/);
    expect(judge(rate, () => 68)).toMatch(/You gave a function/);
    expect(judge(rate, [68])).toMatch(/You gave a list of 1/);
    expect(judge(rate, Promise.resolve(68))).toMatch(/await/);
  });
});

describe("an explanation", () => {
  const why = writtenAnswer({
    of: "why it bursts",
    least: 8,
    mentions: [{ name: "names the current", words: "M-current|side by side", feedback: "Which one?" }],
    right: "The M-current opens with each spike. It shuts at rest.",
  });
  it("speaks of what it must by any of the words, in capitals or not, and by several in a row", () => {
    expect(judge(why, "Spikes open the M-current, all of them. Then it shuts.")).toBe("right");
    expect(judge(why, "An m-current opens with each of them. Then it shuts.")).toBe("right");
    expect(judge(why, "Rest and spiking lie side by side. One of them wins.")).toBe("right");
    expect(judge(why, "Rest and spiking lie side to side. One of them wins.")).toBe("names the current");
    expect(judge(why, "The current of M opens with spikes. Then it shuts again.")).toBe("names the current");
  });
});

describe("a function", () => {
  const current = functionAnswer({
    of: "V in mV",
    gives: "uA/cm^2",
    at: [...each([-77, -40]), ...grid(0, 20, 3)],
    domain: tuple(between(-100, 50)),
    tolerance: percent(0.1),
    right: (V: number) => 36 * 0.1 * (V + 77),
    misconceptions: [
      { name: "V", wrong: (V) => 3.6 * V, feedback: "" },
      { name: "outward", wrong: (V) => -3.6 * (V + 77), feedback: "" },
    ],
  });

  it("is right when it agrees at every point, within a share of the largest value where that is near zero", () => {
    expect(judge(current, (V: number) => 3.6 * (V + 77))).toBe("right");
    expect(judge(current, (V: number) => 3.6 * (V + 77) + 1e-4)).toBe("right");
    expect(judge(current, (V: number) => 3.6 * (V + 77) + 1e-2)).toMatch(
      /agrees at 4 of 5 test points\. At -77, for example, yours gives 0.01/,
    );
  });
  it("shows a wrong sign and a wrong power of 1000 that run through all values for what they are", () => {
    const square = functionAnswer({
      of: "x",
      gives: "",
      at: each([1, 2, 3]),
      domain: tuple(between(-9, 9)),
      tolerance: percent(0.1),
      right: (x: number) => x * x,
      misconceptions: [],
    });
    expect(judge(square, (x: number) => -x * x)).toMatch(/sign is not/);
    expect(judge(square, (x: number) => 1000 * x * x)).toMatch(/power of ten/);
    expect(judge(square, (x: number) => (x === 2 ? 4 : -x * x))).toMatch(/agrees at 1 of 3/);
    expect(judge(square, (x: number) => 2 * x * x)).toMatch(/agrees at none of 3/);
    const side = functionAnswer({
      of: "x",
      gives: "left or right as text",
      at: each([-1, 1]),
      domain: tuple(between(-1, 1)),
      tolerance: 0,
      right: (x: number) => (x < 0 ? "left" : "right"),
      misconceptions: [],
    });
    expect(judge(side, (x: number) => (x < 0 ? "Left" : " right"))).toMatch(/small letters/);
    expect(judge(side, (x: number) => (x < 0 ? "Right" : "left"))).toMatch(/agrees at none of 2/);
  });
  it("is a misconception only when it agrees with that at every point", () => {
    expect(judge(current, (V: number) => 3.6 * V)).toBe("V");
    expect(judge(current, (V: number) => (V > 15 ? 0 : 3.6 * V))).toMatch(/^wrong: It agrees at none of 5/);
  });
  it("that throws is the student's own error, with the arguments at which it did", () => {
    expect(
      judge(current, (V: number) => {
        if (V > -50) throw new TypeError("too high");
        return V;
      }),
    ).toBe("error: Your function threw at (-40): TypeError: too high");
  });
  it("that gives NaN everywhere is not answered yet; NaN somewhere is wrong there", () => {
    expect(judge(current, () => NaN)).toBe("unanswered");
    expect(judge(current, () => undefined)).toBe("unanswered");
    expect(current.judge(() => NaN)).toEqual({
      kind: "unanswered",
      feedback: expect.stringMatching(/gives nothing, or `NaN`/) as string,
    });
    expect(judge(current, (V: number) => (V === 0 ? NaN : 3.6 * (V + 77)))).toMatch(
      /At 0, for example, yours gives NaN/,
    );
  });
  it("with a slip that TypeScript takes for something else is told so: ^ for a power, = for a question", () => {
    const square = functionAnswer({
      of: "x",
      gives: "1",
      at: each([1, 2, 3]),
      domain: tuple(between(1, 9)),
      tolerance: 0.01,
      right: (x: number) => x ** 2,
      misconceptions: [],
    });
    expect(judge(square, (x: number) => x ^ 2)).toMatch(/A power is written `x \*\* 2`/);
    // As a student writes it; here the linter would not let it stand.
    const sets = new Function("x", "if (x = 3) { return 9; } return x * x;");
    expect(judge(square, sets)).toMatch(/A single `=` behind `if` does not ask/);
    expect(judge(square, (x: number) => (x === 3 ? 0 : x * x))).toMatch(/agrees at 2 of 3/);
    expect(judge(square, new Function("x", "if (x >= 3 && x !== 5) return 1; return x * x;"))).toMatch(/agrees at 2/);
  });
  it("is not its value, and not async", () => {
    expect(judge(current, 3)).toMatch(/not its value/);
    expect(judge(current, async () => 3)).toMatch(/must not be async/);
  });
  it("that changes its argument does not change the question", () => {
    const largest = functionAnswer({
      of: "a list",
      gives: "1",
      at: [[[3, 9, 2]], [[5, 1, 4]]],
      domain: tuple(listOf(between(0, 9), 1, 9)),
      tolerance: 0,
      right: (list: number[]) => list.indexOf(Math.max(...list)),
      misconceptions: [
        { name: "the value", wrong: (list) => Math.max(...list), feedback: "" },
        { name: "last", wrong: (list) => list.length - 1, feedback: "" },
      ],
    });
    expect(
      judge(largest, (list: number[]) => {
        const top = list.indexOf(Math.max(...list));
        list.sort();
        list.pop();
        return top;
      }),
    ).toBe("right");
    expect(judge(largest, (list: number[]) => list.sort((a, b) => a - b).length - 1)).toBe("last");
  });
  it("can be tried otherwise than by a plain call, and give lists and records", () => {
    type Field = (y: Float64Array, dydt: Float64Array) => void;
    const field = functionAnswer({
      of: "y",
      gives: "its derivative",
      at: [
        [1, 2],
        [3, 4],
      ],
      domain: tuple(between(-9, 9), between(-9, 9)),
      tolerance: 1e-9,
      using: (f: Field, x: number, y: number) => {
        const d = new Float64Array(2);
        f(Float64Array.of(x, y), d);
        return { rate: d };
      },
      right: (y, d) => {
        d[0] = -y[1];
        d[1] = y[0];
      },
      misconceptions: [
        {
          name: "turned",
          wrong: (y, d) => {
            d[0] = y[1];
            d[1] = -y[0];
          },
          feedback: "",
        },
      ],
    });
    expect(
      judge(field, (y: Float64Array, d: Float64Array) => {
        d[0] = -y[1];
        d[1] = y[0];
      }),
    ).toBe("right");
    expect(
      judge(field, (y: Float64Array, d: Float64Array) => {
        d[0] = y[1];
        d[1] = -y[0];
      }),
    ).toBe("turned");
    expect(judge(field, () => {})).toMatch(/^wrong/);
  });
});

describe("a list", () => {
  const equilibria = (anyOrder: boolean): Answer =>
    listAnswer({
      of: "equilibria",
      unit: "mV",
      tolerance: 0.1,
      anyOrder,
      right: [-66, -56, -27],
      misconceptions: [{ name: "stable only", wrong: [-66, -27], feedback: "" }],
    });

  it("is right in its order, or in any if that does not matter, as any kind of list", () => {
    expect(judge(equilibria(false), Float64Array.of(-66, -56, -27))).toBe("right");
    expect(judge(equilibria(false), [-27, -56, -66])).toMatch(/reverse order/);
    expect(judge(equilibria(true), [-56, -27, -66.05])).toBe("right");
  });
  it("says whether it is too long or too short, but not how long it should be", () => {
    expect(judge(equilibria(true), [-66, -27])).toBe("stable only");
    expect(judge(equilibria(true), [-66])).toMatch(/has 1 entry, which is too few/);
    expect(judge(equilibria(true), [1, 2, 3, 4])).toMatch(/too many/);
  });
  it("holds numbers only; an empty one is no answer yet", () => {
    expect(judge(equilibria(true), [])).toBe("unanswered");
    expect(judge(equilibria(true), [NaN, NaN, NaN])).toBe("unanswered");
    expect(judge(equilibria(true), [-66, "x", 3])).toMatch(
      /Entry 1 of your list \(counted from 0\) is a text; a number is wanted/,
    );
    expect(judge(equilibria(true), -66)).toMatch(/You gave a number/);
  });
});

describe("a record", () => {
  const cell = recordAnswer({
    units: { gL: "mS/cm^2", EL: "mV" },
    right: { gL: 8, EL: -78 },
    tolerance: { gL: percent(5), EL: 1 },
    points: { gL: 0.5, EL: 0.5 },
    misconceptions: [{ name: "resistance", wrong: { gL: 1 / 8, EL: -78 }, feedback: "" }],
  });

  it("is right when each number is, and says which are", () => {
    expect(judge(cell, { gL: 8.3, EL: -77.5 })).toBe("right");
    expect(judge(cell, { gL: 8.3, EL: -70 })).toBe("wrong: ");
    expect(cell.parts?.map(({ name, holds }) => [name, holds({ gL: 8.3, EL: -70 })])).toEqual([
      ["gL", true],
      ["EL", false],
    ]);
    expect(judge(cell, { gL: 0.125, EL: -78 })).toBe("resistance");
    expect(judge(cell, { gL: 8 })).toMatch(/no number yet for EL/);
    expect(judge(cell, { gL: 8, EL: { V: -78 } })).toBe(
      "wrong: What stands behind EL is a record with V; a number is wanted.",
    );
    expect(judge(cell, { gL: "8", EL: -78 })).toBe("wrong: What stands behind gL is a text; a number is wanted.");
    expect(judge(cell, { gL: NaN, EL: NaN })).toBe("unanswered");
  });
});

describe("a selection", () => {
  const faults = selectionAnswer({
    from: ["a", "b", "c", "d"],
    right: ["b", "d"],
    misconceptions: [
      { name: "all", wrong: ["a", "b", "c", "d"], feedback: "" },
      { name: "others", wrong: ["a", "c"], feedback: "" },
    ],
  });
  it("is right as a set", () => {
    expect(judge(faults, ["D", "b", "b"])).toBe("right");
    expect(judge(faults, ["c", "a"])).toBe("others");
    expect(judge(faults, ["b"])).toMatch(/there is more/);
    expect(judge(faults, ["b", "d", "a"])).toMatch(/and more/);
    expect(judge(faults, ["b", "a"])).toBe("wrong: ");
    expect(judge(faults, ["e"])).toMatch(/"e" is not among/);
    expect(judge(faults, [])).toBe("unanswered");
  });
});

describe("a free answer", () => {
  const resting = freeAnswer({
    shape: "a Model",
    is: isModel,
    right: leakyIntegrateAndFire.with({ EL: -80 }),
    properties: [
      {
        name: "is leaky",
        holds: (model) => model.parameterNames.includes("gL"),
        wrong: leakyIntegrateAndFire,
        feedback: "",
      },
      { name: "rests lower", holds: (model) => model.states["V"] < -75, wrong: leakyIntegrateAndFire, feedback: "" },
    ],
  });
  it("is right when it has every property, else what is said belongs to the first that it lacks", () => {
    expect(judge(resting, leakyIntegrateAndFire.with({ EL: -76 }))).toBe("right");
    expect(judge(resting, leakyIntegrateAndFire)).toBe("rests lower");
    expect(judge(resting, { EL: -80 })).toMatch(/You gave a record with EL/);
    expect(judge(resting, { EL: NaN, gL: NaN })).toBe("unanswered");
  });
  it("that is still what the notebook hands out is no answer yet", () => {
    const begun = freeAnswer({
      shape: "a record of g",
      is: (given): given is { g: number } => typeof given === "object" && given !== null && "g" in given,
      right: { g: 5 },
      untouched: ({ g }) => g === 0,
      properties: [{ name: "large", holds: ({ g }) => g > 3, wrong: { g: 2 }, feedback: "" }],
    });
    expect(judge(begun, { g: 0 })).toBe("unanswered");
    expect(judge(begun, { g: 1 })).toBe("large");
  });

  it("names what of a record of numbers is still open, before it judges the rest", () => {
    const rule = freeAnswer({
      shape: "a record of a and max",
      is: isRecordWith<{ a: number; max: number }>("a", "max"),
      right: { a: 1, max: 5 },
      properties: [{ name: "small", holds: ({ max }) => max < 10, wrong: { a: 1, max: 20 }, feedback: "" }],
    });
    expect(judge(rule, { a: 1, max: NaN })).toBe("wrong: There is no number yet for max.");
    expect(judge(rule, { a: NaN, max: 20 })).toBe("wrong: There is no number yet for a.");
    expect(judge(rule, { a: 1, max: 20 })).toBe("small");
  });
});

describe("a tolerance", () => {
  it("needs the same form of the whole value", () => {
    expect(agree({ a: [1, 2] }, { a: [1, 2] }, 0)).toBe(true);
    expect(agree({ a: [1, 2, 3] }, { a: [1, 2] }, 1)).toBe(false);
    expect(agree({ a: 1 }, { a: [1] }, 1)).toBe(false);
    expect(agree({ b: 1 }, { a: 1 }, 1)).toBe(false);
    expect(agree("1", 1, 1)).toBe(false);
    expect(agree(NaN, 1, 1)).toBe(false);
  });
});
