/** The command line of `nullcline grade`, taken apart: all that is wrong with it is found before anything is marked. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UsageError } from "../checks/usage-error.js";
import type { GradeOptions } from "./grade.js";
import { gradingLimits } from "./marking.js";
import { readHosted, type Hosted } from "./intake/hosted.js";
import { timeOf } from "./intake/platform.js";
import { walls } from "./processes/sandbox.js";
import { hosts } from "./report/hosted-results.js";

const settings = {
  out: { type: "string" },
  masters: { type: "string" },
  notebooks: { type: "string" },
  roster: { type: "string" },
  attempts: { type: "string" },
  due: { type: "string" },
  resume: { type: "boolean" },
  timeout: { type: "string" },
  memory: { type: "string" },
  sandbox: { type: "string" },
  seed: { type: "string" },
  merge: { type: "string" },
  queue: { type: "string" },
  gradescope: { type: "string" },
  prairielearn: { type: "string" },
} as const;

/** What was asked for. */
export interface Asked {
  readonly options: GradeOptions;
  /** Where it is a platform that asks, for one submission. */
  readonly hosted: Hosted | undefined;
}

/** @throws UsageError */
export function readCommandLine(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: settings });
  const { roster, attempts, due, resume, merge } = values;
  const host = hosts.find((name) => values[name] !== undefined);
  const place = host === undefined ? undefined : values[host];
  const hosted = host === undefined || place === undefined ? undefined : usage(() => readHosted(host, place));
  const paths = hosted ? [hosted.handedIn] : positionals;
  const out = values.out ?? (place === undefined ? undefined : join(place, "marks"));
  if (hosted && positionals.length > 0)
    throw new UsageError(`--${host} grades what lies in ${hosted.handedIn}: leave ${positionals.join(", ")} out`);
  if (paths.length === 0) throw new UsageError("expects the folder, the zip or the files that were handed in");
  if (out === undefined) throw new UsageError("expects --out DIR, the folder for the marks");
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`--out names a folder for the marks, and ${out} is a file`);
  for (const path of [...paths, ...[roster, merge].filter((file) => file !== undefined)])
    if (!existsSync(path)) throw new UsageError(`there is no ${path}`);
  if (attempts !== undefined && attempts !== "last" && attempts !== "best")
    throw new UsageError(`--attempts is last or best, got ${attempts}`);
  const dueTime = due === undefined ? undefined : timeOf(due.length === 10 ? `${due}T23:59:59` : due);
  if (due !== undefined && dueTime === undefined)
    throw new UsageError(`--due is a day or a time, 2026-11-20 or 2026-11-20T18:00, got ${due}`);
  const sandbox = walls.find((wall) => wall === values.sandbox);
  if (values.sandbox !== undefined && sandbox === undefined)
    throw new UsageError(`--sandbox is ${walls.join(" or ")}, got ${values.sandbox}`);
  const amount = (name: "timeout" | "memory", otherwise: number): number => {
    const number = Number(values[name] ?? otherwise);
    if (!(number > 0)) throw new UsageError(`--${name} must be a positive number, got ${values[name]}`);
    return number;
  };
  const options: GradeOptions = {
    ...{ paths, out },
    masters: values.masters ?? fileURLToPath(new URL("../../notebooks/source/", import.meta.url)),
    ...(roster === undefined ? {} : { roster }),
    ...(attempts === undefined ? {} : { attempts }),
    ...(dueTime === undefined ? {} : { due: dueTime }),
    ...(merge === undefined ? {} : { merge }),
    ...(values.notebooks === undefined ? {} : { notebooks: values.notebooks.split(/[\s,]+/).filter(Boolean) }),
    resume: resume ?? false,
    limits: {
      timeout: 1000 * amount("timeout", gradingLimits.timeout / 1000),
      memory: amount("memory", gradingLimits.memory),
    },
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(values.queue === undefined ? {} : { queue: values.queue }),
    ...(sandbox === undefined ? {} : { sandbox }),
    ...(hosted === undefined ? {} : { sender: hosted.sender }),
    onNotice: (line) => console.error(line),
  };
  return { options, hosted };
}

function usage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
