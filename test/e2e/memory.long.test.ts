import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explorer } from "../../src/live/cell/explore.js";
import { prepare, scene } from "../../src/live/scenes/potential-landscape.js";
import { sceneOutput } from "../../src/live/cell/scene-output.js";
import { linearPlane } from "../../src/models/linear-plane.js";
import { until } from "../patience.js";
import { noBrowser } from "./browser.js";
import { pages, type Pages } from "./pages.js";

interface Held {
  readonly heap: number;
  readonly listeners: number;
  readonly nodes: number;
  readonly documents: number;
  readonly workers: number;
}

/** What the page holds when all that can be collected has been. */
async function held(page: Page, client: CDPSession): Promise<Held> {
  for (let k = 0; k < 3; k++) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const named = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  return {
    heap: named["JSHeapUsedSize"],
    listeners: named["JSEventListeners"],
    nodes: named["Nodes"],
    documents: named["Documents"],
    workers: page.workers().length,
  };
}

/**
 * As a notebook does when a cell is run again: its output is replaced by a new one, which is looked at; every 20th long
 * enough for its worker to begin.
 */
const rerun = (page: Page, times: number, asks: boolean): Promise<void> =>
  page.evaluate(
    async ([n, asked]) => {
      const copy = document.querySelectorAll("nullcline-live")[0].cloneNode(true) as Element;
      copy.querySelector(".nullcline-host")?.remove();
      copy.classList.remove("nullcline-on");
      for (const still of copy.querySelectorAll(".nullcline-still")) still.remove(); // pictures to be decoded each time
      for (let k = 1; k <= n; k++) {
        const begun = window as unknown as { workers: number };
        const before = begun.workers;
        document.querySelector("nullcline-live")?.replaceWith(copy.cloneNode(true));
        while (document.querySelector(".nc-panel svg") === null)
          await new Promise((resolve) => requestAnimationFrame(resolve));
        while (asked && k % 20 === 0 && begun.workers === before) await new Promise(requestAnimationFrame);
      }
    },
    [times, asks] as const,
  );

/** Counts the workers that a page begins. */
const counted =
  "<script>window.workers = 0; window.Worker = class extends Worker { constructor(...of) { super(...of); window.workers++; } };</script>";

/** px: what is not in view costs no paint, and the heads of the panels are enough to be drawn. */
const viewport = { width: 400, height: 300 };

describe.skipIf(noBrowser())("200 re-runs of a cell after the first sixty leave nothing behind", () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site?.close());

  test.each([
    ["an explorer with its worker", true, () => explorer([linearPlane], {}, "").html],
    ["a scene", false, () => sceneOutput(scene, prepare(), "").html],
  ] as const)("%s", async (_, asks, html) => {
    const { page, problems } = await site.open(counted + site.setup + html(), { viewport }, "");
    await page.waitForSelector(".nc-panel svg");
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable");
    await rerun(page, 60, asks);
    await until(() => page.workers().length === (asks ? 1 : 0)); // the claim about workers is about some
    const before = await held(page, client);
    await rerun(page, 200, asks);
    const after = await held(page, client);
    // A page with one has about 100 listeners and 700 to 900 nodes, most of them its own: one of the 200 that stayed
    // would show in the first two;
    // 2 MB is 10 kB for each, room for what the engine itself keeps.
    expect(after.listeners).toBeLessThanOrEqual(before.listeners + 20);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes + 200);
    expect(after.documents).toBeLessThanOrEqual(before.documents);
    expect(after.workers).toBeLessThanOrEqual(1);
    expect(after.heap).toBeLessThan(before.heap + 2e6);
    expect(problems).toEqual([]);
  });
});
