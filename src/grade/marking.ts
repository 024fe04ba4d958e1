/** Marks submissions one by one, on this machine: masters and checks are read once, graders stay warm. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { present } from "../checks/present.js";
import type { Catalogue } from "../course/catalogue.js";
import type { Exercise } from "../course/exercise.js";
import { readMasters } from "../course/masters/build.js";
import type { Master } from "../course/masters/master.js";
import { predictions } from "../course/predictions/predictions.js";
import { version } from "../host/version.js";
import { assess } from "./assess.js";
import { createCompiler } from "./cells/compiler.js";
import { hiddenModule } from "./checks/hidden-module.js";
import { startGrader, type Checks, type Grader } from "./grader.js";
import type { Work } from "./intake/submission.js";
import type { Limits } from "./processes/child.js";
import { createSandbox, type Wall } from "./processes/sandbox.js";
import { warm } from "./processes/world.js";
import { createWorkspace } from "./processes/workspace.js";
import { onceMoreIfFailed } from "./once-more.js";
import { openReader, type Reader } from "./reader/reader.js";
import type { Assessment } from "./report/results.js";

/** What submissions are marked by. */
export interface CourseOptions {
  /** Folder of the masters, with their hidden checks. */
  readonly masters: string;
  /** Module that exports another `catalogue` than the package's. */
  readonly catalogue?: string;
  readonly limits?: Limits;
  /** What stands around Deno, in which students' code runs; by default bubblewrap where it is there. */
  readonly sandbox?: Wall;
  /** Told in a line what the teacher should know of the machine. */
  readonly onNotice?: (line: string) => void;
}

/** The notebooks of a course as far as they are marked, and what tells them from others of the same names. */
export interface Course {
  readonly masters: readonly Master[];
  readonly checks: Checks;
  exercisesOf(notebook: string | undefined): readonly Exercise[];
  /** Differs if anything does that marks of a notebook depend on. */
  digestOf(notebook: string): string;
}

/** Something that marks, here or elsewhere. */
export interface Marking {
  /** How many submissions it takes at a time. */
  readonly lanes: number;
  /** @throws Error if the marking itself fails, whatever the submission is */
  mark(work: Work): Promise<Assessment>;
  close(): Promise<void>;
}

/** Limits where none are given: 30 s for a cell, 512 MB of heap. */
export const gradingLimits: Limits = { timeout: 30_000, memory: 512 };

/** @param names of the notebooks that are read */
export async function readCourse(options: CourseOptions, names: readonly string[]): Promise<Course> {
  const { masters: folder, catalogue: module, limits = gradingLimits } = options;
  const file =
    module === undefined ? new URL("../course/catalogue.js", import.meta.url) : pathToFileURL(resolve(module));
  const { catalogue } = (await import(file.href)) as { catalogue: Catalogue };
  const masters = readMasters(folder, catalogue, names, predictions);
  const hiddenFiles = new Map(
    names.map((name) => [name, join(folder, `${name}.hidden.ts`)] as const).filter(([, path]) => existsSync(path)),
  );
  // By their text: on another machine the package lies elsewhere, and the modules made of them name it.
  const hidden = new Map([...hiddenFiles].map(([name, path]) => [name, readFileSync(path, "utf8")]));
  return {
    masters,
    checks: { catalogueUrl: file.href, hidden: [...hiddenFiles.values()].map(hiddenModule) },
    exercisesOf: (notebook) => catalogue[notebook ?? ""] ?? [],
    digestOf: (notebook) =>
      digest([version, limits, hidden.get(notebook), masters.find(({ name }) => name === notebook)]),
  };
}

/** Of data, as JSON. */
export const digest = (data: unknown): string => createHash("sha256").update(JSON.stringify(data)).digest("hex");

/**
 * @param reader of what students wrote; by default one of its own, which ends with it
 * @throws Error if Deno cannot be had, or a sandbox that is asked for
 */
export async function markHere(options: CourseOptions, course: Course, reader?: Reader): Promise<Marking> {
  const { limits = gradingLimits, onNotice = () => {} } = options;
  const workspace = createWorkspace(options.masters);
  process.once("exit", workspace.remove);
  const reading = reader ?? openReader();
  const compiler = createCompiler(workspace, Math.max(limits.timeout, 10_000), reading);
  const sandbox = createSandbox(workspace.folder, options.sandbox, onNotice);
  // What the first leaves, Deno can read only where it may write; what the second makes of that, everywhere.
  for (let starts = 0; starts < 2; starts++) await warm(sandbox, limits);
  const free: Grader[] = [];
  const all: Grader[] = [];
  return {
    lanes: availableParallelism(),
    async mark(work) {
      let grader = free.pop();
      if (!grader) {
        grader = await startGrader(sandbox, course.checks, limits, compiler, reading);
        all.push(grader);
      }
      const { notebook } = work;
      const master = present(
        course.masters.find(({ name }) => name === notebook),
        `a master ${notebook}`,
      );
      const own = grader;
      try {
        return await onceMoreIfFailed(
          () => assess(work, master, course.exercisesOf(notebook), own),
          (why) => onNotice(`${work.student} ${notebook} is marked once more, the grader failed: ${why}`),
        );
      } finally {
        free.push(own);
      }
    },
    async close() {
      await Promise.all(all.map((grader) => grader.close()));
      compiler.close();
      if (reading !== reader) reading.close();
      process.removeListener("exit", workspace.remove);
      workspace.remove();
    },
  };
}
