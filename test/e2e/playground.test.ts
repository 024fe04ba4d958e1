import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainSetting, run } from "../../src/live/explorer/runs/setting.js";
import { inWords } from "../../src/live/explorer/figures/words.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { noBrowser } from "./browser.js";
import { axe, deaf, playground, settled } from "./explorer-page.js";
import { faults, pages, policy, type Pages } from "./pages.js";

describe.skipIf(noBrowser())(
  "a playground in a page from a file, without network and without text compiled to code",
  () => {
    let site: Pages;
    beforeAll(async () => {
      site = await pages();
    });
    afterAll(() => site?.close());

    const alive = async (page: Page): Promise<void> => {
      await page.waitForFunction(
        () =>
          document.querySelector(".nc-panel svg") !== null &&
          (document.querySelector(".nc-words")?.textContent ?? "") !== "",
      );
      await settled(page);
    };
    const choose = async (page: Page, label: string): Promise<void> => {
      await page.getByLabel("model", { exact: true }).selectOption(label);
      await alive(page);
    };
    const says = (page: Page, beginning: string): Promise<unknown> =>
      page.waitForFunction((text) => document.querySelector(".nc-words")?.textContent.startsWith(text), beginning);

    test("every choice of its menu comes alive, one at a time; axe finds no serious fault, and it fits a window of 400 px", async () => {
      const { page, problems } = await site.open(site.setup + playground(), {}, policy + deaf);
      await alive(page);
      const labels = await page.getByLabel("model", { exact: true }).locator("option").allInnerTexts();
      for (const label of labels) {
        await choose(page, label);
        expect(await page.locator(".nc-explorer, .nc-scene").count(), label).toBe(1);
        expect(await page.locator(".nc-words").innerText(), label).not.toMatch(/undefined|NaN/);
      }
      expect(labels).toHaveLength(22);
      await choose(page, labels[0]);
      await page.setViewportSize({ width: 400, height: 800 });
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      expect(await faults(page, axe)).toEqual([]);
      expect(problems).toEqual([]);
    });

    test("a Poisson neuron takes the explorer's place and gives it back as it was, also when the output left the page; its own controls stay too", async () => {
      const { page, problems } = await site.open(playground() + site.setup, {}, policy + deaf);
      await alive(page);
      const slide = (name: string, value: string): Promise<void> =>
        page.getByRole("slider", { name, exact: true }).fill(value);
      await slide("I", "20");
      const said = inWords(run(hodgkinHuxley.with({ I: 20 }), plainSetting(100)));
      await says(page, said);
      await choose(page, "Poisson neuron");
      expect(await page.locator(".nc-explorer").count()).toBe(0);
      const first = page.getByRole("slider").first();
      await first.focus();
      for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
      await settled(page);
      const [set, words] = [await first.inputValue(), await page.locator(".nc-words").innerText()];
      await choose(page, "Hodgkin-Huxley");
      await says(page, said);
      await choose(page, "Poisson neuron");
      expect(await page.getByRole("slider").first().inputValue()).toBe(set);
      await says(page, words);
      await page.evaluate(async () => {
        const [output] = document.querySelectorAll("nullcline-live");
        const parent = output.parentElement;
        output.remove();
        while (output.querySelector(".nullcline-host") !== null) await new Promise(requestAnimationFrame);
        parent?.append(output);
      });
      await says(page, words);
      expect(await page.getByLabel("model", { exact: true }).inputValue()).toBe("Poisson neuron");
      expect(problems).toEqual([]);
    });
  },
);
