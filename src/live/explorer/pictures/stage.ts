import { make } from "../../page/controls.js";
import { partOf, type Program } from "../../page/load.js";
import type { ExtrasCode, Membrane } from "../extras/extras.js";
import { plainLook, type Panel } from "../panels/panel.js";
import { isHidden, snapshotInSight } from "../state/state.js";
import { differs } from "../views/view.js";
import type { OpenPanel } from "./open-panel.js";

/**
 * Opens a panel that moves with the cursor: what draws it is brought when it is first opened.
 * @param signal ends it too
 */
export function openStage({ name, draw }: Panel, program: Program, signal: AbortSignal): OpenPanel {
  const closed = new AbortController();
  signal.addEventListener("abort", () => closed.abort(), { signal: closed.signal });
  const [place, note] = [make("div", { className: "nc-panel nc-stage" }), make("p", { className: "nc-about" })];
  const element = make("div", { className: "nc-card" });
  element.append(place, note);
  let stage: Membrane | undefined;
  let show = (): void => {};
  partOf<ExtrasCode>(program, "extras").then(
    ({ membrane }) => {
      if (closed.signal.aborted) return;
      stage = membrane(place, closed.signal);
      show();
    },
    (error: unknown) => {
      note.textContent = `The ${name} could not be loaded: ${String(error)}.`;
    },
  );
  return {
    element,
    close() {
      closed.abort();
      element.remove();
    },
    update(before, after) {
      const snapshot = snapshotInSight(after);
      if (snapshot === undefined || isHidden(after)) return;
      if (!differs(before, after, (state) => [snapshotInSight(state), state.cursor])) return;
      note.textContent = draw(snapshot, undefined, undefined, plainLook, []).words ?? "";
      const { recording } = snapshot;
      const at = after.playing === undefined ? (after.cursor ?? 0) : recording.time[recording.time.length - 1];
      show = () => stage?.show(recording, at);
      show();
    },
  };
}
