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

/** A value within a range, at one of a thousand steps of it: what is drawn by hand needs no more digits. */
export function roundedInto([low, high]: readonly [number, number], value: number): number {
  const digits = 3 - Math.floor(Math.log10(high - low));
  const within = Math.min(high, Math.max(low, value));
  return digits >= 0 && digits < 15 ? Number(within.toFixed(digits)) : within;
}

/**
 * Dragging across the axes of a run draws a curve; between two events of the pointer it is a straight line.
 * @param drawable what axes hold by their name, such as "xy2", if they are to be drawn on
 */
export function drawByDragging(
  { element, dataAt }: Picture,
  drawable: (axes: string) => DrawableAxes | undefined,
): void {
  let last: { readonly axes: string; readonly k: number; readonly value: number } | undefined;
  const extend = (event: PointerEvent): void => {
    const pointer = dataAt(event);
    if (pointer === undefined || (last !== undefined && pointer.axes !== last.axes)) return;
    const target = drawable(pointer.axes);
    if (target === undefined) return;
    const k = Math.round((pointer.x / target.duration) * (target.points - 1));
    const from = last ?? { k, value: pointer.y };
    const steps = Math.max(1, Math.abs(k - from.k));
    const values: Record<number, number> = {};
    for (let j = 0; j <= steps; j++) {
      const place = Math.round(from.k + ((k - from.k) * j) / steps);
      values[place] = roundedInto(target.range, from.value + ((pointer.y - from.value) * j) / steps);
    }
    last = { axes: pointer.axes, k, value: pointer.y };
    target.draw(values);
  };
  element.addEventListener("pointerdown", (event) => {
    const pointer = dataAt(event);
    if (pointer === undefined || drawable(pointer.axes) === undefined) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    last = undefined;
    extend(event);
  });
  element.addEventListener("pointermove", (event) => {
    if (event.buttons === 1 && last !== undefined) extend(event);
  });
  for (const end of ["pointerup", "pointercancel"])
    element.addEventListener(end, () => {
      last = undefined;
    });
  const holdThePage = (event: Event): void => {
    if (last !== undefined) event.preventDefault();
  };
  element.addEventListener("touchmove", holdThePage, { passive: false });
}
