import type { Exercise } from "../exercise.js";
import { phaseResponseExercises } from "./21-two-neurons/21.1-21.3-phase-response.js";
import { rhythmExercises } from "./21-two-neurons/21.4-21.5-rhythm.js";
import { pairExercises } from "./21-two-neurons/21.6-21.9-pairs.js";

/** The exercises of notebook 21, in the order of its text. */
export const twoNeuronsExercises: readonly Exercise[] = [
  ...phaseResponseExercises,
  ...rhythmExercises,
  ...pairExercises,
];
