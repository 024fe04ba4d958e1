// A notebook of the course as students work through it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newPage } from "./browser.js";
import { axe, settled } from "./explorer-page.js";
import { explored, type Lab, type NotebookPage } from "./jupyterlab.js";
import { joined, readNotebook, workFolder, type NotebookCell, type Output } from "./notebook-file.js";
import { faults } from "./pages.js";

/** What is tried, by its name in `notebooks`. */
export const lesson = "12-integrate-and-fire.ipynb";

/** @param lab whose folder has the lesson @param opened shows any notebook of it */
export function lessonTests(lab: () => Lab, opened: () => NotebookPage): void {
  const folder = workFolder();
  let cells: readonly NotebookCell[];

  beforeAll(async () => {
    cells = readNotebook(join(lab().folder, lesson));
    await opened().save();
    await opened().turnTo(lesson);
    await opened().runAll();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The cells whose output has the given text in its HTML. */
  const cellsWith = async (text: string): Promise<number[]> =>
    (await opened().outputs()).flatMap((outputs, i) =>
      outputs.some(({ data }) => joined(data?.["text/html"] as string).includes(text)) ? [i] : [],
    );
  const errors = async (): Promise<readonly Output[]> =>
    (await opened().outputs()).flat().filter(({ output_type, name }) => output_type === "error" || name === "stderr");
  const verdicts = async (): Promise<string[]> =>
    (await opened().outputs()).flatMap((outputs, i) =>
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
      const live = (await opened().cell(index)).locator("nullcline-live").first();
      await live.scrollIntoViewIfNeeded();
      await live.locator(".js-plotly-plot .main-svg, .nc-panel svg").first().waitFor();
    }
  });

  test("solutions typed into the exercises are told to be right", async () => {
    const solved = join(folder, "solved");
    mkdirSync(solved);
    execFileSync(process.execPath, ["dist/cli.js", "notebooks", lesson.replace(".ipynb", ""), "--solutions", solved]);
    const solution = new Map(readNotebook(join(solved, lesson)).map((cell) => [cell.id, joined(cell.source)]));
    await opened().write(cells.map((cell) => solution.get(cell.id) ?? joined(cell.source)));
    await opened().runAll();
    for (const verdict of await verdicts()) expect(verdict).toMatch(/^✓/);
    expect(await errors()).toEqual([]);
    const [first] = cells.flatMap((cell, i) => (cell.metadata?.nbgrader?.grade ? [i] : []));
    expect(await (await opened().cell(first)).locator(".jp-OutputArea-output").innerText()).toMatch(/^✓/);
  });

  test("once a prediction is made, the model runs again in the page when a slider is moved", async () => {
    const [index] = await cellsWith('kind="explorer"');
    const live = (await opened().cell(index)).locator("nullcline-live").first();
    const before = await explored(live);
    const slider = live.getByRole("slider", { name: "I", exact: true });
    await slider.fill(String(Number(await slider.inputValue()) + 20));
    await expect.poll(async () => (await explored(live)).words).not.toBe(before.words);
    expect((await explored(live)).path).not.toBe(before.path);
  });

  test("exported, it is a page of its own: formulas set, figures alive, nothing asked of any host", async () => {
    await opened().save();
    const saved = JSON.parse(readFileSync(join(lab().folder, lesson), "utf8")) as { cells: readonly NotebookCell[] };
    const beginning = saved.cells.slice(0, 16); // to the end of the first exercise: axe takes long over a long page
    const part = join(folder, "part.ipynb");
    writeFileSync(part, JSON.stringify({ ...saved, cells: beginning }));
    execFileSync(process.execPath, ["dist/cli.js", "export", part]);
    const page = await newPage(lab().browser, { viewport: { width: 390, height: 800 }, colorScheme: "light" });
    try {
      const problems: string[] = [];
      page.on("console", (message) => problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`);
      });
      await page.context().setOffline(true);
      await page.goto(pathToFileURL(part.replace(".ipynb", ".html")).href);

      const formulas = beginning.flatMap((cell) =>
        cell.cell_type === "markdown" ? [...joined(cell.source).matchAll(/\$\$[^$]+\$\$|\$[^$\n]+\$/g)] : [],
      );
      expect(formulas.length).toBeGreaterThan(15);
      expect(await page.locator("math").count()).toBeGreaterThanOrEqual(formulas.length);
      expect(await page.evaluate(() => document.fonts.check('16px "STIX Two Math"'))).toBe(true);

      const live = page.locator('nullcline-live[kind="explorer"]').first();
      await live.scrollIntoViewIfNeeded();
      const before = await explored(live);
      const slider = live.getByRole("slider", { name: "I", exact: true });
      await slider.fill(String(Number(await slider.inputValue()) + 20));
      await expect.poll(async () => (await explored(live)).words).not.toBe(before.words);

      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await faults(page, axe)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await settled(page);
      expect(await faults(page, axe, ["color-contrast"])).toEqual([]);
      expect(problems).toEqual([]);
    } finally {
      await page.context().close();
    }
  });
}
