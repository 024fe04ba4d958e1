import { exercise, type Exercise } from "../../exercise.js";
import { between as number, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";

type Gate = (a: number, b: number) => number;

/** Where a network is tried for bends besides the corners, and in which direction. */
const between = [
  [0.13, 0.22],
  [0.31, 0.87],
  [0.77, 0.41],
  [0.58, 0.93],
  [0.91, 0.18],
] as const;
const [da, db] = [0.01, -0.0037];

/** A sum of rectifiers consists of flat pieces: only at an edge between two of them is it bent. */
const isFlat = (f: Gate, a: number, b: number): boolean =>
  Math.abs(f(a + da, b + db) - 2 * f(a, b) + f(a - da, b - db)) < 1e-9;

type Place = readonly [a: number, b: number];
const corners: readonly Place[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const isCorner = (a: number, b: number): boolean => corners.some(([x, y]) => x === a && y === b);

/** What rises by no more than this is no jump. */
const step = 1e-3;

/**
 * Whether a value jumps on the way from one place to another: halves the way, and keeps the half that rises more. Where
 * a thousandth of the way rises by less than a step, nothing jumps but what its weights make up for to three digits.
 */
function jumps(f: Gate, from: Place, to: Place): boolean {
  let [p, q] = [
    { at: from, value: f(...from) },
    { at: to, value: f(...to) },
  ];
  for (let k = 0; k < 30 && (k < 10 || Math.abs(p.value - q.value) > step); k++) {
    const at: Place = [(p.at[0] + q.at[0]) / 2, (p.at[1] + q.at[1]) / 2];
    const middle = { at, value: f(...at) };
    if (Math.abs(p.value - middle.value) > Math.abs(middle.value - q.value)) q = middle;
    else p = middle;
  }
  return Math.abs(p.value - q.value) > step;
}

/**
 * A network's answer, if it has no jump there and is flat at most places: so are sums of rectifiers. Elsewhere than at
 * the corners only that counts.
 */
const asSumOfRectifiers = (f: Gate, a: number, b: number): unknown => {
  if (isCorner(a, b)) {
    const answer = f(a, b);
    if (!Number.isFinite(answer)) return answer;
    if (Math.abs(f(a + 1e-4, b - 1e-4) - answer) > 0.01) return "a jump";
    return between.filter(([x, y]) => isFlat(f, x, y)).length < 3 ? "a curve" : answer;
  }
  if (corners.some((corner) => jumps(f, [a, b], corner))) return "a jump";
  return [0, 0.011, 0.027].some((away) => isFlat(f, a + away, b - away / 3)) ? "flat pieces" : "a curve";
};

/** What one line cannot part. */
export const hiddenLayer: readonly Exercise[] = [
  exercise({
    id: "14.3",
    title: "Exclusive or, by hand",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "two inputs, each 0 or 1",
        gives: "1",
        at: corners.map(([a, b]): [number, number] => [a, b]),
        domain: tuple(number(0, 1), number(0, 1)),
        tolerance: 0.001,
        using: asSumOfRectifiers,
        right: (a: number, b: number) => Math.max(0, a + b) - 2 * Math.max(0, a + b - 1),
        misconceptions: [
          {
            name: "or",
            wrong: (a, b) => Math.min(1, a + b),
            feedback: "Yours also answers 1 to two active inputs. They should cancel.",
          },
          {
            name: "the sum alone",
            wrong: (a, b) => a + b,
            feedback: "Your second unit is silent. It should take something away when both inputs are 1.",
          },
          {
            name: "asked whether they are equal",
            wrong: (a, b) => (a !== b ? 1 : 0),
            feedback:
              "Right at the corners, but it jumps beside them, and no sum of rectifiers does. " +
              "Build it from `relu`, without asking whether a equals b.",
          },
          {
            name: "the exclusive or of the language",
            wrong: (a, b) => a ^ b,
            feedback: "TypeScript knows exclusive or already. Build it from `relu`, as a network would.",
          },
          {
            name: "the squared difference",
            wrong: (a, b) => (a - b) ** 2,
            feedback: "Right at the corners, but curved between them. `relu` makes flat pieces: use it and sums alone.",
          },
          {
            name: "one half of it",
            wrong: (a, b) => Math.max(0, a - b),
            feedback: "That is active when the first input is alone. What of the second?",
          },
          {
            name: "and",
            wrong: (a, b) => Math.max(0, a + b - 1),
            feedback: "That answers to two active inputs only. Which other unit is active for one?",
          },
          {
            name: "taken away once only",
            wrong: (a, b) => Math.max(0, a + b) - 0.5 * Math.max(0, a + b - 1),
            feedback: "At (1, 1) the first unit gives 2. How much must the second take away?",
          },
        ],
      }),
    hints: [
      "Let the first unit compute `relu(a + b)`. It is right at three corners.",
      "A second unit, `relu(a + b - 1)`, is active at (1, 1) only.",
      "Subtract the second twice.",
    ],
    because: "Two units bend the plane; one line cannot separate these corners.",
  }),
];
