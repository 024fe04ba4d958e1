import { literal } from "../../model/code/javascript.js";
import { tableaus } from "../methods/tableau.js";
import { each, names, programParts, type ProgramParts, type StepProgramSpec } from "./program-parts.js";
import { hoisted, type ProgramText } from "./program-text.js";
import { gainRoots } from "./noise-gain.js";
import { growthNear, relaxationRoots } from "./relaxation.js";
import { GROWTH_NEAR } from "../../numerics/root-power.js";

/**
 * Most steps in one call of a program. Few enough that V8 compiles the program as a function that is called often: the
 * code that it makes for a loop in full swing takes 1.7 times as long.
 */
export const stepsPerCall = 512;

/**
 * The text of a step program for a method of fixed step, in which each stage needs the one before it alone, as in
 * `euler`, `midpoint`, `heun` and `rk4`. Several stages are a loop, which compiles in a third of the time, or written
 * out, to the same bits, which in WebAssembly is faster by a twentieth.
 */
export function fixedProgramText(spec: StepProgramSpec, writtenOut = false): ProgramText {
  if (spec.method === "exponentialEuler") return exponentialProgramText(spec);
  if (spec.method === "eulerMaruyama") return noisyProgramText(spec);
  const { a, b, c } = tableaus[spec.method];
  const parts = programParts(spec);
  const { n, at, field, slopes } = parts;
  // The weight of each stage in the next is 1, 1/2 or 0: its product with h is exact.
  const inNext = b.map((_, s) => a[s + 1]?.[s] ?? 0);
  const stage = (time: string, inSum: string, hNext: string): string => `${each(n, (i) => `const ${at[i]} = v${i};`)}
${field(time)}
${each(n, (i) => `const d${i} = ${slopes[i]};`)}
${each(n, (i) => `u${i} += ${inSum} * d${i}; v${i} = z${i} + ${hNext} * d${i};`)}`;
  const ends = each(n, (i) => `const n${i} = z${i} + h * u${i};`);
  if (b.length === 1)
    return marchText(
      parts,
      `${each(n, (i) => `const ${at[i]} = z${i};`)}
${field("t")}
${each(n, (i) => `const n${i} = z${i} + h * ${slopes[i]};`)}`,
    );
  const starts = each(n, (i) => `let v${i} = z${i}, u${i} = 0;`);
  if (writtenOut) {
    const stages = b.map((weight, s) => {
      const time = c[s] === 0 ? "t" : `t + ${literal(c[s])} * h`;
      return `{ const hNext = h * ${literal(inNext[s])};\n${stage(time, literal(weight), "hNext")} }`;
    });
    return marchText(parts, [starts, ...stages, ends].join("\n"));
  }
  return marchText(
    parts,
    `${starts}
for (let s = 0; s < ${b.length}; s++) { const hNext = h * A[s];
${stage("t + AT[s] * h", "B[s]", "hNext")} }
${ends}`,
    { AT: c, B: b, A: inNext },
  );
}

/** Each state by the solution of its own linear equation, as in `exponentialEuler`. */
function exponentialProgramText(spec: StepProgramSpec): ProgramText {
  const parts = programParts(spec, relaxationRoots(spec.model));
  const { n, at, field, slopes } = parts;
  return marchText(
    parts,
    `${each(n, (i) => `const ${at[i]} = z${i};`)}
${field("t")}
${each(n, (i) => `${growthText(`q${i}`, `h * ${slopes[n + i]}`)}\n`)}
${each(n, (i) => `const n${i} = z${i} + h * q${i} * ${slopes[i]};`)}`,
  );
}

/** Euler's step and what the noise adds, as in `eulerMaruyama`: increments of its integral are read from W. */
function noisyProgramText(spec: StepProgramSpec): ProgramText {
  const parts = programParts(spec, spec.model.roots.field, gainRoots(spec.model));
  const { n, at, field, slopes, gain } = parts;
  return marchText(
    parts,
    `${each(n, (i) => `const ${at[i]} = z${i};`)}
${field("t")}
${each(n, (i) => `let n${i} = z${i} + h * ${slopes[i]};`)}
{ const dW = W[steps];
${gain.statements.join("\n")}
${each(n, (i) => `n${i} = n${i} + ${gain.results[i]} * dW;`)} }`,
    { W: stepsPerCall },
  );
}

/** The operations of `growth` in their order near 0, which is where steps are as short as they should be. */
function growthText(name: string, argument: string): string {
  return `let ${name}; { const z = ${argument}, s = z * z;
if (s < ${GROWTH_NEAR}) ${name} = ${growthNear("z", "s")};
else ${name} = growth(z); }`;
}

/**
 * The text of a program that takes steps on the grid of multiples of dt.
 * @param step statements that make the new states `n0 …` from `z0 …`, a step `h` from `t` to `next`
 * @param tables that these statements read, of numbers or for so many
 */
export function marchText(parts: ProgramParts, step: string, tables: ProgramText["arrays"] = {}): ProgramText {
  const { n, kept, setUp, hasThreshold, threshold, checkRange } = parts;
  const ends = names(n, "n");
  // Between two ends that lie below the threshold a step rises above it by an eighth of its bend, or somewhat more. The
  // bend is seen from the step before; half of that of the first step from the slope at its start.
  const lookAtThreshold = `${threshold("gNext", "next", ends)}
const drift = gNext - g;
if (g < 0 && !((drift > 0 ? gNext : g) + 0.5 * Math.abs(drift - lastDrift) < 0)) break;
lastDrift = drift; g = gNext;`;
  const columns = Object.fromEntries(names(kept.length, "K").map((name) => [name, stepsPerCall]));
  return hoisted({
    arrays: { ...tables, ...columns },
    body: `${setUp}
const last = clock[1], dt = clock[2], first = clock[3];
let g = -Infinity, gNext = -Infinity, lastDrift = clock[5];
${threshold("g", "t", names(n, "z"))}
for (; steps < ${stepsPerCall}; steps++) {
const next = (first + steps) * dt, h = next - t;
if (next > last) break;
let far = 0;
${step}
${checkRange(ends)}
${hasThreshold ? lookAtThreshold : ""}
${each(kept.length, (j) => `K${j}[steps] = n${kept[j]};`)}
t = next; ${each(n, (i) => `z${i} = n${i};`)}
}
clock[0] = t; clock[5] = lastDrift; ${each(n, (i) => `y[${i}] = z${i};`)}
return steps;`,
  });
}
