import { exp } from "../../numerics/elementary.js";
import { distance, modulus, type Complex } from "../../numerics/complex.js";
import { namedState } from "../system/kinds.js";
import type { BifurcationPoint } from "../system/diagram.js";
import type { BifurcationKind } from "../system/kinds.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { trivialError, type CyclePoint } from "./cycle-point.js";
import type { CycleEvent, CycleTest } from "./cycle-tests.js";
import type { LimitCycleBranch } from "./limit-cycle-branch.js";
import { orbitAt } from "./orbit/orbit-polynomial.js";

const kindOf: Readonly<Record<CycleTest, BifurcationKind>> = {
  fold: "fold of cycles",
  "steep fold": "fold of cycles",
  "period doubling": "period doubling",
  torus: "Neimark-Sacker",
  branching: "branch point of cycles",
};

const agreement = 1e-3; // how far the critical multiplier may be from its place, and the trivial one from 1
const atFold = 0.03; // at a fold the trivial one is double, and known to the root of what others are known to
// widths of the ranges: what lies within a step, and what counts as one point
const oneStep = 0.05;
const onePoint = 1e-3;
const near = 0.01; // of the range of the parameter: doubtful points of one kind so near to each other are told as one

/**
 * The labelled points of a branch of cycles. A label rests on the multiplier that crosses: where that is not in its
 * place, or the trivial multiplier is not 1, the point is "suspected", and those of one kind near each other are one.
 * Where the branch crosses another it is told there: what its own tests see, singular as it is, is nothing more.
 *
 * @param all the branches of the diagram
 */
export function labelledCycles(
  family: VectorFieldFamily,
  { special, points, born }: LimitCycleBranch,
  all: readonly LimitCycleBranch[],
): BifurcationPoint[] {
  const doublings = born === undefined ? {} : { "doublings of the period before": born.doublings };
  const crossings = all.flatMap((branch) =>
    branch.special.filter((event) => event.test === "branching" && doubtAbout(event) === undefined),
  );
  const own = special.filter((event) => !isBirth(event) && !crossings.some((at) => isCrossing(event, at)));
  return pointsOf(family, own, points).map((point) => ({ ...point, evidence: { ...point.evidence, ...doublings } }));
}

function pointsOf(
  family: VectorFieldFamily,
  special: readonly CycleEvent[],
  branch: readonly CyclePoint[],
): BifurcationPoint[] {
  const sure: BifurcationPoint[] = [];
  const doubtful: { readonly kind: BifurcationKind; readonly reason: string; events: CycleEvent[] }[] = [];
  const width = near * family.scale[family.n];
  for (const event of special) {
    const reason = doubtAbout(event) ?? stillness(event, branch);
    if (reason === undefined) {
      sure.push(labelled(family, event, event.located ? "refined" : "bracketed"));
      continue;
    }
    const value = event.point.orbit.parameter * family.scale[family.n];
    const group = doubtful.find(
      ({ kind, events }) =>
        kind === kindOf[event.test] &&
        events.some(({ point }) => Math.abs(point.orbit.parameter * family.scale[family.n] - value) < width),
    );
    if (group) group.events.push(event);
    else doubtful.push({ kind: kindOf[event.test], reason, events: [event] });
  }
  const suspected = doubtful.map(({ events, reason }) => {
    const [first, ...others] = [...events]
      .sort((a, b) => doubtOf(a) - doubtOf(b))
      .map((e) => labelled(family, e, "suspected"));
    const all = [first, ...others].flatMap(({ bracket }) => bracket);
    return {
      ...first,
      bracket: [Math.min(...all), Math.max(...all)] as const,
      evidence: { ...first.evidence, "why suspected": reason, "changes of sign": events.length },
    };
  });
  return [...sure, ...suspected];
}

const still = 1e-12; // widths of the range of the parameter

/** Why a fold is in doubt: a whole family of cycles has one value of the parameter there, as round a centre. */
function stillness({ test, index, point }: CycleEvent, branch: readonly CyclePoint[]): string | undefined {
  if (test !== "fold" && test !== "steep fold") return undefined;
  const sides = [
    branch.slice(Math.max(0, Math.ceil(index) - 2), Math.ceil(index)),
    branch.slice(Math.floor(index) + 1, Math.floor(index) + 3),
  ];
  const moves = (side: readonly CyclePoint[]): boolean =>
    side.length === 0 || side.some(({ orbit }) => Math.abs(orbit.parameter - point.orbit.parameter) > still);
  return sides.every(moves)
    ? undefined
    : "the parameter stands still to rounding along the branch: a family of cycles at one value";
}

/** Whether a doubtful point is but the Hopf point at which a branch turns back: a cycle of no size. */
const isBirth = (event: CycleEvent): boolean =>
  doubtAbout(event) !== undefined && event.point.maximum.every((v, i) => v - event.point.minimum[i] < onePoint);

/** Whether what happens on a branch is but the point at which it crosses another. */
function isCrossing(event: CycleEvent, { point }: CycleEvent): boolean {
  if (event.point === point) return false;
  const isNear = (other: CyclePoint, tolerance: number): boolean =>
    Math.abs(other.orbit.parameter - point.orbit.parameter) < tolerance &&
    other.minimum.every((v, i) => Math.abs(v - point.minimum[i]) < tolerance) &&
    other.maximum.every((v, i) => Math.abs(v - point.maximum[i]) < tolerance);
  const doubtful = doubtAbout(event) !== undefined;
  return doubtful ? isNear(event.before, oneStep) && isNear(event.after, oneStep) : isNear(event.point, onePoint);
}

/** The multiplier that should be critical at a point of a kind, and where it should be. */
function critical({ test, point }: CycleEvent): { readonly multiplier: Complex; readonly target: Complex } {
  const values = point.multipliers.nontrivial;
  const closest = (to: (m: Complex) => Complex, among: readonly Complex[]): Complex =>
    among.reduce((best, m) => (distance(m, to(m)) < distance(best, to(best)) ? m : best));
  const onCircle = (m: Complex): Complex => ({ re: m.re / modulus(m), im: m.im / modulus(m) });
  if (test === "torus") {
    const pairs = values.filter(({ im }) => im !== 0);
    const multiplier = closest(onCircle, pairs.length > 0 ? pairs : values);
    return { multiplier, target: onCircle(multiplier) };
  }
  const target = { re: { fold: 1, "steep fold": 1, branching: 1, "period doubling": -1 }[test], im: 0 };
  return { multiplier: closest(() => target, values), target };
}

/** How far the two multipliers on which a label rests are from their places. */
function doubtOf(event: CycleEvent): number {
  const { multiplier, target } = critical(event);
  return Math.max(distance(multiplier, target), trivialError(event.point));
}

/** Why the label of a point is in doubt, if it is. */
export function doubtAbout(event: CycleEvent): string | undefined {
  const { multiplier, target } = critical(event);
  if (!(distance(multiplier, target) < agreement))
    return `the critical multiplier is ${multiplier.re.toPrecision(3)} where it should be ${target.re.toPrecision(3)}`;
  if (!(trivialError(event.point) < (target.re === 1 ? atFold : agreement)))
    return `the trivial multiplier, which should be 1, is off by ${trivialError(event.point).toPrecision(2)}`;
  return event.located ? undefined : "the point could not be located";
}

function labelled(family: VectorFieldFamily, event: CycleEvent, status: BifurcationPoint["status"]): BifurcationPoint {
  const { test, point, before, after } = event;
  const { model, n, scale } = family;
  const values = [before, point, after].map((p) => p.orbit.parameter * scale[n]);
  const top = new Float64Array(n);
  orbitAt(point.orbit.mesh, point.orbit.nodes, n, point.atMaximum, top);
  const { multiplier, target } = critical(event);
  return {
    kind: kindOf[test],
    parameter: values[1],
    state: namedState(
      model,
      top.map((v, i) => v * scale[i]),
    ),
    status,
    bracket: [Math.min(...values), Math.max(...values)],
    residual: point.residual,
    period: exp(point.orbit.logPeriod),
    multipliers: point.multipliers.nontrivial,
    evidence: {
      "residual is": "largest defect of the collocation equations over a period, in widths of the ranges",
      "critical multiplier": multiplier.re,
      "should be": test === "torus" ? "of modulus 1" : target.re,
      "trivial multiplier − 1": point.multipliers.trivial.re - 1,
      "mesh intervals": point.orbit.mesh.length - 1,
    },
  };
}
