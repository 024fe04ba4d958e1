import { installKernels } from "../../model/code/kernels.js";
import { modelFromData } from "../../model/model-from-data.js";
import { type Control, make, menu, slider } from "../page/controls.js";
import { keepKeys } from "../page/keep-keys.js";
import type { LivePage } from "../page/load.js";
import type { Mount } from "../page/mount.js";
import { type Picture, picture } from "../page/picture.js";
import { whenSeen } from "../page/when-seen.js";
import { type DragStart, initialValues, type Scene, type ScenePayload, type Values } from "./scene.js";
import * as scenes from "./scenes.js";

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
  const place = host.parentElement!;
  const described = scene.controls(models, prepared);
  let dragStart: DragStart | undefined;
  let values: Values = { ...initialValues(described), ...memory.get(place) };

  const root = make("div", { className: "nc-scene" });
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", `${name}, live`);
  keepKeys(root);
  const controls = make("div", { className: "nc-controls nc-row" });
  const words = make("p", { className: "nc-words" });
  words.setAttribute("aria-live", "polite");
  const views = make("div", { className: "nc-views" });
  root.append(controls, views, words);
  host.append(root);

  const panels: Picture[] = [];
  const { figuresPerColumn = 1 } = scene;
  if (figuresPerColumn > 1) views.classList.add("nc-columns");
  const panelAt = (index: number): Picture => {
    if (panels[index] === undefined) {
      panels[index] = picture(signal);
      if (index % figuresPerColumn === 0) views.append(make("div", { className: "nc-column" }));
      views.lastElementChild!.append(panels[index].element);
      if (scene.pick !== undefined)
        whileHeld(panels[index], (event, begins) => {
          const point = panels[index].dataAt(event);
          if (point === undefined) return false;
          if (begins) dragStart = { point, values };
          const picked = scene.pick!(index, point, values, models, prepared, dragStart!);
          if (picked !== undefined) set(picked);
          return picked !== undefined;
        });
    }
    return panels[index];
  };
  const update = whenSeen(root, signal, () => {
    const started = performance.now();
    try {
      const { figures, words: said } = scene.draw(values, models, prepared);
      figures.forEach((figure, index) => panelAt(index).show(figure));
      words.textContent = said;
    } catch (error) {
      words.textContent = error instanceof Error ? error.message : String(error);
    }
    host.dataset["work"] = String(performance.now() - started); // ms, for bench/live.ts
  });
  const set = (changes: Values): void => {
    const within = Object.entries(changes).map(([key, value]) => {
      const [low, high] = described.find((control) => control.name === key)!.range;
      return [key, Math.min(high, Math.max(low, value))] as const;
    });
    values = { ...values, ...Object.fromEntries(within) };
    memory.set(place, values);
    for (const [key, value] of within) shown.get(key)?.set(value);
    hideIdle();
    update();
  };
  const shown = new Map<string, Control>();
  const elements = new Map<string, HTMLElement>();
  const hideIdle = (): void => {
    for (const { name: key, when } of described) elements.get(key)!.hidden = when?.(values) === false;
  };
  for (const { name: key, symbol, unit, range, initial, options } of described) {
    if (options === undefined) {
      const control = slider({
        name: key,
        symbols: symbol === undefined ? {} : { [key]: symbol },
        unit,
        range,
        initial,
        onChange: (value) => set({ [key]: value }),
      });
      control.set(values[key]);
      shown.set(key, control);
      elements.set(key, control.element);
    } else {
      const { element, select } = menu(key, options, (option) => set({ [key]: options.indexOf(option) }));
      select.value = options[values[key]];
      elements.set(key, element);
    }
  }
  controls.append(...elements.values());
  hideIdle();
  update();
};

/** Calls back where a pointer goes down and while it is dragged; a figure that takes it does not scroll the page. */
function whileHeld({ element }: Picture, take: (event: PointerEvent, begins: boolean) => boolean): void {
  element.addEventListener("pointerdown", (event) => {
    if (!take(event, true)) return;
    event.preventDefault();
    element.classList.add("nc-held");
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (event.buttons === 1 && element.classList.contains("nc-held")) take(event, false);
  });
  element.addEventListener("pointerup", () => element.classList.remove("nc-held"));
}
