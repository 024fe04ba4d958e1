// For which exercises a cell waits: what it shows would be made of answers that nobody has given.
import { dependencies } from "../../dist/grade/cells/slice.js";

/** @returns a function of a cell's index that gives the ids of exercises, in the order of the notebook */
export function waitingFor(cells) {
  const texts = cells.map(({ cell_type, source }) => (cell_type === "code" ? source.join("") : ""));
  const known = dependencies(texts, []);
  const answers = cells.flatMap(({ id }, k) => {
    const [, of] = /^exercise-(\d+-\d+)$/.exec(id) ?? [];
    return of === undefined ? [] : [{ id: of.replace("-", "."), cell: k, names: [...known.declares(k)] }];
  });
  return (k) => {
    const before = answers.filter(({ cell }) => cell < k);
    const used = known.uses({ names: namesIn(texts[k]), before: k });
    return before.filter(({ names }) => names.some((name) => used.has(name))).map(({ id }) => id);
  };
}

/** Names that a cell's code has, but for those in its strings and comments. */
const namesIn = (text) => [
  ...new Set(text.replace(/\/\/.*|"(?:[^"\\]|\\.)*"/g, " ").match(/(?<![.\w$])[A-Za-z_$][\w$]*(?!\w*:)/g) ?? []),
];
