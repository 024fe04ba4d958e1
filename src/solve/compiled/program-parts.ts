import { ROOTS_IN_RANGE } from "../../numerics/root-power.js";
import { program, type Program } from "../../model/code/strength-reduction.js";
import { literal } from "../../model/code/javascript.js";
import type { Model } from "../../model/model.js";
import { tableaus, type RungeKuttaMethod } from "../methods/tableau.js";

/** A method for which programs are made: a table, exponential Euler, or Euler-Maruyama. */
export type CompiledMethod = RungeKuttaMethod | "exponentialEuler" | "eulerMaruyama";

/** How often a method asks for f in a step. */
export const stagesOf = (method: CompiledMethod): number =>
  Object.hasOwn(tableaus, method) ? tableaus[method as RungeKuttaMethod].b.length : 1;

/** What a step program is made for. All numbers of the model are arguments: other values need no other program. */
export interface StepProgramSpec {
  readonly model: Model;
  readonly method: CompiledMethod;
  /** Whether the input changes within a piece of the run. */
  readonly inputVaries: boolean;
  /** Indices of the states to keep. */
  readonly kept: readonly number[];
}

/**
 * The parts that every step program is made of. In its text `z0 …` are the states at the start of a step, `steps`
 * counts them, and one that has to be left to the stepper ends in `break`. Arguments are those of `Machine`.
 */
export interface ProgramParts {
  /** Number of states. */
  readonly n: number;
  readonly kept: readonly number[];
  /** The variable of each state that the right-hand side and the threshold read. */
  readonly at: readonly string[];
  /** Declares the states and all that does not change within a piece. */
  readonly setUp: string;
  /** Statements after which the expressions in `slopes` are f at the states `at` and this time. They add to `far`. */
  readonly field: (time: string) => string;
  readonly slopes: readonly string[];
  /** Ends in `break` if `far` says that an exponential was out of range, or one of these states is not finite. */
  readonly checkRange: (states: readonly string[]) => string;
  readonly hasThreshold: boolean;
  /** Indices of the states that are needed to look at the threshold, or at the input. */
  readonly readByThreshold: ReadonlySet<number>;
  /** A block that sets `target` to the distance to the threshold at this time and state; empty without a threshold. */
  readonly threshold: (target: string, time: string, states: readonly string[]) => string;
  /** Of `gains`: statements for after `field`, in a block of their own, and an expression for each. */
  readonly gain: Pick<Program, "statements" | "results">;
  /** Declares what `threshold` reads that does not change within a piece. */
  readonly thresholdInvariant: string;
  /** The input at a time and membrane potential. */
  readonly input: (time: string, V: string) => string;
}

/**
 * Writes the parts for a model. The names in them are numbered, never the model's own.
 *
 * @param outputs what `slopes` are: by default f
 * @param gains nodes of the gain of noise
 */
export function programParts(
  { model, inputVaries, kept }: StepProgramSpec,
  outputs: readonly number[] = model.roots.field,
  gains: readonly number[] = [],
): ProgramParts {
  const { graph, roots } = model;
  const n = model.stateNames.length;
  const at = model.stateNames.map((_, i) => `t${graph.state(i)}`);
  const slot = model.input === undefined ? -1 : model.parameterNames.indexOf(model.input);
  const inputNode = slot < 0 ? -1 : graph.parameter(slot);
  const changing = inputVaries && slot >= 0;
  const varying = changing ? [slot] : [];
  const field = program(graph, outputs, { varying, far: "far" });
  const event = roots.threshold === null ? undefined : program(graph, [roots.threshold], { varying });
  const gain = program(graph, gains, { varying });
  const readsInput = roots.threshold !== null && graph.dependsOn(roots.threshold, new Set([inputNode]));
  const readByThreshold = new Set(
    at.flatMap((_, i) =>
      (inputVaries && i === 0) ||
      (roots.threshold !== null && graph.dependsOn(roots.threshold, new Set([graph.state(i)])))
        ? [i]
        : [],
    ),
  );
  const inputOf = (time: string, V: string): string => `const t${inputNode} = input(${time}, ${V});`;
  const invariant = [...new Set([...field.invariant, ...(event?.invariant ?? []), ...gain.invariant])];
  const hasExponentials = field.statements.some((line) => line.includes("far +="));
  const outOfRange = (finite: string): string =>
    hasExponentials ? `!(far${finite} < ${ROOTS_IN_RANGE ** 2})` : `!(0${finite} === 0)`;
  return {
    n,
    kept,
    at,
    setUp: `let t = clock[0], steps = 0;
${invariant.join("\n")}
${each(n, (i) => `let z${i} = y[${i}];`)}`,
    field: (time) => [changing ? inputOf(time, at[0]) : "", ...field.statements].join("\n"),
    slopes: field.results,
    gain,
    checkRange(states) {
      if (states.length === 0) return hasExponentials ? `if (${outOfRange("")}) break;` : "";
      return `const all = ${states.join(" + ")}; if (${outOfRange(" + (all - all)")}) break;`;
    },
    hasThreshold: event !== undefined,
    readByThreshold,
    threshold: (target, time, states) => {
      if (event === undefined) return "";
      const declared = at.map((name, i) =>
        states[i] === name || !readByThreshold.has(i) ? "" : `const ${name} = ${states[i]};`,
      );
      const moment = changing && readsInput ? inputOf(time, at[0]) : "";
      return `{ ${[...declared, moment, ...event.statements].join(" ")} ${target} = ${event.results[0]}; }`;
    },
    thresholdInvariant: event?.invariant.join(" ") ?? "",
    input: (time, V) => `input(${time}, ${V})`,
  };
}

/** `prefix0`, `prefix1`, … */
export const names = (n: number, prefix: string): string[] => Array.from({ length: n }, (_, i) => `${prefix}${i}`);

/** A text for each state or column. */
export const each = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(" ");

/** An expression for the number that belongs to stage `s`. */
export function byStage(values: readonly number[]): string {
  return values
    .map((value, s) => (s === values.length - 1 ? literal(value) : `s === ${s} ? ${literal(value)} : `))
    .join("");
}
