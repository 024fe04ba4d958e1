import { between, either, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

type Step = (
  v: number,
  u: number,
  I: number,
  dt: number,
  a: number,
  b: number,
  c: number,
  d: number,
) => readonly number[];

/** A step of Euler's method, with other velocities or another reset where they are given. */
const stepBy =
  ({
    rise = (v, u, I) => 0.04 * v ** 2 + 5 * v + 140 - u + I,
    follow = (v, u, a, b) => a * (b * v - u),
    reset = (_v, u, c, d) => [c, u + d],
  }: {
    readonly rise?: (v: number, u: number, I: number) => number;
    readonly follow?: (v: number, u: number, a: number, b: number) => number;
    readonly reset?: (v: number, u: number, c: number, d: number) => readonly number[];
  }): Step =>
  (v, u, I, dt, a, b, c, d) => {
    const next = [v + dt * rise(v, u, I), u + dt * follow(v, u, a, b)];
    return next[0] >= 30 ? reset(next[0], next[1], c, d) : next;
  };

/** What each of the four knobs does: the model in three lines. */
export const knobs: Exercise = exercise({
  id: "13.2",
  title: "The model in three lines",
  points: 3,
  answer: () =>
    functionAnswer({
      of: "v in mV, u, I, dt in ms, a in 1/ms, b in 1/mV, c in mV and d",
      gives: "the list [v, u]",
      at: [
        [-70, -14, 10, 0.1, 0.02, 0.2, -65, 8],
        [-50, -5, 0, 0.2, 0.1, 0.25, -60, 4],
        [25, -8, 10, 0.1, 0.02, 0.2, -50, 2],
        [10, -3, 5, 0.25, 0.1, 0.26, -65, 6],
        [20, 2, -5, 0.05, 0.03, 0.15, -55, 0],
      ],
      domain: tuple(
        either(between(-90, -30), between(-30, 29.9)),
        between(-20, 15),
        between(-10, 30),
        between(0.02, 0.25),
        between(0.01, 0.2),
        between(0.05, 0.3),
        between(-70, -45),
        between(0, 10),
      ),
      tolerance: 1e-4,
      right: stepBy({}),
      parts: [
        {
          name: "between spikes",
          points: 2,
          where: ([v, u, I, dt]) => v + dt * (0.04 * v ** 2 + 5 * v + 140 - u + I) < 30,
        },
      ],
      misconceptions: [
        {
          name: "no reset",
          wrong: stepBy({ reset: (v, u) => [v, u] }),
          feedback: "Nothing ends your spike. What happens once the new v has reached 30 mV?",
        },
        {
          name: "u becomes d",
          wrong: stepBy({ reset: (_v, _u, c, d) => [c, d] }),
          feedback: "Your u forgets all that it was: at a spike it becomes d. It should grow by d.",
        },
        {
          name: "u not raised",
          wrong: stepBy({ reset: (_v, u, c) => [c, u] }),
          feedback: "Your spike leaves nothing behind in u. What is d for?",
        },
        {
          name: "cut at the top",
          wrong: stepBy({ reset: (_v, u, _c, d) => [30, u + d] }),
          feedback: "Your spike ends at 30 mV and stays there. To which value is v set, by which knob?",
        },
        {
          name: "u adds to the input",
          wrong: stepBy({ rise: (v, u, I) => 0.04 * v ** 2 + 5 * v + 140 + u + I }),
          feedback: "With which sign does u stand in the equation for v?",
        },
        {
          name: "a and b exchanged",
          wrong: stepBy({ follow: (v, u, a, b) => b * (a * v - u) }),
          feedback: "Which of the two is the speed of u, and which its answer to the voltage?",
        },
        {
          name: "a for v alone",
          wrong: stepBy({ follow: (v, u, a, b) => a * b * v - u }),
          feedback: "a multiplies all that drives u, the way back to b v as well: mind the brackets.",
        },
        {
          name: "the new v for u",
          wrong: (v, u, I, dt, a, b, c, d) => {
            const next = v + dt * (0.04 * v ** 2 + 5 * v + 140 - u + I);
            const after = u + dt * a * (b * next - u);
            return next >= 30 ? [c, after + d] : [next, after];
          },
          feedback: "Your u already sees the new v. In Euler's step both velocities belong to the old point.",
        },
        {
          name: "the changes alone",
          wrong: (v, u, I, dt, a, b) => [dt * (0.04 * v ** 2 + 5 * v + 140 - u + I), dt * a * (b * v - u)],
          feedback: "Those are the changes. Where do v and u start from?",
        },
      ],
    }),
  hints: [
    "Two new numbers first: each is the old one, plus `dt` times its velocity from the equations above.",
    "Then ask: `if (newV >= 30) return [c, newU + d];`, and give back the two new numbers otherwise.",
    "`const newV = v + dt * (0.04 * v ** 2 + 5 * v + 140 - u + I);` and `const newU = u + dt * a * (b * v - u);`",
  ],
  because: "Three lines are a neuron, and four knobs make it one of many.",
});
