import { exp } from "../../numerics/elementary.js";
import { changesAtCorner } from "../equilibria/corner-events.js";
import type { EquilibriumEvent } from "../equilibria/equilibrium-branch.js";
import { namedState } from "../system/kinds.js";
import type { BifurcationPoint, BranchEnd } from "../system/diagram.js";
import { statesOf, type VectorFieldFamily } from "../system/vector-field-family.js";
import type { Cap } from "./cycle-segments.js";
import type { CycleEvent } from "./cycle-tests.js";
import { farthestBeyond } from "./below-threshold.js";
import { orbitAt } from "./orbit/orbit-polynomial.js";
import { endsAt } from "./switched-branches.js";
import { homoclinicEnd, type Homoclinic } from "./homoclinic.js";
import type { LimitCycleBranch } from "./limit-cycle-branch.js";
import { nearestHopf } from "./limit-cycle-branches.js";
import { snicPeriodLaw } from "./snic-period-law.js";

/** Where a branch of cycles begins or ends, in the words of the diagram. */
interface DescribedEnd {
  readonly end: BranchEnd;
  /** The Andronov-Hopf point or the period doubling at which it does. */
  readonly cap?: Cap;
  /** The homoclinic bifurcation, or the grazing, at which it does. */
  readonly point?: BifurcationPoint;
}

/**
 * The first or the last end of a branch of cycles.
 * @param events on the equilibria of the same family
 * @param doublings on its cycles
 * @param range of the parameter, in the units of the model
 */
export function describedEnd(
  family: VectorFieldFamily,
  branch: LimitCycleBranch,
  side: "first" | "last",
  events: readonly EquilibriumEvent[],
  doublings: readonly CycleEvent[],
  range: readonly [number, number],
): DescribedEnd {
  const { n, scale } = family;
  const points = side === "last" ? branch.points : [...branch.points].reverse();
  const how = branch.ends[side === "last" ? 1 : 0];
  const parameter = points[points.length - 1].orbit.parameter * scale[n];
  const corner = how === "outside" || how === "closed" ? undefined : cornerNear(points[points.length - 1], events, n);
  if (corner) return { end: { kind: "border collision", parameter: corner.point.z[n] * scale[n] } };
  if (how === "start" && branch.born) return atDoubling(family, branch.born.at);
  switch (how) {
    case "halved": {
      const doubling = doublings.find((event) => endsAt(branch, event));
      if (doubling) return atDoubling(family, doubling);
      const reason = "the two turns of the cycle become one where no period doubling was located";
      return { end: { kind: "period doubling", parameter, reason } };
    }
    case "start":
    case "small": {
      const hopf = nearestHopf(branch, events, n, side);
      if (hopf === undefined) {
        const kind = how === "start" ? "Andronov-Hopf" : "not continued";
        const reason = "the cycle shrinks to a point where no Andronov-Hopf point was located";
        return { end: { kind, parameter, reason } };
      }
      const { z } = hopf.event.point;
      const state = statesOf(family, z);
      const period = (2 * Math.PI) / hopf.omega;
      const cap = { parameter: z[n] * scale[n], period, minimum: state, maximum: state };
      return { end: { kind: "Andronov-Hopf", parameter: cap.parameter }, cap };
    }
    case "grazing":
      return { end: { kind: how, parameter }, point: grazingPoint(family, points) };
    case "outside": {
      const [low, high] = range;
      return { end: { kind: "limit of the range", parameter: parameter > (low + high) / 2 ? high : low } };
    }
    case "closed":
      return { end: { kind: how, parameter } };
    case "leaves the window": {
      const reason = "the cycle grows out of the windows of the states; wider ranges show more";
      return { end: { kind: how, parameter, reason } };
    }
    case "parameter settled":
    case "long period":
      return infinitePeriod(family, points, events);
    case "too much work": {
      const reason = "it was left there to keep the time short; a narrower range gets further";
      return { end: { kind: "not continued", parameter, reason } };
    }
    case "too steep": {
      const reason =
        "along it cycles change while the parameter stands still to rounding, as where spikes are added to a burst";
      return { end: { kind: "not continued", parameter, reason } };
    }
    case "step too small":
    case "too many points":
      return { end: { kind: "not continued", parameter, reason: how } };
  }
}

function atDoubling({ n, scale }: VectorFieldFamily, { point }: CycleEvent): DescribedEnd {
  const parameter = point.orbit.parameter * scale[n];
  const inUnits = (values: Float64Array): Float64Array => values.map((v, i) => v * scale[i]);
  const [minimum, maximum] = [inUnits(point.minimum), inUnits(point.maximum)];
  return {
    end: { kind: "period doubling", parameter },
    cap: { parameter, period: 2 * exp(point.orbit.logPeriod), minimum, maximum },
  };
}

const nearCorner = 0.01; // widths of the ranges, for the cycle and its parameter

/** The corner of the field at which the equilibrium inside a cycle changes its stability, if it shrinks to that. */
function cornerNear(
  { orbit, minimum, maximum }: LimitCycleBranch["points"][number],
  events: readonly EquilibriumEvent[],
  n: number,
): EquilibriumEvent | undefined {
  return events.find(
    (event) =>
      changesAtCorner(event) &&
      Math.abs(event.point.z[n] - orbit.parameter) < nearCorner &&
      minimum.every((v, i) => v - nearCorner < event.point.z[i] && event.point.z[i] < maximum[i] + nearCorner),
  );
}

/** The end of a branch on which the period has grown without bound, `points` being in the order that leads to it. */
function infinitePeriod(
  family: VectorFieldFamily,
  points: LimitCycleBranch["points"],
  events: readonly EquilibriumEvent[],
): DescribedEnd {
  const { n, scale } = family;
  const fold = events.find(
    (event) => event.test === "fold" && snicPeriodLaw(family, event.point.z, [points]) !== undefined,
  );
  if (fold) return { end: { kind: "saddle-node on invariant circle", parameter: fold.point.z[n] * scale[n] } };
  const last = points[points.length - 1];
  const found = homoclinicEnd(family, points);
  if (found === undefined) {
    const period = exp(last.orbit.logPeriod).toPrecision(4);
    const reason =
      `the period has grown to ${period} ms, and neither a saddle-node nor an orbit homoclinic to a saddle ` +
      "could be confirmed there";
    return { end: { kind: "long period", parameter: last.orbit.parameter * scale[n], reason } };
  }
  const point = homoclinicPoint(family, found);
  return { end: { kind: "saddle homoclinic", parameter: point.parameter }, point };
}

/** The cycle that touches the threshold of a reset, with which a branch ends. */
function grazingPoint(family: VectorFieldFamily, points: LimitCycleBranch["points"]): BifurcationPoint {
  const { n, scale, model } = family;
  const [before, last] = points.slice(-2);
  const { orbit, multipliers, atMaximum, residual } = last ?? before;
  const top = new Float64Array(n);
  orbitAt(orbit.mesh, orbit.nodes, n, atMaximum, top);
  const distance = Math.abs(farthestBeyond(family, orbit));
  const approached = Math.abs(farthestBeyond(family, before.orbit)) - distance;
  const travelled = Math.abs(before.orbit.parameter - orbit.parameter);
  const error = approached > 0 ? (travelled * distance) / approached : 0;
  const [from, parameter, to] = [-error, 0, error].map((off) => (orbit.parameter + off) * scale[n]);
  return {
    ...{ kind: "grazing", parameter, status: "refined", bracket: [from, to], residual },
    state: namedState(
      model,
      top.map((v, i) => v * scale[i]),
    ),
    period: exp(orbit.logPeriod),
    multipliers: multipliers.nontrivial,
    evidence: {
      "residual is": "largest defect of the collocation equations over a period, in widths of the ranges",
      "distance to the threshold in its unit": distance,
      "what happens": "a cycle that stays below the threshold touches it",
    },
  };
}

function homoclinicPoint({ n, scale, model }: VectorFieldFamily, found: Homoclinic): BifurcationPoint {
  const bracket = [found.bracket[0] * scale[n], found.bracket[1] * scale[n]] as const;
  const real = found.eigenvalues.map((e) => e.re);
  const unstable = Math.min(...real.filter((x) => x > 0)),
    stable = Math.max(...real.filter((x) => x < 0));
  return {
    kind: "saddle homoclinic",
    parameter: found.parameter * scale[n],
    state: namedState(model, found.saddle),
    status: "refined",
    bracket,
    residual: (bracket[1] - bracket[0]) / 2,
    period: found.period,
    eigenvalues: found.eigenvalues,
    evidence: {
      "residual is": `change of the parameter for a period ${Math.round(100 * found.growth)} % longer`,
      "saddle quantity, 1/ms": unstable + stable,
      "d ln|λ − λ_h|/dT, 1/ms": found.rate,
      "minus the unstable eigenvalue, 1/ms": -unstable,
    },
  };
}
