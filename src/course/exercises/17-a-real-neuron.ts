import type { Exercise } from "../exercise.js";
import { passiveAndRate } from "./17-a-real-neuron/17.1-17.3-passive-and-rate.js";
import { coincidenceExercises } from "./17-a-real-neuron/17.4-17.5-coincidences.js";
import { chanceAndLimits } from "./17-a-real-neuron/17.6-17.8-chance-and-limits.js";

/** The exercises of notebook 17, in the order of its text. */
export const realNeuronExercises: readonly Exercise[] = [
  ...passiveAndRate,
  ...coincidenceExercises,
  ...chanceAndLimits,
];
