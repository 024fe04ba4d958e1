/**
 * What a process has had of its time: computing, or asleep. Time in which it waits for its turn on a busy machine does
 * not count, so that a mark does not depend on what else the machine does. Where the system does not tell (it has no
 * /proc), it is time by the clock.
 */
import { readFileSync } from "node:fs";

export interface Meter {
  /** Sets the meter to zero. */
  begin(): void;
  /** Looks whether the process is asleep just now; call it again and again, every `interval` milliseconds. */
  look(): void;
  /** Milliseconds since `begin`. */
  used(): number;
  /** Memory that the process really holds, in MB; 0 where the system does not tell. */
  memory(): number;
}

export const interval = 50;
/** Milliseconds of the unit in which Linux tells computing time, the same on all its machines. */
const tick = 10;
const page = 4096;

export function meterOf(pid: number | undefined): Meter {
  let start = 0,
    computed = 0,
    asleep = 0;
  const told = (file: string): string | undefined => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, "latin1");
    } catch {
      return undefined;
    }
  };
  /** State, and computing time of all threads; the fields after the name in parentheses, which may hold anything. */
  const status = (): { readonly state: string; readonly computed: number } | undefined => {
    const text = told("stat");
    if (text === undefined) return undefined;
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], computed: tick * (Number(fields[11]) + Number(fields[12])) };
  };
  return {
    begin() {
      [start, computed, asleep] = [performance.now(), status()?.computed ?? 0, 0];
    },
    look() {
      if (status()?.state === "S") asleep += interval;
    },
    used() {
      const now = status();
      return now ? now.computed - computed + asleep : performance.now() - start;
    },
    memory: () => (Number(told("statm")?.split(" ")[1] ?? 0) * page) / 1e6,
  };
}
