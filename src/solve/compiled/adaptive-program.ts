import { literal } from "../../model/code/javascript.js";
import { polynomial } from "../methods/runge-kutta.js";
import { tableaus, type RungeKuttaMethod } from "../methods/tableau.js";
import { LOGARITHM_SERIES } from "../../numerics/quick-power.js";
import { ROOT_SERIES } from "../../numerics/root-power.js";
import { betweenAnchors } from "../recording/dense-recording.js";
import { controller, shares, STEP_TAKES_ALL } from "../methods/step-size.js";
import { byStage, each, names, programParts, type StepProgramSpec } from "./program-parts.js";
import { hoisted, type ProgramText } from "./program-text.js";

/** Most steps in one call of a program, for the reason of `stepsPerCall`. */
export const adaptiveStepsPerCall = betweenAnchors;

/** Asks a program for steps, where θ asks for the event function within the step that it has called for a look at. */
export const TAKE_STEPS = -1;

/**
 * The text of a step program for an embedded pair with dense output, whose last stage is the first of the next step,
 * as in `dormandPrince`. Its stages are a loop: written out, seven of them take too long to compile for a short run. It
 * is the same for all lists of states to keep: which these are, it reads from `wanted`.
 *
 * @param points that a step adds to the output, its end included
 */
export function adaptiveProgramText(spec: StepProgramSpec, points: number): ProgramText {
  const { a, b, c, error = [], dense = [], errorOrder = 0 } = tableaus[spec.method as RungeKuttaMethod];
  const { taken, retried } = shares(errorOrder);
  const { safety, smallest, largest, notFinite, memory, leastLog, tinyLog } = controller;
  const parts = programParts(spec);
  const { n, at, setUp, field, slopes, readByThreshold, threshold, checkRange, input } = parts;
  const stages = b.length;
  /** Of f at the stages, with weights that are numbers or names of them. */
  const sum = (weights: readonly (number | string)[], i: number): string =>
    weights
      .flatMap((w, s) => (w === 0 ? [] : `${typeof w === "string" ? w : literal(w)} * K[${s * n + i}]`))
      .join(" + ") || "0";
  const earlier = (weights: readonly number[], i: number): string => sum(weights.slice(0, -1), i);
  const argument = (s: number, i: number): string =>
    s === 0 ? "" : `${at[i]} = z${i} + h * (${earlier(a[s], i)}) + hLast * d${i};`;
  const stage = `const hLast = h * LAST[s];
${branch(stages, (s) => each(n, (i) => argument(s, i)))}
${field(`t + (${byStage(c)}) * h`)}
${each(n, (i) => `d${i} = ${slopes[i]}; K[${n} * s + ${i}] = d${i};`)}`;
  const keptInput = (row: string, time: string, V: string): string =>
    spec.inputVaries ? `O${n}[${row}] = ${input(time, V)};` : "";
  const pointWithin = (point: number): string => {
    const weights = dense.map((row) => polynomial(row, point / points));
    const state = (i: number): string => {
      const value = `z${i} + h * (${sum(weights, i)})`;
      if (readByThreshold.has(i)) return `const v${i} = ${value}; O${i}[at] = v${i};`;
      return `if (asked${i} === 1) O${i}[at] = ${value};`; // what nobody asks for within the step is not worked out
    };
    return `{ const at = outputRow + ${point - 1}, time = t + ${point / points} * h;
${each(n, state)} ${keptInput("at", "time", "v0")}
${threshold(`g${point}`, "time", names(n, "v"))} }`;
  };
  const power = (row: readonly number[]): string =>
    row.reduceRight((higher, p) => `(${higher && `${higher} + `}${literal(p)}) * theta`, "");
  const within = dense.map((row, s) => (row.some(Boolean) ? `w${s}` : 0));
  const closerLook = `if (clock[7] >= 0) { const theta = clock[7], h = L[${n + 1}]; ${parts.thresholdInvariant}
${within.map((w, s) => (w ? `const ${w} = ${power(dense[s])};` : "")).join(" ")}
${[...readByThreshold].map((i) => `const v${i} = L[${i}] + h * (${sum(within, i)});`).join(" ")}
${threshold("clock[7]", `L[${n}] + theta * h`, names(n, "v"))} return 0; }`;
  const looks = names(points + 1, "g");
  // A step that ends in a reset is cut short there, which is left to the stepper.
  const takeCloserLook = spec.model.spiking.reset
    ? "break;"
    : `look = 1; ${each(n, (i) => `L[${i}] = z${i};`)} L[${n}] = t; L[${n + 1}] = h;
${each(points, (k) => `L[${n + 2 + k}] = g${k};`)}`;
  const rises = looks.slice(1).map((g, k) => `(${looks[k]} < 0 && ${g} >= 0)`);
  // `mayCross`, which is called for what is below the threshold and near it alone.
  const lookAtThreshold = `${threshold(`g${points}`, "next", at)}
let high = g0, low = g0; ${looks
    .slice(1)
    .map((g) => `if (${g} > high) high = ${g}; if (${g} < low) low = ${g};`)
    .join(" ")}
if (low < 0) { let may = 0;
if (high < 0) { if (!(2 * high < low)) may = mayCross(${looks.join(", ")}); }
else { if (${rises.join(" || ")}) may = 1; }
if (may === 1) { ${takeCloserLook} } }
g0 = g${points};`;
  const size = (i: number): string => `Math.max(floor[${i}], Math.abs(z${i}), Math.abs(${at[i]}))`;
  const squares = names(n, "e").map((e) => `${e} * ${e}`);
  const columns = (prefix: string, count: number, rows: number): Record<string, number> =>
    Object.fromEntries(names(count, prefix).map((name) => [name, rows]));
  return hoisted({
    arrays: {
      K: stages * n, // f at each stage
      LAST: a.map((weights) => weights[weights.length - 1] ?? 0),
      L: n + 2 + points, // of the step to look at more closely: start, t, h, and the event function at its points
      E0: adaptiveStepsPerCall,
      ...columns("O", n + (spec.inputVaries ? 1 : 0), adaptiveStepsPerCall * points),
    },
    first: parts.hasThreshold ? closerLook : "",
    body: `${setUp}
${each(n, (i) => `const asked${i} = wanted[${i}];`)}
const end = clock[1], tolerance = clock[2];
let proposed = stepSize[0], lastLog = stepSize[1], retrying = stepSize[2];
${each(n, (i) => `let d${i} = 0;`)}
let look = 0, outputRow = 0, first = 0, tried = 0, rejected = 0;
let ${looks.join(" = -Infinity, ")} = -Infinity;
${threshold("g0", "t", names(n, "z"))}
while (steps < ${adaptiveStepsPerCall} && t < end) {
const left = end - t;
const part = proposed > 0.5 * left ? 0.5 * left : proposed;
const next = proposed >= ${STEP_TAKES_ALL} * left ? end : t + part, h = next - t;
${each(n, (i) => `let ${at[i]} = z${i};`)} let far = 0;
for (let s = first; s < ${stages}; s++) {
${stage}
}
${checkRange([])}
tried++; first = 1;
const hLast = h * ${literal(error[stages - 1])};
${each(n, (i) => `const e${i} = (h * (${earlier(error, i)}) + hLast * d${i}) * (1 / (tolerance * ${size(i)}));`)}
const error = (${squares.join(" + ")}) * ${literal(1 / n)};
if (!(error <= 1)) {
${quickLogarithm("now", `Math.min(error, ${controller.hugeError ** 2})`)}
${quickPower("power", `${literal(retried / 2)} * now`)}
const shorter = h * (error < Infinity ? Math.max(${smallest}, ${safety} * power) : ${notFinite});
if (!(shorter > ${4 * Number.EPSILON} * Math.max(Math.abs(t), ${1e-6} * left))) break;
proposed = shorter; retrying = 1; rejected++; ${each(n, (i) => `d${i} = K[${i}];`)}
continue;
}
${each(points - 1, (k) => `${pointWithin(k + 1)}\n`)}
${parts.hasThreshold ? lookAtThreshold : ""}
${quickLogarithm("log", "error")}
const now = Math.max(0.5 * log, ${literal(tinyLog)});
${quickPower("power", `${literal(taken)} * now + ${memory} * lastLog`)}
const longer = h * Math.min(retrying === 1 ? 1 : ${largest}, Math.max(${smallest}, ${safety} * power));
proposed = next === end ? Math.max(proposed, longer) : longer;
lastLog = Math.max(now, ${literal(leastLog)}); retrying = 0;
const reached = outputRow + ${points - 1}; outputRow += ${points};
E0[steps] = next; ${each(n, (i) => `O${i}[reached] = ${at[i]};`)}
${keptInput("reached", "next", at[0])}
steps++; t = next; ${each(n, (i) => `z${i} = ${at[i]};`)}
if (look === 1) break;
${each(n, (i) => `K[${i}] = d${i};`)}
}
stepSize[0] = proposed; stepSize[1] = lastLog; stepSize[2] = retrying;
clock[0] = t; clock[5] = rejected; clock[6] = first + tried * ${stages - 1}; clock[7] = look;
${each(n, (i) => `y[${i}] = z${i};`)}
return steps;`,
  });
}

/** Statements for each stage, found by halving. */
function branch(stages: number, text: (stage: number) => string, from = 0): string {
  if (stages - from === 1) return text(from);
  const middle = (from + stages) >> 1;
  return `if (s < ${middle}) { ${branch(middle, text, from)} } else { ${branch(stages, text, middle)} }`;
}

/** The operations of `quickLogarithm` in their order. */
function quickLogarithm(name: string, x: string): string {
  const [first, second, third] = LOGARITHM_SERIES.map(literal);
  return `let ${name}; { const x = ${x}; NUMBER[0] = x;
const high = BITS[1], k = (high >>> 20) - 1023, j = (high >>> 13) & 127;
const r = x * POWERS[(1022 - k) & 2047] * RECIPROCALS[j] - 1;
${name} = k * 2048 + LOGARITHMS[j] + r * (${first} + r * (${second} + r * ${third})); }`;
}

/** The operations of `quickPower` in their order. */
function quickPower(name: string, argument: string): string {
  return `let ${name}; { const x = ${argument}, shifted = x + 6755399441055744, f = x - (shifted - 6755399441055744);
const i = shifted | 0, root = ROOTS[i & 2047] * POWERS[((i >> 11) + 1022) & 2047];
${name} = root + root * (f * ${literal(ROOT_SERIES[0])}); }`;
}
