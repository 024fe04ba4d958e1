/** The console of cells in a page: what Node's would print, to the cell whose code prints. */
import { format, formatWithOptions, inspect, type InspectOptions } from "node:util";
import type { StreamName } from "../cell.js";
import { toldStack } from "../executor/errors/stacks.js";
import { consoleTable } from "./console-table.js";

/** @param write takes whole lines */
export function createConsole(write: (name: StreamName, text: string) => void): object {
  let indent = "";
  const counts = new Map<string, number>();
  const started = new Map<string, number>();
  const put = (name: StreamName, text: string): void =>
    write(name, `${indent}${indent === "" ? text : text.replace(/\n/g, `\n${indent}`)}\n`);
  const printer =
    (name: StreamName) =>
    (...data: unknown[]): void =>
      put(name, formatWithOptions({}, ...(data as [unknown])));
  const [log, warn] = [printer("stdout"), printer("stderr")];
  const passed = (label: string): string | undefined => {
    const since = started.get(label);
    if (since === undefined) {
      warn(`Warning: No such label '${label}' for console.timeEnd()`);
      return undefined;
    }
    const ms = performance.now() - since;
    return `${label}: ${ms >= 1000 ? `${(ms / 1000).toFixed(3)}s` : `${Number(ms.toFixed(3))}ms`}`;
  };
  const group = (...data: unknown[]): void => {
    if (data.length > 0) log(...data);
    indent += "  ";
  };
  return {
    log,
    info: log,
    debug: log,
    warn,
    error: warn,
    trace: function trace(...data: unknown[]) {
      const here = Object.assign(new Error(format(...(data as [unknown]))), { name: "Trace" });
      (Error as { captureStackTrace?(error: Error, above: unknown): void }).captureStackTrace?.(here, trace);
      warn(toldStack(here));
    },
    dir: (item: unknown, options?: InspectOptions) =>
      put("stdout", inspect(item, { customInspect: false, ...options })),
    dirxml: log,
    table(value: unknown, properties?: readonly string[]) {
      const text = consoleTable(value, properties);
      if (text === undefined) log(value);
      else put("stdout", text);
    },
    assert(condition?: unknown, ...data: unknown[]) {
      if (condition) return;
      if (data.length > 0) warn(`Assertion failed: ${String(data[0])}`, ...data.slice(1));
      else warn("Assertion failed");
    },
    count(label: string = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label: string = "default") => void counts.delete(label),
    group,
    groupCollapsed: group,
    groupEnd() {
      indent = indent.slice(2);
    },
    time: (label: string = "default") => void started.set(label, performance.now()),
    timeLog(label: string = "default", ...data: unknown[]) {
      const text = passed(label);
      if (text !== undefined) log(text, ...data);
    },
    timeEnd(label: string = "default") {
      const text = passed(label);
      if (text !== undefined) log(text);
      started.delete(label);
    },
  };
}
