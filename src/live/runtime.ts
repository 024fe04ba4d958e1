import { mountExplorer } from "./explorer/explorer.js";
import { mountFigure } from "./page/live-figure.js";
import type { LivePage, Program, Runtime } from "./page/load.js";
import { mountScene } from "./scene-mount.js";
import { addMathFont } from "./page/math-font.js";
import { registerElement } from "./page/mount.js";
import { mountPlayground } from "./playground-mount.js";
import type { Plotly } from "./page/plotly.js";
import { addStyles } from "./page/styles.js";

/**
 * The one entry of the browser bundle. The element outlives a newer version of this code: it always asks the page for
 * the present one.
 * @param plotly gives the figure library
 * @param program the bundle's own text, for workers, and what is run later
 */
export function start(plotly: () => Plotly, version: string, program: Program): Runtime {
  addStyles();
  addMathFont();
  registerElement(async () => {
    const present = await (window as unknown as LivePage).nullcline;
    if (present === undefined) throw new Error("setup() has left no nullcline in this page");
    return present.mounts;
  });
  const explorer = mountExplorer(program);
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
