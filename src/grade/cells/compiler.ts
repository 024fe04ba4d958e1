/** Compiles the cells of all submissions in one process, and remembers what came out: most cells are everybody's. */
import { fileURLToPath } from "node:url";
import { Ended, ofMachine, startChild, type Caps, type Child, type Program } from "../processes/child.js";
import { starting } from "../processes/meter.js";
import type { Workspace } from "../processes/workspace.js";
import type { Compiled, CompileReply, StartReply } from "../wire/messages.js";
import { Unreadable, type Reader } from "../reader/reader.js";
import type { Declarations } from "./declarations.js";

/** A compiled cell and the declarations after it, or what is wrong with the cell. */
export type Compilation =
  | { readonly ok: true; readonly cell: Compiled; readonly after: Declarations }
  | { readonly ok: false; readonly message: string };

/** One for all submissions; a process that fails is replaced by a new one. */
export interface Compiler {
  compile(before: Declarations, code: string): Promise<Compilation>;
  close(): void;
}

/** It serves many notebooks. */
const caps: Caps = { memory: 1500, seconds: 36_000 };
/** Cells that are remembered. */
const most = 5000;
/** Characters of a cell, blanks apart; the longest of the solutions has 1002. Length decides before time does. */
const longest = 200_000;
const isTooLong = (code: string): boolean => code.length > longest && code.replace(/\s+/g, "").length > longest;

/**
 * @param timeout ms for one cell
 * @param reader of what the cells declare
 * @param start starts a process that compiles
 */
export function createCompiler(
  workspace: Workspace,
  timeout: number,
  reader: Reader,
  start = (): Child => startChild(programIn(workspace), workspace.folder, caps),
): Compiler {
  const known = new Map<string, CompileReply>();
  let child: Child | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const ask = async (earlier: string, code: string): Promise<CompileReply> => {
    if (!child) {
      child = start();
      await started(child);
    }
    return (await child.ask({ earlier, code }, timeout)) as CompileReply;
  };
  /** What a process did not survive may be the work of cells before this one, or of the machine: a new one decides. */
  const askTwice = async (earlier: string, code: string): Promise<CompileReply> => {
    for (let first = true; ; first = false) {
      const isNew = child === undefined;
      try {
        return await ask(earlier, code);
      } catch (error) {
        child?.kill();
        child = undefined;
        if (!(error instanceof Ended)) throw error;
        const byMachine = ofMachine.has(error.ending);
        if (first && (byMachine || !isNew)) continue;
        if (byMachine) throw new Error(`the compiler ${error.ending}, twice`, { cause: error });
        // Which of its limits came first is told to nobody: it may be another one the next time.
        return { ok: false, message: "the compiler gave up on this cell: it takes too long, or too much memory" };
      }
    }
  };
  const inTurn = (earlier: string, code: string): Promise<CompileReply> => {
    const reply = turn.then(() => askTwice(earlier, code));
    turn = reply.catch(() => undefined);
    return reply;
  };
  const compile = async (before: Declarations, code: string): Promise<Compilation> => {
    const earlier = reader.ask("seenBy", before, code);
    const key = JSON.stringify([earlier, code]);
    let reply = known.get(key);
    if (reply === undefined) {
      reply = await inTurn(earlier, code);
      if (reply.ok) known.set(key, reply);
      if (known.size > most) known.delete([...known.keys()][0]);
    }
    if (!reply.ok) return reply;
    return { ok: true, cell: reply.cell, after: reader.ask("after", before, code, reply.cell.declarations) };
  };
  return {
    async compile(before, code) {
      if (isTooLong(code)) return { ok: false, message: `the cell is too long: more than ${longest} characters` };
      try {
        return await compile(before, code);
      } catch (error) {
        if (error instanceof Unreadable) return { ok: false, message: `the cell was not read: ${error.message}` };
        throw error;
      }
    },
    close: () => child?.kill(),
  };
}

function programIn({ flags }: Workspace): Program {
  const script = fileURLToPath(new URL("../student/compiler-process.js", import.meta.url));
  return {
    // With room for what is soon forgotten it collects its garbage less often: 8 % of its time.
    command: [process.execPath, ...flags, "--max-old-space-size=1000", "--max-semi-space-size=32", script],
    environment: {},
    reportsPid: false,
  };
}

/**
 * Waits until a process is ready.
 * @throws Error if the process does not come up, which is nothing that a submission has done
 */
async function started(child: Child): Promise<void> {
  let reply: StartReply;
  try {
    reply = (await child.next(starting)) as StartReply;
  } catch (error) {
    throw new Error(`a process for grading could not be started: ${(error as Error).message}`, { cause: error });
  }
  if (reply.kind === "threw") throw new Error(`a process for grading could not be started: ${reply.message}`);
}
