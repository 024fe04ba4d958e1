// An exported notebook opened from the disk, with no network: its formulas, what refers to them, light and dark.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readNotebook } from "../../src/export/notebook.js";
import { notebookPage } from "../../src/export/page.js";
import { connect, newPage, noBrowser } from "./browser.js";
import { faults } from "./pages.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const room = `<div style="height: 3000px"></div>`;
const notebook = {
  nbformat: 4,
  metadata: {},
  cells: [
    "# A cell\n\nBy \\eqref{eq:membrane} the membrane is slow.",
    room,
    "\\begin{align}\n\\dot m &= \\alpha (1 - m) - \\beta m \\\\\nC \\dot V &= I - g_L (V - E_L) \\label{eq:membrane}\n\\end{align}",
    "| a | b |\n|---|---|\n| 1 | $\\frac{1}{2}$ |",
  ].map((source) => ({ cell_type: "markdown", source })),
};

describe.skipIf(noBrowser())("an exported notebook", () => {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-exported-"));
  const file = join(folder, "a.html");
  const problems: string[] = [];
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const { html, remarks } = notebookPage(readNotebook(JSON.stringify(notebook)), { name: "a", folder });
    expect(remarks).toEqual([]);
    writeFileSync(file, html);
    browser = await connect(inject("browser"));
    page = await newPage(browser, { viewport: { width: 1000, height: 800 }, colorScheme: "light" });
    await page.context().setOffline(true);
    page.on("pageerror", ({ message }) => problems.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    page.on("request", (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) problems.push(`asked for ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  const paper = (of: Page = page): Promise<string> =>
    of.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test("has its formulas, each with a size, and rows with their numbers, at the edge of the text", async () => {
    const sizes = await page
      .locator("math")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    expect(sizes).toHaveLength(2);
    expect(Math.min(...sizes)).toBeGreaterThan(8);
    const [formula, number] = await page.evaluate(() => {
      const row = document.querySelector("#equation-eqmembrane");
      return [row?.closest(".formula"), row?.querySelector(".tml-tag")].map(
        (each) => each?.getBoundingClientRect().right,
      );
    });
    expect(Number(formula) - Number(number)).toBeLessThan(40);
  });

  test("leads from where an equation is named to it", async () => {
    await page.getByRole("link", { name: "(2)" }).click();
    await expect
      .poll(() => page.evaluate(() => document.querySelector("#equation-eqmembrane")?.getBoundingClientRect().top))
      .toBeLessThan(800);
  });

  test("is light or dark as its button says, also when it is opened again, and has no serious fault either way", async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const button = page.getByRole("button", { name: "Dark page" });
    const light = await paper();
    expect(await faults(page, axe)).toEqual([]);
    await button.click();
    const dark = await paper();
    expect(dark).not.toBe(light);
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    expect(await faults(page, axe, ["color-contrast"])).toEqual([]);
    await page.reload();
    expect(await paper()).toBe(dark);
    await page.emulateMedia({ media: "print" });
    expect([await paper(), await button.isVisible()]).toEqual([light, false]);
    await page.emulateMedia({ media: "screen" });
    await button.click();
    expect(await paper()).toBe(light);
  });

  test("in a frame that keeps nothing it can be turned dark all the same", async () => {
    const frame = join(folder, "frame.html");
    writeFileSync(
      frame,
      `<!doctype html><iframe sandbox="allow-scripts" width="900" height="700" src="a.html"></iframe>`,
    );
    await page.goto(pathToFileURL(frame).href);
    const inside = page.frameLocator("iframe");
    const button = inside.getByRole("button", { name: "Dark page" });
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("false");
    await button.click();
    expect(await button.getAttribute("aria-pressed")).toBe("true");
  });

  test("and nothing went wrong, or asked for anything", () => expect(problems).toEqual([]));
});
