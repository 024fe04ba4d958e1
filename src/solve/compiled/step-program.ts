import { POWERS_OF_TWO, ROOTS_OF_TWO } from "../../numerics/elementary.js";
import { program } from "../../model/code/strength-reduction.js";
import { compile, literal, runtimeNames } from "../../model/code/javascript.js";
import type { Kernels } from "../../model/code/kernels.js";
import type { Model } from "../../model/model.js";
import { mayCross } from "../events.js";
import { polynomial } from "../methods/runge-kutta.js";
import { control } from "../methods/step-size.js";
import type { Tableau } from "../methods/tableau.js";

/** What a march reads and advances. */
export interface MarchState {
  /** Parameters. */
  readonly p: Float64Array;
  /** The input at (t, V). */
  readonly input: (t: number, V: number) => number;
  readonly y: Float64Array;
  t: number;
  /** End of the piece of the run on which f is smooth. */
  readonly end: number;
  /** Columns of time, states and input: one row a step, from `row` on, room for `rows` of them. */
  nodes: readonly Float64Array[];
  row: number;
  rows: number;
  /** The same for the points within the steps of an adaptive method, `pointsPerStep` rows each. */
  out: readonly Float64Array[];
  outRow: number;
  /** The grid of a fixed step: from + k·dt. */
  readonly from: number;
  readonly dt: number;
  /** State of the step size of an adaptive method, see `errorControlledSteps`, and the scale of its errors. */
  readonly control: Float64Array;
  readonly tolerance: number;
  readonly floor: Float64Array;
  rejected: number;
  evaluations: number;
}

/**
 * Many steps of a Runge-Kutta method in one call, with the right-hand side of the model written into the loop over its
 * stages. Takes the steps that `rungeKutta` takes, bit for bit, and leaves to it any that needs a closer look: one that
 * crosses the threshold or comes near it, that diverges, or that no step is short enough for. All numbers of the model
 * are arguments: another value needs no new program.
 *
 * @returns the number of steps taken
 */
export type March = (state: MarchState) => number;

const compiled = new WeakMap<Kernels, Map<string, March | undefined>>();

/**
 * The march of a model by a method, compiled once for all its `with` copies; undefined where a page's policy forbids to
 * compile.
 * @param varying whether the input changes within a piece of the run
 */
export function marchOf(
  model: Model,
  method: string,
  tableau: Tableau,
  points: number,
  varying: boolean,
): March | undefined {
  const known = compiled.get(model.kernels) ?? new Map<string, March | undefined>();
  compiled.set(model.kernels, known);
  const key = `${method} ${varying}`;
  if (!known.has(key))
    known.set(
      key,
      build(tableau.error ? adaptiveText(model, tableau, points, varying) : fixedText(model, tableau, varying)),
    );
  return known.get(key);
}

function build(text: string): March | undefined {
  try {
    return compile<(roots: Float64Array, powers: Float64Array, look: (values: Float64Array) => boolean) => March>(text)(
      ROOTS_OF_TWO,
      POWERS_OF_TWO,
      mayCross,
    );
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}

/** The parts that both kinds of march are made of. `T[i]` is the variable of state i in the right-hand side. */
interface Parts {
  readonly n: number;
  readonly T: readonly string[];
  readonly head: string;
  readonly setUp: string;
  /** Statements that leave f in `results`. */
  readonly field: (time: string) => string;
  readonly results: readonly string[];
  /** A block that sets `target` to the event function at these states; empty without one. */
  readonly threshold: (target: string, states: readonly string[]) => string;
  readonly spiking: boolean;
  readonly inputAt: (time: string, V: string) => string;
}

function partsOf(model: Model, varying: boolean): Parts {
  const { graph, roots } = model;
  const n = model.stateNames.length;
  const T = model.stateNames.map((_, i) => `t${graph.state(i)}`);
  const slot = model.input === undefined ? -1 : model.parameterNames.indexOf(model.input);
  const changing = varying && slot >= 0;
  const field = program(graph, roots.field, { varying: changing ? [slot] : [], bail: "break march;" });
  const event = roots.threshold === null ? undefined : program(graph, [roots.threshold]);
  const invariant = [...new Set([...field.invariant, ...(event?.invariant ?? [])])];
  return {
    n,
    T,
    head: `(${runtimeNames.join(", ")}) => (ROOTS, POWERS, mayCross) => {`,
    setUp: `const { p, y, input, end, nodes, rows } = m;
let t = m.t, row = m.row, steps = 0;
${slot >= 0 && !changing ? `const amplitude = p[${slot}] = input(t, y[0]);` : slot < 0 ? "const amplitude = input(t, y[0]);" : ""}
${invariant.join("\n")}
${each(n, (i) => `let z${i} = y[${i}];`)}
${each(n + 2, (i) => `const N${i} = nodes[${i}];`)}`,
    field: (time) =>
      `${changing ? `const t${graph.parameter(slot)} = input(${time}, ${T[0]});\n` : ""}${field.statements.join("\n")}`,
    results: field.results,
    spiking: event !== undefined,
    threshold: (target, states) =>
      event === undefined
        ? ""
        : `{ ${T.map((name, i) => (states[i] === name ? "" : `const ${name} = ${states[i]};`)).join(" ")} ${event.statements.join(" ")} ${target} = ${event.results[0]}; }`,
    inputAt: (time, V) => (changing ? `input(${time}, ${V})` : "amplitude"),
  };
}

function fixedText(model: Model, { a, b, c }: Tableau, varying: boolean): string {
  const { n, T, head, setUp, field, results, spiking, threshold, inputAt } = partsOf(model, varying);
  const ends = names(n, "n");
  const stages = b.length;
  const next = b.map((_, s) => a[s + 1]?.[s] ?? 0); // weight of each stage in the next
  const stage = `${field(`t + (${byStage(c)}) * h`)}
${each(n, (i) => `const d${i} = ${results[i]};`)}
const bs = ${byStage(b)}, as = ${byStage(next)};
${each(n, (i) => `u${i} += bs * d${i}; ${T[i]} = z${i} + h * (as * d${i});`)}`;
  return `${head}
return (m) => {
${setUp}
const { from, dt } = m, snap = 1e-9 * dt;
let k = Math.floor((t - from + snap) / dt);
let g = -Infinity, gNext = -Infinity, drift = 0;
${threshold("g", names(n, "z"))}
march: while (steps < rows && t < end) {
const grid = from + (k + 1) * dt, next = grid > end - snap ? end : grid, h = next - t;
${each(n, (i) => `let ${T[i]} = z${i}, u${i} = 0;`)}
${stages === 1 ? `{ const s = 0; ${stage} }` : `for (let s = 0; s < ${stages}; s++) { ${stage} }`}
${each(n, (i) => `const n${i} = z${i} + h * u${i};`)}
const all = ${ends.join(" + ")};
if (!(all - all === 0)) break; // not finite
${threshold("gNext", ends)}
${
  spiking
    ? `const change = Math.abs(gNext - g);
if (g < 0 && !((g > gNext ? g : gNext) + 2 * (change > drift ? change : drift) < 0)) break;
drift = change; g = gNext;`
    : ""
}
N0[row] = next; ${each(n, (i) => `N${i + 1}[row] = n${i};`)} N${n + 1}[row] = ${inputAt("next", "n0")};
k++; row++; steps++; t = next; ${each(n, (i) => `z${i} = n${i};`)}
}
m.t = t; m.evaluations += steps * ${stages}; ${each(n, (i) => `y[${i}] = z${i};`)}
return steps;
}; }`;
}

function adaptiveText(
  model: Model,
  { a, b, c, error, errorOrder, dense }: Tableau,
  points: number,
  varying: boolean,
): string {
  const { n, T, head, setUp, field, results, spiking, threshold, inputAt } = partsOf(model, varying);
  const stages = b.length;
  const sum = (weights: readonly number[], i: number): string =>
    weights.flatMap((w, s) => (w === 0 ? [] : [`${literal(w)} * k${s}_${i}`])).join(" + ") || "0";
  const within = (point: number): string => {
    const weights = dense!.map((row) => polynomial(row, point / points));
    return `{ ${each(n, (i) => `const v${i} = z${i} + length * (${sum(weights, i)});`)}
const at = outRow + ${point - 1}, time = t + ${point / points} * length;
O0[at] = time; ${each(n, (i) => `O${i + 1}[at] = v${i};`)} O${n + 1}[at] = ${inputAt("time", "v0")};
${threshold(`G[${point}]`, names(n, "v"))} }`;
  };
  return `${head}
const G = new Float64Array(${points + 1}); // the event function through a step
return (m) => {
${setUp}
const { out, control, tolerance, floor } = m;
${each(n + 2, (i) => `const O${i} = out[${i}];`)}
${each(n, (i) => `const f${i} = floor[${i}];`)}
${b
  .map(
    (_, s) =>
      `let ${names(n, `k${s}_`)
        .map((k) => `${k} = 0`)
        .join(", ")};`,
  )
  .join(" ")}
let outRow = m.outRow, h = control[0], previous = control[1], rejected = control[2], first = 0, tried = 0, refused = 0;
let g = -Infinity;
${threshold("g", names(n, "z"))}
march: while (steps < rows && t < end) {
const left = end - t, next = h >= ${control.all} * left ? end : h > 0.5 * left ? t + 0.5 * left : t + h, length = next - t;
let ${T.map((name, i) => `${name} = z${i}`).join(", ")};
tried++;
for (let s = first; s < ${stages}; s++) {
${branch(stages, (s) => each(n, (i) => `${T[i]} = z${i} + length * (${sum(a[s], i)});`))}
${field(`t + (${byStage(c)}) * length`)}
${each(n, (i) => `const d${i} = ${results[i]};`)}
${branch(stages, (s) => each(n, (i) => `k${s}_${i} = d${i};`))}
}
first = 1;
let error = 0;
${each(n, (i) => `{ const a = Math.abs(z${i}), b = Math.abs(${T[i]}), c = a > b ? a : b, e = length * (${sum(error!, i)}) / (tolerance * (f${i} > c ? f${i} : c)); error += e * e; }`)}
error = Math.sqrt(error / ${n});
if (!(error <= 1)) {
const shorter = length * (error < Infinity ? Math.max(${control.smallest}, ${control.safety} * exp(log(error) * ${-1 / errorOrder!})) : ${control.notFinite});
if (!(shorter > 4 * ${Number.EPSILON} * Math.max(Math.abs(t), 1e-6 * left))) break;
h = shorter; rejected = 1; refused++;
continue;
}
${Array.from({ length: points - 1 }, (_, k) => within(k + 1)).join("\n")}
${
  spiking
    ? `let gNext = 0; ${threshold("gNext", T)}
G[0] = g; G[${points}] = gNext;
if (mayCross(G)) break;
g = gNext;`
    : ""
}
const now = Math.max(log(error), ${control.tinyLog});
const proposed = length * Math.min(rejected === 1 ? 1 : ${control.largest}, Math.max(${control.smallest}, ${control.safety} * exp(${0.75 * control.memory - 1 / errorOrder!} * now + ${control.memory} * previous)));
h = next === end ? Math.max(h, proposed) : proposed; previous = Math.max(now, ${control.leastLog}); rejected = 0;
const last = outRow + ${points - 1}; outRow += ${points};
N0[row] = O0[last] = next; ${each(n, (i) => `N${i + 1}[row] = O${i + 1}[last] = ${T[i]};`)} N${n + 1}[row] = O${n + 1}[last] = ${inputAt("next", T[0])};
row++; steps++; t = next; ${each(n, (i) => `z${i} = ${T[i]}; k0_${i} = k${stages - 1}_${i};`)}
}
m.t = t; m.rejected += refused; m.evaluations += first + tried * ${stages - 1}; control[0] = h; control[1] = previous; control[2] = rejected; ${each(n, (i) => `y[${i}] = z${i};`)}
return steps;
}; }`;
}

/** An expression for the number that belongs to stage s. */
function byStage(values: readonly number[]): string {
  return values
    .map((value, s) => (s === values.length - 1 ? literal(value) : `s === ${s} ? ${literal(value)} : `))
    .join("");
}

/** Statements for each stage, found by halving. */
function branch(stages: number, text: (stage: number) => string, from = 0): string {
  if (stages - from === 1) return text(from);
  const middle = (from + stages) >> 1;
  return `if (s < ${middle}) { ${branch(middle, text, from)} } else { ${branch(stages, text, middle)} }`;
}

const names = (n: number, prefix: string): string[] => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
const each = (n: number, text: (i: number) => string): string => Array.from({ length: n }, (_, i) => text(i)).join(" ");
