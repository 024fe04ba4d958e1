import { between } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

type Step = (E: number, I: number, P: number, dt: number) => readonly number[];

const share = (x: number, a: number, theta: number): number =>
  1 / (1 + Math.exp(-a * (x - theta))) - 1 / (1 + Math.exp(a * theta));
const excited = (E: number, I: number, P: number): number => share(16 * E - 12 * I + P, 1.3, 4);
const inhibited = (E: number, I: number): number => share(15 * E - 3 * I, 2, 3.7);
const moved = (x: number, S: number, dt: number, free: number = 1 - x): number => x + (dt / 8) * (-x + free * S);
const step: Step = (E, I, P, dt) => [moved(E, excited(E, I, P), dt), moved(I, inhibited(E, I), dt)];

/** Exercises 18.7 and 18.8: two equations for two crowds. */
export const crowdExercises: readonly Exercise[] = [
  exercise({
    id: "18.7",
    title: "A step of two crowds",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "E, I, P and the step in ms",
        gives: "the list of the new E and I",
        at: [
          [0.05, 0.05, 1.25, 0.1],
          [0.3, 0.1, 1.25, 1],
          [0.4, 0.4, 0, 2],
          [0, 0, 0, 1],
          [0.2, 0.02, 3, 0.5],
        ],
        domain: (random) => [
          between(0, 0.5)(random),
          between(0, 0.5)(random),
          between(-1, 4)(random),
          between(0.1, 3)(random),
        ],
        tolerance: percent(0.05),
        right: step,
        misconceptions: [
          {
            name: "nobody is busy",
            wrong: (E, I, P, dt) => [moved(E, excited(E, I, P), dt, 1), moved(I, inhibited(E, I), dt, 1)],
            feedback: "Cells that are active cannot be fired anew: multiply by the part that is free, 1 − E and 1 − I.",
          },
          {
            name: "without decay",
            wrong: (E, I, P, dt) => [
              E + (dt / 8) * (1 - E) * excited(E, I, P),
              I + (dt / 8) * (1 - I) * inhibited(E, I),
            ],
            feedback: "Yours never falls. Read the first term on the right-hand side again.",
          },
          {
            name: "the new E for I",
            wrong: (E, I, P, dt) => {
              const next = moved(E, excited(E, I, P), dt);
              return [next, moved(I, inhibited(next, I), dt)];
            },
            feedback: "Nearly. Euler's method takes both velocities where the step begins: use the old E for I.",
          },
          {
            name: "velocities",
            wrong: (E, I, P) => [moved(E, excited(E, I, P), 1) - E, moved(I, inhibited(E, I), 1) - I],
            feedback: "Those are the velocities per ms. Where are E and I after dt?",
          },
          {
            name: "without the time constant",
            wrong: (E, I, P, dt) => [moved(E, excited(E, I, P), 8 * dt), moved(I, inhibited(E, I), 8 * dt)],
            feedback: "The left-hand side is τ dE/dt: divide by τ.",
          },
          {
            name: "P for both",
            wrong: (E, I, P, dt) => [moved(E, excited(E, I, P), dt), moved(I, share(15 * E - 3 * I + P, 2, 3.7), dt)],
            feedback: "P goes to the excitatory cells. The inhibitory ones get Q, which is 0.",
          },
        ],
      }),
    hints: [
      "`share(16 * E - 12 * I + P, 1.3, 4)` is S_E; write S_I in the same way.",
      "`E + (dt / 8) * (-E + (1 - E) * SE)` is the new E.",
    ],
    because: "Two equations, five thousand cells.",
  }),
  exercise({
    id: "18.8",
    title: "In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why a loop of excitation and inhibition makes a rhythm, and what sets its speed",
        mentions: [
          {
            name: "says who excites whom",
            words: "excit|e |e-|pyramidal|principal|glutamat|recurrent|each other",
            feedback: "How does a beat begin? Say what the excitatory cells do to each other and to the others.",
          },
          {
            name: "says what ends a beat",
            words: "inhibit|interneuron|gaba|i |i-|brake|negative feedback|silenc|suppress|shut",
            feedback: "That is how a beat begins. What ends it?",
          },
          {
            name: "speaks of time",
            words:
              "delay|late|lag|slow|decay|constant|wear|wore|worn|as long as|lasts|duration|afterwards|" +
              "overshoot|then |after |time|fade|moment|tau",
            feedback: "Inhibition at once would hold excitation in check. Say what about its timing makes a rhythm.",
          },
        ],
        opposites: [
          {
            claim: "Inhibition excites, and excitation shuts it down.",
            says: [
              "inhibition excites|inhibition drives|inhibitory cells activate|inhibitory cells " +
                "drive|inhibitory cells excite",
              "excitation silences|excitation shuts|excitatory cells silence|excitatory cells shut|" +
                "excitation stops inhib",
            ],
            feedback: "Who begins a beat, and who ends it?",
          },
          {
            claim: "The slower the inhibition, the faster the rhythm.",
            says: ["the slower|the longer ~ the faster|the quicker", "slower inhibition … faster"],
            feedback: "What became of the rhythm with inhibition of 12 instead of 8 ms?",
          },
        ],
        right:
          "Excitatory cells excite each other, so their activity grows, and it excites the inhibitory cells too. " +
          "These follow a little later and silence everybody; without excitation inhibition dies away as well, and " +
          "the next beat can begin. The longer the delay and the time constant of inhibition, the longer a beat lasts.",
      }),
    hints: [
      "Follow one beat: who fires first, whom does that fire, and what happens then?",
      "What if inhibition came at once?",
    ],
    because: "Does it say why inhibition must come late?",
  }),
];
