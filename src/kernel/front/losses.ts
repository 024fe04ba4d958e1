/** What is told of names that were lost with the process that knew them. */
import type { CellError } from "../errors.js";

/** Names that are told, of those that were lost. */
const told = 12;

/** A new process has begun: what the old one knew is gone. */
export function lossOf(names: ReadonlySet<string>): string {
  if (names.size === 0) return "A new one has begun. No names were lost.";
  const some = [...names].slice(0, told).join(", ");
  return (
    "A new one has begun, and knows none of the names of earlier cells: " +
    `${some}${names.size > told ? ", …" : ""}. Run the cells that define them again.`
  );
}

/** The error of a cell whose process has ended, with what was lost. */
export const withLoss = (error: CellError, loss: string): CellError => ({
  ...error,
  traceback: [...error.traceback, loss],
});

/** Says of a name that is not known that it has been. */
export function withLost(error: CellError, gone: ReadonlySet<string>): CellError {
  const name = /Cannot find name '([^']+)'\./.exec(error.message)?.[1] ?? "";
  if (!gone.has(name)) return error;
  const lost = `${name} was lost when the process that ran the cells ended: run the cell that defines it again.`;
  return { ...error, traceback: [...error.traceback, lost] };
}
