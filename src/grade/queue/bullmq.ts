/** BullMQ, as far as it is used here; installed when a queue is first asked for. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { UsageError } from "../../checks/usage-error.js";
import type { Work } from "../intake/submission.js";
import { firstUse } from "../processes/first-use.js";
import type { Limits } from "../processes/child.js";
import type { Assessment } from "../report/results.js";

const [version, driver] = ["6.7.0", "6.0.0"];

/** The queue's name in Redis. */
export const queueName = "nullcline-grade";

/** What a worker is given. */
export interface JobData {
  readonly work: Work;
  /** Of the notebook's master, checks and limits: a worker with others does not mark it. */
  readonly course: string;
  readonly limits: Limits;
}

/** One submission on its way. */
export interface Job {
  readonly id: string;
  readonly data: JobData;
  /** Rejects with the reason if the last attempt failed. */
  waitUntilFinished(events: QueueEvents): Promise<Assessment>;
  getState(): Promise<string>;
  remove(): Promise<void>;
}

/** An end of the queue. */
export interface Connected {
  close(): Promise<void>;
  on(event: "error", listener: (error: Error) => void): void;
}

/** Tells what becomes of jobs. */
export type QueueEvents = Connected;

/** Holds the jobs. */
export interface Queue extends Connected {
  getJob(id: string): Promise<Job | undefined>;
  /** A job whose id is there already is not added again. */
  add(name: string, data: JobData, options: object): Promise<Job>;
}

/** Takes jobs. */
export type Worker = Connected;

interface Library {
  readonly Queue: new (name: string, options: object) => Queue;
  readonly QueueEvents: new (name: string, options: object) => QueueEvents;
  readonly Worker: new (name: string, handle: (job: Job) => Promise<Assessment>, options: object) => Worker;
  /** A job that fails with it is not tried again. */
  readonly UnrecoverableError: new (
    message: string,
  ) => Error;
}

/** What is needed of the driver to see whether a Redis is there. */
interface Driver {
  readonly Redis: new (url: string, options: object) => { connect(): Promise<void>; disconnect(): void } & Connected;
}

/** The library, and how it reaches Redis: there is one that answers. */
export interface Connection {
  readonly bullmq: Library;
  readonly connection: object;
}

/**
 * @param address "redis://host:6379"
 * @throws UsageError for what is no address of a Redis, or if nothing answers there; Error if BullMQ cannot be had
 */
export async function connect(address: string, tell: (line: string) => void): Promise<Connection> {
  if (!/^rediss?:\/\/[^/]/.test(address))
    throw new UsageError(`--queue is the address of a Redis, redis://host:6379, got ${address}`);
  const folder = firstUse(
    {
      name: `bullmq-${version}`,
      packages: [`bullmq@${version}`, `ioredis@${driver}`],
      about: `BullMQ ${version} (once): it carries submissions to other machines`,
    },
    tell,
  );
  const require = createRequire(join(folder, "package.json"));
  const { Redis } = require("ioredis") as Driver;
  const probe = new Redis(address, { lazyConnect: true, connectTimeout: 15_000, retryStrategy: () => null });
  let why = "";
  probe.on("error", ({ message }) => (why = message));
  try {
    await probe.connect();
  } catch (error) {
    const hidden = address.replace(/\/\/.*@/, "//");
    throw new UsageError(`no Redis answers at ${hidden}: ${why || (error as Error).message}`);
  } finally {
    probe.disconnect();
  }
  return { bullmq: require("bullmq") as Library, connection: { url: address, maxRetriesPerRequest: null } };
}
