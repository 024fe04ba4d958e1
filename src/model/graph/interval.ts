import { integerPower as power } from "../../numerics/elementary.js";

/** A closed interval; bounds may be infinite. */
export type Interval = readonly [low: number, high: number];

/** All numbers. */
export const everything: Interval = [-Infinity, Infinity];

/**
 * Widens by two units in the last place: more than the rounding of one operation. NaN (0·∞, ∞ − ∞) becomes everything.
 */
export function outward(low: number, high: number): Interval {
  if (Number.isNaN(low) || Number.isNaN(high)) return everything;
  return [low - (Math.abs(low) * 4.5e-16 + 1e-320), high + (Math.abs(high) * 4.5e-16 + 1e-320)];
}

/** Bounds of a·b. */
export function multiply(a: Interval, b: Interval): Interval {
  if ((a[0] === 0 && a[1] === 0) || (b[0] === 0 && b[1] === 0)) return [0, 0];
  const p = a[0] * b[0],
    q = a[0] * b[1],
    r = a[1] * b[0],
    s = a[1] * b[1];
  return outward(Math.min(p, q, r, s), Math.max(p, q, r, s));
}

/** Bounds of 1/a; everything if a has zero inside. */
export function reciprocal(a: Interval): Interval {
  if (a[0] > 0 || a[1] < 0) return outward(1 / a[1], 1 / a[0]);
  if (a[0] === 0 && a[1] > 0) return [1 / a[1] - 4.5e-16 / a[1], Infinity];
  if (a[1] === 0 && a[0] < 0) return [-Infinity, 1 / a[0] - 4.5e-16 / a[0]];
  return everything;
}

/** Bounds of a^n, n ≥ 1. */
export function integerPower(a: Interval, n: number): Interval {
  const x = power(a[0], n), // not **, whose last bits differ between browsers
    y = power(a[1], n);
  const slack = 1e-15 * n; // more than the rounding of n products
  if (n % 2 === 1) return [x - Math.abs(x) * slack, y + Math.abs(y) * slack];
  const low = a[0] <= 0 && a[1] >= 0 ? 0 : Math.min(x, y);
  return [Math.max(0, low - low * slack), Math.max(x, y) * (1 + slack)];
}
