import { button, make, menu } from "../../page/controls.js";
import { picture } from "../../page/picture.js";
import type { Panel } from "../panels/panel.js";
import { panels } from "../panels/panels.js";
import { phasePlanePanel } from "../panels/phase-plane.js";
import { isHidden, offeredModel, present, snapshotInSight, type ExplorerState } from "../state/state.js";
import { differs, type Store, type View } from "./view.js";

/** The pictures beside the run, and the buttons that open them. */
export function panelsView(store: Store, signal: AbortSignal): View {
  const element = make("div", { className: "nc-beside" });
  const tabs = make("div", { className: "nc-tools", role: "group", ariaLabel: "more pictures" });
  const places = make("div", { className: "nc-views" });
  element.append(tabs, places);
  let open: ReadonlyMap<Panel, OpenPanel> = new Map();
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
    close([...open].flatMap(([panel, place]) => (wanted.includes(panel) ? [] : [place])));
    open = new Map(wanted.map((panel) => [panel, open.get(panel) ?? openPanel(panel, store, signal)]));
    places.replaceChildren(...[...open.values()].map((place) => place.element));
  };
  return {
    element,
    update(before, after) {
      if (differs(before, after, (state) => [state.model, present(state).panels])) rebuild(before, after);
      places.hidden = isHidden(after);
      for (const place of open.values()) place.update(before, after);
    },
  };
}

const close = (places: Iterable<OpenPanel>): void => {
  for (const place of places) place.close();
};

/** A panel in the page, for as long as it is open. */
interface OpenPanel extends View {
  close(): void;
}

function openPanel(panel: Panel, store: Store, signal: AbortSignal): OpenPanel {
  const closed = new AbortController();
  const { name, choice } = panel;
  signal.addEventListener("abort", () => closed.abort(), { signal: closed.signal });
  const content = picture(closed.signal);
  const note = make("p", { className: "nc-about" });
  const element = make("div");
  const { model } = offeredModel(store.state);
  const options = choice?.options(model) ?? [];
  const chooser =
    choice && menu(choice.label, options, (option) => store.dispatch({ kind: "choose option", panel: name, option }));
  element.append(...(chooser === undefined ? [] : [chooser.element]), content.element, note);
  if (panel === phasePlanePanel) {
    const [across, up] = model.stateNames;
    content.element.classList.add("nc-tap");
    content.element.addEventListener("click", (event) => {
      const point = content.dataAt(event);
      if (point !== undefined) store.dispatch({ kind: "set start", start: { [across]: point.x, [up]: point.y } });
    });
  }
  const optionIn = (state: ExplorerState): string | undefined => present(state).options[name];
  let drawn: readonly unknown[] = [undefined];
  return {
    element,
    close: () => closed.abort(),
    update(_before, after) {
      if (chooser !== undefined) chooser.select.value = optionIn(after) ?? options[0];
      const snapshot = snapshotInSight(after);
      if (snapshot === undefined || isHidden(after)) return;
      const question = panel.question?.(snapshot, optionIn(after));
      const answer = question && after.answers.get(question.key);
      const next = [snapshot, optionIn(after), answer];
      if (next.every((part, k) => part === drawn[k])) return;
      const { figure, words } = panel.draw(snapshot, answer, optionIn(after));
      note.textContent = words ?? "";
      content.element.hidden = figure === undefined;
      if (figure !== undefined) content.show(figure);
      drawn = next;
    },
  };
}
