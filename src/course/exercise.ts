import { drawFor, type Draw, type Variant } from "./answers/variant.js";
import { isBlank, pointsOf, unanswered, wrong, type Answer, type PartMark, type Verdict } from "./answers/verdict.js";

/** What the author of an exercise writes; `V` are the numbers that are a student's own. */
export interface ExerciseDefinition<V extends Variant> {
  /** "7.2": the notebook's number and the place in it. */
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** Draws the numbers that are a student's own. */
  readonly variant?: (draw: Draw) => V;
  /** What counts as right for the student with these numbers. Runs when somebody answers, so it may simulate. */
  readonly answer: (mine: V) => Answer;
  /** From a nudge to nearly the answer; at least two. */
  readonly hints: readonly string[];
  /** Said after a right answer: what it means. */
  readonly because?: string;
}

/** An exercise as `check` and the grader use it. A student is told apart by name: the same one, the same numbers. */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly hints: readonly string[];
  readonly because: string | undefined;
  /** Whether its numbers differ from student to student. */
  readonly varies: boolean;
  variantOf(student: string): Variant;
  /** Sentences that are a student's own, by letter, where the exercise is about such. */
  sentencesOf?(student: string): Readonly<Record<string, string>>;
  answerOf(student: string): Answer;
  /** Never throws because of the answer. */
  judge(given: unknown, student: string): Verdict;
  /**
   * Whether an answer that was judged right holds wherever else the question may be asked; see `Answer`. Throws what
   * the student's own code throws.
   */
  holdsElsewhere(given: unknown, student: string, random: () => number): boolean;
  /**
   * What became of the parts of an answer that is not right as a whole; empty where the exercise has none. With
   * `random` they are asked at places drawn by it too. A part in which the student's code throws is not right.
   */
  partsOf(given: unknown, student: string, random?: () => number): readonly PartMark[];
}

/** What a stub leaves behind, and what an answer comes to that reads beyond the end of a list. */
const notANumber: Verdict = {
  kind: "unanswered",
  feedback:
    "So far it is `NaN`, which is no number. If you have computed it, look for something that is not there: " +
    "one entry beyond the end of a list makes `NaN` of everything.",
};

/** @throws RangeError if the id, the points or the hints are not what they should be */
export function exercise<V extends Variant = Variant>(definition: ExerciseDefinition<V>): Exercise {
  const { id, title, points, hints } = definition;
  if (!/^\d+\.\d+$/.test(id)) throw new RangeError(`an exercise's id is like "7.2", got ${JSON.stringify(id)}`);
  if (!(Number.isInteger(points) && points > 0))
    throw new RangeError(`exercise ${id} must be worth a whole number of points, got ${points}`);
  if (hints.length < 2) throw new RangeError(`exercise ${id} needs at least two hints, has ${hints.length}`);
  const checked = (answer: Answer): Answer => {
    const inParts = (answer.parts ?? []).reduce((sum, part) => sum + part.points, 0);
    if (inParts > points) throw new RangeError(`exercise ${id} has ${points} points, its parts have ${inParts}`);
    return answer;
  };
  const partsOf = (given: unknown, student: string, random?: () => number): readonly PartMark[] => {
    const parts = (answerOf(student).parts ?? []).map((part) => {
      try {
        return { name: part.name, max: part.points, right: part.holds(given, random) };
      } catch {
        return { name: part.name, max: part.points, right: false };
      }
    });
    // All points, and yet the whole is not right: such an answer is another from call to call.
    const fickle = parts.every(({ right }) => right) && pointsOf(parts) === points;
    return fickle ? parts.map((part) => ({ ...part, right: false })) : parts;
  };
  const answers = new Map<string, Answer>(); // an answer may have cost a simulation
  const variantOf = (student: string): V => definition.variant?.(drawFor(`${id} ${student}`)) ?? ({} as V);
  const answerOf = (student: string): Answer => {
    const mine = variantOf(student);
    const key = JSON.stringify(mine);
    const answer = answers.get(key) ?? checked(definition.answer(mine));
    answers.set(key, answer);
    return answer;
  };
  return {
    id,
    title,
    points,
    hints,
    because: definition.because,
    varies: definition.variant !== undefined,
    variantOf,
    answerOf,
    holdsElsewhere: (given, student, random) => answerOf(student).holdsElsewhere?.(given, random) ?? true,
    partsOf,
    judge(given, student) {
      if (typeof given === "number" && Number.isNaN(given)) return notANumber;
      if (given instanceof Promise) return wrong("You gave a Promise: write `await` before it.");
      try {
        if (isBlank(given)) return unanswered;
      } catch (thrown) {
        return failed(thrown);
      }
      const answer = answerOf(student);
      const withParts = (verdict: Verdict): Verdict =>
        answer.parts === undefined || verdict.kind === "right" || verdict.kind === "unanswered"
          ? verdict
          : { ...verdict, parts: partsOf(given, student) };
      try {
        return withParts(answer.judge(given));
      } catch (thrown) {
        return withParts(failed(thrown));
      }
    },
  };
}

/** The verdict on an answer of which the student's own code throws. */
function failed(thrown: unknown): Verdict {
  const named = thrown instanceof Error && thrown.name !== "Error" ? `${thrown.name}: ` : "";
  return { kind: "error", feedback: named + (thrown instanceof Error ? thrown.message : String(thrown)) };
}
