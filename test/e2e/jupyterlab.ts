// Real JupyterLab with our kernel in a real browser: start it on a copy of some notebooks, open one, run it, look at
// it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { jupyterEnv, venvPython } from "../../scripts/setup.mjs";
import { newPage } from "./browser.js";
import { patience, pause, until } from "../patience.js";
import { needSetUp, workFolder, type Output } from "./notebook-file.js";

export interface Lab {
  /** The folder that JupyterLab shows. Not the project's: a test may write into it. */
  readonly folder: string;
  readonly url: string;
  readonly browser: Browser;
  /** Every address outside this machine that a page asked for. Stays empty if all works offline. */
  readonly strayRequests: readonly string[];
  /** What scripts of the pages threw and nobody caught. */
  readonly pageErrors: readonly string[];
  open(notebook: string): Promise<NotebookPage>;
  close(): Promise<void>;
}

export interface NotebookPage {
  readonly page: Page;
  /** Runs all cells by JupyterLab's own command and waits until the last is done. */
  runAll(): Promise<void>;
  /** Brings the cell with this index into view; JupyterLab draws only what is in view. */
  cell(index: number): Promise<Locator>;
  /** The outputs of each cell (none for text) in the model of the page, saved or not. */
  outputs(): Promise<readonly (readonly Output[])[]>;
  /** Puts another text into each cell, as if it were typed. */
  write(sources: readonly string[]): Promise<void>;
  save(): Promise<void>;
  /** Reloads the page, as a reader who comes back the next day; the cells are not run again. */
  reload(): Promise<void>;
  /** Opens another notebook in the same JupyterLab and closes this one, which must be saved. */
  turnTo(notebook: string): Promise<void>;
  /** Writes a picture of each screenful into `folder`; resolves to the files' names. */
  screenshots(folder: string): Promise<string[]>;
}

/** The notebook model in JupyterLab's page, as far as we use it. */
interface NotebookModel {
  readonly cells: Iterable<{
    readonly id: string;
    readonly type: string;
    readonly outputs?: { toJSON(): Output[] };
    readonly sharedModel: { getSource(): string; setSource(text: string): void };
  }>;
}
interface JupyterApp {
  readonly restored: Promise<void>;
  readonly commands: {
    execute(command: string, args?: object): Promise<unknown>;
    hasCommand(command: string): boolean;
  };
  readonly shell: {
    /** Nothing until a notebook is open, for which `open` waits. */
    readonly currentWidget: {
      readonly context: {
        readonly ready: Promise<void>;
        readonly path: string;
        readonly model: { readonly dirty: boolean };
      };
      readonly sessionContext: {
        readonly ready: Promise<void>;
        readonly session: { readonly kernel: { readonly status: string } } | null;
      };
      readonly content: {
        readonly model: NotebookModel;
        activeCellIndex: number;
        scrollToItem(index: number, align: string): Promise<void>;
        readonly widgets: readonly { readonly node: HTMLElement }[];
      };
    };
  };
}
declare global {
  interface Window {
    readonly jupyterapp: JupyterApp;
  }
}

/** What opens notebooks in a page. */
export interface Program {
  readonly python: string;
  /** How it is started; the page has to give its application away, as `window.jupyterapp`. */
  readonly args: readonly string[];
  /** Where a notebook lies below its address. */
  readonly tree: string;
  readonly env?: NodeJS.ProcessEnv;
}

const jupyterLab: Program = {
  python: venvPython,
  args: ["-m", "jupyterlab", "--LabApp.expose_app_in_browser=True"],
  tree: "lab/tree",
};

/**
 * @param notebooks paths of files that are copied into the folder.
 * @param browser is closed with the rest.
 * @throws Error if the project is not set up, or JupyterLab ends instead of answering.
 */
export async function startLab(
  notebooks: readonly string[],
  browser: Browser,
  { python, args, tree, env }: Program = jupyterLab,
): Promise<Lab> {
  needSetUp();
  const folder = workFolder(notebooks);

  const port = await freePort();
  const token = "test";
  const state = mkdtempSync(join(tmpdir(), "nullcline-jupyter-"));
  const server = spawn(
    python,
    [
      ...args,
      "--no-browser",
      "--allow-root",
      `--port=${port}`,
      "--ServerApp.port_retries=0",
      `--IdentityProvider.token=${token}`,
      `--MappingKernelManager.kernel_info_timeout=${patience / 1000}`,
      `--ServerApp.root_dir=${folder}`,
    ],
    {
      cwd: folder,
      env: {
        ...jupyterEnv(),
        JUPYTER_CONFIG_DIR: join(state, "config"),
        JUPYTER_DATA_DIR: join(state, "data"),
        JUPYTER_RUNTIME_DIR: join(state, "runtime"),
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let log = "";
  for (const stream of [server.stdout, server.stderr])
    stream.on("data", (chunk: Buffer) => {
      log += chunk.toString();
    });
  const url = `http://127.0.0.1:${port}`;
  const hasEnded = (): boolean => server.exitCode !== null || server.signalCode !== null;
  await until(async () => {
    if (hasEnded()) throw new Error(`JupyterLab did not start:\n${log}`);
    return answers(`${url}/api/status?token=${token}`);
  });

  const strayRequests: string[] = [];
  const pageErrors: string[] = [];
  return {
    folder,
    url,
    browser,
    strayRequests,
    pageErrors,
    async open(notebook) {
      const page = await newPage(browser, { viewport: { width: 1280, height: 900 } });
      page.on("request", (request) => {
        if (!/^(?:data|blob|about):|^(?:http|ws):\/\/127\.0\.0\.1:/.test(request.url()))
          strayRequests.push(request.url());
      });
      page.on("pageerror", (error) => pageErrors.push(error.stack ?? error.message));
      const address = `${url}/${tree}/${encodeURIComponent(notebook)}?token=${token}&reset`;
      return notebookPage(page, address, notebook);
    },
    async close() {
      await browser.close();
      server.kill("SIGTERM");
      if (!hasEnded()) await once(server, "exit");
      for (const path of [folder, state]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Opens a notebook in a page of JupyterLab, and waits until its kernel is idle. */
export async function notebookPage(page: Page, address: string, notebook: string): Promise<NotebookPage> {
  const ready = async (shown: string): Promise<void> => {
    await page.waitForFunction((path) => window.jupyterapp?.shell.currentWidget?.context?.path === path, shown);
    await page.evaluate(async () => {
      const { jupyterapp: app } = window;
      await app.restored;
      await app.shell.currentWidget.context.ready;
      await app.shell.currentWidget.sessionContext.ready;
    });
    await page.waitForFunction(
      () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel.status === "idle",
    );
  };
  const load = async (): Promise<void> => {
    await page.goto(address, { waitUntil: "domcontentloaded" });
    await ready(notebook);
    if (await page.locator(".jp-FileBrowser").isVisible())
      await page.evaluate(() => window.jupyterapp.commands.execute("application:toggle-left-area"));
  };
  await load();

  const self: NotebookPage = {
    page,
    async runAll() {
      await page.evaluate(() => window.jupyterapp.commands.execute("notebook:run-all-cells"));
      await page.waitForFunction(
        () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel.status === "idle",
      );
    },
    async cell(index) {
      await page.evaluate(async (i) => {
        const { content } = window.jupyterapp.shell.currentWidget;
        await content.scrollToItem(i, "start");
        content.activeCellIndex = i;
      }, index);
      const cell = page.locator(`.jp-Notebook .jp-Cell[data-windowed-list-index="${index}"]`);
      await cell.waitFor({ state: "visible" });
      return cell;
    },
    outputs: () =>
      page.evaluate(() =>
        Array.from(window.jupyterapp.shell.currentWidget.content.model.cells, (cell) => cell.outputs?.toJSON() ?? []),
      ),
    async write(sources) {
      await page.evaluate((texts) => {
        const { model } = window.jupyterapp.shell.currentWidget.content;
        Array.from(model.cells).forEach((cell, i) => {
          if (cell.sharedModel.getSource() !== texts[i]) cell.sharedModel.setSource(texts[i]);
        });
      }, sources);
    },
    async save() {
      await page.evaluate(() => window.jupyterapp.commands.execute("docmanager:save"));
    },
    reload: load,
    async turnTo(next) {
      await page.evaluate(async (path) => {
        const { commands } = window.jupyterapp;
        await commands.execute("application:close-all");
        await commands.execute("docmanager:open", { path, factory: "Notebook" });
      }, next);
      await ready(next);
    },
    async screenshots(folder) {
      const files: string[] = [];
      const outer = page.locator(".jp-WindowedPanel-outer").first();
      await outer.evaluate((element) => element.scrollTo(0, 0));
      for (let atEnd = false; !atEnd && files.length < 60; ) {
        await pause(700); // figures fade in
        const file = join(folder, `${basename(notebook, ".ipynb")}-${String(files.length + 1).padStart(2, "0")}.png`);
        await page.screenshot({ path: file });
        files.push(file);
        atEnd = await outer.evaluate((element) => {
          const last = window.jupyterapp.shell.currentWidget.content.widgets.at(-1)?.node;
          const bottom = element.getBoundingClientRect().bottom;
          if (last?.isConnected && last.getBoundingClientRect().bottom <= bottom) return true;
          element.scrollBy(0, element.clientHeight * 0.9);
          return false;
        });
      }
      return files;
    },
  };
  return self;
}

/**
 * The first curve of a live figure: how many points, their values, and the path that is on the page. Waits until it is
 * drawn.
 */
export async function drawnCurve(
  within: Locator,
): Promise<{ points: number; values: readonly number[]; path: string }> {
  const line = within.locator(".js-plotly-plot .scatterlayer path.js-line").first();
  await line.waitFor({ state: "attached" });
  return line.evaluate((element) => {
    const plot = element.closest(".js-plotly-plot") as HTMLElement & {
      readonly data: readonly { readonly y: ArrayLike<number> }[];
    };
    const values = Array.from(plot.data[0].y);
    return { points: values.length, values, path: element.getAttribute("d") ?? "" };
  });
}

/** What an explorer says and draws. Waits until it is drawn. */
export async function explored(within: Locator): Promise<{ words: string; path: string }> {
  const line = within.locator(".nc-panel path[fill='none'][stroke-linejoin]").first();
  await line.waitFor({ state: "attached" });
  return { words: await within.locator(".nc-words").innerText(), path: (await line.getAttribute("d")) ?? "" };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );
