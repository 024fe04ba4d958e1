/** The kernel as a process: its sockets, and the signals it is sent. */
import { readFileSync } from "node:fs";
import { Publisher, Reply, Router } from "zeromq";
import { createCells } from "./cells.js";
import { createKernel, starting, type Kernel } from "./kernel.js";
import { decode, encode, type Message } from "./wire.js";

/** The file that Jupyter writes for a kernel that it is about to start. */
interface Connection {
  readonly transport: string;
  readonly ip: string;
  readonly key: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly control_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
}

/**
 * Sockets take every message as it is sent and drop none. Without `sendTimeout: 0` zeromq.js puts off the 513th message
 * that is sent before the event loop turns, and refuses the next with EBUSY.
 */
const atOnce = { sendHighWaterMark: 0, sendTimeout: 0 } as const;

/** How often the kernel looks whether the server that started it still lives, ms. */
const orphanCheck = 2000;

/**
 * Serves the notebook of the working directory until it is asked to end.
 * @throws Error if `file` is not a connection file or a port of it is taken.
 */
export async function runKernel(file: string): Promise<void> {
  const parent = process.ppid;
  const connection = JSON.parse(readFileSync(file, "utf8")) as Connection;
  const { key } = connection;
  const iopub = new Publisher(atOnce);
  const [shell, control, stdin, heartbeat] = [new Router(atOnce), new Router(atOnce), new Router(), new Reply()];
  const bind = (socket: Publisher | Router | Reply, port: number): Promise<void> =>
    socket.bind(`${connection.transport}://${connection.ip}:${port}`);
  await Promise.all([
    bind(iopub, connection.iopub_port),
    bind(shell, connection.shell_port),
    bind(control, connection.control_port),
    bind(stdin, connection.stdin_port),
    bind(heartbeat, connection.hb_port),
  ]);

  const cells = createCells(process.cwd());
  const publish = (message: Message): void => {
    if (!iopub.closed) void iopub.send(encode({ ...message, identities: [Buffer.from(message.header.msg_type)] }, key));
  };
  const end = (): void => {
    if (iopub.closed) return;
    cells.close();
    for (const socket of [iopub, shell, control, stdin, heartbeat]) socket.close();
    setTimeout(() => process.exit(0), 100); // a cell's own timers do not keep the process
  };
  const kernel = createKernel(cells, publish, () => setImmediate(end));
  process.on("SIGINT", () => kernel.interrupt());
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, orphanCheck).unref();

  publish(starting());
  await Promise.all([serve(shell, key, kernel), serve(control, key, kernel), echo(heartbeat)]);
}

async function serve(socket: Router, key: string, kernel: Kernel): Promise<void> {
  for await (const frames of socket) {
    let request: Message;
    try {
      request = decode(frames, key);
    } catch {
      continue; // not from our Jupyter: whoever does not know the key gets no answer
    }
    kernel.receive(request, (message) => {
      if (!socket.closed) void socket.send(encode(message, key));
    });
  }
}

async function echo(socket: Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames);
}
