import type { Model } from "../../model/model.js";
import type { StimulusData } from "../stimuli/stimulus.js";
import { thresholdReadsInput } from "./population-step.js";

/** Whether vectors can do what this model and stimulus ask for. */
export function suits(model: Model, stimulus: StimulusData | undefined): boolean {
  const { graph, roots } = model;
  // A state that counts time may need steps that end where a condition changes: `clockBreaks`.
  const counts = roots.field.some((root) => (graph.valueOf(root) ?? 0) !== 0);
  return !counts && !readsV(stimulus) && !thresholdReadsInput(model);
}

/** Whether a stimulus depends on the membrane potential. */
function readsV(stimulus: StimulusData | undefined): boolean {
  if (stimulus?.kind === "sum") return stimulus.terms.some(readsV);
  return stimulus?.kind === "poissonInput";
}
