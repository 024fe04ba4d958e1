import type { Model } from "../../model/model.js";
import { simulate } from "../../solve/simulate.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { bursts, type Burst } from "../../spikes/bursts.js";

/** A run of the model that has forgotten how it began. */
export interface SettledRun {
  readonly run: Trajectory;
  /** Whole ones: the first and the last of the run are left out. */
  readonly bursts: readonly Burst[];
  /** Whether the second half of the run goes through the same values of the slow state as the first. */
  readonly settled: boolean;
}

const firstDuration = 1000; // ms
const mostDoublings = 7;
const mostSteps = 400_000; // of all runs together
const leastBursts = 3;
const agreement = 0.05; // of the values that the slow state goes through
const still = 1e-3; // of its range: what moves less stands still

/**
 * Runs the model on and on, each time twice as long, until its slow state goes through the same values again, in bursts
 * alike if there are any.
 */
export function settledRun(model: Model, slow: string, duration: number | undefined): SettledRun {
  let steps = 0;
  let initial = Float64Array.from(model.stateNames, (name) => model.states[name]);
  for (let k = 0; ; k++) {
    const run = simulate(model, { duration: duration ?? firstDuration * 2 ** k, initial });
    steps += run.cost.steps;
    const found = bursts(run.spikes).slice(1, -1);
    const settled = repeats(model, slow, run) && (found.length === 0 || areAlike(found));
    const last = duration !== undefined ? k > 0 : k === mostDoublings || steps > mostSteps;
    if (last || (settled && duration === undefined)) return { run, bursts: found, settled };
    initial = Float64Array.from(model.stateNames, (name) => run.states[name][run.time.length - 1]);
  }
}

/** Whether there are enough bursts, of as many spikes but for one: a run of others goes on. */
function areAlike(found: readonly Burst[]): boolean {
  const counts = found.map(({ count }) => count);
  return found.length >= leastBursts && Math.max(...counts) - Math.min(...counts) <= 1;
}

function repeats({ ranges }: Model, slow: string, { time, states }: Trajectory): boolean {
  const values = states[slow];
  const middle = time.findIndex((t) => t > time[time.length - 1] / 2);
  const hull = (part: Float64Array): [number, number] => [
    part.reduce((least, v) => Math.min(least, v)),
    part.reduce((most, v) => Math.max(most, v)),
  ];
  const [a, b] = hull(values.subarray(0, middle));
  const [c, d] = hull(values.subarray(middle));
  const tolerance = agreement * (d - c) + still * (ranges[slow][1] - ranges[slow][0]);
  return Math.abs(a - c) <= tolerance && Math.abs(b - d) <= tolerance;
}
