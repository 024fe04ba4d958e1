import type { Model } from "../../../model/model.js";
import { button, make, menu } from "../../page/controls.js";
import { startByTap } from "./gestures.js";
import { picture, type Picture } from "../../page/picture.js";
import type { Moment, View } from "../panels/panel.js";
import { views } from "../panels/panels.js";

/** The pictures that go with a run, and the buttons that open them. */
export interface ViewPanels {
  readonly element: HTMLElement;
  /** For another model, or other views open. @param choices what is chosen in the views' own menus */
  build(model: Model, open: Set<string>, choices: Map<string, string>): void;
  draw(moment: Omit<Moment, "chosen">): void;
  /** Out of sight, while a reader predicts. */
  hide(hidden: boolean): void;
}

/** @param begin called with a state that was tapped @param changed called when there is something new to draw */
export function viewPanels(
  signal: AbortSignal,
  begin: (start: Readonly<Record<string, number>>) => void,
  changed: () => void,
): ViewPanels {
  const [element, tabs, panels] = [
    make("div", { className: "nc-beside" }),
    make("div", { className: "nc-tools", role: "group", ariaLabel: "more pictures" }),
    make("div", { className: "nc-views" }),
  ];
  element.append(tabs, panels);
  let opened: { readonly view: View; readonly picture: Picture; readonly note: HTMLElement }[] = [];
  let chosen: Map<string, string> = new Map();
  const menuOf = ({ name, choice }: View, model: Model): readonly HTMLElement[] => {
    if (choice === undefined) return [];
    const options = choice.options(model);
    const { element: labelled, select } = menu(choice.label, options, (option) => {
      chosen.set(name, option);
      changed();
    });
    select.value = chosen.get(name) ?? options[0];
    return [labelled];
  };
  const show = (model: Model, open: ReadonlySet<string>): void => {
    opened = views
      .filter((view) => open.has(view.name))
      .map((view) => {
        const [panel, note] = [picture(signal), make("p", { className: "nc-about" })];
        if (view.name === "phase plane") {
          panel.element.classList.add("nc-tap");
          startByTap(panel, model, begin);
        }
        return { view, picture: panel, note };
      });
    panels.replaceChildren(
      ...opened.map(({ view, picture: panel, note }) => {
        const box = make("div");
        box.append(...menuOf(view, model), panel.element, note);
        return box;
      }),
    );
    changed();
  };
  return {
    element,
    build(model, open, choices) {
      chosen = choices;
      tabs.replaceChildren(
        ...views
          .filter((view) => view.suits(model))
          .map((view) => {
            const toggle = button(view.name, () => {
              if (!open.delete(view.name)) open.add(view.name);
              toggle.setAttribute("aria-pressed", String(open.has(view.name)));
              show(model, open);
            });
            toggle.setAttribute("aria-pressed", String(open.has(view.name)));
            return toggle;
          }),
      );
      show(model, open);
    },
    draw(moment) {
      for (const { view, picture: panel, note } of opened) {
        const { figure, words } = view.draw({ ...moment, chosen: chosen.get(view.name) });
        note.textContent = words ?? "";
        panel.element.hidden = figure === undefined;
        if (figure !== undefined) panel.show(figure);
      }
    },
    hide: (hidden) => void (panels.hidden = hidden),
  };
}
