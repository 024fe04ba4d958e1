/**
 * The program that holds a notebook's present cell: what tslab asks of TypeScript's watch mode, without watchers.
 *
 * A file is parsed once. What lies in a package stays as it is; of any other file it is looked up before each cell
 * whether it has changed. So an edited file beside the notebook is compiled anew by the next cell that imports it, and
 * a folder with many files costs nothing.
 */
import type ts from "typescript";

type Ts = typeof ts;

/** What tslab uses of a watch program's host. */
export interface WatchHost {
  readonly roots: readonly string[];
  readonly options: ts.CompilerOptions;
  readonly system: ts.System;
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
  updateRootFileNames(names: readonly string[]): void;
  setTypes(names: readonly string[]): void;
}

interface Parsed {
  readonly file: ts.SourceFile;
  readonly text: string;
  /** When a file that may change was changed. */
  readonly modified: number | undefined;
}

const isSettled = (path: string): boolean => path.includes("/node_modules/");

/** In place of TypeScript's function of the same name. */
export function createWatchProgram(typescript: Ts, host: WatchHost): Watch {
  const { system } = host;
  let { options } = host;
  const parsed = new Map<string, Parsed>();
  let roots = host.roots;
  let program: ts.Program | undefined;
  let timer: unknown;

  const compilerHost: ts.CompilerHost = {
    ...typescript.createCompilerHost(options, true),
    getSourceFile(name, languageVersion) {
      const before = parsed.get(name);
      const settled = isSettled(name);
      if (before && settled) return before.file;
      const modified = settled ? undefined : system.getModifiedTime?.(name)?.getTime();
      if (before && modified !== undefined && before.modified === modified) return before.file;
      const text = system.readFile(name);
      if (text === undefined) return undefined;
      if (before?.text === text) return before.file;
      const file = typescript.createSourceFile(name, text, languageVersion, !name.endsWith(".d.ts"));
      Object.assign(file, { version: `${parsed.size}` });
      parsed.set(name, { file, text, modified });
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

  function rebuild(): void {
    timer = undefined;
    program = typescript.createProgram({
      rootNames: roots,
      options,
      host: compilerHost,
      ...(program === undefined ? {} : { oldProgram: program }),
    });
    host.afterProgramCreate(cellProgram(program, typescript));
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
      program = undefined;
    },
    setTypes(names) {
      options = { ...options, types: [...names] };
    },
    updateRootFileNames(names) {
      follow(names.filter((name) => !roots.includes(name)));
      roots = names;
      changed();
    },
  };
}

function cellProgram(program: ts.Program, typescript: Ts): CellProgram {
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
    emit: program.emit.bind(program),
  };
}
