// The site in Firefox and WebKit: a notebook, solved, and errors come to the same as on the desktop.
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
/** Each in a line of its cell. */
const errors = [
  "let a = 1;\nconst f = (k: number) => {\n  if (k === 0) throw new RangeError(`nothing at ${k}`);\n  return f(k - 1);\n};\nf(3)",
  "f(1)",
  "const before = 1;\nconst n: number = 'a'",
  "const record: any = { deep: [] };\nrecord.deep.er()",
  "await new Promise((done) => setTimeout(done, 10));\nthrow new TypeError('after a while')",
  "import { fitzHughNagumo, simulate } from 'nullcline';\nsimulate(fitzHughNagumo, { duration: -1 })",
  "import x from 'no-such-package'",
];

/** Lines of cells that a traceback names; which character of a line, each engine says in its own way. */
const placesIn = (traceback: readonly string[]): readonly string[] =>
  traceback.flatMap((told) => told.match(/^ {2}at .*|\bline \d+:.*/g) ?? []);

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

    test("an error has the same name, and is told in the same lines of the cell", async () => {
      const here = await tab.ask(runCells, errors);
      for (const [i, code] of errors.entries()) {
        const [ours, theirs] = [here[i]?.error, (await desktop.run(code)).error].map(
          (error) => error && { name: error.name, places: placesIn(error.traceback) },
        );
        expect(ours?.name).toBe(theirs?.name);
        expect(theirs?.places.length).toBeGreaterThan(0);
        // WebKit does not say where in a text that is run by eval an error was made
        if (browser.name === "Firefox" || ours?.name === "TypeScript") expect(ours?.places).toEqual(theirs?.places);
      }
    });
  });
