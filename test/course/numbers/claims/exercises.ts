import { equilibria } from "../../../../src/dynamics/equilibria/equilibria.js";
import { persistentSodiumPotassium } from "../../../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../../../src/solve/simulate.js";
import { step } from "../../../../src/solve/stimuli/stimulus-shapes.js";
import { bursts } from "../../../../src/spikes/bursts.js";
import type { Names } from "../scope.js";

/**
 * What exercises say to a student and no notebook does: parts of their hints and feedback, with the marks that
 * notebooks/source/README.md tells. They stand among the names of the notebook.
 */
export const saidByExercises: Readonly<Record<string, readonly string[]>> = {
  "1.1": ["too small by a factor of 2.3{= Math.LN10}."],
  "1.2": ['Solve E = 26.73{= nernst("K", { inside: 1, outside: Math.E }, 37)} mV'],
  "1.4": [
    "too small by a factor of 2.3{= Math.LN10}.",
    'From −89{= nernst("K", K, 37)} mV without sodium to +62{= nernstPotential(14, 145, 1, 37)} mV with sodium alone',
  ],
  "4.6": ["Seven{= Math.ceil(Math.log2(10 / 0.1))} halvings are enough: 10 mV / 2⁷ = 0.08{= 10 / 2 ** 7} mV."],
  "7.3": ["36{= hodgkinHuxley.parameters.gK} mS/cm² is the model's largest conductance"],
  "8.1": ["63{= 100 * (1 - Math.exp(-1))} % of the way", "after three times as long, 95{= 100 * (1 - Math.exp(-3))} %"],
  "9.4": ['A sigmoid: 0.047{= hodgkinHuxley.quantity("betaH", [-65, 0, 0, 0])} per ms at rest'],
  "10.1": ["That is for 74{= membrane.parameters.gNa} mS/cm²."],
  "11.5": ["try values between 0.1{< stillUnstable(richer)} and 0.2{> backToRest(richer)} ms"],
  "11.6": ["Try reductions of 5 and 30: one{= reboundsAfter([5, 30])} of them fires."],
  "12.2": ["30.8{= rate(210)} Hz at 210 pA, 77.0{= rate(300)} Hz at 300 pA"],
  "14.6": ["half the error takes 1.4{= Math.SQRT2} times the units"],
  "16.8": ["A spike comes every 5.93{= unstopped.spikes[2] - unstopped.spikes[1]} ms."],
  "20.6": [
    "one over U from 0.2{< fit.U} to 0.8{> fit.U}, one over tauRec from 200{< fit.tauRec} to 900{> fit.tauRec} ms",
    "44{= 100 * fit.U} % of what is there goes with each spike",
  ],
  "22.3": ["Eleven{= Math.ceil(Math.log2(0.12 / 0.0001))} halvings make an interval of 0.12 narrower than 0.0001"],
  "22.5": [
    "At rest V is below −29{> equilibria(planar.with({ I: 39.96 }))[0].state.V} mV",
    "make bursts of nine{= spikesPerBurst(burster)} spikes",
  ],
};

const resonator = persistentSodiumPotassium.preset("subcritical Andronov-Hopf");

export const ofExercises: Names = {
  /** Of the inputs at both ends of the variants of 11.6 the same number, or NaN. */
  reboundsAfter: (reductions: readonly number[]): number => {
    const [least, most] = [36, 46.5].map((I) => {
      const model = resonator.with({ I });
      const initial = equilibria(model)[0].state;
      return reductions.filter(
        (by) => simulate(model, { duration: 60, initial, stimulus: step(-by, 5, 25) }).spikes.length > 0,
      ).length;
    });
    return least === most ? least : Number.NaN;
  },
  spikesPerBurst: (model: Parameters<typeof simulate>[0]): number =>
    bursts(simulate(model, { duration: 2000 }).spikes)[2].count,
};
