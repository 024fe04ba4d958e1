import { symbolText } from "../../../figure/label.js";
import type { Model } from "../../../model/model.js";
import { time } from "../panels/apart.js";
import type { Recording } from "../runs/snapshot.js";

/** The course of a quantity over a run, by its name: a state, the input, what the equations name, or time, ms. */
export function courseOf(recording: Recording, model: Model, name: string): Float64Array {
  if (name === time) return recording.time;
  if (name === model.input) return recording.input;
  return recording.states[name] ?? recording.quantity(name);
}

/** Its symbol and its unit, as an axis has them. */
export const axisOf = (model: Model, name: string): readonly [string, string] =>
  name === time ? [time, "ms"] : [symbolText(name, model.symbols), model.units[name] ?? "1"];
