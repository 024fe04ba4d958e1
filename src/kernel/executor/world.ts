/** Where cells run. */
import type { DisplayContent } from "../cell.js";

/** A CommonJS module that has not run yet. */
export interface ModuleShell {
  readonly exports: unknown;
  run(code: string, require: NodeJS.Require): void;
}

/** What running cells asks of its surroundings: a process of Node (`node-world.ts`), or a worker of a page. */
export interface World {
  /** The notebook's folder, where relative imports start. */
  readonly directory: string;
  /** By what cells are compiled and run. */
  readonly versions: Readonly<Record<string, string>>;
  /** The value of an expression, which the engine knows under the name of a file. */
  evaluate(expression: string, file: string): unknown;
  /** `require` of the packages that a file finds. */
  requireFrom(file: string): NodeJS.Require;
  newModule(file: string): ModuleShell;
  /** Lets packages such as this one find the way to show something (`src/host`). */
  showBy(show: (content: DisplayContent, update?: boolean) => void): void;
}
