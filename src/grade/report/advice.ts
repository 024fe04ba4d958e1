/** What a student is told of a mark, in words: nothing of hidden checks, nothing that is for the teacher. */
import { partsTold } from "../../course/answers/verdict.js";
import type { Mark } from "./results.js";

/** What a status means, for the student. */
export function wordOf({ status, points, max, misconception }: Mark): string {
  if (points === max) return "✓ Right";
  if (points > 0) return "△ Partly right";
  if (misconception !== undefined) return "△ Not yet: a usual mix-up";
  const words = {
    missing: "△ Not answered",
    error: "△ An error in your code",
    timeout: "△ It took too long",
    ungraded: "△ Not graded",
  } as const;
  return status in words ? words[status as keyof typeof words] : "△ Not yet";
}

/** Which foreseen mistake an answer makes: a mix-up, or what it lacks. */
export const mistakeOf = ({ misconception, lacks }: Mark): string | undefined =>
  lacks === undefined ? misconception : `not so: ${lacks}`;

/** Where an answer got its points though what it builds on is not right; "" elsewhere. */
export function referenceTold({ reference = [] }: Mark): string {
  if (reference.length === 0) return "";
  const [ids, place] = [reference.join(" and "), reference.length === 1 ? "there" : "in these"];
  const judged = `It builds on ${ids}, so it was judged once more with a right answer ${place}`;
  return `${judged}: that mistake costs its own points only.`;
}

const untouched =
  "Nothing was there to be judged: the place for your answer is still as it was handed out, or its name is gone.";
const endless = "A loop that does not come to its end, or far too many steps: which condition should have ended it?";

/** What would help somebody whose answer is not right, with backticks for code; of the student's own words, too. */
export function sayingOf(mark: Mark): string {
  return [adviceOn(mark), partsTold(mark.parts ?? [], mark.max), referenceTold(mark)].filter(Boolean).join(" ");
}

function adviceOn({ status, message, feedback }: Mark): string {
  if (feedback !== undefined) return feedback;
  if (status === "missing") return untouched;
  if (status === "timeout") return endless;
  return status === "error" ? message : "It is not what was asked for yet.";
}
