import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { noBrowser } from "./browser.js";
import { html, open, slide } from "./explorer-page.js";
import { pages, type Pages } from "./pages.js";

describe.skipIf(noBrowser())("the state of an explorer, taken along", () => {
  let site: Pages;
  beforeAll(async () => { site = await pages(); });
  afterAll(() => site?.close());

  test("the code it gives opens the same setting", async () => {
    const { page } = await open(site, html(hodgkinHuxley));
    await slide(page, "gK", 30);
    await page.getByText("as code").click();
    expect(await page.locator(".nc-code").inputValue()).toBe("explore(hodgkinHuxley.with({ gK: 30 }), { duration: 100, stimulus: step(10, 10, 80) });");
  });
});
