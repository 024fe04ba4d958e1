import type { Equilibrium } from "../../../dynamics/equilibria/equilibrium.js";
import { printUnit } from "../../../figure/label.js";
import type { Model } from "../../../model/model.js";
import { SimulationError } from "../../../solve/simulation-error.js";
import { numberText } from "../../../text/number.js";
import type { Recording } from "../runs/snapshot.js";

/** "6 spikes; the last two are 14.6 ms apart (68 Hz)": a run in words. */
export function inWords({
  spikes,
  time,
  states,
  model,
}: Pick<Recording, "spikes" | "time" | "states" | "model">): string {
  const n = spikes.length;
  const end = time[time.length - 1];
  if (model !== undefined && !model.spiking.threshold) return endInWords(model, end, states);
  if (n === 0) return `no spike in ${numberText(end)} ms`;
  if (n === 1) return `1 spike, at ${spikes[0].toFixed(1)} ms`;
  const interval = spikes[n - 1] - spikes[n - 2];
  return `${n} spikes; the last two are ${interval.toFixed(1)} ms apart (${(1000 / interval).toFixed(0)} Hz)`;
}

/** "−65 mV". */
export const valueInWords = (value: number, unit: string): string =>
  unit === "1" ? numberText(value) : `${numberText(value)} ${printUnit(unit)}`;

/** What a search for rest leaves of a zero is a zero. */
const nothingOrMore = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value);

/** "V goes from −65 to −60.1 mV in 50 ms", for a model that has no spikes. */
function endInWords(model: Model, end: number, states: Recording["states"]): string {
  const ways = model.stateNames.map((name) => {
    const [first, last] = [states[name][0], states[name][states[name].length - 1]].map(nothingOrMore);
    return `${name} goes from ${numberText(first)} to ${valueInWords(last, model.units[name])}`;
  });
  return `${ways.join(", ")} in ${numberText(end)} ms`;
}

/** "stable focus at −61 mV", for each of a model's equilibria. */
export function restInWords(model: Model, equilibria: readonly Equilibrium[]): string {
  if (equilibria.length === 0) return "no equilibrium";
  const word = (kind: string): string =>
    // In more than two dimensions a saddle may be an oscillation that grows: what counts for a reader is that rest is
    // lost.
    kind === "saddle" && model.stateNames.length > 2 ? "unstable equilibrium" : kind;
  const where = (kind: string): string => (kind === "line of equilibria" ? "through" : "at");
  return equilibria.map(({ kind, state }) => `${word(kind)} ${where(kind)} ${placeInWords(model, state)}`).join("; ");
}

/** "−61 mV", where an equilibrium is; all of it where states have no units. */
export function placeInWords({ stateNames, units, ranges }: Model, state: Equilibrium["state"]): string {
  const [first, second] = stateNames;
  const told = (name: string): string => {
    const [low, high] = ranges[name];
    return numberText(Math.abs(state[name]) < 1e-9 * (high - low) ? 0 : state[name]); // rounding alone is no place
  };
  if (units[first] !== "1") return `${told(first)} ${printUnit(units[first])}`;
  return `${first} = ${told(first)}${second === undefined ? "" : `, ${second} = ${told(second)}`}`;
}

/** "At I = 10: stable focus at −61 mV.", of a model under the current that lasts. */
export function restSentence(model: Model, equilibria: readonly Equilibrium[]): string {
  const rest = restInWords(model, equilibria);
  return model.input === undefined
    ? `${capitalised(rest)}.`
    : `At ${model.input} = ${numberText(model.parameters[model.input], 4)}: ${rest}.`;
}

/** "Not all of it is sure: …, and 2 more.", where something was left out. */
export const unsureInWords = ([first, ...others]: readonly string[]): string[] =>
  first === undefined
    ? []
    : [`Not all of it is sure: ${first}${others.length > 0 ? `, and ${others.length} more` : ""}.`];

/** With a capital, as a sentence begins. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * Why there is no run, for a reader who moves sliders; and of what the pictures are then. @param pictured whether there
 * are any, of a run before
 */
export function failureInWords(error: unknown, pictured: boolean): string {
  const why =
    error instanceof SimulationError ? error.happened : error instanceof Error ? error.message : String(error);
  const before = pictured ? " The pictures are those of the last one." : "";
  return `There is no run at this setting: ${why.replace(/\.$/, "")}.${before}`;
}
