import { cellsPerBlock, firstBlock, places, type BatchProgram } from "./batch-program.js";
import { rootBits } from "./scaled-root.js";

/** Numbers of a width, as memory holds them. */
export type Numbers = Float64Array | Float32Array;

/** Cells in the memory of a program, block by block. */
export interface Batch {
  /** An array of a block, one number for each cell; undefined where the program has no such array. */
  array(block: number, name: string): Numbers | undefined;
  /** Puts down what is worked out of the parameters of all cells. */
  setUniform(p: Float64Array): void;
  /** Puts down what is worked out of the parameters of one cell, the `k`-th of its block. */
  setCell(block: number, k: number, p: Float64Array): void;
  /** Puts down the entry of a step in the table of steps. */
  setStep(step: number, value: (name: string) => number): void;
  /**
   * Takes the first so many cells of a block through steps `from` to `to` of the table, or till the end of a step in
   * which one of them has to be looked at before it goes on. Calls `onEvent` for each cell that needs a closer look, in
   * the order of steps, with the state before the step.
   * @returns the step before which it stopped
   */
  run(block: number, cells: number, from: number, to: number, onEvent: BatchEvent): number;
}

/** What is told of cell k of the block, at a step: whether it may not go on before it has been looked at. */
export type BatchEvent = (k: number, step: number, stopped: boolean, start: Float64Array) => void;

/** Room for so many blocks of cells, all zero. */
export function batch(program: BatchProgram, blocks: number): Batch {
  const { width, arrays, blockBytes, eventBytes, table } = program;
  const double = width === "f64x2";
  const bytes = double ? 8 : 4;
  const lanes = 16 / bytes;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((firstBlock + blocks * blockBytes) / 65536) });
  const { buffer } = memory;
  const functions = Object.fromEntries(program.functions.map((run, k) => [`f${k}`, run]));
  const { exports } = new WebAssembly.Instance(program.module, { env: { memory, ...functions } });
  const runProgram = exports["run"] as (...args: number[]) => number;
  const numbers = (offset: number, length: number): Numbers =>
    double ? new Float64Array(buffer, offset, length) : new Float32Array(buffer, offset, length);
  const words = new Int32Array(buffer);
  const all = numbers(0, Math.floor(buffer.byteLength / bytes));
  words.set(rootBits(width), places.roots / 4);

  const blockAt = (block: number): number => firstBlock + block * blockBytes;
  const place = new Map(arrays.map((name, k) => [name, k * cellsPerBlock * bytes]));
  const start = new Float64Array(arrays.filter((name) => /^z\d/.test(name)).length);
  const mostEvents = (cellsPerBlock / lanes) * eventBytes; // of a step
  const limit = places.events + places.eventBytes - mostEvents;
  return {
    array(block, name) {
      const offset = place.get(name);
      return offset === undefined ? undefined : numbers(blockAt(block) + offset, cellsPerBlock);
    },
    setUniform: (p) => program.uniform(p, (address, value) => void (all[address / bytes] = value)),
    setCell(block, k, p) {
      if (k >= cellsPerBlock) return;
      program.each(p, (name, value) => void (all[(blockAt(block) + (place.get(name) ?? NaN)) / bytes + k] = value));
    },
    setStep(step, value) {
      const entry = (places.table + step * places.entry) / bytes;
      table.forEach((name, k) => (all[entry + (k * 8) / bytes] = value(name)));
    },
    run(block, cells, from, to, onEvent) {
      const first = blockAt(block);
      const end = first + Math.ceil(cells / lanes) * 16;
      const entry = (step: number): number => places.table + step * places.entry;
      const reached = runProgram(first, end, entry(from), entry(to), places.events, limit);
      const eventsEnd = words[places.eventsEnd / 4];
      for (let event = places.events; event < eventsEnd; event += eventBytes) {
        const word = event >> 2; // cell, entry of the step, lanes flagged, lanes stopped
        const step = (words[word + 1] - places.table) / places.entry;
        for (let lane = 0; lane < lanes; lane++) {
          const k = words[word] / bytes + lane;
          if (((words[word + 2] >> lane) & 1) === 0 || k >= cells) continue;
          for (let i = 0; i < start.length; i++) start[i] = all[(event + 16 + 16 * i) / bytes + lane];
          onEvent(k, step, ((words[word + 3] >> lane) & 1) === 1, start);
        }
      }
      return (reached - places.table) / places.entry;
    },
  };
}
