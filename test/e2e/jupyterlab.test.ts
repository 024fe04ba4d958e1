import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connect, newPage, noBrowser } from "./browser.js";
import { drawnCurve, explored, startLab, type Lab, type NotebookPage } from "./jupyterlab.js";
import { lesson, lessonTests } from "./lesson.js";
import { exportPage, joined, readNotebook, workFolder, writeNotebook } from "./notebook-file.js";
import { stopAndRestart } from "./stop-and-restart.js";

describe.skipIf(noBrowser())("in JupyterLab", () => {
  let lab: Lab;
  let opened: NotebookPage;
  const source = workFolder();
  const cell = { setup: 0, figure: 1, live: 2, broken: 3, after: 4 };

  beforeAll(async () => {
    const file = join(source, "figures.ipynb");
    writeNotebook(file, [
      "import { explore, hodgkinHuxley, plot, setup, show, simulate } from 'nullcline';\nsetup();",
      "show(plot.trace(simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 })));",
      "explore(hodgkinHuxley);",
      "function half(x: number): number {\n  if (x % 2) throw new RangeError(`${x} is odd`);\n  return x / 2;\n}\nhalf(3);",
      "half(4);",
    ]);
    lab = await startLab([file, join("notebooks", lesson)], await connect(inject("browser")));
    opened = await lab.open("figures.ipynb");
    await opened.runAll();
  });
  afterAll(async () => {
    await lab?.close();
    rmSync(source, { recursive: true });
  });

  test("a figure is drawn by the live library, in place of its picture", async () => {
    const { points, path } = await drawnCurve(await opened.cell(cell.figure));
    expect(points).toBeGreaterThan(100);
    expect(path.split("L").length).toBeGreaterThan(100);
    await expect((await opened.cell(cell.figure)).locator("img.nullcline-still").isVisible()).resolves.toBe(false);
  });

  test("moving a slider runs the model again and changes the trace", async () => {
    const live = await opened.cell(cell.live);
    const firing = await explored(live);
    expect(firing.words).toMatch(/^5 spikes/);
    await live.getByRole("slider", { name: "I", exact: true }).fill("0");
    await expect.poll(async () => (await explored(live)).words).toMatch(/^no spike/);
    expect((await explored(live)).path).not.toBe(firing.path);
  });

  test("a failing cell shows its error in its own lines, and the cell behind it says that it was not run", async () => {
    const error = (await opened.cell(cell.broken)).locator(".jp-OutputArea-output");
    expect(await error.innerText()).toContain(
      "RangeError: 3 is odd\n  at half, line 2\n      if (x % 2) throw new RangeError(`${x} is odd`);",
    );
    expect(await (await opened.cell(cell.after)).locator(".jp-OutputArea-output").innerText()).toContain(
      "Not run: a cell before this one stopped with an error.",
    );
  });

  test("after saving and coming back the next day the figure is live again, and the error is there", async () => {
    const before = await drawnCurve(await opened.cell(cell.figure));
    await opened.save();
    const saved = readNotebook(join(lab.folder, "figures.ipynb"));
    expect(joined(saved[cell.figure]?.outputs?.[0]?.data?.["text/plain"] as string)).toMatch(/^\[figure\] /);
    await opened.reload();
    expect((await drawnCurve(await opened.cell(cell.figure))).values).toEqual(before.values);
    const live = await opened.cell(cell.live);
    await live.getByRole("slider", { name: "I", exact: true }).fill("0");
    await expect.poll(async () => (await explored(live)).words).toMatch(/^no spike/);
    expect(await (await opened.cell(cell.broken)).innerText()).toContain("RangeError: 3 is odd");
  });

  describe("exported as HTML and opened from disk with the network off, the saved notebook", () => {
    const errors: string[] = [];
    let page: Page;
    beforeAll(async () => {
      const exported = await exportPage(join(lab.folder, "figures.ipynb"));
      page = await newPage(lab.browser);
      await page.context().setOffline(true);
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(pathToFileURL(exported).href, { waitUntil: "domcontentloaded" });
    });
    afterAll(() => page?.context().close());

    test("draws its figures live", async () => {
      const { points, path } = await drawnCurve(page.locator("nullcline-live").nth(0));
      expect(points).toBeGreaterThan(100);
      expect(path.split("L").length).toBeGreaterThan(100);
    });

    test("gives each of them its room: no output is lower than what it shows", async () => {
      const lives = await page.locator("nullcline-live").all();
      expect(lives).toHaveLength(2);
      for (const live of lives) {
        const [shown, room] = await live.evaluate((e: HTMLElement) => [
          e.offsetHeight,
          e.parentElement?.offsetHeight ?? 0,
        ]);
        expect(room).toBeGreaterThanOrEqual(shown);
      }
    });

    test("runs the model again when a slider is moved, with no kernel anywhere", async () => {
      const live = page.locator("nullcline-live").nth(1);
      await live.scrollIntoViewIfNeeded();
      expect((await explored(live)).words).toMatch(/^5 spikes/);
      await live.getByRole("slider", { name: "I", exact: true }).fill("0");
      await expect.poll(async () => (await explored(live)).words).toMatch(/^no spike/);
    });

    test("raises no error", () => {
      expect(errors).toEqual([]);
    });
  });

  test("a notebook of somebody else, which is not trusted, shows the picture and runs nothing", async () => {
    const text = readFileSync(join(lab.folder, "figures.ipynb"), "utf8");
    writeFileSync(join(lab.folder, "foreign.ipynb"), text.replace("half(4);", "half(6);"));
    await opened.turnTo("foreign.ipynb");
    const figure = await opened.cell(cell.figure);
    const picture = figure.locator("img");
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    expect(await figure.locator(".js-plotly-plot").count()).toBe(0);
  });

  test("the stop button ends a loop, and the restart button forgets what the cells made", async () => {
    writeNotebook(join(lab.folder, "loop.ipynb"), [
      "const kept = 42;",
      "console.log('begun');\nwhile (true) {}",
      "kept",
    ]);
    await opened.turnTo("loop.ipynb");
    await stopAndRestart(opened);
  });

  describe(lesson, () => {
    lessonTests(
      () => lab,
      () => opened,
    );
  });

  test("nothing is asked of the network, and no script fails", () => {
    expect(lab.strayRequests).toEqual([]);
    expect(lab.pageErrors).toEqual([]);
  });
});
