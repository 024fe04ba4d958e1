// The course in JupyterLite, served below a path as a free static host does, in a browser.
import type { BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { buildSite, site } from "../../scripts/site.mjs";
import { serve } from "../../scripts/site-server.mjs";
import type { CellRun } from "../../src/kernel/session.js";
import { connect } from "./browser.js";
import { patience } from "../patience.js";

/** A notebook of the site in a page. */
export interface SitePage {
  readonly page: Page;
  /** Runs cells by the kernel alone, one after another, whatever becomes of each. */
  run(cells: readonly string[]): Promise<readonly CellRun[]>;
}

export interface Site {
  readonly url: string;
  /** What went wrong in any page: errors of the console and of scripts, requests that failed or left this machine. */
  readonly problems: readonly string[];
  /** A browser that has never been here. */
  visitor(options?: { width?: number; height?: number; isMobile?: boolean }): Promise<BrowserContext>;
  open(visitor: BrowserContext, notebook: string, app?: "lab" | "notebooks"): Promise<SitePage>;
  /** Takes the host away, and brings it back. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the site, if it is not there as it should be, and serves it. */
export async function openSite(): Promise<Site> {
  await buildSite();
  return openFolder(site);
}

/** Serves a folder in which there is a JupyterLite. */
export async function openFolder(folder: string): Promise<Site> {
  const under = "/some/course";
  let server = await serve(folder, { under });
  const { url } = server;
  const browser = await connect(inject("browser"));
  const problems: string[] = [];
  const watch = (page: Page): void => {
    page.on("pageerror", (error) => problems.push(error.stack ?? error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !isLabsOwn(message.text()))
        problems.push(`${message.text()} (${message.location().url})`);
    });
    page.on("request", (request) => {
      if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(url))
        problems.push(`asked for ${request.url()}`);
    });
    page.on("requestfailed", (request) => problems.push(`${request.url()}: ${request.failure()?.errorText}`));
  };
  return {
    url,
    problems,
    cut: () => server.close(),
    async restore() {
      server = await serve(folder, { under, port: Number(new URL(url).port) });
    },
    async visitor({ width = 1300, height = 900, isMobile = false } = {}) {
      const screen = { viewport: { width, height }, isMobile, hasTouch: isMobile };
      const visitor = await browser.newContext({ ...screen, reducedMotion: "reduce" });
      visitor.setDefaultTimeout(patience);
      visitor.on("page", watch);
      return visitor;
    },
    async open(visitor, notebook, app = "lab") {
      const page = await visitor.newPage();
      await page.goto(`${url}${app}/index.html?path=${encodeURIComponent(notebook)}`);
      await shown(page, notebook);
      return { page, run: (cells) => page.evaluate(runCells, cells) };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** JupyterLab itself says this of a notebook that it draws piece by piece. */
const isLabsOwn = (text: string): boolean => /Item with index \d+ did not appear/.test(text);

/** In the page: whether a notebook is in it. */
export const isThere = (path: string): boolean => window.jupyterapp?.shell.currentWidget?.context?.path === path;

/** In the page: waits until its notebook is read, and its kernel known. */
export async function isReady(): Promise<void> {
  const { jupyterapp: app } = window;
  await app.restored;
  await app.shell.currentWidget.context.ready;
  await app.shell.currentWidget.sessionContext.ready;
}

/** Waits until a notebook is in its page, and its kernel known. */
export async function shown(page: Page, notebook: string): Promise<void> {
  await page.waitForFunction(isThere, notebook);
  await page.evaluate(isReady);
}

interface IopubMessage {
  readonly header: { readonly msg_type: string };
  readonly content: Readonly<Record<string, unknown>>;
}
interface Future {
  onIOPub: (message: IopubMessage) => void;
  readonly done: Promise<unknown>;
}
interface Connection {
  requestExecute(content: object): Future;
}

/** In the page: what `createSession` gives for the same cells. */
export async function runCells(cells: readonly string[]): Promise<readonly CellRun[]> {
  const { session } = window.jupyterapp.shell.currentWidget.sessionContext;
  const kernel = (session as unknown as { kernel: Connection }).kernel;
  const runs: CellRun[] = [];
  for (const code of cells) {
    const text = { stdout: "", stderr: "" };
    const displays: CellRun["displays"][number][] = [];
    let error: CellRun["error"];
    let result: string | undefined;
    const future = kernel.requestExecute({ code, stop_on_error: false, allow_stdin: false });
    future.onIOPub = ({ header: { msg_type }, content }) => {
      if (msg_type === "stream") text[content.name as "stdout" | "stderr"] += content.text as string;
      else if (msg_type === "error") {
        const [head = "", ...rest] = content.traceback as string[];
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the colour of the first line
        const traceback = [head.replace(/\u001b\[\d+m/g, ""), ...rest];
        error = { name: String(content.ename), message: String(content.evalue), traceback };
      } else if (msg_type === "execute_result") result = (content.data as Record<string, string>)["text/plain"];
      else if (/display_data$/.test(msg_type)) displays.push(content as unknown as CellRun["displays"][number]);
    };
    await future.done;
    runs.push(
      error
        ? { ok: false, error, ...text, displays }
        : { ok: true, ...(result === undefined ? {} : { result }), ...text, displays },
    );
  }
  return runs;
}
