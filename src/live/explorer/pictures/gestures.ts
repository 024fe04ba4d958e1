import type { DataPoint } from "../../../figure/figure.js";
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

/** What a drag does with each place of the pointer in the axes in which it began. */
export type Drag = (point: DataPoint) => void;

/**
 * Calls what a drag does, from where the pointer goes down until it goes up, wherever it is; a picture that takes a
 * drag does not scroll the page.
 * @param begin gives what a drag from there does; undefined where there is nothing to drag
 */
export function whileDragged(
  { element, dataAt }: Picture,
  begin: (point: DataPoint, event: PointerEvent) => Drag | undefined,
): void {
  let held: { readonly axes: string; readonly drag: Drag } | undefined;
  element.addEventListener("pointerdown", (event) => {
    const point = dataAt(event);
    const drag = point && begin(point, event);
    if (point === undefined || drag === undefined) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    held = { axes: point.axes, drag };
    drag(point);
  });
  element.addEventListener("pointermove", (event) => {
    if (held === undefined || event.buttons === 0) return;
    const point = dataAt(event, held.axes);
    if (point !== undefined) held.drag(point);
  });
  for (const end of ["pointerup", "pointercancel"])
    element.addEventListener(end, () => {
      held = undefined;
    });
  const holdThePage = (event: Event): void => {
    if (held !== undefined) event.preventDefault();
  };
  element.addEventListener("touchmove", holdThePage, { passive: false });
}

/** A drag that draws a curve; between two events of the pointer it is a straight line. */
export function drawing({ duration, points, range, draw }: DrawableAxes): Drag {
  let last: { readonly k: number; readonly value: number } | undefined;
  return ({ x, y }) => {
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
}

/** px between two points of a picture; infinite where one is not on it. */
export function distance({ pixelOf }: Picture, a: DataPoint, b: DataPoint): number {
  const [from, to] = [pixelOf(a), pixelOf(b)];
  return from === undefined || to === undefined ? Infinity : Math.hypot(from[0] - to[0], from[1] - to[1]);
}
