import { eliminate, solve } from "../../../numerics/linear-solve.js";
import { degree, type Direction } from "./orbit-polynomial.js";

/**
 * The linear system of a Newton step for an orbit, almost block diagonal with m borders: N local systems of
 * height × width, one for each interval of the mesh, whose inner nodes have been eliminated. Columns: inner nodes |
 * left | right | logPeriod and m − 1 parameters | m right-hand sides. Rows: collocation, then the share of the interval
 * in each border.
 */
interface BlockSystem {
  /** Number of states. */
  readonly n: number;
  /** Number of intervals. */
  readonly N: number;
  /** Number of unknowns inside an interval. */
  readonly inner: number;
  /** Of each state at each node of an interval, n after n. */
  readonly columns: Int32Array;
  readonly width: number;
  readonly height: number;
  readonly blocks: Float64Array;
  /** What the borders have that belongs to no interval. */
  readonly borders: readonly Border[];
}

/** The coefficients of the period and the parameters in a linear condition on the orbit, and by how much it is off. */
export interface Border {
  readonly coefficients: readonly number[];
  readonly defect: number;
}

/** What solving a `BlockSystem` gives. */
export interface BlockSolution {
  /** For minus the defects on the right. */
  readonly correction: Direction;
  /** For 0 on the right, but 1 in the border at `k`, from 1. */
  readonly tangent: (k: number) => Direction;
}

/**
 * Eliminates the mesh points one after the other, solves what is left for the first point, the period and the
 * parameters, and goes back: Ascher, Mattheij & Russell (1995) Numerical Solution of Boundary Value Problems for
 * Ordinary Differential Equations, ch. 7. Undefined if singular.
 */
export function solveBlocks(system: BlockSystem): BlockSolution | undefined {
  const reduced = reduceMeshPoints(system);
  const boundary = reduced && solveBoundary(system, reduced);
  if (reduced === undefined || boundary === undefined) return undefined;
  return {
    correction: substituteBack(system, reduced.saved, boundary, 0),
    tangent: (k) => substituteBack(system, reduced.saved, boundary, k),
  };
}

/**
 * Rows in which only two mesh points, the first one and the m scalars are left. Columns: point j | point 0 |
 * point j + 1 | logPeriod, parameters | m right-hand sides.
 */
interface Reduced {
  /** Of each mesh point but the first and last, the n rows that give it from the next one: for the way back. */
  readonly saved: Float64Array;
  /** The n rows of the last point. */
  readonly carried: Float64Array;
  readonly borders: Float64Array;
}

/** Room for the `saved` rows of the last system: allocating it takes as long as using it. */
let roomForSaved = new Float64Array(0);

const reducedWidth = (n: number, m: number): number => 3 * n + 2 * m;

function reduceMeshPoints(system: BlockSystem): Reduced | undefined {
  const { n, N } = system;
  const m = system.borders.length;
  const wide = reducedWidth(n, m);
  if (roomForSaved.length < N * n * wide) roomForSaved = new Float64Array(Math.ceil(1.3 * N * n * wide));
  const saved = roomForSaved;
  const pivots = new Int32Array(n);
  const W = new Float64Array((2 * n + m) * wide); // n rows carried from before, n of interval j, m borders
  system.borders.forEach(({ coefficients, defect }, q) => {
    W.set([...coefficients, -defect], (2 * n + q) * wide + 3 * n);
    if (q > 0) W[(2 * n + q) * wide + 3 * n + m + q] = 1;
  });
  for (let j = 0; j < N; j++) {
    addInterval(system, j, W, wide);
    if (j > 0) {
      if (!eliminate(W, 2 * n + m, wide, n, 2 * n, pivots)) return undefined;
      saved.set(W.subarray(0, n * wide), j * n * wide);
    }
    if (j + 1 < N) for (let r = 0; r < n + m; r++) shift(W, n, wide, n + r, r < n ? r : n + r);
  }
  return { saved, carried: W.slice(n * wide, 2 * n * wide), borders: W.slice(2 * n * wide) };
}

/** Into the rows for the j-th interval and the borders. */
function addInterval(
  { n, inner, blocks, height, width, borders: { length: m } }: BlockSystem,
  j: number,
  W: Float64Array,
  wide: number,
): void {
  W.fill(0, n * wide, 2 * n * wide);
  for (let r = 0; r < n + m; r++) {
    const row = (n + r) * wide,
      source = (j * height + (r < n ? inner + r : degree * n + r - n)) * width + inner;
    addTo(W, row + (j === 0 ? n : 0), blocks, source, n);
    addTo(W, row + 2 * n, blocks, source + n, n + 2 * m);
  }
}

/** Adds `count` numbers of one matrix to those of another. */
function addTo(to: Float64Array, target: number, from: Float64Array, source: number, count: number): void {
  for (let c = 0; c < count; c++) to[target + c] += from[source + c];
}

/** A row for the next interval, into another place: what stood for point j + 1 now stands for point j. */
function shift(W: Float64Array, n: number, wide: number, from: number, to: number): void {
  const source = from * wide,
    target = to * wide;
  const first = source + n, // the columns of point 0 stay
    last = source + 2 * n;
  for (let c = 0; c < n; c++) {
    const right = W[last + c],
      fixed = W[first + c];
    W[target + c] = right;
    W[target + n + c] = fixed;
    W[target + 2 * n + c] = 0;
  }
  for (let c = 3 * n; c < wide; c++) W[target + c] = W[source + c];
}

/** The first point, logPeriod and parameters, (n + m) × m, one column for each right-hand side. */
function solveBoundary(
  { n, borders: { length: m } }: BlockSystem,
  { carried, borders }: Reduced,
): Float64Array | undefined {
  const wide = reducedWidth(n, m);
  const size = n + m;
  const M = new Float64Array(size * size),
    right = new Float64Array(size * m);
  for (let r = 0; r < size; r++) {
    const rows = r < n ? carried : borders,
      row = (r < n ? r : r - n) * wide;
    // the last point is the first
    for (let c = 0; c < n; c++) M[r * size + c] = rows[row + 2 * n + c] + rows[row + n + c];
    for (let c = 0; c < m; c++) M[r * size + n + c] = rows[row + 3 * n + c];
    for (let c = 0; c < m; c++) right[r * m + c] = rows[row + 3 * n + m + c];
  }
  return solve(M, size, right, m) ? right : undefined;
}

function substituteBack(system: BlockSystem, saved: Float64Array, boundary: Float64Array, which: number): Direction {
  const { n, N, inner, columns, blocks, height, width } = system;
  const place = new Int32Array(inner); // of an inner unknown among the nodes of its interval
  for (let k = n; k < degree * n; k++) place[columns[k]] = k;
  const m = system.borders.length;
  const wide = reducedWidth(n, m);
  const nodes = new Float64Array((N * degree + 1) * n);
  for (let i = 0; i < n; i++) nodes[i] = nodes[N * degree * n + i] = boundary[i * m + which];
  const scalars = Float64Array.from({ length: m }, (_, k) => boundary[(n + k) * m + which]);
  const [logPeriod, parameter, second = 0] = scalars;
  const common = { n, m, which, nodes, scalars };
  const ofPoints: Triangle = { ...common, rows: saved, size: n, place: Int32Array.from({ length: n }, (_, i) => i) };
  const ofIntervals: Triangle = { ...common, rows: blocks, size: inner, place };
  for (let j = N - 1; j >= 0; j--) {
    const end = (j + 1) * degree * n,
      start = j * degree * n;
    for (let r = n - 1; r >= 0 && j > 0; r--) solveRow(ofPoints, (j * n + r) * wide, r, start, 0, end);
    for (let r = inner - 1; r >= 0; r--) solveRow(ofIntervals, (j * height + r) * width, r, start, start, end);
  }
  return { nodes, logPeriod, parameter, second };
}

/**
 * Rows of the reduced system or of an interval, each triangular in its own unknowns. Columns: these | a node before |
 * a node after | logPeriod, parameters | right-hand sides, of which one is solved for.
 */
interface Triangle {
  readonly rows: Float64Array;
  /** Number of unknowns of its own. */
  readonly size: number;
  /** Where each of them stands among the nodes. */
  readonly place: Int32Array;
  readonly n: number;
  readonly m: number;
  readonly which: number;
  readonly nodes: Float64Array;
  readonly scalars: Float64Array;
}

/** The r-th unknown of those from `start` on, whose row begins at `row`. */
function solveRow(
  { rows, size, place, n, m, which, nodes, scalars }: Triangle,
  row: number,
  r: number,
  start: number,
  before: number,
  after: number,
): void {
  const left = row + size,
    right = left + n,
    last = right + n;
  let sum = rows[last + m + which];
  for (let c = 0; c < m; c++) sum -= rows[last + c] * scalars[c];
  for (let c = 0; c < n; c++) sum -= rows[left + c] * nodes[before + c] + rows[right + c] * nodes[after + c];
  for (let c = r + 1; c < size; c++) sum -= rows[row + c] * nodes[start + place[c]];
  nodes[start + place[r]] = sum / rows[row + r];
}
