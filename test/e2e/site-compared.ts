// What of a cell is compared between a page and the desktop.
import type { CellRun } from "../../src/kernel/session.js";

/** What is compared: displays by their plain text, which says what is drawn. */
export const plain = ({ displays, ...run }: CellRun): object => ({
  ...run,
  displays: displays.map(({ data }) => data["text/plain"] ?? data),
});

/** The cells of code of a notebook. */
export function codeOf(text: string | undefined): string[] {
  const { cells } = JSON.parse(text ?? "") as { cells: { cell_type: string; source: string[] }[] };
  return cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source.join(""));
}
