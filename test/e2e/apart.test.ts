import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { html, open, settled, slide } from "./explorer-page.js";
import { pages, policy, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("pictures whose code is brought when they are first opened", () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site?.close());

  /** Opens one by a key, and gives its card when it is drawn. @param label of a menu in it */
  async function opened(page: Page, name: string, label: string): Promise<Locator> {
    await page.getByRole("button", { name, exact: true }).press("Enter");
    const card = page.locator(".nc-card", { has: page.getByLabel(label, { exact: true }) });
    await card.locator(".nc-about").filter({ hasText: /\S/ }).waitFor();
    return card;
  }
  const told = (card: Locator): Promise<string | null> => card.locator(".nc-panel").getAttribute("aria-label");

  test("any two quantities: both axes are chosen by keys, and a pointer on the curve moves the cursor of all pictures", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley));
    const card = await opened(page, "any two quantities", "up");
    expect(await told(card)).toBe("INa against V");
    await card.getByLabel("up", { exact: true }).selectOption("n");
    await card.getByLabel("against", { exact: true }).selectOption("h");
    await settled(page);
    expect(await told(card)).toBe("n against h");
    await expect.poll(() => card.locator(".nc-about").innerText()).toMatch(/^n between 0\.\d+ and 0\.\d+; h between/);
    await card.locator(".nc-panel").hover();
    await page.locator(".nc-rule").first().waitFor({ state: "attached" });
    expect(problems).toEqual([]);
  });

  test("section, intervals and spectrum follow the run; the level of a section is a slider, and begins anew for another state", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley));
    const card = await opened(page, "section", "rising through");
    const words = card.locator(".nc-about");
    expect(await words.innerText()).toMatch(/^The run rises through V = −15 mV \d+ times\. time between \(ms\): /);
    await card.getByLabel("next of").selectOption("n");
    await slide(page, "level", -40);
    await expect.poll(() => words.innerText()).toMatch(/V = −40 mV \d+ times\. n: it settles at 0\.\d+\.$/);
    await card.getByLabel("rising through").selectOption("h");
    await expect.poll(() => words.innerText()).toMatch(/rises through h = 0\.5/);
    await slide(page, "I", 0);
    await expect.poll(() => words.innerText()).toMatch(/let it run for longer, or move the level/);
    await slide(page, "I", 12);
    const spectrum = await opened(page, "spectrum", "of");
    expect(await spectrum.locator(".nc-about").innerText()).toMatch(/^Most power at \d+(\.\d)? Hz/);
    const intervals = await opened(page, "intervals", "drawn");
    await intervals.getByLabel("drawn").selectOption("as a histogram");
    await expect.poll(() => intervals.locator(".nc-about").innerText()).toMatch(/CV 0/);
    expect(problems).toEqual([]);
  });

  test("flow, levels and a range of runs come from the worker, each with its words", async () => {
    const { page, problems } = await open(site, html(persistentSodiumPotassium), {}, policy);
    const plane = page.locator(".nc-lead .nc-card");
    await page.getByRole("button", { name: "flow from a grid", exact: true }).press("Enter");
    await plane.getByText("flow", { exact: true }).waitFor();
    await plane.getByLabel("levels of").selectOption("IK");
    await plane.getByText(/^Levels of IK: from .* in steps of \d+ µA\/cm²\.$/).waitFor();
    const card = await opened(page, "range of runs", "varied");
    await card.getByText(/^Spikes by I: 2: \d; 3: \d; 4: /).waitFor();
    await card.getByLabel("varied").selectOption("gK");
    await card.getByText(/^Spikes by gK: /).waitFor();
    expect(problems).toEqual([]);
  });

  test("the linear part at an equilibrium is its own plane, and the link has which", async () => {
    const { page, problems } = await open(site, html(persistentSodiumPotassium));
    await slide(page, "I", 3);
    const card = await opened(page, "linear at rest", "from the left");
    await card.getByLabel("from the left").selectOption("second");
    await expect.poll(() => card.locator(".nc-about").innerText()).toMatch(/^Saddle at .* Jacobian/);
    expect(await told(card)).toMatch(/^Phase plane of the linear part of .*: saddle at V = /);
    await page.getByText("save and share").click();
    await page.getByRole("button", { name: "copy link" }).click();
    await page.getByText("The link to this setting").waitFor();
    await page.reload();
    await page
      .locator(".nc-card .nc-about")
      .filter({ hasText: /^Saddle at .* Jacobian/ })
      .waitFor();
    expect(problems).toEqual([]);
  });
});
