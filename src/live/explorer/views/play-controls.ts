import { button, make, menu } from "../../page/controls.js";
import { differs, type Store, type View } from "./view.js";

/** As a factor of the usual speed. */
const speeds: Readonly<Record<string, number>> = { "1/4": 1 / 4, "1/2": 1 / 2, "1": 1, "2": 2, "4": 4 };

/**
 * A run that goes on: begin, pause, one step, speed, and back. It begins paused for readers who want less motion, and
 * is out of sight while they predict.
 */
export function playControls({ dispatch }: Store): View {
  const element = make("span", { className: "nc-play" });
  /** Other buttons in the place of those that were pressed; the keyboard stays where it was. */
  const put = (...elements: readonly HTMLElement[]): void => {
    const at = [...element.querySelectorAll<Element>("button")].indexOf(document.activeElement ?? document.body);
    element.replaceChildren(...elements);
    const buttons = element.querySelectorAll("button");
    if (at >= 0) buttons[Math.min(at, buttons.length - 1)].focus();
  };
  const begin = (): HTMLElement =>
    button(
      "run on",
      () => dispatch({ kind: "play", paused: matchMedia("(prefers-reduced-motion: reduce)").matches }),
      "lets the model run on under the sliders; a time course that ends begins again with every window",
    );
  const speed = menu("speed", Object.keys(speeds), (name) => dispatch({ kind: "set speed", speed: speeds[name] }));
  return {
    element,
    update(before, after) {
      const { playing } = after;
      element.hidden = after.prediction.on;
      speed.select.value = Object.keys(speeds).find((name) => speeds[name] === after.speed) ?? "1";
      if (!differs(before, after, (state) => [state.playing?.paused])) return;
      if (playing === undefined) return put(begin());
      const pause = button(playing.paused ? "go on" : "pause", () =>
        dispatch({ kind: "pause", paused: !playing.paused }),
      );
      const step = button("step", () => dispatch({ kind: "step" }));
      const stop = button("fixed window", () => dispatch({ kind: "stop" }));
      put(pause, step, stop, speed.element);
    },
  };
}
