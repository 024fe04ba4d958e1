/**
 * Pairs of submissions that have much in common that few others have: by winnowing (Schleimer, Wilkerson and Aiken,
 * SIGMOD 2003), as MOSS does. A code is read as tokens, all names and numbers taken for equal; every run of `k` tokens
 * is a number, of each `window` of them the least is kept. What was handed out does not count, nor what many share,
 * for there are few ways to write a short answer. A pair is a question to a human, never a verdict.
 */

/** One student's code, and what all were given. */
export interface Written {
  readonly student: string;
  /** By exercise. */
  readonly code: ReadonlyMap<string, string>;
}

/** Two students whose codes are alike. */
export interface Pair {
  readonly students: readonly [string, string];
  /** Rare fingerprints that both have, of those that the one with fewer has. */
  readonly share: number;
  readonly common: number;
  /** Exercises in which they lie. */
  readonly exercises: readonly string[];
}

/** Tokens of a fingerprint; a run that two share of `k + window - 1` tokens is always found. */
const [k, window] = [10, 6];
/** A fingerprint counts if at most so many students, or so large a share of the class, have it. */
const rare = { students: 3, share: 0.05 };
/** A pair is told if it has so many of them in common, and so large a share. */
const telling = { common: 4, share: 0.4 };

/** @param handedOut code that everybody got */
export function suspiciousPairs(all: readonly Written[], handedOut: readonly string[]): Pair[] {
  const known = new Set(handedOut.flatMap((text) => hashes(text)));
  const prints = all.map(({ code }) => {
    const found = new Map<number, string>();
    for (const [exercise, text] of code)
      for (const hash of winnow(hashes(text))) if (!known.has(hash)) found.set(hash, exercise);
    return found;
  });
  const holders = new Map<number, number[]>();
  for (const [i, found] of prints.entries())
    for (const hash of found.keys()) holders.set(hash, [...(holders.get(hash) ?? []), i]);
  const most = Math.max(rare.students, rare.share * all.length);
  const isRare = (hash: number): boolean => (holders.get(hash)?.length ?? 0) <= most;
  const sizes = prints.map((found) => [...found.keys()].filter(isRare).length);
  const common = new Map<string, number[]>();
  for (const [hash, who] of holders) {
    if (!isRare(hash)) continue;
    for (const [n, a] of who.entries())
      for (const b of who.slice(n + 1)) common.set(`${a} ${b}`, [...(common.get(`${a} ${b}`) ?? []), hash]);
  }
  return [...common]
    .map(([pair, hits]): Pair => {
      const [a, b] = pair.split(" ").map(Number);
      return {
        students: [all[a].student, all[b].student],
        share: hits.length / Math.min(sizes[a], sizes[b]),
        common: hits.length,
        exercises: [...new Set(hits.flatMap((hash) => prints[a].get(hash) ?? []))].sort((x, y) =>
          x.localeCompare(y, "en", { numeric: true }),
        ),
      };
    })
    .filter((pair) => pair.common >= telling.common && pair.share >= telling.share)
    .sort((x, y) => y.common * y.share - x.common * x.share || (x.students[0] < y.students[0] ? -1 : 1));
}

const keywords = new Set(
  "const let var function return if else for while do of in new class throw try catch await async switch case".split(
    " ",
  ),
);

const tokens = new RegExp(
  [
    ...[String.raw`\/\/.*`, String.raw`\/\*[\s\S]*?(?:\*\/|$)`, String.raw`([A-Za-z_$][\w$]*)`, String.raw`(\d[\w.]*)`],
    String.raw`("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\`(?:[^\`\\]|\\[\s\S])*\`)`,
    ...["=>", String.raw`\*\*`, String.raw`[^\s\w]`],
  ].join("|"),
  "g",
);

/** Names, numbers and texts as one letter each, without comments and white space. */
export const tokensOf = (code: string): string[] =>
  [...code.matchAll(tokens)].flatMap(([token, name, number, text]) => {
    if (/^\/[/*]/.test(token)) return [];
    if (name !== undefined) return keywords.has(name) ? name : "i";
    return number !== undefined ? "n" : text !== undefined ? "s" : token;
  });

/** A number for each run of `k` tokens: FNV-1a of their texts. */
function hashes(code: string): number[] {
  const found = tokensOf(code);
  return Array.from({ length: Math.max(0, found.length - k + 1) }, (_, i) => {
    let hash = 0x811c9dc5;
    for (const letter of found.slice(i, i + k).join("\n")) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    return hash >>> 0;
  });
}

/** The least of each window; of equal ones the last. */
function winnow(all: readonly number[]): Set<number> {
  const kept = new Set<number>();
  for (let i = 0; i + Math.min(window, all.length) <= all.length && all.length > 0; i++)
    kept.add(Math.min(...all.slice(i, i + window)));
  return kept;
}
