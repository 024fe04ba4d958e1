import type { DataPoint } from "../../../figure/figure.js";
import { tap, whileDragged } from "../../page/drag.js";
import { type Handle, valuesFollowing, valuesOf } from "../../page/handle.js";
import { make } from "../../page/controls.js";
import { picture } from "../../page/picture.js";
import { partOf, type Program } from "../../page/load.js";
import type { DrawingsCode } from "../apart/drawings.js";
import type { AnyPanel, PanelChange, PanelContent, PanelDrawing } from "../panels/panel.js";
import type { Snapshot } from "../runs/snapshot.js";
import { isHidden, offeredModel, present, snapshotInSight, spanInSight, type ExplorerState } from "../state/state.js";
import type { Store, View } from "../views/view.js";
import { cardHeight, leadHeight } from "./heights.js";
import { panelControls } from "./panel-controls.js";
import { panelTools } from "./panel-tools.js";

/** A panel in the page, for as long as it is open. */
export interface OpenPanel extends View {
  close(): void;
}

/** Opens a panel, and brings its drawing where that is a part by itself. @param signal ends it too */
export function openPanel(panel: AnyPanel, store: Store, program: Program, signal: AbortSignal): OpenPanel {
  const closed = new AbortController();
  const { name } = panel;
  signal.addEventListener("abort", () => closed.abort(), { signal: closed.signal });
  const content = picture(closed.signal, panel.leads === true ? leadHeight : cardHeight);
  const note = make("p", { className: "nc-about" });
  const element = make("div", { className: "nc-card" });
  const controls = panelControls(panel, store);
  element.append(content.frame, controls.element, note);
  const tools = "draw" in panel ? panelTools(panel, store, content) : undefined;
  if (tools !== undefined) note.before(tools.element);
  let drawing: PanelDrawing | undefined;
  const optionIn = (state: ExplorerState): string | undefined => present(state).options[name];

  const apply = (change: PanelChange): void => {
    if (!isHidden(store.state)) store.dispatch(change);
  };
  const handlesIn = (state: ExplorerState, snapshot: Snapshot): readonly Handle<PanelChange>[] =>
    (drawing?.handles?.(snapshot, optionIn(state), present(state)) ?? []).filter((handle) => mayMove(state, handle));
  whileDragged(content, (point, event) => {
    if (event.shiftKey && tools !== undefined) return tools.pan(event);
    const snapshot = snapshotInSight(store.state);
    const grip = content.grip(point, event.pointerType);
    const [first] = snapshot === undefined ? [] : handlesIn(store.state, snapshot);
    if (grip !== undefined || first === undefined) return grip;
    const taken = valuesOf(first);
    const move = (to: DataPoint): void => {
      const change = first.change(valuesFollowing(first, taken, point, to));
      if (change !== undefined) apply(change);
    };
    if (first.by !== undefined) return { scrolls: event.pointerType === "touch", move };
    return event.pointerType === "touch" ? tap(event, () => move(point)) : { move };
  });
  content.element.addEventListener("pointermove", (event) => {
    const snapshot = snapshotInSight(store.state);
    const point = event.buttons === 0 ? content.dataAt(event) : undefined;
    if (point === undefined || snapshot === undefined || store.state.playing !== undefined) return;
    const time = drawing?.momentAt?.(snapshot, optionIn(store.state), point);
    if (time !== undefined) store.dispatch({ kind: "look at", time });
  });
  content.element.addEventListener("pointerleave", () => store.dispatch({ kind: "look at", time: undefined }));

  let drawn: readonly unknown[] = [undefined];
  let marked: readonly unknown[] = [undefined];
  const show = ({ figure, words }: PanelContent, waiting: boolean): void => {
    note.textContent = words ?? "";
    // While another answer is worked out the one before stays where it is, dimmed: the page does not jump.
    element.classList.toggle("nc-stale", figure === undefined && waiting);
    content.frame.hidden = figure === undefined && !(waiting && content.element.childElementCount > 0);
    if (figure !== undefined) content.show(figure);
  };
  const bring = (after: ExplorerState): void => {
    const snapshot = snapshotInSight(after);
    if (drawing === undefined || snapshot === undefined || isHidden(after)) return;
    const option = optionIn(after);
    const question = panel.question?.(snapshot, option);
    const own = present(after);
    const answer = question && after.answers.get(question.key);
    const found = (panel.further?.(snapshot, own, option) ?? []).map(({ key }) => after.answers.get(key));
    const next = [snapshot, option, own.windows, own.shows, own.kept, answer, ...found];
    const anew = next.length !== drawn.length || next.some((part, k) => part !== drawn[k]);
    if (anew) show(drawing.draw(snapshot, answer, option, own, found), question !== undefined && answer === undefined);
    drawn = next;
    const marks = [snapshot, option, own.windows, own.kept, after.cursor, after.playing, after.span];
    if (marks.every((part, k) => part === marked[k])) return;
    marked = marks;
    const cursor = after.playing === undefined ? after.cursor : undefined;
    content.mark(drawing.marks?.(snapshot, option, cursor, spanInSight(after), own) ?? []);
    const handles = handlesIn(after, snapshot);
    content.element.classList.toggle("nc-turns", handles[0]?.by !== undefined);
    content.hold(handles, apply);
  };
  const begin = (made: PanelDrawing): void => {
    drawing = made;
    content.element.classList.toggle("nc-tap", made.handles !== undefined);
  };
  if ("draw" in panel) begin(panel);
  else
    partOf<DrawingsCode>(program, "drawings").then(
      ({ drawings }) => {
        if (closed.signal.aborted) return;
        begin(drawings[panel.drawnBy]);
        bring(store.state);
      },
      (error: unknown) => {
        note.textContent = `What draws it could not be loaded: ${String(error)}.`;
      },
    );
  return {
    element,
    close() {
      closed.abort();
      element.remove();
    },
    update(before, after) {
      controls.update(before, after);
      tools?.update(before, after);
      bring(after);
    },
  };
}

/** A stimulus that is given is added to the input: where the two are together is no value of either. */
function mayMove(state: ExplorerState, { across, up }: Handle<PanelChange>): boolean {
  const { input } = offeredModel(state).model;
  const given = present(state).setting.stimulus !== null;
  return !(given && input !== undefined && [across?.name, up?.name].includes(input));
}
