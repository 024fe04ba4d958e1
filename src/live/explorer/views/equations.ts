import { quantityColour } from "../../../figure/quantity-colours.js";
import { make } from "../../page/controls.js";
import { ownColour } from "../../page/page-theme.js";
import { offeredModel } from "../state/state.js";
import { differs, type View } from "./view.js";

/** The model's equations, with the symbol lit that is pointed at. @param open whether they are unfolded at first */
export function equationsView(open: boolean): View {
  const element = make("details", { className: "nc-equations", open });
  const summary = make("summary");
  const math = make("div", { className: "nc-math", tabIndex: 0, role: "group", ariaLabel: "equations" });
  element.append(summary, math);
  const light = (name: string | undefined): void => {
    for (const lit of math.querySelectorAll(".nc-lit")) lit.classList.remove("nc-lit");
    if (name === undefined) return;
    const symbols = math.querySelectorAll(`.nc-name-${CSS.escape(name)}`);
    for (const symbol of symbols) symbol.classList.add("nc-lit");
    if (symbols.length === 0) return;
    const above = symbols[0].getBoundingClientRect().top - math.getBoundingClientRect().top;
    math.scrollTop += above - math.clientHeight / 2;
  };
  return {
    element,
    update(before, after) {
      if (differs(before, after, (state) => [state.model])) {
        const { model, mathml } = offeredModel(after);
        summary.textContent = `equations of ${model.name}: ${model.source}`;
        math.innerHTML = mathml; // set by Temml, which escapes
        for (const name of [...model.stateNames, ...model.parameterNames, ...model.quantities]) {
          const colour = ownColour(quantityColour(name, model));
          if (colour === undefined) continue;
          for (const symbol of math.querySelectorAll<HTMLElement>(`.nc-name-${CSS.escape(name)}`)) {
            symbol.classList.add("nc-own");
            symbol.style.setProperty("--nc-own", colour);
          }
        }
      }
      if (differs(before, after, ({ pointedAt, model }) => [pointedAt, model])) light(after.pointedAt);
    },
  };
}
