import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What is remembered of one exercise and one student. */
export interface Entry {
  readonly right: boolean;
  /** Different answers that were judged. */
  readonly tries: number;
  /** Hints seen. */
  readonly hints: number;
  /** Of the last answer: the same one given again is not another try. */
  readonly fingerprint: string;
}

export const untried: Entry = { right: false, tries: 0, hints: 0, fingerprint: "" };

/**
 * A student's progress in `.nullcline-progress.json` of a folder. A file that cannot be read or written costs no more
 * than the memory of earlier sessions: `problem` then says so in a sentence, and the session goes on from what it knows
 * itself.
 */
export interface Progress {
  of(student: string, id: string): Entry;
  update(student: string, id: string, changes: Partial<Entry>): void;
  /** What went wrong with the file since this was last asked, or undefined. */
  problem(): string | undefined;
}

export const progressFile = ".nullcline-progress.json";
const spoiltFile = ".nullcline-progress.unreadable.json";

type Entries = Record<string, Record<string, Entry>>;

export function progressIn(folder: string): Progress {
  const file = join(folder, progressFile);
  let known: Entries = {};
  let problem: string | undefined;
  let saved = true; // a file that could not be written is behind what is known here

  /** The file first: another notebook of the same folder may have written it since. */
  const load = (): Entries => {
    try {
      if (saved && existsSync(file)) known = entriesFrom(readFileSync(file, "utf8"));
    } catch (error) {
      problem = `${progressFile} could not be read (${(error as Error).message})`;
      if (error instanceof SyntaxError) {
        try {
          renameSync(file, join(folder, spoiltFile));
          problem += `; it was set aside as ${spoiltFile} and progress is counted anew`;
        } catch {
          /* a folder that cannot be written: the sentence above holds */
        }
      }
    }
    return known;
  };

  const save = (entries: Entries): void => {
    const draft = `${file}.${process.pid}.tmp`; // a reader sees the old file or the new one, never half of one
    try {
      writeFileSync(draft, `${JSON.stringify({ version: 1, students: entries }, undefined, 1)}\n`);
      renameSync(draft, file);
      saved = true;
    } catch (error) {
      saved = false;
      problem = `progress could not be saved (${(error as Error).message})`;
    }
  };

  return {
    of: (student, id) => load()[student]?.[id] ?? untried,
    update(student, id, changes) {
      const entries = load();
      known = {
        ...entries,
        [student]: { ...entries[student], [id]: { ...untried, ...entries[student]?.[id], ...changes } },
      };
      save(known);
    },
    problem() {
      const said = problem;
      problem = undefined;
      return said;
    },
  };
}

/** @throws SyntaxError if the text is not what `save` writes */
function entriesFrom(text: string): Entries {
  const { version, students } = Object(JSON.parse(text)) as { version?: unknown; students?: unknown };
  if (version !== 1 || typeof students !== "object" || students === null)
    throw new SyntaxError("it is not a progress file");
  const out: Entries = {};
  for (const [student, entries] of Object.entries(students)) {
    out[student] = {};
    for (const [id, entry] of Object.entries(Object(entries) as Record<string, Partial<Entry>>)) {
      const { right, tries, hints, fingerprint } = Object(entry) as Partial<Entry>;
      if (typeof right !== "boolean" || !Number.isInteger(tries) || !Number.isInteger(hints))
        throw new SyntaxError(`its entry for ${id} is damaged`);
      out[student][id] = { right, tries: tries!, hints: hints!, fingerprint: String(fingerprint) };
    }
  }
  return out;
}
