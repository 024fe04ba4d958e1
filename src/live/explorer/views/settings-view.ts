import { make, menu } from "../../page/controls.js";
import { noPattern, offeredModel, present, type ExplorerState } from "../state/state.js";
import { parameterControls, type Controls } from "./parameter-controls.js";
import { startControls } from "./start-controls.js";
import { stimulusControls } from "./stimulus-controls.js";
import { differs, type Store, type View } from "./view.js";

/** What can be set of a model, and apart from it the one slider that drives it. */
interface SettingsView extends View {
  readonly drive: HTMLElement;
}

/** All that can be set of a model. @param inView parameters whose sliders are in view, where that was said */
export function settingsView(store: Store, inView: readonly string[] | undefined): SettingsView {
  const drive = make("div", { className: "nc-drive" });
  const element = make("div", { className: "nc-settings" });
  let parts: readonly Controls[] = [];
  const rebuild = (state: ExplorerState): void => {
    const { model, opening, patterns } = offeredModel(state);
    const { pattern } = present(state);
    const usual = patterns.find(({ name }) => name === pattern)?.duration ?? opening.duration;
    const parameters = parameterControls(store, model, inView);
    const stimulus = stimulusControls(store, model, usual);
    const start = startControls(store, model);
    parts = [parameters, stimulus, start];
    const [presets, ...sliders] = parameters.elements;
    drive.replaceChildren(...parameters.drive);
    element.replaceChildren(
      ...patternMenu(store, state),
      presets,
      ...sliders,
      ...stimulus.menu,
      ...stimulus.elements,
      ...start.elements,
    );
  };
  return {
    element,
    drive,
    update(before, after) {
      const another = differs(before, after, (state) => [state.model]);
      const anotherPattern = differs(before, after, (state) => [present(state).pattern]);
      const focused = element.contains(document.activeElement);
      if (another || anotherPattern) rebuild(after);
      if (!another && anotherPattern && focused) element.querySelector("select")?.focus();
      for (const part of parts) part.update(another || anotherPattern ? undefined : before, after);
    },
  };
}

/** The model's named settings; none where it has none. */
function patternMenu({ dispatch }: Store, state: ExplorerState): readonly HTMLElement[] {
  const { patterns } = offeredModel(state);
  if (patterns.length === 0) return [];
  const names = [noPattern, ...patterns.map(({ name }) => name)];
  const { element, select } = menu("pattern", names, (name) => dispatch({ kind: "choose pattern", name }));
  select.value = present(state).pattern;
  return [element];
}
