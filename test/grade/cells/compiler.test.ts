import { expect, it } from "vitest";
import { createCompiler, startFrom, type Compilation } from "../../../src/grade/cells/compiler.js";
import { Ended, type Child, type Ending } from "../../../src/grade/processes/child.js";
import type { Reader } from "../../../src/grade/reader/reader.js";
import type { CompileRequest } from "../../../src/grade/wire/messages.js";

/**
 * What comes of cells, and how many processes it took. A process compiles all cells but those that are its end.
 * @param endOf how a process ends at a cell, if it does, and the number of the process, from 1
 */
async function compiled(
  cells: readonly string[],
  endOf: (code: string, nth: number) => Ending | undefined,
): Promise<{ got: Compilation[]; processes: number }> {
  let processes = 0;
  const start = (): Child => {
    const nth = ++processes;
    return {
      next: async () => ({ kind: "done" }),
      async ask(request) {
        const { code } = request as CompileRequest;
        const ending = endOf(code, nth);
        if (ending !== undefined) throw new Ended(ending);
        return { ok: true, cell: { code, output: "", declarations: "", lastExpression: undefined, awaits: false } };
      },
      spent: () => 0,
      leave: async () => {},
      kill() {},
    };
  };
  const reader = { ask: (name: string) => (name === "seenBy" ? "" : new Map()) } as unknown as Reader;
  const compiler = createCompiler({ folder: "", flags: [], remove() {} }, 1000, reader, start);
  const got: Compilation[] = [];
  for (const code of cells) got.push(await compiler.compile(new Map(), code));
  return { got, processes };
}

it("asks a new process for a cell at which one ended that had compiled others: it may be theirs", async () => {
  const full = (code: string, nth: number): Ending | undefined =>
    code === "b" && nth === 1 ? "ran out of memory" : undefined;
  const { got, processes } = await compiled(["a", "b", "c"], full);
  expect([got.map(({ ok }) => ok), processes]).toEqual([[true, true, true], 2]);
});

it("gives up on a cell that ends a new process, in the same words whichever limit came first", async () => {
  for (const ending of ["took too long", "ran out of memory", "ended its own process"] as const) {
    const { got, processes } = await compiled(["a", "b", "b", "c"], (code) => (code === "b" ? ending : undefined));
    expect(got.map((one) => (one.ok ? "compiled" : one.message))).toEqual([
      "compiled",
      ...Array<string>(2).fill("the compiler gave up on this cell: it takes too long, or too much memory"),
      "compiled",
    ]);
    expect(processes).toBe(4); // of which the third had nothing but the second "b"
  }
});

it("asks no process for a cell that is longer than any, blanks apart", async () => {
  const cells = [`"${"x".repeat(200_000)}"`, `${" \n".repeat(200_000)}1`];
  const { got, processes } = await compiled(cells, () => undefined);
  expect(got.map((one) => one.ok || one.message)).toEqual(["the cell is too long: more than 200000 characters", true]);
  expect(processes).toBe(1);
});

it("tells no cell from another where the machine ends what compiles", async () => {
  const once = await compiled(["a"], (_, nth) => (nth === 1 ? "was killed from outside" : undefined));
  expect([once.got[0].ok, once.processes]).toEqual([true, 2]);
  await expect(compiled(["a"], () => "got no turn of the processor")).rejects.toThrow(
    "the compiler got no turn of the processor, twice",
  );
});

/** What is tried of a snapshot of which a process ends so before it is ready, and what becomes of it. */
async function startedFrom(snapshot: string | undefined, ending: Ending): Promise<string> {
  const steps: string[] = [];
  const start = (from?: string): Child => {
    steps.push(from ?? "none");
    const next = async (): Promise<unknown> => {
      if (from === "good") return { kind: "done" };
      if (from === "bad" || snapshot === undefined) throw new Ended(ending);
      return { kind: "done" };
    };
    return { next, ask: next, spent: () => 0, leave: async () => {}, kill() {} };
  };
  await startFrom(snapshot, start, (file) => void steps.push(`discard ${file}`)).catch((error: Error) =>
    steps.push(error.message),
  );
  return steps.join(", ");
}

it("starts from a snapshot, or without one that can not be used; what the machine does says nothing of it", async () => {
  expect(await startedFrom("good", "ended its own process")).toBe("good");
  expect(await startedFrom("bad", "ended its own process")).toBe("bad, discard bad, none");
  const failed = "a process for grading could not be started: it was killed from outside";
  expect(await startedFrom("bad", "was killed from outside")).toBe(`bad, ${failed}`);
  expect(await startedFrom(undefined, "was killed from outside")).toBe(`none, ${failed}`);
});
