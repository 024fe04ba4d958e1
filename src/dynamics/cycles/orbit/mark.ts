import { bracketedRoot } from "../../../numerics/root.js";
import { degree, orbitAt, type Orbit } from "./orbit-polynomial.js";

/** A level of the i-th state. */
export interface Section {
  readonly i: number;
  readonly level: number;
}

/** Where a cycle that a trajectory has settled on passes a section upward. */
export interface Mark extends Section {
  readonly y: Float64Array;
}

/** Where a cycle passes the middle of the state that moves most. */
export function markOf(
  {
    orbit,
    minimum,
    maximum,
  }: { readonly orbit: Orbit; readonly minimum: Float64Array; readonly maximum: Float64Array },
  n: number,
): Mark {
  const { mesh, nodes } = orbit;
  const spread = maximum.map((v, k) => v - minimum[k]);
  const i = spread.indexOf(Math.max(...spread)),
    level = (minimum[i] + maximum[i]) / 2;
  const y = new Float64Array(n);
  const beyond = (tau: number): number => {
    orbitAt(mesh, nodes, n, tau, y);
    return y[i] - level;
  };
  const at = (meshPoint: number): number => nodes[meshPoint * degree * n + i];
  let j = 1;
  while (j + 1 < mesh.length && !(at(j - 1) < level && at(j) >= level)) j++;
  beyond(bracketedRoot(beyond, mesh[j - 1], mesh[j], at(j - 1) - level, at(j) - level, 1e-12));
  return { i, level, y };
}
