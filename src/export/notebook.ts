import { list, notebookJson, record, type Json } from "../text/notebook-json.js";

/** Data of one output, by MIME type: text, base64 of what is none, or JSON. */
export type Data = Readonly<Record<string, unknown>>;

/** What a cell has put out, as it is stored. */
export type Output =
  | { readonly kind: "printed"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "data"; readonly data: Data };

/** A cell, of the format 4 of notebooks. */
export interface Cell {
  readonly type: string;
  /** Place among all cells, from 1. */
  readonly number: number;
  readonly source: string;
  /** How many cells had been run when this one was; undefined if it was not. */
  readonly count: number | undefined;
  readonly outputs: readonly Output[];
  /** Pictures that a text carries, by their names. */
  readonly attachments: Readonly<Record<string, Data>>;
  /** Whether the reader has folded away what it says, and what it has put out. */
  readonly folded: { readonly source: boolean; readonly outputs: boolean };
  /** The MIME type of what is neither text nor code. */
  readonly format: string | undefined;
}

/** What a page is made from. */
export interface StoredNotebook {
  readonly cells: readonly Cell[];
  /** Of its code, "typescript". */
  readonly language: string;
}

/** @throws Error saying why this is no notebook, or none of format 4 */
export function readNotebook(text: string): StoredNotebook {
  const book = notebookJson(text);
  const { nbformat: format, metadata } = book;
  if (typeof format !== "number")
    throw new Error("not a notebook: it does not say its format (nbformat), which a notebook that Jupyter saved does");
  if (format !== 4)
    throw new Error(
      `nbformat is ${format}, expected 4: ${format < 4 ? "open it in JupyterLab and save it" : "save it in format 4"}`,
    );
  if (!Array.isArray(book["cells"])) throw new Error("not a notebook: it has no cells");
  const language =
    record(record(metadata)["language_info"])["name"] ?? record(record(metadata)["kernelspec"])["language"];
  return {
    cells: book["cells"].map((cell, k) => readCell(record(cell), k + 1)),
    language: typeof language === "string" ? language.toLowerCase() : "typescript",
  };
}

function readCell(cell: Json, number: number): Cell {
  const metadata = record(cell["metadata"]);
  const jupyter = record(metadata["jupyter"]);
  const count = cell["execution_count"];
  const format = metadata["raw_mimetype"] ?? metadata["format"];
  return {
    type: String(cell["cell_type"]),
    number,
    source: linesOf(cell["source"]),
    count: typeof count === "number" ? count : undefined,
    outputs: list(cell["outputs"]).reduce<readonly Output[]>((before, output) => add(before, record(output)), []),
    attachments: Object.fromEntries(
      Object.entries(record(cell["attachments"])).map(([name, data]) => [name, record(data)]),
    ),
    folded: { source: jupyter["source_hidden"] === true, outputs: jupyter["outputs_hidden"] === true },
    format: typeof format === "string" ? format : undefined,
  };
}

/** Text that may be kept as a list of lines. */
export const linesOf = (text: unknown): string =>
  (typeof text === "string" ? text : list(text).join("")).replace(/\r\n/g, "\n");

/** The outputs with one more; what is printed goes on in one piece. */
function add(before: readonly Output[], output: Json): readonly Output[] {
  switch (output["output_type"]) {
    case "stream": {
      const text = linesOf(output["text"]);
      const last = before.at(-1);
      if (last?.kind !== "printed") return [...before, { kind: "printed", text }];
      return [...before.slice(0, -1), { kind: "printed", text: last.text + text }];
    }
    case "error": {
      const trace = list(output["traceback"]).join("\n");
      return [...before, { kind: "error", text: trace === "" ? `${output["ename"]}: ${output["evalue"]}` : trace }];
    }
    default:
      return [...before, { kind: "data", data: record(output["data"]) }];
  }
}
