/** What may stand at a place of a cell that is being written. */
import type ts from "typescript";
import type { Look } from "../tslab.js";
import type { Typescript } from "./inside.js";

/** Names that may replace the text from `start` to `end`, best first, and the kind of each, for its icon. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly matches: readonly string[];
  readonly kinds: readonly string[];
}

/** More than a reader looks through. */
const most = 1000;
const nothingCancels = { isCancellationRequested: () => false, throwIfCancellationRequested() {} };

/** @param known names of earlier cells, which come before those of the language */
export function completions(
  typescript: Typescript,
  { program, file, offset }: Look,
  position: number,
  known: ReadonlySet<string>,
): Completion {
  const at = position + offset;
  const info = typescript.Completions.getCompletionsAtPosition(
    hostOf(typescript, program),
    program,
    () => {},
    file,
    at,
    { includeCompletionsWithInsertText: false },
    undefined,
    typescript.CompletionTriggerKind.Invoked,
    nothingCancels,
  );
  const written = /[\p{ID_Continue}$#]*$/u.exec(file.text.slice(0, at))?.[0] ?? "";
  const span = info?.entries[0]?.replacementSpan ?? info?.optionalReplacementSpan ?? inString(typescript, file, at);
  const start = span ? span.start : at - written.length;
  const end = span ? span.start + span.length : at;
  const typed = file.text.slice(start, at).toLowerCase();
  const rank = ({ name, sortText }: { name: string; sortText: string }): string => {
    const fits = name.startsWith(file.text.slice(start, at)) ? 0 : name.toLowerCase().startsWith(typed) ? 1 : 2;
    return `${fits}${known.has(name) ? 0 : 1}${sortText}`;
  };
  const ranked = (info?.entries ?? [])
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .map((entry) => ({ ...entry, rank: rank(entry) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .slice(0, most);
  const nature = natureOf(typescript, program, file, start);
  return {
    start: start - offset,
    end: end - offset,
    matches: ranked.map(({ name }) => name),
    kinds: ranked.map(({ name, kind }) => nature(name, kind) ?? kinds[kind] ?? kind),
  };
}

/** What TypeScript's kind of a name leaves open: what was imported, and whether a property can be called. */
function natureOf(
  typescript: Typescript,
  program: Look["program"],
  file: Look["file"],
  start: number,
): (name: string, kind: string) => string | undefined {
  const checker = program.getTypeChecker() as ts.TypeChecker & {
    resolveName(name: string, place: ts.Node, meaning: ts.SymbolFlags, excludeGlobals: boolean): ts.Symbol | undefined;
  };
  const { Alias, All, Class, Interface, TypeAlias, Module } = { ...typescript.SymbolFlags, All: -1 as ts.SymbolFlags };
  const isCalled = (type: ts.Type): boolean => type.getCallSignatures().length > 0;
  const before = typescript.findPrecedingToken(start, file);
  const access = before && typescript.findAncestor(before, typescript.isPropertyAccessExpression);
  const owner =
    access && access.name.getStart(file) >= start ? checker.getTypeAtLocation(access.expression) : undefined;
  return (name, kind) => {
    if (kind === "property") {
      const property = owner?.getProperty(name);
      return property && isCalled(checker.getTypeOfSymbol(property)) ? "function" : undefined;
    }
    if (kind !== "alias") return undefined;
    const alias = checker.resolveName(name, file, All, true);
    const symbol = alias && alias.flags & Alias ? checker.getAliasedSymbol(alias) : alias;
    if (!symbol) return undefined;
    if (symbol.flags & Class) return "class";
    if (symbol.flags & (Interface | TypeAlias)) return "interface";
    if (symbol.flags & Module) return "module";
    return isCalled(checker.getTypeOfSymbol(symbol)) ? "function" : "instance";
  };
}

/** Jupyter's words for TypeScript's kinds. */
const kinds: Readonly<Record<string, string>> = {
  const: "instance",
  let: "instance",
  var: "instance",
  "local var": "instance",
  alias: "instance",
  method: "function",
  "local function": "function",
  getter: "property",
  setter: "property",
  string: "value",
  "external module name": "module",
};

/** The text between the quotes at a place, which a completion replaces. */
function inString(
  typescript: Typescript,
  file: Look["file"],
  at: number,
): { start: number; length: number } | undefined {
  const node = typescript.getTouchingPropertyName(file, Math.max(0, at - 1));
  if (!typescript.isStringLiteralLike(node) || at <= node.getStart(file)) return undefined;
  const start = node.getStart(file) + 1;
  const isClosed = node.getText(file).length > 1 && node.getText(file).at(-1) === node.getText(file)[0];
  return { start, length: Math.max(at, node.end - (isClosed ? 1 : 0)) - start };
}

function hostOf({ sys }: Typescript, program: Look["program"]): object {
  return {
    getCompilationSettings: () => program.getCompilerOptions(),
    getCurrentDirectory: () => program.getCurrentDirectory(),
    fileExists: (path: string) => sys.fileExists(path),
    readFile: (path: string) => sys.readFile(path),
    directoryExists: (path: string) => sys.directoryExists(path),
    getDirectories: (path: string) => sys.getDirectories(path),
    readDirectory: sys.readDirectory.bind(sys),
    useCaseSensitiveFileNames: () => sys.useCaseSensitiveFileNames,
  };
}
