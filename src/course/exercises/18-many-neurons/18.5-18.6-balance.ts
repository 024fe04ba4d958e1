import { balancedNetwork } from "../../../networks/balanced-network.js";
import { coefficientOfVariation } from "../../../spikes/intervals.js";
import { between } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";

const meanInput = (g: number, drive: number, rate: number): number => 20 * drive + 2 * rate * (1 - g / 4);

/** Of the intervals of one network, in three ways of which one was asked. */
interface Irregularity {
  /** Mean over the cells, from 100 ms on. */
  readonly settled: number;
  readonly withStart: number;
  readonly excitatoryOnly: number;
}

const measured = new Map<string, Irregularity>();

/** Runs each network once. */
function irregularityOf(g: number, drive: number, seed: number): Irregularity {
  const key = `${g} ${drive} ${seed}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  const { count, excitatory, raster } = balancedNetwork({
    excitatory: 400,
    probability: 0.25,
    duration: 400,
    g,
    drive,
    seed,
  });
  const variations = (from: number): number[] => {
    const trains = Array.from({ length: count }, (): number[] => []);
    raster.time.forEach((t, s) => {
      if (t >= from) trains[raster.cell[s]].push(t);
    });
    return trains.map(coefficientOfVariation);
  };
  const mean = (list: readonly number[]): number => {
    const there = list.filter((cv) => !Number.isNaN(cv));
    return there.reduce((sum, cv) => sum + cv, 0) / there.length;
  };
  const settled = variations(100);
  const found = {
    settled: mean(settled),
    withStart: mean(variations(0)),
    excitatoryOnly: mean(settled.slice(0, excitatory)),
  };
  measured.set(key, found);
  return found;
}

/** Exercises 18.5 and 18.6: a balanced network. */
export const balanceExercises: readonly Exercise[] = [
  exercise({
    id: "18.5",
    title: "What is left of the input",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "g, the drive and the rate in Hz",
        gives: "mV",
        at: [
          [5, 2, 37],
          [3, 2, 330],
          [4, 1.5, 80],
          [4.5, 0.9, 5],
          [8, 0, 12],
          [0, 1, 20],
        ],
        domain: (random) => [between(0, 9)(random), between(0, 5)(random), between(0, 400)(random)],
        tolerance: percent(0.1),
        right: meanInput,
        misconceptions: [
          {
            name: "as many inhibitory cells as excitatory ones",
            wrong: (g, drive, rate) => 20 * drive + 2 * rate * (1 - g),
            feedback: "So inhibition would balance at g = 1. How many inhibitory inputs are there for 1000 excitatory?",
          },
          {
            name: "Hz times ms",
            wrong: (g, drive, rate) => 20 * drive + 2000 * rate * (1 - g / 4),
            feedback: "Your rate is in Hz and your τ in ms: one of them has to be divided by 1000.",
          },
          {
            name: "without the drive",
            wrong: (g, _drive, rate) => 2 * rate * (1 - g / 4),
            feedback: "That is what the network brings. What comes from outside is missing.",
          },
          {
            name: "inhibition added",
            wrong: (g, drive, rate) => 20 * drive + 2 * rate * (1 + g / 4),
            feedback: "Inhibition takes away. (Variances would add up; this is the mean.)",
          },
          {
            name: "excitation alone",
            wrong: (_g, drive, rate) => 20 * drive + 2 * rate,
            feedback: "That is all excitation. What do the inhibitory inputs take away?",
          },
          {
            name: "the drive held back too",
            wrong: (g, drive, rate) => (20 * drive + 2 * rate) * (1 - g / 4),
            feedback: "Inhibition comes from the network; it does not weaken what comes from outside.",
          },
          {
            name: "without τ",
            wrong: (g, drive, rate) => 20 * drive + 0.1 * rate * (1 - g / 4),
            feedback: "C J ν is in mV per second. For how long does the membrane remember?",
          },
        ],
      }),
    hints: [
      "`C * J * tau * rate / 1000` is what excitation within the network brings, in mV.",
      "Times `(1 - g / 4)`, and `20 * drive` from outside.",
    ],
    because: "Two large sums of opposite sign, and the drive.",
  }),
  exercise({
    id: "18.6",
    title: "Measure your network",
    points: 2,
    variant: (draw) => ({
      g: draw.between(4.5, 8, 0.1),
      drive: draw.between(1.2, 4, 0.1),
      seed: draw.between(1, 50, 1),
    }),
    answer: ({ g, drive, seed }) => {
      const { settled, withStart, excitatoryOnly } = irregularityOf(g, drive, seed);
      const misconceptions = [
        {
          name: "with the start",
          wrong: withStart,
          feedback: "That counts from 0 on. Leave out the first 100 ms: all cells begin between rest and threshold.",
        },
        {
          name: "the variance",
          wrong: settled ** 2,
          feedback: "That is the square of it. CV is the standard deviation over the mean.",
        },
        {
          name: "excitatory cells only",
          wrong: excitatoryOnly,
          feedback: "Those are the first 400 cells. There are 500.",
        },
      ];
      return numberAnswer({
        unit: "",
        right: settled,
        tolerance: percent(0.1), // the median, or a part of the cells, comes within a few tenths of a percent
        misconceptions: misconceptions.filter(({ wrong }, k) =>
          [settled, ...misconceptions.slice(0, k).map((m) => m.wrong)].every(
            (x) => Math.abs(x - wrong) > 0.012 * Math.max(x, wrong),
          ),
        ),
      });
    },
    hints: [
      "`run.spikesOf(k).filter((t) => t >= 100)` is the train of cell k once the start is forgotten.",
      "`coefficientOfVariation` is not a number for a train of fewer than two intervals; leave these out.",
      "`meanOf(trains.map(coefficientOfVariation).filter((cv) => !Number.isNaN(cv)))`",
    ],
    because: "Chance that nobody put in: the cells are each other's noise.",
  }),
];
