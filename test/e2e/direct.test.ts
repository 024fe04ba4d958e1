import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explorer } from "../../src/live/cell/explore.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { axe, boxOf, html, open, says, settled, words } from "./explorer-page.js";
import { faults, pages, policy, type Pages } from "./pages.js";

const story = [
  { say: "Lower I until it falls silent.", until: { spikes: [0, 0] } },
  { say: `And now? ${"Two lines have room for this. ".repeat(4)}` },
] as const;

describe.skipIf(noBrowser())("what is seen is what is dragged", () => {
  let site: Pages;
  let page: Page;
  let problems: readonly string[];
  beforeAll(async () => {
    site = await pages();
    const body = explorer([persistentSodiumPotassium], { story }).html;
    ({ page, problems } = await open(site, body, { viewport: { width: 1300, height: 900 } }, policy));
  });
  afterAll(() => site?.close());

  const numberOf = async (name: string): Promise<number> =>
    Number(await page.getByRole("slider", { name, exact: true }).inputValue());
  /** Drags a ring of a picture by so many px. @param k which of its rings */
  const dragRing = async (picture: string, k: number, dx: number, dy: number): Promise<void> => {
    const { x, y, width, height } = await boxOf(page.locator(`${picture} .nc-handle`).nth(k));
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + dx, y + height / 2 + dy, { steps: 3 });
    await page.mouse.up();
    await settled(page);
  };

  test("the step of the current by its rings: the height, the onset and the end; undo takes each back", async () => {
    const before = await Promise.all(["I", "onset", "end"].map(numberOf));
    await dragRing(".nc-at-run", 0, 0, -10);
    expect(await numberOf("I")).toBeGreaterThan(before[0]);
    await dragRing(".nc-at-run", 1, 40, 0);
    expect(await numberOf("onset")).toBeGreaterThan(before[1] + 5);
    await dragRing(".nc-at-run", 2, -40, 0);
    expect(await numberOf("end")).toBeLessThan(before[2] - 5);
    for (let k = 0; k < 3; k++) await page.getByRole("button", { name: "undo", exact: true }).click();
    expect(await Promise.all(["I", "onset", "end"].map(numberOf))).toEqual(before);
  });

  test("the start of the run by its ring in the plane, and the moment under the pointer is a dot in every picture", async () => {
    await dragRing(".nc-at-plane", 0, 60, -80);
    await page.getByText("initial state").click();
    expect(await page.locator(".nc-more .nc-changed").count()).toBe(2);
    await page.getByRole("button", { name: "reset", exact: true }).click();
    const course = await boxOf(page.locator(".nc-at-run .nc-panel"));
    await page.mouse.move(course.x + course.width / 2, course.y + 100);
    await page.locator(".nc-at-plane .nc-dot").waitFor({ state: "attached" });
    expect(await page.locator(".nc-at-run .nc-dot").count()).toBe(3); // V, n and the current
    expect(await page.locator(".nc-moment").innerText()).toMatch(/^\d+\.\d ms: V = .* mV, n = .*, I = .* µA\/cm²$/);
  });

  test("a span of time by a drag across the run or by Shift and an arrow: a band there, a piece of the loop in the plane; Escape ends it", async () => {
    const { x, y, width } = await boxOf(page.locator(".nc-at-run .nc-panel"));
    await page.mouse.move(x + 0.4 * width, y + 90);
    await page.mouse.down();
    await page.mouse.move(x + 0.7 * width, y + 100, { steps: 3 });
    await page.mouse.up();
    const piece = page.locator(".nc-at-plane .nc-piece");
    await piece.waitFor({ state: "attached" });
    expect(await page.locator(".nc-at-run .nc-band").count()).toBe(1);
    const said = page.locator(".nc-moment");
    expect(await said.innerText()).toMatch(/^\d+\.\d–\d+\.\d ms: \d spikes/);
    const before = await said.innerText();
    await page.keyboard.press("Shift+ArrowRight");
    await page.waitForFunction((text) => document.querySelector(".nc-moment")?.textContent !== text, before);
    expect((await said.innerText()).split("–")[0]).toBe(before.split("–")[0]);
    await page.keyboard.press("Escape");
    await piece.waitFor({ state: "detached" });
    expect(await page.locator(".nc-at-run .nc-band").count()).toBe(0);
  });

  test("what cannot be is refused at its field, the run stays; what would keep the page waiting ends with a word", async () => {
    const said = await words(page);
    const type = (name: string, value: string): Promise<void> =>
      page.getByRole("spinbutton", { name: new RegExp(`^${name} in`) }).fill(value);
    await type("gK", "-1");
    await page.getByText("gK = −1 mS/cm² cannot be: a conductance is 0 or more; did you mean 1?").waitFor();
    expect(await words(page)).toBe(said);
    await type("gK", "10");
    await type("I", "1e308");
    await page.getByText("is too far").waitFor();
    await type("I", "6");
    expect(await page.locator(".nc-refusal:not(:empty)").count()).toBe(0);
  });

  test("a story goes on when the reader has done what it asks for", async () => {
    await page.getByText("Lower I until it falls silent.").waitFor();
    const height = (await boxOf(page.locator(".nc-story"))).height;
    await page.getByRole("spinbutton", { name: /^I in/ }).fill("0");
    await says(page, "no spike");
    await page.getByText("And now?").waitFor();
    expect((await boxOf(page.locator(".nc-story"))).height).toBe(height); // nothing moves under the hand that did it
    await page.getByRole("button", { name: "close" }).click();
    expect(await page.locator(".nc-story").isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });

  test("threshold and reset are lines: dragged in the run and in the plane, moved by keys; their sliders follow, and undo takes each back", async () => {
    const { page: own } = await open(site, html(izhikevich), { viewport: { width: 1300, height: 900 } });
    const slider = (name: string): Promise<number> =>
      own.getByRole("slider", { name, exact: true }).inputValue().then(Number);
    const line = (picture: string, name: string): Locator =>
      own.locator(picture).getByRole("slider", { name, exact: true });
    const drag = async (
      ring: Locator,
      beside: readonly [number, number],
      by: readonly [number, number],
    ): Promise<void> => {
      const { x, y, width, height } = await boxOf(ring);
      const [fromX, fromY] = [x + width / 2 + beside[0], y + height / 2 + beside[1]];
      await own.mouse.move(fromX, fromY);
      await own.mouse.down();
      await own.mouse.move(fromX + by[0], fromY + by[1], { steps: 3 });
      await own.mouse.up();
      await settled(own);
    };
    const [peak, reset] = [line(".nc-at-run", "threshold, vpeak"), line(".nc-at-plane", "reset, c")];
    await drag(peak, [-40, 0], [0, 20]); // where there is no ring
    const lower = await slider("vpeak");
    expect(lower).toBeLessThan(28);
    await drag(reset, [0, 0], [20, 0]);
    const later = await slider("c");
    expect(later).toBeGreaterThan(-64);
    expect(await own.locator(".nc-more .nc-changed").count()).toBe(0); // the run begins where it did
    await reset.focus();
    await own.keyboard.press("ArrowRight");
    await settled(own);
    expect(await slider("c")).toBeCloseTo(later + 0.2, 6);
    await own.keyboard.press("Shift+ArrowLeft");
    await settled(own);
    expect(await slider("c")).toBeCloseTo(later - 1.8, 6);
    expect(await reset.getAttribute("aria-valuetext")).toMatch(/^−\d+(\.\d+)? mV$/);
    expect(await reset.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await faults(own, axe)).toEqual([]);
    for (let k = 0; k < 2; k++) await own.getByRole("button", { name: "undo", exact: true }).click();
    expect(await Promise.all(["vpeak", "c"].map(slider))).toEqual([30, -65]);
  });

  test("a finger that goes up where it went down begins the run there; one that is drawn away scrolls the page", async () => {
    const { page: phone } = await open(site, html(persistentSodiumPotassium), {
      viewport: { width: 390, height: 800 },
      hasTouch: true,
    });
    const changed = phone.locator(".nc-more .nc-changed");
    const touch = await phone.context().newCDPSession(phone);
    const plane = phone.locator(".nc-at-plane .nc-panel");
    await plane.scrollIntoViewIfNeeded();
    const { x, y } = await boxOf(plane);
    const at = { x: x + 200, y: y + 200 };
    const finger = (type: "touchStart" | "touchMove" | "touchEnd", up = 0): Promise<unknown> =>
      touch.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: at.x, y: at.y - up }],
      });
    await finger("touchStart");
    for (let up = 15; up <= 150; up += 15) await finger("touchMove", up);
    await finger("touchEnd");
    await expect.poll(async () => (await boxOf(plane)).y).toBeLessThan(y - 50);
    await settled(phone);
    expect(await changed.count()).toBe(0);
    await phone.touchscreen.tap(at.x, (await boxOf(plane)).y + 200);
    await settled(phone);
    expect(await changed.count()).toBe(2);
  });
});
