import type { BifurcationPoint, EquilibriumBranch, EquilibriumSegment } from "../system/diagram.js";
import { eigenvalues } from "../../numerics/eigen.js";
import { unstableCount, type Branch, type BranchPoint, type Crossing } from "./equilibrium-branch.js";
import { namedState, newton, residualAt } from "./equilibria.js";
import { modelAt, statesOf, type Family } from "../system/vector-field-family.js";
import type { Complex } from "../../numerics/complex.js";
import { classify, signature } from "../system/kinds.js";
import { foldForm, lyapunovCoefficient } from "./normal-form.js";

/**
 * The eigenvalue iω at an Andronov-Hopf point; undefined at a neutral saddle, where two real eigenvalues sum to zero.
 */
export function frequencyAt({ eigenvalues: e }: BranchPoint): number | undefined {
  let nearest = Infinity;
  let omega: number | undefined;
  for (let i = 0; i < e.length; i++) {
    for (let j = i + 1; j < e.length; j++) {
      const sum =
        Math.hypot(e[i].re + e[j].re, e[i].im + e[j].im) /
        (Math.hypot(e[i].re, e[i].im) + Math.hypot(e[j].re, e[j].im));
      if (sum < nearest) [nearest, omega] = [sum, e[i].im > 0 ? e[i].im : undefined];
    }
  }
  return omega;
}

/** The labelled points of a branch. A "saddle-node" may still turn out to lie on an invariant circle. */
export function labelledPoints(family: Family, branch: Branch): BifurcationPoint[] {
  return branch.crossings.flatMap((crossing) => {
    if (crossing.test === "hopf") return hopfPoint(family, crossing);
    if (crossing.test === "threshold")
      return plainPoint(family, crossing, "threshold crossing", "distance to the threshold in its unit");
    if (crossing.test === "branching")
      return plainPoint(
        family,
        crossing,
        "transcritical or pitchfork",
        "largest |dy/dt| per ms, in widths of the ranges",
      );
    // At a pitchfork the outer branch turns back as well: one point, not two.
    return branch.crossings.some((other) => other.test === "branching" && Math.abs(other.index - crossing.index) < 0.5)
      ? []
      : foldPoint(family, crossing);
  });
}

type Common = Pick<BifurcationPoint, "parameter" | "state" | "status" | "bracket" | "residual" | "eigenvalues">;

function common(family: Family, { point, before, after, located }: Crossing): Common {
  const value = (p: BranchPoint): number => p.z[family.n] * family.scale[family.n];
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

function plainPoint(
  family: Family,
  crossing: Crossing,
  kind: BifurcationPoint["kind"],
  residual: string,
): BifurcationPoint[] {
  const isThreshold = crossing.test === "threshold";
  const point = common(family, crossing);
  const distance = Math.abs(
    family.model.kernels.threshold(statesOf(family, crossing.point.z), modelAt(family, crossing.point.z).vector),
  );
  return [{ kind, ...point, ...(isThreshold ? { residual: distance } : {}), evidence: { "residual is": residual } }];
}

function foldPoint(family: Family, crossing: Crossing): BifurcationPoint[] {
  const model = modelAt(family, crossing.point.z);
  const { a, c, q } = foldForm(model, statesOf(family, crossing.point.z), family.parameters[0]);
  const flat = Math.abs(a / c) * (0.01 / largestShare(family, q)) ** 2 < 1e-9 * family.scale[family.n]; // 1 % of a range along q moves the parameter by no more
  const point = common(family, crossing);
  const zero = crossing.point.eigenvalues.reduce((best, e) =>
    Math.hypot(e.re, e.im) < Math.hypot(best.re, best.im) ? e : best,
  );
  const largest = Math.max(...crossing.point.eigenvalues.map((e) => Math.hypot(e.re, e.im)));
  return [
    {
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
    },
  ];
}

/** The largest component of a vector, in widths of the ranges. */
const largestShare = ({ scale }: Family, v: Float64Array): number =>
  v.reduce((most, x, i) => Math.max(most, Math.abs(x) / scale[i]), 0);

function hopfPoint(family: Family, crossing: Crossing): BifurcationPoint[] {
  const { point } = crossing;
  const omega = frequencyAt(point);
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
  return [
    {
      kind,
      ...common(family, crossing),
      period: (2 * Math.PI) / omega,
      evidence: {
        "omega, rad/ms": omega,
        "first Lyapunov coefficient (Kuznetsov)": l1,
        "first Lyapunov coefficient × omega (MatCont)": l1 * omega,
        "d(real part)/d(parameter)": crossingSpeed(family, point, omega),
        "real part over omega": Math.abs(nearestPair(point.eigenvalues, omega).re) / omega,
      },
    },
  ];
}

const nearestPair = (values: readonly Complex[], omega: number): Complex =>
  values.reduce((best, e) => (Math.hypot(e.re, e.im - omega) < Math.hypot(best.re, best.im - omega) ? e : best));

/** d Re λ/d parameter by central differences along the equilibria. */
function crossingSpeed(family: Family, { z }: BranchPoint, omega: number): number {
  const { model, n, scale, parameters } = family;
  const step = 2 ** -16 * scale[n];
  const realPart = (value: number): number => {
    const there = model.with({ [parameters[0]]: value });
    const { y } = newton(there, statesOf(family, z));
    const J = new Float64Array(n * n);
    there.kernels.jacobian(y, there.vector, J);
    return nearestPair(eigenvalues(J, n), omega).re;
  };
  const value = z[n] * scale[n];
  return (realPart(value + step) - realPart(value - step)) / (2 * step);
}

/**
 * The branch as drawn: cut where the number of unstable eigenvalues changes, the cut at the located point; without what
 * lies beyond a threshold.
 */
export function equilibriumSegments(family: Family, { points, crossings }: Branch): EquilibriumBranch {
  const { model, n, scale } = family;
  const reachable = (point: BranchPoint): boolean =>
    !model.spiking.reset || model.kernels.threshold(statesOf(family, point.z), modelAt(family, point.z).vector) < 0;
  const segments: EquilibriumSegment[] = [];
  let run: BranchPoint[] = [];
  let count: number | undefined;
  const flush = (): void => {
    if (run.length > 1) segments.push(segment(run, count!));
    run = [];
    count = undefined;
  };
  const segment = (list: readonly BranchPoint[], unstable: number): EquilibriumSegment => ({
    stable: list.some(({ eigenvalues: e }) => signature(e).stable === n) && unstable === 0,
    unstable,
    parameter: Float64Array.from(list, ({ z }) => z[n] * scale[n]),
    states: Object.fromEntries(
      model.stateNames.map((name, i) => [name, Float64Array.from(list, ({ z }) => z[i] * scale[i])]),
    ),
    kinds: list.map(({ eigenvalues: e }) => classify(e)),
  });
  points.forEach((point, k) => {
    if (!reachable(point)) flush();
    else {
      const own = unstableCount(point);
      if (count !== undefined && own !== count) flush();
      count = own;
      run.push(point);
    }
    for (const crossing of crossings.filter((c) => c.located && Math.floor(c.index) === k && c.index > k)) {
      if (crossing.test === "hopf" && frequencyAt(crossing.point) === undefined) continue;
      if (run.length > 0) {
        run.push(crossing.point);
        flush();
      }
      const next = points[k + 1];
      if (next !== undefined && reachable(next)) {
        run = [crossing.point];
        count = unstableCount(next);
      }
    }
  });
  flush();
  return { segments };
}
