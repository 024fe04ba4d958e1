import { runtimeFunctions } from "../../model/code/javascript.js";
import { calls, tables, type Machine, type ProgramText } from "./program-text.js";
import { compileText } from "./text-compiler.js";

/** A step program as the bytes of a module, with all that it takes to run it. */
export interface ProgramModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Names of the functions that it imports, as f0, f1, … */
  readonly functions: readonly string[];
  /** As in `ProgramText`. */
  readonly arrays: ProgramText["arrays"];
}

/** How many numbers a program is handed. */
export interface Sizes {
  readonly states: number;
  readonly parameters: number;
}

const pages = 64; // those that nobody has touched cost nothing
const bytesPerPage = 65536;

/**
 * The one memory of all programs, of which one runs at a time: for each memory an engine sets aside so much address
 * space that a hundred would be too many. Tables lie in front, then what the program in turn is handed, then its
 * arrays.
 */
let shared: { readonly memory: WebAssembly.Memory; readonly numbers: Float64Array } | undefined;
let inTurn: object | undefined;

/** Compiles a text. @throws SyntaxError for what the compiler does not know */
export function moduleOf({ body, arrays }: ProgramText, sizes: Sizes): ProgramModule {
  const { starts } = layout(arrays, sizes);
  const doubles = new Map(Array.from(starts, ([name, start]) => [name, 8 * start]));
  return { ...compileText(body, doubles, new Map([["BITS", doubles.get("NUMBER") ?? NaN]])), arrays };
}

/** The program in WebAssembly; undefined where there is none, a page's policy forbids it, or memory would not do. */
export function webAssemblyMachine(program: ProgramModule, sizes: Sizes): Machine | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    return machine(program, sizes);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function machine(program: ProgramModule, sizes: Sizes): Machine {
  const { starts, lengths, end } = layout(program.arrays, sizes);
  if (8 * end > pages * bytesPerPage) throw new RangeError(`${end} numbers do not fit in ${pages} pages of memory`);
  const { memory, numbers } = sharedMemory(starts);
  const view = (name: string): Float64Array => {
    const start = starts.get(name) ?? NaN;
    return numbers.subarray(start, start + (lengths.get(name) ?? NaN));
  };
  let inputNow: Parameters<Machine["run"]>[3] = () => NaN;
  const known: Readonly<Record<string, (...args: number[]) => number>> = {
    ...runtimeFunctions,
    ...calls,
    input: (t, V) => inputNow(t, V),
  };
  const functions = Object.fromEntries(program.functions.map((name, k) => [`f${k}`, known[name]]));
  const module = new WebAssembly.Module(program.bytes);
  const { exports } = new WebAssembly.Instance(module, { env: { memory, ...functions } });
  const step = exports["run"] as () => number;
  const [clockHere, yHere, pHere, stepSizeHere, floorHere, wantedHere] = handed(sizes).map(([name]) => view(name));
  const arrays = Object.fromEntries(Object.keys(program.arrays).map((name) => [name, view(name)]));
  return {
    arrays,
    within(theta) {
      clockHere[7] = theta;
      step();
      return clockHere[7];
    },
    run(clock, y, p, input, stepSize, floor, wanted) {
      if (inTurn !== program)
        for (const [name, of] of Object.entries(program.arrays)) if (typeof of !== "number") arrays[name].set(of);
      inTurn = program;
      inputNow = input;
      clockHere.set(clock);
      yHere.set(y);
      pHere.set(p);
      stepSizeHere.set(stepSize);
      floorHere.set(floor);
      wantedHere.set(wanted);
      const steps = step();
      for (let k = 0; k < clock.length; k++) clock[k] = clockHere[k];
      for (let i = 0; i < y.length; i++) y[i] = yHere[i];
      for (let k = 0; k < stepSize.length; k++) stepSize[k] = stepSizeHere[k];
      return steps;
    },
  };
}

/** What a program is handed, in the order of `run`, and how many numbers at most. */
function handed({ states, parameters }: Sizes): readonly (readonly [string, number])[] {
  return [
    ["clock", 8],
    ["y", states],
    ["p", parameters],
    ["stepSize", 3],
    ["floor", states],
    ["wanted", states],
  ];
}

/** Where arrays begin in memory, in doubles, how long each is, and where the last ends. */
function layout(
  arrays: ProgramText["arrays"],
  sizes: Sizes,
): {
  readonly starts: ReadonlyMap<string, number>;
  readonly lengths: ReadonlyMap<string, number>;
  readonly end: number;
} {
  const starts = new Map<string, number>();
  const lengths = new Map<string, number>([
    ...Object.entries(tables).map(([name, { length }]) => [name, length] as const),
    ...handed(sizes),
    ...Object.entries(arrays).map(([name, of]) => [name, typeof of === "number" ? of : of.length] as const),
  ]);
  let end = 0;
  for (const [name, length] of lengths) {
    starts.set(name, end);
    end += length;
  }
  return { starts, lengths, end };
}

function sharedMemory(starts: ReadonlyMap<string, number>): NonNullable<typeof shared> {
  if (shared === undefined) {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    shared = { memory, numbers: new Float64Array(memory.buffer) };
    for (const [name, table] of Object.entries(tables)) shared.numbers.set(table, starts.get(name));
  }
  return shared;
}
