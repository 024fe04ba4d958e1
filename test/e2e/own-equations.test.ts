import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { csv } from "../../src/live/explorer/views/files.js";
import { plainSetting, run } from "../../src/live/explorer/runs/setting.js";
import { inWords } from "../../src/live/explorer/figures/words.js";
import { definitionOf, draftOf, example } from "../../src/live/own/draft.js";
import { draftText } from "../../src/live/own/draft-link.js";
import { readingOf } from "../../src/live/own/reading.js";
import { playgroundOutput } from "../../src/live/playground.js";
import { modelFromData } from "../../src/model/model-from-data.js";
import { defineModel } from "../../src/model/text/define.js";
import type { Model } from "../../src/model/model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { connect, noBrowser } from "./browser.js";
import { axe, settled } from "./explorer-page.js";
import { faults, pages, policy, type Opened, type Pages } from "./pages.js";
import { savedNumbers } from "./saved-numbers.js";

const label = "your own equations";
/** As `policy`, but text may become code, as in most pages. */
const usual = policy.replace("'unsafe-inline';", "'unsafe-inline' 'unsafe-eval';");

describe.skipIf(noBrowser())("equations that a reader types in the playground", () => {
  let site: Pages;
  let body = "";
  beforeAll(async () => {
    site = await pages({ browser: connect(inject("browser")), setup: inject("setupWithEquations") });
    body = site.setup + playgroundOutput("", true).html;
  });
  afterAll(() => site?.close());

  /** Waits until what was typed is read. */
  const verdict = async (page: Page, beginning: string): Promise<void> => {
    await page.waitForFunction(
      (text) =>
        document.querySelector(".nc-typing[aria-busy=false]") !== null &&
        document.querySelector(".nc-verdict")?.textContent.startsWith(text),
      beginning,
    );
    await settled(page);
  };
  const says = async (page: Page, words: string): Promise<void> => {
    await page.waitForFunction((text) => document.querySelector(".nc-words")?.textContent === text, words);
    await settled(page);
  };
  const open = async (options: object = {}, head: string = usual, hash: string = ""): Promise<Opened> => {
    const opened = await site.open(body, options, head);
    const { page } = opened;
    if (hash !== "") await page.goto(`${page.url()}${hash}`);
    await page.waitForSelector(".nc-choose select");
    if (hash === "") await page.getByLabel("model", { exact: true }).selectOption(label);
    await page.waitForFunction(
      () => document.querySelector(".nc-typing") !== null && document.querySelector(".nc-words")?.textContent,
    );
    return opened;
  };
  const equations = (page: Page) => page.getByRole("textbox", { name: "equations", exact: true });
  const link = async (page: Page): Promise<string> => {
    await page.getByText("save and share").click();
    await page.getByRole("button", { name: "copy link" }).click();
    return page.evaluate(() => location.hash);
  };
  const modelOf = (draft: typeof example): Model => {
    const reading = readingOf(draft);
    if (reading.kind === "none") throw new Error(reading.message);
    const [{ data }] = reading.payload.systems;
    return modelFromData({ ...data, values: reading.payload.models[0].values });
  };
  const wordsOf = (draft: typeof example): string => {
    const reading = readingOf(draft);
    if (reading.kind === "none") throw new Error(reading.message);
    return inWords(run(modelOf(draft), plainSetting(reading.payload.models[0].opening.duration)));
  };

  test("run as they are typed; an error names the line and is mended by a button; the last that stood stay meanwhile; axe finds no fault, light and dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, problems } = await open({ colorScheme });
      await verdict(page, "These equations stand: 2 states, 4 parameters.");
      const before = await page.locator(".nc-words").innerText();
      await equations(page).fill(example.equations.replace("epsilon", "epsilom"));
      await verdict(page, "Line 3: unknown symbol 'epsilom'. Did you mean 'epsilon'?");
      expect(await page.locator(".nc-words").innerText()).toBe(before);
      expect(await page.getByText("Below are the last equations that stood.").count()).toBe(1);
      expect(await faults(page, axe)).toEqual([]);
      await page.getByRole("button", { name: "go to line 3" }).click();
      expect(await page.evaluate(() => getSelection()?.toString())).toContain("epsilom*(v + a - b*w)");
      await page.getByRole("button", { name: "write epsilon for epsilom" }).click();
      await verdict(page, "These equations stand");
      expect(await equations(page).inputValue()).toBe(example.equations);
      await page.getByLabel("value of a", { exact: true }).fill("0.9");
      const changed = {
        ...example,
        parameters: example.parameters.map((row) => (row.name === "a" ? { ...row, value: "0.9" } : row)),
      };
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>(".nc-rail .nc-number, .nc-at-rail .nc-number")?.value === "0.9",
      );
      await settled(page);
      expect((await page.locator(".nc-words").innerText()).startsWith(wordsOf(changed).split(".")[0])).toBe(true);
      expect(await faults(page, axe)).toEqual([]);
      expect(problems).toEqual([]);
    }
  });

  test("give the bits that they give in Node, with and without leave to compile text", async () => {
    const numbers = csv(run(modelOf(example), plainSetting(200)));
    for (const head of [usual, policy]) {
      const { page, problems } = await open({}, head);
      await verdict(page, "These equations stand");
      expect(await page.evaluate(savedNumbers)).toBe(numbers);
      expect(problems.filter((problem) => !/unsafe-eval/.test(problem))).toEqual([]);
    }
  });

  test("have the f-I curve and the bifurcation diagram of a model, from the worker, with its Andronov-Hopf points", async () => {
    const { page, problems } = await open();
    await verdict(page, "These equations stand");
    for (const name of ["f-I curve", "bifurcation diagram"]) {
      const button = page.getByRole("button", { name, exact: true });
      if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
    }
    await page.waitForFunction(() =>
      [...document.querySelectorAll(".nc-views [role=img]")]
        .map((panel) => panel.getAttribute("aria-label"))
        .join()
        .match(/Firing rate against input.*Andronov-Hopf at I = 0\.33128\d?, 1\.41872/),
    );
    expect(problems).toEqual([]);
  });

  test("are in the link with what was set, and follow the next that is pasted into the page", async () => {
    const { page } = await open();
    await equations(page).fill(example.equations.replace("v^3/3", "v^3/4"));
    await verdict(page, "These equations stand");
    await page.getByRole("slider", { name: "b", exact: true }).fill("0.4");
    await settled(page);
    const words = await page.locator(".nc-words").innerText();
    const hash = await link(page);
    const { page: other, problems } = await open({}, usual, hash);
    await says(other, words);
    expect(await equations(other).inputValue()).toContain("v^3/4");
    expect(await other.getByRole("slider", { name: "b", exact: true }).inputValue()).toBe("0.4");
    const next = { ...example, equations: example.equations.replace("v^3/3", "v^3/5") };
    const way = new URLSearchParams({ nullcline: "0", choice: label, own: draftText(next) });
    await other.evaluate((fragment) => (location.hash = fragment), way.toString());
    await other.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>(".nc-typing textarea")?.value.includes("v^3/5"),
    );
    await verdict(other, "These equations stand");
    expect(problems).toEqual([]);
  });

  test("are there again after a reload, right or wrong, and another choice of the menu keeps them", async () => {
    const { page, problems } = await open();
    await equations(page).fill("dv/dt = q");
    await verdict(page, "State 'w' has no equation");
    await page.reload();
    await page.waitForSelector(".nc-typing");
    expect(await equations(page).inputValue()).toBe("dv/dt = q");
    await page.getByLabel("model", { exact: true }).selectOption("Izhikevich");
    await page.waitForFunction(() => document.querySelector(".nc-typing") === null);
    await page.getByLabel("model", { exact: true }).selectOption(label);
    await page.waitForSelector(".nc-typing");
    expect(await equations(page).inputValue()).toBe("dv/dt = q");
    expect(problems).toEqual([]);
  });

  test("begin with a copy of a model as it was set, and undo gives back what stood there", async () => {
    const { page, problems } = await open();
    await equations(page).fill(`# mine\n${example.equations}`);
    await page.getByLabel("model", { exact: true }).selectOption("Hodgkin-Huxley");
    await page.waitForSelector(".nc-typing", { state: "detached" });
    await page.waitForFunction(() => document.querySelector(".nc-words")?.textContent);
    await page.getByRole("slider", { name: "I", exact: true }).fill("12");
    await page.getByRole("button", { name: "edit these equations" }).click();
    await page.waitForSelector(".nc-typing");
    await verdict(page, "These equations stand: 4 states");
    expect(await page.getByLabel("value of I", { exact: true }).inputValue()).toBe("12");
    const draft = draftOf(hodgkinHuxley.with({ I: 12 }).data);
    expect(await equations(page).inputValue()).toBe(draft.equations);
    const own: Model = defineModel(definitionOf(draft));
    const spikes = inWords(run(own, plainSetting(100)));
    await page.waitForFunction((text) => document.querySelector(".nc-words")?.textContent.startsWith(text), spikes);
    await page.getByRole("button", { name: "copy as TypeScript" }).click();
    expect(await page.getByLabel("TypeScript").inputValue()).toContain('h: state("hInf", "1", [0,1])');
    await page.locator(".nc-typing").getByRole("button", { name: "undo" }).click();
    expect(await equations(page).inputValue()).toContain("# mine");
    expect(problems).toEqual([]);
  });

  test("can be typed and mended by keys alone, and fit a phone of 390 px without a fault", async () => {
    const { page, problems } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await equations(page).focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("x' = y\ny' = mu*(1 - x^2)*y - x");
    await verdict(page, "Line 1: x' is written dx/dt");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await verdict(page, "These equations stand: 2 states, 1 parameter.");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    expect(await page.getByLabel("value of mu").isVisible()).toBe(false);
    await page.getByText("states and parameters").click();
    await page.getByLabel("value of mu").fill("1,5");
    await verdict(page, "Parameter 'mu' must be a finite number, got '1,5'.");
    await page.getByLabel("value of mu").fill("1.5");
    await verdict(page, "These equations stand");
    await page.waitForFunction(() => document.querySelector(".nc-words")?.textContent.includes("x = 0, y = 0"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faults(page, axe)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("of a hostile link stay text, and a damaged link says what is wrong", async () => {
    const evil = "</textarea></script><img src=x onerror=alert(1)><script>alert(1)</script>";
    const drafts = [
      { ...example, name: evil.slice(0, 60), source: evil, equations: `# ${evil}\n${example.equations}` },
      { ...example, equations: `dv/dt = ${evil}` },
      { ...example, threshold: evil, reset: evil, input: evil },
      { ...example, parameters: [{ ...example.parameters[0], name: evil, unit: evil, value: evil }] },
    ];
    const hash = (own: string): string => `#${new URLSearchParams({ nullcline: "0", choice: label, own })}`;
    for (const draft of drafts) {
      const { page, problems } = await site.open(body, {}, usual);
      const dialogs: string[] = [];
      page.on("dialog", (dialog) => dialogs.push(dialog.message()));
      await page.goto(`${page.url()}${hash(draftText(draft))}`);
      await page.waitForFunction(() => document.querySelector(".nc-verdict")?.textContent);
      expect(await page.locator("main img[src=x]").count()).toBe(0);
      expect(await equations(page).inputValue()).toBe(draft.equations);
      expect([...problems, ...dialogs]).toEqual([]);
    }
    const { page } = await site.open(body, {}, usual);
    await page.goto(`${page.url()}${hash('{"name":1}')}`);
    await page.getByText("The link was not followed: its equations have no name.").waitFor();
    await verdict(page, "These equations stand");
  });

  test("never keep the page from moving, whatever was typed: what takes too long is given up in the worker, with a word", async () => {
    const { page, problems } = await open();
    await equations(page).fill(`dv/dt = ${"exp(".repeat(700)}v${")".repeat(700)} [1/ms]`);
    await verdict(page, "These equations are nested too deeply");
    await equations(page).fill("dv/dt = v*1e9 [1/ms]\ndw/dt = v*w*1e9 [1/ms]");
    await verdict(page, "These equations stand");
    await page.evaluate(() => {
      const counted = window as unknown as { frames: number };
      counted.frames = 0;
      const count = (): void => {
        counted.frames++;
        requestAnimationFrame(count);
      };
      count();
    });
    await equations(page).fill("dv/dt = sin(1e6*v) + cos(1e5*w) [1/ms]\ndw/dt = exp(v*w) [1/ms]");
    await verdict(page, "These equations take too long to read here");
    expect(await page.evaluate(() => (window as unknown as { frames: number }).frames)).toBeGreaterThan(20);
    await equations(page).fill(example.equations);
    await verdict(page, "These equations stand");
    expect(problems).toEqual([]);
  });
});
