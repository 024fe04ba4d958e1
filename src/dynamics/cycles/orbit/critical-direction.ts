import { distance } from "../../../numerics/complex.js";
import { exp } from "../../../numerics/elementary.js";
import { identity, multiplied, norm } from "../../../numerics/dense.js";
import { eigenvalues, eigenvector } from "../../../numerics/eigen.js";
import { nullSpace, solve } from "../../../numerics/linear-solve.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { atGauss, degree, orbitWithin, type Orbit } from "./orbit-polynomial.js";

const gaussPlaces: readonly number[] = atGauss.map(({ value }) =>
  value.reduce((sum, weight, k) => sum + (weight * k) / degree, 0),
);
const largestGrowth = 1e8; // of the linearised flow over a period: beyond, rounding hides a multiplier of −1

/**
 * The solution of the linearised collocation equations along an orbit that comes back as it was, across the flow, or
 * times −1: the null vector of the equations of cycles at a branch point, or of those of twice the period at a period
 * doubling, at the nodes of the orbit. It is carried from the eigenvector of the linearised flow over a period;
 * undefined where that grows too fast to tell it.
 */
export function criticalDirection(
  family: VectorFieldFamily,
  orbit: Orbit,
  multiplier: 1 | -1,
): Float64Array | undefined {
  const { n } = family;
  const N = orbit.mesh.length - 1;
  const transfers: Float64Array[] = [];
  let whole: Float64Array = identity(n);
  for (let j = 0; j < N; j++) {
    const transfer = transferOver(family, orbit, j);
    if (transfer === undefined) return undefined;
    transfers.push(transfer);
    whole = multiplied(transfer.subarray((degree - 1) * n * n), whole, n);
    if (!whole.every((v) => Math.abs(v) < largestGrowth)) return undefined;
  }
  let at = multiplier < 0 ? reversedBy(whole, n) : keptBy(whole, n, flowAt(family, orbit));
  const nodes = new Float64Array((N * degree + 1) * n);
  nodes.set(at);
  transfers.forEach((transfer, j) => {
    for (let k = 1; k <= degree; k++)
      for (let i = 0; i < n; i++) {
        let sum = 0;
        for (let c = 0; c < n; c++) sum += transfer[((k - 1) * n + i) * n + c] * at[c];
        nodes[(j * degree + k) * n + i] = sum;
      }
    at = nodes.slice((j + 1) * degree * n, (j + 1) * degree * n + n);
  });
  return nodes;
}

/** The eigenvector of the eigenvalue next to −1. */
function reversedBy(whole: Float64Array, n: number): Float64Array {
  const target = { re: -1, im: 0 };
  const { re } = eigenvalues(whole, n).reduce((best, m) => (distance(m, target) < distance(best, target) ? m : best));
  return eigenvector(whole, n, { re, im: 0 }).re;
}

/** The vector at right angles to the flow that is kept best. */
function keptBy(whole: Float64Array, n: number, flow: Float64Array): Float64Array {
  const change = whole.map((v, k) => (k % (n + 1) === 0 ? v - 1 : v));
  const length = norm(flow);
  const [kept] = nullSpace(Float64Array.of(...flow.map((v) => v / length), ...change), n + 1, n, 1e-9);
  return kept;
}

function flowAt(family: VectorFieldFamily, { nodes, parameter, second }: Orbit): Float64Array {
  const z = new Float64Array(family.size),
    out = new Float64Array(family.n);
  z.set([...nodes.subarray(0, family.n), parameter, second].slice(0, family.size));
  family.field(z, out);
  return out;
}

/** What the linearised equations make of the left end of the j-th interval at its other nodes: 4n × n. */
function transferOver(family: VectorFieldFamily, orbit: Orbit, j: number): Float64Array | undefined {
  const { n, size } = family;
  const { mesh, nodes } = orbit;
  const duration = (mesh[j + 1] - mesh[j]) * exp(orbit.logPeriod);
  const inner = degree * n;
  const A = new Float64Array(inner * inner),
    right = new Float64Array(inner * n);
  const z = new Float64Array(size),
    J = new Float64Array(n * size);
  for (let l = 0; l < degree; l++) {
    orbitWithin(nodes, n, j, gaussPlaces[l], z);
    z[n] = orbit.parameter;
    if (size > n + 1) z[n + 1] = orbit.second;
    family.jacobian(z, J);
    const { value, slope } = atGauss[l];
    for (let i = 0; i < n; i++)
      for (let c = 0; c < n; c++) {
        const entry = (k: number): number => (i === c ? slope[k] : 0) - duration * value[k] * J[i * size + c];
        right[(l * n + i) * n + c] = -entry(0);
        for (let k = 1; k <= degree; k++) A[(l * n + i) * inner + (k - 1) * n + c] = entry(k);
      }
  }
  return solve(A, inner, right, n) ? right : undefined;
}
