import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plot } from "../../src/figure/plot.js";
import { dark } from "../../src/figure/theme.js";
import { equationsHtml } from "../../src/live/cell/equations.js";
import { explorer } from "../../src/live/cell/explore.js";
import { showHtml } from "../../src/live/cell/show.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { simulate } from "../../src/solve/simulate.js";
import { noBrowser } from "./browser.js";
import { axe, deaf } from "./explorer-page.js";
import { faults, pages, policy, type Pages } from "./pages.js";

const figure = plot.trace(simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 }), { title: "Squid" });
const playground = explorer([hodgkinHuxley], {}).html;

describe.skipIf(noBrowser())("outputs in a page from a file", () => {
  let site: Pages;
  let setup: string;
  const open: Pages["open"] = (...args) => site.open(...args);
  beforeAll(async () => {
    site = await pages();
    ({ setup } = site);
  });
  afterAll(() => site?.close());

  const live = (page: Page, plots = 1): Promise<unknown> =>
    page.waitForFunction(
      (n) =>
        document.querySelectorAll(".js-plotly-plot .scatterlayer path.js-line").length > 0 &&
        document.querySelectorAll(".js-plotly-plot").length === n,
      plots,
    );
  const trace = (page: Page, k = 0): Promise<readonly number[]> =>
    page.evaluate(
      (i) =>
        Array.from(
          (document.querySelectorAll(".js-plotly-plot")[i] as unknown as { data: { y: number[] }[] }).data[0].y,
        ),
      k,
    );

  test("without scripts a reader sees the picture and its words", async () => {
    const { page } = await open(showHtml(figure) + playground, { javaScriptEnabled: false });
    const picture = page.getByRole("img", { name: "Squid: V against time from 0 to 50 ms" });
    expect(await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.complete])).toEqual([720, true]);
    expect(await page.locator("img").count()).toBe(2);
  });

  test("with scripts it is live, whether it came before setup() or after; nothing is fetched, nothing compiled from text", async () => {
    const { page, problems } = await open(showHtml(figure) + setup + showHtml(figure) + playground, {}, policy + deaf);
    await live(page, 2);
    await page.waitForSelector(".nc-panel svg");
    expect(await page.locator("img:visible").count()).toBe(0);
    expect(await page.locator(".nullcline-hint:visible").count()).toBe(0);
    const drawn = await trace(page);
    expect(Math.max(...drawn)).toBeCloseTo(
      Math.max(...simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 }).states.V),
      1,
    );
    expect(problems).toEqual([]);
  });

  test("running setup() again changes nothing, and the page keeps its own Plotly, define and require", async () => {
    const own = `<script>window.Plotly = "mine"; window.define = Object.assign(() => { throw new Error("taken for a module"); }, { amd: {} }); window.require = "theirs";</script>`;
    const { page, problems } = await open(own + setup + setup + showHtml(figure));
    await live(page);
    expect(
      await page.evaluate(
        () =>
          [window as unknown as Record<string, unknown>].map((w) => [w["Plotly"], typeof w["define"], w["require"]])[0],
      ),
    ).toEqual(["mine", "function", "theirs"]);
    expect(await page.locator(".js-plotly-plot").count()).toBe(1);
    expect(
      await page.evaluate(
        async () => (await (window as unknown as { nullcline: Promise<{ version: string }> }).nullcline).version,
      ),
    ).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{16}$/);
    expect(problems).toEqual([]);
  });

  test("it fits a window of 400 px, and no serious fault is found by axe; on paper it is the picture; it follows JupyterLab's theme, also when that changes", async () => {
    const { page } = await open(
      `${setup}<style>:root{--jp-layout-color0:#ffffff} [data-jp-theme-light="false"]{--jp-layout-color0:#111111}</style>${showHtml(figure)}`,
      { viewport: { width: 400, height: 800 } },
    );
    await live(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    expect(await faults(page, axe)).toEqual([]);

    await page.emulateMedia({ media: "print" });
    expect(await page.locator("img").isVisible()).toBe(true);
    expect(await page.locator(".js-plotly-plot").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });

    const colours = (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const { data, layout } = document.querySelector(".js-plotly-plot") as unknown as {
          data: { line: { color: string } }[];
          layout: { paper_bgcolor: string };
        };
        return [data[0].line.color, layout.paper_bgcolor];
      });
    expect(await colours()).toEqual(["#0072b2", "#ffffff"]);
    await page.evaluate(() => {
      document.body.dataset["jpThemeLight"] = "false";
    });
    await page.waitForFunction(
      () =>
        (document.querySelector(".js-plotly-plot") as unknown as { layout: { paper_bgcolor: string } }).layout
          .paper_bgcolor === "#111111",
    );
    expect(await colours()).toEqual([dark.blue, "#111111"]);
  });

  test("its title stays above the legend, however many rows that takes, also in a window made narrower", async () => {
    const run = simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 });
    const named = ["the first of four long names", "the second of them", "the third of them", "the fourth of them"];
    const runs = Object.fromEntries(named.map((name) => [name, run]));
    const compared = plot.trace(runs, { title: "Four runs of one neuron" });
    const { page } = await open(setup + showHtml(compared), { viewport: { width: 390, height: 800 } });
    await live(page);
    const gap = (): Promise<number> =>
      page.evaluate(() => {
        const box = (selector: string): DOMRect | undefined =>
          document.querySelector(selector)?.getBoundingClientRect();
        return (box(".legend")?.top ?? Number.NaN) - (box(".gtitle")?.bottom ?? Number.NaN);
      });
    await expect.poll(gap).toBeGreaterThanOrEqual(0);
    await page.setViewportSize({ width: 1000, height: 800 });
    await expect.poll(gap).toBeGreaterThanOrEqual(0);
    await page.setViewportSize({ width: 360, height: 800 });
    await expect.poll(gap).toBeGreaterThanOrEqual(0);
  });

  test("on a phone the buttons above its legend come with a touch of the figure, and go with one beside it", async () => {
    const run = simulate(hodgkinHuxley.with({ I: 10 }), { duration: 50 });
    const html = `<h1>Two runs</h1>${setup}${showHtml(plot.trace({ one: run, other: run }))}`;
    const { page } = await open(html, { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
    await live(page);
    const shown = (): Promise<string> =>
      page
        .locator(".modebar")
        .evaluate((bar) => `${getComputedStyle(bar).opacity} ${getComputedStyle(bar).pointerEvents}`);
    expect(await shown()).toBe("0 none");
    await page.locator(".nsewdrag").first().tap();
    await expect.poll(shown).toMatch(/^1 (?!none)/);
    await page.locator("h1").tap();
    await expect.poll(shown).toBe("0 none");
  });

  test("equations are set by the browser where no MathJax is, and left to MathJax where it is", async () => {
    const { page: alone } = await open(equationsHtml(hodgkinHuxley.tex));
    await alone.waitForSelector("math mfrac");
    expect(await alone.locator(".nullcline-equations").innerText()).not.toContain("\\frac");
    const { page: withMathJax } = await open(
      equationsHtml(hodgkinHuxley.tex),
      {},
      `${policy}<script>window.MathJax = { startup: {} };</script>`,
    );
    expect(await withMathJax.locator(".nullcline-equations").innerText()).toContain("\\frac{dV}{dt} &= I");
  });

  test("an equation comes with its font: an index stands below the line, also where no mathematical font is", async () => {
    const { page, problems } = await open(setup + equationsHtml(hodgkinHuxley.tex), {}, policy);
    await page.waitForFunction(() =>
      [...document.fonts].some((face) => face.family.includes("nullcline math") && face.status === "loaded"),
    );
    const drops = await page.locator("math msub").evaluateAll((subs) =>
      subs.map((sub) => {
        const [base, index] = [...sub.children].map((part) => part.getBoundingClientRect());
        return (index.top + index.bottom - base.top - base.bottom) / 2 / base.height;
      }),
    );
    expect(drops.length).toBeGreaterThan(30);
    expect(Math.min(...drops)).toBeGreaterThan(0.15);
    expect(problems).toEqual([]);
  });
});
