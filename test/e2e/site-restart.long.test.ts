// The site in a browser that is ended and started again, as a student's is from one day to the next.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { patience } from "../patience.js";
import { launchProfile, noBrowser } from "./browser.js";
import { command, idle, run } from "./site-cells.js";
import { openSite, type Site } from "./site.js";

const notebook = "03-flows-on-a-line.ipynb";

describe.skipIf(noBrowser())("the site, when the browser was ended", () => {
  const profile = mkdtempSync(join(tmpdir(), "nullcline-profile-"));
  let site: Site;
  let browser: BrowserContext | undefined;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(async () => {
    await browser?.close();
    await site.close();
    rmSync(profile, { recursive: true });
  });
  const start = async (): Promise<BrowserContext> => {
    browser = await launchProfile(profile);
    browser.setDefaultTimeout(patience);
    return browser;
  };

  test("has the notebook as it was saved, and knows what was answered", async () => {
    const before = await site.open(await start(), notebook);
    await idle(before.page);
    await run(before.page, 'import { check } from "nullcline"; check("0.2", (ms: number) => 1000 / ms)');
    await command(before.page, "docmanager:save");
    await browser?.close();
    const after = await site.open(await start(), notebook);
    await idle(after.page);
    const last = await after.page.evaluate(() =>
      Array.from(window.jupyterapp.shell.currentWidget.content.model.cells).at(-1)?.sharedModel.getSource(),
    );
    expect(last).toContain('check("0.2"');
    const known = await run(after.page, 'import { progress } from "nullcline"; progress()');
    expect(known).toMatch(/0\.2\b/);
  });
});
