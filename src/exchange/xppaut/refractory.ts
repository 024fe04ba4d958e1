import { ModelError } from "../../model/error.js";
import { mapParts, namesIn, type Formula, type Test } from "../formula.js";
import { isState, mapEquations, type System } from "./system.js";

/**
 * Reads what `toXppaut` makes of a refractory period, `heav(t-tspike-tref)*(…)` with `tspike=t` at an event, and of an
 * upstroke that would overflow, `min(V,Vpeak)`.
 * @throws ModelError for a period that a model cannot have
 */
export function withRefractory(system: System): System {
  const { event } = system;
  if (event === undefined) return system;
  const uncapped = mapEquations(system, (f) => withoutCap(f, event.test));
  const clock = event.changes.find(({ right }) => right.kind === "symbol" && right.name === "t")?.name;
  const lines = uncapped.states.map((s) => ({ ...s, ...held(s.right, clock) }));
  const periods = new Map(lines.flatMap(({ refractory: r }) => (r ? [[JSON.stringify(r), r]] : [])));
  if (clock === undefined || periods.size === 0) return uncapped;
  if (periods.size > 1) throw new ModelError("two refractory periods in one file are not supported");
  const stays = lines.filter(({ refractory }) => refractory).map(({ name }) => name);
  const watched = namesIn(event.test.left).filter((n) => isState(system, n));
  if (stays.join() !== watched.join())
    throw new ModelError(`line ${event.line}: only the states in the condition of an event can stay put after it`);
  return {
    ...uncapped,
    states: lines.filter(({ name }) => name !== clock).map(({ name, right, line }) => ({ name, right, line })),
    event: { ...event, changes: event.changes.filter(({ name }) => name !== clock) },
    refractory: [...periods.values()][0],
  };
}

/** heav(t − clock − refractory)·(…) → the refractory period and the rest. */
function held(f: Formula, clock: string | undefined): { readonly right: Formula; readonly refractory?: Formula } {
  if (f.kind !== "operation" || (f.op !== "multiply" && f.op !== "divide")) return { right: f };
  if (f.op === "divide") {
    const inner = held(f.left, clock);
    return inner.refractory ? { ...inner, right: { ...f, left: inner.right } } : { right: f };
  }
  const { left } = f;
  if (left.kind !== "conditional" || clock === undefined) return { right: f };
  const since = left.test.left;
  if (
    since.kind !== "operation" ||
    since.op !== "subtract" ||
    since.left.kind !== "operation" ||
    since.left.op !== "subtract"
  )
    return { right: f };
  const [t, spike] = [since.left.left, since.left.right];
  const isHold = t.kind === "symbol" && t.name === "t" && spike.kind === "symbol" && spike.name === clock;
  return isHold ? { right: f.right, refractory: since.right } : { right: f };
}

/**
 * min(V, V_peak) → V, where V ≥ V_peak is the event: at or below the peak, where the model lives, they are the same.
 */
function withoutCap(f: Formula, test: Test): Formula {
  const { left, right } = test;
  const isCap = f.kind === "call" && f.name === "min" && JSON.stringify(f.args) === JSON.stringify([left, right]);
  return isCap ? left : mapParts(f, (part) => withoutCap(part, test));
}
