import { bracketedRoot } from "./root.js";

/** Parts of a step at whose ends the event function is looked at; a crossing up and down again within one of them is found by its peak. */
const parts = 4;

/** In θ: a step is at most a run long, so a crossing is placed to better than 1e-12 of the run. */
const precision = 2 ** -48;

/**
 * The first upward crossing of zero by g(θ), θ the fraction of a step, in (from, 1].
 *
 * @param gFrom g(from); from zero or above there is nothing to cross until g has fallen
 * @returns θ with g(θ) ≥ 0, or undefined
 */
export function upwardCrossing(g: (theta: number) => number, from: number, gFrom: number): number | undefined {
  const looks = [from];
  const values = [gFrom];
  for (let part = 1; part <= parts; part++) {
    const theta = part / parts;
    if (theta <= from) continue;
    const before = values.length - 1;
    const value = g(theta);
    if (values[before] < 0 && value >= 0) return bracketedRoot(g, looks[before], theta, values[before], value, precision);
    looks.push(theta);
    values.push(value);
  }
  const highest = Math.max(...values);
  if (highest >= 0 || highest + (highest - Math.min(...values)) < 0) return undefined; // no hump between the looks can reach zero
  const m = values.indexOf(highest);
  const left = Math.max(m - 1, 0);
  const peak = maximum(g, looks[left], looks[Math.min(m + 1, looks.length - 1)]);
  return peak.value >= 0 ? bracketedRoot(g, looks[left], peak.at, values[left], peak.value, precision) : undefined;
}

/** The crossing of a g that starts the step below zero and ends it above, perhaps at infinity. */
export function crossingBeforeEnd(g: (theta: number) => number, gStart: number): number {
  return bracketedRoot(g, 0, 1, gStart, Infinity, precision);
}

/** The top of the hump of f between a and b by golden section; content with any point that is not below zero. */
function maximum(f: (x: number) => number, a: number, b: number): { readonly at: number; readonly value: number } {
  const golden = (Math.sqrt(5) - 1) / 2;
  let x1 = b - golden * (b - a);
  let x2 = a + golden * (b - a);
  let f1 = f(x1);
  let f2 = f(x2);
  while (b - a > 1e-9 && f1 < 0 && f2 < 0) {
    if (f1 < f2) {
      [a, x1, f1] = [x1, x2, f2];
      x2 = a + golden * (b - a);
      f2 = f(x2);
    } else {
      [b, x2, f2] = [x2, x1, f1];
      x1 = b - golden * (b - a);
      f1 = f(x1);
    }
  }
  return f1 >= f2 ? { at: x1, value: f1 } : { at: x2, value: f2 };
}
