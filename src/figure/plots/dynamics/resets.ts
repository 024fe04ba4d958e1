/** Indices at which a time stands a second time, with another state. */
export function resetsIn(time: Float64Array, x: Float64Array, y: Float64Array): readonly number[] {
  const found: number[] = [];
  for (let i = 1; i < x.length; i++)
    if (time[i] === time[i - 1] && (x[i] !== x[i - 1] || y[i] !== y[i - 1])) found.push(i);
  return found;
}

/** NaN before each index, where the pen is lifted. */
export function cutAt(values: Float64Array, indices: readonly number[]): Float64Array {
  if (indices.length === 0) return values;
  const ends = [...indices, values.length];
  return Float64Array.from(
    ends.flatMap((end, k) => [...(k === 0 ? [] : [NaN]), ...values.subarray(k === 0 ? 0 : ends[k - 1], end)]),
  );
}

/** From each state before a reset to the one after it. */
export const jumpsAt = (values: Float64Array, indices: readonly number[]): Float64Array =>
  Float64Array.from(indices.flatMap((i) => [values[i - 1], values[i], NaN]));
