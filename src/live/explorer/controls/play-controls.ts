import type { Model } from "../../../model/model.js";
import type { Stimulus } from "../../../solve/stimuli/stimulus.js";
import { button, make, menu } from "../../page/controls.js";
import { player, type Player, type Stretch } from "../runs/playback.js";

export interface PlayOptions {
  readonly signal: AbortSignal;
  readonly root: HTMLElement;
  /** ms that are seen. */
  readonly window: () => number;
  /** The model without what the time course brings. */
  readonly model: () => Model;
  readonly course: () => Stimulus | undefined;
  /** The state in which a run begins. */
  readonly start: () => Readonly<Record<string, number>>;
  readonly draw: (stretch: Stretch) => void;
  /** Called when the model cannot go on as it is; it pauses then, in the state before. */
  readonly failed: (error: unknown) => void;
  /** Called when the fixed window is wanted again. */
  readonly stopped: () => void;
}

export interface PlayControls {
  readonly element: HTMLElement;
  /** Shows the buttons that there are now. */
  build(): void;
  running(): boolean;
  stop(): void;
}

/** Seconds in which a window passes at speed 1. */
const pace = 4;
const speeds = ["1/4", "1/2", "1", "2", "4"] as const;

/**
 * A run that goes on and scrolls: begin, pause, one step, speed, and back. It pauses out of view, and begins paused for
 * readers who want less motion.
 */
export function playControls({
  signal,
  root,
  window,
  model,
  course,
  start,
  draw,
  failed,
  stopped,
}: PlayOptions): PlayControls {
  let going: Player | undefined;
  let paused = false;
  let speed = 1;
  let seen = true;
  let last = 0;
  const observer = new IntersectionObserver(([entry]) => {
    seen = entry.isIntersecting;
  });
  observer.observe(root);
  signal.addEventListener("abort", () => observer.disconnect());

  const move = (span: number): void => {
    if (going === undefined) return;
    try {
      going.advance(model(), course(), window(), span);
      draw(going.stretch(model(), window()));
    } catch (error) {
      paused = true;
      build();
      failed(error);
    }
  };
  const frame = (now: number): void => {
    if (signal.aborted || going === undefined || paused) return;
    if (seen) move((window() / pace) * speed * Math.min(0.1, (now - last) / 1000));
    last = now;
    requestAnimationFrame(frame);
  };
  const resume = (): void => {
    paused = false;
    last = performance.now();
    requestAnimationFrame(frame);
  };
  const begin = (): void => {
    going = player(start());
    paused = matchMedia("(prefers-reduced-motion: reduce)").matches;
    move(window() / 2);
    if (!paused) resume();
  };
  const stop = (): void => {
    going = undefined;
    paused = false;
  };

  const box = make("span", { className: "nc-play" });
  /** Other buttons in the place of those that were pressed; the keyboard stays where it was. */
  const put = (...elements: readonly HTMLElement[]): void => {
    const at = [...box.querySelectorAll("button")].findIndex((each) => each === document.activeElement);
    box.replaceChildren(...elements);
    const buttons = box.querySelectorAll("button");
    if (at >= 0) buttons[Math.min(at, buttons.length - 1)].focus();
  };
  const build = (): void => {
    if (going === undefined) {
      put(
        button(
          "run on",
          () => {
            begin();
            build();
          },
          "lets the model run on under the sliders; a time course that ends begins again with every window",
        ),
      );
      return;
    }
    const { element, select } = menu("speed", speeds, (name) => {
      speed = name
        .split("/")
        .map(Number)
        .reduce((a, b) => a / b);
    });
    select.value = speeds.find(
      (name) =>
        name
          .split("/")
          .map(Number)
          .reduce((a, b) => a / b) === speed,
    )!;
    put(
      button(paused ? "go on" : "pause", () => {
        if (paused) resume();
        else paused = true;
        build();
      }),
      button("step", () => {
        paused = true;
        move(window() / 50);
        build();
      }),
      button("fixed window", () => {
        stop();
        build();
        stopped();
      }),
      element,
    );
  };
  return { element: box, build, running: () => going !== undefined, stop };
}
