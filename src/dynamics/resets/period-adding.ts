import type { BifurcationPoint } from "../system/diagram.js";
import { namedState } from "../system/kinds.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import type { ResetBranch, ResetPoint } from "./reset-branch.js";

/** A stretch of the parameter over which there is a stable cycle of so many spikes. */
interface Stretch {
  readonly spikes: number;
  readonly low: ResetPoint;
  readonly high: ResetPoint;
}

/**
 * Where, along the parameter, the stable cycle that follows the last one of k spikes has k + 1 or k − 1: between the
 * end of the one stretch and the beginning of the other.
 */
export function periodAdding(
  family: VectorFieldFamily,
  branches: readonly ResetBranch[],
  [low, high]: readonly [number, number],
): BifurcationPoint[] {
  const { n, scale, model } = family;
  const at = ({ z }: ResetPoint): number => z[n] * scale[n];
  const stretches = branches.flatMap((branch) => stableStretches(branch, n)).sort((a, b) => at(a.low) - at(b.low));
  return stretches.slice(1).flatMap((next, k): BifurcationPoint | [] => {
    const last = stretches[k];
    const gap = at(next.low) - at(last.high);
    if (Math.abs(next.spikes - last.spikes) !== 1 || gap > 0.2 * (high - low)) return [];
    const doubles = branches.some(({ points, special }) =>
      special.some(
        ({ test, point }) =>
          test === "period doubling" &&
          2 * points[0].cycle.flights.length === Math.max(next.spikes, last.spikes) &&
          Math.abs(at(point) - at(next.low)) < 0.05 * (high - low),
      ),
    );
    if (doubles) return [];
    const born = next.spikes > last.spikes ? next.low : last.high;
    const [from, to] = [Math.min(at(last.high), at(next.low)), Math.max(at(last.high), at(next.low))];
    return {
      kind: "period adding",
      parameter: at(born),
      state: namedState(
        model,
        born.z.slice(0, n).map((v, i) => v * scale[i]),
      ),
      status: "bracketed",
      bracket: [from, to],
      residual: born.cycle.residual,
      period: born.cycle.period,
      multipliers: born.cycle.multipliers,
      evidence: {
        "residual is": "largest difference between the ends of a period, in widths of the ranges",
        "spikes in a period": `${last.spikes} below, ${next.spikes} above`,
        ...(gap < 0 && { "both are stable over": -gap }),
      },
    };
  });
}

function stableStretches({ points, special }: ResetBranch, n: number): Stretch[] {
  const ordered = [...points, ...special.filter(({ located }) => located).map(({ point }) => point)];
  const position = (point: ResetPoint): number => {
    const k = points.indexOf(point);
    return k >= 0 ? k : (special.find((event) => event.point === point)?.index ?? 0);
  };
  ordered.sort((a, b) => position(a) - position(b));
  const runs: ResetPoint[][] = [[]];
  for (const point of ordered) {
    const critical = !points.includes(point);
    if (critical || point.cycle.unstable === 0) runs[runs.length - 1].push(point);
    if (critical) runs.push([point]);
    else if (point.cycle.unstable > 0) runs.push([]);
  }
  return runs
    .filter((run) => run.some((point) => points.includes(point) && point.cycle.unstable === 0) && run.length > 1)
    .map((run) => {
      const sorted = [...run].sort((a, b) => a.z[n] - b.z[n]);
      return { spikes: run[0].cycle.flights.length, low: sorted[0], high: sorted[sorted.length - 1] };
    });
}
