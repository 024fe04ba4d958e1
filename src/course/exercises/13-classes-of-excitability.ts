import type { Exercise } from "../exercise.js";
import { classesOfRates } from "./13-classes-of-excitability/13.1-13.2-classes.js";
import { causeOfTheClass } from "./13-classes-of-excitability/13.3-13.4-cause.js";
import { rampOrStep } from "./13-classes-of-excitability/13.5-ramp.js";

/** The exercises of notebook 13, in the order of its text. */
export const classesOfExcitabilityExercises: readonly Exercise[] = [
  ...classesOfRates,
  ...causeOfTheClass,
  ...rampOrStep,
];
