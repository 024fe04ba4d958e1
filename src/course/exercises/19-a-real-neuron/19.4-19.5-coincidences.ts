import { adaptiveExponential } from "../../../models/adaptive-exponential.js";
import { simulate } from "../../../solve/simulate.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { coincidenceFactor } from "../../../spikes/coincidence.js";
import { between, either, listOf, logBetween, oneOf, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { realNeuron } from "../../rigs/neuron-recordings.js";

type Hits = (recorded: number[], modelled: number[], precision: number) => number;

const hits: Hits = (recorded, modelled, precision) =>
  recorded.filter((t) => modelled.some((s) => Math.abs(s - t) <= precision)).length;

/** The fit of the lesson. */
const fitted = adaptiveExponential.with({
  C: 199,
  gL: 4.45,
  EL: -61.8,
  VT: -47.1,
  DeltaT: 3.38,
  a: -1.66,
  tauW: 199,
  b: 73.9,
  Vreset: -51.5,
});

const duration = 500;
const fires = (I: number): Float64Array => simulate(fitted, { duration, stimulus: step(I, 0) }).spikes;

/** How well spikes are met. */
export const coincidenceExercises: readonly Exercise[] = [
  exercise({
    id: "19.4",
    title: "How many spikes are met",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "recorded and modelled spike times and the precision, all in ms",
        gives: "1",
        at: [
          [[10, 50, 90], [11, 47, 130], 4],
          [[10, 50, 90, 94], [8, 53, 300], 2],
          [[100], [96], 4],
          [[10, 12, 60], [11, 80], 3],
          [[10, 50, 90], [4.5, 13, 47, 88], 4],
          [[20, 30, 40], [], 5],
          [[5, 105, 205], [10, 108, 216, 230, 270], 6],
          [[5, 105, 205, 260], [1, 7, 9, 30], 6],
        ] as [number[], number[], number][],
        domain: (random) => {
          const time = oneOf(between(0, 300), whole(0, 100))(random); // whole ms are exactly the precision apart
          const train = (fewest: number): number[] => listOf(time, fewest, 20)(random).sort((a, b) => a - b);
          return [train(1), train(0), either(logBetween(0.5, 25), whole(1, 10))(random)];
        },
        tolerance: 0.01,
        right: hits,
        misconceptions: [
          {
            name: "one after the other",
            wrong: (recorded, modelled, precision) =>
              recorded.filter((t, i) => Math.abs(modelled[i] - t) <= precision).length,
            feedback:
              "You compare the first with the first, the second with the second. One spike too many shifts all.",
          },
          {
            name: "all pairs",
            wrong: (recorded, modelled, precision) =>
              recorded.reduce((sum, t) => sum + modelled.filter((s) => Math.abs(s - t) <= precision).length, 0),
            feedback: "A recorded spike is met or it is not, however many of the model's are near.",
          },
          {
            name: "later ones only",
            wrong: (recorded, modelled, precision) =>
              recorded.filter((t) => modelled.some((s) => s >= t && s - t <= precision)).length,
            feedback: "The model's spike may come before the recorded one as well as after it.",
          },
          {
            name: "the modelled ones that are met",
            wrong: (recorded, modelled, precision) => hits(modelled, recorded, precision),
            feedback: "Count the recorded spikes that are met, not the model's.",
          },
          {
            name: "a part of all",
            wrong: (recorded, modelled, precision) => hits(recorded, modelled, precision) / recorded.length,
            feedback: "That is the part that is met. Give the number.",
          },
          {
            name: "exactly at the precision left out",
            wrong: (recorded, modelled, precision) =>
              recorded.filter((t) => modelled.some((s) => Math.abs(s - t) < precision)).length,
            feedback: "A distance of exactly `precision` still counts: `<=`.",
          },
        ],
      }),
    hints: [
      "A recorded spike `t` is met if some modelled spike `s` has `Math.abs(s - t) <= precision`.",
      "`modelled.some((s) => …)` says whether there is one.",
      "`recorded.filter((t) => …).length` counts.",
    ],
    because: "Not yet a score: whoever fires all the time meets every spike.",
  }),
  exercise({
    id: "19.5",
    title: "Your score",
    points: 2,
    variant: (draw) => ({ current: draw.between(100, 400, 100), precision: draw.between(3, 9, 0.1) }),
    answer: ({ current, precision }) => {
      const { first, second } = realNeuron();
      const recorded = second.spikes[second.current.indexOf(current)];
      const modelled = fires(current);
      const right = coincidenceFactor(recorded, modelled, { precision, duration });
      const earlier = first.spikes[first.current.indexOf(Math.min(current, 300))];
      return numberAnswer({
        unit: "",
        tolerance: 0.003,
        right,
        misconceptions: [
          {
            name: "the part that is met",
            wrong: hits(Array.from(recorded), Array.from(modelled), precision) / recorded.length,
            feedback: "That counts what is met by chance as well. The coincidence factor takes it off.",
          },
          {
            name: "the other way round",
            wrong: coincidenceFactor(modelled, recorded, { precision, duration }),
            feedback: "The recorded train comes first: chance is reckoned from the model's rate.",
          },
          {
            name: "the first file",
            wrong: coincidenceFactor(earlier, modelled, { precision, duration }),
            feedback: "The first file was used for the fit. Score it on the second.",
          },
        ].filter(({ wrong }, k, all) =>
          [right, ...all.slice(0, k).map((m) => m.wrong)].every((x) => Math.abs(x - wrong) > 0.008),
        ),
      });
    },
    hints: [
      "The recorded train is `cell.second.spikes[k]`, with `k = cell.second.current.indexOf(asked.current)`.",
      "`coincidenceFactor(recorded, modelled, { precision: asked.precision, duration: 500 })`",
    ],
    because: "1 would be every spike met and none too many, 0 what a Poisson train of the same rate scores.",
  }),
];
