// The site in Firefox and WebKit: a solved notebook comes to the same as on the desktop. Errors: `site-walk.long.test.ts`.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/course/catalogue.js";
import { notebookTexts, readMasters } from "../../src/course/masters/build.js";
import { predictions } from "../../src/course/predictions/predictions.js";
import type { CellRun } from "../../src/kernel/session.js";
import { startCells } from "../kernel/cells.js";
import { until } from "../patience.js";
import { noBrowser } from "./browser.js";
import { isMissing, otherBrowsers, type Tab } from "./other-browsers.js";
import { codeOf, plain } from "./site-compared.js";
import { isReady, isThere, openSite, runCells, type Site } from "./site.js";

const name = "03-flows-on-a-line";

for (const browser of otherBrowsers)
  describe.skipIf(isMissing(browser) || noBrowser())(`in ${browser.name}`, () => {
    let site: Site;
    let tab: Tab;
    let desktop: ReturnType<typeof startCells>;
    beforeAll(async () => {
      site = await openSite();
      desktop = startCells();
      tab = await browser.start();
      await tab.go(`${site.url}lab/index.html?path=${name}.ipynb`);
      await until(() => tab.ask(isThere, `${name}.ipynb`));
      await tab.ask(isReady, null);
    });
    afterAll(async () => {
      await tab?.end();
      desktop?.end();
      await site?.close();
    });

    test("a solved notebook has the same text, values, displays and checks", async () => {
      const masters = readMasters("notebooks/source", catalogue, undefined, predictions);
      const cells = codeOf(notebookTexts(masters, "solved", catalogue, predictions).get(`${name}.ipynb`));
      const here = await tab.ask(runCells, cells);
      for (const [i, code] of cells.entries())
        expect({ code, ...plain(here[i] as CellRun) }).toEqual({ code, ...plain(await desktop.run(code)) });
    });
  });
