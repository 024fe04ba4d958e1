import type { Exercise } from "../exercise.js";
import { burstExercises } from "./22-bursting/22.1-22.2-bursts.js";
import { heldExercises } from "./22-bursting/22.3-22.4-held.js";
import { ownBursterExercises } from "./22-bursting/22.5-22.6-own-burster.js";
import { ordered } from "./22-bursting/22.7-22.8-to-order.js";

/** The exercises of notebook 22, in the order of its text. */
export const burstingExercises: readonly Exercise[] = [
  ...burstExercises,
  ...heldExercises,
  ...ownBursterExercises,
  ...ordered,
];
