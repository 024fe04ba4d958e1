import { installKernels } from "../../model/code/kernels.js";
import { make } from "../page/controls.js";
import { keepKeys } from "../page/keep-keys.js";
import type { LivePage, Program } from "../page/load.js";
import type { ExplorerMount } from "../own-mount.js";
import { whenSeen } from "../page/when-seen.js";
import { byTurns } from "../turns.js";
import { analyst } from "./analysis/analyst.js";
import { compute, failed } from "./state/compute.js";
import { linkText, readLink } from "./state/link.js";
import type { ExplorerPayload } from "./state/payload.js";
import type { Change } from "./state/change.js";
import { reduce } from "./state/reduce.js";
import { initialState, offeredModel, openQuestions, withoutResults, type ExplorerState } from "./state/state.js";
import { passing } from "./pictures/passing.js";
import { sweeping } from "./pictures/sweep.js";
import { equationsView } from "./views/equations.js";
import { addressIn } from "./views/link-button.js";
import { linkFollower } from "./views/link-follower.js";
import { modelMenu } from "./views/model-menu.js";
import { keptForReturn } from "./views/return.js";
import { panelsView } from "./pictures/panels-view.js";
import { predictionForm, predictionToggle } from "./views/prediction-form.js";
import { soundView } from "./views/sound-view.js";
import { settingsView } from "./views/settings-view.js";
import { storyView } from "./views/story-view.js";
import { tableView } from "./views/table.js";
import { timeCourse } from "./pictures/time-course.js";
import { toolsView } from "./views/tools-view.js";
import { differs, type Store, type View } from "./views/view.js";
import { noticeView, wordsView } from "./views/words.js";

/** What is kept while a notebook takes an output off the page and puts it back. */
interface Remembered {
  readonly state: ExplorerState;
  /** The link that was followed or made last. */
  readonly link: string | undefined;
}
const memory = new WeakMap<Element, Remembered>();

/** px; an output narrower than this opens with its equations folded away. */
const foldedBelow = 760;

/**
 * A model under sliders. Its state changes in one way, `dispatch`: what is set shows at once; once a frame, while the
 * output is in view, what the new state lacks is computed, which is a change too, and the pictures follow, by turns.
 * @param program the page's code, for its worker
 */
export const mountExplorer =
  (program: Program): ExplorerMount =>
  (host, content, signal) => {
    const payload = content as ExplorerPayload;
    const kernels = installed(payload);
    const place = host.parentElement ?? host;
    const remembered = memory.get(place);
    let state = remembered?.state ?? initialState(payload);
    const linkNow = (): string => linkText(addressIn(place), state);

    const change = (next: Change): void => {
      const before = state;
      state = reduce(before, next);
      for (const view of controls) view.update(before, state);
    };
    const dispatch = (next: Change): void => {
      change(next);
      draw();
    };
    const store: Store = {
      get state() {
        return state;
      },
      dispatch,
    };

    const { root, controls, panels, pictures } = layOut(
      program,
      store,
      host.clientWidth > foldedBelow,
      payload.sliders ?? undefined,
      signal,
      () => links.made(linkNow()),
    );
    let drawn: ExplorerState | undefined;
    const shown = new WeakMap<View, ExplorerState>();
    const turns = byTurns((view: View) => {
      view.update(shown.get(view), state);
      shown.set(view, state);
    });
    let lastFrame = performance.now();
    const [sweep, pass] = [sweeping(signal), passing()];
    const draw = whenSeen(root, signal, () => {
      const started = performance.now();
      const result = compute(state, (started - lastFrame) / 1000);
      lastFrame = started;
      if (result !== undefined) change(result);
      const at = sweep(state, started);
      if (at !== undefined) change({ kind: "look at", time: at.time });
      const passed = pass(state, started);
      if (passed !== undefined) change(passed);
      try {
        if (state !== drawn) {
          panels.update(drawn, state);
          drawn = state;
          turns.ask(pictures());
        }
        if (turns.go(started) > 0) draw();
      } catch (error) {
        turns.forget();
        change(failed(state, error));
      }
      for (const question of openQuestions(state)) slow.ask(question);
      if (state.playing?.paused === false || at?.more === true || state.pass !== undefined) draw();
      host.dataset["work"] = String(performance.now() - started); // ms, for bench/live.ts
    });
    const slow = analyst(program, kernels, ({ key }, answer) => dispatch({ kind: "answered", key, answer }), signal);

    const opened = state;
    const returned = remembered === undefined ? (payload.opens ?? keptForReturn(addressIn(place))) : undefined;
    const isSet = (): boolean =>
      state.settings !== opened.settings || state.model !== opened.model || returned !== undefined;
    const links = linkFollower(
      {
        place,
        link: remembered?.link,
        take: (link) => dispatch({ kind: "follow link", linked: readLink(link, state.offer) }),
        tell: (notice) => dispatch({ kind: "tell", notice }),
        set: () => (isSet() ? linkNow() : undefined),
      },
      signal,
    );
    const leave = (): void => {
      memory.set(place, { state: withoutResults(state), link: links.link });
      if (place.isConnected) links.keep();
    };
    signal.addEventListener("abort", leave);
    keepKeys(root);
    host.append(root);
    for (const view of controls) view.update(undefined, state);
    links.begin(returned);
    draw();
    return linkNow;
  };

/** Makes the page's kernels those of the models. Gives them by fingerprint, for the worker. */
function installed({ systems }: ExplorerPayload): Readonly<Record<string, object>> {
  const brought = (window as unknown as LivePage).nullclineKernels ?? {};
  const found = Object.fromEntries(
    systems.flatMap(({ data: { fingerprint } }) =>
      fingerprint in brought ? [[fingerprint, brought[fingerprint]]] : [],
    ),
  );
  for (const [fingerprint, factories] of Object.entries(found)) installKernels(fingerprint, factories);
  return found;
}

/**
 * The views of an explorer in their places: those that follow each change; the panels, which are opened and closed; and
 * what is drawn by turns.
 */
function layOut(
  program: Program,
  store: Store,
  unfolded: boolean,
  inView: readonly string[] | undefined,
  signal: AbortSignal,
  link: () => string,
): {
  readonly root: HTMLElement;
  readonly controls: readonly View[];
  readonly panels: View;
  readonly pictures: () => readonly View[];
} {
  const [models, settings, equations] = [modelMenu(store), settingsView(store, inView), equationsView(unfolded)];
  const main = timeCourse(store, signal);
  const predict = predictionToggle(store);
  const form = predictionForm(store, () => predict.element.focus());
  const [words, notice] = [wordsView(), noticeView()];
  const sound = soundView(store, program, signal);
  const tools = toolsView(store, main.picture, predict, sound, link, { program, signal });
  const panels = panelsView(store, program, signal);
  const table = tableView();
  const area = (name: string, ...elements: readonly HTMLElement[]): HTMLElement => {
    const element = make("div", { className: `nc-at-${name}` });
    element.append(...elements);
    return element;
  };
  const root = make("div", { className: "nc-explorer", role: "group" });
  const story = storyView(store);
  root.append(
    area("story", story.element),
    area("run", main.element),
    area("drive", models.element, settings.drive),
    area("plane", panels.lead),
    area("below", form.element, words.element, tools.element, notice.element, table.element),
    area("rail", settings.element),
    area("cards", panels.element),
    area("equations", equations.element),
  );
  const frame: View = {
    element: root,
    update(before, after) {
      if (differs(before, after, ({ model }) => [model]))
        root.setAttribute("aria-label", `${offeredModel(after).label}, live: the sliders run the model`);
      root.classList.toggle("nc-failed", after.failure !== undefined);
    },
  };
  return {
    root,
    controls: [frame, story, models, settings, equations, form, words, tools, notice],
    panels,
    pictures: () => [main, ...panels.opened(), sound, table],
  };
}
