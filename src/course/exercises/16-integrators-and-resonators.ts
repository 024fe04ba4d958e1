import type { Exercise } from "../exercise.js";
import { pulsesAndTrains } from "./16-integrators-and-resonators/16.1-16.2-pulses.js";
import { resonanceExercises } from "./16-integrators-and-resonators/16.3-16.4-resonance.js";
import { onsetOfResonanceExercises } from "./16-integrators-and-resonators/16.5-16.6-onset-of-resonance.js";
import { thresholds } from "./16-integrators-and-resonators/16.7-16.8-thresholds.js";

/** The exercises of notebook 16, in the order of its text. */
export const integratorsAndResonatorsExercises: readonly Exercise[] = [
  ...pulsesAndTrains,
  ...resonanceExercises,
  ...onsetOfResonanceExercises,
  ...thresholds,
];
