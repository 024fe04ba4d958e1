import { log } from "../../numerics/elementary.js";
import { bracketedRoot } from "../../numerics/root.js";
import type { Stepper } from "../../solve/methods/stepper.js";
import type { Mark, Section } from "./orbit/mark.js";
import { degree, type Orbit } from "./orbit/orbit-polynomial.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { flow } from "../system/flow.js";

/** Where a trajectory goes. */
type Fate =
  | { readonly kind: "equilibrium"; readonly z: Float64Array }
  | { readonly kind: "cycle"; readonly orbit: Orbit; readonly mark: Mark }
  | { readonly kind: "known cycle"; readonly mark: Mark }
  /** Or it reaches the threshold at which the model is reset. */
  | { readonly kind: "diverges" }
  | {
      readonly kind: "undecided";
      /** Its last turn, if it made some: near a cycle that it approaches too slowly, or a bad guess. */
      readonly lastTurn?: Orbit;
    };

/** Steps of each stretch of a run; the section for returns is chosen anew after each. */
const stretches: readonly { readonly steps: number; readonly stiff: boolean }[] = [
  ...[400, 800, 1600, 3200].map((steps) => ({ steps, stiff: false })),
  ...[800, 1600, 3200, 6400].map((steps) => ({ steps, stiff: true })), // steps that stability had kept short grow here
];
const mostReturns = 12; // spikes in one period of a burst
const outOfBounds = 30; // widths of the ranges
const captured = 2e-3; // widths of the ranges: so near a stable equilibrium there is no cycle but one about to vanish
const onTrack = 1e-3; // widths of the ranges: so near a cycle that attracts a trajectory goes on to it
const glance = 250; // steps, several turns of a small oscillation: whether it has come to rest is asked so often

interface Return {
  readonly t: number;
  readonly y: Float64Array;
}

/** How a trajectory is followed; see `settle`. */
export interface SettleOptions {
  readonly direction?: 1 | -1;
  readonly resting?: readonly Float64Array[];
  readonly marks?: readonly Mark[];
  /** Steps good to 1e-6 instead of 1e-8, of which 0.4 times as many do: for a survey of what may lie elsewhere. */
  readonly rough?: boolean;
}

/**
 * Integrates until the trajectory rests, repeats itself or leaves: returns to a section halfway between the extremes of
 * the state that moves most are compared with earlier returns. A `cycle` is a guess, good to about 1e-4 of its size,
 * for Newton's method to confirm.
 *
 * @param resting the equilibria at which it can come to rest
 * @param marks of cycles on which others have ended: a trajectory that comes to one of them needs not be run on
 * @param direction −1 integrates backward in time, towards repellers
 */
export function settle(
  family: VectorFieldFamily,
  start: Float64Array,
  { direction = 1, resting = [], marks = [], rough = false }: SettleOptions = {},
): Fate {
  const { n } = family;
  const parameter = start[n];
  const place = start.slice();
  const spikes = (there: Float64Array): boolean => {
    place.set(there);
    return family.aboveThreshold(place) >= 0;
  };
  let y: Float64Array = start.slice(0, n);
  let section: Section | undefined;
  let returns: Return[] = [];
  let elapsed = 0; // at the start of the stretch
  for (const { steps, stiff } of stretches) {
    const [accuracy, share] = stiff ? [1e-6, 1] : rough ? [1e-6, 0.4] : [1e-8, 1];
    const { stepper, run } = flow(family, parameter, { direction, stiff, accuracy });
    const most = share * steps,
      look = share * glance;
    const whole = box(n);
    let lately = box(n);
    let made = 0,
      taken = 0,
      fresh = 0,
      period: ReturnType<typeof periodOf>,
      rested: Float64Array | undefined,
      met: Mark | undefined;
    y = run(y, Infinity, (t, from, tNext, to) => {
      widen(whole, to);
      widen(lately, to);
      met = marks.find((mark) => {
        if (!(from[mark.i] < mark.level && to[mark.i] >= mark.level)) return false;
        const { y: there } = crossing(stepper, mark, t, tNext, from, to);
        return there.every((v, i) => Math.abs(v - mark.y[i]) < onTrack);
      });
      if (section && from[section.i] < section.level && to[section.i] >= section.level) {
        const { t: at, y: there } = crossing(stepper, section, t, tNext, from, to);
        returns.push({ t: elapsed + at, y: there });
        fresh++;
        if (fresh > 2) period = periodOf(returns, spreadOf(whole));
      }
      taken = tNext;
      made++;
      if (made % look === 0) {
        rested = resting.find((z) => closeTo(lately, z));
        lately = box(n);
      }
      if (met || period || rested) return true;
      return made >= most || fresh > 4 * mostReturns || spikes(to) || !withinBounds(to);
    });
    elapsed += taken;
    if (met) return { kind: "known cycle", mark: met };
    if (rested) return { kind: "equilibrium", z: rested };
    if (spikes(y) || !withinBounds(y)) return { kind: "diverges" };
    const spread = spreadOf(whole);
    if (Math.max(...spread) < 1e-6) return { kind: "equilibrium", z: Float64Array.of(...y, parameter) };
    if (period !== undefined && section !== undefined) {
      const orbit = orbitFrom(family, parameter, direction, stiff, period.y, period.T);
      return { kind: "cycle", orbit, mark: { ...section, y: period.y } };
    }
    const widest = spread.indexOf(Math.max(...spread));
    const depth = section && section.i === widest ? (section.level - whole.low[widest]) / spread[widest] : NaN;
    if (depth > 0.25 && depth < 0.75) continue; // the same section will do, and its returns count
    section = { i: widest, level: (whole.low[widest] + whole.high[widest]) / 2 };
    returns = [];
  }
  const [before, last] = returns.slice(-2);
  if (last === undefined) return { kind: "undecided" };
  return { kind: "undecided", lastTurn: orbitFrom(family, parameter, direction, true, last.y, last.t - before.t) };
}

/** What a trajectory has passed through, state by state. */
interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const box = (n: number): Box => ({
  low: new Float64Array(n).fill(Infinity),
  high: new Float64Array(n).fill(-Infinity),
});

function widen({ low, high }: Box, y: Float64Array): void {
  for (let i = 0; i < y.length; i++) {
    if (y[i] < low[i]) low[i] = y[i];
    if (y[i] > high[i]) high[i] = y[i];
  }
}

function withinBounds(y: Float64Array): boolean {
  for (let i = 0; i < y.length; i++) if (!(Math.abs(y[i]) <= outOfBounds)) return false;
  return true;
}

const spreadOf = ({ low, high }: Box): Float64Array => high.map((v, i) => v - low[i]);

const closeTo = ({ low, high }: Box, z: Float64Array): boolean =>
  low.every((v, i) => Math.abs(v - z[i]) < captured && Math.abs(high[i] - z[i]) < captured);

function crossing(
  stepper: Stepper,
  { i, level }: Section,
  t: number,
  tNext: number,
  from: Float64Array,
  to: Float64Array,
): Return {
  const y = new Float64Array(from.length);
  const theta = bracketedRoot(
    (s) => {
      stepper.interpolate(s, y);
      return y[i] - level;
    },
    0,
    1,
    from[i] - level,
    to[i] - level,
    1e-12,
  );
  stepper.interpolate(theta, y);
  return { t: t + theta * (tNext - t), y };
}

/** The shortest number of returns after which the last one repeats an earlier one, twice over. */
function periodOf(
  returns: readonly Return[],
  spread: Float64Array,
): { readonly y: Float64Array; readonly T: number } | undefined {
  const size = Math.max(...spread);
  const last = returns.length - 1;
  const distance = (a: number, b: number): number =>
    Math.max(...returns[a].y.map((v, i) => Math.abs(v - returns[b].y[i])));
  for (let k = 1; k <= mostReturns && last - 2 * k >= 0; k++) {
    if (distance(last, last - k) < 1e-4 * size && distance(last - k, last - 2 * k) < 3e-4 * size)
      return { y: returns[last].y, T: returns[last].t - returns[last - k].t };
  }
  return undefined;
}

/** One period from a point on a cycle: each integration step becomes an interval of the mesh. */
function orbitFrom(
  family: VectorFieldFamily,
  parameter: number,
  direction: 1 | -1,
  stiff: boolean,
  y: Float64Array,
  T: number,
): Orbit {
  const { n } = family;
  const { stepper, run } = flow(family, parameter, { direction, stiff });
  const times = [0],
    nodes: Float64Array[] = [];
  run(y, T, (t, _from, tNext) => {
    for (let k = 0; k < degree; k++) {
      const point = new Float64Array(n);
      stepper.interpolate(k / degree, point);
      nodes.push(point);
    }
    times.push(tNext);
    return t >= T;
  });
  nodes.push(nodes[0]);
  const last = times[times.length - 1];
  const forward: Orbit = {
    mesh: Float64Array.from(times, (t) => t / last),
    nodes: Float64Array.from(nodes.flatMap((point) => [...point])),
    logPeriod: log(T),
    parameter,
    second: 0,
  };
  return direction > 0 ? forward : reversed(forward, n);
}

function reversed({ mesh, nodes, ...others }: Orbit, n: number): Orbit {
  const count = nodes.length / n;
  return {
    mesh: mesh.map((_, j) => 1 - mesh[mesh.length - 1 - j]),
    nodes: nodes.map((_, k) => nodes[(count - 1 - Math.floor(k / n)) * n + (k % n)]),
    ...others,
  };
}
