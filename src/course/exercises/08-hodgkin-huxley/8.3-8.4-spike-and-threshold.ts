import { exercise, type Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";
import { between, tuple, where } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { answerTo } from "./runs.js";

const peak = (amplitude: number, T: number): number => Math.max(...answerTo(amplitude, T).states.V);

/** Away from the cliff, where a run of another accuracy may come to another side of it. */
const isCalm = ([amplitude, T]: readonly [number, number]): boolean =>
  peak(1.03 * amplitude, T) - peak(0.97 * amplitude, T) < 6;

/** What flows during a spike, and what sets one off. */
export const spikeAndThreshold: readonly Exercise[] = [
  findMistakes({
    id: "8.3",
    title: "At the peak of the spike",
    points: 1,
    statements: [
      {
        about: "the sum of the currents",
        holds: "At the peak of the spike the ionic currents add up to zero.",
        fails: "At the peak of the spike each of the ionic currents is zero.",
        feedback: "At the peak V neither rises nor falls. What does that say of the currents?",
      },
      {
        about: "when sodium's current is largest",
        holds: "Sodium's current is largest on the way down.",
        fails: "Sodium's current is largest at the peak.",
        feedback: "Look at the stack again: where is the inward current deepest?",
      },
      {
        about: "how high it gets",
        holds: "At the peak V is still below E_Na.",
        fails: "At the peak V has reached E_Na.",
        feedback: "E_Na is 50 mV. How high does the spike get?",
      },
      {
        about: "when potassium's current begins",
        holds: "Potassium's current flows out already before the peak.",
        fails: "Potassium's current begins to flow only after the peak.",
        feedback: "Find the peak in the stack. Is potassium's current zero until then?",
      },
      {
        about: "what V has to fall against",
        holds: "As V begins to fall, sodium still flows in, and potassium's current outweighs it by a little.",
        fails: "As V begins to fall, no sodium flows any more, and potassium's current has nothing against it.",
        feedback: "Which two currents nearly cancel in the stack as V falls?",
      },
    ],
    hints: ["At the peak V neither rises nor falls.", "dV/dt = 0 says something about the sum of all currents."],
    because:
      "At a peak dV/dt is 0, and with no stimulus left the ionic currents must add up to 0: 317.5 in, " +
      "289.4 + 28.1 out, in µA/cm².",
  }),
  exercise({
    id: "8.4",
    title: "The height of the answer",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the amplitude in uA/cm^2 and the temperature T in °C",
        gives: "mV",
        at: [
          [5, 6.3],
          [20, 6.3],
          [16, 18.5],
          [24, 25],
          [40, 25],
        ],
        domain: where(tuple(between(1, 45), between(4, 26)), isCalm),
        places: 16,
        tolerance: 0.5,
        right: peak,
        misconceptions: [
          {
            name: "the last value",
            wrong: (amplitude, T) => answerTo(amplitude, T).at(30).V,
            feedback: "That is where V ends, not how high it gets.",
          },
          {
            name: "a long pulse",
            wrong: (amplitude, T) => Math.max(...answerTo(amplitude, T, 1).states.V),
            feedback: "Your pulse lasts 1 ms. Half a millisecond was asked for.",
          },
          {
            name: "height above rest",
            wrong: (amplitude, T) => Math.max(...answerTo(amplitude, T).states.V) + 65,
            feedback: "That is the height above rest. The highest membrane potential itself is asked for.",
          },
          {
            name: "temperature left out",
            wrong: (amplitude) => Math.max(...answerTo(amplitude, 6.3).states.V),
            feedback: "Your answer does not depend on T. Which model did you simulate?",
          },
          {
            name: "the lowest value",
            wrong: (amplitude, T) => Math.min(...answerTo(amplitude, T).states.V),
            feedback: "That is the bottom of the undershoot.",
          },
        ],
      }),
    hints: [
      "A run has its voltages in `run.states.V`.",
      "`Math.max(...run.states.V)` is the largest of them.",
      "`const run = simulate(hodgkinHuxley.with({ T: T }), { duration: 30, stimulus: " +
        "pulses(amplitude, { width: 0.5, at: [1] }) });`",
    ],
    because: "At 6.3 °C the curve is a cliff, at 30 °C it climbs: all-or-none is a matter of temperature.",
  }),
];
