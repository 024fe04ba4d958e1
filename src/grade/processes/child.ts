/** A confined process and the grader's end of its pipe. */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import type { Readable, Writable } from "node:stream";
import { interval, meterOf, processOf, type Excess, type Measured, type Meter } from "./meter.js";

/** What a student's process may take. */
export interface Limits {
  /** Milliseconds for one cell, one answer's judging, or the start of a process. */
  readonly timeout: number;
  /** MB of JavaScript heap; and, where /proc tells, of all memory beyond what Node itself takes. */
  readonly memory: number;
}

/** How a process ended, in words that complete "it …". */
export type Ending =
  | Excess
  | "ran out of memory"
  | "ended its own process"
  | "sent too much"
  | "sent what is no reply"
  | "was killed from outside"
  | "was stopped";

/** Endings for which nothing in the process can be the reason. */
export const ofMachine: ReadonlySet<Ending> = new Set<Ending>([
  "got no turn of the processor",
  "was killed from outside",
  "was stopped",
]);

/** A running process that answers one message at a time. */
export interface Child {
  /** Its next message, within the time given, as the meter counts it. Rejects with an Ended when there is none. */
  next(milliseconds: number): Promise<unknown>;
  /** Sends a message, and gives the next one that comes back. */
  ask(message: unknown, milliseconds: number): Promise<unknown>;
  /** Milliseconds that all waiting has taken. */
  spent(): number;
  /** Closes its input, and waits until it has ended by itself. */
  leave(): Promise<void>;
  /** Ends it; `how` is what whoever waits is told. */
  kill(how?: Ending): void;
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

/** What the engine and the system do to a process that takes too much. */
const endings: Readonly<Partial<Record<NodeJS.Signals | "", Ending>>> = {
  SIGABRT: "ran out of memory",
  SIGTRAP: "ran out of memory",
  SIGILL: "ran out of memory",
  SIGXCPU: "took too long",
  SIGKILL: "was killed from outside",
  SIGTERM: "was killed from outside",
};

let computed = 0;
/** Milliseconds that all processes have computed that came to their end; 0 where the system does not tell. */
export const computedByChildren = (): number => computed;

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

/**
 * Runs a command within limits, beside a shell that waits for the end of the grader, which the kernel tells by closing
 * descriptor 4, and then kills the whole group. A signal that is asked for at the death of a parent comes to that one
 * process: bubblewrap, killed before its child has asked for it too, leaves that child waiting for ever.
 */
const orphanless = `ulimit -t "$1"; ulimit -c 0; shift
  { read -r _ <&4; kill -KILL 0; } </dev/null >/dev/null 2>&1 3>&- &
  exec "$@" 4<&-`;

/** What a process may take, all together. */
export interface Caps {
  /** MB of memory beyond what its program takes by itself, where /proc tells. */
  readonly memory: number;
  /** Seconds of computing. The system itself enforces them: they hold when the grader is gone, too. */
  readonly seconds: number;
}

/** What is started. */
export interface Program {
  readonly command: readonly string[];
  /** Its whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether the command starts the program as a process of its own, and tells its number as JSON on descriptor 3. */
  readonly reportsPid: boolean;
}

/**
 * Starts a program that answers on its output what comes on its input.
 * @param metered what measures its time
 */
export function startChild(
  { command, environment, reportsPid }: Program,
  folder: string,
  caps: Caps,
  metered: (measured: Measured) => Meter = meterOf,
): Child {
  const { memory, seconds } = caps;
  const [program, ...args] =
    process.platform === "win32"
      ? command
      : ["/bin/sh", "-c", orphanless, "sh", String(Math.ceil(seconds)), ...command];
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...environment },
    stdio: ["pipe", "pipe", "ignore", reportsPid ? "pipe" : "ignore", "pipe"],
    detached: process.platform !== "win32",
  });
  const [input, output, , report, life] = child.stdio as unknown as [
    Writable,
    Readable,
    null,
    Readable | null,
    Writable,
  ];
  const pid = child.pid;
  if (pid !== undefined) running.add(pid);
  let worker = pid;
  let told = "";
  report?.setEncoding("latin1").on("data", (text: string) => {
    told = (told + text).slice(0, 1000);
    worker = Number(/"child-pid": (\d+)/.exec(told)?.[1] ?? worker);
  });

  let ending: Ending | undefined;
  let waiting: { resolve(message: unknown): void; reject(error: Error): void; limit: number } | undefined;
  const meter = metered(processOf(() => worker));
  let spent = 0;
  let arrived: string | undefined;
  let parts: string[] = [];
  let length = 0;

  const finish = (how: Ending): void => {
    if (ending === undefined) computed += meter.computed();
    ending ??= how;
    clearInterval(watch);
    if (pid !== undefined && running.delete(pid)) end(pid);
    for (const stream of [input, output, report, life]) stream?.destroy();
    settle();
  };
  const settle = (): void => {
    if (!waiting) return;
    const { resolve, reject } = waiting;
    if (arrived !== undefined) {
      const line = arrived;
      arrived = undefined;
      stopWaiting();
      try {
        resolve(JSON.parse(line));
      } catch {
        finish("sent what is no reply"); // something else than the child's own program writes to the pipe
        reject(new Ended("sent what is no reply"));
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
  output.setEncoding("utf8").on("data", (text: string) => {
    length += text.length;
    if (length > longest) return finish("sent too much");
    parts.push(text);
    if (!text.includes("\n")) return;
    const [line, ...rest] = parts.join("").split("\n");
    // It answers one message at a time: whoever speaks unasked, or twice, is not the child's own program.
    if (!waiting || rest.length > 1 || rest[0] !== "") return finish("sent what is no reply");
    [arrived, parts, length] = [line, [], 0];
    settle();
  });
  // How it ended is told by its exit, which follows.
  for (const stream of [input, output, report, life]) stream?.on("error", () => {});
  child.on("error", () => finish("was stopped"));
  child.on("exit", (code, signal) => {
    // Whoever started it may tell the signal as a number.
    finish(endings[signal ?? signalOf(code)] ?? "ended its own process");
  });
  const watch = setInterval(() => {
    if (meter.memory() > memory + overhead) finish("ran out of memory");
    if (!waiting) return;
    meter.look();
    const excess = meter.over(waiting.limit);
    if (excess !== undefined) finish(excess);
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
      if (ending === undefined) input.write(`${JSON.stringify(message)}\n`);
      return next(milliseconds);
    },
    spent: () => spent,
    leave: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        input.end();
      }),
    kill: (how = "was stopped") => finish(how),
  };
}

const signalOf = (code: number | null): NodeJS.Signals | "" => {
  const number = (code ?? 0) - 128;
  return (Object.entries(constants.signals).find(([, value]) => value === number)?.[0] ?? "") as NodeJS.Signals | "";
};

function end(pid: number): void {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    /* it has ended by itself */
  }
}
