import { requireModel } from "../checks/require-model.js";
import {
  knownOptions,
  requireChoice,
  requireFinite,
  requireNumbers,
  requireParameter,
  requirePositive,
  requireThreshold,
} from "../checks/require.js";
import type { Model } from "../model/model.js";
import { simulatePopulation } from "../solve/population/population.js";
import { steadyRate, trainsOf } from "./rate-of-spikes.js";

/** The methods of fixed step by which `rateMap` runs a model. */
const rateMapMethods = ["rk4", "euler", "midpoint", "heun", "exponentialEuler"] as const;

/** A parameter and the values that it takes along a side of the map. */
export type MapSide<P extends string = string> = readonly [parameter: P, values: ArrayLike<number>];

/** How `rateMap` runs the model. */
export interface RateMapOptions {
  /** Length of each run, ms, by default 1000. */
  readonly duration?: number;
  /** The part of it that is waited for, ms; by default half. */
  readonly transient?: number;
  /** A method of fixed step, by default "rk4". */
  readonly method?: (typeof rateMapMethods)[number];
  /** Its step, ms, 0.025 by default. */
  readonly dt?: number;
}

/** Firing rate over two parameters. */
export interface RateMap {
  /** Values of the first parameter. */
  readonly x: Float64Array;
  /** Values of the second parameter. */
  readonly y: Float64Array;
  /** Name of the first parameter. */
  readonly xName: string;
  /** Name of the second parameter. */
  readonly yName: string;
  /** rate[j][i] in Hz at x[i], y[j], as in `FiCurve`: 0 where the model is silent, NaN where a run is too short. */
  readonly rate: readonly Float64Array[];
  /** onset[j][i]: spikes before the end of the transient. */
  readonly onset: readonly Float64Array[];
}

/**
 * The firing rate of a model over two parameters, a run from its initial state at each pair of values. All are run side
 * by side, as `simulatePopulation` does: 50 by 50 Hodgkin-Huxley neurons for a second take some seconds of a processor.
 *
 * @param x a parameter and its values, as in `["I", [0, 5, 10]]`
 * @param y another one
 * @throws RangeError for a model without threshold, or values that are no finite numbers; SimulationError for a run
 * that fails
 */
export function rateMap<P extends string>(
  model: Model<P>,
  x: MapSide<P>,
  y: MapSide<P>,
  options: RateMapOptions = {},
): RateMap {
  requireModel("rateMap", model);
  const where = "rateMap";
  const given = knownOptions(where, options, ["duration", "transient", "method", "dt"]);
  const { duration = 1000, transient = duration / 2, method = "rk4", dt } = given;
  requireThreshold(where, model);
  requirePositive(where, "duration", duration, "ms");
  requireChoice(where, "method", method, rateMapMethods);
  requireFinite(where, "transient", transient, "ms");
  if (!(transient >= 0 && transient < duration))
    throw new RangeError(`${where}: transient must lie in [0, duration) = [0, ${duration}) ms, got ${transient} ms`);
  for (const [name, values] of [x, y]) {
    requireParameter(where, model, name);
    requireNumbers(where, name, values, "[0, 5, 10]");
  }
  if (x[0] === y[0]) throw new RangeError(`${where}: two parameters are needed, got '${x[0]}' twice`);
  const [columns, rows] = [x[1].length, y[1].length];
  const parameters = {
    [x[0]]: (cell: number) => x[1][cell % columns],
    [y[0]]: (cell: number) => y[1][Math.floor(cell / columns)],
  };
  const { raster } = simulatePopulation(model as Model, {
    count: columns * rows,
    duration,
    method,
    parameters,
    ...(dt !== undefined && { dt }),
  });
  const trains = trainsOf(raster, columns * rows).map((spikes) => steadyRate(spikes, transient, duration));
  const table = (value: (k: number) => number): Float64Array[] =>
    Array.from({ length: rows }, (_, j) => Float64Array.from(x[1], (_value, i) => value(j * columns + i)));
  return {
    x: Float64Array.from(x[1]),
    y: Float64Array.from(y[1]),
    xName: x[0],
    yName: y[0],
    rate: table((k) => trains[k].rate),
    onset: table((k) => trains[k].onset),
  };
}
