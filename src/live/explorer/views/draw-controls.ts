import { make } from "../../page/controls.js";
import { slider, type Control } from "../../page/slider.js";
import { drawnParameters, drawnPoints, pointName } from "../runs/waveforms.js";
import { roundedInto } from "../../page/handle.js";

type Values = Readonly<Record<string, number>>;

/**
 * Drawing a current without a pointer: a stretch of time, and the value that the current has in it. Stretch by stretch
 * any waveform comes about.
 * @param duration ms @param range of the input @param unit of the input @param set takes points by their names
 */
export function drawControls(
  duration: number,
  range: readonly [number, number],
  unit: string,
  set: (points: Values) => void,
): { readonly elements: readonly HTMLElement[]; show(points: Values): void } {
  let shown: Values = {};
  const pointAt = (t: number): number => Math.round((t / duration) * (drawnPoints - 1));
  const first = (): number => pointAt(Math.min(from.value, to.value));
  const time = (name: string, part: number): Control =>
    slider({
      name,
      symbols: {},
      unit: "ms",
      range: [0, duration],
      initial: part * duration,
      onChange: () => value.set(shown[pointName(first())] ?? 0),
    });
  const from = time("from", 0.2);
  const to = time("to", 0.6);
  const value = slider({
    name: "value",
    symbols: {},
    unit,
    range,
    initial: 0,
    onChange(height) {
      const last = pointAt(Math.max(from.value, to.value));
      const points: Record<number, number> = {};
      for (let k = first(); k <= last; k++) points[k] = roundedInto(range, height);
      set(drawnParameters(points));
    },
  });
  const about = make("p", {
    className: "nc-about",
    textContent: "Without a pointer: choose a stretch of time, then the value that the current has there.",
  });
  return {
    elements: [about, from.element, to.element, value.element],
    show(points) {
      shown = points;
    },
  };
}
