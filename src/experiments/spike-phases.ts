import { run as madeRun, requireMade } from "../checks/require-made.js";
import { bracketedRoot } from "../numerics/root.js";
import type { Model } from "../model/model.js";
import type { Trajectory } from "../solve/trajectory.js";
import { spikingModel } from "./self-driven.js";

/** The phases of a spike, in the order in which they begin. */
export const spikePhaseNames = [
  "rest",
  "depolarisation",
  "upstroke",
  "repolarisation",
  "hyperpolarisation",
  "refractory",
] as const;

/** One of `spikePhaseNames`. */
export type SpikePhaseName = (typeof spikePhaseNames)[number];

/** A stretch of a run, ms. */
export interface SpikePhase {
  readonly name: SpikePhaseName;
  readonly from: number;
  readonly to: number;
}

/** The voltage has left rest, or its peak, when it is this part of the spike's height away from it. */
const departure = 0.01;
/** A voltage that rises above rest by less than this part of the spike's height has crept back to it. */
const overshoot = 0.001;
/** A gate has recovered when it is within this part of its largest excursion from rest. */
const recovered = 0.1;

/**
 * The phases of the first spike of a run that begins at rest, found by what drives the voltage V, the first state:
 *
 * - rest: until V has risen by a hundredth of the spike's height;
 * - depolarisation: the stimulus lifts V against the membrane's own currents;
 * - upstroke: the membrane's own net current has turned inward and carries V to the peak;
 * - repolarisation: from the peak down to the resting potential;
 * - hyperpolarisation: below the resting potential, until V crosses it again; if it only creeps back, until it is a
 *   hundredth of the spike's height away;
 * - refractory: from the beginning of the upstroke until all gates (the other states) are back within a tenth of their
 * largest
 *   excursion. It lies across the phases before it instead of following them.
 *
 * A phase that the run does not reach is missing; one that it does not finish ends with it: a voltage that stays up has
 * no repolarisation.
 * @throws RangeError if the run has no spike, or none that the model makes without a reset
 */
export function spikePhases(run: Trajectory): readonly SpikePhase[] {
  requireMade("spikePhases", run, madeRun);
  const model = spikingModel(run);
  if (model.spiking.reset) throw new RangeError(`the spike of ${model.name} is drawn by its reset and has no phases`);
  if (run.spikes.length === 0) throw new RangeError("spikePhases: there is no spike in this run");
  const [voltage, ...gates] = model.stateNames;
  const V = run.states[voltage];
  const rest = V[0];
  const end = run.time[run.time.length - 1];
  const crossing = firstRow(run.time, run.spikes[0]);
  const peak = peakTime(run, model, crossing);
  const height = run.at(peak)[voltage] - rest;
  const falls = V.some((value, row) => run.time[row] > peak && value < rest + (1 - departure) * height);

  const above =
    (level: number) =>
    (t: number): number =>
      run.at(t)[voltage] - level;
  const ownDrive = (t: number): number => model.field(run.at(t))[0];
  const left = lastRoot(run, above(rest + departure * height), run.spikes[0]) ?? 0;
  const lifted = lastRoot(run, ownDrive, run.spikes[0]) ?? left;
  const home = nextRoot(run, above(rest), peak);
  const dip = home === undefined ? undefined : returnToRest(run, voltage, home, { rest, height });
  const whole = Math.max(left, lifted);
  const recovery = gates.length === 0 ? peak : Math.max(...gates.map((gate) => recoveryTime(run, gate, peak)));

  return [
    { name: "rest", from: 0, to: left },
    { name: "depolarisation", from: left, to: whole },
    { name: "upstroke", from: whole, to: falls ? peak : end },
    ...(falls ? [{ name: "repolarisation", from: peak, to: home ?? end } as const] : []),
    ...(dip === undefined ? [] : [{ name: "hyperpolarisation", from: dip.from, to: dip.to ?? end } as const]),
    { name: "refractory", from: whole, to: recovery },
  ];
}

/**
 * Where V stops rising after the crossing of the threshold: dV/dt with the stimulus passes through zero, or the
 * stimulus jumps.
 */
function peakTime(run: Trajectory, model: Model, crossing: number): number {
  const V = run.states[model.stateNames[0]];
  let top = crossing;
  while (top + 1 < V.length && V[top + 1] >= V[top]) top++;
  const driven = model.input === undefined ? model : model.with({ [model.input]: run.input[top] });
  const rising = (t: number): number => driven.field(run.at(t))[0];
  const [a, b] = [run.time[Math.max(top - 1, 0)], run.time[Math.min(top + 1, V.length - 1)]];
  return opposite(rising(a), rising(b)) ? root(rising, a, b) : run.time[top];
}

/** From where V has passed its rest on the way down until it is back; undefined where it does not leave it. */
function returnToRest(
  run: Trajectory,
  voltage: string,
  home: number,
  { rest, height }: { readonly rest: number; readonly height: number },
): { from: number; to: number | undefined } | undefined {
  const at = (level: number) => (t: number) => run.at(t)[voltage] - level;
  const crossing = nextRoot(run, at(rest), home);
  const V = run.states[voltage];
  const highest = V.subarray(firstRow(run.time, crossing ?? home)).reduce((a, b) => Math.max(a, b));
  if (crossing !== undefined && highest > rest + overshoot * height) return { from: home, to: crossing };
  let lowest = firstRow(run.time, home);
  for (let row = lowest; row < V.length; row++) if (V[row] < V[lowest]) lowest = row;
  const near = rest - departure * height;
  return V[lowest] > near ? undefined : { from: home, to: nextRoot(run, at(near), run.time[lowest]) };
}

/**
 * When a state has come within `recovered` of its largest excursion and stays there; the end of the run if it never
 * does.
 */
function recoveryTime(run: Trajectory, gate: string, peak: number): number {
  const x = run.states[gate];
  const rest = x[0];
  const excursion = x.reduce((most, value) => Math.max(most, Math.abs(value - rest)), 0);
  const outside = (t: number): number => Math.abs(run.at(t)[gate] - rest) - recovered * excursion;
  const next = run.spikes.length > 1 ? firstRow(run.time, run.spikes[1]) : x.length;
  let row = next - 1;
  while (row > 0 && run.time[row] > peak && outside(run.time[row]) <= 0) row--;
  return row === next - 1 ? run.time[row] : root(outside, run.time[row + 1], run.time[row]);
}

/** The last time before `until` at which f passes from negative to positive on the run's own grid. */
function lastRoot(run: Trajectory, f: (t: number) => number, until: number): number | undefined {
  for (let row = firstRow(run.time, until) - 1; row >= 0; row--) {
    if (f(run.time[row]) < 0)
      return row + 1 < run.time.length ? root(f, run.time[row], Math.min(run.time[row + 1], until)) : undefined;
  }
  return undefined;
}

/** The next time after `from` at which f changes its sign. */
function nextRoot(run: Trajectory, f: (t: number) => number, from: number): number | undefined {
  let row = firstRow(run.time, from) + 1;
  const sign = Math.sign(f(run.time[row] ?? from));
  for (; row < run.time.length; row++) {
    if (Math.sign(f(run.time[row])) === -sign) return root(f, run.time[row - 1], run.time[row]);
  }
  return undefined;
}

function root(f: (t: number) => number, a: number, b: number): number {
  const [fa, fb] = [f(a), f(b)];
  return opposite(fa, fb) ? bracketedRoot(f, a, b, fa, fb, 1e-9) : b;
}

const opposite = (a: number, b: number): boolean => a < 0 !== b < 0;

const firstRow = (time: Float64Array, t: number): number => {
  const row = time.findIndex((value) => value >= t);
  return row < 0 ? time.length - 1 : row;
};
