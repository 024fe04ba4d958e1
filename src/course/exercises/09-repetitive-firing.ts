import type { Exercise } from "../exercise.js";
import { howFast } from "./09-repetitive-firing/9.1-9.3-how-fast.js";
import { proofreading } from "./09-repetitive-firing/9.4-9.5-proofreading.js";
import { byHand } from "./09-repetitive-firing/9.6-by-hand.js";

/** The exercises of notebook 9, in the order of its text. */
export const repetitiveFiringExercises: readonly Exercise[] = [...howFast, ...proofreading, ...byHand];
