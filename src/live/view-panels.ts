import type { Model } from "../model/model.js";
import { button, make } from "./controls.js";
import { startByTap } from "./gestures.js";
import { picture, type Picture } from "./picture.js";
import { views, type Moment, type View } from "./views.js";

/** The pictures that go with a run, and the buttons that open them. */
export interface ViewPanels {
  readonly element: HTMLElement;
  /** For another model, or other views open. */
  build(model: Model, open: Set<string>): void;
  draw(moment: Moment): void;
  /** Out of sight, while a reader predicts. */
  hide(hidden: boolean): void;
}

/** @param begin called with a state that was tapped @param changed called when there is something new to draw */
export function viewPanels(signal: AbortSignal, begin: (start: Readonly<Record<string, number>>) => void, changed: () => void): ViewPanels {
  const [element, tabs, panels] = [make("div", { className: "nc-beside" }), make("div", { className: "nc-tools", role: "group", ariaLabel: "more pictures" }), make("div", { className: "nc-views" })];
  element.append(tabs, panels);
  let opened: { readonly view: View; readonly picture: Picture; readonly note: HTMLElement }[] = [];
  const show = (model: Model, open: ReadonlySet<string>): void => {
    opened = views.filter((view) => open.has(view.name)).map((view) => {
      const [panel, note] = [picture(signal), make("p", { className: "nc-about" })];
      if (view.name === "phase plane") {
        panel.element.classList.add("nc-tap");
        startByTap(panel, model, begin);
      }
      return { view, picture: panel, note };
    });
    panels.replaceChildren(...opened.map(({ picture: panel, note }) => {
      const box = make("div");
      box.append(panel.element, note);
      return box;
    }));
    changed();
  };
  return {
    element,
    build(model, open) {
      tabs.replaceChildren(...views.filter((view) => view.suits(model)).map((view) => {
        const toggle = button(view.name, () => {
          if (!open.delete(view.name)) open.add(view.name);
          toggle.setAttribute("aria-pressed", String(open.has(view.name)));
          show(model, open);
        });
        toggle.setAttribute("aria-pressed", String(open.has(view.name)));
        return toggle;
      }));
      show(model, open);
    },
    draw(moment) {
      for (const { view, picture: panel, note } of opened) {
        const drawn = view.draw(moment);
        note.textContent = typeof drawn === "string" ? drawn : "";
        panel.element.hidden = typeof drawn === "string";
        if (typeof drawn !== "string") panel.show(drawn);
      }
    },
    hide: (hidden) => void (panels.hidden = hidden),
  };
}
