import {
  knownOptions,
  requireInput,
  requireNumbers,
  requirePositive,
  requireThreshold,
  told,
} from "../checks/require.js";
import type { Model, State } from "../model/model.js";
import { simulate } from "../solve/simulate.js";
import type { Method } from "../solve/methods/method.js";

/** Firing rate against input current, one entry for each current, in the order in which they were given. */
export interface FiCurve {
  /** Values of the model's input parameter, in its unit. */
  readonly current: Float64Array;
  /** Unit of the current. */
  readonly unit: string;
  /**
   * Hz, from the intervals that end after the transient; 0 where the model is silent by then or has stopped: the time
   * since its last spike exceeds its longest such interval by half. NaN where the run holds one late spike and none
   * before: too short to tell.
   */
  readonly rate: Float64Array;
  /** Spikes before the end of the transient: a neuron of class 3 has these and no rate. */
  readonly onset: Float64Array;
  /**
   * Longest over shortest of the intervals behind `rate`, less 1: near 0 for a settled tonic rate, large for bursts.
   * NaN below two intervals.
   */
  readonly spread: Float64Array;
}

/** How `fiCurve` runs the model. */
export interface FiCurveOptions {
  /** Length of the run at each current, ms, by default 1000. */
  readonly duration?: number;
  /** The part of it that is waited for, ms; by default half. */
  readonly transient?: number;
  /**
   * Where each run begins: a state, by default the model's own (a step of current from there), or "previous", where the
   * run at the current before ended. Ascending, then descending currents show hysteresis so.
   */
  readonly initial?: State | "previous";
  /** Method of integration, as in `simulate`. */
  readonly method?: Method;
}

/**
 * The f-I curve of a model by simulation: a run at each current.
 * @param currents values that replace the model's input parameter, in its unit
 * @throws RangeError if the model has no input parameter or no threshold; what `simulate` throws if a run fails
 */
export function fiCurve(model: Model, currents: ArrayLike<number>, options: FiCurveOptions = {}): FiCurve {
  const given = knownOptions("fiCurve", options, ["duration", "transient", "initial", "method"]);
  const { duration = 1000, transient = duration / 2, initial, method } = given;
  const input = requireInput("fiCurve", model);
  requireThreshold("fiCurve", model);
  requireNumbers("fiCurve", "currents", currents, "[0, 5, 10]");
  requirePositive("fiCurve", "duration", duration, "ms");
  if (typeof initial === "string" && initial !== "previous")
    throw new RangeError(`fiCurve: initial must be a state or "previous", got ${told(initial)}`);
  if (!(transient >= 0 && transient < duration))
    throw new RangeError(`fiCurve: transient must lie in [0, duration) = [0, ${duration}) ms, got ${transient} ms`);

  const n = currents.length;
  const curve = {
    current: Float64Array.from(currents),
    unit: model.units[input],
    rate: new Float64Array(n),
    onset: new Float64Array(n),
    spread: new Float64Array(n),
  };
  let state = initial === "previous" ? undefined : initial;
  for (let i = 0; i < n; i++) {
    const run = simulate(model.with({ [input]: currents[i] }), {
      duration,
      states: [],
      ...(state && { initial: state }),
      ...(method && { method }),
    });
    if (initial === "previous") state = run.at(duration);
    const late = lateIntervals(run.spikes, transient);
    curve.onset[i] = run.spikes.length - run.spikes.filter((t) => t >= transient).length;
    curve.rate[i] = steadyRate(run.spikes, late, curve.onset[i], duration);
    curve.spread[i] = late.length < 2 ? NaN : Math.max(...late) / Math.min(...late) - 1;
  }
  return curve;
}

/** Intervals that end after the transient. */
function lateIntervals(spikes: Float64Array, transient: number): Float64Array {
  const intervals = spikes.map((t, i) => t - (i > 0 ? spikes[i - 1] : NaN));
  return intervals.filter((_, i) => i > 0 && spikes[i] >= transient);
}

function steadyRate(spikes: Float64Array, late: Float64Array, onset: number, duration: number): number {
  if (spikes.length === onset) return 0;
  if (late.length === 0) return NaN;
  if (duration - spikes[spikes.length - 1] > 1.5 * Math.max(...late)) return 0;
  return (1000 * late.length) / late.reduce((sum, interval) => sum + interval, 0);
}
