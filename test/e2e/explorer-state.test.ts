import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as nullcline from "../../src/index.js";
import { explorer, type ExploreOptions } from "../../src/live/cell/explore.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import type { Model } from "../../src/model/model.js";
import { escapeHtml } from "../../src/text/html.js";
import { noBrowser } from "./browser.js";
import { boxOf, html, open, playground, says, settled, slide, words } from "./explorer-page.js";
import { pages, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("the state of an explorer, taken along", () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site?.close());

  /** The output of a cell with this line. */
  const runLine = (line: string): string => {
    let output = "";
    const scope = {
      ...nullcline,
      explore: (model: Model, options: ExploreOptions) => {
        output = explorer([model], options).html;
      },
    };
    new Function(...Object.keys(scope), line)(...Object.values(scope));
    return output;
  };
  const drag = async (page: Page): Promise<void> => {
    const panel = await boxOf(page.locator(".nc-panel").first());
    await page.mouse.move(panel.x + 110, panel.y + panel.height - 140);
    await page.mouse.down();
    await page.mouse.move(panel.x + panel.width - 30, panel.y + panel.height - 145, { steps: 6 });
    await page.mouse.up();
  };

  test("the line of code opens an explorer that says the same, with a current drawn by hand and a start of one's own", async () => {
    const { page } = await open(site, html(leakyIntegrateAndFire));
    await page.getByLabel("current", { exact: true }).selectOption("drawn by hand");
    await says(page, "no spike");
    while (!/^\d+ spikes?/.test(await words(page))) {
      await drag(page); // a busy browser may join the moves of a pointer to one: a hand would draw again
      await settled(page);
    }
    await page.getByText("initial state").click();
    await slide(page, "V", -60.5);
    await settled(page);
    await page.getByText("save and share").click();
    await page.getByText("as code").click();
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>(".nc-code")?.value !== "");
    const again = await open(site, runLine(await page.locator(".nc-code").inputValue()));
    const [run] = (await words(page)).split("The current is yours");
    await says(again.page, run);
    expect(run).toMatch(/^\d+ spikes?\b/);
  });

  test("a line of code that is in view follows the sliders", async () => {
    const { page } = await open(site, html(hodgkinHuxley));
    await page.getByText("save and share").click();
    await page.getByText("as code").click();
    const line = page.locator(".nc-code");
    await page.waitForFunction(() =>
      (document.querySelector<HTMLTextAreaElement>(".nc-code")?.value ?? "").includes("step(10, 10, 80)"),
    );
    await slide(page, "I", 20);
    await says(page, "6 spikes");
    expect(await line.inputValue()).toContain("step(20, 10, 80)");
    await page.getByLabel("preset").selectOption("1952");
    await page.waitForFunction(() =>
      (document.querySelector<HTMLTextAreaElement>(".nc-code")?.value ?? "").includes("EK: -12"),
    );
    await page.getByLabel("preset").selectOption("own values"); // names what sliders have done: it cannot be chosen
    expect(await page.getByLabel("preset").inputValue()).toBe("1952");
  });

  test("a copied link opens the same state from a file: model, sliders, time course, start, views", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley, persistentSodiumPotassium));
    await page.getByLabel("model", { exact: true }).selectOption(persistentSodiumPotassium.name);
    await slide(page, "I", 30);
    await slide(page, "gK", 9.5);
    await page.getByLabel("current", { exact: true }).selectOption("sine");
    await slide(page, "mean", 5);
    await page.locator(".nc-views .nc-tap > svg").click({ position: { x: 200, y: 150 } });
    await page.getByRole("button", { name: "steady state" }).click();
    await settled(page);
    await page.getByText("save and share").click();
    await page.getByRole("button", { name: "copy link" }).click();
    await page.getByText("The link to this setting").waitFor();
    const [said, link] = [await words(page), page.url()];
    const second = await page.context().newPage();
    const faults: string[] = [];
    second.on("pageerror", (error) => faults.push(error.message));
    await second.goto(link);
    await says(second, said);
    expect(await second.getByLabel("model", { exact: true }).inputValue()).toBe(persistentSodiumPotassium.name);
    expect(await second.getByRole("slider", { name: "gK", exact: true }).inputValue()).toBe("9.5");
    expect(await second.getByRole("button", { name: "steady state" }).getAttribute("aria-pressed")).toBe("true");
    await slide(second, "gK", 12); // and it goes on from there
    await second.waitForFunction((before) => (document.querySelector(".nc-words")?.textContent ?? "") !== before, said);
    await second.goto(link.replace(/p\.gK=[^&]*/, "p.gK=9")); // another link in the same page
    await second.waitForFunction(
      () => (document.querySelector<HTMLInputElement>("input[type=number][aria-label^='gK']")?.value ?? "") === "9",
    );
    expect([...problems, ...faults]).toEqual([]);
  });

  test("a link that names what is not there is refused with a sentence, and nothing of it becomes part of the page", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley));
    const before = await words(page);
    await page.goto(`${page.url()}#nullcline=0&model=${encodeURIComponent("<img src=x onerror=alert(1)>")}`);
    await page.getByText('The link was not followed: there is no model "<img src=x onerror=alert(1)>" here.').waitFor();
    expect(await page.locator("img[src=x]").count()).toBe(0);
    await page.goto(`${page.url().replace(/#.*/, "")}#nullcline=0&run=Infinity`);
    await page.getByText("The link was not followed: run must be a finite number").waitFor();
    expect(await words(page)).toBe(before);
    expect(problems).toEqual([]);
  });

  test("what is set in a playground is there again after a reload and after a way back, and a page opened anew has none; the link names the choice of its menu", async () => {
    const { page, problems } = await open(site, playground());
    const opening = await words(page);
    await page.getByLabel("model", { exact: true }).selectOption(persistentSodiumPotassium.name);
    await slide(page, "I", 30);
    await settled(page);
    await page.getByLabel("model", { exact: true }).selectOption(leakyIntegrateAndFire.name);
    await slide(page, "I", 420);
    await settled(page);
    const said = await words(page);
    await page.reload();
    await says(page, said);
    await page.goto("about:blank");
    await page.goBack();
    await says(page, said);
    await page.getByLabel("model", { exact: true }).selectOption(persistentSodiumPotassium.name);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>("input[type=number][aria-label^='I']")?.value === "30",
    );
    const second = await page.context().newPage();
    await second.goto(page.url());
    await says(second, opening);
    await page.getByLabel("model", { exact: true }).selectOption(leakyIntegrateAndFire.name);
    await says(page, said);
    await page.getByText("save and share").click();
    await page.getByRole("button", { name: "copy link" }).click();
    await page.getByText("The link to this setting").waitFor();
    const third = await page.context().newPage();
    await third.goto(page.url());
    await says(third, said);
    expect(problems).toEqual([]);
  });

  test("a frame that may save no files says so and shows the numbers; a page saves them", async () => {
    const output = site.setup + html(leakyIntegrateAndFire);
    const { page } = await open(site, html(leakyIntegrateAndFire));
    await page.getByText("save and share").click();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    const file = join(mkdtempSync(join(tmpdir(), "nullcline-saved-")), "run.csv");
    await (await saved).saveAs(file);
    const text = readFileSync(file, "utf8");
    rmSync(dirname(file), { recursive: true });
    expect(text).toMatch(/^time \(ms\),V \(mV\),I \(pA\)\n0,/);
    const framed = await site.open(
      `<iframe sandbox="allow-scripts" width="900" height="800" srcdoc="${escapeHtml(output)}"></iframe>`,
      {},
      "",
    );
    const frame = framed.page.frameLocator("iframe");
    await frame.getByText("save and share").click();
    await frame.getByRole("button", { name: "CSV" }).click();
    await frame.getByText("This frame may save no files. The numbers stand in the field below").waitFor();
    expect(await frame.getByLabel("numbers of the traces").inputValue()).toBe(text);
  });

  test("in JupyterLab, whose address is its own, the line of code is the way", async () => {
    const { page } = await open(
      site,
      `<script id="jupyter-config-data" type="application/json">{}</script>${html(leakyIntegrateAndFire)}`,
    );
    expect(await page.getByRole("button", { name: "copy link" }).count()).toBe(0);
    await page.getByText("save and share").click();
    await page.getByText("as code").waitFor();
  });
});
