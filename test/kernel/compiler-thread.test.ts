import { expect, test } from "vitest";
import type { Question, Reply } from "../../src/kernel/compiler/questions.js";
import { startCompiler } from "../../src/kernel/front/compiler-thread.js";

/** Threads that answer nothing by themselves. */
function threads() {
  const started: { asked: Question[]; ended: boolean; receive(reply: Reply): void; fail(error: Error): void }[] = [];
  const compiler = startCompiler((receive, fail) => {
    const thread = { asked: [] as Question[], ended: false, receive, fail };
    started.push(thread);
    return {
      ask: (question) => void thread.asked.push(question),
      end() {
        thread.ended = true;
      },
    };
  });
  return { started, compiler };
}

test("what waits behind a question that is stopped is asked again, and answered by the new compiler alone", async () => {
  const { started, compiler } = threads();
  const stopped = compiler.compile("", "while computing", 1);
  const next = compiler.isComplete("next");
  compiler.restart("the cell was stopped");
  await expect(stopped).rejects.toThrow("the cell was stopped");
  const [old, young] = started;
  expect([old?.ended, young?.asked.map(({ method }) => method)]).toEqual([true, ["isComplete"]]);
  const [{ id } = { id: 0 }] = young?.asked ?? [];
  old?.receive({ id, value: "too late" });
  young?.receive({ id, value: "from the new one" });
  expect(await next).toBe("from the new one");
});

test.each([
  ["throws", (thread: ReturnType<typeof threads>["started"][0]) => thread.receive({ id: 1, problem: "a stumble" })],
  ["ends", (thread: ReturnType<typeof threads>["started"][0]) => thread.fail(new Error("a stumble"))],
])("a compiler that %s costs the question at which it was, no other", async (_, stumble) => {
  const { started, compiler } = threads();
  const [first, second] = [compiler.isComplete("1"), compiler.isComplete("2")];
  if (started[0]) stumble(started[0]);
  await expect(first).rejects.toThrow("a stumble");
  started[1]?.receive({ id: 2, value: "2" });
  expect(await second).toBe("2");
});
