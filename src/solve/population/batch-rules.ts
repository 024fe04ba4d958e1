import type { Model } from "../../model/model.js";
import type { Numbers } from "../batch/batch.js";
import type { StimulusData } from "../stimuli/stimulus.js";
import { thresholdReadsInput } from "./population-step.js";

/** Whether vectors can do what this model and stimulus ask for. */
export function suits(model: Model, stimulus: StimulusData | undefined): boolean {
  const { graph, roots } = model;
  // A state that counts time may need steps that end where a condition changes: `clockBreaks`.
  const counts = roots.field.some((root) => (graph.valueOf(root) ?? 0) !== 0);
  return !counts && !(stimulus !== undefined && readsV(stimulus)) && !thresholdReadsInput(model);
}

/** Whether a stimulus depends on the membrane potential. */
function readsV(stimulus: StimulusData): boolean {
  switch (stimulus.kind) {
    case "poissonInput":
      return true;
    case "sum":
      return stimulus.terms.some(readsV);
    case "constant":
    case "step":
    case "pulses":
    case "pulseTrain":
    case "ramp":
    case "sampled":
    case "sine":
    case "zap":
    case "whiteNoise":
    case "ornsteinUhlenbeck":
      return false;
  }
}

/** Writes the table's entry of a step from t to tNext: see `stepFormulas` for its names. */
export function entryWriter(
  table: readonly string[],
  snap: number,
  stages: readonly number[],
  stimulus: (t: number) => number,
): (t: number, tNext: number, entry: Float64Array) => void {
  const numbers = table.map((name): ((t: number, h: number) => number) => {
    if (name === "h") return (_t, h) => h;
    if (name === "free") return (t) => t;
    if (name.startsWith("stimulus")) {
      const part = stages[Number(name.slice(8))];
      return (t, h) => stimulus(t + part * h);
    }
    const weight = Number(name.slice(1));
    return (_t, h) => h * weight;
  });
  const held = table.indexOf("held");
  return (t, tNext, entry) => {
    for (let k = 0; k < numbers.length; k++) entry[k] = k === held ? tNext + 2 * snap : numbers[k](t, tNext - t);
  };
}

/** A column that a batch can not lack. */
export function required(column: Numbers | undefined): Numbers {
  if (column === undefined) throw new Error("a batch lacks a state");
  return column;
}
