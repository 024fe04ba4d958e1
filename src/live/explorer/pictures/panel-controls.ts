import { make, menu } from "../../page/controls.js";
import { slider, type Control } from "../../page/slider.js";
import { amountIn, chosenIn, optionOf, type AnyPanel } from "../panels/panel.js";
import { offeredModel, present } from "../state/state.js";
import type { Store, View } from "../views/view.js";

/** The menus of a panel, and its slider, which begins anew where what is chosen gives it another range. */
export function panelControls(panel: AnyPanel, store: Store): View {
  const { name, choices = [], amount } = panel;
  const { model } = offeredModel(store.state);
  const element = make("div", { className: "nc-choices" });
  const option = (): string | undefined => present(store.state).options[name];
  const choose = (chosen: readonly (string | number)[]): void =>
    store.dispatch({ kind: "choose option", panel: name, option: optionOf(chosen) });
  const chosenNow = (): readonly string[] => chosenIn(panel, model, option()).slice(0, choices.length);
  const menus = choices.map(({ label, options }, k) => {
    const offered = options(model);
    const made = menu(label, offered, (value) => choose(chosenNow().with(k, value)));
    if (offered.length > 1) element.append(made.element);
    return made;
  });
  let slide: Control | undefined;
  let made: string | undefined;
  return {
    element,
    update() {
      const chosen = chosenNow();
      menus.forEach(({ select }, k) => {
        select.value = chosen[k];
      });
      if (amount === undefined) return;
      const key = optionOf(chosen);
      if (made !== key) {
        const [low, high] = amount.range(model, chosen);
        slide?.element.remove();
        slide = slider({
          name: amount.label,
          symbols: {},
          unit: amount.unit(model, chosen),
          range: [low, high],
          initial: amount.initial(model, chosen),
          refuse: (value) =>
            value >= low && value <= high ? undefined : `${amount.label} goes from ${low} to ${high}.`,
          onChange: (value) => choose([...chosenNow(), value]),
        });
        element.append(slide.element);
        made = key;
      }
      slide?.set(amountIn(panel, model, option()));
    },
  };
}
