/**
 * Takes away all that Deno has beside the language. What would be left of it may do nothing without a permission; what
 * is not there need not be refused.
 */

/** Names of the language itself, without those that share memory or run other code than JavaScript's. */
const language: ReadonlySet<string> = new Set(
  (
    "globalThis Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol " +
    "Date Promise RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError " +
    "URIError JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array " +
    "Float32Array Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set " +
    "Iterator WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent " +
    "encodeURI encodeURIComponent escape unescape eval isFinite isNaN queueMicrotask structuredClone " +
    "TextEncoder TextDecoder"
  ).split(" "),
);

/** To be called before any code runs that is not trusted. */
export function bareWorld(): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const [start, stop, now] = [setTimeout, clearTimeout, performance.now.bind(performance)];
  // What nobody awaits or catches does not end the process.
  for (const event of ["unhandledrejection", "error"])
    (globalThis as unknown as EventTarget).addEventListener(event, (e) => e.preventDefault());
  start(() => {}, 2 ** 31 - 1); // a cell that awaits what never comes takes too long; it does not end the process
  for (const name of Object.getOwnPropertyNames(world)) if (!language.has(name)) delete world[name];

  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  let count = 0;
  const later =
    (again: boolean) =>
    (f: unknown, after?: number, ...args: unknown[]): number => {
      const id = ++count;
      const run = (): void => {
        if (again) timers.set(id, start(run, after));
        else timers.delete(id);
        if (typeof f === "function") f(...args);
      };
      timers.set(id, start(run, after));
      return id;
    };
  const clear = (id: number): void => {
    stop(timers.get(id));
    timers.delete(id);
  };
  const silence = (): void => {};
  const names =
    "log debug info warn error dir dirxml table trace assert count countReset group groupCollapsed groupEnd";
  Object.assign(world, {
    setTimeout: later(false),
    setInterval: later(true),
    clearTimeout: clear,
    clearInterval: clear,
    performance: { now },
    console: Object.fromEntries(`${names} time timeEnd timeLog`.split(" ").map((name) => [name, silence])),
  });
}
