import type { Model } from "../model/model.js";
import type { Picture } from "./picture.js";
import { drawnPoints } from "./shapes.js";

/** A click or tap in the phase plane is a state: runs begin there. */
export function startByTap(plane: Picture, model: Model, begin: (start: Readonly<Record<string, number>>) => void): void {
  const [across, up] = model.stateNames;
  plane.element.addEventListener("click", (event) => {
    const spot = plane.spot(event);
    if (spot !== undefined) begin({ [across]: spot.x, [up]: spot.y });
  });
}

/** A current that is being drawn, by the names of its points. */
export interface Sketch {
  readonly duration: number;
  readonly course: Map<string, number>;
  readonly range: readonly [number, number];
}

/** Dragging across the lowest panel of a run draws its current; between two events of the pointer it is a straight line. */
export function drawCurrent(main: Picture, sketch: () => Sketch | undefined, update: () => void): void {
  let last: { readonly k: number; readonly value: number } | undefined;
  const put = (event: PointerEvent): void => {
    const spot = main.spot(event);
    const current = sketch();
    if (current === undefined || spot === undefined || spot.axes === "xy") return;
    const k = Math.round((spot.x / current.duration) * (drawnPoints - 1));
    const value = Math.min(current.range[1], Math.max(current.range[0], spot.y));
    const from = last ?? { k, value };
    const steps = Math.max(1, Math.abs(k - from.k));
    for (let j = 0; j <= steps; j++) {
      const at = Math.round(from.k + ((k - from.k) * j) / steps);
      current.course.set(`point ${at}`, from.value + ((value - from.value) * j) / steps);
    }
    last = { k, value };
    update();
  };
  main.element.addEventListener("pointerdown", (event) => {
    if (sketch() === undefined) return;
    event.preventDefault();
    main.element.setPointerCapture(event.pointerId);
    last = undefined;
    put(event);
  });
  main.element.addEventListener("pointermove", (event) => {
    if (event.buttons === 1 && sketch() !== undefined) put(event);
  });
  main.element.addEventListener("touchmove", (event) => {
    if (sketch() !== undefined) event.preventDefault();
  }, { passive: false });
}
