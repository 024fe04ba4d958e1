/** Value at a place between the indices of a list of two or more, on the straight line between its neighbours. */
export function valueAt(values: ArrayLike<number>, place: number): number {
  const k = Math.min(Math.floor(place), values.length - 2);
  return values[k] + (place - k) * (values[k + 1] - values[k]);
}
