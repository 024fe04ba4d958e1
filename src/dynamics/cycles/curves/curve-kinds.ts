import { distance, modulus, multiply, pairsOf, type Complex } from "../../../numerics/complex.js";
import { eigenvalues } from "../../../numerics/eigen.js";
import type { TestFunction } from "../../continuation/problem.js";
import { newton } from "../../equilibria/newton.js";
import { modelAt, stateJacobian, statesOf, type VectorFieldFamily } from "../../system/vector-field-family.js";
import type { CyclePoint } from "../cycle-point.js";
import { distancesFrom } from "../cycle-tests.js";
import { slowestPoint } from "../homoclinic.js";
import { floquetMultipliers } from "../orbit/floquet.js";
import type { Orbit } from "../orbit/orbit-polynomial.js";
import { propagators } from "../orbit/propagators.js";
import type { SurfaceOrbit } from "../orbit/solve-orbit.js";
import { projectedArea, type Chart } from "./surface.js";

/**
 * The bifurcations of cycles that are followed in two parameters. A "saddle homoclinic" is followed as the cycle of one
 * long period, as AUTO does: off by about e^{−λT}, λ the eigenvalue of the saddle next to 0.
 */
export type CycleCurveKind = "fold of cycles" | "period doubling" | "Neimark-Sacker" | "saddle homoclinic";

/**
 * What happens on such a curve; in a "saddle-node loop" one of homoclinic orbits ends, on that of saddle-nodes. At the
 * strong resonances the multipliers of a Neimark-Sacker point are a first, second, third or fourth root of 1: the
 * first two end its curve.
 */
export type CycleCurveTest =
  | "cusp of cycles"
  | "neutral saddle loop"
  | "saddle-node loop"
  | "1:1 resonance"
  | "1:2 resonance"
  | "1:3 resonance"
  | "1:4 resonance";

/** What the test functions look at. */
interface Tested {
  readonly chart: Chart;
  readonly cycle: CyclePoint;
  /** 1/ms, of the saddle by which a homoclinic orbit passes. */
  readonly saddle: readonly Complex[] | undefined;
}

const precision = 1e-6; // of the multipliers

/** The number that is zero along a curve through an orbit. */
export function functionOf(
  plane: VectorFieldFamily,
  kind: CycleCurveKind,
  { logPeriod }: Orbit,
): (at: SurfaceOrbit) => number {
  switch (kind) {
    case "fold of cycles":
      return (at) => projectedArea(plane.n, at);
    case "period doubling":
      return ({ orbit }) => {
        const { matrices, directions } = propagators(plane, orbit, precision);
        return distancesFrom({ re: -1, im: 0 }, floquetMultipliers(matrices, plane.n, directions).nontrivial);
      };
    case "Neimark-Sacker":
      return ({ orbit }) => {
        const { matrices, directions } = propagators(plane, orbit, precision);
        return tori(floquetMultipliers(matrices, plane.n, directions).nontrivial);
      };
    case "saddle homoclinic":
      return ({ orbit }) => orbit.logPeriod - logPeriod;
  }
}

/** What is looked for along the curves of a kind. */
export function curveTests<Point extends Tested>(
  kind: CycleCurveKind,
): Partial<Record<CycleCurveTest, TestFunction<Point>>> {
  switch (kind) {
    case "fold of cycles": // at a cusp both parameters stand still along the curve, and go back
      return {
        "cusp of cycles": {
          value: ({ chart: { tangent, normal } }) =>
            tangent.parameter * normal.parameter + tangent.second * normal.second,
          counts: ({ chart: { tangent: a } }, { chart: { tangent: b } }) =>
            a.parameter * b.parameter + a.second * b.second < 0,
        },
      };
    case "period doubling":
      return {};
    case "Neimark-Sacker":
      return {
        "1:3 resonance": { value: ({ cycle }) => turnOf(cycle) + 0.5 },
        "1:4 resonance": { value: ({ cycle }) => turnOf(cycle) },
      };
    case "saddle homoclinic":
      return { "neutral saddle loop": { value: ({ saddle }) => (saddle ? saddleQuantity(saddle) : NaN) } };
  }
}

/** Zero where two multipliers have the product 1. */
const tori = (values: readonly Complex[]): number =>
  distancesFrom(
    { re: 1, im: 0 },
    pairsOf(values).map(([a, b]) => multiply(a, b)),
  );

/**
 * The cosine of the angle of the two multipliers whose product is next to 1; beyond ±1, where they are real, half
 * their sum: no torus is born there.
 */
export function turnOf({ multipliers }: CyclePoint): number {
  const off = ([first, second]: readonly [Complex, Complex]): number =>
    distance(multiply(first, second), { re: 1, im: 0 });
  const [a, b] = pairsOf(multipliers.nontrivial).reduce((best, pair) => (off(pair) < off(best) ? pair : best));
  return (a.re + b.re) / 2;
}

/** The sum of the eigenvalues next to 0 on either side, over the sum of their sizes. */
function saddleQuantity(values: readonly Complex[]): number {
  const real = values.map(({ re }) => re);
  const unstable = Math.min(...real.filter((x) => x > 0)),
    stable = Math.max(...real.filter((x) => x < 0));
  return (unstable + stable) / (unstable - stable);
}

/** Of an eigenvalue next to 0 times the period: from here on a saddle is about to meet a node. */
const almostZero = 10;

/** Whether the saddle of the last orbit of a curve is about to vanish in a saddle-node. */
export const vanishes = (saddle: readonly Complex[], period: number): boolean =>
  Math.min(...saddle.map(modulus)) * period < almostZero;

/** The eigenvalues, 1/ms, of the saddle by which an orbit passes, if it does. */
export function saddleBy(plane: VectorFieldFamily, orbit: Orbit): readonly Complex[] | undefined {
  const { n, scale } = plane;
  const slowest = slowestPoint(plane, orbit);
  const { y, residual } = newton(modelAt(plane, slowest), statesOf(plane, slowest));
  const z = slowest.map((v, i) => (i < n ? y[i] / scale[i] : v));
  if (!(residual < 1e-9) || !(Math.hypot(...z.map((v, i) => v - slowest[i])) < 0.1)) return undefined;
  const values = eigenvalues(stateJacobian(plane, z), n);
  return values.some(({ re }) => re > 0) && values.some(({ re }) => re < 0) ? values : undefined;
}
