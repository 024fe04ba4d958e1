/** What the grader does about its own failures, so that they cost nobody points. */
import { ungradedIn, type Assessment } from "./report/results.js";
import { explain } from "./wire/explain.js";

/**
 * Marks a submission; and once more, from the start, if the grader itself failed at it. What it fails at twice is told
 * as it is: as a rejection, or as exercises that are "ungraded".
 * @param tell gets the reason in a line
 */
export async function onceMoreIfFailed(
  mark: () => Promise<Assessment>,
  tell: (why: string) => void,
): Promise<Assessment> {
  try {
    const assessment = await mark();
    const open = ungradedIn(assessment);
    if (open.length === 0) return assessment;
    tell(
      assessment.exercises.flatMap(({ id, message }) => (open.includes(id) ? [`${id}: ${message}`] : [])).join("; "),
    );
  } catch (error) {
    tell(explain(error));
  }
  return mark();
}
