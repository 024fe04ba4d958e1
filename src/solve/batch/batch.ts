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
  /** What the table of steps holds of each. */
  readonly table: readonly string[];
  /** Puts down the entry of a step, in the order of `table`. */
  setStep(step: number, entry: Float64Array): void;
  /**
   * Takes the first so many cells of a block through steps `from` to `to` of the table, or till the end of a step in
   * which one of them has to be looked at before it goes on. Calls `onEvent` for each cell that needs a closer look, in
   * the order of steps.
   * @returns the step before which it stopped
   */
  run(block: number, cells: number, from: number, to: number, onEvent: BatchEvent): number;
  /** Copies the state before the step that is being told of. */
  readStart(into: Float64Array): void;
}

/** What is told of cell k of the block, at a step: whether it may not go on before it has been looked at. */
export type BatchEvent = (k: number, step: number, stopped: boolean) => void;

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
  const eachPlaces = program.eachArrays.map((name) => (place.get(name) ?? NaN) / bytes);
  const [uniform, each] = [new Float64Array(program.uniforms), new Float64Array(eachPlaces.length)];
  let told = 0; // where the first number of the state stands that `readStart` reads
  const mostEvents = (cellsPerBlock / lanes) * eventBytes; // of a step
  const limit = places.events + places.eventBytes - mostEvents;
  return {
    array(block, name) {
      const offset = place.get(name);
      return offset === undefined ? undefined : numbers(blockAt(block) + offset, cellsPerBlock);
    },
    table,
    setUniform(p) {
      program.uniform(p, uniform);
      uniform.forEach((value, k) => (all[(places.uniform + 8 * k) / bytes] = value));
    },
    setCell(block, k, p) {
      if (k >= cellsPerBlock) return;
      program.each(p, each);
      const cell = blockAt(block) / bytes + k;
      for (let i = 0; i < eachPlaces.length; i++) all[cell + eachPlaces[i]] = each[i];
    },
    setStep(step, entry) {
      const first = (places.table + step * places.entry) / bytes;
      for (let k = 0; k < entry.length; k++) all[first + (8 / bytes) * k] = entry[k];
    },
    readStart(into) {
      for (let i = 0; i < into.length; i++) into[i] = all[told + i * lanes];
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
        const flagged = words[word + 2];
        for (let lane = 0; lane < lanes; lane++) {
          const k = words[word] / bytes + lane;
          if (((flagged >> lane) & 1) === 0 || k >= cells) continue;
          told = (event + 16) / bytes + lane;
          onEvent(k, step, ((words[word + 3] >> lane) & 1) === 1);
        }
      }
      return (reached - places.table) / places.entry;
    },
  };
}
