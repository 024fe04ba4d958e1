/** JupyterLab on a phone. */
import type { App } from "./lab.js";

/** The notebook has the width of a narrow page: the list of files beside it is folded away, behind its button. */
export function fitScreen({ restored, shell }: App): void {
  if (matchMedia("(max-width: 700px)").matches) void restored.then(() => shell.collapseLeft?.());
}
