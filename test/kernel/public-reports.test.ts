// What users of other kernels reported, by tracker and number, each with its right behaviour.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../patience.js";
import { shownText, startKernel, type Answer, type Client } from "./client.js";

let kernel: Client;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.close());

const error = ({ reply }: Answer): string => `${reply.content.ename}: ${reply.content.evalue}`;
const traceback = ({ reply }: Answer): string => (reply.content.traceback as string[]).join("\n");
const text = ({ published }: Answer): string => published.map((m) => m.content.text ?? "").join("");
const value = async (code: string): Promise<string> => shownText(await kernel.execute(code));
async function stop(code: string): Promise<Answer> {
  const running = kernel.execute(`console.log('begun'); ${code}`);
  while (!String((await kernel.published("stream")).content.text).includes("begun"));
  kernel.process.kill("SIGINT");
  return running;
}
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("denoland/deno", () => {
  test("24491: an interrupted sleep keeps other variables", async () => {
    await kernel.execute(
      "const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms)); let kept = 1;",
    );
    expect(error(await stop("kept = 2; await sleep(1e6)"))).toBe("Interrupted: the cell was stopped");
    expect(await value("kept")).toBe("2");
  });

  test("32359: after while (true) was stopped the next cell is run", async () => {
    expect(error(await stop("while (true) {}"))).toBe("Interrupted: the cell was stopped");
    expect(await value("1 + 1")).toBe("2");
  });

  test("20643: a throw behind three logs, and in a class with parameter properties, has its line", async () => {
    expect(
      traceback(await kernel.execute("console.log(1)\nconsole.log(2)\nconsole.log(3)\nthrow new Error('e')")),
    ).toContain("at line 4");
    const code =
      "class Point {\n  constructor(readonly x: number) {\n    if (x < 0) throw new Error('e')\n  }\n}\nnew Point(-1)";
    expect(traceback(await kernel.execute(code))).toMatch(/at new Point, line 3[\s\S]*at line 6/);
  });

  test("35356: a cell that throws has a reply that says so, and an error message", async () => {
    const answer = await kernel.execute("throw new TypeError('e')");
    expect(answer.reply.content).toMatchObject({ status: "error", ename: "TypeError", evalue: "e" });
    expect(answer.published.at(-1)?.header.msg_type).toBe("error");
  });

  test("24437: all of five logs in a loop are shown", async () => {
    expect(text(await kernel.execute("for (let i = 0; i < 5; i++) console.log(i)"))).toBe("0\n1\n2\n3\n4\n");
  });

  test("20524: a missing argument is reported", async () => {
    expect(error(await kernel.execute("const need = (a: number, b: number) => a + b; need(1)"))).toBe(
      "TypeScript: line 1: Between the parentheses 2 values are expected, and 1 is there.",
    );
  });

  test("20556: no process is left after a shutdown", async () => {
    const other = await startKernel();
    const pid = Number(shownText(await other.execute("process.pid")));
    expect(lives(pid)).toBe(true);
    await other.request("shutdown_request", { restart: false }, "control");
    await until(() => !lives(pid) && other.process.exitCode !== null);
    await other.close();
  });

  test("20337: when all is run at once, each cell's output is its own", async () => {
    const late = "setTimeout(() => console.log('late'), 20); ";
    const cells = Array.from({ length: 8 }, (_, i) => kernel.execute(`${i === 0 ? late : ""}console.log(${i}); ${i}`));
    const answers = await Promise.all(cells);
    expect(answers.map((answer) => text(answer).replace("late\n", ""))).toEqual(answers.map((_, i) => `${i}\n`));
    expect(answers.map(shownText)).toEqual(answers.map((_, i) => `${i}`));
  });
});

describe("n-riesco/ijavascript", () => {
  test("265: a promise that never settles, kept in a variable, does not keep the kernel busy", async () => {
    const answer = await kernel.execute("const never = new Promise(() => {}); never");
    expect(shownText(answer)).toBe("Promise { <pending> }");
    expect(await value("2 + 2")).toBe("4");
  });

  test("107: a cell that declares a const is run twice", async () => {
    for (const _ of [1, 2]) expect(await value("const twice = 5; twice")).toBe("5");
  });
});

test("notablemind/jupyter-nodejs 38: a promise that is rejected at once does not end the kernel", async () => {
  const answer = await kernel.execute("void Promise.reject(new Error('at once')); 3");
  expect(shownText(answer)).toBe("3");
  expect((await kernel.execute("4")).reply.content.status).toBe("ok");
});

test("yunabe/tslab 72: a package that is an ES module alone is imported", async () => {
  const folder = JSON.parse((await value("JSON.stringify(process.cwd())")).slice(1, -1)) as string;
  const packages = join(folder, "node_modules");
  mkdirSync(join(packages, "modern"), { recursive: true });
  symlinkSync(resolve("node_modules/nullcline"), join(packages, "nullcline"), "junction");
  writeFileSync(
    join(packages, "modern", "package.json"),
    JSON.stringify({ name: "modern", type: "module", exports: { types: "./a.d.ts", import: "./a.js" } }),
  );
  writeFileSync(join(packages, "modern", "a.js"), "export const answer = 42; export default (x) => x + 1;\n");
  writeFileSync(
    join(packages, "modern", "a.d.ts"),
    "export declare const answer: number; export default function next(x: number): number;\n",
  );
  expect(await value("import next, { answer } from 'modern'; next(answer)")).toBe("43");
});

test("DonJayamanne/typescript-notebook 74: an import is still there in the next cell", async () => {
  await kernel.execute("import * as path from 'path'; import { basename } from 'path'");
  expect(await value("basename(path.join('a', 'b'))")).toBe("'b'");
});
