import type { Picture } from "../../page/picture.js";
import { isHidden, snapshotInSight } from "../state/state.js";
import type { Store } from "../views/view.js";

/** px; a pointer that goes less far has clicked. */
const slip = 5;

/**
 * Selects the time over which a pointer is drawn, where nothing else is dragged; a click selects nothing. On a touch
 * screen a finger across selects, and one up or down scrolls the page (`touch-action: pan-y`).
 * @param isTaken whether something else is dragged from there
 * @param done when the pointer is up, and a span is selected
 */
export function brushing(
  { element, dataAt }: Picture,
  store: Store,
  isTaken: (event: PointerEvent) => boolean,
  done: () => void,
): void {
  let held: { readonly axes: string; readonly from: number; readonly px: number; brushed: boolean } | undefined;
  element.addEventListener("pointerdown", (event) => {
    const point = dataAt(event);
    const { state } = store;
    if (point === undefined || !event.isPrimary || event.button !== 0 || isTaken(event)) return;
    if (state.playing !== undefined || isHidden(state) || snapshotInSight(state) === undefined) return;
    held = { axes: point.axes, from: point.x, px: event.clientX, brushed: false };
    if (event.pointerType !== "touch") event.preventDefault(); // selects no text
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (held === undefined || event.buttons === 0) return;
    held.brushed ||= Math.abs(event.clientX - held.px) >= slip;
    const to = dataAt(event, held.axes)?.x;
    if (held.brushed && to !== undefined) store.dispatch({ kind: "select span", span: [held.from, to] });
  });
  element.addEventListener("pointerup", () => {
    if (held === undefined) return;
    if (held.brushed) done();
    else store.dispatch({ kind: "select span", span: undefined });
    held = undefined;
  });
  element.addEventListener("pointercancel", () => {
    held = undefined;
  });
}
