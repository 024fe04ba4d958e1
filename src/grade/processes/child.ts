/** A confined process and the grader's end of its pipe. */
import { spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import type { StartReply } from "../wire/messages.js";
import { interval, meterOf } from "./meter.js";
import type { Workspace } from "./workspace.js";

/** What a student's process may take. */
export interface Limits {
  /** Milliseconds for one cell, one answer's judging, or the start of a process. */
  readonly timeout: number;
  /** MB of JavaScript heap; and, where /proc tells, of all memory beyond what Node itself takes. */
  readonly memory: number;
}

/** How a process ended, in words that complete "it …". */
export type Ending = "took too long" | "ran out of memory" | "ended its own process" | "sent too much" | "was stopped";

/** A running process that answers one message at a time. */
export interface Child {
  /** Its next message, within the time given, as the meter counts it. Rejects with an Ended when there is none. */
  next(milliseconds: number): Promise<unknown>;
  /** Sends a message, and gives the next one that comes back. */
  ask(message: unknown, milliseconds: number): Promise<unknown>;
  /** Milliseconds that all waiting has taken. */
  spent(): number;
  kill(): void;
}

/** There is no message because the process came to its end. */
export class Ended extends Error {
  constructor(readonly ending: Ending) {
    super(`it ${ending}`);
  }
}

/** Longest message in characters: an answer of a million numbers fits. */
const longest = 32_000_000;
/** MB that Node and its code take beside the heap. */
const overhead = 350;
/** MB of addresses that Node reserves, most of which it never uses. */
const reserved = 2500;

/** What the engine and the system do to a process that takes too much. */
const endings: Readonly<Partial<Record<NodeJS.Signals, Ending>>> = {
  SIGABRT: "ran out of memory",
  SIGTRAP: "ran out of memory",
  SIGILL: "ran out of memory",
  SIGXCPU: "took too long",
};

const running = new Set<number>();
process.once("exit", () => {
  for (const pid of running) end(pid);
});
for (const [signal, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
  ["SIGHUP", 1],
] as const)
  process.once(signal, () => process.exit(128 + number));

/** Runs a command within limits, and, where util-linux is there, such that it ends when the grader is gone. */
const orphanless = `ulimit -t "$1"; ulimit -v "$2" 2>/dev/null; shift 2
  if command -v setpriv >/dev/null 2>&1; then exec setpriv --pdeathsig KILL -- "$@"; else exec "$@"; fi`;

/** What a process may take, which the system itself enforces: it holds when the grader is gone, too. */
export interface Caps {
  /** MB of JavaScript heap. */
  readonly memory: number;
  /** Seconds of computing, all together. */
  readonly seconds: number;
}

/**
 * Starts a program of ours in the workspace, with Node's permission model.
 * @param entry a file of ../student; gets `args`, and `environment` as its only environment
 */
export function startChild(
  entry: string,
  args: readonly string[],
  workspace: Workspace,
  environment: Readonly<Record<string, string>>,
  { memory, seconds }: Caps,
): Child {
  const script = fileURLToPath(new URL(`../student/${entry}`, import.meta.url));
  const command = [process.execPath, ...workspace.flags, `--max-old-space-size=${memory}`, script, ...args];
  const [program, ...rest] =
    process.platform === "win32"
      ? command
      : ["/bin/sh", "-c", orphanless, "sh", String(Math.ceil(seconds)), String(1024 * (memory + reserved)), ...command];
  const child = spawn(program, rest, {
    cwd: workspace.folder,
    env: { ...environment },
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: process.platform !== "win32",
  });
  const pipe = child.stdio[3] as Duplex;
  const pid = child.pid;
  if (pid !== undefined) running.add(pid);

  let ending: Ending | undefined;
  let waiting: { resolve(message: unknown): void; reject(error: Error): void; limit: number } | undefined;
  const meter = meterOf(pid);
  let spent = 0;
  const arrived: string[] = [];
  let parts: string[] = [];
  let length = 0;

  const finish = (how: Ending): void => {
    ending ??= how;
    clearInterval(watch);
    if (pid !== undefined && running.delete(pid)) end(pid);
    pipe.destroy();
    settle();
  };
  const settle = (): void => {
    if (!waiting) return;
    const { resolve, reject } = waiting;
    const line = arrived.shift();
    if (line !== undefined) {
      stopWaiting();
      try {
        resolve(JSON.parse(line));
      } catch {
        finish("sent too much"); // something else than the child's own program writes to the pipe
        reject(new Ended(ending ?? "sent too much"));
      }
    } else if (ending !== undefined) {
      stopWaiting();
      reject(new Ended(ending));
    }
  };
  const stopWaiting = (): void => {
    waiting = undefined;
    spent += meter.used();
  };
  pipe.setEncoding("utf8");
  pipe.on("data", (text: string) => {
    length += text.length;
    if (length > longest || arrived.length > 1000) return finish("sent too much");
    const [first, ...others] = text.split("\n");
    const last = others.pop();
    if (last === undefined) {
      parts.push(text);
      return;
    }
    arrived.push(parts.join("") + first, ...others);
    parts = [last];
    length = last.length;
    settle();
  });
  pipe.on("error", () => finish("ended its own process"));
  child.on("error", () => finish("was stopped"));
  child.on("exit", (_code, signal) => finish((signal && endings[signal]) ?? "ended its own process"));
  const watch = setInterval(() => {
    if (meter.memory() > memory + overhead) finish("ran out of memory");
    if (waiting) meter.look();
    if (waiting && meter.used() > waiting.limit) finish("took too long");
  }, interval);

  const next = (milliseconds: number): Promise<unknown> =>
    new Promise((resolve, reject) => {
      meter.begin();
      waiting = { resolve, reject, limit: milliseconds };
      settle();
    });
  return {
    next,
    ask(message, milliseconds) {
      if (ending === undefined) pipe.write(`${JSON.stringify(message)}\n`);
      return next(milliseconds);
    },
    spent: () => spent,
    kill: () => finish("was stopped"),
  };
}

function end(pid: number): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    /* it has ended by itself */
  }
}

/** Milliseconds. Starting a process is not the student's time; a machine that is busy may need a while. */
const starting = 120_000;

/**
 * Waits until a process is ready.
 * @throws Error if the process does not come up, which is nothing that a submission has done
 */
export async function started(child: Child): Promise<void> {
  let reply: StartReply;
  try {
    reply = (await child.next(starting)) as StartReply;
  } catch (error) {
    throw new Error(`a process for grading could not be started: ${(error as Error).message}`, { cause: error });
  }
  if (reply.kind === "threw") throw new Error(`a process for grading could not be started: ${reply.message}`);
}
