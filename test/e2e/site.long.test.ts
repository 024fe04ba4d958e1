// The site as a student meets it: a notebook run, exercises answered, cells stopped, work found again.
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { explored } from "./jupyterlab.js";
import { command, idle, output, run, start, write } from "./site-cells.js";
import { openSite, type Site, type SitePage } from "./site.js";

const notebook = "03-flows-on-a-line.ipynb";

describe.skipIf(noBrowser())("the site", () => {
  let site: Site;
  let visitor: BrowserContext;
  let page: Page;
  let here: SitePage["run"];
  beforeAll(async () => {
    site = await openSite();
    visitor = await site.visitor();
    ({ page, run: here } = await site.open(visitor, notebook));
  });
  afterAll(() => site.close());

  test("takes a notebook that is opened for unchanged, and has an icon for its tab", async () => {
    await idle(page);
    expect(await page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.dirty)).toBe(false);
    const icons = page.locator("link[rel~=icon]");
    expect(await icons.count()).toBeGreaterThan(0);
    for (const icon of await icons.all())
      expect((await page.request.get(await icon.evaluate((link: HTMLLinkElement) => link.href))).status()).toBe(200);
  });

  test("runs a notebook, whose figures are alive", async () => {
    await command(page, "notebook:run-all-cells");
    await run(page, 'explore(membrane, { duration: 40, sliders: ["I", "gNa"] });');
    const live = page.locator("nullcline-live").last();
    const before = await explored(live);
    const slider = live.getByRole("slider", { name: "I", exact: true });
    await slider.fill(String(Number(await slider.inputValue()) + 40));
    await expect.poll(async () => (await explored(live)).words).not.toBe(before.words);
  });

  test("judges a wrong answer and a right one", async () => {
    expect(await run(page, 'check("0.2", (ms: number) => ms / 1000)')).toContain("0.2 Not yet");
    expect(await run(page, 'check("0.2", (ms: number) => 1000 / ms)')).toContain("0.2 Right");
  });

  test("stops a cell that waits at once, and what it had set is kept", async () => {
    await run(page, "let kept = 1;");
    await write(page, 'kept = 2; console.log("begun"); await new Promise((done) => setTimeout(done, 3_600_000));');
    await start(page);
    await expect.poll(() => output(page)).toContain("begun");
    await command(page, "notebook:interrupt-kernel");
    await idle(page);
    expect(await output(page)).toContain("Interrupted: the cell was stopped");
    expect(await run(page, "kept")).toContain("2");
  });

  test("ends a cell that computes with its worker, says so, and runs again what had been run", async () => {
    await run(page, "const before = 41;");
    await write(page, 'console.log("begun"); for (;;);');
    await start(page);
    await expect.poll(() => output(page)).toContain("begun");
    await command(page, "notebook:interrupt-kernel");
    await idle(page);
    const told = await output(page);
    expect(told).toContain("Lost: the cell was stopped");
    expect(told).toContain("knows none of the names of earlier cells: check,");
    expect(await run(page, "before")).toContain("Cannot find name 'before'");
    await page.getByRole("button", { name: "Run them again" }).click();
    await idle(page);
    await expect.poll(() => run(page, "before + 1")).toContain("42");
  });

  test("finds the work again after it was saved and the page opened anew", async () => {
    await run(page, "// my own cell");
    await command(page, "docmanager:save");
    await page.close();
    ({ page, run: here } = await site.open(visitor, notebook));
    const last = await page.evaluate(() => {
      const { content } = window.jupyterapp.shell.currentWidget;
      return Array.from(content.model.cells).at(-1)?.sharedModel.getSource();
    });
    expect(last).toBe("// my own cell");
  });

  test("asks, completes and explains as on the desktop", async () => {
    await write(page, 'const said = await input("your name? "); said.toUpperCase()');
    await start(page);
    const question = page.locator(".jp-Stdin-input");
    await question.fill("ann");
    await question.press("Enter");
    await idle(page);
    expect(await output(page)).toContain("'ANN'");
    await write(page, 'await input("and your word? ", { password: true })');
    await start(page);
    await expect.poll(() => question.getAttribute("type")).toBe("password");
    await command(page, "notebook:interrupt-kernel");
    await idle(page);
    expect(await output(page)).toContain("Interrupted: the cell was stopped");
    expect(await run(page, 'prompt("your name? ")')).toContain('write await input("your name? ")');
    const noPage = "nobody can be asked here: whoever runs this cell takes no input";
    const unasked = await here(['await input("your name? ")', 'prompt("your name? ")']);
    expect(unasked.map(({ error }) => error?.message)).toEqual([noPage, noPage]);
    const [matches, known] = await page.evaluate(async () => {
      const { session } = window.jupyterapp.shell.currentWidget.sessionContext;
      const { kernel } = session as unknown as {
        kernel: Record<"requestComplete" | "requestInspect", (content: object) => Promise<{ content: object }>>;
      };
      const completed = await kernel.requestComplete({ code: 'import { simu } from "nullcline"', cursor_pos: 13 });
      const code = 'import { simulate } from "nullcline"';
      const inspected = await kernel.requestInspect({ code, cursor_pos: 12, detail_level: 0 });
      return [completed.content, inspected.content].map((content) => JSON.stringify(content));
    });
    expect(matches).toContain('"simulate"');
    expect(known).toContain("function simulate");
    expect(await run(page, "process.version")).toContain("It is Node's, and there is no Node here.");
  });

  test("lets a cell and a script of the page send each other bytes", async () => {
    await page.evaluate(() => {
      interface Said {
        readonly content: { readonly data: object };
        readonly buffers: readonly (ArrayBuffer | DataView)[];
      }
      interface PageComm {
        onMsg: (message: Said) => void;
        open(data: object, metadata: object, buffers: readonly ArrayBuffer[]): void;
        send(data: object, metadata: object, buffers: readonly (ArrayBuffer | ArrayBufferView)[]): void;
      }
      interface Kernel {
        registerCommTarget(name: string, opened: (comm: PageComm, message: Said) => void): void;
        createComm(name: string): PageComm;
      }
      const { session } = window.jupyterapp.shell.currentWidget.sessionContext;
      const { kernel } = session as unknown as { kernel: Kernel };
      const numbersIn = (bytes: ArrayBuffer | DataView): number[] => {
        const view = bytes instanceof DataView ? bytes : new DataView(bytes);
        return Array.from({ length: view.byteLength / 8 }, (_, i) => view.getFloat64(8 * i, true));
      };
      const doubled = ({ content, buffers }: Said): Parameters<PageComm["send"]> => [
        { ...content.data, n: buffers.length },
        {},
        [...buffers.map((each) => Float64Array.from(numbersIn(each), (x) => 2 * x)), new ArrayBuffer(0)],
      ];
      kernel.registerCommTarget("doubling", (comm, opening) => {
        comm.onMsg = (message) => comm.send(...doubled(message));
        comm.send(...doubled(opening));
      });
      Object.assign(window, {
        openSums: () => kernel.createComm("sums").open({ by: "page" }, {}, [Float64Array.of(1, 2).buffer]),
      });
    });
    const doubles = await run(
      page,
      `const came: string[] = [];
const numbers = (bytes: Uint8Array) => new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
await new Promise<void>((done) => {
  const comm = jupyter.openComm("doubling", { by: "opening" }, { buffers: [Float64Array.of(0.1, -2), new Float64Array(40_000)] });
  comm.onMessage((data, { buffers }) => {
    came.push([data.by, data.n, ...buffers.map(numbers).map((each) => \`\${each.length}: \${each.slice(0, 2).join()}\`)].join(" | "));
    if (data.by === "opening") comm.send({ by: "message" }, { buffers: [new Float64Array([5, 6, 7]).subarray(1)] });
    else done();
  });
});
jupyter.onComm("sums", (comm, data, { buffers }) => came.push(\`\${data.by} \${numbers(buffers[0]!).join()}\`));
came`,
    );
    expect(doubles).toContain("opening | 2 | 2: 0.2,-4 | 40000: 0,0 | 0: ");
    expect(doubles).toContain("message | 1 | 2: 12,14 | 0: ");
    await page.evaluate(() => (window as unknown as { openSums(): void }).openSums());
    await expect.poll(() => run(page, "came.at(-1)")).toContain("page 1,2");
  });

  test("and nothing went wrong in any page", () => expect(site.problems).toEqual([]));
});
