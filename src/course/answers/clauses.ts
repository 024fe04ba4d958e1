/** What a text says, as far as its words tell: not its sense, but what stands beside what, and what is denied. */

/** Its words in small letters. Numbers count as words only where they are asked for. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}[\p{L}\d'’-]*/gu) ?? [];
const tokensOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d][\p{L}\d'’.-]*/gu) ?? [];

/** Its sentences but for questions, of which hints are made. */
export const statementsOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?;])\s+/).filter((sentence) => !sentence.trimEnd().endsWith("?"));

const turns = "but while whereas because since so if until unless although though otherwise instead".split(" ");
const joints = "and or as when then which who that".split(" ");

/** Parts of a sentence, each without its punctuation, cut at commas and at these words. */
function partsOf(sentence: string, cuts: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const piece of sentence.split(/[,;:()–—]/)) {
    parts.push([]);
    for (const token of tokensOf(piece))
      if (cuts.includes(token)) parts.push([token]);
      else parts[parts.length - 1].push(token.replace(/[.-]+$/, ""));
  }
  return parts.filter((part) => part.length > 0);
}

/** "not only" and "no longer" deny nothing. */
const harmless = new Set("only just yet longer more merely enough".split(" "));
const isDenial = (words: readonly string[], i: number): boolean =>
  (/^(not|cannot|never|neither)$|n['’]t$/.test(words[i]) || deniesWhatFollows(words, i)) &&
  !harmless.has(words[i + 1] ?? "");
const deniesWhatFollows = (words: readonly string[], i: number): boolean =>
  /^(no|nor|nothing|nobody|without)$/.test(words[i]);

/** How many words further "no" and its kind reach, and "without", which denies but what stands next to it. */
const reachOf = (word: string): number => (word === "without" ? 2 : 6);

/** Whether the words from `from` to `to` stand in a part of a sentence that denies them. A denial is none of itself. */
const isDenied = (words: readonly string[], from: number, to: number): boolean =>
  words.some((_, i) => {
    if ((i >= from && i < to) || !isDenial(words, i)) return false;
    return !deniesWhatFollows(words, i) || (i < from && from - i <= reachOf(words[i]));
  });

type Place = readonly [from: number, to: number];

/**
 * Where in a list of words this begins, and how many of them it takes. A beginning of a word will do, "inactivat", and
 * what follows a hyphen, "de-inactivated"; with a blank at its end, "n ", it is the whole word.
 */
function placesOf(words: readonly string[], start: string): readonly Place[] {
  const wanted = start.toLowerCase().trimEnd().split(" ");
  const whole = start.endsWith(" ");
  const fits = (word: string, i: number): boolean =>
    i < wanted.length - 1 || whole ? word === wanted[i] : word.startsWith(wanted[i]) || word.includes(`-${wanted[i]}`);
  return words.flatMap((_, k) => {
    const here = words.slice(k, k + wanted.length);
    return here.length === wanted.length && here.every(fits) ? [[k, k + wanted.length] as const] : [];
  });
}

/** "Without it the voltage would not return": what is denied twice is said. */
function deniesTwice(sentence: string): boolean {
  const words = tokensOf(sentence);
  const lacks = words.findIndex((word) => /^(without|unless|lacking|absence)$/.test(word));
  return lacks >= 0 && words.some((_, i) => i !== lacks && isDenial(words, i));
}

/** Whether a text has one of these, and not only where it is denied. */
export function affirms(text: string, starts: readonly string[], { evenDenied = false } = {}): boolean {
  return statementsOf(text).some((sentence) => {
    const counts = evenDenied || deniesTwice(sentence);
    return partsOf(sentence, [...turns, ...joints]).some((part) =>
      starts.some((start) => placesOf(part, start).some(([from, to]) => counts || !isDenied(part, from, to))),
    );
  });
}

/** Most words between the two halves of a claim. */
const apart = 9;
const rare = new Set("without no fewer few less missing lacking blocked after between rather than unlike".split(" "));
/** "If h is high": a phrase that stands behind one of these is supposed, not claimed. */
const supposed = new Set("if when once until unless only with were".split(" "));
/** Between two halves these turn a claim round: "potassium ends the rise", "sodium shuts and it comes down". */
const reverses = (
  "end stop halt terminat oppos counter cancel undo prevent revers against from curb limit avoid lack clos shut " +
  "inactivat deactivat hardly barely scarcely less than when once after before then later"
).split(" ");

/** A claim in two halves, or a phrase. */
interface Claim {
  readonly first: readonly string[];
  readonly then: readonly string[] | undefined;
  /** Whether the halves may stand anywhere in a sentence. */
  readonly far: boolean;
}

function claimOf(text: string): Claim {
  const [first, then] = text.split(/ […~] /).map((half) => half.split("|"));
  return { first, then, far: text.includes(" ~ ") };
}

/**
 * Whether a text claims one of these. A claim has two halves, "potassium … up|raise": in one part of a sentence, and in
 * this order; with "~" for "…", anywhere in the sentence. Nobody whom one of the claims `about` is about may be named
 * between them, nothing be denied, and nothing turn it round. A claim of one half, "is not low", is a phrase.
 */
export function claims(text: string, says: readonly string[], about: readonly string[] = says): boolean {
  const subjects = about.map(claimOf).flatMap(({ first, then }) => (then ? first : []));
  return statementsOf(text).some((sentence) =>
    says.map(claimOf).some((claim) => {
      const parts = claim.far ? [partsOf(sentence, []).flat()] : partsOf(sentence, turns);
      return parts.some((words) => makes(words, claim, subjects));
    }),
  );
}

function makes(words: readonly string[], { first, then }: Claim, subjects: readonly string[]): boolean {
  const all = (starts: readonly string[]): readonly Place[] => starts.flatMap((start) => placesOf(words, start));
  const isNamed = (from: number, to: number): boolean =>
    subjects.some((subject) => placesOf(words.slice(from, to), subject).length > 0);
  return all(first).some(([from, to]) => {
    const near = Math.max(0, from - 3);
    const isSupposed = words.slice(near, from).some((word) => supposed.has(word));
    if (then === undefined) return !isSupposed && !isDenied(words.slice(0, to), from, to);
    if (words.slice(near, from).some((word) => rare.has(word))) return false;
    return all(then).some(([at, end]) => {
      const follows = at >= to && at - to <= apart;
      const isReversed = words.slice(to, at).some((word) => reverses.some((start) => word.startsWith(start)));
      if (!follows || isNamed(to, at) || isReversed) return false;
      return !isDenied(words.slice(near, end), at - near, end - near);
    });
  });
}
