/** What a cell threw, told in the lines that the student wrote. */
import { inspect } from "node:util";
import type { Runnable } from "../../cell.js";
import { excerpt, interruption, type CellError } from "../../errors.js";
import { Interrupted } from "../runs.js";
import { inV8Words, type Said } from "./engine-words.js";
import { engineStack, sourcePlace, type RunCells } from "./stacks.js";
import { callerIn } from "./written-stacks.js";

const shownFrames = 5;
/** Lines of a traceback: a cause can be its own cause. */
const mostLines = 50;

/**
 * The error of a cell that threw `thrown`, which can be any value. Does not throw.
 * @param current the cell that was running, whose lines need not say whose they are
 */
export function thrownError(thrown: unknown, cells: RunCells, current?: Runnable): CellError {
  try {
    return told(thrown, cells, current);
  } catch {
    return barely(thrown);
  }
}

/** An error in the words that are left where telling it fails: a cell may have replaced `Array.prototype.map`. */
function barely(thrown: unknown): CellError {
  let [name, message] = ["Thrown", "a value that can not be shown"];
  try {
    const error = thrown as Partial<Error>;
    if (typeof error.message === "string") [name, message] = [`${error.name}`, error.message];
  } catch {
    // a value that can not even be read
  }
  return { name, message, traceback: [`${name}: ${message}`] };
}

/** What is read of a thing that is not there. */
const nothingRead = /^Cannot read properties of undefined \(reading '(.+)'\)$/;

function told(thrown: unknown, cells: RunCells, current: Runnable | undefined): CellError {
  if (thrown instanceof Interrupted) return interruption;
  if (!isError(thrown)) {
    const message = inspect(thrown);
    return {
      name: "Thrown",
      message,
      traceback: [`Thrown: ${message}`, "What a program throws should be an Error, which knows the line it came from."],
    };
  }
  const { name, message, frames } = toldError(thrown, cells, current);
  const traceback = [`${name}: ${message}`, ...frames];
  const read = nothingRead.exec(message)?.[1];
  if (name === "TypeError" && read !== undefined && frames.length > 0)
    traceback.push(`There is nothing to read ${read} of: is the list before it shorter, or a name misspelt?`);
  const tell = (label: string, cause: unknown): void => {
    if (traceback.length > mostLines) return;
    if (!isError(cause)) return void traceback.push(`${label} ${inspect(cause, { depth: 0 })}`);
    const said = toldError(cause, cells, current);
    traceback.push(`${label} ${said.name}: ${said.message}`, ...said.frames);
    reasons(cause);
  };
  const reasons = (error: Error): void => {
    const { errors } = error as { errors?: unknown };
    if (Array.isArray(errors)) errors.forEach((each, i) => void tell(`[${i + 1} of ${errors.length}]`, each));
    if (error.cause !== undefined) tell("caused by", error.cause);
  };
  reasons(thrown);
  return { name, message, traceback };
}

/** What an error says, and the lines of cells that it passed through. */
function toldError(
  error: Error,
  cells: RunCells,
  current: Runnable | undefined,
): Said & { readonly frames: readonly string[] } {
  const frames: string[] = [];
  const said = { name: String(error.name), message: String(error.message) };
  const line = addFrames(frames, engineStack(error), said.message, cells, current);
  const { name, message } = inV8Words(said, line);
  return { name, message: plainNames(message, name), frames };
}

function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}

/** The engine speaks of `exports.x` and `(0 , exports.f)` where the cell says `x` and `f`. */
function plainNames(message: string, name: string): string {
  if (name !== "TypeError" && name !== "ReferenceError") return message;
  return message.replace(/\(0 ?, ?[\w$]+\.([\w$]+)\)/g, "$1").replace(/(?:\bexports|\$module\d+)\.(?=[\w$])/g, "");
}

/**
 * Where the error passed through cells, and through files beside the notebook; the insides of packages and of Node are
 * left out. Lists are gone through by their places: a cell may spoil what iterates them.
 * @returns the line of the first of them; empty if there is none
 */
function addFrames(
  out: string[],
  stack: string,
  message: string,
  cells: RunCells,
  current: Runnable | undefined,
): string {
  let shown = 0;
  let first = "";
  const lines = stack.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const { caller, file, at, column, isV8s } = frameIn(lines[i] as string);
    const cell = cells.get(file);
    const place = cell && sourcePlace(cell, at - 1, column - 1);
    if (!place) continue;
    if (++shown > shownFrames) {
      out.push("  …");
      break;
    }
    const named = caller
      .replace(/^(?:Proxy|Object|exports|Module)\./, "")
      .replace(/^new exports\./, "new ")
      .replace(/^(?:eval|<anonymous>)$/, "");
    const elsewhere = cell === current ? "" : `cell [${cell.number}], `;
    const text = cell.source.split("\n");
    const line = text[place.line] ?? "";
    const mark = isV8s ? place.column : v8sColumn(line, place.column, shown === 1 ? message : "");
    if (shown === 1) first = line;
    out.push(`  at ${named && `${named}, `}${elsewhere}line ${place.line + 1}`);
    const seen = excerpt(text, place.line, mark);
    for (let k = 0; k < seen.length; k++) out.push(seen[k] as string);
  }
  return first;
}

/**
 * Where V8 puts its mark, which Firefox and WebKit put elsewhere: at the name that is called, or the `new` before it,
 * not at the bracket behind it; at the property that could not be had, not at what should have had it.
 */
function v8sColumn(line: string, column: number, message: string): number {
  const made = /\bnew\s+$/.exec(line.slice(0, column));
  if (made) return made.index;
  if (line[column] === "(") return /(?:\bnew\s+[\w$.]+|[\w$]+)?$/.exec(line.slice(0, column))?.index ?? column;
  if (line[column] === ".") return column + 1;
  const property = /^can't access property "(.+?)"/.exec(message)?.[1];
  const at = property === undefined ? -1 : line.indexOf(`.${property}`, column);
  return at < 0 ? column : at + 1;
}

/** A line of a stack as V8 writes it, `  at f (file:1:2)`, or as Firefox and WebKit do, `f@file:1:2`. */
const frameLine = /^(?:\s+at (?:(?:async )?(.*?) \()?|(.*?)@)(nullcline-cell-\d+):(\d+):(\d+)\)?$/;

interface Frame {
  readonly caller: string;
  readonly file: string;
  readonly at: number;
  readonly column: number;
  readonly isV8s: boolean;
}

function frameIn(line: string): Frame {
  const [, inV8 = "", elsewhere = "", file = "", at = "", column = ""] = frameLine.exec(line) ?? [];
  const isV8s = line.startsWith(" ");
  return { caller: isV8s ? inV8 : callerIn(elsewhere), file, at: Number(at), column: Number(column), isV8s };
}
