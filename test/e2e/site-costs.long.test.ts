// What the site costs a reader who was never there, until the first cell has its result: bytes on the way, as served.
// How long it takes is measured by bench/site.ts.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { firstResult } from "../../bench/visits.js";
import { buildSite } from "../../scripts/site.mjs";
import { patience } from "../patience.js";
import { connect, noBrowser } from "./browser.js";

describe.skipIf(noBrowser())("the first result of a notebook", () => {
  let browser: Browser;
  beforeAll(async () => {
    await buildSite();
    browser = await connect(inject("browser"));
  });
  afterAll(() => browser?.close());

  test("takes at most 4 MB, compressed, and 1.4 MB of them are the kernel", async () => {
    const { weight } = await firstResult(browser, "03-flows-on-a-line.ipynb", patience);
    const { compiler, declarations, runner, front, figures, later } = weight.parts;
    expect(Math.min(compiler, declarations, runner, front, figures, weight.lab)).toBeGreaterThan(0); // all were fetched
    expect(later).toBe(0); // mathjs and Temml, which the first cell does not need
    expect(weight.kernel).toBe(compiler + declarations + runner + front);
    expect(weight.all).toBe(weight.lab + weight.kernel + figures);
    expect(weight.kernel).toBeLessThanOrEqual(1_400_000);
    expect(weight.all).toBeLessThanOrEqual(4_000_000);
  });
});
