/**
 * One notebook at work: what is known of its names, the compiler and the process that runs its cells. Output of a run
 * goes to the request that it came from, however late it comes.
 */
import { fromBase64, toBase64 } from "../bytes.js";
import type { Outcome } from "../cell.js";
import type { Compilation } from "../compiler/compiler.js";
import { interruption } from "../errors.js";
import type { FromExecutor, ToExecutor } from "../executor/messages.js";
import type { CompilerThread } from "./compiler-thread.js";
import type { Executor, ExecutorEvents } from "./executor.js";
import type { History } from "./history.js";
import { definedIn, lossOf, staleTold, withLoss, withLost } from "./losses.js";
import { announcement, answer, type Message } from "./message.js";

/** A notebook as the kernel knows it. */
export interface Notebook {
  readonly compiler: CompilerThread;
  readonly history: History;
  /** Declarations of all names, as the compiler takes them. */
  declarations(): string;
  /** The number of a cell, which is the next one if it is counted. */
  count(counted: boolean, code: string): number;
  /**
   * Compiles and runs a cell.
   * @param request to which its output belongs; undefined: there is none
   */
  run(code: string, request: Message | undefined, mayAsk: boolean): Promise<Outcome>;
  /** @param idle no cell runs or waits: what earlier ones have left going on is to end */
  interrupt(idle: boolean): void;
  /** Hands a comm message of the page to the cells' code. */
  comm(request: Message): void;
  /** Comms that are open, by their id, with their target. */
  readonly comms: ReadonlyMap<string, string>;
  /** The reader's answer to a question; undefined if it can not be asked. */
  answered(text: string | undefined): void;
  close(): void;
}

/** What a notebook is put together from. */
export interface NotebookParts {
  readonly compiler: CompilerThread;
  readonly history: History;
  startExecutor(events: ExecutorEvents): Executor;
}

/** What a notebook does to the world. */
export interface NotebookEvents {
  publish(message: Message): void;
  /** Asks the reader who sent the request. */
  ask(request: Message, prompt: string, password: boolean): void;
}

/** Runs whose late output still finds its way to its cell. */
const remembered = 2000;
/** Whoever presses Stop again as soon after a cell was stopped, ms, means that cell. */
const impatience = 1000;
/** Milliseconds after which a compilation that was told to stop is ended with the compiler. */
const patience = 1000;

/** Opens a notebook of which nothing has been run. */
export function openNotebook({ compiler, history, startExecutor }: NotebookParts, events: NotebookEvents): Notebook {
  const requests = new Map<number, Message>();
  const comms = new Map<string, string>();
  const targets = new Set<string>();
  let declarations = "";
  const known = new Set<string>();
  const gone = new Set<string>();
  const stale = new Set<string>();
  let runs = 0;
  let count = 0;
  let stopCompiling: (() => void) | undefined;
  let question: { readonly waits: boolean } | undefined;
  let lastRun = 0;
  let interrupted = false;
  let stoppedAt = -Infinity;
  let running = false;
  let losses = 0;
  let loss = "";

  const executor = startExecutor({
    message: (message) => show(message),
    raw: (name, text) => tell(lastRun, "stream", { name, text }),
    lost(message) {
      losses++;
      declarations = "";
      for (const name of known) gone.add(name);
      loss = lossOf(known);
      known.clear();
      stale.clear();
      if (!running) tell(lastRun, "stream", { name: "stderr", text: `${message}. ${loss}\n` });
      for (const comm_id of comms.keys()) events.publish(announcement("comm_close", { comm_id, data: {} }));
      comms.clear();
      targets.clear();
      question = undefined;
    },
  });

  function tell(to: number, type: string, content: Message["content"]): void {
    const request = requests.get(to);
    if (request) events.publish(answer(request, type, content));
  }
  function show(message: Exclude<FromExecutor, { kind: "ready" | "end" }>): void {
    if (message.kind === "stream") tell(message.run, "stream", { name: message.name, text: message.text });
    else if (message.kind === "display")
      tell(message.run, message.update ? "update_display_data" : "display_data", { ...message.content });
    else if (message.kind === "clear") tell(message.run, "clear_output", { wait: message.wait });
    else if (message.kind === "target") targets.add(message.name);
    else if (message.kind === "comm") {
      const { comm_id, target_name = "" } = message.content;
      if (message.type === "comm_open") comms.set(comm_id, target_name);
      if (message.type === "comm_close") comms.delete(comm_id);
      const request = requests.get(message.run || lastRun);
      if (!request) return;
      const { metadata = {}, buffers = [] } = message;
      const said = answer(request, message.type, { data: {}, ...message.content });
      events.publish({ ...said, metadata, buffers: buffers.map(fromBase64) });
    } else {
      const request = requests.get(message.run);
      question = { waits: message.waits };
      if (request) events.ask(request, message.prompt, message.password);
      else answered(undefined);
    }
  }
  function answered(text: string | undefined): void {
    if (!question) return;
    const { waits } = question;
    question = undefined;
    executor.tell({ kind: "answer", waits, ...(text === undefined ? {} : { text }) });
  }
  function remember(request: Message | undefined): number {
    runs++;
    if (request) requests.set(runs, request);
    requests.delete(runs - remembered);
    return runs;
  }

  async function run(code: string, request: Message | undefined, mayAsk: boolean): Promise<Outcome> {
    const stopped = new Promise<Compilation>((resolve) => {
      stopCompiling = () => resolve({ ok: false, error: interruption });
    });
    const compile = async (): Promise<Compilation> => {
      const before = losses;
      const made = await compiler.compile(declarations, code, count);
      return before === losses ? made : compile(); // what it takes for known is gone
    };
    const compiled = await Promise.race([compile(), stopped]).catch((error: Error) => gaveUp(error));
    stopCompiling = undefined;
    const failed = (names: readonly string[]): void => {
      for (const name of names) if (known.has(name)) stale.add(name);
    };
    if (!compiled.ok) {
      failed(definedIn(code));
      return { ...compiled, error: withLost(compiled.error, gone), reached: [] };
    }
    if (!compiled.cell) return { ok: true };
    lastRun = remember(request);
    interrupted = false;
    const [before, at] = [declarations, losses];
    const told = staleTold(code, stale, compiled.names);
    if (told) tell(lastRun, "stream", { name: "stderr", text: told });
    running = true;
    const outcome = await executor.run({ kind: "run", run: lastRun, cell: compiled.cell, mayAsk });
    running = false;
    question = undefined;
    if (interrupted) stoppedAt = performance.now();
    if (outcome.ok) declarations = compiled.declarations;
    else if (outcome.error.name === "Lost") return { ...outcome, error: withLoss(outcome.error, loss) };
    else {
      const settled = await compiler.settle(before, compiled.own, outcome.reached).catch(() => before);
      if (at === losses) declarations = settled;
      if (interrupted) return { ...outcome, error: interruption }; // such as a program that it waited for
    }
    if (!outcome.ok) failed(compiled.names);
    for (const name of outcome.ok ? compiled.names : outcome.reached) {
      known.add(name);
      gone.delete(name);
      stale.delete(name);
    }
    return outcome;
  }

  return {
    compiler,
    history,
    comms,
    declarations: () => declarations,
    count(counted, code) {
      if (counted) history.add(++count, code);
      return count;
    },
    run,
    interrupt(idle) {
      const stop = stopCompiling;
      if (stop) {
        stop();
        const busy = compiler.settle("", "", []).then(() => clearTimeout(timer));
        const timer = setTimeout(() => compiler.restart("the cell was stopped"), patience);
        void busy.catch(() => clearTimeout(timer));
      }
      question = undefined;
      interrupted = true;
      executor.interrupt(idle && performance.now() - stoppedAt > impatience);
    },
    comm(request) {
      const { comm_id, target_name } = request.content;
      const [id, target] = [String(comm_id), String(target_name)];
      const type = request.header.msg_type as Extract<ToExecutor, { kind: "comm" }>["type"];
      if (type === "comm_open" && !targets.has(target))
        return events.publish(answer(request, "comm_close", { comm_id: id, data: {} }));
      if (type === "comm_open") comms.set(id, target);
      if (type !== "comm_open" && !comms.has(id)) return;
      if (type === "comm_close") comms.delete(id);
      const data = (request.content.data ?? {}) as Record<string, unknown>;
      executor.tell({
        kind: "comm",
        run: remember(request),
        type,
        content: { comm_id: id, target_name: target, data },
        metadata: request.metadata ?? {},
        buffers: (request.buffers ?? []).map(toBase64),
      });
    },
    answered,
    close() {
      compiler.close();
      executor.close();
    },
  };
}

const gaveUp = ({ message }: Error): Compilation => ({
  ok: false,
  error: {
    name: "TypeScript",
    message: `the compiler gave up on this cell: ${message}`,
    traceback: [`TypeScript: the compiler gave up on this cell: ${message}`],
  },
});
