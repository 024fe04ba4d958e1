import type { TextStore } from "../host/host.js";
import { edition, nameNow } from "./editions.js";

/** What is remembered of one exercise and one student. */
export interface Entry {
  readonly right: boolean;
  /** Different answers that were judged. */
  readonly tries: number;
  /** Of the last answer: the same one given again is not another try. */
  readonly fingerprint: string;
}

/** Of an exercise nobody has looked at. */
export const untried: Entry = { right: false, tries: 0, fingerprint: "" };

/**
 * What students have done, as a store keeps it from session to session. A store that cannot be read or written costs no
 * more than the memory of earlier sessions: `problem` then says so in a sentence, and the session goes on from what it
 * knows itself.
 */
export interface Progress {
  of(student: string, id: string): Entry;
  update(student: string, id: string, changes: Partial<Entry>): void;
  /** What went wrong with the store since this was last asked, or undefined. */
  problem(): string | undefined;
}

type Entries = Record<string, Record<string, Entry>>;

/** Nothing is read before it is asked for; all is read again each time, as another notebook may have written it. */
export function progressIn(store: TextStore): Progress {
  let known: Entries = {};
  let problem: string | undefined;
  let saved = true; // a store that could not be written is behind what is known here

  const load = (): Entries => {
    try {
      const text = saved ? store.read() : undefined;
      if (text !== undefined) known = entriesFrom(text);
    } catch (error) {
      problem = `${store.name} could not be read (${(error as Error).message})`;
      if (error instanceof SyntaxError) {
        try {
          problem += `; it was set aside as ${store.setAside()} and progress is counted anew`;
        } catch {
          /* where nothing can be written the sentence above holds */
        }
      }
    }
    return known;
  };

  const save = (entries: Entries): void => {
    try {
      store.write(`${JSON.stringify({ version: edition, students: entries }, undefined, 1)}\n`);
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

/** @throws SyntaxError if the text is not what `save` writes, in this edition or an earlier one */
function entriesFrom(text: string): Entries {
  const { version, students } = Object(JSON.parse(text)) as { version?: unknown; students?: unknown };
  const isEdition = isCount(version) && version >= 1 && version <= edition;
  if (!isEdition || typeof students !== "object" || students === null)
    throw new SyntaxError("it is not a progress file");
  const out: Entries = {};
  for (const [student, entries] of Object.entries(students)) {
    out[student] = {};
    for (const [id, entry] of Object.entries(Object(entries) as Record<string, Partial<Entry>>)) {
      const { right, tries, fingerprint } = Object(entry) as Partial<Entry>;
      if (typeof right !== "boolean" || !isCount(tries)) throw new SyntaxError(`its entry for ${id} is damaged`);
      const now = nameNow(id, version);
      if (now !== undefined) out[student][now] = { right, tries, fingerprint: String(fingerprint) };
    }
  }
  return out;
}

const isCount = (value: unknown): value is number => Number.isInteger(value);
