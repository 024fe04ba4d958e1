/** What went wrong in a cell, told in the lines that the student wrote. */
import { doesNotFit, inPlainWords, plainTypes } from "./plain-words.js";
import { withSlips } from "./slips.js";
import type { Diagnostic } from "./tslab.js";

/** The error of a cell, as Jupyter shows it. */
export interface CellError {
  /**
   * "TypeError", "RangeError", … as thrown; "TypeScript" for a cell that does not compile; "Interrupted" for a stopped
   * one; "Lost" for one with which all that was known ended.
   */
  readonly name: string;
  readonly message: string;
  /** Plain text: `name: message`, then the lines of cells that the error passed through, innermost first. */
  readonly traceback: readonly string[];
}

/** The error of a cell that somebody stopped. */
export const interruption: CellError = {
  name: "Interrupted",
  message: "the cell was stopped",
  traceback: ["Interrupted: the cell was stopped"],
};

/** The error of a cell with which all that its notebook knew has come to an end. */
export const lostError = (message: string): CellError => ({ name: "Lost", message, traceback: [`Lost: ${message}`] });

const shownDiagnostics = 5;

/** The error of a cell that TypeScript refuses. */
export function compileError(source: string, found: readonly Diagnostic[]): CellError {
  const lines = source.split("\n");
  const diagnostics = plain(withSlips(lines, found));
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
  if (diagnostics.some((d) => /^Cannot find name '[^']+'\./.test(d.messageText)))
    traceback.push(
      "A name is known once the cell that defines or imports it has been run, without an error.",
      'If a text is meant, it stands between quotation marks: "like this".',
    );
  return { name: "TypeScript", message, traceback };
}

/** In plain words, once for each place: what TypeScript goes on to say of it is for those who know it. */
function plain(found: readonly Diagnostic[]): readonly Diagnostic[] {
  let told: Diagnostic | undefined; // whose words say all that there is to say of its place
  return found.flatMap((d) => {
    const messageText = inPlainWords(d.messageText);
    const samePlace = told?.start.line === d.start.line && told.start.character === d.start.character;
    if (samePlace) return [];
    if (messageText !== plainTypes(d.messageText) && !messageText.startsWith(doesNotFit)) told = d;
    return [{ ...d, messageText }];
  });
}

/** The line with a mark under the columns concerned. */
export function excerpt(lines: readonly string[], line: number, from: number, to: number = from + 1): string[] {
  const text = lines[line];
  if (text === undefined) return [];
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  const start = Math.max(0, from - indent);
  return [
    `      ${text.trim()}`,
    `      ${" ".repeat(start)}${"^".repeat(Math.max(1, Math.min(to - from, text.trim().length - start)))}`,
  ];
}
