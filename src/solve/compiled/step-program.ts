import { compile } from "../../model/code/javascript.js";
import type { Kernels } from "../../model/code/kernels.js";
import { POWERS_OF_TWO } from "../../numerics/elementary.js";
import * as quick from "../../numerics/quick-power.js";
import { FINE_ROOTS_OF_TWO, growth } from "../../numerics/root-power.js";
import { mayCross } from "../events.js";
import { adaptiveProgramText } from "./adaptive-program.js";
import { fixedProgramText } from "./fixed-program.js";
import type { StepProgramSpec } from "./program-parts.js";
import { compiledOrNot } from "./relaxation.js";

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
) => number;

/** The same for an embedded pair. */
export type AdaptiveProgram = (
  /** t, end of the piece, tolerance, first rows of the step ends and of the output; rejected, evaluations */
  clock: Float64Array,
  y: Float64Array,
  p: Float64Array,
  input: (t: number, V: number) => number,
  /** `ErrorControlledSteps.state`. */
  stepSize: Float64Array,
  /** Sizes below which errors of each state count as absolute. */
  floor: Float64Array,
  /** Where the ends of steps go: columns of time and states. */
  stepEnds: readonly Float64Array[],
  /** Where the points within the steps go: columns of the kept states, and of an input that varies. */
  output: readonly Float64Array[],
) => number;

/** What the text of a program is handed: the tables of `rootPower`, and what it calls rather than repeats. */
type ProgramFactory = (
  roots: Float64Array,
  powers: Float64Array,
  crossing: typeof mayCross,
  phi: typeof growth,
  copy: typeof copyRows,
  quickPowers: typeof quick,
) => unknown;

const shared = [FINE_ROOTS_OF_TWO, POWERS_OF_TWO, mayCross, growth, copyRows, quick] as const;

/**
 * to[j] from `row` on ← the first so many rows of from[j]. A function of its own: what a program does seldom makes V8
 * throw its code away when it does so first.
 */
function copyRows(from: readonly Float64Array[], to: readonly Float64Array[], row: number, count: number): void {
  for (let j = 0; j < from.length; j++) to[j].set(count === from[j].length ? from[j] : from[j].subarray(0, count), row);
}

/** By kernels, which all `with` copies of a model share, then by what else the text depends on. */
const compiled = new WeakMap<Kernels, Map<string, unknown>>();

/** The program for a model and a method of fixed step; undefined where a page's policy forbids to compile text. */
export function fixedProgram(spec: StepProgramSpec): FixedProgram | undefined {
  return program(spec, "", () => fixedProgramText(spec)) as FixedProgram | undefined;
}

/** The program for a model and an embedded pair, with so many points of output in each step. */
export function adaptiveProgram(spec: StepProgramSpec, points: number): AdaptiveProgram | undefined {
  return program(spec, String(points), () => adaptiveProgramText(spec, points)) as AdaptiveProgram | undefined;
}

/** Compiled once. */
function program(spec: StepProgramSpec, points: string, text: () => string): unknown {
  const { kernels } = spec.model;
  const known = compiled.get(kernels) ?? new Map<string, unknown>();
  compiled.set(kernels, known);
  const key = [spec.method, spec.inputVaries, spec.kept, points].join(" ");
  if (!known.has(key))
    known.set(
      key,
      compiledOrNot(() => compile<ProgramFactory>(text())(...shared)),
    );
  return known.get(key);
}
