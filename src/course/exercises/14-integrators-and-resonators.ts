import type { Exercise } from "../exercise.js";
import { pulsesAndTrains } from "./14-integrators-and-resonators/14.1-14.2-pulses.js";
import { resonanceExercises } from "./14-integrators-and-resonators/14.3-14.4-resonance.js";
import { onsetOfResonanceExercises } from "./14-integrators-and-resonators/14.5-14.6-onset-of-resonance.js";
import { thresholds } from "./14-integrators-and-resonators/14.7-14.8-thresholds.js";

/** The exercises of notebook 14, in the order of its text. */
export const integratorsAndResonatorsExercises: readonly Exercise[] = [
  ...pulsesAndTrains,
  ...resonanceExercises,
  ...onsetOfResonanceExercises,
  ...thresholds,
];
