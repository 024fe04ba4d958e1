import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { moveEverySlider } from "./every-slider.js";
import { pages } from "./pages.js";

describe.skipIf(noBrowser())("an explorer in a page from a file", () => {
  test("every slider of every model goes to both its ends, and to 40 random settings of all, while a worker computes", async () => {
    const site = await pages();
    const { found, problems } = await moveEverySlider(site, { ends: 2, settings: 40 }, "");
    expect(found).toEqual([]);
    expect(problems).toEqual([]);
    await site.close();
  });
});
