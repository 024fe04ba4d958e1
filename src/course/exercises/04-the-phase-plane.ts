import type { Exercise } from "../exercise.js";
import { nullclinesOfTheNeuron } from "./04-the-phase-plane/4.1-4.3-nullclines.js";
import { kindsOfEquilibria } from "./04-the-phase-plane/4.4-4.5-equilibria.js";
import { separatrixAndCycle } from "./04-the-phase-plane/4.6-4.7-separatrix-and-cycle.js";
import { thresholdInWords } from "./04-the-phase-plane/4.8-own-words.js";

/** The exercises of notebook 4, in the order of its text. */
export const thePhasePlaneExercises: readonly Exercise[] = [
  ...nullclinesOfTheNeuron,
  ...kindsOfEquilibria,
  ...separatrixAndCycle,
  thresholdInWords,
];
