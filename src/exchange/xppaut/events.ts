import { number, symbol, type Formula } from "../formula.js";
import type { FormulaReader } from "./formulas.js";
import { choice } from "./functions.js";
import type { EventLine } from "./ode-file.js";
import type { Remarks } from "./remarks.js";
import { dependencies, isState, replaced, valueAt, type Change, type System } from "./system.js";

/** What happens where a margin rises through 0. */
export interface Event {
  readonly line: number;
  readonly margin: Formula;
  readonly changes: readonly Change[];
}

/** A parameter that has another value from a time on: where a margin that depends on time alone is above 0. */
export interface Switch extends Change {
  readonly line: number;
  readonly margin: Formula;
  readonly time: number;
}

/** The events of a file; those by time alone that change parameters are switches, those of its start initial values. */
export interface Happenings {
  readonly events: readonly Event[];
  readonly switches: readonly Switch[];
  readonly atStart: readonly (Change & { readonly line: number })[];
}

/** @param start the time at which a run starts */
export function readEvents(
  lines: readonly EventLine[],
  system: System,
  formula: FormulaReader,
  start: number,
  remarks: Remarks,
): Happenings {
  const events: Event[] = [],
    switches: Switch[] = [],
    atStart: (Change & { readonly line: number })[] = [];
  const constant = (f: Formula): boolean =>
    ![...dependencies(system, [f])].some((name) => name === "t" || isState(system, name));
  for (const { line, sign, condition, changes: texts } of lines) {
    const read = formula(line, condition);
    const changes = changesOf(line, texts, system, formula, remarks);
    if (read === undefined || changes === undefined || changes.length === 0) continue;
    const margin: Formula = sign < 0 ? { kind: "negate", of: read } : read;
    const initially = valueAt(system, margin, start);
    if (sign === 0 && initially === 0) atStart.push(...changes.map((change) => ({ ...change, line })));
    else if (sign === 0)
      remarks.add(line, `an event where '${condition.trim()}' is exactly 0, which no run hits; it is left out`);
    else if (initially === undefined) events.push({ line, margin, changes });
    else if (initially >= 0)
      remarks.add(line, `'${condition.trim()}' does not rise through 0 in a run; the event is left out`);
    else if (changes.every(({ name, right }) => system.parameters.has(name) && constant(right))) {
      const time = riseOf(initially, valueAt(system, margin, start + 1) ?? NaN);
      switches.push(...changes.map((change) => ({ ...change, line, margin, time })));
    } else events.push({ line, margin, changes });
  }
  return { events: merged(events), switches, atStart };
}

const reports: Readonly<Record<string, string>> = {
  out_put: "stores a point",
  arret: "ends the run",
  no_interp: "concerns numerics",
};

/** The changes of an event. XPPAUT makes one after the other; here each right-hand side is of values before all. */
function changesOf(
  line: number,
  texts: EventLine["changes"],
  system: System,
  formula: FormulaReader,
  remarks: Remarks,
): Change[] | undefined {
  const changes: Change[] = [];
  for (const { name, right } of texts) {
    if (Object.hasOwn(reports, name)) {
      remarks.add(line, `'${name}' ${reports[name]}, which a model does not`);
      continue;
    }
    if (!isState(system, name) && !system.parameters.has(name)) {
      remarks.add(line, `an event changes '${name}', which is neither a state nor a parameter`);
      continue;
    }
    const read = formula(line, right);
    if (read === undefined) return undefined;
    const before = changes.filter((c) => isState(system, c.name));
    const own = replaced(read, new Map(before.map((c) => [c.name, c.right])));
    const again = changes.findIndex((c) => c.name === name);
    if (again >= 0) changes.splice(again, 1);
    changes.push({ name, right: own });
  }
  return changes;
}

/** When a margin that is linear in time is 0, counted from the start; Infinity if it never rises. */
const riseOf = (now: number, later: number): number => (later > now ? now / (now - later) : Infinity);

/** Events of the same condition happen together. */
function merged(events: readonly Event[]): Event[] {
  const result: Event[] = [];
  for (const event of events) {
    const k = result.findIndex((other) => JSON.stringify(other.margin) === JSON.stringify(event.margin));
    if (k < 0) result.push(event);
    else result[k] = { ...result[k], changes: [...result[k].changes, ...event.changes] };
  }
  return result;
}

/** The value of a parameter at a time, by the switches in order of their times. */
export const switched = (parameter: string, switches: readonly Switch[]): Formula =>
  [...switches]
    .sort((a, b) => a.time - b.time)
    .reduce<Formula>((before, { margin, right }) => choice(">", margin, number(0), right, before), symbol(parameter));
