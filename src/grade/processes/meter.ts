/**
 * How long something has had: a student's process, or a thread of the grader's own. What counts is computing, or being
 * asleep. Time in which it waits for its turn on a busy machine does not count, nor time in which the grader itself was
 * stopped, so that a mark does not depend on what else the machine does. Where the system does not tell (it has no
 * /proc), it is time by the clock, as far as the grader was there to look.
 */
import { readFileSync, readlinkSync } from "node:fs";

/** What the system tells of a process or a thread at a moment. */
export interface Standing {
  /** A letter, as in /proc: "R" runs or waits for its turn, "S" is asleep, "T" is stopped. */
  readonly state: string;
  /** Milliseconds that it has computed since it began. */
  readonly computed: number;
}

/** Something whose time is measured. */
export interface Measured {
  /** Undefined where the system does not tell, or it has ended. */
  standing(): Standing | undefined;
  /** Memory that it really holds, in MB; 0 where the system does not tell. */
  memory(): number;
}

/** Why something is not waited for any longer, in words that complete "it …". Only the first says anything about it. */
export type Excess = "took too long" | "got no turn of the processor";

/** The time and memory of one process or thread. */
export interface Meter {
  /** Sets the meter to zero. */
  begin(): void;
  /** Looks whether it is asleep just now; call it again and again, every `interval` milliseconds. */
  look(): void;
  /** Milliseconds since `begin` that count. */
  used(): number;
  /**
   * Whether it has had more than `limit` milliseconds since `begin`; or, by the clock, so much longer that the machine
   * must have withheld them. The one place at which time decides anything.
   */
  over(limit: number): Excess | undefined;
  /** Milliseconds that it has computed in all, as far as it was ever looked at; 0 where the system does not tell. */
  computed(): number;
  /** Memory that it really holds, in MB; 0 where the system does not tell. */
  memory(): number;
}

/** ms from look to look. */
export const interval = 50;
/** Milliseconds for something to start, which is not the student's time; a machine that is busy may need a while. */
export const starting = 600_000;
/** By the clock it may take so many times what it may have, and `spare` ms besides. */
const [patience, spare] = [20, 60_000];
/** ms by which the clock goes on at most from look to look: what is longer, the grader was stopped itself. */
const leap = 10 * interval;
/** Milliseconds of the unit in which Linux tells computing time, the same on all its machines. */
const tick = 10;
const page = 4096;
/** Asleep, or stopped, by itself as well as by somebody else. */
const idle: ReadonlySet<string> = new Set(["S", "T", "t"]);

/** @param now the clock, ms */
export function meterOf({ standing, memory }: Measured, now = (): number => performance.now()): Meter {
  let [before, asleep, computed, passed, last] = [0, 0, 0, 0, 0];
  const status = (): Standing | undefined => {
    const known = standing();
    computed = known?.computed ?? computed;
    return known;
  };
  const clock = (): number => {
    const time = now();
    passed += Math.min(time - last, leap);
    last = time;
    return passed;
  };
  const used = (): number => {
    const [known, byClock] = [status(), clock()];
    return known ? known.computed - before + asleep : byClock;
  };
  return {
    begin() {
      [before, asleep, passed, last] = [status()?.computed ?? 0, 0, 0, now()];
    },
    look() {
      clock();
      if (idle.has(status()?.state ?? "")) asleep += interval;
    },
    used,
    over(limit) {
      if (used() > limit) return "took too long";
      return passed > patience * limit + spare ? "got no turn of the processor" : undefined;
    },
    computed: () => status()?.computed ?? computed,
    memory,
  };
}

/**
 * Begins to measure, and looks until it is stopped.
 * @param tell gets why it is over its limit of so many ms, at each look from then on
 * @returns what stops it
 */
export function watch(meter: Meter, limit: number, tell: (excess: Excess) => void): () => void {
  meter.begin();
  const timer = setInterval(() => {
    meter.look();
    const excess = meter.over(limit);
    if (excess !== undefined) tell(excess);
  }, interval);
  return () => clearInterval(timer);
}

/** @param pid which process it is by now; undefined for one that could not be started */
export const processOf = (pid: () => number | undefined): Measured => ({
  standing: () => standingOf(read(`/proc/${pid()}/stat`)),
  memory: () => (Number(read(`/proc/${pid()}/statm`)?.split(" ")[1] ?? 0) * page) / 1e6,
});

/** A thread of this process. @param id what `ownThread` told there; 0 if it is not known (yet) */
export const threadOf = (id: () => number): Measured => ({
  standing: () => (id() === 0 ? undefined : standingOf(read(`/proc/self/task/${id()}/stat`))),
  memory: () => 0,
});

/** The number by which the system knows the thread that asks; 0 where it does not tell. */
export function ownThread(): number {
  try {
    return Number(readlinkSync("/proc/thread-self").split("/").pop());
  } catch {
    return 0;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return undefined;
  }
}

/** State, and computing time; the fields after the name in parentheses, which may hold anything. */
function standingOf(stat: string | undefined): Standing | undefined {
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0], computed: tick * (Number(fields[11]) + Number(fields[12])) };
}
