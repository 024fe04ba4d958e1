/** What the kernel answers to each message of Jupyter's protocol 5.3, apart from how messages travel. */
import type { Cells } from "./cells.js";
import type { CellError } from "./errors.js";
import { textStream } from "./stream.js";
import { announcement, answer, type Message } from "./wire.js";

/** One notebook's kernel. Cells run one at a time, in the order of their requests; all else is answered at once. */
export interface Kernel {
  /** Handles a request; `reply` goes back on the socket that it came from. */
  receive(request: Message, reply: (message: Message) => void): void;
  interrupt(): void;
}

/**
 * The requests that reached the kernel before this many ms after an error were sent before the sender could know of it.
 */
const abortGrace = 20;

/**
 * @param publish sends to every client.
 * @param end is called once the reply to a shutdown request is sent.
 */
export function createKernel(cells: Cells, publish: (message: Message) => void, end: () => void): Kernel {
  const queue: { readonly request: Message; readonly reply: (message: Message) => void }[] = [];
  let running = false;
  let count = 0;

  async function runQueue(): Promise<void> {
    if (running) return;
    running = true;
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { request, reply } = next;
        let failed = true;
        publish(answer(request, "status", { execution_state: "busy" }));
        try {
          failed = await execute(request, reply);
        } finally {
          publish(answer(request, "status", { execution_state: "idle" }));
          if (failed) for (const waiting of queue.splice(0)) abort(waiting.request, waiting.reply);
        }
      }
    } finally {
      running = false; // whatever went wrong, the next request is run
    }
  }

  /** Runs one cell; true if the cells that wait are not to be run. */
  async function execute(request: Message, reply: (message: Message) => void): Promise<boolean> {
    const code = String(request.content.code);
    const silent = request.content.silent === true;
    if (!silent && request.content.store_history !== false) count++;
    const send = (type: string, content: Message["content"]): void => {
      if (!silent) publish(answer(request, type, content));
    };
    const text = textStream((name, chunk) => send("stream", { name, text: chunk }));
    send("execute_input", { code, execution_count: count });
    const outcome = await cells.execute(code, count, {
      stream: text.write,
      display(content, update) {
        text.flush();
        send(update ? "update_display_data" : "display_data", { ...content, transient: content.transient ?? {} });
      },
    });
    text.flush();
    if (outcome.ok) {
      if (outcome.result !== undefined)
        send("execute_result", { execution_count: count, data: { "text/plain": outcome.result }, metadata: {} });
      reply(
        answer(request, "execute_reply", { status: "ok", execution_count: count, payload: [], user_expressions: {} }),
      );
      return false;
    }
    const error = errorContent(outcome.error);
    send("error", error);
    const stop = request.content.stop_on_error !== false;
    if (stop) {
      await new Promise((resolve) => setTimeout(resolve, abortGrace));
      // Once the sockets were read, which a busy machine puts off.
      await new Promise((resolve) => setImmediate(resolve));
    }
    reply(answer(request, "execute_reply", { status: "error", execution_count: count, ...error }));
    return stop;
  }

  /** A cell that is not run because one before it failed says so: its old output is already gone from the page. */
  function abort(request: Message, reply: (message: Message) => void): void {
    publish(answer(request, "status", { execution_state: "busy" }));
    if (request.content.silent !== true)
      publish(
        answer(request, "stream", { name: "stderr", text: "Not run: a cell before this one stopped with an error.\n" }),
      );
    reply(answer(request, "execute_reply", { status: "aborted" }));
    publish(answer(request, "status", { execution_state: "idle" }));
  }

  function shutDown(request: Message, reply: (message: Message) => void): void {
    reply(answer(request, "shutdown_reply", { status: "ok", restart: request.content.restart === true }));
    end();
  }

  /** Requests that are answered at once, also while a cell awaits something. */
  const answers: Readonly<Record<string, (content: Message["content"]) => Message["content"]>> = {
    kernel_info_request: () => kernelInfo,
    complete_request({ code, cursor_pos }) {
      const text = String(code);
      const { start, end: stop, candidates } = cells.complete(text, toUnits(text, Number(cursor_pos)));
      return {
        status: "ok",
        matches: candidates,
        cursor_start: toPoints(text, start),
        cursor_end: toPoints(text, stop),
        metadata: {},
      };
    },
    inspect_request({ code, cursor_pos }) {
      const text = String(code);
      const position = toUnits(text, Number(cursor_pos));
      const found = cells.inspect(text, position) ?? cells.inspect(text, calledName(text, position));
      return {
        status: "ok",
        found: found !== undefined,
        data: found === undefined ? {} : { "text/plain": found },
        metadata: {},
      };
    },
    is_complete_request({ code }) {
      const { completed, indent } = cells.isComplete(String(code));
      return completed ? { status: "complete" } : { status: "incomplete", indent: indent ?? "" };
    },
    comm_info_request: () => ({ status: "ok", comms: {} }),
    history_request: () => ({ status: "ok", history: [] }),
    interrupt_request() {
      cells.interrupt();
      return { status: "ok" };
    },
  };

  return {
    receive(request, reply) {
      const type = request.header.msg_type;
      if (type === "execute_request") {
        queue.push({ request, reply });
        void runQueue();
        return;
      }
      publish(answer(request, "status", { execution_state: "busy" }));
      try {
        if (type === "shutdown_request") shutDown(request, reply);
        else if (type === "comm_open")
          // There are no widgets.
          publish(answer(request, "comm_close", { comm_id: request.content.comm_id, data: {} }));
        else if (Object.hasOwn(answers, type))
          reply(answer(request, type.replace(/_request$/, "_reply"), answered(answers[type], request.content)));
      } finally {
        publish(answer(request, "status", { execution_state: "idle" }));
      }
    },
    interrupt: () => cells.interrupt(),
  };
}

/** The first message of a kernel. */
export const starting = (): Message => announcement("status", { execution_state: "starting" });

const kernelInfo = {
  status: "ok",
  protocol_version: "5.3",
  implementation: "nullcline",
  implementation_version: "0.1.0",
  banner: "TypeScript (nullcline), on tslab",
  language_info: {
    name: "typescript",
    version: "5.0.4", // of the compiler inside tslab
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
  },
  help_links: [{ text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/intro.html" }],
};

/** A compiler that stumbles over half-typed code is no reason to leave the request without an answer. */
function answered(
  handler: (content: Message["content"]) => Message["content"],
  content: Message["content"],
): Message["content"] {
  try {
    return handler(content);
  } catch (error) {
    return { status: "error", ename: (error as Error).name, evalue: (error as Error).message, traceback: [] };
  }
}

function errorContent({ name, message, traceback: [head, ...rest] }: CellError): Message["content"] {
  return { ename: name, evalue: message, traceback: [`\x1b[31m${head}\x1b[0m`, ...rest] };
}

/** Jupyter counts a cursor in code points, JavaScript in UTF-16 units. */
const toUnits = (text: string, points: number): number => [...text].slice(0, points).join("").length;
const toPoints = (text: string, units: number): number => [...text.slice(0, units)].length;

/** The place of `simulate` for a cursor within `simulate(model, { dt: 0.01 }|`: what a reader wants to know there. */
function calledName(text: string, position: number): number {
  let open = 0;
  for (let i = position - 1; i > 0; i--) {
    if (text[i] === ")") open++;
    if (text[i] === "(" && open-- === 0) return i - 1;
  }
  return position;
}
