// A chapter of the book as a teacher prints it, by a reader whose screen is dark.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildBook } from "../../scripts/book/book.mjs";
import { serve } from "../../scripts/site-server.mjs";
import { light } from "../../src/figure/theme.js";
import { connect, newPage, noBrowser } from "./browser.js";

const notebook = "03-flows-on-a-line";
/** px of the text on a sheet: A4 is 210 mm wide, Letter 216, and the margins take 44 of them. */
const sheets = { A4: Math.floor((166 / 25.4) * 96), Letter: Math.floor((172 / 25.4) * 96) };

describe.skipIf(noBrowser())("a chapter of the book on paper", () => {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-paper-"));
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await buildBook(join(folder, "site"), join(folder, "outputs"), [`${notebook}.ipynb`]);
    server = await serve(join(folder, "site"));
    browser = await connect(inject("browser"));
    page = await newPage(browser, { colorScheme: "dark", viewport: { width: 1300, height: 900 } });
    await page.goto(`${server.url}book/${notebook}/`, { waitUntil: "load" });
    await page.getByRole("button", { name: "Unfold what is hidden" }).click();
    for (const live of await page.locator("nullcline-live").all()) await live.scrollIntoViewIfNeeded();
    await page.waitForFunction(() =>
      [...document.querySelectorAll("nullcline-live:not([kind=figure])")].every((live) =>
        live.querySelector(".nc-panel svg"),
      ),
    );
    await page.getByRole("slider", { name: "gNa", exact: true }).first().fill("10");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  /** What stands on paper and matches: its text, or what it is. */
  const seen = (selector: string): Promise<readonly string[]> =>
    page.evaluate(
      (which) =>
        [...document.querySelectorAll<HTMLElement>(which)]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 0)
          .map((element) => element.outerHTML.slice(0, 120)),
      selector,
    );

  test.each(Object.entries(sheets))("nothing is wider than a sheet of %s", async (_, width) => {
    await page.setViewportSize({ width, height: 1000 });
    const wide = await page.evaluate(
      (most) =>
        [...document.querySelectorAll("main, main :not(svg *, math *)")]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > most + 1)
          .map((element) => element.outerHTML.slice(0, 120)),
      width,
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test("a table whose formulas can not be broken is as wide as a sheet, in smaller type", async () => {
    const model = await newPage(browser, { viewport: { width: 1300, height: 900 } });
    await model.goto(`${server.url}book/models/izhikevich-patterns/`, { waitUntil: "load" });
    await model.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await model.emulateMedia({ media: "print" });
    await model.setViewportSize({ width: sheets.A4, height: 1000 });
    const widths = await model
      .locator(".scroll table")
      .evaluateAll((tables) => tables.map((table) => table.getBoundingClientRect().width));
    await model.context().close();
    expect(Math.max(...widths)).toBeGreaterThan(0.95 * sheets.A4);
    expect(Math.max(...widths)).toBeLessThanOrEqual(sheets.A4 + 1);
  });

  test("nothing is there that can only be pressed", async () => {
    expect((await seen("main h2")).length).toBeGreaterThan(5);
    expect(await seen("button, input, select, textarea, nav, .bar, .lab")).toEqual([]);
  });

  test("it is light, with its figures", async () => {
    const rgb = (hex: string): string =>
      `rgb(${[1, 3, 5].map((k) => Number.parseInt(hex.slice(k, k + 2), 16)).join(", ")})`;
    const colours = await page.evaluate(() => {
      const of = (selector: string, name: string): string[] => [
        ...new Set(
          [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility())
            .map((element) => getComputedStyle(element).getPropertyValue(name)),
        ),
      ];
      return {
        paper: of("body", "background-color"),
        ink: of("main > p:not([class]), nullcline-live", "color"),
        axes: of(".nc-panel svg text", "fill"),
        filters: of("main img", "filter"),
      };
    });
    expect(colours.paper).toEqual([rgb(light.paper)]);
    expect(colours.ink).toEqual([rgb(light.ink)]);
    expect(colours.axes.length).toBeGreaterThan(0);
    const known = Object.values(light).flatMap((colour) => (colour.startsWith("#") ? [rgb(colour)] : []));
    for (const colour of colours.axes) expect(known).toContain(colour);
    expect(colours.filters).toEqual(["none"]);
  });

  test("no figure is cut by the end of a sheet", async () => {
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main img, .nc-panel, main pre, .formula")]
        .filter((element) => element.checkVisibility() && getComputedStyle(element).breakInside !== "avoid")
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(cut).toEqual([]);
    expect((await seen(".nc-panel svg")).length).toBeGreaterThan(1);
    expect((await seen("main img")).length).toBeGreaterThan(3);
  });

  test("what is set in a live figure is said in words, as it is now", async () => {
    const said = await page.locator("nullcline-live .nc-set").allInnerTexts();
    expect(said.filter((text) => /^Set here: .*gNa = 10 mS\/cm²/.test(text))).toHaveLength(1);
  });

  test("a prediction has its outcomes to tick and a line to write on, and shows no more than the screen does", async () => {
    const box = page.locator("#prediction-3-1");
    expect(await box.locator(".tick").allInnerTexts()).toEqual(["from −80 mV", "from −40 mV", "both alike"]);
    expect(await box.locator(".blank").isVisible()).toBe(true);
    expect(await box.locator(".fold").isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "Fold it again" }).click();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await seen(".fold, .hint, .aside")).toEqual([]);
    expect(await page.locator("#exercise-3-1 .yours").isVisible()).toBe(true);
  });
});
