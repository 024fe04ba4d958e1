// What the course promises of a browser, in those that are not Chromium: no error, and the bits that Node computes.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { payloadOf } from "../../src/live/cell/explore.js";
import { compute } from "../../src/live/explorer/state/compute.js";
import { initialState } from "../../src/live/explorer/state/state.js";
import { csv } from "../../src/live/explorer/views/files.js";
import { sceneOutput } from "../../src/live/cell/scene-output.js";
import { catalogue } from "../../src/models/catalogue.js";
import { izhikevichPatterns } from "../../src/models/izhikevich-2004.js";
import { definitionOf, example } from "../../src/live/own/draft.js";
import { playgroundOutput } from "../../src/live/playground.js";
import { defineModel } from "../../src/model/text/define.js";
import type { Model } from "../../src/model/model.js";
import { sceneFiles, sceneNames } from "../live/scene-files.js";
import { until } from "../patience.js";
import { allDrawn, playground, threeFrames } from "./explorer-page.js";
import { isMissing, note, noted, otherBrowsers, type Tab } from "./other-browsers.js";
import { pageText, policy } from "./pages.js";
import { chooseModel, savedNumbers } from "./saved-numbers.js";

/** Every model of the playground once, by its name there. */
const models = new Map<string, Model>(
  [...izhikevichPatterns.map(({ model }) => model), ...Object.values(catalogue)].map((model) => [model.name, model]),
);

/** The numbers that Node computes for a model as it opens. */
function numbersInNode(model: Model): string {
  const change = compute(initialState(payloadOf([model], {})), 0);
  if (change?.kind !== "run made") throw new Error(`${model.name} has no run: ${change?.kind}`);
  return csv(change.snapshot.recording);
}

/** In the page: brings all of it into view, as out of view nothing is drawn. */
async function goThrough(): Promise<void> {
  for (const live of document.querySelectorAll("nullcline-live")) {
    live.scrollIntoView();
    for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame);
  }
}

/** The first line in which two texts differ; empty if none does. */
function difference(here: string, there: string): string {
  if (here === there) return "";
  const [ours, theirs] = [here.split("\n"), there.split("\n")];
  const line = ours.findIndex((text, k) => text !== theirs[k]);
  return `line ${line + 1}: Node has ${ours[line]}, the browser ${theirs[line]}`;
}

for (const browser of otherBrowsers)
  describe.skipIf(isMissing(browser))(browser.name, () => {
    const folder = mkdtempSync(join(tmpdir(), "nullcline-other-"));
    let tab: Tab;
    beforeAll(async () => {
      tab = await browser.start();
    });
    afterAll(async () => {
      await tab?.end();
      rmSync(folder, { recursive: true });
    });

    const open = async (body: string, setup: string = inject("setup")): Promise<void> => {
      const file = join(folder, "page.html");
      writeFileSync(file, pageText(setup + body, note + policy));
      await tab.go(pathToFileURL(file).href);
      await until(async () => {
        await tab.ask(goThrough, null);
        return tab.ask(allDrawn, null);
      });
    };

    test("saves the numbers of every model of the playground as Node computes them", async () => {
      await open(playground());
      const offered = await tab.ask(() => [...document.querySelectorAll("option")].map(({ label }) => label), null);
      expect(offered).toEqual(expect.arrayContaining([...models.keys()]));
      for (const [name, model] of models) {
        await tab.ask(chooseModel, name);
        await until(() => tab.ask(allDrawn, null));
        await tab.ask(threeFrames, null);
        const there = await tab.ask(savedNumbers, null);
        expect(there.split("\n").length, name).toBeGreaterThan(50);
        expect(difference(numbersInNode(model), there), name).toBe("");
      }
      expect(await tab.ask(noted, null)).toEqual([]);
    });

    test("saves the numbers of equations that are typed in the page as Node computes them", async () => {
      await open(playgroundOutput("", true).html, inject("setupWithEquations"));
      await tab.ask(chooseModel, "your own equations");
      await until(() =>
        tab.ask(
          () =>
            document.querySelector(".nc-typing[aria-busy=false]") !== null &&
            (document.querySelector(".nc-words")?.textContent ?? "") !== "",
          null,
        ),
      );
      await tab.ask(threeFrames, null);
      const own: Model = defineModel(definitionOf(example));
      expect(difference(numbersInNode(own), await tab.ask(savedNumbers, null))).toBe("");
    });

    test("opens every scene, which says what it says in Node", async () => {
      const outputs = sceneNames.map((name) => sceneOutput(sceneFiles[name].scene, sceneFiles[name].prepare(), ""));
      await open(outputs.map(({ html }) => html).join(""));
      const words = (): string[] =>
        [...document.querySelectorAll(".nc-words")].map(({ textContent }) => textContent ?? "");
      expect(await tab.ask(words, null)).toEqual(outputs.map((output) => output.words));
      expect(await tab.ask(noted, null)).toEqual([]);
    });
  });
