import { button, make } from "../../page/controls.js";
import type { Program } from "../../page/load.js";
import type { AnyPanel } from "../panels/panel.js";
import { panels } from "../panels/panels.js";
import { isHidden, offeredModel, present, type ExplorerState } from "../state/state.js";
import { differs, type Store, type View } from "../views/view.js";
import { openPanel, type OpenPanel } from "./open-panel.js";
import { openStage } from "./stage.js";

/** The pictures beside the run: the first next to it, the others as cards below, and the buttons that open them. */
interface PanelsView extends View {
  /** Next to the run. */
  readonly lead: HTMLElement;
  /** Those that are open, each to be brought to a state by itself. */
  readonly opened: () => Iterable<View>;
}

/** @param signal ends it */
export function panelsView(store: Store, program: Program, signal: AbortSignal): PanelsView {
  const element = make("div", { className: "nc-beside" });
  const lead = make("div", { className: "nc-lead nc-views" });
  const tabs = make("div", { className: "nc-tools", role: "group", ariaLabel: "more pictures" });
  const places = make("div", { className: "nc-views nc-cards" });
  element.append(tabs, places);
  let open: ReadonlyMap<AnyPanel, OpenPanel> = new Map();
  const opened = (panel: AnyPanel): OpenPanel =>
    "staged" in panel ? openStage(panel, program, signal) : openPanel(panel, store, program, signal);
  const rebuild = (before: ExplorerState | undefined, after: ExplorerState): void => {
    const { model } = offeredModel(after);
    const names = present(after).panels;
    const suited = panels.filter((panel) => panel.suits(model));
    if (before?.model !== after.model) {
      tabs.replaceChildren(
        ...suited.map(({ name }) => button(name, () => store.dispatch({ kind: "toggle panel", panel: name }))),
      );
      close(open.values());
      open = new Map();
    }
    suited.forEach(({ name }, k) => {
      tabs.children[k].setAttribute("aria-pressed", String(names.includes(name)));
    });
    const wanted = suited.filter(({ name }) => names.includes(name));
    const [first] = wanted.filter((panel) => panel.leads === true);
    close([...open].flatMap(([panel, place]) => (wanted.includes(panel) ? [] : [place])));
    open = new Map(wanted.map((panel) => [panel, open.get(panel) ?? opened(panel)]));
    for (const [panel, place] of open) {
      const where = panel === first ? lead : places;
      if (place.element.parentElement !== where) where.append(place.element);
    }
    places.append(...[...open].filter(([panel]) => panel !== first).map(([, place]) => place.element));
  };
  return {
    element,
    lead,
    opened: () => open.values(),
    update(before, after) {
      if (differs(before, after, (state) => [state.model, present(state).panels])) rebuild(before, after);
      for (const place of [lead, places]) place.hidden = isHidden(after);
    },
  };
}

const close = (places: Iterable<OpenPanel>): void => {
  for (const place of places) place.close();
};
