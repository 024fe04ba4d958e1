/** The kernel as a process: its sockets, and the signals it is sent. */
import { createRequire } from "node:module";
import type * as zeromq from "zeromq";
import { installedVersion, requireInstalled } from "../../host/installed.js";
import { readConnection, type SocketName } from "./connection.js";
import { findSnapshot, makeSnapshot, type Making } from "../snapshot.js";
import { compilerProcess } from "./compiler-process.js";
import { startCompiler } from "./compiler-thread.js";
import { startExecutor } from "./executor.js";
import { createHistory } from "./history.js";
import { fileJournal } from "./journal.js";
import { createKernel, type Kernel } from "./kernel.js";
import { openNotebook, type NotebookParts } from "./notebook.js";
import { announcement, answer, type Message } from "./message.js";
import { createUsage } from "./usage.js";
import { createDecoder, encode } from "./wire.js";

/**
 * Sockets take every message as it is sent and drop none. Without `sendTimeout: 0` zeromq.js puts off the 513th message
 * that is sent before the event loop turns, and refuses the next with EBUSY.
 */
const atOnce = { sendHighWaterMark: 0, sendTimeout: 0 } as const;

/** Milliseconds after which the kernel says what it is, whether its compiler has started or not. */
const patience = 3000;
/** How often the kernel looks whether the server that started it still lives, ms. */
const orphanCheck = 1000;
/** When the compiler's snapshot is made, if there is none, ms after the start: nobody waits for it. */
const snapshotDelay = 8000;
/** The first byte of what a client says to the publishing socket when it begins to listen. */
const subscribes = 1;

/**
 * Serves the notebook of the working directory until it is asked to end.
 * @throws Error if tslab or zeromq is not installed, `file` is not a connection file or a port of it is taken
 */
export async function runKernel(file: string): Promise<void> {
  requireInstalled("nullcline/kernel", "tslab", "typescript", "zeromq");
  const parent = process.ppid;
  const connection = readConnection(file);
  const { key } = connection;
  const directory = process.cwd();
  const compiler = startCompiler(compilerProcess(directory, findSnapshot)); // before all that takes less time
  const ready = Promise.race([compiler.started, new Promise((done) => setTimeout(done, patience).unref())]);
  const require = createRequire(import.meta.url);
  const typescript = installedVersion("typescript");
  const { Reply, Router, XPublisher } = require("zeromq") as typeof zeromq;
  const iopub = new XPublisher({ ...atOnce, verbosity: "allSubs" });
  const [shell, control, stdin, heartbeat] = [new Router(atOnce), new Router(atOnce), new Router(atOnce), new Reply()];
  const sockets = { iopub, shell, control, stdin, hb: heartbeat };

  const publish = (message: Message, topic = message.header.msg_type): void => {
    if (!iopub.closed) void iopub.send(encode({ ...message, identities: [Buffer.from(topic)] }, key));
  };
  const send =
    (socket: zeromq.Router) =>
    (message: Message): void => {
      if (!socket.closed) void socket.send(encode(message, key));
    };
  const parts: NotebookParts = {
    compiler,
    history: createHistory(fileJournal(`${file}.history`)),
    startExecutor: (events) => startExecutor(directory, events),
  };
  const notebook = openNotebook(parts, {
    publish,
    ask: (request, prompt, password) => send(stdin)(answer(request, "input_request", { prompt, password })),
  });
  try {
    await Promise.all(
      Object.entries(sockets).map(([name, socket]) => socket.bind(connection.address(name as SocketName))),
    );
  } catch (error) {
    notebook.close();
    throw error;
  }
  let making: Making | undefined;
  setTimeout(() => {
    if (!findSnapshot()) making = makeSnapshot();
  }, snapshotDelay).unref();
  const end = (restart: boolean): void => {
    if (iopub.closed) return;
    notebook.close();
    making?.stop();
    if (!restart) notebook.history.forget();
    for (const socket of Object.values(sockets)) socket.close();
    setTimeout(() => process.exit(0), 50);
  };
  const usage = createUsage();
  const kernel = createKernel({ notebook, typescript, ready, publish, ports: connection.ports, usage, end });
  process.on("SIGINT", () => kernel.interrupt());
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(false));
  setInterval(() => {
    if (process.ppid !== parent) end(false);
  }, orphanCheck).unref();

  publish(announcement("status", { execution_state: "starting" }));
  const decoder = createDecoder(key);
  const receive = (socket: zeromq.Router): Promise<void> => serve(socket, decoder, kernel, send(socket));
  await Promise.all([receive(shell), receive(control), receive(stdin), echo(heartbeat), welcome(iopub, publish)]);
}

async function serve(
  socket: zeromq.Router,
  decoder: ReturnType<typeof createDecoder>,
  kernel: Kernel,
  send: (message: Message) => void,
): Promise<void> {
  for await (const frames of socket) {
    try {
      kernel.receive(decoder.decode(frames), send);
    } catch (error) {
      // Not from our Jupyter: whoever does not know the key gets no answer.
      console.error(`nullcline kernel: dropped ${(error as Error).message}`);
    }
  }
}

/** Tells each client that begins to listen that from now on it will hear everything. */
async function welcome(iopub: zeromq.XPublisher, publish: (message: Message, topic: string) => void): Promise<void> {
  for await (const [frame] of iopub) {
    if (frame?.[0] !== subscribes) continue;
    const topic = frame.subarray(1).toString();
    publish(announcement("iopub_welcome", { subscription: topic }), topic);
  }
}

async function echo(socket: zeromq.Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames);
}
