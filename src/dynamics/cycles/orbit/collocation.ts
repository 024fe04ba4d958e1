import { exp } from "../../../numerics/elementary.js";
import { eliminate } from "../../../numerics/linear-solve.js";
import { solveBlocks, type BlockSolution } from "./almost-block-diagonal.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { atGauss, combineNodes, degree, gaussWeights, type Orbit } from "./orbit-polynomial.js";

/** A linear condition on an orbit: ∫ g·u dτ + gT·logPeriod + gμ·parameter + gν·second = target. */
export interface Condition {
  /** g at the Gauss points, (4N) × n; undefined where the states do not enter. */
  readonly g: Float64Array | undefined;
  readonly logPeriod: number;
  readonly parameter: number;
  readonly second: number;
  readonly target: number;
}

/**
 * One Newton step for an orbit. Its `tangent(k)` is the direction in which the orbit equations stay satisfied and the
 * k-th condition after that of the phase grows at unit rate, the others not: the tangent of the branch where there is
 * one such condition, and one of two that span the tangent plane of a surface of orbits in two parameters.
 */
export interface NewtonStep extends BlockSolution {
  /** Largest defect at a collocation point, over the period. */
  readonly residual: number;
}

/** What a step writes to, kept between steps for each number of states: allocating it takes as long as using it. */
interface Workspace {
  blocks: Float64Array;
  readonly z: Float64Array;
  readonly slope: Float64Array;
  readonly f: Float64Array;
  readonly J: Float64Array;
  readonly pivots: Int32Array;
}

const workspaces = new Map<number, Workspace>();

function workspaceFor(n: number, size: number): Workspace {
  let space = workspaces.get(n);
  if (space === undefined) {
    const vector = (length: number): Float64Array => new Float64Array(length);
    const pivots = new Int32Array((degree - 1) * n);
    const most = n + 2; // states and two free parameters
    space = { blocks: vector(0), z: vector(most), slope: vector(n), f: vector(n), J: vector(n * most), pivots };
    workspaces.set(n, space);
  }
  if (space.blocks.length < size) space.blocks = new Float64Array(Math.ceil(1.3 * size));
  else space.blocks.fill(0, 0, size);
  return space;
}

/**
 * Newton's step for u′ = T f(u; μ) at the Gauss points, u(1) = u(0), phase condition ∫ (u − u_ref)·u_ref′ = 0 and one
 * more condition for each free parameter. The unknowns inside each interval are eliminated first, then mesh point after
 * mesh point, each time with row pivoting (Ascher, Mattheij & Russell 1995, ch. 7): multipliers far outside the unit
 * circle do no harm. Undefined if singular. What it returns is to be used before the next step is made.
 */
export function newtonStep(
  family: VectorFieldFamily,
  orbit: Orbit,
  phase: Condition,
  others: readonly Condition[],
): NewtonStep | undefined {
  const { n, size } = family;
  const { mesh, nodes } = orbit;
  const N = mesh.length - 1;
  family.work.done += N * n * n;
  // columns of a local block: inner nodes | left | right | logPeriod, parameters | a right-hand side for each condition
  const conditions = [phase, ...others];
  const scalars = conditions.length;
  const inner = (degree - 1) * n;
  const width = inner + 2 * n + 2 * scalars;
  const height = degree * n + scalars; // rows: collocation, then the conditions
  const { blocks, z, slope, f, J, pivots } = workspaceFor(n, N * height * width);
  for (let i = 0; i < n; i++) z[i] = nodes[i];
  z[n] = orbit.parameter;
  if (size > n + 1) z[n + 1] = orbit.second;
  family.jacobian(z, J);
  const columns = columnsOf(n, sparsestFirst(J, n, size));
  const defects = Float64Array.from(
    conditions,
    (c) => c.logPeriod * orbit.logPeriod + c.parameter * orbit.parameter + c.second * orbit.second - c.target,
  );
  const filling: Filling = {
    n,
    size,
    width,
    height,
    scalars,
    columns,
    mesh,
    nodes,
    blocks,
    z,
    slope,
    f,
    J,
    family,
    conditions: conditions.map(({ g }) => g),
    period: exp(orbit.logPeriod),
    defects,
  };
  let residual = 0;
  for (let j = 0; j < N; j++) {
    residual = Math.max(residual, fillBlock(filling, j));
    const block = blocks.subarray(j * height * width, (j + 1) * height * width);
    if (!eliminate(block, height, width, inner, degree * n, pivots)) return undefined;
  }
  const borders = conditions.map(({ logPeriod, parameter, second }, q) => ({
    coefficients: [logPeriod, parameter, second].slice(0, scalars),
    defect: defects[q],
  }));
  const solution = solveBlocks({ n, N, inner, columns, width, height, blocks, borders });
  return solution && { ...solution, residual };
}

/**
 * What filling the blocks takes and leaves. It is done by functions of their own, small ones, which see nothing else:
 * a large one would be compiled late, and again with each new kind of object that it meets.
 */
interface Filling {
  readonly n: number;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly scalars: number;
  readonly columns: Int32Array;
  readonly mesh: Float64Array;
  readonly nodes: Float64Array;
  readonly blocks: Float64Array;
  readonly z: Float64Array;
  readonly slope: Float64Array;
  readonly f: Float64Array;
  readonly J: Float64Array;
  readonly family: VectorFieldFamily;
  /** g of each condition. */
  readonly conditions: readonly (Float64Array | undefined)[];
  readonly period: number;
  /** Of the conditions, to which each interval adds its share. */
  readonly defects: Float64Array;
}

/** The block of the j-th interval. @returns its largest defect, over the period */
function fillBlock(filling: Filling, j: number): number {
  const { n, width, height, mesh, nodes, z, slope, f, J, family, conditions, period, defects } = filling;
  const block = j * height * width,
    first = j * degree * n;
  const h = mesh[j + 1] - mesh[j];
  let largest = 0;
  for (let l = 0; l < degree; l++) {
    const at = atGauss[l];
    combineNodes(at.value, 1, nodes, first, n, z, 0);
    combineNodes(at.slope, 1, nodes, first, n, slope, 0);
    family.field(z, f);
    family.jacobian(z, J);
    const row = block + l * n * width;
    for (let k = 0; k <= degree; k++) placeJacobian(filling, row, k, -h * period * at.value[k], at.slope[k]);
    largest = Math.max(largest, placeDefects(filling, row, -h * period));
    const source = (j * degree + l) * n,
      weight = h * gaussWeights[l];
    for (let q = 0; q < conditions.length; q++) {
      const g = conditions[q];
      if (g === undefined) continue;
      const border = block + (degree * n + q) * width;
      for (let k = 0; k <= degree; k++) placeCondition(filling, border, k, weight * at.value[k], g, source);
      for (let i = 0; i < n; i++) defects[q] += weight * g[source + i] * z[i];
    }
  }
  return largest / h;
}

/** The rows of one collocation point, from `row` on, in the columns of the k-th node. */
function placeJacobian(
  { n, size, width, columns, blocks, J }: Filling,
  row: number,
  k: number,
  factor: number,
  diagonal: number,
): void {
  for (let i = 0; i < n; i++) {
    const there = row + i * width,
      source = i * size;
    for (let c = 0; c < n; c++) blocks[there + columns[k * n + c]] = factor * J[source + c];
    blocks[there + columns[k * n + i]] += diagonal;
  }
}

/** The same rows in the columns of period and parameters and on the right. @returns the largest defect */
function placeDefects({ n, size, width, scalars, blocks, slope, f, J }: Filling, row: number, factor: number): number {
  let largest = 0;
  for (let i = 0; i < n; i++) {
    const there = row + i * width + (degree + 1) * n;
    const defect = slope[i] + factor * f[i];
    blocks[there] = factor * f[i];
    for (let k = 1; k < scalars; k++) blocks[there + k] = factor * J[i * size + n + k - 1];
    blocks[there + scalars] = -defect;
    largest = Math.max(largest, Math.abs(defect));
  }
  return largest;
}

/** What a condition with g has in the columns of the k-th node. */
function placeCondition(
  { n, columns, blocks }: Filling,
  row: number,
  k: number,
  factor: number,
  g: Float64Array,
  source: number,
): void {
  for (let i = 0; i < n; i++) blocks[row + columns[k * n + i]] += factor * g[source + i];
}

/** The states in the order of the number of equations that they enter. */
function sparsestFirst(J: Float64Array, n: number, size: number): Int32Array {
  const entries = Int32Array.from({ length: n }, (_, c) => {
    let count = 0;
    for (let i = 0; i < n; i++) if (J[i * size + c] !== 0) count++;
    return count;
  });
  return Int32Array.from(entries.keys()).sort((a, b) => entries[a] - entries[b] || b - a);
}

/**
 * Where a local block has each state of each of the five nodes of an interval. Inside it is state after state in the
 * given order, so that what enters few equations, as a gate does, is eliminated from few.
 */
function columnsOf(n: number, order: Int32Array): Int32Array {
  const inner = (degree - 1) * n;
  const columns = new Int32Array((degree + 1) * n);
  order.forEach((i, place) => {
    columns[i] = inner + i;
    for (let k = 1; k < degree; k++) columns[k * n + i] = place * (degree - 1) + k - 1;
    columns[degree * n + i] = inner + n + i;
  });
  return columns;
}
