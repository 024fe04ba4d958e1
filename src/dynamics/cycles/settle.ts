import { log } from "../../numerics/elementary.js";
import { bracketedRoot } from "../../numerics/root.js";
import type { Stepper } from "../../solve/methods/stepper.js";
import { degree, type Orbit } from "./orbit/orbit-polynomial.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { flow } from "../system/flow.js";

/** Where a trajectory goes. */
type Fate =
  | { readonly kind: "equilibrium"; readonly z: Float64Array }
  | { readonly kind: "cycle"; readonly orbit: Orbit }
  | { readonly kind: "diverges" }
  | { readonly kind: "undecided" };

const firstChunk = 400; // steps; each chunk has twice as many
const chunks = 6;
const mostReturns = 12; // spikes in one period of a burst
const outOfBounds = 30; // widths of the ranges

/**
 * Integrates until the trajectory rests, repeats itself or leaves: returns to a section halfway between the extremes of
 * the state that moves most are compared with earlier returns. A `cycle` is a guess, good to about 1e-4 of its size,
 * for Newton's method to confirm.
 *
 * @param direction −1 integrates backward in time, towards repellers
 */
export function settle(family: VectorFieldFamily, start: Float64Array, direction: 1 | -1 = 1): Fate {
  const { n } = family;
  const parameter = start[n];
  const { stepper, run } = flow(family, parameter, direction);
  let y: Float64Array = start.slice(0, n);
  let section: { readonly i: number; readonly level: number } | undefined;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const low = new Float64Array(n).fill(Infinity),
      high = new Float64Array(n).fill(-Infinity);
    const returns: { readonly t: number; readonly y: Float64Array }[] = [];
    const most = firstChunk * 2 ** chunk;
    let steps = 0;
    const end = run(y, Infinity, (t, from, tNext, to) => {
      for (let i = 0; i < n; i++) {
        low[i] = Math.min(low[i], to[i]);
        high[i] = Math.max(high[i], to[i]);
      }
      if (section && from[section.i] < section.level && to[section.i] >= section.level)
        returns.push(crossing(stepper, section, t, tNext, from, to));
      return ++steps >= most || returns.length > 4 * mostReturns || to.some((v) => Math.abs(v) > outOfBounds);
    });
    y = end;
    if (!y.every((v) => Math.abs(v) <= outOfBounds)) return { kind: "diverges" };
    const spread = high.map((v, k) => v - low[k]);
    if (Math.max(...spread) < 1e-6) return { kind: "equilibrium", z: Float64Array.of(...y, parameter) };
    const period = periodOf(returns, spread);
    if (period !== undefined)
      return { kind: "cycle", orbit: orbitFrom(family, parameter, direction, period.y, period.T) };
    const i = spread.indexOf(Math.max(...spread));
    section = { i, level: (low[i] + high[i]) / 2 };
  }
  return { kind: "undecided" };
}

function crossing(
  stepper: Stepper,
  { i, level }: { readonly i: number; readonly level: number },
  t: number,
  tNext: number,
  from: Float64Array,
  to: Float64Array,
): { t: number; y: Float64Array } {
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
  returns: readonly { readonly t: number; readonly y: Float64Array }[],
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
function orbitFrom(family: VectorFieldFamily, parameter: number, direction: 1 | -1, y: Float64Array, T: number): Orbit {
  const { n } = family;
  const { stepper, run } = flow(family, parameter, direction);
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
  };
  return direction > 0 ? forward : reversed(forward, n);
}

function reversed({ mesh, nodes, logPeriod, parameter }: Orbit, n: number): Orbit {
  const count = nodes.length / n;
  return {
    mesh: mesh.map((_, j) => 1 - mesh[mesh.length - 1 - j]),
    nodes: nodes.map((_, k) => nodes[(count - 1 - Math.floor(k / n)) * n + (k % n)]),
    logPeriod,
    parameter,
  };
}
