import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { venvPython } from "../../scripts/setup.mjs";
import { shownText, startKernel, type Client } from "./client.js";

let kernel: Client;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.close());

const numbers = async (code: string): Promise<number[]> =>
  JSON.parse(shownText(await kernel.execute(code))) as number[];

test("passes everything that jupyter_kernel_test asks of a kernel", () => {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-conformance-"));
  const install = [resolve("dist/cli.js"), "kernel", "install", "--prefix", folder];
  expect(spawnSync(process.execPath, install).status).toBe(0);
  const { stderr, status } = spawnSync(venvPython, [resolve("test/kernel/conformance.py"), "tslab"], {
    encoding: "utf8",
    env: { ...process.env, JUPYTER_PATH: join(folder, "share", "jupyter") },
  });
  rmSync(folder, { recursive: true });
  expect(stderr).toMatch(/\nOK/);
  expect(status).toBe(0);
});

describe("ten thousand cells", () => {
  const megabytes = async (): Promise<number> =>
    (await numbers("[Math.round(process.memoryUsage.rss() / 2 ** 20)]"))[0] ?? 0;
  let before = 0;

  test("the first of which declare a thousand names", async () => {
    await kernel.execute("const kept = { n: 42 };");
    for (let i = 0; i < 1000; i++) await kernel.execute(`const x${i} = ${i}; console.log(x${i})`);
    before = await megabytes();
  });

  // One test for each thousand, so that a busy machine has its time for each.
  test.each([2, 3, 4, 5, 6, 7, 8, 9, 10])("leave memory as it was, and names known: thousand %i", async () => {
    for (let i = 0; i < 1000; i++) await kernel.execute(`let y = ${i}; y++; console.log(y)`);
    expect(await numbers("[kept.n, x7, y]")).toEqual([42, 7, 1000]);
    expect(await megabytes()).toBeLessThan(before + 60);
  });
});

test("300 000 lines and results of 50 MB arrive as few messages, the rest is said to be cut", async () => {
  const lines = await kernel.execute("for (let i = 0; i < 300_000; i++) console.log('line', i)");
  expect(lines.published.length).toBeLessThan(500);
  expect(lines.published.at(-1)?.content.text).toContain("more than 1 million characters");
  const big = await kernel.execute("'x'.repeat(5e7)");
  expect(JSON.stringify(big.published.at(-1)?.content).length).toBeLessThan(200_000);
  const html = await kernel.execute("import { display } from 'tslab'; display.html('x'.repeat(5e7)); 1");
  expect(html.published.find((m) => m.header.msg_type === "stream")?.content.text).toContain("32 MB are shown at most");
});

test("a heap bomb is told, and the kernel goes on", async () => {
  const { reply } = await kernel.execute("const all: unknown[] = []; for (;;) all.push(new Array(1e5).fill({}))");
  expect(reply.content.evalue).toMatch(/its objects took more than \d+ MB|MB of memory/);
  expect(await numbers("[6 * 7]")).toEqual([42]);
});
