/**
 * The stack of an error as the code of cells sees it, in `console.trace`, a logged error or `error.stack`: the places
 * of cells in their own lines, without the frames of what runs them.
 */
import { keptWeakMap } from "../../kept-map.js";
import { decode } from "@jridgewell/sourcemap-codec";
import { fromBase64 } from "../../bytes.js";
import type { Runnable } from "../../cell.js";
import { columnBefore } from "../../compiler/edits.js";
import { asFrames, takeWrittenStacks, type Tell } from "./written-stacks.js";

/** The cells that ran, by the name under which the engine knows them. */
export type RunCells = ReadonlyMap<string, Runnable>;

/** The name under which the engine knows the cell that ran as the n-th one. */
export const cellFile = (n: number): string => `nullcline-cell-${n}`;

/** What stands before a cell's code, in its first line, to make a function of it. */
export const headOf = ({ awaits }: Runnable): string =>
  `(${awaits ? "async " : ""}function (exports, require, $cell) { `;

/** A place of a cell, in the engine's words. */
const cellPlace = /(nullcline-cell-\d+):(\d+):(\d+)/;

const machinery = /\((?:node:internal\/|node:async_hooks)|^(?:async )?node:internal\//;

/** In a page the function of a cell is called `eval`, where in Node it has no name. */
const inPage = /^(async )?eval \((.*)\)$/;

const { toString: headOfError } = Error.prototype;
const { apply } = Reflect;
const asWritten = keptWeakMap<object, string>();
/** In an engine that only writes stacks: how they are told. */
let tell: Tell | undefined;
/** The names of files in a stack, where the engine has others. */
let withNames = (stack: string): string => stack;

/** The stack with the engine's names and places of cells, by which `thrown-error.ts` finds them; or nothing. */
export function engineStack(error: Error): string {
  try {
    const { stack } = error; // which the engine makes when it is first asked for
    return asWritten.get(error) ?? withNames(String(stack));
  } catch {
    return ""; // a cell may say how stacks are made, and fail
  }
}

/** The stack as the code of cells is to see it. */
export const toldStack = (error: Error): string => (tell ? tell(error, engineStack(error)) : String(error.stack));

type Prepare = (error: Error, sites: readonly object[]) => string;

/**
 * Makes stacks be told in the lines of cells, where the engine lets us.
 * @param own where the kernel's own code lies, a folder or a file, as the engine names it
 * @param named the names of files in a stack, where the engine has others
 * @returns gives them back
 */
export function takeStacks(cells: RunCells, own: string, named: typeof withNames = withNames): () => void {
  const engine = Error as unknown as { prepareStackTrace?: Prepare | undefined };
  withNames = named;
  const before = engine.prepareStackTrace;
  engine.prepareStackTrace = (error, sites) => {
    let head = "Error";
    let [raw, told] = ["", ""];
    try {
      head = apply(headOfError, error, []) as string;
      for (let i = 0; i < sites.length; i++) {
        const frame = `${sites[i]}`;
        raw += `\n    at ${frame}`;
        const shown = frame.includes(own) ? undefined : frameInCells(frame, cells);
        if (shown !== undefined) told += `\n    at ${shown}`;
      }
      asWritten.set(error, head + raw);
      return head + told;
    } catch {
      return head + raw; // a cell has spoilt what this needs
    }
  };
  const give = (): void => {
    engine.prepareStackTrace = before;
  };
  const probe = new Error("does the engine ask?");
  void probe.stack;
  if (asWritten.has(probe)) return give;
  give();
  tell = (error, written) => {
    const raw = withNames(written);
    asWritten.set(error, raw);
    const frames = asFrames(raw).flatMap((frame) => (frame.includes(own) ? [] : (frameInCells(frame, cells) ?? [])));
    return [apply(headOfError, error, []) as string, ...frames.slice(0, mostFrames)].join("\n    at ");
  };
  return takeWrittenStacks(tell);
}

/** As many as V8 gives. */
const mostFrames = 10;

/** A frame in the lines of a cell; undefined for one that is none of the cell's business. */
function frameInCells(frame: string, cells: RunCells): string | undefined {
  if (machinery.test(frame)) return undefined;
  const [place, file = "", line, column] = cellPlace.exec(frame) ?? [];
  const cell = cells.get(file);
  if (place === undefined || !cell) return frame;
  const at = sourcePlace(cell, Number(line) - 1, Number(column) - 1);
  const told = at && frame.replace(place, `cell [${cell.number}]:${at.line + 1}:${at.column + 1}`);
  return told?.replace(inPage, "$1$2");
}

/** Line and column, from 0, in the cell's own text; undefined for code that the compiler added. */
export function sourcePlace(
  cell: Runnable,
  line: number,
  column: number,
): { line: number; column: number } | undefined {
  const { source, shifts } = cell;
  const segments = mapOf(cell)[line] ?? [];
  const inCode = columnBefore(shifts, line, column - (line === 0 ? headOf(cell).length : 0));
  const [, , sourceLine, sourceColumn] = segments.findLast(([start]) => start <= inCode) ?? [];
  if (sourceLine === undefined || sourceColumn === undefined) return undefined;
  const at = sourceLine - 1; // tslab puts `export {};` on a line before the cell
  return at >= 0 && at < source.split("\n").length ? { line: at, column: sourceColumn } : undefined;
}

const maps = keptWeakMap<Runnable, ReturnType<typeof decode>>();

function mapOf(cell: Runnable): ReturnType<typeof decode> {
  const before = maps.get(cell);
  if (before) return before;
  const json = new TextDecoder().decode(fromBase64(cell.map));
  const map = decode((JSON.parse(json) as { mappings: string }).mappings);
  maps.set(cell, map);
  return map;
}
