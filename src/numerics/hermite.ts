/** out ← the cubic through (start, f0) and (end, f1) at t + θh: interpolation of order 3. */
export function hermite(
  theta: number,
  h: number,
  start: Float64Array,
  f0: Float64Array,
  end: Float64Array,
  f1: Float64Array,
  out: Float64Array,
): void {
  const rest = 1 - theta;
  for (let i = 0; i < out.length; i++) {
    const rise = end[i] - start[i];
    const bend = rest * (h * f0[i] - rise) + theta * (rise - h * f1[i]);
    out[i] = rest * start[i] + theta * end[i] + theta * rest * bend;
  }
}
