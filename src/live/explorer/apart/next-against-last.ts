import { extremesOf } from "../../../figure/extremes.js";
import { curves, type AxisQuantity } from "../../../figure/plots/curves/curves.js";
import type { Figure } from "../../../figure/figure.js";
import { light } from "../../../figure/theme.js";
import { numberText } from "../../../text/number.js";

/** Parts of the width, at least a fiftieth of the values, that stay free beside them; and how near two count as one. */
const [aside, least, same] = [0.08, 0.02, 1e-3];

/** Each of some values against the one before it, with the line on which nothing changes. */
export function nextAgainstLast(values: Float64Array, [name, unit]: AxisQuantity, colour: string): Figure {
  const [low, high] = extremesOf(values);
  const middle = (low + high) / 2;
  const half = (0.5 + aside) * Math.max(high - low, least * Math.abs(middle)) || 1;
  const window = [middle - half, middle + half] as const;
  return curves(
    {
      "no change": { x: window, y: window, style: "dashed", colour: light.soft },
      "one after the other": { x: values.subarray(0, -1), y: values.subarray(1), style: "points", colour },
    },
    { x: [`${name}, last`, unit], y: [`${name}, next`, unit], window: { x: window, y: window }, height: 360 },
  );
}

/** How these values go on: they settle, take turns, or do neither. */
export function orderInWords(values: Float64Array): string {
  const [low, high] = extremesOf(values);
  const last = values.subarray(-Math.ceil(values.length / 2));
  const size = Math.max(Math.abs(low), Math.abs(high)) || 1;
  for (let period = 1; period <= mostTurns && 2 * period <= last.length; period++) {
    const isSo = last.every((value, k) => k < period || Math.abs(value - last[k - period]) < same * size);
    if (isSo)
      return period === 1 ? `it settles at ${numberText(last[last.length - 1])}` : `it takes ${period} values by turns`;
  }
  const [from, to] = extremesOf(last).map((value) => numberText(value));
  return `in the second half it goes about between ${from} and ${to}`;
}
const mostTurns = 8;
