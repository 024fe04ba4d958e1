import type { DataPoint } from "../../../figure/figure.js";
import type { Drag } from "../../page/drag.js";
import type { Picture } from "../../page/picture.js";

/** Axes into which a reader may draw a curve, by its values at equal distances in time. */
export interface DrawableAxes {
  /** ms. */
  readonly duration: number;
  readonly points: number;
  readonly range: readonly [number, number];
  /** Takes new values, by the places of their points. */
  draw(values: Readonly<Record<number, number>>): void;
}

/** A value within a range, at one of a thousand steps of it: what is set by hand needs no more digits. */
export function roundedInto([low, high]: readonly [number, number], value: number): number {
  const digits = 3 - Math.floor(Math.log10(high - low));
  const within = Math.min(high, Math.max(low, value));
  return digits >= 0 && digits < 15 ? Number(within.toFixed(digits)) : within;
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

/** px between two points of a picture; infinite where one is not on it. */
export function distance({ pixelOf }: Picture, a: DataPoint, b: DataPoint): number {
  const [from, to] = [pixelOf(a), pixelOf(b)];
  return from === undefined || to === undefined ? Infinity : Math.hypot(from[0] - to[0], from[1] - to[1]);
}
