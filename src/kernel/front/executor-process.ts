/** The process that runs cells, and one that waits to take its place. */
import { spawn, type ChildProcess } from "node:child_process";
import type { Duplex, Readable } from "node:stream";
import { descriptors } from "../executor/messages.js";
import { executorScript, spareScript } from "../scripts.js";

/** A process that runs cells, and the channels to it. */
export interface ExecutorProcess {
  readonly child: ChildProcess;
  readonly control: Duplex;
  readonly out: Readable;
}

/** Gives processes for the cells of one notebook. */
export interface ExecutorProcesses {
  /** One that begins now. */
  begin(): ExecutorProcess;
  /** Whether no cell runs: when none has run for a while, another process is kept ready. */
  rest(resting: boolean): void;
  close(): void;
}

/** MB that a process may take. */
export interface Memory {
  readonly objects: number;
  readonly all: number;
}

/** Milliseconds without a cell after which the next process is started, so that it is there if this one ends. */
const idle = 2000;

/** @param directory the notebook's folder */
export function executorProcesses(directory: string, memory: Memory): ExecutorProcesses {
  let spare: ExecutorProcess | undefined;
  let timer: NodeJS.Timeout | undefined;

  function launch(waits: boolean): ExecutorProcess {
    const child = spawn(
      process.execPath,
      [
        // The engine is stopped within any callback; that Node's count of them is then wrong is no reason to end.
        "--no-force-async-hooks-checks",
        "--disable-warning=ExperimentalWarning",
        `--max-old-space-size=${memory.objects}`,
        ...(waits ? [spareScript] : []),
        executorScript,
        directory,
        String(memory.all),
      ],
      {
        cwd: directory,
        stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
        // A group of its own: what Jupyter signals to the kernel's does not reach it, ours reaches all cells' programs.
        detached: process.platform !== "win32",
        windowsHide: true,
      },
    );
    const control = child.stdio[descriptors.control] as Duplex;
    control.on("error", () => {});
    return { child, control, out: child.stdio[descriptors.out] as Readable };
  }
  function keep(): void {
    const kept = launch(true);
    kept.child.on("error", () => {});
    kept.child.once("exit", () => {
      if (spare === kept) spare = undefined;
    });
    spare = kept;
  }

  return {
    begin() {
      const ready = spare;
      spare = undefined;
      if (!ready) return launch(false);
      ready.control.write("\n");
      return ready;
    },
    rest(resting) {
      clearTimeout(timer);
      // Only a socket of Unix lets a process wait without doing anything.
      if (resting && !spare && process.platform !== "win32") timer = setTimeout(keep, idle).unref();
    },
    close() {
      clearTimeout(timer);
      if (spare) signal(spare.child, "SIGKILL");
    },
  };
}

/** To the process and all that it has started. */
export function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined || (name === "SIGINT" && process.platform === "win32")) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, name);
  } catch {
    /* it has ended by itself */
  }
}
