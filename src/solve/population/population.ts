import { suggestion } from "../../checks/suggestion.js";
import type { Model } from "../../model/model.js";
import type { Coupling } from "./coupling.js";
import { runParameters } from "../driven-system.js";
import { runApart, runTogether, type Wanted } from "./population-run.js";
import { populationMethods, type LoadParameters, type PopulationMethod } from "./population-step.js";
import { random, type Random } from "../../numerics/random.js";
import { assertStimulus, type Stimulus } from "../stimuli/stimulus.js";

/**
 * A value for all cells, a list with one for each, or a function of the cell's number and the population's random
 * numbers.
 */
export type PerCell = number | ArrayLike<number> | ((cell: number, random: Random) => number);

export interface PopulationOptions<P extends string = string> {
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
  /** What spikes do to other cells; none without it. */
  readonly coupling?: Coupling;
  readonly method?: PopulationMethod;
  /** Step, ms. Spikes are delivered at its end. */
  readonly dt?: number;
  /** Of all that is random. */
  readonly seed?: number;
  /** Which states to keep at the end of every step, of which cells (default: all). */
  readonly record?: { readonly states: readonly string[]; readonly cells?: readonly number[] };
}

/** Every spike of a population, in order of time, then of cell. */
export interface Raster {
  /** ms. */
  readonly time: Float64Array;
  readonly cell: Int32Array;
}

export interface PopulationActivity {
  readonly count: number;
  readonly duration: number;
  readonly raster: Raster;
  /** Ends of the steps, ms, from 0. */
  readonly time: Float64Array;
  /** recorded.V[k] is V of the k-th recorded cell at each `time`. */
  readonly recorded: Readonly<Record<string, readonly Float64Array[]>>;
  /** The spike times of one cell, ms. */
  spikesOf(cell: number): Float64Array;
}

export const populationDefaults = { method: "rk4", dt: 0.025, seed: 1 } as const;

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
  settings: PopulationOptions<P>,
): PopulationActivity {
  const {
    count,
    duration,
    stimulus,
    coupling,
    method = populationDefaults.method,
    seed = populationDefaults.seed,
  } = settings;
  if (!(Number.isInteger(count) && count > 0))
    throw new RangeError(`count must be a whole number of cells, got ${String(count)}`);
  if (!(Number.isFinite(duration) && duration > 0))
    throw new RangeError(`duration must be a positive number of ms, got ${String(duration)}`);
  if (!populationMethods.includes(method))
    throw new RangeError(
      `there is no population method '${String(method)}'; there are ${populationMethods.join(", ")}.${suggestion(String(method), populationMethods)}`,
    );
  const dt = settings.dt ?? (method === "izhikevich2003" ? 1 : populationDefaults.dt);
  if (!(dt > 0 && dt <= duration))
    throw new RangeError(`dt must be positive and at most the duration of ${duration} ms, got ${String(dt)}`);
  if (stimulus !== undefined) assertStimulus(stimulus, "simulatePopulation");
  const parameters = runParameters(model);
  if (parameters.slot < 0 && (stimulus || settings.noise !== undefined))
    throw new TypeError(`${model.name} names no input parameter to which a stimulus or noise could be added`);
  if (stimulus?.noises.length)
    throw new TypeError(
      "simulatePopulation: white noise, different in each cell, is given as { noise: intensity }, not as the stimulus",
    );

  const setUp = random(seed);
  const loadParameters = parameterLoader(model, settings.parameters ?? {}, count, setUp);
  const rest = new Float64Array(count);
  const y = initialStates(model, loadParameters, settings.initial ?? {}, count, setUp, rest);
  const noise =
    settings.noise === undefined
      ? undefined
      : { intensity: perCell(settings.noise, count, setUp, "noise"), normal: random(seed + 2 ** 32).normal };
  if (coupling !== undefined && coupling.onto !== model.input) stateIndex(model, coupling.onto); // or it throws
  const population = {
    model,
    count,
    y,
    rest,
    loadParameters,
    noise,
    coupling,
    stimulus,
    method,
    duration,
    dt,
    wanted: wantedStates(model, settings.record, count),
  };
  const { spikes, time, recorded } =
    coupling === undefined && noise === undefined && method !== "izhikevich2003"
      ? runApart(population)
      : runTogether(population);

  const raster = { time: Float64Array.from(spikes, (s) => s.time), cell: Int32Array.from(spikes, (s) => s.cell) };
  return {
    count,
    duration,
    raster,
    time,
    recorded: Object.fromEntries(population.wanted.states.map(({ name }, k) => [name, recorded[k]])),
    spikesOf(cell) {
      if (!(Number.isInteger(cell) && cell >= 0 && cell < count))
        throw new RangeError(`cells are numbered 0 to ${count - 1}, asked for ${String(cell)}`);
      return raster.time.filter((_, s) => raster.cell[s] === cell);
    },
  };
}

function wantedStates(model: Model, record: PopulationOptions["record"], count: number): Wanted {
  const cells = record?.cells ?? Array.from({ length: record ? count : 0 }, (_, cell) => cell);
  for (const cell of cells)
    if (!(Number.isInteger(cell) && cell >= 0 && cell < count))
      throw new RangeError(`record: cells are numbered 0 to ${count - 1}, asked for ${String(cell)}`);
  return { cells, states: (record?.states ?? []).map((name) => ({ name, index: stateIndex(model, name) })) };
}

function parameterLoader(
  model: Model,
  given: Readonly<Record<string, PerCell | undefined>>,
  count: number,
  setUp: Random,
): LoadParameters {
  const varied = Object.entries(given).flatMap(([name, values]) => {
    const k = model.parameterNames.indexOf(name);
    if (k < 0)
      throw new RangeError(
        `${model.name} has no parameter '${name}'; it has ${model.parameterNames.join(", ")}.${suggestion(name, model.parameterNames)}`,
      );
    return values === undefined ? [] : [{ k, values: perCell(values, count, setUp, `parameter '${name}'`) }];
  });
  return (cell, parameters) => {
    for (const { k, values } of varied) parameters.p[k] = values[cell];
  };
}

/** y[i][cell], and into `rest` the value of each cell's own input. */
function initialStates(
  model: Model,
  loadParameters: LoadParameters,
  given: Readonly<Record<string, PerCell>>,
  count: number,
  setUp: Random,
  rest: Float64Array,
): Float64Array[] {
  const parameters = runParameters(model);
  const start = new Float64Array(model.stateNames.length);
  const y = model.stateNames.map(() => new Float64Array(count));
  for (let cell = 0; cell < count; cell++) {
    loadParameters(cell, parameters);
    model.kernels.initial(parameters.p, start);
    y.forEach((column, i) => (column[cell] = start[i]));
    if (parameters.slot >= 0) rest[cell] = parameters.p[parameters.slot];
  }
  for (const [name, values] of Object.entries(given))
    y[stateIndex(model, name)].set(perCell(values, count, setUp, `initial '${name}'`));
  return y;
}

function stateIndex(model: Model, name: string): number {
  const i = model.stateNames.indexOf(name);
  if (i < 0)
    throw new RangeError(
      `${model.name} has no state '${name}'; it has ${model.stateNames.join(", ")}.${suggestion(name, model.stateNames)}`,
    );
  return i;
}

function perCell(given: PerCell, count: number, random: Random, what: string): Float64Array {
  if (typeof given === "object" && given.length !== count)
    throw new RangeError(`${what}: ${count} cells need ${count} values, got ${given.length}`);
  const values = new Float64Array(count);
  for (let cell = 0; cell < count; cell++) {
    values[cell] = typeof given === "number" ? given : typeof given === "function" ? given(cell, random) : given[cell];
    if (!Number.isFinite(values[cell]))
      throw new RangeError(`${what} of cell ${cell} must be a finite number, got ${String(values[cell])}`);
  }
  return values;
}
