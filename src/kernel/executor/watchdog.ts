/**
 * Watches over the process that runs cells, from a thread of its own: hears the front while a cell computes, ends a
 * loop in the middle, and ends the process when it takes too much memory or nobody listens any more.
 */
import inspector from "node:inspector";
import { Socket } from "node:net";
import { workerData, type MessagePort } from "node:worker_threads";
import { descriptors, type FromWatchdog, type ToExecutor } from "./messages.js";

/** What the thread is given when it is started. */
export interface WatchdogData {
  /** To the thread that runs cells. */
  readonly port: MessagePort;
  /** Answers for which that thread waits and does nothing else. */
  readonly answers: MessagePort;
  /** [0] counts how often a cell has been stopped, [1] the answers, [2] how often by force. */
  readonly flags: Int32Array;
  /** MB that the process may take. */
  readonly memory: number;
}

/** Milliseconds after which a cell that was asked to stop, and still computes, is ended by force; again and again. */
const attempts = [60, 300, 900];
/** How often the process's memory is looked at, ms. */
const look = 50;

const { port, answers, flags, memory } = workerData as WatchdogData;
const main = new inspector.Session();
main.connectToMainThread();
const socket = new Socket({ fd: descriptors.control, readable: true, writable: true });

/** The whole group goes, with all that a cell has started. */
function end(): void {
  try {
    process.kill(process.platform === "win32" ? process.pid : -process.pid, "SIGKILL");
  } finally {
    process.kill(process.pid, "SIGKILL");
  }
}

const waiting: ToExecutor[] = [];
let stopping: NodeJS.Timeout | undefined;

/**
 * Ends what runs. The engine ends a loop a moment after it is asked to, and whatever it runs at that moment: so no
 * cell is begun before each such request has had its effect.
 */
function interrupt(message: ToExecutor): void {
  const ask = (): void => port.postMessage(message);
  ask();
  if (stopping) return;
  const before = Atomics.load(flags, 0);
  const isStopped = (): boolean => Atomics.load(flags, 0) !== before;
  let requests = 0;
  const force = (): void => {
    if (isStopped()) return;
    requests++;
    Atomics.add(flags, 2, 1);
    main.post("Runtime.terminateExecution", () => {
      requests--;
      ask(); // what ended the loop may also have ended the code that was about to read the first one
    });
  };
  const timers = attempts.map((after) => setTimeout(force, after));
  stopping = setInterval(() => {
    if (!isStopped()) return;
    if (requests > 0) return ask(); // to be ended in place of anybody else
    clearInterval(stopping);
    timers.forEach(clearTimeout);
    stopping = undefined;
    for (const each of waiting.splice(0)) port.postMessage(each);
  }, 5);
}

function receive(line: string): void {
  const message = JSON.parse(line) as ToExecutor;
  if (message.kind === "interrupt") interrupt(message);
  else if (message.kind === "answer" && message.waits) {
    answers.postMessage(message);
    Atomics.add(flags, 1, 1);
    Atomics.notify(flags, 1);
  } else if (stopping) waiting.push(message);
  else port.postMessage(message);
}

let rest = "";
socket.setEncoding("utf8");
socket.on("data", (text: string) => {
  const lines = (rest + text).split("\n");
  rest = lines.pop() as string;
  for (const line of lines) receive(line);
});
socket.on("close", end);
socket.on("error", end);

setInterval(() => {
  const megabytes = process.memoryUsage.rss() / 2 ** 20;
  if (megabytes < memory) return;
  const notice: FromWatchdog = { kind: "memory", megabytes: Math.round(megabytes) };
  socket.write(`${JSON.stringify(notice)}\n`, end);
}, look);
