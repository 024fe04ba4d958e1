/** The lowest and the highest of values, however many they are: Infinity and −Infinity of none, NaN beside a NaN. */
export function extremesOf(values: ArrayLike<number>): readonly [low: number, high: number] {
  let low = Infinity,
    high = -Infinity;
  for (let k = 0; k < values.length; k++) {
    low = Math.min(low, values[k]);
    high = Math.max(high, values[k]);
  }
  return [low, high];
}
