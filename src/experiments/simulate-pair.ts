import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireFinite, requireParameter, requirePositive } from "../checks/require.js";
import type { SynapticPair } from "../dynamics/phase/phase-locking.js";
import { phaseResponse } from "../dynamics/phase/phase-response.js";
import type { Model } from "../model/model.js";
import { valueAt } from "../numerics/even-samples.js";
import { simulatePopulation } from "../solve/population/population.js";

/** How `simulatePair` runs two cells. */
export interface PairOptions<P extends string = string> {
  /** ms, default 60 periods of a cell alone. */
  readonly duration?: number;
  /** By how much of a period the second cell is ahead at first, 0 to 1; default 0.2. */
  readonly ahead?: number;
  /** Parameters in which the second cell differs from the model. */
  readonly second?: { readonly [K in P]?: number };
  /** Step, ms, 0.025 by default. */
  readonly dt?: number;
}

/** What became of two cells that act on each other. */
export interface PairRun {
  /** Of the model alone, ms. */
  readonly period: number;
  /** ms. */
  readonly time: Float64Array;
  /** The first state of each cell at each `time`, such as its membrane potential. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Spike times of each cell, ms. */
  readonly spikes: readonly [Float64Array, Float64Array];
  /** Spikes of the first cell that lie between two of the second, ms. */
  readonly at: Float64Array;
  /** By how much of its own interval the second cell is ahead then, 0 to 1. */
  readonly difference: Float64Array;
}

/**
 * Two cells of a model that fires by itself, each acting on the other by its spikes: what `phaseLocking` foretells for
 * weak coupling and like cells, run at any strength, and with a second cell that differs. By the method "rk4" of
 * `simulatePopulation`, from two phases of the cycle of a cell alone.
 *
 * @throws RangeError if the model has no stable cycle at its parameters, or for a state or parameter that it lacks
 */
export function simulatePair<P extends string>(
  model: Model<P>,
  coupling: SynapticPair,
  options: PairOptions<P> = {},
): PairRun {
  requireModel("simulatePair", model);
  const where = "simulatePair";
  const { ahead = 0.2, second = {}, ...given } = knownOptions(where, options, ["duration", "ahead", "second", "dt"]);
  const { onto, weight, delay } = knownOptions(`${where}: coupling`, coupling, ["kind", "onto", "weight", "delay"]);
  const w = requireFinite(where, "weight", weight);
  const share = requireFinite(where, "ahead", ahead);
  const { period, states, phase } = phaseResponse(model);
  const duration = requirePositive(where, "duration", given.duration ?? 60 * period, "ms");
  const place = (share - Math.floor(share)) * (phase.length - 1);
  const [V] = model.stateNames;
  const parameters = Object.fromEntries(
    (Object.entries(second) as [P, number][]).map(([name, value]) => [
      requireParameter(where, model, name),
      [model.parameters[name], value],
    ]),
  );
  const run = simulatePopulation<string>(model, {
    count: 2,
    duration,
    ...(given.dt !== undefined && { dt: given.dt }),
    parameters,
    initial: Object.fromEntries(
      model.stateNames.map((name) => [name, [states[name][0], valueAt(states[name], place)]]),
    ),
    coupling: { onto, weights: [0, w, w, 0], ...(delay !== undefined && { delay }) },
    record: { states: [V] },
  });
  const spikes = [run.spikesOf(0), run.spikesOf(1)] as const;
  const between = Array.from(spikes[0], (t) => [t, phaseAt(t, spikes[1])] as const).filter(([, p]) => !Number.isNaN(p));
  return {
    period,
    time: run.time,
    first: run.recorded[V][0],
    second: run.recorded[V][1],
    spikes,
    at: Float64Array.from(between, ([t]) => t),
    difference: Float64Array.from(between, ([, p]) => p),
  };
}

/** How far a train has come from one of its spikes to the next; NaN before the first and after the last. */
function phaseAt(t: number, train: Float64Array): number {
  const next = train.findIndex((s) => s > t);
  return next < 1 ? NaN : (t - train[next - 1]) / (train[next] - train[next - 1]);
}
