import type { Exercise } from "../exercise.js";
import { velocity } from "./03-flows-on-a-line/3.1-3.2-velocity.js";
import { bistability } from "./03-flows-on-a-line/3.3-3.4-bistability.js";
import { potentialOfTheFlow } from "./03-flows-on-a-line/3.5-potential.js";
import { timeScale } from "./03-flows-on-a-line/3.6-time-scale.js";
import { saddleNode } from "./03-flows-on-a-line/3.7-saddle-node.js";
import { makeItMove } from "./03-flows-on-a-line/3.8-3.9-euler.js";

/** The exercises of notebook 3, in the order of its text. */
export const flowsOnALineExercises: readonly Exercise[] = [
  ...velocity,
  ...bistability,
  ...potentialOfTheFlow,
  ...timeScale,
  ...saddleNode,
  ...makeItMove,
];
