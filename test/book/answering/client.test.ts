import { describe, expect, it } from "vitest";
import { createClient } from "../../../src/book/answering/client.js";
import { lineIn } from "../../../src/book/answering/error-line.js";
import { compileError, lostError } from "../../../src/kernel/errors.js";
import { errorContent } from "../../../src/kernel/front/execution.js";
import { answer, type Message } from "../../../src/kernel/front/message.js";
import type { LiteMessage } from "../../../src/lite/lab.js";
import type { PageKernel } from "../../../src/lite/kernel.js";

/** A kernel that answers each question with the contents of messages, `[type, channel, content]`. */
function client(answers: (content: LiteMessage["content"]) => readonly (readonly [string, string, object])[]) {
  return createClient(async (send) => {
    const handleMessage = async ({ header, content }: LiteMessage): Promise<void> => {
      const cause: Message = { identities: [], header, parent: {}, content };
      for (const [type, channel, said] of answers(content)) {
        const message = answer(cause, type, { ...said });
        send({
          header: message.header,
          parent_header: message.parent,
          metadata: {},
          content: message.content,
          channel,
          buffers: [],
        });
      }
    };
    return { handleMessage, interrupt() {} } as unknown as PageKernel;
  });
}

describe("the client of a page", () => {
  it("hears what its cell puts out, and how it ended", async () => {
    const kernel = await client(({ code }) => [
      ["stream", "iopub", { name: "stdout", text: `${String(code)}!` }],
      ["execute_reply", "shell", code === "bad" ? { status: "error", ename: "TypeScript" } : { status: "ok" }],
    ]);
    const heard: unknown[] = [];
    const hear = (type: string, content: object): void => void heard.push([type, content]);
    expect(await kernel.run({ id: "a", source: "good" }, hear)).toBeUndefined();
    expect(await kernel.run({ id: "b", source: "bad" }, hear)).toBe("TypeScript");
    expect(heard).toEqual([
      ["stream", { name: "stdout", text: "good!" }],
      ["stream", { name: "stdout", text: "bad!" }],
    ]);
  });

  it("counts characters as the protocol does, and back", async () => {
    const kernel = await client(({ cursor_pos }) => [
      [
        "complete_reply",
        "shell",
        {
          matches: ["simulate"],
          cursor_start: Number(cursor_pos) - 2,
          cursor_end: cursor_pos,
          metadata: { _jupyter_types_experimental: [{ text: "simulate", type: "function" }] },
        },
      ],
    ]);
    expect(await kernel.complete('"🧠"; si', 8)).toEqual({
      from: 6,
      to: 8,
      names: [{ name: "simulate", kind: "function" }],
    });
  });
});

describe("the line of an error", () => {
  const wrong = {
    messageText: "Cannot find name 'y'.",
    start: { line: 1, character: 9 },
    end: { line: 1, character: 10 },
  };
  it.each([
    [errorContent(compileError("const f = () => {\n  return y;\n};", [wrong] as never)), 2],
    [{ traceback: ["\u001b[31mError: no\u001b[0m", "  at g, line 7", "      throw", "  at line 9"] }, 7],
    [{ traceback: ["Error: no", "  at cell [2], line 4", "  at line 3"] }, 3],
    [errorContent(lostError("the cell was stopped")), undefined],
  ])("is where it is in this cell: %#", (error, line) => expect(lineIn(error)).toBe(line));
});
