/** Whether a text is a whole cell, for consoles that run it when a line ends. */
import type ts from "typescript";

type Ts = typeof ts;

/** The content of an is_complete_reply. */
export type Completeness =
  | { readonly status: "complete" | "invalid" }
  | { readonly status: "incomplete"; readonly indent: string };

/** Errors of a text that more text can mend: an unfinished template, regular expression or comment. */
const unfinished = new Set([1010, 1160, 1161, 1126]);

/** A text that ends in an empty line is sent as it is: whoever types it has said that it is enough. */
export function completeness(typescript: Ts, code: string): Completeness {
  const file = typescript.createSourceFile("cell.ts", code, typescript.ScriptTarget.Latest, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.DiagnosticWithLocation[] };
  const [first] = parseDiagnostics;
  if (first) {
    const end = code.trimEnd().length;
    const isAtEnd = first.start >= end || (unfinished.has(first.code) && first.start + first.length >= end);
    const mends = isAtEnd && (unfinished.has(first.code) || / expected\.$/.test(messageOf(first)));
    if (!mends || /\n\s*\n\s*$/.test(code)) return { status: "invalid" };
    return { status: "incomplete", indent: indentAfter(code) };
  }
  return redeclared(typescript, file) ? { status: "invalid" } : { status: "complete" };
}

const messageOf = ({ messageText }: ts.Diagnostic): string =>
  typeof messageText === "string" ? messageText : messageText.messageText;

/** What only the binder refuses, such as a name that is declared twice. */
function redeclared(typescript: Ts, file: ts.SourceFile): boolean {
  const { bindSourceFile } = typescript as unknown as { bindSourceFile(file: ts.SourceFile, options: object): void };
  bindSourceFile(file, { alwaysStrict: true });
  return (file as unknown as { bindDiagnostics: readonly unknown[] }).bindDiagnostics.length > 0;
}

/** The indent of the next line: two more columns behind a bracket that is open. */
function indentAfter(code: string): string {
  const line = code.slice(code.lastIndexOf("\n") + 1);
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return /[{([]\s*$/.test(line) ? `${indent}  ` : indent;
}
