/** What of a notebook is run, and where its answers are judged: all that can be told of it without running it. */
import { dependencies, type Wanted } from "../cells/slice.js";
import type { SubmittedCell } from "../intake/notebook-file.js";
import { onlyChecks, placeOf, type Asked, type Place } from "../intake/place.js";

/** A notebook, and what is asked about it. */
export interface Planned {
  readonly cells: readonly SubmittedCell[];
  /** The exercises of its master. */
  readonly asked: readonly AskedByName[];
  /** Texts of the cells that everybody got. */
  readonly handedOut: ReadonlySet<string>;
  /** Indices of cells at which nobody looks: the compiler gets them as they are. */
  readonly unread: ReadonlySet<number>;
}

/** An exercise, with the names that its answer stands on. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** An exercise of the master, and what its answer builds on there. */
export interface AskedByName extends Asked, Named {
  /** Exercises on whose answers the master's solution builds. */
  readonly earlier: readonly Named[];
}

/** An answer that builds on others. */
export interface FollowOn {
  /** Exercises. */
  readonly on: readonly string[];
  /** Of each cell what this answer needs. */
  readonly texts: readonly string[];
}

/** What becomes of an exercise. */
export interface PlannedQuestion extends Place {
  /** What it stands on is as it was handed out. */
  readonly untouched: boolean;
  /** If the answer builds on others, as the master's does. */
  readonly followOn?: FollowOn;
}

/** What is to be done with it. */
export interface Plan {
  /** Of each exercise that was asked for. */
  readonly questions: readonly PlannedQuestion[];
  /** Of each cell what is run. */
  readonly texts: readonly string[];
}

/** Reads all cells, whoever wrote them: to be called where it may take for ever. */
export function planOf({ cells, asked, handedOut, unread }: Planned): Plan {
  const read = cells.map((cell, i) => (unread.has(i) ? { ...cell, text: "" } : cell));
  const places = asked.map((one) => placeOf(read, one, handedOut));
  const needs = dependencies(
    cells.map(({ text }, i) => (!unread.has(i) && onlyChecks(cells[i], asked) ? "" : text)),
    asked.flatMap(({ names }) => names),
    unread,
  );
  const wanted = (i: number): Wanted => ({ names: asked[i].names, before: places[i].after + 1 });
  const untouched = asked.map((_, i) => {
    const makers = [...needs.makers(wanted(i))];
    return makers.length > 0 && makers.every((cell) => handedOut.has(cells[cell].text.trim()));
  });
  const open = asked.flatMap((_, i) => (untouched[i] ? [] : [wanted(i)]));
  const followOn = (i: number): { followOn?: FollowOn } => {
    const { earlier } = asked[i];
    if (untouched[i] || earlier.length === 0) return {};
    const uses = needs.uses(wanted(i));
    const on = earlier.filter(({ names }) => names.some((name) => uses.has(name))).map(({ id }) => id);
    return on.length === 0 ? {} : { followOn: { on, texts: needs.texts([wanted(i)]) } };
  };
  const questions = places.map((place, i) => ({ ...place, untouched: untouched[i], ...followOn(i) }));
  return { questions, texts: needs.texts(open) };
}
