import { eliminate, solve } from "../../../numerics/linear-solve.js";
import { degree, type Direction } from "./orbit-polynomial.js";

/**
 * The linear system of a Newton step for an orbit, almost block diagonal with two borders: N local systems of
 * height × width, one for each interval of the mesh, whose inner nodes have been eliminated. Columns: inner nodes |
 * left | right | logPeriod, parameter | two right-hand sides. Rows: collocation, then the share of the interval in each
 * border.
 */
interface BlockSystem {
  /** Number of states. */
  readonly n: number;
  /** Number of intervals. */
  readonly N: number;
  /** Number of unknowns inside an interval. */
  readonly inner: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: Float64Array;
  /** What the borders have that belongs to no interval. */
  readonly borders: readonly [Border, Border];
}

/** The coefficients of the period and the parameter in a linear condition on the orbit, and by how much it is off. */
export interface Border {
  readonly logPeriod: number;
  readonly parameter: number;
  readonly defect: number;
}

/** What solving a `BlockSystem` gives. */
export interface BlockSolution {
  /** For minus the defects on the right. */
  readonly correction: Direction;
  /** For 0 on the right, but 1 in the second border. */
  readonly tangent: Direction;
  /** N matrices n × n: the linearised flow over each interval of the mesh, du_{j+1} = G_j du_j. */
  readonly transfer: Float64Array;
}

/**
 * Eliminates the mesh points one after the other, solves what is left for the first point, the period and the
 * parameter, and goes back: Ascher, Mattheij & Russell (1995) Numerical Solution of Boundary Value Problems for
 * Ordinary Differential Equations, ch. 7. Undefined if singular.
 */
export function solveBlocks(system: BlockSystem): BlockSolution | undefined {
  const transfer = transferMatrices(system);
  const reduced = reduceMeshPoints(system);
  const boundary = reduced && solveBoundary(system, reduced);
  if (transfer === undefined || reduced === undefined || boundary === undefined) return undefined;
  return {
    transfer,
    correction: substituteBack(system, reduced.saved, boundary, 0),
    tangent: substituteBack(system, reduced.saved, boundary, 1),
  };
}

const entry = ({ blocks, height, width }: BlockSystem, j: number, r: number, c: number): number =>
  blocks[(j * height + r) * width + c];

function transferMatrices(system: BlockSystem): Float64Array | undefined {
  const { n, N, inner } = system;
  const transfer = new Float64Array(N * n * n);
  for (let j = 0; j < N; j++) {
    const A = new Float64Array(n * n);
    const G = transfer.subarray(j * n * n, (j + 1) * n * n);
    for (let r = 0; r < n; r++)
      for (let c = 0; c < n; c++) {
        A[r * n + c] = entry(system, j, inner + r, inner + n + c);
        G[r * n + c] = -entry(system, j, inner + r, inner + c);
      }
    if (!solve(A, n, G, n)) return undefined;
  }
  return transfer;
}

/**
 * Rows in which only one mesh point, the first one and the two scalars are left. Columns: point j | point 0 |
 * point j + 1 | logPeriod, parameter | two right-hand sides.
 */
interface Reduced {
  /** Of each mesh point but the first and last, the n rows that give it from the next one: for the way back. */
  readonly saved: Float64Array;
  /** The n rows of the last point. */
  readonly carried: Float64Array;
  /** The two borders. */
  readonly borders: Float64Array;
}

const reducedWidth = (n: number): number => 3 * n + 4;

function reduceMeshPoints(system: BlockSystem): Reduced | undefined {
  const { n, N, inner } = system;
  const wide = reducedWidth(n);
  const saved = new Float64Array(N * n * wide);
  const pivots = new Int32Array(n);
  let carried: Float64Array = new Float64Array(n * wide);
  let borders: Float64Array = new Float64Array(2 * wide);
  system.borders.forEach(({ logPeriod, parameter, defect }, q) => {
    borders.set([logPeriod, parameter, -defect, q], q * wide + 3 * n);
  });
  for (let j = 0; j < N; j++) {
    // n rows carried from before, n of interval j, 2 borders
    const W = new Float64Array((2 * n + 2) * wide);
    W.set(carried, 0);
    W.set(borders, 2 * n * wide);
    for (let r = 0; r < n + 2; r++) {
      const row = (n + r) * wide,
        source = r < n ? inner + r : degree * n + r - n;
      for (let c = 0; c < n; c++) {
        W[row + (j === 0 ? n : 0) + c] += entry(system, j, source, inner + c);
        W[row + 2 * n + c] += entry(system, j, source, inner + n + c);
      }
      for (let c = 0; c < 4; c++) W[row + 3 * n + c] += entry(system, j, source, inner + 2 * n + c);
    }
    if (j > 0) {
      if (!eliminate(W, 2 * n + 2, wide, n, 2 * n, pivots)) return undefined;
      saved.set(W.subarray(0, n * wide), j * n * wide);
    }
    carried = shifted(W.subarray(n * wide, 2 * n * wide), n, n, wide);
    borders = shifted(W.subarray(2 * n * wide), 2, n, wide);
  }
  return { saved, carried, borders };
}

/** Rows for the next interval: what stood for point j + 1 now stands for point j. */
function shifted(rows: Float64Array, count: number, n: number, wide: number): Float64Array {
  const next = rows.slice();
  for (let r = 0; r < count; r++) {
    next.copyWithin(r * wide, r * wide + 2 * n, r * wide + 3 * n);
    next.fill(0, r * wide + 2 * n, r * wide + 3 * n);
  }
  return next;
}

/** The first point, logPeriod and parameter, (n + 2) × 2, one column for each right-hand side. */
function solveBoundary({ n }: BlockSystem, { carried, borders }: Reduced): Float64Array | undefined {
  const wide = reducedWidth(n);
  const size = n + 2;
  const M = new Float64Array(size * size),
    right = new Float64Array(size * 2);
  for (let r = 0; r < size; r++) {
    const rows = r < n ? carried : borders,
      row = (r < n ? r : r - n) * wide;
    for (let c = 0; c < n; c++) M[r * size + c] = rows[row + c] + rows[row + n + c]; // the last point is the first
    for (let c = 0; c < 2; c++) M[r * size + n + c] = rows[row + 3 * n + c];
    for (let c = 0; c < 2; c++) right[r * 2 + c] = rows[row + 3 * n + 2 + c];
  }
  return solve(M, size, right, 2) ? right : undefined;
}

function substituteBack(system: BlockSystem, saved: Float64Array, boundary: Float64Array, which: number): Direction {
  const { n, N, inner } = system;
  const wide = reducedWidth(n);
  const L = inner,
    R = inner + n,
    S = inner + 2 * n;
  const nodes = new Float64Array((N * degree + 1) * n);
  const first = Float64Array.from({ length: n }, (_, i) => boundary[i * 2 + which]);
  const logPeriod = boundary[n * 2 + which],
    parameter = boundary[(n + 1) * 2 + which];
  nodes.set(first, 0);
  nodes.set(first, N * degree * n);
  for (let j = N - 1; j >= 0; j--) {
    const end = (j + 1) * degree * n,
      start = j * degree * n;
    for (let r = n - 1; r >= 0 && j > 0; r--) {
      const row = (j * n + r) * wide;
      let sum = saved[row + 3 * n + 2 + which] - saved[row + 3 * n] * logPeriod - saved[row + 3 * n + 1] * parameter;
      for (let c = 0; c < n; c++) sum -= saved[row + n + c] * first[c] + saved[row + 2 * n + c] * nodes[end + c];
      for (let c = r + 1; c < n; c++) sum -= saved[row + c] * nodes[start + c];
      nodes[start + r] = sum / saved[row + r];
    }
    for (let r = inner - 1; r >= 0; r--) {
      const at = (c: number): number => entry(system, j, r, c);
      let sum = at(S + 2 + which) - at(S) * logPeriod - at(S + 1) * parameter;
      for (let c = 0; c < n; c++) sum -= at(L + c) * nodes[start + c] + at(R + c) * nodes[end + c];
      for (let c = r + 1; c < inner; c++) sum -= at(c) * nodes[start + n + c];
      nodes[start + n + r] = sum / at(r);
    }
  }
  return { nodes, logPeriod, parameter };
}
