import { evaluate } from "../evaluate.js";
import { mapParts, namesIn, type Formula, type Test } from "../formula.js";

/** `name = right`, or `d name/dt = right`, of a line of the file. Names are the file's, in lower case. */
export interface Equation {
  readonly name: string;
  readonly right: Formula;
  readonly line: number;
}

/** A new value at an event. */
export interface Change {
  readonly name: string;
  readonly right: Formula;
}

/** What a file says, in formulas. Time is the symbol t. */
export interface System {
  readonly states: readonly Equation[];
  /** What the equations may use. */
  readonly quantities: readonly Equation[];
  /** What is only to be shown. */
  readonly auxiliaries: readonly Equation[];
  readonly parameters: ReadonlyMap<string, number>;
  readonly initial: ReadonlyMap<string, Formula>;
  /** What is a spike, and what it changes. */
  readonly event: { readonly line: number; readonly test: Test; readonly changes: readonly Change[] } | undefined;
  /** Time after an event for which the states in its condition stay put. */
  readonly refractory: Formula | undefined;
  /** How each name is written. */
  readonly spelling: ReadonlyMap<string, string>;
}

/** Every name that formulas depend on, through quantities. */
export function dependencies({ quantities }: System, formulas: readonly Formula[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (f: Formula): void => {
    for (const name of namesIn(f)) {
      if (names.has(name)) continue;
      names.add(name);
      const quantity = quantities.find((q) => q.name === name);
      if (quantity) visit(quantity.right);
    }
  };
  formulas.forEach(visit);
  return names;
}

/** Whether a name is that of a state. */
export const isState = ({ states }: System, name: string): boolean => states.some((s) => s.name === name);

/** The value of a formula of parameters and time; undefined if it depends on a state. */
export function valueAt(system: System, f: Formula, time: number, depth = 0): number | undefined {
  return evaluate(f, (name) => {
    if (name === "t") return time;
    const quantity = system.quantities.find((q) => q.name === name);
    if (quantity && depth < 50) return valueAt(system, quantity.right, time, depth + 1);
    return system.parameters.get(name);
  });
}

/** A formula with formulas in place of names. */
export function replaced(f: Formula, by: ReadonlyMap<string, Formula>): Formula {
  return f.kind === "symbol" ? (by.get(f.name) ?? f) : mapParts(f, (part) => replaced(part, by));
}

/** The system with every right-hand side changed. */
export function mapEquations(system: System, change: (f: Formula) => Formula): System {
  const changed = <T extends { readonly right: Formula }>(list: readonly T[]): T[] =>
    list.map((item) => ({ ...item, right: change(item.right) }));
  const { event } = system;
  return {
    ...system,
    states: changed(system.states),
    quantities: changed(system.quantities),
    auxiliaries: changed(system.auxiliaries),
    event: event && {
      ...event,
      test: { ...event.test, left: change(event.test.left), right: change(event.test.right) },
      changes: changed(event.changes),
    },
  };
}
