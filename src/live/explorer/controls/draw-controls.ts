import { make, slider } from "../../page/controls.js";
import { roundedInto } from "./gestures.js";
import { drawnPoints } from "../runs/waveforms.js";

/**
 * Drawing a current without a pointer: a stretch of time, and the value that the current has in it. Stretch by stretch
 * any course comes about.
 * @param course points by name, as dragging sets them
 */
export function drawControls(
  duration: number,
  range: readonly [number, number],
  unit: string,
  course: Map<string, number>,
  update: () => void,
): readonly HTMLElement[] {
  const pointAt = (t: number): number => Math.round((t / duration) * (drawnPoints - 1));
  const time = (name: string, initial: number): ReturnType<typeof slider> =>
    slider({
      name,
      symbols: {},
      unit: "ms",
      range: [0, duration],
      initial: initial * duration,
      onChange: () => value.set(course.get(`point ${pointAt(Math.min(from.value, to.value))}`) ?? 0),
    });
  const [from, to] = [time("from", 0.2), time("to", 0.6)];
  const value = slider({
    name: "value",
    symbols: {},
    unit,
    range,
    initial: 0,
    onChange: (height) => {
      const [first, last] = [pointAt(Math.min(from.value, to.value)), pointAt(Math.max(from.value, to.value))];
      for (let k = first; k <= last; k++) course.set(`point ${k}`, roundedInto(range, height));
      update();
    },
  });
  return [
    make("p", {
      className: "nc-about",
      textContent: "Without a pointer: choose a stretch of time, then the value that the current has there.",
    }),
    from.element,
    to.element,
    value.element,
  ];
}
