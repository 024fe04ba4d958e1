import { degree, orbitAt, type Direction, type Orbit } from "./orbit-polynomial.js";

/**
 * How far an orbit is, in root mean square, from itself half a period later, and the rate of that along a branch: 0 for
 * one that is run through twice, as where a branch of cycles of twice the period begins. Seen at the mesh points.
 */
export function halfwayDifference(
  { mesh, nodes }: Pick<Orbit, "mesh" | "nodes">,
  tangent: Pick<Direction, "nodes">,
  n: number,
): { readonly size: number; readonly rate: number } {
  const later = new Float64Array(n),
    laterChange = new Float64Array(n);
  let square = 0,
    product = 0;
  for (let j = 0; j + 1 < mesh.length; j++) {
    const weight = mesh[j + 1] - mesh[j];
    const tau = (mesh[j] + 0.5) % 1;
    orbitAt(mesh, nodes, n, tau, later);
    orbitAt(mesh, tangent.nodes, n, tau, laterChange);
    const first = j * degree * n;
    for (let i = 0; i < n; i++) {
      const apart = nodes[first + i] - later[i];
      square += weight * apart * apart;
      product += weight * apart * (tangent.nodes[first + i] - laterChange[i]);
    }
  }
  const size = Math.sqrt(square);
  return { size, rate: size > 0 ? product / size : 0 };
}

/** The orbit run through twice. */
export function twice({ mesh, nodes, logPeriod, parameter, second }: Orbit, n: number): Orbit {
  return {
    mesh: Float64Array.of(...mesh.map((t) => t / 2), ...mesh.subarray(1).map((t) => 0.5 + t / 2)),
    nodes: Float64Array.of(...nodes, ...nodes.subarray(n)),
    logPeriod: logPeriod + Math.LN2,
    parameter,
    second,
  };
}

/** The first half of an orbit that is run through twice. */
export function firstHalf({ mesh, nodes, logPeriod, parameter, second }: Orbit, n: number): Orbit {
  const inside = Array.from(mesh).filter((t) => t < 0.5 - 1e-9);
  const half = Float64Array.of(...inside.map((t) => 2 * t), 1);
  const count = half.length - 1;
  const out = new Float64Array((count * degree + 1) * n),
    point = new Float64Array(n);
  for (let j = 0; j < count; j++)
    for (let k = 0; k < degree; k++) {
      orbitAt(mesh, nodes, n, (half[j] + (k / degree) * (half[j + 1] - half[j])) / 2, point);
      out.set(point, (j * degree + k) * n);
    }
  out.set(out.subarray(0, n), count * degree * n);
  return { mesh: half, nodes: out, logPeriod: logPeriod - Math.LN2, parameter, second };
}
