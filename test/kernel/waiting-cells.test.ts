import { expect, test } from "vitest";
import { createKernel } from "../../src/kernel/front/kernel.js";
import type { Notebook } from "../../src/kernel/front/notebook.js";
import type { Message } from "../../src/kernel/front/message.js";

const request = (code: string, type = "execute_request"): Message => ({
  identities: [],
  header: { msg_id: code, msg_type: type, session: "", username: "", date: "", version: "5.3" },
  parent: {},
  content: { code },
});

test("a cell that arrived while a failing one computed is not run, however late the machine comes to read it", async () => {
  const ran: string[] = [];
  const notebook = {
    count: () => 1,
    run: (code: string) => {
      ran.push(code);
      return Promise.resolve({ ok: false, error: { name: "Error", message: "", traceback: [] }, reached: [] });
    },
  } as Partial<Notebook> as Notebook;
  const kernel = createKernel({ notebook, typescript: "5.9.3", publish() {}, end() {} });
  const replied = (code: string): Promise<unknown> =>
    new Promise((done) => kernel.receive(request(code), ({ content }) => done(content.status)));
  const first = replied("fails");
  // The event loop is held up for longer than any grace, and only then reads what has come.
  const second = new Promise((done) => {
    process.nextTick(() => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      setImmediate(() => done(replied("waits")));
    });
  });
  expect(await Promise.all([first, second])).toEqual(["error", "aborted"]);
  expect(ran).toEqual(["fails"]);
});

test("a kernel says what it is once it can run a cell, and all else at once", async () => {
  const said: string[] = [];
  let start = (_: unknown): void => {};
  const ready = new Promise((done) => {
    start = done;
  });
  const notebook = { comms: new Map() } as Partial<Notebook> as Notebook;
  const kernel = createKernel({ notebook, typescript: "5.9.3", ready, publish() {}, end() {} });
  const asked = ["kernel_info", "comm_info"].map(
    (name) =>
      new Promise<void>((done) => {
        kernel.receive(request("", `${name}_request`), ({ header, content }) => {
          said.push(`${header.msg_type} ${String(content.status)}`);
          done();
        });
      }),
  );
  await asked[1];
  expect(said).toEqual(["comm_info_reply ok"]);
  start(undefined);
  await asked[0];
  expect(said).toEqual(["comm_info_reply ok", "kernel_info_reply ok"]);
});
