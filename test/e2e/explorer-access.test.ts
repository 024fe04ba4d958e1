import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainSetting, run } from "../../src/live/explorer/runs/setting.js";
import { inWords } from "../../src/live/explorer/figures/words.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { axe, boxOf, html, open, says, settled, slide } from "./explorer-page.js";
import { faults, pages, type Opened, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("an explorer for every reader", () => {
  let site: Pages;
  /** For two tests that do not mind what the other one has set. */
  let squid: Opened;
  beforeAll(async () => {
    site = await pages();
    squid = await open(site, html(hodgkinHuxley), { viewport: { width: 1300, height: 900 } });
  });
  afterAll(() => site?.close());

  test("all of it can be done by keyboard: arrows, a typed value, reset, a preset, a time course, a view", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley));
    const current = page.getByRole("slider", { name: "I", exact: true });
    await current.focus();
    for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
    expect(Number(await current.inputValue())).toBeGreaterThan(10);
    await page.keyboard.press("Tab");
    expect(
      await page.getByRole("spinbutton", { name: "I in µA/cm²" }).evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("0");
    await says(page, "no spike");
    expect(await page.locator(".nc-changed").count()).toBe(1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await says(page, "5 spikes");
    expect(await page.locator(".nc-changed").count()).toBe(0);
    await page.getByLabel("current", { exact: true }).focus();
    await page.keyboard.type("con");
    await says(page, "7 spikes");
    await page.getByLabel("preset").selectOption("1952");
    await page.waitForFunction(() => /at 5\.\d+ mV/.test(document.querySelector(".nc-words")?.textContent ?? ""));
    await page.getByRole("button", { name: "f-I curve" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".nc-views svg");
    expect(problems).toEqual([]);
  });

  test("a current that is drawn by dragging makes the neuron fire", async () => {
    const { page, problems } = await open(site, html(leakyIntegrateAndFire));
    await page.getByLabel("current", { exact: true }).selectOption("drawn by hand");
    await says(page, "no spike");
    const panel = await boxOf(page.locator(".nc-panel").first());
    const across = (part: number): number => panel.x + 64 + part * (panel.width - 90);
    const up = panel.y + panel.height - 140; // near the top of the panel of the current
    await page.mouse.move(across(0.2), up);
    await page.mouse.down();
    await page.mouse.move(across(0.9), up, { steps: 6 });
    await page.mouse.up();
    await page.waitForFunction(() => /^\d+ spikes/.test(document.querySelector(".nc-words")?.textContent ?? ""));
    expect(problems).toEqual([]);
  });

  test("a current is drawn by keyboard alone, stretch by stretch, and a screen reader hears the values", async () => {
    const { page, problems } = await open(site, html(leakyIntegrateAndFire));
    await page.getByLabel("current", { exact: true }).selectOption("drawn by hand");
    await says(page, "no spike");
    const value = page.getByRole("slider", { name: "value", exact: true });
    await page.getByRole("slider", { name: "to", exact: true }).focus();
    await page.keyboard.press("End");
    await value.focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => /^\d+ spikes/.test(document.querySelector(".nc-words")?.textContent ?? ""));
    expect(await value.getAttribute("aria-valuetext")).toMatch(/^\d+ pA$/);
    await page.keyboard.press("Home");
    await says(page, "no spike");
    expect(await faults(page, axe)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("the sliders of a time course follow the length of the run, and show what is run", async () => {
    const { page } = squid;
    await slide(page, "run", 200);
    await says(page, inWords(run(hodgkinHuxley.with({ I: 10 }), plainSetting(200))));
    expect(await page.getByRole("slider", { name: "end", exact: true }).inputValue()).toBe("160");
  });

  test("it fits a window of 400 px, and axe finds no serious fault, light or dark", async () => {
    const { page } = await open(site, html(persistentSodiumPotassium, hodgkinHuxley), {
      viewport: { width: 400, height: 800 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await page.getByText("more parameters").click();
    await page.getByText("initial state").click();
    expect(await faults(page, axe)).toEqual([]);
    await page.evaluate(() => {
      document.body.style.cssText = "background: #111; color: #eee";
      document.body.className = "dark"; // a change of theme is seen by the body's class
    });
    await page.locator("nullcline-live.nc-dark").waitFor();
    expect(await faults(page, axe, ["color-contrast"])).toEqual([]);
    // In a page that is read from right to left the numbers of an axis stay beside it, and keep their signs before them.
    const number = page.locator(".nc-panel text").first();
    const [place, { x: left }] = [await boxOf(number), await boxOf(page.locator(".nc-panel").first())];
    await page.evaluate(() => void (document.documentElement.dir = "rtl"));
    expect((await boxOf(number)).width).toBe(place.width);
    expect((await boxOf(number)).x - (await boxOf(page.locator(".nc-panel").first())).x).toBeCloseTo(place.x - left, 0);
  });

  test("the run and the plane stand side by side above the fold, from 700 px on, equally high; on a phone the run stays in view while the current is moved", async () => {
    const { page } = squid;
    for (const width of [1300, 900, 700, 400]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(async () => (await boxOf(page.locator("nullcline-live"))).width).toBeLessThanOrEqual(width);
      await settled(page);
      const [course, plane, drive] = await Promise.all(
        [".nc-at-run .nc-panel", ".nc-at-plane .nc-panel", ".nc-drive"].map((name) => boxOf(page.locator(name))),
      );
      if (width > 620) {
        expect(plane.x, String(width)).toBeGreaterThanOrEqual(course.x + course.width);
        expect([plane.y, plane.height], String(width)).toEqual([course.y, course.height]);
        expect(plane.y + plane.height, String(width)).toBeLessThan(900);
      } else {
        expect(drive.y + drive.height).toBeLessThan(900);
        await page.getByText("initial state").scrollIntoViewIfNeeded();
        await page.mouse.wheel(0, 200);
        await expect.poll(async () => (await boxOf(page.locator(".nc-at-run .nc-panel"))).y).toBeGreaterThanOrEqual(0);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
