// An explorer in a page from a file, and what a reader does there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { explorer } from "../../src/live/cell/explore.js";
import { playgroundOutput } from "../../src/live/playground.js";
import type { Model } from "../../src/model/model.js";
import { policy, type Opened, type Pages } from "./pages.js";

/** The text of axe-core. */
export const axe: string = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const html = (...models: readonly Model[]): string => explorer(models, {}).html;

let written: string | undefined;
/** The playground's output, which is written once for all tests. */
export const playground = (): string => (written ??= playgroundOutput().html);

/** In the head of a page: a worker that never answers, for tests that look at no cycle, f-I curve or diagram. */
export const deaf = "<script>window.Worker = class { postMessage() {} terminate() {} };</script>";

/**
 * Opens a page when all its explorers have drawn.
 * @param head default: without what takes a worker seconds, see `deaf`
 */
export async function open(
  site: Pages,
  body: string,
  options: BrowserContextOptions = {},
  head: string = policy + deaf,
): Promise<Opened> {
  const opened = await site.open(site.setup + body, options, head);
  await opened.page.waitForFunction(allDrawn);
  await settled(opened.page);
  return opened;
}

/** In the page: whether all live figures have drawn. */
export const allDrawn = (): boolean =>
  [...document.querySelectorAll("nullcline-live")].every(
    (output) =>
      output.querySelector(".nc-panel svg") !== null && (output.querySelector(".nc-words")?.textContent ?? "") !== "",
  );

export const words = (page: Page, k: number = 0): Promise<string> => page.locator(".nc-words").nth(k).innerText();

/** Waits until the words begin so, and the pictures, which follow in the next frame, are drawn. */
export async function says(page: Page, beginning: string, k: number = 0): Promise<void> {
  await page.waitForFunction(([text, i]) => document.querySelectorAll(".nc-words")[i]?.textContent.startsWith(text), [
    beginning,
    k,
  ] as const);
  await settled(page);
}

export const slide = (page: Page, name: string, value: number, k: number = 0): Promise<void> =>
  page
    .locator(".nc-explorer")
    .nth(k)
    .getByRole("slider", { name, exact: true })
    .evaluate((input: HTMLInputElement, next) => {
      const typed = input.parentElement?.querySelector<HTMLInputElement>("input[type=number]");
      const beyond = next < Number(input.min) || next > Number(input.max);
      const field = beyond && typed ? typed : input; // a value beyond the slider is typed
      field.value = String(next);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, value);

/** Waits until what was asked for before is drawn: an explorer draws in the next frame. */
export const settled = (page: Page): Promise<void> => page.evaluate(threeFrames);

/** In the page. */
export const threeFrames = async (): Promise<void> => {
  for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame);
};

/** Where something stands in the page, px. */
export async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error(`${String(element)} is not to be seen`);
  return box;
}

/** Waits until the cycles, the f-I curve and the bifurcation diagram of `persistentSodiumPotassium` are drawn. */
export const analysed = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll(".nc-views [role=img]")]
        .map((panel) => panel.getAttribute("aria-label"))
        .join()
        .match(/stable limit cycle.*Firing rate.*saddle-node on invariant circle at I = 4\.51/) !== null,
  );
