import { distance, modulus, type Complex } from "../../numerics/complex.js";
import type { EquilibriumEvent } from "../equilibria/equilibrium-branch.js";
import type { BifurcationPoint, CycleBranch, CycleSegment } from "../system/diagram.js";
import { namedState, type BifurcationKind } from "../system/kinds.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { flights, type Fly } from "./flight.js";
import { resetBranch, type ResetBranch, type ResetPoint, type ResetTest } from "./reset-branch.js";
import { cycleNear } from "./reset-cycle.js";
import { describedResetEnd } from "./reset-ends.js";
import { extremesOf } from "./reset-path.js";
import { resetCyclesAt, sameCycle } from "./reset-search.js";
import { periodAdding } from "./period-adding.js";
import { spikeRule } from "./spike-rule.js";

/** What a diagram says of cycles through resets. */
interface ResetDiagram {
  readonly cycles: readonly CycleBranch[];
  readonly points: readonly BifurcationPoint[];
}

const sections = 9; // values of the parameter at which cycles are looked for
const kindOf: Readonly<Record<ResetTest, BifurcationKind>> = {
  fold: "fold of cycles",
  "period doubling": "period doubling",
  torus: "Neimark-Sacker",
};
const agreement = 1e-3;

/**
 * The branches of cycles through resets over a range, in the units of the model.
 * @param incomplete to which is added what could not be done
 */
export function resetDiagram(
  family: VectorFieldFamily,
  events: readonly EquilibriumEvent[],
  [low, high]: readonly [number, number],
  incomplete: string[],
): ResetDiagram {
  const { n, scale, parameters } = family;
  const rule = spikeRule(family),
    fly = flights(family, rule);
  const range = [low / scale[n], high / scale[n]] as const;
  const branches: ResetBranch[] = [];
  const irregular: number[] = [];
  for (let k = 0; k < sections; k++) {
    const at = range[0] + ((k + 0.5) / sections) * (range[1] - range[0]);
    const found = resetCyclesAt(family, rule, fly, at);
    if (found.irregular) irregular.push(at * scale[n]);
    for (const cycle of found.cycles) {
      if (branches.some((branch) => liesOn(fly, branch, cycle.z, cycle))) continue;
      branches.push(resetBranch(family, fly, cycle, range));
    }
  }
  if (irregular.length > 0)
    incomplete.push(
      `at ${parameters[0]} = ${irregular.map((v) => v.toPrecision(4)).join(", ")} spikes come in no order that ` +
        "repeats itself within 24 of them: chaos, or bursts of more",
    );
  const cycles = branches.map((branch): CycleBranch => {
    const ends = (["first", "last"] as const).map((side) =>
      describedResetEnd(family, { rule, fly }, branch, side, events),
    );
    for (const { kind, parameter, reason } of ends)
      if (kind === "not continued")
        incomplete.push(
          `a branch of cycles through resets stops at ${parameters[0]} = ${parameter.toPrecision(6)}: ${reason}`,
        );
    return {
      segments: segmentsOf(family, fly, branch),
      ends: [ends[0], ends[1]],
      belowThreshold: false,
      status: ends.some(({ kind }) => kind === "not continued") ? "suspected" : "refined",
    };
  });
  const atEnds = branches.flatMap((branch, k) =>
    cycles[k].ends.flatMap((end, side) =>
      end.kind === "grazing" || end.kind === "saddle homoclinic"
        ? [endPoint(family, branch, side, end.kind, end.reason ?? "")]
        : [],
    ),
  );
  return {
    cycles,
    points: [
      ...branches.flatMap((branch) => labelled(family, branch)),
      ...atEnds,
      ...periodAdding(family, branches, [low, high]),
    ],
  };
}

function liesOn(fly: Fly, { points }: ResetBranch, z: Float64Array, cycle: ResetPoint["cycle"]): boolean {
  const n = z.length - 1;
  return points.slice(1).some((b, k) => {
    const a = points[k];
    if (a.cycle.flights.length !== cycle.flights.length || (a.z[n] - z[n]) * (b.z[n] - z[n]) > 0) return false;
    const share = a.z[n] === b.z[n] ? 0 : (z[n] - a.z[n]) / (b.z[n] - a.z[n]);
    const there = cycleNear(fly, a.z.map((v, i) => v + share * (b.z[i] - v)).with(n, z[n]), a.cycle.flights.length);
    return there !== undefined && sameCycle(there, cycle);
  });
}

/** The branch as drawn, cut where stability changes, at the located point where there is one. */
function segmentsOf(family: VectorFieldFamily, fly: Fly, { points, special }: ResetBranch): CycleSegment[] {
  const pieces: ResetPoint[][] = [[]];
  points.forEach((point, k) => {
    pieces[pieces.length - 1].push(point);
    const next = points[k + 1];
    if (next === undefined) return;
    const inside = special.filter((event) => event.located && event.index > k && event.index < k + 1);
    for (const event of inside) {
      pieces[pieces.length - 1].push(event.point);
      pieces.push([event.point]);
    }
    if (inside.length === 0 && next.cycle.unstable !== point.cycle.unstable) pieces.push([]);
  });
  return pieces.filter((piece) => piece.length > 1).map((piece) => segment(family, fly, points, piece));
}

function segment(
  { model, n, scale }: VectorFieldFamily,
  fly: Fly,
  points: readonly ResetPoint[],
  piece: readonly ResetPoint[],
): CycleSegment {
  const ordinary = piece.filter((point) => points.includes(point));
  const { unstable } = (ordinary[ordinary.length >> 1] ?? piece[0]).cycle;
  const extremes = piece.map(({ cycle }) => extremesOf(fly, cycle));
  const named = (which: "minimum" | "maximum"): Record<string, Float64Array> =>
    Object.fromEntries(
      model.stateNames.map((name, i) => [name, Float64Array.from(extremes, (one) => one[which][i] * scale[i])]),
    );
  return {
    stable: unstable === 0,
    unstable,
    parameter: Float64Array.from(piece, ({ z }) => z[n] * scale[n]),
    period: Float64Array.from(piece, ({ cycle }) => cycle.period),
    minimum: named("minimum"),
    maximum: named("maximum"),
  };
}

/** What all labels on cycles through resets have in common. */
function pointOf(family: VectorFieldFamily, { z, cycle }: ResetPoint) {
  const { model, n, scale } = family;
  return {
    parameter: z[n] * scale[n],
    state: namedState(
      model,
      z.slice(0, n).map((v, i) => v * scale[i]),
    ),
    residual: cycle.residual,
    period: cycle.period,
    multipliers: cycle.multipliers,
  };
}

function labelled(family: VectorFieldFamily, { special }: ResetBranch): BifurcationPoint[] {
  const { n, scale } = family;
  return special.map(({ test, point, before, after, located }): BifurcationPoint => {
    const values = [before, point, after].map(({ z }) => z[n] * scale[n]);
    const target: Complex = { re: test === "period doubling" ? -1 : 1, im: 0 };
    const off = (mu: Complex): number => (test === "torus" ? Math.abs(modulus(mu) - 1) : distance(mu, target));
    const critical = [...point.cycle.multipliers].sort((a, b) => off(a) - off(b))[0];
    return {
      ...pointOf(family, point),
      kind: kindOf[test],
      status: located && off(critical) < agreement ? "refined" : "suspected",
      bracket: [Math.min(...values), Math.max(...values)],
      evidence: {
        "residual is": "largest difference between the ends of a period, in widths of the ranges",
        "critical multiplier": critical.re,
        "should be": test === "torus" ? "of modulus 1" : target.re,
        "spikes in a period": point.cycle.flights.length,
      },
    };
  });
}

function endPoint(
  family: VectorFieldFamily,
  { points, ends }: ResetBranch,
  side: number,
  kind: "grazing" | "saddle homoclinic",
  reason: string,
): BifurcationPoint {
  const [last, before] = side === 0 ? points : [...points].reverse();
  // the branch goes on beyond the last point by less than its last step
  const here = last.z[family.n],
    beyond = before === undefined ? here : 2 * here - before.z[family.n];
  const values = [here, beyond].map((v) => v * family.scale[family.n]);
  return {
    ...pointOf(family, last),
    kind,
    status: ends[side] === "step too small" ? "bracketed" : "suspected",
    bracket: [Math.min(...values), Math.max(...values)],
    evidence: {
      "residual is": "largest difference between the ends of a period, in widths of the ranges",
      "speed at the threshold": Math.min(...last.cycle.flights.map(({ speed }) => speed)),
      "spikes in a period": last.cycle.flights.length,
      "what happens": reason,
    },
  };
}
