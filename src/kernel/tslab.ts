/**
 * tslab, with its cell compiler repaired.
 *
 * tslab compiles a cell so that a name of an earlier cell, `x`, becomes `exports.x`. Its test "is this identifier
 * declared in an earlier cell?" looks at where the symbol was declared, which is also true of a *property* whose type
 * was declared there:
 *
 *     const { t: time } = run     →  const { exports.t: time } = …      SyntaxError
 *     console.log({ x })          →  left alone, since the shorthand's own symbol is the property: ReferenceError
 *
 * The repair asks whether the symbol is one of the earlier cells' top-level names, and writes a shorthand out as `x:
 * exports.x`. It also asks for source maps, so that an error can be told in the lines of the cell, and finds the
 * package of this kernel for a notebook in a folder without packages. The code concerned is inside closures, so it is
 * the source text that is replaced; a tslab whose text differs is refused rather than run half repaired.
 */
import { existsSync, readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { requireInstalled } from "../host/installed.js";

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

export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
}

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

interface Repair {
  readonly from: string;
  readonly to: string;
}

const version = "1.0.22";

const compilerRepairs: readonly Repair[] = [
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
  // The names that a cell declares are read from the cell alone; tslab compiles everything one more time for them.
  {
    from: `        updateContent(prevDecl, src);
        let declsFile = builder.getSourceFile(declFilename);
        let srcFile = builder.getSourceFile(srcFilename);
        const locals = srcFile.locals;`,
    to: `        const alone = ts.createSourceFile(srcFilename, srcPrefix + src, transpileTarget, true);
        ts.bindSourceFile(alone, builder.getProgram().getCompilerOptions());
        const locals = alone.locals;
        let suffix = "";`,
  },
  {
    from: `            const suffix = "\\nexport {" + Array.from(keys).join(", ") + "}";
            updateContent(prevDecl, src + suffix);
            declsFile = builder.getSourceFile(declFilename);
            srcFile = builder.getSourceFile(srcFilename);
        }
`,
    to: `            suffix = "\\nexport {" + Array.from(keys).join(", ") + "}";
        }
        // What was compiled last is changed by that, so the same cell once more has to be read anew.
        if (declContent === prevDecl && srcContent === src + suffix) updateContent(prevDecl, "");
        updateContent(prevDecl, src + suffix);
        const declsFile = builder.getSourceFile(declFilename);
        const srcFile = builder.getSourceFile(srcFilename);
`,
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

/** Looks for packages that are not beside the notebook in `packages`, a node_modules folder. */
const borrowing = (packages: string): readonly Repair[] => [
  {
    from: `    if (rel.startsWith("..")) {
        return path;
    }
    return (0, tspath_1.normalizeJoin)(path_1.default.dirname(__dirname), rel);`,
    to: `    if (rel.startsWith("..")) {
        const lent = path_1.default.relative((0, tspath_1.normalizeJoin)(cwd, "node_modules"), path);
        return lent.startsWith("..") || ts.sys.fileExists(path) || ts.sys.directoryExists(path) ? path : (0, tspath_1.normalizeJoin)(${JSON.stringify(packages)}, lent);
    }
    return (0, tspath_1.normalizeJoin)(path_1.default.dirname(__dirname), rel);`,
  },
  {
    from: `    sys.readDirectory = function (path, extensions, exclude, include, depth) {`,
    to: `    sys.realpath = function (path) {
        return ts.sys.realpath(forwardTslabPath(cwd, path));
    };
    sys.readDirectory = function (path, extensions, exclude, include, depth) {`,
  },
];

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
      `the kernel's repairs are written for tslab ${version}, but ${found} is installed in ${dirname(manifest)}: run npm ci`,
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
