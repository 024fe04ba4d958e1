import type { Config, Data, Layout, PlotlyHTMLElement } from "plotly.js-dist";

/** The part of the library that is used in the browser; it arrives there packed, and is never imported. */
export interface Plotly {
  react(
    element: HTMLElement,
    data: Data[],
    layout: Partial<Layout>,
    config: Partial<Config>,
  ): Promise<PlotlyHTMLElement>;
  purge(element: HTMLElement): void;
  readonly Plots: { resize(element: HTMLElement): unknown };
}

/** How all live figures behave. */
export const plotConfig: Partial<Config> = {
  displaylogo: false,
  responsive: true,
  displayModeBar: "hover",
  modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
  toImageButtonOptions: { format: "svg", filename: "figure" },
};
