/** `nullcline grade`: takes the command line apart and tells what comes of it. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UsageError } from "../checks/usage-error.js";
import { grade, gradingLimits, type GradeOptions } from "./grade.js";
import { timeOf } from "./intake/platform.js";
import { walls } from "./processes/sandbox.js";
import { progressText, type Progress } from "./report/progress.js";
import type { Graded } from "./report/results.js";

const settings = {
  out: { type: "string" },
  masters: { type: "string" },
  roster: { type: "string" },
  attempts: { type: "string" },
  due: { type: "string" },
  resume: { type: "boolean" },
  timeout: { type: "string" },
  memory: { type: "string" },
  sandbox: { type: "string" },
} as const;

/**
 * Exit codes: 0 all was graded; 1 some rows have a reason instead of marks.
 * @throws UsageError before anything is marked
 */
export async function gradeCommand(args: readonly string[]): Promise<number> {
  const { values, positionals: paths } = parseArgs({ args: [...args], allowPositionals: true, options: settings });
  const { out, roster, attempts, due, resume } = values;
  if (paths.length === 0) throw new UsageError("expects the folder, the zip or the files that were handed in");
  if (out === undefined) throw new UsageError("expects --out DIR, the folder for the marks");
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`--out names a folder for the marks, and ${out} is a file`);
  for (const path of [...paths, ...(roster === undefined ? [] : [roster])])
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
    resume: resume ?? false,
    limits: {
      timeout: 1000 * amount("timeout", gradingLimits.timeout / 1000),
      memory: amount("memory", gradingLimits.memory),
    },
    ...(sandbox === undefined ? {} : { sandbox }),
    onNotice: (line) => console.error(line),
    onGraded: (row, progress) => console.log(lineOf(row, progress)),
  };
  if (!options.resume && existsSync(join(out, "marked.jsonl")) && !existsSync(join(out, "results.json")))
    console.error(`${out} holds marks of a run that did not end: they are thrown away (--resume keeps them)`);
  process.once("exit", (code) => {
    if (code > 128) console.error(`stopped; what was marked is in ${out}: the same command with --resume goes on`);
  });
  const { submissions, absent } = await grade(options);
  const [failed, warned] = [
    submissions.filter(({ problem }) => problem),
    submissions.filter(({ warnings }) => warnings),
  ];
  console.log(
    `${submissions.length - failed.length} graded: ${join(out, "results.json")}, ${join(out, "gradebook.csv")}`,
  );
  if (failed.length > 0) console.log(`${failed.length} not graded: ${failed.map(({ file }) => file).join(", ")}`);
  if (warned.length > 0) console.log(`${warned.length} with a warning, in the last column of gradebook.csv`);
  if (absent.length > 0) console.log(`nothing was handed in by ${absent.join(", ")}`);
  return failed.length > 0 ? 1 : 0;
}

function lineOf({ file, student, score, max, problem, warnings }: Graded, progress: Progress): string {
  const why = problem ?? warnings?.join("; ");
  return `${progressText(progress)} ${file}: ${student} ${score} of ${max}${why === undefined ? "" : ` (${why})`}`;
}
