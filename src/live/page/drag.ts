import type { DataPoint } from "../../figure/figure.js";

/** What is done from where a pointer goes down until it goes up. */
export interface Drag {
  /** Whether the page may scroll under it, which ends it: what a finger does not hold. */
  readonly scrolls?: boolean;
  /** With each place of the pointer in the axes in which it began, the first among them. */
  move(point: DataPoint, event: PointerEvent): void;
  /** When the pointer goes up. */
  end?(): void;
}

/** Where a pointer is followed: a picture. */
interface Followed {
  readonly element: HTMLElement;
  /** Where a pointer is in the data, if it is within axes; of axes that are named, wherever it is. */
  dataAt(event: MouseEvent, axes?: string): DataPoint | undefined;
}

/** px; a pointer that goes less far has clicked. */
export const slip = 5;

/**
 * Follows a pointer from where it goes down until it goes up, wherever it is.
 * @param begin gives what a drag from there does; undefined where there is nothing to drag
 */
export function whileDragged(
  { element, dataAt }: Followed,
  begin: (point: DataPoint, event: PointerEvent) => Drag | undefined,
): void {
  let held: { readonly axes: string; readonly drag: Drag } | undefined;
  const letGo = (): void => {
    held = undefined;
    element.classList.remove("nc-held");
  };
  element.addEventListener("pointerdown", (event) => {
    const point = dataAt(event);
    if (point === undefined || !event.isPrimary || event.button !== 0) return;
    const drag = begin(point, event);
    if (drag === undefined) return;
    const scrolls = drag.scrolls === true;
    if (!(scrolls && event.pointerType === "touch")) event.preventDefault(); // selects no text
    element.classList.toggle("nc-held", !scrolls);
    element.setPointerCapture(event.pointerId);
    held = { axes: point.axes, drag };
    drag.move(point, event);
  });
  element.addEventListener("pointermove", (event) => {
    if (held === undefined || event.buttons === 0) return;
    const point = dataAt(event, held.axes);
    if (point !== undefined) held.drag.move(point, event);
  });
  element.addEventListener("pointerup", () => {
    const ended = held;
    letGo();
    ended?.drag.end?.();
  });
  element.addEventListener("pointercancel", letGo);
  const holdThePage = (event: Event): void => {
    if (held !== undefined && held.drag.scrolls !== true) event.preventDefault();
  };
  element.addEventListener("touchmove", holdThePage, { passive: false });
}

/** A finger that goes up where it went down; one that is drawn away scrolls the page. */
export function tap(down: PointerEvent, done: () => void): Drag {
  let away = false;
  return {
    scrolls: true,
    move(_point, { clientX, clientY }) {
      away ||= Math.hypot(clientX - down.clientX, clientY - down.clientY) >= slip;
    },
    end() {
      if (!away) done();
    },
  };
}
