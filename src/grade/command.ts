/** `nullcline grade`: does what the command line asks for, and tells what comes of it. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readCommandLine } from "./command-line.js";
import { grade } from "./grade.js";
import { computedByChildren } from "./processes/child.js";
import { hostedResults } from "./report/hosted-results.js";
import { progressText, type Progress } from "./report/progress.js";
import type { Graded } from "./report/results.js";

/**
 * Exit codes: 0 all was graded; 1 some rows have a reason instead of marks.
 * @throws UsageError before anything is marked
 */
export async function gradeCommand(args: readonly string[]): Promise<number> {
  const { options, hosted } = readCommandLine(args);
  const { out } = options;
  if (!options.resume && existsSync(join(out, "marked.jsonl")) && !existsSync(join(out, "results.json")))
    console.error(`${out} holds marks of a run that did not end: they are thrown away (--resume keeps them)`);
  process.once("exit", (code) => {
    if (code > 128) console.error(`stopped; what was marked is in ${out}: the same command with --resume goes on`);
  });
  const { submissions, absent } = await grade({
    ...options,
    onGraded: (row, progress) => console.log(lineOf(row, progress)),
  });
  if (hosted) {
    mkdirSync(dirname(hosted.results), { recursive: true });
    writeFileSync(hosted.results, hostedResults(hosted.host, submissions));
  }
  const [failed, warned] = [
    submissions.filter(({ problem }) => problem),
    submissions.filter(({ warnings }) => warnings),
  ];
  console.log(
    `${submissions.length - failed.length} graded: ${join(out, "results.json")}, ${join(out, "gradebook.csv")}` +
      costOf(submissions.length),
  );
  const next = reports.filter(([file]) => existsSync(join(out, file))).map(([file, what]) => `${file} ${what}`);
  console.log(`beside them lie ${next.join(", ")}`);
  if (failed.length > 0)
    console.log(`${failed.length} not graded: ${printable(failed.map(({ file }) => file).join(", "))}`);
  if (warned.length > 0) console.log(`${warned.length} with a warning, in the last column of gradebook.csv`);
  if (absent.length > 0) console.log(`nothing was handed in by ${printable(absent.join(", "))}`);
  return failed.length > 0 ? 1 : 0;
}

/** What a teacher goes on with, if it is there. */
const reports: readonly (readonly [file: string, what: string])[] = [
  ["class.html", "to look at"],
  ["feedback", "for the students"],
  ["moodle.csv", "and moodle-feedback.zip for Moodle"],
  ["canvas.csv", "for Canvas"],
  ["blackboard.csv", "for Blackboard"],
  ["explanations.csv", "for you to mark (--merge)"],
];

/** For a terminal: what is written in names neither moves its cursor nor turns the order of its letters. */
const printable = (text: string): string =>
  text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** What marking has cost, where the system tells. */
function costOf(submissions: number): string {
  const { user, system } = process.cpuUsage();
  const children = computedByChildren();
  const each = (children + (user + system) / 1000) / 1000 / submissions;
  return children > 0 ? `; ${each.toFixed(2)} s of processor time each` : "";
}

function lineOf({ file, student, score, max, problem, warnings }: Graded, progress: Progress): string {
  const why = problem ?? warnings?.join("; ");
  const told = `${file}: ${student} ${score} of ${max}${why === undefined ? "" : ` (${why})`}`;
  return `${progressText(progress)} ${printable(told)}`;
}
