import { brokenMark, withoutMarks, type MarkedNumber } from "./numbers.js";

/**
 * Reads the source of a notebook: percent cells, some of which belong to an exercise. The format is told in
 * notebooks/source/README.md.
 */
export interface Master {
  /** "08-hodgkin-huxley": the file's name without its ending. */
  readonly name: string;
  readonly cells: readonly MasterCell[];
}

/** What a cell is for. A `solution` is text that a student's copy does not have, an `explain` text that is folded. */
export type CellKind = "markdown" | "code" | "exercise" | "check" | "solution" | "predict" | "explain";

/** A cell of a master, as it stands there. */
export interface MasterCell {
  readonly kind: CellKind;
  /** Of an exercise, check or solution cell: the exercise. Of a predict or explain cell: the prediction. */
  readonly exercise: string | undefined;
  /** Without the comment signs and marks of text, with the solution regions of code. */
  readonly text: string;
  /** Those of its text that say what they are computed by, the line of each from the cell's first. */
  readonly numbers: readonly MarkedNumber[];
  /** In the master, from 1: of the cell's first line of text. */
  readonly line: number;
}

/** What is wrong with a master, where and how to cure it. */
export class MasterError extends Error {
  constructor(
    readonly master: string,
    readonly line: number,
    message: string,
  ) {
    super(`${master}.ts:${line}: ${message}`);
  }
}

/** @throws MasterError for a line that belongs nowhere, an unknown kind of cell or a broken solution region */
export function readMaster(name: string, source: string): Master {
  const cells: MasterCell[] = [];
  let open: { kind: CellKind; exercise: string | undefined; lines: string[]; line: number } | undefined;
  const close = (): void => {
    if (open) cells.push(finished(name, open));
  };
  source.split(/\r?\n/).forEach((text, i) => {
    const header = /^\/\/ %%(.*)$/.exec(text);
    if (header) {
      close();
      open = { ...kindFrom(name, i + 1, header[1].trim()), lines: [], line: i + 2 };
    } else if (open) open.lines.push(text);
    else if (text.trim() !== "")
      throw new MasterError(name, i + 1, "text before the first cell: begin with a line `// %%`");
  });
  close();
  return { name, cells };
}

function kindFrom(name: string, line: number, attribute: string): { kind: CellKind; exercise: string | undefined } {
  if (attribute === "") return { kind: "code", exercise: undefined };
  if (attribute === "[markdown]") return { kind: "markdown", exercise: undefined };
  const own = /^\[(exercise|check|solution|predict|explain) (\d+\.\d+)\]$/.exec(attribute);
  if (!own)
    throw new MasterError(
      name,
      line,
      "a cell is `// %%`, or `// %% [markdown]`, [exercise 7.2], [check 7.2], [solution 7.2], " +
        `[predict 7.2], [explain 7.2]; this one says ${attribute}`,
    );
  return { kind: own[1] as CellKind, exercise: own[2] };
}

function finished(
  name: string,
  { kind, exercise, lines, line }: { kind: CellKind; exercise: string | undefined; lines: string[]; line: number },
): MasterCell {
  const first = Math.max(
    0,
    lines.findIndex((row) => row.trim() !== ""),
  );
  const last = lines.findLastIndex((row) => row.trim() !== "");
  const body = lines.slice(first, last + 1).map((row) => row.trimEnd());
  const isText = isTextKind(kind);
  const stray = isText ? body.findIndex((row) => row !== "" && !/^\/\/( |$)/.test(row)) : -1;
  if (stray >= 0) throw new MasterError(name, line + first + stray, "a line of text begins with `// `");
  const written = (isText ? body.map((row) => row.replace(/^\/\/ ?/, "")) : body).join("\n");
  const { text, numbers } = isText ? withoutMarks(written) : { text: written, numbers: [] };
  const broken = isText ? brokenMark(text) : undefined;
  if (broken)
    throw new MasterError(
      name,
      line + first + text.slice(0, text.indexOf(broken)).split("\n").length - 1,
      `a mark stands right behind its number, 44.5{= expression} or {~ {< {> {@, and ends in its line: ${broken}`,
    );
  const cell = { kind, exercise, text, numbers, line: line + first };
  const regions = regionsOf(name, cell);
  if (regions.length > 0 !== (kind === "exercise")) {
    throw new MasterError(
      name,
      cell.line,
      kind === "exercise"
        ? `exercise ${exercise} has no \`// BEGIN SOLUTION\``
        : "a solution region belongs into a cell `// %% [exercise …]`",
    );
  }
  return cell;
}

/** Whether cells of a kind are text. */
export const isTextKind = (kind: CellKind): boolean => kind === "markdown" || kind === "solution" || kind === "explain";

interface Region {
  readonly begin: number;
  readonly stub: number;
  readonly end: number;
}

/** Line indices, from 0 within the cell, of the three marks of each solution region. */
function regionsOf(name: string, cell: Pick<MasterCell, "text" | "line">): Region[] {
  const marks = cell.text.split("\n").flatMap((text, i) => {
    const mark = /^\s*\/\/ (BEGIN SOLUTION|STUB|END SOLUTION)$/.exec(text);
    return mark ? [{ mark: mark[1], i }] : [];
  });
  const regions: Region[] = [];
  for (let k = 0; k < marks.length; k += 3) {
    const three = marks.slice(k, k + 3);
    if (three.map(({ mark }) => mark).join() !== "BEGIN SOLUTION,STUB,END SOLUTION") {
      throw new MasterError(
        name,
        cell.line + three[0].i,
        "a solution region is `// BEGIN SOLUTION`, the solution, `// STUB`, " +
          "the commented lines that the student gets, `// END SOLUTION`",
      );
    }
    const [begin, stub, end] = three.map(({ i }) => i) as [number, number, number];
    const bare = cell.text
      .split("\n")
      .slice(stub + 1, end)
      .findIndex((text) => !/^\s*\/\//.test(text));
    if (bare >= 0)
      throw new MasterError(name, cell.line + stub + 1 + bare, "a line of a stub is a comment, `// return NaN;`");
    regions.push({ begin, stub, end });
  }
  return regions;
}

/** The cell as a student gets it: each solution replaced by its stub. */
export function stubbed(cell: MasterCell): string {
  return withRegions(cell, (lines, { stub, end }) => lines.slice(stub + 1, end).map(uncommented));
}

/** As `stubbed`, but each line at the place that it has in the master. */
export function stubbedInPlace(cell: MasterCell): string {
  return withRegions(cell, (lines, { begin, stub, end }) =>
    lines.slice(begin, end + 1).map((text, i) => (i > stub - begin && i < end - begin ? uncommented(text) : "")),
  );
}

const uncommented = (text: string): string => text.replace(/^(\s*)\/\/ ?/, "$1");

/** The cell with its solutions, between the marks that nbgrader looks for. */
export function solved(cell: MasterCell): string {
  return withRegions(cell, (lines, { begin, stub, end }) => [...lines.slice(begin, stub), lines[end]]);
}

/** The cell with its solutions, without marks. */
export function worked(cell: MasterCell): string {
  return withRegions(cell, (lines, { begin, stub }) => lines.slice(begin + 1, stub));
}

function withRegions(cell: MasterCell, write: (lines: readonly string[], region: Region) => readonly string[]): string {
  const lines = cell.text.split("\n");
  const out: string[] = [];
  let at = 0;
  for (const region of regionsOf("", cell)) {
    out.push(...lines.slice(at, region.begin), ...write(lines, region));
    at = region.end + 1;
  }
  return [...out, ...lines.slice(at)].join("\n");
}
