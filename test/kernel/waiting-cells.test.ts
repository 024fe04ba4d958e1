import { expect, test } from "vitest";
import { createKernel } from "../../src/kernel/front/kernel.js";
import type { Notebook } from "../../src/kernel/front/notebook.js";
import type { Message } from "../../src/kernel/front/message.js";

const request = (code: string): Message => ({
  identities: [],
  header: { msg_id: code, msg_type: "execute_request", session: "", username: "", date: "", version: "5.3" },
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
