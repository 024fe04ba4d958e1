import type { Model } from "../../model/model.js";
import type { Numbers } from "../batch/batch.js";
import type { DrivenSystem } from "../driven-system.js";
import { gridSnap } from "../methods/step-size.js";
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

/** Writes entries of the table of steps: see `stepFormulas` for its names. */
export class EntryWriter {
  readonly entry: Float64Array;
  private readonly weights: Float64Array; // of h in each number, NaN for what is none
  private readonly stages: Float64Array; // at which part of the step the stimulus is asked for, NaN for what is none
  private readonly free: number;
  private readonly held: number;

  constructor(
    table: readonly string[],
    private readonly dt: number,
    stages: readonly number[],
    private readonly driven: DrivenSystem,
  ) {
    this.entry = new Float64Array(table.length);
    const weight = (name: string): number => (name === "h" ? 1 : Number(name.slice(1)));
    const isStimulus = (name: string): boolean => name.startsWith("stimulus");
    this.weights = Float64Array.from(table, weight);
    this.stages = Float64Array.from(table, (name) => (isStimulus(name) ? stages[Number(name.slice(8))] : NaN));
    this.free = table.indexOf("free");
    this.held = table.indexOf("held");
  }

  /** Puts the entry of a step from t to tNext into `entry`. */
  write(t: number, tNext: number): void {
    const { entry, weights, stages, driven } = this;
    const h = tNext - t;
    for (let k = 0; k < entry.length; k++)
      entry[k] = Number.isNaN(stages[k]) ? h * weights[k] : driven.input(t + stages[k] * h, 0);
    if (this.free >= 0) entry[this.free] = t;
    if (this.held >= 0) entry[this.held] = tNext + 2 * gridSnap(this.dt, tNext);
  }
}

/** A column that a batch can not lack. */
export function required(column: Numbers | undefined): Numbers {
  if (column === undefined) throw new Error("a batch lacks a state");
  return column;
}
