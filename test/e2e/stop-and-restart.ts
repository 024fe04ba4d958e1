// The two buttons that a reader presses when a cell does not end.
import { expect } from "vitest";
import type { NotebookPage } from "./jupyterlab.js";

/** Runs the cells of a notebook in turn: one that sets a name, a loop that is stopped, one that shows the name. */
export async function stopAndRestart({ page, cell, outputs }: NotebookPage): Promise<void> {
  const run = async (index: number): Promise<void> => {
    await cell(index);
    await page.evaluate(() => void window.jupyterapp.commands.execute("notebook:run-cell"));
  };
  const press = (name: string): Promise<void> =>
    page.locator(`[data-jp-item-name='${name}'] button, [data-jp-item-name='${name}'] jp-button`).first().click();
  await run(0);
  await run(1);
  await expect.poll(async () => (await outputs())[1]?.length).toBe(1);
  await press("interrupt");
  await expect
    .poll(async () => (await outputs())[1]?.at(-1))
    .toMatchObject({ output_type: "error", ename: "Interrupted" });
  await run(2);
  await expect.poll(async () => (await outputs())[2]?.[0]?.data).toEqual({ "text/plain": "42" });

  await press("restart");
  await page.locator(".jp-Dialog .jp-mod-accept").click();
  await page.waitForFunction(
    () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel.status === "idle",
  );
  await run(2);
  await expect
    .poll(async () => (await outputs())[2]?.[0])
    .toMatchObject({ output_type: "error", evalue: "line 1: Cannot find name 'kept'." });
}
