/**
 * A periodic orbit as a piecewise polynomial of degree 4 in the fraction τ of its period, in the units of the family.
 * De Boor & Swartz (1973) SIAM J. Numer. Anal. 10:582; Doedel, Keller & Kernévez (1991) Int. J. Bifurcation Chaos
 * 1:745.
 */
export interface Orbit {
  /** N + 1 values, 0 to 1. */
  readonly mesh: Float64Array;
  /**
   * (4N + 1) × n: the states at the mesh points and at three points between, evenly spaced; the last are the first
   * again.
   */
  readonly nodes: Float64Array;
  /** ln of the period in ms. */
  readonly logPeriod: number;
  /** The free parameter. */
  readonly parameter: number;
  /** The second free parameter; 0 in a family that has but one. */
  readonly second: number;
}

/** A direction in the space of orbits on one mesh, or the rate of change along a branch. */
export interface Direction {
  readonly nodes: Float64Array;
  readonly logPeriod: number;
  readonly parameter: number;
  readonly second: number;
}

/** Of the polynomial on each interval. */
export const degree = 4;

/** Gauss points in [0, 1]. */
const gauss: readonly number[] = [0.06943184420297371, 0.3300094782075719, 0.6699905217924281, 0.9305681557970263];
/** Weights of the Gauss points. */
export const gaussWeights: readonly number[] = [
  0.1739274225687269, 0.32607257743127305, 0.32607257743127305, 0.1739274225687269,
];

/** Values and derivatives of the Lagrange polynomials on 0, ¼, ½, ¾, 1 at s. */
export function lagrange(s: number): { readonly value: Float64Array; readonly slope: Float64Array } {
  const value = new Float64Array(degree + 1),
    slope = new Float64Array(degree + 1);
  for (let k = 0; k <= degree; k++) {
    let product = 1,
      sum = 0;
    for (let i = 0; i <= degree; i++) {
      if (i === k) continue;
      product *= (s - i / degree) / ((k - i) / degree);
      let term = degree / (k - i);
      for (let j = 0; j <= degree; j++) if (j !== k && j !== i) term *= (s - j / degree) / ((k - j) / degree);
      sum += term;
    }
    value[k] = product;
    slope[k] = sum;
  }
  return { value, slope };
}
/** Those of the Lagrange polynomials at the Gauss points. */
export const atGauss: readonly { readonly value: Float64Array; readonly slope: Float64Array }[] = gauss.map(lagrange);

/**
 * How much a direction counts: the mean square over the period of the states, plus these times the squares of the
 * others.
 */
export const logPeriodWeight = 0.1;
/** See `logPeriodWeight`. */
export const parameterWeight = 1;

/** ⟨a, b⟩ of two directions on one mesh, with these weights. */
export function innerProduct(mesh: Float64Array, n: number, a: Direction, b: Direction): number {
  let sum =
    logPeriodWeight * a.logPeriod * b.logPeriod + parameterWeight * (a.parameter * b.parameter + a.second * b.second);
  for (let j = 0; j + 1 < mesh.length; j++) {
    for (let l = 0; l < degree; l++)
      sum +=
        (mesh[j + 1] - mesh[j]) * gaussWeights[l] * productAt(atGauss[l].value, a.nodes, b.nodes, j * degree * n, n);
  }
  return sum;
}

/** a·b at one place of the interval whose nodes begin at `first`. */
function productAt(value: Float64Array, a: Float64Array, b: Float64Array, first: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let va = 0,
      vb = 0;
    for (let k = 0; k <= degree; k++) {
      va += value[k] * a[first + k * n + i];
      vb += value[k] * b[first + k * n + i];
    }
    sum += va * vb;
  }
  return sum;
}

/** Values of a piecewise polynomial, or its derivatives in τ, at the Gauss points: (4N) × n. */
export function atGaussPoints(
  mesh: Float64Array,
  n: number,
  nodes: Float64Array,
  what: "value" | "slope",
): Float64Array {
  const N = mesh.length - 1;
  const out = new Float64Array(N * degree * n);
  for (let j = 0; j < N; j++) {
    const factor = what === "slope" ? 1 / (mesh[j + 1] - mesh[j]) : 1;
    for (let l = 0; l < degree; l++)
      combineNodes(atGauss[l][what], factor, nodes, j * degree * n, n, out, (j * degree + l) * n);
  }
  return out;
}

/** out, from `to` on, ← factor · Σ_k weights[k] · the k-th node of the interval whose nodes begin at `first`. */
export function combineNodes(
  weights: Float64Array,
  factor: number,
  nodes: Float64Array,
  first: number,
  n: number,
  out: Float64Array,
  to: number,
): void {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k <= degree; k++) sum += weights[k] * nodes[first + k * n + i];
    out[to + i] = factor * sum;
  }
}

/** `factor` times a direction. */
export const scaled = (d: Direction, factor: number): Direction => ({
  nodes: d.nodes.map((v) => v * factor),
  logPeriod: d.logPeriod * factor,
  parameter: d.parameter * factor,
  second: d.second * factor,
});

/** The orbit at `step` times a direction from another. */
export function moved(orbit: Orbit, direction: Direction, step: number): Orbit {
  return {
    mesh: orbit.mesh,
    nodes: plus(orbit.nodes, step, direction.nodes),
    logPeriod: orbit.logPeriod + step * direction.logPeriod,
    parameter: orbit.parameter + step * direction.parameter,
    second: orbit.second + step * direction.second,
  };
}

/** a + factor · b. */
function plus(a: Float64Array, factor: number, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let k = 0; k < a.length; k++) sum[k] = a[k] + factor * b[k];
  return sum;
}

/** The state at a fraction τ of the period, in [0, 1]. */
export function orbitAt(mesh: Float64Array, nodes: Float64Array, n: number, tau: number, out: Float64Array): void {
  let low = 0,
    high = mesh.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (mesh[middle] <= tau) low = middle;
    else high = middle - 1;
  }
  orbitWithin(nodes, n, low, (tau - mesh[low]) / (mesh[low + 1] - mesh[low]), out);
}

/** The state at a share, 0 to 1, of the j-th interval of the mesh. */
export function orbitWithin(nodes: Float64Array, n: number, j: number, share: number, out: Float64Array): void {
  // values of the Lagrange polynomials, as `lagrange` gives them
  const x = 4 * share;
  const x1 = x - 1,
    x2 = x - 2,
    x3 = x - 3,
    x4 = x - 4;
  const a = (x1 * x2 * x3 * x4) / 24,
    b = (x * x2 * x3 * x4) / -6,
    c = (x * x1 * x3 * x4) / 4,
    d = (x * x1 * x2 * x4) / -6,
    e = (x * x1 * x2 * x3) / 24;
  for (let i = 0, k = j * degree * n; i < n; i++, k++)
    out[i] = a * nodes[k] + b * nodes[k + n] + c * nodes[k + 2 * n] + d * nodes[k + 3 * n] + e * nodes[k + 4 * n];
}
