import type { Exercise } from "../exercise.js";
import { gates } from "./07-hodgkin-huxley/7.1-7.2-gates.js";
import { curvesOf1952 } from "./07-hodgkin-huxley/7.3-curves-of-1952.js";
import { spikeAndThreshold } from "./07-hodgkin-huxley/7.4-7.5-spike-and-threshold.js";
import { howFast } from "./07-hodgkin-huxley/7.6-7.8-how-fast.js";
import { proofreading } from "./07-hodgkin-huxley/7.9-7.10-proofreading.js";
import { byHand } from "./07-hodgkin-huxley/7.11-by-hand.js";
import { ownMeasurement } from "./07-hodgkin-huxley/7.12-own-measurement.js";

/** The exercises of notebook 7, in the order of its text. */
export const hodgkinHuxleyExercises: readonly Exercise[] = [
  ...gates,
  ...curvesOf1952,
  ...spikeAndThreshold,
  ...howFast,
  ...proofreading,
  ...byHand,
  ...ownMeasurement,
];
