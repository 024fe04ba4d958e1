import type { DataPoint } from "../figure/figure.js";
import { installKernels } from "../model/code/kernels.js";
import { modelFromData } from "../model/model-from-data.js";
import { make, menu } from "./page/controls.js";
import { type Drag, whileDragged } from "./page/drag.js";
import { keepKeys } from "./page/keep-keys.js";
import type { LivePage } from "./page/load.js";
import { type Mount, placeOf } from "./page/mount.js";
import { type Picture, picture } from "./page/picture.js";
import { slider } from "./page/slider.js";
import { whenSeen } from "./page/when-seen.js";
import {
  type DragStart,
  initialValues,
  type Scene,
  type SceneControl,
  type ScenePayload,
  type SceneView,
  type Values,
} from "./scenes/scene.js";
import * as scenes from "./scenes/scenes.js";
import { byTurns } from "./turns.js";

/** The words of a scene among its parts, beside its figures 0, 1, … */
const inWords = -1;

/** What a reader has set, kept while a notebook takes the output off the page and puts it back. */
const memory = new WeakMap<Element, Values>();

/** A figure with a single purpose: its controls, its figures, and in words what they show. */
export const mountScene: Mount = (host, payload, signal) => {
  const { scene: name, models: data, data: prepared } = payload as ScenePayload;
  const scene = (scenes as Readonly<Record<string, Scene>>)[name];
  const brought = (window as unknown as LivePage).nullclineKernels ?? {};
  for (const { fingerprint } of data)
    if (brought[fingerprint] !== undefined) installKernels(fingerprint, brought[fingerprint]);
  const models = data.map((one) => modelFromData(one));
  const place = placeOf(host);
  const controls = scene.controls(models, prepared);
  let values: Values = { ...initialValues(controls), ...memory.get(place) };

  const root = make("div", { className: "nc-scene" });
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", `${name}, live`);
  keepKeys(root);
  const settings = make("div", { className: "nc-controls nc-row" });
  const words = make("p", { className: "nc-words" });
  words.setAttribute("aria-live", "polite");
  const views = make("div", { className: "nc-views" });
  root.append(settings, views, words);
  host.append(root);

  const panels: Picture[] = [];
  const columns: HTMLElement[] = [];
  const { figuresPerColumn = 1 } = scene;
  if (figuresPerColumn > 1) views.classList.add("nc-columns");
  const panelAt = (index: number): Picture => {
    if (panels[index] !== undefined) return panels[index];
    const panel = picture(signal);
    panels[index] = panel;
    columns[Math.floor(index / figuresPerColumn)] ??= views.appendChild(make("div", { className: "nc-column" }));
    columns[Math.floor(index / figuresPerColumn)].append(panel.element);
    whileDragged(panel, (point) => pickFrom(index, { point, values }));
    return panel;
  };
  /** Sets what a pointer picks in a figure; undefined where that is nothing. */
  const pickFrom = (index: number, start: DragStart): Drag | undefined => {
    const pickedAt = (point: DataPoint): Values | undefined =>
      scene.pick?.(index, point, values, models, prepared, start);
    const move = (point: DataPoint): void => {
      const picked = pickedAt(point);
      if (picked !== undefined) set(picked);
    };
    return pickedAt(start.point) && { move };
  };
  let view: SceneView = { figures: [], words: "" };
  let viewOf: Values | undefined;
  const parts = byTurns((part: number) => {
    if (part === inWords) words.textContent = view.words;
    else panelAt(part).show(view.figures[part]);
  });
  const update = whenSeen(root, signal, () => {
    const began = performance.now();
    try {
      if (viewOf !== values) {
        viewOf = values;
        view = scene.draw(values, models, prepared);
        parts.ask(view.figures.keys(), inWords);
      }
      if (parts.go(began) > 0) update();
    } catch (error) {
      parts.forget();
      words.textContent = error instanceof Error ? error.message : String(error);
    }
    host.dataset["work"] = String(performance.now() - began); // ms, for bench/live.ts
  });
  const set = (changes: Values): void => {
    for (const { name: key, range, show } of shown) {
      if (changes[key] === undefined) continue;
      values = { ...values, [key]: Math.min(range[1], Math.max(range[0], changes[key])) };
      show(values[key]);
    }
    memory.set(place, values);
    hideIdle();
    update();
  };
  const hideIdle = (): void => {
    for (const { when, element } of shown) element.hidden = when?.(values) === false;
  };
  const shown = controls.map((control) => ({
    ...control,
    ...inputFor(control, values[control.name], (value) => set({ [control.name]: value })),
  }));
  settings.append(...shown.map(({ element }) => element));
  hideIdle();
  update();
};

/** A slider, or a menu where the values have names. */
function inputFor(
  { name, symbol, unit, range, initial, options }: SceneControl,
  value: number,
  onChange: (value: number) => void,
): { readonly element: HTMLElement; show(value: number): void } {
  if (options !== undefined) {
    const { element, select } = menu(name, options, (option) => onChange(options.indexOf(option)));
    const show = (index: number): void => {
      select.value = options[index];
    };
    show(value);
    return { element, show };
  }
  const symbols = symbol === undefined ? {} : { [name]: symbol };
  const control = slider({ name, symbols, unit, range, initial, onChange });
  control.set(value);
  return { element: control.element, show: (next) => control.set(next) };
}
