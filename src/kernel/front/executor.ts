/** The front's end of the process that runs cells; when that process ends, a new one is there at once. */
import type { ChildProcess } from "node:child_process";
import type { Duplex } from "node:stream";
import { lostError } from "../errors.js";
import type { Outcome, StreamName } from "../cell.js";
import { isFromExecutor, type FromExecutor, type FromWatchdog, type ToExecutor } from "../executor/messages.js";
import { executorProcesses, signal } from "./executor-process.js";
import { readLines } from "./lines.js";

/** What the executor tells beside the ends of runs. */
export interface ExecutorEvents {
  message(message: Exclude<FromExecutor, { kind: "ready" | "end" }>): void;
  /** Output of a program that a cell started, or of Node itself. */
  raw(name: StreamName, text: string): void;
  /** The process has ended, with all that it knew; a new one runs. `message` says so, and why. */
  lost(message: string): void;
}

/** The scope of a notebook, in a process of its own. */
export interface Executor {
  /** Runs a cell. Resolves with an error of the name "Lost" if it was the end of the process. */
  run(message: Extract<ToExecutor, { kind: "run" }>): Promise<Outcome>;
  tell(message: ToExecutor): void;
  /**
   * Stops the cell that runs; where nothing else helps, by ending the process.
   * @param all no cell runs: what earlier ones have left going on is to end
   */
  interrupt(all: boolean): void;
  close(): void;
}

/** MB of JavaScript objects, unless Node was started with a limit. */
const usualHeap = 512;
/** All memory of the process, in heaps: typed arrays and Node itself come on top of objects. */
const heaps = 3;
/** Milliseconds after which a cell that can not be stopped is ended with its process. */
const patience = 2500;

/** A process that ends closes its channels a moment earlier, ms; what it said last is read as long after its end. */
const channelGrace = 200;
/** Characters that programs started by cells may put out, from the beginning of one cell to that of the next. */
const mostRaw = 1_000_000;

/** What Node itself says when its process comes to its end. */
const lastWords =
  /^\s*(?:<--- (?:Last few GCs|JS stacktrace)|FATAL ERROR|-+ Native stack trace|Waiting for the debugger to disc)/m;

/** Lets what a process and its programs print come, or wait. */
function flow({ stdout, stderr }: ChildProcess, how: "pause" | "resume"): void {
  for (const stream of [stdout, stderr]) stream?.[how]();
}

/** @param directory the notebook's folder */
export function startExecutor(directory: string, events: ExecutorEvents): Executor {
  const heap = Number(/--max[-_]old[-_]space[-_]size=(\d+)/.exec(process.execArgv.join(" "))?.[1] ?? usualHeap);
  const processes = executorProcesses(directory, { objects: heap, all: heap * heaps });
  const running = new Map<number, (outcome: Outcome) => void>();
  let closed = false;
  let giveUp: NodeJS.Timeout | undefined;
  let raw = 0;
  let current = start();

  function start(): { child: ChildProcess; control: Duplex; end(why: string): void } {
    const { child, control, out } = processes.begin();
    let reason: string | undefined;
    let said = "";
    const self = {
      child,
      control,
      end(why: string): void {
        if (child.exitCode !== null || child.signalCode !== null) return;
        reason ??= why;
        signal(child, "SIGKILL");
      },
    };
    readLines(out, (line) => {
      if (current === self && isFromExecutor(line)) receive(line);
    });
    readLines(control, (line) => {
      const { megabytes } = line as FromWatchdog;
      reason ??= `it took ${megabytes} MB of memory, more than the ${heap * heaps} MB that there are for a notebook`;
    });
    for (const end of [control, out])
      end.once("close", () => setTimeout(() => self.end("it has closed its channel to the kernel"), channelGrace));
    for (const name of ["stdout", "stderr"] as const)
      child[name]?.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-4000);
        if (!lastWords.test(said) && current === self) tellRaw(name, text);
      });
    // What has left the process's group may hold its streams open for ever.
    child.on("exit", () => {
      flow(child, "resume");
      setTimeout(() => child.stdio.forEach((stream) => void stream?.destroy()), channelGrace);
    });
    child.on("error", (error) => {
      reason ??= error.message;
    });
    child.on("close", (code, by) => {
      if (closed || current !== self) return;
      signal(child, "SIGKILL"); // what cells have started, and what is left of it
      const memory = /heap out of memory|allocation failed/i.test(said)
        ? `its objects took more than ${heap} MB, which is all there is for them`
        : undefined;
      const why = reason ?? memory ?? (by ? `it was ended by ${by}` : `it ended itself, with exit code ${code}`);
      current = start();
      const message = `the process that runs the cells has ended: ${why}`;
      events.lost(message);
      for (const [run, done] of [...running]) {
        running.delete(run);
        done({ ok: false, error: lostError(message), reached: [] });
      }
    });
    processes.rest(true);
    return self;
  }

  /** What is too much is read and dropped while a cell runs, which may wait for a program; after it, it is not read. */
  function tellRaw(name: StreamName, text: string): void {
    if (raw <= mostRaw) {
      events.raw(name, text.slice(0, mostRaw - raw));
      raw += text.length;
      if (raw > mostRaw)
        events.raw(
          "stderr",
          `\n[the rest is not shown: programs print more than ${mostRaw / 1e6} million characters]\n`,
        );
    }
    leaveUnread();
  }
  function leaveUnread(): void {
    if (running.size > 0 || raw <= mostRaw) return;
    flow(current.child, "pause");
  }
  function receive(message: FromExecutor): void {
    if (message.kind === "end") {
      clearTimeout(giveUp);
      const done = running.get(message.run);
      running.delete(message.run);
      leaveUnread();
      processes.rest(true);
      done?.(message.outcome);
    } else if (message.kind !== "ready") events.message(message);
  }
  const tell = (message: ToExecutor): void => void current.control.write(`${JSON.stringify(message)}\n`);

  return {
    tell,
    run: (message) =>
      new Promise((done) => {
        running.set(message.run, done);
        raw = 0;
        processes.rest(false);
        flow(current.child, "resume");
        tell(message);
      }),
    interrupt(all) {
      tell({ kind: "interrupt", all });
      clearTimeout(giveUp);
      if (running.size === 0 && !all) return;
      signal(current.child, "SIGINT"); // to programs that cells have started; their own process takes no notice
      if (running.size > 0)
        giveUp = setTimeout(() => current.end("it could not be stopped in any other way"), patience);
    },
    close() {
      closed = true;
      clearTimeout(giveUp);
      processes.close();
      signal(current.child, "SIGKILL");
    },
  };
}
