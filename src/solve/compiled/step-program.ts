import { compile } from "../../model/code/javascript.js";
import type { Kernels } from "../../model/code/kernels.js";
import { POWERS_OF_TWO, ROOTS_OF_TWO } from "../../numerics/elementary.js";
import { mayCross } from "../events.js";
import type { StepSize } from "../methods/step-size.js";
import { errorNorm, type Tolerance } from "../methods/stepper.js";
import { tableaus } from "../methods/tableau.js";
import { adaptiveProgramText } from "./adaptive-program.js";
import { fixedProgramText } from "./fixed-program.js";
import type { StepProgramSpec } from "./program-parts.js";

/** What a step program reads and advances. */
export interface StepProgramState {
  /** The parameters of the run; the input of the moment is put into them. */
  readonly p: Float64Array;
  /** The input at t and the membrane potential V. */
  readonly input: (t: number, V: number) => number;
  readonly y: Float64Array;
  t: number;
  /** End of the piece of the run on which f is smooth. */
  readonly end: number;
  readonly stepSize: StepSize;
  /** Of the errors of an adaptive method. */
  readonly scale: Tolerance;
  /** Where the ends of steps go: columns of time, states and input, from `row` on, with room for `rows` of them. */
  stepEnds: readonly Float64Array[];
  row: number;
  rows: number;
  /** The same for the points within the steps of an adaptive method, `pointsPerStep` rows for each step. */
  output: readonly Float64Array[];
  outputRow: number;
  rejected: number;
  evaluations: number;
}

/**
 * Many steps of a Runge-Kutta method in one call, with the right-hand side of the model written into the loop over its
 * stages. Takes the steps that `rungeKutta` takes, bit for bit, and leaves to it any that needs a closer look: one that
 * crosses the threshold or comes near it, that diverges, or that no step is short enough for.
 *
 * @returns the number of steps taken
 */
export type StepProgram = (state: StepProgramState) => number;

/** What the text of a program is handed: the shared parts that it calls rather than repeats. */
type ProgramFactory = (
  roots: Float64Array,
  powers: Float64Array,
  shared: { readonly mayCross: typeof mayCross; readonly errorNorm: typeof errorNorm },
) => StepProgram;

/** By kernels, which all `with` copies of a model share, then by method. */
const compiled = new WeakMap<Kernels, Map<string, StepProgram | undefined>>();

/** The program for a model and a method, compiled once; undefined where a page's policy forbids to compile text. */
export function stepProgram(spec: StepProgramSpec): StepProgram | undefined {
  const { kernels } = spec.model;
  const known = compiled.get(kernels) ?? new Map<string, StepProgram | undefined>();
  compiled.set(kernels, known);
  const key = `${spec.method} ${spec.inputVaries} ${spec.pointsPerStep}`;
  const adaptive = tableaus[spec.method].error !== undefined;
  if (!known.has(key)) known.set(key, build(adaptive ? adaptiveProgramText(spec) : fixedProgramText(spec)));
  return known.get(key);
}

function build(text: string): StepProgram | undefined {
  try {
    return compile<ProgramFactory>(text)(ROOTS_OF_TWO, POWERS_OF_TWO, { mayCross, errorNorm });
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}
