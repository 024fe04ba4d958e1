import type { Model } from "../../../model/model.js";
import type { StimulusData } from "../../../solve/stimuli/stimulus.js";
import { make, menu, slider } from "../../page/controls.js";
import { drawControls } from "./draw-controls.js";
import { recording, shapeOf, shapes } from "../runs/waveforms.js";

/** The time course of the current: its menu, what it is in a sentence, its sliders, and the length of the run. */
export interface StimulusChoice {
  shape: string;
  readonly course: Map<string, number>;
  /** One that is given instead. */
  stimulus: StimulusData | null;
  duration: number;
}

/** @param usual ms, the length of the run that the reset button goes back to */
export function stimulusControls(
  model: Model,
  choice: StimulusChoice,
  usual: number,
  update: () => void,
): { readonly current: readonly HTMLElement[]; readonly course: readonly HTMLElement[] } {
  const { input } = model;
  const length = slider({
    name: "run",
    symbols: {},
    unit: "ms",
    range: [usual / 5, usual * 5],
    initial: usual,
    onChange: (value) => {
      if (!(value > 0)) return;
      choice.duration = value;
      build();
      update();
    },
  });
  length.set(choice.duration);
  const about = make("details", { className: "nc-more" });
  const explain = (text: string): void =>
    about.replaceChildren(
      make("summary", { textContent: "what is injected, and what is measured" }),
      make("p", { className: "nc-about", textContent: `${text} ${recording}` }),
    );
  const sliders = make("div", { className: "nc-sliders" });
  const build = (): void => {
    if (input === undefined || choice.stimulus !== null) return;
    const shape = shapeOf(choice.shape);
    explain(shape.about);
    sliders.replaceChildren(
      ...shape.controls(choice.duration).map(({ name, unit, range, initial }) => {
        const control = slider({
          name,
          symbols: {},
          unit: unit ?? model.units[input],
          range: unit === undefined ? model.ranges[input] : range,
          initial,
          onChange: (value) => {
            choice.course.set(name, value);
            update();
          },
        });
        control.set(choice.course.get(name) ?? initial);
        return control.element;
      }),
      ...(choice.shape === "drawn by hand"
        ? drawControls(choice.duration, model.ranges[input], model.units[input], choice.course, update)
        : []),
    );
  };
  if (input === undefined) return { current: [], course: [length.element] };
  if (choice.stimulus !== null) {
    explain(`The stimulus is given; ${input} is added to it.`);
    return { current: [], course: [length.element, about] };
  }
  const { element, select } = menu(
    "current",
    shapes.map(({ name }) => name),
    (name) => {
      choice.shape = name;
      choice.course.clear();
      build();
      update();
    },
  );
  select.value = choice.shape;
  build();
  return { current: [element], course: [sliders, length.element, about] };
}
