import type { Exercise } from "../exercise.js";
import { oneIon } from "./01-the-neuron/1.1-1.2-one-ion.js";
import { restOfAMembrane } from "./01-the-neuron/1.3-1.4-rest.js";
import { downTheAxon } from "./01-the-neuron/1.5-1.6-axon.js";

/** The exercises of notebook 1, in the order of its text. */
export const theNeuronExercises: readonly Exercise[] = [...oneIon, ...restOfAMembrane, ...downTheAxon];
