import { requireModel } from "../../checks/require-model.js";
import type { Interval } from "../../model/graph/interval.js";
import type { Model } from "../../model/model.js";
import { norm } from "../../numerics/dense.js";
import { bracketedRoot } from "../../numerics/root.js";
import { found, type Found } from "../system/found.js";
import { guessesInWords, inReach } from "../system/reach.js";
import { windowOf, type Window } from "../system/window.js";
import { boxRoots } from "./box-roots.js";
import { eliminate, eliminations, parameterPoints, type Elimination } from "./elimination.js";
import { describeEquilibrium, type Equilibrium, type Located } from "./equilibrium.js";
import { newton, residualAt } from "./newton.js";
import { isolateRoots, type IsolatedRoot } from "./root-isolation.js";

/**
 * All equilibria in a window, in ascending order of the first state.
 *
 * Gates, and whatever else enters affinely, are eliminated; the one equation that is left (for a conductance model
 * I∞(V) = I) has all its zeros isolated by interval arithmetic, so none in the window is missed and each is proved to
 * be one. A model that does not reduce is searched by branch and bound over the window: for two states that proves as
 * much, for more it may end before it has looked everywhere, which the list's `incomplete` says. At a saddle-node two
 * equilibria merge into one that rounding can not tell from none or two: its status is "suspected". Where a whole line
 * of states rests, as in a linear system of determinant 0, one of them stands for it, of the kind "line of equilibria".
 * Where a reset comes first (beyond threshold) there is no equilibrium.
 *
 * @param window where to look; the states that are eliminated are not confined to it. Default: the ranges of the model
 * and as much again on either side; of a state without a stated range, what trajectories reach, which `incomplete` says
 */
export function equilibria(model: Model, window: Window = {}): Found<Equilibrium> {
  requireModel("equilibria", model);
  const { model: wide, guessed } = inReach(model);
  const unstated = guessed.filter((name) => !Object.hasOwn(window, name));
  const incomplete = guessesInWords(wide, unstated);
  const box = windowOf("equilibria", wide, window);
  return found(equilibriaIn(wide, box, Object.keys(window), incomplete), incomplete);
}

/** Where `equilibriaNear` looks. */
export const boxNear = (model: Model): Interval[] => widerBox(model, windowOf("equilibria", model, {}), []);

/**
 * As `equilibria`, in the windows of the model as they are and as much again on either side, which is as far as
 * branches of equilibria are followed.
 * @param incomplete to which is added where an equilibrium may have been missed
 */
export const equilibriaNear = (model: Model, incomplete: string[] = []): Equilibrium[] =>
  equilibriaIn(model, windowOf("equilibria", model, {}), [], incomplete);

/** @param incomplete to which is added where an equilibrium may have been missed */
function equilibriaIn(
  model: Model,
  named: readonly Interval[],
  stated: readonly string[],
  incomplete: string[],
): Equilibrium[] {
  const box = widerBox(model, named, stated);
  const elimination = eliminate(model, box);
  const alone = elimination && reduced(model, elimination, box);
  const all = alone?.decided ? alone.roots : oneOfLine(model, searched(model, box, incomplete), box);
  const { reset } = model.spiking;
  // nothing rests where a capacitance of 0 is divided by
  const defined = all.filter(({ y }) => Number.isFinite(residualAt(model, y)));
  const reachable = defined.filter((e) => !reset || model.kernels.threshold(e.y, model.vector) < 0);
  return reachable
    .sort((a, b) => a.y[0] - b.y[0] || (a.y[1] ?? 0) - (b.y[1] ?? 0))
    .map((located) => describeEquilibrium(model, located));
}

/** Windows, with as much again on either side of those that are not stated. */
const widerBox = (model: Model, named: readonly Interval[], stated: readonly string[]): Interval[] =>
  named.map(
    ([low, high], i): Interval =>
      stated.includes(model.stateNames[i]) ? [low, high] : [low - (high - low), high + (high - low)],
  );

/** What a reduction to one equation finds. */
interface Reduced {
  readonly roots: Located[];
  /** Whether it is proved that there are no others: where formulas of formulas of the pivot explode nothing is. */
  readonly decided: boolean;
}

function reduced(model: Model, elimination: Elimination, box: readonly Interval[]): Reduced {
  const { pivot } = elimination;
  const [low, high] = box[pivot];
  const parameters = parameterPoints(model);
  const states: Interval[] = box.map(() => [NaN, NaN]);
  const on =
    <T>(bound: (states: readonly Interval[], parameters: readonly Interval[]) => T) =>
    (x: Interval): T => {
      states[pivot] = x;
      return bound(states, parameters);
    };
  const enclose = on(elimination.balanceAndSlope);
  const condition = on(elimination.balance);
  const wholeState = on(elimination.states);
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
  const located = roots.map((root) => {
    const line = root.high - root.low > leastLine * (high - low) ? pointOfLine(model, root, stateAt) : undefined;
    return line ?? refine(model, pivot, root, value, stateAt, 1e-9 * (high - low));
  });
  // a zero where two parts of the window meet is found in both
  const all = located.flat();
  const once = all.filter((one, k) => all.slice(0, k).every((other) => apart(model, one.y, other.y)));
  return { roots: once, decided: located.every((some) => some.length > 0) };
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

const leastLine = 1e-3; // of the box: what is not told apart from zero over so much is no double zero

/** The middle of an interval in which everything rests; undefined if it does not. */
function pointOfLine(
  model: Model,
  { low, high }: IsolatedRoot,
  stateAt: (x: number) => Float64Array,
): Located[] | undefined {
  const along = [0.5, 0.02, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.98].map((share) => stateAt(low + share * (high - low)));
  if (!along.every((y) => residualAt(model, y) < refinedResidual)) return undefined;
  return [{ y: along[0], status: "refined", onLine: true }];
}

function searched(model: Model, box: readonly Interval[], incomplete: string[]): Located[] {
  const { starts, left } = boxRoots(model, box);
  if (left > 0) incomplete.push(`${left} parts of the window, which was cut into boxes, were not searched to the end`);
  const widths = box.map(([a, b]) => b - a);
  const list: Located[] = [];
  for (const start of starts) {
    const { y, residual } = newton(model, start);
    const inside = y.every((v, i) => v >= box[i][0] - 1e-9 * widths[i] && v <= box[i][1] + 1e-9 * widths[i]);
    if (residual < refinedResidual && inside && list.every((other) => apart(model, y, other.y)))
      list.push({ y, status: "refined" });
  }
  // Where a divisor may vanish, what a reduction finds is right but perhaps not all.
  const [best] = eliminations(model);
  for (const e of best ? reduced(model, best, box).roots : [])
    if (e.status === "refined" && list.every((f) => apart(model, e.y, f.y))) list.push(e);
  return list;
}

const fewestOnLine = 8; // a fold of equilibria is one point, of which a model has few at one setting

/** Of points at which an eigenvalue is 0, the one nearest to the middle of the box, where there are so many. */
function oneOfLine(model: Model, all: readonly Located[], box: readonly Interval[]): Located[] {
  if (all.length < fewestOnLine && !all.some(({ onLine }) => onLine)) return [...all];
  const isSingular = (located: Located): boolean =>
    /^(saddle-node|non-hyperbolic|line of equilibria)$/.test(describeEquilibrium(model, located).kind);
  const singular = all.filter(isSingular);
  if (singular.length < fewestOnLine && !singular.some(({ onLine }) => onLine)) return [...all];
  const fromMiddle = ({ y }: Located): number =>
    norm(y.map((v, i) => (v - middleOf(box[i])) / (box[i][1] - box[i][0])));
  const [nearest] = singular.sort((a, b) => fromMiddle(a) - fromMiddle(b));
  return [...all.filter((located) => !singular.includes(located)), { ...nearest, onLine: true }];
}

const apart = (model: Model, a: Float64Array, b: Float64Array): boolean =>
  model.stateNames.some((name, i) => Math.abs(a[i] - b[i]) > 1e-7 * (model.ranges[name][1] - model.ranges[name][0]));

const middleOf = ([a, b]: Interval): number => a + (b - a) / 2;
