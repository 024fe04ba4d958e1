/** One client of a kernel in the page: it runs cells, asks for completions, and hears what belongs to its questions. */
import { cursorIn, pointsTo } from "../../kernel/front/cursor.js";
import { announcement } from "../../kernel/front/message.js";
import type { LiteMessage } from "../../lite/lab.js";
import type { PageKernel } from "../../lite/kernel.js";
import { list, record, type Json } from "../../text/notebook-json.js";
import type { CodeCell } from "./cells.js";

/** Hears what a cell puts out: the type of a message of Jupyter's protocol, and its content. */
export type Hear = (type: string, content: Json) => void;

/** Names that may replace a part of a text, and the kind of each. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly names: readonly { readonly name: string; readonly kind: string }[];
}

/** What a page asks of its kernel. */
export interface Client {
  /** Runs a cell. @returns the name of its error: "TypeScript", "Interrupted", "Lost", …; undefined if it had none */
  run(cell: CodeCell, hear: Hear): Promise<string | undefined>;
  complete(text: string, at: number): Promise<Completions>;
  stop(): void;
}

/** @param start starts the kernel, given where it sends its messages */
export async function createClient(
  start: (send: (message: LiteMessage) => void) => Promise<PageKernel>,
): Promise<Client> {
  const asked = new Map<string, { hear: Hear; answered(content: Json): void }>();
  const kernel = await start(({ header, parent_header, channel, content }) => {
    const question = asked.get(parent_header.msg_id ?? "");
    if (channel === "shell") question?.answered(content);
    else if (channel === "iopub") question?.hear(header.msg_type, content);
  });
  function ask(type: string, content: Json, metadata: Json = {}, hear: Hear = () => {}): Promise<Json> {
    const { header } = announcement(type, content);
    return new Promise((resolve, reject) => {
      asked.set(header.msg_id, { hear, answered: resolve }); // and goes on hearing: a cell may put out more later
      kernel
        .handleMessage({ header, parent_header: {}, metadata, content, channel: "shell", buffers: [] })
        .catch(reject);
    });
  }
  return {
    async run({ id, source }, hear) {
      const content = { code: source, silent: false, store_history: true, allow_stdin: false, stop_on_error: true };
      const { status, ename } = await ask("execute_request", content, { cellId: id }, hear);
      return status === "ok" ? undefined : String(ename);
    },
    async complete(text, at) {
      const answer = await ask("complete_request", { code: text, cursor_pos: pointsTo(text, at) });
      const kinds = list(record(answer["metadata"])["_jupyter_types_experimental"]);
      return {
        from: cursorIn(text, answer["cursor_start"]),
        to: cursorIn(text, answer["cursor_end"]),
        names: list(answer["matches"]).map((name, k) => ({
          name: String(name),
          kind: String(record(kinds[k])["type"]),
        })),
      };
    },
    stop: () => kernel.interrupt(),
  };
}
