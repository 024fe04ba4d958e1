import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Model } from "../../src/model/model.js";
import { explorer, payloadOf } from "../../src/live/explore.js";
import { patternsOf } from "../../src/live/patterns.js";
import { plainSetting, run } from "../../src/live/settings.js";
import { inWords } from "../../src/live/words.js";
import { catalogue } from "../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { random } from "../../src/solve/random.js";
import { noBrowser } from "./browser.js";
import { faults, pages, policy, type Pages } from "./pages.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const html = (...models: readonly Model[]): string => explorer(models, {}).html;

describe.skipIf(noBrowser())("an explorer in a page from a file", () => {
  let site: Pages;
  beforeAll(async () => { site = await pages(); });
  afterAll(() => site?.close());

  async function open(body: string, options: BrowserContextOptions = {}, head = policy): ReturnType<Pages["open"]> {
    const opened = await site.open(site.setup + body, options, head);
    await opened.page.waitForFunction(() => [...document.querySelectorAll("nullcline-live")].every((output) => output.querySelector(".nc-panel svg") !== null && output.querySelector(".nc-words")!.textContent !== ""));
    return opened;
  }
  const words = (page: Page, k = 0): Promise<string> => page.locator(".nc-words").nth(k).innerText();
  const says = (page: Page, beginning: string, k = 0): Promise<unknown> => page.waitForFunction(([text, i]) => document.querySelectorAll(".nc-words")[i as number]!.textContent!.startsWith(text as string), [beginning, k] as const);
  const slide = (page: Page, name: string, value: number, k = 0): Promise<void> => page.locator(".nc-explorer").nth(k).getByRole("slider", { name, exact: true }).evaluate((input: HTMLInputElement, next) => {
    input.value = String(next);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);

  test("a slider runs the model, the same in the browser as in Node to the last spike, and nothing is compiled from text", async () => {
    const { page, problems } = await open(html(hodgkinHuxley));
    for (const I of [0, 4, 6, 8, 12, 40, 120, -10]) {
      await slide(page, "I", I);
      await says(page, `${inWords(run(hodgkinHuxley.with({ I }), plainSetting(100)))}.`);
    }
    expect(problems).toEqual([]);
  });

  test("every slider of every model goes to both its ends, and to 20 random settings of all, without an error or a point that is no number", async () => {
    const models = Object.values(catalogue);
    const { page, problems } = await open(html(...models), {}, ""); // without a policy, so that the runs are fast
    const labels = payloadOf(models, {}).models.map(({ label }) => label);
    const { uniform } = random(8);
    const random20 = Array.from({ length: 20 }, () => Array.from({ length: 40 }, uniform));
    for (const label of labels) {
      await page.getByLabel("model", { exact: true }).selectOption(label);
      const found = await page.evaluate(async (draws) => {
        const bad: string[] = [];
        const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
        const sliders = [...document.querySelectorAll<HTMLInputElement>(".nc-settings input[type=range]")];
        const set = (input: HTMLInputElement, part: number): void => {
          input.value = String(Number(input.min) + part * (Number(input.max) - Number(input.min)));
          input.dispatchEvent(new Event("input", { bubbles: true }));
        };
        const look = async (what: string): Promise<void> => {
          await frame();
          const drawn = [...document.querySelectorAll(".nc-panel")].map((panel) => panel.innerHTML).join();
          if (/NaN|Infinity|undefined/.test(drawn)) bad.push(`${what}: a point that is no number`);
        };
        for (const input of sliders) {
          const name = document.querySelector(`label[for="${input.id}"]`)!.textContent!;
          const opened = Number(input.value);
          if (!(Number(input.min) < Number(input.max) && Number(input.min) <= opened && opened <= Number(input.max))) bad.push(`${name}: ${input.min} to ${input.max}, opens at ${opened}`);
          for (const part of [0, 1]) {
            set(input, part);
            await look(`${name} at ${input.value}`);
          }
          set(input, (opened - Number(input.min)) / (Number(input.max) - Number(input.min)));
        }
        for (const draw of draws) {
          sliders.forEach((input, k) => set(input, draw[k % draw.length]!));
          await look("a random setting");
        }
        return bad;
      }, random20);
      expect(found, label).toEqual([]);
    }
    expect(problems).toEqual([]);
  }, 60_000);

  test("all of it can be done by keyboard: arrows, a typed value, reset, a preset, a time course, a view", async () => {
    const { page, problems } = await open(html(hodgkinHuxley));
    const current = page.getByRole("slider", { name: "I", exact: true });
    await current.focus();
    for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
    expect(Number(await current.inputValue())).toBeGreaterThan(10);
    await page.keyboard.press("Tab");
    expect(await page.getByRole("spinbutton", { name: "I in µA/cm²" }).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("0");
    await says(page, "no spike");
    expect(await page.locator(".nc-changed").count()).toBe(1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await says(page, "5 spikes");
    expect(await page.locator(".nc-changed").count()).toBe(0);
    await page.getByLabel("current", { exact: true }).focus();
    await page.keyboard.type("con");
    await says(page, "7 spikes");
    await page.getByLabel("preset").selectOption("1952");
    await page.waitForFunction(() => /at 5\.\d+ mV/.test(document.querySelector(".nc-words")!.textContent!));
    await page.getByRole("button", { name: "f-I curve" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".nc-views svg");
    expect(problems).toEqual([]);
  });

  test("a click in the phase plane begins a run there; hovering over a slider lights its symbol in the equations", async () => {
    const { page, problems } = await open(html(persistentSodiumPotassium));
    await page.locator(".nc-tap > svg").click({ position: { x: 250, y: 200 } });
    await page.getByText("initial state").click();
    await page.waitForFunction(() => document.querySelectorAll(".nc-more .nc-changed").length === 2);
    await page.getByRole("button", { name: "start at rest" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".nc-more .nc-changed").length === 0);
    await page.getByRole("slider", { name: "gNa" }).hover();
    await page.waitForFunction(() => document.querySelector(".nc-lit")?.textContent === "gNa");
    expect(problems).toEqual([]);
  });

  test("cycles, f-I curve and bifurcation diagram come from a worker, or from the page where its policy forbids workers", async () => {
    for (const head of [policy, policy.replace("worker-src blob:", "")]) {
      const { page, problems } = await open(html(persistentSodiumPotassium), {}, head);
      for (const name of ["f-I curve", "bifurcation diagram"]) await page.getByRole("button", { name }).click();
      await page.waitForFunction(() => [...document.querySelectorAll(".nc-views [role=img]")].map((panel) => panel.getAttribute("aria-label")).join().match(/stable limit cycle.*Firing rate.*saddle-node on invariant circle at I = 4\.51/) !== null);
      expect(problems.filter((problem) => !/worker/i.test(problem))).toEqual([]);
    }
  }, 30_000);

  test("a run that goes on scrolls, stops at pause, and goes by steps; a trace that is kept stays", async () => {
    const { page, problems } = await open(html(leakyIntegrateAndFire));
    await page.getByRole("button", { name: "keep this trace" }).click();
    await slide(page, "I", 500);
    await page.waitForFunction(() => /kept/.test(document.querySelector(".nc-panel")!.textContent!));
    await page.getByRole("button", { name: "keep this trace" }).click();
    const picture = (): Promise<string> => page.locator(".nc-panel").first().innerHTML();
    await page.getByRole("button", { name: "run on" }).click();
    const first = await picture();
    await page.waitForFunction((before) => document.querySelector(".nc-panel")!.innerHTML !== before, first);
    await page.getByRole("button", { name: "pause" }).click();
    const still = await picture();
    await page.waitForTimeout(120);
    expect(await picture()).toBe(still);
    await page.getByRole("button", { name: "step" }).click();
    expect(await picture()).not.toBe(still);
    await page.getByRole("button", { name: "fixed window" }).click();
    await says(page, inWords(run(leakyIntegrateAndFire.with({ I: 500 }), plainSetting(200))));
    expect(problems).toEqual([]);
  });

  test("each firing pattern of Izhikevich's figure is a setting of its own, and none goes back", async () => {
    const patterns = patternsOf(izhikevich);
    expect(patterns.length).toBe(17); // G, L and R have other equations
    const { page, problems } = await open(html(izhikevich));
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

  test("a current that is drawn by dragging makes the neuron fire", async () => {
    const { page, problems } = await open(html(leakyIntegrateAndFire));
    await page.getByLabel("current", { exact: true }).selectOption("drawn by hand");
    await says(page, "no spike");
    const panel = (await page.locator(".nc-panel").first().boundingBox())!;
    const across = (part: number): number => panel.x + 64 + part * (panel.width - 90);
    const up = panel.y + panel.height - 110; // near the top of the panel of the current
    await page.mouse.move(across(0.2), up);
    await page.mouse.down();
    await page.mouse.move(across(0.9), up, { steps: 6 });
    await page.mouse.up();
    await page.waitForFunction(() => /^\d+ spikes/.test(document.querySelector(".nc-words")!.textContent!));
    expect(problems).toEqual([]);
  });

  test("the code it gives opens the same setting", async () => {
    const { page } = await open(html(hodgkinHuxley));
    await slide(page, "gK", 30);
    await page.getByText("as code").click();
    expect(await page.locator(".nc-code").inputValue()).toBe("explore(hodgkinHuxley.with({ gK: 30 }), { duration: 100, stimulus: step(10, 10, 80) });");
  });

  test("two explorers do not disturb each other, and a menu changes the model of one", async () => {
    const { page, problems } = await open(html(hodgkinHuxley) + html(leakyIntegrateAndFire, izhikevich));
    const before = await words(page, 1);
    const second = page.locator(".nc-explorer").nth(1);
    await slide(page, "I", 20);
    await says(page, inWords(run(hodgkinHuxley.with({ I: 20 }), plainSetting(100))));
    expect(await words(page, 1)).toBe(before);
    await second.scrollIntoViewIfNeeded();
    await second.getByLabel("model", { exact: true }).selectOption(izhikevich.name);
    await slide(page, "I", 15, 1);
    await says(page, inWords(run(izhikevich.with({ I: 15 }), plainSetting(payloadOf([izhikevich], {}).models[0]!.opening.duration))), 1);
    await says(page, inWords(run(hodgkinHuxley.with({ I: 20 }), plainSetting(100))));
    expect(problems).toEqual([]);
  });

  test("an output that leaves the page frees what it had; one that comes back is as it was left", async () => {
    const { page, problems } = await open(html(hodgkinHuxley));
    await slide(page, "I", 20);
    await says(page, "6 spikes");
    const said = await words(page);
    await page.evaluate(async () => {
      const output = document.querySelector("nullcline-live")!;
      (window as unknown as { kept: Element }).kept = output;
      output.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await page.evaluate(() => (window as unknown as { kept: Element }).kept.querySelector(".nullcline-host"))).toBeNull();
    await page.evaluate(() => document.querySelector("main")!.append((window as unknown as { kept: Element }).kept));
    await says(page, said);
    expect(await page.getByRole("slider", { name: "I", exact: true }).inputValue()).toBe("20");
    expect(problems).toEqual([]);
  });

  test("a hundred re-runs of a cell leave no listener, element or worker behind", async () => {
    const { page } = await open(html(persistentSodiumPotassium));
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable");
    const measure = async (): Promise<Record<string, number>> => {
      await client.send("HeapProfiler.collectGarbage");
      const { metrics } = await client.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    const rerun = (times: number): Promise<void> => page.evaluate(async (n) => {
      const copy = document.querySelector("nullcline-live")!.cloneNode(true) as Element;
      copy.querySelector(".nullcline-host")?.remove();
      copy.classList.remove("nullcline-on");
      for (let k = 0; k < n; k++) {
        document.querySelector("nullcline-live")!.replaceWith(copy.cloneNode(true));
        while (document.querySelector(".nc-panel svg") === null) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }, times);
    await rerun(10);
    const before = await measure();
    await rerun(100);
    const after = await measure();
    expect(after["JSEventListeners"]).toBeLessThan(before["JSEventListeners"]! * 1.2 + 20);
    expect(after["Nodes"]).toBeLessThan(before["Nodes"]! * 1.2);
    expect(after["JSHeapUsedSize"]).toBeLessThan(before["JSHeapUsedSize"]! + 6e6);
    expect(page.workers().length).toBeLessThanOrEqual(1);
  }, 30_000);

  test("it fits a window of 400 px, and axe finds no serious fault, light or dark", async () => {
    for (const colours of ["", "<style>body { background: #111; color: #eee }</style>"]) {
      const { page } = await open(colours + html(persistentSodiumPotassium, hodgkinHuxley), { viewport: { width: 400, height: 800 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      await page.getByText("more parameters").click();
      await page.getByText("initial state").click();
      expect(await faults(page, axe)).toEqual([]);
    }
  });
});
