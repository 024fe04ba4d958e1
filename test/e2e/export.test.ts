import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connect, newPage, noBrowser } from "./browser.js";
import { drawnCurve, explored } from "./jupyterlab.js";
import { execute, exportPage, workFolder, writeNotebook } from "./notebook-file.js";

describe.skipIf(noBrowser())("a notebook exported as HTML, opened from disk with the network off", () => {
  const folder = workFolder();
  const errors: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const file = join(folder, "figures.ipynb");
    writeNotebook(file, [
      "import { explore, hodgkinHuxley, plot, setup, show, simulate } from 'nullcline';\nsetup();",
      "show(plot.trace(simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 })));",
      "explore(hodgkinHuxley);",
    ]);
    await execute(file);
    const exported = await exportPage(file);
    browser = await connect(inject("browser"));
    page = await newPage(browser);
    await page.context().setOffline(true);
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pathToFileURL(exported).href, { waitUntil: "domcontentloaded" });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test("draws its figures live", async () => {
    const { points, path } = await drawnCurve(page.locator("nullcline-live").nth(0));
    expect(points).toBeGreaterThan(100);
    expect(path.split("L").length).toBeGreaterThan(100);
  });

  test("gives each of them its room: no output is lower than what it shows", async () => {
    for (const live of await page.locator("nullcline-live").all()) {
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
