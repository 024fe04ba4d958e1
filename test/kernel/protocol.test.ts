import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../patience.js";
import { encode } from "../../src/kernel/front/wire.js";
import { connectionFile, startKernel, type Answer, type Client } from "./client.js";

let kernel: Client;

beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.close());

const folder = mkdtempSync(join(tmpdir(), "nullcline-go-"));
afterAll(() => rmSync(folder, { recursive: true }));
/** Code that waits for a file, and then fails. */
const failsOnceThereIs = (file: string): string => `import { existsSync } from "fs";
  while (!existsSync(${JSON.stringify(file)})) await new Promise((turn) => setImmediate(turn));
  throw new Error("late");`;

const types = ({ published }: Answer): string[] => published.map((m) => m.header.msg_type);
const status = ({ reply }: Answer): unknown => reply.content.status;
const text = ({ published }: Answer): string =>
  published
    .filter((m) => m.header.msg_type === "stream")
    .map((m) => m.content.text)
    .join("");

/** Waits for a text output that matches. */
async function printed(pattern: RegExp): Promise<string> {
  for (;;) {
    const found = String((await kernel.published("stream")).content.text);
    if (pattern.test(found)) return found;
  }
}

describe("the kernel", () => {
  test("repeats the input, shows what is printed, gives the last expression as result with the same count", async () => {
    const answer = await kernel.execute("console.log('a'); 1 + 1");
    expect(types(answer)).toEqual(["execute_input", "stream", "execute_result"]);
    const [input, , result] = answer.published;
    expect(result?.content).toMatchObject({
      data: { "text/plain": "2" },
      execution_count: input?.content.execution_count,
    });
    expect(answer.reply.content).toMatchObject({ status: "ok", execution_count: input?.content.execution_count });
  });

  test("keeps the order of text and displays", async () => {
    const answer = await kernel.execute(
      "import { display } from 'tslab'; console.log(1); display.html('<i>2</i>'); console.log(3)",
    );
    expect(answer.published.slice(1).map((m) => m.content.text ?? m.content.data)).toEqual([
      "1\n",
      { "text/html": "<i>2</i>" },
      "3\n",
    ]);
  });

  test("reports an error as an error message and in the reply", async () => {
    const answer = await kernel.execute("throw new RangeError('dt must be positive')");
    expect(types(answer)).toEqual(["execute_input", "error"]);
    expect(answer.published[1]?.content).toMatchObject({ ename: "RangeError", evalue: "dt must be positive" });
    expect(answer.reply.content).toMatchObject({ status: "error", ename: "RangeError", evalue: "dt must be positive" });
  });

  test("does not count a silent cell and publishes nothing of it", async () => {
    const before = (await kernel.execute("0")).reply.content.execution_count;
    expect(types(await kernel.execute("console.log('x'); 5", { silent: true }))).toEqual([]);
    expect((await kernel.execute("0")).reply.content.execution_count).toBe((before as number) + 1);
  });

  test("gathers twenty thousand printed lines into few messages and loses none", async () => {
    const answer = await kernel.execute("for (let i = 0; i < 20000; i++) console.log(i)");
    expect(text(answer)).toBe(Array.from({ length: 20000 }, (_, i) => `${i}\n`).join(""));
    expect(answer.published.length).toBeLessThan(50);
  });

  test("cuts the output of a cell that prints without end", async () => {
    const answer = await kernel.execute("for (let i = 0; i < 3000; i++) console.log('x'.repeat(999))");
    expect(text(answer).length).toBeLessThan(1_000_200);
    expect(answer.published.at(-1)?.content.text).toContain("more than 1 million characters");
  });

  test("shows an error that no cell awaits, and lives on", async () => {
    await kernel.execute("setTimeout(() => { throw new Error('late') }, 5); 0");
    expect(await printed(/late/)).toMatch(/^Error: late\n {2}at cell \[\d+\], line 1\n/);
    expect(status(await kernel.execute("1"))).toBe("ok");
  });
});

describe("more messages than zeromq.js sends before the event loop turns, 512,", () => {
  test("may be the displays of one cell", async () => {
    const answer = await kernel.execute(
      "import { display } from 'tslab'; for (let i = 0; i < 600; i++) display.text(String(i))",
    );
    expect(answer.published.slice(1).map((m) => m.content.data)).toEqual(
      Array.from({ length: 600 }, (_, i) => ({ "text/plain": String(i) })),
    );
    expect(status(await kernel.execute("1"))).toBe("ok");
  });

  test("may be those of many cells that are run one after another", async () => {
    const all = await Promise.all(Array.from({ length: 150 }, (_, i) => kernel.execute(`console.log(${i})`)));
    expect(all.map(text)).toEqual(Array.from({ length: 150 }, (_, i) => `${i}\n`));
    expect(status(await kernel.execute("1"))).toBe("ok");
  });

  test("may be the answers to cells that wait behind a failing one", async () => {
    const go = join(folder, "first");
    const failing = kernel.execute(failsOnceThereIs(go));
    const waiting = Array.from({ length: 600 }, () => kernel.execute("1"));
    await kernel.request("kernel_info_request", {}); // is answered at once, so the cells before it have arrived
    writeFileSync(go, "");
    expect(status(await failing)).toBe("error");
    expect(new Set((await Promise.all(waiting)).map(status))).toEqual(new Set(["aborted"]));
    expect(status(await kernel.execute("1"))).toBe("ok");
  });
});

test("a value that cannot be printed is an error of its cell, and the kernel lives on", async () => {
  const shy = "({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new RangeError('shy') } })";
  expect((await kernel.execute(shy)).reply.content).toMatchObject({ status: "error", ename: "RangeError" });
  expect(status(await kernel.execute("1"))).toBe("ok");
});

describe("cells that wait behind a failing one", () => {
  test("are not run and say so, and the next request is run at once", async () => {
    await kernel.execute("let ran = 0");
    const [failed, second, third] = await Promise.all([
      kernel.execute("throw new Error('first')"),
      kernel.execute("ran++"),
      kernel.execute("ran++"),
    ]);
    expect([failed, second, third].map(status)).toEqual(["error", "aborted", "aborted"]);
    expect(text(second)).toBe("Not run: a cell before this one stopped with an error.\n");
    expect((await kernel.execute("ran")).published.at(-1)?.content.data).toEqual({ "text/plain": "0" });
  });

  test("are not run either when they arrive while the failing one is at work", async () => {
    const go = join(folder, "second");
    const failing = kernel.execute(failsOnceThereIs(go));
    const waiting = kernel.execute("ran++");
    await kernel.request("kernel_info_request", {}); // is answered at once, so the cell before it has arrived
    writeFileSync(go, "");
    expect((await Promise.all([failing, waiting])).map(status)).toEqual(["error", "aborted"]);
  });

  test("are run when the client asks not to stop on errors", async () => {
    const all = await Promise.all([
      kernel.execute("throw new Error('first')", { stop_on_error: false }),
      kernel.execute("ran++; ran"),
    ]);
    expect(all.map(status)).toEqual(["error", "ok"]);
  });
});

describe("other requests", () => {
  test("complete a name by its type, with cursors counted in characters", async () => {
    const { reply } = await kernel.request("complete_request", { code: "const note = '🧠'; Math.cbr", cursor_pos: 26 });
    expect(reply.content).toMatchObject({ status: "ok", matches: ["cbrt"], cursor_start: 23, cursor_end: 26 });
  });

  test("complete options, texts and modules, each with its kind, and one's own names before all others", async () => {
    await kernel.execute("import { hodgkinHuxley as model, simulate } from 'nullcline'; const zebra = 1");
    const complete = async (code: string): Promise<(string | undefined)[]> => {
      const { content } = (await kernel.request("complete_request", { code, cursor_pos: code.length })).reply;
      const kinds = (content.metadata as { _jupyter_types_experimental: { type: string }[] })
        ._jupyter_types_experimental;
      return [...(content.matches as string[]), kinds[0]?.type];
    };
    expect(await complete("simulate(model, { dur")).toEqual(["duration", "property"]);
    expect(await complete("const t: 'left' | 'right' = 'l")).toEqual(["left", "value"]);
    expect(await complete("import * as fs from 'node:f")).toEqual(["node:fs", "node:fs/promises", "module"]);
    const all = await complete("");
    expect(all.indexOf("zebra")).toBeGreaterThanOrEqual(0);
    expect(all.indexOf("zebra")).toBeLessThan(all.indexOf("Array"));
  });

  test("explain a name, also from inside the parentheses of its call", async () => {
    for (const cursor_pos of [6, 11, 13]) {
      const { reply } = await kernel.request("inspect_request", { code: "Math.hypot(3, 4)", cursor_pos });
      expect(reply.header.msg_type).toBe("inspect_reply");
      expect(reply.content).toMatchObject({ found: true });
      expect((reply.content.data as Record<string, string>)["text/plain"]).toContain("hypot(...values");
    }
  });

  test("tell whether code is complete", async () => {
    expect((await kernel.request("is_complete_request", { code: "const f = () => {" })).reply.content).toEqual({
      status: "incomplete",
      indent: "  ",
    });
    expect((await kernel.request("is_complete_request", { code: "1" })).reply.content).toEqual({ status: "complete" });
  });

  test("describe the kernel, in words that every front end can read", async () => {
    const { content } = (await kernel.request("kernel_info_request", {})).reply;
    expect(content).toMatchObject({ status: "ok", protocol_version: "5.5", implementation: "nullcline" });
    const language = content.language_info as Record<string, unknown>;
    expect(language).toMatchObject({ name: "typescript", file_extension: ".ts", mimetype: "text/typescript" });
    expect(Object.values(language).every((value) => typeof value === "string")).toBe(true);
    expect((await kernel.request("comm_info_request", {})).reply).toMatchObject({
      header: { msg_type: "comm_info_reply" },
      content: { status: "ok", comms: {} },
    });
  });

  test("that are unknown have an error for an answer, on both channels", async () => {
    for (const channel of ["shell", "control"] as const)
      expect((await kernel.request("no_such_request", {}, channel)).reply).toMatchObject({
        header: { msg_type: "no_such_reply" },
        content: { status: "error", evalue: "no_such_request is not something this kernel can be asked" },
      });
  });

  test("that are malformed, unsigned or sent once more are dropped and logged, and leave no trace in a cell's output", async () => {
    const header = {
      msg_id: "once",
      msg_type: "execute_request",
      session: "s",
      username: "",
      date: "",
      version: "5.3",
    };
    const message = { identities: [], header, parent: {}, content: { code: "'twice'" } };
    const signed = encode(message, kernel.key).map(String);
    for (const frames of [
      ["<IDS|MSG>", "0".repeat(64), "{}", "{}", "{}", "{}"],
      ["nonsense"],
      encode({ ...message, header: null as never }, kernel.key).map(String),
      encode({ ...message, content: null as never }, kernel.key).map(String),
      encode({ ...message, content: [] as never }, kernel.key).map(String),
      signed,
      signed,
    ])
      await kernel.raw(frames);
    expect(types(await kernel.execute("2"))).toEqual(["execute_input", "execute_result"]);
    await until(() => kernel.printed().trim().split("\n").length >= 6);
    expect(kernel.printed().match(/dropped/g)?.length).toBe(6);
  });

  test("to shut down are confirmed, and the process ends, whatever a cell left running", async () => {
    await kernel.execute("setInterval(() => {}, 1000)");
    const ended = once(kernel.process, "exit");
    const [{ reply }] = await Promise.all([
      kernel.request("shutdown_request", { restart: false }),
      kernel.request("shutdown_request", { restart: false }).catch(() => {}),
    ]);
    expect(reply.content).toEqual({ status: "ok", restart: false });
    expect((await ended)[0]).toBe(0);
  });
});

test("a kernel whose Jupyter dies without a word ends too", async () => {
  // The one between is Jupyter here: it starts the kernel, tells its process id, and is killed.
  const code =
    "const { spawn } = require('child_process'); const k = spawn(process.execPath, ['dist/cli.js', 'kernel', process.argv[1]], { stdio: 'ignore' }); console.log(k.pid); setInterval(() => {}, 1000)";
  const { file, shell_port, remove } = await connectionFile();
  const between = spawn(process.execPath, ["-e", code, file], { stdio: ["ignore", "pipe", "inherit"] });
  const [pid] = (await once(between.stdout, "data")) as [Buffer];
  const lives = (): boolean => {
    try {
      return process.kill(Number(pid), 0);
    } catch {
      return false;
    }
  };
  const isBound = (): Promise<boolean> =>
    new Promise((tell) => {
      const socket = connect(shell_port, "127.0.0.1", () => {
        socket.destroy();
        tell(true);
      }).once("error", () => tell(false));
    });
  await until(isBound);
  between.kill("SIGKILL");
  await until(() => !lives());
  remove();
});
