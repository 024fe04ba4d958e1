/**
 * The process that runs the cells of one notebook. Started by the kernel's front with the notebook's folder and the
 * memory it may take, in MB; ends with the front.
 */
import { MessageChannel, Worker } from "node:worker_threads";
import { createAsking } from "./asking.js";
import { takeProcess } from "./capture.js";
import { createComms } from "./comms.js";
import type { ToExecutor } from "./messages.js";
import { send } from "./outlet.js";
import { gatherOutput } from "./output.js";
import { createRunner } from "./runner.js";
import { takeTimers } from "./runs.js";
import { thrownError } from "./thrown-error.js";
import type { WatchdogData } from "./watchdog.js";

const [directory = process.cwd(), memory = "1024"] = process.argv.slice(2);
const { port1: own, port2: port } = new MessageChannel();
const { port1: replies, port2: answers } = new MessageChannel();
const flags = new Int32Array(new SharedArrayBuffer(8));
new Worker(new URL("./watchdog.js", import.meta.url), {
  workerData: { port, answers, flags, memory: Number(memory) } satisfies WatchdogData,
  transferList: [port, answers],
  execArgv: [],
}).unref();

process.chdir(directory);
process.on("SIGINT", () => {}); // children get it and end; the watchdog stops the cell
const runner = createRunner(directory);
takeProcess((thrown) => thrownError(thrown, runner.cells).traceback.join("\n"));
takeTimers();
const asking = createAsking(replies, flags, send);
const comms = createComms(send);

own.on("message", (message: ToExecutor) => {
  if (message.kind === "run") {
    const { run, cell, mayAsk } = message;
    const output = gatherOutput(run, send);
    asking.allow(mayAsk);
    runner.start(cell, output, (outcome) => {
      output.flush();
      send({ kind: "end", run, outcome });
    });
  } else if (message.kind === "interrupt") {
    asking.stop();
    runner.stop();
    Atomics.add(flags, 0, 1);
  } else if (message.kind === "answer") asking.answer(message);
  else comms.receive(message, gatherOutput(message.run, send));
});
send({ kind: "ready" });
