import type { Exercise } from "../exercise.js";
import { spike } from "./11-persistent-sodium-potassium/11.1-11.2-spike.js";
import { thresholdCurve } from "./11-persistent-sodium-potassium/11.3-11.4-threshold-curve.js";
import { fourBifurcations } from "./11-persistent-sodium-potassium/11.5-four-bifurcations.js";
import { rebound } from "./11-persistent-sodium-potassium/11.6-rebound.js";
import { raceInWords } from "./11-persistent-sodium-potassium/11.7-own-words.js";

/** The exercises of notebook 11, in the order of its text. */
export const persistentSodiumPotassiumExercises: readonly Exercise[] = [
  ...spike,
  ...thresholdCurve,
  ...fourBifurcations,
  ...rebound,
  raceInWords,
];
