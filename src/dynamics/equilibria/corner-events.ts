import type { Branch } from "../continuation/branch.js";
import type { SpecialPoint } from "../continuation/special-points.js";
import { signature } from "../system/kinds.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { beyondCorners, cornersOf } from "./corners.js";
import { withEigenvalues, type EquilibriumPoint, type EquilibriumTest } from "./equilibrium-tests.js";

type Event = SpecialPoint<EquilibriumPoint, EquilibriumTest>;
type Equilibria = Branch<EquilibriumPoint, EquilibriumTest, "outside">;

// of the distances from it on the way: a branch that stops so near to a corner turns back there
const nearCorner = 1e-4;

/**
 * What a branch does at corners is told by its points on either side; jumps of smooth tests there are no events. Where
 * a branch turns back at a corner, as that of μ = |x|, no step passes it: the branch on the other side ends there too.
 */
export function withCorners(family: VectorFieldFamily, { points, special, ends }: Equilibria): Equilibria {
  const corners = cornersOf(family.model);
  if (corners === undefined) return { points, special, ends };
  const events = special
    .map((event): Event => {
      if (!event.test.startsWith("corner")) return event;
      return {
        ...event, // at an end of the branch there is nothing before or after it
        test: "corner",
        before: points[Math.ceil(event.index) - 1] ?? event.before,
        after: points[Math.floor(event.index) + 1] ?? event.after,
      };
    })
    .filter((event, k, all) => event.test !== "corner" || !all.slice(0, k).some((other) => isSame(event, other)));
  const value = ({ z }: EquilibriumPoint): number => beyondCorners(family, corners, z);
  const most = Math.max(...points.map((point) => Math.abs(value(point))));
  const turned = ends.map((end, side): Event | undefined => {
    const [last, before] = side === 0 ? points : [...points].reverse();
    if (end !== "step too small" || before === undefined || !(Math.abs(value(last)) < nearCorner * most))
      return undefined;
    const share = value(last) / (value(before) - value(last));
    const z = last.z.map((v, i) => v + share * (v - before.z[i]));
    const point = withEigenvalues(family, { z, tangent: last.tangent });
    const after = { ...last, tangent: last.tangent.map((v) => -v) };
    const index = side === 0 ? 0 : points.length - 1;
    return { test: "corner", index, point, before: last, after, located: true, residual: 0 };
  });
  return {
    points,
    ends: [turned[0] ? "closed" : ends[0], turned[1] ? "closed" : ends[1]],
    special: [...events.filter((event) => !isCorner(event, events)), ...turned.flatMap((event) => event ?? [])],
  };
}

/**
 * Whether stability changes at a corner, or the branch turns there: then it is a bifurcation of its own, which no
 * smooth normal form describes.
 */
export function changesAtCorner({ test, before, after }: Event): boolean {
  if (test !== "corner") return false;
  const turned = before.tangent[before.tangent.length - 1] * after.tangent[after.tangent.length - 1] < 0;
  return turned || signature(before.eigenvalues).unstable !== signature(after.eigenvalues).unstable;
}

/** Whether what a smooth test function found is but its jump at a corner of the same branch. */
const isCorner = (event: Event, special: readonly Event[]): boolean =>
  event.test !== "corner" && special.some((other) => isSame(event, other));

/** Whether an event is at a corner, by its place on the branch. */
const isSame = (event: Event, corner: Event): boolean =>
  corner.test === "corner" &&
  Math.abs(corner.index - event.index) < 1 &&
  corner.point.z.every((v, i) => Math.abs(v - event.point.z[i]) < 1e-6);
