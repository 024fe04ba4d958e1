/** What the kernel answers to each message of Jupyter's protocol, apart from how messages travel. */
import { errorContent, execute } from "./execution.js";
import { kernelInfo } from "./info.js";
import type { Notebook } from "./notebook.js";
import { cursorIn, pointsTo } from "./cursor.js";
import { answer, type Message } from "./message.js";

/** One notebook's kernel. Cells run one at a time, in the order of their requests; all else is answered at once. */
export interface Kernel {
  /** Handles a request; `reply` goes back on the socket that it came from. */
  receive(request: Message, reply: (message: Message) => void): void;
  interrupt(): void;
}

/** What the kernel needs of the world. */
export interface Surroundings {
  readonly notebook: Notebook;
  /** The version of TypeScript. */
  readonly typescript: string;
  /** Who asks for the kernel's name is answered once this is settled: then it can run a cell. Default: at once. */
  readonly ready?: Promise<unknown>;
  /** Sends to every client. */
  publish(message: Message): void;
  /** The ports of the sockets, as the connection file names them; none where there are no sockets. */
  readonly ports?: Content;
  /** What the kernel's processes take, where that can be told. */
  usage?(): Content;
  /** Called once the reply to a shutdown request is sent. */
  end(restart: boolean): void;
}

type Content = Message["content"];
type Reply = (message: Message) => void;
type Answers = Readonly<Record<string, (content: Content, request: Message) => Content | Promise<Content>>>;

/**
 * The requests that reached the kernel before this many ms after an error were sent before the sender could know of it.
 */
const abortGrace = 20;

const noSubshells =
  "this kernel has no subshells: one thread runs all code of a notebook, " +
  "and completion, inspection and comms are answered while a cell waits without them";

/** Why the kernel refuses what a front end could ask of another one. */
const refused: Readonly<Record<string, string>> = {
  debug_request: "this kernel has no debugger",
  create_subshell_request: noSubshells,
  delete_subshell_request: noSubshells,
  list_subshell_request: noSubshells,
  usage_request: "what this kernel takes can not be told here",
};

/** The kernel of a notebook. */
export function createKernel(surroundings: Surroundings): Kernel {
  const { notebook, typescript, ready, publish, ports = {}, usage, end } = surroundings;
  const queue: { readonly request: Message; readonly reply: Reply }[] = [];
  let running: Message | undefined;

  const busy = (request: Message): void => publish(answer(request, "status", { execution_state: "busy" }));
  const idle = (request: Message): void => {
    publish(answer(request, "status", { execution_state: "idle" }));
    // Front ends show the state that they heard last.
    if (running && running !== request) busy(running);
  };

  async function runQueue(): Promise<void> {
    if (running) return;
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { request, reply } = next;
      running = request;
      busy(request);
      let failed = true;
      try {
        const executed = await execute(notebook, request, publish);
        const { stop_on_error, silent } = request.content;
        failed = executed.failed && stop_on_error !== false && silent !== true;
        if (failed) await graceAfterError();
        reply(answer(request, "execute_reply", executed.reply));
      } catch (error) {
        reply(answer(request, "execute_reply", { status: "error", ...problem(error) }));
      } finally {
        running = undefined;
        idle(request);
        if (failed) for (const waiting of queue.splice(0)) abort(waiting.request, waiting.reply);
      }
    }
  }
  async function graceAfterError(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, abortGrace));
    // Once the sockets were read, which a busy machine puts off.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** A cell that is not run because one before it failed says so: its old output is already gone from the page. */
  function abort(request: Message, reply: Reply): void {
    busy(request);
    if (request.content.silent !== true)
      publish(
        answer(request, "stream", { name: "stderr", text: "Not run: a cell before this one stopped with an error.\n" }),
      );
    reply(answer(request, "execute_reply", { status: "aborted" }));
    idle(request);
  }

  const answers: Answers = {
    async kernel_info_request() {
      await ready;
      return kernelInfo(typescript);
    },
    connect_request: () => ({ status: "ok", ...ports }),
    ...(usage ? { usage_request: () => usage() } : {}),
    complete_request({ code, cursor_pos }) {
      const text = String(code ?? "");
      return notebook.compiler.complete(notebook.declarations(), text, cursorIn(text, cursor_pos)).then((found) => ({
        status: "ok",
        matches: found.matches,
        cursor_start: pointsTo(text, found.start),
        cursor_end: pointsTo(text, found.end),
        metadata: {
          _jupyter_types_experimental: found.matches.map((match, i) => ({
            text: match,
            type: found.kinds[i],
            start: pointsTo(text, found.start),
            end: pointsTo(text, found.end),
          })),
        },
      }));
    },
    async inspect_request({ code, cursor_pos }) {
      const text = String(code ?? "");
      const data = await notebook.compiler.inspect(notebook.declarations(), text, cursorIn(text, cursor_pos));
      return { status: "ok", found: data !== undefined, data: data ?? {}, metadata: {} };
    },
    async is_complete_request({ code }) {
      return { ...(await notebook.compiler.isComplete(String(code ?? ""))) };
    },
    comm_info_request({ target_name }) {
      const open = [...notebook.comms].filter(
        ([, target]) => typeof target_name !== "string" || target === target_name,
      );
      return { status: "ok", comms: Object.fromEntries(open.map(([id, target]) => [id, { target_name: target }])) };
    },
    history_request: (content) => notebook.history.answer(content),
    debug_request({ command, seq }) {
      const { name, message } = new RangeError(refused.debug_request ?? "");
      const asDebugger = { type: "response", success: false, command, request_seq: seq ?? 0, message };
      return { ...asDebugger, status: "error", ...problem({ name, message }) };
    },
    interrupt_request() {
      notebook.interrupt(running === undefined);
      return { status: "ok" };
    },
    shutdown_request({ restart }) {
      setTimeout(() => end(restart === true), 0);
      return { status: "ok", restart: restart === true };
    },
  };

  /** Every request has an answer, which may be that there is none. */
  async function respond(request: Message, reply: Reply): Promise<void> {
    const type = request.header.msg_type;
    busy(request);
    try {
      if (typeof request.header.subshell_id === "string") throw new RangeError(noSubshells);
      const known = Object.hasOwn(answers, type) ? answers[type] : undefined;
      if (!known) throw new RangeError(refused[type] ?? `${type} is not something this kernel can be asked`);
      const content = await known(request.content, request);
      reply(answer(request, type.replace(/_request$/, "_reply"), content));
    } catch (error) {
      reply(answer(request, type.replace(/_request$/, "_reply"), { status: "error", ...problem(error) }));
    } finally {
      idle(request);
    }
  }

  return {
    receive(request, reply) {
      const { msg_type: type, subshell_id } = request.header;
      if (type === "execute_request" && typeof subshell_id !== "string") {
        queue.push({ request, reply });
        void runQueue();
      } else if (type === "input_reply") {
        const { value } = request.content;
        notebook.answered(typeof value === "string" ? value : undefined);
      } else if (/^comm_(?:open|msg|close)$/.test(type)) {
        busy(request);
        notebook.comm(request);
        idle(request);
      } else void respond(request, reply);
    },
    interrupt: () => notebook.interrupt(running === undefined),
  };
}

/** A compiler that stumbles over half-typed code is no reason to leave the request without an answer. */
const problem = (error: unknown): Content => {
  const { name, message } = error as Error;
  return { ...errorContent({ name, message, traceback: [`${name}: ${message}`] }) };
};
