/** A part of an answer that has points of its own, for when the whole is not right. */
export interface Part {
  /** "EL", "the first spike". */
  readonly name: string;
  readonly points: number;
  /**
   * Whether this part is right where the notebook's check looks; with `random`, at places drawn by it too. May throw
   * what the student's own code throws.
   */
  holds(given: unknown, random?: () => number): boolean;
}

/** What became of a part. */
export interface PartMark {
  readonly name: string;
  readonly max: number;
  readonly right: boolean;
}

/** What `check` says about an answer. `right` earns all points, whatever else those of the parts that are right. */
export type Verdict = Judgement & { readonly parts?: readonly PartMark[] };

/** A verdict on the whole. */
type Judgement =
  | { readonly kind: "right" }
  /** Nothing to judge yet: undefined, null, NaN, an empty list or text, or a function that gives one of these. */
  | { readonly kind: "unanswered"; readonly feedback?: string }
  /**
   * Wrong in a way that the exercise foresaw; `feedback` is written for just this. With `lacks` it is no mix-up: one of
   * many answers that might be right has not the property of this name.
   */
  | { readonly kind: "misconception"; readonly name: string; readonly feedback: string; readonly lacks?: true }
  /**
   * Wrong, or not the kind of thing that was asked for; `feedback` tells what was expected in kind, never the right
   * value.
   */
  | { readonly kind: "wrong"; readonly feedback: string }
  /** The student's own code threw. */
  | { readonly kind: "error"; readonly feedback: string };

/** A mistake that students make, given as the wrong answer that it leads to: recognising it is derived from that. */
export interface Misconception<A = unknown> {
  readonly name: string;
  readonly wrong: A;
  /** A question or a pointer, without the right value. Text between backticks is shown as code. */
  readonly feedback: string;
  /** Whether `name` is that of a property which right answers have and `wrong` has not. */
  readonly lacks?: true;
}

/** What counts as an answer to an exercise, for one student. */
export interface Answer {
  /** What kind of thing is expected, with its unit: "a number in Hz", "a function of V in mV". */
  readonly shape: string;
  /** A right answer. */
  readonly right: unknown;
  readonly misconceptions: readonly Misconception[];
  /** What has points of its own; what is left of the exercise's points is for the whole. */
  readonly parts?: readonly Part[];
  /** Of a text that a teacher has to read: what it was found to speak of, each after "it". */
  readonly written?: readonly string[];
  /** May throw what the student's own code throws. */
  judge(given: unknown): Verdict;
  /**
   * Whether an answer that was judged right is right wherever else the question may be asked. Only the grader asks, and
   * draws the places from a secret. May throw what the student's own code throws.
   */
  holdsElsewhere?(given: unknown, random: () => number): boolean;
}

/** Right: all points. */
export const right: Verdict = { kind: "right" };
/** Nothing was given yet. */
export const unanswered: Verdict = { kind: "unanswered" };
/** @param feedback what was expected in kind, never the right value */
export const wrong = (feedback: string): Verdict => ({ kind: "wrong", feedback });
/** The verdict on an answer that a misconception leads to. */
export const recognised = ({ name, feedback, lacks }: Misconception): Verdict => ({
  kind: "misconception",
  name,
  feedback,
  ...(lacks && { lacks }),
});

/** Points of the parts that are right. */
export const pointsOf = (parts: readonly PartMark[]): number =>
  parts.reduce((sum, { max, right: isRight }) => sum + (isRight ? max : 0), 0);

/** Which parts are right, in words; "" where none is. */
export function partsTold(parts: readonly PartMark[], points: number): string {
  const named = (isRight: boolean): string =>
    parts
      .filter((part) => part.right === isRight)
      .map(({ name }) => name)
      .join(", ");
  if (named(true) === "") return "";
  const open = named(false) || "the whole";
  return `Right already: ${named(true)}, for ${pointsOf(parts)} of ${points} points. Not yet: ${open}.`;
}

/** The words for what was given where something else was expected. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return `a list of ${(value as ArrayLike<unknown>).length}`;
  if (typeof value === "function") return "a function";
  if (typeof value === "object") return recordOf(Object.keys(value));
  if (typeof value === "string") return "a text";
  return `a ${typeof value}`;
}

function recordOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length === 0 ? "an empty record" : `a record with ${shown}${names.length > 5 ? " and more" : ""}`;
}

/**
 * Nothing was given yet: the value that a stub leaves behind. A list or a record of nothing but such values is none
 * either. Of lists within lists it looks at so many: one may hold itself.
 */
export function isBlank(value: unknown, depth = 4): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (typeof value === "number") return Number.isNaN(value);
  const allBlank = (parts: readonly unknown[]): boolean => depth > 0 && parts.every((part) => isBlank(part, depth - 1));
  if (isList(value)) return value.length === 0 || allBlank(Array.from(value));
  return typeof value === "object" && Object.values(value).length > 0 && allBlank(Object.values(value));
}

/** An array or typed array. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** Advice to somebody who gave the entry of a list for the list. */
export const bracketsMissing = "Put square brackets around it: a list may have one entry.";
