// The site in a tab of any browser, and what a reader does there, by keys and pointer.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite, site } from "../../scripts/site.mjs";
import { serve } from "../../scripts/site-server.mjs";
import { until } from "../patience.js";
import { note, noted, type OtherBrowser, type Tab } from "./other-browsers.js";

/** A reader, whose browser was never here. */
export interface Reader {
  readonly tab: Tab;
  /** The address of the site. */
  readonly url: string;
  /** Opens a page of the site, and waits until it has loaded. */
  go(path: string): Promise<void>;
  /** Waits until a question about the page is answered by yes. */
  when<Given>(holds: (given: Given) => boolean | Promise<boolean>, given: Given): Promise<void>;
  /** Uses the pointer on what the selector finds, and has these words or this label, when it is there. */
  click(selector: string, words?: string): Promise<void>;
  /** Types, by keys. A key that is not a letter is its name here: "{Enter}", "{Control+a}". */
  type(text: string): Promise<void>;
  /** What went wrong in any page since the beginning. */
  problems(): Promise<readonly string[]>;
  /** Takes the host away. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

const keys: Readonly<Record<string, string>> = {
  ArrowRight: "\uE014",
  Control: "\uE009",
  End: "\uE010",
  Enter: "\uE007",
  Escape: "\uE00C",
};

/** Serves a copy of the site whose pages note what goes wrong in them, below a path, and opens a browser. */
export async function startReader(browser: OtherBrowser): Promise<Reader> {
  await buildSite();
  const folder = mkdtempSync(join(tmpdir(), "nullcline-site-"));
  cpSync(site, folder, { recursive: true });
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".html") || path.startsWith("api")) continue;
    const file = join(folder, path);
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(/<head[^>]*>/, (head) => head + note),
    );
  }
  const server = await serve(folder, { under: "/some/course" });
  const tab = await browser.start();
  const found: string[] = [];
  const look = async (): Promise<void> => void found.push(...((await tab.ask(noted, null)) ?? []));
  const when: Reader["when"] = (holds, given) => until(() => tab.ask(holds, given));
  const press = (...values: readonly string[]): Promise<void> => {
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.toReversed().map((value) => ({ type: "keyUp", value }));
    return tab.act([{ type: "key", id: "keys", actions: [...down, ...up] }]);
  };
  return {
    tab,
    url: server.url,
    when,
    async go(path) {
      await look();
      await tab.go(server.url + path);
    },
    async click(selector, words = "") {
      await when(isThere, { selector, words });
      const { x, y } = await tab.ask(placeOf, { selector, words });
      const button = { button: 0 };
      const actions = [
        { type: "pointerMove", x, y },
        { type: "pointerDown", ...button },
        { type: "pointerUp", ...button },
      ];
      await tab.act([{ type: "pointer", id: "pointer", actions }]);
    },
    async type(text) {
      for (const part of text.match(/\{[\w+]+\}|./gs) ?? []) {
        const names = /^\{(.+)\}$/.exec(part)?.[1]?.split("+") ?? [part];
        await press(...names.map((name) => keys[name] ?? name));
      }
    },
    async problems() {
      await look();
      const away = tab.asked.filter((address) => /^https?:/.test(address) && !address.startsWith(server.url));
      return [...found, ...tab.problems, ...away.map((address) => `asked for ${address}`)];
    },
    cut: () => server.close(),
    async close() {
      await tab.end();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

interface Sought {
  readonly selector: string;
  readonly words: string;
}

/** In the page: whether what is sought can be seen. */
function isThere({ selector, words }: Sought): boolean {
  return [...document.querySelectorAll<HTMLElement>(selector)].some(
    (each) =>
      each.getClientRects().length > 0 &&
      (words === "" || each.textContent?.trim() === words || each.getAttribute("aria-label") === words),
  );
}

/** In the page: its middle, px, when it has been brought into view and stays where it is. */
async function placeOf({ selector, words }: Sought): Promise<{ x: number; y: number }> {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (each) =>
      each.getClientRects().length > 0 &&
      (words === "" || each.textContent?.trim() === words || each.getAttribute("aria-label") === words),
  ) as HTMLElement;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const place = (): { x: number; y: number } => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  };
  for (let before = place(); ; ) {
    for (let k = 0; k < 3; k++) await new Promise(requestAnimationFrame);
    const now = place();
    if (now.x === before.x && now.y === before.y) return now;
    before = now;
  }
}
