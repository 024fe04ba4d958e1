import type { EquilibriumBranch, EquilibriumSegment } from "../system/diagram.js";
import { classify, signature } from "../system/kinds.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { changesAtCorner } from "./corner-events.js";
import type { ContinuedEquilibria } from "./equilibrium-branch.js";
import { hopfFrequency, type EquilibriumPoint } from "./equilibrium-tests.js";

/**
 * The branch as drawn: cut where the number of unstable eigenvalues changes, the cut at the located point; without what
 * lies beyond a threshold.
 */
export function equilibriumSegments(
  family: VectorFieldFamily,
  { points, special }: ContinuedEquilibria,
): EquilibriumBranch {
  const reachable = ({ z }: EquilibriumPoint): boolean => family.aboveThreshold(z) < 0;
  const unstable = ({ eigenvalues }: EquilibriumPoint): number => signature(eigenvalues).unstable;
  const pieces: { readonly unstable: number; readonly points: EquilibriumPoint[] }[] = [];
  let piece: (typeof pieces)[number] | undefined;
  const begin = (point: EquilibriumPoint, count: number): void => {
    piece = { unstable: count, points: [point] };
    pieces.push(piece);
  };
  points.forEach((point, k) => {
    if (!reachable(point)) piece = undefined;
    else if (piece === undefined || piece.unstable !== unstable(point)) begin(point, unstable(point));
    else piece.points.push(point);
    for (const event of special) {
      if (event.test === "corner" && !changesAtCorner(event)) continue;
      if (!event.located || Math.floor(event.index) !== k || event.index === k) continue;
      if (event.test === "hopf" && hopfFrequency(event.point) === undefined) continue;
      piece?.points.push(event.point);
      piece = undefined;
      const next = points[k + 1];
      if (next !== undefined && reachable(next)) begin(event.point, unstable(next));
    }
  });
  return {
    segments: pieces.flatMap((one) => (one.points.length > 1 ? [segment(family, one.points, one.unstable)] : [])),
  };
}

function segment(
  { model, n, scale }: VectorFieldFamily,
  points: readonly EquilibriumPoint[],
  unstable: number,
): EquilibriumSegment {
  return {
    stable: unstable === 0 && points.some(({ eigenvalues }) => signature(eigenvalues).stable === n),
    unstable,
    parameter: Float64Array.from(points, ({ z }) => z[n] * scale[n]),
    states: Object.fromEntries(
      model.stateNames.map((name, i) => [name, Float64Array.from(points, ({ z }) => z[i] * scale[i])]),
    ),
    kinds: points.map(({ eigenvalues }) => classify(eigenvalues)),
  };
}
