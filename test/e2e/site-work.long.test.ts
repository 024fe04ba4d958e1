// What a reader has done on the site: kept, taken along, handed in, and there without a network.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/course/catalogue.js";
import { findSubmissions } from "../../src/grade/intake/submission.js";
import { noRoster } from "../../src/grade/intake/roster.js";
import { noBrowser } from "./browser.js";
import { command, output, run } from "./site-cells.js";
import { openSite, shown, type Site } from "./site.js";

const notebook = "03-flows-on-a-line.ipynb";

interface Files {
  save(path: string, model: object): Promise<unknown>;
  get(path: string, options: object): Promise<{ content: unknown }>;
}
/** Saves a file in the browser, as Lab's own editor does. */
const save = (page: Page, path: string, text: string): Promise<void> =>
  page.evaluate(
    async ([name, content]) => {
      const { contents } = (window.jupyterapp as unknown as { serviceManager: { contents: Files } }).serviceManager;
      const isNotebook = name.endsWith(".ipynb");
      const kind = isNotebook ? { type: "notebook", format: "json" } : { type: "file", format: "text" };
      await contents.save(name, { ...kind, content: isNotebook ? JSON.parse(content) : content });
    },
    [path, text] as const,
  );

/** The file that a command hands to the reader. */
async function downloaded(page: Page, ask: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), ask()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

describe.skipIf(noBrowser())("a reader's work on the site", () => {
  let site: Site;
  let visitor: BrowserContext;
  let page: Page;
  let folder: string;
  let work: Buffer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "nullcline-site-"));
    site = await openSite();
    visitor = await site.visitor();
    ({ page } = await site.open(visitor, notebook));
    await run(page, 'import { check, student } from "nullcline"; student("ann");');
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  test("has the files beside a notebook, as they are now", async () => {
    await save(page, "mine.ts", "export const twice = (x: number): number => 2 * x;\n");
    expect(await run(page, 'import { twice } from "./mine";\ntwice(21)')).toBe("42");
    expect(await run(page, 'twice("a")')).toMatch(/TypeScript: line 1: Argument of type 'string'/);
    await save(page, "mine.ts", "export const twice = (x: number): string => `${x}${x}`;\n");
    expect(await run(page, 'import { twice } from "./mine";\ntwice(21)')).toBe("'2121'");
  });

  test("knows in one notebook what was answered in another", async () => {
    expect(await run(page, 'check("0.2", (ms: number) => 1000 / ms)')).toContain("0.2 Right");
    const other = await site.open(visitor, "00-start-here.ipynb");
    const [told] = await other.run(['import { progress, student } from "nullcline"; student("ann"); progress();']);
    expect(JSON.stringify(told?.displays)).toContain("Progress of ann: 1 of ");
    await other.page.close();
  });

  test("is handed in as a file that the grader takes", async () => {
    const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: "Hand in" }).click());
    expect(name).toBe(notebook);
    writeFileSync(join(folder, name), bytes);
    const [handed] = findSubmissions([folder], Object.keys(catalogue), noRoster);
    expect(handed?.notebook).toBe("03-flows-on-a-line");
    expect(handed?.problem).toBeUndefined();
    expect(handed?.cells?.map(({ text }) => text)).toContain('check("0.2", (ms: number) => 1000 / ms)');
  });

  test("is one file, which brings it back in another browser", async () => {
    const { name, bytes } = await downloaded(page, () => command(page, "nullcline:export"));
    expect(name).toMatch(/^nullcline-work-\d{4}-\d\d-\d\d\.zip$/);
    work = bytes;
    const files = unzipSync(bytes);
    expect(Object.keys(files).sort()).toEqual([".nullcline-progress.json", notebook, "mine.ts"].sort());
    expect(strFromU8(files[notebook] as Uint8Array)).toContain('student(\\"ann\\")');

    const elsewhere = await site.visitor();
    const there = await site.open(elsewhere, notebook);
    await save(there.page, "mine.ts", "export const other = 1;\n");
    const [chooser] = await Promise.all([
      there.page.waitForEvent("filechooser"),
      command(there.page, "nullcline:import"),
    ]);
    await chooser.setFiles({ name, mimeType: "application/zip", buffer: work });
    await there.page.getByText(/^Brought back: /).waitFor();
    const sources = await there.page.evaluate(() =>
      Array.from(window.jupyterapp.shell.currentWidget.content.model.cells, ({ sharedModel }) =>
        sharedModel.getSource(),
      ),
    );
    expect(sources).toContain('check("0.2", (ms: number) => 1000 / ms)');
    const kept = await downloaded(there.page, () => command(there.page, "nullcline:export"));
    expect(Object.keys(unzipSync(kept.bytes)).some((path) => /^mine \(before .*\)\.ts$/.test(path))).toBe(true);
    await elsewhere.close();
  });

  test("stays, and a newer notebook of the site comes beside it", async () => {
    const old = JSON.parse(readFileSync(join("notebooks", "01-the-neuron.ipynb"), "utf8"));
    old.metadata.nullcline.edition = "an older one";
    await save(page, "01-the-neuron.ipynb", JSON.stringify(old));
    const second = await site.open(visitor, "01-the-neuron.ipynb");
    await second.page.getByText("A newer version of 01-the-neuron.ipynb is there").waitFor();
    await second.page.getByRole("button", { name: "Open a fresh copy" }).click();
    await shown(second.page, "01-the-neuron-fresh.ipynb");
    await second.page.close();
  });

  test("is there without a network, with notebooks that were never opened", async () => {
    const listed = await page.evaluate(async () =>
      (await fetch(new URL("../service-worker.js", location.href))).text(),
    );
    const paths = [...listed.matchAll(/"([^"]+)":"[0-9a-f]{12}"/g)].map(([, path]) => path);
    const isNotebook = (path: string): boolean => /^files\/.*\.ipynb$/.test(path);
    expect(paths.findLastIndex(isNotebook)).toBeLessThan(paths.findIndex((path) => !/^(?:files|api|index)/.test(path)));
    await page.waitForFunction(
      async () => {
        const text = await (await fetch(new URL("../service-worker.js", location.href))).text();
        const count = text.match(/"[^"]+":"[0-9a-f]{12}"/g)?.length ?? Number.POSITIVE_INFINITY;
        return (await (await caches.open("nullcline-site")).keys()).length >= count;
      },
      undefined,
      { polling: 1000 },
    );
    await page.close();
    await site.cut();
    const there = await site.open(visitor, "08-hodgkin-huxley.ipynb");
    const [setup, figure] = await there.run([
      'import { defineModel, hodgkinHuxley, setup, simulate, state } from "nullcline"; setup(); 1',
      'defineModel({ name: "m", source: "none", equations: "dv/dt = -v/tau", states: { v: state(1, "1", [0, 1]) }, parameters: { tau: [1, "ms"] } }).name',
    ]);
    expect([setup?.result, figure?.result]).toEqual(["1", "'m'"]);
    await there.page.close();
    const mine = await site.open(visitor, notebook);
    expect(await run(mine.page, "1 + 1")).toBe("2");
    await command(mine.page, "docmanager:save");
    await mine.page.close();
    await site.restore();
  });

  test("on a phone, from the front page to an exercise that is answered", async () => {
    const phone = await site.visitor({ width: 390, height: 844, isMobile: true });
    const small = await phone.newPage();
    await small.goto(site.url);
    await small.getByRole("link", { name: "do it in JupyterLab: Flows on a line" }).tap();
    await shown(small, notebook);
    await run(small, 'import { check } from "nullcline"; check("0.2", (ms: number) => 1000 / ms)');
    expect(await output(small)).toContain("0.2 Right");
    await phone.close();
  });

  test("on a phone a link to JupyterLab opens the notebook alone, and JupyterLab itself leaves room", async () => {
    const phone = await site.visitor({ width: 390, height: 844, isMobile: true });
    const small = await phone.newPage();
    await small.goto(`${site.url}lab/index.html?path=${notebook}`);
    await shown(small, notebook);
    expect(new URL(small.url()).pathname).toMatch(/\/notebooks\/index\.html$/);
    await small.goto(`${site.url}lab/`);
    await small.waitForFunction(
      () => (window.jupyterapp?.shell as { leftCollapsed?: boolean } | undefined)?.leftCollapsed,
    );
    await phone.close();
  });

  // A link that leads on to the notebook alone leaves what JupyterLab was about to fetch.
  test("and nothing went wrong in any page", () =>
    expect(site.problems.filter((problem) => !problem.endsWith("net::ERR_ABORTED"))).toEqual([]));
});
