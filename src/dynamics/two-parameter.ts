import type { Model } from "../model/model.js";
import { bracketedRoot } from "../numerics/root.js";
import { checkedRange } from "./bifurcations.js";
import { correct, follow, tangentAt, type CurveEquations, type CurvePoint } from "./continuation/curve.js";
import { dot } from "../numerics/dense.js";
import { determinant } from "../numerics/linear-solve.js";
import { eigenvalues } from "../numerics/eigen.js";
import { equilibriumBranches } from "./equilibria/equilibrium-branch.js";
import { frequencyAt } from "./equilibria/equilibrium-points.js";
import { namedState, residualAt } from "./equilibria/equilibria.js";
import { family, modelAt, stateJacobian, statesOf, type Family } from "./system/vector-field-family.js";
import type { Complex } from "../numerics/complex.js";
import type { BifurcationKind, NamedState, Status } from "./system/kinds.js";
import { foldForm, lyapunovCoefficient } from "./equilibria/normal-form.js";

/** Where in the plane of two parameters equilibria bifurcate. */
export interface ParameterPlane {
  readonly model: string;
  /** The parameter to the right and the one upward. */
  readonly parameters: readonly [string, string];
  readonly units: Readonly<Record<string, string>>;
  readonly ranges: readonly [readonly [number, number], readonly [number, number]];
  readonly curves: readonly BifurcationCurve[];
  /** "cusp", "Bogdanov-Takens" and "Bautin" points. */
  readonly points: readonly CodimensionTwoPoint[];
}

export interface BifurcationCurve {
  readonly kind: "saddle-node" | "Andronov-Hopf";
  /** Values of the two parameters along the curve. */
  readonly values: Readonly<Record<string, Float64Array>>;
  readonly states: Readonly<Record<string, Float64Array>>;
  /** For Andronov-Hopf: first Lyapunov coefficient, negative where the bifurcation is supercritical. */
  readonly lyapunov?: Float64Array;
}

export interface CodimensionTwoPoint {
  readonly kind: Extract<BifurcationKind, "cusp" | "Bogdanov-Takens" | "Bautin">;
  readonly values: NamedState;
  readonly state: NamedState;
  readonly status: Status;
  readonly residual: number;
}

const longestStep = 0.02;
const slices = 4;

/**
 * The curves of saddle-nodes and Andronov-Hopf points in a plane of two parameters, followed from the points found
 * along the first one at several values of the second, with their cusps, Bogdanov-Takens and Bautin points.
 *
 * @param ranges of the two parameters; default their slider ranges
 * @throws RangeError for unknown parameters or ranges that do not increase
 */
export function bifurcationCurves(
  model: Model,
  [first, second]: readonly [string, string],
  ranges?: readonly [readonly [number, number], readonly [number, number]],
): ParameterPlane {
  const [across, up] = [
    checkedRange(model, first, ranges?.[0] ?? model.ranges[first]),
    checkedRange(model, second, ranges?.[1] ?? model.ranges[second]),
  ];
  const plane = family(model, [first, second], [across, up]);
  const present = model.vector[model.parameterNames.indexOf(second)];
  const levels = [
    ...(present >= up[0] && present <= up[1] ? [present] : []),
    ...Array.from({ length: slices }, (_, k) => up[0] + ((up[1] - up[0]) * (k + 0.5)) / slices),
  ];
  const traced: Traced[] = [];
  const points: CodimensionTwoPoint[] = [];
  for (const level of levels) {
    const there = family(model.with({ [second]: level }), [first], [across]);
    for (const crossing of equilibriumBranches(there, across).flatMap((branch) => branch.crossings)) {
      const kind =
        crossing.test === "fold"
          ? "saddle-node"
          : crossing.test === "hopf" && frequencyAt(crossing.point) !== undefined
            ? "Andronov-Hopf"
            : undefined;
      if (kind === undefined || !crossing.located) continue;
      const z = Float64Array.from(
        [...statesOf(there, crossing.point.z), crossing.point.z[there.n] * there.scale[there.n], level],
        (v, i) => v / plane.scale[i],
      );
      if (traced.some((curve) => curve.kind === kind && passes(curve, z))) continue;
      const curve = trace(plane, kind, z, [across, up]);
      traced.push(curve);
      for (const point of codimensionTwo(plane, curve))
        if (points.every((other) => other.kind !== point.kind || apart(plane, other.values, point.values)))
          points.push(point);
    }
  }
  return {
    model: model.name,
    parameters: [first, second],
    units: model.units,
    ranges: [across, up],
    curves: traced.flatMap((curve) => drawn(plane, curve)),
    points,
  };
}

interface Traced {
  readonly kind: BifurcationCurve["kind"];
  readonly equations: CurveEquations;
  readonly points: readonly CurvePoint[];
}

function trace(
  plane: Family,
  kind: BifurcationCurve["kind"],
  z: Float64Array,
  [across, up]: readonly [readonly [number, number], readonly [number, number]],
): Traced {
  const { n, scale, model } = plane;
  const equations = bifurcationEquations(plane, kind, z);
  const inside = (p: Float64Array): boolean =>
    [across, up].every(([low, high], k) => p[n + k] * scale[n + k] >= low && p[n + k] * scale[n + k] <= high) &&
    model.stateNames.every(
      (name, i) =>
        Math.abs(p[i] * scale[i] - (model.ranges[name][0] + model.ranges[name][1]) / 2) <=
        1.5 * (model.ranges[name][1] - model.ranges[name][0]),
    );
  const upward = new Float64Array(n + 2);
  upward[n + 1] = 1;
  const start: CurvePoint = { z, tangent: tangentAt(equations, z, upward) };
  const one = follow(equations, start, inside, longestStep);
  const other =
    one.end === "closed"
      ? undefined
      : follow(equations, { z, tangent: start.tangent.map((v) => -v) }, inside, longestStep);
  const back = (other?.points ?? [])
    .slice(1)
    .reverse()
    .map((p) => ({ z: p.z, tangent: p.tangent.map((v) => -v) }));
  return { kind, equations, points: [...back, ...one.points].filter((p) => inside(p.z)) };
}

/**
 * f = 0 and det A = 0, or ∏ (λ_i + λ_j) = 0: the last one with derivatives by central differences, the residual exact.
 */
function bifurcationEquations(plane: Family, kind: BifurcationCurve["kind"], start: Float64Array): CurveEquations {
  const { n, size } = plane;
  const singular = (z: Float64Array): number =>
    kind === "saddle-node"
      ? determinant(stateJacobian(plane, z), n)
      : pairSums(eigenvalues(stateJacobian(plane, z), n));
  const step = 1e-5;
  const gradientAt = (z: Float64Array): Float64Array =>
    z.map((v, j) => (singular(z.with(j, v + step)) - singular(z.with(j, v - step))) / (2 * step));
  const unit = Math.sqrt(dot(gradientAt(start), gradientAt(start))) || 1;
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

/** ∏_{i<j} (λ_i + λ_j): a polynomial in the entries of the matrix. */
function pairSums(e: readonly Complex[]): number {
  let re = 1,
    im = 0;
  for (let i = 0; i < e.length; i++)
    for (let j = i + 1; j < e.length; j++)
      [re, im] = [
        re * (e[i].re + e[j].re) - im * (e[i].im + e[j].im),
        re * (e[i].im + e[j].im) + im * (e[i].re + e[j].re),
      ];
  return re;
}

/** Sum of the products of all eigenvalues but one: at a saddle-node, the product of the others. */
function productOfOthers(e: readonly Complex[]): number {
  return e.reduce((sum, _, skip) => {
    let re = 1,
      im = 0;
    e.forEach((v, i) => {
      if (i !== skip) [re, im] = [re * v.re - im * v.im, re * v.im + im * v.re];
    });
    return sum + re;
  }, 0);
}

/** λ_i λ_j of the pair that sums to zero: ω² at an Andronov-Hopf point, negative at a neutral saddle. */
function pairProduct(e: readonly Complex[]): number {
  let least = Infinity,
    product = 0;
  for (let i = 0; i < e.length; i++) {
    for (let j = i + 1; j < e.length; j++) {
      const sum = Math.hypot(e[i].re + e[j].re, e[i].im + e[j].im);
      if (sum < least) [least, product] = [sum, e[i].re * e[j].re - e[i].im * e[j].im];
    }
  }
  return product;
}

type Test = (z: Float64Array) => number;

function testsOf(plane: Family, kind: BifurcationCurve["kind"]): Partial<Record<CodimensionTwoPoint["kind"], Test>> {
  const values = (z: Float64Array): Complex[] => eigenvalues(stateJacobian(plane, z), plane.n);
  if (kind === "saddle-node") {
    return { cusp: (z) => quadratic(plane, z), "Bogdanov-Takens": (z) => productOfOthers(values(z)) };
  }
  return {
    Bautin: (z) => lyapunovAt(plane, z, pairProduct(values(z))),
    "Bogdanov-Takens": (z) => pairProduct(values(z)),
  };
}

/**
 * The coefficient a of the saddle-node, with the null vector pointing towards larger values of its largest component.
 */
function quadratic(plane: Family, z: Float64Array): number {
  const { a, q } = foldForm(modelAt(plane, z), statesOf(plane, z), plane.parameters[0]);
  const scaled = q.map((v, i) => v / plane.scale[i]);
  return a * Math.sign(scaled.reduce((most, v) => (Math.abs(v) > Math.abs(most) ? v : most), 0));
}

/** l1, or NaN at a neutral saddle. */
function lyapunovAt(plane: Family, z: Float64Array, omegaSquared: number): number {
  return omegaSquared > 0
    ? lyapunovCoefficient(modelAt(plane, z), statesOf(plane, z), Math.sqrt(omegaSquared)).l1
    : NaN;
}

function codimensionTwo(plane: Family, { kind, equations, points }: Traced): CodimensionTwoPoint[] {
  const found: CodimensionTwoPoint[] = [];
  for (const [name, test] of Object.entries(testsOf(plane, kind)) as [CodimensionTwoPoint["kind"], Test][]) {
    const values = points.map(({ z }) => test(z));
    for (let k = 0; k + 1 < points.length; k++) {
      if (!(values[k] * values[k + 1] < 0)) continue;
      // At a Bogdanov-Takens point the null vector and its adjoint are orthogonal and a has a pole.
      if (name === "cusp" && productChanges(plane, points[k].z, points[k + 1].z)) continue;
      const chord = points[k + 1].z.map((v, i) => v - points[k].z[i]);
      const normal = chord.map((v) => v / Math.sqrt(dot(chord, chord)));
      const at = (share: number): Float64Array | undefined =>
        correct(
          equations,
          points[k].z.map((v, i) => v + share * chord[i]),
          normal,
        )?.z;
      const share = bracketedRoot((s) => test(at(s) ?? points[k].z), 0, 1, values[k], values[k + 1], 1e-12);
      const z = at(share) ?? points[k].z;
      const model = modelAt(plane, z),
        y = statesOf(plane, z);
      const size = Math.max(Math.abs(values[k]), Math.abs(values[k + 1]));
      if (!(Math.abs(test(z)) < 0.5 * size)) continue; // a jump or a pole, no zero
      found.push({
        kind: name,
        state: namedState(model, y),
        residual: residualAt(model, y),
        status: Math.abs(test(z)) < 1e-5 * size ? "refined" : "bracketed",
        values: Object.fromEntries(plane.parameters.map((p, i) => [p, z[plane.n + i] * plane.scale[plane.n + i]])),
      });
    }
  }
  return found;
}

function productChanges(plane: Family, a: Float64Array, b: Float64Array): boolean {
  const value = (z: Float64Array): number => productOfOthers(eigenvalues(stateJacobian(plane, z), plane.n));
  return value(a) * value(b) < 0;
}

function passes({ points }: Traced, z: Float64Array): boolean {
  return points.slice(1).some(({ z: b }, k) => {
    const a = points[k].z;
    const chord = b.map((v, i) => v - a[i]),
      gap = z.map((v, i) => v - a[i]);
    const length = dot(chord, chord),
      share = length > 0 ? dot(gap, chord) / length : 0;
    return (
      share >= -0.5 &&
      share <= 1.5 &&
      Math.sqrt(
        dot(
          gap.map((v, i) => v - share * chord[i]),
          gap.map((v, i) => v - share * chord[i]),
        ),
      ) <
        0.1 * Math.sqrt(length)
    );
  });
}

const apart = (plane: Family, a: NamedState, b: NamedState): boolean =>
  plane.parameters.some((p, k) => Math.abs(a[p] - b[p]) > 1e-5 * plane.scale[plane.n + k]);

/**
 * The part of a curve that is a bifurcation: a curve of Andronov-Hopf points goes on, past a Bogdanov-Takens point, as
 * one of neutral saddles.
 */
function drawn(plane: Family, { kind, points }: Traced): BifurcationCurve[] {
  const { n, scale, model, parameters } = plane;
  const pieces: Float64Array[][] = [[]];
  for (const { z } of points) {
    const isHopf = kind === "saddle-node" || pairProduct(eigenvalues(stateJacobian(plane, z), n)) > 0;
    if (isHopf) pieces[pieces.length - 1].push(z);
    else if (pieces[pieces.length - 1].length > 0) pieces.push([]);
  }
  return pieces
    .filter((piece) => piece.length > 1)
    .map((piece) => ({
      kind,
      values: Object.fromEntries(
        parameters.map((p, k) => [p, Float64Array.from(piece, (z) => z[n + k] * scale[n + k])]),
      ),
      states: Object.fromEntries(
        model.stateNames.map((name, i) => [name, Float64Array.from(piece, (z) => z[i] * scale[i])]),
      ),
      ...(kind === "Andronov-Hopf"
        ? {
            lyapunov: Float64Array.from(piece, (z) =>
              lyapunovAt(plane, z, pairProduct(eigenvalues(stateJacobian(plane, z), n))),
            ),
          }
        : {}),
    }));
}
