import { prepareBounds } from "../../model/graph/bounds.js";
import type { Interval } from "../../model/graph/interval.js";
import type { Model } from "../../model/model.js";
import { bracketedRoot } from "../../numerics/root.js";
import { boxRoots } from "./box-roots.js";
import { solve } from "../../numerics/linear-solve.js";
import { eigenvalues, eigenvector } from "../../numerics/eigen.js";
import { eliminate, eliminations, parameterPoints, type Elimination } from "./elimination.js";
import type { Complex } from "../../numerics/complex.js";
import { classify, signature, type EquilibriumKind, type NamedState, type Status } from "../system/kinds.js";
import { isolateRoots, type IsolatedRoot } from "./root-isolation.js";

/** The part of state space in which an analysis looks, by state name; states not named have the range of the model. */
export type Window = Readonly<Record<string, readonly [number, number]>>;

/** A state that does not change: dy/dt = 0. */
export interface Equilibrium {
  readonly state: NamedState;
  readonly kind: EquilibriumKind;
  /** All eigenvalues of the Jacobian have negative real parts. */
  readonly stable: boolean;
  /** 1/ms; the largest real part first. */
  readonly eigenvalues: readonly Complex[];
  /** One of length 1 for each eigenvalue: a complex number for each state. */
  readonly eigenvectors: readonly Readonly<Record<string, Complex>>[];
  /** Largest |dy_i/dt| over the width of the range of that state, 1/ms. */
  readonly residual: number;
  readonly status: Status;
  /**
   * Where the model reduces to one equation in one state: that state, and an interval in which this is proved to be the
   * only solution.
   */
  readonly isolation?: { readonly state: string; readonly low: number; readonly high: number };
}

/**
 * All equilibria in a window, in ascending order of the first state.
 *
 * Gates, and whatever else enters affinely, are eliminated; the one equation that is left (for a conductance model
 * I∞(V) = I) has all its zeros isolated by interval arithmetic, so none in the window is missed and each is proved to
 * be one. A model that does not reduce is searched by branch and bound over the window: for two states that proves as
 * much, for more it may end before it has looked everywhere. At a saddle-node two equilibria merge into one that
 * rounding can not tell from none or two: its status is "suspected". Where a reset comes first (beyond threshold) there
 * is no equilibrium.
 *
 * @param window where to look; the states that are eliminated are not confined to it. Default: the ranges of the model
 */
export function equilibria(model: Model, window: Window = {}): Equilibrium[] {
  const box = windowOf(model, window);
  const elimination = eliminate(model, box);
  const found = elimination ? reduced(model, elimination, box) : searched(model, box);
  // Where a divisor may vanish, what a reduction finds is right but perhaps not all.
  if (!elimination)
    for (const other of eliminations(model).slice(0, 1))
      for (const e of reduced(model, other, box))
        if (e.status === "refined" && found.every((f) => apart(model, e.y, f.y))) found.push(e);
  const { reset } = model.spiking;
  // nothing rests where a capacitance of 0 is divided by
  const defined = found.filter(({ y }) => Number.isFinite(residualAt(model, y)));
  const reachable = defined.filter((e) => !reset || model.kernels.threshold(e.y, model.vector) < 0);
  return reachable
    .sort((a, b) => a.y[0] - b.y[0] || (a.y[1] ?? 0) - (b.y[1] ?? 0))
    .map((e) => describeEquilibrium(model, e.y, e.status, e.isolation));
}

/**
 * The interval of each state, in order. @throws RangeError for an unknown state or an interval that does not increase
 */
export function windowOf(model: Model, window: Window): Interval[] {
  for (const name of Object.keys(window)) {
    if (!model.stateNames.includes(name))
      throw new RangeError(`window: ${model.name} has no state '${name}'; it has ${model.stateNames.join(", ")}`);
  }
  return model.stateNames.map((name) => {
    const interval = window[name] ?? model.ranges[name];
    const [low, high] = interval;
    if (!(low < high) || !Number.isFinite(high - low))
      throw new RangeError(`window: '${name}' needs an increasing pair of numbers, got [${interval.join(", ")}]`);
    return [low, high];
  });
}

interface Located {
  readonly y: Float64Array;
  readonly status: Status;
  readonly isolation?: { readonly state: string; readonly low: number; readonly high: number };
}

function reduced(model: Model, elimination: Elimination, box: readonly Interval[]): Located[] {
  const { graph, pivot, balance, slope } = elimination;
  const [low, high] = box[pivot];
  const parameters = parameterPoints(model);
  const states: Interval[] = box.map(() => [NaN, NaN]);
  const on =
    <T>(bound: (states: readonly Interval[], parameters: readonly Interval[]) => T) =>
    (x: Interval): T => {
      states[pivot] = x;
      return bound(states, parameters);
    };
  const enclose = on(prepareBounds(graph, [balance, slope]));
  const condition = on(prepareBounds(graph, [balance]));
  const wholeState = on(prepareBounds(graph, elimination.states));
  const value = (x: number): number => middleOf(condition([x, x])[0]);
  const stateAt = (x: number): Float64Array => Float64Array.from(wholeState([x, x]), middleOf);

  const roots = isolateRoots(
    (x) => {
      const [f, df] = enclose(x);
      return { value: f, slope: df };
    },
    low,
    high,
    1e-9 * (high - low),
  );
  return roots.flatMap((root) => refine(model, pivot, root, value, stateAt, 1e-9 * (high - low)));
}

function refine(
  model: Model,
  pivot: number,
  root: IsolatedRoot,
  value: (x: number) => number,
  stateAt: (x: number) => Float64Array,
  precision: number,
): Located[] {
  const { low, high, certainty } = root;
  const isolation = { state: model.stateNames[pivot], low, high };
  const fLow = value(low),
    fHigh = value(high);
  const single = certainty === "single" && fLow * fHigh < 0;
  const start = single
    ? bracketedRoot(value, low, high, fLow, fHigh, precision)
    : Math.abs(fLow) < Math.abs(fHigh)
      ? low
      : high;
  const { y, residual } = newton(model, stateAt(start));
  const slack = 10 * (high - low) + precision;
  const near = y[pivot] >= low - slack && y[pivot] <= high + slack;
  if (certainty === "single") {
    return near && residual < refinedResidual
      ? [{ y, status: "refined", isolation }]
      : [{ y: stateAt(start), status: "bracketed", isolation }];
  }
  // A double zero, or a pole, where nothing is small.
  if (near && residual < refinedResidual) return [{ y, status: "suspected", isolation }];
  const middle = stateAt(low + (high - low) / 2);
  return residualAt(model, middle) < refinedResidual ? [{ y: middle, status: "suspected", isolation }] : [];
}

// per ms, of the width of the range: far above rounding, far below any movement that matters
const refinedResidual = 1e-9;

function searched(model: Model, box: readonly Interval[]): Located[] {
  const { starts } = boxRoots(model, box);
  const widths = box.map(([a, b]) => b - a);
  const found: Located[] = [];
  for (const start of starts) {
    const { y, residual } = newton(model, start);
    const inside = y.every((v, i) => v >= box[i][0] - 1e-9 * widths[i] && v <= box[i][1] + 1e-9 * widths[i]);
    if (residual < refinedResidual && inside && found.every((other) => apart(model, y, other.y)))
      found.push({ y, status: "refined" });
  }
  return found;
}

const apart = (model: Model, a: Float64Array, b: Float64Array): boolean =>
  model.stateNames.some((name, i) => Math.abs(a[i] - b[i]) > 1e-7 * (model.ranges[name][1] - model.ranges[name][0]));

/** Newton's method on dy/dt = 0, until the residual no longer falls. */
export function newton(model: Model, start: Float64Array): { readonly y: Float64Array; readonly residual: number } {
  const n = start.length;
  const p = model.vector;
  const f = new Float64Array(n),
    J = new Float64Array(n * n);
  let y = start,
    residual = residualAt(model, start);
  for (let iteration = 0; iteration < 30 && residual > 0; iteration++) {
    model.kernels.field(y, p, f);
    model.kernels.jacobian(y, p, J);
    if (!solve(J, n, f)) break;
    const next = y.map((v, i) => v - f[i]);
    const nextResidual = residualAt(model, next);
    if (!(nextResidual < residual)) break;
    [y, residual] = [next, nextResidual];
  }
  return { y, residual };
}

/** Largest |dy_i/dt| over the width of the range of that state. */
export function residualAt(model: Model, y: Float64Array): number {
  const f = new Float64Array(y.length);
  model.kernels.field(y, model.vector, f);
  return model.stateNames.reduce(
    (largest, name, i) => Math.max(largest, Math.abs(f[i]) / (model.ranges[name][1] - model.ranges[name][0])),
    0,
  );
}

/** The equilibrium at y, labelled by its eigenvalues. */
export function describeEquilibrium(
  model: Model,
  y: Float64Array,
  status: Status,
  isolation?: Equilibrium["isolation"],
): Equilibrium {
  const n = y.length;
  const J = new Float64Array(n * n);
  model.kernels.jacobian(y, model.vector, J);
  const values = eigenvalues(J, n);
  const size = Math.max(rateScale(model), ...values.map((e) => Math.hypot(e.re, e.im)));
  const { stable } = signature(values, size);
  const eigenvectors = values.map((value, k) => {
    const same = values
      .slice(0, k)
      .filter(
        (other) => Math.hypot(other.re - value.re, other.im - value.im) <= 1e-9 * Math.hypot(value.re, value.im),
      ).length;
    const { re, im } = eigenvector(J, n, value, same);
    return Object.fromEntries(model.stateNames.map((name, i) => [name, { re: re[i], im: im[i] }]));
  });
  return {
    state: namedState(model, y),
    kind: classify(values, size),
    stable: stable === n,
    eigenvalues: values,
    eigenvectors,
    residual: residualAt(model, y),
    status,
    ...(isolation ? { isolation } : {}),
  };
}

/**
 * For a model of one state: the smaller |df/dy| at the ends of its range, against which its one eigenvalue is zero or
 * not.
 */
export function rateScale(model: Model): number {
  if (model.stateNames.length > 1) return 0;
  const J = new Float64Array(1);
  return Math.min(
    ...model.ranges[model.stateNames[0]].map((y) => {
      model.kernels.jacobian(Float64Array.of(y), model.vector, J);
      return Number.isFinite(J[0]) ? Math.abs(J[0]) : 0;
    }),
  );
}

export const namedState = (model: Model, y: ArrayLike<number>): NamedState =>
  Object.fromEntries(model.stateNames.map((name, i) => [name, y[i]]));

const middleOf = ([a, b]: Interval): number => a + (b - a) / 2;
