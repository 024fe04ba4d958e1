import type { Exercise } from "../exercise.js";
import { spike } from "./09-persistent-sodium-potassium/9.1-9.2-spike.js";
import { thresholdCurve } from "./09-persistent-sodium-potassium/9.3-9.4-threshold-curve.js";
import { fourBifurcations } from "./09-persistent-sodium-potassium/9.5-four-bifurcations.js";
import { rebound } from "./09-persistent-sodium-potassium/9.6-rebound.js";

/** The exercises of notebook 9, in the order of its text. */
export const persistentSodiumPotassiumExercises: readonly Exercise[] = [
  ...spike,
  ...thresholdCurve,
  ...fourBifurcations,
  ...rebound,
];
