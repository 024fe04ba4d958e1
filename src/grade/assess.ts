/** Marks one submission: runs its cells, and at the place of each check cell hands the answer to the checker. */
import { present } from "../checks/present.js";
import { pointsOf } from "../course/answers/verdict.js";
import type { Exercise } from "../course/exercise.js";
import { answerExpression } from "../course/masters/lint.js";
import { gradeId, notebookFrom } from "../course/masters/notebook.js";
import type { Master } from "../course/masters/master.js";
import { readAnswer, type Answer } from "./cells/answer.js";
import type { Grader } from "./grader.js";
import type { Work } from "./intake/submission.js";
import { startRun, type TimeLeft } from "./notebook-run.js";
import { cellsWorth } from "./processes/world.js";
import type { Plan, PlannedQuestion } from "./reader/plan.js";
import { Unreadable } from "./reader/reader.js";
import { referencesOf, type References } from "./references.js";
import type { Assessment, BrokenCell, Mark } from "./report/results.js";
import type { Outcome } from "./wire/messages.js";

/** What a master asks, and what its solutions tell. */
interface Questions {
  readonly asked: readonly Asked[];
  readonly references: References;
  /** Texts of the cells that everybody got. */
  readonly handedOut: ReadonlySet<string>;
}

interface Asked {
  readonly id: string;
  readonly exercise: Exercise;
  /** Text of the check cell. */
  readonly check: string;
  readonly answer: Answer;
}

/** An exercise of the notebook, with the place at which its answer is judged. */
interface Question extends Asked, PlannedQuestion {}

/** A submission at work. */
interface Marking {
  readonly submission: Omit<Work, "notebook">;
  readonly exercises: readonly Exercise[];
  readonly grader: Grader;
  readonly time: TimeLeft;
}

/** Of each master, which many submissions are marked by. */
const known = new WeakMap<Master, Questions>();

/** @param exercises those of the master's notebook, each of which gets a mark */
export async function assess(
  submission: Omit<Work, "notebook">,
  master: Master,
  exercises: readonly Exercise[],
  grader: Grader,
): Promise<Assessment> {
  const { asked, references, handedOut } = known.get(master) ?? questionsOf(master, exercises);
  const cells = submission.cells ?? [];
  let plan: Plan;
  try {
    plan = grader.reader.plan({
      cells,
      asked: asked.map(({ id, check, answer }) => ({ id, check, ...answer, earlier: references.earlier(id) })),
      handedOut,
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const outcome: Outcome = { status: "error", message: `the notebook was not read: ${error.message}` };
    return { exercises: asked.map((one) => markOf({ ...one, note: "", changed: false }, outcome)), broken: [] };
  }
  const questions = asked.map((one, i): Question => ({ ...one, ...plan.questions[i] }));
  const marking = { submission, exercises, grader, time: { left: cellsWorth * grader.limits.timeout } };

  const { outcomes, failed } = await runThrough(marking, plan.texts, questions);
  const firstly = new Map(outcomes);
  for (const question of questions) {
    const first = present(outcomes.get(question), `an outcome of exercise ${question.id}`);
    const open = questions.filter(
      (one) => question.followOn?.on.includes(one.id) && firstly.get(one)?.status !== "passed",
    );
    if (first.status === "passed" || first.status === "ungraded" || open.length === 0) continue;
    const second = await judgedWithReferences(marking, question, open, failed, references);
    outcomes.set(question, better(first, second, open));
  }
  const broken = [...failed].map(([i, { message }]): BrokenCell => ({ cell: cells[i].number, message }));
  return { exercises: questions.map((question) => markOf(question, present(outcomes.get(question), "it"))), broken };
}

function questionsOf(master: Master, exercises: readonly Exercise[]): Questions {
  const asked = exercises.map((exercise): Asked => {
    const cell = present(
      master.cells.find(({ kind, exercise: id }) => kind === "check" && id === exercise.id),
      `a check cell of exercise ${exercise.id} in ${master.name}`,
    );
    const answer = readAnswer(answerExpression(master.name, cell));
    return { exercise, answer, id: exercise.id, check: cell.text };
  });
  const references = referencesOf(
    master,
    asked.map(({ id, answer: { names } }) => ({ id, names })),
  );
  const handedOut = new Set(notebookFrom(master, "student", () => 0).cells.map(({ source }) => source.join("").trim()));
  const questions = { asked, references, handedOut };
  known.set(master, questions);
  return questions;
}

/** Runs all that some answers need, from the top, and judges each at its place. */
async function runThrough(
  { submission, exercises, grader, time }: Marking,
  texts: readonly string[],
  questions: readonly Question[],
): Promise<{ outcomes: Map<Question, Outcome>; failed: Map<number, Outcome> }> {
  const outcomes = new Map<Question, Outcome>();
  /** What went wrong with cells, by their index. */
  const failed = new Map<number, Outcome>();
  const run = startRun(submission, exercises, grader, time);
  const ask = async (question: Question): Promise<void> => {
    const outcome = !question.untouched
      ? await run.answer(question.id, question.answer)
      : ({ status: "missing", message: "not answered" } as const);
    outcomes.set(question, outcome);
  };
  try {
    for (const question of questions.filter(({ after }) => after < 0)) await ask(question);
    for (const [i, cell] of (submission.cells ?? []).entries()) {
      const own = exercises.find(({ id }) => cell.gradeId === gradeId("exercise", id))?.id;
      const outcome = await run.cell(texts[i], own);
      if (outcome) failed.set(i, outcome);
      for (const question of questions.filter(({ after }) => after === i)) await ask(question);
    }
  } finally {
    run.close();
  }
  return { outcomes, failed };
}

/**
 * The same answer once more, in a process of its own that runs nothing but what this answer needs. Cells of the
 * earlier exercises that failed are left out.
 * @param open the exercises it builds on that are not right, whose names hold the master's values there
 */
async function judgedWithReferences(
  { submission, exercises, grader, time }: Marking,
  { id, answer, followOn }: Question,
  open: readonly Question[],
  failed: ReadonlyMap<number, Outcome>,
  references: References,
): Promise<Outcome> {
  const lent = await references.lend(
    open.map((one) => one.id),
    grader.compiler,
  );
  const run = startRun(submission, exercises, grader, time, lent);
  try {
    for (const [i, { gradeId: name }] of (submission.cells ?? []).entries()) {
      if (failed.has(i) && open.some((one) => name === gradeId("exercise", one.id))) continue;
      await run.cell(present(followOn?.texts[i], "the text of a cell"), undefined);
    }
    return await run.answer(id, answer);
  } finally {
    run.close();
  }
}

/**
 * Of the second judging only the points count. Its words are told to nobody: what a student's code throws, or what a
 * check says of a value, may hold what was lent.
 */
function better(first: Outcome, second: Outcome, open: readonly Question[]): Outcome {
  const reference = open.map(({ id }) => id);
  const values = reference.length === 1 ? "value" : "values";
  const words = {
    ...{ message: `judged with the reference ${values} of ${reference.join(", ")}`, reference },
    ...(first.text === undefined ? {} : { text: first.text }),
  };
  if (second.status === "passed" || second.status === "ungraded") return { status: second.status, ...words };
  const { parts = [] } = second;
  return pointsOf(parts) > pointsOf(first.parts ?? []) ? { status: "failed", parts, ...words } : first;
}

function markOf(
  { exercise, note, changed }: Pick<Question, "exercise" | "note" | "changed">,
  { status, message, ...words }: Outcome,
): Mark {
  const { id, title, points: max, hints } = exercise;
  const cell = changed ? "the locked check cell was changed; the master's was used" : note;
  const text = [message, cell].filter(Boolean).join("; ");
  return {
    ...{ id, title, points: status === "passed" ? max : pointsOf(words.parts ?? []), max },
    ...(changed ? { status: "tampered", message: `${status}: ${text}` } : { status, message: text }),
    ...words,
    ...(status === "passed" ? {} : { hints }),
  };
}
