/**
 * tslab, with its cell compiler repaired.
 *
 * tslab compiles a cell so that a name of an earlier cell, `x`, becomes `exports.x`. Its test "is this identifier declared in
 * an earlier cell?" looks at where the symbol was declared, which is also true of a *property* whose type was declared there:
 *
 *     const { t: time } = run     →  const { exports.t: time } = …      SyntaxError
 *     console.log({ x })          →  left alone, since the shorthand's own symbol is the property: ReferenceError
 *
 * The repair asks whether the symbol is one of the earlier cells' top-level names, and writes a shorthand out as `x: exports.x`.
 * It also asks for source maps, so that an error can be told in the lines of the cell. The code concerned is inside a closure,
 * so it is the source text that is replaced; a tslab whose text differs is refused rather than run half repaired.
 */
import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The part of tslab 1.0.22 that the kernel stands on. */
export interface Tslab {
  createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  isCompleteCode(code: string): { completed: boolean; indent?: string };
  createExecutor(directory: string, converters: ConverterSet, console: ExecutorConsole): Executor;
  printQuickInfo(info: unknown): string;
  /** tslab/dist/jupyter.js, whose `lastWriteDisplayData` is where `tslab.display` writes. */
  readonly jupyter: { lastWriteDisplayData: ((content: DisplayContent, update: boolean | undefined) => void) | null };
}

export interface Converter {
  convert(earlier: string, code: string): Conversion;
  inspect(earlier: string, code: string, position: number): unknown;
  complete(earlier: string, code: string, position: number): Completion;
  addModule(name: string, code: string, metadata?: unknown): Diagnostic[];
  close(): void;
}

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

export interface Completion { readonly start: number; readonly end: number; readonly candidates: readonly string[] }

export interface ConverterSet { readonly node: Converter; readonly browser: Converter; close(): void }

/** tslab's executor prints through this: `log` gets the value of a last expression, `error` what was thrown. */
export interface ExecutorConsole { log(value: unknown): void; error(...thrown: unknown[]): void }

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

const version = "1.0.22";

const repairs: readonly { readonly from: string; readonly to: string }[] = [
  {
    from: `        function wrapPrevIdentifier(node) {
            var _a, _b;
            if (!ts.isIdentifier(node)) {`,
    to: `        function isPrev(symbol) {
            const local = symbol && declsFile.locals && declsFile.locals.get(symbol.escapedName);
            return !!local && (local === symbol || (symbol.declarations || []).some((d) => (local.declarations || []).includes(d)));
        }
        function wrapPrevIdentifier(node) {
            if (ts.isShorthandPropertyAssignment(node) && isPrev(checker.getShorthandAssignmentValueSymbol(ts.getOriginalNode(node)))) {
                const value = ts.factory.createPropertyAccessExpression(ts.factory.createIdentifier("exports"), node.name);
                const initial = node.objectAssignmentInitializer && ts.visitNode(node.objectAssignmentInitializer, wrapPrevIdentifier);
                return ts.setTextRange(ts.factory.createPropertyAssignment(node.name, initial ? ts.factory.createAssignment(value, initial) : value), node);
            }
            if (!ts.isIdentifier(node)) {`,
  },
  {
    from: `            let prev = false;
            for (const decl of (_b = (_a = checker.getSymbolAtLocation(node)) === null || _a === void 0 ? void 0 : _a.declarations) !== null && _b !== void 0 ? _b : []) {
                if (decl.getSourceFile() === declsFile) {
                    prev = true;
                    break;
                }
            }
            if (!prev) {`,
    to: `            if (!isPrev(checker.getSymbolAtLocation(node))) {`,
  },
  {
    from: `        // rootDir is necessary to stabilize the paths of output files.
`,
    to: `        inlineSourceMap: true,
`,
  },
  {
    from: `            noImplicitUseStrict: true,
        },
    }).outputText;`,
    to: `            noImplicitUseStrict: true,
            inlineSourceMap: true,
        },
    }).outputText;`,
  },
];

/**
 * Loads tslab with the repairs. Node's module cache then holds the repaired compiler, so that everything in this process that
 * requires tslab, a cell's `import "tslab"` included, gets the same copy.
 * @throws Error if the tslab that is installed is not the one the repairs were written for.
 */
export function loadTslab(): Tslab {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("tslab/package.json");
  const found = (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
  if (found !== version) {
    throw new Error(`the kernel's repairs are written for tslab ${version}, but ${found} is installed in ${dirname(manifest)}: run npm ci`);
  }
  const dist = join(dirname(manifest), "dist");
  const converter = repaired(join(dist, "converter.js"), require) as Pick<Tslab, "createConverter" | "isCompleteCode">;
  const executor = require(join(dist, "executor.js")) as Pick<Tslab, "createExecutor">;
  const inspect = require(join(dist, "inspect.js")) as Pick<Tslab, "printQuickInfo">;
  return { ...converter, ...executor, ...inspect, jupyter: require(join(dist, "jupyter.js")) as Tslab["jupyter"] };
}

/** The module in `file` with every repair made; a repair whose text is not found exactly once is an error. */
function repaired(file: string, require: NodeJS.Require): unknown {
  const cached = require.cache[file];
  if (cached) return cached.exports;
  let source = readFileSync(file, "utf8");
  for (const { from, to } of repairs) {
    const parts = source.split(from);
    if (parts.length !== 2) {
      throw new Error(`${file} is not tslab ${version} as published: expected once, found ${parts.length - 1} times:\n${from}`);
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
