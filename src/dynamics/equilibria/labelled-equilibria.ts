import { distance, modulus, type Complex } from "../../numerics/complex.js";
import { eigenvalues } from "../../numerics/eigen.js";
import type { BifurcationPoint } from "../system/diagram.js";
import { modelAt, statesOf, type VectorFieldFamily } from "../system/vector-field-family.js";
import { namedState } from "../system/kinds.js";
import { newton, residualAt } from "./newton.js";
import type { ContinuedEquilibria, EquilibriumEvent } from "./equilibrium-branch.js";
import { changesAtCorner } from "./corner-events.js";
import { crossingAt, isPitchfork, liesOnLine } from "./crossing-branches.js";
import {
  hopfFrequency,
  isCornerTest,
  type CornerTest,
  type EquilibriumPoint,
  type EquilibriumTest,
} from "./equilibrium-tests.js";
import { foldForm, lyapunovCoefficient } from "./normal-form.js";

type Label = (
  family: VectorFieldFamily,
  event: EquilibriumEvent,
  all: readonly EquilibriumEvent[],
) => BifurcationPoint | [];

/** What each test finds, but those of corners. */
const labels: Readonly<Record<Exclude<EquilibriumTest, CornerTest>, Label>> = {
  hopf: hopfPoint,
  threshold: (family, event) => ({
    ...common(family, event),
    kind: "threshold crossing",
    residual: Math.abs(family.aboveThreshold(event.point.z)),
    evidence: { "residual is": "distance to the threshold in its unit" },
  }),
  branching: branchingPoint,
  // At a pitchfork the outer branch turns back as well: one point, not two.
  fold: (family, event, all) =>
    all.some(({ test, index }) => test === "branching" && Math.abs(index - event.index) < 0.5)
      ? []
      : foldPoint(family, event),
};

/** The labelled points of a branch. A "saddle-node" may still turn out to lie on an invariant circle. */
export function labelledEquilibria(family: VectorFieldFamily, { special }: ContinuedEquilibria): BifurcationPoint[] {
  return special.flatMap((event) => {
    if (!isCornerTest(event.test)) return labels[event.test](family, event, special);
    return changesAtCorner(event) ? cornerPoint(family, event) : [];
  });
}

function branchingPoint(family: VectorFieldFamily, event: EquilibriumEvent): BifurcationPoint {
  const { n, scale } = family;
  const { z } = event.point;
  const evidence = { "residual is": "largest |dy/dt| per ms, in widths of the ranges" };
  const point = common(family, event);
  if (liesOnLine(family, z)) return { ...point, kind: "line of equilibria", evidence };
  const crossing = crossingAt(family, z);
  if (crossing === undefined) return { ...point, kind: "transcritical or pitchfork", evidence };
  const [first] = family.model.stateNames;
  const slopes = crossing.map((direction) => (direction[0] * scale[0]) / (direction[n] * scale[n]));
  return {
    ...point,
    kind: isPitchfork(crossing) ? "pitchfork" : "transcritical",
    evidence: {
      ...evidence,
      [`d${first}/d${family.parameters[0]} along the one branch`]: slopes[0],
      "along the other": slopes[1],
    },
  };
}

function cornerPoint(family: VectorFieldFamily, event: EquilibriumEvent): BifurcationPoint {
  const { before, after } = event;
  const told = ({ eigenvalues: values }: EquilibriumPoint): string =>
    values
      .map(
        ({ re, im }) => re.toPrecision(4) + (im === 0 ? "" : ` ${im < 0 ? "−" : "+"} ${Math.abs(im).toPrecision(4)}i`),
      )
      .join(", ");
  const [below, above] = before.z[family.n] <= after.z[family.n] ? [before, after] : [after, before];
  return {
    ...common(family, { ...event, before: event.point, after: event.point }),
    kind: "border collision",
    evidence: {
      "residual is": "largest |dy/dt| per ms, in widths of the ranges",
      "eigenvalues on the side of smaller values, 1/ms": told(below),
      "on the other side": told(above),
      "branch turns": before.tangent[family.n] * after.tangent[family.n] < 0,
    },
  };
}

type Common = Pick<BifurcationPoint, "parameter" | "state" | "status" | "bracket" | "residual" | "eigenvalues">;

function common(family: VectorFieldFamily, { point, before, after, located }: EquilibriumEvent): Common {
  const value = ({ z }: EquilibriumPoint): number => z[family.n] * family.scale[family.n];
  const sides = [value(before), value(after), ...(located ? [value(point)] : [])];
  const y = statesOf(family, point.z);
  return {
    parameter: value(point),
    state: namedState(family.model, y),
    status: located ? "refined" : "bracketed",
    bracket: [Math.min(...sides), Math.max(...sides)],
    residual: residualAt(modelAt(family, point.z), y),
    eigenvalues: point.eigenvalues,
  };
}

function foldPoint(family: VectorFieldFamily, event: EquilibriumEvent): BifurcationPoint {
  const model = modelAt(family, event.point.z);
  const { a, c, q } = foldForm(model, statesOf(family, event.point.z), family.parameters[0]);
  // 1 % of a range along q moves the parameter by no more
  const share = 0.01 / largestShare(family, q);
  const flat = Math.abs(a / c) * (share * share) < 1e-9 * family.scale[family.n];
  const point = common(family, event);
  const zero = event.point.eigenvalues.reduce((best, e) => (modulus(e) < modulus(best) ? e : best));
  const largest = Math.max(...event.point.eigenvalues.map(modulus));
  return {
    kind: "saddle-node",
    ...point,
    status: flat ? "suspected" : point.status,
    evidence: {
      "zero eigenvalue, 1/ms": zero.re,
      "zero eigenvalue over the largest": Math.abs(zero.re) / largest,
      "a, of dz/dt = c(λ − λ_SN) + a z²": a,
      "c, of dz/dt = c(λ − λ_SN) + a z²": c,
      "equilibria exist": a * c < 0 ? "above" : "below",
    },
  };
}

/** The largest component of a vector, in widths of the ranges. */
const largestShare = ({ scale }: VectorFieldFamily, v: Float64Array): number =>
  v.reduce((most, x, i) => Math.max(most, Math.abs(x) / scale[i]), 0);

function hopfPoint(family: VectorFieldFamily, event: EquilibriumEvent): BifurcationPoint | [] {
  const { point } = event;
  const omega = hopfFrequency(point);
  if (omega === undefined) return [];
  const model = modelAt(family, point.z),
    y = statesOf(family, point.z);
  const { l1, size } = lyapunovCoefficient(model, y, omega);
  const kind =
    Math.abs(l1) <= 1e-10 * size
      ? "degenerate Andronov-Hopf"
      : l1 < 0
        ? "supercritical Andronov-Hopf"
        : "subcritical Andronov-Hopf";
  return {
    kind,
    ...common(family, event),
    period: (2 * Math.PI) / omega,
    evidence: {
      "omega, rad/ms": omega,
      "first Lyapunov coefficient (Kuznetsov)": l1,
      "first Lyapunov coefficient × omega (MatCont)": l1 * omega,
      "d(real part)/d(parameter)": crossingSpeed(family, point, omega),
      "real part over omega": Math.abs(nearestPair(point.eigenvalues, omega).re) / omega,
    },
  };
}

const nearestPair = (values: readonly Complex[], omega: number): Complex =>
  values.reduce((best, e) => (distance(e, { re: 0, im: omega }) < distance(best, { re: 0, im: omega }) ? e : best));

/** d Re λ/d parameter by central differences along the equilibria. */
function crossingSpeed(family: VectorFieldFamily, { z }: EquilibriumPoint, omega: number): number {
  const { model, n, scale, parameters } = family;
  const step = 2 ** -16 * scale[n];
  const realPart = (parameter: number): number => {
    const there = model.with({ [parameters[0]]: parameter });
    const { y } = newton(there, statesOf(family, z));
    const J = new Float64Array(n * n);
    there.kernels.jacobian(y, there.vector, J);
    return nearestPair(eigenvalues(J, n), omega).re;
  };
  const value = z[n] * scale[n];
  return (realPart(value + step) - realPart(value - step)) / (2 * step);
}
