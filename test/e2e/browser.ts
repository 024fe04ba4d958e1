// A browser that is on the machine: nothing is downloaded.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type BrowserServer,
  type Page,
} from "playwright-core";
import { patience } from "../patience.js";

const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
// The one without a window of its own takes a quarter less of the processor.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of a Chromium, Chrome or Edge; the environment's BROWSER_PATH goes first. */
export function findBrowser(): string | undefined {
  const asked = process.env.BROWSER_PATH;
  if (asked) return asked;
  const onPath = names.map((name) => {
    try {
      return execFileSync("which", [name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch {
      return "";
    }
  });
  return [...onPath, ...places].find((path) => path !== "" && existsSync(path));
}

/**
 * True if the browser tests cannot run here. A reader of the output is told so; in CI, where nobody reads it, it is an
 * error.
 */
export function noBrowser(): boolean {
  if (findBrowser()) return false;
  const problem =
    "no Chromium or Chrome was found, so nothing is tested in JupyterLab's pages: install one, or set BROWSER_PATH";
  if (process.env.CI) throw new Error(problem);
  console.warn(`\n*** SKIPPED: ${problem}\n`);
  return true;
}

const args = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];
const options = (): { executablePath: string; args: string[]; timeout: number } => {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error("no Chromium or Chrome was found: install one, or set BROWSER_PATH");
  return { executablePath, args, timeout: patience };
};

export const launch = (): Promise<Browser> => chromium.launch(options());

/** A browser that keeps what it is given in a folder, as a reader's does. */
export const launchProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, options());

export const launchServer = (): Promise<BrowserServer> => chromium.launchServer(options());

/** The browser that all tests share. Closing it closes what was opened in it by way of this connection. */
export const connect = (address: string): Promise<Browser> => chromium.connect(address, { timeout: patience });

/**
 * A page in a context of its own, in which nothing that is waited for is limited by Playwright's own clock, and nothing
 * moves by itself unless a test is about that. SLOW_PAGES=20 makes its scripts 20 times slower, which finds tests that
 * read a page before it has drawn.
 */
export async function newPage(browser: Browser, context: BrowserContextOptions = {}): Promise<Page> {
  const own = await browser.newContext({ reducedMotion: "reduce", ...context });
  own.setDefaultTimeout(patience);
  const page = await own.newPage();
  const rate = Number(process.env.SLOW_PAGES ?? 1);
  if (rate > 1) await (await own.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate });
  return page;
}
