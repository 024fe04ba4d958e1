import { describe, expect, it } from "vitest";
import type { Grader } from "../../src/grade/grader.js";
import { startRun, type NotebookRun } from "../../src/grade/notebook-run.js";
import { Ended, type Child, type Ending } from "../../src/grade/processes/child.js";
import type { StudentRequest } from "../../src/grade/wire/messages.js";
import { mostParts } from "../../src/grade/wire/size.js";
import { patience } from "../patience.js";

/** A notebook whose process answers, or ends, as it is told to; and the requests that it got. */
function notebook(replyTo: (request: StudentRequest) => unknown): { run: NotebookRun; asked: string[] } {
  const asked: string[] = [];
  const child: Child = {
    next: () => Promise.reject(new Error("nothing was asked")),
    async ask(request) {
      asked.push((request as StudentRequest).kind);
      const reply = replyTo(request as StudentRequest);
      if (reply instanceof Error) throw reply;
      return reply;
    },
    spent: () => 0,
    leave: async () => {},
    kill() {},
  };
  const cell = { code: "", output: "", declarations: "", lastExpression: undefined, awaits: false };
  const grader: Grader = {
    limits: { timeout: patience, memory: 100 },
    compiler: { compile: async () => ({ ok: true, cell, after: new Map([["f", ""]]) as never }), close() {} },
    reader: undefined as never,
    /** Calls the answer's function until it is told that there is none any more. */
    async check(_, { call }) {
      for (;;) {
        const event = await call(0, []);
        if (event.kind === "gone") return event.outcome;
      }
    },
    startStudent: async () => child,
    close: async () => {},
  };
  return { run: startRun({ student: "ab123", seed: "" }, [], grader, { left: 10_000 }), asked };
}
const answer = { expression: "f", names: ["f"] };

describe("a notebook at work", () => {
  it("is asked nothing more once its function gave a value of too many parts", async () => {
    const { run, asked } = notebook(({ kind }) => {
      if (kind === "run") return { kind: "done" };
      if (kind === "answer") return { kind: "answer", value: { $: "function", v: 0 } };
      return { kind: "threw", message: "an answer of more than 300000 parts is too large" };
    });
    await run.cell("let f", "90.2");
    expect(await run.answer("90.2", answer)).toEqual({ status: "error", message: "the answer sent too much" });
    expect(asked).toEqual(["run", "answer", "call"]);
  });
  it("is ended once all that its function gave comes to too much, and begins anew with the next answer", async () => {
    const list = new Array(mostParts / 5).fill(0);
    const { run, asked } = notebook(({ kind }) => {
      if (kind === "run") return { kind: "done" };
      if (kind === "answer") return { kind: "answer", value: { $: "function", v: 0 } };
      return { kind: "returned", reply: { value: list, args: [] } };
    });
    await run.cell("let f", "90.2");
    const calls = (): number => asked.splice(0).filter((kind) => kind === "call").length;
    const times: number[] = [];
    for (let i = 0; i < 2; i++) {
      expect(await run.answer("90.2", answer)).toEqual({ status: "error", message: "the answer sent too much" });
      times.push(calls());
    }
    expect(times[0]).toBeGreaterThan(5);
    expect(times[0]).toBeLessThan(50);
    expect(times[1]).toBe(times[0]);
  });
  it.each<Ending>(["got no turn of the processor", "was killed from outside", "was stopped"])(
    "has no mark at all if its process %s",
    async (ending) => {
      const cell = notebook(() => new Ended(ending));
      await expect(cell.run.cell("let f", "90.2")).rejects.toThrow(ending);
      const call = notebook(({ kind }) => {
        if (kind === "call") return new Ended(ending);
        return kind === "run" ? { kind: "done" } : { kind: "answer", value: { $: "function", v: 0 } };
      });
      await call.run.cell("let f", "90.2");
      await expect(call.run.answer("90.2", answer)).rejects.toThrow(ending);
    },
  );
  it.each<[Ending, string]>([
    ["took too long", "timeout"],
    ["ran out of memory", "error"],
    ["ended its own process", "error"],
  ])("has the mark of its own doing if its process %s", async (ending, status) => {
    const { run } = notebook(() => new Ended(ending));
    expect(await run.cell("let f", "90.2")).toEqual({ status, message: `a cell ${ending}` });
  });
});
