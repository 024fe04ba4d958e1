/** The grader: handed-in notebooks in, results.json and gradebook.csv out. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Catalogue } from "../course/catalogue.js";
import { masterNames, readMasters } from "../course/masters/build.js";
import { assess } from "./assess.js";
import { createCompiler } from "./cells/compiler.js";
import type { Limits } from "./processes/child.js";
import { hiddenModule } from "./checks/hidden-module.js";
import { startGrader, type Checks, type Grader } from "./grader.js";
import { gradebook } from "./report/gradebook.js";
import type { Assessment, Graded, Results } from "./report/results.js";
import { noRoster, readRoster } from "./intake/roster.js";
import { findSubmissions, type Submission } from "./intake/submission.js";
import { createWorkspace } from "./processes/workspace.js";

/** What is to be graded, and how. */
export interface GradeOptions {
  /** Folders and files that were handed in. */
  readonly paths: readonly string[];
  /** Folder for results.json and gradebook.csv. */
  readonly out: string;
  /** Folder of the masters, with their hidden checks. */
  readonly masters: string;
  /** CSV with the columns `file`, a folder or file name below `paths`, and `student`. */
  readonly roster?: string;
  /** Module that exports another `catalogue` than the package's. */
  readonly catalogue?: string;
  readonly limits?: Limits;
  /** Told about each submission when it is done. */
  readonly onGraded?: (graded: Graded) => void;
}

/** Limits where none are given: 30 s for a cell, 512 MB of heap. */
export const gradingLimits: Limits = { timeout: 30_000, memory: 512 };
/** Submissions that are graded at a time. */
const graders = availableParallelism();

/**
 * Grades notebooks in the order of their paths, writes `results.json` and `gradebook.csv`, and returns what the first
 * holds. The second grading of the same files gives the same results.
 * @throws Error if masters, roster or submissions cannot be read; never because of what is in a submission
 */
export async function grade({
  paths,
  out,
  masters: folder,
  roster,
  catalogue: module,
  limits = gradingLimits,
  onGraded,
}: GradeOptions): Promise<Results> {
  const catalogueFile =
    module === undefined ? fileURLToPath(new URL("../course/catalogue.js", import.meta.url)) : resolve(module);
  const catalogueUrl = pathToFileURL(catalogueFile).href;
  const { catalogue } = (await import(catalogueUrl)) as { catalogue: Catalogue };
  const names = masterNames(folder);
  const submissions = findSubmissions(paths, names, roster === undefined ? noRoster : readRoster(roster), [out]);
  const needed = names.filter((name) => submissions.some(({ notebook }) => notebook === name));
  const masters = readMasters(folder, catalogue, needed);
  const hidden = needed
    .map((name) => join(folder, `${name}.hidden.ts`))
    .filter(existsSync)
    .map(hiddenModule);

  const workspace = createWorkspace(folder, module === undefined ? [] : [catalogueFile]);
  const compiler = createCompiler(workspace, Math.max(limits.timeout, 10_000));
  const graded: Graded[] = [];
  const checks: Checks = { catalogue: module === undefined ? undefined : catalogueFile, catalogueUrl, hidden };
  const gradeOne = async (submission: Submission, grader: Grader): Promise<Graded> => {
    const { file, student, notebook, cells, problem } = submission;
    const master = masters.find(({ name }) => name === notebook);
    const exercises = catalogue[notebook ?? ""] ?? [];
    if (!master || !cells) {
      const why = problem ?? "neither its name nor its metadata tell which notebook it is";
      return total(
        file,
        student,
        {
          exercises: exercises.map(({ id, points: max }) => ({ id, points: 0, max, status: "error", message: why })),
          broken: [],
        },
        why,
      );
    }
    return total(file, student, await assess(submission, master, exercises, grader));
  };
  const work = async (): Promise<void> => {
    const grader = await startGrader(workspace, checks, limits, compiler);
    try {
      for (let i = next++; i < submissions.length; i = next++) {
        graded[i] = await gradeOne(submissions[i], grader);
        onGraded?.(graded[i]);
      }
    } finally {
      await grader.close();
    }
  };
  let next = 0;
  try {
    await Promise.all(Array.from({ length: Math.min(graders, submissions.length) }, work));
  } finally {
    compiler.close();
    workspace.remove();
  }
  const results: Results = { submissions: graded };
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(join(out, "gradebook.csv"), gradebook(results));
  return results;
}

function total(file: string, student: string, { exercises, broken }: Assessment, problem?: string): Graded {
  const sum = (of: "points" | "max"): number => exercises.reduce((all, exercise) => all + exercise[of], 0);
  return {
    file,
    student,
    score: sum("points"),
    max: sum("max"),
    exercises,
    broken,
    ...(problem === undefined ? {} : { problem }),
  };
}
