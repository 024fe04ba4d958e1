import type { Exercise } from "../exercise.js";
import { passiveAndRate } from "./19-a-real-neuron/19.1-19.3-passive-and-rate.js";
import { coincidenceExercises } from "./19-a-real-neuron/19.4-19.5-coincidences.js";
import { chanceAndLimits } from "./19-a-real-neuron/19.6-19.8-chance-and-limits.js";

/** The exercises of notebook 19, in the order of its text. */
export const realNeuronExercises: readonly Exercise[] = [
  ...passiveAndRate,
  ...coincidenceExercises,
  ...chanceAndLimits,
];
