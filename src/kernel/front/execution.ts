/** One execute_request, from its code to its reply. */
import type { Bundle, Outcome } from "../cell.js";
import type { CellError } from "../errors.js";
import type { Notebook } from "./notebook.js";
import { answer, type Message } from "./message.js";

/** The reply to an execute_request, and whether the cells that wait are to be run. */
export interface Executed {
  readonly reply: Message["content"];
  readonly failed: boolean;
}

/** Runs the cell of a request. Does not reject. */
export async function execute(
  notebook: Notebook,
  request: Message,
  publish: (message: Message) => void,
): Promise<Executed> {
  const { code, silent, store_history, user_expressions, allow_stdin } = request.content;
  const [text, quiet] = [String(code ?? ""), silent === true];
  const send = (type: string, content: Message["content"]): void => {
    if (!quiet) publish(answer(request, type, content));
  };
  const counted = !quiet && store_history !== false;
  const number = notebook.count(counted, text);
  send("execute_input", { code: text, execution_count: number });
  const outcome = await notebook.run(text, quiet ? undefined : request, allow_stdin === true);
  if (!outcome.ok) {
    const error = errorContent(outcome.error);
    send("error", error);
    return { reply: { status: "error", execution_count: number, ...error }, failed: true };
  }
  if (outcome.result) {
    send("execute_result", { execution_count: number, data: outcome.result, metadata: {} });
    if (counted) notebook.history.result(String(outcome.result["text/plain"]));
  }
  const values: Record<string, unknown> = {};
  for (const [name, expression] of Object.entries((user_expressions ?? {}) as Record<string, unknown>))
    values[name] = expressionValue(await notebook.run(`(${String(expression)});`, undefined, false));
  return {
    reply: { status: "ok", execution_count: number, payload: [], user_expressions: values },
    failed: false,
  };
}

const expressionValue = (outcome: Outcome): object =>
  outcome.ok
    ? { status: "ok", data: outcome.result ?? ({ "text/plain": "undefined" } satisfies Bundle), metadata: {} }
    : { status: "error", ...errorContent(outcome.error) };

/** An error as Jupyter shows it: its first line in red. */
export function errorContent({ name, message, traceback: [head = "", ...rest] }: CellError): Message["content"] {
  return { ename: name, evalue: message, traceback: [`\x1b[31m${head}\x1b[0m`, ...rest] };
}
