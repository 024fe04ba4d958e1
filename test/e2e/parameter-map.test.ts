import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { axe, boxOf, html, open } from "./explorer-page.js";
import { faults, pages, policy, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("the map of two parameters", () => {
  let site: Pages;
  let page: Page;
  let problems: readonly string[];
  beforeAll(async () => {
    site = await pages();
    const size = { viewport: { width: 1300, height: 900 } };
    ({ page, problems } = await open(site, html(persistentSodiumPotassium), size, policy));
    await page.getByRole("button", { name: "two parameters", exact: true }).click();
    await card()
      .getByText(/^Here it /)
      .waitFor(); // from the worker
    await map().scrollIntoViewIfNeeded();
  });
  afterAll(() => site?.close());

  const card = (): Locator => page.locator(".nc-card", { has: page.locator("[aria-label^='Bifurcations of']") });
  const map = (): Locator => card().locator(".nc-panel");
  const ring = (): Locator => card().locator(".nc-handle");
  const said = (): Promise<string> => card().locator(".nc-about").innerText();
  const sliderAt = async (name: string): Promise<number> =>
    Number(await page.getByRole("slider", { name, exact: true }).inputValue());
  const both = (): Promise<readonly number[]> => Promise.all(["I", "gL"].map(sliderAt));
  const undo = (): Promise<void> => page.getByRole("button", { name: "undo", exact: true }).click();
  /** Where the map has a word first, px of the page. */
  const placeOf = async (word: string): Promise<readonly [number, number]> => {
    const { x, y, width, height } = await boxOf(map().getByText(word, { exact: true }).first());
    return [x + width / 2, y + height / 2];
  };
  const ringPlace = async (): Promise<readonly [number, number]> => {
    const { x, y, width, height } = await boxOf(ring());
    return [x + width / 2, y + height / 2];
  };
  /** Until the ring stands there, to a px or two: parameters go by steps of their sliders. */
  const ringAt = ([x, y]: readonly [number, number]): Promise<void> =>
    expect
      .poll(async () => {
        const now = await ringPlace();
        return Math.hypot(now[0] - x, now[1] - y);
      })
      .toBeLessThan(5);

  test("it says what the neuron does in each region, on it and below it, and for those who do not see it", async () => {
    expect(await said()).toMatch(
      /^Here it fires\. On the map it rests in \d+ %, fires in \d+ %\. A click, or the arrows/,
    );
    const inIt = await map().locator("svg text").allTextContents();
    for (const word of ["rests", "fires"]) expect(inIt).toContain(word);
    expect(await map().getAttribute("aria-label")).toMatch(
      /^Bifurcations of I_Na,p \+ I_K in the plane of I and gL: .*Andronov-Hopf; it rests, fires$/,
    );
    expect(await faults(page, axe)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("a click goes there: both sliders, the run and the ring follow, the map is not worked out anew, and undo comes back", async () => {
    const [before, from, figure] = [await both(), await ringPlace(), await map().locator("svg rect").count()];
    const rests = await placeOf("rests");
    await page.mouse.click(...rests);
    await expect.poll(said).toMatch(/^Here it rests\./);
    await ringAt(rests);
    const there = await both();
    for (const k of [0, 1])
      expect(Math.sign(there[k] - before[k])).toBe(Math.sign([rests[0] - from[0], from[1] - rests[1]][k]));
    await expect.poll(() => page.locator(".nc-words").innerText()).toMatch(/^no spike/i);
    expect(await map().locator("svg rect").count()).toBe(figure);
    await undo(); // one step, though it sets two parameters
    await expect.poll(both).toEqual(before);
    await expect.poll(said).toMatch(/^Here it fires\./);
    await ringAt(from);
    expect(problems).toEqual([]);
  });

  test("the arrows of the ring set one each, and a drag of it across a border changes what is said", async () => {
    const before = await both();
    await ring().focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => sliderAt("I")).toBeGreaterThan(before[0]);
    expect(await sliderAt("gL")).toBe(before[1]);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => sliderAt("gL")).toBeGreaterThan(before[1]);
    expect(await ring().evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => ring().getAttribute("aria-valuetext")).toMatch(/^I = [\d.]+ µA\/cm², gL = [\d.]+ mS\/cm²$/);
    const [from, to] = [await ringPlace(), await placeOf("rests")];
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 3 });
    await page.mouse.up();
    await expect.poll(said).toMatch(/^Here it rests\./);
    await ringAt(to);
    expect(problems).toEqual([]);
  });

  test("another parameter upward is another map, and the one before is remembered", async () => {
    const upward = page.getByLabel("upward", { exact: true });
    const plane = (): Promise<string | null> => map().getAttribute("aria-label");
    await upward.selectOption("gK");
    await expect.poll(plane).toContain("in the plane of I and gK");
    await expect.poll(said).toMatch(/^Here it /);
    await upward.selectOption("gL");
    await expect.poll(plane).toContain("in the plane of I and gL");
    expect(await said()).toMatch(/^Here it /); // at once: no worker is asked
    expect(problems).toEqual([]);
  });
});
