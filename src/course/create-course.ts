import { told } from "../checks/told.js";
import type { Masters, MimeBundle } from "../host/host.js";
import type { Variant } from "./answers/variant.js";
import { pointsOf } from "./answers/verdict.js";
import { renderCard, type Card } from "./card.js";
import { findExercise, type Catalogue } from "./catalogue.js";
import { fingerprintOf } from "./fingerprint.js";
import { workedSolution } from "./masters/worked-solution.js";
import { renderOverview } from "./overview.js";
import { keptCard, openCard, type Prediction, type Said } from "./predictions/prediction.js";
import { findPrediction, predictionsOf } from "./predictions/predictions.js";
import type { Progress } from "./progress.js";
import type { Identity } from "./student.js";
import { verdictCard } from "./verdict-card.js";

/** What a notebook calls; see the exported functions of these names. */
export interface Course {
  check(id: string, answer: unknown): number | undefined;
  hint(id: string, open?: number): void;
  solution(id: string): void;
  predict<S extends Said>(id: string, said: S, reveal: (said: S) => unknown): void;
  progress(notebook?: string): void;
  variant(id: string): Variant;
  statements(id: string): Record<string, string>;
  student(id: string): string;
}

/** What a course is made of. */
export interface CourseSettings {
  readonly catalogue: Catalogue;
  readonly predictions: readonly Prediction[];
  readonly who: Identity;
  readonly progress: Progress;
  /** Where worked solutions are read. */
  readonly masters: Masters;
  readonly show: (bundle: MimeBundle) => void;
  /**
   * Tell nbgrader, which sees nothing but what a cell comes to: an error is no point, a number so many, anything else
   * all of them.
   */
  readonly strict: boolean;
}

const triesBeforeSolution = 3;

/** A course of its own: nothing of it is shared with another. */
export function createCourse(settings: CourseSettings): Course {
  const { catalogue, predictions, who, progress, masters, show, strict } = settings;
  const showCard = (card: Card): void => {
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
      showCard(card);
      if (!strict || verdict.kind === "right") return undefined;
      const points = pointsOf(verdict.parts ?? []);
      if (points > 0) return points;
      throw new Error(`${id}: ${[card.heading, ...card.lines].join(" ")}`);
    },
    hint(id, open = 0) {
      const { hints } = findExercise(catalogue, id);
      if (!(Number.isInteger(open) && open >= 0 && open <= hints.length))
        throw new RangeError(
          `hint("${id}", ${JSON.stringify(open)}): open is how many hints to show, from 0 to ${hints.length}`,
        );
      showCard({ tone: "neutral", heading: `${id} Hints`, lines: [], folds: { name: "Hint", lines: hints, open } });
    },
    solution(id) {
      const exercise = findExercise(catalogue, id);
      const { right, tries } = progress.of(who.id, id);
      if (!right && tries < triesBeforeSolution) {
        const left = triesBeforeSolution - tries;
        showCard({
          tone: "neutral",
          heading: `${id} Solution: not yet`,
          lines: [
            `It opens after a right answer or ${left} more ${left === 1 ? "try" : "different tries"}. ` +
              `\`hint("${id}")\` may help.`,
          ],
        });
        return;
      }
      const solved = workedSolution(masters, id);
      if (solved) show(solved);
      else
        showCard({
          tone: "neutral",
          heading: `${exercise.id} Solution`,
          lines: ["Solutions are not part of this copy of the course."],
        });
    },
    predict(id, said, reveal) {
      const prediction = findPrediction(predictions, id);
      const open = openCard(prediction, said);
      if (open) return showCard(open);
      progress.update(who.id, entryOf(prediction), { tries: 1, fingerprint: fingerprintOf(said) });
      reveal(said);
      showCard(keptCard(prediction, said));
    },
    progress(notebook) {
      if (notebook !== undefined && !["string", "number"].includes(typeof notebook))
        throw new TypeError(`progress: a notebook is known by its number, progress("07"), got ${told(notebook)}`);
      const chosen = Object.entries(catalogue)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .filter(([name]) => notebook === undefined || name === notebook || name.startsWith(`${twoDigits(notebook)}-`));
      if (chosen.length === 0)
        throw new RangeError(`there is no notebook ${told(notebook)}; there are ${Object.keys(catalogue).join(", ")}`);
      const made = (name: string): readonly boolean[] =>
        predictionsOf(predictions, name).map((prediction) => progress.of(who.id, entryOf(prediction)).tries > 0);
      const overview = renderOverview(chosen, (id) => progress.of(who.id, id), made, who.id);
      const problem = progress.problem();
      show(overview);
      if (problem) showCard({ tone: "neutral", heading: "Note", lines: [`${problem}.`] });
    },
    variant: (id) => {
      const exercise = findExercise(catalogue, id);
      if (!exercise.varies || exercise.sentencesOf)
        throw new RangeError(`exercise ${id} is the same for everybody: it has no variant`);
      return exercise.variantOf(who.id);
    },
    statements: (id) => {
      const own = findExercise(catalogue, id).sentencesOf?.(who.id);
      if (!own) throw new RangeError(`exercise ${id} has no sentences: statements("4.3"), for example, has`);
      const lines = Object.entries(own).map(([letter, text]) => `${letter}. ${text}`);
      showCard({ tone: "neutral", heading: `${id} Your sentences`, lines });
      return { ...own };
    },
    student: (id) => who.claim(id),
  };
}

/** Under which name a prediction is remembered, beside the exercises. */
const entryOf = ({ id }: Prediction): string => `prediction ${id}`;

/** "7" → "07". A notebook may write its number as a number. */
const twoDigits = (notebook: string): string => String(notebook).padStart(2, "0");
