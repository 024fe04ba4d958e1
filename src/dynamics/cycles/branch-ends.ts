import type { CycleEnd, CyclePoint } from "./cycle-branch.js";
import type { Cap } from "./cycle-points.js";
import type { CycleStrand } from "./cycle-search.js";
import { nearestHopf } from "./cycle-branches.js";
import type { BifurcationPoint, BranchEnd } from "../system/diagram.js";
import type { Crossing } from "../equilibria/equilibrium-branch.js";
import { namedState } from "../equilibria/equilibria.js";
import { frequencyAt } from "../equilibria/equilibrium-points.js";
import { statesOf, type Family } from "../system/vector-field-family.js";
import { homoclinicEnd } from "./homoclinic.js";
import { approachingBranch } from "./invariant-circle.js";

/** Both ends of a branch of cycles, and the homoclinic bifurcations found there. */
export interface StrandEnds {
  readonly ends: readonly [BranchEnd, BranchEnd];
  readonly caps: readonly [Cap | undefined, Cap | undefined];
  readonly points: readonly BifurcationPoint[];
}

export function strandEnd(
  along: Family,
  strand: CycleStrand,
  crossings: readonly Crossing[],
  range: readonly [number, number],
): StrandEnds {
  const points: BifurcationPoint[] = [];
  const caps: [Cap | undefined, Cap | undefined] = [undefined, undefined];
  const describe = (how: CycleEnd | "start", side: "first" | "last"): BranchEnd => {
    const cycle = strand.points[side === "last" ? strand.points.length - 1 : 0];
    const parameter = cycle.orbit.parameter * along.scale[along.n];
    switch (how) {
      case "start":
      case "small": {
        const hopf = nearestHopf(strand, crossings, along.n, side);
        if (hopf) {
          const value = hopf.point.z[along.n] * along.scale[along.n];
          caps[side === "first" ? 0 : 1] = {
            parameter: value,
            period: (2 * Math.PI) / frequencyAt(hopf.point)!,
            state: statesOf(along, hopf.point.z),
          };
          return { kind: "Andronov-Hopf", parameter: value };
        }
        return {
          kind: how === "start" ? "Andronov-Hopf" : "not continued",
          parameter,
          reason: "the cycle shrinks to a point where no Andronov-Hopf point was located",
        };
      }
      case "outside":
        return { kind: "limit of the range", parameter: parameter > (range[0] + range[1]) / 2 ? range[1] : range[0] };
      case "closed":
      case "leaves the window":
        return { kind: how, parameter };
      case "parameter settled":
      case "long period":
        return longPeriod(along, strand, side, cycle, crossings, points);
      case "too much work":
        return {
          kind: "not continued",
          parameter,
          reason: "it was left there to keep the time short; a narrower range gets further",
        };
      case "step too small":
      case "too many points":
        return { kind: "not continued", parameter, reason: how };
    }
  };
  return { ends: [describe(strand.ends[0], "first"), describe(strand.ends[1], "last")], caps, points };
}

function longPeriod(
  along: Family,
  strand: CycleStrand,
  side: "first" | "last",
  cycle: CyclePoint,
  crossings: readonly Crossing[],
  points: BifurcationPoint[],
): BranchEnd {
  const { n, scale, model } = along;
  const ordered = side === "last" ? strand.points : [...strand.points].reverse();
  const fold = crossings.find((c) => c.test === "fold" && approachingBranch(along, c.point.z, [ordered]) !== undefined);
  if (fold) return { kind: "saddle-node on invariant circle", parameter: fold.point.z[n] * scale[n] };
  const found = homoclinicEnd(along, cycle);
  if (found === undefined) {
    return {
      kind: "long period",
      parameter: cycle.orbit.parameter * scale[n],
      reason: `the period has grown to ${Math.exp(cycle.orbit.logPeriod).toPrecision(4)} ms, and neither a saddle-node nor an orbit homoclinic to a saddle could be confirmed there`,
    };
  }
  const parameter = found.parameter * scale[n];
  const bracket = [found.bracket[0] * scale[n], found.bracket[1] * scale[n]] as const;
  const real = found.eigenvalues.map((e) => e.re);
  const unstable = Math.min(...real.filter((x) => x > 0)),
    stable = Math.max(...real.filter((x) => x < 0));
  points.push({
    kind: "saddle homoclinic",
    parameter,
    state: namedState(model, found.saddle),
    status: "refined",
    bracket,
    residual: (bracket[1] - bracket[0]) / 2,
    period: found.period,
    eigenvalues: found.eigenvalues,
    evidence: {
      "residual is": "change of the parameter for a period 12 % longer",
      "saddle quantity, 1/ms": unstable + stable,
      "d ln|λ − λ_h|/dT, 1/ms": found.rate,
      "minus the unstable eigenvalue, 1/ms": -unstable,
    },
  });
  return { kind: "saddle homoclinic", parameter };
}
