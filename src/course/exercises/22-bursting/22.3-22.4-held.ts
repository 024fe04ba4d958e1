import { persistentSodiumPotassiumM } from "../../../models/bursters/persistent-sodium-potassium-m.js";
import { freeze } from "../../../model/freeze.js";
import { simulate } from "../../../solve/simulate.js";
import { between, listOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { exercise, type Exercise } from "../../exercise.js";

type Drift = (V: number[], nM: number, tauM: number) => number;

const cell = persistentSodiumPotassiumM;
const open = (V: number): number => 1 / (1 + Math.exp((-20 - V) / 5));
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

let inBurst: readonly number[] | undefined;
/** V and n of the lesson's run at its 14th spike, in the midst of a burst. */
function start(): readonly number[] {
  if (inBurst === undefined) {
    const run = simulate(cell, { duration: 200 });
    const { V, n } = run.at(run.spikes[13]);
    inBurst = [V, n];
  }
  return inBurst;
}

/** Up to which value of nM the held cell, started in a burst, spikes on: by halving, as in the lesson. */
function border(I: number): number {
  const fast = freeze(cell.with({ I }), "nM");
  let [low, high] = [0.02, 0.14];
  for (let k = 0; k < 11; k++) {
    const nM = (low + high) / 2;
    const { spikes } = simulate(fast.with({ nM }), { duration: 100, initial: start() });
    if (spikes.length > 0 && spikes[spikes.length - 1] > 80) low = nM;
    else high = nM;
  }
  return (low + high) / 2;
}

/** Where rest is lost: the smallest nM that an equilibrium below −50 mV can have. */
function rest(I: number): number {
  const { gL, EL, gNa, ENa, Vm, km, gK, EK, Vn, kn, gM } = cell.parameters;
  let least = Infinity;
  for (let V = -66; V < -54; V += 0.01) {
    const mInf = 1 / (1 + Math.exp((Vm - V) / km));
    const nInf = 1 / (1 + Math.exp((Vn - V) / kn));
    least = Math.min(least, (I - gL * (V - EL) - gNa * mInf * (V - ENa) - gK * nInf * (V - EK)) / (gM * (V - EK)));
  }
  return least;
}

/** What a burst looks like with its slow variable held. */
export const heldExercises: readonly Exercise[] = [
  exercise({
    id: "22.3",
    title: "How far does it spike?",
    points: 3,
    variant: (draw) => ({ I: draw.between(3.6, 9, 0.02) }),
    answer: ({ I }) => {
      const right = border(I);
      const fold = rest(I);
      return numberAnswer({
        unit: "",
        tolerance: 0.0004,
        right,
        misconceptions: [
          {
            name: "where rest begins",
            wrong: fold,
            feedback:
              "There rest appears. A cell that spikes already does not notice: start in the burst, not at rest.",
          },
          {
            name: "the width of the overlap",
            wrong: right - fold,
            feedback: "That is how far rest and spiking overlap. At which nM does spiking end?",
          },
          {
            name: "where the overlap has its middle",
            wrong: (right + fold) / 2,
            feedback: "There the cell spikes on if it spikes. Go higher.",
          },
        ].filter(({ wrong }) => Math.abs(wrong - right) > 0.001),
      });
    },
    hints: [
      "`held(nM, inBurst)` with your current: does the last of its spikes come near the end of the run?",
      "Halve the interval: 0.08 in the middle of 0.02 and 0.14. Does it spike on? Then the border lies above.",
      "Eleven halvings make an interval of 0.12 narrower than 0.0001. A loop does it in a second.",
    ],
    because: "Below it two fates lie side by side, and which one comes depends on where the cell starts.",
  }),
  exercise({
    id: "22.4",
    title: "Which way does the gate move?",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the potentials along one cycle in mV, nM and tauM in ms",
        gives: "1/ms",
        at: [
          [[-60, -60, -60], 0.05, 20],
          [[-40, 0, -55], 0.05, 20],
          [[-20, -20], 0.1, 50],
          [[-45, -30, 10, -50], 0.02, 30],
        ] as [number[], number, number][],
        domain: tuple(listOf(between(-65, 10), 2, 30), between(0, 0.3), between(5, 80)),
        tolerance: percent(0.1),
        right: (V, nM, tauM) => (mean(V.map(open)) - nM) / tauM,
        misconceptions: [
          {
            name: "the gate at the mean potential",
            wrong: (V, nM, tauM) => (open(mean(V)) - nM) / tauM,
            feedback:
              "First the gate at each potential, then the mean: a spike opens it far more than its mean potential.",
          },
          {
            name: "a sum for a mean",
            wrong: (V, nM, tauM) => (V.reduce((sum, v) => sum + open(v), 0) - nM) / tauM,
            feedback: "In yours the rate grows with the length of the list. Which number makes a mean of a sum?",
          },
          {
            name: "without the time constant",
            wrong: (V, nM) => mean(V.map(open)) - nM,
            feedback: "That is how far the gate is from where it wants to be. How fast does it get there?",
          },
          {
            name: "the sum instead of the mean",
            wrong: (V, nM, tauM) => V.reduce((sum, v) => sum + (open(v) - nM) / tauM, 0),
            feedback: "That is a sum over the cycle. Divide by the number of potentials: a mean is asked for.",
          },
          {
            name: "the sign turned",
            wrong: (V, nM, tauM) => (nM - mean(V.map(open))) / tauM,
            feedback: "A gate that is less open than it would like opens. Does yours?",
          },
          {
            name: "opening only",
            wrong: (V, _, tauM) => mean(V.map(open)) / tauM,
            feedback: "In yours the gate only opens, however far it is open already.",
          },
        ] as { name: string; wrong: Drift; feedback: string }[],
      }),
    hints: [
      "Each potential has its own nMInf. Their mean is what the gate feels over a cycle.",
      "`V.map((v) => 1 / (1 + Math.exp((-20 - v) / 5)))` is the list of them.",
      "`(sum / V.length - nM) / tauM`",
    ],
    because: "What is slow does not see the single spike, only the mean over many.",
  }),
];
