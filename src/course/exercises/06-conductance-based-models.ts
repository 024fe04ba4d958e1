import type { Exercise } from "../exercise.js";
import { conservationOfCharge } from "./06-conductance-based-models/6.1-charge.js";
import { gates } from "./06-conductance-based-models/6.2-gates.js";
import { fourthPower } from "./06-conductance-based-models/6.3-6.4-fourth-power.js";
import { ownModel } from "./06-conductance-based-models/6.5-own-model.js";
import { tiring } from "./06-conductance-based-models/6.6-tiring.js";

/** The exercises of notebook 6, in the order of its text. */
export const conductanceBasedModelExercises: readonly Exercise[] = [
  ...conservationOfCharge,
  ...gates,
  ...fourthPower,
  ...ownModel,
  ...tiring,
];
