import { exp } from "../../../numerics/elementary.js";
import { namedState, type NamedState, type Status } from "../../system/kinds.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import type { CycleCurve, CycleCurveKind, CycleCurvePoint, CycleCurveTest } from "./cycle-curve.js";
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

/** The points of a curve at which something happens. */
export function cyclePoints(plane: VectorFieldFamily, { special }: CycleCurve): CyclePointOfTwo[] {
  return special.flatMap(({ test, point, located }): CyclePointOfTwo | [] => {
    if (!located) return [];
    const { parameter, second } = point.cycle.orbit;
    const { n, scale, parameters } = plane;
    return {
      kind: test,
      values: Object.fromEntries([parameter, second].map((v, k) => [parameters[k], v * scale[n + k]])),
      state: namedState(plane.model, topOf(plane, point)),
      status: "refined",
      residual: point.cycle.residual,
    };
  });
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
