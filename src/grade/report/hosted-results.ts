/** One submission's marks as Gradescope and PrairieLearn read them, for graders that run there. */
import { mistakeOf, referenceTold, sayingOf, wordOf } from "./advice.js";
import type { Graded, Mark } from "./results.js";

/** Where a grader may run that a platform starts for each submission. */
export const hosts = ["gradescope", "prairielearn"] as const;
/** One of `hosts`. */
export type Host = (typeof hosts)[number];

/** All notebooks of a student together. */
interface Whole extends Pick<Graded, "exercises" | "score" | "max"> {
  readonly problem: string | undefined;
}

/** What the student reads, as plain text: both platforms show it as such. */
function told(mark: Mark): string {
  if (mark.points === mark.max) return [wordOf(mark), referenceTold(mark)].filter(Boolean).join("\n");
  const { hints = [] } = mark;
  const mistake = mistakeOf(mark);
  const said = `${mistake === undefined ? "" : `${mistake}. `}${sayingOf(mark)}`;
  return [wordOf(mark), said, ...hints.slice(0, 1).map((hint) => `Hint: ${hint}`)].join("\n");
}

/** The `results.json` of Gradescope's autograders. A student sees every exercise; what is hidden is not in it. */
function gradescope({ exercises, score, problem }: Whole): object {
  return {
    score,
    visibility: "visible",
    stdout_visibility: "hidden",
    output_format: "text",
    output: problem === undefined ? "" : `This could not be marked: ${problem}`,
    tests: exercises.map((mark) => ({
      ...{ number: mark.id, name: mark.title, score: mark.points, max_score: mark.max },
      ...{ status: mark.points === mark.max ? "passed" : "failed", output: told(mark), output_format: "text" },
      visibility: "visible",
    })),
  };
}

/** The `results.json` of PrairieLearn's external graders: what cannot be marked costs no attempt. */
function prairielearn({ exercises, score, max, problem }: Whole): object {
  if (problem !== undefined) return { gradable: false, format_errors: [problem] };
  return {
    gradable: true,
    score: max === 0 ? 0 : score / max,
    message: `${score} of ${max} points`,
    tests: exercises.map((mark) => ({
      ...{ name: `${mark.id} ${mark.title}`, points: mark.points, max_points: mark.max, output: told(mark) },
    })),
  };
}

const writers: Readonly<Record<Host, (whole: Whole) => object>> = { gradescope, prairielearn };

/** What the platform reads, as JSON. @param rows of one student, one for each notebook */
export function hostedResults(host: Host, rows: readonly Graded[]): string {
  const problems = rows.flatMap(({ problem }) => problem ?? []);
  const whole: Whole = {
    exercises: rows.flatMap(({ exercises }) => exercises),
    score: rows.reduce((sum, { score }) => sum + score, 0),
    max: rows.reduce((sum, { max }) => sum + max, 0),
    problem: problems.length > 0 ? problems.join("; ") : undefined,
  };
  return `${JSON.stringify(writers[host](whole), undefined, 2)}\n`;
}
