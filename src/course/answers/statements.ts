import { selectionAnswer } from "./selection-answer.js";
import type { Draw, Variant } from "./variant.js";
import type { Answer } from "./verdict.js";

/** A sentence in two versions, of which a student gets one. */
export interface Statement {
  /** What one has to know to tell them apart, in a few words. */
  readonly about: string;
  readonly holds: string;
  readonly fails: string;
  /** Said to somebody who took one for the other: a question or a place to look, right for both. */
  readonly feedback: string;
}

/** Fewest mistakes among a student's sentences; one sentence at least is right. */
const fewest = 2;

/** Order and versions of the sentences: by letter, twice the place of one in the list, and one more if it is wrong. */
export function drawStatements(all: readonly Statement[], draw: Draw): Variant {
  const order = all.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const k = draw.between(0, i, 1);
    [order[i], order[k]] = [order[k], order[i]];
  }
  for (;;) {
    const wrong = order.map(() => draw.oneOf([0, 1]));
    const mistakes = wrong.reduce((sum, x) => sum + x, 0);
    if (mistakes >= fewest && mistakes < order.length)
      return Object.fromEntries(order.map((place, i) => [letterOf(i), 2 * place + wrong[i]]));
  }
}

/** A student's sentences, by letter. */
export function sentencesOf(all: readonly Statement[], mine: Variant): Record<string, string> {
  const text = (code: number): string => all[Math.floor(code / 2)][isWrong(code) ? "fails" : "holds"];
  return Object.fromEntries(Object.entries(mine).map(([letter, code]) => [letter, text(code)]));
}

/** The letters of the sentences that are wrong. A single one misjudged is recognised. */
export function mistakesAnswer(all: readonly Statement[], mine: Variant): Answer {
  const letters = Object.keys(mine);
  const wrong = letters.filter((letter) => isWrong(mine[letter]));
  const others = letters.filter((letter) => !wrong.includes(letter));
  return selectionAnswer({
    of: "the wrong sentences",
    from: letters,
    right: wrong,
    misconceptions: [
      {
        name: "the true statements, not the mistakes",
        wrong: others,
        feedback: "Those are right. The exercise asks for the wrong ones.",
      },
      ...letters.map((letter) => {
        const { about, feedback } = all[Math.floor(mine[letter] / 2)];
        const missed = wrong.includes(letter);
        return {
          name: about,
          wrong: missed ? wrong.filter((one) => one !== letter) : [...wrong, letter],
          feedback: `${missed ? "One is missing." : "One too many."} ${feedback}`,
        };
      }),
    ],
  });
}

const isWrong = (code: number): boolean => code % 2 === 1;
const letterOf = (place: number): string => String.fromCharCode("a".charCodeAt(0) + place);
