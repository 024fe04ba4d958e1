import { bracketedRoot, maximum } from "../numerics/root.js";
import type { VectorField } from "./methods/stepper.js";

/**
 * Parts of a step at whose ends the event function is looked at; a crossing up and down again within one of them is
 * found by its peak.
 */
export const parts = 4;

/** In θ: a step is at most a run long, so a crossing is placed to better than 1e-12 of the run. */
const precision = 2 ** -48;

/** In θ: how closely the top of a hump is looked for that may reach the threshold. */
const peakPrecision = 1e-7;

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
    if (values[before] < 0 && value >= 0)
      return bracketedRoot(g, looks[before], theta, values[before], value, precision);
    looks.push(theta);
    values.push(value);
  }
  if (!mayCross(values)) return undefined;
  const m = highest(values);
  const left = Math.max(m - 1, 0);
  const peak = maximum(g, looks[left], looks[Math.min(m + 1, parts)], peakPrecision, 0);
  return peak.value >= 0 ? bracketedRoot(g, looks[left], peak.at, values[left], peak.value, precision) : undefined;
}

/**
 * All upward crossings of zero by g(θ) in (0, 1], in their order.
 *
 * @param known g at the first of θ = 0, 1/4, 1/2, 3/4, 1, where it is taken to be this; the rest is asked for once
 */
export function upwardCrossings(g: (theta: number) => number, known: readonly number[]): number[] {
  const atParts = [...known];
  const look = (theta: number): number => {
    const part = parts * theta;
    return part === Math.floor(part) ? (atParts[part] ??= g(theta)) : g(theta);
  };
  const found: number[] = [];
  for (let theta = upwardCrossing(look, 0, atParts[0]); theta !== undefined; theta = upwardCrossing(look, theta, 0))
    found.push(theta);
  return found;
}

/**
 * By how much g would change in h if the state went on as it does at (t, y): what a first step is compared with, to see
 * how much it bends.
 */
export function changeAhead(
  g: (t: number, y: Float64Array) => number,
  field: VectorField,
  t: number,
  y: Float64Array,
  h: number,
): number {
  const ahead = new Float64Array(y.length);
  field(t, y, ahead);
  for (let i = 0; i < y.length; i++) ahead[i] = y[i] + h * ahead[i];
  return g(t, ahead) - g(t, y);
}

/**
 * Whether g, of which these are the values at the ends of the parts of a step, crosses zero upward there or has a hump
 * that could.
 * A hump is taken to rise above what is seen of it by no more than the values differ; a peak at an end is none if the
 * slope leads out.
 */
export function mayCross(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i - 1] < 0 && values[i] >= 0) return true;
  const m = highest(values);
  const top = values[m];
  if (top >= 0) return false;
  let low = top;
  for (let i = 0; i < values.length; i++) if (values[i] < low) low = values[i];
  if (2 * top - low < 0) return false;
  const end = values.length - 1;
  if (m === 0) return 4 * values[1] - 3 * values[0] - values[2] > 0;
  if (m === end) return 4 * values[end - 1] - 3 * values[end] - values[end - 2] > 0;
  return true;
}

function highest(values: ArrayLike<number>): number {
  let m = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[m]) m = i;
  return m;
}

/** The crossing of a g that starts the step below zero and ends it above, perhaps at infinity. */
export function crossingBeforeEnd(g: (theta: number) => number, gStart: number): number {
  return bracketedRoot(g, 0, 1, gStart, Infinity, precision);
}
