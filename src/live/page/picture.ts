import type { DataPoint, Figure } from "../../figure/figure.js";
import { type Drawing, description, drawing } from "../../figure/svg/svg.js";
import { make } from "./controls.js";

/**
 * A place where one figure after another is drawn, by the code that draws the stored picture: a new one takes some ms.
 */
export interface Picture {
  readonly element: HTMLElement;
  show(figure: Figure): void;
  /** Where a pointer is in the data, if it is within axes. */
  dataAt(event: MouseEvent): DataPoint | undefined;
  /** The picture as a file, in the colours of paper. */
  file(): string;
}

/** px. While a page is laid out anew an element may be narrower for a moment: too narrow for axes. */
const narrowest = 120;

/** An empty picture, which follows the width of the page around it. @param height px; default that of its figures */
export function picture(signal: AbortSignal, height?: number): Picture {
  const element = make("div", { className: "nc-panel" });
  element.setAttribute("role", "img");
  let source: Figure | undefined;
  let shown: Figure | undefined;
  let drawn: Drawing | undefined;
  let width = 0;
  const redraw = (): void => {
    if (shown === undefined || width < narrowest) return;
    drawn = drawing(shown, width, true);
    element.innerHTML = drawn.picture; // made by svg.ts, which escapes every text; page-theme.ts colours it
    // The element around it is the image, and has its description.
    for (const svg of element.children) svg.removeAttribute("role");
    for (const title of element.querySelectorAll("title")) title.remove();
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
    show(figure) {
      if (figure === source && drawn !== undefined) return;
      source = figure;
      shown = height === undefined ? figure : { data: figure.data, layout: { ...figure.layout, height } };
      element.setAttribute("aria-label", description(figure));
      width ||= element.clientWidth;
      redraw();
    },
    dataAt({ clientX, clientY }) {
      const box = element.getBoundingClientRect();
      const [px, py] = [clientX - box.left, clientY - box.top];
      for (const [axes, { x, y }] of drawn?.frames ?? []) {
        const [across, up] = [(px - x.from) / (x.to - x.from), (py - y.from) / (y.to - y.from)];
        if (across >= 0 && across <= 1 && up >= 0 && up <= 1)
          return { axes, x: x.lo + across * (x.hi - x.lo), y: y.lo + up * (y.hi - y.lo) };
      }
      return undefined;
    },
    file() {
      if (shown === undefined) throw new Error("there is no picture before a figure is shown");
      return drawing(shown, width || 720).picture;
    },
  };
}
