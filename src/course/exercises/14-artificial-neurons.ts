import type { Exercise } from "../exercise.js";
import { oneUnit } from "./14-artificial-neurons/14.1-14.2-one-unit.js";
import { hiddenLayer } from "./14-artificial-neurons/14.3-hidden-layer.js";
import { gradientDescent } from "./14-artificial-neurons/14.4-gradient-descent.js";
import { approximation } from "./14-artificial-neurons/14.5-14.6-approximation.js";

/** The exercises of notebook 14, in the order of its text. */
export const artificialNeuronExercises: readonly Exercise[] = [
  ...oneUnit,
  ...hiddenLayer,
  ...gradientDescent,
  ...approximation,
];
