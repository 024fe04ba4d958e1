import { call, namesIn, number, operation, symbol, type Formula, type Test } from "../formula.js";
import { switched, type Event, type Happenings } from "./events.js";
import { freshName } from "./formulas.js";
import { choice } from "./functions.js";
import type { Remarks } from "./remarks.js";
import { dependencies, isState, mapEquations, replaced, type Change, type System } from "./system.js";

/**
 * The system with what happens in it: parameters that have another value from a time on become quantities, those that
 * an event changes become states, and all events one threshold and one reset.
 */
export function withEvents(system: System, happenings: Happenings, remarks: Remarks): System {
  const { system: moved, now } = withSwitches(system, happenings);
  const events = happenings.events.map((event) => ({
    ...event,
    margin: replaced(event.margin, now),
    changes: event.changes.map(({ name, right }) => ({ name, right: replaced(right, now) })),
  }));
  const effective = withoutCounters(moved, events, remarks);
  const changed = changedNames(effective);
  const becoming = changed.filter((name) => !isState(moved, name));
  const extended: System = {
    ...moved,
    states: [...moved.states, ...becoming.map((name) => ({ name, right: number(0), line: 0 }))],
    parameters: new Map([...moved.parameters].filter(([name]) => !becoming.includes(name))),
    initial: new Map([...moved.initial, ...becoming.map((n) => [n, number(moved.parameters.get(n) ?? 0)] as const)]),
  };
  for (const name of becoming)
    remarks.add(
      effective.find((event) => changedNames([event]).includes(name))?.line ?? 0,
      `'${name}' changes at an event, and is a state of the model instead of a parameter`,
    );
  if (effective.length === 0) return extended;
  const { system: whole, events: all } = withMemory(extended, effective, remarks);
  const { test, changes } = all.length === 1 ? alone(all[0]) : joined(all);
  if (effective.length > 1)
    remarks.add(
      effective[0].line,
      "several events share the threshold of the model; a reset that sets off another event at once is not followed",
    );
  return { ...whole, event: { line: effective[0].line, test, changes } };
}

const changedNames = (events: readonly Event[]): string[] => [
  ...new Set(events.flatMap((event) => event.changes.map(({ name }) => name))),
];

/**
 * What an event at the very start sets: initial values, and parameters. Each parameter that is switched gives way,
 * where it is used, to a quantity of the time.
 */
function withSwitches(
  system: System,
  { atStart, switches }: Happenings,
): { readonly system: System; readonly now: ReadonlyMap<string, Formula> } {
  const ofStates = atStart.filter(({ name }) => isState(system, name));
  const initial = new Map([...system.initial, ...ofStates.map(({ name, right }) => [name, right] as const)]);
  const ofParameters = [
    ...atStart.filter((c) => !ofStates.includes(c)).map((c) => ({ ...c, margin: number(1), time: -Infinity })),
    ...switches,
  ];
  const spelling = new Map(system.spelling);
  const now = new Map<string, Formula>();
  const quantities = [...new Set(ofParameters.map((change) => change.name))].map((parameter) => {
    const own = ofParameters.filter((change) => change.name === parameter);
    const name = freshName(`${parameter}_now`, spelling);
    spelling.set(name, `${spelling.get(parameter) ?? parameter}${name.slice(parameter.length)}`);
    now.set(parameter, symbol(name));
    return { name, right: switched(parameter, own), line: own[0].line };
  });
  const used = mapEquations({ ...system, initial, spelling }, (f) => replaced(f, now));
  return { system: { ...used, quantities: [...quantities, ...used.quantities] }, now };
}

/**
 * Without events that only count: what they change stands still between them, and has no part in the equations, or in
 * an event that has.
 */
function withoutCounters(system: System, events: readonly Event[], remarks: Remarks): readonly Event[] {
  if (events.length < 2) return events;
  const equations = system.states.map(({ right }) => right);
  const moves = (name: string): boolean =>
    system.states.some(({ name: state, right }) => state === name && !(right.kind === "number" && right.value === 0));
  const moving = events.filter(({ changes }) => changes.some(({ name }) => moves(name)));
  let kept: readonly Event[] = moving;
  for (;;) {
    const formulas = kept.flatMap(({ margin, changes }) => [margin, ...changes.map(({ right }) => right)]);
    const used = dependencies(system, [...equations, ...formulas]);
    const next = events.filter((e) => moving.includes(e) || e.changes.some(({ name }) => used.has(name)));
    if (next.length === kept.length) break;
    kept = next;
  }
  for (const { line } of events.filter((event) => !kept.includes(event)))
    remarks.add(line, "an event that changes nothing in the equations; it is left out");
  return kept;
}

function alone({ margin, changes }: Event): { readonly test: Test; readonly changes: readonly Change[] } {
  const falls = margin.kind === "negate";
  const rising = falls ? margin.of : margin;
  const [left, right] =
    rising.kind === "operation" && rising.op === "subtract" ? [rising.left, rising.right] : [rising, number(0)];
  return { test: { relation: falls ? "<=" : ">=", left, right }, changes };
}

/** How far below 0 a margin has to fall to rise again: further than an event is missed by. */
const well = 1e-9;

/**
 * An event that does not undo its own condition gets a state that is 1 while it can happen: it takes this to 0, and a
 * second event back to 1 where its margin has fallen below 0.
 */
function withMemory(
  system: System,
  events: readonly Event[],
  remarks: Remarks,
): { readonly system: System; readonly events: readonly Event[] } {
  let whole = system;
  const result = events.flatMap((event): Event[] => {
    const { line, margin, changes } = event;
    const needed = dependencies(system, [margin]);
    if (changes.some((change) => needed.has(change.name))) return [event];
    const name = freshName("armed", whole.spelling);
    whole = {
      ...whole,
      states: [...whole.states, { name, right: number(0), line: 0 }],
      initial: new Map([...whole.initial, [name, choice("<", margin, number(0), number(1), number(0))]]),
      spelling: new Map([...whole.spelling, [name, name]]),
    };
    remarks.add(
      line,
      `an event that does not undo its condition; the state '${name}' is 1 where it can happen, and the spikes of a ` +
        "run are its times and those from which it can happen again",
    );
    const whenArmed = (yes: Formula, no: Formula): Formula => choice(">", symbol(name), number(0), yes, no);
    const falling = operation("subtract", { kind: "negate", of: margin }, number(well));
    return [
      { line, margin: whenArmed(margin, number(-1)), changes: [...changes, { name, right: number(0) }] },
      { line, margin: whenArmed(number(-1), falling), changes: [{ name, right: number(1) }] },
    ];
  });
  return { system: whole, events: result };
}

/**
 * The margin that is the largest is the one that has just risen through 0. Several may be: what each adds to a state is
 * added, and of other values the first counts.
 */
function joined(events: readonly Event[]): { readonly test: Test; readonly changes: readonly Change[] } {
  const most = events.map(({ margin }) => margin).reduce((a, b) => call("max", a, b));
  const changes = changedNames(events).map((name): Change => {
    const own = events.flatMap(({ margin, changes: all }) =>
      all.filter((c) => c.name === name).map(({ right }) => ({ margin, right, added: addedTo(name, right) })),
    );
    const before: Formula = symbol(name);
    if (own.length > 1 && own.every(({ added }) => added !== undefined))
      return {
        name,
        right: own.reduce<Formula>(
          (sum, { margin, added = number(0) }) => operation("add", sum, choice(">=", margin, most, added, number(0))),
          before,
        ),
      };
    return {
      name,
      right: own.reduceRight<Formula>(
        (otherwise, { margin, right }) => choice(">=", margin, most, right, otherwise),
        before,
      ),
    };
  });
  return { test: { relation: ">=", left: most, right: number(0) }, changes };
}

/** What a change adds to a state, of which it is otherwise independent. */
function addedTo(name: string, right: Formula): Formula | undefined {
  if (right.kind !== "operation" || (right.op !== "add" && right.op !== "subtract")) return undefined;
  const isName = (f: Formula): boolean => f.kind === "symbol" && f.name === name;
  const rest = isName(right.left) ? right.right : right.op === "add" && isName(right.right) ? right.left : undefined;
  if (rest === undefined || namesIn(rest).includes(name)) return undefined;
  return right.op === "add" ? rest : { kind: "negate", of: rest };
}
