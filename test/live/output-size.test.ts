import { describe, expect, test } from "vitest";
import { explorer } from "../../src/live/cell/explore.js";
import { catalogue } from "../../src/models/catalogue.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { stored } from "./stored.js";

const limit = 60_000;

// Those of scenes are measured where they are made: `scenes.test.ts`.
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
});
