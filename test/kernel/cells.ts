// Cells in a process of their own, in a new folder that sees the packages of this project.
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CellRun } from "../../src/kernel/session.js";

export interface Child {
  run(code: string): Promise<CellRun>;
  /** The result of a cell. @throws Error with its traceback if it fails */
  result(code: string): Promise<string | undefined>;
  end(): void;
}

/** A session in a process of its own, in a new folder. */
export function startCells(prepare: (folder: string) => void = () => {}): Child {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-session-"));
  prepare(folder);
  const child = fork("test/kernel/child.mjs", [folder], { execArgv: ["--disable-warning=ExperimentalWarning"] });
  let sent = 0;
  const run = (code: string): Promise<CellRun> => {
    const id = ++sent;
    return new Promise((done, failed) => {
      child.once("exit", () => failed(new Error(`the session ended in: ${code}`)));
      child.on("message", function answer(message: { id: number; run: CellRun }) {
        if (message.id !== id) return;
        child.off("message", answer);
        child.removeAllListeners("exit");
        done(message.run);
      });
      child.send({ id, code });
    });
  };
  return {
    run,
    async result(code) {
      const cell = await run(code);
      if (!cell.ok) throw new Error(cell.error?.traceback.join("\n"));
      return cell.result;
    },
    end() {
      child.disconnect();
      rmSync(folder, { recursive: true });
    },
  };
}
