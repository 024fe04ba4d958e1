import type { EquilibriumPoint } from "../../equilibria/equilibrium-tests.js";
import type { FollowedCurve } from "../../equilibria/bifurcation-curve.js";
import { foldForm } from "../../equilibria/normal-form.js";
import { modelAt, statesOf, type VectorFieldFamily } from "../../system/vector-field-family.js";
import { othersStable } from "../invariant-circle.js";
import { followUnstableHalf } from "../unstable-half.js";

/** Which part of a curve of saddle-nodes lies on invariant circles. */
export interface CircleStretches {
  /** Of each point of the curve. */
  readonly onCircle: readonly boolean[];
  readonly loops: readonly SaddleNodeLoop[];
}

/** Where the orbit that leaves a saddle-node comes back to it along the strong stable manifold. */
export interface SaddleNodeLoop {
  readonly point: EquilibriumPoint;
  /** After which of the points of the curve. */
  readonly index: number;
  /** By how much it changes, in widths of the ranges, if the orbit is followed from nearer by. */
  readonly error: number;
  /** A point of the curve nearby that lies on no circle: there, cycles end at a saddle instead. */
  readonly beside: EquilibriumPoint;
}

const mostSteps = 6_000;
const departures = [0.003, 0.001]; // widths of the ranges; the second tells how good the first is
const halvings = 30;
const agreement = 1e-6; // widths of the ranges

/**
 * Follows the orbit that leaves each saddle-node of a curve, and finds the points at which it begins, or ceases, to
 * come back on the side where it does not leave again: saddle-node loops, where a curve of homoclinic orbits ends
 * (Schecter 1987, SIAM J. Math. Anal. 18, 1142). Where the orbit goes to another attractor from some point on, as past
 * another saddle, it does not come near before, and that is no such point.
 */
export function circleStretches(plane: VectorFieldFamily, { points, between }: FollowedCurve): CircleStretches {
  const follow = (point: EquilibriumPoint, departure = departures[0]) => {
    const model = modelAt(plane, point.z),
      y = statesOf(plane, point.z);
    const form = foldForm(model, y, plane.parameters[0]);
    return followUnstableHalf(model, y, form, { departure, mostSteps });
  };
  const fates = points.map((point) => (othersStable(point.eigenvalues) ? follow(point) : undefined));
  const loops = fates.slice(1).flatMap((fate, k): SaddleNodeLoop[] => {
    const before = fates[k];
    if (before === undefined || fate === undefined || before.returns === fate.returns) return [];
    const chord = between(points[k], points[k + 1]);
    const found = departures.map((departure) => {
      let [low, high] = [0, 1];
      for (let n = 0; n < halvings; n++) {
        const point = chord((low + high) / 2);
        if (point === undefined) return undefined;
        if (follow(point, departure).returns === before.returns) low = (low + high) / 2;
        else high = (low + high) / 2;
      }
      const [inside, outside] = (before.returns ? [low, high] : [high, low]).map(chord);
      return inside && outside && follow(outside, departure).nearest < 2 * departure ? inside : undefined;
    });
    const [first, second] = found;
    if (first === undefined || second === undefined) return [];
    const error = Math.max(...[0, 1].map((j) => Math.abs(first.z[plane.n + j] - second.z[plane.n + j])));
    return [{ point: second, index: k, error, beside: points[before.returns ? k + 1 : k] }];
  });
  return { onCircle: fates.map((fate) => fate?.returns ?? false), loops };
}

/** Whether a loop is known as well as what Newton's method finds. */
export const isRefined = ({ error }: SaddleNodeLoop): boolean => error < agreement;

/** A curve cut where its points begin to lie on a circle, or cease to; a cut at a loop belongs to both pieces. */
export function stretchesOf(
  { points }: FollowedCurve,
  { onCircle, loops }: CircleStretches,
): { readonly onCircle: boolean; readonly points: readonly EquilibriumPoint[] }[] {
  const pieces: { onCircle: boolean; points: EquilibriumPoint[] }[] = [];
  points.forEach((point, k) => {
    const last = pieces[pieces.length - 1];
    if (last?.onCircle === onCircle[k]) last.points.push(point);
    else {
      const cut = loops.find(({ index }) => index === k - 1)?.point;
      if (last && cut) last.points.push(cut);
      pieces.push({ onCircle: onCircle[k], points: [...(cut ? [cut] : last ? last.points.slice(-1) : []), point] });
    }
  });
  return pieces;
}
