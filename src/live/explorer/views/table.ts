import { printUnit } from "../../../figure/label.js";
import { numberText } from "../../../text/number.js";
import { make } from "../../page/controls.js";
import { momentOf } from "../figures/cursor.js";
import { spanInWords } from "../figures/span.js";
import type { Recording } from "../runs/snapshot.js";
import { isHidden, snapshotInSight, spanInSight } from "../state/state.js";
import { differs, type View } from "./view.js";

/** Rows between the first and the last moment. */
const rows = 40;

/** The run as a table, for who does not see a picture: of the span that is selected, or of all of it. */
export function tableView(): View {
  const element = make("details", { className: "nc-more" });
  const place = make("div", { className: "nc-table", tabIndex: 0, role: "region", ariaLabel: "the run as a table" });
  element.append(make("summary", { textContent: "the run as a table" }), place);
  let written: readonly unknown[] = [];
  let write = (): void => {};
  element.addEventListener("toggle", () => write());
  return {
    element,
    update(before, after) {
      element.hidden = isHidden(after) || after.playing !== undefined;
      if (!differs(before, after, (state) => [snapshotInSight(state), state.span])) return;
      const snapshot = snapshotInSight(after);
      const [from, to] = spanInSight(after) ?? [0, snapshot?.duration ?? 0];
      write = () => {
        if (!element.open || snapshot === undefined || (written[0] === snapshot && written[1] === after.span)) return;
        written = [snapshot, after.span];
        place.replaceChildren(tableOf(snapshot.recording, from, to));
      };
      write();
    },
  };
}

/** @param from @param to ms */
function tableOf(recording: Recording, from: number, to: number): HTMLTableElement {
  const { model, spikes } = recording;
  const table = make("table");
  if (model === undefined) return table;
  const names = ["time", ...model.stateNames, ...(model.input === undefined ? [] : ["input"])];
  const headOf = (name: string): string => {
    const shown = name === "input" ? (model.input ?? name) : name;
    const unit = name === "time" ? "ms" : model.units[shown];
    return unit === "1" ? shown : `${shown} (${printUnit(unit)})`;
  };
  const within = Array.from(
    spikes.filter((t) => t >= from && t <= to),
    (t) => t.toFixed(1),
  );
  const each = within.length > 1 ? `; all at ${within.join(", ")} ms` : "";
  table.append(make("caption", { textContent: `${spanInWords(recording, [from, to])}${each}.` }));
  const head = table.createTHead().insertRow();
  head.append(...names.map((name) => make("th", { scope: "col", textContent: headOf(name) })));
  const body = table.createTBody();
  for (let k = 0; k <= rows; k++) {
    const time = from + (k / rows) * (to - from);
    const moment: Readonly<Record<string, number>> = { ...momentOf(recording, time), time };
    const row = body.insertRow();
    const [first, ...others] = names.map((name) => numberText(moment[name], 4));
    row.append(make("th", { scope: "row", textContent: first ?? "" }));
    for (const text of others) row.insertCell().textContent = text;
  }
  return table;
}
