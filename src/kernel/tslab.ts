/** tslab, with its cell compiler repaired. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type ts from "typescript";
import { requireInstalled } from "../host/installed.js";
import { createLoader } from "./compiler/common-js.js";
import type { Shift } from "./compiler/edits.js";
import { mentionsNode } from "./compiler/node-types.js";
import type { Typescript } from "./compiler/inside.js";
import { dressed, type Dressed } from "./compiler/typescript.js";
import { lentPackages } from "./packages.js";
import { compilerRepairs, version } from "./tslab-repairs.js";

/** The part of tslab 1.0.22 that the kernel stands on. */
export interface Tslab {
  /** `tracked`: the code tells `$cell` what it has set and where it waits (`compiler/scope.ts`). */
  createConverter(options: { isJS: boolean; isBrowser: boolean; tracked?: boolean }): Converter;
  /** What a comment at the head of a cell asks for: `@module NAME`, `@browser`. */
  getCodeMetadata(code: string): { readonly module?: string; readonly mode?: string };
  /** The TypeScript by which cells are compiled. */
  readonly typescript: Typescript;
}

/** tslab's compiler of cells. `earlier` holds the declarations of all cells before; positions are UTF-16 units. */
export interface Converter {
  convert(earlier: string, code: string): Conversion;
  /** A cell that is being written, as an editor asks about it. */
  look(earlier: string, code: string): Look;
  /** Does what it can for the next cell, before that is known. */
  prepare(earlier: string): void;
  addModule(name: string, code: string, metadata?: unknown): Diagnostic[];
  close(): void;
}

/** A compiled cell. Without `output`, JavaScript, if there are `diagnostics`. */
export interface Conversion {
  output?: string;
  readonly declOutput?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly hasToplevelAwait?: boolean;
  /** The declarations of the cell alone. */
  readonly ownDeclarations?: string;
  /** The names that the cell declares. */
  readonly names?: readonly string[];
  /** The property of the scope that gets the value of the last expression. */
  readonly lastExpressionVar?: string;
  /** Files beside the notebook that the cell imports, as CommonJS, if they were not given out before. */
  readonly sideOutputs?: readonly { readonly path: string; readonly data: string }[];
  /** How far the text of `output` has moved within its lines since its source map was made. */
  readonly shifts?: readonly Shift[];
}

/** Line and character count from 0. */
export interface Diagnostic {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly messageText: string;
  readonly fileName?: string;
}

/** A cell in its program. */
export interface Look {
  readonly program: ts.Program;
  readonly file: ts.SourceFile;
  /** The declarations of earlier cells. */
  readonly before: ts.SourceFile;
  /** How much further back the cell's text begins in the file. */
  readonly offset: number;
}

/** tslab and TypeScript, once for this process. */
let loaded: { readonly tslab: Tslab; readonly clothed: Dressed } | undefined;

/**
 * Loads tslab with the repairs.
 * @param directory the notebook's folder. If neither it nor one above it has this package, the notebook gets the
 * kernel's own.
 * @throws Error if the tslab that is installed is not the one the repairs were written for.
 */
export function loadTslab(directory: string = process.cwd()): Tslab {
  loaded ??= load();
  loaded.clothed.cells.lent = lentPackages(directory);
  return loaded.tslab;
}

function load(): { tslab: Tslab; clothed: Dressed } {
  requireInstalled("nullcline/kernel", "tslab", "typescript");
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("tslab/package.json");
  const found = versionIn(manifest);
  if (found !== version) {
    throw new Error(
      `the kernel's repairs are written for tslab ${version}, ` +
        `but ${found} is installed in ${dirname(manifest)}: run npm ci`,
    );
  }
  const file = (name: string): string => join(dirname(manifest), "dist", name);
  const published = require.resolve("typescript");
  const loader = createLoader((of) => {
    const text = readFileSync(of === published ? shortest(of) : of, "utf8");
    return of === file("converter.js") ? repaired(of, text) : text;
  });
  const typescript = loader.load(published) as Typescript;
  // It keeps the folder that it saw first, which in a snapshot was another one.
  typescript.sys.getCurrentDirectory = () => process.cwd();
  const built = fileURLToPath(new URL("../../dist/", import.meta.url)).replaceAll("\\", "/");
  const clothed = dressed(typescript, mentionsNode, built);
  loader.give(createRequire(manifest).resolve("@tslab/typescript-for-tslab"), clothed);
  const converter = loader.load(file("converter.js")) as Pick<Tslab, "createConverter">;
  const metadata = loader.load(file("metadata.js")) as Pick<Tslab, "getCodeMetadata">;
  return { tslab: { ...converter, ...metadata, typescript }, clothed };
}

const versionIn = (manifest: string): string =>
  (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;

/**
 * The build keeps this version of TypeScript without comments and long names: 3.6 MB in place of 9.1, all of which stay
 * in memory, from a snapshot twice.
 */
function shortest(published: string): string {
  const installed = versionIn(join(dirname(published), "..", "package.json"));
  const short = fileURLToPath(new URL(`../node/typescript-${installed}.cjs`, import.meta.url));
  return existsSync(short) ? short : published;
}

/** The text of a file with every repair made; a repair whose text is not found exactly once is an error. */
function repaired(file: string, text: string): string {
  return compilerRepairs.reduce((source, { from, to }) => {
    const parts = source.split(from);
    if (parts.length !== 2)
      throw new Error(
        `${file} is not tslab ${version} as published: expected once, found ${parts.length - 1} times:\n${from}`,
      );
    return parts.join(to);
  }, text);
}
