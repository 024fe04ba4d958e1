/** Turns the cells of one notebook into JavaScript, and knows what an editor asks about them. */
import type { Bundle, Runnable } from "../cell.js";
import { compileError, type CellError } from "../errors.js";
import type { Diagnostic, Tslab } from "../tslab.js";
import { completeness, type Completeness } from "./completeness.js";
import { completions, type Completion } from "./completions.js";
import { mergeDeclarations, valueNames } from "./declarations.js";
import { inspection } from "./inspection.js";

/** What became of a cell's text. `earlier`, of all methods, holds what is known of the names of earlier cells. */
export type Compilation =
  | {
      readonly ok: true;
      /** Undefined for a cell that is a module of its own: nothing of it runs before it is imported. */
      readonly cell: Runnable | undefined;
      /** What is known of the notebook's names once the cell has run. */
      readonly declarations: string;
      /** Of the cell's own. */
      readonly own: string;
      /** The values that the cell declares. */
      readonly names: readonly string[];
    }
  | { readonly ok: false; readonly error: CellError };

/** The compiler of one notebook. Positions are UTF-16 units. It remembers nothing of the cells that it compiled. */
export interface Compiler {
  compile(earlier: string, code: string, number: number): Compilation;
  complete(earlier: string, code: string, position: number): Completion;
  /** What is known about the name at `position`, or about the function whose arguments it is among, by MIME type. */
  inspect(earlier: string, code: string, position: number): Bundle | undefined;
  isComplete(code: string): Completeness;
  /** Does what it can for the cell that comes next, or for the next question of an editor. */
  prepare(earlier: string): void;
  /** The declarations after a cell that came to its end before its last line. */
  settle(earlier: string, own: string, reached: readonly string[]): string;
  close(): void;
}

const inlineMap = /\n\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*/;

/** Names that the code of every cell finds (`executor/errors/stacks.ts`, `imports.ts`). */
const ofKernel: ReadonlySet<string> = new Set(["exports", "require", "$cell", "$star", "$meta"]);

function takenName(code: string, name: string): Diagnostic {
  const before = code.slice(0, code.search(new RegExp(`(?<![\\w$])${name.replace("$", "\\$")}(?![\\w$])`))).split("\n");
  const start = { line: before.length - 1, character: before[before.length - 1].length };
  const end = { ...start, character: start.character + name.length };
  return { start, end, messageText: `'${name}' is a name that the kernel itself needs: choose another one.` };
}

/** @param tslab loaded for the notebook's folder, which has to be the working directory */
export function createCompiler(tslab: Tslab): Compiler {
  const { typescript } = tslab;
  const converter = tslab.createConverter({ isJS: false, isBrowser: false, tracked: true });
  return {
    compile(earlier, code, number) {
      const { module } = tslab.getCodeMetadata(code);
      if (module !== undefined) {
        const diagnostics = converter.addModule(module, code, tslab.getCodeMetadata(code));
        if (diagnostics.length > 0) return { ok: false, error: compileError(code, diagnostics) };
        return { ok: true, cell: undefined, declarations: earlier, own: "", names: [] };
      }
      const { output = "", ...conversion } = converter.convert(earlier, code);
      const { declOutput = "", diagnostics, ownDeclarations = "", sideOutputs = [] } = conversion;
      if (diagnostics.length > 0) return { ok: false, error: compileError(code, diagnostics) };
      const taken = conversion.names?.find((name) => ofKernel.has(name));
      if (taken !== undefined) return { ok: false, error: compileError(code, [takenName(code, taken)]) };
      const cell: Runnable = {
        number,
        source: code,
        code: output.replace(inlineMap, "\n"),
        awaits: conversion.hasToplevelAwait ?? false,
        value: conversion.lastExpressionVar,
        files: sideOutputs,
        map: inlineMap.exec(output)?.[1] ?? "",
        shifts: conversion.shifts ?? [],
      };
      return { ok: true, cell, declarations: declOutput, own: ownDeclarations, names: conversion.names ?? [] };
    },
    complete: (earlier, code, position) =>
      completions(typescript, converter.look(earlier, code), position, valueNames(typescript, earlier)),
    inspect: (earlier, code, position) => inspection(typescript, converter.look(earlier, code), position),
    isComplete: (code) => completeness(typescript, code),
    prepare: (earlier) => converter.prepare(earlier),
    settle: (earlier, own, reached) => mergeDeclarations(typescript, earlier, own, reached),
    close: () => converter.close(),
  };
}
