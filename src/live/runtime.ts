import { mountExplorer } from "./explorer/explorer.js";
import { mountFigure } from "./page/live-figure.js";
import { mountOwn } from "./own-mount.js";
import { partOf, type LivePage, type Program, type Runtime } from "./page/load.js";
import { addMathFont } from "./page/math-font.js";
import { registerElement, type Mount } from "./page/mount.js";
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
  const scene: Mount = async (host, payload, signal) => {
    const { mountScene } = await partOf<{ readonly mountScene: Mount }>(program, "scenes");
    if (!signal.aborted) await mountScene(host, payload, signal);
  };
  return {
    version,
    mounts: {
      figure: mountFigure(plotly),
      explorer(...all) {
        explorer(...all);
      },
      scene,
      playground: mountPlayground({ explorer, scene, own: mountOwn(program, explorer) }),
    },
  };
}
