/**
 * Threads and programs that cells start go on when their cells have ended, until somebody presses Stop. Programs that
 * a cell has detached are left alone: they are to outlive it.
 */
import { ChildProcess, type SpawnOptions } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import type { Worker } from "node:worker_threads";
import { goesOn, isOver } from "./runs.js";

/** A program that is told to end, by SIGINT from the front, has as long to do so, ms. */
const patience = 1000;

const { setTimeout: later } = globalThis; // that of a cell is stopped with it

/** What all of Node's functions that start a program and do not wait for it come down to. */
type Spawn = (this: ChildProcess, options: SpawnOptions) => unknown;

/** Takes note of the threads and programs that are started from now on. */
export function takeStarted(): void {
  subscribe("worker_threads", (message) => {
    const { worker } = message as { readonly worker: Worker };
    goesOn(worker, () => void worker.terminate());
    worker.once("exit", () => isOver(worker));
  });
  const methods = ChildProcess.prototype as unknown as { spawn: Spawn };
  const { spawn } = methods;
  methods.spawn = function (options) {
    const spawned = spawn.call(this, options);
    if (options.detached) return spawned;
    goesOn(this, () => {
      if (process.platform === "win32") this.kill();
      else later(() => this.kill("SIGKILL"), patience).unref();
    });
    this.once("exit", () => isOver(this));
    return spawned;
  };
}
