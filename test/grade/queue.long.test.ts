import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Results } from "../../src/grade/report/results.js";
import { until } from "../patience.js";
import { bookOf, ids, notebook, worth, type Sheet } from "./class/answers.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cli = join(root, "dist", "cli.js");
const masters = join(root, "notebooks", "source");
const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
const students = 6;
const sheets = Array.from({ length: students }, (_, i): Sheet => {
  const all = ids.map((id, k) => [id, (k + i) % 3 === 0 ? "mix-up" : "right"] as const);
  return Object.fromEntries(all);
});
const expected = sheets.map((sheet) => ids.reduce((sum, id) => sum + worth(sheet[id], id), 0));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe.skipIf(!hasRedis)("a queue", () => {
  let folder: string;
  let address: string;
  let redis: ChildProcess;
  let running: ChildProcess[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "queue-"));
    for (const [i, sheet] of sheets.entries()) {
      mkdirSync(join(folder, `in/s${i}`), { recursive: true });
      writeFileSync(join(folder, `in/s${i}/${notebook}.ipynb`), JSON.stringify(bookOf(`s${i}`, sheet, "n")));
    }
  });
  beforeEach(async () => {
    const port = await freePort();
    address = `redis://127.0.0.1:${port}`;
    redis = spawn("redis-server", ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
    let said = "";
    redis.stdout?.on("data", (text: Buffer) => (said += String(text)));
    await until(() => said.includes("Ready to accept connections"));
  });
  afterEach(() => {
    for (const child of [...running, redis]) child.kill("SIGKILL");
    running = [];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = (...args: readonly string[]): ChildProcess & { said: () => string } => {
    const child = spawn(process.execPath, [cli, ...args]);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => (said += String(text)));
    running.push(child);
    return Object.assign(child, { said: () => said });
  };
  const worker = async (from = masters) => {
    const child = start("grade-worker", "--queue", address, "--masters", from);
    await until(() => child.said().includes("waiting for submissions"));
    return child;
  };
  const grader = (out: string, ...more: readonly string[]) =>
    start("grade", join(folder, "in"), "--out", join(folder, out), "--queue", address, ...more);
  const ended = (child: ChildProcess): Promise<number | null> =>
    new Promise((resolve) => child.once("exit", (code) => resolve(code)));
  const results = (out: string): Results =>
    JSON.parse(readFileSync(join(folder, out, "results.json"), "utf8")) as Results;
  const lines = (out: string): number =>
    existsSync(join(folder, out, "marked.jsonl"))
      ? readFileSync(join(folder, out, "marked.jsonl"), "utf8").split("\n").length - 1
      : 0;
  /** What is left of jobs in Redis. */
  const jobsLeft = (): number => {
    const keys = spawnSync("redis-cli", ["-u", address, "--scan", "--pattern", "bull:nullcline-grade:*"]);
    return String(keys.stdout).match(/grade:[0-9a-f]{64}/g)?.length ?? 0;
  };

  it("loses and doubles nothing when workers and the grader are killed in the middle", async () => {
    const [first, doomed] = [await worker(), await worker()];
    const killed = grader("marks");
    await until(() => lines("marks") >= 1);
    doomed.kill("SIGKILL");
    killed.kill("SIGKILL");
    await ended(killed);
    const again = grader("marks", "--resume");
    expect(await ended(again)).toBe(0);
    expect(results("marks").submissions.map(({ score }) => score)).toEqual(expected);
    expect(lines("marks")).toBe(students);
    expect(jobsLeft()).toBe(0);
    expect(first.exitCode).toBe(null);
  });

  it("says of what no worker could mark why, keeps it, and marks it when a right worker is there", async () => {
    const others = join(folder, "masters");
    cpSync(masters, others, { recursive: true });
    writeFileSync(join(others, `${notebook}.hidden.ts`), "export const hidden = {};\n");
    const wrong = await worker(others);
    expect(await ended(grader("dead"))).toBe(1);
    for (const { problem } of results("dead").submissions) expect(problem).toMatch(/a worker has other masters/);
    expect(jobsLeft()).toBe(students);
    wrong.kill("SIGKILL");
    await worker();
    expect(await ended(grader("dead", "--resume"))).toBe(0);
    expect(results("dead").submissions.map(({ score }) => score)).toEqual(expected);
    expect(jobsLeft()).toBe(0);
  });

  it("whose Redis does not answer is told before anything is marked", async () => {
    redis.kill("SIGKILL");
    const child = grader("nowhere");
    expect(await ended(child)).toBe(2);
    expect(child.said()).toContain("no Redis answers at redis://127.0.0.1");
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });
});
