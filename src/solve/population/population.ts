import { requireModel } from "../../checks/require-model.js";
import {
  knownOptions,
  requireChoice,
  requireCount,
  requireFinite,
  requireInput,
  requireParameter,
  requirePositive,
  requireRecord,
} from "../../checks/require.js";
import { suggestion } from "../../checks/suggestion.js";
import type { Model } from "../../model/model.js";
import { defaultSeed, random, type Random } from "../../numerics/random.js";
import { runParameters } from "../driven-system.js";
import { requireStimulus, type Stimulus } from "../stimuli/stimulus.js";
import type { Coupling } from "./coupling.js";
import { perCell, type PerCell } from "./per-cell.js";
import { runApart, type Population, type PopulationNoise, type Wanted } from "./population-run.js";
import { populationMethods, type PopulationMethod } from "./population-method.js";
import { precisions, runInBatches, type Precision } from "./population-batch.js";
import type { LoadParameters } from "./population-step.js";
import { requireRoomFor } from "./room.js";
import { runTogether } from "./run-together.js";
import { requireCell, spikesOf, type Raster } from "./spike-list.js";

/** How `simulatePopulation` runs a population. */
export interface PopulationOptions<P extends string = string> {
  /** Number of cells. */
  readonly count: number;
  /** ms, from t = 0. */
  readonly duration: number;
  /** Parameters that differ from the model's. */
  readonly parameters?: { readonly [K in P]?: PerCell };
  /** Initial states that differ from the model's. */
  readonly initial?: Readonly<Record<string, PerCell>>;
  /** Added to every cell's input. */
  readonly stimulus?: Stimulus;
  /**
   * Intensity σ of white noise in each cell's input, independent between cells, in the unit of the input times √ms. It
   * is held through each step at σ/√dt times a normal number, which with the method "euler" is Euler-Maruyama.
   */
  readonly noise?: PerCell;
  /** What spikes do to other cells, one kind of synapse or several; none without it. */
  readonly coupling?: Coupling | readonly Coupling[];
  /** "rk4" by default. */
  readonly method?: PopulationMethod;
  /** Step, ms, 0.025 by default, 1 for the method "izhikevich2003". Spikes are delivered at its end. */
  readonly dt?: number;
  /** Of all that is random, 1 by default. */
  readonly seed?: number;
  /**
   * "double" by default. "single" takes numbers of 32 bits, twice as many at once, where vectors can: for cells without
   * coupling and noise. 1000 Hodgkin-Huxley neurons with inputs of 0 to 20 uA/cm2 have as many spikes in 100 ms of RK4
   * at dt 0.01 ms, at most 0.0044 ms aside.
   */
  readonly precision?: Precision;
  /**
   * Threads that share the work, to the same bits: by default 1 in a short run, in a longer one as many as there are
   * processors, 8 at most. Uncoupled cells without noise and without `record`, in Node; all else is run by one.
   */
  readonly threads?: number;
  /** Which states to keep at the end of every step, of which cells (default: all); none without it. */
  readonly record?: { readonly states: readonly string[]; readonly cells?: readonly number[] };
}

/** The result of `simulatePopulation`. */
export interface PopulationActivity {
  readonly count: number;
  readonly duration: number;
  readonly raster: Raster;
  /** Ends of the steps, ms, from 0. */
  readonly time: Float64Array;
  /** recorded.V[k] is V of the k-th recorded cell at each `time`. */
  readonly recorded: Readonly<Record<string, readonly Float64Array[]>>;
  /**
   * The weights at the end, one list for each coupling, in the order in which they were given: others than at first
   * where they learn. Copied when they are first read.
   */
  readonly weights: readonly Float64Array[];
  /** The spike times of one cell, ms. */
  spikesOf(cell: number): Float64Array;
}

const defaults = { method: "rk4", dt: 0.025, dtOf2003: 1 } as const;
const optionNames = [
  "count",
  "duration",
  "parameters",
  "initial",
  "stimulus",
  "noise",
  "coupling",
  "method",
  "dt",
  "seed",
  "precision",
  "threads",
  "record",
] as const;

/**
 * Runs `count` cells of one model side by side, each with its own parameters, uncoupled or coupled by spikes, in steps
 * of dt.
 *
 * Without coupling and noise each cell does what `simulate` makes of it with the same method and dt, bit for bit:
 * spikes and resets are located within the step. Only a threshold crossed up and down again within one step goes
 * unseen.
 *
 * @throws RangeError or TypeError for arguments that make no sense, SimulationError naming the cell for a run that
 * diverges
 */
export function simulatePopulation<P extends string>(
  model: Model<P>,
  options: PopulationOptions<P>,
): PopulationActivity {
  requireModel("simulatePopulation", model);
  const given = checkedOptions(model, options);
  const { count, duration, dt, method, stimulus, couplings, seed } = given;
  const setUp = random(seed);
  const { loadParameters, varied } = parameterLoader(model, given.parameters ?? {}, count, setUp);
  const own = new Float64Array(count);
  const y = initialStates(model, { loadParameters, varied }, given.initial ?? {}, count, setUp, own);
  const noise = given.noise === undefined ? undefined : noiseOf(given.noise, count, setUp, seed);
  const wanted = wantedStates(model, given.record, count);
  requireRoomFor(wanted, duration, dt);
  const cells = { model, count, y, own, loadParameters, varied };
  const population = { ...cells, noise, couplings, stimulus, method, duration, dt, wanted };
  const apart = couplings.length === 0 && noise === undefined;
  const { raster, time, recorded, weights } =
    (apart ? runInBatches(population, given) : undefined) ??
    (apart && method !== "izhikevich2003" ? runApart(population) : runTogether(population));
  let copied: readonly Float64Array[] | undefined;
  return {
    count,
    duration,
    raster,
    time,
    recorded: Object.fromEntries(wanted.states.map(({ name }, k) => [name, recorded[k]])),
    get weights() {
      return (copied ??= weights());
    },
    spikesOf: (cell) => spikesOf(raster, count, cell),
  };
}

/** The options with defaults put in. @throws RangeError or TypeError for what makes no sense */
function checkedOptions<P extends string>(model: Model<P>, options: PopulationOptions<P>) {
  const where = "simulatePopulation";
  const given = knownOptions(where, options, optionNames);
  const { count, duration, stimulus, coupling, method = defaults.method, seed = defaultSeed } = given;
  const { precision = "double", threads } = given;
  requireCount(where, "count", count);
  requirePositive(where, "duration", duration, "ms");
  requireChoice(where, "method", method, populationMethods);
  const { dt = method === "izhikevich2003" ? defaults.dtOf2003 : defaults.dt } = given;
  requirePositive(where, "dt", dt, "ms");
  if (dt > duration) throw new RangeError(`${where}: dt must be at most the duration of ${duration} ms, got ${dt}`);
  if (given.initial !== undefined) requireRecord(where, "initial", given.initial, "{ V: -65 }");
  if (stimulus !== undefined) requireStimulus(where, stimulus);
  if (stimulus !== undefined || given.noise !== undefined) requireInput(where, model);
  if (stimulus?.noises.length)
    throw new TypeError(
      `${where}: white noise, different in each cell, is given as { noise: intensity }, not as the stimulus`,
    );
  requireChoice(where, "precision", precision, precisions);
  if (threads !== undefined) requireCount(where, "threads", threads);
  if (precision === "single" && (coupling !== undefined || given.noise !== undefined))
    throw new TypeError(`${where}: precision "single" is for cells without coupling and noise`);
  const couplings = coupling === undefined ? [] : isList(coupling) ? coupling : [coupling];
  for (const one of couplings) {
    knownOptions(`${where}: coupling`, one, ["onto", "weights", "delay", "shortTerm", "spikeTiming"]);
    const late = requireFinite(`${where}: coupling`, "delay", one.delay ?? 0, "ms");
    if (late < 0) throw new RangeError(`${where}: coupling: delay must be ≥ 0 ms, got ${late}`);
    if (one.onto !== model.input) stateIndex(model, one.onto); // or it throws
  }
  if (given.record !== undefined) knownOptions(`${where}: record`, given.record, ["states", "cells"]);
  return { ...given, method, seed, dt, couplings, precision, threads };
}

const isList = (coupling: Coupling | readonly Coupling[]): coupling is readonly Coupling[] => Array.isArray(coupling);

/** The noise of each cell; its numbers are independent of those that set the population up. */
function noiseOf(intensity: PerCell, count: number, setUp: Random, seed: number): PopulationNoise {
  return { intensity: perCell(intensity, count, setUp, "noise"), normals: random(seed + 2 ** 32).normals };
}

function wantedStates(model: Model, record: PopulationOptions["record"], count: number): Wanted {
  const cells = record?.cells ?? Array.from({ length: record ? count : 0 }, (_, cell) => cell);
  for (const cell of cells) requireCell("record", cell, count);
  return { cells, states: (record?.states ?? []).map((name) => ({ name, index: stateIndex(model, name) })) };
}

function parameterLoader(
  model: Model,
  given: Readonly<Record<string, PerCell | undefined>>,
  count: number,
  setUp: Random,
): { readonly loadParameters: LoadParameters; readonly varied: readonly number[] } {
  const changed = Object.entries(given).flatMap(([name, values]) => {
    const k = model.parameterNames.indexOf(requireParameter("simulatePopulation", model, name));
    return values === undefined ? [] : [{ k, values: perCell(values, count, setUp, `parameter '${name}'`) }];
  });
  return {
    varied: changed.map(({ k }) => k),
    loadParameters: (cell, parameters) => {
      for (const { k, values } of changed) parameters.p[k] = values[cell];
    },
  };
}

/** y[i][cell], and into `own` the value of each cell's own input. */
function initialStates(
  model: Model,
  { loadParameters, varied }: Pick<Population, "loadParameters" | "varied">,
  given: Readonly<Record<string, PerCell>>,
  count: number,
  setUp: Random,
  own: Float64Array,
): Float64Array[] {
  const parameters = runParameters(model);
  const start = new Float64Array(model.stateNames.length);
  const y = model.stateNames.map(() => new Float64Array(count));
  const { graph, roots, kernels } = model;
  const changing = new Set(varied.map((k) => graph.parameter(k)));
  const differ = roots.initial.some((root) => graph.dependsOn(root, changing));
  for (let cell = 0; cell < count; cell++) {
    loadParameters(cell, parameters);
    if (parameters.slot >= 0) own[cell] = parameters.p[parameters.slot];
    if (!differ && cell > 0) continue;
    kernels.initial(parameters.p, start);
    for (let i = 0; i < start.length; i++) y[i][cell] = start[i];
  }
  if (!differ) y.forEach((column) => column.fill(column[0]));
  for (const [name, values] of Object.entries(given))
    y[stateIndex(model, name)].set(perCell(values, count, setUp, `initial '${name}'`));
  return y;
}

function stateIndex(model: Model, name: string): number {
  const i = model.stateNames.indexOf(name);
  if (i < 0)
    throw new RangeError(
      `simulatePopulation: ${model.name} has no state '${name}'; it has ${model.stateNames.join(", ")}.` +
        suggestion(name, model.stateNames),
    );
  return i;
}
