import { setTimeout } from "node:timers/promises";

/**
 * Milliseconds after which whatever is waited for is taken to hang: the one limit by the clock in all tests. It is so
 * generous that a machine with other work never meets it; `test/time-limits.test.ts` keeps others out.
 */
export const patience = 15 * 60_000;
/** The same for a test that is long by nature: a class of 200 takes nine minutes of processor time. */
export const longPatience = 12 * patience;

/** Lets other work be done. Whoever has paused knows nothing new: look whether what is waited for has happened. */
export const pause = (milliseconds: number): Promise<void> => setTimeout(milliseconds);

/** Waits until `holds` does, looking again and again. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}
