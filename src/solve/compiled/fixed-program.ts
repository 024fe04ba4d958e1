import { literal } from "../../model/code/javascript.js";
import { tableaus } from "../methods/tableau.js";
import { each, names, programParts, type ProgramParts, type StepProgramSpec } from "./program-parts.js";
import { relaxationRoots } from "./relaxation.js";

/**
 * The text of a step program for a method of fixed step, in which each stage needs the one before it alone, as in
 * `euler`, `midpoint`, `heun` and `rk4`. Stages are written out: a loop over them would cost a tenth of the time.
 */
export function fixedProgramText(spec: StepProgramSpec): string {
  if (spec.method === "exponentialEuler") return exponentialProgramText(spec);
  const { a, b, c } = tableaus[spec.method];
  const parts = programParts(spec);
  const { n, at, field, slopes } = parts;
  const stage = (s: number): string => {
    const weight = a[s + 1]?.[s] ?? 0; // in the next stage
    const sum = (i: number): string => (b[s] === 0 ? "" : `u${i} ${s === 0 ? "=" : "+="} ${times(b[s], `d${i}`)};`);
    const next = (i: number): string => (weight === 0 ? "" : `v${i} = z${i} + h * ${times(weight, `d${i}`)};`);
    return `{ ${each(n, (i) => `const ${at[i]} = v${i};`)}
${field(`t + ${literal(c[s])} * h`)}
${each(n, (i) => `const d${i} = ${slopes[i]};`)}
${each(n, sum)} ${each(n, next)} }`;
  };
  return marchText(
    parts,
    `${each(n, (i) => `let v${i} = z${i}, u${i} = 0;`)}
${b.map((_, s) => stage(s)).join("\n")}
${each(n, (i) => `const n${i} = z${i} + h * u${i};`)}`,
  );
}

/** Each state by the solution of its own linear equation, as in `exponentialEuler`. */
function exponentialProgramText(spec: StepProgramSpec): string {
  const parts = programParts(spec, relaxationRoots(spec.model));
  const { n, at, field, slopes } = parts;
  return marchText(
    parts,
    `${each(n, (i) => `const ${at[i]} = z${i};`)}
${field("t")}
${each(n, (i) => `const n${i} = z${i} + h * growth(h * ${slopes[n + i]}) * ${slopes[i]};`)}`,
  );
}

const times = (weight: number, value: string): string => (weight === 1 ? value : `(${literal(weight)} * ${value})`);

/**
 * The text of a program that takes steps on the grid of multiples of dt.
 * @param step statements that make the new states `n0 …` from `z0 …`, a step `h` from `t` to `next`
 */
export function marchText(parts: ProgramParts, step: string): string {
  const { n, kept, head, setUp, hasThreshold, threshold, checkRange } = parts;
  const ends = names(n, "n");
  // Between two ends that lie below the threshold a step rises above it by an eighth of its bend, or somewhat more.
  const lookAtThreshold = `${threshold("gNext", "next", ends)}
const drift = gNext - g;
if (g < 0 && !((drift > 0 ? gNext : g) + Math.abs(drift - lastDrift) < 0)) break;
lastDrift = drift; g = gNext;`;
  return `${head}
return (clock, y, p, input, columns) => {
${setUp}
const rows = clock[1], last = clock[2], dt = clock[3];
${each(kept.length, (j) => `const K${j} = columns[${j}];`)}
let k = clock[4], row = clock[5] | 0, g = -Infinity, gNext = -Infinity, lastDrift = 0;
${threshold("g", "t", names(n, "z"))}
for (; steps < rows; steps++) {
const next = k * dt, h = next - t;
if (next > last) break;
let far = 0;
${step}
${checkRange(ends)}
${hasThreshold ? lookAtThreshold : ""}
${each(kept.length, (j) => `K${j}[row] = n${kept[j]};`)}
k++; row++; t = next; ${each(n, (i) => `z${i} = n${i};`)}
}
clock[0] = t; ${each(n, (i) => `y[${i}] = z${i};`)}
return steps;
}; }`;
}
