import * as elementary from "../../numerics/elementary.js";
import type { Interval } from "./interval.js";
import type { UnaryFunction } from "./node.js";

/**
 * Relative error that the elementary functions stay well under (tests measure at most 18 ulp), as a share of the value.
 */
const SLACK = 1e-14;
const TINY = 1e-320;

const widen = (low: number, high: number): Interval => [
  low - Math.abs(low) * SLACK - TINY,
  high + Math.abs(high) * SLACK + TINY,
];
const increasing =
  (f: (x: number) => number) =>
  ([low, high]: Interval): Interval =>
    widen(f(low), f(high));

/** f is even and increases with |x|. */
const even =
  (f: (x: number) => number) =>
  ([low, high]: Interval): Interval =>
    widen(
      low <= 0 && high >= 0 ? f(0) : f(Math.min(Math.abs(low), Math.abs(high))),
      f(Math.max(Math.abs(low), Math.abs(high))),
    );

const table: Readonly<Record<UnaryFunction, (a: Interval) => Interval>> = {
  exp: (a) => {
    const [low, high] = increasing(elementary.exp)(a);
    return [Math.max(0, low), high];
  },
  expm1: increasing(elementary.expm1),
  log: (a) =>
    a[1] > 0 ? absolute(a[0] > 0 ? elementary.log(a[0]) : -Infinity, elementary.log(a[1])) : [-Infinity, Infinity],
  tanh: (a) => {
    const [low, high] = increasing(elementary.tanh)(a);
    return [Math.max(-1, low), Math.min(1, high)];
  },
  sinh: increasing(elementary.sinh),
  cosh: even(elementary.cosh),
  atan: (a) => {
    const [low, high] = increasing(elementary.atan)(a);
    return [Math.max(-Math.PI / 2, low), Math.min(Math.PI / 2, high)];
  },
  floor: ([low, high]) => [Math.floor(low), Math.floor(high)],
  sqrt: (a) => widen(Math.sqrt(Math.max(0, a[0])), a[1] >= 0 ? Math.sqrt(a[1]) : NaN),
  abs: even(Math.abs),
  sin: (a) => periodic(elementary.sin, a, 0.5),
  cos: (a) => periodic(elementary.cos, a, 0),
};

/** Bounds of a unary function over an interval. */
export function compute(op: UnaryFunction, a: Interval): Interval {
  return table[op](a);
}

/**
 * Bounds of the order-th derivative of x/(e^x − 1): it decreases, its first derivative increases, its second is even
 * with maximum 1/6 at 0.
 */
export function bernoulli(order: number, [low, high]: Interval): Interval {
  const f = (x: number): number =>
    x === Infinity ? 0 : x === -Infinity ? [Infinity, -1, 0][order] : elementary.bernoulli(order, x);
  if (order === 0) return widen(f(high), f(low));
  if (order === 1) return widen(f(low), f(high));
  if (order === 2) return widen(Math.min(f(low), f(high)), low <= 0 && high >= 0 ? 1 / 6 : Math.max(f(low), f(high)));
  throw new RangeError(
    `interval bounds of x/(exp(x) - 1) are available up to its second derivative, got order ${order}`,
  );
}

/** Near a zero of the function (log near 1) the error is absolute. */
const absolute = (low: number, high: number): Interval => [
  low - Math.abs(low) * SLACK - 1e-15,
  high + Math.abs(high) * SLACK + 1e-15,
];

/** sin and cos: maxima lie at (k + shift/2)·2π…, that is at x/π − shift = 2k, minima at odd integers. */
function periodic(f: (x: number) => number, [low, high]: Interval, shift: number): Interval {
  if (!(high - low < 6.28)) return [-1, 1];
  const from = low / Math.PI - shift - 1e-9,
    to = high / Math.PI - shift + 1e-9;
  const contains = (parity: number): boolean => Math.ceil((from - parity) / 2) <= Math.floor((to - parity) / 2);
  const [a, b] = absolute(Math.min(f(low), f(high)), Math.max(f(low), f(high)));
  return [contains(1) ? -1 : Math.max(-1, a), contains(0) ? 1 : Math.min(1, b)];
}
