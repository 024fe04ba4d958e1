import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packLibrary, packRuntime } from "../../scripts/bundle.mjs";
import { prepare, sceneOutput, type Prepared } from "../../src/live/lessons.js";
import { playgroundHtml } from "../../src/live/playground-page.js";
import type { SceneName } from "../../src/live/scenes/scenes.js";
import { noBrowser } from "./browser.js";
import { faults, pages, policy, type Opened, type Pages } from "./pages.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const html = (name: SceneName): string => sceneOutput(name, (prepare[name] as () => Prepared)(), "").html;

describe.skipIf(noBrowser())("the small live figures in a page from a file", () => {
  let site: Pages;
  beforeAll(async () => { site = await pages(); });
  afterAll(() => site?.close());

  async function open(body: string): Promise<Opened> {
    const opened = await site.open(site.setup + body, { viewport: { width: 400, height: 900 } });
    await opened.page.waitForFunction(() => [...document.querySelectorAll("nullcline-live")].every((output) => output.querySelector(".nc-panel svg") !== null && output.querySelector(".nc-words")!.textContent !== ""));
    return opened;
  }

  test("a point that is dragged through the plane of trace and determinant is another equilibrium", async () => {
    const { page, problems } = await open(html("traceDeterminantPlane"));
    const plane = (await page.locator(".nc-panel").first().boundingBox())!;
    const said = (): Promise<string> => page.locator(".nc-words").innerText();
    expect(await said()).toMatch(/^Stable focus/);
    await page.mouse.move(plane.x + 220, plane.y + 100);
    await page.mouse.down();
    await page.mouse.move(plane.x + 230, plane.y + 300, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector(".nc-words")!.textContent!.startsWith("Saddle"));
    await page.getByRole("slider", { name: "Δ" }).focus();
    for (let k = 0; k < 12; k++) await page.keyboard.press("PageUp");
    await page.waitForFunction(() => /focus/.test(document.querySelector(".nc-words")!.textContent!));
    expect(problems).toEqual([]);
  });

  test("what they say in the browser is what they say in Node, in a window of 400 px, and axe finds no serious fault", async () => {
    const names: readonly SceneName[] = ["traceDeterminantPlane", "draggableNullclines", "clampedMembrane", "integratorAndResonator", "poissonSpikes", "rateUnitPlane", "phasesOfASpike", "errorAgainstStep"];
    const outputs = names.map((name) => sceneOutput(name, (prepare[name] as () => Prepared)(), ""));
    const { page, problems } = await open(outputs.map((output) => output.html).join(""));
    expect(await page.locator(".nc-words").allInnerTexts()).toEqual(outputs.map(({ words }) => words));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    expect(await faults(page, axe)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("the playground opens from a file, under a policy without network, with every output alive", async () => {
    const page0 = playgroundHtml(packLibrary(), packRuntime());
    const body = /<main>([^]*)<\/main>/.exec(page0)![1]!;
    const { page, problems } = await site.open(body, {}, policy);
    await page.waitForFunction(() => [...document.querySelectorAll("nullcline-live")].every((output) => output.querySelector(".nc-panel svg") !== null));
    expect(await page.getByLabel("model", { exact: true }).locator("option").count()).toBe(18);
    expect(problems).toEqual([]);
  }, 30_000);
});
