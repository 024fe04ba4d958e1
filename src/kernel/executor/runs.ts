/**
 * Whose code is running: each run of a cell, told apart also after its `await`s and in the timers that it left. So late
 * output goes to the cell that made it, and what belongs to a stopped cell does not go on.
 */
import type { Outcome, Sink } from "../cell.js";

/** One run of a cell. */
export interface Run {
  readonly sink: Sink;
  /** Names that it has set in the scope. */
  readonly reached: Set<string>;
  /** Timers that it started and that have not come to their end. */
  readonly timers: Set<object>;
  stopped: boolean;
  /** Ends the run if it goes on. */
  finish(outcome: Outcome): void;
}

/** What a cell's code knows as `$cell` (`compiler/scope.ts`). */
export interface CellHandle {
  set(...names: readonly string[]): void;
  /** Called before an `await`; what it gives comes back in `resumed`, after it. */
  left(): Run | undefined;
  resumed<T>(run: Run | undefined, value: T): T;
  /** Called in each turn of a `for await`. */
  check(): void;
}

/** Thrown into code of a cell that was stopped. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

/** The run whose code the engine is executing. */
let current: Run | undefined;

/** The run whose code the engine is executing, or, between turns of the event loop, the last one. */
export const currentRun = (): Run | undefined => current;

/** Says whose code follows. */
export function enter(run: Run | undefined): void {
  current = run;
}

/** @throws Interrupted into what belongs to a stopped cell */
export function checkRun(run: Run | undefined): void {
  if (run?.stopped) throw new Interrupted("the cell was stopped");
}

/** The handle of a run. */
export const handleOf = (own: Run): CellHandle => ({
  set(...names) {
    for (const name of names) own.reached.add(name);
  },
  left: () => current,
  resumed(run, value) {
    checkRun(run);
    current = run;
    return value;
  },
  check: () => checkRun(current),
});

/** Ends a run whose code does nothing at the moment, and all that it has left to be done. */
export function stop(run: Run, outcome: Outcome): void {
  run.stopped = true;
  for (const timer of run.timers) clearTimeout(timer as NodeJS.Timeout);
  run.timers.clear();
  run.finish(outcome);
}

type Callback = (...args: unknown[]) => unknown;
type Start = (callback: Callback, ...rest: unknown[]) => object;

/** By which `node:util` finds the promise that belongs to a function with a callback. */
const promised = Symbol.for("nodejs.util.promisify.custom");

/** Makes timers remember whose they are. Gives a function that puts the old ones back. */
export function takeTimers(microtask: (work: () => void) => void = queueMicrotask): () => void {
  const world = globalThis as unknown as Record<string, Start>;
  const before = { ...pick(world) };
  const taken = (name: string, repeats: boolean): Start => {
    const start = before[name] as Start;
    return Object.defineProperty(
      function set(callback: Callback, ...rest: unknown[]): object {
        const run = current;
        checkRun(run);
        if (typeof callback !== "function") return start(callback, ...rest);
        const timer: object = start(
          (...args: unknown[]) => {
            if (!repeats) run?.timers.delete(timer);
            const interrupted = current;
            current = run;
            microtask(() => {
              if (current === run) current = interrupted;
            });
            return callback(...args);
          },
          ...rest,
        );
        run?.timers.add(timer);
        return timer;
      },
      "name",
      { value: name },
    );
  };
  world.setTimeout = taken("setTimeout", false);
  world.setInterval = taken("setInterval", true);
  world.setImmediate = taken("setImmediate", false);
  for (const name of ["setTimeout", "setImmediate"])
    Object.defineProperty(world[name], promised, { value: Reflect.get(before[name] as object, promised) as unknown });
  return () => void Object.assign(globalThis, before);
}

const pick = ({ setTimeout, setInterval, setImmediate }: Record<string, Start>): Record<string, Start> =>
  ({ setTimeout, setInterval, setImmediate }) as Record<string, Start>;
