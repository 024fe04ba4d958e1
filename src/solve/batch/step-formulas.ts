import { writtenOut } from "../../model/code/exponent.js";
import { literal } from "../../model/code/javascript.js";
import { program } from "../../model/code/strength-reduction.js";
import type { Model } from "../../model/model.js";
import { GROWTH_NEAR, ROOTS_IN_RANGE, ROOTS_PER_E } from "../../numerics/root-power.js";
import { growthNear, relaxationRoots } from "../compiled/relaxation.js";
import { tableaus } from "../methods/tableau.js";
import type { LaneWidth } from "./encoder.js";
import { formulas, readExpression, readStatements, type Formulas, type Names } from "./formulas.js";

/** Methods by which batches are made. */
export type BatchMethod = "euler" | "midpoint" | "heun" | "rk4" | "exponentialEuler" | "izhikevich2003";

/** What a batch program is made for. */
export interface BatchSpec {
  readonly model: Model;
  readonly method: BatchMethod;
  readonly width: LaneWidth;
  /** Indices of the parameters that differ from cell to cell, without the input where that varies. */
  readonly perCell: readonly number[];
  /** Whether the input of a cell changes from step to step. */
  readonly inputVaries: boolean;
  /** Whether no state changes between steps: else the distance to the threshold is worked out at both ends of each. */
  readonly alone: boolean;
  /** Whether its memory is one that threads share. */
  readonly shared: boolean;
}

/** One step of a model by a method, as formulas of what is given: see `given` below. */
export interface StepFormulas {
  readonly formulas: Formulas;
  /** The states after the step; by the method of 2003 after its resets. */
  readonly ends: readonly number[];
  /** The states before the step. */
  readonly starts: readonly number[];
  /** A mask: lanes that need a closer look, or by the method of 2003 those that spike. */
  readonly flagged: number;
  /** A mask: lanes that may not go on before they have been looked at. */
  readonly stopping: number;
  /** What is kept for the next step beside the states: distance to the threshold and how it changed. */
  readonly carried: Readonly<Record<string, number>>;
  /** What the table of steps holds for each, in this order. */
  readonly table: readonly string[];
}

/** The instant of a stage whose input has to be known: in parts of the step. */
export const stageTimes = (method: BatchMethod): readonly number[] =>
  method === "exponentialEuler" || method === "izhikevich2003" ? [0] : tableaus[method].c;

/**
 * Whether something is worked out of the input alone, once where it does not change: by other operations than where it
 * does.
 */
export function hoistsInput(model: Model, method: BatchMethod): boolean {
  if (model.input === undefined) return false;
  const { graph, roots } = model;
  const outputs = method === "exponentialEuler" ? relaxationRoots(model) : roots.field;
  const [fixed, varying] = [[], [model.parameterNames.indexOf(model.input)]].map((which) => {
    const { statements, results } = program(graph, outputs, { varying: which, far: "far" });
    return [...statements, ...results].join("\n");
  });
  return fixed !== varying;
}

/**
 * φ of exponential Euler, as `growth` of numerics computes it, with its exponential written out. Beyond its range that
 * is 0 on the one side; on the other the step is no number, and is looked at more closely.
 */
const growthText = (z: string): string => `const s = ${z} * ${z};
const x = Math.max(${z} * ${ROOTS_PER_E}, ${literal(-ROOTS_IN_RANGE)});
${writtenOut("e", "x", undefined)}
const phi = s < ${GROWTH_NEAR} ? ${growthNear(z, "s")} : x < ${ROOTS_IN_RANGE} ? (e - 1) / ${z} : Infinity;`;

/**
 * The step that the program of `compiled/` takes, operation by operation. Given from outside are the states z0, z1 …,
 * the cell's `input`, the distance `g` to the threshold at the start and its last change `drift`, until when a
 * refractory period lasts (`until`), and of each step its length h, its products with the weights of stages (h1 …), the
 * stimulus at the stages (stimulus0 …) and the times before which `until` is over (`free`), and after which it lasts
 * through the step (`held`).
 */
export function stepFormulas({ model, method, inputVaries, alone }: BatchSpec): StepFormulas {
  const { graph, roots, spiking } = model;
  const into = formulas();
  const n = model.stateNames.length;
  const starts = model.stateNames.map((_, i) => into.given(`z${i}`));
  const slot = model.input === undefined ? -1 : model.parameterNames.indexOf(model.input);
  const varying = inputVaries && slot >= 0 ? [slot] : [];
  const [zero, h] = [into.constant(0), into.given("h")];
  const table = new Set(["h"]);
  const step = (name: string): number => {
    table.add(name);
    return into.given(name);
  };
  const inputAt = (stage: number): number => into.make("+", into.given("input"), step(`stimulus${stage}`));
  let far: number = zero;

  /** The values of some outputs of the graph at these states. */
  const outputs = (nodes: readonly number[], states: readonly number[], stage: number, watched = true): number[] => {
    const { invariant, statements, results } = program(graph, nodes, { varying, ...(watched && { far: "far" }) });
    const names: Names = new Map([["far", far]]);
    for (const k of varying) names.set(`t${graph.parameter(k)}`, inputAt(stage));
    readStatements(invariant.join("\n"), into, names);
    states.forEach((value, i) => names.set(`t${graph.state(i)}`, value));
    readStatements(statements.join("\n"), into, names);
    far = names.get("far") ?? far;
    return results.map((text) => readExpression(text, into, names));
  };

  const refractory = roots.refractory !== null && method !== "izhikevich2003";
  const held = refractory ? into.make(">=", into.given("until"), step("held")) : undefined;
  /** The slope of a state, 0 through a refractory period in which it is held. */
  const slope = (value: number, i: number): number =>
    held !== undefined && spiking.held.includes(i) ? into.make("without", value, held) : value;

  const moved = (from: number, by: number, value: number): number => into.make("+", from, into.make("*", by, value));

  const explicit = (name: "euler" | "midpoint" | "heun" | "rk4"): number[] => {
    const { a, b, c } = tableaus[name];
    if (b.length === 1) return outputs(roots.field, starts, 0).map((f, i) => moved(starts[i], h, slope(f, i)));
    let states: readonly number[] = starts;
    let sums: readonly number[] = starts.map(() => zero);
    c.forEach((_, s) => {
      const slopes = outputs(roots.field, states, s).map(slope);
      sums = sums.map((sum, i) => moved(sum, into.constant(b[s]), slopes[i]));
      if (s + 1 < c.length) states = starts.map((z, i) => moved(z, step(`h${a[s + 1][s] ?? 0}`), slopes[i]));
    });
    return sums.map((sum, i) => moved(starts[i], h, sum));
  };

  const exponential = (): number[] => {
    const found = outputs(relaxationRoots(model), starts, 0);
    return starts.map((z, i) => {
      const names: Names = new Map([["z", into.make("*", h, found[n + i])]]);
      readStatements(growthText("z"), into, names);
      const grown = into.make("*", h, names.get("phi") ?? NaN);
      return into.make("+", z, into.make("*", grown, slope(found[i], i)));
    });
  };

  /** V in two half steps, then the others: see `population-step.ts`. */
  const of2003 = (): number[] => {
    const states = [...starts];
    for (let half = 0; half < 2; half++) states[0] = moved(states[0], step("h0.5"), outputs(roots.field, states, 0)[0]);
    const slopes = outputs(roots.field, states, 0);
    return states.map((z, i) => (i === 0 ? z : moved(z, h, slopes[i])));
  };

  const ends =
    method === "izhikevich2003" ? of2003() : method === "exponentialEuler" ? exponential() : explicit(method);
  const all = ends.reduce((sum, end) => into.make("+", sum, end));
  const finite = into.make("-", all, all);
  const bad = into.make(
    "not",
    far === zero
      ? into.make("==", finite, zero)
      : into.make("<", into.make("+", far, finite), into.constant(ROOTS_IN_RANGE ** 2)),
  );
  const or = (a: number, b: number): number => into.make("||", a, b);

  if (method === "izhikevich2003") {
    const distance = roots.threshold === null ? undefined : outputs([roots.threshold], ends, 0, false)[0];
    if (distance === undefined || roots.reset === null) throw new RangeError("the method of 2003 needs a reset");
    const spikes = into.make(">=", distance, zero);
    const after = outputs(roots.reset, ends, 0, false);
    const reset = ends.map((end, i) => into.make("select", spikes, after[i], end));
    return {
      formulas: into,
      starts,
      ends: reset,
      flagged: or(spikes, bad),
      stopping: bad,
      carried: {},
      table: [...table],
    };
  }
  if (roots.threshold === null)
    return { formulas: into, starts, ends, flagged: bad, stopping: bad, carried: {}, table: [...table] };

  // As in `fixed-program.ts`: between two ends below the threshold a step rises by about an eighth of its bend.
  const distance = (states: readonly number[]): number => outputs([roots.threshold ?? NaN], states, 0, false)[0];
  const g = alone ? into.given("g") : distance(starts);
  const gNext = distance(ends);
  const drift = into.make("-", gNext, g);
  const bend = into.make("*", into.constant(0.5), into.make("abs", into.make("-", drift, into.given("drift"))));
  const peak = into.make("+", into.make("select", into.make(">", drift, zero), gNext, g), bend);
  const below = into.make("<", g, zero);
  const stays = into.make("<", alone ? peak : gNext, zero);
  const near = spiking.reset ? into.make("not", into.make("&&", below, stays)) : into.make("without", below, stays);
  const looked = held === undefined ? near : into.make("without", near, held);
  const partly =
    held === undefined ? bad : or(bad, into.make("not", or(held, into.make("<=", into.given("until"), step("free")))));
  const flagged = or(looked, partly);
  return {
    formulas: into,
    starts,
    ends,
    flagged,
    stopping: spiking.reset ? flagged : partly,
    carried: alone ? { g: gNext, drift } : {},
    table: [...table],
  };
}
