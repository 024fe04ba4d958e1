/** Compiles the cells of all submissions in one process, and remembers what came out: most cells are everybody's. */
import { compilerScript, forGrader } from "../../kernel/scripts.js";
import { compilerArguments, discardSnapshot, findSnapshot } from "../../kernel/snapshot.js";
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
 * @param start starts a process that compiles, and gives it when it is ready
 */
export function createCompiler(
  workspace: Workspace,
  timeout: number,
  reader: Reader,
  start: () => Child | Promise<Child> = () =>
    startFrom(
      findSnapshot(),
      (snapshot) => startChild(programIn(workspace, snapshot), workspace.folder, caps),
      discardSnapshot,
    ),
): Compiler {
  const known = new Map<string, CompileReply>();
  let child: Child | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const ask = async (earlier: string, code: string): Promise<CompileReply> => {
    child ??= await start();
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

/**
 * A process that is ready, from the snapshot that the kernel's compiler starts from, if there is one; without, where it
 * can not be used, and then it is discarded.
 * @throws Error if the process does not come up, which is nothing that a submission has done
 */
export async function startFrom(
  snapshot: string | undefined,
  start: (snapshot?: string) => Child,
  discard: (snapshot: string) => void,
): Promise<Child> {
  try {
    return await ready(start(snapshot));
  } catch (error) {
    const byMachine = error instanceof Ended && ofMachine.has(error.ending);
    if (snapshot !== undefined && !byMachine) {
      discard(snapshot);
      return startFrom(undefined, start, discard);
    }
    throw new Error(`a process for grading could not be started: ${(error as Error).message}`, { cause: error });
  }
}

function programIn({ flags }: Workspace, snapshot?: string): Program {
  const entry = snapshot === undefined ? [compilerScript] : ["--snapshot-blob", snapshot];
  return {
    command: [process.execPath, ...flags, ...compilerArguments, ...entry, forGrader],
    environment: {},
    reportsPid: false,
  };
}

/** Waits for its first message. */
async function ready(child: Child): Promise<Child> {
  const reply = (await child.next(starting)) as StartReply;
  if (reply.kind === "threw") throw new Error(reply.message);
  return child;
}
