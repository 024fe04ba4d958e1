import { dot } from "../../numerics/dense.js";
import { branchThrough, type Branch } from "../continuation/branch.js";
import {
  axis,
  closes,
  correct,
  curveSteps,
  tangentAt,
  type CurveEquations,
  type CurvePoint,
} from "../continuation/curve.js";
import type { ContinuationProblem } from "../continuation/problem.js";
import type { SpecialPoint } from "../continuation/special-points.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { withCorners } from "./corner-events.js";
import { crossingAt, liesOnLine } from "./crossing-branches.js";
import { isOneCurve } from "./elimination.js";
import { boxNear, equilibriaNear } from "./equilibria.js";
import { equilibriumTests, withEigenvalues, type EquilibriumPoint, type EquilibriumTest } from "./equilibrium-tests.js";

/** A branch of equilibria, and what its test functions found on it. */
export type ContinuedEquilibria = Branch<EquilibriumPoint, EquilibriumTest, "outside">;
/** Where something happens on a branch of equilibria. */
export type EquilibriumEvent = SpecialPoint<EquilibriumPoint, EquilibriumTest>;

type EquilibriumProblem = ContinuationProblem<EquilibriumPoint, EquilibriumTest, "outside">;

const longestStep = 0.02; // in widths of the ranges: a smooth drawing, and no two events of one kind in a step
const mostCrossings = 40; // branch points at which the branches that cross are looked for
const mostCuts = 4; // told one by one
const offCrossing = 0.01; // along the direction of a branch that crosses
const sections = 8; // parameter values in the range, besides its ends, at which equilibria may have to be looked for

/**
 * All branches of equilibria over a range of the one free parameter of a family: those through the equilibria at some
 * values of it, and those that cross them, but for lines at one value.
 * @param incomplete to which is added what was not searched
 * @param known where each branch passes through, if that is known
 */
export function equilibriumBranches(
  family: VectorFieldFamily,
  range: readonly [number, number],
  incomplete: string[] = [],
  known?: readonly Float64Array[],
): ContinuedEquilibria[] {
  const [low, high] = range;
  const curve = equilibriumCurve(family);
  const problem = equilibriumProblem(family, curve, range);
  const upward = axis(family.size, family.n);
  const branches: ContinuedEquilibria[] = [];
  const follow = (z: Float64Array, along: Float64Array): void => {
    const start = withEigenvalues(family, { z, tangent: tangentAt(curve, z, along) });
    branches.push(withCorners(family, branchThrough(problem, start)));
  };
  const unsearched: string[] = [];
  const followAll = (starts: readonly Float64Array[]): void => {
    for (const z of starts) if (!branches.some((branch) => passesThrough(curve, branch, z))) follow(z, upward);
  };
  const startsAt = (values: readonly number[]): Float64Array[] =>
    values.flatMap((value) => equilibriaAt(family, value, unsearched));
  followAll(known ?? startsAt([low, high]));
  if (known === undefined && (unsearched.length > 0 || !areAll(family, branches, range)))
    followAll(
      startsAt(Array.from({ length: sections }, (_, k) => low + ((high - low) * (k + 0.618)) / (sections + 0.236))),
    );
  if (unsearched.length > 0)
    incomplete.push("not all of the window was searched for equilibria: branches of them may be missing");
  const crossed: Float64Array[] = [];
  for (let k = 0; k < branches.length; k++)
    for (const { test, located, point } of branches[k].special) {
      const { z } = point;
      if (test !== "branching" || !located || crossed.length >= mostCrossings) continue;
      if (crossed.some((other) => other.every((v, i) => Math.abs(v - z[i]) < 1e-6))) continue;
      crossed.push(z);
      if (liesOnLine(family, z)) continue;
      for (const { start, along } of besidesCrossing(family, curve, z))
        if (!branches.some((branch) => liesOn(problem, branch, start))) follow(start, along);
    }
  return branches;
}

/**
 * Whether branches through all equilibria at the ends of a range are proved to be all over it: each goes from end to
 * end, and equilibria are one curve.
 */
function areAll(
  { model, n, scale, parameters }: VectorFieldFamily,
  branches: readonly ContinuedEquilibria[],
  range: readonly [number, number],
): boolean {
  if (branches.length === 0 || model.spiking.reset) return false;
  const atEnd = ({ z }: EquilibriumPoint): boolean => range.includes(z[n] * scale[n]);
  if (!branches.every(({ points }) => atEnd(points[0]) && atEnd(points[points.length - 1]))) return false;
  return isOneCurve(model, parameters[0], range, boxNear(model));
}

/** A point on either side of a branch point on each of the branches that cross there. */
function besidesCrossing(
  family: VectorFieldFamily,
  curve: CurveEquations,
  z: Float64Array,
): { readonly start: Float64Array; readonly along: Float64Array }[] {
  return (crossingAt(family, z) ?? []).flatMap((direction) =>
    [1, -1].flatMap((sign) => {
      const along = direction.map((v) => sign * v);
      const guess = z.map((v, i) => v + offCrossing * along[i]);
      const corrected = correct(curve, guess, along);
      return corrected ? [{ start: corrected.z, along }] : [];
    }),
  );
}

/** Whether a solution is what is found at its place between two points of a branch. */
function liesOn({ between }: EquilibriumProblem, { points }: ContinuedEquilibria, z: Float64Array): boolean {
  return points.slice(1).some((b, k) => {
    const a = points[k];
    const chord = b.z.map((v, i) => v - a.z[i]),
      gap = z.map((v, i) => v - a.z[i]);
    const square = dot(chord, chord),
      share = dot(gap, chord) / square;
    if (!(share >= 0 && share <= 1 && dot(gap, gap) < 2 * square)) return false;
    const there = between(a, b)(share);
    return there?.z.every((v, i) => Math.abs(v - z[i]) < 1e-6);
  });
}

/** f(z) = 0, z the states and the parameter in the units of the family. */
const equilibriumCurve = ({ size, field, jacobian }: VectorFieldFamily): CurveEquations => ({
  size,
  residual: field,
  jacobian,
});

function equilibriaAt(
  { model, parameters, scale }: VectorFieldFamily,
  value: number,
  unsearched: string[],
): Float64Array[] {
  return equilibriaNear(model.with({ [parameters[0]]: value }), unsearched).map(({ state }) =>
    Float64Array.from([...model.stateNames.map((name) => state[name]), value], (v, i) => v / scale[i]),
  );
}

/** Equilibria along the parameter of a family, within a range of it and thrice the range of each state. */
function equilibriumProblem(
  family: VectorFieldFamily,
  curve: CurveEquations,
  range: readonly [number, number],
): EquilibriumProblem {
  const { model, n, scale } = family;
  const limits = [
    ...model.stateNames.map((name, i) => {
      const [low, high] = model.ranges[name];
      return [(low - (high - low)) / scale[i], (high + (high - low)) / scale[i]] as const;
    }),
    [range[0] / scale[n], range[1] / scale[n]] as const,
  ];
  const inside = (z: Float64Array): boolean => limits.every(([low, high], i) => z[i] >= low && z[i] <= high);
  const steps = curveSteps(curve, longestStep, (point) => withEigenvalues(family, point));
  return {
    ...steps,
    tests: equilibriumTests(family),
    precision: 1e-14,
    stop(progress) {
      const { start, points } = progress;
      const last = points[points.length - 1];
      if (inside(last.z)) return closes(progress, longestStep) ? { end: "closed" } : undefined;
      const border = onBorder(curve, points[points.length - 2] ?? start, last, limits[n]);
      return { end: "outside", last: border ? [withEigenvalues(family, border)] : [] };
    },
  };
}

/** The point between two at which the branch leaves the range of the parameter, if it does. */
function onBorder(
  curve: CurveEquations,
  inside: CurvePoint,
  outside: CurvePoint,
  [low, high]: readonly [number, number],
): CurvePoint | undefined {
  const n = curve.size - 1;
  const limit = outside.z[n] > high ? high : outside.z[n] < low ? low : undefined;
  if (limit === undefined || inside.z[n] === limit) return undefined;
  const share = (limit - inside.z[n]) / (outside.z[n] - inside.z[n]);
  const guess = inside.z.map((v, i) => v + share * (outside.z[i] - v)).with(n, limit);
  const corrected = correct(curve, guess, axis(curve.size, n));
  return corrected && { z: corrected.z.with(n, limit), tangent: tangentAt(curve, corrected.z, inside.tangent) };
}

/** Whether a branch passes through an equilibrium. */
function passesThrough(curve: CurveEquations, { points }: ContinuedEquilibria, z: Float64Array): boolean {
  const n = curve.size - 1;
  return points.slice(1).some(({ z: b }, k) => {
    const a = points[k].z;
    if ((a[n] - z[n]) * (b[n] - z[n]) > 0) return false;
    const share = a[n] === b[n] ? 0 : (z[n] - a[n]) / (b[n] - a[n]);
    const guess = a.map((v, i) => v + share * (b[i] - v));
    if (guess.some((v, i) => Math.abs(v - z[i]) > 2 * longestStep)) return false;
    const at = correct(curve, guess, axis(curve.size, n))?.z ?? guess;
    return at.every((v, i) => Math.abs(v - z[i]) < 1e-6);
  });
}

/** Where a branch was left because a state went out of its window. */
export interface Cut {
  readonly name: string;
  readonly value: number;
  readonly parameter: number;
}

/** Where branches were left because a state went out of its window, and not at an end of the range. */
export function cutsOf(
  { model, n, scale }: VectorFieldFamily,
  branches: readonly ContinuedEquilibria[],
  [low, high]: readonly [number, number],
): Cut[] {
  const beyond = (z: Float64Array): Cut & { readonly share: number } =>
    model.stateNames
      .map((name, i) => {
        const [a, b] = model.ranges[name];
        const value = z[i] * scale[i];
        return { name, value, parameter: z[n] * scale[n], share: Math.abs(value - (a + b) / 2) / (b - a) };
      })
      .reduce((most, one) => (one.share > most.share ? one : most));
  return branches.flatMap(({ points, ends }) =>
    [points[0], points[points.length - 1]].flatMap(({ z }, side) => {
      const cut = beyond(z);
      const inside = Math.min(cut.parameter - low, high - cut.parameter) > 1e-9 * (high - low);
      // half the window, and one more: it is left at 1.5
      return ends[side] === "outside" && inside && cut.share >= 1.4 ? [cut] : [];
    }),
  );
}

/** The same in words: the branch may go on there. */
export function cutBranches(
  family: VectorFieldFamily,
  branches: readonly ContinuedEquilibria[],
  range: readonly [number, number],
): string[] {
  const [by] = family.parameters;
  const cuts = cutsOf(family, branches, range).map(({ name, value, parameter }) => {
    const there = `${by} = ${parameter.toPrecision(6)}, where ${name} = ${value.toPrecision(4)}`;
    return `a branch of equilibria leaves the window of ${name} at ${there}: a wider range of ${name} shows more`;
  });
  const different = [...new Set(cuts)];
  if (different.length <= mostCuts) return different;
  const rest = `branches of equilibria leave the windows of states at ${different.length - mostCuts} more places`;
  return [...different.slice(0, mostCuts), rest];
}
