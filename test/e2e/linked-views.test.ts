import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { state } from "../../src/model/text/definition.js";
import { explorer } from "../../src/live/cell/explore.js";
import type { Model } from "../../src/model/model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { defineModel } from "../../src/model/text/define.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { quadraticIntegrateAndFire } from "../../src/models/quadratic-integrate-and-fire.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { noBrowser } from "./browser.js";
import { analysed, boxOf, html, open as openDrawn } from "./explorer-page.js";
import { pages, policy, type Opened, type Pages } from "./pages.js";

/** It neither rests nor turns back. */
const drift = defineModel({
  name: "drift",
  source: "a test",
  equations: "dV/dt = I",
  states: { V: state(0, "mV", [-100, 100]) },
  parameters: { I: [1, "mV/ms", [1, 2]] },
});

describe.skipIf(noBrowser())("pictures beside the run", () => {
  let site: Pages;
  /** One explorer for what is found once: its f-I curve and its diagram take a worker a second. */
  let shared: Opened;
  beforeAll(async () => {
    site = await pages();
    shared = await open(persistentSodiumPotassium, ["f-I curve", "bifurcation diagram"]);
  });
  afterAll(() => site?.close());

  async function open(
    model: Model,
    views: readonly string[],
    head = policy,
    ...options: readonly [Parameters<typeof explorer>[1]?]
  ): Promise<Opened> {
    const opened = await site.open(site.setup + explorer([model], options[0] ?? {}).html, {}, head);
    for (const view of views) await press(opened.page, view);
    await computed(opened.page);
    return opened;
  }
  const press = (page: Page, view: string): Promise<void> =>
    page.getByRole("button", { name: view, exact: true }).click();
  const computed = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => {
      const notes = [...document.querySelectorAll(".nc-views .nc-about")];
      return (
        notes.length > 0 &&
        notes.every((note) => !note.textContent.includes("being computed")) &&
        (document.querySelector(".nc-words")?.textContent ?? "") !== ""
      );
    });
  /** What is seen in a page once each picture had its turn: a move has as many frames as there are. */
  interface Moved {
    readonly panels: readonly string[];
    readonly words: string;
    /** Below the pictures, in any of the frames. */
    readonly notes: readonly string[];
    /** Most pictures that were dimmed at once. */
    readonly dimmed: number;
  }
  /** Moves a slider, and tells what is seen then. */
  const move = (page: Page, name: string, value: number): Promise<Moved> =>
    page.getByRole("slider", { name, exact: true }).evaluate(async (input: HTMLInputElement, next) => {
      const typed = input.parentElement?.querySelector<HTMLInputElement>("input[type=number]");
      const field = typed && next > Number(input.max) ? typed : input;
      field.value = String(next);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const panels = document.querySelectorAll(".nc-panel");
      const notes = new Set<string>();
      let dimmed = 0;
      for (let frames = 0; frames <= panels.length; frames++) {
        await new Promise(requestAnimationFrame);
        for (const note of document.querySelectorAll(".nc-views .nc-about")) notes.add(note.textContent);
        dimmed = Math.max(dimmed, document.querySelectorAll(".nc-card.nc-stale").length);
      }
      return {
        panels: [...panels].map((panel) => panel.innerHTML),
        words: document.querySelector(".nc-words")?.textContent ?? "",
        notes: [...notes],
        dimmed,
      };
    }, value);
  const dotted = /<path d="M([\d.]+) [\d.]+L\1 [\d.]+"[^>]*stroke-dasharray="3 3"/;
  const marker = (svg: string | undefined): number => Number(dotted.exec(svg ?? "")?.[1]);

  test("cycles, f-I curve and bifurcation diagram come from a worker", async () => {
    const { page, problems } = shared;
    await analysed(page);
    expect(page.workers()).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test("a slider moves the trace, the equilibria in the phase plane and the marks on f-I curve and diagram at once, each in its turn", async () => {
    const { page, problems } = shared;
    const opening = Number(await page.getByRole("slider", { name: "I", exact: true }).inputValue());
    const at = [2, 20, 40, 60];
    const frames: Awaited<ReturnType<typeof move>>[] = [];
    for (const I of at) frames.push(await move(page, "I", I));
    await move(page, "I", opening);
    for (const [k, { panels, notes, words }] of frames.entries()) {
      expect(panels).toHaveLength(4);
      expect(notes.join("")).not.toContain("being computed");
      expect(words).toContain(`At I = ${at[k]}:`);
      for (const before of frames.slice(0, k))
        panels.forEach((panel, j) => expect(panel, `picture ${j} at I = ${at[k]}`).not.toBe(before.panels[j]));
    }
    for (const view of [2, 3]) {
      const x = frames.map(({ panels }) => marker(panels[view]));
      expect((x[2] - x[1]) / (x[1] - x[0])).toBeCloseTo(20 / 18, 1);
      expect((x[3] - x[2]) / (x[2] - x[1])).toBeCloseTo(1, 1);
    }
    expect(problems).toEqual([]);
  });

  test("the diagram goes along any parameter: that one's slider only moves the mark, any other asks for a new diagram, and what was found is remembered", async () => {
    const { page, problems } = shared;
    await press(page, "f-I curve"); // which is another one with each conductance
    const along = page.getByLabel("along", { exact: true });
    expect((await along.locator("option").allInnerTexts()).slice(0, 2)).toEqual(["I", "C"]);
    const diagram = page.locator(".nc-views .nc-panel").last();
    const against = async (name: string): Promise<void> => {
      await along.selectOption(name);
      await page.waitForFunction(
        (asked) =>
          [...document.querySelectorAll(".nc-views .nc-panel:not([hidden])")].some((panel) =>
            (panel.getAttribute("aria-label") ?? "").includes(`against ${asked}`),
          ),
        name,
      );
    };
    await against("gK");
    expect(await diagram.getAttribute("aria-label")).toMatch(/against gK: .*Andronov-Hopf at gK = 5\.6/);
    const [before, moved] = [await move(page, "gK", 5), await move(page, "gK", 15)];
    expect(moved.notes.join("")).not.toContain("being computed");
    expect(marker(moved.panels[2])).toBeGreaterThan(marker(before.panels[2]));
    const other = await move(page, "gNa", 22);
    expect(other.notes.join("")).toContain("The bifurcation diagram along gK is being computed");
    await computed(page);
    expect((await move(page, "gNa", 20)).notes.join("")).not.toContain("being computed");
    await against("I");
    await along.selectOption("gK");
    expect((await move(page, "gK", 10)).notes.join("")).not.toContain("being computed");
    await against("gK");
    expect(problems).toEqual([]);
  });

  test("a population stays, dimmed, while a slider moves, and follows from the worker; its spread goes by keys", async () => {
    const { page, problems } = await open(hodgkinHuxley, ["population"]);
    const card = page.locator(".nc-card", { hasText: "1000 cells" });
    const picture = card.locator(".nc-panel");
    const runs = (what: string): Promise<void> => card.getByText(what).waitFor();
    await runs("from −4 to 4 µA/cm²: 1000 of 1000 fire");
    expect(page.workers()).toHaveLength(1);
    expect(await picture.getAttribute("aria-label")).toMatch(/^Raster of 1000 cells .* spikes each on average/);
    expect(await card.locator("svg path").count()).toBeLessThan(60);
    const drawn = await picture.innerHTML();
    const moved = await move(page, "I", 0);
    expect(moved.notes).toContain("1000 cells are being run …");
    expect(moved.dimmed).toBe(1);
    await runs("from −4 to 4 µA/cm²:");
    expect(await picture.innerHTML()).not.toBe(drawn);
    expect(await page.locator(".nc-card.nc-stale").count()).toBe(0);
    const spread = card.getByRole("slider", { name: "spread", exact: true });
    await spread.focus();
    await spread.press("Home");
    await runs("from 0 to 0 µA/cm²: 0 of 1000 fire");
    await card.getByRole("button", { name: "reset spread to 4" }).click();
    await runs("from −4 to 4 µA/cm²:");
    expect(problems).toEqual([]);
  });

  test("of a parameter along which nothing rests nor repeats itself it says so", async () => {
    const { page, problems } = await open(drift, ["bifurcation diagram"]);
    await page.getByText("There is neither an equilibrium nor a cycle at any I from 1 to 2").waitFor();
    expect(problems).toEqual([]);
  });

  test("of a parameter along which nothing rests, but spikes come again and again, it draws the cycles", async () => {
    const { page, problems } = await open(quadraticIntegrateAndFire.with({ I: 40 }), ["bifurcation diagram"]);
    await page.getByLabel("along", { exact: true }).selectOption("Vreset");
    await page.locator(".nc-views .nc-panel[aria-label*='against Vreset']").waitFor();
    await computed(page);
    expect(problems).toEqual([]);
  });

  test("under a given time course, marks stand at the current that lasts", async () => {
    const { page, problems } = await open(persistentSodiumPotassium.with({ I: 5 }), ["f-I curve"], policy, {
      stimulus: step(20, 10, 90),
      duration: 100,
    });
    const given = marker(await page.locator(".nc-views .nc-panel").last().innerHTML());
    const { page: plain } = shared;
    for (const view of ["bifurcation diagram", "f-I curve"]) await press(plain, view);
    await plain.getByLabel("current", { exact: true }).selectOption("constant");
    const seen = async (): Promise<number> => marker((await move(plain, "I", 25)).panels[2]);
    let own = await seen();
    for (let more = 0; more < 50 && Number.isNaN(own); more++) own = await seen(); // a curve just opened has its turn
    expect(own).toBe(given);
    expect(problems).toEqual([]);
  });

  test("the impedance appears at a current at which the neuron rests, at once; a space of three states is turned", async () => {
    const { page, problems } = await openDrawn(site, html(hodgkinHuxley));
    await press(page, "impedance");
    await page.getByText("At I = 10 nothing is stable to rest at").waitFor();
    const { notes } = await move(page, "I", 0);
    expect(notes.join("")).toContain("Resonance at 66.7 Hz");
    await press(page, "in space"); // and turns by a drag anywhere, and by keys
    const ring = page.getByRole("slider", { name: "turn the space" });
    const panel = page.locator(".nc-card .nc-turns");
    const { x, y, width } = await boxOf(panel);
    await page.mouse.move(x + width / 2, y + 150);
    await page.mouse.down();
    await page.mouse.move(x + 0.6 * width, y + 150);
    await page.mouse.up();
    await expect.poll(() => ring.getAttribute("aria-valuetext")).toMatch(/^turned by -[12]?\d°, seen from 25° above$/);
    const before = await panel.innerHTML();
    await ring.press("Shift+ArrowUp");
    await expect.poll(() => ring.getAttribute("aria-valuetext")).toMatch(/seen from 75° above$/);
    expect(await panel.innerHTML()).not.toBe(before);
    expect(problems).toEqual([]);
  });
});
