/** Runs compiled cells one after another in this process: one scope for all of them. */
import { keptMap } from "../kept-map.js";
import type { Outcome, Runnable, Sink } from "../cell.js";
import { createRequirer } from "./require.js";
import { resultOf } from "./result.js";
import { enter, handleOf, newRun, settle, stop, stopAll, type CellHandle, type Run } from "./runs.js";
import { displayModule } from "./tslab-module.js";
import { cellFile, headOf, type RunCells } from "./errors/stacks.js";
import { thrownError } from "./errors/thrown-error.js";
import type { World } from "./world.js";

/** The scope of a notebook. */
export interface Runner {
  /** Starts a cell; `done` is called once. Does not throw, whatever the cell does. */
  start(cell: Runnable, sink: Sink, done: (outcome: Outcome) => void): void;
  /** Ends the cell that runs, if its code does nothing at the moment; if none runs and `all`, what cells have left. */
  stop(all: boolean): void;
  /** The cells that ran, to tell an error in their lines. */
  readonly cells: RunCells;
}

/** Cells whose text is kept, to tell errors of their functions in their lines. */
const remembered = 5000;

type Body = (exports: object, require: NodeJS.Require, cell: CellHandle) => unknown;

const { call } = Function.prototype;
const then = call.bind(Promise.prototype.then as never) as unknown as (
  promise: unknown,
  fulfilled: (value: unknown) => void,
  rejected: (error: unknown) => void,
) => void;
const microtask = queueMicrotask;
const { keys } = Object;

/** The scope of a notebook of which nothing has run. */
export function createRunner(world: World): Runner {
  const scope: Record<string, unknown> = {};
  const requirer = createRequirer(world, displayModule(world));
  const cells = keptMap<string, Runnable>();
  let running: Run | undefined;
  let ran = 0;

  const body = (cell: Runnable, file: string): Body => world.evaluate(`${headOf(cell)}${cell.code}\n})`, file) as Body;

  return {
    cells,
    start(cell, sink, done) {
      const finish = (outcome: Outcome): void => {
        if (running !== run) return;
        running = undefined;
        done(outcome);
      };
      const run = newRun(sink, finish);
      const fail = (thrown: unknown): void =>
        finish({ ok: false, error: thrownError(thrown, cells, told), reached: keys(run.reached) });
      const succeed = (): void => {
        try {
          const value = cell.value === undefined ? undefined : scope[cell.value];
          if (cell.value !== undefined) delete scope[cell.value];
          const result = resultOf(value, requirer.require);
          finish({ ok: true, ...(result === undefined ? {} : { result }) });
        } catch (error) {
          fail(error); // a value that cannot be shown
        }
      };
      running = run;
      settle();
      const file = cellFile(++ran);
      const told = { ...cell, code: "", files: [] };
      cells.set(file, told);
      cells.delete(cellFile(ran - remembered));
      enter(run);
      // In a promise job the engine can end a loop and leave all else alive.
      microtask(() => {
        try {
          requirer.add(cell.files);
          const returned = body(cell, file)(scope, requirer.require, handleOf(run));
          if (cell.awaits) then(returned, succeed, fail);
          else succeed();
        } catch (error) {
          fail(error);
        }
      });
    },
    stop(all) {
      settle();
      if (running) stop(running);
      else if (all) stopAll();
    },
  };
}
