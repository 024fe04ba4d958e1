import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dark, light } from "../../src/figure/theme.js";
import { setupHtml } from "../../src/live/cell/setup.js";
import { eachPart } from "../../src/live/parts.js";
import { playgroundHtml } from "../../src/live/playground-page.js";
import { initialValues } from "../../src/live/scenes/scene.js";
import { sceneOutput } from "../../src/live/cell/scene-output.js";
import { matched } from "../matched.js";
import { sceneFiles, sceneNames as names, type SceneName } from "../live/scene-files.js";
import { noBrowser } from "./browser.js";
import { allDrawn, boxOf, deaf } from "./explorer-page.js";
import { faults, pages, policy, type Opened, type Pages } from "./pages.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const output = (name: SceneName): ReturnType<typeof sceneOutput> => {
  const { scene, prepare } = sceneFiles[name];
  return sceneOutput(scene, prepare(), "");
};
const html = (name: SceneName): string => output(name).html;

const none = eachPart(() => "");

describe.skipIf(noBrowser())("the small live figures in a page from a file", () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site?.close());

  async function open(body: string): Promise<Opened> {
    const opened = await site.open(site.setup + body, { viewport: { width: 400, height: 900 } });
    await opened.page.waitForFunction(
      () => document.querySelector("nullcline-live:not(.nullcline-on)") === null, // their code comes by itself
    );
    for (const live of await opened.page.locator("nullcline-live.nullcline-on").all())
      await live.scrollIntoViewIfNeeded(); // out of view nothing is drawn
    await opened.page.waitForFunction(allDrawn);
    return opened;
  }

  test("a point that is dragged through the plane of trace and determinant is another equilibrium", async () => {
    const { page, problems } = await open(html("traceDeterminantPlane"));
    const plane = await boxOf(page.locator(".nc-panel").first());
    const said = (): Promise<string> => page.locator(".nc-words").innerText();
    expect(await said()).toMatch(/^Stable focus/);
    await page.mouse.move(plane.x + 220, plane.y + 100);
    await page.mouse.down();
    await page.mouse.move(plane.x + 230, plane.y + 300, { steps: 5 });
    await page.mouse.up();
    await page.waitForFunction(() => (document.querySelector(".nc-words")?.textContent ?? "").startsWith("Saddle"));
    await page.getByRole("slider", { name: "Δ" }).focus();
    for (let k = 0; k < 12; k++) await page.keyboard.press("PageUp");
    await page.waitForFunction(() => /focus/.test(document.querySelector(".nc-words")?.textContent ?? ""));
    expect(problems).toEqual([]);
  });

  test("its colours follow the page's theme by style alone: what is drawn stays", async () => {
    const { page, problems } = await open(
      `<style>:root{--jp-layout-color0:#fefefe} [data-jp-theme-light="false"]{--jp-layout-color0:#111111}</style>${html("traceDeterminantPlane")}`,
    );
    await page.evaluate(() => {
      (window as unknown as { drawn: Element | null }).drawn = document.querySelector(".nc-panel svg");
    });
    /** Of the paper, a letter and an axis, in the browser's notation. */
    const colours = (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const of = (selector: string): CSSStyleDeclaration => {
          const found = document.querySelector(`.nc-panel svg ${selector}`);
          if (found === null) throw new Error(`no ${selector}`);
          return getComputedStyle(found);
        };
        return [of("rect").fill, of("text").fill, of("g[fill=none] path").stroke];
      });
    const rgb = (hex: string): string => `rgb(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(", ")})`;
    expect(await colours()).toEqual(["#fefefe", light.ink, light.soft].map(rgb));
    await page.evaluate(() => {
      document.body.dataset["jpThemeLight"] = "false";
    });
    await expect.poll(colours).toEqual(["#111111", dark.ink, dark.soft].map(rgb));
    expect(
      await page.evaluate(
        () => document.querySelector(".nc-panel svg") === (window as unknown as { drawn: Element | null }).drawn,
      ),
    ).toBe(true);
    expect(problems).toEqual([]);
  });

  test("all of them say in the browser what they say in Node, fit a window of 400 px, axe finds no serious fault, light or dark; every control is reached by Tab and moved by keys, and what can be dragged is among them", async () => {
    const outputs = names.map(output);
    const style =
      "<style>:root { color-scheme: light dark } body { background: light-dark(#ffffff, #111418); " +
      "color: light-dark(#1b1f24, #e8eaed) }</style>";
    const { page, problems } = await open(style + outputs.map((one) => one.html).join(""));
    expect(await page.locator(".nc-words").allTextContents()).toEqual(outputs.map(({ words }) => words));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    expect(await faults(page, axe)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(() => document.querySelectorAll("nullcline-live.nc-dark").length > 0);
    expect(await faults(page, axe, ["color-contrast"])).toEqual([]);
    for (const [k, name] of names.entries()) {
      const { scene, prepare } = sceneFiles[name];
      const { models, data } = prepare();
      const controls = scene.controls(models, data);
      const values = initialValues(controls);
      const visible = controls.filter(({ when }) => when?.(values) !== false);
      const inputs = page.locator(".nc-scene").nth(k).locator("input[type=range]:visible, select:visible");
      expect(await inputs.count(), name).toBe(visible.length);
      await inputs.first().focus();
      for (const [i, { name: control, options, range }] of visible.entries()) {
        for (let tab = 0; i > 0 && tab < 4; tab++) {
          // over the typed value and the reset of the one before
          await page.keyboard.press("Tab");
          if (await inputs.nth(i).evaluate((element) => element === document.activeElement)) break;
        }
        expect(
          await inputs.nth(i).evaluate((element) => element === document.activeElement),
          `${name}: ${control} has the focus`,
        ).toBe(true);
        const before = await inputs.nth(i).inputValue();
        await page.keyboard.press(
          options !== undefined
            ? values[control] === range[1]
              ? "ArrowUp"
              : "ArrowDown"
            : values[control] === range[1]
              ? "ArrowLeft"
              : "ArrowRight",
        );
        expect(await inputs.nth(i).inputValue(), `${name}: ${control}`).not.toBe(before);
      }
      const point = { axes: "xy", x: 1, y: 1 };
      for (const index of [0, 1, 2])
        for (const key of Object.keys(scene.pick?.(index, point, values, models, data, { point, values }) ?? {}))
          expect(
            controls.map((control) => control.name),
            name,
          ).toContain(key);
    }
    expect(problems).toEqual([]);
  });

  test("what is set in a scene is taken back, made again, and reset by keys; a copied link opens it, one that names what is not there is refused", async () => {
    const { page, problems } = await open(html("traceDeterminantPlane"));
    const said = page.locator(".nc-words");
    const opening = await said.innerText();
    const slider = page.getByRole("slider", { name: "Δ" });
    await slider.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => said.innerText()).not.toBe(opening);
    const moved = await said.innerText();
    const press = async (name: string): Promise<void> => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
    };
    await press("undo");
    await expect.poll(() => said.innerText()).toBe(opening);
    await press("redo");
    await expect.poll(() => said.innerText()).toBe(moved);
    await press("copy link");
    await expect.poll(() => page.locator("[role=status]").innerText()).toMatch(/^The link to this setting is /);
    const address = page.url();
    await press("reset");
    await expect.poll(() => said.innerText()).toBe(opening);
    await page.goto("about:blank");
    await page.goto(address);
    await expect.poll(() => page.locator(".nc-words").textContent()).toBe(moved);
    await page.goto(address.replace(/scene=.*/, "c.none=1"));
    await expect
      .poll(() => page.locator("[role=status]").innerText())
      .toBe('The link was not followed: there is no control "none" here.');
    expect(problems).toEqual([]);
  });

  test("the playground opens from a file, under a policy without network, with every output alive", async () => {
    const [, written] = matched(playgroundHtml("", "", none), /<main>(.*)<\/main>/s);
    const body = written.replace(setupHtml("", "", none), () => site.setup);
    expect(body).not.toBe(written);
    const { page, problems } = await site.open(body, {}, policy + deaf);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("nullcline-live")].every((live) => live.querySelector(".nc-panel svg") !== null),
    );
    expect(await page.getByLabel("model", { exact: true }).locator("option").count()).toBe(23);
    expect(problems).toEqual([]);
  });
});
