import type { Layout } from "plotly.js-dist";
import type { Figure } from "../../figure/figure.js";
import { description } from "../../figure/svg/svg.js";
import { inPalette } from "../../figure/theme.js";
import type { Mount } from "./mount.js";
import { onThemeChange, pagePalette } from "./page-theme.js";
import { type Plotly, plotConfig } from "./plotly.js";

/**
 * A figure that somebody looks at: redrawn in the page's colours, and as wide as the page allows.
 * @param library is asked for when there is a figure to draw
 */
export const mountFigure =
  (library: () => Plotly): Mount =>
  (host, payload, signal) => {
    const plotly = library();
    const figure = payload as Figure;
    host.setAttribute("role", "figure");
    host.setAttribute("aria-label", description(figure));
    // its height at once: Chromium does not lay out an exported page anew for what grows later within a cell of output
    host.style.minHeight = `${figure.layout.height ?? 0}px`;
    const redraw = (): void => void draw(plotly, host, figure);
    redraw();
    onThemeChange(redraw, signal);
    keepWidth(plotly, host, signal, () => {
      if (figure.layout.title !== undefined && figure.layout.showlegend === true) redraw();
    });
    const touched = ({ target }: Event): void =>
      void host.classList.toggle("nc-touched", host.contains(target as Element));
    document.addEventListener("pointerdown", touched, { signal, capture: true });
    signal.addEventListener("abort", () => plotly.purge(host));
  };

/** Draws a figure with Plotly, in the colours of the page. */
async function draw(plotly: Plotly, host: HTMLElement, figure: Figure): Promise<void> {
  const withMargin = (own: Partial<Layout["margin"]>): Promise<unknown> => {
    const { data, layout } = inPalette(figure, pagePalette(host)); // of now: the page may have changed meanwhile
    return plotly.react(host, data, { ...layout, margin: { ...layout.margin, ...own } }, plotConfig);
  };
  await withMargin({});
  const room = roomForTitle(host);
  if (room > 0) await withMargin({ t: topOf(host) + room });
}

/** px between the top of the figure and its uppermost panel. */
const topOf = (host: HTMLElement): number =>
  Math.min(...[...host.querySelectorAll(".nsewdrag")].map((panel) => panel.getBoundingClientRect().top)) -
  host.getBoundingClientRect().top;

/** px that a legend reaches into the title: where it has several rows, Plotly makes room for it alone. */
function roomForTitle(host: HTMLElement): number {
  const [title, legend] = [host.querySelector(".gtitle"), host.querySelector(".legend")];
  if (title === null || legend === null) return 0;
  const [above, below] = [title.getBoundingClientRect(), legend.getBoundingClientRect()];
  return below.left > above.right ? 0 : above.bottom - below.top;
}

/**
 * Plotly follows the window by itself, but not a page that is laid out anew around it.
 * @param resized is called once the figure has its new width
 */
function keepWidth(plotly: Plotly, host: HTMLElement, signal: AbortSignal, resized: () => void): void {
  let width = host.clientWidth;
  const observer = new ResizeObserver(() => {
    if (host.clientWidth === width || host.clientWidth === 0) return;
    width = host.clientWidth;
    void Promise.resolve(plotly.Plots.resize(host)).then(() => {
      if (!signal.aborted) resized();
    });
  });
  observer.observe(host);
  signal.addEventListener("abort", () => observer.disconnect());
}
