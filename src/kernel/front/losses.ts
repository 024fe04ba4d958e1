/** What is told of names that are not what the reader takes them for: lost with their process, or not set anew. */
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

/** Names that a cell's text defines, whether it can be compiled or not. */
export const definedIn = (code: string): string[] =>
  Array.from(code.matchAll(/^(?:const|let|var|function|class)\s+([\w$]+)/gm), ([, name]) => name);

const textOrComment = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/.*|\/\*[\s\S]*?\*\//g;

/** What a cell computes with: without its comments, and of its texts only what they put in. */
const computed = (code: string): string =>
  code.replace(textOrComment, (text) =>
    text.startsWith("`") ? Array.from(text.matchAll(/\$\{([^}]*)\}/g), ([, put]) => put).join(" ") : " ",
  );

/** Says of names in a cell's text that the cell that should have set them anew has failed; empty if there are none. */
export function staleTold(code: string, stale: ReadonlySet<string>, own: readonly string[]): string {
  const words = new Set(computed(code).match(/[\w$]+/g));
  const old = [...stale].filter((name) => words.has(name) && !own.includes(name));
  if (old.length === 0) return "";
  const [are, them] = old.length === 1 ? ["is", "it"] : ["are", "them"];
  return `${old.join(", ")} ${are} still as before: the cell that should change ${them} ended with an error.\n`;
}
