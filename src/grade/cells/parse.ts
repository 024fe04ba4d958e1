import type typescript from "typescript";
import { ts } from "../../course/masters/typescript.js";

/** Levels of expressions within expressions that are followed. */
const deepest = 1500;

/** Characters of a cell that is read; of a longer one the compiler says what is wrong with it. */
const longest = 2_000_000;

/**
 * An async function within the parameters of another takes the parser twice as long for each level: 20 of them half a
 * minute. A cell that says the word, or hides letters, more often than this is left to the compiler, which has a limit
 * of time.
 */
const mostAsync = 5;

/** A cell as far as it can be read without knowing others. */
export interface Parsed {
  readonly statements: readonly typescript.Statement[];
  /** What there is are no statements of TypeScript, or so many or nested so deep that only the compiler may try. */
  readonly broken: boolean;
}

/** Texts whose reading is kept: most cells are everybody's. */
const most = 2000;
const known = new Map<string, Parsed>();

/** Reads a cell, whoever wrote it. */
export function parse(text: string): Parsed {
  const before = known.get(text);
  if (before) return before;
  const parsed = read(text);
  known.set(text, parsed);
  for (const oldest of known.size > most ? [...known.keys()].slice(0, most / 2) : []) known.delete(oldest);
  return parsed;
}

function read(text: string): Parsed {
  if (text.length > longest || (text.match(/async|\\u/g)?.length ?? 0) > mostAsync)
    return { statements: [], broken: true };
  let file: typescript.SourceFile;
  try {
    file = ts.createSourceFile("cell.ts", text, ts.ScriptTarget.ES2022, true);
  } catch (error) {
    if (error instanceof RangeError) return { statements: [], broken: true }; // the stack is full
    throw error;
  }
  const { statements, parseDiagnostics } = file as unknown as Parsed & { parseDiagnostics: readonly unknown[] };
  if (depthBeyond(file)) return { statements: [], broken: true };
  return { statements, broken: parseDiagnostics.length > 0 };
}

function depthBeyond(file: typescript.SourceFile): boolean {
  let level: typescript.Node[] = [file];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    const next: typescript.Node[] = [];
    for (const node of level)
      ts.forEachChild(node, (child) => {
        next.push(child);
      });
    level = next;
  }
  return false;
}
