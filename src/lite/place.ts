/** A link may name a cell, `…?path=03-flows-on-a-line.ipynb#cell-id=exercise-3-1`: the notebook opens there. */
import type { App, Panel, Tracker } from "./lab.js";

/** The cell that an address names. */
export const cellIn = (hash: string): string | undefined => /^#cell-id=([\w-]+)$/.exec(hash)?.[1];

/** Goes to a cell as soon as a notebook that has it is open. */
export function goTo(cell: string, tracker: Tracker): void {
  const look = async (panel: Panel): Promise<void> => {
    await panel.context.ready;
    const { content } = panel;
    const index = content.widgets.findIndex(({ model }) => model.id === cell);
    if (index < 0) return;
    tracker.widgetAdded.disconnect(added);
    content.activeCellIndex = index;
    await content.scrollToItem(index, "start");
  };
  const added = (_: Tracker, panel: Panel): void =>
    void look(panel).catch((error: Error) => console.warn(`nullcline: the place in the notebook: ${error.message}`));
  tracker.widgetAdded.connect(added);
}

/** On a phone the notebook has the width: the list of files beside it is folded away, behind its button. */
export function leaveRoom({ restored, shell }: App): void {
  if (matchMedia("(max-width: 700px)").matches) void restored.then(() => shell.collapseLeft?.());
}
