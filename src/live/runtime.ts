import { mountExplorer } from "./explorer/explorer.js";
import { mountFigure } from "./page/live-figure.js";
import type { LivePage, Runtime } from "./page/load.js";
import { mountScene } from "./scene-mount.js";
import { addMathFont } from "./page/math-font.js";
import { registerElement } from "./page/mount.js";
import { mountPlayground } from "./playground-mount.js";
import type { Plotly } from "./page/plotly.js";
import { addStyles } from "./page/styles.js";

export { serve } from "./explorer/analysis/analyses.js";

/**
 * The one entry of the browser bundle. The element outlives a newer version of this code: it always asks the page for
 * the present one.
 * @param plotly gives the figure library
 * @param source the bundle's own text, for the worker
 */
export function start(plotly: () => Plotly, version: string, source: string): Runtime {
  addStyles();
  addMathFont();
  registerElement(async () => {
    const present = await (window as unknown as LivePage).nullcline;
    if (present === undefined) throw new Error("setup() has left no nullcline in this page");
    return present.mounts;
  });
  const explorer = mountExplorer(source);
  return {
    version,
    mounts: {
      figure: mountFigure(plotly),
      explorer,
      scene: mountScene,
      playground: mountPlayground({ explorer, scene: mountScene }),
    },
  };
}
