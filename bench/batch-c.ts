// C++ of a batch step, from the same formulas as the WebAssembly: the same operations on gcc's vectors of some width,
// with the tables of the same exp. What a compiler makes of them is the yardstick.
import { evaluator, inOrder } from "../src/solve/batch/evaluate.js";
import { stepFormulas, type BatchMethod } from "../src/solve/batch/step-formulas.js";
import { FINE_ROOTS_OF_TWO } from "../src/numerics/root-power.js";
import type { Model } from "../src/model/model.js";

const infix = ["+", "-", "*", "/", "<", ">", "<=", ">=", "=="];

/**
 * A program that runs `count` cells for `steps` steps of `dt`, with inputs from 0 to `most`, and answers each line "…
 * REPETITIONS" with the processor time of one run in ms, the spikes and V of the last cell.
 */
export function batchInC(
  model: Model,
  method: BatchMethod,
  lanes: number,
  { count, steps, dt, most }: { count: number; steps: number; dt: number; most: number },
): string {
  const step = stepFormulas({
    model,
    method,
    width: "f64x2",
    perCell: [],
    inputVaries: false,
    alone: true,
    shared: false,
  });
  const { formulas, starts, ends, carried, flagged, stopping, table } = step;
  const { values } = formulas;
  const slot = model.parameterNames.indexOf(model.input ?? "");
  const others = Object.values(carried);
  const order = inOrder(values, [...ends, ...others, flagged, stopping, ...starts]);
  const differs = new Set<number>();
  order.forEach((v) => {
    const { op, number, args, invariant } = values[v];
    if (invariant && ((op === "parameter" && number === slot) || args.some((a) => differs.has(a)))) differs.add(v);
  });
  const isMask = (op: string): boolean => /^(?:[<>]=?|==|&&|\|\||not)$/.test(op);
  const fixed = order.filter((v) => values[v].invariant && !isMask(values[v].op) && !differs.has(v));
  const numbers = new Float64Array(fixed.length);
  evaluator(formulas, fixed)(model.vector, numbers);
  const arrays = [...starts.map((_, i) => `z${i}`), ...Object.keys(carried)];
  const h = dt;
  const text = (v: number): string => {
    const { op, args } = values[v];
    const [a, b, c] = args.map((arg) => `v${arg}`);
    if (op.startsWith("given ")) {
      const name = op.slice(6);
      if (name === "h") return `all(${h})`;
      if (table.includes(name)) return `all(${name.startsWith("stimulus") ? 0 : h * Number(name.slice(1))})`;
      return `${name}[k]`;
    }
    if (infix.includes(op)) return `${a} ${op} ${b}`;
    if (op === "negate") return `-${a}`;
    if (op === "not") return `~${a}`;
    if (op === "&&") return `${a} & ${b}`;
    if (op === "||") return `${a} | ${b}`;
    if (op === "without") return `${a} & ~${b}`;
    if (op === "select") return `${a} ? ${b} : ${c}`;
    if (op === "abs") return `(V)((M)${a} & 0x7fffffffffffffffLL)`;
    if (op === "ROOTS[]") return `roots((M)v${rounded(values[args[0]].args[0])})`;
    if (op === "POWERS[]") return `power((M)v${rounded(values[args[0]].args[0])})`;
    throw new Error(`no C for ${op}`);
  };
  /** The sum whose last bits are the integer. */
  const rounded = (v: number): number => {
    const { op, args } = values[v];
    return op === "|" ? args[0] : rounded(args[0]);
  };
  const isInteger = (op: string): boolean => ["|", "&", ">>"].includes(op);
  const skipped = (v: number): boolean =>
    isInteger(values[v].op) || (values[v].op === "+" && isInteger(values[values[v].args[0]].op));
  const lines = order
    .filter((v) => !skipped(v))
    .map((v) => {
      const known = fixed.indexOf(v);
      if (known >= 0) return `const V v${v} = all(${hex(numbers[known])});`;
      if (values[v].op === "parameter") return `const V v${v} = input[k];`;
      return `const ${isMask(values[v].op) || (values[v].op === "without" && isMask(values[values[v].args[0]].op)) ? "M" : "V"} v${v} = ${text(v)};`;
    });
  const initial = model.vectorOf(model.states);
  const groups = Math.ceil(count / lanes);
  return `#include <stdio.h>
#include <string.h>
#include "processor-time.h"
enum { W = ${lanes}, GROUPS = ${groups}, BLOCK = ${256 / lanes}, STEPS = ${steps} };
typedef double V __attribute__((vector_size(8 * W)));
typedef long long M __attribute__((vector_size(8 * W)));
static const double ROOTS[2048] = {${Array.from(FINE_ROOTS_OF_TWO, hex).join(",")}};
static inline V all(double x) { return x - (V){}; }
static inline V roots(M i) { V r; for (int l = 0; l < W; l++) r[l] = ROOTS[i[l] & 2047]; return r; }
static inline V power(M i) { return (V)((((i << 32) >> 43) + 1023) << 52); }
static V ${arrays.map((name) => `${name}[GROUPS]`).join(", ")}, input[GROUPS];
static int found[1 << 20][2];
int main(void) {
  char what[64];
  int repetitions;
  while (scanf("%63s %d", what, &repetitions) == 2) {
    long spikes = 0;
    double start = cpu();
    for (int r = 0; r < repetitions; r++) {
      spikes = 0;
      for (int k = 0; k < GROUPS; k++) {
        for (int l = 0; l < W; l++) { int cell = k * W + l; input[k][l] = cell < ${count} ? ${most}.0 * cell / ${count - 1} : 0; }
        ${starts.map((_, i) => `z${i}[k] = all(${hex(initial[i])});`).join(" ")} ${"g" in carried ? "g[k] = all(-45); drift[k] = all(0);" : ""}
      }
      for (int b = 0; b < GROUPS; b += BLOCK)
        for (int step = 0; step < STEPS; step++) {
          int end = b + BLOCK < GROUPS ? b + BLOCK : GROUPS;
          for (int k = b; k < end; k++) {
            ${lines.join("\n            ")}
            int looks = 0;
            for (int l = 0; l < W; l++) looks |= v${flagged}[l] != 0;
            ${"g" in carried ? `if (__builtin_expect(looks, 0)) for (int l = 0; l < W; l++) if (v${flagged}[l]) { found[spikes & 0xfffff][0] = k * W + l; found[spikes & 0xfffff][1] = step; if (g[k][l] < 0 && v${carried["g"]}[l] >= 0) spikes++; }` : `if (__builtin_expect(looks, 0)) for (int l = 0; l < W; l++) if (v${flagged}[l]) { found[spikes & 0xfffff][0] = k * W + l; found[spikes & 0xfffff][1] = step; spikes++; }`}
            ${ends.map((v, i) => `z${i}[k] = v${v};`).join(" ")} ${Object.entries(carried)
              .map(([name, v]) => `${name}[k] = v${v};`)
              .join(" ")}
          }
        }
    }
    printf("{\\"ms\\": %.5f, \\"spikes\\": %ld, \\"V\\": %.17g}\\n", (cpu() - start) / repetitions, spikes, z0[${Math.floor((count - 1) / lanes)}][${(count - 1) % lanes}]);
    fflush(stdout);
  }
}
`;
}

function hex(value: number): string {
  return Number.isFinite(value) ? value.toExponential(17) : `(0.0 / 0.0)`;
}
