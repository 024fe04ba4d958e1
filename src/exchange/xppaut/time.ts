import { number, symbol } from "../formula.js";
import { freshName } from "./formulas.js";
import type { Remarks } from "./remarks.js";
import { dependencies, mapEquations, replaced, type System } from "./system.js";

/**
 * A system without the symbol t. Where time is in the equations it becomes a state that grows by 1 in a ms; where it is
 * only in what is shown, that is left out.
 * @param at the moment at which equations with time in them are taken; undefined for the state
 */
export function withoutTime(system: System, at: number | undefined, start: number, remarks: Remarks): System {
  const beginning = new Map([["t", number(at ?? start)]]);
  const initial = new Map([...system.initial].map(([name, f]) => [name, replaced(f, beginning)] as const));
  if (at !== undefined) return { ...mapEquations(system, (f) => replaced(f, beginning)), initial };
  const { event } = system;
  const moving = [
    ...system.states.map(({ right }) => right),
    ...(event ? [event.test.left, event.test.right, ...event.changes.map(({ right }) => right)] : []),
  ];
  if (dependencies(system, moving).has("t")) {
    const name = freshName("time", system.spelling);
    remarks.add(
      system.states.find(({ right }) => dependencies(system, [right]).has("t"))?.line ?? event?.line ?? 0,
      `time is in the equations, and is the state '${name}' of the model, which therefore never rests; ` +
        "fromXppaut(text, { time: 0 }) takes the equations as they are at one time",
    );
    const extended = mapEquations(system, (f) => replaced(f, new Map([["t", symbol(name)]])));
    return {
      ...extended,
      states: [...extended.states, { name, right: number(1), line: 0 }],
      initial: new Map([...initial, [name, number(start)]]),
      spelling: new Map([...system.spelling, [name, name]]),
    };
  }
  const timeless = ({ right, name, line }: System["auxiliaries"][number]): boolean => {
    const shows = dependencies(system, [right]).has("t");
    if (shows) remarks.add(line, `'${system.spelling.get(name)}' is of the time, which a run has; it is left out`);
    return !shows;
  };
  return {
    ...system,
    initial,
    quantities: system.quantities.filter(timeless),
    auxiliaries: system.auxiliaries.filter(timeless),
  };
}
