/**
 * Reference values: an answer that builds on one which is not right is judged again, in a process in which the earlier
 * name holds what the master's solution gives for this student.
 */
import { isTextKind, worked, type Master } from "../course/masters/master.js";
import type { Compiler } from "./cells/compiler.js";
import { declarationsOf, type Declarations } from "./cells/declarations.js";
import { dependencies, type Wanted } from "./cells/slice.js";
import type { Named } from "./reader/plan.js";
import type { Compiled } from "./wire/messages.js";

/** What a student's process is lent before its first cell. */
export interface Lent {
  readonly names: readonly string[];
  /** Cells of the master that make them. */
  readonly cells: readonly Compiled[];
  readonly declarations: Declarations;
}

/** The solutions of a master, as far as others build on them. */
export interface References {
  /** Exercises on whose answers the solution of an exercise builds, in their order. */
  earlier(id: string): readonly Named[];
  /** @throws Error if the master's own cells do not compile */
  lend(exercises: readonly string[], compiler: Compiler): Promise<Lent>;
}

/** @param asked all exercises of the master, in their order */
export function referencesOf({ name, cells }: Master, asked: readonly Named[]): References {
  const solution = dependencies(
    cells.map((cell) => (isTextKind(cell.kind) || cell.kind === "check" ? "" : worked(cell))),
    asked.flatMap(({ names }) => names),
  );
  /** The answer to an exercise, and what only it declares. */
  const ownOf = ({ id, names }: Named): Wanted => {
    const place = cells.findIndex(({ kind, exercise }) => kind === "exercise" && exercise === id);
    return { names: names.filter((one) => solution.declares(place).has(one)), before: place + 1 };
  };
  const chains = new Map(
    asked.map((one, i) => {
      const uses = solution.uses(ownOf(one));
      const isUsed = (earlier: Named): boolean => ownOf(earlier).names.some((used) => uses.has(used));
      return [one.id, asked.slice(0, i).filter(isUsed)];
    }),
  );
  return {
    earlier: (id) => chains.get(id) ?? [],
    async lend(exercises, compiler) {
      const wanted = asked.filter(({ id }) => exercises.includes(id)).map(ownOf);
      const names = wanted.flatMap((one) => one.names);
      const compiled: Compiled[] = [];
      let known: Declarations = new Map();
      for (const text of solution.texts(wanted).filter((one) => one.trim() !== "")) {
        const compilation = await compiler.compile(known, text);
        if (!compilation.ok) throw new Error(`a cell of ${name} with its solutions: ${compilation.message}`);
        compiled.push(compilation.cell);
        known = compilation.after;
      }
      return { names, cells: compiled, declarations: declarationsOf(known, names) };
    },
  };
}
