import type { Model } from "../../../model/model.js";
import type { Picture } from "../../page/picture.js";

/** A click or tap in the phase plane is a state: runs begin there. */
export function startByTap(
  plane: Picture,
  model: Model,
  begin: (start: Readonly<Record<string, number>>) => void,
): void {
  const [across, up] = model.stateNames;
  plane.element.addEventListener("click", (event) => {
    const point = plane.dataAt(event);
    if (point !== undefined) begin({ [across]: point.x, [up]: point.y });
  });
}

/** Axes into which a reader may draw a curve, by its points at equal distances in time. */
export interface Slate {
  readonly duration: number;
  readonly points: number;
  readonly curve: { set(k: number, value: number): unknown };
  readonly range: readonly [number, number];
}

/** A value within a range, at one of a thousand steps of it: what is drawn by hand needs no more digits. */
export function roundedInto([low, high]: readonly [number, number], value: number): number {
  const digits = 3 - Math.floor(Math.log10(high - low));
  const within = Math.min(high, Math.max(low, value));
  return digits >= 0 && digits < 15 ? Number(within.toFixed(digits)) : within;
}

/**
 * Dragging across the axes of a run draws a curve; between two events of the pointer it is a straight line. @param
 * slateOf what these axes hold, if they are to be drawn on
 */
export function drawByDragging(main: Picture, slateOf: (axes: string) => Slate | undefined, update: () => void): void {
  let last: { readonly axes: string; readonly k: number; readonly value: number } | undefined;
  const put = (event: PointerEvent): void => {
    const point = main.dataAt(event);
    if (point === undefined || (last !== undefined && point.axes !== last.axes)) return;
    const slate = slateOf(point.axes);
    if (slate === undefined) return;
    const k = Math.round((point.x / slate.duration) * (slate.points - 1));
    const from = last ?? { k, value: point.y };
    const steps = Math.max(1, Math.abs(k - from.k));
    for (let j = 0; j <= steps; j++)
      slate.curve.set(
        Math.round(from.k + ((k - from.k) * j) / steps),
        roundedInto(slate.range, from.value + ((point.y - from.value) * j) / steps),
      );
    last = { axes: point.axes, k, value: point.y };
    update();
  };
  main.element.addEventListener("pointerdown", (event) => {
    const point = main.dataAt(event);
    if (point === undefined || slateOf(point.axes) === undefined) return;
    event.preventDefault();
    main.element.setPointerCapture(event.pointerId);
    last = undefined;
    put(event);
  });
  main.element.addEventListener("pointermove", (event) => {
    if (event.buttons === 1 && last !== undefined) put(event);
  });
  for (const end of ["pointerup", "pointercancel"])
    main.element.addEventListener(end, () => {
      last = undefined;
    });
  main.element.addEventListener(
    "touchmove",
    (event) => {
      if (last !== undefined) event.preventDefault();
    },
    { passive: false },
  );
}
