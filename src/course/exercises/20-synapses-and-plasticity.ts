import type { Exercise } from "../exercise.js";
import { transmission } from "./20-synapses-and-plasticity/20.1-20.4-transmission.js";
import { depression } from "./20-synapses-and-plasticity/20.5-20.6-depression.js";
import { learningExercises } from "./20-synapses-and-plasticity/20.7-20.9-learning.js";

/** The exercises of notebook 20, in the order of its text. */
export const synapseExercises: readonly Exercise[] = [...transmission, ...depression, ...learningExercises];
