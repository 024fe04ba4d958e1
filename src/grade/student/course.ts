/**
 * What a notebook finds as the course while it is marked: the numbers of its student, and nothing else. Neither
 * exercises nor answers are in this world.
 */
import type { Variant } from "../../course/answers/variant.js";

let who = "";
let variants: Readonly<Record<string, Variant>> = {};
let sentences: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

/** Said once by the grader, before any cell. */
export function beginCourse(
  id: string,
  numbers: Readonly<Record<string, Variant>>,
  texts: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  [who, variants, sentences] = [id, numbers, texts];
}

const nothing = (): void => {};
/** A check cell is not run; whoever calls `check` elsewhere is told nothing. */
export const [check, hint, predict, progress, solution] = [nothing, nothing, nothing, nothing, nothing];

/**
 * The numbers of an exercise for the student whose work it is.
 * @throws RangeError if the notebook has no such exercise, or it is the same for everybody
 */
export function variant(id: string): Variant {
  if (!Object.hasOwn(variants, id))
    throw new RangeError(`there is no exercise ${JSON.stringify(id)} in this notebook whose numbers are one's own`);
  return structuredClone(variants[id]);
}

/**
 * The sentences of an exercise for the student whose work it is.
 * @throws RangeError if the notebook has no such exercise, or it has no sentences
 */
export function statements(id: string): Record<string, string> {
  if (!Object.hasOwn(sentences, id))
    throw new RangeError(`there is no exercise ${JSON.stringify(id)} in this notebook whose sentences are one's own`);
  return { ...sentences[id] };
}

/** Who it is is not for the notebook to say. */
export const student = (_id: string): string => who;
