import type { CurvePoint } from "../continuation/curve.js";
import type { TestFunction } from "../continuation/problem.js";
import { add, modulus, over, pairsOf, product, type Complex } from "../../numerics/complex.js";
import { eigenvalues } from "../../numerics/eigen.js";
import { determinant } from "../../numerics/linear-solve.js";
import { stateJacobian, type VectorFieldFamily } from "../system/vector-field-family.js";
import { branchPoint } from "./branch-point.js";
import { beyondCorner, cornersOf } from "./corners.js";

/** A point on a branch of equilibria, z = (states, parameter) in the units of the family. */
export interface EquilibriumPoint extends CurvePoint {
  readonly eigenvalues: readonly Complex[];
}

/**
 * What changes sign along a branch of equilibria. "fold": the parameter turns back. "hopf": two eigenvalues sum to
 * zero. "branching": the equations of the branch itself are singular, so another branch crosses. "threshold": the
 * equilibrium reaches the threshold of a model with reset, beyond which it is none. "corner": it passes a corner of a
 * field that is smooth only by pieces.
 */
export type EquilibriumTest = "fold" | "hopf" | "branching" | "threshold" | CornerTest;
/** Each corner has a test of its own, so that two at one place are seen; what they find is told as "corner". */
export type CornerTest = "corner" | `corner ${number}`;

/** Whether a test is one of a corner. */
export const isCornerTest = (test: EquilibriumTest): test is CornerTest => test.startsWith("corner");

/** A point of a curve in the space of a family, with the eigenvalues of the states there, 1/ms. */
export const withEigenvalues = (family: VectorFieldFamily, point: CurvePoint): EquilibriumPoint => ({
  ...point,
  eigenvalues: eigenvalues(stateJacobian(family, point.z), family.n),
});

/** The test functions that a family has: one state has no Hopf points, a model without reset no threshold. */
export function equilibriumTests(
  family: VectorFieldFamily,
): Partial<Record<EquilibriumTest, TestFunction<EquilibriumPoint>>> {
  const { n, model } = family;
  const corners = cornersOf(model);
  return {
    fold: { value: ({ tangent }) => tangent[n], pairs: true },
    ...(n > 1 ? { hopf: { value: ({ eigenvalues: values }) => relativePairSums(values), pairs: true } } : {}),
    branching: {
      value: (point) => borderedDeterminant(family, point),
      pairs: true,
      solve: (a, b, share) => crossingOfBranches(family, a, b, share),
    },
    ...(corners &&
      Object.fromEntries(
        Array.from({ length: corners.count }, (_, k) => [
          `corner ${k}`,
          { value: ({ z }: EquilibriumPoint) => beyondCorner(family, corners, z, k) },
        ]),
      )),
    ...(model.spiking.reset ? { threshold: { value: ({ z }) => family.aboveThreshold(z), pairs: true } } : {}),
  };
}

/**
 * ∏_{i<j} (λ_i + λ_j), the determinant of the bialternate product 2A ⊙ 1 (Kuznetsov 2004, 10.2.2), each factor over the
 * size of its pair.
 */
function relativePairSums(values: readonly Complex[]): number {
  const factors = pairsOf(values).map(([a, b]) => over(add(a, b), modulus(a) + modulus(b) || 1));
  return product(factors).re; // complex factors come in conjugate pairs
}

/**
 * ω of the pair ±iω at an Andronov-Hopf point, rad/ms; undefined at a neutral saddle, where two real eigenvalues sum to
 * zero.
 */
export function hopfFrequency({ eigenvalues: values }: EquilibriumPoint): number | undefined {
  let nearest = Infinity;
  let omega: number | undefined;
  for (const [a, b] of pairsOf(values)) {
    const sum = modulus(add(a, b)) / (modulus(a) + modulus(b));
    if (sum < nearest) [nearest, omega] = [sum, a.im > 0 ? a.im : undefined];
  }
  return omega;
}

function borderedDeterminant({ n, size, jacobian }: VectorFieldFamily, { z, tangent }: CurvePoint): number {
  const A = new Float64Array(size * size);
  jacobian(z, A);
  A.set(tangent, n * size);
  return determinant(A, size);
}

/** Where branches cross, from the chord of two points of this one; undefined if that is further off than they are. */
function crossingOfBranches(
  family: VectorFieldFamily,
  a: EquilibriumPoint,
  b: EquilibriumPoint,
  share: number,
): EquilibriumPoint | undefined {
  const chord = b.z.map((v, i) => v - a.z[i]);
  const guess = a.z.map((v, i) => v + share * chord[i]);
  const z = branchPoint(family, guess);
  if (z === undefined || !(Math.hypot(...z.map((v, i) => v - guess[i])) < Math.hypot(...chord))) return undefined;
  return withEigenvalues(family, { z, tangent: a.tangent });
}
