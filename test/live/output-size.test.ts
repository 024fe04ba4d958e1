import { describe, expect, test } from "vitest";
import { explorer } from "../../src/live/cell/explore.js";
import { sceneOutput } from "../../src/live/scenes/scene-output.js";
import { catalogue } from "../../src/models/catalogue.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { sceneFiles } from "./scene-files.js";

/** Bytes as a notebook stores them: an output is a string of JSON. */
const stored = (html: string): number => Buffer.byteLength(JSON.stringify(html));
const limit = 60_000;

describe("an output beside the shared library stays under 60 kB", () => {
  test.each(Object.entries(catalogue))("the explorer of %s", (_, model) => {
    expect(stored(explorer([model], {}).html)).toBeLessThan(limit);
  });

  test("one explorer of the four presets of a model, which share their equations: little more than that of one", () => {
    const { presets } = persistentSodiumPotassium;
    const all = stored(
      explorer(
        Object.keys(presets).map((name) => persistentSodiumPotassium.preset(name)),
        {},
      ).html,
    );
    expect(all).toBeLessThan(limit);
    expect(all - stored(explorer([persistentSodiumPotassium], {}).html)).toBeLessThan(1000);
  });

  test("one explorer of all models of the catalogue", () => {
    expect(stored(explorer(Object.values(catalogue), {}).html)).toBeLessThan(limit);
  });

  test.each(Object.entries(sceneFiles))("the scene %s", (_, { scene, prepare }) => {
    expect(stored(sceneOutput(scene, prepare()).html)).toBeLessThan(limit);
  });
});
