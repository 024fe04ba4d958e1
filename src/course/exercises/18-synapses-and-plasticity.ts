import type { Exercise } from "../exercise.js";
import { transmission } from "./18-synapses-and-plasticity/18.1-18.4-transmission.js";
import { depression } from "./18-synapses-and-plasticity/18.5-18.6-depression.js";
import { learningExercises } from "./18-synapses-and-plasticity/18.7-18.9-learning.js";

/** The exercises of notebook 18, in the order of its text. */
export const synapseExercises: readonly Exercise[] = [...transmission, ...depression, ...learningExercises];
