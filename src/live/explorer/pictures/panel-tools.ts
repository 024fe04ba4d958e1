import { button, make } from "../../page/controls.js";
import type { Drag } from "../../page/drag.js";
import type { Picture } from "../../page/picture.js";
import type { Panel, Seen } from "../panels/panel.js";
import { isHidden, offeredModel, present, snapshotInSight } from "../state/state.js";
import type { Store, View } from "../views/view.js";
import { zoom } from "./zoom.js";

/** The row of buttons below a panel into which one may zoom: closer looks, and what is drawn on request. */
interface PanelTools extends View {
  /** What a pointer with Shift does from here on. */
  pan(down: PointerEvent): Drag | undefined;
}

/** @param content the panel's picture; undefined for a panel that has no such row */
export function panelTools(panel: Panel, store: Store, content: Picture): PanelTools | undefined {
  const { name } = panel;
  if (panel.seen === undefined) return undefined;
  const seen = (): readonly [Seen, Seen] | undefined => {
    const { state } = store;
    const snapshot = snapshotInSight(state);
    const own = present(state);
    return snapshot && !isHidden(state) ? panel.seen?.(snapshot, own.options[name], own) : undefined;
  };
  const closer = zoom(name, content, seen, (windows) => {
    const names = (seen() ?? []).map((each) => each.name);
    const others = Object.entries(present(store.state).windows).filter(([each]) => !names.includes(each));
    store.dispatch({ kind: "set windows", windows: { ...Object.fromEntries(others), ...windows } });
  });
  const switches = (panel.onRequest?.(offeredModel(store.state).model) ?? []).map((each) =>
    button(each, () => store.dispatch({ kind: "toggle on request", name: each })),
  );
  const element = make("div", { className: "nc-tools", role: "group", ariaLabel: `how the ${name} is seen` });
  element.append(closer.element, ...switches);
  return {
    element,
    pan: (down) => closer.pan(down),
    update(_before, after) {
      const { shows } = present(after);
      for (const each of switches) each.setAttribute("aria-pressed", String(shows.includes(each.textContent)));
    },
  };
}
