import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pause, until } from "../patience.js";
import { answered, book } from "./hand-in.js";

const script = fileURLToPath(new URL("fixtures/grade.mjs", import.meta.url));
const students = 8;

describe("a grader that is killed", () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "resume-"));
    mkdirSync(path("tmp"));
    for (let i = 0; i < students; i++) {
      const notebook = i % 2 === 0 ? book() : answered({ "90.2": `const cube = (x: number): number => ${i} * x;` });
      mkdirSync(path(`in/s${i}`), { recursive: true });
      writeFileSync(path(`in/s${i}/90-grading.ipynb`), JSON.stringify(notebook));
    }
    expect(await finished("whole")).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = (out: string, ...more: readonly string[]) =>
    spawn(process.execPath, [script, path("in"), path(out), "30000", ...more], {
      stdio: "ignore",
      env: { ...process.env, TMPDIR: path("tmp") },
    });
  const finished = (out: string, ...more: readonly string[]): Promise<number | null> =>
    new Promise((resolve) => start(out, ...more).once("exit", resolve));
  const lines = (out: string): number =>
    existsSync(path(`${out}/marked.jsonl`))
      ? readFileSync(path(`${out}/marked.jsonl`), "utf8").split("\n").length - 1
      : 0;
  /** Processes of the grader: the command line of each names the folder that it may read. */
  const processes = (): string[] =>
    readdirSync("/proc").filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(path("tmp"));
      } catch {
        return false; // it has ended
      }
    });

  it("three times goes on each time where it was, and comes to the results of one that was not", async () => {
    for (const marks of [1, 3, 5]) {
      const grader = start("killed", "--resume");
      await until(() => lines("killed") >= marks);
      grader.kill("SIGKILL");
      await until(() => processes().length === 0);
      expect(existsSync(path("killed/results.json"))).toBe(false);
    }
    expect(await finished("killed", "--resume")).toBe(0);
    expect(readFileSync(path("killed/results.json"), "utf8")).toBe(readFileSync(path("whole/results.json"), "utf8"));
    expect(lines("killed")).toBe(students);
    expect(readdirSync(path("tmp"))).toEqual([]);
  });

  it("at any moment of its first seconds leaves no process, not even one that has just begun", async () => {
    for (let i = 0; i < 30; i++) {
      const grader = start("early");
      await until(() => processes().length > (i % 3) + 1); // its own, then the compiler's, then bubblewrap's
      await pause(7 * (i % 10)); // at another moment each time
      grader.kill("SIGKILL");
      await until(() => processes().length === 0);
    }
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s says so, cleans up and goes on later", async (signal) => {
    const out = `stopped-${signal}`;
    for (const marks of [0, 2, 4]) {
      const grader = start(out, "--resume");
      const code = new Promise<number | null>((resolve) => grader.once("exit", resolve));
      await until(() => grader.exitCode !== null || (lines(out) >= marks && processes().length > 2));
      grader.kill(signal);
      expect(await code).toBe(128 + { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }[signal]);
      await until(() => processes().length === 0);
      expect(readdirSync(path("tmp"))).toEqual([]);
    }
    expect(await finished(out, "--resume")).toBe(0);
    expect(readFileSync(path(`${out}/results.json`), "utf8")).toBe(readFileSync(path("whole/results.json"), "utf8"));
    expect(lines(out)).toBe(students);
  });
});
