import type { Exercise } from "../exercise.js";
import { currentsApart } from "./07-the-voltage-clamp/7.1-7.2-voltage-clamp.js";
import { curvesOf1952 } from "./07-the-voltage-clamp/7.3-curves-of-1952.js";
import { blindPatchExercises } from "./07-the-voltage-clamp/7.4-blind-patch.js";
import { heartChannelExercises } from "./07-the-voltage-clamp/7.5-7.6-heart-channel.js";

/** The exercises of notebook 7, in the order of its text. */
export const voltageClampExercises: readonly Exercise[] = [
  ...currentsApart,
  ...curvesOf1952,
  ...blindPatchExercises,
  ...heartChannelExercises,
];
