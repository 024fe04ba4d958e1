import type { Model } from "../../model/model.js";
import { driveModel, parametersOf, type Parameters } from "../driven-system.js";
import { allFinite, integrate } from "../integrate.js";
import { makeStepper } from "../methods/method.js";
import { explain, SimulationError } from "../simulation-error.js";
import { gridSteps } from "../methods/step-size.js";
import type { Stimulus } from "../stimuli/stimulus.js";

/** The methods of fixed step, and the stepping of Izhikevich (2003) IEEE Trans. Neural Networks 14:1569, Fig. 4. */
export const populationMethods = ["rk4", "euler", "midpoint", "heun", "exponentialEuler", "izhikevich2003"] as const;
export type PopulationMethod = (typeof populationMethods)[number];

/** Puts a cell's parameters where the kernels look for them. */
export type Load = (cell: number, parameters: Parameters) => void;

/** The cells of a population between two steps. */
export interface Cells {
  readonly count: number;
  /** y[i][cell] is state i. */
  readonly y: readonly Float64Array[];
  /** The input of each cell through the coming step, but for the stimulus. */
  readonly input: Float64Array;
  readonly load: Load;
}

/** Takes all cells from t to tNext; the stimulus is smooth up to `smoothUntil`. */
export type Advance = (t: number, tNext: number, smoothUntil: number) => void;

export function advancer(
  model: Model,
  cells: Cells,
  stimulus: Stimulus | undefined,
  method: PopulationMethod,
  onSpike: (t: number, cell: number) => void,
): Advance {
  const parameters = parametersOf(model);
  const drive = driveModel(model, stimulus, parameters);
  const { spiking, stateNames } = model;
  const { field, threshold: distance, reset: jump, refractory } = model.kernels;
  const { y, count } = cells;
  const { p } = parameters;
  const n = stateNames.length;
  const start = new Float64Array(n);
  const next = new Float64Array(n);

  const load = (cell: number): void => {
    cells.load(cell, parameters);
    parameters.rest = cells.input[cell];
    for (let i = 0; i < n; i++) start[i] = y[i][cell];
  };
  const store = (cell: number, state: Float64Array): void => {
    for (let i = 0; i < n; i++) y[i][cell] = state[i];
  };
  const diverged = (cell: number, t: number): never => {
    const state = next.findIndex((value) => !Number.isFinite(value));
    throw new SimulationError(
      `cell ${cell}: ${stateNames[state]} became ${next[state]} at t = ${t} ms; a shorter dt may help`,
      t,
      stateNames[state],
    );
  };

  if (method === "izhikevich2003") {
    if (!spiking.reset)
      throw new RangeError(`the method "izhikevich2003" is for models with a reset, which ${model.name} has not`);
    const slope = new Float64Array(n);
    const { slot } = parameters;
    return (t, tNext, smoothUntil) => {
      const h = tNext - t;
      drive.onPiece(t, smoothUntil, false);
      for (let cell = 0; cell < count; cell++) {
        load(cell);
        if (slot >= 0) p[slot] = drive.inputAt(t, start[0]);
        // The first state in two half steps, "for numerical stability"; then the others, which see it already moved.
        for (let half = 0; half < 2; half++) {
          field(start, p, slope);
          start[0] += (h / 2) * slope[0];
        }
        field(start, p, slope);
        for (let i = 1; i < n; i++) start[i] += h * slope[i];
        next.set(start);
        if (!allFinite(next)) diverged(cell, tNext);
        if (distance(next, p) >= 0) {
          onSpike(tNext, cell);
          jump(next, p);
        }
        store(cell, next);
      }
    };
  }

  const heldUntil = new Float64Array(count).fill(-Infinity);
  const scale = { tolerance: 1, floor: new Float64Array(n) }; // not used: the steps are of fixed length
  const stepper = makeStepper(method, { n, field: drive.field, jacobian: drive.jacobian }, scale);
  const threshold = spiking.threshold ? (state: Float64Array): number => distance(state, p) : undefined;
  const reset = spiking.reset ? (state: Float64Array): void => jump(state, p) : undefined;

  /** The same step as `simulate` would take it, with all that can happen within. */
  const withEvents = (cell: number, t: number, tNext: number, smoothUntil: number): void => {
    const outcome = integrate({
      from: t,
      to: tNext,
      initial: start,
      stepper,
      stepSize: gridSteps(t, tNext - t),
      threshold,
      reset,
      refractory: () => refractory(p),
      heldUntil: heldUntil[cell],
      onPiece: (from, _to, held) => drive.onPiece(from, smoothUntil, held),
      onEvent: (time) => onSpike(time, cell),
    });
    if (outcome.failure) {
      const error = explain(outcome.failure, { names: stateNames, method, adaptive: false, drive });
      throw new SimulationError(`cell ${cell}: ${error.message}`, error.time, error.variable);
    }
    heldUntil[cell] = outcome.heldUntil;
    store(cell, outcome.y);
  };

  return (t, tNext, smoothUntil) => {
    for (let cell = 0; cell < count; cell++) {
      load(cell);
      const before = threshold === undefined ? -Infinity : threshold(start);
      if (heldUntil[cell] > t || (reset !== undefined && before >= 0)) {
        withEvents(cell, t, tNext, smoothUntil);
        continue;
      }
      drive.onPiece(t, smoothUntil, false);
      stepper.restart();
      stepper.step(t, start, tNext - t, next);
      const after = threshold === undefined ? -Infinity : threshold(next);
      if ((before < 0 && !(after < 0)) || !allFinite(next)) withEvents(cell, t, tNext, smoothUntil);
      else store(cell, next);
    }
  };
}
