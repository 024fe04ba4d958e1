import { quantityColour } from "../../../figure/quantity-colours.js";
import { printUnit } from "../../../figure/label.js";
import { numberText } from "../../../text/number.js";
import type { Mark } from "../../page/marks.js";
import { ownColour } from "../../page/page-theme.js";
import type { Recording } from "../runs/snapshot.js";
import { axesOf, tracePanels } from "./trace-panels.js";

/** Where a run is at a moment: its states, and the input, by "input". */
export function momentOf({ time, states, input }: Recording, at: number): Readonly<Record<string, number>> {
  let [low, high] = [0, time.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (time[middle] <= at) low = middle;
    else high = middle;
  }
  const part = time[high] > time[low] ? Math.min(1, Math.max(0, (at - time[low]) / (time[high] - time[low]))) : 0;
  const value = (column: Float64Array): number => column[low] + part * (column[high] - column[low]);
  return {
    ...Object.fromEntries(Object.entries(states).map(([name, column]) => [name, value(column)])),
    input: value(input),
  };
}

/** The moment at which a run passes nearest to a state of two names, ms. @param widths of the window, to compare by */
export function momentNear(
  { time, states }: Recording,
  state: Readonly<Record<string, number>>,
  widths: Readonly<Record<string, number>>,
): number {
  const names = Object.keys(state);
  let [best, least] = [0, Infinity];
  for (let k = 0; k < time.length; k++) {
    let sum = 0;
    for (const name of names) sum += ((states[name][k] - state[name]) / widths[name]) ** 2;
    if (sum < least) [best, least] = [k, sum];
  }
  return time[best];
}

/** A line through the run's panels at a moment, and a dot on each of its curves. */
export function marksOfRun(recording: Recording, at: number): readonly Mark[] {
  const { model } = recording;
  if (model === undefined) return [];
  const moment = momentOf(recording, at);
  const dots = tracePanels(model)
    .flat()
    .map((name): Mark => {
      const colour = ownColour(quantityColour(name, model)) ?? "currentColor";
      return { kind: "dot", axes: axesOf(model, name).both, x: at, y: moment[name], colour };
    });
  return [{ kind: "rule", x: at }, ...dots];
}

/** "12.3 ms: V = −20 mV, n = 0.31, I = 10 µA/cm²". */
export function momentInWords(recording: Recording, at: number): string {
  const { model } = recording;
  if (model === undefined) return "";
  const parts = Object.entries(momentOf(recording, at)).flatMap(([key, value]) => {
    const name = key === "input" ? model.input : key;
    if (name === undefined) return [];
    const unit = model.units[name] === "1" ? "" : ` ${printUnit(model.units[name])}`;
    return [`${name} = ${numberText(value, 3)}${unit}`];
  });
  return `${at.toFixed(1)} ms: ${parts.join(", ")}`;
}
