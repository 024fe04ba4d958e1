/** Which of several files of one student and one notebook counts. */
import { uploadOf } from "./platform.js";
import type { Submission } from "./submission.js";

/** What counts of a student who handed in a notebook more than once. */
export type AttemptRule = "last" | "best";

/** A student's work on one notebook: what is marked for it, of which the best counts. */
export interface Entry {
  /** In the order in which they were handed in, as far as names tell; at least one. */
  readonly candidates: readonly Submission[];
  /** Those that are not marked: handed in before, or not to be read. */
  readonly passedOver: readonly Submission[];
  /** Said to the teacher where there was more than one. */
  readonly note: string | undefined;
}

/** So many files of one notebook are marked for a student; who packs a thousand copies has each of these judged. */
const most = 10;

/** One entry for each student and notebook, in the order of the submissions; what is of no notebook stands alone. */
export function entriesOf(submissions: readonly Submission[], rule: AttemptRule): Entry[] {
  const groups = new Map<string, Submission[]>();
  for (const [i, one] of submissions.entries()) {
    const key = one.notebook === undefined ? `${i}` : JSON.stringify([one.student, one.notebook]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => entryOf(group, rule));
}

function entryOf(group: readonly Submission[], rule: AttemptRule): Entry {
  /** What only the grader could not read counts as what it is: perhaps the last. */
  const counts = ({ cells, graderFailed }: Submission): boolean => cells !== undefined || graderFailed;
  const readable = group.filter(counts);
  if (readable.length === 0) return { candidates: group.slice(0, 1), passedOver: group.slice(1), note: undefined };
  const broken = group.filter((one) => !counts(one));
  const sorted = readable.toSorted(inTime);
  const [last, before] = [sorted[sorted.length - 1], sorted[sorted.length - 2]];
  if (before === undefined) return { candidates: sorted, passedOver: broken, note: undefined };
  const ids = [...new Set(readable.map(({ sender: { platform, id } }) => [platform, id].filter(Boolean).join(" ")))];
  const strange = ids.length > 1 ? `, by ${ids.join(" and ")}: is the roster right?` : "";
  const times = `handed in ${sorted.length} times${strange}`;
  const [skipped, candidates] = [sorted.slice(0, -most), sorted.slice(-most)];
  const best = skipped.length > 0 ? `the best of the last ${most} counts` : "the best counts";
  const passedOver = [...broken, ...skipped];
  if (rule === "best") return { candidates, passedOver, note: `${times}: ${best}` };
  if (inTime(before, last) === 0 && before.digest !== last.digest)
    return { candidates, passedOver, note: `${times}, and no name tells which is the last: ${best}` };
  return { candidates: [last], passedOver: [...broken, ...sorted.slice(0, -1)], note: `${times}: the last counts` };
}

/** 0 where nothing tells. */
function inTime(a: Submission, b: Submission): number {
  const [before, after] = [a.sender.submitted, b.sender.submitted];
  if (before !== undefined && after !== undefined && before !== after) return before < after ? -1 : 1;
  return a.sender.upload - b.sender.upload || uploadOf(a.file) - uploadOf(b.file);
}
