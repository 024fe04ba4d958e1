/** From marks to the rows of results.json: one for each student and notebook. */
import type { Exercise } from "../../course/exercise.js";
import type { Entry } from "../intake/attempts.js";
import type { Submission } from "../intake/submission.js";
import { ungradedIn, type Assessment, type Graded, type OtherAttempt, type Unmarked } from "./results.js";

/** What came of marking a submission: marks, or why there are none. */
export type Outcomes = ReadonlyMap<Submission, Assessment | Unmarked>;

/**
 * The row of an entry: of its candidates the one with the most points, the latest of equals.
 * @param exercises those of its notebook
 * @param due comparable as text, as `submitted` is
 */
export function rowOf(entry: Entry, outcomes: Outcomes, exercises: readonly Exercise[], due?: string): Graded {
  const rows = entry.candidates.map((one) => gradedOf(one, outcomes.get(one), exercises, due));
  const best = rows.findLastIndex(({ score, problem }) => {
    const others = rows.filter((row) => row.problem === undefined);
    return problem === undefined && others.every((row) => row.score <= score);
  });
  const counts = rows[best] ?? rows[rows.length - 1];
  const otherAttempts = [
    ...entry.passedOver.map(
      ({ file, problem }): OtherAttempt => ({ file, ...(problem === undefined ? {} : { problem }) }),
    ),
    ...rows
      .filter((row) => row !== counts)
      .map(
        ({ file, score, problem }): OtherAttempt => ({ file, ...(problem === undefined ? { score } : { problem }) }),
      ),
  ];
  const warnings = [
    ...(counts.warnings ?? []),
    ...(entry.note === undefined ? [] : [entry.note]),
    ...rows
      .filter((row) => row !== counts && row.graderFailed)
      .map(({ file, problem }) => `${file} might have counted instead: ${problem}`),
  ];
  return {
    ...counts,
    ...(otherAttempts.length > 0 ? { otherAttempts } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

/** Where an exercise is not graded, the sum of the others is no score: such a row has a problem instead of one. */
function unmarkedOf(outcome: Assessment | Unmarked | undefined): Unmarked | undefined {
  if (outcome === undefined) return { problem: "it was not marked", graderFailed: true };
  if ("problem" in outcome) return outcome;
  const open = ungradedIn(outcome);
  if (open.length === 0) return undefined;
  return { problem: `not graded: ${open.join(", ")}; the grader itself failed there, twice`, graderFailed: true };
}

function gradedOf(
  { file, student, sender, notebook, warnings, problem, graderFailed: unread }: Submission,
  outcome: Assessment | Unmarked | undefined,
  exercises: readonly Exercise[],
  due: string | undefined,
): Graded {
  const unmarked = problem === undefined ? unmarkedOf(outcome) : { problem, graderFailed: unread };
  const { problem: why, graderFailed = false } = unmarked ?? {};
  const { exercises: marks, broken }: Assessment =
    outcome && "exercises" in outcome
      ? outcome
      : {
          exercises: exercises.map(({ id, title, points: max }) => ({
            ...{ id, title, points: 0, max, status: graderFailed ? "ungraded" : "error", message: why ?? "" },
          })),
          broken: [],
        };
  const sum = (of: "points" | "max"): number => marks.reduce((all, mark) => all + mark[of], 0);
  const { submitted, platform, name, id: platformId } = sender;
  const late = sender.late || (due !== undefined && submitted !== undefined && submitted > due);
  return {
    file,
    student,
    ...(name === undefined ? {} : { name }),
    ...(platform === undefined ? {} : { platform, platformId }),
    ...(notebook === undefined ? {} : { notebook }),
    score: sum("points"),
    max: sum("max"),
    ...(submitted === undefined ? {} : { submitted }),
    ...(late ? { late } : {}),
    exercises: marks,
    broken,
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(why === undefined ? {} : { problem: why }),
    ...(graderFailed ? { graderFailed } : {}),
  };
}
