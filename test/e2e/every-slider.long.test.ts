import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { deaf } from "./explorer-page.js";
import { moveEverySlider } from "./every-slider.js";
import { pages } from "./pages.js";

describe.skipIf(noBrowser())("an explorer in a page from a file", () => {
  test("every slider of every model goes to an end, and all to a random setting, without an error or a point that is no number", async () => {
    // What a worker computes comes after the frames that are looked at; `explorer.long.test.ts` has it, both ends,
    // and 40 settings.
    const site = await pages();
    const { found, problems } = await moveEverySlider(site, { ends: 1, settings: 1 }, deaf);
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
    await site.close();
  });
});
