import { installKernels } from "../model/kernels.js";
import { modelFromData, type Model } from "../model/model.js";
import { make, menu, slider, type Control } from "./controls.js";
import type { ExplorerPayload } from "./explore.js";
import type { LivePage } from "./load.js";
import type { Mount } from "./mount.js";
import { figurePanel, type Panel } from "./panel.js";
import type { Plotly } from "./plotly.js";
import { inWords, run, runFigure, slidersOf } from "./settings.js";

/** What a reader has set, kept while a notebook takes the output off the page and puts it back. */
interface Remembered {
  model: number;
  readonly values: Map<string, number>[];
}

const memory = new WeakMap<Element, Remembered>();

export const mountExplorer = (plotly: Plotly): Mount => (host, payload, signal) => {
  const { models: data, setting } = payload as ExplorerPayload;
  const brought = (window as unknown as LivePage).nullclineKernels ?? {};
  for (const { fingerprint } of data) if (brought[fingerprint] !== undefined) installKernels(fingerprint, brought[fingerprint]);
  const models: readonly Model[] = data.map((one) => modelFromData(one));
  const place = host.parentElement!;
  const settings = memory.get(place) ?? { model: 0, values: models.map(() => new Map<string, number>()) };
  memory.set(place, settings);

  const present = (): Model => models[settings.model].with(Object.fromEntries(settings.values[settings.model]));
  const controls = make("div", { className: "nc-controls" });
  const words = make("p", { className: "nc-words" });
  words.setAttribute("aria-live", "polite");
  const root = make("div", { className: "nc-explorer" });
  root.setAttribute("role", "group");
  keepKeys(root);
  const panel: Panel = figurePanel(plotly, signal);
  const picture = make("div", { className: "nc-picture" });
  picture.append(panel.element, words);
  root.append(controls, picture);
  host.append(root);

  const update = everyFrame(signal, () => {
    try {
      const trajectory = run(present(), setting);
      panel.show(runFigure(trajectory));
      words.textContent = inWords(trajectory);
    } catch (error) {
      words.textContent = error instanceof Error ? error.message : String(error);
    }
  });
  const build = (): void => {
    const model = models[settings.model];
    root.setAttribute("aria-label", `${model.name}, live: the sliders run the model`);
    controls.replaceChildren(...(models.length > 1 ? [modelMenu()] : []), ...parameterControls(model, settings.values[settings.model], slidersOf(model, setting), update));
    update();
  };
  const modelMenu = (): HTMLElement => {
    const { element, select } = menu("model", models.map(({ name }) => name), (name) => {
      settings.model = models.findIndex((model) => model.name === name);
      build();
      controls.querySelector("select")?.focus();
    });
    select.value = models[settings.model].name;
    return element;
  };
  build();
};

/** Presets, the sliders in view, and the others behind a summary. `values` holds what differs from the model. */
function parameterControls(model: Model, values: Map<string, number>, inView: readonly string[], update: () => void): readonly HTMLElement[] {
  const initial = model.parameters;
  const sliders = new Map<string, Control>(
    model.parameterNames.map((name) => [name, slider({
      name,
      symbols: model.symbols,
      unit: model.units[name],
      range: model.ranges[name],
      initial: initial[name],
      onChange: (value) => {
        if (value === initial[name]) values.delete(name);
        else values.set(name, value);
        presets.select.value = custom;
        update();
      },
    })]),
  );
  const showAll = (): void => sliders.forEach((control, name) => control.set(values.get(name) ?? initial[name]));
  const presets = menu("preset", [asGiven, ...Object.keys(model.presets), custom], (name) => {
    if (name === custom) return;
    const chosen: Readonly<Record<string, number>> = name === asGiven ? initial : model.preset(name).parameters;
    values.clear();
    for (const parameter of model.parameterNames) if (chosen[parameter] !== initial[parameter]) values.set(parameter, chosen[parameter]);
    showAll();
    update();
  });
  presets.select.value = values.size === 0 ? asGiven : custom;
  showAll();
  const rest = model.parameterNames.filter((name) => !inView.includes(name));
  const more = make("details", { className: "nc-more" });
  more.append(make("summary", { textContent: "more parameters" }), ...rest.map((name) => sliders.get(name)!.element));
  return [presets.element, ...inView.map((name) => sliders.get(name)!.element), ...(rest.length > 0 ? [more] : [])];
}

const asGiven = "as given";
const custom = "own values";

/** A notebook's shortcuts would take the arrow keys away from a slider: JupyterLab knows the attribute, others hear no event. */
function keepKeys(element: HTMLElement): void {
  element.dataset["lmSuppressShortcuts"] = "true";
  element.addEventListener("keydown", (event) => event.stopPropagation());
}

/** However often it is asked, `work` runs at most once a frame, and not after `signal` aborts. */
function everyFrame(signal: AbortSignal, work: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!signal.aborted) work();
    });
  };
}
