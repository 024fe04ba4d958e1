/** Timers of a worker in the form that cells know from Node: objects, and `setImmediate`. */

type Callback = (...args: unknown[]) => unknown;

class Timer {
  readonly #set: () => number;
  readonly #clear: (id: number) => void;
  #id: number;
  constructor(set: () => number, clear: (id: number) => void) {
    [this.#set, this.#clear] = [set, clear];
    this.#id = set();
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
  refresh(): this {
    this.stop();
    this.#id = this.#set();
    return this;
  }
  stop(): void {
    this.#clear(this.#id);
  }
  [Symbol.toPrimitive](): number {
    return this.#id;
  }
}

/** Puts timers like Node's in the place of the worker's own. */
export function defineTimers(): void {
  const { setTimeout: once, setInterval: again, clearTimeout: forget } = globalThis;
  const clear = (timer: unknown): void => {
    if (timer instanceof Timer) timer.stop();
    else forget(timer as number);
  };
  const stop = (id: number): void => forget(id);
  const timers = {
    setTimeout: (callback: Callback, ms?: number, ...args: unknown[]) =>
      new Timer(() => once(callback, ms, ...args) as unknown as number, stop),
    setInterval: (callback: Callback, ms?: number, ...args: unknown[]) =>
      new Timer(() => again(callback, ms, ...args) as unknown as number, stop),
    setImmediate: (callback: Callback, ...args: unknown[]) =>
      new Timer(() => once(callback, 0, ...args) as unknown as number, stop),
    clearTimeout: clear,
    clearInterval: clear,
    clearImmediate: clear,
  };
  Object.assign(globalThis, timers);
}
