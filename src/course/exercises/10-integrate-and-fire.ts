import type { Exercise } from "../exercise.js";
import { leaky } from "./10-integrate-and-fire/10.1-10.3-leaky.js";
import { exponential } from "./10-integrate-and-fire/10.4-exponential.js";
import { adaptation } from "./10-integrate-and-fire/10.5-10.6-adaptation.js";

/** The exercises of notebook 10, in the order of its text. */
export const integrateAndFireExercises: readonly Exercise[] = [...leaky, ...exponential, ...adaptation];
