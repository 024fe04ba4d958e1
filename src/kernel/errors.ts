/** What went wrong in a cell, told in the lines that the student wrote. */
import { SourceMap } from "node:module";
import { inspect } from "node:util";
import type { Diagnostic } from "./tslab.js";

/** The error of a cell, as Jupyter shows it. */
export interface CellError {
  /**
   * "TypeError", "RangeError", … as thrown; "TypeScript" for a cell that does not compile; "Interrupted" for a stopped
   * one.
   */
  readonly name: string;
  readonly message: string;
  /** Plain text: `name: message`, then the lines of cells that the error passed through, innermost first. */
  readonly traceback: readonly string[];
}

/** A cell as it was handed to the JavaScript engine: what is needed to find the way back from a stack frame. */
export interface CompiledCell {
  readonly number: number;
  readonly source: string;
  /** JavaScript of the cell, that ends in the two source maps tslab's two transformations leave. */
  readonly output: string;
}

/** The name under which the engine knows a cell. */
export const cellFile = (number: number): string => `nullcline-cell-${number}`;

const shownFrames = 5;
const shownDiagnostics = 5;

/** The error of a cell that TypeScript refuses. */
export function compileError(source: string, diagnostics: readonly Diagnostic[]): CellError {
  const lines = source.split("\n");
  const where = (d: Diagnostic): string => `${d.fileName ? `${d.fileName}, ` : ""}line ${d.start.line + 1}`;
  const first = diagnostics[0];
  const message = `${where(first)}: ${first.messageText}`;
  const traceback = [`TypeScript: ${message}`];
  diagnostics.slice(0, shownDiagnostics).forEach((d, i) => {
    if (i > 0) traceback.push(`${where(d)}: ${d.messageText}`);
    const sameAsNext =
      diagnostics[i + 1]?.start.line === d.start.line && diagnostics[i + 1]?.start.character === d.start.character;
    if (!d.fileName && !sameAsNext)
      traceback.push(
        ...excerpt(lines, d.start.line, d.start.character, d.end.line === d.start.line ? d.end.character : undefined),
      );
  });
  if (diagnostics.length > shownDiagnostics) traceback.push(`and ${diagnostics.length - shownDiagnostics} more`);
  if (diagnostics.some((d) => d.messageText.startsWith("Cannot find name '")))
    traceback.push("A name is known once the cell that defines or imports it has been run, without an error.");
  return { name: "TypeScript", message, traceback };
}

/**
 * The error of a cell that threw `thrown`, which can be any value. `current` is the number of the cell that was
 * running.
 */
export function thrownError(thrown: unknown, cells: ReadonlyMap<string, CompiledCell>, current: number): CellError {
  if (isInterrupt(thrown))
    return { name: "Interrupted", message: "the cell was stopped", traceback: ["Interrupted: the cell was stopped"] };
  if (!isError(thrown)) {
    const message = inspect(thrown);
    return {
      name: "Thrown",
      message,
      traceback: [`Thrown: ${message}`, "What a program throws should be an Error, which knows the line it came from."],
    };
  }
  const name = String(thrown.name);
  const message = plainNames(String(thrown.message), name);
  const traceback = [`${name}: ${message}`, ...frames(String(thrown.stack), cells, current)];
  for (let cause = thrown.cause; isError(cause); cause = cause.cause) {
    traceback.push(`caused by ${cause.name}: ${cause.message}`, ...frames(String(cause.stack), cells, current));
    if (traceback.length > 50) break; // a cause can be its own cause
  }
  return { name, message, traceback };
}

function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}

function isInterrupt(value: unknown): boolean {
  return (
    isError(value) &&
    ((value as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" ||
      value.message === "Interrupted asynchronously")
  );
}

/** The engine speaks of `exports.x` and `(0 , lib_1.f)` where the cell says `x` and `f`. */
function plainNames(message: string, name: string): string {
  if (name !== "TypeError" && name !== "ReferenceError") return message;
  return message.replace(/\(0 ?, ?\w+\.(\w+)\)/g, "$1").replace(/\bexports\.(?=\w)/g, "");
}

/**
 * Where the error passed through cells, and through files beside the notebook; the insides of packages and of Node are
 * left out.
 */
function frames(stack: string, cells: ReadonlyMap<string, CompiledCell>, current: number): string[] {
  const out: string[] = [];
  let shown = 0;
  for (const line of stack.split("\n")) {
    const frame = /^\s+at (?:(?:async )?(.*?) \()?(nullcline-cell-\d+):(\d+):(\d+)\)?$/.exec(line);
    const cell = frame && cells.get(frame[2]);
    const place = cell && sourcePlace(cell, Number(frame[3]) - 1, Number(frame[4]) - 1);
    if (!place) continue;
    if (++shown > shownFrames) {
      out.push("  …");
      break;
    }
    const caller = (frame[1] ?? "")
      .replace(/^(?:Proxy|Object|exports|Module)\./, "")
      .replace(/^new exports\./, "new ")
      .replace(/^(?:eval|<anonymous>)$/, "");
    const elsewhere = cell.number === current ? "" : `cell [${cell.number}], `;
    out.push(`  at ${caller && `${caller}, `}${elsewhere}line ${place.line + 1}`);
    out.push(...excerpt(cell.source.split("\n"), place.line, place.column));
  }
  return out;
}

/** The slashes are escaped, or tools would take this for the source map of the present file. */
const inlineMap = String.raw`\n\/\/# sourceMappingURL=data:application\/json;base64,(\S+)`;
/** The maps that end a compiled cell: to its TypeScript from its module, to that from what runs. */
const inlineMaps = new RegExp(`${inlineMap}${inlineMap}\\s*$`);

/** Line and column, from 0, in the cell's own text; undefined for code that the compiler added. */
function sourcePlace(cell: CompiledCell, line: number, column: number): { line: number; column: number } | undefined {
  const maps = inlineMaps.exec(cell.output);
  if (!maps) return undefined;
  const module = entry(maps[2], line, column);
  const typed = module && entry(maps[1], module.line, module.column);
  const before = 1; // tslab puts `export {};` on a line before the cell
  if (!typed || typed.line < before || typed.line - before >= cell.source.split("\n").length) return undefined;
  return { line: typed.line - before, column: typed.column };
}

function entry(base64: string, line: number, column: number): { line: number; column: number } | undefined {
  const map = new SourceMap(
    JSON.parse(Buffer.from(base64, "base64").toString("utf8")) as ConstructorParameters<typeof SourceMap>[0],
  );
  const found = map.findEntry(line, column);
  if (!("originalLine" in found) || found.generatedLine !== line) return undefined;
  return { line: found.originalLine, column: found.originalColumn };
}

/** The line with a mark under the columns concerned. */
function excerpt(lines: readonly string[], line: number, from: number, to: number = from + 1): string[] {
  const text = lines[line];
  if (text === undefined) return [];
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  const start = Math.max(0, from - indent);
  return [
    `      ${text.trim()}`,
    `      ${" ".repeat(start)}${"^".repeat(Math.max(1, Math.min(to - from, text.trim().length - start)))}`,
  ];
}
