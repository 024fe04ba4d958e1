import type { Model } from "../model/model.js";
import type { StimulusData } from "../solve/stimulus.js";
import { make, menu, slider } from "./controls.js";
import { recording, shapeOf, shapes } from "./shapes.js";

/** The time course of the current: its menu, what it is in a sentence, its sliders, and the length of the run. */
export interface StimulusChoice {
  shape: string;
  readonly course: Map<string, number>;
  /** One that is given instead. */
  stimulus: StimulusData | null;
  duration: number;
}

export function stimulusControls(model: Model, choice: StimulusChoice, update: () => void): readonly HTMLElement[] {
  const length = slider({
    name: "run", symbols: {}, unit: "ms", range: [choice.duration / 5, choice.duration * 5], initial: choice.duration,
    onChange: (value) => {
      choice.duration = value;
      update();
    },
  });
  if (model.input === undefined) return [length.element];
  if (choice.stimulus !== null) return [make("p", { className: "nc-about", textContent: `The stimulus is given; ${model.input} is added to it. ${recording}` }), length.element];
  const about = make("p", { className: "nc-about" });
  const sliders = make("div", { className: "nc-sliders" });
  const openedFor = choice.duration;
  const build = (): void => {
    const shape = shapeOf(choice.shape);
    about.textContent = `${shape.about} ${recording}`;
    sliders.replaceChildren(...shape.controls(openedFor).map(({ name, unit, range, initial }) => slider({
      name, symbols: {}, unit: unit ?? model.units[model.input!], range: unit === undefined ? model.ranges[model.input!] : range, initial,
      onChange: (value) => {
        choice.course.set(name, value);
        update();
      },
    })).map(({ element }) => element));
  };
  const { element, select } = menu("current", shapes.map(({ name }) => name), (name) => {
    choice.shape = name;
    choice.course.clear();
    build();
    update();
  });
  select.value = choice.shape;
  build();
  return [element, about, sliders, length.element];
}
