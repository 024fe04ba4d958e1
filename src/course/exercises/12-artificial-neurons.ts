import type { Exercise } from "../exercise.js";
import { oneUnit } from "./12-artificial-neurons/12.1-12.2-one-unit.js";
import { hiddenLayer } from "./12-artificial-neurons/12.3-hidden-layer.js";
import { gradientDescent } from "./12-artificial-neurons/12.4-gradient-descent.js";
import { approximation } from "./12-artificial-neurons/12.5-12.6-approximation.js";

/** The exercises of notebook 12, in the order of its text. */
export const artificialNeuronExercises: readonly Exercise[] = [
  ...oneUnit,
  ...hiddenLayer,
  ...gradientDescent,
  ...approximation,
];
