/**
 * Marks on the disk as they come: a line of JSON for each submission that is done. Whatever ends the grader, and
 * whenever, what was marked before stays; `--resume` reads it, and marks only what is not there or has changed.
 */
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import type { Assessment } from "./results.js";

/** What is marked so far. */
export interface Ledger {
  /** Marks of work that was marked before. */
  find(key: string): Assessment | undefined;
  add(key: string, assessment: Assessment): void;
}

interface Line {
  readonly key: string;
  readonly assessment: Assessment;
}

/** @param resume whether what an earlier run has marked still counts */
export function openLedger(file: string, resume: boolean): Ledger {
  const known = new Map<string, Assessment>();
  if (resume && existsSync(file)) {
    const bytes = readFileSync(file);
    truncateSync(file, bytes.lastIndexOf("\n") + 1); // a line that was being written has no end
    for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
      const { key, assessment } = lineOf(line, file);
      known.set(key, assessment);
    }
  } else writeFileSync(file, "");
  return {
    find: (key) => known.get(key),
    add(key, assessment) {
      known.set(key, assessment);
      appendFileSync(file, `${JSON.stringify({ key, assessment } satisfies Line)}\n`);
    },
  };
}

function lineOf(text: string, file: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch (error) {
    throw new Error(`${file} is not what the grader wrote: without --resume everything is marked anew`, {
      cause: error,
    });
  }
}
