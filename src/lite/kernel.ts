/** The kernel of a notebook in the page: the same front as in Node, with workers in place of thread and process. */
import type { ToCompiler } from "../kernel/browser/messages.js";
import { bytesOf } from "../kernel/bytes.js";
import type { Reply } from "../kernel/compiler/questions.js";
import { startCompiler, type StartThread } from "../kernel/front/compiler-thread.js";
import { createHistory } from "../kernel/front/history.js";
import { createKernel } from "../kernel/front/kernel.js";
import { answer, type Message } from "../kernel/front/message.js";
import { openNotebook } from "../kernel/front/notebook.js";
import { filesBeside, type Beside } from "./files.js";
import type { Contents, KernelOptions, LiteKernel, LiteMessage, Signal } from "./lab.js";
import type { ProgressFile } from "./progress.js";
import { startRunner } from "./runner.js";
import type { Workers } from "./workers.js";

/** What all kernels of the page share. */
export interface Surroundings {
  readonly workers: Workers;
  readonly contents: Contents;
  readonly progress: Promise<ProgressFile>;
  /** Whether the page makes figures live by itself. */
  readonly live: boolean;
  /** The version of TypeScript. */
  readonly typescript: string;
  newSignal(sender: LiteKernel): Signal<LiteKernel, undefined> & { emit(args: undefined): void };
  /** All that a kernel knew is gone; `cells` are the ids of those that had been run, in their order. */
  lost(kernel: string, cells: readonly string[]): void;
}

/** A kernel that can be stopped, which JupyterLite does not think of. */
export interface PageKernel extends LiteKernel {
  interrupt(): void;
}

/** Starts the kernel of a notebook. */
export async function startKernel(options: KernelOptions, page: Surroundings): Promise<PageKernel> {
  const { id, name, location, sendMessage } = options;
  const progress = await page.progress;
  const beside = filesBeside(page.contents, location.replace(/^\/|\/$/g, ""));
  const cells = new Set<string>();
  const send = (message: Message, channel: string): void =>
    sendMessage({
      header: message.header,
      parent_header: message.parent,
      metadata: message.metadata ?? {},
      content: message.content,
      channel,
      buffers: message.buffers ?? [],
    });
  const publish = (message: Message): void => send(message, "iopub");
  const notebook = openNotebook(
    {
      compiler: startCompiler(compilerWorker(page.workers, beside)),
      history: createHistory({ read: () => "", append() {}, remove() {} }),
      startExecutor: (events) =>
        startRunner(
          { start: page.workers.runner, progress, live: page.live },
          {
            ...events,
            lost(why) {
              events.lost(why);
              page.lost(id, [...cells]);
              cells.clear();
            },
          },
        ),
    },
    {
      publish,
      ask: (request, prompt, password) => send(answer(request, "input_request", { prompt, password }), "stdin"),
    },
  );
  const kernel = createKernel({ notebook, typescript: page.typescript, publish, end() {} });

  let isDisposed = false;
  const self: PageKernel = {
    id,
    name,
    location,
    ready: Promise.resolve(), // questions wait in the workers
    get isDisposed() {
      return isDisposed;
    },
    get disposed() {
      return disposed;
    },
    interrupt: () => kernel.interrupt(),
    // JupyterLite holds all other messages back until this resolves: the kernel has its own queue.
    async handleMessage({ header, parent_header, metadata, content, channel, buffers }: LiteMessage) {
      const request = {
        identities: [],
        header,
        parent: parent_header,
        content,
        metadata,
        buffers: buffers.map(bytesOf),
      };
      kernel.receive(request, (reply) => {
        const { cellId } = metadata;
        if (reply.header.msg_type === "execute_reply" && reply.content.status === "ok" && typeof cellId === "string") {
          cells.delete(cellId);
          cells.add(cellId);
        }
        send(reply, channel);
      });
    },
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      notebook.close();
      beside.close();
      disposed.emit(undefined);
    },
  };
  const disposed = page.newSignal(self);
  return self;
}

/** The compiler's worker, which knows the files beside the notebook before it is asked anything. */
const compilerWorker =
  (workers: Workers, beside: Beside): StartThread =>
  (receive, fail) => {
    const worker = workers.compiler();
    const tell = (message: ToCompiler): void => worker.postMessage(message);
    worker.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(new Error(event.message));
    };
    const file = (path: string, text?: string): void =>
      tell({ kind: "file", path, ...(text === undefined ? {} : { text }) });
    for (const [path, text] of beside.follow(file)) file(path, text);
    return {
      ask: (question) => void beside.settled().then(() => tell({ kind: "question", question })),
      end: () => worker.terminate(),
    };
  };
