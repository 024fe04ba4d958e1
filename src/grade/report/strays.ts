/** Notebooks that hardly anybody handed in: the totals for platforms count them as they count what was asked for. */
import type { Graded } from "./results.js";

/** The rows, with a word in those of a notebook that fewer than a third of the students handed in. */
export function withStrays(rows: readonly Graded[]): Graded[] {
  const marked = rows.filter(({ problem }) => problem === undefined);
  const studentsOf = (some: readonly Graded[]): number => new Set(some.map(({ student }) => student)).size;
  const all = studentsOf(marked);
  return rows.map((row) => {
    const { notebook = "", problem, warnings = [] } = row;
    const some = studentsOf(marked.filter((one) => one.notebook === notebook));
    if (problem !== undefined || 3 * some >= all) return row;
    const who = `${some} of ${all} students handed in ${notebook}`;
    const told = `${who}, and it counts in the totals for platforms: --notebooks says which were asked for`;
    return { ...row, warnings: [...warnings, told] };
  });
}
