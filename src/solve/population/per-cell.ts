import type { Random } from "../../numerics/random.js";

/**
 * A value for all cells, a list with one for each, or a function of the cell's number and the population's random
 * numbers.
 */
export type PerCell = number | ArrayLike<number> | ((cell: number, random: Random) => number);

/** The value of each cell. @throws RangeError for another number of values than cells, or one that is not finite */
export function perCell(given: PerCell, count: number, numbers: Random, what: string): Float64Array {
  if (typeof given === "object" && given.length !== count)
    throw new RangeError(`${what}: ${count} cells need ${count} values, got ${given.length}`);
  const values = new Float64Array(count);
  for (let cell = 0; cell < count; cell++) {
    values[cell] = typeof given === "number" ? given : typeof given === "function" ? given(cell, numbers) : given[cell];
    if (!Number.isFinite(values[cell]))
      throw new RangeError(`${what} of cell ${cell} must be a finite number, got ${String(values[cell])}`);
  }
  return values;
}
