/**
 * Whose code is running: each run of a cell, told apart also after its `await`s and in the timers that it left. So late
 * output goes to the cell that made it, and what belongs to a stopped cell does not go on.
 */
import { keptMap } from "../kept-map.js";
import type { Outcome, Sink } from "../cell.js";
import { interruption } from "../errors.js";

/** One run of a cell. */
export interface Run {
  readonly sink: Sink;
  /** Names that it has set in the scope, as the keys of an object that has no others. */
  readonly reached: Readonly<Record<string, true>>;
  /** Shared by all runs between two stops of everything. */
  readonly era: { over: boolean };
  stopped: boolean;
  /** Ends the run if it goes on. */
  finish(outcome: Outcome): void;
}

// A cell may replace what it finds.
const { create, keys } = Object;
const { apply } = Reflect;

let era: Run["era"] = { over: false };

/** A run that has not begun. */
export const newRun = (sink: Sink, finish: Run["finish"] = () => {}): Run => ({
  sink,
  reached: create(null) as Run["reached"],
  era,
  stopped: false,
  finish,
});

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

/** Whether a run was stopped, or all that cells had left going on when it was among them. */
export const isStopped = (run: Run | undefined): boolean => run !== undefined && (run.stopped || run.era.over);

/** @throws Interrupted into what belongs to a stopped cell */
export function checkRun(run: Run | undefined): void {
  if (isStopped(run)) throw new Interrupted("the cell was stopped");
}

/** The handle of a run. */
export const handleOf = (own: Run): CellHandle => ({
  set(...names) {
    const reached = own.reached as Record<string, true>;
    for (let i = 0; i < names.length; i++) reached[names[i] as string] = true; // a cell may spoil what iterates lists
  },
  left: () => current,
  resumed(run, value) {
    checkRun(run);
    current = run;
    return value;
  },
  check: () => checkRun(current),
});

/** What cells have left going on: timers, threads, programs. Whose each is, and how it is ended. */
const going = keptMap<object, { readonly run: Run | undefined; end(): void }>();

/** Says that something goes on, on behalf of the code that the engine is executing, and how it is ended. */
export const goesOn = (what: object, end: () => void): void => void going.set(what, { run: current, end });

/** Says that it has come to its end. */
export const isOver = (what: object): void => void going.delete(what);

function endWhat(isMeant: (run: Run | undefined) => boolean): void {
  going.forEach(({ run, end }, what) => {
    if (!isMeant(run)) return;
    going.delete(what);
    end();
  });
}

/** Ends a run whose code does nothing at the moment, and all that it has left to be done. */
export function stop(run: Run): void {
  run.stopped = true;
  endWhat((whose) => whose === run);
  run.finish({ ok: false, error: interruption, reached: keys(run.reached) });
}

/** Ends all that cells have left going on. What is called from outside goes on to be, on behalf of the last of them. */
export function stopAll(): void {
  era.over = true;
  era = { over: false };
  endWhat(() => true);
  if (current) current = newRun(current.sink);
}

/** The run whose timer the engine is executing. */
let inTimer: Run | undefined;

/** Counts how often the engine was made to stop in the middle of what it executed. */
let forced = (): number => 0;
let settled = 0;

/** Whoever was stopped in the middle has been seen to, or nobody was. */
export function settle(): void {
  settled = forced();
}

type Callback = (...args: unknown[]) => unknown;
type Start = (...given: unknown[]) => object;

/** By which `node:util` finds the promise that belongs to a function with a callback. */
const promised = Symbol.for("nodejs.util.promisify.custom");

/**
 * Makes timers remember whose they are. A run that is stopped in the middle of a timer has held up all others: it ends,
 * with its other timers, which may be due by the hundred before anything else can be heard.
 * @param stops counts how often the engine was made to stop in the middle of what it executed
 * @returns puts the old ones back
 */
export function takeTimers(stops: () => number = () => 0): () => void {
  const microtask = queueMicrotask; // a cell may replace it
  forced = stops;
  const world = globalThis as unknown as Record<string, Start>;
  const before = pick(world);
  const taken = (name: string, repeats: boolean): Start => {
    const start = before[name] as Start;
    const clear = before[name.replace("set", "clear")] as Start;
    return Object.defineProperty(
      function set(...given: unknown[]): object {
        const run = current;
        checkRun(run);
        const callback = given[0] as Callback;
        if (typeof callback !== "function") return apply(start, undefined, given) as object;
        given[0] = (...args: unknown[]) => {
          if (forced() !== settled) {
            settle();
            if (inTimer) stop(inTimer);
          }
          inTimer = undefined;
          if (isStopped(run)) return;
          if (!repeats) isOver(timer);
          const interrupted = current;
          current = run;
          microtask(() => {
            if (current === run) current = interrupted;
          });
          inTimer = run; // and stays so if the engine is made to stop
          try {
            return apply(callback, undefined, args);
          } finally {
            inTimer = undefined;
          }
        };
        const timer = apply(start, undefined, given) as object;
        goesOn(timer, () => void apply(clear, undefined, [timer]));
        return timer;
      },
      "name",
      { value: name },
    );
  };
  world.setTimeout = taken("setTimeout", false);
  world.setInterval = taken("setInterval", true);
  world.setImmediate = taken("setImmediate", false);
  for (const name of clearing)
    world[name] = Object.defineProperty(
      function forget(timer: unknown): object {
        isOver(timer as object);
        return apply(before[name] as Start, undefined, [timer]) as object;
      },
      "name",
      { value: name },
    );
  for (const name of ["setTimeout", "setImmediate"])
    Object.defineProperty(world[name], promised, { value: Reflect.get(before[name] as object, promised) as unknown });
  return () => void Object.assign(globalThis, before);
}

const setting = ["setTimeout", "setInterval", "setImmediate"] as const;
const clearing = ["clearTimeout", "clearInterval", "clearImmediate"] as const;
const pick = (world: Record<string, Start>): Record<string, Start> =>
  Object.fromEntries([...setting, ...clearing].map((name) => [name, world[name] as Start]));
