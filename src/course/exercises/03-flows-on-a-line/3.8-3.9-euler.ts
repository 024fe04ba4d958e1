import { between, either, oneOf, tuple, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { C, EL, gL, membrane } from "./membrane.js";

const leak = (V: number, I: number): number => (I - gL * (V - EL)) / C;

const sodium = (V: number, I: number): number => membrane.with({ I }).field([V])[0];

type Velocity = (V: number, I: number) => number;
type March = (V0: number, I: number, dt: number, steps: number) => readonly number[];

/** The march of a velocity, by a step that may be a wrong one. */
const marching =
  (velocity: Velocity, step: (V: number, change: number) => number = (V, change) => V + change): March =>
  (V0, I, dt, steps) => {
    const path = [V0];
    for (let k = 0; k < steps; k++) path.push(step(path[k], dt * velocity(path[k], I)));
    return path;
  };

const right = marching(sodium);

/** A model that moves by a loop of the reader's own. */
export const makeItMove: readonly Exercise[] = [
  exercise({
    id: "3.8",
    title: "One step of Euler's",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "V in mV, I in uA/cm^2 and dt in ms",
        gives: "mV",
        at: [
          [-40, 0, 0.1],
          [-80, 0, 0.01],
          [-67, 100, 0.2],
          [-50, 300, 0.05],
          [-40, 20, 0],
          [0, 0, 1],
        ],
        domain: tuple(between(-120, 80), between(-300, 600), either(oneOf<number>(0), between(0, 1))),
        tolerance: 0.001,
        right: (V: number, I: number, dt: number) => V + dt * leak(V, I),
        misconceptions: [
          {
            name: "the change alone",
            wrong: (V, I, dt) => dt * leak(V, I),
            feedback: "That is by how much the voltage changes. Where does it start from?",
          },
          {
            name: "dt left out",
            wrong: (V, I) => V + leak(V, I),
            feedback: "A velocity in mV/ms is no voltage yet. For how long does it act?",
          },
          {
            name: "the velocity alone",
            wrong: (V, I) => leak(V, I),
            feedback: "That is the velocity at the old voltage. Where is the voltage `dt` later?",
          },
          {
            name: "divided by dt",
            wrong: (V, I, dt) => V + leak(V, I) / (dt + 1e-300),
            feedback: "A shorter step should change the voltage less, not more.",
          },
          {
            name: "stepped back",
            wrong: (V, I, dt) => V - dt * leak(V, I),
            feedback: "Your voltage runs away from rest. Does a positive velocity raise it?",
          },
          {
            name: "current for velocity",
            wrong: (V, I, dt) => V + dt * C * leak(V, I),
            feedback: "You added a current times a time. Divide by the capacitance.",
          },
          {
            name: "the exact solution",
            wrong: (V, I, dt) => EL + I / gL + (V - EL - I / gL) * Math.exp((-gL * dt) / C),
            feedback:
              "That is exact, and possible only for the leak. Euler's step is straight: old voltage and velocity.",
          },
        ],
      }),
    hints: [
      "New voltage = old voltage + velocity × time.",
      "`velocity(V, I)` is the velocity of Exercise 3.1, in mV/ms.",
      "`V + dt * velocity(V, I)`",
    ],
    because: "The whole of simulation is in this line; better methods only choose better velocities for it.",
  }),
  exercise({
    id: "3.9",
    title: "A march with sodium",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "V0 in mV, I in uA/cm^2, dt in ms and a number of steps",
        gives: "a list of steps + 1 voltages in mV",
        at: [
          [-60, 0, 0.1, 5],
          [-39, 0, 0.1, 20],
          [-39, 0, 0.2, 10],
          [-45, 30, 0.1, 12],
          [-50, -100, 0.05, 8],
          [10, 0, 0.02, 3],
        ],
        domain: tuple(between(-100, 50), between(-200, 200), between(0, 0.2), whole(0, 30)),
        tolerance: 0.01,
        right,
        misconceptions: [
          {
            name: "the start left out",
            wrong: (V0, I, dt, steps) => right(V0, I, dt, steps).slice(1),
            feedback: "Your list has as many entries as there are steps. It should begin with `V0`.",
          },
          {
            name: "one step too few",
            wrong: (V0, I, dt, steps) => right(V0, I, dt, steps - 1),
            feedback: "Your list is one short: `V0`, and then one voltage for each step.",
          },
          { name: "the leak alone", wrong: marching(leak), feedback: "Where is sodium in your velocity?" },
          {
            name: "sodium with the wrong sign",
            wrong: marching((V, I) => 2 * leak(V, I) - sodium(V, I)),
            feedback: "Sodium pulls towards +60 mV. In which direction does yours pull?",
          },
          {
            name: "all channels open",
            wrong: marching((V, I) => leak(V, I) - (74 * (V - 60)) / C),
            feedback: "Your channels are open at every voltage. Multiply by the fraction m∞.",
          },
          {
            name: "velocity of the start",
            wrong: (V0, I, dt, steps) => Array.from({ length: steps + 1 }, (_, k) => V0 + k * dt * sodium(V0, I)),
            feedback: "You walk on with the first velocity for ever. Look it up anew at each step.",
          },
          {
            name: "channels as at the start",
            wrong: (V0, I, dt, steps) => {
              const open = 1 / (1 + Math.exp((1.5 - V0) / 16));
              return marching((V, input) => leak(V, input) - (74 * open * (V - 60)) / C)(V0, I, dt, steps);
            },
            feedback: "Your channels stay as they were at `V0`. Compute m∞ within the loop, at each step anew.",
          },
          {
            name: "current for velocity",
            wrong: marching((V, I) => C * sodium(V, I)),
            feedback: "Divide by the capacitance, 10 µF/cm²: leak, sodium and input alike.",
          },
          {
            name: "only the end",
            wrong: (V0, I, dt, steps) => right(V0, I, dt, steps).slice(-1),
            feedback: "That is where it ends. Keep every voltage on the way in a list.",
          },
        ],
      }),
    hints: [
      "`const path = [V0];` and a loop `for (let k = 0; k < steps; k++)` that calls `path.push(…)`.",
      "In the loop, `const V = path[k]` is the last voltage; the velocity is `(I - leak - sodium) / 10`.",
      "`path.push(V + (dt * (I - 19 * (V + 67) - 74 * open * (V - 60))) / 10)`, with `open` for m∞.",
    ],
    because: "Half the step, nearly half the error: that is what first order means.",
  }),
];
