import { isList } from "./verdict.js";

/** Largest difference from the right number that still counts as right: a number in its unit, or a share of it. */
export type Tolerance = number | Relative;

/** A share of the right number, 0.01 for one percent. */
export interface Relative {
  readonly relative: number;
}

/** A share of the right value. Beside larger values, one that is near zero is allowed a hundredth of their share. */
export const percent = (share: number): Relative => ({ relative: share / 100 });

/** Allowed difference from `value`, one of several numbers of which `scale` is the largest in magnitude. */
export function allowance(tolerance: Tolerance, value: number, scale: number = Math.abs(value)): number {
  return typeof tolerance === "number" ? tolerance : tolerance.relative * Math.max(Math.abs(value), scale / 100);
}

/** Whether a number is the right one with the digits behind its last one left out: two of them at least are given. */
export function isRounded(given: unknown, right: number): boolean {
  if (typeof given !== "number" || given === 0 || !Number.isFinite(right)) return false;
  const written = /^-?(\d+)(?:\.(\d+))?$/.exec(String(given));
  if (!written) return false;
  const [, whole, decimals = ""] = written;
  const digits = decimals.length > 1 ? 2 : (whole + decimals).replace(/^0+/, "").length;
  return digits > 1 && given === Number(right.toFixed(decimals.length));
}

/** What to say about it. */
export const roundedTooFar = "So far the digits are right. Give one more, or the number as it was computed.";

/** Largest magnitude among the numbers within a value, at any depth. */
export function magnitude(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? Math.abs(value) : 0;
  if (isList(value)) return Array.from(value).reduce<number>((m, v) => Math.max(m, magnitude(v)), 0);
  if (typeof value === "object" && value !== null) return magnitude(Object.values(value));
  return 0;
}

/** Whether two values have the same form and agree to within the tolerance in every number. */
export function agree(given: unknown, right: unknown, tolerance: Tolerance, scale: number = magnitude(right)): boolean {
  if (typeof right === "number") {
    if (typeof given !== "number") return false;
    return Object.is(given, right) || Math.abs(given - right) <= allowance(tolerance, right, scale);
  }
  if (isList(right)) {
    return (
      isList(given) &&
      given.length === right.length &&
      Array.from(right).every((r, i) => agree(given[i], r, tolerance, scale))
    );
  }
  if (typeof right === "object" && right !== null) {
    return (
      typeof given === "object" &&
      given !== null &&
      Object.entries(right).every(([key, r]) => agree((given as Record<string, unknown>)[key], r, tolerance, scale))
    );
  }
  return given === right;
}
