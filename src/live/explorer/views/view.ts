import type { Change } from "../state/change.js";
import type { ExplorerState } from "../state/state.js";

/** A part of the page that shows a part of the state. */
export interface View {
  readonly element: HTMLElement;
  /** Brings the element from one state to another; the first time there is none before. */
  update(before: ExplorerState | undefined, after: ExplorerState): void;
}

/** The present state, and the one way to another. */
export interface Store {
  readonly state: ExplorerState;
  dispatch(change: Change): void;
}

/** Whether some of what a view shows is another thing than before. @param shown what it shows of a state */
export function differs(
  before: ExplorerState | undefined,
  after: ExplorerState,
  shown: (state: ExplorerState) => readonly unknown[],
): boolean {
  if (before === undefined) return true;
  if (before === after) return false;
  const now = shown(after);
  return shown(before).some((part, k) => part !== now[k]);
}
