import type { DataPoint } from "../../../figure/figure.js";
import { tap, whileDragged } from "../../page/drag.js";
import { type Handle, valuesFollowing, valuesOf } from "../../page/handle.js";
import { make, menu } from "../../page/controls.js";
import { picture } from "../../page/picture.js";
import { slider, type Control } from "../../page/slider.js";
import type { Panel, PanelChange, PanelContent } from "../panels/panel.js";
import type { Snapshot } from "../runs/snapshot.js";
import { isHidden, offeredModel, present, snapshotInSight, spanInSight, type ExplorerState } from "../state/state.js";
import type { Store, View } from "../views/view.js";
import { cardHeight, leadHeight } from "./heights.js";
import { panelTools } from "./panel-tools.js";

/** A panel in the page, for as long as it is open. */
export interface OpenPanel extends View {
  close(): void;
}

/** Opens a panel. @param signal ends it too */
export function openPanel(panel: Panel, store: Store, signal: AbortSignal): OpenPanel {
  const closed = new AbortController();
  const { name, choice } = panel;
  signal.addEventListener("abort", () => closed.abort(), { signal: closed.signal });
  const content = picture(closed.signal, panel.leads === true ? leadHeight : cardHeight);
  const note = make("p", { className: "nc-about" });
  const element = make("div", { className: "nc-card" });
  const { model } = offeredModel(store.state);
  const options = choice?.options(model) ?? [];
  const chooser =
    choice && menu(choice.label, options, (option) => store.dispatch({ kind: "choose option", panel: name, option }));
  const slide = amountSlider(panel, store);
  const tools = panelTools(panel, store, content);
  element.append(
    content.frame,
    ...(chooser === undefined || options.length < 2 ? [] : [chooser.element]),
    ...(slide === undefined ? [] : [slide.element]),
    ...(tools === undefined ? [] : [tools.element]),
    note,
  );
  const optionIn = (state: ExplorerState): string | undefined => present(state).options[name];

  const apply = (change: PanelChange): void => {
    if (!isHidden(store.state)) store.dispatch(change);
  };
  const handlesIn = (state: ExplorerState, snapshot: Snapshot): readonly Handle<PanelChange>[] =>
    (panel.handles?.(snapshot, optionIn(state), present(state)) ?? []).filter((handle) => mayMove(state, handle));
  if (panel.handles !== undefined) {
    content.element.classList.add("nc-tap");
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
  }
  content.element.addEventListener("pointermove", (event) => {
    const snapshot = snapshotInSight(store.state);
    const point = event.buttons === 0 ? content.dataAt(event) : undefined;
    if (point === undefined || snapshot === undefined || store.state.playing !== undefined) return;
    const time = panel.momentAt?.(snapshot, optionIn(store.state), point);
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
  return {
    element,
    close() {
      closed.abort();
      element.remove();
    },
    update(before, after) {
      tools?.update(before, after);
      if (chooser !== undefined) chooser.select.value = optionIn(after) ?? options[0];
      const option = optionIn(after);
      slide?.set(option === undefined ? (panel.amount?.initial(model) ?? 0) : Number(option));
      const snapshot = snapshotInSight(after);
      if (snapshot === undefined || isHidden(after)) return;
      const question = panel.question?.(snapshot, optionIn(after));
      const own = present(after);
      const answer = question && after.answers.get(question.key);
      const found = (panel.further?.(snapshot, own, optionIn(after)) ?? []).map(({ key }) => after.answers.get(key));
      const next = [snapshot, optionIn(after), own.windows, own.shows, own.kept, answer, ...found];
      const anew = next.length !== drawn.length || next.some((part, k) => part !== drawn[k]);
      if (anew)
        show(panel.draw(snapshot, answer, optionIn(after), own, found), question !== undefined && answer === undefined);
      drawn = next;
      const marks = [snapshot, optionIn(after), own.windows, own.kept, after.cursor, after.playing, after.span];
      if (marks.every((part, k) => part === marked[k])) return;
      marked = marks;
      const cursor = after.playing === undefined ? after.cursor : undefined;
      content.mark(panel.marks?.(snapshot, optionIn(after), cursor, spanInSight(after), own) ?? []);
      const handles = handlesIn(after, snapshot);
      content.element.classList.toggle("nc-turns", handles[0]?.by !== undefined);
      content.hold(handles, apply);
    },
  };
}

/** The slider of a panel that has one. */
function amountSlider({ name, amount }: Panel, store: Store): Control | undefined {
  if (amount === undefined) return undefined;
  const { model } = offeredModel(store.state);
  const [low, high] = amount.range(model);
  return slider({
    name: amount.label,
    symbols: {},
    unit: amount.unit(model),
    range: [low, high],
    initial: amount.initial(model),
    refuse: (value) => (value >= low && value <= high ? undefined : `${amount.label} goes from ${low} to ${high}.`),
    onChange: (value) => store.dispatch({ kind: "choose option", panel: name, option: String(value) }),
  });
}

/** A stimulus that is given is added to the input: where the two are together is no value of either. */
function mayMove(state: ExplorerState, { across, up }: Handle<PanelChange>): boolean {
  const { input } = offeredModel(state).model;
  const given = present(state).setting.stimulus !== null;
  return !(given && input !== undefined && [across?.name, up?.name].includes(input));
}
