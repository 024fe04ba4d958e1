import { passes } from "../continuation/curve.js";
import { statesOf, vectorFieldFamily, type VectorFieldFamily } from "../system/vector-field-family.js";
import { bifurcationCurve, type CurveKind, type FollowedCurve } from "./bifurcation-curve.js";
import { equilibriumBranches, type EquilibriumEvent } from "./equilibrium-branch.js";
import { hopfFrequency } from "./equilibrium-tests.js";

type Range = readonly [number, number];

/**
 * The curves of bifurcating equilibria in a plane of two parameters, from what is found along each of the two at some
 * values of the other: a curve on which one of them does not change is met along that one alone.
 * @param levels of the first parameter, at which the second is varied, and of the second
 */
export function scannedCurves(
  plane: VectorFieldFamily,
  ranges: readonly [Range, Range],
  levels: readonly [readonly number[], readonly number[]],
): FollowedCurve[] {
  const curves: FollowedCurve[] = [];
  for (const varied of [0, 1] as const)
    for (const level of levels[1 - varied])
      for (const { kind, z } of foundAlong(plane, ranges[varied], varied, level)) {
        const known = curves.some(
          (curve) =>
            curve.kind === kind &&
            passes(
              curve.points.map((p) => p.z),
              z,
            ),
        );
        if (!known) curves.push(bifurcationCurve(plane, kind, z, ranges));
      }
  return curves;
}

/** What bifurcates along one parameter at a value of the other, as points z of the plane. */
function foundAlong(
  plane: VectorFieldFamily,
  range: Range,
  varied: 0 | 1,
  level: number,
): { readonly kind: CurveKind; readonly z: Float64Array }[] {
  const { model, parameters, scale } = plane;
  const along = vectorFieldFamily(model.with({ [parameters[1 - varied]]: level }), [parameters[varied]], [range]);
  const events = equilibriumBranches(along, range).flatMap(({ special }) => special);
  return events.flatMap((event) => {
    const kind = curveKindOf(event);
    if (kind === undefined || !event.located) return [];
    const { z } = event.point;
    const value = z[along.n] * along.scale[along.n];
    const values = varied === 0 ? [value, level] : [level, value];
    return { kind, z: Float64Array.from([...statesOf(along, z), ...values], (v, i) => v / scale[i]) };
  });
}

/** Where along one parameter a curve of each kind starts. */
const startsAt: Readonly<Record<CurveKind, (event: EquilibriumEvent) => boolean>> = {
  "saddle-node": ({ test }) => test === "fold",
  "Andronov-Hopf": ({ test, point }) => test === "hopf" && hopfFrequency(point) !== undefined,
};

const curveKindOf = (event: EquilibriumEvent): CurveKind | undefined =>
  (Object.keys(startsAt) as CurveKind[]).find((kind) => startsAt[kind](event));
