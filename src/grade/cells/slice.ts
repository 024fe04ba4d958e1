/**
 * What of a notebook has to run for its answers. Figures and analyses that are only shown are most of a notebook's
 * time, and no mark depends on them.
 */
import type typescript from "typescript";
import { ts } from "../../course/masters/typescript.js";
import { footprint, furthest, type Footprint, type Names, type Reach } from "./footprint.js";
import { parse, type Parsed } from "./parse.js";
import { declarationsOf, imported, namesOf } from "./scope.js";

/** An answer: names that are judged before a cell. */
export interface Wanted {
  readonly names: readonly string[];
  /** Index of the first cell that does not count any more. */
  readonly before: number;
}

/** A statement, or a whole cell. */
interface Unit extends Footprint {
  readonly cell: number;
  readonly begin: number;
  readonly end: number;
}

/** What an answer needs. */
interface Needed {
  readonly units: ReadonlySet<Unit>;
  readonly makers: ReadonlySet<number>;
  readonly uses: ReadonlySet<string>;
}

/** A notebook, read once, of which is taken what an answer needs. */
export interface Dependencies {
  /** Names that a cell declares. */
  declares(cell: number): ReadonlySet<string>;
  /** Cells that declare the answer, or may change what it stands on. */
  makers(wanted: Wanted): ReadonlySet<number>;
  /** All names that the answer stands on, those that no cell declares included. */
  uses(wanted: Wanted): ReadonlySet<string>;
  /** The text of each cell as far as any of the answers needs it, with each line at its place. */
  texts(wanted: readonly Wanted[]): string[];
}

/** Of a notebook; the course's have 152 at most. Of one with more, cells run as a whole: taking it apart is long. */
const mostStatements = 1000;

/**
 * @param answers names of all answers: a cell that declares one runs as a whole or not at all, of others what is needed
 * @param unread indices of cells at which nobody looks, and of which nothing can be said
 * @param packageName whose functions are known to change nothing that they are given
 */
export function dependencies(
  cells: readonly string[],
  answers: readonly string[],
  unread: ReadonlySet<number> = new Set(),
  packageName = "nullcline",
): Dependencies {
  const parsed = cells.map((text, i): Parsed => (unread.has(i) ? { statements: [], broken: true } : parse(text)));
  const names = namesIn(parsed, packageName);
  const isLong = parsed.reduce((sum, { statements }) => sum + statements.length, 0) > mostStatements;
  const units = parsed.flatMap(({ statements, broken }, cell): Unit[] => {
    if (statements.length === 0) return broken ? [unreadable(cell, cells[cell])] : [];
    const declared = namesOf(statements);
    const whole = broken || isLong || answers.some((name) => declared.has(name));
    const parts = whole ? [[...statements]] : statements.map((statement) => [statement]);
    return parts.map((part) => ({
      ...footprint(part, names),
      cell,
      begin: part[0].getFullStart(),
      end: part[part.length - 1].end,
    }));
  });
  const makers = new Map<string, Unit[]>();
  for (const unit of units) for (const name of unit.declares) makers.set(name, [...(makers.get(name) ?? []), unit]);
  const closures = new Map<string, ReadonlySet<string>>();
  /** All names that names lead to, the package's left out. */
  const reachable = (from: Iterable<string>): Set<string> => {
    const found = new Set<string>();
    const seen = new Set<Unit>();
    const open = [...from];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(name) || names.ofPackage.has(name) || !names.declared.has(name)) continue;
      found.add(name);
      for (const unit of makers.get(name) ?? []) {
        if (seen.has(unit)) continue;
        seen.add(unit);
        for (const used of unit.uses) open.push(used);
      }
    }
    return found;
  };
  const touched = units.map((unit): { reach: Reach; names: ReadonlySet<string> } => {
    const key = [...unit.uses].join();
    const reached = closures.get(key) ?? reachable(unit.uses);
    closures.set(key, reached);
    const throughCalls = [...reached]
      .flatMap((name) => makers.get(name) ?? [])
      .reduce<Reach>((most, { changesLater }) => furthest(most, changesLater), "nowhere");
    return { reach: furthest(unit.changes, throughCalls), names: reached };
  });

  const needed = ({ names: wanted, before }: Wanted): Needed => {
    const chosen = new Set<Unit>();
    const cellsOfMakers = new Set<number>();
    const all = new Set(wanted);
    for (let size = -1; size !== chosen.size; ) {
      size = chosen.size;
      const led = reachable(all);
      // From the end: what a statement uses mostly stands above it, and is found in the same round.
      for (let i = units.length - 1; i >= 0; i--) {
        const unit = units[i];
        if (unit.cell >= before || chosen.has(unit)) continue;
        const { reach, names: reached } = touched[i];
        const changes = reach === "anywhere" || (reach === "names" && [...reached].some((name) => led.has(name)));
        const makes = [...unit.declares].some((name) => all.has(name));
        if (!makes && !changes) continue;
        chosen.add(unit);
        if (changes || [...unit.declares].some((name) => wanted.includes(name))) cellsOfMakers.add(unit.cell);
        for (const name of unit.uses) all.add(name);
      }
    }
    return { units: chosen, makers: cellsOfMakers, uses: all };
  };
  return {
    declares: (cell) => namesOf(parsed[cell].statements),
    makers: (wanted) => needed(wanted).makers,
    uses: (wanted) => needed(wanted).uses,
    texts(wanted) {
      const all = new Set(wanted.flatMap((one) => [...needed(one).units]));
      return cells.map((text, cell) => {
        const kept = units.filter((unit) => unit.cell === cell && all.has(unit));
        let out = "";
        let at = 0;
        for (const { begin, end } of kept) {
          out += blanked(text.slice(at, begin)) + text.slice(begin, end);
          at = end;
        }
        return kept.length === 0 ? "" : out;
      });
    },
  };
}

/** A cell of which nothing can be said but that it may do anything. */
const unreadable = (cell: number, text: string): Unit => ({
  cell,
  begin: 0,
  end: text.length,
  declares: new Set(),
  uses: new Set(),
  changes: "anywhere",
  changesLater: "nowhere",
});

const blanked = (text: string): string => text.replace(/[^\n]+/g, "");

function namesIn(files: readonly Parsed[], packageName: string): Names {
  const imports = files.flatMap(({ statements }) => statements.filter(ts.isImportDeclaration));
  const isOurs = ({ moduleSpecifier }: typescript.ImportDeclaration): boolean =>
    ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === packageName;
  const others = files.flatMap(({ statements }) => statements.filter((s) => !(ts.isImportDeclaration(s) && isOurs(s))));
  const declared = namesOf(others);
  const functions = new Map<string, boolean>();
  for (const { statements } of files)
    for (const [name, binding] of declarationsOf(statements)) {
      const is = binding !== undefined && binding !== null && (ts.isFunctionLike(binding) || ts.isClassLike(binding));
      functions.set(name, is && functions.get(name) !== false);
    }
  return {
    ofPackage: new Set(
      imports
        .filter(isOurs)
        .flatMap(imported)
        .filter((name) => !declared.has(name)),
    ),
    functions: new Set([...functions].flatMap(([name, is]) => (is ? [name] : []))),
    declared: new Set([...declared, ...imports.flatMap(imported)]),
  };
}
