import type { DataPoint, Figure } from "../../figure/figure.js";
import { type Drawing, description, drawing } from "../../figure/svg/svg.js";
import { make } from "./controls.js";
import type { Drag } from "./drag.js";
import type { Handle } from "./handle.js";
import { marksOver, type Mark } from "./marks.js";
import { redrawing } from "./picture/redraw.js";
import { rings, type Held } from "./picture/rings.js";

/**
 * A place where one figure after another is drawn, by the code that draws the stored picture: a new one takes some ms.
 */
export interface Picture {
  /** The drawing alone. */
  readonly element: HTMLElement;
  /** The drawing, and over it what moves without it. */
  readonly frame: HTMLElement;
  show(figure: Figure): void;
  /** Puts other marks over the drawing, which is not drawn anew. */
  mark(marks: readonly Mark[]): void;
  /** Puts other handles over the drawing. @param apply what becomes of their changes */
  hold<C>(handles: readonly Handle<C>[], apply: (change: C) => void): void;
  /** What a pointer takes of the handles at a point. */
  grip(point: DataPoint, pointerType: string): Drag | undefined;
  /** Where a pointer is in the data, if it is within axes; of axes that are named, wherever it is. */
  dataAt(event: MouseEvent, axes?: string): DataPoint | undefined;
  /** Where a point of the data is, px from the left and from the top; undefined where the axes are not drawn. */
  pixelOf(point: DataPoint): readonly [number, number] | undefined;
  /** The picture as a file, in the colours of paper. */
  file(): string;
}

/** px. While a page is laid out anew an element may be narrower for a moment: too narrow for axes. */
const narrowest = 120;

/**
 * An empty picture, which follows the width of the page around it.
 * @param heightAt px, by the width; default that of its figures
 */
export function picture(signal: AbortSignal, heightAt?: (width: number, figure: Figure) => number): Picture {
  const element = make("div", { className: "nc-panel" });
  element.setAttribute("role", "img");
  const over = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  over.setAttribute("class", "nc-over");
  over.setAttribute("aria-hidden", "true");
  const frame = make("div", { className: "nc-frame" });
  frame.append(element, over);
  const draw = redrawing(element);
  let source: Figure | undefined;
  let drawn: Drawing | undefined;
  let marks: readonly Mark[] = [];
  let held: readonly Held[] = [];
  const ring = rings(frame);
  let width = 0;
  const sized = ({ data, layout }: Figure): Figure =>
    heightAt === undefined
      ? { data, layout }
      : { data, layout: { ...layout, height: heightAt(width, source ?? { data, layout }) } };
  const remark = (): void => {
    over.innerHTML = drawn === undefined ? "" : marksOver(marks, drawn.frames); // numbers and our own colours alone
  };
  const replace = (): void => {
    if (drawn !== undefined) ring.place(held, drawn.frames);
  };
  const redraw = (): void => {
    if (source === undefined || width < narrowest) return;
    drawn = drawing(sized(source), width, true);
    draw(drawn.picture); // made by svg.ts, which escapes every text; page-theme.ts colours it
    remark();
    replace();
  };
  const observer = new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    redraw();
  });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  return {
    element,
    frame,
    show(figure) {
      if (figure === source && drawn !== undefined) return;
      source = figure;
      element.setAttribute("aria-label", description(figure));
      width ||= element.clientWidth;
      redraw();
    },
    mark(next) {
      if (next.length === 0 && marks.length === 0) return;
      marks = next;
      remark();
    },
    hold(handles, apply) {
      if (handles.length === 0 && held.length === 0) return;
      held = handles.map((handle) => ({
        handle,
        set(values) {
          const change = handle.change(values);
          if (change !== undefined) apply(change);
        },
      }));
      replace();
    },
    grip: (point, pointerType) => ring.grip(point, pointerType),
    dataAt({ clientX, clientY }, wanted) {
      const box = element.getBoundingClientRect();
      const [px, py] = [clientX - box.left, clientY - box.top];
      for (const [axes, { x, y }] of drawn?.frames ?? []) {
        const [across, up] = [(px - x.from) / (x.to - x.from), (py - y.from) / (y.to - y.from)];
        if (axes === wanted || (wanted === undefined && across >= 0 && across <= 1 && up >= 0 && up <= 1))
          return { axes, x: x.lo + across * (x.hi - x.lo), y: y.lo + up * (y.hi - y.lo) };
      }
      return undefined;
    },
    pixelOf({ axes, x, y }) {
      const found = drawn?.frames.get(axes);
      return found && [found.x.at(x), found.y.at(y)];
    },
    file() {
      if (source === undefined) throw new Error("there is no picture before a figure is shown");
      return drawing(sized(source), width || 720).picture;
    },
  };
}
