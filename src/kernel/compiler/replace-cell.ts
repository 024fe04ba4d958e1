/**
 * A cell in the place of the empty one that a program was made for. All that a program needs and that does not depend
 * on the cell is done by then: the declarations of earlier cells are read, the names of all files bound.
 */
import type ts from "typescript";
import type { Typescript } from "./inside.js";

/** What TypeScript notes of a source file when it takes it into a program. */
interface InProgram extends ts.SourceFile {
  path: string;
  resolvedPath: string;
  originalFileName: string;
  packageJsonLocations: readonly string[] | undefined;
  packageJsonScope: unknown;
  imports: readonly ts.Node[];
  moduleAugmentations: readonly ts.Node[];
  ambientModuleNames: readonly string[];
}

/** A program with what its declarations leave out. */
interface Files {
  getSourceFiles(): ts.SourceFile[];
  getFilesByNameMap(): Map<string, unknown>;
}

/** Every way in which a file can bring another into its program, or say something of one, has one of these words. */
const ofFiles = /\b(?:import|from|require|module|global)\b/;

/** Whether a program may have other files, or other names in them, for the sake of a cell; in doubt it may. */
export const namesOtherFiles = (cell: ts.SourceFile): boolean =>
  ofFiles.test(cell.text) ||
  [cell.referencedFiles, cell.typeReferenceDirectives, cell.libReferenceDirectives].some(({ length }) => length > 0);

/**
 * Puts a cell into a program of which nobody has asked anything.
 * @param empty the cell that the program was made for
 * @param cell another one in a file of the same name, which names no other files
 */
export function replaceCell(
  typescript: Typescript,
  program: ts.Program,
  empty: ts.SourceFile,
  cell: ts.SourceFile,
): void {
  const { path, resolvedPath, originalFileName, packageJsonLocations, packageJsonScope } = empty as InProgram;
  const { imports, moduleAugmentations, ambientModuleNames } = empty as InProgram;
  const place = { path, resolvedPath, originalFileName, packageJsonLocations, packageJsonScope };
  Object.assign(cell, place, { imports, moduleAugmentations, ambientModuleNames });
  const files = program as unknown as Files;
  const all = files.getSourceFiles();
  all[all.indexOf(empty)] = cell;
  files.getFilesByNameMap().set(path, cell);
  typescript.bindSourceFile(cell, program.getCompilerOptions());
}
