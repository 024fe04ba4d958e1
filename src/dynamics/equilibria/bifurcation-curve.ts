import { add, modulus, pairsOf, product, type Complex } from "../../numerics/complex.js";
import { norm } from "../../numerics/dense.js";
import { eigenvalues } from "../../numerics/eigen.js";
import { determinant } from "../../numerics/linear-solve.js";
import { branchThrough, type Branch } from "../continuation/branch.js";
import { axis, closes, curveSteps, tangentAt, type CurveEquations } from "../continuation/curve.js";
import type { Between, ContinuationProblem, TestFunction } from "../continuation/problem.js";
import { modelAt, stateJacobian, statesOf, type VectorFieldFamily } from "../system/vector-field-family.js";
import { withEigenvalues, type EquilibriumPoint } from "./equilibrium-tests.js";
import { foldForm, lyapunovCoefficient } from "./normal-form.js";

/** The bifurcations of equilibria that are followed in two parameters. */
export type CurveKind = "saddle-node" | "Andronov-Hopf";

/** What happens on such a curve, of codimension two. */
export type CodimensionTwoTest = "cusp" | "Bogdanov-Takens" | "Bautin";

/** A curve of bifurcating equilibria, z = (states, two parameters). */
export interface FollowedCurve extends Branch<EquilibriumPoint, CodimensionTwoTest, "outside"> {
  readonly kind: CurveKind;
  /** Points of the curve between two neighbours. */
  readonly between: Between<EquilibriumPoint>;
}

/** What makes a curve of a kind. */
interface CurveRule {
  /** What vanishes along it, of the Jacobian of the n states. */
  readonly vanishing: (A: Float64Array, n: number) => number;
  readonly tests: (plane: VectorFieldFamily) => Partial<Record<CodimensionTwoTest, TestFunction<EquilibriumPoint>>>;
}

const rules: Readonly<Record<CurveKind, CurveRule>> = {
  "saddle-node": {
    vanishing: determinant,
    tests: (plane) => ({
      // At a Bogdanov-Takens point the null vector and its adjoint are orthogonal and a has a pole.
      cusp: {
        value: (point) => quadratic(plane, point),
        counts: (a, b) => !(productOfOthers(a) * productOfOthers(b) < 0),
      },
      "Bogdanov-Takens": { value: productOfOthers },
    }),
  },
  "Andronov-Hopf": {
    vanishing: (A, n) => product(pairsOf(eigenvalues(A, n)).map(([a, b]) => add(a, b))).re,
    tests: (plane) => ({
      Bautin: { value: (point) => lyapunovAt(plane, point) },
      "Bogdanov-Takens": { value: neutralProduct },
    }),
  },
};

const longestStep = 0.02;

/**
 * The curve of bifurcations of one kind through a point z, within the ranges of the two parameters of a family and half
 * as much again as the range of each state on either side.
 */
export function bifurcationCurve(
  plane: VectorFieldFamily,
  kind: CurveKind,
  z: Float64Array,
  ranges: readonly (readonly [number, number])[],
): FollowedCurve {
  const { n, scale, size, model } = plane;
  const { vanishing, tests } = rules[kind];
  const curve = curveEquations(plane, vanishing, z);
  const limits = [
    ...model.stateNames.map((name) => {
      const [low, high] = model.ranges[name];
      return [low - (high - low), high + (high - low)] as const;
    }),
    ...ranges,
  ];
  const inside = (p: Float64Array): boolean =>
    limits.every(([low, high], i) => p[i] * scale[i] >= low && p[i] * scale[i] <= high);
  const problem: ContinuationProblem<EquilibriumPoint, CodimensionTwoTest, "outside"> = {
    ...curveSteps(curve, longestStep, (point) => withEigenvalues(plane, point)),
    tests: tests(plane),
    precision: 1e-12,
    stop(progress) {
      const last = progress.points[progress.points.length - 1];
      if (!inside(last.z)) return { end: "outside", last: [] };
      return closes(progress, longestStep) ? { end: "closed" } : undefined;
    },
  };
  const start = withEigenvalues(plane, { z, tangent: tangentAt(curve, z, axis(size, n + 1)) });
  return { kind, between: problem.between, ...branchThrough(problem, start) };
}

/** f = 0, and what vanishes: that one with derivatives by central differences, the residual exact. */
function curveEquations(
  plane: VectorFieldFamily,
  vanishing: CurveRule["vanishing"],
  start: Float64Array,
): CurveEquations {
  const { n, size } = plane;
  const singular = (z: Float64Array): number => vanishing(stateJacobian(plane, z), n);
  const step = 1e-5;
  const gradientAt = (z: Float64Array): Float64Array =>
    z.map((v, j) => (singular(z.with(j, v + step)) - singular(z.with(j, v - step))) / (2 * step));
  const unit = norm(gradientAt(start)) || 1;
  return {
    size,
    residual(z, out) {
      plane.field(z, out);
      out[n] = singular(z) / unit;
    },
    jacobian(z, out) {
      plane.jacobian(z, out);
      out.set(
        gradientAt(z).map((v) => v / unit),
        n * size,
      );
    },
  };
}

/** Sum of the products of all eigenvalues but one: at a saddle-node, the product of the others. */
const productOfOthers = ({ eigenvalues: values }: EquilibriumPoint): number =>
  values.reduce((sum, left) => sum + product(values.filter((value) => value !== left)).re, 0);

/** λ_i λ_j of the pair that sums to zero: ω² at an Andronov-Hopf point, negative at a neutral saddle. */
export function neutralProduct({ eigenvalues: values }: EquilibriumPoint): number {
  const sum = ([a, b]: readonly [Complex, Complex]): number => modulus(add(a, b));
  const nearest = pairsOf(values).reduce((best, pair) => (sum(pair) < sum(best) ? pair : best));
  return product(nearest).re;
}

/**
 * The coefficient a of the saddle-node, with the null vector pointing towards larger values of its largest component.
 */
function quadratic(plane: VectorFieldFamily, { z }: EquilibriumPoint): number {
  const { a, q } = foldForm(modelAt(plane, z), statesOf(plane, z), plane.parameters[0]);
  const scaled = q.map((v, i) => v / plane.scale[i]);
  return a * Math.sign(scaled.reduce((most, v) => (Math.abs(v) > Math.abs(most) ? v : most), 0));
}

/** The first Lyapunov coefficient, or NaN at a neutral saddle. */
export function lyapunovAt(plane: VectorFieldFamily, point: EquilibriumPoint): number {
  const omegaSquared = neutralProduct(point);
  if (!(omegaSquared > 0)) return NaN;
  return lyapunovCoefficient(modelAt(plane, point.z), statesOf(plane, point.z), Math.sqrt(omegaSquared)).l1;
}
