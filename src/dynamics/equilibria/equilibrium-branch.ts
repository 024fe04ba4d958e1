import type { Model } from "../../model/model.js";
import { bracketedRoot } from "../../numerics/root.js";
import { branchPoint } from "./branch-point.js";
import { correct, follow, tangentAt, type CurveEquations, type CurvePoint } from "../continuation/curve.js";
import { dot } from "../../numerics/dense.js";
import { determinant } from "../../numerics/linear-solve.js";
import { eigenvalues } from "../../numerics/eigen.js";
import { equilibria } from "./equilibria.js";
import { modelAt, stateJacobian, statesOf, type Family } from "../system/vector-field-family.js";
import type { Complex } from "../../numerics/complex.js";
import { signature } from "../system/kinds.js";

/** A point on a branch of equilibria, z = (states, parameter) in the units of the family. */
export interface BranchPoint extends CurvePoint {
  readonly eigenvalues: readonly Complex[];
}

/**
 * Where a test function is zero: the point itself, or the two between which it changes sign when it could not be
 * located.
 */
export interface Crossing {
  readonly test: TestName;
  /** Position along the branch, in points. */
  readonly index: number;
  readonly point: BranchPoint;
  readonly before: BranchPoint;
  readonly after: BranchPoint;
  readonly located: boolean;
}

export interface Branch {
  readonly points: readonly BranchPoint[];
  readonly crossings: readonly Crossing[];
  /** Set if the branch ends inside the range, or was cut off. */
  readonly problem?: string;
}

export type TestName = keyof typeof tests;

/**
 * Functions that change sign along a branch of equilibria where something happens. "fold": the parameter turns back.
 * "hopf": two eigenvalues sum to zero. "branching": the equations for the branch itself are singular, so another branch
 * crosses. "threshold": the equilibrium reaches the threshold of a model with reset, beyond which it is none.
 */
const tests = {
  fold: (family: Family, { tangent }: BranchPoint): number => tangent[family.n],
  hopf: (_: Family, { eigenvalues: e }: BranchPoint): number => sumProduct(e),
  branching: (family: Family, { z, tangent }: BranchPoint): number => {
    const { n, size } = family;
    const A = new Float64Array(size * size);
    family.jacobian(z, A);
    A.set(tangent, n * size);
    return determinant(A, size);
  },
  threshold: (family: Family, { z }: BranchPoint): number =>
    family.model.kernels.threshold(statesOf(family, z), modelAt(family, z).vector),
} as const;

/**
 * ∏_{i<j} (λ_i + λ_j), the determinant of the bialternate product 2A ⊙ 1 (Kuznetsov 2004, 10.2.2), each factor over the
 * size of its pair.
 */
function sumProduct(e: readonly Complex[]): number {
  let re = 1,
    im = 0;
  for (let i = 0; i < e.length; i++) {
    for (let j = i + 1; j < e.length; j++) {
      const size = Math.hypot(e[i].re, e[i].im) + Math.hypot(e[j].re, e[j].im) || 1;
      const a = (e[i].re + e[j].re) / size,
        b = (e[i].im + e[j].im) / size;
      [re, im] = [re * a - im * b, re * b + im * a];
    }
  }
  return re; // complex factors come in conjugate pairs
}

const longestStep = 0.02; // in widths of the ranges: a smooth drawing, and no two crossings in one step
const sections = 8; // parameter values in the range, besides its ends, at which equilibria are looked for

/** All branches of equilibria over a range of the one free parameter of a family. */
export function equilibriumBranches(family: Family, [low, high]: readonly [number, number]): Branch[] {
  const { model, n, scale } = family;
  const name = family.parameters[0];
  const values = [
    low,
    high,
    ...Array.from({ length: sections }, (_, k) => low + ((high - low) * (k + 0.618)) / (sections + 0.236)),
  ];
  const seeds = values.flatMap((value) => seedsAt(model, family, name, value));
  const curve: CurveEquations = { size: family.size, residual: family.field, jacobian: family.jacobian };
  const bounds = model.stateNames.map((state, i) => {
    const [a, b] = model.ranges[state];
    return [(a - (b - a)) / scale[i], (b + (b - a)) / scale[i]] as const;
  });
  const inRange = (z: Float64Array): boolean => z[n] * scale[n] >= low && z[n] * scale[n] <= high;
  const inside = (z: Float64Array): boolean => inRange(z) && bounds.every(([a, b], i) => z[i] >= a && z[i] <= b);
  const branches: Branch[] = [];
  for (const seed of seeds) {
    if (branches.some((branch) => passesThrough(curve, branch, seed, n))) continue;
    branches.push(branchThrough(family, curve, seed, inside, [low / scale[n], high / scale[n]]));
  }
  return branches;
}

function seedsAt(model: Model, family: Family, name: string, value: number): Float64Array[] {
  return equilibria(model.with({ [name]: value })).map((e) =>
    Float64Array.from([...model.stateNames.map((s) => e.state[s]), value], (v, i) => v / family.scale[i]),
  );
}

function branchThrough(
  family: Family,
  curve: CurveEquations,
  seed: Float64Array,
  inside: (z: Float64Array) => boolean,
  range: readonly [number, number],
): Branch {
  const { n } = family;
  const along = new Float64Array(n + 1);
  along[n] = 1;
  const start: CurvePoint = { z: seed, tangent: tangentAt(curve, seed, along) };
  const forward = follow(curve, start, inside, longestStep);
  const reversed: CurvePoint = { z: seed, tangent: start.tangent.map((v) => -v) };
  const backward = forward.end === "closed" ? undefined : follow(curve, reversed, inside, longestStep);
  const ends = [forward.end, backward?.end ?? "closed"];
  const turned = (backward?.points ?? [])
    .slice(1)
    .reverse()
    .map(({ z, tangent }) => ({ z, tangent: tangent.map((v) => -v) }));
  const all = [...turned, ...forward.points];
  const points = clipped(curve, all, inside, range, n).map((point) => withEigenvalues(family, point));
  const problem = ends.find((end) => end === "step too small" || end === "too many points");
  return {
    points,
    crossings: crossingsOf(family, curve, points),
    ...(problem ? { problem: `a branch of equilibria could not be followed to the end of the range: ${problem}` } : {}),
  };
}

/**
 * The points inside, each end that lies outside replaced by the point on the border of the range, if that is what it
 * left by.
 */
function clipped(
  curve: CurveEquations,
  points: readonly CurvePoint[],
  inside: (z: Float64Array) => boolean,
  range: readonly [number, number],
  n: number,
): CurvePoint[] {
  const kept = points.filter(({ z }) => inside(z));
  const normal = new Float64Array(n + 1);
  normal[n] = 1;
  const border = (out: CurvePoint | undefined, last: CurvePoint | undefined): CurvePoint[] => {
    if (out === undefined || last === undefined || inside(out.z)) return [];
    const limit = out.z[n] > range[1] ? range[1] : out.z[n] < range[0] ? range[0] : undefined;
    if (limit === undefined || last.z[n] === limit) return [];
    const share = (limit - last.z[n]) / (out.z[n] - last.z[n]);
    const guess = last.z.map((v, i) => v + share * (out.z[i] - v));
    guess[n] = limit;
    const corrected = correct(curve, guess, normal);
    return corrected ? [{ z: corrected.z.with(n, limit), tangent: tangentAt(curve, corrected.z, last.tangent) }] : [];
  };
  return [...border(points[0], kept[0]), ...kept, ...border(points[points.length - 1], kept[kept.length - 1])];
}

const withEigenvalues = (family: Family, point: CurvePoint): BranchPoint => ({
  ...point,
  eigenvalues: eigenvalues(stateJacobian(family, point.z), family.n),
});

function passesThrough(curve: CurveEquations, { points }: Branch, seed: Float64Array, n: number): boolean {
  const normal = new Float64Array(n + 1);
  normal[n] = 1;
  return points.slice(1).some(({ z: b }, k) => {
    const a = points[k].z;
    if ((a[n] - seed[n]) * (b[n] - seed[n]) > 0) return false;
    const share = a[n] === b[n] ? 0 : (seed[n] - a[n]) / (b[n] - a[n]);
    const guess = a.map((v, i) => v + share * (b[i] - v));
    if (guess.some((v, i) => Math.abs(v - seed[i]) > 2 * longestStep)) return false;
    const at = correct(curve, guess, normal)?.z ?? guess;
    return at.every((v, i) => Math.abs(v - seed[i]) < 1e-6);
  });
}

function crossingsOf(family: Family, curve: CurveEquations, points: readonly BranchPoint[]): Crossing[] {
  const found: Crossing[] = [];
  const names = (Object.keys(tests) as TestName[]).filter(
    (test) => (test !== "hopf" || family.n > 1) && (test !== "threshold" || family.model.spiking.reset),
  );
  for (const test of names) {
    const values = points.map((point) => tests[test](family, point));
    for (let k = 0; k + 1 < points.length; k++) {
      const counted = values[k] === 0 && k > 0; // as the end of the step before
      if (values[k] * values[k + 1] <= 0 && !counted)
        found.push(locate(family, curve, test, points[k], points[k + 1], k));
      if (k > 0) found.push(...touches(family, curve, test, points, values, k));
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Two zeros hidden between points of the same sign: looked for where the test function comes closest to zero. */
function touches(
  family: Family,
  curve: CurveEquations,
  test: TestName,
  points: readonly BranchPoint[],
  values: readonly number[],
  k: number,
): Crossing[] {
  const [a, b, c] = [values[k - 1], values[k], values[k + 1]].map((v) => v * Math.sign(values[k]));
  if (!(a > b && c > b && b > 0) || b - Math.min(a - b, c - b) > 0) return [];
  for (const [from, to] of [
    [k - 1, k],
    [k, k + 1],
  ]) {
    for (let part = 1; part < 16; part++) {
      const inner = between(family, curve, points[from], points[to], part / 16);
      if (inner === undefined || tests[test](family, inner) * values[k] >= 0) continue;
      return [
        locate(family, curve, test, points[from], inner, from),
        locate(family, curve, test, inner, points[to], from + part / 16),
      ];
    }
  }
  return [];
}

/** The point of the branch at a share of the way from a to b. */
function between(
  family: Family,
  curve: CurveEquations,
  a: BranchPoint,
  b: BranchPoint,
  share: number,
): BranchPoint | undefined {
  const chord = b.z.map((v, i) => v - a.z[i]);
  const length = Math.sqrt(dot(chord, chord));
  const corrected = correct(
    curve,
    a.z.map((v, i) => v + share * chord[i]),
    chord.map((v) => v / length),
  );
  return corrected && withEigenvalues(family, { z: corrected.z, tangent: tangentAt(curve, corrected.z, a.tangent) });
}

function locate(
  family: Family,
  curve: CurveEquations,
  test: TestName,
  a: BranchPoint,
  b: BranchPoint,
  index: number,
): Crossing {
  if (test === "branching") return locateBranching(family, a, b, index);
  let lost = false;
  const value = (share: number): number => {
    const point = share === 0 ? a : share === 1 ? b : between(family, curve, a, b, share);
    if (point === undefined) lost = true;
    return point === undefined ? NaN : tests[test](family, point);
  };
  const fa = value(0),
    fb = value(1);
  const share = fb === 0 ? 1 : fa === 0 ? 0 : bracketedRoot(value, 0, 1, fa, fb, 1e-14);
  const at = (s: number): BranchPoint => (s <= 0 ? a : s >= 1 ? b : (between(family, curve, a, b, s) ?? b));
  if (lost) return { test, index: index + 0.5, point: a, before: a, after: b, located: false };
  return {
    test,
    index: index + share,
    point: at(share),
    before: at(share - 1e-9),
    after: at(share + 1e-9),
    located: true,
  };
}

/** Where branches cross, from the straight line between two points of this one. */
function locateBranching(family: Family, a: BranchPoint, b: BranchPoint, index: number): Crossing {
  const [fa, fb] = [tests.branching(family, a), tests.branching(family, b)];
  const share = fa === fb ? 0.5 : fa / (fa - fb);
  const z = branchPoint(
    family,
    a.z.map((v, i) => v + share * (b.z[i] - v)),
  );
  const near =
    z !== undefined &&
    Math.hypot(...z.map((v, i) => v - a.z[i] - share * (b.z[i] - a.z[i]))) <
      Math.hypot(...b.z.map((v, i) => v - a.z[i]));
  if (!near) return { test: "branching", index: index + 0.5, point: a, before: a, after: b, located: false };
  const point = withEigenvalues(family, { z, tangent: a.tangent });
  return {
    test: "branching",
    index: index + Math.min(0.999, Math.max(0.001, share)),
    point,
    before: point,
    after: point,
    located: true,
  };
}

/** How many eigenvalues have positive real part. */
export const unstableCount = (point: BranchPoint): number => signature(point.eigenvalues).unstable;
