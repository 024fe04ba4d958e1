/**
 * The project's TypeScript in the clothes of the one that tslab brings, a fork of 5.0.4 with some of its inside
 * exported. So cells are compiled by today's language: `using`, import attributes, the library of 2023.
 */
import type ts from "typescript";
import { hoistedDeclarations, mergeDeclarations, valueNames } from "./declarations.js";
import { readDocsWhenAsked } from "./docs.js";
import { globalDeclarations } from "./globals.js";
import type { Typescript } from "./inside.js";
import { createWatchProgram, type WatchHost } from "./program.js";
import { endsInExpression, inScope } from "./scope.js";

/** A cell that is not to be checked says so in its first comments; tslab puts a line before it. */
const unchecked = /^export \{\};\r?\n(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*\/\/\s*@ts-nocheck\b/;
/** Flags of regular expressions are the engine's affair, which has more of them than the language we write for. */
const isMeant = ({ code }: ts.Diagnostic): boolean => code !== 1501;

/** A type is named by the path of its file, which is of no use elsewhere; a cell's declarations stay where they are. */
const notPortable = 2742;
/** "This expression is not callable.": what it is instead stands in the second line, which tslab leaves out. */
const notCallable = 2349;

/** TypeScript as tslab finds it, and what the repairs call. */
export interface Dressed {
  readonly [name: string]: unknown;
  readonly cells: {
    /** A folder of packages for a notebook that has none of its own. */
    lent?: string | undefined;
    readonly [called: string]: unknown;
  };
}

/**
 * TypeScript as tslab expects to find it; what the repairs call is in `cells`.
 * @param mentionsNode whether the types of Node are to be read for a cell; where there are none, never
 * @param settled a folder whose files stay as they are, ending in a slash, beside those of packages
 */
export function dressed(
  typescript: Typescript,
  mentionsNode: (code: string) => boolean = () => false,
  settled?: string,
): Dressed {
  readDocsWhenAsked(typescript);
  return {
    ...typescript,
    cells: {
      globalDeclarations,
      mentionsNode,
      // A type that TypeScript found in a file by itself says nothing of what the file needs.
      declarationsMentionNode: (text: string) => mentionsNode(text.replace(/\bimport\("\.[^"]*"\)/g, "")),
      hoistedDeclarations: hoistedDeclarations.bind(undefined, typescript),
      inScope: inScope.bind(undefined, typescript),
      endsInExpression: endsInExpression.bind(undefined, typescript),
      mergeDeclarations: mergeDeclarations.bind(undefined, typescript),
      valueNames: valueNames.bind(undefined, typescript),
    },
    createWatchCompilerHost: (roots: readonly string[], options: ts.CompilerOptions, system: ts.System) => ({
      roots,
      options,
      system,
      settled,
    }),
    createWatchProgram: (host: WatchHost) => createWatchProgram(typescript, host),
    getDefaultTypeRoots: (folder: string) =>
      typescript.getEffectiveTypeRoots({}, { getCurrentDirectory: () => folder }),
    getNullTransformationContext: () => typescript.nullTransformationContext,
    getPreEmitDiagnosticsOfFiles: (program: ts.Program, files: readonly ts.SourceFile[]) =>
      typescript
        .sortAndDeduplicateDiagnostics(
          files.flatMap((file): ts.Diagnostic[] => [
            ...program.getSyntacticDiagnostics(file),
            ...(unchecked.test(file.text) ? [] : program.getSemanticDiagnostics(file).filter(isMeant)),
            ...program.getDeclarationDiagnostics(file).filter(({ code }) => code !== notPortable),
          ]),
        )
        .map((each) =>
          each.code === notCallable
            ? { ...each, messageText: typescript.flattenDiagnosticMessageText(each.messageText, " ") }
            : each,
        ),
  };
}
