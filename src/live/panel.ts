import type { Figure } from "../figure/figure.js";
import { description } from "../figure/svg.js";
import { make } from "./controls.js";
import { draw, keepWidth } from "./live-figure.js";
import { onThemeChange } from "./page-theme.js";
import type { Plotly } from "./plotly.js";

/** A place where one figure after another is shown. */
export interface Panel {
  readonly element: HTMLElement;
  show(figure: Figure): void;
}

export function figurePanel(plotly: Plotly, signal: AbortSignal): Panel {
  const element = make("div", { className: "nc-panel" });
  element.setAttribute("role", "figure");
  let shown: Figure | undefined;
  const redraw = (): void => {
    if (shown !== undefined) void draw(plotly, element, shown);
  };
  onThemeChange(redraw, signal);
  keepWidth(plotly, element, signal);
  signal.addEventListener("abort", () => plotly.purge(element));
  return {
    element,
    show(figure) {
      shown = figure;
      element.setAttribute("aria-label", description(figure));
      redraw();
    },
  };
}
