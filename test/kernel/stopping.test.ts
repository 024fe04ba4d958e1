import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pause, until } from "../patience.js";
import { shownText, startKernel, type Answer, type Client } from "./client.js";

let kernel: Client;
const folder = mkdtempSync(join(tmpdir(), "nullcline-stop-"));

beforeAll(async () => {
  kernel = await startKernel();
  await kernel.execute("var kept = 42; const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));");
});
afterAll(async () => {
  await kernel.close();
  rmSync(folder, { recursive: true });
});

const result = async (code: string): Promise<unknown> => {
  const { published, reply } = await kernel.execute(code);
  const shown = published.at(-1)?.content;
  return (shown?.data as Record<string, string> | undefined)?.["text/plain"] ?? reply.content;
};
const traceback = ({ published }: Answer): string =>
  ((published.at(-1)?.content.traceback ?? []) as string[]).join("\n");
const error = ({ reply }: Answer): string => `${reply.content.ename}: ${reply.content.evalue}`;
const text = ({ published }: Answer): string => published.map((m) => m.content.text ?? "").join("");

/** Waits for a cell to say that it has begun. */
async function begun(word: string): Promise<void> {
  while (!String((await kernel.published("stream")).content.text).includes(word));
}

describe.each(["signal", "message"])("an interrupt by %s", (way) => {
  const interrupt = async (): Promise<unknown> =>
    way === "signal"
      ? kernel.process.kill("SIGINT")
      : expect((await kernel.request("interrupt_request", {}, "control")).reply.content).toEqual({ status: "ok" });

  test.each([
    ["a loop", "while (true) {}"],
    ["a loop after an await", "await 1; while (true) {}"],
    ["a loop that awaits in each turn", "for (;;) await 1"],
    ["what never comes", "await new Promise(() => {})"],
    ["a loop in a timer", "setTimeout(() => { for (;;); }, 1); await new Promise(() => {})"],
    ["a loop in setImmediate", "setImmediate(() => { for (;;); }); await new Promise(() => {})"],
    ["a loop in a callback of a file", "require('fs').readFile('.', () => { for (;;); }); await new Promise(() => {})"],
    ["a regular expression that takes for ever", "/^(a+)+$/.test('a'.repeat(50) + 'b')"],
    ["a program that is waited for", "require('child_process').execSync('sleep 1000')"],
    ["a wait of the whole thread", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)"],
    ["a loop that prints", "for (;;) console.log('x')"],
  ])("stops %s, and what the notebook knew is kept", async (what, code) => {
    const running = kernel.execute(`console.log('${way} ${what}'); const before = '${way}'; ${code}`);
    await begun(`${way} ${what}`);
    await pause(100); // so that the loop is under way; nothing depends on it
    await interrupt();
    expect(error(await running)).toBe("Interrupted: the cell was stopped");
    expect(await result("[kept, before]")).toBe(`[ 42, '${way}' ]`);
  });
});

describe("what belongs to a stopped cell", () => {
  test("does not go on in later cells, whatever it waits for", async () => {
    const running = kernel.execute(
      "var turns = 0; const fs = require('fs').promises;\n" +
        "async function endless() { for (;;) { await fs.stat('.'); turns++; console.log('turn') } }\n" +
        "setInterval(() => console.log('tick'), 5); void endless(); for (;;) { await sleep(5); turns++; console.log('turn') }",
    );
    await begun("turn");
    kernel.process.kill("SIGINT");
    expect(error(await running)).toMatch(/^Interrupted/);
    const after = Number(await result("await sleep(200); turns"));
    const later = await kernel.execute("await sleep(200); turns");
    expect(later.published.at(-1)?.content.data).toEqual({ "text/plain": String(after) });
    expect(text(later)).toBe("");
  });

  test("and threads that share its work does not go on, and other threads serve the next", async () => {
    await kernel.execute(
      'import { hodgkinHuxley, simulatePopulation } from "nullcline";\n' +
        "const spikesIn = (duration: number) =>\n" +
        "  simulatePopulation(hodgkinHuxley, { count: 600, duration, threads: 2, parameters: { I: 10 } }).raster.time.length;",
    );
    const running = kernel.execute("console.log('shared'); spikesIn(1e6)");
    await begun("shared");
    await pause(200); // so that threads are at work; nothing depends on it
    kernel.process.kill("SIGINT");
    expect(error(await running)).toMatch(/^Interrupted/);
    expect(await result("spikesIn(20)")).toBe(await result("spikesIn(20)"));
  });

  test("leaves other variables and timers alone", async () => {
    await kernel.execute("var ticks = 0; setInterval(() => ticks++, 1); 0");
    const running = kernel.execute("console.log('waits'); await new Promise(() => {})");
    await begun("waits");
    kernel.process.kill("SIGINT");
    await running;
    expect(await result("const t = ticks; await sleep(100); ticks > t")).toBe("true");
  });

  test("is not what holds up a later cell: timers of an earlier one, by the hundred, end with one stop", async () => {
    await kernel.execute(
      "for (let i = 0; i < 2000; i++) setTimeout(() => { const end = Date.now() + 20; while (Date.now() < end); }, 0); 0",
    );
    const held = kernel.execute("await 1; kept");
    await kernel.request("is_complete_request", { code: "1" });
    kernel.process.kill("SIGINT");
    if ((await held).reply.content.status === "error") expect(error(await held)).toMatch(/^Interrupted/);
    expect(await result("kept")).toBe("42");
  });

  test("nor is what earlier ones left, which a Stop between cells ends: timers, threads, programs", async () => {
    await kernel.execute(
      `var ticks = 0; setInterval(() => ticks++, 1); void (async () => { for (;;) { await sleep(1); ticks++ } })();
var left = (() => {
  const { once } = require('events'), { spawn } = require('child_process'), { Worker } = require('worker_threads');
  const thread = new Worker('setInterval(() => {}, 1)', { eval: true });
  const [polite, deaf] = [spawn('sleep', ['1000']), spawn('sh', ['-c', "trap '' INT; while :; do sleep 0.1; done"])];
  return {
    ends: Promise.all([thread, polite, deaf].map((each) => once(each, 'exit'))),
    detached: spawn('sleep', ['1000'], { detached: true, stdio: 'ignore' }),
  };
})();`,
    );
    await pause(1100); // sooner, a Stop is for the cell that was stopped before
    await kernel.request("interrupt_request", {}, "control");
    expect(await result("await left.ends; var t = ticks; await sleep(100); ticks - t")).toBe("0");
    expect(await result("[process.kill(left.detached.pid, 0), left.detached.kill('SIGKILL')]")).toBe("[ true, true ]");
    expect(await result("setTimeout(() => ticks++, 1); await sleep(100); ticks - t")).toBe("1");
  });

  test("an interrupt between cells harms nothing", async () => {
    kernel.process.kill("SIGINT");
    await kernel.request("kernel_info_request", {});
    const first = await result("await 1; kept");
    if (first !== "42") expect(first).toMatchObject({ ename: "Interrupted" }); // the signal came only after its start
    expect(await result("await 1; kept")).toBe("42");
  });
});

describe("while a cell computes", () => {
  test("all else is answered", async () => {
    const running = kernel.execute("console.log('busy'); for (;;);");
    await begun("busy");
    expect(
      (await kernel.request("complete_request", { code: "Math.cbr", cursor_pos: 8 })).reply.content.matches,
    ).toEqual(["cbrt"]);
    expect((await kernel.request("is_complete_request", { code: "1" })).reply.content).toEqual({ status: "complete" });
    expect((await kernel.request("kernel_info_request", {}, "control")).reply.content.status).toBe("ok");
    await kernel.request("interrupt_request", {}, "control");
    await running;
  });
});

describe("the end of the process that runs the cells", () => {
  test.each([
    ["process.abort()", "it was ended by SIGABRT"],
    ["process.kill(process.pid, 'SIGKILL')", "it was ended by SIGKILL"],
    ["(process as any).reallyExit(3)", "it ended itself, with exit code 3"],
    ["require('fs').closeSync(3); for (;;);", "it has closed its channel to the kernel"],
  ])("%s is told with what was lost, and the next cell is run", async (code, why) => {
    await kernel.execute("const lostName = 1");
    const answer = await kernel.execute(code);
    expect(error(answer)).toBe(`Lost: the process that runs the cells has ended: ${why}`);
    expect(text(answer)).toBe("");
    expect(traceback(answer)).toContain("lostName");
    expect((await kernel.execute("lostName")).reply.content.evalue).toBe("line 1: Cannot find name 'lostName'.");
    expect(await result("const lostName = 2; lostName")).toBe("2");
  });

  test("by too large arrays is told as that", async () => {
    const arrays = await kernel.execute(
      "console.log('before'); const all: unknown[] = []; for (;;) all.push(new Float64Array(1e6).fill(1))",
    );
    expect(error(arrays)).toMatch(/it took \d+ MB of memory, more than the \d+ MB that there are for a notebook$/);
    expect(text(arrays)).toBe("before\n");
    expect(await result("6 * 7")).toBe("42");
  });
});

test("nothing is left of a busy cell, nor of what it has started, when the kernel is killed", async () => {
  const doomed = await startKernel();
  const pids = await doomed.execute(
    "const child = require('child_process').spawn('sleep', ['1000']); [process.pid, child.pid]",
  );
  const [own, child] = JSON.parse(shownText(pids)) as [number, number];
  const lives = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  expect([own, child].map(lives)).toEqual([true, true]);
  await doomed.send("execute_request", { code: "for (;;);" });
  await doomed.close();
  await until(() => !lives(own) && !lives(child));
});

test("an error is told in short where a cell has spoilt what telling it needs", async () => {
  await kernel.execute("Array.prototype.map = Array.prototype.push = String.prototype.split = null as any; 1");
  expect(error(await kernel.execute("throw new RangeError('mine')"))).toBe("RangeError: mine");
  await kernel.execute("(process as any).reallyExit(0)");
});

test.each([
  "JSON.stringify = () => '{}'",
  "JSON.parse = () => 1",
  "Array.prototype.push = Array.prototype.map = Array.prototype.join = () => { throw 0 }",
  "(globalThis as any).Buffer = undefined",
  "(globalThis as any).Promise = undefined; (globalThis as any).setTimeout = undefined",
  "Promise.prototype.then = () => { throw 1 }",
  "(Object.prototype as any).toJSON = () => 'spoilt'",
  "(String.prototype as any).slice = null; (Function.prototype as any).call = null",
  "Object.defineProperty(Object.prototype, 'then', { get() { throw 2 } })",
  "for (const name of Object.getOwnPropertyNames(globalThis)) try { delete (globalThis as any)[name] } catch {}",
  'require(\'fs\').writeSync(3, \'{"kind":"end","run":1}\\nnull\\n[]\\n{"kind":"end","run":\' + 1e9 + \'}\\n\')',
])("a cell can spoil its own world, not the kernel: %s", async (code) => {
  await kernel.execute(`${code}; 0`);
  expect((await kernel.execute("1 + 1")).reply.content.status).toBe("ok");
  expect(await result("'still ' + 'here'")).toBe("'still here'");
  await kernel.execute("(process as any).reallyExit(0)");
  await until(async () => (await kernel.execute("1")).reply.content.status === "ok");
});
