import { literal } from "../../model/code/javascript.js";
import { polynomial } from "../methods/runge-kutta.js";
import { tableaus } from "../methods/tableau.js";
import { byStage, each, names, programParts, type StepProgramSpec } from "./program-parts.js";

/**
 * The text of a step program for an embedded pair with dense output, whose last stage is the first of the next step,
 * as in `dormandPrince`.
 */
export function adaptiveProgramText(spec: StepProgramSpec): string {
  const { a, b, c, error = [], dense = [] } = tableaus[spec.method];
  const { n, at, head, setUp, field, slopes, hasThreshold, threshold, input } = programParts(spec);
  const stages = b.length;
  const points = spec.pointsPerStep;
  const sum = (weights: readonly number[], i: number): string =>
    weights.flatMap((w, s) => (w === 0 ? [] : [`${literal(w)} * k${s}_${i}`])).join(" + ") || "0";
  const declareStage = (s: number): string => `let ${names(n, `k${s}_`).join(" = 0, ")} = 0;`;
  const stage = `${branch(stages, (s) => each(n, (i) => `${at[i]} = z${i} + h * (${sum(a[s], i)});`))}
${field(`t + (${byStage(c)}) * h`)}
${each(n, (i) => `const d${i} = ${slopes[i]};`)}
${branch(stages, (s) => each(n, (i) => `k${s}_${i} = d${i};`))}`;
  const pointWithin = (point: number): string => {
    const weights = dense.map((row) => polynomial(row, point / points));
    return `{ ${each(n, (i) => `const v${i} = z${i} + h * (${sum(weights, i)});`)}
const at = outputRow + ${point - 1}, time = t + ${point / points} * h;
O0[at] = time; ${each(n, (i) => `O${i + 1}[at] = v${i};`)} O${n + 1}[at] = ${input("time", "v0")};
${threshold(`G[${point}]`, "time", names(n, "v"))} }`;
  };
  const lookAtThreshold = `let gNext = 0; ${threshold("gNext", "next", at)}
G[0] = g; G[${points}] = gNext;
if (mayCross(G)) break;
g = gNext;`;
  return `${head}
const G = new Float64Array(${points + 1}); // the distance to the threshold through a step
const estimate = new Float64Array(${n}), reached = new Float64Array(${n});
return (m) => {
${setUp}
const { output } = m;
${each(n + 2, (i) => `const O${i} = output[${i}];`)}
${b.map((_, s) => declareStage(s)).join(" ")}
let outputRow = m.outputRow, first = 0, tried = 0, rejected = 0;
let g = -Infinity;
${threshold("g", "t", names(n, "z"))}
loop: while (steps < rows && t < end) {
const next = stepSize.propose(t, end), h = next - t;
let ${at.map((name, i) => `${name} = z${i}`).join(", ")};
tried++;
for (let s = first; s < ${stages}; s++) {
${stage}
}
first = 1;
${each(n, (i) => `estimate[${i}] = h * (${sum(error, i)}); reached[${i}] = ${at[i]};`)}
const error = errorNorm(estimate, y, reached, scale);
if (!(error <= 1)) {
if (stepSize.verdict(error, t, next, end) === "hopeless") break;
rejected++;
continue;
}
${Array.from({ length: points - 1 }, (_, k) => pointWithin(k + 1)).join("\n")}
${hasThreshold ? lookAtThreshold : ""}
stepSize.verdict(error, t, next, end);
const last = outputRow + ${points - 1}; outputRow += ${points};
E0[row] = O0[last] = next; ${each(n, (i) => `E${i + 1}[row] = O${i + 1}[last] = ${at[i]};`)}
E${n + 1}[row] = O${n + 1}[last] = ${input("next", at[0])};
row++; steps++; t = next;
${each(n, (i) => `y[${i}] = z${i} = ${at[i]}; k0_${i} = k${stages - 1}_${i};`)}
}
m.t = t; m.rejected += rejected; m.evaluations += first + tried * ${stages - 1};
return steps;
}; }`;
}

/** Statements for each stage, found by halving. */
function branch(stages: number, text: (stage: number) => string, from = 0): string {
  if (stages - from === 1) return text(from);
  const middle = (from + stages) >> 1;
  return `if (s < ${middle}) { ${branch(middle, text, from)} } else { ${branch(stages, text, middle)} }`;
}
