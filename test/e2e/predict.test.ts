import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explorer, payloadOf } from "../../src/live/cell/explore.js";
import { plainSetting, run } from "../../src/live/explorer/runs/setting.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { passiveMembrane } from "../../src/models/passive-membrane.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { axe, boxOf, html, open, says, slide, words } from "./explorer-page.js";
import { faults, pages, policy, type Opened, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("predict, then reveal", () => {
  let site: Pages;
  /** For two tests, one of which leaves it as it was found. */
  let squid: Opened;
  beforeAll(async () => {
    site = await pages();
    squid = await open(site, html(hodgkinHuxley));
  });
  afterAll(() => site?.close());

  test("opened to predict, nothing tells the answer before a number is given: no trace, no view, no description, no stored picture", async () => {
    const { html: body, words: told } = explorer([persistentSodiumPotassium], { predict: true });
    const { input, duration } = payloadOf([persistentSodiumPotassium], {}).models[0].opening;
    const count = run(persistentSodiumPotassium.with({ I: input }), plainSetting(duration)).spikes.length;
    expect(told).not.toMatch(/\d/);
    expect(body.slice(0, body.indexOf("<script"))).not.toMatch(/alt="[^"]*spike/);
    const { page, problems } = await open(site, body, {}, policy);
    await page.getByRole("button", { name: "f-I curve" }).click();
    expect(await words(page)).toMatch(/^The run is hidden/);
    expect(await page.locator(".nc-at-plane .nc-views").isVisible()).toBe(false);
    expect(await page.locator(".nc-panel").first().getAttribute("aria-label")).toMatch(/hidden/);
    expect(await page.locator(".nc-panel").first().locator("svg svg path").count()).toBe(2); // the current alone: its line and its area
    await page.getByRole("spinbutton", { name: /^How many spikes in/ }).fill("3");
    await page.keyboard.press("Enter");
    await says(page, `You said 3 spikes; the model fires ${count}. ${count} spikes; `);
    expect(await page.locator(".nc-at-plane .nc-views").isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });

  test("a moved slider hides the next run over the last one; a right answer is said to be right; without a number there is no answer", async () => {
    const { page, problems } = squid;
    const toggle = page.getByRole("button", { name: "predict first" });
    await toggle.click();
    await says(page, "5 spikes");
    await slide(page, "I", 0);
    await says(page, "The run is hidden");
    const picture = page.locator(".nc-panel").first();
    expect(await picture.locator("g[opacity]").count()).toBe(1);
    await page.getByRole("button", { name: "reveal" }).click();
    expect(await words(page)).toMatch(/^The run is hidden/);
    await page.getByRole("spinbutton", { name: /^How many/ }).fill("0");
    await page.getByRole("button", { name: "reveal" }).click();
    await says(page, "You said 0 spikes, and that is right. no spike in 100 ms");
    await slide(page, "I", 10);
    await says(page, "The run is hidden");
    await slide(page, "I", 0); // as it has been seen
    await says(page, "You said 0 spikes");
    await toggle.click();
    await slide(page, "I", 10);
    await says(page, "5 spikes");
    expect(problems).toEqual([]);
  });

  test("V is sketched with the pointer and stays beside the run", async () => {
    const { page, problems } = squid;
    await page.getByRole("button", { name: "predict first" }).click();
    await slide(page, "I", 20);
    await says(page, "The run is hidden");
    const panel = await boxOf(page.locator(".nc-panel").first());
    await page.mouse.move(panel.x + 120, panel.y + 150);
    await page.mouse.down();
    await page.mouse.move(panel.x + 300, panel.y + 60, { steps: 5 });
    await page.mouse.move(panel.x + 400, panel.y + 150, { steps: 5 });
    await page.mouse.up();
    const dashed = page.locator(".nc-panel").first().locator("path[stroke-dasharray]");
    await dashed.waitFor({ state: "attached" });
    await page.getByRole("button", { name: "reveal" }).click(); // a sketch is a prediction
    await says(page, "6 spikes");
    expect(await dashed.count()).toBe(1);
    await slide(page, "I", 30);
    await says(page, "The run is hidden");
    expect(await dashed.count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("a membrane without spikes is asked where V ends", async () => {
    const { page, problems } = await open(site, explorer([passiveMembrane], { predict: true, duration: 50 }).html);
    await page.getByRole("spinbutton", { name: "V after 50 ms, in mV?" }).fill("-60.5");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      /^You said V = −60\.5 mV; it ends at −\d+(\.\d)? mV\./.test(
        document.querySelector(".nc-words")?.textContent ?? "",
      ),
    );
    expect(problems).toEqual([]);
  });

  test("axe finds no serious fault in the form", async () => {
    const { page } = await open(site, explorer([hodgkinHuxley], { predict: true }).html, {
      viewport: { width: 400, height: 800 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    expect(await faults(page, axe)).toEqual([]);
  });
});
