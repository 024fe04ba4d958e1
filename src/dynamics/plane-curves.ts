import type { CycleCurveKind, CycleCurveTest } from "./cycles/curves/curve-kinds.js";
import { isRefined, stretchesOf, type CircleStretches, type SaddleNodeLoop } from "./cycles/curves/circle-stretches.js";
import {
  lyapunovAt,
  neutralProduct,
  type CodimensionTwoTest,
  type CurveKind,
  type FollowedCurve,
} from "./equilibria/bifurcation-curve.js";
import type { EquilibriumPoint } from "./equilibria/equilibrium-tests.js";
import { residualAt } from "./equilibria/newton.js";
import { namedState, type NamedState, type Status } from "./system/kinds.js";
import { modelAt, statesOf, type VectorFieldFamily } from "./system/vector-field-family.js";

/** A curve of bifurcations in the plane of two parameters. */
export interface BifurcationCurve {
  readonly kind: CurveKind | "saddle-node on invariant circle" | CycleCurveKind;
  /** Values of the two parameters along the curve. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** The equilibria; of cycles the points on them where the first state is largest. */
  readonly states: Readonly<Record<string, Float64Array>>;
  /** For Andronov-Hopf: first Lyapunov coefficient, negative where the bifurcation is supercritical. */
  readonly lyapunov?: Float64Array;
  /** ms, of cycles; of homoclinic orbits that of the cycle by which they are followed, the same all along. */
  readonly period?: Float64Array;
}

/** A point at which a curve of bifurcations changes its kind. */
export interface CodimensionTwoPoint {
  readonly kind: CodimensionTwoTest | CycleCurveTest;
  readonly values: NamedState;
  readonly state: NamedState;
  readonly status: Status;
  /**
   * How well the defining equations hold there: of an equilibrium the largest |dy/dt| per ms in widths of the ranges,
   * of a cycle the largest defect of the collocation equations over a period.
   */
  readonly residual: number;
}

/** The points of codimension two on a curve of equilibria. */
export function codimensionTwoPoints(plane: VectorFieldFamily, { special }: FollowedCurve): CodimensionTwoPoint[] {
  return special.flatMap(({ test, point, located, residual }): CodimensionTwoPoint | [] => {
    if (!located || residual >= 0.5) return []; // a jump or a pole, no zero
    return pointOfTwo(plane, test, point, residual < 1e-5 ? "refined" : "bracketed");
  });
}

/** The point at which the saddle-nodes of a curve begin to lie on circles. */
export const loopPoint = (plane: VectorFieldFamily, loop: SaddleNodeLoop): CodimensionTwoPoint =>
  pointOfTwo(plane, "saddle-node loop", loop.point, isRefined(loop) ? "refined" : "bracketed");

function pointOfTwo(
  plane: VectorFieldFamily,
  kind: CodimensionTwoPoint["kind"],
  { z }: EquilibriumPoint,
  status: Status,
): CodimensionTwoPoint {
  const { n, scale, parameters } = plane;
  const model = modelAt(plane, z),
    y = statesOf(plane, z);
  const values = Object.fromEntries(parameters.map((name, k) => [name, z[n + k] * scale[n + k]]));
  return { kind, values, state: namedState(model, y), status, residual: residualAt(model, y) };
}

/**
 * The parts of a curve that are bifurcations: a curve of Andronov-Hopf points goes on, past a Bogdanov-Takens point, as
 * one of neutral saddles, and one of saddle-nodes lies on invariant circles for a stretch.
 * @param circles where it does, if it was looked for
 */
export function drawnEquilibria(
  plane: VectorFieldFamily,
  curve: FollowedCurve,
  circles: CircleStretches | undefined,
): BifurcationCurve[] {
  const { n, scale, model, parameters } = plane;
  const pieces = parts[curve.kind](curve, circles);
  const values = (piece: readonly EquilibriumPoint[], names: readonly string[], from: number) =>
    Object.fromEntries(
      names.map((name, k) => [name, Float64Array.from(piece, ({ z }) => z[from + k] * scale[from + k])]),
    );
  return pieces
    .filter(({ points }) => points.length > 1)
    .map(({ kind, points }) => ({
      kind,
      values: values(points, parameters, n),
      states: values(points, model.stateNames, 0),
      ...(kind === "Andronov-Hopf" ? { lyapunov: Float64Array.from(points, (point) => lyapunovAt(plane, point)) } : {}),
    }));
}

interface Piece {
  readonly kind: BifurcationCurve["kind"];
  readonly points: readonly EquilibriumPoint[];
}

/** Which parts of a curve of a kind are bifurcations, and of what. */
const parts: Readonly<Record<CurveKind, (curve: FollowedCurve, circles: CircleStretches | undefined) => Piece[]>> = {
  "Andronov-Hopf": (curve) => rotating(curve).map((points) => ({ kind: curve.kind, points })),
  "saddle-node": (curve, circles) =>
    circles === undefined
      ? [curve]
      : stretchesOf(curve, circles).map(({ onCircle, points }) => ({
          kind: onCircle ? ("saddle-node on invariant circle" as const) : curve.kind,
          points,
        })),
};

/** The pieces of a curve on which two eigenvalues are ±iω, and not opposite and real. */
function rotating({ points }: FollowedCurve): EquilibriumPoint[][] {
  const pieces: EquilibriumPoint[][] = [[]];
  for (const point of points) {
    const piece = pieces[pieces.length - 1];
    if (neutralProduct(point) > 0) piece.push(point);
    else if (piece.length > 0) pieces.push([]);
  }
  return pieces;
}
