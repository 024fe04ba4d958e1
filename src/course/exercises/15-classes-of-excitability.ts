import type { Exercise } from "../exercise.js";
import { classesOfRates } from "./15-classes-of-excitability/15.1-15.2-classes.js";
import { causeOfTheClass } from "./15-classes-of-excitability/15.3-15.4-cause.js";
import { rampOrStep } from "./15-classes-of-excitability/15.5-ramp.js";

/** The exercises of notebook 15, in the order of its text. */
export const classesOfExcitabilityExercises: readonly Exercise[] = [
  ...classesOfRates,
  ...causeOfTheClass,
  ...rampOrStep,
];
