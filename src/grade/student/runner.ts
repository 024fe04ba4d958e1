/** Runs compiled cells as tslab does, one scope growing from cell to cell, without tslab, whose start takes 0.3 s. */
import Module, { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
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

/**
 * @param folder where imports start: has the package and its dependencies in node_modules
 * @param courseModule another catalogue of exercises than the package's own
 */
export async function createRunner(folder: string, courseModule?: string): Promise<Runner> {
  const require = createRequire(join(folder, "cell.js"));
  const run = runInThisContext;
  await provide(courseModule);
  const scope: Record<string, unknown> = {};
  return {
    async run({ output, awaits, lastExpression }) {
      if (output === undefined) return { ok: true, value: undefined };
      try {
        const cell = run(
          `(${awaits ? "async " : ""}function (exports, require) {${output}\n})\n//# sourceURL=cell`,
        ) as (exports: object, require: NodeJS.Require) => unknown;
        const done = cell(scope, require);
        if (awaits) await done;
        if (lastExpression === undefined) return { ok: true, value: undefined };
        const value = scope[lastExpression];
        delete scope[lastExpression];
        return { ok: true, value };
      } catch (thrown) {
        return { ok: false, message: explain(thrown) };
      }
    },
  };
}

/**
 * Makes `require("nullcline")`, which cells become, give the package, and `require("tslab")` a display that shows
 * nothing.
 */
async function provide(courseModule: string | undefined): Promise<void> {
  const load = (url: URL): Promise<unknown> => import(url.href);
  let nullcline = (await load(new URL("../../node/nullcline.js", import.meta.url))) as object;
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
