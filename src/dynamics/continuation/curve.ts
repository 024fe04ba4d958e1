import { dot, norm } from "../../numerics/dense.js";
import { nullSpace, solve } from "../../numerics/linear-solve.js";

/** A curve in R^N, given by N − 1 equations. */
export interface CurveEquations {
  /** N. */
  readonly size: number;
  /** out (N − 1) ← the equations at z. */
  readonly residual: (z: Float64Array, out: Float64Array) => void;
  /** out ((N − 1) × N) ← their derivatives. */
  readonly jacobian: (z: Float64Array, out: Float64Array) => void;
}

/** A point of the curve and the unit tangent there. */
export interface CurvePoint {
  readonly z: Float64Array;
  readonly tangent: Float64Array;
}

const mostNewtonSteps = 8;
const firstStep = 0.005;
const smallestStep = 1e-7;
const leastCosine = 0.98; // between the tangents at the ends of a step: it turns by at most 11°
const cornerStep = 1e-5; // a curve that still turns by more in so short a step has a corner
const mostPoints = 5_000;

/** Unit tangent at z, along `like` rather than against it. */
export function tangentAt(curve: CurveEquations, z: Float64Array, like: Float64Array): Float64Array {
  const N = curve.size;
  const J = new Float64Array((N - 1) * N);
  curve.jacobian(z, J);
  const candidates = nullSpace(J, N - 1, N, 1e-14);
  const tangent = candidates[0];
  return dot(tangent, like) < 0 ? tangent.map((v) => -v) : tangent;
}

/**
 * The point of the curve in the hyperplane through `guess` at right angles to `normal`, by Newton's method; undefined
 * if that does not converge.
 * With a coordinate vector as normal it is the point at which that coordinate has the value in `guess`.
 */
export function correct(
  curve: CurveEquations,
  guess: Float64Array,
  normal: Float64Array,
): { readonly z: Float64Array; readonly steps: number } | undefined {
  const N = curve.size;
  const z = guess.slice();
  const equations = new Float64Array(N),
    A = new Float64Array(N * N);
  let last = Infinity;
  for (let steps = 0; steps <= mostNewtonSteps; steps++) {
    curve.residual(z, equations);
    equations[N - 1] = 0;
    for (let i = 0; i < N; i++) equations[N - 1] += normal[i] * (z[i] - guess[i]);
    curve.jacobian(z, A);
    A.set(normal, (N - 1) * N);
    if (!equations.every(Number.isFinite) || !solve(A, N, equations)) return undefined;
    const length = norm(equations);
    if (!(length < Infinity) || length > 0.5) return undefined;
    for (let i = 0; i < N; i++) z[i] -= equations[i];
    // Quadratic until rounding: done when a step is tiny, or small and no longer shrinking.
    if (length < 1e-14 || (length < 1e-9 && length > 0.1 * last)) return { z, steps };
    last = length;
  }
  return undefined;
}

/** Why `follow` came to an end. */
export type FollowEnd = "outside" | "closed" | "step too small" | "too many points";

/**
 * Follows a curve by pseudo-arclength continuation (Keller 1977), tangent predictor and Newton corrector, from a point
 * on it.
 * Steps shrink where the curve turns or Newton labours.
 *
 * @param inside whether a point still counts; the first that does not is the last of the list
 * @param longest step, in the units of z
 */
export function follow(
  curve: CurveEquations,
  start: CurvePoint,
  inside: (z: Float64Array) => boolean,
  longest: number,
): { readonly points: readonly CurvePoint[]; readonly end: FollowEnd } {
  const points: CurvePoint[] = [start];
  let step = Math.min(firstStep, longest);
  let travelled = 0;
  while (points.length < mostPoints) {
    const { z, tangent } = points[points.length - 1];
    const guess = z.map((v, i) => v + step * tangent[i]);
    const corrected = correct(curve, guess, tangent);
    const nextTangent = corrected && tangentAt(curve, corrected.z, tangent);
    const cosine = nextTangent ? dot(tangent, nextTangent) : -1;
    // of a field with a kink: the curve is continuous, its tangent is not
    const corner = corrected !== undefined && step < cornerStep;
    if (corrected === undefined || (cosine < leastCosine && !corner)) {
      step /= 2;
      if (step < smallestStep) return { points, end: "step too small" };
      continue;
    }
    points.push({ z: corrected.z, tangent: nextTangent! });
    travelled += step;
    if (!inside(corrected.z)) return { points, end: "outside" };
    if (travelled > 4 * longest && passes(start, z, corrected.z, nextTangent!)) return { points, end: "closed" };
    if (corrected.steps <= 3 && cosine > 0.995) step = Math.min(longest, 1.5 * step);
  }
  return { points, end: "too many points" };
}

/** Whether the step from a to b runs over the start, in the same direction. */
function passes(start: CurvePoint, a: Float64Array, b: Float64Array, tangent: Float64Array): boolean {
  if (dot(start.tangent, tangent) < 0.9) return false;
  const before = a.reduce((sum, v, i) => sum + (v - start.z[i]) * start.tangent[i], 0);
  const after = b.reduce((sum, v, i) => sum + (v - start.z[i]) * start.tangent[i], 0);
  if (!(before < 0 && after >= 0)) return false;
  const share = before / (before - after);
  const miss = a.map((v, i) => v + share * (b[i] - v) - start.z[i]);
  return norm(miss) < 0.1 * norm(b.map((v, i) => v - a[i]));
}
