import { cellsPerBlock, firstBlock, places, type BatchProgram } from "./batch-program.js";
import { sharedPages } from "./encoder.js";
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
   * Begins to take the first so many cells of a block through steps `from` to `to` of the table, or till the end of a
   * step in which one of them has to be looked at before it goes on.
   */
  begin(block: number, cells: number, from: number, to: number): void;
  /** Whether `finish` need not wait. */
  done(): boolean;
  /**
   * Tells of each cell that needs a closer look, in the order of steps.
   * @returns the step before which it stopped
   */
  finish(listener: BatchListener): number;
  /** Copies the state before the step that is being told of. */
  readStart(into: Float64Array): void;
}

/** Who is told of cell k of the block, at a step: whether it may not go on before it has been looked at. */
export interface BatchListener {
  event(k: number, step: number, stopped: boolean): void;
}

/** Who calls "run" with its arguments: this thread or another one. */
export interface Runner {
  begin(...args: number[]): void;
  done(): boolean;
  /** @returns what "run" returns */
  finish(): number;
}

/** Makes the runner of a program, given what that imports. */
export type MakeRunner = (program: BatchProgram, memory: WebAssembly.Memory) => Runner;

/** Room for so many blocks of cells, all zero. */
export function batch(program: BatchProgram, blocks: number, makeRunner: MakeRunner = thisThread): Batch {
  return new ProgramBatch(program, blocks, makeRunner);
}

const thisThread: MakeRunner = (program, memory) => {
  const functions = Object.fromEntries(program.functions.map((called, k) => [`f${k}`, called]));
  const { exports } = new WebAssembly.Instance(program.module, { env: { memory, ...functions } });
  const run = exports["run"] as (...args: number[]) => number;
  let reached = 0;
  return {
    begin: (...args) => void (reached = run(...args)),
    done: () => true,
    finish: () => reached,
  };
};

/** A class, for V8 throws the machine code of functions made for each run away with the run. */
class ProgramBatch implements Batch {
  readonly table: readonly string[];
  private readonly buffer: ArrayBufferLike;
  private readonly bytes: number;
  private readonly lanes: number;
  private readonly words: Int32Array;
  private readonly all: Numbers;
  private readonly place: ReadonlyMap<string, number>;
  private readonly eachPlaces: Int32Array;
  private readonly uniform: Float64Array;
  private readonly each: Float64Array;
  private readonly limit: number;
  private readonly runner: Runner;
  private cells = 0;
  private told = 0; // where the first number of the state stands that `readStart` reads

  constructor(
    private readonly program: BatchProgram,
    blocks: number,
    makeRunner: MakeRunner,
  ) {
    const { width, arrays, blockBytes, eventBytes, table } = program;
    const double = width === "f64x2";
    this.table = table;
    this.bytes = double ? 8 : 4;
    this.lanes = 16 / this.bytes;
    const initial = Math.ceil((firstBlock + blocks * blockBytes) / 65536);
    const memory = new WebAssembly.Memory(
      program.shared ? { initial, maximum: sharedPages, shared: true } : { initial },
    );
    this.buffer = memory.buffer;
    this.runner = makeRunner(program, memory);
    this.words = new Int32Array(this.buffer);
    this.all = this.numbers(0, Math.floor(this.buffer.byteLength / this.bytes));
    this.words.set(rootBits(width), places.roots / 4);
    this.place = new Map(arrays.map((name, k) => [name, k * cellsPerBlock * this.bytes]));
    this.eachPlaces = Int32Array.from(program.eachArrays, (name) => (this.place.get(name) ?? NaN) / this.bytes);
    this.uniform = new Float64Array(program.uniforms);
    this.each = new Float64Array(this.eachPlaces.length);
    const mostEvents = (cellsPerBlock / this.lanes) * eventBytes; // of a step
    this.limit = places.events + places.eventBytes - mostEvents;
  }

  array(block: number, name: string): Numbers | undefined {
    const offset = this.place.get(name);
    return offset === undefined ? undefined : this.numbers(this.blockAt(block) + offset, cellsPerBlock);
  }

  setUniform(p: Float64Array): void {
    this.program.uniform(p, this.uniform);
    this.uniform.forEach((value, k) => (this.all[(places.uniform + 8 * k) / this.bytes] = value));
  }

  setCell(block: number, k: number, p: Float64Array): void {
    if (k >= cellsPerBlock) return;
    const { all, each, eachPlaces } = this;
    this.program.each(p, each);
    const cell = this.blockAt(block) / this.bytes + k;
    for (let i = 0; i < eachPlaces.length; i++) all[cell + eachPlaces[i]] = each[i];
  }

  setStep(step: number, entry: Float64Array): void {
    const first = (places.table + step * places.entry) / this.bytes;
    for (let k = 0; k < entry.length; k++) this.all[first + (8 / this.bytes) * k] = entry[k];
  }

  readStart(into: Float64Array): void {
    for (let i = 0; i < into.length; i++) into[i] = this.all[this.told + i * this.lanes];
  }

  begin(block: number, cells: number, from: number, to: number): void {
    const first = this.blockAt(block);
    const end = first + Math.ceil(cells / this.lanes) * 16;
    const [start, stop] = [places.table + from * places.entry, places.table + to * places.entry];
    this.cells = cells;
    this.runner.begin(first, end, start, stop, places.events, this.limit);
  }

  done(): boolean {
    return this.runner.done();
  }

  finish(listener: BatchListener): number {
    const { bytes, lanes, words, cells } = this;
    const { eventBytes } = this.program;
    const reached = this.runner.finish();
    const eventsEnd = words[places.eventsEnd / 4];
    for (let event = places.events; event < eventsEnd; event += eventBytes) {
      const word = event >> 2; // cell, entry of the step, lanes flagged, lanes stopped
      const step = (words[word + 1] - places.table) / places.entry;
      const flagged = words[word + 2];
      for (let lane = 0; lane < lanes; lane++) {
        const k = words[word] / bytes + lane;
        if (((flagged >> lane) & 1) === 0 || k >= cells) continue;
        this.told = (event + 16) / bytes + lane;
        listener.event(k, step, ((words[word + 3] >> lane) & 1) === 1);
      }
    }
    return (reached - places.table) / places.entry;
  }

  private blockAt(block: number): number {
    return firstBlock + block * this.program.blockBytes;
  }

  private numbers(offset: number, length: number): Numbers {
    return this.bytes === 8
      ? new Float64Array(this.buffer, offset, length)
      : new Float32Array(this.buffer, offset, length);
  }
}
