import type { Exercise } from "../exercise.js";
import { burstExercises } from "./20-bursting/20.1-20.2-bursts.js";
import { heldExercises } from "./20-bursting/20.3-20.4-held.js";
import { ownBursterExercises } from "./20-bursting/20.5-20.6-own-burster.js";
import { ordered } from "./20-bursting/20.7-20.8-to-order.js";

/** The exercises of notebook 20, in the order of its text. */
export const burstingExercises: readonly Exercise[] = [
  ...burstExercises,
  ...heldExercises,
  ...ownBursterExercises,
  ...ordered,
];
