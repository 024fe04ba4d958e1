import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connect, newPage, noBrowser } from "./browser.js";

type Nullcline = typeof import("../../src/index.js");

/** All that is compared, as text that keeps every bit. It runs in Node and, by its text, in the page. */
const measured = (nullcline: Nullcline): string => {
  const { bifurcations, defineModel, hodgkinHuxley, persistentSodiumPotassium, simulate, state, step } = nullcline;
  const run = simulate(hodgkinHuxley, { duration: 60, stimulus: step(10, 5) });
  const decay = defineModel({
    name: "decay",
    source: "",
    equations: "dx/dt = -k*tanh(x)",
    states: { x: state(2, "1", [-3, 3]) },
    parameters: { k: [0.3, "1/ms"] },
  });
  const results = {
    time: run.time,
    V: run.states.V,
    spikes: run.spikes,
    decay: simulate(decay, { duration: 10 }).states.x,
    bifurcations: bifurcations(persistentSodiumPotassium, "I", [0, 60]),
  };
  return JSON.stringify(results, (_, value: unknown) => {
    if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
    return Object.is(value, -0) || (typeof value === "number" && !Number.isFinite(value)) ? String(value) : value;
  });
};

/** What a student does in an exercise: each card is printed. */
const judged = (nullcline: Nullcline): void => {
  nullcline.student("ab123");
  nullcline.check("7.1", 3);
  nullcline.hint("7.1");
  nullcline.progress("07");
};

describe.skipIf(noBrowser())("the main entry, bundled for a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-entry-"));
  let browser: Browser;
  let page: Page;
  const printed: string[] = [];

  beforeAll(async () => {
    const { outputFiles, warnings } = await build({
      stdin: { contents: 'export * from "nullcline";', resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
    });
    expect(warnings).toEqual([]);
    browser = await connect(inject("browser"));
    page = await newPage(browser);
    await page.route("**/*", (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>entry</title>" });
      if (path === "/bundle.js") return route.fulfill({ contentType: "text/javascript", body: outputFiles[0].text });
      const file = path.replace("/nullcline/", "");
      return existsSync(file) ? route.fulfill({ body: readFileSync(file) }) : route.fulfill({ status: 404 });
    });
    page.on("console", (message) => printed.push(message.text()));
    await load();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const load = async (): Promise<void> => {
    await page.goto("http://nullcline.test/");
    await page.addScriptTag({
      type: "module",
      content: 'import * as nullcline from "/bundle.js"; window.nullcline = nullcline;',
    });
    await page.waitForFunction("window.nullcline !== undefined");
  };
  const inPage = <T>(work: (nullcline: Nullcline) => T): Promise<T> =>
    page.evaluate(`(${String(work)})(window.nullcline)`);
  const inNode = (work: (nullcline: Nullcline) => unknown): string => {
    const code = `import * as nullcline from "nullcline";
      process.chdir(${JSON.stringify(folder)});
      const result = (${String(work)})(nullcline);
      if (result !== undefined) console.log(result);`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    expect(stderr).toBe("");
    return stdout.trimEnd();
  };

  test("simulates and finds bifurcations to the same bits as in Node", async () => {
    const there = await inPage(measured);
    expect(JSON.parse(there)).toMatchObject({
      bifurcations: { points: [{ kind: "saddle-node on invariant circle", status: "refined" }] },
    });
    expect(there).toBe(inNode(measured));
  });

  test("judges an exercise in the same words, and remembers it when the page is loaded again", async () => {
    printed.length = 0;
    await inPage(judged);
    expect(printed.join("\n")).toBe(inNode(judged));
    printed.length = 0;
    await load();
    await inPage((nullcline) => {
      nullcline.student("ab123");
      nullcline.progress("07");
    });
    expect(printed.join("\n")).toContain("△ begun  7.1");
  });

  test("reads its files where it is told that they are, and says what to do where they are not", async () => {
    const missing = inPage((nullcline) => nullcline.voltageClamp1952().potassium.length);
    await expect(missing).rejects.toThrow(
      /data\/hodgkin-huxley-1952\.json .* say where its folder is, locatePackage\(/,
    );
    expect(
      await inPage((nullcline) => {
        nullcline.locatePackage("/nullcline");
        return nullcline.voltageClamp1952().potassium.length;
      }),
    ).toBe(11);
  });

  test("typesets equations and draws a figure to be shown", async () => {
    printed.length = 0;
    await inPage(({ equations, hodgkinHuxley, plot, setup, show, simulate }) => {
      setup();
      equations(hodgkinHuxley, ["IK"]);
      show(plot.trace(simulate(hodgkinHuxley, { duration: 5 })));
    });
    expect(printed).toEqual([expect.stringMatching(/^nullcline \d/), "IK", expect.stringMatching(/^\[figure\] /)]);
  });

  test("refuses what no browser has in a sentence", async () => {
    const full = inPage((nullcline) => nullcline.setup({ library: "full" }));
    await expect(full).rejects.toThrow('in a browser there is the library "cartesian" only');
  });
});
