import { equilibria } from "../dynamics/equilibria.js";
import { installKernels } from "../model/kernels.js";
import { modelFromData, type Model } from "../model/model.js";
import type { Trajectory } from "../solve/trajectory.js";
import { analyst } from "./analyst.js";
import { button, make, menu } from "./controls.js";
import { explorableModels, type ExplorerPayload } from "./explorable.js";
import { drawCurrent, startByTap } from "./gestures.js";
import { exporter, keepKeys } from "./explorer-tools.js";
import type { LivePage } from "./load.js";
import type { Mount } from "./mount.js";
import { parameterControls, startControls } from "./parameter-controls.js";
import { picture, type Picture } from "./picture.js";
import { playControls } from "./play-controls.js";
import { lastingModel, run, runFigure, slidersOf, withRoomToDraw, type Setting } from "./settings.js";
import { shapes } from "./shapes.js";
import { stimulusControls, type StimulusChoice } from "./stimulus-controls.js";
import { views, type View } from "./views.js";
import { whenSeen } from "./when-seen.js";
import { inWords, restInWords } from "./words.js";

/** What a reader has set for one model, kept while a notebook takes the output off the page and puts it back. */
export interface Remembered extends StimulusChoice {
  readonly values: Map<string, number>;
  readonly start: Map<string, number>;
  readonly open: Set<string>;
  kept: Trajectory | undefined;
  pattern: string;
}

const none = "none";

const memory = new WeakMap<Element, { model: number; readonly each: readonly Remembered[] }>();

/** @param source the runtime's own text, for its worker */
export const mountExplorer = (source: string): Mount => (host, payload, signal) => {
  const { stimulus, sliders } = payload as ExplorerPayload;
  const entries = explorableModels(payload as ExplorerPayload);
  const brought = (window as unknown as LivePage).nullclineKernels ?? {};
  const kernels = Object.fromEntries(entries.map(({ data }) => [data.fingerprint, brought[data.fingerprint]] as const).filter(([, found]) => found !== undefined)) as Record<string, object>;
  for (const [fingerprint, factories] of Object.entries(kernels)) installKernels(fingerprint, factories);
  const models: readonly Model[] = entries.map(({ data }) => modelFromData(data));
  const place = host.parentElement!;
  const chosen = memory.get(place) ?? { model: 0, each: entries.map(({ opening }, k): Remembered => ({
    values: new Map(), start: new Map(), course: new Map(), shape: shapes[0].name, stimulus, duration: opening.duration, kept: undefined, pattern: none,
    open: new Set(views.filter((view) => view.open && view.suits(models[k])).map(({ name }) => name)),
  })) };
  memory.set(place, chosen);

  const own = (): Remembered => chosen.each[chosen.model];
  const base = (): Model => models[chosen.model];
  const present = (): Model => base().with(Object.fromEntries(own().values));
  const setting = (): Setting => ({ duration: own().duration, stimulus: own().stimulus, shape: own().shape, course: Object.fromEntries(own().course), start: Object.fromEntries(own().start) });

  const drawing = (): boolean => own().shape === "drawn by hand" && own().stimulus === null && base().input !== undefined;

  const root = make("div", { className: "nc-explorer" });
  root.setAttribute("role", "group");
  keepKeys(root);
  const controls = make("div", { className: "nc-controls" });
  const [equations, settings] = [make("details", { className: "nc-equations", open: true }), make("div", { className: "nc-settings" })];
  const chooser = make("div", { className: "nc-choice" });
  controls.append(chooser, settings, equations);
  const words = make("p", { className: "nc-words" });
  words.setAttribute("aria-live", "polite");
  const main: Picture = picture(signal);
  const [tools, tabs, beside] = [make("div", { className: "nc-tools" }), make("div", { className: "nc-tools" }), make("div", { className: "nc-views" })];
  tabs.setAttribute("role", "group");
  tabs.setAttribute("aria-label", "more pictures");
  const right = make("div", { className: "nc-picture" });
  right.append(main.element, words, tools, tabs);
  root.append(controls, right, beside);
  host.append(root);

  let shown: Trajectory | undefined;
  let opened: { readonly view: View; readonly picture: Picture; readonly note: HTMLElement }[] = [];
  const drawViews = (trajectory: Pick<Trajectory, "states" | "time">): void => {
    const model = lastingModel(present(), setting());
    const resting = equilibria(model);
    for (const { view, picture: panel, note } of opened) {
      const drawn = view.draw({ model, resting, trajectory, duration: own().duration, ask: slow.ask });
      note.textContent = typeof drawn === "string" ? drawn : "";
      panel.element.hidden = typeof drawn === "string";
      if (typeof drawn !== "string") panel.show(drawn);
    }
    settings.dataset["rest"] = restInWords(model, resting);
  };
  const update = whenSeen(root, signal, () => {
    try {
      if (play.running()) return;
      const started = performance.now();
      const trajectory = run(present(), setting());
      shown = trajectory;
      const figure = runFigure(trajectory, own().kept);
      main.show(drawing() ? withRoomToDraw(figure, present()) : figure);
      drawViews(trajectory);
      words.textContent = `${inWords(trajectory)}. ${base().input === undefined ? "" : `At ${base().input} = ${Number(lastingModel(present(), setting()).parameters[base().input!]!.toPrecision(4))}: `}${settings.dataset["rest"]}.`;
      host.dataset["work"] = String(performance.now() - started);
    } catch (error) {
      words.textContent = error instanceof Error ? error.message : String(error);
    }
  });
  const slow = analyst(source, kernels, update, signal);
  const play = playControls({
    signal, root, window: () => own().duration,
    model: () => present(),
    draw: (stretch) => {
      main.show(runFigure(stretch));
      drawViews(stretch);
    },
    stopped: update,
  });

  const point = (name: string | undefined): void => {
    for (const lit of equations.querySelectorAll(".nc-lit")) lit.classList.remove("nc-lit");
    if (name === undefined) return;
    const symbols = equations.querySelectorAll(`.nc-name-${CSS.escape(name)}`);
    for (const symbol of symbols) symbol.classList.add("nc-lit");
    const math = equations.querySelector(".nc-math");
    if (math !== null && symbols.length > 0) math.scrollTop += symbols[0].getBoundingClientRect().top - math.getBoundingClientRect().top - math.clientHeight / 2;
  };
  const openViews = (): void => {
    opened = views.filter((view) => own().open.has(view.name)).map((view) => {
      const [panel, note] = [picture(signal), make("p", { className: "nc-about" })];
      if (view.name === "phase plane") {
        panel.element.classList.add("nc-tap");
        startByTap(panel, base(), (start) => {
          for (const [name, value] of Object.entries(start)) own().start.set(name, value);
          refreshStart();
          update();
        });
      }
      return { view, picture: panel, note };
    });
    beside.replaceChildren(...opened.map(({ picture: panel, note }) => {
      const box = make("div");
      box.append(panel.element, note);
      return box;
    }));
    update();
  };
  let refreshStart = (): void => {};
  const build = (): void => {
    const model = base();
    root.setAttribute("aria-label", `${entries[chosen.model].label}, live: the sliders run the model`);
    equations.replaceChildren(make("summary", { textContent: `${model.name}: ${model.source}` }), make("div", { className: "nc-math", tabIndex: 0, role: "region", ariaLabel: "equations", innerHTML: entries[chosen.model].mathml })); // set by Temml, which escapes
    const parameters = parameterControls(model, own().values, slidersOf(model, sliders), update, point);
    const start = startControls(model, own().start, update);
    start.refresh();
    refreshStart = start.refresh;
    const [course, ...ownControls] = [stimulusControls(model, own(), update), ...parameters.elements];
    settings.replaceChildren(...patternMenu(), ...ownControls.slice(0, 1), ...course.slice(0, 2), ...ownControls.slice(1, 2), ...course.slice(2), ...ownControls.slice(2), ...start.elements);
    const keep = button("keep this trace", () => {
      own().kept = own().kept === undefined ? shown : undefined;
      keep.setAttribute("aria-pressed", String(own().kept !== undefined));
      update();
    }, "draws later runs over this one; press again to let it go");
    keep.setAttribute("aria-pressed", String(own().kept !== undefined));
    const rest = button("start at rest", () => {
      own().start.clear();
      refreshStart();
      update();
    }, "lets runs begin in the model's own initial state again");
    tools.replaceChildren(...(own().stimulus === null ? play.build() : []), keep, rest, ...exporter({ main, shown: () => shown, entry: () => entries[chosen.model], base, present, setting }));
    tabs.replaceChildren(...views.filter((view) => view.suits(model)).map((view) => {
      const toggle = button(view.name, () => {
        if (!own().open.delete(view.name)) own().open.add(view.name);
        toggle.setAttribute("aria-pressed", String(own().open.has(view.name)));
        openViews();
      });
      toggle.setAttribute("aria-pressed", String(own().open.has(view.name)));
      return toggle;
    }));
    openViews();
  };
  const patternMenu = (): readonly HTMLElement[] => {
    const { patterns, opening } = entries[chosen.model];
    if (patterns.length === 0) return [];
    const { element, select } = menu("pattern", [none, ...patterns.map(({ name }) => name)], (name) => {
      const pattern = patterns.find((each) => each.name === name);
      play.stop();
      Object.assign(own(), { pattern: name, stimulus: pattern?.stimulus ?? stimulus, duration: pattern?.duration ?? opening.duration, kept: undefined });
      own().values.clear();
      own().start.clear();
      for (const [parameter, value] of Object.entries(pattern?.parameters ?? {})) if (value !== base().parameters[parameter]) own().values.set(parameter, value);
      for (const [state, value] of Object.entries(pattern?.start ?? {})) own().start.set(state, value);
      build();
      settings.querySelector("select")?.focus();
    });
    select.value = own().pattern;
    return [element];
  };
  if (entries.length > 1) {
    const labels = entries.map(({ label }) => label);
    const { element, select } = menu("model", labels, (label) => {
      play.stop();
      chosen.model = labels.indexOf(label);
      build();
    });
    select.value = labels[chosen.model];
    chooser.append(element);
  }
  drawCurrent(main, () => (drawing() ? { duration: own().duration, course: own().course, range: base().ranges[base().input!] } : undefined), update);
  build();
};
