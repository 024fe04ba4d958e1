import { dot, norm } from "../../numerics/dense.js";
import { nullSpace, solve } from "../../numerics/linear-solve.js";
import type { ContinuationProblem, Progress } from "./problem.js";

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
const easyCosine = 0.995;
const growth = 1.5; // of a step after one that was easy
const cornerStep = 1e-5; // a curve that still turns by more in so short a step has a corner

/** Unit tangent at z, along `like` rather than against it. */
export function tangentAt(curve: CurveEquations, z: Float64Array, like: Float64Array): Float64Array {
  const N = curve.size;
  const J = new Float64Array((N - 1) * N);
  curve.jacobian(z, J);
  const [tangent] = nullSpace(J, N - 1, N, 1e-14);
  return dot(tangent, like) < 0 ? tangent.map((v) => -v) : tangent;
}

/** The unit vector of the k-th coordinate. */
export const axis = (size: number, k: number): Float64Array => new Float64Array(size).fill(1, k, k + 1);

/**
 * The point of the curve in the hyperplane through `guess` at right angles to `normal`, by Newton's method; undefined
 * if that does not converge. With the axis of a coordinate as normal it is the point at which that coordinate has the
 * value in `guess`.
 * @param closeness a step no longer than this is the last one: what is left is of the size of its square
 */
export function correct(
  curve: CurveEquations,
  guess: Float64Array,
  normal: Float64Array,
  closeness: number = 1e-14,
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
    if (length < closeness || (length < 1e-9 && length > 0.1 * last)) return { z, steps };
    last = length;
  }
  return undefined;
}

/** The part of a continuation problem that is the same for all curves in R^N: tangent predictor, Newton corrector. */
type CurveSteps<Point extends CurvePoint> = Pick<
  ContinuationProblem<Point, never, never>,
  "advance" | "between" | "reversed" | "steps"
>;

/**
 * How a curve in R^N is followed. Steps are halved where it turns or Newton's method fails; a corner, as that of a
 * field with a kink, is passed in one short step: the curve is continuous there, its tangent is not.
 *
 * @param longest step, in the units of z
 * @param describe adds to a point what the problem keeps with it
 * @param closeness of Newton's method, as `correct` has it, where the equations are not exact to rounding
 */
export function curveSteps<Point extends CurvePoint>(
  curve: CurveEquations,
  longest: number,
  describe: (point: CurvePoint) => Point,
  closeness?: number,
): CurveSteps<Point> {
  return {
    steps: { first: firstStep, longest: () => longest, smallest: smallestStep, mostPoints: 5_000 },
    advance({ z, tangent }, distance) {
      const guess = z.map((v, i) => v + distance * tangent[i]);
      const corrected = correct(curve, guess, tangent, closeness);
      if (corrected === undefined) return undefined;
      const next = tangentAt(curve, corrected.z, tangent);
      const cosine = dot(tangent, next);
      if (cosine < leastCosine && distance >= cornerStep) return undefined;
      return {
        point: describe({ z: corrected.z, tangent: next }),
        growth: corrected.steps <= 3 && cosine > easyCosine ? growth : 1,
      };
    },
    between(a, b) {
      const chord = b.z.map((v, i) => v - a.z[i]);
      const length = norm(chord);
      const normal = chord.map((v) => v / length);
      return (share) => {
        const guess = a.z.map((v, i) => v + share * chord[i]);
        const corrected = correct(curve, guess, normal, closeness);
        return corrected && describe({ z: corrected.z, tangent: tangentAt(curve, corrected.z, a.tangent) });
      };
    },
    reversed: (point) => ({ ...point, tangent: point.tangent.map((v) => -v) }),
  };
}

/** Whether the last step runs over the start, in the same direction. */
export function closes({ start, points, travelled }: Progress<CurvePoint, CurvePoint>, longest: number): boolean {
  const { z: b, tangent } = points[points.length - 1];
  const { z: a } = points[points.length - 2] ?? start;
  if (travelled <= 4 * longest || dot(start.tangent, tangent) < 0.9) return false;
  const before = a.reduce((sum, v, i) => sum + (v - start.z[i]) * start.tangent[i], 0);
  const after = b.reduce((sum, v, i) => sum + (v - start.z[i]) * start.tangent[i], 0);
  if (!(before < 0 && after >= 0)) return false;
  const share = before / (before - after);
  const miss = a.map((v, i) => v + share * (b[i] - v) - start.z[i]);
  return norm(miss) < 0.1 * norm(b.map((v, i) => v - a[i]));
}

/** Whether a curve, given by points on it, passes through another. */
export function passes(points: readonly Float64Array[], z: Float64Array): boolean {
  return points.slice(1).some((b, k) => {
    const a = points[k];
    const chord = b.map((v, i) => v - a[i]),
      gap = z.map((v, i) => v - a[i]);
    const length = dot(chord, chord),
      share = length > 0 ? dot(gap, chord) / length : 0;
    const miss = gap.map((v, i) => v - share * chord[i]);
    return share >= -0.5 && share <= 1.5 && norm(miss) < 0.1 * Math.sqrt(length);
  });
}
