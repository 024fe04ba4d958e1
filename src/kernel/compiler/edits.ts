/** Changes of a text that keep its lines, and the way back from a place in the new text to the old one. */

/** What stands from `start` to `end` becomes `text`, which holds no line break. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What stands from column `from` to `to` in a line of the new text took the place of what began at `before` in the old
 * one; behind it, the line stands `by` characters further right.
 */
export type Shift = readonly [line: number, from: number, to: number, before: number, by: number];

/**
 * @param edits may not overlap; of those at one place, insertions come first, in their order. Line breaks within what
 * is replaced are kept behind the new text.
 */
export function edited(text: string, edits: readonly Edit[]): { text: string; shifts: readonly Shift[] } {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start));
  const shifts: Shift[] = [];
  let [out, at, line, column, by] = ["", 0, 0, 0, 0];
  const pass = (part: string): void => {
    out += part;
    const breaks = part.split("\n").length - 1;
    line += breaks;
    column = breaks > 0 ? part.length - part.lastIndexOf("\n") - 1 : column + part.length;
    if (breaks > 0) by = 0;
  };
  for (const { start, end, text: added } of inOrder) {
    pass(text.slice(at, start));
    const [gone, from, before] = [text.slice(start, end), column, column - by];
    const breaks = gone.split("\n").length - 1;
    pass(added + "\n".repeat(breaks));
    by += breaks > 0 ? gone.lastIndexOf("\n") + 1 - gone.length : added.length - gone.length;
    shifts.push([line, breaks > 0 ? 0 : from, column, breaks > 0 ? 0 : before, by]);
    at = end;
  }
  pass(text.slice(at));
  return { text: out, shifts };
}

/** The column of the old text at which a column of the new one stood. */
export function columnBefore(shifts: readonly Shift[], line: number, column: number): number {
  let moved = 0;
  for (const [where, from, to, before, by] of shifts) {
    if (where !== line || column < from) continue;
    if (column <= to) return before;
    moved = by;
  }
  return column - moved;
}
