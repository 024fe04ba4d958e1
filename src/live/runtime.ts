import type { LiveKind } from "./embed.js";
import { mountExplorer } from "./explorer.js";
import { mountFigure } from "./live-figure.js";
import type { LivePage } from "./load.js";
import { mountScene } from "./scene-mount.js";
import { registerElement, type Mount } from "./mount.js";
import { mountPlayground } from "./playground-mount.js";
import type { Plotly } from "./plotly.js";
import { addStyles } from "./styles.js";

/** What `await window.nullcline` gives. */
export interface Runtime {
  readonly version: string;
  readonly mounts: Readonly<Record<LiveKind, Mount>>;
  readonly plotly: Plotly;
}

export { serve } from "./analyses.js";

/** The one entry of the browser bundle; `source` is its own text, for the worker. The element outlives a newer version of this code: it always asks the page for the present one. */
export function start(plotly: Plotly, version: string, source: string): Runtime {
  addStyles();
  registerElement(async () => (await (window as unknown as LivePage).nullcline!).mounts);
  const explorer = mountExplorer(source);
  return { version, plotly, mounts: { figure: mountFigure(plotly), explorer, scene: mountScene, playground: mountPlayground({ explorer, scene: mountScene }) } };
}
