/** What a cell threw, told in the lines that the student wrote. */
import { inspect } from "node:util";
import type { Runnable } from "../../cell.js";
import { excerpt, interruption, type CellError } from "../../errors.js";
import { Interrupted } from "../runs.js";
import { engineStack, sourcePlace, type RunCells } from "./stacks.js";

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
  const name = String(thrown.name);
  const message = plainNames(String(thrown.message), name);
  const traceback = [`${name}: ${message}`];
  addFrames(traceback, engineStack(thrown), cells, current);
  const tell = (label: string, cause: unknown): void => {
    if (traceback.length > mostLines) return;
    if (!isError(cause)) return void traceback.push(`${label} ${inspect(cause, { depth: 0 })}`);
    const said = plainNames(String(cause.message), String(cause.name));
    traceback.push(`${label} ${cause.name}: ${said}`);
    addFrames(traceback, engineStack(cause), cells, current);
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
 */
function addFrames(out: string[], stack: string, cells: RunCells, current: Runnable | undefined): void {
  let shown = 0;
  const lines = stack.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const { caller, file, at, column } = frameIn(lines[i] as string);
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
    out.push(`  at ${named && `${named}, `}${elsewhere}line ${place.line + 1}`);
    const seen = excerpt(cell.source.split("\n"), place.line, place.column);
    for (let k = 0; k < seen.length; k++) out.push(seen[k] as string);
  }
}

/** A line of a stack as V8 writes it, `  at f (file:1:2)`, or as Firefox and WebKit do, `f@file:1:2`. */
const frameLine = /^(?:\s+at (?:(?:async )?(.*?) \()?|(?:async\*)?(.*?)@)(nullcline-cell-\d+):(\d+):(\d+)\)?$/;

function frameIn(line: string): { caller: string; file: string; at: number; column: number } {
  const [, inV8 = "", elsewhere = "", file = "", at = "", column = ""] = frameLine.exec(line) ?? [];
  return { caller: inV8 || elsewhere.replace(/[/<]+$/, ""), file, at: Number(at), column: Number(column) };
}
