import { expect, it } from "vitest";
import type { CodeCell } from "../../../src/book/answering/cells.js";
import type { Client } from "../../../src/book/answering/client.js";
import type { OwnNotebook } from "../../../src/book/answering/own-notebook.js";
import { createRuns, type Listener, type Runs } from "../../../src/book/answering/runs.js";

const cells: readonly CodeCell[] = ["setup", "exercise-1-1", "check-1-1", "code", "exercise-1-2", "check-1-2"].map(
  (id) => ({ id, source: `${id}: starter` }),
);
const notebook = { cells: async () => cells } as unknown as OwnNotebook;

/** Runs on a kernel that gives each cell the error of its text, `throw Name`, and waits in one that says `wait`. */
function atWork(): { runs: Runs; ran: string[]; began: Promise<void> } {
  const ran: string[] = [];
  let stop = (): void => {};
  let begin = (): void => {};
  const began = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const client: Client = {
    async run({ id, source }, hear) {
      ran.push(`${id}: ${source.replace(/^.*: /, "")}`);
      if (source.endsWith("wait")) {
        begin();
        await new Promise<void>((resolve) => {
          stop = resolve;
        });
        return "Interrupted";
      }
      const [, error] = /throw (\w+)/.exec(source) ?? [];
      if (error === undefined) return undefined;
      hear("error", { ename: error, traceback: [error] });
      return error;
    },
    complete: async () => ({ from: 0, to: 0, names: [] }),
    stop: () => stop(),
  };
  return { runs: createRuns(notebook, async () => client), ran, began };
}

const deaf: Listener = { say() {}, hear() {}, failed() {}, stoppedIn() {} };
const answer = (source: string, id: string = "exercise-1-1"): CodeCell => ({ id, source });

it("runs what stands before the answer, once, and then the answer and its check", async () => {
  const { runs, ran } = atWork();
  expect(await runs.check(answer("one"), deaf)).toBe("checked");
  expect(ran.splice(0)).toEqual(["setup: starter", "exercise-1-1: one", "check-1-1: starter"]);
  await runs.check(answer("two"), deaf);
  expect(ran.splice(0)).toEqual(["exercise-1-1: two", "check-1-1: starter"]);
});

it("does not check an answer that stopped with an error", async () => {
  const { runs, ran } = atWork();
  expect(await runs.check(answer("throw TypeScript"), deaf)).toBe("failed");
  expect(ran).not.toContain("check-1-1: starter");
});

it("goes on behind a cell above that stopped with an error, and tells of it", async () => {
  const { runs } = atWork();
  const failed: string[] = [];
  const broken = cells.map((cell) => (cell.id === "code" ? { ...cell, source: "throw RangeError" } : cell));
  const other = { cells: async () => broken } as unknown as OwnNotebook;
  const heard: string[] = [];
  const own = createRuns(other, async () => ({
    run: async ({ id, source }, hear) => {
      if (id !== "code") return undefined;
      hear("error", { traceback: [source] });
      return "RangeError";
    },
    complete: async () => ({ from: 0, to: 0, names: [] }),
    stop() {},
  }));
  const end = await own.check(answer("mine", "exercise-1-2"), {
    ...deaf,
    failed({ id }, tell) {
      failed.push(id);
      tell((type) => void heard.push(type));
    },
  });
  expect([end, failed, heard]).toEqual(["checked", ["code"], ["error"]]);
  expect(runs).toBeDefined();
});

it("shows a cell behind an answer, with what stands before it", async () => {
  const { runs, ran } = atWork();
  await runs.check(answer("one"), deaf);
  ran.length = 0;
  expect(await runs.show("code", deaf)).toBe("checked");
  expect(ran).toEqual(["exercise-1-1: starter", "check-1-1: starter", "code: starter"]);
});

it("says in which answer above it was stopped", async () => {
  const endless = cells.map((cell) => (cell.id === "exercise-1-1" ? { ...cell, source: "for (;;);" } : cell));
  const own = createRuns({ cells: async () => endless } as unknown as OwnNotebook, async () => ({
    run: async ({ id }) => (id === "exercise-1-1" ? "Lost" : undefined),
    complete: async () => ({ from: 0, to: 0, names: [] }),
    stop() {},
  }));
  const said: string[] = [];
  const listener: Listener = {
    ...deaf,
    say: (words) => void said.push(words),
    stoppedIn: ({ id }) => void said.push(id),
  };
  expect(await own.check(answer("mine", "exercise-1-2"), listener)).toBe("forgotten");
  expect(said.slice(-2)).toEqual(["Running the cells above: 2 of 4, your answer to exercise 1.1 …", "exercise-1-1"]);
});

it("stops, together with those that wait, and runs everything again once all is forgotten", async () => {
  const { runs, ran, began } = atWork();
  const first = runs.check(answer("wait"), deaf);
  await began;
  const second = runs.check(answer("two", "exercise-1-2"), deaf);
  runs.stop();
  expect([await first, await second]).toEqual(["stopped", "stopped"]);
  expect(await runs.check(answer("throw Lost"), deaf)).toBe("forgotten");
  runs.forget();
  ran.length = 0;
  await runs.check(answer("one"), deaf);
  expect(ran[0]).toBe("setup: starter");
});
