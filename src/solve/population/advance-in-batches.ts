import type { Model } from "../../model/model.js";
import { batch, type Batch, type BatchListener, type Numbers } from "../batch/batch.js";
import { batchProgram, cellsPerBlock } from "../batch/batch-program.js";
import { hoistsInput, stageTimes } from "../batch/step-formulas.js";
import { drivenModel, runParameters, type DrivenSystem } from "../driven-system.js";
import type { Stimulus } from "../stimuli/stimulus.js";
import { EntryWriter, required, suits } from "./batch-rules.js";
import { stepOf2003, type Advance, type Cells, type StepOf2003 } from "./population-step.js";
import type { SpikeList } from "./spike-list.js";

/**
 * Cells that may be coupled, by the method of 2003, several at once in the vectors of the processor, to the bits of
 * `advancer`.
 *
 * @param varied indices of the parameters that differ from cell to cell
 * @returns undefined where there are no vectors to be had, or for what they do not do
 */
export function advancerInBatches(
  model: Model,
  { count, y, input, loadParameters }: Cells,
  stimulus: Stimulus | undefined,
  varied: readonly number[],
  spikes: Pick<SpikeList, "push">,
): Advance | undefined {
  const method = "izhikevich2003";
  if (!(model.spiking.threshold && model.spiking.reset) || model.input === undefined) return undefined;
  if (!suits(model, stimulus?.data) || hoistsInput(model, method)) return undefined;
  const parameters = runParameters(model);
  const perCell = varied.filter((k) => k !== parameters.slot);
  const kind = { width: "f64x2", inputVaries: true, alone: true, shared: false } as const;
  const program = batchProgram({ model, method, perCell, ...kind });
  if (program === undefined) return undefined;

  const driven = drivenModel(model, stimulus, parameters);
  const lanes = batch(program, blocksOf(count));
  const run = new BatchesOf2003(model, driven, { count, y, input, loadParameters }, lanes, spikes);
  return (t, tNext, smoothUntil) => run.advance(t, tNext, smoothUntil);
}

const blocksOf = (count: number): number => Math.ceil(count / cellsPerBlock);

/** A column of a block, and its cells in the population. */
interface Column {
  readonly all: Numbers;
  readonly own: Numbers;
  readonly values: Float64Array;
}

/** A class, for V8 throws the machine code of functions made for each run away with the run. */
class BatchesOf2003 implements BatchListener {
  private readonly blocks: readonly { readonly states: readonly Column[]; readonly input: Column }[];
  private readonly writer: EntryWriter;
  private readonly start: Float64Array;
  private readonly step: StepOf2003;
  private block = 0;
  private t = 0;
  private tNext = 0;

  constructor(
    model: Model,
    private readonly driven: DrivenSystem,
    private readonly cells: Cells,
    private readonly lanes: Batch,
    private readonly spikes: Pick<SpikeList, "push">,
  ) {
    this.start = new Float64Array(cells.y.length);
    this.step = stepOf2003(model, driven, this.start);
    const { count, y, input, loadParameters } = cells;
    const { parameters } = driven;
    const column = (block: number, name: string, values: Float64Array): Column => {
      const first = block * cellsPerBlock;
      const here = Math.min(cellsPerBlock, count - first);
      const all = required(lanes.array(block, name));
      return { all, own: all.subarray(0, here), values: values.subarray(first, first + here) };
    };
    this.blocks = Array.from({ length: blocksOf(count) }, (_, block) => ({
      states: y.map((values, i) => column(block, `z${i}`, values)),
      input: column(block, "input", input),
    }));
    for (let cell = 0; cell < count; cell++) {
      loadParameters(cell, parameters);
      if (cell === 0) lanes.setUniform(parameters.p);
      const [block, k] = [Math.floor(cell / cellsPerBlock), cell % cellsPerBlock];
      lanes.setCell(block, k, parameters.p);
      if (cell === count - 1) for (let lane = k + 1; lane < k + 3; lane++) lanes.setCell(block, lane, parameters.p);
    }
    this.writer = new EntryWriter(lanes.table, 0, stageTimes("izhikevich2003"), driven);
  }

  advance(t: number, tNext: number, smoothUntil: number): void {
    const { driven, lanes, blocks, writer } = this;
    this.t = t;
    this.tNext = tNext;
    driven.beginPiece(smoothUntil, false);
    driven.parameters.own = 0;
    writer.write(t, tNext);
    lanes.setStep(0, writer.entry);
    for (this.block = 0; this.block < blocks.length; this.block++) {
      const { states, input } = blocks[this.block];
      for (let i = 0; i < states.length; i++) putDown(states[i]);
      putDown(input);
      lanes.begin(this.block, input.own.length, 0, 1);
      lanes.finish(this);
      for (let i = 0; i < states.length; i++) states[i].values.set(states[i].own);
    }
  }

  event(k: number, _step: number, stopped: boolean): void {
    const { cells, driven, start, tNext } = this;
    const cell = this.block * cellsPerBlock + k;
    if (!stopped) {
      this.spikes.push(tNext, cell);
      return;
    }
    cells.loadParameters(cell, driven.parameters);
    driven.parameters.own = cells.input[cell];
    this.lanes.readStart(start);
    if (this.step(cell, this.t, tNext)) this.spikes.push(tNext, cell);
    const { states } = this.blocks[this.block];
    for (let i = 0; i < states.length; i++) states[i].own[k] = start[i];
  }
}

/** What the population has goes to its block; nothing else happens in the lanes beside the last cell. */
function putDown({ all, own, values }: Column): void {
  own.set(values);
  all.fill(values[values.length - 1], values.length, values.length + 3);
}
