/** Runs compiled cells as tslab does, one scope growing from cell to cell. */
import type { Compiled } from "../wire/messages.js";
import { explain } from "../wire/explain.js";

/** What came of a cell: the value of its last expression, or what went wrong in one line. */
export type CellRun = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** The scope of one notebook. */
export interface Runner {
  /** Never rejects because of what the cell does. */
  run(cell: Compiled): Promise<CellRun>;
  /** What a name holds. */
  valueOf(name: string): unknown;
  /** From now on a name holds a value, whatever is assigned to it or declared anew. */
  fix(name: string, value: unknown): void;
}

/** @param modules what cells can import */
export function createRunner(modules: Readonly<Record<string, unknown>>): Runner {
  // A function made of text sees no name of this module.
  const [Plain, Awaiting] = [() => {}, async () => {}].map((f) => f.constructor as FunctionConstructor);
  const scope: Record<string, unknown> = {};
  const require = (name: string): unknown => {
    if (Object.hasOwn(modules, name)) return modules[name];
    throw new Error(`Cannot find module '${name}': a notebook that is marked has the package nullcline, and no other`);
  };
  return {
    async run({ output, awaits, lastExpression }) {
      if (output === undefined) return { ok: true, value: undefined };
      try {
        const cell = new (awaits ? Awaiting : Plain)("exports", "require", `${output}\n//# sourceURL=cell`);
        const done = cell(scope, require) as unknown;
        if (awaits) await done;
        if (lastExpression === undefined) return { ok: true, value: undefined };
        const value = scope[lastExpression];
        delete scope[lastExpression];
        return { ok: true, value };
      } catch (thrown) {
        return { ok: false, message: explain(thrown) };
      }
    },
    valueOf: (name) => scope[name],
    fix(name, value) {
      Object.defineProperty(scope, name, { get: () => value, set() {}, enumerable: true });
    },
  };
}
