import { requireModel } from "../checks/require-model.js";
import {
  knownOptions,
  requireChoice,
  requireFinite,
  requireInput,
  requireNumbers,
  requirePositive,
  requireThreshold,
} from "../checks/require.js";
import { told } from "../checks/told.js";
import type { Model, State } from "../model/model.js";
import { methods, type Method } from "../solve/methods/method.js";
import { simulatePopulation } from "../solve/population/population.js";
import { populationMethods, type PopulationMethod } from "../solve/population/population-method.js";
import { simulate } from "../solve/simulate.js";
import { simulationDefaults } from "../solve/simulation-options.js";
import { steadyRate, trainsOf } from "./rate-of-spikes.js";

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
  /**
   * Method of integration, as in `simulate`. By a method of fixed step all runs are made side by side, as by
   * `simulatePopulation`, unless each begins where the one before has ended: the same numbers sooner.
   */
  readonly method?: Method;
}

/**
 * The f-I curve of a model by simulation: a run at each current.
 * @param currents values that replace the model's input parameter, in its unit
 * @throws RangeError if the model has no input parameter or no threshold; what `simulate` throws if a run fails
 */
export function fiCurve(model: Model, currents: ArrayLike<number>, options: FiCurveOptions = {}): FiCurve {
  requireModel("fiCurve", model);
  const given = knownOptions("fiCurve", options, ["duration", "transient", "initial", "method"]);
  const { duration = 1000, transient = duration / 2, initial, method } = given;
  const input = requireInput("fiCurve", model);
  requireThreshold("fiCurve", model);
  requireNumbers("fiCurve", "currents", currents, "[0, 5, 10]");
  requirePositive("fiCurve", "duration", duration, "ms");
  if (typeof initial === "string" && initial !== "previous")
    throw new RangeError(`fiCurve: initial must be a state or "previous", got ${told(initial)}`);
  if (initial !== undefined && initial !== "previous" && (typeof initial !== "object" || initial === null))
    throw new TypeError(`fiCurve: initial must be a state or "previous", got ${told(initial)}`);
  if (method !== undefined) requireChoice("fiCurve", "method", method, methods);
  requireFinite("fiCurve", "transient", transient, "ms");
  if (!(transient >= 0 && transient < duration))
    throw new RangeError(`fiCurve: transient must lie in [0, duration) = [0, ${duration}) ms, got ${transient} ms`);

  const trains = initial === "previous" ? undefined : sideBySide(model, input, currents, { duration, initial, method });
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
    let spikes = trains?.[i];
    if (spikes === undefined) {
      const run = simulate(model.with({ [input]: currents[i] }), {
        duration,
        states: [],
        ...(state && { initial: state }),
        ...(method && { method }),
      });
      spikes = run.spikes;
      if (initial === "previous") state = run.at(duration);
    }
    const { rate, onset, spread } = steadyRate(spikes, transient, duration);
    curve.rate[i] = rate;
    curve.onset[i] = onset;
    curve.spread[i] = spread;
  }
  return curve;
}

/**
 * The spikes at each current by a method of fixed step, all runs side by side: the same as one by one, and faster.
 * Undefined for a method that chooses its steps, which each run does for itself.
 */
function sideBySide(
  model: Model,
  input: string,
  currents: ArrayLike<number>,
  { duration, initial, method }: { duration: number; initial: State | undefined; method: Method | undefined },
): Float64Array[] | undefined {
  const known = method as PopulationMethod | undefined;
  if (known === undefined || known === "izhikevich2003" || !populationMethods.includes(known)) return undefined;
  if (currents.length === 0) return undefined;
  const { raster } = simulatePopulation(model, {
    count: currents.length,
    duration,
    method: known,
    dt: Math.min(simulationDefaults.dt, duration),
    parameters: { [input]: currents },
    ...(initial && { initial: byName(model, initial) }),
  });
  return trainsOf(raster, currents.length);
}

/** The states that are given, by name. @throws what `simulate` throws for a list that does not fit */
function byName(model: Model, given: State): Readonly<Record<string, number>> {
  if (typeof (given as ArrayLike<number>).length !== "number") return given as Readonly<Record<string, number>>;
  const values = model.vectorOf(given);
  return Object.fromEntries(model.stateNames.map((name, i) => [name, values[i]]));
}
