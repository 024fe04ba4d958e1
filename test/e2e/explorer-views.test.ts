import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainSetting, run } from "../../src/live/explorer/runs/setting.js";
import { inWords } from "../../src/live/explorer/figures/words.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { analysed, html, open, says, settled, slide, words } from "./explorer-page.js";
import { policy, pages, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("the pictures of an explorer", () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site?.close());

  test("a click in the phase plane begins a run there; hovering over a slider lights its symbol in the equations", async () => {
    const { page, problems } = await open(site, html(persistentSodiumPotassium));
    await page.locator(".nc-tap > svg").click({ position: { x: 250, y: 200 } });
    await page.getByText("initial state").click();
    await page.waitForFunction(() => document.querySelectorAll(".nc-more .nc-changed").length === 2);
    await page.getByRole("button", { name: "start at rest" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".nc-more .nc-changed").length === 0);
    await page.getByRole("slider", { name: "gNa" }).hover();
    await page.waitForFunction(() => document.querySelector(".nc-lit")?.textContent === "gNa");
    expect(problems).toEqual([]);
  });

  // From a worker: linked-views.test.ts.
  test("cycles, f-I curve and bifurcation diagram come from the page where its policy forbids workers", async () => {
    const head = policy.replace("worker-src blob:", "");
    const { page, problems } = await open(site, html(persistentSodiumPotassium), {}, head);
    for (const name of ["f-I curve", "bifurcation diagram"]) await page.getByRole("button", { name }).click();
    await analysed(page);
    expect(page.workers()).toEqual([]);
    expect(problems.filter((problem) => !/worker/i.test(problem))).toEqual([]);
  });

  test("a run that goes on scrolls, stops at pause, and goes by steps; a trace that is kept stays", async () => {
    const { page, problems } = await open(site, html(leakyIntegrateAndFire), { reducedMotion: "no-preference" });
    await page.getByRole("button", { name: "keep this trace" }).click();
    await slide(page, "I", 500);
    await page.waitForFunction(() => /kept: I = /.test(document.querySelector(".nc-panel")?.textContent ?? ""));
    await page.getByRole("button", { name: "side by side" }).click();
    const rows = page.locator(".nc-card .nc-panel[aria-label*='one below the other']");
    await rows.waitFor();
    expect(await rows.getAttribute("aria-label")).toMatch(/ of 2 runs, one below the other: I = /);
    await page.getByRole("button", { name: "let kept go" }).click();
    const picture = (): Promise<string> => page.locator(".nc-panel").first().innerHTML();
    await page.getByRole("button", { name: "run on" }).click();
    expect(await page.locator(".nc-panel").first().locator("svg svg").last().locator("path").count()).toBe(2); // the step is there still: a line and its area
    const first = await picture();
    await page.waitForFunction((before) => document.querySelector(".nc-panel")?.innerHTML !== before, first);
    await page.getByRole("button", { name: "pause" }).click();
    const still = await picture();
    await settled(page);
    expect(await picture()).toBe(still);
    await page.getByRole("button", { name: "step" }).click();
    await page.waitForFunction((before) => document.querySelectorAll(".nc-panel")[0].innerHTML !== before, still);
    await page.getByRole("button", { name: "fixed window" }).click();
    await says(page, inWords(run(leakyIntegrateAndFire.with({ I: 500 }), plainSetting(200))));
    expect(problems).toEqual([]);
  });

  test("a setting in which the model breaks down is told in words, fixed or running on, and the figure recovers when the slider goes back", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley), { reducedMotion: "no-preference" });
    const before = await words(page);
    const temperature = page.locator("input[type=number][aria-label^='T in']");
    const type = (value: string): Promise<void> =>
      temperature.evaluate((input: HTMLInputElement, next) => {
        input.value = next;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }, value);
    await type("150");
    await says(page, "There is no run at this setting: gave up at t = ");
    expect(await words(page)).toMatch(/The pictures are those of the last one\.$/);
    expect(await words(page)).not.toMatch(/method|tolerance/);
    await type("6.3");
    await says(page, before);
    await page.getByRole("button", { name: "run on" }).focus();
    await page.keyboard.press("Enter");
    await says(page, "The run goes on. At I = 10:");
    expect(
      await page.getByRole("button", { name: "pause" }).evaluate((button) => button === document.activeElement),
    ).toBe(true);
    await type("150");
    await says(page, "There is no run at this setting");
    await page.getByRole("button", { name: "go on" }).waitFor();
    await type("6.3");
    await page.getByRole("button", { name: "go on" }).click();
    await says(page, "The run goes on. At I = 10:");
    await page.getByRole("button", { name: "fixed window" }).click();
    await says(page, before);
    expect(await page.locator(".nc-failed").count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
