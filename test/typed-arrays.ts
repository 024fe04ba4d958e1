// Long arrays of numbers are compared in a loop: vitest compares them element by element as it would objects, which
// took most of the time of tests in which two runs are the same to the last bit.
import { expect } from "vitest";

const isNumbers = (value: unknown): value is Float64Array => value instanceof Float64Array;

/** Undefined, which leaves it to vitest, unless both are arrays of numbers; NaN equals NaN, and 0 is not −0. */
export function equalNumbers(a: unknown, b: unknown): boolean | undefined {
  if (!isNumbers(a) || !isNumbers(b)) return undefined;
  return a.length === b.length && a.every((value, k) => Object.is(value, b[k]));
}

// The files of a worker share what they load, and are set up one by one.
const world = globalThis as { nullclineComparesNumbers?: boolean };
if (!world.nullclineComparesNumbers) expect.addEqualityTesters([equalNumbers]);
world.nullclineComparesNumbers = true;
