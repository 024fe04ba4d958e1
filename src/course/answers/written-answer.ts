import { affirms, claims, statementsOf, wordsOf } from "./clauses.js";
import { freeAnswer } from "./free-answer.js";
import type { Answer } from "./verdict.js";

/** Something that an explanation cannot do without. */
export interface Mention {
  /** What it is, after "it": "says what the gates do". */
  readonly name: string;
  /**
   * Words of which one has to occur, "inactivat|h |plug"; a beginning will do. With a blank at its end it is the whole
   * word. It does not count where it is denied, "h is not low".
   */
  readonly words: string;
  /** Whether it counts where it is denied too: "no bin can hold two". */
  readonly evenDenied?: true;
  readonly feedback: string;
}

/** The opposite of what is so: with this in it, a text is sent back, however much else it names. */
export interface Opposite {
  /** As a student might put it, a sentence: "Potassium brings the voltage up." */
  readonly claim: string;
  /** How it is known, see `claims`: "potassium … up|raise|lift". */
  readonly says: readonly string[];
  /** Where to look: a question. */
  readonly feedback: string;
}

/** An explanation in the student's own words. */
export interface WrittenAnswer {
  /** What is to be explained: "why the current shrinks". */
  readonly of: string;
  /** How many words it has at least; 25 by default. */
  readonly least?: number;
  /** What it has to speak of; whether it does so rightly is for the teacher to say. */
  readonly mentions: readonly Mention[];
  /** What it must not say. */
  readonly opposites?: readonly Opposite[];
  /** What somebody who knew might write. */
  readonly right: string;
}

/**
 * A text for the teacher. Its points are for having written it: it must be long enough, of words that are not always
 * the same, speak of what it cannot do without, claim none of the opposites, and be in sentences. The page of the
 * student holds it, for the teacher to read.
 */
export function writtenAnswer({ of, least = 25, mentions, opposites = [], right }: WrittenAnswer): Answer {
  const about = (needed: readonly Mention[]): string =>
    [...needed.map(({ words }) => `${words.split("|")[0].trim()},`), ...filler]
      .slice(0, least + needed.length)
      .join(" ");
  const says = opposites.flatMap((opposite) => opposite.says);
  const answer = freeAnswer<string>({
    shape: `a text of at least ${least} words about ${of}`,
    is: (given): given is string => typeof given === "string",
    right,
    properties: [
      {
        name: `has at least ${least} words`,
        holds: (text) => wordsOf(text).length >= least && wordsOf(statementsOf(text).join(" ")).length >= least / 2,
        wrong: "I do not know.",
        feedback: `Write at least ${least} words: two or three sentences, and no more than half of them in questions.`,
      },
      {
        name: "has words of its own",
        holds: (text) => new Set(wordsOf(text)).size >= (2 * least) / 3,
        wrong: Array.from({ length: least }, () => "because").join(" "),
        feedback: "The same words come up again and again. Say what happens, one step after the other.",
      },
      ...mentions.map(({ name, words, evenDenied, feedback }, k) => ({
        name,
        holds: (text: string) => affirms(text, words.split("|"), { evenDenied }),
        wrong: about(mentions.slice(0, k)),
        feedback: `${feedback} If your text says so, say it in plainer words: the check knows only some.`,
      })),
      {
        name: "is in sentences",
        holds: (text) => statementsOf(text).filter((part) => wordsOf(part).length > 2).length >= 2,
        wrong: about(mentions),
        feedback: "The words are there. Now say it in two or three sentences that a friend could follow.",
      },
      ...opposites.map((opposite) => ({
        name: `does not say: ${opposite.claim}`,
        holds: (text: string) => !claims(text, opposite.says, says),
        wrong: `${right} ${opposite.claim}`,
        feedback:
          `Your text reads as if you said: “${opposite.claim}” ${opposite.feedback} ` +
          "If you meant something else, say it in other words: the check knows words, not what they mean together.",
      })),
    ],
  });
  return { ...answer, written: mentions.map(({ name }) => name) };
}

/** Words that explain nothing. */
const filler = (
  "this is what one sees in my figure above and it seems quite natural to me that things go on like that whenever " +
  "somebody asks for an answer of some length without having thought about it for more than a moment or two at best"
).split(" ");
