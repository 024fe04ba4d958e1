import { button, freshId, make } from "../../page/controls.js";
import { predictionQuestion } from "../figures/prediction.js";
import { isHidden } from "../state/state.js";
import type { Store, View } from "./view.js";

/** The button that begins and ends predicting. */
export function predictionToggle({ dispatch }: Store): View {
  const element = button(
    "predict first",
    () => dispatch({ kind: "toggle prediction" }),
    "hides each new run until you have said what it will do",
  );
  return {
    element,
    update: (_before, after) => element.setAttribute("aria-pressed", String(after.prediction.on)),
  };
}

/** Asks about a run that is hidden. @param afterwards called when it was revealed */
export function predictionForm({ dispatch }: Store, afterwards: () => void): View {
  const element = make("form", { className: "nc-predict", hidden: true });
  const id = freshId();
  const label = make("label", { htmlFor: id });
  const number = make("input", { type: "number", id, className: "nc-number" });
  const reveal = make("button", { type: "submit", className: "nc-button", textContent: "reveal" });
  const about = make("span", {
    className: "nc-about",
    textContent: "If you like, sketch the trace with the pointer in the upper panel.",
  });
  element.append(label, number, reveal, about);
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = number.value === "" ? undefined : number.valueAsNumber;
    number.value = "";
    dispatch({ kind: "reveal", said });
    afterwards();
  });
  return {
    element,
    update(_before, after) {
      const { run } = after;
      element.hidden = !isHidden(after);
      if (run === undefined || element.hidden) return;
      const { text, whole } = predictionQuestion(run.model, run.duration);
      label.textContent = text;
      number.step = whole ? "1" : "any";
      number.min = whole ? "0" : "";
      number.required = Object.keys(after.prediction.sketch).length === 0; // a sketch is a prediction too
    },
  };
}
