import type { DefinedIn, Model, ModelNames, Offered } from "../model/model.js";
import { suggestion } from "../checks/suggestion.js";
import type { WienerPath } from "./methods/euler-maruyama.js";
import type { DrivenSystem, RunParameters } from "./driven-system.js";
import type { Recording } from "./recording/recording.js";

/** What it took to compute a trajectory. */
export interface Cost {
  readonly steps: number;
  /** Steps thrown away because their error was too large. */
  readonly rejected: number;
  /** Calls of the right-hand side. */
  readonly evaluations: number;
}

/** The result of `simulate`. `input` and every state have one entry for each entry of `time`. */
export interface Trajectory<N extends ModelNames = ModelNames> {
  /**
   * ms, from 0 to the duration. A reset stands there twice, with the states before and after it; so does a jump of the
   * stimulus where the output follows the steps of an adaptive method (no `dt` given). A grid (`dt` given) holds its
   * points only.
   */
  readonly time: Float64Array;
  /** Each state by name, in the model's units: those that were asked for, or all. */
  readonly states: Readonly<Record<string, Float64Array>>;
  /**
   * The model's own value of its input parameter plus the stimulus, white noise as its mean up to the next time; zero
   * for a system without either.
   */
  readonly input: Float64Array;
  /** Times in ms at which the threshold was crossed upward. */
  readonly spikes: Float64Array;
  /** The states at any time of the run, from the dense output of the method; at a reset, the states after it. */
  at(t: number): Readonly<Record<string, number>>;
  /** A state, the input or a named quantity of the model, such as INa, along `time`. */
  quantity(name: Offered<DefinedIn<N> | "input">): Float64Array;
  readonly cost: Cost;
  /**
   * The model that was run, at its parameters; figures take their units from it. Undefined for a hand-written
   * right-hand side.
   */
  readonly model: Model | undefined;
}

/** A run that has ended. */
interface FinishedRun {
  /** Of the states. */
  readonly names: readonly string[];
  /** Indices of those that were kept. */
  readonly kept: readonly number[];
  readonly recording: Recording;
  readonly driven: DrivenSystem;
  readonly spikes: Float64Array;
  readonly cost: Cost;
  /** White noise in the input. */
  readonly noise: WienerPath | undefined;
}

/** The trajectory of a run that has ended. */
export function trajectoryOf({ names, kept, recording, driven, spikes, cost, noise }: FinishedRun): Trajectory {
  const values = recording.states();
  const states = Object.fromEntries(kept.map((i, column) => [names[i], values[column]]));
  const duration = recording.end();
  const { model } = driven;
  let time: Float64Array | undefined;
  let input: Float64Array | undefined;
  return {
    get time() {
      return (time ??= recording.time());
    },
    states,
    spikes,
    cost,
    model,
    get input() {
      return (input ??= withNoise(recording.input(), this.time, noise));
    },
    at(t) {
      if (!(t >= 0 && t <= duration))
        throw new RangeError(`the trajectory runs from 0 to ${duration} ms, asked for t = ${String(t)}`);
      const y = new Float64Array(names.length);
      recording.stateAt(t, y);
      return Object.fromEntries(names.map((name, i) => [name, y[i]]));
    },
    quantity(name) {
      if (Object.hasOwn(states, name)) return states[name];
      if (name === model?.input) return this.input;
      const k = model?.quantities.indexOf(name) ?? -1;
      if (model === undefined || k < 0) {
        const known = [...names, ...(model?.input === undefined ? [] : [model.input]), ...(model?.quantities ?? [])];
        throw new RangeError(
          `there is no state or quantity '${name}' in this trajectory; ` +
            `there are ${known.join(", ")}.${suggestion(name, known)}`,
        );
      }
      if (kept.length < names.length)
        throw new RangeError(
          `quantity '${name}' is made of the states, of which ${Object.keys(states).join(", ")} alone were kept: ` +
            "run simulate without { states: [ … ] }",
        );
      return quantityAlong(model, driven.parameters, k, values, this.input);
    },
  };
}

/** The input with the mean of a white noise up to the next time added. */
function withNoise(input: Float64Array, time: Float64Array, noise: WienerPath | undefined): Float64Array {
  return noise === undefined ? input : input.map((value, k) => value + meanNoise(noise, time[k], time[k + 1]));
}

/** The mean of a white noise over a step. */
function meanNoise(path: WienerPath, from: number, to: number): number {
  return to > from ? (path(to) - path(from)) / (to - from) : 0;
}

function quantityAlong(
  model: Model,
  { p, slot }: RunParameters,
  k: number,
  values: readonly Float64Array[],
  input: Float64Array,
): Float64Array {
  const y = new Float64Array(values.length);
  const q = new Float64Array(model.quantities.length);
  return input.map((inputNow, row) => {
    for (let i = 0; i < y.length; i++) y[i] = values[i][row];
    if (slot >= 0) p[slot] = inputNow;
    model.kernels.quantities(y, p, q);
    return q[k];
  });
}
