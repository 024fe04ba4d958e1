/** A tree of nodes, numbered so that each comes after its parent; the root is 0. */
export interface Tree {
  /** Number of each node's parent; −1 for the root. */
  readonly parent: Int32Array;
  /** Conductance in mS between each node and its parent; 0 for the root. */
  readonly conductance: Float64Array;
}

/** out_i ← Σ_j g_ij (V_j − V_i), the current in uA that flows into each node from its neighbours; V in mV. */
export function axialCurrents({ parent, conductance }: Tree, V: Float64Array, out: Float64Array): void {
  out.fill(0);
  for (let i = 1; i < parent.length; i++) {
    const current = conductance[i] * (V[parent[i]] - V[i]);
    out[i] += current;
    out[parent[i]] -= current;
  }
}

/**
 * Solves d_i x_i + Σ_j g_ij (x_i − x_j) = b_i by elimination from the leaves to the root and back: as fast as for a
 * tridiagonal system, because eliminating a leaf touches its parent alone. Hines (1984) Int. J. Biomed. Comput. 15:69.
 * @param d overwritten
 * @param x b on entry, the solution on return
 */
export function solveOnTree({ parent, conductance }: Tree, d: Float64Array, x: Float64Array): void {
  const n = parent.length;
  for (let i = 1; i < n; i++) {
    d[i] += conductance[i];
    d[parent[i]] += conductance[i];
  }
  for (let i = n - 1; i > 0; i--) {
    const factor = conductance[i] / d[i];
    d[parent[i]] -= factor * conductance[i];
    x[parent[i]] += factor * x[i];
  }
  x[0] /= d[0];
  for (let i = 1; i < n; i++) x[i] = (x[i] + conductance[i] * x[parent[i]]) / d[i];
}
