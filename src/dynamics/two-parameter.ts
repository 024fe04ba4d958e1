import { told } from "../checks/told.js";
import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireInterval, requireParameter } from "../checks/require.js";
import type { Model, ParameterOf } from "../model/model.js";
import { passes } from "./continuation/curve.js";
import type { CycleCurveKind, CycleCurveTest } from "./cycles/curves/curve-kinds.js";
import type { CycleCurve } from "./cycles/curves/cycle-curve.js";
import { cycleCurves, type Section } from "./cycles/curves/cycle-curves.js";
import { cyclePoints, drawnCycles } from "./cycles/curves/drawn-curves.js";
import { limitCycleBranches } from "./cycles/limit-cycle-branches.js";
import {
  bifurcationCurve,
  lyapunovAt,
  neutralProduct,
  type CodimensionTwoTest,
  type CurveKind,
  type FollowedCurve,
} from "./equilibria/bifurcation-curve.js";
import { namedState } from "./system/kinds.js";
import { residualAt } from "./equilibria/newton.js";
import { equilibriumBranches, type EquilibriumEvent } from "./equilibria/equilibrium-branch.js";
import { hopfFrequency, type EquilibriumPoint } from "./equilibria/equilibrium-tests.js";
import type { NamedState, Status } from "./system/kinds.js";
import { modelAt, statesOf, vectorFieldFamily, type VectorFieldFamily } from "./system/vector-field-family.js";

/** Where in the plane of two parameters equilibria and limit cycles bifurcate. */
export interface ParameterPlane {
  readonly model: string;
  /** The parameter to the right and the one upward. */
  readonly parameters: readonly [string, string];
  readonly units: Readonly<Record<string, string>>;
  readonly ranges: readonly [readonly [number, number], readonly [number, number]];
  readonly curves: readonly BifurcationCurve[];
  /** Of codimension two: "cusp", "Bogdanov-Takens", "Bautin"; of cycles cusps, loops and strong resonances. */
  readonly points: readonly CodimensionTwoPoint[];
  /** What could not be done, and why; empty if everything was. */
  readonly incomplete: readonly string[];
}

/** A curve of bifurcations in the plane of two parameters. */
export interface BifurcationCurve {
  readonly kind: CurveKind | CycleCurveKind;
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

/** What `bifurcationCurves` looks for. */
export interface BifurcationCurvesOptions {
  /** False for the bifurcations of equilibria alone, in a small part of the time. Default true. */
  readonly cycles?: boolean;
}

const slices = 4;
const cycleSlices = 2;

/**
 * The curves of saddle-nodes and Andronov-Hopf points in a plane of two parameters, followed from the points found
 * along the first one at several values of the second, with their cusps, Bogdanov-Takens and Bautin points; and those
 * of folds of cycles, period doublings, Neimark-Sacker points and saddle homoclinics, with cusps of cycles, strong
 * resonances, neutral saddle loops and saddle-node loops: from each Bautin point, and from what the branches of cycles
 * along the first parameter have, at the present value of the second and at two more. A homoclinic orbit is followed as
 * the cycle of one long period, that at which its parameter was found settled, as AUTO does: off by about e^{−λT}, λ
 * the eigenvalue of the saddle next to 0. What fails or is left to keep the time short is named in `incomplete`.
 *
 * @param ranges of the two parameters; default their slider ranges
 * @throws RangeError for unknown parameters or ranges that do not increase
 */
export function bifurcationCurves<M extends Model>(
  model: M,
  parameters: readonly [ParameterOf<M>, ParameterOf<M>],
  ranges?: readonly [readonly [number, number], readonly [number, number]],
  options: BifurcationCurvesOptions = {},
): ParameterPlane {
  requireModel("bifurcationCurves", model);
  const { cycles: withCycles = true } = knownOptions("bifurcationCurves", options, ["cycles"]);
  if (!Array.isArray(parameters) || parameters.length !== 2)
    throw new TypeError(`bifurcationCurves: parameters must be two names, as in ["I", "gK"], got ${told(parameters)}`);
  const [first, second] = parameters;
  const [across, up] = [first, second].map((name, k) => {
    requireParameter("bifurcationCurves", model, name);
    return requireInterval("bifurcationCurves", `the range of '${name}'`, ranges?.[k] ?? model.ranges[name]);
  });
  const plane = vectorFieldFamily(model, [first, second], [across, up]);
  const present = model.vector[model.parameterNames.indexOf(second)];
  const own = present >= up[0] && present <= up[1] ? [present] : [];
  const evenly = (count: number): number[] =>
    Array.from({ length: count }, (_, k) => up[0] + ((up[1] - up[0]) * (k + 0.5)) / count);
  const levels = [...own, ...evenly(slices)];
  const curves: FollowedCurve[] = [];
  const points: CodimensionTwoPoint[] = [];
  const incomplete: string[] = [];
  for (const level of levels) {
    const there = vectorFieldFamily(model.with({ [second]: level }), [first], [across]);
    for (const event of equilibriumBranches(there, across).flatMap(({ special }) => special)) {
      const kind = curveKindOf(event);
      if (kind === undefined || !event.located) continue;
      const { z: onLine } = event.point;
      const z = Float64Array.from(
        [...statesOf(there, onLine), onLine[there.n] * there.scale[there.n], level],
        (v, i) => v / plane.scale[i],
      );
      if (
        curves.some(
          (known) =>
            known.kind === kind &&
            passes(
              known.points.map((point) => point.z),
              z,
            ),
        )
      )
        continue;
      const curve = bifurcationCurve(plane, kind, z, [across, up]);
      curves.push(curve);
      for (const point of codimensionTwoPoints(plane, curve))
        if (points.every((other) => other.kind !== point.kind || apart(plane, other.values, point.values)))
          points.push(point);
    }
  }
  const followed =
    withCycles && !model.spiking.reset && plane.n > 1
      ? cyclesIn(plane, curves, [...own, ...evenly(cycleSlices)], [across, up], incomplete)
      : [];
  for (const point of followed.flatMap((curve) => cyclePoints(plane, curve)))
    if (points.every((other) => other.kind !== point.kind || apart(plane, other.values, point.values)))
      points.push(point);
  return {
    model: model.name,
    parameters: [first, second],
    units: model.units,
    ranges: [across, up],
    curves: [...curves.flatMap((curve) => drawn(plane, curve)), ...followed.map((curve) => drawnCycles(plane, curve))],
    points,
    incomplete,
  };
}

/** The curves of cycles that bifurcate, from the Bautin points on the curves of equilibria and from sections. */
function cyclesIn(
  plane: VectorFieldFamily,
  curves: readonly FollowedCurve[],
  levels: readonly number[],
  ranges: readonly [readonly [number, number], readonly [number, number]],
  incomplete: string[],
): CycleCurve[] {
  const [first, second] = plane.parameters;
  const sections = levels.map((level): Section => {
    const there = vectorFieldFamily(plane.model.with({ [second]: level }), [first], [ranges[0]]);
    const events = equilibriumBranches(there, ranges[0]).flatMap(({ special }) => special);
    const undone: string[] = [];
    const cycles = limitCycleBranches(there, events, ranges[0], undone, "undoubled");
    incomplete.push(...undone.map((words) => `at ${second} = ${level.toPrecision(6)}: ${words}`));
    return { level, family: there, cycles };
  });
  const bautin = curves.flatMap(({ special }) =>
    special.filter(({ test, located }) => test === "Bautin" && located).map(({ point }) => point),
  );
  return cycleCurves(plane, bautin, sections, ranges, incomplete);
}

/** The curve that starts where something happens along one parameter, if it is one of those followed. */
function curveKindOf({ test, point }: EquilibriumEvent): CurveKind | undefined {
  if (test === "fold") return "saddle-node";
  return test === "hopf" && hopfFrequency(point) !== undefined ? "Andronov-Hopf" : undefined;
}

function codimensionTwoPoints(plane: VectorFieldFamily, { special }: FollowedCurve): CodimensionTwoPoint[] {
  const { n, scale, parameters } = plane;
  return special.flatMap(({ test, point, located, residual }): CodimensionTwoPoint | [] => {
    if (!located || residual >= 0.5) return []; // a jump or a pole, no zero
    const model = modelAt(plane, point.z),
      y = statesOf(plane, point.z);
    return {
      kind: test,
      values: Object.fromEntries(parameters.map((name, k) => [name, point.z[n + k] * scale[n + k]])),
      state: namedState(model, y),
      status: residual < 1e-5 ? "refined" : "bracketed",
      residual: residualAt(model, y),
    };
  });
}

const apart = (plane: VectorFieldFamily, a: NamedState, b: NamedState): boolean =>
  plane.parameters.some((p, k) => Math.abs(a[p] - b[p]) > 1e-5 * plane.scale[plane.n + k]);

/**
 * The part of a curve that is a bifurcation: a curve of Andronov-Hopf points goes on, past a Bogdanov-Takens point, as
 * one of neutral saddles.
 */
function drawn(plane: VectorFieldFamily, { kind, points }: FollowedCurve): BifurcationCurve[] {
  const { n, scale, model, parameters } = plane;
  const pieces: EquilibriumPoint[][] = [[]];
  for (const point of points) {
    const piece = pieces[pieces.length - 1];
    if (kind === "saddle-node" || neutralProduct(point) > 0) piece.push(point);
    else if (piece.length > 0) pieces.push([]);
  }
  const values = (piece: readonly EquilibriumPoint[], names: readonly string[], from: number) =>
    Object.fromEntries(
      names.map((name, k) => [name, Float64Array.from(piece, ({ z }) => z[from + k] * scale[from + k])]),
    );
  return pieces
    .filter((piece) => piece.length > 1)
    .map((piece) => ({
      kind,
      values: values(piece, parameters, n),
      states: values(piece, model.stateNames, 0),
      ...(kind === "Andronov-Hopf" ? { lyapunov: Float64Array.from(piece, (point) => lyapunovAt(plane, point)) } : {}),
    }));
}
