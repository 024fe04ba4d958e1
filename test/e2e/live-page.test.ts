import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packLibrary, packRuntime } from "../../scripts/bundle.mjs";
import { plot } from "../../src/figure/plot.js";
import { dark } from "../../src/figure/theme.js";
import { equationsHtml } from "../../src/live/equations.js";
import { exploreHtml, payloadOf } from "../../src/live/explore.js";
import { setupHtml } from "../../src/live/setup.js";
import { run } from "../../src/live/settings.js";
import { showHtml } from "../../src/live/show.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { simulate } from "../../src/solve/simulate.js";
import { launch, noBrowser } from "./browser.js";

/** A page's policy that allows its own inline code and nothing else: no network, no text compiled to code. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">`;
const figure = plot.trace(simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 }), { title: "Squid" });
const explorer = (...models: readonly (typeof hodgkinHuxley | typeof izhikevich | typeof leakyIntegrateAndFire)[]): string => exploreHtml(models, payloadOf(models, {}));

describe.skipIf(noBrowser())("outputs in a page from a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-page-"));
  const setup = setupHtml(packLibrary(), packRuntime());
  let browser: Browser;
  beforeAll(async () => { browser = await launch(); });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** The page, and everything that went wrong in it. */
  async function open(body: string, options: BrowserContextOptions = {}, head = policy): Promise<{ page: Page; problems: string[] }> {
    const file = join(folder, `${Math.abs(hash(body + head))}.html`);
    writeFileSync(file, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>page</title>${head}</head><body><main>${body}</main></body></html>`);
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("console", (message) => { if (message.type() === "error") problems.push(message.text()); });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) problems.push(`request: ${request.url()}`); });
    await page.goto(pathToFileURL(file).href);
    return { page, problems };
  }
  const live = (page: Page, count = 1): Promise<unknown> => page.waitForFunction((n) => document.querySelectorAll(".js-plotly-plot .scatterlayer path.js-line").length > 0 && document.querySelectorAll(".js-plotly-plot").length === n, count);
  const trace = (page: Page, k = 0): Promise<readonly number[]> => page.evaluate((i) => Array.from((document.querySelectorAll(".js-plotly-plot")[i] as unknown as { data: { y: number[] }[] }).data[0].y), k);
  const words = (page: Page, k = 0): Promise<string> => page.locator(".nc-words").nth(k).innerText();
  const slide = (page: Page, name: string, value: number, k = 0): Promise<void> => page.locator(".nc-explorer").nth(k).getByRole("slider", { name, exact: true }).evaluate((input: HTMLInputElement, next) => {
    input.value = String(next);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
  const spikesIn = (model: typeof hodgkinHuxley): number => run(model, { duration: 100, stimulus: null, sliders: null }).spikes.length;

  test("without scripts a reader sees the picture and its words", async () => {
    const { page } = await open(showHtml(figure) + explorer(hodgkinHuxley), { javaScriptEnabled: false });
    const picture = page.getByRole("img", { name: "Squid: V against time from 0 to 50 ms" });
    expect(await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.complete])).toEqual([720, true]);
    expect(await page.locator("img").count()).toBe(2);
  });

  test("with scripts it is live, whether it came before setup() or after; nothing is fetched, nothing compiled from text", async () => {
    const { page, problems } = await open(showHtml(figure) + setup + showHtml(figure) + explorer(hodgkinHuxley));
    await live(page, 3);
    expect(await page.locator("img:visible").count()).toBe(0);
    expect(await page.locator(".nullcline-hint:visible").count()).toBe(0);
    const drawn = await trace(page);
    expect(Math.max(...drawn)).toBeCloseTo(Math.max(...simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 }).states.V), 1);
    expect(problems).toEqual([]);
  });

  test("a slider runs the model: as many spikes in the browser as in Node at each of eight currents", async () => {
    const { page, problems } = await open(setup + explorer(hodgkinHuxley));
    await live(page);
    for (const I of [0, 3, 6, 7, 12, 40, 120, -10]) {
      await slide(page, "I", I);
      const n = spikesIn(hodgkinHuxley.with({ I }));
      await page.waitForFunction((start) => document.querySelector(".nc-words")!.textContent!.startsWith(start), n === 0 ? "no spike" : `${n} spike`);
      const top = Math.max(...(await trace(page)));
      expect(top > 0).toBe(n > 0);
    }
    expect(problems).toEqual([]);
  });

  test("all of it can be done by keyboard: arrows, a typed value, reset, a preset", async () => {
    const { page } = await open(setup + explorer(hodgkinHuxley));
    await live(page);
    const current = page.getByRole("slider", { name: "I", exact: true });
    await current.focus();
    for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
    expect(Number(await current.inputValue())).toBeGreaterThan(0);
    await page.keyboard.press("Tab");
    await page.keyboard.type("10");
    expect(await page.getByRole("spinbutton", { name: "I in µA/cm²" }).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.getByRole("spinbutton", { name: "I in µA/cm²" }).fill("10");
    await page.waitForFunction(() => document.querySelector(".nc-words")!.textContent!.startsWith("5 spikes"));
    expect(await current.inputValue()).toBe("10");
    expect(await page.locator(".nc-changed").count()).toBe(1);
    await page.getByRole("button", { name: "reset I to 0" }).press("Enter");
    await page.waitForFunction(() => document.querySelector(".nc-words")!.textContent!.startsWith("no spike"));
    expect(await page.locator(".nc-changed").count()).toBe(0);
    await page.getByLabel("preset").selectOption("1952");
    await page.waitForFunction(() => Math.abs((document.querySelector(".js-plotly-plot") as unknown as { data: { y: number[] }[] }).data[0].y[0]) < 0.1);
  });

  test("two explorers do not disturb each other, and a menu changes the model of one", async () => {
    const { page, problems } = await open(setup + explorer(hodgkinHuxley) + explorer(leakyIntegrateAndFire, izhikevich));
    await live(page, 2);
    const before = await trace(page, 1);
    await slide(page, "I", 20);
    await page.waitForFunction(() => /spikes/.test(document.querySelector(".nc-words")!.textContent!));
    expect(await trace(page, 1)).toEqual(before);
    await page.getByLabel("model", { exact: true }).selectOption(izhikevich.name);
    await page.waitForFunction(() => document.querySelectorAll(".nc-explorer")[1].querySelectorAll(".nc-slider").length > 3);
    await slide(page, "I", 15, 1);
    await page.waitForFunction(() => /spikes/.test(document.querySelectorAll(".nc-words")[1].textContent!));
    expect((await words(page)).startsWith(`${spikesIn(hodgkinHuxley.with({ I: 20 }))} spikes`)).toBe(true);
    expect(problems).toEqual([]);
  });

  test("an output that leaves the page frees what it had; one that comes back is as it was left", async () => {
    const { page, problems } = await open(setup + explorer(hodgkinHuxley));
    await live(page);
    await slide(page, "I", 20);
    await page.waitForFunction(() => /spikes/.test(document.querySelector(".nc-words")!.textContent!));
    const said = await words(page);
    await page.evaluate(async () => {
      const output = document.querySelector("nullcline-live")!;
      (window as unknown as { kept: Element }).kept = output;
      output.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await page.evaluate(() => (window as unknown as { kept: Element }).kept.querySelector(".nullcline-host"))).toBeNull();
    await page.evaluate(() => document.querySelector("main")!.append((window as unknown as { kept: Element }).kept));
    await live(page);
    await page.waitForFunction((text) => document.querySelector(".nc-words")?.textContent === text, said);
    expect(await page.getByRole("slider", { name: "I", exact: true }).inputValue()).toBe("20");
    expect(problems).toEqual([]);
  });

  test("fifty re-runs of a cell leave no listener and no element behind", async () => {
    const { page } = await open(setup + explorer(hodgkinHuxley));
    await live(page);
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable");
    const measure = async (): Promise<Record<string, number>> => {
      await client.send("HeapProfiler.collectGarbage");
      const { metrics } = await client.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    const rerun = (times: number): Promise<void> => page.evaluate(async (n) => {
      const output = document.querySelector("nullcline-live")!;
      const copy = output.cloneNode(true) as Element;
      copy.querySelector(".nullcline-host")?.remove();
      copy.classList.remove("nullcline-on");
      for (let k = 0; k < n; k++) {
        document.querySelector("nullcline-live")!.replaceWith(copy.cloneNode(true));
        while (document.querySelector(".js-plotly-plot .scatterlayer") === null) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }, times);
    await rerun(10);
    const before = await measure();
    await rerun(50);
    const after = await measure();
    expect(after["JSEventListeners"]).toBeLessThan(before["JSEventListeners"] + 20);
    expect(after["Nodes"]).toBeLessThan(before["Nodes"] * 1.2);
    expect(after["JSHeapUsedSize"]).toBeLessThan(before["JSHeapUsedSize"] + 6e6);
  });

  test("running setup() again changes nothing, and the page keeps its own Plotly, define and require", async () => {
    const own = `<script>window.Plotly = "mine"; window.define = Object.assign(() => { throw new Error("taken for a module"); }, { amd: {} }); window.require = "theirs";</script>`;
    const { page, problems } = await open(own + setup + setup + showHtml(figure));
    await live(page);
    expect(await page.evaluate(() => [window as unknown as Record<string, unknown>].map((w) => [w["Plotly"], typeof w["define"], w["require"]])[0])).toEqual(["mine", "function", "theirs"]);
    expect(await page.locator(".js-plotly-plot").count()).toBe(1);
    expect(await page.evaluate(async () => (await (window as unknown as { nullcline: Promise<{ version: string }> }).nullcline).version)).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{8}$/);
    expect(problems).toEqual([]);
  });

  test("on paper it is the picture", async () => {
    const { page } = await open(setup + showHtml(figure));
    await live(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("img").isVisible()).toBe(true);
    expect(await page.locator(".js-plotly-plot").isVisible()).toBe(false);
  });

  test("it follows JupyterLab's theme, also when that changes", async () => {
    const { page } = await open(`${setup}<style>:root{--jp-layout-color0:#ffffff} [data-jp-theme-light="false"]{--jp-layout-color0:#111111}</style>${showHtml(figure)}`);
    await live(page);
    const colours = (): Promise<readonly string[]> => page.evaluate(() => {
      const { data, layout } = document.querySelector(".js-plotly-plot") as unknown as { data: { line: { color: string } }[]; layout: { paper_bgcolor: string } };
      return [data[0].line.color, layout.paper_bgcolor];
    });
    expect(await colours()).toEqual(["#0072b2", "#ffffff"]);
    await page.evaluate(() => { document.body.dataset["jpThemeLight"] = "false"; });
    await page.waitForFunction(() => (document.querySelector(".js-plotly-plot") as unknown as { layout: { paper_bgcolor: string } }).layout.paper_bgcolor === "#111111");
    expect(await colours()).toEqual([dark.blue, "#111111"]);
  });

  test("it fits a window of 400 px, and no serious fault is found by axe", async () => {
    const { page } = await open(setup + showHtml(figure) + explorer(hodgkinHuxley, izhikevich), { viewport: { width: 400, height: 800 } });
    await live(page, 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await page.getByText("more parameters").click();
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe.run());
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`)).toEqual([]);
  });

  test("equations are set by the browser where no MathJax is, and left to MathJax where it is", async () => {
    const { page: alone } = await open(equationsHtml(hodgkinHuxley.tex));
    await alone.waitForSelector("math mfrac");
    expect(await alone.locator(".nullcline-equations").innerText()).not.toContain("\\frac");
    const { page: withMathJax } = await open(equationsHtml(hodgkinHuxley.tex), {}, `${policy}<script>window.MathJax = { startup: {} };</script>`);
    expect(await withMathJax.locator(".nullcline-equations").innerText()).toContain("\\frac{dV}{dt} &= I");
  });
});

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) | 0, 7);
