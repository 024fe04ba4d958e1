// A browser that is on the machine: nothing is downloaded.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

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

export function launch(): Promise<Browser> {
  const quiet = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: findBrowser()!, args: [...quiet, ...asRoot] });
}
