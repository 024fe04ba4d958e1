/** After a computation that was ended with its worker: the cells that had been run, to be run again. */
import type { NotebookActions, Notices, Panel, Tracker } from "./lab.js";

/** What was lost, notebook by notebook. */
export interface RunAgain {
  /** A kernel has lost all that it knew. Offers to run again `cells`, which had been run, by their ids, in order. */
  lost(kernel: string, cells: readonly string[]): void;
  /** Runs again what the notebook had run, or says that there is nothing to. */
  run(panel: Panel): void;
}

/** @param actions JupyterLab's */
export function createRunAgain(tracker: Tracker, actions: NotebookActions, notices: Notices): RunAgain {
  const lost = new Map<string, readonly string[]>();
  const kernelOf = (panel: Panel): string => panel.sessionContext.session?.kernel?.id ?? "";

  function run(panel: Panel): void {
    const ids = lost.get(kernelOf(panel)) ?? [];
    const { widgets } = panel.content;
    const cells = ids.flatMap((id) => widgets.find(({ model }) => model.id === id) ?? []);
    if (cells.length === 0) return void notices.emit("There is nothing to run again.", "info");
    lost.delete(kernelOf(panel));
    void actions.runCells(panel.content, cells, panel.sessionContext);
  }
  return {
    run,
    lost(kernel, cells) {
      if (cells.length === 0) return;
      lost.set(kernel, cells);
      const panel = tracker.find((each) => kernelOf(each) === kernel);
      if (!panel) return;
      const [what, label] =
        cells.length === 1
          ? ["the cell that had been run", "Run it again"]
          : [`the ${cells.length} cells that had been run`, "Run them again"];
      notices.emit(`The computation was stopped, and what ${what} defined is forgotten.`, "warning", {
        autoClose: false,
        actions: [{ label, displayType: "accent", callback: () => run(panel) }],
      });
    },
  };
}
