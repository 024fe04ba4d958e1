/**
 * Compiles cells of all submissions, one after another: TypeScript's start is most of the cost of running a notebook,
 * so it is paid once.
 * It runs none of what it compiles. Started with the same permissions as a student's process, for a cell can ask for
 * the types of any file.
 */
import fs from "node:fs";
import { compileError } from "../../kernel/errors.js";
import { loadTslab, type Tslab } from "../../kernel/tslab.js";
import { openChannel } from "./channel.js";
import type { CompileReply, CompileRequest } from "../wire/messages.js";

/** Answers the grader until it is gone. */
export function compileForGrader(): void {
  // Nothing changes while we look, and the permission model refuses watchers.
  Object.assign(fs, { watchFile: () => ({}), unwatchFile: () => {}, watch: () => ({ close() {}, on() {} }) });
  const channel = openChannel({
    read: (chunk) => fs.readSync(0, chunk, 0, chunk.length, null),
    write: (bytes) => fs.writeSync(1, bytes),
  });
  console.log = console.warn = console.info = () => {}; // what the compiler says by the way is no message
  const compile = compilerOf(loadTslab());
  channel.send({ kind: "done" });
  for (let request = channel.receive(); request !== undefined; request = channel.receive()) {
    // Where the compiler itself fails, its state is unknown: this process ends, and the grader starts another one.
    channel.send(compile(request as CompileRequest));
  }
  process.exit(0);
}

function compilerOf({ createConverter, getCodeMetadata }: Tslab): (request: CompileRequest) => CompileReply {
  const converter = createConverter({ isJS: false, isBrowser: false });
  return ({ earlier, code }) => {
    const { module, mode } = getCodeMetadata(code);
    if (module !== undefined || mode === "browser")
      return { ok: false, message: "a cell that is a module of its own is not graded" };
    const { output, declOutput, diagnostics, lastExpressionVar, hasToplevelAwait } = converter.convert(earlier, code);
    if (diagnostics.length > 0) return { ok: false, message: compileError(code, diagnostics).message };
    const bare = output?.replace(/\n?\/\/# sourceMappingURL=data:\S+/g, "");
    return {
      ok: true,
      cell: {
        code,
        output: bare,
        declarations: declOutput ?? "",
        lastExpression: lastExpressionVar,
        awaits: hasToplevelAwait ?? false,
      },
    };
  };
}
