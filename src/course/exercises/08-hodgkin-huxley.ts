import type { Exercise } from "../exercise.js";
import { gates } from "./08-hodgkin-huxley/8.1-8.2-gates.js";
import { spikeAndThreshold } from "./08-hodgkin-huxley/8.3-8.4-spike-and-threshold.js";
import { ownMeasurement } from "./08-hodgkin-huxley/8.5-own-measurement.js";
import { afterASpike } from "./08-hodgkin-huxley/8.6-after-a-spike.js";

/** The exercises of notebook 8, in the order of its text. */
export const hodgkinHuxleyExercises: readonly Exercise[] = [
  ...gates,
  ...spikeAndThreshold,
  ...ownMeasurement,
  ...afterASpike,
];
