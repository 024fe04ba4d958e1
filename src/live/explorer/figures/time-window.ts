import type { Figure } from "../../../figure/figure.js";
import { numberText } from "../../../text/number.js";

/** ms. */
type Extent = readonly [number, number];

/** A part of the run: bounds are rounded, so that a look from closer and back misses the whole by less. */
const rounding = 1e-4;

/** A window of time as it lies within a run; undefined where all of the run is in it, or none. @param duration ms */
export function timeWithin(window: Extent | undefined, duration: number): Extent | undefined {
  if (window === undefined) return undefined;
  const width = Math.min(duration, window[1] - window[0]);
  const from = Math.min(duration - width, Math.max(0, window[0]));
  return width < (1 - rounding) * duration ? [from, from + width] : undefined;
}

/** A figure over time, of which the window alone is seen. */
export function seenWithin({ data, layout }: Figure, window: Extent | undefined): Figure {
  if (window === undefined) return { data, layout };
  const { description } = layout.meta as { readonly description: string };
  const [from, to] = window.map((t) => numberText(t, 4));
  return {
    data,
    layout: {
      ...layout,
      xaxis: { ...layout.xaxis, range: [...window] },
      meta: { description: `${description}; seen from ${from} to ${to} ms` },
    },
  };
}
