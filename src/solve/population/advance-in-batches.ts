import type { Model } from "../../model/model.js";
import { batch } from "../batch/batch.js";
import { batchProgram, cellsPerBlock } from "../batch/batch-program.js";
import { hoistsInput, stageTimes } from "../batch/step-formulas.js";
import { drivenModel, runParameters } from "../driven-system.js";
import type { Stimulus } from "../stimuli/stimulus.js";
import { entryWriter, required, suits } from "./batch-rules.js";
import { stepOf2003, type Advance, type Cells } from "./population-step.js";

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
  onSpike: (t: number, cell: number) => void,
): Advance | undefined {
  const method = "izhikevich2003";
  if (!(model.spiking.threshold && model.spiking.reset) || model.input === undefined) return undefined;
  if (!suits(model, stimulus?.data) || hoistsInput(model, method)) return undefined;
  const parameters = runParameters(model);
  const { slot } = parameters;
  const perCell = varied.filter((k) => k !== slot);
  const program = batchProgram({ model, method, width: "f64x2", perCell, inputVaries: true, alone: true });
  if (program === undefined) return undefined;

  const driven = drivenModel(model, stimulus, parameters);
  const start = new Float64Array(y.length);
  const step = stepOf2003(model, driven, start);
  const blocks = Math.ceil(count / cellsPerBlock);
  const cells = batch(program, blocks);
  /** Columns of a block beside its cells in the population. */
  const columns = (block: number) => {
    const first = block * cellsPerBlock;
    const here = Math.min(cellsPerBlock, count - first);
    const ofBlock = (name: string, values: Float64Array) => {
      const column = required(cells.array(block, name));
      return { all: column, own: column.subarray(0, here), values: values.subarray(first, first + here) };
    };
    return { first, here, states: y.map((values, i) => ofBlock(`z${i}`, values)), input: ofBlock("input", input) };
  };
  const all = Array.from({ length: blocks }, (_, block) => columns(block));
  all.forEach(({ first, here }, block) => {
    for (let k = 0; k < here; k++) {
      loadParameters(first + k, parameters);
      if (block === 0 && k === 0) cells.setUniform(parameters.p);
      for (let lane = k; lane < (k === here - 1 ? here + 3 : k + 1); lane++) cells.setCell(block, lane, parameters.p);
    }
  });

  const writeEntry = entryWriter(cells.table, 0, stageTimes(method), (at) => driven.input(at, 0));
  const entry = new Float64Array(cells.table.length);
  return (t, tNext, smoothUntil) => {
    driven.beginPiece(smoothUntil, false);
    parameters.own = 0;
    writeEntry(t, tNext, entry);
    cells.setStep(0, entry);
    all.forEach(({ first, here, states, input: of }, block) => {
      for (const { all: column, own, values } of [...states, of]) {
        own.set(values);
        column.fill(values[here - 1], here, here + 3); // nothing else happens in the lanes beside the last cell
      }
      cells.run(block, here, 0, 1, (k, _step, stopped) => {
        const cell = first + k;
        if (!stopped) return onSpike(tNext, cell);
        loadParameters(cell, parameters);
        parameters.own = input[cell];
        cells.readStart(start);
        if (step(cell, t, tNext)) onSpike(tNext, cell);
        states.forEach(({ own }, i) => (own[k] = start[i]));
      });
      for (const { own, values } of states) values.set(own);
    });
  };
}
