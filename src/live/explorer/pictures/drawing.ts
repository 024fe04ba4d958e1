import type { DataPoint } from "../../../figure/figure.js";
import type { Drag } from "../../page/drag.js";
import { roundedInto } from "../../page/handle.js";

/** Axes into which a reader may draw a curve, by its values at equal distances in time. */
export interface DrawableAxes {
  /** ms. */
  readonly duration: number;
  readonly points: number;
  readonly range: readonly [number, number];
  /** Takes new values, by the places of their points. */
  draw(values: Readonly<Record<number, number>>): void;
}

/** A drag that draws a curve; between two events of the pointer it is a straight line. */
export function drawing({ duration, points, range, draw }: DrawableAxes): Drag {
  let last: { readonly k: number; readonly value: number } | undefined;
  const move = ({ x, y }: DataPoint): void => {
    const k = Math.min(points - 1, Math.max(0, Math.round((x / duration) * (points - 1))));
    const from = last ?? { k, value: y };
    const steps = Math.max(1, Math.abs(k - from.k));
    const values: Record<number, number> = {};
    for (let j = 0; j <= steps; j++) {
      const place = Math.round(from.k + ((k - from.k) * j) / steps);
      values[place] = roundedInto(range, from.value + ((y - from.value) * j) / steps);
    }
    last = { k, value: y };
    draw(values);
  };
  return { move };
}
