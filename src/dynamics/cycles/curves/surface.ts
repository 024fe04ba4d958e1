import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import type { CycleStart, Fineness } from "../cycle-point.js";
import { adaptedMesh, onMesh } from "../orbit/mesh.js";
import { innerProduct, moved, scaled, type Direction } from "../orbit/orbit-polynomial.js";
import { solveOnSurface, type SurfaceOrbit } from "../orbit/solve-orbit.js";

/**
 * A place on the surface of the cycles of two parameters, with unit directions that span its tangent plane: along a
 * curve on the surface, and at right angles to that.
 */
export interface Chart extends CycleStart {
  readonly normal: Direction;
}

/** A cycle on the surface, with the distances from a chart by which it is told. */
export interface Placed {
  readonly at: Pick<SurfaceOrbit, "orbit" | "rates">;
  readonly along: number;
  readonly across: number;
}

/** A sum of multiples of two directions. */
export const combined = (a: number, u: Direction, b: number, v: Direction): Direction => ({
  nodes: u.nodes.map((x, k) => a * x + b * v.nodes[k]),
  logPeriod: a * u.logPeriod + b * v.logPeriod,
  parameter: a * u.parameter + b * v.parameter,
  second: a * u.second + b * v.second,
});

/**
 * The cycle at these distances along the tangent and the normal of a chart.
 * @param nearby one that is known, from which Newton's method begins
 */
export function onSurface(
  family: VectorFieldFamily,
  { orbit, tangent, normal, reference }: Chart,
  [along, across]: readonly [number, number],
  { closeness }: Fineness,
  nearby?: Placed,
): SurfaceOrbit | undefined {
  const known = nearby ?? { at: { orbit, rates: [tangent, normal] as const }, along: 0, across: 0 };
  const [forward, sideways] = known.at.rates;
  const guess = moved(moved(known.at.orbit, forward, along - known.along), sideways, across - known.across);
  const distances = [
    { from: orbit, direction: tangent, step: along },
    { from: orbit, direction: normal, step: across },
  ] as const;
  return solveOnSurface(family, guess, reference ?? orbit.nodes, distances, closeness);
}

/** Signed changes of the two parameters over the area of the surface: 0 where its projection on their plane folds. */
export function projectedArea(n: number, { orbit, rates: [a, b] }: SurfaceOrbit): number {
  const product = (u: Direction, v: Direction): number => innerProduct(orbit.mesh, n, u, v);
  const area = Math.sqrt(product(a, a) * product(b, b) - product(a, b) ** 2);
  return (a.parameter * b.second - b.parameter * a.second) / area;
}

/**
 * The tangent plane at a cycle of a chart, with the first direction along that in which a function of gradient
 * (along, across) in the two distances stays the same, and the sense of rotation of the chart; and how fast the
 * function grows in the second direction.
 */
export function frameAt(
  family: VectorFieldFamily,
  { orbit, rates: [along, across] }: SurfaceOrbit,
  [a, b]: readonly [number, number],
): { readonly tangent: Direction; readonly normal: Direction; readonly slope: number } {
  const product = (u: Direction, v: Direction): number => innerProduct(orbit.mesh, family.n, u, v);
  const sign = b < 0 ? -1 : 1; // forward: the chart's tangent, but for a small part
  const raw = combined(sign * b, along, -sign * a, across);
  const tangent = scaled(raw, 1 / Math.sqrt(product(raw, raw)));
  const turned = combined(sign * a, along, sign * b, across);
  const upright = combined(1, turned, -product(turned, tangent), tangent);
  const length = Math.sqrt(product(upright, upright));
  return { tangent, normal: scaled(upright, 1 / length), slope: (sign * (a * a + b * b)) / length };
}

/** The chart on a mesh that is adapted to its orbit. */
export function chartOnMesh(n: number, chart: Chart, density: number): Chart {
  const { orbit, tangent, normal } = chart;
  const mesh = adaptedMesh(orbit, n, density);
  const carried = (d: Direction): Direction => ({ ...d, nodes: onMesh(orbit.mesh, d.nodes, n, mesh) });
  const along = carried(tangent),
    across = carried(normal);
  const unit = scaled(along, 1 / Math.sqrt(innerProduct(mesh, n, along, along)));
  const upright = combined(1, across, -innerProduct(mesh, n, across, unit), unit);
  return {
    orbit: { ...orbit, mesh, nodes: onMesh(orbit.mesh, orbit.nodes, n, mesh) },
    tangent: unit,
    normal: scaled(upright, 1 / Math.sqrt(innerProduct(mesh, n, upright, upright))),
  };
}
