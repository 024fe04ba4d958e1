import { literal } from "../../model/code/javascript.js";
import { polynomial } from "../methods/runge-kutta.js";
import { tableaus, type RungeKuttaMethod } from "../methods/tableau.js";
import { STEP_TAKES_ALL } from "../methods/step-size.js";
import { byStage, each, hoisted, names, programParts, type StepProgramSpec } from "./program-parts.js";

/** Most steps in one call of a program, for the reason of `stepsPerCall`. */
export const adaptiveStepsPerCall = 64;

/**
 * The text of a step program for an embedded pair with dense output, whose last stage is the first of the next step,
 * as in `dormandPrince`. Its stages are a loop: written out, seven of them take too long to compile for a short run.
 *
 * @param points that a step adds to the output, its end included
 */
export function adaptiveProgramText(spec: StepProgramSpec, points: number): string {
  const { a, b, c, error = [], dense = [] } = tableaus[spec.method as RungeKuttaMethod];
  const parts = programParts(spec);
  const { n, kept, at, head, setUp, field, slopes, readByThreshold, threshold, checkRange, input } = parts;
  const stages = b.length;
  const sum = (weights: readonly number[], i: number): string =>
    weights.flatMap((w, s) => (w === 0 ? [] : [`${literal(w)} * K[${s * n + i}]`])).join(" + ") || "0";
  const stage = `${branch(stages, (s) => each(n, (i) => `${at[i]} = z${i} + h * (${sum(a[s], i)});`))}
${field(`t + (${byStage(c)}) * h`)}
${each(n, (i) => `const d${i} = ${slopes[i]};`)}
${each(n, (i) => `K[${n} * s + ${i}] = d${i};`)}`;
  // What nobody asks for within the step is not worked out.
  const within = names(n, "v").map((name, i) => (kept.includes(i) || readByThreshold.has(i) ? name : "NaN"));
  const pointWithin = (point: number): string => {
    const weights = dense.map((row) => polynomial(row, point / points));
    const states = within.map((name, i) => (name === "NaN" ? "" : `const v${i} = z${i} + h * (${sum(weights, i)});`));
    return `{ ${states.join(" ")}
const at = outputRow + ${point - 1}, time = t + ${point / points} * h;
O0[at] = time; ${each(kept.length, (j) => `O${j + 1}[at] = ${within[kept[j]]};`)}
O${kept.length + 1}[at] = ${input("time", within[0])};
${threshold(`g${point}`, "time", within)} }`;
  };
  const looks = names(points + 1, "g");
  // `mayCross` for what is all far below the threshold, where most steps are.
  const lookAtThreshold = `${threshold(`g${points}`, "next", at)}
let high = g0, low = g0; ${looks
    .slice(1)
    .map((g) => `if (${g} > high) high = ${g}; if (${g} < low) low = ${g};`)
    .join(" ")}
if (!(high < 0 && 2 * high < low)) { ${looks.map((g, i) => `G[${i}] = ${g};`).join(" ")} if (mayCross(G)) break; }
g0 = g${points};`;
  const size = (i: number): string => `Math.max(floor[${i}], Math.abs(z${i}), Math.abs(${at[i]}))`;
  const squares = names(n, "e").map((e) => `${e} * ${e}`);
  const columns = (prefix: string, count: number, rows: number): string =>
    `${each(count, (i) => `const ${prefix}${i} = new Float64Array(${rows});`)}
const ${prefix} = [${names(count, prefix).join(", ")}];`;
  return hoisted(`${head}
${columns("E", n + 1, adaptiveStepsPerCall)}
${columns("O", kept.length + 2, adaptiveStepsPerCall * points)}
const G = new Float64Array(${points + 1}); // the distance to the threshold through a step
const K = new Float64Array(${stages * n}); // f at each stage
return (clock, y, p, input, stepSize, floor, stepEnds, output) => {
${setUp}
const end = clock[1], tolerance = clock[2], steady = clock[7], S = stepSize.state;
let outputRow = 0, first = 0, tried = 0, rejected = 0;
let ${looks.join(" = -Infinity, ")} = -Infinity;
${threshold("g0", "t", names(n, "z"))}
while (steps < ${adaptiveStepsPerCall} && t < end) {
const proposed = S[0], left = end - t;
const part = proposed > 0.5 * left ? 0.5 * left : proposed;
const next = proposed >= ${STEP_TAKES_ALL} * left ? end : t + part, h = next - t;
${each(n, (i) => `let ${at[i]} = z${i};`)} let far = 0;
for (let s = first; s < ${stages}; s++) {
${stage}
}
${checkRange([])}
tried++; first = 1;
${each(n, (i) => `const e${i} = h * (${sum(error, i)}) / (tolerance * ${size(i)});`)}
const error = Math.sqrt((${squares.join(" + ")}) / ${n});
S[3] = error; S[4] = t; S[5] = next; S[6] = end;
if (!(error <= 1)) {
if (stepSize.judge() === 2) break;
rejected++;
continue;
}
${each(points - 1, (k) => `${pointWithin(k + 1)}\n`)}
${parts.hasThreshold ? lookAtThreshold : ""}
stepSize.judge();
const reached = outputRow + ${points - 1}; outputRow += ${points};
E0[steps] = O0[reached] = next; ${each(n, (i) => `E${i + 1}[steps] = ${at[i]};`)}
${each(kept.length, (j) => `O${j + 1}[reached] = ${at[kept[j]]};`)}
O${kept.length + 1}[reached] = ${input("next", at[0])};
steps++; t = next;
${each(n, (i) => `z${i} = ${at[i]}; K[${i}] = K[${(stages - 1) * n + i}];`)}
}
copyRows(E, stepEnds, clock[3], steps); copyRows(O, output, clock[4], steps * ${points});
clock[0] = t; clock[5] = rejected; clock[6] = first + tried * ${stages - 1}; ${each(n, (i) => `y[${i}] = z${i};`)}
return steps;
}; }`);
}

/** Statements for each stage, found by halving. */
function branch(stages: number, text: (stage: number) => string, from = 0): string {
  if (stages - from === 1) return text(from);
  const middle = (from + stages) >> 1;
  return `if (s < ${middle}) { ${branch(middle, text, from)} } else { ${branch(stages, text, middle)} }`;
}
