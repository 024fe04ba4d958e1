import { printUnit } from "../../../figure/label.js";
import { quantityColour } from "../../../figure/quantity-colours.js";
import { light } from "../../../figure/theme.js";
import { valueInWords } from "../figures/words.js";
import { betweenCrossings, sectionOutline } from "../panels/apart.js";
import { amountIn, chosenIn, type PanelDrawing } from "../panels/panel.js";
import type { Recording } from "../runs/snapshot.js";
import { axisOf } from "./course-of.js";
import { nextAgainstLast, orderInWords } from "./next-against-last.js";

/** Where a run passes a level of a state upward: a place between two of its moments, as a number of moments. */
function crossingsOf({ time, states }: Recording, through: string, level: number): readonly number[] {
  const values = states[through];
  const found: number[] = [];
  for (let k = 1; k < values.length; k++)
    if (values[k - 1] < level && values[k] >= level && time[k] > time[k - 1])
      // a reset is no crossing
      found.push(k - 1 + (level - values[k - 1]) / (values[k] - values[k - 1]));
  return found;
}

/** A column at such places. */
const at = (column: Float64Array, places: readonly number[]): Float64Array =>
  Float64Array.from(places, (place) => {
    const k = Math.floor(place);
    return column[k] + (place - k) * ((column[k + 1] ?? column[k]) - column[k]);
  });

/** Each crossing of a level against the one before it. */
export const sectionDrawing: PanelDrawing = {
  draw({ model, recording }, _answer, option) {
    const [through, shown] = chosenIn(sectionOutline, model, option);
    const level = amountIn(sectionOutline, model, option);
    const places = crossingsOf(recording, through, level);
    const where = `${through} = ${valueInWords(level, model.units[through])}`;
    const count = `The run rises through ${where} ${places.length === 1 ? "once" : `${places.length} times`}`;
    const times = at(recording.time, places);
    const values =
      shown === betweenCrossings ? times.subarray(1).map((t, k) => t - times[k]) : at(recording.states[shown], places);
    if (values.length < 2)
      return { words: `${count}, too seldom to compare: let it run for longer, or move the level.` };
    const [name, unit] = shown === betweenCrossings ? ([shown, "ms"] as const) : axisOf(model, shown);
    const inUnit = unit === "1" ? "" : ` (${printUnit(unit)})`;
    return {
      figure: nextAgainstLast(values, [name, unit], quantityColour(shown, model) ?? light.ink),
      words: `${count}. ${shown}${inUnit}: ${orderInWords(values)}.`,
    };
  },
};
