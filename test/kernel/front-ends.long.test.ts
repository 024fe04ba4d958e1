/** What a front end may do at a bad moment, or by a fault of its own. */
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pause, until } from "../patience.js";
import { startKernel, type Client } from "./client.js";

const asking = { silent: false, store_history: true, stop_on_error: true, user_expressions: {}, allow_stdin: true };

describe("a request", () => {
  let kernel: Client;
  beforeAll(async () => {
    kernel = await startKernel();
  });
  afterAll(() => kernel.close());

  const requests: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    execute: { code: "1 + 1", ...asking, subshell_id: null },
    complete: { code: "Math.", cursor_pos: 5 },
    inspect: { code: "Math", cursor_pos: 2, detail_level: 0 },
    is_complete: { code: "1" },
    history: { hist_access_type: "tail", output: false, raw: true, session: 0, start: 0, stop: 1, n: 3, pattern: "*" },
    comm_info: { target_name: "one" },
    debug: { command: "initialize", arguments: {}, seq: 1 },
  };
  const values = [
    undefined,
    null,
    1.5,
    -1,
    1e308,
    true,
    "",
    "\ud800",
    [],
    {},
    [[[]]],
    { a: { b: [] } },
    "x".repeat(1000),
  ];

  test.each(Object.keys(requests))("%s has an answer, whatever one of its fields holds", async (kind) => {
    for (const field of Object.keys(requests[kind]))
      for (const value of values) {
        const channel = kind === "debug" ? "control" : "shell";
        const { reply } = await kernel.request(`${kind}_request`, { ...requests[kind], [field]: value }, channel);
        expect(reply.content.status, `${field}: ${JSON.stringify(value)}`).toMatch(
          /^(ok|error|incomplete|complete|invalid)$/,
        );
      }
  });

  test("about a comm does no harm, whatever it holds", async () => {
    for (const kind of ["comm_open", "comm_msg", "comm_close"])
      for (const value of values) await kernel.send(kind, { comm_id: value, target_name: value, data: value });
    expect((await kernel.execute("1 + 1")).reply.content.status).toBe("ok");
    expect(kernel.printed()).toBe("");
  });
});

describe("a Stop", () => {
  const long = Array.from({ length: 4000 }, (_, i) => `const f${i} = (x: { a: number }) => ({ ...x, b${i}: [x.a] });`);

  test.each(["message", "signal"])(
    "by %s ends a cell that is being compiled, and what waits behind it",
    async (how) => {
      const kernel = await startKernel();
      await kernel.execute("var kept = 7");
      for (const after of [0, 300]) {
        const code = `import * as all from "nullcline"; // ${after}\n${long.join("\n")}`;
        const sent = await kernel.send("execute_request", { code, ...asking });
        const behind = await kernel.send("execute_request", { code: "kept", ...asking });
        await pause(after);
        if (how === "message") await kernel.request("interrupt_request", {}, "control");
        else kernel.process.kill("SIGINT");
        expect((await kernel.answerTo(sent)).reply.content).toMatchObject({ status: "error", ename: "Interrupted" });
        expect((await kernel.answerTo(behind)).reply.content.status).toBe("aborted");
        expect((await kernel.execute("kept")).published.at(-1)?.content.data).toEqual({ "text/plain": "7" });
      }
      await kernel.close();
    },
  );
});

test("a restart ends a kernel whose cell waits for an answer", async () => {
  const kernel = await startKernel();
  const sent = await kernel.send("execute_request", { code: "await input('name? ')", ...asking });
  await kernel.send("execute_request", { code: "1", ...asking });
  await until(() => kernel.publishedFor(sent).some((m) => m.header.msg_type === "execute_input"));
  const end = once(kernel.process, "exit");
  const { reply } = await kernel.request("shutdown_request", { restart: true }, "control");
  expect(reply.content).toEqual({ status: "ok", restart: true });
  expect(await end).toEqual([0, null]);
  await kernel.close();
});
