import { printUnit } from "../figure/label.js";
import { partsTold, type Verdict } from "./answers/verdict.js";
import type { Card } from "./card.js";
import type { Exercise } from "./exercise.js";

/** What there is to say of an answer of the right kind that is wrong in no way that the exercise knows. */
const unforeseen = "An answer of the right kind, but not the right one, and none of the usual slips.";

/** What the check did with a text, and what it cannot do. */
const foundIn = (named: readonly string[]): string =>
  `By its words, your text ${listed(named)}. Whether what it says is right, no check can tell: your teacher reads it.`;
const listed = (named: readonly string[]): string =>
  named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} and ${named[named.length - 1]}`;

/** The verdict in words. What was expected is told in kind only. */
export function verdictCard(exercise: Exercise, verdict: Verdict, student: string): Card {
  const { id, title, points, because } = exercise;
  const expected = (): string => printUnit(`Expected: ${exercise.answerOf(student).shape}.`);
  const open = (word: string, ...lines: string[]): Card => ({
    tone: "open",
    heading: `${id} ${word}`,
    lines: [...lines, partsTold(verdict.parts ?? [], points)].filter((line) => line !== ""),
  });
  switch (verdict.kind) {
    case "right": {
      const { written } = exercise.answerOf(student);
      const word = written ? "Kept for your teacher" : "Right";
      return {
        tone: "done",
        heading: `${id} ${word}: ${title}, ${points} ${points === 1 ? "point" : "points"}`,
        lines: [...(written ? [foundIn(written)] : []), ...(because === undefined ? [] : [because])],
      };
    }
    case "unanswered":
      return {
        tone: "neutral",
        heading: `${id} Not answered yet`,
        lines: [
          ...(verdict.feedback === undefined ? [] : [verdict.feedback]),
          expected(),
          `\`hint("${id}")\` helps to begin.`,
        ],
      };
    case "misconception":
      return open("Not yet", verdict.feedback);
    case "wrong":
      return verdict.feedback === ""
        ? open("Not yet", unforeseen, expected(), `\`hint("${id}")\` helps.`)
        : open("Not yet", verdict.feedback, expected());
    case "error":
      return open("Your code stopped with an error", verdict.feedback, expected());
  }
}
