/**
 * What a process has had of its time: computing, or asleep. Time in which it waits for its turn on a busy machine does
 * not count, so that a mark does not depend on what else the machine does. Where the system does not tell (it has no
 * /proc), it is time by the clock.
 */
import { readFileSync } from "node:fs";

/** The time and memory of one process. */
export interface Meter {
  /** Sets the meter to zero. */
  begin(): void;
  /** Looks whether the process is asleep just now; call it again and again, every `interval` milliseconds. */
  look(): void;
  /** Milliseconds since `begin` that count. */
  used(): number;
  /** Milliseconds since `begin` by the clock. */
  passed(): number;
  /** Milliseconds that it has computed in all, as far as it was ever looked at; 0 where the system does not tell. */
  computed(): number;
  /** Memory that the process really holds, in MB; 0 where the system does not tell. */
  memory(): number;
}

/** ms from look to look. */
export const interval = 50;
/** Milliseconds of the unit in which Linux tells computing time, the same on all its machines. */
const tick = 10;
const page = 4096;
/** Asleep, or stopped, by itself as well as by somebody else. */
const idle: ReadonlySet<string> = new Set(["S", "T", "t"]);

/** @param pid which process it is by now; undefined for one that could not be started */
export function meterOf(pid: () => number | undefined): Meter {
  let [start, before, asleep, computed] = [0, 0, 0, 0];
  const read = (file: string): string | undefined => {
    try {
      return readFileSync(`/proc/${pid()}/${file}`, "latin1");
    } catch {
      return undefined;
    }
  };
  /** State, and computing time of all threads; the fields after the name in parentheses, which may hold anything. */
  const status = (): { readonly state: string; readonly computed: number } | undefined => {
    const text = read("stat");
    if (text === undefined) return undefined;
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    computed = tick * (Number(fields[11]) + Number(fields[12]));
    return { state: fields[0], computed };
  };
  return {
    begin() {
      [start, before, asleep] = [performance.now(), status()?.computed ?? 0, 0];
    },
    look() {
      if (idle.has(status()?.state ?? "")) asleep += interval;
    },
    used() {
      const now = status();
      return now ? now.computed - before + asleep : performance.now() - start;
    },
    computed: () => status()?.computed ?? computed,
    passed: () => performance.now() - start,
    memory: () => (Number(read("statm")?.split(" ")[1] ?? 0) * page) / 1e6,
  };
}
