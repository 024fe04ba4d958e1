/** tslab, with its cell compiler repaired. */
import { existsSync, readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { requireInstalled } from "../host/installed.js";
import { borrowing, compilerRepairs, version, type Repair } from "./tslab-repairs.js";

/** The part of tslab 1.0.22 that the kernel stands on. */
export interface Tslab {
  createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  isCompleteCode(code: string): { completed: boolean; indent?: string };
  createExecutor(directory: string, converters: ConverterSet, console: ExecutorConsole): Executor;
  printQuickInfo(info: unknown): string;
  /** tslab/dist/jupyter.js, whose `lastWriteDisplayData` is where `tslab.display` writes. */
  readonly jupyter: { lastWriteDisplayData: ((content: DisplayContent, update: boolean | undefined) => void) | null };
}

/** tslab's compiler of cells. `earlier` holds the declarations of all cells before; positions are UTF-16 units. */
export interface Converter {
  convert(earlier: string, code: string): Conversion;
  inspect(earlier: string, code: string, position: number): unknown;
  complete(earlier: string, code: string, position: number): Completion;
  addModule(name: string, code: string, metadata?: unknown): Diagnostic[];
  close(): void;
}

/** A compiled cell. Without `output`, JavaScript, if there are `diagnostics`. */
export interface Conversion {
  output?: string;
  readonly declOutput?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly hasToplevelAwait?: boolean;
}

/** Line and character count from 0. */
export interface Diagnostic {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly messageText: string;
  readonly fileName?: string;
}

/** Names that may replace the text from `start` to `end`, UTF-16 units of the cell. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
}

/** tslab asks for a compiler for cells that run in Node and one for those that run in the browser. */
export interface ConverterSet {
  readonly node: Converter;
  readonly browser: Converter;
  close(): void;
}

/** tslab's executor prints through this: `log` gets the value of a last expression, `error` what was thrown. */
export interface ExecutorConsole {
  log(value: unknown): void;
  error(...thrown: unknown[]): void;
}

/** tslab's scope of a notebook: `execute` compiles and runs a cell and tells whether it went well. */
export interface Executor {
  execute(code: string): Promise<boolean>;
  inspect(code: string, position: number): unknown;
  complete(code: string, position: number): Completion;
  interrupt(): void;
  close(): void;
  readonly locals: Record<string, unknown>;
}

/** `display_data` of the Jupyter protocol. */
export interface DisplayContent {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly transient?: Readonly<Record<string, unknown>>;
}

/**
 * Loads tslab with the repairs. Node's module cache then holds the repaired compiler, so that everything in this
 * process that requires tslab, a cell's `import "tslab"` included, gets the same copy.
 * @param directory the notebook's folder. If neither it nor one above it has this package, the notebook gets the
 * kernel's own.
 * @throws Error if the tslab that is installed is not the one the repairs were written for.
 */
export function loadTslab(directory: string = process.cwd()): Tslab {
  requireInstalled("nullcline/kernel", "tslab");
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("tslab/package.json");
  const found = (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
  if (found !== version) {
    throw new Error(
      `the kernel's repairs are written for tslab ${version}, ` +
        `but ${found} is installed in ${dirname(manifest)}: run npm ci`,
    );
  }
  const dist = join(dirname(manifest), "dist");
  const lent = hasPackage(directory) ? undefined : lendPackages();
  const repairs = [...compilerRepairs, ...(lent === undefined ? [] : borrowing(lent))];
  const converter = repaired(join(dist, "converter.js"), repairs, require) as Pick<
    Tslab,
    "createConverter" | "isCompleteCode"
  >;
  const executor = require(join(dist, "executor.js")) as Pick<Tslab, "createExecutor">;
  const inspect = require(join(dist, "inspect.js")) as Pick<Tslab, "printQuickInfo">;
  return { ...converter, ...executor, ...inspect, jupyter: require(join(dist, "jupyter.js")) as Tslab["jupyter"] };
}

function hasPackage(directory: string): boolean {
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules", "nullcline"))) return true;
    if (folder === dirname(folder)) return false;
  }
}

/** Lets `require` in this process fall back on the packages that lie beside this file's own, and gives their folder. */
function lendPackages(): string {
  const packages = dirname(dirname(createRequire(import.meta.url).resolve("tslab/package.json")));
  process.env.NODE_PATH = packages;
  (Module as unknown as { _initPaths(): void })._initPaths();
  return packages;
}

/** The module in `file` with every repair made; a repair whose text is not found exactly once is an error. */
function repaired(file: string, repairs: readonly Repair[], require: NodeJS.Require): unknown {
  const cached = require.cache[file];
  if (cached) return cached.exports;
  let source = readFileSync(file, "utf8");
  for (const { from, to } of repairs) {
    const parts = source.split(from);
    if (parts.length !== 2) {
      throw new Error(
        `${file} is not tslab ${version} as published: expected once, found ${parts.length - 1} times:\n${from}`,
      );
    }
    source = parts.join(to);
  }
  const module = new Module(file) as NodeModule & { paths: string[]; _compile(code: string, filename: string): void };
  module.filename = file;
  module.paths = (Module as unknown as { _nodeModulePaths(folder: string): string[] })._nodeModulePaths(dirname(file));
  require.cache[file] = module;
  module._compile(source, file);
  module.loaded = true;
  return module.exports;
}
