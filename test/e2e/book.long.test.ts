// The book of the site, page by page, as it is published: below a path, under the policy of docs/site.md.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { site as folder } from "../../scripts/site.mjs";
import { policy } from "../../scripts/site-server.mjs";
import { noBrowser } from "./browser.js";
import { faults } from "./pages.js";
import { openSite, shown, type Site } from "./site.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(noBrowser())("the book", () => {
  let site: Site;
  let visitor: BrowserContext;
  let page: Page;
  let addresses: readonly string[];
  beforeAll(async () => {
    site = await openSite();
    const files = readdirSync(join(folder, "book"), { recursive: true, encoding: "utf8" });
    const pages = files
      .filter((file) => file.endsWith("index.html"))
      .map((file) => `book/${file.replaceAll("\\", "/")}`);
    addresses = ["index.html", ...pages.map((file) => file.replace(/index\.html$/, ""))];
    visitor = await site.visitor();
    page = await visitor.newPage();
  });
  afterAll(() => site.close());

  /** Opens a page with all that is folded in it, and comes near a figure, until all of them are alive. */
  async function read(address: string): Promise<void> {
    await page.goto(`${site.url}${address}`, { waitUntil: "load" });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>("main details")) fold.open = true;
      document.querySelector("nullcline-live")?.scrollIntoView();
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll("nullcline-live")].every((live) => live.classList.contains("nullcline-on")),
    );
  }

  test("has a page for each notebook and model, and is under the policy that docs/site.md tells", () => {
    for (const name of readdirSync("notebooks").filter((file) => file.endsWith(".ipynb")))
      expect(addresses).toContain(`book/${name.replace(".ipynb", "/")}`);
    for (const name of readdirSync("docs/models").filter((file) => /^[a-z].*\.md$/.test(file)))
      expect(addresses).toContain(`book/models/${name.replace(".md", "/")}`);
    expect(readFileSync("docs/site.md", "utf8").replace(/\s+/g, " ")).toContain(policy);
  });

  test("has no serious fault that axe finds, light or dark, on any page", async () => {
    const found: string[] = [];
    for (const address of addresses) {
      await page.emulateMedia({ colorScheme: "light" });
      await read(address);
      found.push(...(await faults(page, axe)).map((fault) => `${address}: ${fault}`));
      await page.emulateMedia({ colorScheme: "dark" });
      found.push(...(await faults(page, axe, ["color-contrast"])).map((fault) => `${address}, dark: ${fault}`));
    }
    expect(found).toEqual([]);
  });

  test("is as wide as a phone, on any page, with all that folds opened", async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 390, height: 800 });
    const wide: string[] = [];
    for (const address of addresses) {
      await read(address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) wide.push(`${address}: ${width}`);
    }
    await page.setViewportSize({ width: 1300, height: 900 });
    expect(wide).toEqual([]);
  });

  test("leads nowhere that is not there", async () => {
    const missing = new Set<string>();
    for (const address of addresses) {
      await page.goto(`${site.url}${address}`, { waitUntil: "domcontentloaded" });
      const links = await page.evaluate(() => [...document.querySelectorAll("a")].map(({ href }) => href));
      for (const link of new Set(links.filter((each) => each.startsWith(site.url)))) {
        const { pathname, hash } = new URL(link);
        const path = pathname.slice(new URL(site.url).pathname.length).replace(/(^|\/)$/, "$1index.html");
        const text = /\.html$/.test(path) ? textOf(path) : "";
        if (text === undefined) missing.add(`${address}: ${link}`);
        else if (
          /^(?:index|book)/.test(path) &&
          hash !== "" &&
          !text.includes(`id="${decodeURIComponent(hash.slice(1))}"`)
        )
          missing.add(`${address}: ${link}`);
      }
    }
    expect([...missing]).toEqual([]);
  });

  test.each(["index.html", "book/03-flows-on-a-line/", "book/glossary/"])(
    "%s can be walked by keys",
    async (address) => {
      await read(address);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
      const seen: string[] = [];
      for (let k = 0; k < 40; k++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const { width, height, bottom } = element.getBoundingClientRect();
          element.dataset["walked"] ??= String(document.querySelectorAll("[data-walked]").length);
          return `${width > 0 && height > 0 && bottom > 0 ? "" : "unseen "}${element.dataset["walked"]}`;
        });
        seen.push(at);
      }
      expect(seen.filter((at) => at.startsWith("unseen"))).toEqual([]);
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  test("finds separatrix, and goes to where it is told", async () => {
    await page.goto(`${site.url}book/03-flows-on-a-line/`);
    await page.getByRole("searchbox").fill("separatrix");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "4. The phase plane" }).first().click();
    await page.waitForURL(/04-the-phase-plane/);
    expect(await page.locator("main").textContent()).toContain("separatrix");
  });

  test("leads from the API reference back", async () => {
    await page.goto(`${site.url}api/functions/simulate.html`);
    await page.getByRole("link", { name: "The book" }).click();
    await page.getByRole("heading", { name: "Contents" }).waitFor();
  });

  test("opens an exercise in JupyterLab at its place", async () => {
    await page.goto(`${site.url}book/03-flows-on-a-line/`);
    await page.getByRole("link", { name: "Open in JupyterLab: exercise 3.3" }).click();
    await shown(page, "03-flows-on-a-line.ipynb");
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { content } = window.jupyterapp.shell.currentWidget;
          return Array.from(content.model.cells)[content.activeCellIndex]?.id;
        }),
      )
      .toBe("exercise-3-3");
  });

  test("is read and searched without a network, once it was visited", async () => {
    await page.goto(site.url);
    await page.waitForFunction(async () => (await caches.keys()).length > 0);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const cache = await caches.open("nullcline-site");
          const kept = (await cache.keys()).map(({ url }) => url);
          return ["book/21-two-neurons/index.html", "pagefind-entry.json"].every((end) =>
            kept.some((url) => url.includes(end)),
          );
        }),
      )
      .toBe(true);
    const whatWasThere = site.problems.length;
    await site.cut();
    await read("book/15-classes-of-excitability/");
    await page.goto(`${site.url}book/search/?q=separatrix`);
    await page.locator("#results li").first().waitFor();
    await site.restore();
    expect(site.problems.slice(whatWasThere).filter(isAFault)).toEqual([]);
  });

  test("and nothing went wrong in any page", () => expect(site.problems.filter(isAFault)).toEqual([]));
});

/** Not what was still on its way when a page was left, nor the host that was taken away. */
const isAFault = (problem: string): boolean => !/ERR_ABORTED|service-worker/.test(problem);

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(join(folder, path), "utf8");
  } catch {
    return undefined;
  }
};
