import type { Exercise } from "../exercise.js";
import { responseFunction } from "./02-spike-trains/2.1-2.3-response-function.js";
import { poissonSpikes } from "./02-spike-trains/2.4-2.6-poisson.js";
import { intervals } from "./02-spike-trains/2.7-intervals.js";
import { changingRate } from "./02-spike-trains/2.8-changing-rate.js";
import { realTrains } from "./02-spike-trains/2.10-2.11-real-trains.js";
import { whereTheNoiseComesIn } from "./02-spike-trains/2.9-noise.js";

/** The exercises of notebook 2, in the order of its text. */
export const spikeTrainExercises: readonly Exercise[] = [
  ...responseFunction,
  ...poissonSpikes,
  ...intervals,
  ...changingRate,
  ...whereTheNoiseComesIn,
  ...realTrains,
];
