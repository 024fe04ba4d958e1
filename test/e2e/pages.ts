// Pages with live outputs, opened from files in a real browser.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";
import { getCurrentTest } from "vitest/suite";
import { connect, newPage } from "./browser.js";
import type {} from "./global-setup.js";

/**
 * A page's policy that allows its own inline code and workers made of it, and nothing else: no network, no text
 * compiled to code.
 */
export const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; worker-src blob:">`;

/** A page with this in its body and its head. */
export const pageText = (body: string, head: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>page</title>${head}</head><body><main>${body}</main></body></html>`;

export interface Opened {
  readonly page: Page;
  /** Everything that went wrong in the page. */
  readonly problems: readonly string[];
}

export interface Pages {
  readonly setup: string;
  open(body: string, options?: BrowserContextOptions, head?: string): Promise<Opened>;
  close(): Promise<void>;
}

/** @param shared default: the browser and the set-up that all tests share */
export async function pages(
  shared: { readonly browser: Promise<Browser>; readonly setup: string } = {
    browser: connect(inject("browser")),
    setup: inject("setup"),
  },
): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-page-"));
  const browser = await shared.browser;
  let count = 0;
  return {
    setup: shared.setup,
    async open(body, options = {}, head = policy) {
      const file = join(folder, `${++count}.html`);
      writeFileSync(file, pageText(body, head));
      const page = await newPage(browser, { viewport: { width: 1000, height: 900 }, ...options });
      // An explorer goes on computing cycles and diagrams after it has drawn.
      if (getCurrentTest() !== undefined) onTestFinished(() => page.context().close());
      const problems: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`);
      });
      await page.goto(pathToFileURL(file).href);
      return { page, problems };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Serious faults that axe finds.
 * @param axe the text of axe-core
 * @param rules those that are tried, such as "color-contrast" where nothing but colours has changed; default all
 */
export async function faults(page: Page, axe: string, rules: readonly string[] = []): Promise<readonly string[]> {
  await page.evaluate(`window.axe ?? (() => {${axe}})()`);
  const { violations } = await page.evaluate(
    (only) =>
      (
        window as unknown as {
          axe: {
            run(how: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run({ resultTypes: ["violations"], ...(only.length > 0 ? { runOnly: only } : {}) }),
    rules,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
}
