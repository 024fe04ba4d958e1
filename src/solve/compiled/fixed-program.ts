import { tableaus } from "../methods/tableau.js";
import { byStage, each, names, programParts, type StepProgramSpec } from "./program-parts.js";

/**
 * The text of a step program for a method of fixed step, in which each stage needs the one before it alone, as in
 * `euler`, `midpoint`, `heun` and `rk4`.
 */
export function fixedProgramText(spec: StepProgramSpec): string {
  const { a, b, c } = tableaus[spec.method];
  const { n, at, head, setUp, field, slopes, hasThreshold, threshold, input } = programParts(spec);
  const ends = names(n, "n");
  const stages = b.length;
  const next = b.map((_, s) => a[s + 1]?.[s] ?? 0); // weight of each stage in the next
  const stage = `${field(`t + (${byStage(c)}) * h`)}
${each(n, (i) => `const d${i} = ${slopes[i]};`)}
const bs = ${byStage(b)}, as = ${byStage(next)};
${each(n, (i) => `u${i} += bs * d${i}; ${at[i]} = z${i} + h * (as * d${i});`)}`;
  const lookAtThreshold = `${threshold("gNext", "next", ends)}
const change = Math.abs(gNext - g);
if (g < 0 && !((g > gNext ? g : gNext) + 2 * (change > drift ? change : drift) < 0)) break;
drift = change; g = gNext;`;
  return `${head}
return (m) => {
${setUp}
let g = -Infinity, gNext = -Infinity, drift = 0;
${threshold("g", "t", names(n, "z"))}
loop: while (steps < rows && t < end) {
const next = stepSize.propose(t, end), h = next - t;
${each(n, (i) => `let ${at[i]} = z${i}, u${i} = 0;`)}
${stages === 1 ? `{ const s = 0; ${stage} }` : `for (let s = 0; s < ${stages}; s++) { ${stage} }`}
${each(n, (i) => `const n${i} = z${i} + h * u${i};`)}
const all = ${ends.join(" + ")};
if (!(all - all === 0)) break; // not finite
${hasThreshold ? lookAtThreshold : ""}
E0[row] = next; ${each(n, (i) => `E${i + 1}[row] = n${i};`)} E${n + 1}[row] = ${input("next", "n0")};
row++; steps++; t = next; ${each(n, (i) => `z${i} = n${i};`)}
}
m.t = t; m.evaluations += steps * ${stages}; ${each(n, (i) => `y[${i}] = z${i};`)}
return steps;
}; }`;
}
