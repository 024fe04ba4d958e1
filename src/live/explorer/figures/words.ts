import type { Equilibrium } from "../../../dynamics/equilibria/equilibria.js";
import { printUnit } from "../../../figure/label.js";
import type { Model } from "../../../model/model.js";
import { SimulationError } from "../../../solve/simulation-error.js";
import type { Trajectory } from "../../../solve/trajectory.js";

/** "6 spikes; the last two are 14.6 ms apart (68 Hz)": a run in words. */
export function inWords({
  spikes,
  time,
  states,
  model,
}: Pick<Trajectory, "spikes" | "time" | "states" | "model">): string {
  const n = spikes.length;
  if (model !== undefined && !model.spiking.threshold) return endInWords(model, time.at(-1)!, states);
  if (n === 0) return `no spike in ${round(time.at(-1)!)} ms`;
  if (n === 1) return `1 spike, at ${spikes[0].toFixed(1)} ms`;
  const interval = spikes[n - 1] - spikes[n - 2];
  return `${n} spikes; the last two are ${interval.toFixed(1)} ms apart (${(1000 / interval).toFixed(0)} Hz)`;
}

/** "V goes from −65 to −60.1 mV in 50 ms", for a model that has no spikes. */
const endInWords = (model: Model, end: number, states: Trajectory["states"]): string =>
  model.stateNames
    .map(
      (name) =>
        `${name} goes from ${round(states[name][0])} to ${round(states[name].at(-1)!)}${model.units[name] === "1" ? "" : ` ${printUnit(model.units[name])}`}`,
    )
    .join(", ") + ` in ${round(end)} ms`;

/** "stable focus at −61 mV", for each of a model's equilibria. */
export function restInWords(model: Model, equilibria: readonly Equilibrium[]): string {
  if (equilibria.length === 0) return "no equilibrium";
  const [first, second] = model.stateNames;
  const unit = model.units[first] === "1" ? "" : ` ${printUnit(model.units[first])}`;
  // In more than two dimensions a saddle may be an oscillation that grows: what counts for a reader is that rest is
  // lost.
  const word = (kind: string): string =>
    kind === "saddle" && model.stateNames.length > 2 ? "unstable equilibrium" : kind;
  return equilibria
    .map(({ kind, state }) =>
      unit === ""
        ? `${word(kind)} at ${first} = ${round(state[first])}${second === undefined ? "" : `, ${second} = ${round(state[second])}`}`
        : `${word(kind)} at ${round(state[first])}${unit}`,
    )
    .join("; ");
}

/**
 * Why there is no run, for a reader who moves sliders; and of what the pictures are then. @param pictured whether there
 * are any, of a run before
 */
export function failureInWords(error: unknown, pictured: boolean): string {
  const why =
    error instanceof SimulationError ? error.happened : error instanceof Error ? error.message : String(error);
  return `There is no run at this setting: ${why.replace(/\.$/, "")}.${pictured ? " The pictures are those of the last one." : ""}`;
}

export const round = (value: number): string => String(Number(value.toPrecision(3)) + 0).replace("-", "−");
