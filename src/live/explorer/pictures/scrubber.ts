import { button, make } from "../../page/controls.js";
import { momentInWords } from "../figures/cursor.js";
import { spanInWords } from "../figures/span.js";
import { isHidden, snapshotInSight, spanInSight } from "../state/state.js";
import { differs, type Store, type View } from "../views/view.js";

/** Stops of the slider. */
const stops = 400;

/** Of these, so many for a key that selects. */
const stride = 4;

interface Scrubber extends View {
  focus(): void;
}

/**
 * A slider through the time of the run, for keys, thumbs and screen readers; it says what is there. With Shift its
 * arrows select a span of time, of which it then speaks, until Escape.
 */
export function scrubber(store: Store): Scrubber {
  const { dispatch } = store;
  const slide = make("input", {
    type: "range",
    min: "0",
    max: String(stops),
    step: "1",
    ariaLabel: "moment of the run",
    title: "Space plays; Shift and an arrow select a span of time, as a drag across the run does; Escape ends it",
  });
  const values = make("output", { className: "nc-moment" });
  const element = make("div", { className: "nc-scrubber" });
  const toggle = (): void => dispatch({ kind: store.state.pass === undefined ? "begin pass" : "end pass" });
  const play = button("play", toggle, "moves the cursor through all pictures, at the speed that is chosen below");
  play.classList.add("nc-go");
  element.append(play, slide, values);
  let duration = 0;
  slide.addEventListener("input", () =>
    dispatch({ kind: "move cursor", time: (slide.valueAsNumber / stops) * duration }),
  );
  slide.addEventListener("keydown", (event) => {
    const { state } = store;
    if (event.key === " ") {
      event.preventDefault();
      toggle();
    }
    if (event.key === "Escape" && state.span !== undefined) dispatch({ kind: "select span", span: undefined });
    const ways: Readonly<Record<string, number>> = { ArrowLeft: -stride, ArrowRight: stride, Home: -stops, End: stops };
    const way = event.shiftKey ? ways[event.key] : undefined;
    if (way === undefined) return;
    event.preventDefault();
    const [anchor, head] = state.span ?? [state.cursor ?? 0, state.cursor ?? 0];
    const to = Math.min(duration, Math.max(0, head + (way / stops) * duration));
    dispatch({ kind: "select span", span: [anchor, to] });
    dispatch({ kind: "move cursor", time: to });
  });
  return {
    focus: () => slide.focus({ preventScroll: true }),
    element,
    update(before, after) {
      const snapshot = snapshotInSight(after);
      element.hidden = snapshot === undefined || isHidden(after) || after.playing !== undefined;
      if (snapshot === undefined || element.hidden) return;
      play.textContent = after.pass === undefined ? "play" : "pause";
      if (!differs(before, after, (state) => [state.cursor, state.span, snapshotInSight(state)])) return;
      duration = snapshot.duration;
      const span = spanInSight(after);
      const moment = after.cursor === undefined ? "" : momentInWords(snapshot.recording, after.cursor);
      const said = span === undefined ? moment : spanInWords(snapshot.recording, span);
      slide.value = String(((after.cursor ?? 0) / duration) * stops);
      slide.ariaValueText = said === "" ? "the beginning" : said;
      values.textContent = said;
    },
  };
}
