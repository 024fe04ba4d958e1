import type { Model } from "../../model/model.js";
import { batch, type Batch } from "../batch/batch.js";
import { batchProgram, cellsPerBlock } from "../batch/batch-program.js";
import { hoistsInput, type BatchSpec } from "../batch/step-formulas.js";
import { crew, processors, type Crew } from "../batch/threads.js";
import type { Stimulus } from "../stimuli/stimulus.js";
import { suits } from "./batch-rules.js";
import { blockRun, type Block, type BlockFailure } from "./block-run.js";
import type { PopulationMethod } from "./population-method.js";
import { grid, type Population, type PopulationRun } from "./population-run.js";
import { spikeList, spikesAtEnds } from "./spike-list.js";

/** How a population is run in batches. */
export interface BatchOptions {
  readonly precision: Precision;
  /** Threads that share the work; undefined: as many as gain by it. */
  readonly threads: number | undefined;
}

/** Numbers of 64 or of 32 bits. */
export const precisions = ["double", "single"] as const;
/** One of `precisions`. */
export type Precision = (typeof precisions)[number];

/**
 * Uncoupled cells, a block of them at a time, several at once in the vectors of the processor: each does what it does
 * by itself, bit for bit.
 *
 * @returns undefined where there are no vectors to be had, or for what they do not do: the cells are then run one by
 * one
 */
export function runInBatches(population: Population, options: BatchOptions): PopulationRun | undefined {
  const { model, count, method, stimulus, varied, wanted } = population;
  if (!inVectors(model, stimulus, method)) return undefined;
  const inputVaries = varies(stimulus);
  const width = options.precision === "double" ? "f64x2" : "f32x4";
  const spec = { model, method, width, perCell: varied, inputVaries, alone: true } as const;
  const { ends, pieceEnd } = grid(stimulus, population.duration, population.dt);
  const threads = options.threads ?? threadsFor(count, wanted.states.length > 0 ? 0 : ends.length);
  const lanes = lanesOf(spec, threads);
  if (lanes === undefined) return undefined;

  const spikes = method === "izhikevich2003" ? spikesAtEnds(ends) : spikeList();
  const recorded = wanted.states.map(() => wanted.cells.map(() => new Float64Array(ends.length)));
  const run = { ...population, ends, pieceEnd, spikes, recorded };
  const failures = runBlocks(blocksOf(count, lanes.batches.length), lanes, (block, cells) =>
    blockRun(run, block, cells),
  );
  lanes.crew?.release();
  failures.sort((a, b) => a.cell - b.cell);
  if (failures.length > 0) throw failures[0].error;
  return { raster: spikes.raster(), time: ends, recorded, weights: () => [] };
}

const varies = (stimulus: Stimulus | undefined): boolean => stimulus !== undefined && !stimulus.piecewiseConstant;

/** Whether uncoupled cells of a model may be run in vectors under a stimulus, by an engine that has them. */
export function inVectors(model: Model, stimulus: Stimulus | undefined, method: PopulationMethod): boolean {
  if (method === "izhikevich2003" && !(model.spiking.threshold && model.spiking.reset)) return false;
  return suits(model, stimulus?.data) && !(varies(stimulus) && hoistsInput(model, method));
}

/** Steps of cells from which on more threads are worth their start, some 40 ms. */
const worthThreads = 2e6;
const mostThreads = 8;

const threadsFor = (count: number, steps: number): number =>
  count * steps < worthThreads ? 1 : Math.min(mostThreads, processors());

/** Where blocks are run: in this thread, or each in one of a crew. */
interface Lanes {
  readonly batches: readonly Batch[];
  readonly crew: Crew | undefined;
}

function lanesOf(spec: Omit<BatchSpec, "shared">, threads: number): Lanes | undefined {
  const program = batchProgram({ ...spec, shared: false });
  if (program === undefined) return undefined;
  // A function of JavaScript cannot be handed to another thread.
  const together = threads > 1 && program.functions.length === 0 ? crew(threads) : undefined;
  const shared = together && batchProgram({ ...spec, shared: true });
  if (together === undefined || shared === undefined) return { batches: [batch(program, 1)], crew: undefined };
  return { batches: together.makeRunners.map((make) => batch(shared, 1, make)), crew: together };
}

/** Blocks of about the same size, as many for each thread. */
function blocksOf(count: number, threads: number): Block[] {
  const blocks = threads * Math.ceil(count / (cellsPerBlock * threads));
  const size = 4 * Math.ceil(count / blocks / 4); // whole vectors
  return Array.from({ length: Math.ceil(count / size) }, (_, k) => ({
    first: k * size,
    here: Math.min(size, count - k * size),
  }));
}

/** Runs blocks in turn, one at a time in each lane. No block is begun after one has failed. */
function runBlocks(
  blocks: readonly Block[],
  { batches, crew: together }: Lanes,
  begin: (block: Block, cells: Batch) => Generator<void, BlockFailure | undefined, void>,
): BlockFailure[] {
  const failures: BlockFailure[] = [];
  const underWay = batches.map((): ReturnType<typeof begin> | undefined => undefined);
  let next = 0;
  for (;;) {
    let idle = true;
    batches.forEach((cells, lane) => {
      if (underWay[lane] === undefined && next < blocks.length && failures.length === 0)
        underWay[lane] = begin(blocks[next++], cells);
      else if (!cells.done()) return;
      const result = underWay[lane]?.next();
      if (result === undefined) return;
      idle = false;
      if (result.done !== true) return;
      underWay[lane] = undefined;
      if (result.value !== undefined) failures.push(result.value);
    });
    if (underWay.every((block) => block === undefined) && (next === blocks.length || failures.length > 0))
      return failures;
    if (idle) together?.wait();
  }
}
