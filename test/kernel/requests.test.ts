import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startKernel, type Answer, type Client } from "./client.js";

let kernel: Client;
let questions: readonly Readonly<Record<string, unknown>>[];

beforeAll(async () => {
  kernel = await startKernel();
  questions = kernel.answerQuestions(({ prompt }) => `answer to ${prompt}`);
});
afterAll(() => kernel.close());

const types = ({ published }: Answer): string[] => published.map((m) => m.header.msg_type);
const shown = ({ published }: Answer): unknown => published.at(-1)?.content.data;

test("a client that begins to listen is welcomed", async () => {
  expect((await kernel.published("iopub_welcome")).content).toEqual({ subscription: "" });
});

describe("a question of a cell", () => {
  test("is asked of whoever runs it, with what is typed hidden or not, and can be waited for in two ways", async () => {
    const code =
      "const a = await input('a? '); const b = await input('b? ', { password: true }); [a, b, prompt('c? ')]";
    const answer = await kernel.execute(code, { allow_stdin: true });
    expect(shown(answer)).toEqual({ "text/plain": "[ 'answer to a? ', 'answer to b? ', 'answer to c? ' ]" });
    expect(questions).toEqual([
      { prompt: "a? ", password: false },
      { prompt: "b? ", password: true },
      { prompt: "c? ", password: false },
    ]);
  });

  test("is an error where nobody can be asked", async () => {
    for (const code of ["await input('a? ')", "prompt('a? ')"])
      expect((await kernel.execute(code)).reply.content.evalue).toBe(
        "nobody can be asked here: whoever runs this cell takes no input",
      );
  });
});

describe("the history", () => {
  const history = async (content: Record<string, unknown>): Promise<unknown> =>
    (await kernel.request("history_request", { output: false, raw: true, ...content })).reply.content.history;

  test("gives the last cells, a range of them, and those that fit a pattern", async () => {
    await kernel.execute("const first = 'h1'");
    await kernel.execute("const second = 'h2'; second");
    await kernel.execute("secret()", { store_history: false });
    const [, [session, line]] = (await history({ hist_access_type: "tail", n: 2 })) as [unknown, [number, number]];
    expect(await history({ hist_access_type: "tail", n: 2 })).toEqual([
      [session, line - 1, "const first = 'h1'"],
      [session, line, "const second = 'h2'; second"],
    ]);
    const range = { hist_access_type: "range", session: 0, start: line, stop: line + 1 };
    expect(await history({ ...range, output: true })).toEqual([
      [session, line, ["const second = 'h2'; second", "'h2'"]],
    ]);
    await kernel.execute("const first = 'h1'");
    const search = { hist_access_type: "search", pattern: "const f?rst*", n: 5 };
    expect(await history(search)).toHaveLength(2);
    expect(await history({ ...search, unique: true })).toHaveLength(1);
  });
});

describe("a cell of an execute_request", () => {
  test("has its user_expressions computed, each with its value or its error", async () => {
    const { reply } = await kernel.execute("const u = 20", {
      user_expressions: { twice: "2 * u", wrong: "nothing.at.all" },
    });
    expect(reply.content.user_expressions).toMatchObject({
      twice: { status: "ok", data: { "text/plain": "40" }, metadata: {} },
      wrong: { status: "error", ename: "TypeScript" },
    });
  });

  test("can clear its output, and show and update a display", async () => {
    const answer = await kernel.execute(
      "import { newDisplay } from 'tslab'; const d = newDisplay(); d.text('1'); jupyter.clearOutput(true); d.text('2')",
    );
    expect(types(answer)).toEqual(["execute_input", "display_data", "clear_output", "update_display_data"]);
    expect(answer.published[2]?.content).toEqual({ wait: true });
    expect(answer.published[1]?.content.transient).toEqual(answer.published[3]?.content.transient);
  });
});

describe("a request of a front end that knows other kernels", () => {
  const content = async (type: string, asked: object = {}): Promise<Record<string, unknown>> =>
    (await kernel.request(type, { ...asked }, "control")).reply.content;

  test("is told the ports of the connection file", async () => {
    const { status, ...ports } = await content("connect_request");
    expect(Object.keys(ports).sort()).toEqual(["control_port", "hb_port", "iopub_port", "shell_port", "stdin_port"]);
    expect(Object.values(ports).every((port) => Number(port) > 0)).toBe(true);
  });

  test("is told what the kernel's processes take, with those that cells have started", async () => {
    const first = await content("usage_request");
    expect(first).toMatchObject({ status: "ok", pid: kernel.process.pid, kernel_cpu: 0 });
    const total = (first.host_virtual_memory as { total: number }).total;
    expect(first.kernel_memory).toBeGreaterThan(30e6);
    expect(first.kernel_memory).toBeLessThan(total);
    await kernel.execute(
      "var ballast = new Float64Array(2e7).fill(1); for (const t = Date.now(); Date.now() < t + 300; );",
    );
    const second = await content("usage_request");
    expect(second.kernel_memory).toBeGreaterThan((first.kernel_memory as number) + 1e8);
    expect(second.kernel_cpu).toBeGreaterThan(0);
    await kernel.execute("ballast = new Float64Array(0)");
  });

  test("is refused a debugger and subshells, each in its own words", async () => {
    expect(await content("debug_request", { type: "request", seq: 7, command: "initialize" })).toMatchObject({
      ...{ type: "response", request_seq: 7, command: "initialize", success: false, status: "error" },
      message: "this kernel has no debugger",
    });
    for (const type of ["create", "delete", "list"])
      expect((await content(`${type}_subshell_request`)).evalue).toMatch(/^this kernel has no subshells/);
    expect((await content("kernel_info_request")).supported_features).toEqual([]);
  });
});

test("a constant of a long text is known as a string: later cells are not compiled together with its text", async () => {
  await kernel.execute(`const long = "${"x".repeat(2000)}", short = "x"`);
  const told = async (code: string): Promise<string> =>
    JSON.stringify((await kernel.request("inspect_request", { code, cursor_pos: 2 })).reply.content.data);
  expect(await told("long")).toContain("const long: string");
  expect(await told("short")).toContain('const short: \\"x\\"');
});

describe("is_complete", () => {
  test.each([
    ["1", "complete"],
    ["const f = () => {", "incomplete"],
    ["`an open\ntemplate", "incomplete"],
    ["'text", "invalid"],
    ["f(1,", "incomplete"],
    ["/* a comment", "incomplete"],
    ["let let = 1", "invalid"],
    ["const a = 1; const a = 2", "invalid"],
    ["1 +", "incomplete"],
    ["}", "invalid"],
    ["await (async () => 7)()", "complete"],
    ["x = = 2", "invalid"],
    ["", "complete"],
  ])("says of %j that it is %s", async (code, status) => {
    expect((await kernel.request("is_complete_request", { code })).reply.content.status).toBe(status);
  });
});

describe("comms", () => {
  test("reach the target that a cell has named, both ways, until one side closes", async () => {
    await kernel.execute(
      "jupyter.onComm('echo', (comm, data) => { comm.send({ opened: data }); comm.onMessage((m) => comm.send({ twice: m.n * 2 })) })",
    );
    const comm_id = "of the page";
    await kernel.request("comm_open", { comm_id, target_name: "echo", data: { hello: 1 } }, "comm");
    expect((await kernel.published("comm_msg")).content).toEqual({ comm_id, data: { opened: { hello: 1 } } });
    await kernel.request("comm_msg", { comm_id, data: { n: 21 } }, "comm");
    expect((await kernel.published("comm_msg")).content).toEqual({ comm_id, data: { twice: 42 } });
    expect((await kernel.request("comm_info_request", {})).reply.content.comms).toEqual({
      [comm_id]: { target_name: "echo" },
    });
    await kernel.request("comm_close", { comm_id, data: {} }, "comm");
    expect((await kernel.request("comm_info_request", {})).reply.content.comms).toEqual({});
  });

  test("carry the memory of typed arrays, and what is said beside, both ways", async () => {
    await kernel.execute(
      "jupyter.onComm('numbers', (comm, data, opened) => comm.onMessage((_, { buffers: [first = new Uint8Array()], metadata }) => {\n" +
        "  const numbers = new Float64Array(first.buffer);\n" +
        "  const [doubled, part] = [numbers.map((x) => 2 * x), new Uint8Array([1, 2, 3, 4]).subarray(1, 3)];\n" +
        "  comm.send({ n: opened.buffers.length }, { buffers: [doubled, part, new ArrayBuffer(0)], metadata: { was: metadata.version } });\n" +
        "}))",
    );
    const comm_id = "of numbers";
    const opening = { comm_id, target_name: "numbers", data: {} };
    await kernel.request("comm_open", opening, "comm", { buffers: [new Uint8Array(1), new Uint8Array(0)] });
    const buffers = [new Uint8Array(Float64Array.of(0.1, -2, Number.NaN).buffer)];
    const metadata = { version: "2.1.0" };
    await kernel.request("comm_msg", { comm_id, data: {} }, "comm", { buffers, metadata });
    const told = await kernel.published("comm_msg");
    expect([told.content.data, told.metadata]).toEqual([{ n: 2 }, { was: "2.1.0" }]);
    const [numbers, ...rest] = (told.buffers ?? []).map((bytes) => Uint8Array.from(bytes));
    expect(new Float64Array((numbers as Uint8Array).buffer)).toEqual(Float64Array.of(0.2, -4, Number.NaN));
    expect(rest).toEqual([Uint8Array.of(2, 3), new Uint8Array(0)]);
    await kernel.request("comm_close", { comm_id, data: {} }, "comm");
  });

  test("to a target that nobody has named are closed at once", async () => {
    await kernel.request("comm_open", { comm_id: "x", target_name: "nobody", data: {} }, "comm");
    expect((await kernel.published("comm_close")).content.comm_id).toBe("x");
  });

  test("are opened by cells", async () => {
    const { published } = await kernel.execute(
      "const c = jupyter.openComm('of the page', { n: 1 }); c.send({ n: 2 }); c.close()",
    );
    const said = published
      .filter((m) => m.header.msg_type.startsWith("comm"))
      .map(({ header, content }) => [header.msg_type, content.data]);
    expect(said).toEqual([
      ["comm_open", { n: 1 }],
      ["comm_msg", { n: 2 }],
      ["comm_close", {}],
    ]);
  });
});

test("output that comes late belongs to the cell that made it", async () => {
  const early = kernel.execute(
    "setTimeout(() => console.log('late'), 50); void (async () => { await null; await new Promise((d) => setTimeout(d, 50)); console.log('later') })(); 0",
  );
  const id = (await early).reply.parent.msg_id;
  const other = await kernel.execute("await new Promise((done) => setTimeout(done, 200)); console.log('mine')");
  expect(other.published.filter((m) => m.header.msg_type === "stream").map((m) => m.content.text)).toEqual(["mine\n"]);
  const late = await kernel.published("stream");
  expect([late.content.text, late.parent.msg_id]).toEqual(["late\n", id]);
});

test("what a program writes that a cell has started is shown", async () => {
  const answer = await kernel.execute(
    "require('child_process').execSync('echo from below', { stdio: 'inherit' }); await new Promise((d) => setTimeout(d, 100))",
  );
  expect(answer.published.map((m) => m.content.text).join("")).toBe("from below\n");
});
