import { make } from "../../page/controls.js";
import { momentInWords } from "../figures/cursor.js";
import { isHidden, snapshotInSight } from "../state/state.js";
import type { Store, View } from "../views/view.js";

/** Stops of the slider. */
const stops = 400;

/** A slider through the time of the run, for keys, thumbs and screen readers; it says what is there. */
export function scrubber({ dispatch }: Store): View {
  const slide = make("input", {
    type: "range",
    min: "0",
    max: String(stops),
    step: "1",
    ariaLabel: "moment of the run",
  });
  const values = make("output", { className: "nc-moment" });
  const element = make("div", { className: "nc-scrubber" });
  element.append(slide, values);
  let duration = 0;
  slide.addEventListener("input", () => dispatch({ kind: "look at", time: (slide.valueAsNumber / stops) * duration }));
  return {
    element,
    update(before, after) {
      const snapshot = snapshotInSight(after);
      element.hidden = snapshot === undefined || isHidden(after) || after.playing !== undefined;
      if (snapshot === undefined || element.hidden) return;
      if (before !== undefined && before.cursor === after.cursor && snapshotInSight(before) === snapshot) return;
      duration = snapshot.duration;
      const said = after.cursor === undefined ? "" : momentInWords(snapshot.recording, after.cursor);
      slide.value = String(((after.cursor ?? 0) / duration) * stops);
      slide.ariaValueText = said === "" ? "the beginning" : said;
      values.textContent = said;
    },
  };
}
