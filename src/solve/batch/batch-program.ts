import { runtimeFunctions } from "../../model/code/javascript.js";
import type { Kernels } from "../../model/code/kernels.js";
import { at, empty, encodeModule, op, signed, type, unsigned, vectorOp, type LaneWidth } from "./encoder.js";
import { evaluator } from "./evaluate.js";
import { UnknownCode, type Formulas } from "./formulas.js";
import { laneCode } from "./lane-code.js";
import { stepFormulas, type BatchSpec } from "./step-formulas.js";

/** Cells that are advanced together through many steps: their numbers stay in the nearest memory. */
export const cellsPerBlock = 256;
/** Most steps in a call: few enough that the engine compiles the program as one that is called often. */
export const stepsPerBatch = 250;

/** Where things stand in the memory of a program, in bytes. */
export const places = {
  /** Where the list of events ends, once "run" has come back. */
  eventsEnd: 0,
  roots: 64,
  uniform: 64 + 2048 * 8,
  table: 64 + 2048 * 8 + 4096,
  /** Of one entry of the table of steps. */
  entry: 128,
  events: 64 + 2048 * 8 + 4096 + stepsPerBatch * 128,
  /** Of all events of a call. */
  eventBytes: 131072,
} as const;

/** The first block begins here. */
export const firstBlock = places.events + places.eventBytes;

/** A compiled module, and how its memory is laid out. */
export interface BatchProgram {
  readonly module: WebAssembly.Module;
  readonly width: LaneWidth;
  /** Whether its memory is one that threads share. */
  readonly shared: boolean;
  /** The functions that it calls. */
  readonly functions: readonly ((...args: number[]) => number)[];
  /** Names of the arrays of a block, each `cellsPerBlock` numbers: z0 …, g, drift, until, input, and invariants. */
  readonly arrays: readonly string[];
  readonly blockBytes: number;
  readonly eventBytes: number;
  readonly table: readonly string[];
  /** How many numbers `uniform` works out: what is the same for all cells, for places.uniform on. */
  readonly uniforms: number;
  readonly uniform: (p: Float64Array, out: Float64Array) => void;
  /** The arrays for which `each` works out the number of one cell. */
  readonly eachArrays: readonly string[];
  readonly each: (p: Float64Array, out: Float64Array) => void;
}

/** By kernels, which all `with` copies of a model share. Undefined: there is no such program. */
const known = new WeakMap<Kernels, Map<string, BatchProgram | undefined>>();

/**
 * The program for a model; undefined where the engine has no vectors or a page's policy forbids to compile, and for a
 * model with something in it that vectors do not do.
 */
export function batchProgram(spec: BatchSpec): BatchProgram | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  const { model, method, width, perCell, inputVaries, alone, shared } = spec;
  const programs = known.get(model.kernels) ?? new Map<string, BatchProgram | undefined>();
  known.set(model.kernels, programs);
  const key = [method, width, perCell.join(","), inputVaries, alone, shared].join(" ");
  if (!programs.has(key)) programs.set(key, made(spec));
  return programs.get(key);
}

/** A module with nothing in it. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

function made(spec: BatchSpec): BatchProgram | undefined {
  try {
    // WebKit compiles what a page's policy forbids, and refuses to start it.
    new WebAssembly.Instance(new WebAssembly.Module(emptyModule));
    return compiled(spec);
  } catch (error) {
    if (error instanceof UnknownCode || error instanceof WebAssembly.CompileError || error instanceof EvalError)
      return undefined;
    throw error;
  }
}

// The parameters of "run", and its local integers.
const [block, blockEnd, table, tableEnd, events, eventsLimit, cell, stop] = [0, 1, 2, 3, 4, 5, 6, 7];
const get = (local: number): number[] => [op.get, ...unsigned(local)];
const set = (local: number): number[] => [op.set, ...unsigned(local)];

function compiled(spec: BatchSpec): BatchProgram {
  const { width } = spec;
  const step = stepFormulas(spec);
  const { formulas } = step;
  const bytes = width === "f64x2" ? 8 : 4;
  const arrays: string[] = step.starts.map((_, i) => `z${i}`);
  // What is the same for all cells, and what is in a step: each has a local, for an engine reads all memory that a turn
  // of a loop needs at its beginning, and what then finds no register is written to memory again.
  const uniform = new Map<number, number>();
  const ofStep = new Map<string, number>();
  const each: number[] = [];
  const functions: string[] = [];
  const differs = perCellValues(formulas, spec.perCell);

  const placeOf = (list: string[], name: string): number => {
    const k = list.indexOf(name);
    return k >= 0 ? k : list.push(name) - 1;
  };
  const held = <T>(locals: Map<T, number>, what: T): number[] => {
    const local = locals.get(what) ?? lane.fresh();
    locals.set(what, local);
    return get(local);
  };
  const arrayOffset = (name: string): number => placeOf(arrays, name) * cellsPerBlock * bytes;
  const splat = width === "f64x2" ? "v128.load64_splat" : "v128.load32_splat";
  const given = (value: number): number[] | undefined => {
    const { op: operation, invariant } = formulas.values[value];
    if (operation.startsWith("given ")) {
      const name = operation.slice(6);
      return step.table.includes(name)
        ? held(ofStep, name)
        : [...get(cell), ...vectorOp("v128.load", ...at(arrayOffset(name)))];
    }
    if (!invariant || isMask(operation)) return undefined;
    if (differs.has(value)) {
      if (!each.includes(value)) each.push(value);
      return [...get(cell), ...vectorOp("v128.load", ...at(arrayOffset(`v${value}`)))];
    }
    return held(uniform, value);
  };
  const constant = (number: number): number[] => held(uniform, formulas.constant(number));
  const callee = (name: string): number => {
    if (!Object.hasOwn(runtimeFunctions, name)) throw new UnknownCode(name);
    return placeOf(functions, name);
  };
  const lane = laneCode(formulas, width, stop + 1, { roots: places.roots, given, constant, callee });

  const carried = Object.entries(step.carried);
  const masks = [step.flagged, step.stopping];
  const resets = step.ends.map((end) => resetOf(formulas, step.flagged, end));
  const ends = step.ends.map((end, i) => resets[i] ?? end);
  const endings = ends.map(() => lane.fresh()); // what is stored of each state
  const arithmetic = [
    ...lane.compute([...ends, ...carried.map(([, value]) => value)], [...masks, ...step.ends]),
    ...ends.flatMap((end, i) => [...get(lane.local(end)), ...set(endings[i])]),
  ];
  const whetherFlagged = lane.any(step.flagged);
  const store = (name: string, value: readonly number[]): number[] => [
    ...get(cell),
    ...value,
    ...vectorOp("v128.store", ...at(arrayOffset(name))),
  ];
  const stores = [
    ...ends.flatMap((_, i) => store(`z${i}`, get(endings[i]))),
    ...carried.flatMap(([name, value]) => store(name, get(lane.local(value)))),
  ];
  const word = (offset: number, ...value: number[]): number[] => [
    ...get(events),
    ...value,
    ...[op.i32Store, 0, ...unsigned(offset)],
  ];
  const bitmask = vectorOp(width === "f64x2" ? "i64x2.bitmask" : "i32x4.bitmask");
  const eventBytes = 16 + 16 * step.starts.length;
  const record = [
    ...lane.compute([...masks, ...step.ends]),
    ...step.ends.flatMap((end, i) => [...get(lane.local(end)), ...set(endings[i])]),
    ...word(0, ...get(cell), ...get(block), op.i32Sub),
    ...word(4, ...get(table)),
    ...word(8, ...get(lane.local(step.flagged)), ...bitmask),
    ...word(12, ...get(lane.local(step.stopping)), ...bitmask),
    ...step.starts.flatMap((_, i) => [
      ...[...get(events), ...get(cell), ...vectorOp("v128.load", ...at(arrayOffset(`z${i}`)))],
      ...vectorOp("v128.store", ...at(16 + 16 * i)),
    ]),
    ...[...get(stop), ...get(lane.local(step.stopping)), ...vectorOp("v128.any_true"), op.i32Or, ...set(stop)],
    ...[...get(events), op.i32Const, ...signed(eventBytes), op.i32Add, ...set(events)],
  ];
  const body = [
    ...[...uniform.values()].flatMap((local, k) => [
      ...[op.i32Const, 0, ...vectorOp(splat, ...at(places.uniform + 8 * k))],
      ...set(local),
    ]),
    ...[op.loop, empty],
    ...[...ofStep].flatMap(([name, local]) => [
      ...[...get(table), ...vectorOp(splat, ...at(8 * step.table.indexOf(name)))],
      ...set(local),
    ]),
    ...[...get(block), ...set(cell), op.i32Const, 0, ...set(stop)],
    ...[op.loop, empty],
    ...[...arithmetic, ...whetherFlagged, op.if, empty, ...record, op.end, ...stores],
    ...[...get(cell), op.i32Const, 16, op.i32Add, op.tee, cell, ...get(blockEnd), op.i32LtU, op.branchIf, 0, op.end],
    ...[...get(table), op.i32Const, ...signed(places.entry), op.i32Add, op.tee, table, ...get(tableEnd), op.i32LtU],
    ...[...get(stop), op.i32Eqz, op.i32And, ...get(events), ...get(eventsLimit), op.i32LtU, op.i32And],
    ...[op.branchIf, 0, op.end],
    ...[op.i32Const, places.eventsEnd, ...get(events), op.i32Store, 0, 0],
    ...get(table),
  ];
  return {
    module: new WebAssembly.Module(
      encodeModule({
        pages: 1,
        shared: spec.shared,
        functions: functions.map((name) => runtimeFunctions[name].length),
        parameters: 6,
        locals: [
          [2, type.i32],
          [lane.count(), type.v128],
        ],
        body,
      }),
    ),
    width,
    shared: spec.shared,
    functions: functions.map((name) => runtimeFunctions[name]),
    arrays,
    blockBytes: arrays.length * cellsPerBlock * bytes,
    eventBytes,
    table: step.table,
    uniforms: uniform.size,
    uniform: evaluator(formulas, [...uniform.keys()]),
    eachArrays: each.map((value) => `v${value}`),
    each: evaluator(formulas, each),
  };
}

/**
 * Of a state after the step what it is without a reset, where one only comes in lanes that are flagged: there it is
 * then that the reset is worked out.
 */
function resetOf({ values }: Formulas, flagged: number, end: number): number | undefined {
  const { op: operation, args } = values[end];
  const [condition, , otherwise] = args;
  const { op: either, args: alternatives } = values[flagged];
  return operation === "select" && either === "||" && alternatives.includes(condition) ? otherwise : undefined;
}

/** The invariant values behind which one of these parameters is. */
function perCellValues({ values }: Formulas, perCell: readonly number[]): Set<number> {
  const found = new Set<number>();
  values.forEach(({ op: operation, args, number, invariant }, value) => {
    const own = operation === "parameter" && perCell.includes(number);
    if (invariant && (own || args.some((arg) => found.has(arg)))) found.add(value);
  });
  return found;
}

const isMask = (operation: string): boolean => /^(?:[<>]=?|==|&&|\|\||not)$/.test(operation);
