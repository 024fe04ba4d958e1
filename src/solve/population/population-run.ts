import type { Model } from "../../model/model.js";
import type { Coupling } from "./coupling.js";
import { runParameters } from "../driven-system.js";
import type { LoadParameters } from "./population-step.js";
import type { PopulationMethod } from "./population-method.js";
import { spikeList, type Raster } from "./spike-list.js";
import { run } from "../simulate.js";
import { SimulationError } from "../simulation-error.js";
import { gridEndAfter } from "../methods/step-size.js";
import { stopsOf, type Stimulus } from "../stimuli/stimulus.js";

/** A population ready to be run. */
export interface Population {
  readonly model: Model;
  readonly count: number;
  /** y[i][cell] is state i; the initial states, advanced in place. */
  readonly y: readonly Float64Array[];
  /** Each cell's own input. */
  readonly own: Float64Array;
  readonly loadParameters: LoadParameters;
  /** Indices of the parameters that differ from cell to cell. */
  readonly varied: readonly number[];
  readonly noise: PopulationNoise | undefined;
  readonly couplings: readonly Coupling[];
  readonly stimulus: Stimulus | undefined;
  readonly method: PopulationMethod;
  readonly duration: number;
  readonly dt: number;
  readonly wanted: Wanted;
}

/** White noise in the input: its intensity in each cell, and the numbers of which it is made. */
export interface PopulationNoise {
  readonly intensity: Float64Array;
  readonly normals: (out: Float64Array) => void;
}

/** Which states to keep, of which cells. */
export interface Wanted {
  readonly cells: readonly number[];
  readonly states: readonly { readonly name: string; readonly index: number }[];
}

/** What a population did. */
export interface PopulationRun {
  readonly raster: Raster;
  /** Ends of the steps, from 0. */
  readonly time: Float64Array;
  /** recorded[k][c] is the k-th wanted state of the c-th wanted cell. */
  readonly recorded: readonly (readonly Float64Array[])[];
  /** The weights of each coupling at the end. */
  readonly weights: () => readonly Float64Array[];
}

/** Each cell through the whole run by itself: faster, where none needs another. */
export function runApart({
  model,
  count,
  y,
  loadParameters,
  stimulus,
  method,
  duration,
  dt,
  wanted,
}: Population): PopulationRun {
  const { ends } = grid(stimulus, duration, dt);
  const parameters = runParameters(model);
  const spikes = spikeList();
  const recorded = wanted.states.map((): Float64Array[] => []);
  const names = wanted.states.map(({ name }) => name);
  for (let cell = 0; cell < count; cell++) {
    loadParameters(cell, parameters);
    const place = wanted.cells.indexOf(cell);
    const cellModel = model.with(Object.fromEntries(model.parameterNames.map((name, k) => [name, parameters.p[k]])));
    const options = {
      duration,
      dt,
      method: method as Exclude<PopulationMethod, "izhikevich2003">,
      initial: y.map((column) => column[cell]),
      states: place >= 0 ? names : [],
      ...(stimulus && { stimulus }),
    };
    const { time, states, spikes: times } = attempt(cell, () => run(cellModel, options, { compiled: true }));
    for (const t of times) spikes.push(t, cell);
    if (place >= 0) wanted.states.forEach(({ name }, k) => (recorded[k][place] = atEnds(ends, time, states[name])));
  }
  return { raster: spikes.raster(), time: ends, recorded, weights: () => [] };
}

/** The ends of the steps, with 0, and for each the end of the piece on which the stimulus is smooth. */
export function grid(
  stimulus: Stimulus | undefined,
  duration: number,
  dt: number,
): { readonly ends: Float64Array; readonly pieceEnd: Float64Array } {
  const ends = [0];
  const pieceEnd = [0];
  const { jumps, kinks } = stopsOf(stimulus, duration, dt);
  let nextKink = 0;
  for (const end of [...jumps, duration]) {
    for (let t = ends[ends.length - 1]; t < end; ) {
      while (kinks[nextKink] <= t) nextKink++;
      t = gridEndAfter(t, dt, Math.min(end, kinks[nextKink] ?? end));
      ends.push(t);
      pieceEnd.push(end);
    }
  }
  return { ends: Float64Array.from(ends), pieceEnd: Float64Array.from(pieceEnd) };
}

/** A state at the ends of the steps alone, after a reset where there is one. */
function atEnds(ends: Float64Array, time: Float64Array, values: Float64Array): Float64Array {
  if (ends.length === time.length) return values;
  let row = 0;
  return ends.map((end) => {
    while (row + 1 < time.length && time[row + 1] <= end) row++;
    return values[row];
  });
}

function attempt<T>(cell: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SimulationError)
      throw new SimulationError(`cell ${cell}: ${error.message}`, error.time, error.variable);
    throw error;
  }
}
