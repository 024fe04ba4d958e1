// Cells of the notebook that is open, as a reader writes and runs them.
import type { Page } from "playwright-core";

/** Does what a menu does. */
export const command = (page: Page, name: string): Promise<void> =>
  page.evaluate((id) => window.jupyterapp.commands.execute(id).then(() => {}), name);

export const idle = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel.status === "idle");

/** Puts a cell with this text behind the others, and makes it the present one. */
export const write = (page: Page, text: string): Promise<void> => page.evaluate(putCell, text);

/** The same, in the page. */
export async function putCell(source: string): Promise<void> {
  const { commands, shell } = window.jupyterapp;
  const { content } = shell.currentWidget;
  content.activeCellIndex = Array.from(content.model.cells).length - 1;
  await commands.execute("notebook:insert-cell-below");
  content.activeCellIndex = Array.from(content.model.cells).length - 1;
  Array.from(content.model.cells).at(-1)?.sharedModel.setSource(source);
  await content.scrollToItem(content.activeCellIndex, "center");
}

/** What stands below the present cell, as text. */
export const output = (page: Page): Promise<string> => page.evaluate(outputText);

/** The same, in the page. */
export function outputText(): string {
  const { content } = window.jupyterapp.shell.currentWidget;
  const cell = Array.from(content.model.cells)[content.activeCellIndex];
  return (cell?.outputs?.toJSON() ?? [])
    .map(({ text, data, traceback }) => [text, data?.["text/plain"], traceback?.join("\n")].join(""))
    .join("\n");
}

/** Starts the present cell, and does not wait for it. */
export const start = (page: Page): Promise<void> =>
  page.evaluate(() => void window.jupyterapp.commands.execute("notebook:run-cell"));

/** Writes a cell behind the others, runs it, and gives what it put out. */
export async function run(page: Page, text: string): Promise<string> {
  await write(page, text);
  await command(page, "notebook:run-cell");
  return output(page);
}
