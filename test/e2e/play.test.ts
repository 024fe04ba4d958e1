import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { noBrowser } from "./browser.js";
import { axe, deaf, html, open, settled, slide } from "./explorer-page.js";
import { faults, pages, policy, type Pages } from "./pages.js";

/** In the head of a page: tells the starts of all sounds, in their context's seconds. */
const listening = `<script>
window.sounds = [];
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (at) { window.sounds.push(at); return start.call(this, at); };
</script>`;
const soundsOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as { readonly sounds: readonly number[] }).sounds);
const moment = (page: Page): Promise<number> =>
  page.getByLabel("moment of the run").evaluate((input: HTMLInputElement) => input.valueAsNumber);

describe.skipIf(noBrowser())("a run that is played", () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site?.close());

  test("passes through all pictures together, pauses, and ends; each spike is a click, as far from the next as at that speed", async () => {
    const { page, problems } = await open(
      site,
      html(hodgkinHuxley),
      { reducedMotion: "no-preference", viewport: { width: 1300, height: 900 } },
      policy + deaf + listening,
    );
    await page.getByLabel("sound").selectOption("spikes as clicks");
    await page.getByLabel("speed").selectOption("run in 1 s");
    await slide(page, "moment of the run", 0);
    await page.getByRole("button", { name: "play" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".nc-at-run .nc-dot").length > 1);
    await page.getByRole("button", { name: "pause" }).click();
    await settled(page);
    const paused = await moment(page);
    await settled(page);
    expect(await moment(page)).toBe(paused);
    await page.getByRole("button", { name: "play" }).click();
    await expect.poll(() => moment(page)).toBe(400);
    await page.getByRole("button", { name: "play" }).waitFor();
    const words = await page.locator(".nc-words").innerText();
    const [, count, apart] = /^(\d+) spikes; the last two are ([\d.]+) ms apart/.exec(words) ?? [];
    await expect.poll(async () => (await soundsOf(page)).length).toBe(Number(count));
    const starts = await soundsOf(page);
    // 100 ms of the run in 1 s
    expect((starts.at(-1) ?? NaN) - (starts.at(-2) ?? NaN)).toBeCloseTo(Number(apart) / 100, 1);
    expect(problems).toEqual([]);
  });

  test("by keyboard, for who wants less motion too, through one spike; silent until asked", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley), {}, policy + deaf + listening);
    await page.getByLabel("speed").focus();
    await page.keyboard.type("one");
    const slider = page.getByLabel("moment of the run");
    await slider.focus();
    await page.keyboard.press("Space");
    const places = new Set<number>();
    while (places.size < 4) places.add(await moment(page));
    await page.getByRole("button", { name: "pause" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "play" }).waitFor();
    expect(await soundsOf(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("is heard by its voltage, too, and read as a table, of the span that is selected", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley), { viewport: { width: 1300, height: 900 } });
    await page.getByLabel("sound").selectOption("pitch");
    await page.getByRole("button", { name: "play" }).click();
    await page.getByText("the run as a table").click();
    const rows = page.locator(".nc-table tbody tr");
    expect(await rows.count()).toBe(41);
    expect(await page.locator(".nc-table thead").innerText()).toMatch(
      /time \(ms\)\s+V \(mV\)\s+m\s+h\s+n\s+I \(µA\/cm²\)/,
    );
    expect(await rows.last().innerText()).toMatch(/^100\s/);
    expect(await faults(page, axe)).toEqual([]);
    await page.getByLabel("moment of the run").focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(() => rows.last().innerText()).not.toMatch(/^100\s/);
    expect(problems).toEqual([]);
  });

  test("the membrane follows the cursor, and says what it shows; it fits a phone, light and dark", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley), { viewport: { width: 390, height: 900 } });
    const button = page.getByRole("button", { name: "membrane" });
    await button.focus();
    await page.keyboard.press("Enter");
    const stage = page.locator(".nc-stage");
    const said = (): Promise<string | null> => stage.getAttribute("aria-label");
    await expect
      .poll(said)
      .toMatch(/^At 0 ms V = −65 mV. INa: .* flow in, .* of its channels open \(m = 0.053 to the power 3/);
    await slide(page, "moment of the run", 60);
    await expect.poll(said).toMatch(/^At 15 ms V = −7\d/);
    expect(await stage.locator("svg g:last-child path").count()).toBeGreaterThan(4);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faults(page, axe)).toEqual([]);
    await page.evaluate(() => {
      document.body.style.cssText = "background: #111; color: #eee";
      document.body.className = "dark";
    });
    await page.locator("nullcline-live.nc-dark").waitFor();
    expect(await faults(page, axe, ["color-contrast"])).toEqual([]);
    expect(problems).toEqual([]);
  });
});
