import { button, make, menu } from "../../page/controls.js";
import { speeds, type Speed } from "../runs/speeds.js";
import { differs, type Store, type View } from "./view.js";

/**
 * How fast time passes, and what is heard of it; and a run that goes on: begin, pause, one step, and back. It begins
 * paused for readers who want less motion, and is out of sight while they predict.
 * @param sound the menu of what is heard
 */
export function playControls({ dispatch }: Store, sound: HTMLElement): View {
  const element = make("span", { className: "nc-play" });
  const running = make("span", { className: "nc-play" });
  /** Other buttons in the place of those that were pressed; the keyboard stays where it was. */
  const put = (...elements: readonly HTMLElement[]): void => {
    const at = [...running.querySelectorAll<Element>("button")].indexOf(document.activeElement ?? document.body);
    running.replaceChildren(...elements);
    const buttons = running.querySelectorAll("button");
    if (at >= 0) buttons[Math.min(at, buttons.length - 1)].focus();
  };
  const begin = (): HTMLElement =>
    button(
      "run on",
      () => dispatch({ kind: "play", paused: matchMedia("(prefers-reduced-motion: reduce)").matches }),
      "lets the model run on under the sliders; a time course that ends begins again with every window",
    );
  const speed = menu("speed", speeds, (name) => dispatch({ kind: "set speed", speed: name as Speed }));
  element.append(running, speed.element, sound);
  return {
    element,
    update(before, after) {
      const { playing } = after;
      element.hidden = after.prediction.on;
      speed.select.value = after.speed;
      if (!differs(before, after, (state) => [state.playing?.paused])) return;
      if (playing === undefined) return put(begin());
      const pause = button(playing.paused ? "go on" : "pause", () =>
        dispatch({ kind: "pause", paused: !playing.paused }),
      );
      const step = button("step", () => dispatch({ kind: "step" }));
      const stop = button("fixed window", () => dispatch({ kind: "stop" }));
      put(pause, step, stop);
    },
  };
}
