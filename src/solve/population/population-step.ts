import type { Model } from "../../model/model.js";
import { drivenModel, runParameters, type DrivenSystem, type RunParameters } from "../driven-system.js";
import { allFinite } from "../integrate.js";
import { makeStepper } from "../methods/method.js";
import { SimulationError } from "../simulation-error.js";
import type { Stimulus } from "../stimuli/stimulus.js";
import { closerLook } from "./closer-look.js";
import type { PopulationMethod } from "./population-method.js";

/** Puts a cell's parameters where the kernels look for them. */
export type LoadParameters = (cell: number, parameters: RunParameters) => void;

/** The cells of a population between two steps. */
export interface Cells {
  readonly count: number;
  /** y[i][cell] is state i. */
  readonly y: readonly Float64Array[];
  /** The input of each cell through the coming step, but for the stimulus. */
  readonly input: Float64Array;
  readonly loadParameters: LoadParameters;
}

/** Takes all cells from t to tNext; the stimulus is smooth up to `smoothUntil`. */
export type Advance = (t: number, tNext: number, smoothUntil: number) => void;

/** Where the cells of a population are advanced, by a method of fixed step or by that of 2003. */
export function advancer(
  model: Model,
  cells: Cells,
  stimulus: Stimulus | undefined,
  method: PopulationMethod,
  onSpike: (t: number, cell: number) => void,
): Advance {
  const one = workspace(model, cells, stimulus);
  return method === "izhikevich2003"
    ? advanceBy2003(model, cells, one, onSpike)
    : stepWithEvents(model, cells, one, method, onSpike);
}

/** Where one cell after another is worked on. */
interface Workspace {
  readonly driven: DrivenSystem;
  /** The state of the cell before and after the step. */
  readonly start: Float64Array;
  readonly next: Float64Array;
  load(cell: number): void;
  store(cell: number, state: Float64Array): void;
}

function workspace(model: Model, { y, input, loadParameters }: Cells, stimulus: Stimulus | undefined): Workspace {
  const parameters = runParameters(model);
  const n = model.stateNames.length;
  const start = new Float64Array(n);
  return {
    driven: drivenModel(model, stimulus, parameters),
    start,
    next: new Float64Array(n),
    load(cell) {
      loadParameters(cell, parameters);
      parameters.own = input[cell];
      for (let i = 0; i < n; i++) start[i] = y[i][cell];
    },
    store(cell, state) {
      for (let i = 0; i < n; i++) y[i][cell] = state[i];
    },
  };
}

/**
 * One step of one cell by the method of 2003, from `start`, which it overwrites: the first state in two half steps,
 * "for numerical stability"; then the others, which see it already moved. A spike is looked for at the end.
 *
 * @returns whether there was one
 */
export type StepOf2003 = (cell: number, t: number, tNext: number) => boolean;

/** @throws RangeError for a model without a reset, and by the step SimulationError */
export function stepOf2003(model: Model, driven: DrivenSystem, start: Float64Array): StepOf2003 {
  const { threshold, reset, parameters } = driven;
  if (threshold === undefined || reset === undefined)
    throw new RangeError(`the method "izhikevich2003" is for models with a reset, which ${model.name} has not`);
  const { field } = model.kernels;
  const { p, slot } = parameters;
  const slope = new Float64Array(start.length);
  return (cell, t, tNext) => {
    const h = tNext - t;
    if (slot >= 0) p[slot] = driven.input(t, start[0]);
    for (let half = 0; half < 2; half++) {
      field(start, p, slope);
      start[0] += (h / 2) * slope[0];
    }
    field(start, p, slope);
    for (let i = 1; i < start.length; i++) start[i] += h * slope[i];
    if (!allFinite(start)) throw diverged(model, cell, tNext, start);
    if (!(threshold(tNext, start) >= 0)) return false;
    reset(tNext, start);
    return true;
  };
}

/** All cells by that method, one after the other. */
function advanceBy2003(
  model: Model,
  { count }: Cells,
  { driven, start, load, store }: Workspace,
  onSpike: (t: number, cell: number) => void,
): Advance {
  const step = stepOf2003(model, driven, start);
  return (t, tNext, smoothUntil) => {
    driven.beginPiece(smoothUntil, false);
    for (let cell = 0; cell < count; cell++) {
      load(cell);
      if (step(cell, t, tNext)) onSpike(tNext, cell);
      store(cell, start);
    }
  };
}

function diverged({ stateNames }: Model, cell: number, t: number, y: Float64Array): SimulationError {
  const state = y.findIndex((value) => !Number.isFinite(value));
  const name = stateNames[state];
  return new SimulationError(`cell ${cell}: ${name} became ${y[state]} at t = ${t} ms; a shorter dt may help`, t, name);
}

/** The same step as `simulate` would take it, with all that can happen within. */
function stepWithEvents(
  model: Model,
  { count }: Cells,
  { driven, start, next, load, store }: Workspace,
  method: Exclude<PopulationMethod, "izhikevich2003">,
  onSpike: (t: number, cell: number) => void,
): Advance {
  const { threshold = () => -Infinity, reset, beginPiece } = driven;
  const n = start.length;
  const refractoryUntil = new Float64Array(count).fill(-Infinity);
  const below = thresholdReadsInput(model) && reset === undefined ? new Uint8Array(count) : undefined;
  const scale = { tolerance: 1, floor: new Float64Array(n) }; // not used: the steps are of fixed length
  const stepper = makeStepper(method, { ...driven, n }, scale);
  const look = closerLook(model, driven, method, start, undefined, onSpike);
  const withEvents = (cell: number, t: number, tNext: number, smoothUntil: number): void => {
    const outcome = look.take(cell, t, tNext, smoothUntil, refractoryUntil[cell]);
    refractoryUntil[cell] = outcome.refractoryUntil;
    store(cell, outcome.y);
  };

  return (t, tNext, smoothUntil) => {
    for (let cell = 0; cell < count; cell++) {
      load(cell);
      beginPiece(smoothUntil, false);
      const before = threshold(t, start);
      if (below?.[cell] === 1 && before >= 0) onSpike(t, cell); // the input has jumped across the threshold
      if (refractoryUntil[cell] > t || (reset !== undefined && before >= 0)) {
        withEvents(cell, t, tNext, smoothUntil);
        continue;
      }
      stepper.restart();
      stepper.step(t, start, tNext - t, next);
      const after = threshold(tNext, next);
      if ((before < 0 && !(after < 0)) || !allFinite(next)) withEvents(cell, t, tNext, smoothUntil);
      else store(cell, next);
      if (below !== undefined) below[cell] = after < 0 ? 1 : 0;
    }
  };
}

/** Whether a jump of the input may be a spike. */
export function thresholdReadsInput({ graph, roots, input, parameterNames }: Model): boolean {
  if (roots.threshold === null || input === undefined) return false;
  return graph.dependsOn(roots.threshold, new Set([graph.parameter(parameterNames.indexOf(input))]));
}
