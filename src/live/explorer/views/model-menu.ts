import { make, menu } from "../../page/controls.js";
import type { ExplorerState } from "../state/state.js";
import type { Store, View } from "./view.js";

/** The menu of models; empty where there is one alone. */
export function modelMenu({ state: { offer }, dispatch }: Store): View {
  const labels = offer.map(({ label }) => label);
  const { element: labelled, select } = menu("model", labels, (label) =>
    dispatch({ kind: "choose model", model: labels.indexOf(label) }),
  );
  const element = make("div", { className: "nc-choice" });
  if (offer.length > 1) element.append(labelled);
  return {
    element,
    update(_before: ExplorerState | undefined, after: ExplorerState) {
      select.value = labels[after.model];
    },
  };
}
