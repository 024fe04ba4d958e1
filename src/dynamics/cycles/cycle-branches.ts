import { cyclesBySimulation, onStrand, strandFromHopf, strandThrough, type CycleStrand } from "./cycle-search.js";
import type { Crossing } from "../equilibria/equilibrium-branch.js";
import { frequencyAt } from "../equilibria/equilibrium-points.js";
import type { Family } from "../system/vector-field-family.js";

/** Branches of cycles from each Andronov-Hopf point, then from cycles that simulation finds and no branch has. */
export function cycleStrands(
  along: Family,
  crossings: readonly Crossing[],
  [low, high]: readonly [number, number],
  incomplete: string[],
): CycleStrand[] {
  const { n, scale } = along;
  const range = [low / scale[n], high / scale[n]] as const;
  const strands: CycleStrand[] = [];
  const met: Float64Array[] = []; // Andronov-Hopf points at which a branch has ended
  for (const crossing of crossings) {
    const omega = crossing.test === "hopf" && crossing.located ? frequencyAt(crossing.point) : undefined;
    if (omega === undefined || met.some((z) => z === crossing.point.z)) continue;
    const strand = strandFromHopf(along, crossing.point.z, omega, range);
    if (strand.points.length === 0) {
      incomplete.push(
        `no cycle could be followed from the Andronov-Hopf point at ${(crossing.point.z[n] * scale[n]).toPrecision(6)}`,
      );
      continue;
    }
    strands.push(strand);
    if (strand.ends[1] === "small") {
      const other = nearestHopf(strand, crossings, n);
      if (other) met.push(other.point.z);
    }
  }
  for (const parameter of between(along, crossings, strands, range)) {
    const known = (orbit: Parameters<typeof onStrand>[2], tolerance: number): boolean =>
      strands.some((strand) => onStrand(along, strand, orbit, tolerance));
    for (const point of cyclesBySimulation(along, parameter, known)) {
      if (known(point.orbit, 1e-3)) continue;
      const strand = strandThrough(along, point, range);
      if (strand.points.length > 1) strands.push(strand);
    }
  }
  return strands;
}

/** The Andronov-Hopf point into which a branch of cycles has shrunk. */
export function nearestHopf(
  { points }: CycleStrand,
  crossings: readonly Crossing[],
  n: number,
  side: "first" | "last" = "last",
): Crossing | undefined {
  const { orbit, minimum, maximum } = points[side === "last" ? points.length - 1 : 0];
  const distance = ({ point: { z } }: Crossing): number =>
    Math.max(Math.abs(z[n] - orbit.parameter), ...Array.from(minimum, (v, i) => Math.abs((v + maximum[i]) / 2 - z[i])));
  const near = crossings.filter((c) => c.test === "hopf" && frequencyAt(c.point) !== undefined && distance(c) < 0.02);
  return near.reduce<Crossing | undefined>(
    (best, c) => (best === undefined || distance(c) < distance(best) ? c : best),
    undefined,
  );
}

/**
 * Middles of the intervals into which the labelled points and the ends of cycle branches cut the range; and either side
 * of each saddle-node.
 */
function between(
  along: Family,
  crossings: readonly Crossing[],
  strands: readonly CycleStrand[],
  [low, high]: readonly [number, number],
): number[] {
  const { n } = along;
  const cuts = [
    low,
    high,
    ...crossings.filter((c) => c.test !== "threshold").map((c) => c.point.z[n]),
    ...strands.flatMap(({ points, ends }) =>
      [points[0], points[points.length - 1]].flatMap((p, k) =>
        ends[k] === "start" || ends[k] === "small" ? [] : [p.orbit.parameter],
      ),
    ),
  ].sort((a, b) => a - b);
  const middles = cuts.slice(1).flatMap((b, k) => (b - cuts[k] > 1e-3 * (high - low) ? [(cuts[k] + b) / 2] : []));
  const folds = crossings
    .filter((c) => c.test === "fold")
    .flatMap((c) => [c.point.z[n] - 0.01 * (high - low), c.point.z[n] + 0.01 * (high - low)])
    .filter((v) => v > low && v < high);
  return [...middles, ...folds];
}
