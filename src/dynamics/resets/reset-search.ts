import { equilibriaNear } from "../equilibria/equilibria.js";
import { modelAt, type VectorFieldFamily } from "../system/vector-field-family.js";
import { landings, type Fly } from "./flight.js";
import { cycleNear, type ResetCycle } from "./reset-cycle.js";
import type { SpikeRule } from "./spike-rule.js";

/** What running from spike to spike finds at one value of the parameter. */
interface ResetCyclesFound {
  readonly cycles: readonly ResetCycle[];
  /** A run that goes on spiking and does not repeat itself within `mostSpikes`. */
  readonly irregular: boolean;
}

const settling = 150; // spikes before a repetition is looked for
const mostSpikes = 24;
const near = 1e-5; // of the widths of the ranges

/** Stable cycles through resets, and those with one spike in a period whether stable or not. */
export function resetCyclesAt(family: VectorFieldFamily, rule: SpikeRule, fly: Fly, at: number): ResetCyclesFound {
  const land = landings(family, rule);
  const cycles: ResetCycle[] = [];
  let irregular = false;
  const add = (cycle: ResetCycle | undefined): void => {
    if (cycle && !cycles.some((known) => sameCycle(known, cycle))) cycles.push(cycle);
  };
  for (const start of startsAt(family, rule, at)) {
    const course: Float64Array[] = [];
    let z: Float64Array = start;
    for (let k = 0; k < settling + 2 * mostSpikes; k++) {
      const next = land(z);
      if (next === undefined) break;
      z = next;
      course.push(z);
      if (k === 0 || k === 5) add(cycleNear(fly, z, 1));
      if (k > 10 && k < settling && repeatsAfter(course, 1e-7) !== undefined) break;
    }
    if (course.length < settling && repeatsAfter(course, 1e-7) === undefined) continue;
    const count = repeatsAfter(course, near);
    if (count === undefined) irregular = true;
    else add(cycleNear(fly, z, count));
  }
  return { cycles, irregular: irregular && cycles.every(({ unstable }) => unstable > 0) };
}

/** The number of spikes after which the last state comes back. */
function repeatsAfter(course: readonly Float64Array[], tolerance: number): number | undefined {
  const last = course.length - 1;
  const apart = (k: number, l: number): number =>
    course[k].reduce((most, v, i) => Math.max(most, Math.abs(v - course[l][i])), 0);
  for (let k = 1; k <= mostSpikes && last - 2 * k >= 0; k++)
    if (apart(last, last - k) < tolerance && apart(last - k, last - 2 * k) < 4 * tolerance) return k;
  return undefined;
}

/** Whether two cycles are one, begun perhaps at another of its spikes. */
export function sameCycle(a: ResetCycle, b: ResetCycle): boolean {
  if (a.flights.length !== b.flights.length || Math.abs(a.period - b.period) > 1e-4 * a.period) return false;
  return a.flights.some(({ after }) => after.every((v, i) => Math.abs(v - b.z[i]) < 1e-4));
}

/** The states after a spike from where the model begins, from its equilibria, and from either side of them. */
function startsAt(family: VectorFieldFamily, rule: SpikeRule, at: number): Float64Array[] {
  const { model, n, scale } = family;
  const there = modelAt(family, Float64Array.of(...new Float64Array(n), at));
  const own = Float64Array.of(...model.stateNames.map((name, i) => there.states[name] / scale[i]), at);
  const places = [own, ...equilibriaNear(there).map(({ state }) => scaledState(family, state, at))];
  const shifted = n < 2 ? [] : [own.map((v, i) => (i > 0 && i < n ? v + 0.2 : v))];
  return [...places, ...shifted]
    .map((z) => Float64Array.of(...rule.reset(z), at))
    .filter((z, k, all) => all.findIndex((other) => other.every((v, i) => Math.abs(v - z[i]) < 1e-6)) === k);
}

const scaledState = (
  { model, scale }: VectorFieldFamily,
  state: Readonly<Record<string, number>>,
  at: number,
): Float64Array => Float64Array.of(...model.stateNames.map((name, i) => state[name] / scale[i]), at);
