import { add, modulus, multiply, over, pairsOf, product, type Complex } from "../../numerics/complex.js";
import type { TestFunction } from "../continuation/problem.js";
import type { SpecialPoint } from "../continuation/special-points.js";
import { trivialError, type CyclePoint } from "./cycle-point.js";

/**
 * What changes sign along a branch of limit cycles. "fold": the parameter turns back; "steep fold": it does where the
 * branch is so steep that this is seen only in a multiplier that passes 1, as in a canard explosion. "period doubling":
 * a Floquet multiplier is −1. "torus": a complex pair of them crosses the unit circle. "branching": one passes 1 while
 * the parameter goes on, so another branch crosses.
 */
export type CycleTest = "fold" | "steep fold" | "period doubling" | "torus" | "branching";

const vertical = 1e-5; // of dλ/ds: below this its sign may be rounding
const onward = 1e-3; // of dλ/ds: below this the parameter may be about to turn, at a fold
const resolvable = 0.5; // error of the trivial multiplier from which on nothing is known of the others

/** What happens on a branch of limit cycles. */
export type CycleEvent = SpecialPoint<CyclePoint, CycleTest>;

/** The test functions in n dimensions: in the plane a multiplier is positive, and there is but one. */
export function cycleTests(n: number): Partial<Record<CycleTest, TestFunction<CyclePoint>>> {
  const steep = (a: CyclePoint, b: CyclePoint): boolean =>
    Math.max(Math.abs(a.tangent.parameter), Math.abs(b.tangent.parameter)) < vertical;
  const folds: Partial<Record<CycleTest, TestFunction<CyclePoint>>> = {
    fold: { value: ({ tangent }) => tangent.parameter, counts: (a, b) => !steep(a, b), pairs: true },
    "steep fold": {
      value: ({ multipliers }) => distancesFrom({ re: 1, im: 0 }, multipliers.nontrivial),
      counts: steep,
      resolved,
    },
  };
  const always: Partial<Record<CycleTest, TestFunction<CyclePoint>>> = {
    ...folds,
    branching: {
      value: ({ multipliers }) => distancesFrom({ re: 1, im: 0 }, multipliers.nontrivial),
      counts: (a, b) =>
        Math.min(Math.abs(a.tangent.parameter), Math.abs(b.tangent.parameter)) > onward &&
        a.tangent.parameter * b.tangent.parameter > 0,
      resolved,
    },
  };
  if (n < 3) return always;
  return {
    ...always,
    "period doubling": {
      value: ({ multipliers }) => distancesFrom({ re: -1, im: 0 }, multipliers.nontrivial),
      resolved,
    },
    torus: {
      value: ({ multipliers }) =>
        distancesFrom(
          { re: 1, im: 0 },
          pairsOf(multipliers.nontrivial).map(([a, b]) => multiply(a, b)),
        ),
      counts: (a, b) => nearlyNeutral(a) && nearlyNeutral(b),
      resolved,
    },
  };
}

/**
 * Whether the multipliers say anything: where the linearised flow along an orbit has lost the trivial one, as through a
 * canard, a change of sign of the others is not worth to be looked for.
 */
const resolved = (a: CyclePoint, b: CyclePoint): boolean => [a, b].every((p) => trivialError(p) < resolvable);

/** ∏ (z − c) / (1 + |z|) for c = ±1. */
export function distancesFrom(c: Complex, values: readonly Complex[]): number {
  return product(values.map((z) => over(add(z, { re: -c.re, im: -c.im }), 1 + modulus(z)))).re;
}

/** A torus is born where a complex pair crosses the unit circle; two real multipliers of product 1 are nothing. */
const nearlyNeutral = ({ multipliers }: CyclePoint): boolean =>
  multipliers.nontrivial.some((m) => m.im !== 0 && Math.abs(modulus(m) - 1) < 0.5);
