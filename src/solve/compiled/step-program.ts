import type { Kernels } from "../../model/code/kernels.js";
import type { PreparedProgram } from "../../model/prepared.js";
import type { Model } from "../../model/model.js";
import type { NoisePath } from "../methods/euler-maruyama.js";
import { adaptiveProgramText } from "./adaptive-program.js";
import { fixedProgramText } from "./fixed-program.js";
import { stagesOf, type StepProgramSpec } from "./program-parts.js";
import { pointsPerStep } from "../recording/dense-recording.js";
import { simulationDefaults } from "../simulation-options.js";
import { javascriptMachine, type Machine } from "./program-text.js";
import { compiledOrNot } from "./relaxation.js";
import { moduleOf, webAssemblyMachine, type ProgramModule, type Sizes } from "./webassembly.js";
import { bytesOfBase64 } from "../../text/base64.js";

/**
 * Many steps of a Runge-Kutta method in one call, with the right-hand side of the model written into each stage. Takes
 * the steps that `rungeKutta` takes, bit for bit, and leaves to it any that needs a closer look: one that crosses the
 * threshold or comes near it, that diverges, or that no step is short enough for. Advances y, and in `clock`, an array
 * so that V8 always finds numbers of one kind, [t, …].
 *
 * @param p the parameters of the run; an input that varies is put into them
 * @param input the input at t and the membrane potential V
 * @returns the number of steps taken
 */
export type FixedProgram = (
  /** t, last time at which a step may end, dt, k of the first step end k · dt, first row, `changeAhead` in dt */
  clock: Float64Array,
  y: Float64Array,
  p: Float64Array,
  input: (t: number, V: number) => number,
  /** Where the kept states go, a column for each. */
  columns: readonly Float64Array[],
  /** Of the white noise in the input. */
  increments?: NoisePath["increments"],
) => number;

/** The same for an embedded pair. */
export interface AdaptiveProgram {
  readonly steps: AdaptiveSteps;
  /**
   * Of the step that `steps` has called for a closer look at: the event function at θ within it, and the state at its
   * start, its time, its length, and the event function at its points but the last.
   */
  readonly within: (theta: number) => number;
  readonly looked: Float64Array;
}

/** The steps of an `AdaptiveProgram`. */
export type AdaptiveSteps = (
  /**
   * t, end of the piece, tolerance, first rows of the step ends and of the output; rejected, evaluations; `TAKE_STEPS`.
   * The last of these becomes 1 where the last step needs a closer look.
   */
  clock: Float64Array,
  y: Float64Array,
  p: Float64Array,
  input: (t: number, V: number) => number,
  /** `ErrorControlledSteps.state`. */
  stepSize: Float64Array,
  /** Sizes below which errors of each state count as absolute. */
  floor: Float64Array,
  /** Where the times go at which steps end: a column. */
  stepEnds: readonly Float64Array[],
  /** Where the points within the steps go: columns of the kept states, and of an input that varies. */
  output: readonly Float64Array[],
) => number;

const empty = new Float64Array(0);

/** By kernels, which all `with` copies of a model share, then by what else the text depends on. */
const compiled = new WeakMap<Kernels, Map<string, Machine | undefined>>();

/** Stages of a model with more states are a loop in WebAssembly too: what is written out has to be compiled. */
const mostWrittenOut = 8;

/**
 * The program for a model and a method of fixed step; undefined where a page's policy forbids to compile text. One of
 * several stages is in WebAssembly where there is that; for one stage JavaScript is as fast, and ready earlier.
 */
export function fixedProgram(spec: StepProgramSpec): FixedProgram | undefined {
  const key = [spec.method, spec.inputVaries, spec.kept].join(" ");
  const machine = machineOf(spec, key, () => {
    if (stagesOf(spec.method) === 1 || depth > 0) return javascriptMachine(fixedProgramText(spec));
    const sizes = sizesOf(spec.model);
    const module = moduleOf(fixedProgramText(spec, sizes.states <= mostWrittenOut), sizes);
    return webAssemblyMachine(module, sizes) ?? javascriptMachine(fixedProgramText(spec));
  });
  if (machine === undefined) return undefined;
  const { run, arrays } = machine;
  const kept = spec.kept.map((_, j) => arrays[`K${j}`]);
  return (clock, y, p, input, columns, increments) => {
    increments?.(clock[0], clock[3], arrays["W"]);
    const steps = inTurn(() => run(clock, y, p, input, empty, empty, empty));
    copyRows(kept, columns, clock[4], steps);
    return steps;
  };
}

/**
 * The program for a model and an embedded pair, with so many points of output in each step. In WebAssembly where there
 * is that: its text is long, and the optimising compiler of JavaScript takes 40 ms of the processor for it.
 */
export function adaptiveProgram(spec: StepProgramSpec, points: number): AdaptiveProgram | undefined {
  const { model, kept, inputVaries } = spec;
  const n = model.stateNames.length;
  const key = adaptiveKey(spec, points);
  const machine = machineOf(spec, key, () => {
    if (depth > 0) return javascriptMachine(adaptiveProgramText(spec, points)); // all of WebAssembly share one memory
    const prepared = Object.hasOwn(model.prepared.programs, key) ? model.prepared.programs[key] : undefined;
    const sizes = sizesOf(model);
    const module = prepared === undefined ? moduleOf(adaptiveProgramText(spec, points), sizes) : unpacked(prepared);
    return webAssemblyMachine(module, sizes) ?? javascriptMachine(adaptiveProgramText(spec, points));
  });
  if (machine === undefined) return undefined;
  const { run, within, arrays } = machine;
  const wanted = Float64Array.from({ length: n }, (_, i) => Number(kept.includes(i)));
  const ends = [arrays["E0"]];
  const columns = [...kept, ...(inputVaries ? [n] : [])].map((i) => arrays[`O${i}`]);
  return {
    steps(clock, y, p, input, stepSize, floor, stepEnds, output) {
      const steps = inTurn(() => run(clock, y, p, input, stepSize, floor, wanted));
      copyRows(ends, stepEnds, clock[3], steps);
      copyRows(columns, output, clock[4], steps * points);
      return steps;
    },
    looked: arrays["L"],
    within(theta) {
      depth++; // as `inTurn`, without a function for each θ
      try {
        return within(theta);
      } finally {
        depth--;
      }
    },
  };
}

/** The programs of a model that are worth compiling when the package is built: those of the default method. */
export function preparedPrograms(model: Model): Readonly<Record<string, PreparedProgram>> {
  const spec = { model, method: simulationDefaults.method, inputVaries: false, kept: [] };
  const { bytes, ...program } = moduleOf(adaptiveProgramText(spec, pointsPerStep), sizesOf(model));
  return { [adaptiveKey(spec, pointsPerStep)]: { module: btoa(String.fromCharCode(...bytes)), ...program } };
}

const adaptiveKey = ({ method, inputVaries }: StepProgramSpec, points: number): string =>
  [method, inputVaries, points].join(" ");

const sizesOf = ({ stateNames, parameterNames }: Model): Sizes => ({
  states: stateNames.length,
  parameters: parameterNames.length,
});

const unpacked = ({ module, ...program }: PreparedProgram): ProgramModule => ({
  bytes: bytesOfBase64(module),
  ...program,
});

/** How many programs are amid their steps: of a stimulus that simulates something itself, in its `at`, two or more. */
let depth = 0;

function inTurn(run: () => number): number {
  depth++;
  try {
    return run();
  } finally {
    depth--;
  }
}

/** Compiled once for each depth: a program amid its steps has its arrays in use. */
function machineOf({ model }: StepProgramSpec, kind: string, make: () => Machine): Machine | undefined {
  const key = depth === 0 ? kind : `${kind} at depth ${depth}`;
  const known = compiled.get(model.kernels) ?? new Map<string, Machine | undefined>();
  compiled.set(model.kernels, known);
  if (!known.has(key)) known.set(key, compiledOrNot(make));
  return known.get(key);
}

/** So many numbers are copied one by one: to make a view of them would take longer. */
const fewRows = 64;

/** to[j] from `row` on ← the first so many rows of from[j]. */
function copyRows(from: readonly Float64Array[], to: readonly Float64Array[], row: number, count: number): void {
  for (let j = 0; j < from.length; j++) {
    const source = from[j];
    const target = to[j];
    if (count > fewRows) target.set(count === source.length ? source : source.subarray(0, count), row);
    else for (let k = 0; k < count; k++) target[row + k] = source[k];
  }
}
