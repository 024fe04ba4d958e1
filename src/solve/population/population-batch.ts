import { batch, type Batch, type Numbers } from "../batch/batch.js";
import { batchProgram, cellsPerBlock, stepsPerBatch } from "../batch/batch-program.js";
import type { LaneWidth } from "../batch/encoder.js";
import { hoistsInput, stageTimes } from "../batch/step-formulas.js";
import { drivenModel, runParameters } from "../driven-system.js";
import { changeAhead } from "../events.js";
import { gridSnap } from "../methods/step-size.js";
import { SimulationError } from "../simulation-error.js";
import { EntryWriter, required, suits } from "./batch-rules.js";
import { closerLook } from "./closer-look.js";
import { grid, type Population, type PopulationRun } from "./population-run.js";
import { stepOf2003 } from "./population-step.js";
import { spikeList, spikesAtEnds, type SpikeList } from "./spike-list.js";

/**
 * Uncoupled cells, a block of them at a time, several at once in the vectors of the processor: each does what it does
 * by itself, bit for bit.
 *
 * @returns undefined where there are no vectors to be had, or for what they do not do: the cells are then run one by
 * one
 */
export function runInBatches(population: Population, width: LaneWidth = "f64x2"): PopulationRun | undefined {
  const { model, count, method, stimulus, varied } = population;
  const inputVaries = stimulus !== undefined && !stimulus.piecewiseConstant;
  if (method === "izhikevich2003" && !(model.spiking.threshold && model.spiking.reset)) return undefined;
  if (!suits(model, stimulus?.data) || (inputVaries && hoistsInput(model, method))) return undefined;
  const program = batchProgram({ model, method, width, perCell: varied, inputVaries, alone: true });
  if (program === undefined) return undefined;
  const { ends, pieceEnd } = grid(stimulus, population.duration, population.dt);
  const spikes = method === "izhikevich2003" ? spikesAtEnds(ends) : spikeList();
  const run = { ...population, ends, pieceEnd, cells: batch(program, 1), spikes };
  const recorded = population.wanted.states.map(() => population.wanted.cells.map(() => new Float64Array(ends.length)));
  for (let first = 0; first < count; first += cellsPerBlock) runBlock(run, first, recorded);
  return { raster: spikes.raster(), time: ends, recorded, weights: [] };
}

interface BatchRun extends Population {
  readonly ends: Float64Array;
  readonly pieceEnd: Float64Array;
  readonly cells: Batch;
  /** Of times; by the method of 2003 of rows. */
  readonly spikes: Pick<SpikeList, "push">;
}

/** One block of cells through the whole run. @throws SimulationError of the first cell that fails, as if run alone */
function runBlock(run: BatchRun, first: number, recorded: readonly (readonly Float64Array[])[]): void {
  const { model, count, y, loadParameters, stimulus, method, dt, wanted, ends, pieceEnd, cells, spikes } = run;
  const here = Math.min(cellsPerBlock, count - first);
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
  let failure: { readonly k: number; readonly error: SimulationError } | undefined;

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
      if (failure === undefined || k < failure.k) failure = { k, error };
      put(k, tNext, initial(k)); // goes on in its place, so that a cell before it may fail too
    }
  };

  const writer = new EntryWriter(cells.table, gridSnap(dt), stageTimes(method), driven);
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
    for (let s = 0; s < steps; ) s = cells.run(0, here, s, steps, { event });
    row += steps;
    if (most === 1) keep(row - 1);
  }
  if (failure !== undefined) throw failure.error;
}
