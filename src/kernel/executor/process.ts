/**
 * The process that runs the cells of one notebook. Started by the kernel's front with the notebook's folder and the
 * memory it may take, in MB; ends with the front.
 */
import { fileURLToPath } from "node:url";
import { MessageChannel, Worker } from "node:worker_threads";
import { takeProcess } from "./capture.js";
import { createExecutor } from "./executor.js";
import type { ToExecutor } from "./messages.js";
import { nodeWorld } from "./node-world.js";
import { send } from "./outlet.js";
import { takeTimers } from "./runs.js";
import { takeStarted } from "./started.js";
import { takeSources } from "./sources.js";
import { takeStacks } from "./errors/stacks.js";
import { thrownError } from "./errors/thrown-error.js";
import { waitingOn } from "./waiting.js";
import { watchdogScript } from "../scripts.js";
import type { WatchdogData } from "./watchdog.js";

const { add, load } = Atomics; // a cell may replace what it finds
const [directory = process.cwd(), memory = "1024"] = process.argv.slice(2);
const { port1: own, port2: port } = new MessageChannel();
const { port1: replies, port2: answers } = new MessageChannel();
const flags = new Int32Array(new SharedArrayBuffer(12));
new Worker(watchdogScript, {
  workerData: { port, answers, flags, memory: Number(memory) } satisfies WatchdogData,
  transferList: [port, answers],
  execArgv: [],
}).unref();

process.chdir(directory);
process.on("SIGINT", () => {}); // children get it and end; the watchdog stops the cell
const { cells, receive } = createExecutor(nodeWorld(directory), send, waitingOn(replies, flags));
takeProcess((thrown) => thrownError(thrown, cells).traceback.join("\n"));
takeTimers(() => load(flags, 2));
takeStarted();
takeStacks(cells, fileURLToPath(import.meta.url));
takeSources();

own.on("message", (message: ToExecutor) => {
  receive(message);
  if (message.kind === "interrupt") add(flags, 0, 1);
});
send({ kind: "ready" });
