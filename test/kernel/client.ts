// A Jupyter client in a few lines: starts the kernel as Jupyter does and speaks the protocol to it.
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Dealer, Subscriber } from "zeromq";
import { pause } from "../patience.js";
import type { Message } from "../../src/kernel/front/message.js";
import { decode, encode } from "../../src/kernel/front/wire.js";

export interface Answer {
  readonly reply: Message;
  /** What was published because of the request, status messages left out. */
  readonly published: readonly Message[];
}

/** The socket of a request; `comm`: the shell, without waiting for a reply. */
type Channel = "shell" | "control" | "comm";

/** The last thing that was shown, as text. */
export function shownText({ published }: Answer): string {
  const data = published.at(-1)?.content.data as Record<string, string> | undefined;
  return data?.["text/plain"] ?? "";
}

/** What goes beside the content of a message. */
type Beside = Pick<Message, "metadata" | "buffers">;

export interface Client {
  readonly process: ChildProcess;
  /** By which messages are signed. */
  readonly key: string;
  /** Everything that the kernel printed to its own terminal. */
  readonly printed: () => string;
  request(type: string, content: Message["content"], channel?: Channel, beside?: Beside): Promise<Answer>;
  /** Answers each question of a cell by what `reply` makes of it; gives the questions. */
  answerQuestions(reply: (content: Message["content"]) => string): Message["content"][];
  /** Sends a request and does not wait; gives its id. */
  send(type: string, content: Message["content"], channel?: Channel, beside?: Beside): Promise<string>;
  isAnswered(id: string): boolean;
  /** What was published so far because of a request. */
  publishedFor(id: string): readonly Message[];
  /** Waits for the end of a request that was sent. */
  answerTo(id: string): Promise<Answer>;
  execute(code: string, options?: Message["content"]): Promise<Answer>;
  /** Sends frames as they are. */
  raw(frames: readonly (string | Buffer)[]): Promise<void>;
  /** Resolves once the kernel published a message of this type that was not yet waited for. */
  published(type: string): Promise<Message>;
  close(): Promise<void>;
}

const key = "a key of the test";

/** The file by which Jupyter tells a kernel its ports, in a new folder. */
export async function connectionFile(): Promise<{
  file: string;
  folder: string;
  shell_port: number;
  iopub_port: number;
  control_port: number;
  stdin_port: number;
  remove: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-kernel-"));
  const file = join(folder, "connection.json");
  const [shell_port, iopub_port, control_port, stdin_port, hb_port] = await freePorts(5);
  writeFileSync(
    file,
    JSON.stringify({
      transport: "tcp",
      ip: "127.0.0.1",
      key,
      shell_port,
      iopub_port,
      control_port,
      stdin_port,
      hb_port,
    }),
  );
  return {
    file,
    folder,
    shell_port,
    iopub_port,
    control_port,
    stdin_port,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export async function startKernel(): Promise<Client> {
  const { file, folder, shell_port, iopub_port, control_port, stdin_port, remove } = await connectionFile();
  const child = spawn(process.execPath, ["--max-old-space-size=128", resolve("dist/cli.js"), "kernel", file], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });

  const session = randomUUID();
  const dealer = (): Dealer => new Dealer({ linger: 0, sendHighWaterMark: 0, sendTimeout: 0, routingId: session });
  const [shell, control, stdin] = [dealer(), dealer(), dealer()];
  control.connect(`tcp://127.0.0.1:${control_port}`);
  stdin.connect(`tcp://127.0.0.1:${stdin_port}`);
  const iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  shell.connect(`tcp://127.0.0.1:${shell_port}`);
  iopub.connect(`tcp://127.0.0.1:${iopub_port}`);
  iopub.subscribe();
  const log: Message[] = [];
  const seen = new Set<Message>();
  const replies = new Map<string, Message>();
  const published = new Map<string, Message[]>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  void (async () => {
    for await (const frames of iopub) {
      const m = decode(frames, key);
      log.push(m);
      published.get(m.parent.msg_id ?? "")?.push(m);
      changed();
    }
  })();
  for (const socket of [shell, control])
    void (async () => {
      for await (const frames of socket) {
        const m = decode(frames, key);
        replies.set(m.parent.msg_id ?? "", m);
        changed();
      }
    })();

  /** Waits until `find` finds something, or the kernel has ended. */
  const until = <T>(find: () => T | undefined, what: string): Promise<T> =>
    new Promise((done, reject) => {
      const check = (): void => {
        const found = find();
        if (found === undefined && !hasEnded(child)) return;
        listeners.delete(check);
        if (found !== undefined) done(found);
        else reject(new Error(`the kernel ended without ${what}; it printed:\n${printed}`));
      };
      listeners.add(check);
      check();
    });
  // What the kernel said last may still be on its way.
  child.once("exit", () => void pause(10_000).then(changed));

  const newHeader = (type: string): Message["header"] => ({
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: "test",
    date: new Date().toISOString(),
    version: "5.3",
  });
  async function send(
    type: string,
    content: Message["content"],
    channel = "shell",
    beside: Beside = {},
  ): Promise<string> {
    const header = newHeader(type);
    published.set(header.msg_id, []);
    const message = { identities: [], header, parent: {}, content, ...beside };
    await (channel === "control" ? control : shell).send(encode(message, key));
    return header.msg_id;
  }

  async function request(
    type: string,
    content: Message["content"],
    channel?: Channel,
    beside?: Beside,
  ): Promise<Answer> {
    const id = await send(type, content, channel, beside);
    return answerTo(id, channel !== "comm", `${type} ${String(content.code ?? "")}`);
  }
  async function answerTo(id: string, replied = true, what = "a request"): Promise<Answer> {
    const own = published.get(id) ?? [];
    const reply = replied ? await until(() => replies.get(id), `a reply to ${what}`) : ({} as Message);
    await until(() => own.find((m) => m.content.execution_state === "idle"), "an idle status");
    return { reply, published: own.filter((m) => m.header.msg_type !== "status") };
  }

  const client: Client = {
    process: child,
    key,
    printed: () => printed,
    send,
    isAnswered: (id) => replies.has(id),
    publishedFor: (id) => published.get(id) ?? [],
    answerTo: (id) => answerTo(id),
    request,
    execute: (code, options = {}) =>
      request("execute_request", {
        code,
        silent: false,
        store_history: true,
        stop_on_error: true,
        user_expressions: {},
        allow_stdin: false,
        ...options,
      }),
    answerQuestions(reply) {
      const questions: Message["content"][] = [];
      void (async () => {
        for await (const frames of stdin) {
          const question = decode(frames, key);
          questions.push(question.content);
          const header = newHeader("input_reply");
          const content = { value: reply(question.content) };
          await stdin.send(encode({ identities: [], header, parent: question.header, content }, key));
        }
      })();
      return questions;
    },
    raw: (frames) => shell.send([...frames]),
    async published(type) {
      const found = await until(() => log.find((m) => m.header.msg_type === type && !seen.has(m)), `a ${type} message`);
      seen.add(found);
      return found;
    },
    async close() {
      child.kill("SIGKILL");
      if (!hasEnded(child)) await once(child, "exit");
      for (const socket of [shell, control, stdin, iopub]) socket.close();
      remove();
    },
  };
  // A subscription takes a moment to reach the kernel: ask until a status arrives on the publishing socket as well.
  const nudge = setInterval(() => {
    void request("kernel_info_request", {}).catch(() => {});
  }, 200);
  await until(() => log[0], "a first message").finally(() => clearInterval(nudge));
  return client;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
