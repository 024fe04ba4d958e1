/**
 * The program that holds a notebook's present cell: what tslab asks of TypeScript's watch mode, without watchers.
 *
 * A file is parsed once. What lies in a package stays as it is; of any other file it is looked up before each cell
 * whether it has changed. So an edited file beside the notebook is compiled anew by the next cell that imports it, and
 * a folder with many files costs nothing.
 */
import type ts from "typescript";
import type { Typescript } from "./inside.js";
import { libraryName, libraryText } from "./library.js";
import { namesOtherFiles, replaceCell } from "./replace-cell.js";

/** What tslab uses of a watch program's host. */
export interface WatchHost {
  readonly roots: readonly string[];
  readonly options: ts.CompilerOptions;
  readonly system: ts.System;
  /** A folder whose files stay as they are, ending in a slash, beside those of packages. */
  readonly settled?: string | undefined;
  afterProgramCreate(builder: CellProgram): void;
}

/** What tslab uses of a builder program. */
export interface CellProgram {
  getProgram(): ts.Program;
  getCompilerOptions(): ts.CompilerOptions;
  getSourceFile(name: string): ts.SourceFile | undefined;
  /** A file, and all that it imports by way of others. */
  getAllDependencies(file: ts.SourceFile): string[];
  emit: ts.Program["emit"];
}

/** What tslab uses of a watch program; `setTypes` says which packages of global types are read. */
export interface Watch {
  close(): void;
  /** The present cell is an empty one, and the next takes its place if nothing else has changed by then. */
  prepare(): void;
  updateRootFileNames(names: readonly string[]): void;
  setTypes(names: readonly string[]): void;
}

/** `emit`, which can be told to write declarations whatever there is to say against them. */
type EmitAnyway = (...args: [...Parameters<ts.Program["emit"]>, ...more: unknown[]]) => ts.EmitResult;

interface Parsed {
  readonly file: ts.SourceFile;
  readonly text: string;
  /** When the file was changed, and its size; undefined for what is no file. */
  readonly stamp: string | undefined;
  /** How it was to be read. */
  readonly format: ts.ScriptTarget | ts.CreateSourceFileOptions;
}

const isDeclaration = (path: string): boolean => /\.d\.[cm]?ts$/.test(path);

/**
 * Declarations that have been read, for all programs of this process. TypeScript adds to a file what it finds out about
 * its names, and nothing of the program that it is in.
 */
const declarationFiles = new Map<string, Parsed>();

/** In place of TypeScript's function of the same name. */
export function createWatchProgram(typescript: Typescript, host: WatchHost): Watch {
  const { system, settled } = host;
  const isSettled = (path: string): boolean =>
    path.includes("/node_modules/") || (settled !== undefined && path.startsWith(settled));
  const { lib = [] } = host.options;
  let options = { ...host.options, lib: [libraryName] };
  const parsed = new Map<string, Parsed>();
  let roots = host.roots;
  let program: ts.Program | undefined;
  let prepared: ts.Program | undefined;
  let timer: unknown;

  const compilerHost: ts.CompilerHost = {
    ...typescript.createCompilerHost(options, true),
    jsDocParsingMode: typescript.JSDocParsingMode.ParseForTypeInfo, // the rest is read when it is asked for: `docs.ts`
    getSourceFile(name, format) {
      const ours = parsed.get(name);
      if (ours?.stamp !== undefined && isSettled(name)) return ours.file;
      const stamp = stampOf(name);
      const before = ours ?? declarationFiles.get(name);
      if (before && stamp !== undefined && before.stamp === stamp) {
        parsed.set(name, before);
        return before.file;
      }
      const text = readFile(name);
      if (text === undefined) return undefined;
      if (ours?.text === text) return ours.file;
      const file = typescript.createSourceFile(name, text, format, !isDeclaration(name));
      Object.assign(file, { version: `${parsed.size}` });
      const read = { file, text, stamp, format };
      parsed.set(name, read);
      if (stamp !== undefined && isDeclaration(name)) declarationFiles.set(name, read);
      return file;
    },
    getCurrentDirectory: () => system.getCurrentDirectory(),
    fileExists: (path) => system.fileExists(path),
    readFile: (path) => system.readFile(path),
    directoryExists: (path) => system.directoryExists(path),
    getDirectories: (path) => system.getDirectories(path),
    realpath: (path) => system.realpath?.(path) ?? path,
    useCaseSensitiveFileNames: () => system.useCaseSensitiveFileNames,
  };

  const library = `${compilerHost.getDefaultLibLocation?.()}`;
  const readFile = (name: string): string | undefined =>
    name === `${library}/${libraryName}`
      ? libraryText(lib, (each) => system.readFile(`${library}/${each}`))
      : system.readFile(name);
  function stampOf(name: string): string | undefined {
    if (name === `${library}/${libraryName}`) return lib.join();
    const modified = system.getModifiedTime?.(name)?.getTime();
    return modified === undefined ? undefined : `${modified} ${system.getFileSize?.(name)}`;
  }
  function rebuild(): void {
    timer = undefined;
    const before = prepared;
    prepared = undefined;
    if (before === undefined || !isTaken(before))
      program = typescript.createProgram({
        rootNames: roots,
        options,
        host: compilerHost,
        ...(program === undefined ? {} : { oldProgram: program }),
      });
    host.afterProgramCreate(cellProgram(program as ts.Program, typescript));
  }
  /** Puts the present cell into a program that is prepared, unless more than the cell has changed. */
  function isTaken(ready: ts.Program): boolean {
    const name = roots.find((root) => !isDeclaration(root));
    const empty = name === undefined ? undefined : parsed.get(name);
    if (name === undefined || empty === undefined) return false;
    const read = (file: string): ts.SourceFile | undefined => compilerHost.getSourceFile(file, empty.format);
    if (!ready.getSourceFiles().every((file) => file === empty.file || file === read(file.fileName))) return false;
    const cell = read(name);
    if (cell === undefined || namesOtherFiles(cell)) return false;
    if (cell !== empty.file) replaceCell(typescript, ready, empty.file, cell);
    return true;
  }
  /** tslab runs what it is given here as soon as it has told of all changes. */
  function changed(): void {
    if (timer !== undefined) system.clearTimeout?.(timer);
    timer = system.setTimeout?.(rebuild, 0);
  }
  const follow = (names: readonly string[]): void => {
    for (const name of names) system.watchFile?.(name, changed);
  };

  follow(roots);
  rebuild();
  return {
    close() {
      parsed.clear();
      program = prepared = undefined;
    },
    prepare() {
      program?.getTypeChecker();
      prepared = program;
    },
    setTypes(names) {
      options = { ...options, types: [...names] };
      prepared = undefined;
    },
    updateRootFileNames(names) {
      prepared = undefined;
      follow(names.filter((name) => !roots.includes(name)));
      roots = names;
      changed();
    },
  };
}

function cellProgram(program: ts.Program, typescript: Typescript): CellProgram {
  return {
    getProgram: () => program,
    getCompilerOptions: () => program.getCompilerOptions(),
    getSourceFile: (name) => program.getSourceFile(name),
    getAllDependencies(file) {
      const found = new Set<ts.SourceFile>([file]);
      const checker = program.getTypeChecker();
      for (const each of found) {
        if (each.isDeclarationFile) continue;
        for (const name of (each as unknown as { imports?: readonly ts.Node[] }).imports ?? []) {
          const target = checker.getSymbolAtLocation(name)?.declarations?.[0];
          if (target && typescript.isSourceFile(target)) found.add(target);
        }
      }
      return [...found].map(({ fileName }) => fileName);
    },
    emit(...args) {
      const [file, write, token, , transformers] = args;
      const emitted = program.emit(...args);
      if (!emitted.emitSkipped) return emitted;
      // No declarations are written where a type has no name that would do elsewhere: here the one that it has will do.
      return (program.emit as EmitAnyway)(file, write, token, true, transformers, true);
    },
  };
}
