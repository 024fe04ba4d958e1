/** Compiles the cells of all submissions in one process, and remembers what came out: most cells are everybody's. */
import { fileURLToPath } from "node:url";
import { Ended, startChild, started, type Caps, type Child, type Program } from "../processes/child.js";
import type { Workspace } from "../processes/workspace.js";
import type { Compiled, CompileReply } from "../wire/messages.js";
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

/**
 * @param timeout ms for one cell
 * @param reader of what the cells declare
 */
export function createCompiler(workspace: Workspace, timeout: number, reader: Reader): Compiler {
  const known = new Map<string, CompileReply>();
  const script = fileURLToPath(new URL("../student/compiler-process.js", import.meta.url));
  const program: Program = {
    command: [process.execPath, ...workspace.flags, "--max-old-space-size=1000", script],
    environment: {},
    reportsPid: false,
  };
  let child: Child | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const ask = async (earlier: string, code: string): Promise<CompileReply> => {
    if (!child) {
      child = startChild(program, workspace.folder, caps);
      await started(child);
    }
    try {
      return (await child.ask({ earlier, code }, timeout)) as CompileReply;
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      child = undefined;
      return { ok: false, message: `the compiler gave up on this cell: it ${error.ending}` };
    }
  };
  const inTurn = (earlier: string, code: string): Promise<CompileReply> => {
    const reply = turn.then(() => ask(earlier, code));
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
