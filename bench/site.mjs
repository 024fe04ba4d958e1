// What the site costs a reader: bytes on the way, compressed, and times, until a notebook is shown and until its first
// cell has its result; and what a page costs that is read. `node bench/site.mjs [NOTEBOOK]`, after `npm run site`. Prints
// medians of visits by new browsers.
import { chromium } from "playwright-core";
import { serve } from "../scripts/site-server.mjs";
import { site } from "../scripts/site.mjs";

const notebook = process.argv[2] ?? "03-flows-on-a-line.ipynb";
const visits = 5;
const executablePath = process.env.BROWSER_PATH ?? "/usr/bin/chromium";
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

async function visit() {
  const files = new Map();
  const server = await serve(site, { under: "/course", sent: (file, bytes) => files.set(file, bytes) });
  const browser = await chromium.launch({ executablePath, args });
  // Without the worker that keeps the site: it fetches the rest of it, after the first result.
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  const start = performance.now();
  await page.goto(`${server.url}lab/index.html?path=${notebook}`);
  await page.waitForSelector(".jp-Notebook .jp-RenderedMarkdown h1");
  const shown = performance.now() - start;
  const ofShell = [...files.values()].reduce((a, b) => a + b, 0);
  await page.evaluate(async () => {
    const { shell, commands } = window.jupyterapp;
    const { context: file, content, sessionContext } = shell.currentWidget;
    await Promise.all([file.ready, sessionContext.ready]);
    content.activeCellIndex = Array.from(content.model.cells).findIndex(({ type }) => type === "code");
    await commands.execute("notebook:run-cell");
  });
  const result = performance.now() - start;
  await browser.close();
  await server.close();
  return { shown, result, ofShell, files };
}

const all = [];
for (let k = 0; k < visits; k++) all.push(await visit());
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const of = (pattern) =>
  [...all[0].files].filter(([file]) => pattern.test(file)).reduce((sum, [, bytes]) => sum + bytes, 0);
const mega = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const ours = /^extensions\/nullcline-kernel\//;
console.log(`${notebook}: ${all[0].files.size} files`);
console.log(`| all, to the first result | ${mega(of(/./))} |`);
console.log(`| JupyterLab | ${mega(of(/./) - of(ours))} |`);
for (const [name, pattern] of [
  ["compiler", /\/compiler\./],
  ["declarations", /\/declarations\./],
  ["runner: the package and the code that runs cells", /\/runner\./],
  ["front in the page", /\/remoteEntry\./],
  ["mathjs, Temml, where they are asked for", /\/library\./],
  ["figure library and live figures", /\/package\/dist\//],
])
  console.log(`| ${name} | ${mega(of(new RegExp(`${ours.source}.*${pattern.source}`)))} |`);
console.log(`shown ${Math.round(median(all.map(({ shown }) => shown)))} ms`);
console.log(`ratio ${median(all.map(({ shown, result }) => result / shown)).toFixed(2)}`);

/** Bytes of a page that is read: until its first paint, until it is loaded, and with its figures alive. */
async function read(address) {
  const server = await serve(site, { under: "/course" });
  const browser = await chromium.launch({ executablePath, args });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${server.url}${address}`);
  const bytes = (until) =>
    page.evaluate((at) => {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      const fetched = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      return fetched
        .filter(({ responseEnd }) => at === "end" || responseEnd <= paint.startTime)
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    }, until);
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  const [painted, loaded] = [await bytes("paint"), await bytes("end")];
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
    document.querySelector("nullcline-live").scrollIntoView();
  });
  await page.waitForSelector("nullcline-live.nullcline-on");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState("networkidle");
  const whole = await bytes("end");
  await browser.close();
  await server.close();
  return [painted, loaded, whole];
}

for (const address of ["", "book/03-flows-on-a-line/", "book/08-hodgkin-huxley/"])
  console.log(`| ${address === "" ? "front page" : address} | ${(await read(address)).map(mega).join(" | ")} |`);
