import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { installKernels } from "../../model/code/kernels.js";
import { modelFromData } from "../../model/model-from-data.js";
import type { Model } from "../../model/model.js";
import type { Trajectory } from "../../solve/trajectory.js";
import { analyst } from "./analysis/analyst.js";
import { button, make, menu } from "../page/controls.js";
import { explorableModels, type ExplorerPayload } from "./state/payload.js";
import { exporter } from "./controls/take-along.js";
import { keepKeys } from "../page/keep-keys.js";
import { drawByDragging, type Slate } from "./controls/gestures.js";
import type { LivePage } from "../page/load.js";
import type { Mount } from "../page/mount.js";
import { parameterControls, startControls } from "./controls/parameter-controls.js";
import { picture, type Picture } from "../page/picture.js";
import { playControls } from "./controls/play-controls.js";
import { hiddenFigure, hiddenWords, sketchPoints, withSketch } from "./figures/prediction.js";
import { predictControls } from "./controls/predict-controls.js";
import { linkButton, linkTo, addressIn } from "./controls/link-controls.js";
import { linkText, readLink } from "./state/link.js";
import { newReader, noPattern, settingOf, untouched, type Reader, type Remembered } from "./state/reader.js";
import {
  lastingModel,
  run,
  runFigure,
  slidersOf,
  startOf,
  stimulusOf,
  unstimulated,
  withRoomToDraw,
  type Setting,
} from "./runs/setting.js";
import { drawnPoints } from "./runs/waveforms.js";
import { stimulusControls } from "./controls/stimulus-controls.js";
import { viewPanels } from "./controls/view-panels.js";
import type { Moment } from "./panels/panel.js";
import { whenSeen } from "../page/when-seen.js";
import { failureInWords, inWords, restInWords } from "./figures/words.js";

/** What readers have set, kept while a notebook takes an output off the page and puts it back. */
const memory = new WeakMap<Element, Reader>();

/** px; an output narrower than this opens with its equations folded away. */
const foldedBelow = 620;

/** @param source the runtime's own text, for its worker */
export const mountExplorer =
  (source: string): Mount =>
  (host, payload, signal) => {
    const { stimulus, sliders } = payload as ExplorerPayload;
    const entries = explorableModels(payload as ExplorerPayload);
    const brought = (window as unknown as LivePage).nullclineKernels ?? {};
    const kernels = Object.fromEntries(
      entries
        .map(({ data }) => [data.fingerprint, brought[data.fingerprint]] as const)
        .filter(([, found]) => found !== undefined),
    ) as Record<string, object>;
    for (const [fingerprint, factories] of Object.entries(kernels)) installKernels(fingerprint, factories);
    const models: readonly Model[] = entries.map(({ data }) => modelFromData(data));
    const place = host.parentElement!;
    const reader = memory.get(place) ?? newReader(payload as ExplorerPayload, models);
    memory.set(place, reader);

    const own = (): Remembered => reader.each[reader.model];
    const base = (): Model => models[reader.model];
    const present = (): Model => base().with(Object.fromEntries(own().values));
    const setting = (): Setting => settingOf(own());
    /** All on which a run depends. */
    const identity = (): string => JSON.stringify([reader.model, [...present().vector], setting()]);
    const drawing = (): boolean =>
      own().shape === "drawn by hand" && own().stimulus === null && base().input !== undefined;

    const root = make("div", { className: "nc-explorer", role: "group" });
    keepKeys(root);
    const controls = make("div", { className: "nc-controls" });
    const [equations, settings] = [
      make("details", { className: "nc-equations", open: host.clientWidth > foldedBelow }),
      make("div", { className: "nc-settings" }),
    ];
    const chooser = make("div", { className: "nc-choice" });
    controls.append(chooser, settings, equations);
    const words = make("p", { className: "nc-words", ariaLive: "polite" });
    const main: Picture = picture(signal);
    const tools = make("div", { className: "nc-tools" });
    const note = make("p", { className: "nc-about", role: "status" });
    const right = make("div", { className: "nc-picture" });

    /** Words that stay the same are not read aloud again. */
    const say = (text: string): void => {
      if (words.textContent !== text) words.textContent = text;
    };
    const fail = (error: unknown): void => {
      root.classList.add("nc-failed");
      say(failureInWords(error, (shown ?? hidden) !== undefined));
    };
    let shown: Trajectory | undefined;
    let hidden: Trajectory | undefined;
    const drawViews = (trajectory: Moment["trajectory"]): string => {
      const model = lastingModel(present(), setting());
      const resting = equilibria(model);
      beside.draw({ model, resting, trajectory, duration: own().duration, ask: slow.ask });
      const at =
        base().input === undefined
          ? ""
          : `At ${base().input} = ${String(Number(model.parameters[base().input!].toPrecision(4))).replace("-", "−")}: `;
      const rest = restInWords(model, resting);
      return `${at === "" ? rest.slice(0, 1).toUpperCase() + rest.slice(1) : at + rest}.`;
    };
    const show = (trajectory: Trajectory): void => {
      shown = trajectory;
      hidden = undefined;
      const figure = withSketch(runFigure(trajectory, own().kept), reader.foretelling, own().duration);
      main.show(drawing() ? withRoomToDraw(figure, present()) : figure);
      say(
        [reader.foretelling.verdict, `${inWords(trajectory)}.`, drawViews(trajectory)]
          .filter((part) => part !== "")
          .join(" "),
      );
    };
    const hide = (trajectory: Trajectory): void => {
      hidden = trajectory;
      const before =
        shown === undefined || shown.model?.data.fingerprint !== base().data.fingerprint ? undefined : runFigure(shown);
      const figure = withSketch(
        hiddenFigure(runFigure(trajectory), base(), before),
        reader.foretelling,
        own().duration,
      );
      main.show(drawing() ? withRoomToDraw(figure, present()) : figure);
      say(hiddenWords);
    };
    const update = whenSeen(root, signal, () => {
      try {
        refreshCode();
        if (play.running()) return;
        const started = performance.now();
        refreshStart();
        const trajectory = run(present(), setting());
        const hides = predict.hides(identity(), base(), own().duration);
        beside.hide(hides);
        play.element.hidden = reader.foretelling.on;
        main.element.classList.toggle("nc-tap", hides || drawing());
        if (hides) hide(trajectory);
        else show(trajectory);
        host.dataset["work"] = String(performance.now() - started);
        root.classList.remove("nc-failed");
      } catch (error) {
        fail(error);
      }
    });
    const slow = analyst(source, kernels, update, signal);
    const beside = viewPanels(
      signal,
      (start) => {
        for (const [name, value] of Object.entries(start)) own().start.set(name, value);
        refreshStart();
        update();
      },
      update,
    );
    const play = playControls({
      signal,
      root,
      window: () => own().duration,
      model: () => unstimulated(present(), setting()),
      course: () => stimulusOf(present(), setting()),
      start: () => startOf(present(), setting()),
      draw: (stretch) => {
        main.show(runFigure(stretch));
        say(`The run goes on. ${drawViews(stretch)}`);
        root.classList.remove("nc-failed");
      },
      failed: fail,
      stopped: update,
    });
    const predict = predictControls(
      reader.foretelling,
      () => hidden,
      () => {
        play.stop();
        update();
      },
    );
    right.append(main.element, predict.form, words, tools, note);
    root.append(controls, right, beside.element);
    host.append(root);

    const point = (name: string | undefined): void => {
      for (const lit of equations.querySelectorAll(".nc-lit")) lit.classList.remove("nc-lit");
      if (name === undefined) return;
      const symbols = equations.querySelectorAll(`.nc-name-${CSS.escape(name)}`);
      for (const symbol of symbols) symbol.classList.add("nc-lit");
      const math = equations.querySelector(".nc-math");
      if (math !== null && symbols.length > 0)
        math.scrollTop +=
          symbols[0].getBoundingClientRect().top - math.getBoundingClientRect().top - math.clientHeight / 2;
    };
    let [refreshStart, refreshCode] = [(): void => {}, (): void => {}];
    const build = (): void => {
      const model = base();
      root.setAttribute("aria-label", `${entries[reader.model].label}, live: the sliders run the model`);
      equations.replaceChildren(
        make("summary", { textContent: `${model.name}: ${model.source}` }),
        make("div", {
          className: "nc-math",
          tabIndex: 0,
          role: "region",
          ariaLabel: "equations",
          innerHTML: entries[reader.model].mathml,
        }),
      ); // set by Temml, which escapes
      const parameters = parameterControls(model, own().values, slidersOf(model, sliders), update, point);
      const start = startControls(model, own().start, () => startOf(present(), { ...setting(), start: {} }), update);
      refreshStart = start.refresh;
      const { opening, patterns } = entries[reader.model];
      const { current, course } = stimulusControls(
        model,
        own(),
        patterns.find(({ name }) => name === own().pattern)?.duration ?? opening.duration,
        update,
      );
      const [presets, ...ownSliders] = parameters.elements;
      const [input, ...others] = ownSliders;
      const driven = model.input !== undefined && input !== undefined;
      settings.replaceChildren(
        ...patternMenu(),
        presets,
        ...current,
        ...(driven ? [input, ...course, ...others] : [...ownSliders, ...course]),
        ...start.elements,
      );
      const keep = button(
        "keep this trace",
        () => {
          own().kept = own().kept === undefined ? shown : undefined;
          keep.setAttribute("aria-pressed", String(own().kept !== undefined));
          update();
        },
        "draws later runs over this one; press again to let it go",
      );
      keep.setAttribute("aria-pressed", String(own().kept !== undefined));
      const rest = button(
        model.input === undefined ? "start as given" : "start at rest",
        () => {
          own().start.clear();
          update();
        },
        model.input === undefined
          ? "lets runs begin in the model's own initial state again"
          : "lets runs begin at the stable equilibrium without the current again; where there is none, in the model's own initial state",
      );
      play.build();
      const taken = exporter({
        main,
        shown: () => shown,
        entry: () => entries[reader.model],
        present,
        setting,
        predicts: () => reader.foretelling.on,
      });
      refreshCode = taken.refresh;
      tools.replaceChildren(play.element, predict.toggle, keep, rest, ...linkButton(link, tell), ...taken.elements);
      beside.build(model, own().open, own().choices);
    };
    const patternMenu = (): readonly HTMLElement[] => {
      const { patterns, opening } = entries[reader.model];
      if (patterns.length === 0) return [];
      const { element, select } = menu("pattern", [noPattern, ...patterns.map(({ name }) => name)], (name) => {
        const pattern = patterns.find((each) => each.name === name);
        play.stop();
        Object.assign(own(), {
          pattern: name,
          stimulus: pattern?.stimulus ?? stimulus,
          duration: pattern?.duration ?? opening.duration,
          kept: undefined,
        });
        own().values.clear();
        own().start.clear();
        for (const [parameter, value] of Object.entries(pattern?.parameters ?? {}))
          if (value !== base().parameters[parameter]) own().values.set(parameter, value);
        for (const [state, value] of Object.entries(pattern?.start ?? {})) own().start.set(state, value);
        build();
        settings.querySelector("select")?.focus();
      });
      select.value = own().pattern;
      return [element];
    };
    const labels = entries.map(({ label }) => label);
    const which = menu("model", labels, (label) => {
      play.stop();
      reader.model = labels.indexOf(label);
      build();
    });
    if (entries.length > 1) chooser.append(which.element);
    const tell = (sentence: string): void => {
      note.textContent = sentence;
    };
    const link = (): string =>
      (reader.link = linkText(addressIn(place), labels[reader.model], own(), reader.foretelling.on));
    const follow = (): void => {
      const found = linkTo(addressIn(place));
      if (found === undefined || found === reader.link) return;
      reader.link = found;
      try {
        const linked = readLink(found, entries, models, (k) => untouched(payload as ExplorerPayload, models[k], k));
        reader.model = linked.model;
        reader.foretelling.on = linked.predict;
        reader.foretelling.seen = undefined;
        reader.each[linked.model] = { ...linked.own, kept: undefined };
        tell("");
      } catch (error) {
        tell(`The link was not followed: ${error instanceof Error ? error.message : String(error)}.`);
      }
    };
    drawByDragging(
      main,
      (axes): Slate | undefined => {
        const { duration, course } = own();
        if (play.running()) return undefined;
        if (axes !== "xy" && drawing())
          return {
            duration,
            points: drawnPoints,
            curve: { set: (k, value) => course.set(`point ${k}`, value) },
            range: base().ranges[base().input!],
          };
        if (axes !== "xy" || hidden === undefined) return undefined;
        const [low, high] = base().ranges[base().stateNames[0]];
        return {
          duration,
          points: sketchPoints,
          curve: reader.foretelling.sketch,
          range: [low, high + 0.1 * (high - low)],
        };
      },
      update,
    );
    const open = (): void => {
      play.stop();
      follow();
      which.select.value = labels[reader.model];
      build();
    };
    addEventListener(
      "hashchange",
      () => {
        if (linkTo(addressIn(place)) !== undefined) open();
      },
      { signal },
    );
    open();
  };
