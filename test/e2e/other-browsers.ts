// Firefox and WebKit, if they are on this machine, behind one interface: nothing is downloaded.
import { found } from "./browser-process.js";
import { startFirefox } from "./firefox.js";
import { startWebKit } from "./webkit.js";

/** What a reader's keys or pointer do, one thing after another, as WebDriver writes it. */
export interface Actions {
  readonly type: "key" | "pointer";
  readonly id: string;
  readonly actions: readonly object[];
}

/** One page of a browser. */
export interface Tab {
  /** What the driver itself has heard of errors, in workers too, and of requests that failed; WebKit's hears nothing. */
  readonly problems: readonly string[];
  /** The addresses that were asked for, as far as the driver hears of them. */
  readonly asked: readonly string[];
  /** Opens an address, and waits until it has loaded. */
  go(url: string): Promise<void>;
  /** What a function comes to in the page. It goes there by its text, so it can use nothing from around it. */
  ask<Given, Found>(work: (given: Given) => Found | Promise<Found>, given: Given): Promise<Found>;
  /** Does what a reader does, to whom the page is in front. */
  act(actions: readonly Actions[]): Promise<void>;
  /** Ends the browser. */
  end(): Promise<void>;
}

export interface OtherBrowser {
  readonly name: "Firefox" | "WebKit";
  /** Why it cannot be started here; empty if it can. */
  readonly missing: string;
  start(): Promise<Tab>;
}

/**
 * In the head of a page: keeps what goes wrong in it. That a policy lets no text and no bytes become code is not wrong: the
 * figures try it, and do without.
 */
export const note = `<script>(() => {
  const problems = (window.problems = []);
  const tell = (what) => problems.push(String(what));
  addEventListener("error", ({ message, target }) => tell(message ?? "not loaded: " + (target.src ?? target.href)), true);
  addEventListener("unhandledrejection", ({ reason }) => tell(reason?.stack ?? reason));
  addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    if (!/eval/.test(blockedURI)) tell(effectiveDirective + ": " + blockedURI);
  });
  const log = console.error;
  console.error = (...said) => { tell(said.join(" ")); log.apply(console, said); };
})();</script>`;

/** In the page: what went wrong since it was opened. */
export const noted = (): readonly string[] => (window as unknown as { problems: string[] }).problems;

const firefox = found("firefox-esr", "firefox");
const webkit = found("WebKitWebDriver");
const screenless = process.env.DISPLAY === undefined && found("Xvfb") === undefined;

/** All that the course is tested in beside Chromium. */
export const otherBrowsers: readonly OtherBrowser[] = [
  {
    name: "Firefox",
    missing:
      firefox === undefined
        ? "there is no firefox-esr or firefox"
        : typeof WebSocket === "undefined"
          ? "this Node has no WebSocket"
          : "",
    start: () => startFirefox(firefox ?? ""),
  },
  {
    name: "WebKit",
    missing:
      webkit === undefined
        ? "there is no WebKitWebDriver (Debian's webkit2gtk-driver)"
        : screenless
          ? "there is neither a screen nor Xvfb"
          : "",
    start: () => startWebKit(webkit ?? ""),
  },
];

/** True if a browser cannot be tested here. Who reads the output is told why; in CI, where nobody does, it is an error. */
export function isMissing({ name, missing }: OtherBrowser): boolean {
  if (missing === "") return false;
  const problem = `nothing is tested in ${name}: ${missing}`;
  if (process.env.CI) throw new Error(problem);
  console.warn(`\n*** SKIPPED: ${problem}\n`);
  return true;
}
