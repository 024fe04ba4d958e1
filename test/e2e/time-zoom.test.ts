import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { axe, boxOf, html, open } from "./explorer-page.js";
import { faults, pages, type Pages } from "./pages.js";

/** ms. */
type Extent = readonly [number, number];

describe.skipIf(noBrowser())("a closer look at the time", () => {
  let site: Pages;
  let page: Page;
  let problems: readonly string[];
  let all: Extent;
  beforeAll(async () => {
    site = await pages();
    ({ page, problems } = await open(site, html(persistentSodiumPotassium), {
      viewport: { width: 1300, height: 600 },
    }));
    all = [0, Number(await page.getByRole("slider", { name: "run", exact: true }).inputValue())];
  });
  afterAll(() => site?.close());

  const course = (of: Page = page): Locator => of.locator(".nc-at-run .nc-panel");
  const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
  /** What the picture says is seen; all of it where it says nothing. */
  const seen = async (of: Page = page): Promise<Extent> => {
    const said = await course(of).getAttribute("aria-label");
    const found = /; seen from (\S+) to (\S+) ms/.exec(said ?? "");
    return found === null ? all : [Number(found[1]), Number(found[2])];
  };
  const width = ([from, to]: Extent): number => to - from;
  /** The numbers below the axis of time, which is the lowest. */
  const ticks = async (of: Page = page): Promise<string> => {
    const texts = await course(of)
      .locator("svg text")
      .evaluateAll((found) => found.map((text) => [text.textContent, text.getBoundingClientRect().top] as const));
    const numbers = texts.filter(([text]) => /^−?[\d.]+$/.test(text));
    const lowest = Math.max(...numbers.map(([, top]) => top));
    return numbers
      .filter(([, top]) => top > lowest - 2)
      .map(([text]) => text)
      .join(" ");
  };
  const anotherThan = async (before: Extent): Promise<Extent> => {
    await expect.poll(() => seen()).not.toEqual(before);
    return seen();
  };
  const wholeAgain = (): Promise<void> => expect.poll(() => seen()).toEqual(all);

  test("the buttons: closer around the middle, farther, the whole; the numbers of the axis follow, the run stays", async () => {
    const [axis, words] = [await ticks(), await page.locator(".nc-words").innerText()];
    await press("zoom into the time course");
    const closer = await anotherThan(all);
    expect(width(closer)).toBeCloseTo(all[1] / 1.5, 1);
    expect((closer[0] + closer[1]) / 2).toBeCloseTo(all[1] / 2, 1);
    await expect.poll(() => ticks()).not.toBe(axis);
    await press("zoom into the time course");
    const closest = await anotherThan(closer);
    expect(width(closest)).toBeCloseTo(all[1] / 1.5 ** 2, 1);
    await press("zoom out of the time course");
    expect(await anotherThan(closest)).toEqual(closer);
    await press("the whole time course");
    await wholeAgain();
    await expect.poll(() => ticks()).toBe(axis);
    await press("zoom out of the time course"); // there is no time beyond the run
    expect(await page.locator(".nc-words").innerText()).toBe(words);
    expect(await seen()).toEqual(all);
    expect(problems).toEqual([]);
  });

  test("the keys: + − 0 and the arrows, which stop at the ends of the run", async () => {
    await page.getByRole("button", { name: "the whole time course", exact: true }).focus();
    await page.keyboard.press("+");
    const closer = await anotherThan(all);
    await page.keyboard.press("ArrowRight");
    const later = await anotherThan(closer);
    expect(later[0] - closer[0]).toBeCloseTo(0.1 * width(closer), 1);
    expect(width(later)).toBeCloseTo(width(closer), 1);
    for (let k = 0; k < 8; k++) await page.keyboard.press("ArrowLeft");
    await expect.poll(async () => (await seen())[0]).toBe(0);
    expect(width(await seen())).toBeCloseTo(width(closer), 1);
    await page.keyboard.press("0");
    await wholeAgain();
    await page.keyboard.press("+");
    const again = await anotherThan(all);
    await page.keyboard.press("-");
    await wholeAgain();
    expect(again).toEqual(closer);
    expect(problems).toEqual([]);
  });

  test("the wheel with Ctrl: what is under the pointer stays there; without Ctrl the page scrolls", async () => {
    await course().scrollIntoViewIfNeeded();
    const { x, y, width: px } = await boxOf(course());
    await page.mouse.move(x + 0.25 * px, y + 100);
    const moment = page.locator(".nc-moment");
    await expect.poll(() => moment.innerText()).toMatch(/ ms: /);
    const under = Number.parseFloat(await moment.innerText());
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -150);
    await page.keyboard.up("Control");
    const closer = await anotherThan(all);
    expect(width(closer)).toBeCloseTo(all[1] * Math.exp(-150 / 300), 0);
    expect((under - closer[0]) / width(closer)).toBeCloseTo(under / all[1], 1);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await seen()).toEqual(closer);
    await page.evaluate(() => scrollTo(0, 0));
    await press("the whole time course");
    await wholeAgain();
    expect(problems).toEqual([]);
  });

  test("a drag across it with Shift moves what is seen, and selects no span", async () => {
    await press("zoom into the time course");
    const closer = await anotherThan(all);
    await course().scrollIntoViewIfNeeded();
    const { x, y, width: px } = await boxOf(course());
    await page.mouse.move(x + 0.6 * px, y + 100);
    await page.keyboard.down("Shift");
    await page.mouse.down();
    await page.mouse.move(x + 0.5 * px, y + 100, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    const later = await anotherThan(closer);
    expect(later[0]).toBeGreaterThan(closer[0]);
    expect(width(later)).toBeCloseTo(width(closer), 1);
    expect(await page.locator(".nc-at-run .nc-band").count()).toBe(0);
    await press("the whole time course");
    await wholeAgain();
    expect(problems).toEqual([]);
  });

  test("the link carries it, and reset shows the whole", async () => {
    await press("zoom into the time course");
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await seen())[0]).toBeGreaterThan(all[1] / 6 + 1);
    const [window, axis] = [await seen(), await ticks()];
    await page.getByText("save and share").click();
    await press("copy link");
    await page.getByText("The link to this setting").waitFor();
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).has("w.time")).toBe(true);
    const second = await page.context().newPage();
    const wrong: string[] = [];
    second.on("pageerror", (error) => wrong.push(error.message));
    await second.goto(page.url());
    await second.locator(".nc-at-run .nc-panel > svg").waitFor();
    await expect.poll(() => seen(second)).toEqual(window);
    expect(await ticks(second)).toBe(axis);
    await second.close();
    expect(await faults(page, axe)).toEqual([]);
    await press("reset");
    await wholeAgain();
    expect([...problems, ...wrong]).toEqual([]);
  });
});
