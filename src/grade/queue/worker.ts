/** `nullcline grade-worker`: marks what `nullcline grade --queue` hands out, on as many machines as there are. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UsageError } from "../../checks/usage-error.js";
import { masterNames } from "../../course/masters/build.js";
import { gradingLimits, markHere, readCourse, type CourseOptions, type Course, type Marking } from "../marking.js";
import type { Limits } from "../processes/child.js";
import { walls } from "../processes/sandbox.js";
import { connect, queueName, type Worker } from "./bullmq.js";

/** Milliseconds after which the work of a worker that is gone is another's; looked for as often. */
const [lock, look] = [15_000, 5000];
/** How many workers may die over one submission before it is given up. */
const deaths = 3;

/**
 * Marks what is handed out until the process ends; what it has then goes to another one.
 * @throws UsageError if nothing answers at the address
 */
async function startWorker(address: string, options: CourseOptions): Promise<void> {
  const { onNotice = () => {} } = options;
  const { bullmq, connection } = await connect(address, onNotice);
  const names = masterNames(options.masters);
  const markings = new Map<string, Promise<{ readonly course: Course; readonly marking: Marking }>>();
  /** One for each set of limits that graders ask for. */
  const markingFor = (limits: Limits): Promise<{ readonly course: Course; readonly marking: Marking }> => {
    const key = JSON.stringify(limits);
    const all = { ...options, limits };
    const made =
      markings.get(key) ??
      readCourse(all, names).then(async (course) => ({ course, marking: await markHere(all, course) }));
    markings.set(key, made);
    return made;
  };
  const { marking } = await markingFor(options.limits ?? gradingLimits);
  const worker: Worker = new bullmq.Worker(
    queueName,
    async ({ data }) => {
      const own = await markingFor(data.limits);
      if (own.course.digestOf(data.work.notebook) !== data.course)
        throw new bullmq.UnrecoverableError(
          "a worker has other masters, or another version of nullcline, than the grader",
        );
      const assessment = await own.marking.mark(data.work);
      onNotice(`${data.work.student} ${data.work.notebook}`);
      return assessment;
    },
    { connection, concurrency: marking.lanes, lockDuration: lock, stalledInterval: look, maxStalledCount: deaths },
  );
  worker.on("error", (error) => onNotice(`the queue: ${error.message}`));
}

/** @throws UsageError */
export async function workerCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { queue: { type: "string" }, masters: { type: "string" }, sandbox: { type: "string" } },
  });
  if (values.queue === undefined) throw new UsageError("expects --queue redis://host:6379, the grader's");
  const masters = values.masters ?? fileURLToPath(new URL("../../../notebooks/source/", import.meta.url));
  if (!existsSync(masters)) throw new UsageError(`there are no masters: ${masters} does not exist`);
  const sandbox = walls.find((wall) => wall === values.sandbox);
  if (values.sandbox !== undefined && sandbox === undefined)
    throw new UsageError(`--sandbox is ${walls.join(" or ")}, got ${values.sandbox}`);
  await startWorker(values.queue, {
    masters,
    ...(sandbox === undefined ? {} : { sandbox }),
    onNotice: (line) => console.log(line),
  });
  console.log("waiting for submissions; after Ctrl-C those that it has go to another worker");
  return new Promise(() => {});
}
