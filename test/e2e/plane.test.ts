import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { boxOf, html, open, settled } from "./explorer-page.js";
import { pages, policy, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("a closer look at the plane", () => {
  let site: Pages;
  let page: Page;
  let problems: readonly string[];
  beforeAll(async () => {
    site = await pages();
    const size = { viewport: { width: 1300, height: 900 }, hasTouch: true };
    ({ page, problems } = await open(site, html(persistentSodiumPotassium), size, policy));
  });
  afterAll(() => site?.close());

  const plane = (): ReturnType<Page["locator"]> => page.locator(".nc-at-plane");
  const press = async (name: string): Promise<void> => {
    await plane().getByRole("button", { name, exact: true }).click();
    await settled(page);
  };
  /** The numbers along the axes, which change with what is seen. */
  const seen = (): Promise<string> =>
    plane()
      .locator(".nc-panel svg text")
      .allTextContents()
      .then((texts) => texts.filter((text) => /^−?[\d.]+$/.test(text)).join(" "));
  const anotherThan = async (before: string): Promise<string> => {
    await settled(page);
    const now = await seen();
    expect(now).not.toBe(before);
    return now;
  };

  test("by buttons, by keys, by the wheel with Ctrl, by a drag with Shift and by two fingers; back at once, and by undo", async () => {
    const whole = await seen();
    await press("zoom into the phase plane");
    const closer = await anotherThan(whole);
    await page.keyboard.press("ArrowRight");
    const right = await anotherThan(closer);
    await page.keyboard.press("0");
    expect(await anotherThan(right)).toBe(whole);
    const { x, y, width, height } = await boxOf(plane().locator(".nc-panel"));
    const [cx, cy] = [x + width / 2, y + height / 2];
    await page.mouse.move(cx, cy);
    await page.mouse.wheel(0, -120); // without Ctrl the page scrolls
    await settled(page);
    expect(await seen()).toBe(whole);
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -120);
    await page.keyboard.up("Control");
    const wheeled = await anotherThan(whole);
    const starts = page.locator(".nc-more .nc-changed");
    await page.keyboard.down("Shift");
    await page.mouse.down();
    await page.mouse.move(cx + 90, cy + 40, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    const moved = await anotherThan(wheeled);
    expect(await starts.count()).toBe(0); // the run begins where it did
    const touch = await page.context().newCDPSession(page);
    const fingers = (type: "touchStart" | "touchMove" | "touchEnd", apart?: number): Promise<unknown> =>
      touch.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: apart === undefined ? [] : [-apart, apart].map((dx, id) => ({ x: cx + dx, y: cy, id })),
      });
    await fingers("touchStart", 30);
    await fingers("touchMove", 45);
    await fingers("touchMove", 70);
    await fingers("touchEnd");
    await anotherThan(moved);
    await page.getByRole("button", { name: "undo", exact: true }).click();
    await settled(page);
    expect(await seen()).toBe(whole);
    expect(problems).toEqual([]);
  });

  test("what is drawn on request has a switch: eigenvectors and the way back at once, basins when they are worked out", async () => {
    for (const name of ["eigenvectors", "backward in time", "basins"]) {
      await press(name);
      expect(await plane().getByRole("button", { name, exact: true }).getAttribute("aria-pressed")).toBe("true");
    }
    const words = plane().locator(".nc-about");
    await expect
      .poll(() => words.innerText())
      .toMatch(/^Dashed: .* λ = .* \/ms\. Basins: blue \(\d+ %\) to a stable limit cycle\.$/);
    await page.getByRole("button", { name: "reset", exact: true }).click();
    await settled(page);
    expect(await words.innerText()).toBe("");
    expect(problems).toEqual([]);
  });
});
