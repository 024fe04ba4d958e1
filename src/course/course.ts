import { fileURLToPath } from "node:url";
import { printUnit } from "../figure/label.js";
import { display, type MimeBundle } from "../live/cell/display.js";
import { renderCard, type Card } from "./card.js";
import { catalogue, findExercise, type Catalogue } from "./catalogue.js";
import type { Exercise } from "./exercise.js";
import { fingerprintOf } from "./fingerprint.js";
import { progressIn, type Progress } from "./progress.js";
import { renderOverview } from "./overview.js";
import { identity, type Identity } from "./student.js";
import type { Variant } from "./answers/variant.js";
import type { Verdict } from "./answers/verdict.js";
import { workedSolution } from "./masters/worked-solution.js";

/** What a notebook calls; see the exported functions of these names. */
export interface Course {
  check(id: string, answer: unknown): void;
  hint(id: string): void;
  solution(id: string): void;
  progress(notebook?: string): void;
  variant(id: string): Variant;
  student(id: string): string;
}

export interface CourseSettings {
  readonly catalogue: Catalogue;
  readonly who: Identity;
  readonly progress: Progress;
  /** Folder of the masters, in which worked solutions are read; it may not exist. */
  readonly masters: string;
  readonly show: (bundle: MimeBundle) => void;
  /** Throw for an answer that is not right, as nbgrader needs, which sees nothing but errors. */
  readonly strict: boolean;
}

const triesBeforeSolution = 3;

export function createCourse({ catalogue, who, progress, masters, show, strict }: CourseSettings): Course {
  const say = (card: Card): void => {
    const problem = progress.problem();
    show(renderCard(problem ? { ...card, lines: [...card.lines, `Note: ${problem}.`] } : card));
  };
  return {
    check(id, answer) {
      const exercise = findExercise(catalogue, id);
      const verdict = exercise.judge(answer, who.id);
      if (verdict.kind !== "unanswered") {
        const before = progress.of(who.id, id);
        const fingerprint = fingerprintOf(answer);
        const another = fingerprint !== before.fingerprint;
        progress.update(who.id, id, {
          right: before.right || verdict.kind === "right",
          tries: before.tries + (another ? 1 : 0),
          fingerprint,
        });
      }
      const card = verdictCard(exercise, verdict, who.id);
      say(card);
      if (strict && verdict.kind !== "right") throw new Error(`${id}: ${[card.heading, ...card.lines].join(" ")}`);
    },
    hint(id) {
      const { hints } = findExercise(catalogue, id);
      const seen = Math.min(progress.of(who.id, id).hints + 1, hints.length);
      progress.update(who.id, id, { hints: seen });
      const last = seen === hints.length;
      say({
        tone: "neutral",
        heading: `${id} Hint ${seen} of ${hints.length}${last ? ", the last" : ""}`,
        lines: hints.slice(0, seen),
      });
    },
    solution(id) {
      const exercise = findExercise(catalogue, id);
      const { right, tries } = progress.of(who.id, id);
      if (!right && tries < triesBeforeSolution) {
        const left = triesBeforeSolution - tries;
        say({
          tone: "neutral",
          heading: `${id} Solution: not yet`,
          lines: [
            `It opens after a right answer or ${left} more ${left === 1 ? "try" : "different tries"}. \`hint("${id}")\` may help.`,
          ],
        });
        return;
      }
      const solved = workedSolution(masters, id);
      if (solved) show(solved);
      else
        say({
          tone: "neutral",
          heading: `${exercise.id} Solution`,
          lines: ["Solutions are not part of this copy of the course."],
        });
    },
    progress(notebook) {
      const chosen = Object.entries(catalogue)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .filter(
          ([name]) =>
            notebook === undefined || name === notebook || name.startsWith(`${String(notebook).padStart(2, "0")}-`),
        );
      if (chosen.length === 0)
        throw new RangeError(
          `there is no notebook ${JSON.stringify(notebook)}; there are ${Object.keys(catalogue).join(", ")}`,
        );
      const overview = renderOverview(chosen, (id) => progress.of(who.id, id), who.id);
      const problem = progress.problem();
      show(overview);
      if (problem) say({ tone: "neutral", heading: "Note", lines: [`${problem}.`] });
    },
    variant: (id) => {
      const exercise = findExercise(catalogue, id);
      if (!exercise.varies) throw new RangeError(`exercise ${id} is the same for everybody: it has no variant`);
      return exercise.variantOf(who.id);
    },
    student: (id) => who.claim(id),
  };
}

/** The verdict in words. What was expected is told in kind only. */
export function verdictCard(exercise: Exercise, verdict: Verdict, student: string): Card {
  const { id, title, points, because } = exercise;
  const expected = (): string => printUnit(`Expected: ${exercise.answerOf(student).shape}.`);
  const open = (word: string, ...lines: string[]): Card => ({
    tone: "open",
    heading: `${id} ${word}`,
    lines: lines.filter((line) => line !== ""),
  });
  switch (verdict.kind) {
    case "right":
      return {
        tone: "done",
        heading: `${id} Right: ${title}, ${points} ${points === 1 ? "point" : "points"}`,
        lines: because === undefined ? [] : [because],
      };
    case "unanswered":
      return {
        tone: "neutral",
        heading: `${id} Not answered yet`,
        lines: [...(verdict.say === undefined ? [] : [verdict.say]), expected(), `\`hint("${id}")\` helps to begin.`],
      };
    case "misconception":
      return open("Not yet", verdict.say);
    case "wrong":
      return open("Not yet", verdict.say, expected());
    case "error":
      return open("Your code stopped with an error", verdict.say, expected());
  }
}

/** The course of this process: its user, its folder, its notebook. */
export function openCourse(exercises: Catalogue): Course {
  return createCourse({
    catalogue: exercises,
    who: identity(process.env),
    progress: progressIn(process.cwd()),
    masters: fileURLToPath(new URL("../../notebooks/source/", import.meta.url)),
    show: display,
    strict: process.env["NBGRADER_EXECUTION"] !== undefined,
  });
}

const here = openCourse(catalogue);

/**
 * Judges your answer to an exercise and says at once what is right, not yet right or missing: `check("7.2", answer)`.
 * A wrong answer is shown, never thrown. Progress is remembered in the notebook's folder.
 * @throws RangeError if there is no such exercise
 */
export const check: Course["check"] = here.check;

/** Shows the next hint to an exercise, `hint("7.2")`; call it again for one more. */
export const hint: Course["hint"] = here.hint;

/**
 * Shows the worked solution of an exercise once you have answered it, or tried three different answers:
 * `solution("7.2")`.
 */
export const solution: Course["solution"] = here.solution;

/** Shows what is done and what is open, with points: `progress()`, or `progress("07")` for one notebook. */
export const progress: Course["progress"] = here.progress;

/** The numbers in an exercise that are yours alone: `const mine = variant("7.4")`, then `mine.gNa`. */
export const variant: Course["variant"] = here.variant;

/**
 * Says who you are, `student("ab123")`: numbers in exercises are drawn for you. Without it you work as "self-study".
 */
export const student: Course["student"] = here.student;
