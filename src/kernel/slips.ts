/**
 * Slips of somebody who writes a formula as on paper: a comma in a number, a unit behind it, a sign of multiplication
 * that is left out. TypeScript says of each "',' expected.", and a dozen other things of what follows.
 */
import type { Diagnostic } from "./tslab.js";

const units = new Set(
  "s ms us V mV uV A nA pA uA Hz kHz m cm mm um S mS nS pS F uF nF pF M mM ohm MOhm um2 um3 cm2".split(" "),
);

const missing = /^'[,;]' expected\.$/;

const unknownSign = "Invalid character.";
const unterminated = "Unterminated string literal.";

const straight = 'A text stands between the straight marks of the keyboard, "like this"';

/** What is written for a sign of print, as it comes with a copied number or from the keyboard of a phone. */
const printed: readonly (readonly [RegExp, (sign: string) => string])[] = [
  [/^[\u2012-\u2015\u2212]/u, (sign) => `A minus is the - of the keyboard, not ${sign}.`],
  [/^[×·∙⋅]/u, (sign) => `A product is written with *, not with ${sign}.`],
  [/^[÷∕⁄]/u, (sign) => `A quotient is written with /, not with ${sign}.`],
  [/^[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/u, (sign) => `A power is written ** ${sign.normalize("NFKC").replace("−", "-")}, not ${sign}.`],
  [/^√/u, () => "A root is written Math.sqrt(x), not √x."],
  [/^[≤≥]/u, (sign) => `This comparison is written ${sign === "≤" ? "<=" : ">="}, not ${sign}.`],
  [/^≠/u, () => "This comparison is written !==, not ≠."],
  [/^[½¼¾]/u, (sign) => `A fraction is written ${sign.normalize("NFKC").replace("⁄", " / ")}, not ${sign}.`],
  [/^[\u2018-\u201f«»‹›′″]/u, (sign) => `${straight}: ${sign} is none of them.`],
  [/^[\u200e\u200f\u2060]/u, () => "An invisible sign stands here: delete it, and type what is around it again."],
];

const signOfPrint = (here: string): string => {
  for (const [signs, cure] of printed) {
    const [sign] = signs.exec(here) ?? [];
    if (sign !== undefined) return cure(sign);
  }
  return `The sign ${/^./u.exec(here) ?? ""} means nothing here, outside of a text.`;
};

/** What the writer most likely meant at the place of a message; undefined: it is no such slip. */
export function slipAt(lines: readonly string[], { start, end, messageText }: Diagnostic): string | undefined {
  const line = lines[start.line] ?? "";
  const before = line.slice(0, start.character).trimEnd();
  const here = line.slice(start.character);
  const after = (end.line === start.line ? line.slice(end.character) : "").trimStart();
  if (/^Variable declaration expected\.$/.test(messageText) && /\d,$/.test(before) && /^\d/.test(here))
    return decimalComma(`${/\d+(?=,$)/.exec(before)}`, `${/^\d+/.exec(here)}`);
  if (messageText === "':' expected." && /\d,\d+$/.test(before)) {
    const [, whole, tenths] = /(\d+),(\d+)$/.exec(before) as RegExpExecArray;
    return decimalComma(whole, tenths);
  }
  const [, front] = /(\d+),$/.exec(before) ?? [];
  const [, entry] = /^Object literal may only .*'(\d+)' does not exist/.exec(messageText) ?? [];
  if (front && entry) return decimalComma(front, entry);
  if (/^(?:Octal literals|Decimals with leading zeros) are not allowed/.test(messageText) && front)
    return decimalComma(front, `${/^\d+/.exec(here)}`);
  if (/^Left side of comma operator is unused/.test(messageText)) {
    if (/[\p{L}\p{N}_$)\]]\[\s*$/u.test(before)) return "Each index has brackets of its own, as in list[0][1].";
    const [, whole] = /(\d+)$/.exec(end.line === start.line ? line.slice(0, end.character) : "") ?? [];
    const [, decimals] = /^,(\d+)/.exec(after) ?? [];
    return whole && decimals ? decimalComma(whole, decimals) : undefined;
  }
  if (/^(?:'const' declarations must be init|Block-scoped variable |Cannot redeclare block)/.test(messageText))
    return listMissing(line);
  const [, asks] = /\b(if|while|for|switch)$/.exec(before) ?? [];
  if (messageText === "'(' expected." && asks) return `What ${asks} asks stands in parentheses: ${asks} (…).`;
  if (/^'[),;]' expected\.$/.test(messageText) && /--$/.test(before))
    return "A minus before a negative number needs parentheses: V - (-77), which is V + 77.";
  const [, type] = typeFilled.exec(line) ?? [];
  if (type) return `Write into the brackets behind the =: ${type}[] before it only says what kind of list it is.`;
  if (/^An identifier or keyword cannot immediately follow/.test(messageText)) return between(before, here);
  const word = /^(and|or)\b/.exec(here)?.[1];
  if (word !== undefined && / expected\.$/.test(messageText))
    return `Between two conditions one writes ${word === "and" ? "&&" : "||"}, not ${word}.`;
  if (missing.test(messageText) && /[\p{L}\p{N}_$)\]"'`]$/u.test(before)) return between(before, here);
  if (/^Cannot find name '[^']+'\.$/.test(messageText) && /\bfor\s*\($/.test(before) && /^(?:of|in)\b/.test(after))
    return `The name in a loop is new: write for (const ${line.slice(start.character, end.character)} of …).`;
  if (/^Cannot find name '[^']+'\.$/.test(messageText) && /\bfor\s*\($/.test(before) && /^=(?!=)/.test(after))
    return `The name in a loop is new: write for (let ${line.slice(start.character, end.character)} = …).`;
  if (/^This expression is not callable\.\s+Type 'Number'/.test(messageText) && /^\(\s*\)/.test(after))
    return "This is a number, not a function: leave out the () behind it.";
  const [, percent] = (messageText === "Expression expected." && /(\d+(?:\.\d+)?) ?%$/.exec(before)) || [];
  if (percent !== undefined)
    return `The sign % does not stand for hundredths here: ${percent} % is ${+(Number(percent) / 100).toFixed(12)}.`;
  if (messageText === unterminated) return markMissing;
  if (/^This expression is not callable\.\s+Type 'String'/.test(messageText) && /^\s*`/.test(lines[end.line + 1] ?? ""))
    return "A text of several lines has one backtick before it and one behind it, and none between its lines.";
  if (messageText === "'}' expected.") return "A brace { is open to the end: its } is missing.";
  if (/^'[)\]]' expected\.$/.test(messageText)) return notClosed(messageText[1], before, here);
  if (/^Expected \S+ arguments?, but got \d+\.$/.test(messageText)) {
    const [, whole, tenths] = /^[^"'`]*[^\w.,[](\d+),(\d+)(?=\s*[),])/.exec(line.replace(/"[^"]*"/g, "text")) ?? [];
    return whole && decimalComma(whole, tenths);
  }
  return undefined;
}

/** `const x: string["a"] = []`: an answer in the first brackets there are, which belong to the type. */
const typeFilled = /^\s*(?:const|let)\s+\w+\s*:\s*(string|number)(?:\[\])*(?:\[[^\]]|["'\d])[^=]*=\s*\[/;

const markMissing =
  "The second mark of a text is missing on its line: one of several lines stands between backticks, `like this`.";

const decimalComma = (whole: string, decimals: string): string =>
  `A number is written with a point, not with a comma: ${whole}.${decimals}.`;

/** A value in the place of a parenthesis or bracket that closes has no sign before it; anything else: none closes. */
function notClosed(closing: string, before: string, here: string): string | undefined {
  const missingSign = /[\p{L}\p{N}_)\]]$/u.test(before) ? between(before, here) : undefined;
  if (missingSign !== undefined) return missingSign;
  return closing === ")" ? openParenthesis : openBracket;
}

/** `const x = a, b`: TypeScript reads a second name that is declared. */
const listMissing = (line: string): string | undefined =>
  /(?:^|;)\s*(?:const|let)\s[^=;]*=\s*[^=,;([{]+,\s*[\p{L}_$]/u.test(line)
    ? "Several values make a list, in square brackets: [first, second]."
    : undefined;

/** Two values without anything between them. */
function between(before: string, here: string): string | undefined {
  const value = /^(?:[\p{L}_$][\p{L}\p{N}_$]*|\d[\d.]*|["'`(])/u.exec(here)?.[0];
  if (value === undefined) return undefined;
  if (/["'`]\p{L}[^"'`]*$|["'`]$/u.test(before) && /^\p{L}/u.test(value) && /["'`]/.test(here))
    return "A text ends at the next mark of the kind with which it begins: with ' in it, it stands between backticks.";
  if (/(?:^|[^\p{L}_$])[\d.]+$/u.test(before) && units.has(value))
    return `A number stands without its unit: leave out ${value}, or write it as a comment, // ${value}.`;
  if (/["'`]$/.test(before) && /^["'`]/.test(here)) return "Between two entries of a list stands a comma.";
  if (/[[,]\s*-?[\d.]+$/.test(before) && /^\d/.test(here)) return "Between two entries of a list stands a comma.";
  if (/(?:^|[^\p{L}\p{N}_$])\p{L}+$/u.test(before) && /^["'`]/.test(here)) return undefined;
  return `Between two values stands a sign such as * or +: is it missing before ${value}?`;
}

/** What a reader writes as a prediction, between the number and the function that shows the run. */
const prediction = /^(\s*predict(?:<[^(]*>)?\("[^"]*",\s*)([^"'`[].*?),\s*\(\w*\)\s*=>/;

const keyword =
  /^(?:const|let|var|return|function|new|await|async|typeof|else|export|import|case|of|in|if|for|and|or)$/;

/** Words without quotation marks, of which TypeScript reads each as a name. */
function wordsAt(line: string, found: readonly Diagnostic[]): Diagnostic | undefined {
  const { start } = found[0];
  const at = (from: number, text: string, messageText: string): Diagnostic => ({
    ...found[0],
    start: { ...start, character: from },
    end: { ...start, character: from + text.length },
    messageText,
  });
  const [, front, said] = prediction.exec(line) ?? [];
  if (said !== undefined && said !== "NaN" && /^[\p{L}\d .,+-]*$/u.test(said) && /\p{L}|[+-]$/u.test(said))
    return at(
      front.length,
      said,
      `A prediction in words stands in quotation marks: "${said}". A number stands alone, without its unit.`,
    );
  const unknown = new Set(found.map((d) => /^Cannot find name '([^']+)'\./.exec(d.messageText)?.[1]));
  for (const { 0: run, index } of line.matchAll(/\p{L}{2,}(?: \p{L}+)+/gu)) {
    const words = run.split(" ");
    const first = words.findIndex((word) => !keyword.test(word));
    const meant = words.slice(first).join(" ");
    const from = index + run.length - meant.length;
    const [declared, behind] = [/^(?:const|let)$/.test(words[first - 1] ?? ""), line.slice(from + meant.length)];
    if (first < 0 || !meant.includes(" ") || !found.some((d) => d.start.character >= from)) continue;
    if (declared && /^\s*[=:]/.test(behind))
      return at(
        from,
        meant,
        `A name has no spaces: write ${meant.replaceAll(/ (\p{L})/gu, (_, c) => c.toUpperCase())}.`,
      );
    if (!declared && words.slice(first).some((word) => unknown.has(word)) && !quoted(line, from))
      return at(from, meant, `A text stands in quotation marks: "${meant}".`);
  }
  return undefined;
}

/** The sign that would close a bracket stands where TypeScript has given up waiting for it. */
function unclosedAt(line: string, found: readonly Diagnostic[]): Diagnostic | undefined {
  for (const diagnostic of found) {
    if (!/^'[),\]]' expected\.$/.test(diagnostic.messageText)) continue;
    const opened = innermostOpen(line.slice(0, diagnostic.start.character));
    const here = line.slice(diagnostic.start.character).trimStart();
    if (opened === "(" && /^(?:[\]};]|$)/.test(here)) return { ...diagnostic, messageText: openParenthesis };
    if (opened === "[" && /^(?:[)};]|$)/.test(here)) return { ...diagnostic, messageText: openBracket };
  }
  return undefined;
}

/** The last bracket of a text that is not closed in it. */
function innermostOpen(text: string): string | undefined {
  const open: string[] = [];
  for (const [sign] of text.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, "").matchAll(/[()[\]{}]/g)) {
    if ("([{".includes(sign)) open.push(sign);
    else open.pop();
  }
  return open.at(-1);
}

const openParenthesis = "A parenthesis ( is not closed: its ) is missing.";
const openBracket = "A square bracket [ is not closed: its ] is missing.";

/** Whether a place is within a text, where an apostrophe in a word ends none, or a comment. */
const quoted = (line: string, place: number): boolean =>
  /["'`]|\/\//.test(
    line
      .slice(0, place)
      .replace(/(?<=\p{L})'(?=\p{L})/gu, "")
      .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, ""),
  );

/**
 * The messages of a cell, slips named. What else is said of a line with a slip only follows from it, and so does all
 * that is said behind a text that does not end.
 */
export function withSlips(lines: readonly string[], found: readonly Diagnostic[]): readonly Diagnostic[] {
  const slipped = new Set<number>();
  const open = found.find((each) => !each.fileName && each.messageText === unterminated)?.start.line ?? Infinity;
  return found.flatMap((diagnostic) => {
    const { line } = diagnostic.start;
    if (slipped.has(line) || (!diagnostic.fileName && line > open)) return [];
    const own = found.filter((other) => !other.fileName && other.start.line === line);
    const told = lines[line] ?? "";
    const print = diagnostic.fileName ? undefined : own.find(({ messageText }) => messageText === unknownSign);
    if (print !== undefined) {
      slipped.add(line);
      return [{ ...print, messageText: signOfPrint(told.slice(print.start.character)) }];
    }
    const text = diagnostic.fileName ? undefined : (wordsAt(told, own) ?? unclosedAt(told, own));
    const slip = diagnostic.fileName ? undefined : slipAt(lines, diagnostic);
    if (text !== undefined || slip !== undefined) slipped.add(line);
    if (text !== undefined) return [text];
    if (slip === undefined) return [diagnostic];
    const last = lines.length - 1;
    const start = line > last ? { line: last, character: lines[last].length } : diagnostic.start;
    return [{ ...diagnostic, start, messageText: slip }];
  });
}
