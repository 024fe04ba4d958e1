import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { payloadOf } from "../../src/live/cell/explore.js";
import { patternsOf } from "../../src/live/cell/patterns.js";
import { plainSetting, run } from "../../src/live/explorer/runs/setting.js";
import { inWords } from "../../src/live/explorer/figures/words.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { noBrowser } from "./browser.js";
import { html, open, says, slide, words } from "./explorer-page.js";
import { pages, type Opened, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("an explorer in a page from a file", () => {
  let site: Pages;
  /** For two tests, each of which sets what it looks at. */
  let squid: Opened;
  beforeAll(async () => {
    site = await pages();
    squid = await open(site, html(hodgkinHuxley));
  });
  afterAll(() => site?.close());

  test("a slider runs the model, the same in the browser as in Node to the last spike, and nothing is compiled from text", async () => {
    const { page, problems } = squid;
    for (const I of [0, 4, 6, 8, 12, 40, 120, -10]) {
      await slide(page, "I", I);
      await says(page, `${inWords(run(hodgkinHuxley.with({ I }), plainSetting(100)))}.`);
    }
    expect(problems).toEqual([]);
  });

  test("each firing pattern of Izhikevich's figure is a setting of its own, and none goes back", async () => {
    const patterns = patternsOf(izhikevich);
    expect(patterns.length).toBe(17); // G, L and R have other equations
    const { page, problems } = await open(site, html(izhikevich));
    const before = await words(page);
    for (const { name, parameters, start, stimulus, duration } of patterns) {
      await page.getByLabel("pattern", { exact: true }).selectOption(name);
      const trajectory = run(izhikevich.with(parameters), { ...plainSetting(duration, stimulus), start });
      expect(trajectory.spikes.length, name).toBeGreaterThan(0);
      await says(page, `${inWords(trajectory)}.`);
    }
    await page.getByLabel("pattern", { exact: true }).selectOption("none");
    await says(page, before);
    expect(problems).toEqual([]);
  });

  test("two explorers do not disturb each other, and a menu changes the model of one", async () => {
    const { page, problems } = await open(site, html(hodgkinHuxley) + html(leakyIntegrateAndFire, izhikevich));
    const before = await words(page, 1);
    const second = page.locator(".nc-explorer").nth(1);
    await slide(page, "I", 20);
    await says(page, inWords(run(hodgkinHuxley.with({ I: 20 }), plainSetting(100))));
    expect(await words(page, 1)).toBe(before);
    await second.scrollIntoViewIfNeeded();
    await second.getByLabel("model", { exact: true }).selectOption(izhikevich.name);
    await slide(page, "I", 15, 1);
    await says(
      page,
      inWords(run(izhikevich.with({ I: 15 }), plainSetting(payloadOf([izhikevich], {}).models[0].opening.duration))),
      1,
    );
    await says(page, inWords(run(hodgkinHuxley.with({ I: 20 }), plainSetting(100))));
    expect(problems).toEqual([]);
  });

  test("an output that leaves the page frees what it had; one that comes back is as it was left", async () => {
    const { page, problems } = squid;
    await slide(page, "I", 20);
    await says(page, "6 spikes");
    const said = await words(page);
    await page.evaluate(async () => {
      const [output] = document.querySelectorAll("nullcline-live");
      (window as unknown as { kept: Element }).kept = output;
      output.remove();
      while (output.querySelector(".nullcline-host") !== null) await new Promise(requestAnimationFrame);
    });
    expect(
      await page.evaluate(() => (window as unknown as { kept: Element }).kept.querySelector(".nullcline-host")),
    ).toBeNull();
    await page.evaluate(() => document.querySelector("main")?.append((window as unknown as { kept: Element }).kept));
    await says(page, said);
    expect(await page.getByRole("slider", { name: "I", exact: true }).inputValue()).toBe("20");
    expect(problems).toEqual([]);
  });
});
