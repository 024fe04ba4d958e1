import { readFileSync } from "node:fs";
import ts from "typescript";

const known = new Map<string, ts.SourceFile>();

/** A file of the project, parsed once for all tests of a worker; each node knows its parent. */
export function sourceOf(path: string): ts.SourceFile {
  const source = known.get(path) ?? ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  known.set(path, source);
  return source;
}
