import { phaseLocking } from "../../../dynamics/phase/phase-locking.js";
import { simulatePair, type PairRun } from "../../../experiments/simulate-pair.js";
import type { Model } from "../../../model/model.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { withSynapses } from "../../../models/synapses/with-synapses.js";
import { between, listOf, whole } from "../../answers/domain.js";
import { freeAnswer, isRecordWith } from "../../answers/free-answer.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

type Change = (curve: ArrayLike<number>, k: number) => number;

type Pair = Readonly<Record<"reversal" | "tau" | "weight", number>>;

const cell = (reversal: number, tau: number, I: number): Model =>
  withSynapses(persistentSodiumPotassium.with({ I }), [{ name: "syn", kind: "exponential", tau, reversal }]);

/** The stable lead of two cells that excite each other weakly, periods; NaN without one. */
function leadOf(tau: number, I: number): number {
  const { locked } = phaseLocking(cell(0, tau, I), { kind: "synaptic", onto: "gsyn", weight: 1 });
  return (locked.find(({ stable }) => stable) ?? { phase: NaN }).phase;
}

const runs = new Map<string, PairRun>();
/** 600 ms of two cells with 6 and 7 µA/cm², as the lesson runs them. */
function run({ reversal, tau, weight }: Pair): PairRun {
  const key = JSON.stringify([reversal, tau, weight]);
  const coupling = { kind: "synaptic", onto: "gsyn", weight } as const;
  const known = runs.get(key) ?? simulatePair(cell(reversal, tau, 6), coupling, { duration: 600, second: { I: 7 } });
  runs.set(key, known);
  return known;
}

const canBe = ({ reversal, tau, weight }: Pair): boolean =>
  reversal >= -90 && reversal <= 20 && tau >= 0.2 && tau <= 30 && weight > 0 && weight <= 2;
const isOneForOne = ({ spikes: [first, second] }: PairRun): boolean =>
  first.length > 10 && Math.abs(first.length - second.length) <= 1;
const isTogether = ({ difference }: PairRun): boolean =>
  difference.length > 10 &&
  difference.subarray(difference.length >> 1).every((lead) => Math.min(lead, 1 - lead) < 0.05);
const isNotHurried = ({ spikes: [, second] }: PairRun): boolean => second.length <= 74;

/** Two cells. */
export const pairExercises: readonly Exercise[] = [
  exercise({
    id: "21.6",
    title: "Who gets ahead?",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the curve at the phases 0 to 1, and the place k",
        gives: "periods",
        at: [
          [[0, 1, 3, 2, 0], 1],
          [[0, 1, 3, 2, 0], 3],
          [[0, 1, 3, 2, 0.5], 0],
          [[0.2, 0.5, 0.9, 1.4, 1.1, 0.3], 2],
          [[1, 2, 4], 1],
          [[0, -1, 2, 5, 3, 1, 0], 4],
        ] as [number[], number][],
        domain: (random): [number[], number] => {
          const curve = listOf(between(-1, 3), 3, 25)(random);
          return [curve, whole(0, curve.length - 1)(random)];
        },
        tolerance: 1e-6,
        right: (curve, k) => curve[k] - curve[curve.length - 1 - k],
        misconceptions: [
          {
            name: "the sign turned",
            wrong: (curve, k) => curve[curve.length - 1 - k] - curve[k],
            feedback:
              "If the second gains more than the first, its lead grows. Which of the two is the second's shift?",
          },
          {
            name: "one kick only",
            wrong: (curve, k) => curve[k],
            feedback: "That is what the second cell gains. The first gains something, too, when the second fires.",
          },
          {
            name: "both added",
            wrong: (curve, k) => curve[k] + curve[curve.length - 1 - k],
            feedback: "If both gain the same, the lead stays as it is.",
          },
          {
            name: "the odd part",
            wrong: (curve, k) => (curve[k] - curve[curve.length - 1 - k]) / 2,
            feedback: "That is the odd part of the curve, half of the change in a round.",
          },
          {
            name: "one place beside",
            wrong: (curve, k) => curve[k] - (curve[curve.length - k] ?? curve[0]),
            feedback: "A list with N + 1 entries ends with the index N. Which index has the phase 1 − k/N?",
          },
        ] as { name: string; wrong: Change; feedback: string }[],
      }),
    hints: [
      "Both cells are kicked once in a round: the second at the phase φ, the first at 1 − φ.",
      "The last entry of a list has the index `curve.length - 1`; k places before it is the phase 1 − φ.",
      "`curve[k] - curve[curve.length - 1 - k]`",
    ],
    because: "What is alike at φ and 1 − φ hurries both, and leaves the lead as it is.",
  }),
  exercise({
    id: "21.7",
    title: "Your pair",
    points: 3,
    // Even on a logarithmic scale: the leads of lasting synapses lie close together.
    variant: (draw) => ({
      I: draw.between(5.4, 7, 0.05),
      tau: Math.round(10 * 2 ** draw.between(0.6, 3.6, 0.02)) / 10,
    }),
    answer: ({ I, tau }) => {
      const right = leadOf(tau, I);
      return numberAnswer({
        unit: "",
        right,
        tolerance: 0.001,
        misconceptions: [
          { name: "in step", wrong: 0, feedback: "At a lead of 0 your curve crosses zero. Upward, or downward?" },
          {
            name: "half a period",
            wrong: 0.5,
            feedback: "At half a period there is always a zero. Does a lead near it come back to it?",
          },
          {
            name: "seen from the other cell",
            wrong: 1 - right,
            feedback: "The same pair, seen from the other cell. Give the lead between 0 and 0.5.",
          },
          {
            name: "the lesson's current",
            wrong: leadOf(tau, 6),
            feedback: "That is the pair at 6 uA/cm^2. Give `synapse` your current too: it is its last value.",
          },
        ].filter(({ wrong }) => Math.abs(wrong - right) > 0.002),
      });
    },
    hints: [
      "`phaseLocking(synapse(0, pairOf.tau, pairOf.I), by(1)).locked` lists the leads at which the change is zero.",
      "Take the one that is `stable` and lies between 0 and 0.5.",
    ],
    because: "The weight does not matter here: it scales the whole curve, and moves no zero.",
  }),
  exercise({
    id: "21.8",
    title: "In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why lasting excitation takes two cells apart and lasting inhibition brings them into step",
        mentions: [
          {
            name: "speaks of who is ahead",
            words: "ahead|lead|first|behind|follow|front|lag|advance|earlier one|faster one|other one|trail|second",
            feedback: "One of the two cells is a little ahead. What reaches that one, and what the other?",
          },
          {
            name: "speaks of early and late",
            words: "early|late|after|before|begin|whole|has just|reset|phase|full|entire|soon|beginning",
            feedback: "When in its own cycle does each of them get the spike of the other?",
          },
        ],
        opposites: [
          {
            claim: "Excitation delays the leader.",
            says: [
              "excitation delays|excitation holds|excitation slows|inhibition hurries|inhibition " +
                "advances|inhibition speeds",
            ],
            feedback: "What does an excitatory spike do to the next spike of this clock?",
          },
          {
            claim: "The leader gets the spike late in its cycle.",
            says: [
              "excitation helps the one behind|excitation therefore helps the one behind|excitation helps the follower",
              "leader  … late in its",
              "follower  … early in its",
            ],
            feedback: "The leader has just fired when the other fires. Where in its cycle is it?",
          },
        ],
        right:
          "The cell that is ahead gets the other's spike just after its own, so the conductance acts through its " +
          "whole cycle; the cell behind gets it just before its spike, where part of it is lost. Excitation " +
          "therefore helps the one ahead more, and inhibition holds it back more.",
      }),
    hints: [
      "If the second cell is a little ahead, and the first one fires: at which phase is the second then?",
      "And when the second fires, at which phase is the first? A synapse that lasts does more if it comes early.",
    ],
    because: "Does it say who gets the spike early?",
  }),
  exercise({
    id: "21.9",
    title: "Unlike, and together",
    points: 4,
    answer: () =>
      freeAnswer<Pair>({
        shape: "a record with reversal, tau and weight",
        is: isRecordWith<Pair>("reversal", "tau", "weight"),
        right: { reversal: 0, tau: 1, weight: 1 },
        parts: [
          {
            name: "a spike for each spike",
            points: 1,
            holds: (given) => canBe(given) && isOneForOne(run(given)) && isNotHurried(run(given)),
          },
        ],
        properties: [
          {
            name: "has a synapse that there may be",
            holds: canBe,
            wrong: { reversal: 0, tau: 1, weight: 5 },
            feedback:
              "The reversal potential lies from −90 to 20 mV, tau from 0.2 to 30 ms, the weight up to 2 mS/cm².",
          },
          {
            name: "fires a spike for each spike",
            holds: (given) => isOneForOne(run(given)),
            wrong: { reversal: 0, tau: 5, weight: 0.05 },
            feedback: "One of them fires more often than the other. What would help the slower one more?",
          },
          {
            name: "fires less than 0.05 of a period apart",
            holds: (given) => isTogether(run(given)),
            wrong: { reversal: 0, tau: 5, weight: 0.1 },
            feedback:
              "A spike for each spike, but not together. How soon does the second cell have to hear of the first?",
          },
          {
            name: "is no faster than a tenth above the second cell alone",
            holds: (given) => isNotHurried(run(given)),
            wrong: { reversal: 0, tau: 5, weight: 2 },
            feedback: "Together, but much faster than either alone. How long need the synapse stay open?",
          },
        ],
      }),
    hints: [
      "The slower cell has to be fired by the faster one, in each round.",
      "What comes after that spike only hurries both of them.",
    ],
    because: "The forecast for weak coupling says the opposite of what strong, brief excitation does.",
  }),
];
