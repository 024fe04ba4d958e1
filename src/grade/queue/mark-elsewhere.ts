/** Hands submissions to workers on other machines, through a queue in Redis, and waits for their marks. */
import { digest, type Course, type Marking } from "../marking.js";
import type { Limits } from "../processes/child.js";
import { connect, queueName, type Job, type JobData } from "./bullmq.js";

/** Submissions that wait in the queue at a time: more than a cluster has lanes, and no class all at once. */
const lanes = 256;
/** How often a job is tried that failed: not because of what is in it, that is a mark, but because of a machine. */
const attempts = 3;

/**
 * @param address "redis://host:6379"
 * @throws UsageError for what is no address of a Redis, or if nothing answers there
 */
export async function markElsewhere(
  address: string,
  course: Course,
  limits: Limits,
  tell: (line: string) => void = () => {},
): Promise<Marking> {
  const { bullmq, connection } = await connect(address, tell);
  const queue = new bullmq.Queue(queueName, { connection });
  const events = new bullmq.QueueEvents(queueName, { connection });
  for (const end of [queue, events]) end.on("error", (error) => tell(`the queue: ${error.message}`));
  const options = { attempts, backoff: { type: "exponential", delay: 1000 }, removeOnComplete: { age: 7 * 24 * 3600 } };

  /** The same work is one job, whoever asks for it and however often; one that failed is tried anew. */
  const submit = async (data: JobData): Promise<Job> => {
    const id = digest(data);
    const before = await queue.getJob(id);
    if (before && (await before.getState()) === "failed") await before.remove();
    return queue.add("submission", data, { ...options, jobId: id });
  };
  return {
    lanes,
    async mark(work) {
      const job = await submit({ work, course: course.digestOf(work.notebook), limits });
      const assessment = await job.waitUntilFinished(events);
      await job.remove(); // what students wrote does not stay there
      return assessment;
    },
    async close() {
      await events.close();
      await queue.close();
    },
  };
}
