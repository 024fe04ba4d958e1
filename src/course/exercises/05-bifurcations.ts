import type { Exercise } from "../exercise.js";
import { saddleNode } from "./05-bifurcations/5.1-5.2-saddle-node.js";
import { andronovHopf } from "./05-bifurcations/5.3-5.4-andronov-hopf.js";
import { fingerprints } from "./05-bifurcations/5.5-5.6-fingerprints.js";
import { traceAndDeterminant } from "./05-bifurcations/5.7-5.8-trace-and-determinant.js";

/** The exercises of notebook 5, in the order of its text. */
export const bifurcationExercises: readonly Exercise[] = [
  ...saddleNode,
  ...andronovHopf,
  ...fingerprints,
  ...traceAndDeterminant,
];
