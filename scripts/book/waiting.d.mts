import type { BookCell } from "./contents.mjs";

/** For which exercises a cell waits. */
export function waitingFor(cells: readonly BookCell[]): (cell: number) => readonly string[];
