/** What the figure of an answer looks like when it is right, for students whose own is not. */
import { Worker } from "node:worker_threads";
import { isModel } from "../../course/answers/free-answer.js";
import type { Exercise } from "../../course/exercise.js";
import type { Master } from "../../course/masters/master.js";
import { meterOf, threadOf, watch } from "../processes/meter.js";
import { ownOf } from "../processes/world.js";
import { drawnExercises, drawWith, figureModule } from "./figure-module.js";
import type { Drawn, FigureData } from "./figure-worker.js";

/** Pictures as SVG, by exercise. */
export interface ExpectedFigures {
  /** For a student: undefined where there is none, or it would give the answer away. */
  of(exercise: string, student: string): ExpectedFigure | undefined;
}

/** A picture of what an answer may look like. */
export interface ExpectedFigure {
  readonly svg: string;
  /** Whether it is drawn for other numbers than the student's. */
  readonly otherNumbers: boolean;
}

/** For whose numbers they are drawn. */
const example = "an example";
/** ms of the thread's own: the figures of a notebook take some seconds. */
const limit = 300_000;

/**
 * Draws what the master shows of its solutions below the exercises.
 * @param wanted exercises of which a student's answer is not right
 * @param onNotice told in a line what could not be drawn
 */
export async function expectedFigures(
  master: Master,
  exercises: readonly Exercise[],
  wanted: ReadonlySet<string>,
  onNotice: (line: string) => void,
): Promise<ExpectedFigures> {
  const drawable = new Set(drawnExercises(master));
  const drawn = exercises.filter((one) => wanted.has(one.id) && drawable.has(one.id) && !tellsAnswer(one));
  const code = figureModule(
    master,
    drawn.map(({ id }) => id),
  );
  const pictures = new Map<string, string>();
  if (code !== undefined)
    for (const one of await draw(master.name, { url: moduleUrl(code), ...ownOf(example, exercises) }, onNotice)) {
      if ("picture" in one) pictures.set(one.exercise, one.picture);
      else onNotice(`${master.name}: no figure of ${one.exercise} for the students' pages: ${one.why}`);
    }
  return {
    of(id, student) {
      const exercise = exercises.find((one) => one.id === id);
      const svg = pictures.get(id);
      if (!exercise || svg === undefined) return undefined;
      const { varies, variantOf } = exercise;
      const same = varies && JSON.stringify(variantOf(student)) === JSON.stringify(variantOf(example));
      return same ? undefined : { svg, otherNumbers: varies };
    },
  };
}

/** Where everybody has the same numbers, the figure of a number shows it. That of a function does not show its code. */
function tellsAnswer({ varies, answerOf }: Exercise): boolean {
  if (varies) return false;
  const { right } = answerOf(example);
  return typeof right !== "function" && !isModel(right);
}

/** @returns nothing if the master's own cells fail */
async function draw(
  name: string,
  data: Omit<FigureData, "thread">,
  onNotice: (line: string) => void,
): Promise<readonly Drawn[]> {
  const thread = new Int32Array(new SharedArrayBuffer(4));
  const workerData: FigureData = { ...data, thread };
  const worker = new Worker(new URL("figure-worker.js", import.meta.url), { workerData, env: {} });
  const meter = meterOf(threadOf(() => Atomics.load(thread, 0)));
  const stop = watch(meter, limit, () => void worker.terminate());
  try {
    return await new Promise<readonly Drawn[]>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("they did not come to their end")));
    });
  } catch (error) {
    onNotice(`${name}: no figures for the students' pages: ${(error as Error).message}`);
    return [];
  } finally {
    stop();
    await worker.terminate();
  }
}

/** The module, with the package as it is here but for `show`, and the course as it is in a student's world. */
function moduleUrl(code: string): string {
  const [entry, course] = ["../../index.js", "../student/course.js"].map((path) => new URL(path, import.meta.url).href);
  const ours = dataUrl(
    `export * from "${entry}"; export const show = globalThis.${drawWith}Show;
    export { check, hint, predict, progress, solution, statements, student, variant } from "${course}";`,
  );
  const linked = code.replace(/(\bfrom\s*|\bimport\s*\(?\s*)(["'])nullcline\2/g, (_, before: string) => {
    return `${before}${JSON.stringify(ours)}`;
  });
  return dataUrl(linked);
}

const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
