import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connect, noBrowser } from "./browser.js";
import { explored, startLab, type Lab, type NotebookPage } from "./jupyterlab.js";
import { joined, readNotebook, workFolder, type NotebookCell, type Output } from "./notebook-file.js";

const lesson = "10-integrate-and-fire.ipynb";

describe.skipIf(noBrowser())(`${lesson} in JupyterLab`, () => {
  const folder = workFolder();
  let lab: Lab;
  let opened: NotebookPage;
  let cells: readonly NotebookCell[];

  beforeAll(async () => {
    lab = await startLab([join("notebooks", lesson)], await connect(inject("browser")));
    cells = readNotebook(join(lab.folder, lesson));
    opened = await lab.open(lesson);
    await opened.runAll();
  });
  afterAll(async () => {
    await lab?.close();
    rmSync(folder, { recursive: true });
  });

  /** The cells whose output has the given text in its HTML. */
  const cellsWith = async (text: string): Promise<number[]> =>
    (await opened.outputs()).flatMap((outputs, i) =>
      outputs.some(({ data }) => joined(data?.["text/html"] as string).includes(text)) ? [i] : [],
    );
  const errors = async (): Promise<readonly Output[]> =>
    (await opened.outputs()).flat().filter(({ output_type, name }) => output_type === "error" || name === "stderr");
  const verdicts = async (): Promise<string[]> =>
    (await opened.outputs()).flatMap((outputs, i) =>
      cells[i]?.metadata?.nbgrader?.grade ? [joined(outputs[0]?.data?.["text/plain"] as string)] : [],
    );

  test("runs from top to bottom without an error, and no exercise is right yet", async () => {
    expect(await errors()).toEqual([]);
    expect((await verdicts()).length).toBeGreaterThanOrEqual(5);
    for (const verdict of await verdicts()) expect(verdict).not.toMatch(/^✓/);
  });

  test("every figure comes alive when it is scrolled to", async () => {
    const figures = await cellsWith("<nullcline-live");
    expect(figures.length).toBeGreaterThan(5);
    for (const index of figures) {
      const live = (await opened.cell(index)).locator("nullcline-live").first();
      await live.scrollIntoViewIfNeeded();
      await live.locator(".js-plotly-plot .main-svg, .nc-panel svg").first().waitFor();
    }
  });

  test("solutions typed into the exercises are told to be right", async () => {
    const solved = join(folder, "solved");
    mkdirSync(solved);
    execFileSync(process.execPath, ["dist/cli.js", "notebooks", lesson.replace(".ipynb", ""), "--solutions", solved]);
    const solution = new Map(readNotebook(join(solved, lesson)).map((cell) => [cell.id, joined(cell.source)]));
    await opened.write(cells.map((cell) => solution.get(cell.id) ?? joined(cell.source)));
    await opened.runAll();
    for (const verdict of await verdicts()) expect(verdict).toMatch(/^✓/);
    expect(await errors()).toEqual([]);
    const [first] = cells.flatMap((cell, i) => (cell.metadata?.nbgrader?.grade ? [i] : []));
    expect(await (await opened.cell(first)).locator(".jp-OutputArea-output").innerText()).toMatch(/^✓/);
  });

  test("once a prediction is made, the model runs again in the page when a slider is moved", async () => {
    const [index] = await cellsWith('kind="explorer"');
    const live = (await opened.cell(index)).locator("nullcline-live").first();
    const before = await explored(live);
    const slider = live.getByRole("slider", { name: "I", exact: true });
    await slider.fill(String(Number(await slider.inputValue()) + 20));
    await expect.poll(async () => (await explored(live)).words).not.toBe(before.words);
    expect((await explored(live)).path).not.toBe(before.path);
  });

  test("nothing is asked of the network, and no script fails", () => {
    expect(lab.strayRequests).toEqual([]);
    expect(lab.pageErrors).toEqual([]);
  });
});
