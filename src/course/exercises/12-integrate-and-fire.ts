import type { Exercise } from "../exercise.js";
import { leaky } from "./12-integrate-and-fire/12.1-12.3-leaky.js";
import { exponential } from "./12-integrate-and-fire/12.4-exponential.js";
import { adaptation } from "./12-integrate-and-fire/12.5-12.6-adaptation.js";
import { resetInWords } from "./12-integrate-and-fire/12.7-own-words.js";

/** The exercises of notebook 12, in the order of its text. */
export const integrateAndFireExercises: readonly Exercise[] = [...leaky, ...exponential, ...adaptation, resetInWords];
