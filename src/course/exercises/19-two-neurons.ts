import type { Exercise } from "../exercise.js";
import { phaseResponseExercises } from "./19-two-neurons/19.1-19.3-phase-response.js";
import { rhythmExercises } from "./19-two-neurons/19.4-19.5-rhythm.js";
import { pairExercises } from "./19-two-neurons/19.6-19.9-pairs.js";

/** The exercises of notebook 19, in the order of its text. */
export const twoNeuronsExercises: readonly Exercise[] = [
  ...phaseResponseExercises,
  ...rhythmExercises,
  ...pairExercises,
];
