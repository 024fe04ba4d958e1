// What a cell of a page hears of its questions, without a page: the worker that runs it hands over no way to wait.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createAsking, type Asking } from "../../src/kernel/executor/asking.js";
import type { FromExecutor } from "../../src/kernel/executor/messages.js";
import { enter, Interrupted, newRun } from "../../src/kernel/executor/runs.js";
import { gatherOutput } from "../../src/kernel/executor/output.js";

declare function input(question?: string, options?: { password?: boolean }): Promise<string>;
declare function prompt(question?: string): string;

describe("a cell of a page", () => {
  const before = ["input", "prompt"].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  let sent: FromExecutor[];
  let asking: Asking;
  beforeEach(() => {
    sent = [];
    const send = (message: FromExecutor): void => void sent.push(message);
    asking = createAsking(undefined, send);
    asking.allow(true);
    enter(newRun(gatherOutput(7, send)));
  });
  afterEach(() => {
    enter(undefined);
    for (const [name, own] of before)
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
  });

  test("asks and gets the answer, one question at a time", async () => {
    const name = input("name? ", { password: true });
    expect(sent).toEqual([{ kind: "ask", run: 7, prompt: "name? ", password: true, waits: false }]);
    await expect(input("more? ")).rejects.toThrow("one question at a time");
    asking.answer({ kind: "answer", waits: false, text: "ann" });
    expect(await name).toBe("ann");
    const next = input();
    expect(sent.at(-1)).toEqual({ kind: "ask", run: 7, prompt: "", password: false, waits: false });
    asking.stop();
    await expect(next).rejects.toThrow(Interrupted);
  });

  test("is told what to write in place of prompt(), which asks nobody", () => {
    expect(() => prompt('your "name"? ')).toThrow(
      'prompt() waits, and a cell in a browser can not: write await input("your \\"name\\"? ")',
    );
    expect(sent).toEqual([]);
  });

  test("is told that nobody can be asked, where that is so, whichever way it asks", async () => {
    asking.allow(false);
    await expect(input("a? ")).rejects.toThrow("nobody can be asked here");
    expect(() => prompt("a? ")).toThrow("nobody can be asked here");
    expect(sent).toEqual([]);
  });
});
