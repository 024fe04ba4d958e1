import type { Batch, Numbers } from "../batch/batch.js";
import { stepsPerBatch } from "../batch/batch-program.js";
import { stageTimes } from "../batch/step-formulas.js";
import { drivenModel, runParameters } from "../driven-system.js";
import { changeAhead } from "../events.js";
import { SimulationError } from "../simulation-error.js";
import { EntryWriter, required } from "./batch-rules.js";
import { closerLook } from "./closer-look.js";
import type { Population } from "./population-run.js";
import { stepOf2003 } from "./population-step.js";
import type { SpikeList } from "./spike-list.js";

/** A population in a run, whose cells go block by block. */
export interface BlockRun extends Population {
  readonly ends: Float64Array;
  readonly pieceEnd: Float64Array;
  /** Of times; by the method of 2003 of rows. */
  readonly spikes: Pick<SpikeList, "push">;
  /** recorded[k][c] is the k-th wanted state of the c-th wanted cell. */
  readonly recorded: readonly (readonly Float64Array[])[];
}

/** Where a block stands, and of how many cells it is. */
export interface Block {
  readonly first: number;
  readonly here: number;
}

/** Of a block the first cell that failed, and how. */
export interface BlockFailure {
  readonly cell: number;
  readonly error: SimulationError;
}

/**
 * One block of cells through the whole run, each cell as if alone; it yields whenever `cells` has something to finish.
 */
export function* blockRun(
  run: BlockRun,
  { first, here }: Block,
  cells: Batch,
): Generator<void, BlockFailure | undefined, void> {
  const { model, y, loadParameters, stimulus, method, dt, wanted, ends, pieceEnd, spikes, recorded } = run;
  const parameters = runParameters(model);
  const { p, slot } = parameters;
  const driven = drivenModel(model, stimulus, parameters);
  const { threshold = () => -Infinity, field } = driven;
  const start = new Float64Array(y.length);
  const onSpike = (t: number, cell: number): void => spikes.push(t, cell);
  const look = method === "izhikevich2003" ? undefined : closerLook(model, driven, method, start, dt, onSpike);
  const by2003 = method === "izhikevich2003" ? stepOf2003(model, driven, start) : undefined;
  const states = y.map((_, i) => required(cells.array(0, `z${i}`)));
  const [g, drift, until, input] = ["g", "drift", "until", "input"].map((name) => cells.array(0, name));
  let row = 1; // the end of the first step of those that are taken at once
  let failure: BlockFailure | undefined;

  /** Puts the parameters of cell k where the kernels read them, but for what is added to its input. */
  const load = (k: number): void => {
    loadParameters(first + k, parameters);
    if (slot >= 0) parameters.own = run.own[first + k];
  };
  /** Puts down a number of cell k; of the last one in the lanes beside it too, so that nothing else happens there. */
  const set = (column: Numbers | undefined, k: number, value: number): void => {
    column?.fill(value, k, k === here - 1 ? here + 3 : k + 1);
  };
  /** Sets cell k to a state that no step of the program has led to. */
  const put = (k: number, t: number, state: Float64Array, refractoryUntil = -Infinity): void => {
    states.forEach((column, i) => set(column, k, state[i]));
    set(g, k, threshold(t, state));
    set(until, k, refractoryUntil);
  };
  /** Puts down what the next step of cell k is compared with, where no step before tells. */
  const lookAhead = (k: number, t: number, state: Float64Array): void => {
    if (drift !== undefined) set(drift, k, changeAhead(threshold, field, t, state, dt));
  };
  const initial = (k: number): Float64Array => Float64Array.from(y, (column) => column[first + k]);
  /** Puts down a number of each cell, and that of the last one in the lanes beside it too. */
  const fill = (column: Numbers | undefined, values: Float64Array): void => {
    column?.set(values.subarray(first, first + here));
    column?.fill(values[first + here - 1], here, here + 3);
  };
  states.forEach((column, i) => fill(column, y[i]));
  fill(input, run.own);
  until?.fill(-Infinity);
  const keep = (at: number): void =>
    wanted.cells.forEach((cell, c) => {
      const k = cell - first;
      if (k >= 0 && k < here) wanted.states.forEach(({ index }, s) => (recorded[s][c][at] = states[index][k]));
    });
  keep(0);

  /** All that is worked out of a cell's parameters, with the input as it is from t on, where it may jump. */
  const setInvariants = (t: number): void => {
    for (let k = 0; k < here; k++) {
      load(k);
      for (let i = 0; i < start.length; i++) start[i] = states[i][k];
      if (row === 1) set(g, k, threshold(0, start));
      lookAhead(k, t, start);
      if (slot >= 0) p[slot] = driven.input(t, states[0][k]);
      if (k === 0) cells.setUniform(p);
      for (let lane = k; lane < (k === here - 1 ? here + 3 : k + 1); lane++) cells.setCell(0, lane, p);
    }
  };

  const event = (k: number, step: number, stopped: boolean): void => {
    if (by2003 !== undefined && !stopped) {
      spikes.push(row + step, first + k);
      return;
    }
    const [t, tNext, smooth] = [ends[row + step - 1], ends[row + step], pieceEnd[row + step]];
    load(k);
    cells.readStart(start);
    try {
      if (by2003 !== undefined) {
        driven.beginPiece(smooth, false);
        if (by2003(first + k, t, tNext)) spikes.push(row + step, first + k);
        put(k, tNext, start);
      } else if (look !== undefined && !stopped && driven.reset === undefined) {
        look.spikes(first + k, t, tNext, smooth);
      } else if (look !== undefined) {
        const outcome = look.take(first + k, t, tNext, smooth, until?.[k] ?? -Infinity);
        if (!stopped) return;
        put(k, tNext, outcome.y, outcome.refractoryUntil);
        lookAhead(k, tNext, outcome.y);
      }
    } catch (error) {
      if (!(error instanceof SimulationError)) throw error;
      if (failure === undefined || first + k < failure.cell) failure = { cell: first + k, error };
      put(k, tNext, initial(k)); // goes on in its place, so that a cell before it may fail too
    }
  };

  const writer = new EntryWriter(cells.table, dt, stageTimes(method), driven);
  const most = wanted.states.length === 0 ? stepsPerBatch : 1;
  while (row < ends.length) {
    if (row === 1 || pieceEnd[row] !== pieceEnd[row - 1]) {
      driven.beginPiece(pieceEnd[row], false);
      setInvariants(ends[row - 1]);
    }
    let steps = 1;
    while (steps < most && row + steps < ends.length && pieceEnd[row + steps] === pieceEnd[row]) steps++;
    driven.beginPiece(pieceEnd[row], false);
    parameters.own = 0;
    for (let s = 0; s < steps; s++) {
      writer.write(ends[row + s - 1], ends[row + s]);
      cells.setStep(s, writer.entry);
    }
    for (let s = 0; s < steps; ) {
      cells.begin(0, here, s, steps);
      yield;
      s = cells.finish({ event });
    }
    row += steps;
    if (most === 1) keep(row - 1);
  }
  return failure;
}
