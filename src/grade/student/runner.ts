/** Runs compiled cells with tslab's own executor, one scope growing from cell to cell, without tslab's compiler. */
import Module, { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Catalogue } from "../../course/catalogue.js";
import type { Compiled } from "../wire/messages.js";
import { explain } from "../wire/explain.js";

/** What came of a cell: the value of its last expression, or what went wrong in one line. */
export type CellRun = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** The scope of one notebook. */
export interface Runner {
  /** Never rejects because of what the cell does. */
  run(cell: Compiled): Promise<CellRun>;
}

interface Executor {
  execute(code: string): Promise<boolean>;
}
type CreateExecutor = (folder: string, converters: object, console: object) => Executor;

/**
 * @param folder where imports start: has the package and its dependencies in node_modules
 * @param courseModule another catalogue of exercises than the package's own
 */
export async function createRunner(folder: string, courseModule?: string): Promise<Runner> {
  const require = createRequire(join(folder, "cell.js"));
  const { createExecutor } = require(
    join(createRequire(import.meta.url).resolve("tslab/package.json"), "..", "dist", "executor.js"),
  ) as { createExecutor: CreateExecutor };
  await provide(courseModule);

  let compiled: Compiled;
  let value: unknown;
  let failure: string | undefined;
  const converter = {
    convert: () => ({
      output: compiled.output && `${compiled.output}\n//# sourceURL=cell`,
      declOutput: compiled.declarations,
      diagnostics: [],
      hasToplevelAwait: compiled.awaits,
      lastExpressionVar: compiled.lastExpression,
    }),
    addModule: () => [],
  };
  const executor = createExecutor(
    folder,
    { node: converter, browser: converter, close() {} },
    {
      log: (last: unknown) => {
        value = last;
      },
      error: (thrown: unknown) => {
        failure ??= explain(thrown);
      },
    },
  );
  return {
    async run(cell) {
      [compiled, value, failure] = [cell, undefined, undefined];
      const ok = await executor.execute(cell.code);
      return ok && failure === undefined
        ? { ok: true, value }
        : { ok: false, message: failure ?? "the cell did not run" };
    },
  };
}

/**
 * Makes `require("nullcline")`, which cells become, give the package, and `require("tslab")` a display that shows
 * nothing.
 */
async function provide(courseModule: string | undefined): Promise<void> {
  const load = (url: URL): Promise<unknown> => import(url.href);
  let nullcline = (await load(new URL("../../index.js", import.meta.url))) as object;
  if (courseModule !== undefined) {
    const { catalogue } = (await load(pathToFileURL(courseModule))) as { catalogue: Catalogue };
    const { openCourse } = (await load(new URL("../../course/course.js", import.meta.url))) as {
      openCourse(catalogue: Catalogue): object;
    };
    nullcline = { ...nullcline, ...openCourse(catalogue) };
  }
  const nothing: unknown = new Proxy(() => nothing, { get: (_, name) => (name === "then" ? undefined : nothing) });
  const provided: Readonly<Record<string, unknown>> = {
    nullcline,
    tslab: { display: nothing, newDisplay: () => nothing },
  };
  const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
  const otherwise = loader._load.bind(Module);
  loader._load = (request, ...rest) =>
    Object.hasOwn(provided, request) ? provided[request] : otherwise(request, ...rest);
}
