import { exp } from "../../../numerics/elementary.js";
import { namedState, type NamedState, type Status } from "../../system/kinds.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { turnOf, vanishes, type CycleCurveKind, type CycleCurveTest } from "./curve-kinds.js";
import type { CycleCurve, CycleCurvePoint } from "./cycle-curve.js";
import { orbitAt } from "../orbit/orbit-polynomial.js";

/** A curve of cycles that bifurcate, in the units of the model. */
interface DrawnCycleCurve {
  readonly kind: CycleCurveKind;
  readonly values: Readonly<Record<string, Float64Array>>;
  /** The points at which the first state is largest. */
  readonly states: Readonly<Record<string, Float64Array>>;
  /** ms. */
  readonly period: Float64Array;
}

/** What happens at a point of such a curve, in the units of the model. */
interface CyclePointOfTwo {
  readonly kind: CycleCurveTest;
  readonly values: NamedState;
  readonly state: NamedState;
  readonly status: Status;
  readonly residual: number;
}

/** The points of a curve at which something happens, and those at which it ends on one of saddle-nodes. */
export function cyclePoints(plane: VectorFieldFamily, curve: CycleCurve): CyclePointOfTwo[] {
  const located = curve.special.filter((event) => event.located);
  return [
    ...located.map(({ test, point }) => pointOfTwo(plane, test, point, "refined")),
    ...resonances(curve).map(({ kind, point }) => pointOfTwo(plane, kind, point, "bracketed")),
    ...vanishing(curve).map((point) => pointOfTwo(plane, "saddle-node loop", point, "bracketed")),
  ];
}

/** The last points of a curve of homoclinic orbits before their saddle vanishes. */
export const vanishing = ({ points, ends }: CycleCurve): CycleCurvePoint[] =>
  [points[0], points[points.length - 1]].filter(
    ({ saddle, cycle }, side) =>
      ends[side] === "no saddle" && saddle !== undefined && vanishes(saddle, exp(cycle.orbit.logPeriod)),
  );

const almostMet = 0.05; // of the cosine of the angle of two multipliers, short of ±1

/** The last points of a curve of tori before its multipliers meet at 1 or −1. */
export const resonances = ({
  kind,
  points,
  ends,
}: CycleCurve): { readonly kind: CycleCurveTest; readonly point: CycleCurvePoint }[] =>
  [points[0], points[points.length - 1]].flatMap((point, side) => {
    const turn = kind === "Neimark-Sacker" && ends[side] === "step too small" ? turnOf(point.cycle) : 0;
    if (Math.abs(turn) < 1 - almostMet) return [];
    return [{ kind: turn > 0 ? ("1:1 resonance" as const) : ("1:2 resonance" as const), point }];
  });

function pointOfTwo(
  plane: VectorFieldFamily,
  kind: CycleCurveTest,
  point: CycleCurvePoint,
  status: Status,
): CyclePointOfTwo {
  const { n, scale, parameters, model } = plane;
  const { parameter, second } = point.cycle.orbit;
  return {
    kind,
    values: Object.fromEntries([parameter, second].map((v, k) => [parameters[k], v * scale[n + k]])),
    state: namedState(model, topOf(plane, point)),
    status,
    residual: point.cycle.residual,
  };
}

/** The point of a cycle where the first state is largest, in the units of the model. */
function topOf({ n, scale }: VectorFieldFamily, { cycle }: CycleCurvePoint): Float64Array {
  const top = new Float64Array(n);
  orbitAt(cycle.orbit.mesh, cycle.orbit.nodes, n, cycle.atMaximum, top);
  return top.map((v, i) => v * scale[i]);
}

/** A curve as lists of numbers. */
export function drawnCycles(plane: VectorFieldFamily, { kind, points }: CycleCurve): DrawnCycleCurve {
  const { n, scale, model, parameters } = plane;
  const orbits = points.map(({ cycle }) => cycle.orbit);
  const tops = points.map((point) => topOf(plane, point));
  return {
    kind,
    values: {
      [parameters[0]]: Float64Array.from(orbits, ({ parameter }) => parameter * scale[n]),
      [parameters[1]]: Float64Array.from(orbits, ({ second }) => second * scale[n + 1]),
    },
    states: Object.fromEntries(model.stateNames.map((name, i) => [name, Float64Array.from(tops, (top) => top[i])])),
    period: Float64Array.from(orbits, ({ logPeriod }) => exp(logPeriod)),
  };
}
