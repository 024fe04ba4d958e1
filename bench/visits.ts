// What a reader's browser fetches of the site, and how long it takes: a notebook opened until its first cell has its
// result, and a page that is read. Each visit is that of a browser that was never there.
import type { Browser, Page } from "playwright-core";
import type {} from "../test/e2e/jupyterlab.js"; // what JupyterLab gives away
import { serve } from "../scripts/site-server.mjs";
import { site } from "../scripts/site.mjs";

/** Bytes on the way to one result, compressed, by what they are. */
export interface Weight {
  readonly files: number;
  readonly all: number;
  readonly lab: number;
  /** The kernel's, which are ours, without the figure library. */
  readonly kernel: number;
  readonly parts: Readonly<Record<"compiler" | "declarations" | "runner" | "front" | "figures" | "later", number>>;
}

/** A visit to a notebook. ms. */
export interface FirstResult {
  /** Until the notebook is shown. */
  readonly shown: number;
  /** Until its first cell has its result. */
  readonly result: number;
  readonly weight: Weight;
}

/** The kernel's files, by their names. */
const parts = {
  compiler: /\/compiler\./,
  declarations: /\/declarations\./,
  runner: /\/runner\./,
  front: /\/(?:remoteEntry\.|kernel\.json|package\.json)/,
  later: /\/library\./,
  figures: /\/package\//,
} as const;
const extension = /^extensions\/nullcline-kernel\//;

function weightOf(sent: ReadonlyMap<string, number>): Weight {
  const of = (isOne: (file: string) => boolean): number =>
    [...sent].filter(([file]) => isOne(file)).reduce((sum, [, bytes]) => sum + bytes, 0);
  const own = (pattern: RegExp): number => of((file) => extension.test(file) && pattern.test(file));
  const each = Object.fromEntries(
    Object.entries(parts).map(([name, pattern]) => [name, own(pattern)]),
  ) as Weight["parts"];
  return {
    files: sent.size,
    all: of(() => true),
    lab: of((file) => !extension.test(file)),
    kernel: own(/./) - each.figures,
    parts: each,
  };
}

/** Without the worker that keeps the site, which fetches all of it after the first result. */
const alone = (browser: Browser, width: number, height: number): Promise<Page> =>
  browser.newContext({ viewport: { width, height }, serviceWorkers: "block" }).then((context) => context.newPage());

/** Opens a notebook in JupyterLab and runs its first cell. @param patience ms; 0 waits for ever */
export async function firstResult(browser: Browser, notebook: string, patience = 0): Promise<FirstResult> {
  const sent = new Map<string, number>();
  const server = await serve(site, { under: "/course", sent: (file, bytes) => sent.set(file, bytes) });
  const page = await alone(browser, 1300, 900);
  try {
    page.setDefaultTimeout(patience);
    const start = performance.now();
    await page.goto(`${server.url}lab/index.html?path=${notebook}`);
    await page.waitForSelector(".jp-Notebook .jp-RenderedMarkdown h1");
    const shown = performance.now() - start;
    await page.evaluate(async () => {
      const { shell, commands } = window.jupyterapp;
      const { context: file, content, sessionContext } = shell.currentWidget;
      await Promise.all([file.ready, sessionContext.ready]);
      content.activeCellIndex = Array.from(content.model.cells).findIndex(({ type }) => type === "code");
      await commands.execute("notebook:run-cell");
    });
    return { shown, result: performance.now() - start, weight: weightOf(sent) };
  } finally {
    await page.context().close();
    await server.close();
  }
}

/** Bytes of a page that is read on a phone: until its first paint, until it is loaded, with its figures alive. */
export async function pageRead(browser: Browser, address: string): Promise<readonly [number, number, number]> {
  const server = await serve(site, { under: "/course" });
  const page = await alone(browser, 390, 844);
  try {
    page.setDefaultTimeout(0);
    await page.goto(`${server.url}${address}`);
    const bytes = (until: "paint" | "end"): Promise<number> =>
      page.evaluate((at) => {
        const [paint] = performance.getEntriesByName("first-contentful-paint");
        const fetched = ["navigation", "resource"].flatMap(
          (kind) => performance.getEntriesByType(kind) as PerformanceResourceTiming[],
        );
        return fetched
          .filter(({ responseEnd }) => at === "end" || responseEnd <= (paint?.startTime ?? 0))
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      }, until);
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    const [painted, loaded] = [await bytes("paint"), await bytes("end")];
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
      document.querySelector("nullcline-live")?.scrollIntoView();
    });
    await page.waitForSelector("nullcline-live.nullcline-on");
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("networkidle");
    return [painted, loaded, await bytes("end")];
  } finally {
    await page.context().close();
    await server.close();
  }
}
