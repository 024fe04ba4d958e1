import type { Model } from "../../../model/model.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import { button, freshId, make } from "../../page/controls.js";
import { question, type Foretelling, type Question } from "../figures/prediction.js";

export interface PredictControls {
  readonly toggle: HTMLButtonElement;
  readonly form: HTMLElement;
  /** Whether the run of this setting is not to be seen yet; then the form asks. */
  hides(setting: string, model: Model, duration: number): boolean;
}

/**
 * The button that begins and ends predicting, and the form that asks. @param hiddenRun the run that is hidden, for the
 * verdict
 */
export function predictControls(
  state: Foretelling,
  hiddenRun: () => Trajectory | undefined,
  update: () => void,
): PredictControls {
  const form = make("form", { className: "nc-predict", hidden: true });
  const id = freshId();
  const [label, number] = [
    make("label", { htmlFor: id }),
    make("input", { type: "number", id, className: "nc-number" }),
  ];
  const reveal = make("button", { type: "submit", className: "nc-button", textContent: "reveal" });
  const about = make("span", {
    className: "nc-about",
    textContent: "If you like, sketch the trace with the pointer in the upper panel.",
  });
  form.append(label, number, reveal, about);
  let asked: { readonly setting: string; readonly question: Question } | undefined;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const run = hiddenRun();
    if (asked === undefined || run === undefined) return;
    state.verdict = number.value === "" ? "" : asked.question.verdict(number.valueAsNumber, run);
    state.seen = asked.setting;
    number.value = "";
    update();
    toggle.focus();
  });
  const toggle = button(
    "predict first",
    () => {
      state.on = !state.on;
      update();
    },
    "hides each new run until you have said what it will do",
  );
  return {
    toggle,
    form,
    hides(setting, model, duration) {
      toggle.setAttribute("aria-pressed", String(state.on));
      if (!state.on) {
        // all is seen
        state.seen = setting;
        state.verdict = "";
        state.sketch.clear();
      }
      const hidden = setting !== state.seen;
      if (hidden && asked?.setting !== setting) {
        if (asked === undefined || asked.setting === state.seen) state.sketch.clear(); // that was for the run before
        asked = { setting, question: question(model, duration) };
        label.textContent = asked.question.text;
        number.step = asked.question.whole ? "1" : "any";
        number.min = asked.question.whole ? "0" : "";
      }
      if (hidden) number.required = state.sketch.size === 0; // a sketch is a prediction too
      form.hidden = !hidden;
      return hidden;
    },
  };
}
