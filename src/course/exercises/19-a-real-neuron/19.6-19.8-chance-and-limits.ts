import type { Model } from "../../../model/model.js";
import { adaptiveExponential } from "../../../models/adaptive-exponential.js";
import { izhikevich2007 } from "../../../models/izhikevich-2007.js";
import { leakyIntegrateAndFire } from "../../../models/leaky-integrate-and-fire.js";
import { simulate } from "../../../solve/simulate.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { freeAnswer, isModel } from "../../answers/free-answer.js";
import { movesLike } from "../../answers/moves-like.js";
import { between, either, logBetween, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { realNeuron } from "../../rigs/neuron-recordings.js";

type Chance = (V: number, dt: number) => number;

/** The escape rate at a membrane potential, 1/ms. */
const escapeRate = (V: number): number => Math.exp((V + 47) / 3);

const currents = [100, 200, 300, 400, 500, 600] as const;

const counts = (model: Model): number[] =>
  currents.map((I) => simulate(model, { duration: 500, stimulus: step(I, 0) }).spikes.length);

function firesAs(model: Model, some: readonly number[]): boolean {
  const { second } = realNeuron();
  const fired = counts(model);
  return some.every((I) => {
    const recorded = second.spikes[second.current.indexOf(I)].length;
    return fired[currents.indexOf(I as (typeof currents)[number])] === recorded;
  });
}

/** With its own parameters, whatever they are, and nothing injected but the steps. */
const isOneOfTwo = (given: Model): boolean =>
  given.parameters["I"] === 0 &&
  [adaptiveExponential, izhikevich2007].some(
    (model) =>
      model.parameterNames.every((name) => name in given.parameters) &&
      movesLike(given, model.with(given.parameters) as Model),
  );

const near = izhikevich2007.with({ C: 380, k: 0.605, vr: -61.8, vt: -43.45, a: 0.0728, b: -4, c: -64.45, d: 222 });
const lesson = izhikevich2007.with({ C: 154, k: 0.545, vr: -61.8, vt: -41.9, a: 0.0039, b: -3.77, c: -52.4, d: 71.8 });
/** As near as one parameter takes it: one spike too many, at 600 pA. */
const heavier = lesson.with({ C: 277.2 });

/** Chance, and where the models end. */
export const chanceAndLimits: readonly Exercise[] = [
  exercise({
    id: "19.6",
    title: "The chance of a spike",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "V in mV and dt in ms",
        gives: "1",
        at: [
          [-47, 0.1],
          [-47, 5],
          [-53, 1],
          [-41, 0.2],
          [-44, 1],
          [-60, 10],
        ],
        domain: tuple(between(-70, -37), either(oneOf<number>(0), logBetween(0.01, 10))),
        tolerance: percent(0.1),
        right: (V: number, dt: number) => 1 - Math.exp(-escapeRate(V) * dt),
        misconceptions: [
          {
            name: "rate times dt",
            wrong: (V, dt) => escapeRate(V) * dt,
            feedback: "For a tiny dt that is right. At −47 mV and 5 ms it is a chance of 5: more than certain.",
          },
          {
            name: "the chance of no spike",
            wrong: (V, dt) => Math.exp(-escapeRate(V) * dt),
            feedback: "That is the chance that nothing happens.",
          },
          {
            name: "without the width",
            wrong: (V, dt) => 1 - Math.exp(-Math.exp(V + 47) * dt),
            feedback: "Divide the distance from the threshold by the width of 3 mV.",
          },
          {
            name: "the wrong way from the threshold",
            wrong: (V, dt) => 1 - Math.exp(-escapeRate(-94 - V) * dt),
            feedback: "Yours fires the more, the lower the potential is.",
          },
          {
            name: "dt left out",
            wrong: (V) => 1 - Math.exp(-escapeRate(V)),
            feedback: "In twice the time there is twice the opportunity. Where is dt?",
          },
        ] as { name: string; wrong: Chance; feedback: string }[],
      }),
    hints: [
      "First the rate at V: `Math.exp((V + 47) / 3)`, per ms.",
      "A Poisson process of rate ρ has no spike in dt with the chance e^(−ρ dt), as in notebook 2.",
      "`1 - Math.exp(-rate * dt)`",
    ],
    because: "Never 0 and never 1: below the threshold it may fire, above it may still wait.",
  }),
  exercise({
    id: "19.7",
    title: "Bend a model to the second file",
    points: 4,
    answer: () =>
      freeAnswer<Model>({
        shape: "a Model with an input in pA",
        is: (given): given is Model => isModel(given) && given.units["I"] === "pA",
        right: near,
        properties: [
          {
            name: "is one of the two models, with no current of its own",
            holds: isOneOfTwo,
            wrong: leakyIntegrateAndFire,
            feedback:
              "Start from `adaptiveExponential` or `izhikevich2007`; leave the equations as they are, and I at 0.",
          },
          {
            name: "fires as the neuron does at 100 to 300 pA",
            holds: (model) => firesAs(model, [100, 200, 300]),
            wrong: adaptiveExponential,
            feedback: "At 100, 200 and 300 pA the neuron fires 3, 6 and 9 spikes. Yours does not.",
          },
          {
            name: "fires as the neuron does at 400 to 600 pA",
            holds: (model) => firesAs(model, [400, 500, 600]),
            wrong: heavier,
            feedback:
              "Up to 300 pA it is right. At 400, 500 and 600 pA the neuron fires 11, 13 and 14 spikes: " +
              "what makes a cell tire the more, the faster it fires?",
          },
        ],
      }),
    hints: [
      "More capacitance and more recovery for each spike: try C near 300 pF and d near 200 pA.",
      "The recovery must be forgotten sooner too: a larger a, such as 0.05 per ms.",
      "`fitModel` may help: let the error be the sum of squared differences of the six counts.",
    ],
    because: "Now it is fitted to both files, and no file is left to test it on.",
  }),
  exercise({
    id: "19.8",
    title: "In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why the real neuron falls silent under 2000 pA, and why these models do not",
        mentions: [
          {
            name: "speaks of inactivation",
            words:
              "inactivat|deinactivat|block|sodium|na |channel|h |unavailab|recovered|recover |" +
              "not recover|can't recover|cannot recover",
            evenDenied: true,
            feedback: "What becomes of sodium channels while the membrane stays depolarised? See notebook 8.",
          },
          {
            name: "speaks of the reset",
            words:
              "reset|rule|decree|by hand|forced|by force|artificial|pulled down|by itself|always comes|" +
              "fiat|put back|puts|set back|sets|automatic|no such|has no|have no|lack|missing|absent|does not have|" +
              "doesn't have|does not know|doesn't know|not include|ignore|nothing inactivat|never inactivat|" +
              "without inactivat|brought back|brings it back|impos",
            feedback: "That is the neuron. What brings the model's potential down after a spike, whatever the input?",
          },
        ],
        opposites: [
          {
            claim: "The neuron has a reset.",
            says: [
              "neuron has a reset|neuron is reset|cell the reset|neuron the reset",
              "model has sodium|model has channels",
              "model falls silent|real neuron fires on|real neuron goes on firing",
            ],
            feedback: "Which of the two is put back by a rule?",
          },
        ],
        right:
          "Under 2000 pA the membrane stays depolarised after a spike, so sodium channels remain inactivated and no " +
          "further spike can start. In the model nothing inactivates: a reset puts the potential down by decree, and " +
          "the strong current lifts it again at once.",
      }),
    hints: [
      "What has to happen to a sodium channel between two spikes?",
      "Who sees to that in the model, and does it depend on the input?",
    ],
    because: "Does it name what the neuron has and the model has not?",
  }),
];
