/**
 * The linearised flow across the orbit: what it does to displacements at right angles to the direction of the flow,
 * their component along it left out. One (n − 1) × (n − 1) matrix for each of the n × n; the eigenvalues of their
 * product are the multipliers without the trivial one. In the plane that is the determinant, which no error of the
 * direction touches.
 * @param directions of the flow, n numbers for each end of a piece, of any length but zero
 */
export function acrossTheFlow(transfer: Float64Array, directions: Float64Array, n: number): Float64Array {
  const N = transfer.length / (n * n);
  const m = n - 1;
  if (n === 2)
    return Float64Array.from(
      { length: N },
      (_, j) => transfer[4 * j] * transfer[4 * j + 3] - transfer[4 * j + 1] * transfer[4 * j + 2],
    );
  const out = new Float64Array(N * m * m);
  const half = new Float64Array(n * m);
  let from = mirror(directions.subarray(0, n));
  for (let j = 0; j < N; j++) {
    const to = mirror(directions.subarray((j + 1) * n, (j + 2) * n));
    const G = transfer.subarray(j * n * n, (j + 1) * n * n);
    // half = G H, without its first column; out = H half, without its first row; H = 1 − v vᵀ
    for (let i = 0; i < n; i++) {
      let along = 0;
      for (let k = 0; k < n; k++) along += G[i * n + k] * from[k];
      for (let c = 0; c < m; c++) half[i * m + c] = G[i * n + c + 1] - along * from[c + 1];
    }
    for (let c = 0; c < m; c++) {
      let along = 0;
      for (let k = 0; k < n; k++) along += to[k] * half[k * m + c];
      for (let i = 0; i < m; i++) out[j * m * m + i * m + c] = half[(i + 1) * m + c] - along * to[i + 1];
    }
    from = to;
  }
  return out;
}

/** The trivial multiplier by what the linearised flow does along the orbit, piece by piece: 1 if it were exact. */
export function alongTheFlow(transfer: Float64Array, directions: Float64Array, n: number): number {
  let product = 1;
  for (let j = 0; j * n * n < transfer.length; j++) {
    let along = 0,
      square = 0;
    for (let i = 0; i < n; i++) {
      const to = directions[(j + 1) * n + i];
      square += to * to;
      for (let k = 0; k < n; k++) along += to * transfer[j * n * n + i * n + k] * directions[j * n + k];
    }
    product *= along / square;
  }
  return product;
}

/** v such that 1 − v vᵀ reflects a direction onto the first axis: its other columns are at right angles to it. */
function mirror(direction: Float64Array): Float64Array {
  const length = Math.hypot(...direction);
  const v = direction.map((x) => x / length);
  v[0] += v[0] < 0 ? -1 : 1;
  const size = Math.hypot(...v) / Math.SQRT2;
  return v.map((x) => x / size);
}
