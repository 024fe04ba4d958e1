import { freeAnswer } from "./free-answer.js";
import type { Answer } from "./verdict.js";

/** Something that an explanation cannot do without. */
export interface Mention {
  /** What it is, as a claim: "says what the gates do". */
  readonly name: string;
  /** Words of which one has to occur, in small letters or capitals; a beginning will do: "inactivat". */
  readonly words: readonly string[];
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
  /** What somebody who knew might write. */
  readonly right: string;
}

/**
 * A text for the teacher. Its points are for having written it: it must be long enough, of words that are not always
 * the same, speak of what it cannot do without, and be in sentences. The page of the student holds it, for the teacher
 * to read.
 */
export function writtenAnswer({ of, least = 25, mentions, right }: WrittenAnswer): Answer {
  const about = (needed: readonly Mention[]): string =>
    [...needed.flatMap(({ words }) => words), ...filler].slice(0, least + needed.length).join(" ");
  const answer = freeAnswer<string>({
    shape: `a text of at least ${least} words about ${of}`,
    is: (given): given is string => typeof given === "string",
    right,
    properties: [
      {
        name: `has at least ${least} words`,
        holds: (text) => wordsOf(statementsOf(text).join(" ")).length >= least,
        wrong: "I do not know.",
        feedback: `Write at least ${least} words: two or three sentences. Questions do not count.`,
      },
      {
        name: "has words of its own",
        holds: (text) => new Set(wordsOf(text)).size >= (2 * least) / 3,
        wrong: Array.from({ length: least }, () => "because").join(" "),
        feedback: "The same words come up again and again. Say what happens, one step after the other.",
      },
      ...mentions.map(({ name, words, feedback }, k) => ({
        name,
        holds: (text: string) => words.some((start) => speaksOf(statementsOf(text).join(" "), start.toLowerCase())),
        wrong: about(mentions.slice(0, k)),
        feedback,
      })),
      {
        name: "is in sentences",
        holds: (text) => statementsOf(text).filter((part) => wordsOf(part).length > 2).length >= 2,
        wrong: about(mentions),
        feedback: "The words are there. Now say it in two or three sentences that a friend could follow.",
      },
    ],
  });
  return { ...answer, written: true };
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}[\p{L}\d'’-]*/gu) ?? [];

/** Its sentences but for questions, of which hints are made. */
const statementsOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?;])\s+/).filter((sentence) => !sentence.trimEnd().endsWith("?"));

/** Whether a text has a word that begins so, or these words one after another. */
const speaksOf = (text: string, start: string): boolean => ` ${wordsOf(text).join(" ")}`.includes(` ${start}`);

/** Words that explain nothing. */
const filler = (
  "this is what one sees in my figure above and it seems quite natural to me that things go on like that whenever " +
  "somebody asks for an answer of some length without having thought about it for more than a moment or two at best"
).split(" ");
