import { readFileSync } from "node:fs";
import ts from "typescript";

/** A wrong answer by what was done to the right one. */
type Slip = readonly [name: string, answer: unknown];

/**
 * Where a slip leads back to a right answer: the order, or a constant, does not matter; a tenth of a reversal potential
 * near 0 mV is less than the rig's noise.
 */
const harmless: Readonly<Record<string, readonly string[]>> = {
  "3.2": ["backwards"],
  "3.5": ["one more"],
  "14.2": ["arguments reversed"],
  "14.3": ["arguments reversed"],
  "16.3": ["arguments reversed"],
  "20.2": ["a tenth more", "a tenth less"],
};

/** Wrong answers that nobody has written for this exercise: ten and more for numbers and functions. */
export function slips(id: string, right: unknown, shape: string): Slip[] {
  const all =
    typeof right === "number"
      ? ofNumber(right)
      : typeof right === "function"
        ? ofFunction(right as Call)
        : isNumbers(right)
          ? ofList(right)
          : Array.isArray(right)
            ? ofSelection(right as string[], shape)
            : shape.startsWith("a record of")
              ? ofRecord(right as Record<string, number>)
              : [];
  return all.filter(([name]) => !harmless[id]?.includes(name));
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 0 && value.every((x) => typeof x === "number");

const ofNumber = (x: number): Slip[] =>
  [
    ...[0, 1, -1, -x, 2 * x, x / 2, 10 * x, x / 10, 1 / x, x * x, Math.sqrt(Math.abs(x)), x + 5, x - 5].map(
      (wrong): Slip => [String(wrong), wrong],
    ),
    ...([
      ["a tenth more", 1.1 * x],
      ["a tenth less", 0.9 * x],
    ] satisfies Slip[]),
  ].filter(([, wrong]) => Math.abs(Number(wrong) - x) > 0.05 * Math.abs(x));

const ofList = (list: readonly number[]): Slip[] => [
  ["first left out", list.slice(1)],
  ["last left out", list.slice(0, -1)],
  ["twice", [...list, ...list]],
  ["backwards", [...list].reverse()],
  ["doubled", list.map((x) => 2 * x)],
  ["turned round", list.map((x) => -x)],
  ["shifted", list.map((x) => x + 3)],
  ["all alike", list.map(() => list[0])],
  ["places", list.map((_, i) => i)],
  ["one wrong", list.map((x, i) => (i === 0 ? 1.1 * x + 0.5 : x))],
];

const ofRecord = (record: Record<string, number>): Slip[] => {
  const names = Object.keys(record);
  const changed = (change: (x: number, name: string) => number): Record<string, number> =>
    Object.fromEntries(names.map((name) => [name, change(record[name], name)]));
  return [
    ...names.flatMap((one): Slip[] => [
      [`${one} too large`, changed((x, name) => (name === one ? 1.1 * x + 0.5 : x))],
      [`${one} turned round`, changed((x, name) => (name === one ? -x - 0.1 : x))],
    ]),
    ["handed on", changed((_, name) => record[names[(names.indexOf(name) + 1) % names.length]])],
    ["doubled", changed((x) => 2 * x)],
    ["zero", changed(() => 0)],
  ];
};

/** All selections that differ from the right one in one option, and a few that differ in more. */
const ofSelection = (right: readonly string[], shape: string): Slip[] => {
  const options = Array.from(shape.matchAll(/"([^"]*)"/g), ([, option]) => option);
  const others = options.filter((option) => !right.includes(option));
  return [
    ...right.map((option): Slip => [`without ${option}`, right.filter((other) => other !== option)]),
    ...others.map((option): Slip => [`with ${option}`, [...right, option]]),
    ...options.map((option): Slip => [`only ${option}`, [option]]),
    ["the others", others],
    ["all", options],
  ];
};

type Call = (...given: unknown[]) => unknown;

const ofFunction = (right: Call): Slip[] => {
  const known = new Map<string, unknown>(); // a right function may simulate
  const f: Call = (...given) => {
    const key = JSON.stringify(given);
    if (!known.has(key)) known.set(key, right(...given));
    return known.get(key);
  };
  const after =
    (change: (x: number) => number): Call =>
    (...given) =>
      mapNumbers(f(...given), change);
  let first: unknown;
  return [
    ["zero", after(() => 0)],
    ["one", after(() => 1)],
    ["negative", after((x) => -x)],
    ["doubled", after((x) => 2 * x)],
    ["half", after((x) => x / 2)],
    ["one more", after((x) => x + 1)],
    ["squared", after((x) => x * x)],
    ["a tenth more", after((x) => 1.1 * x)],
    ["the root", after((x) => Math.sqrt(Math.abs(x)))],
    ["its first argument", (...given: unknown[]) => given[0]],
    ["its last argument", (...given: unknown[]) => given.at(-1)],
    ["arguments reversed", (...given: unknown[]) => (given.length > 1 ? f(...[...given].reverse()) : undefined)],
    ["always the first value", (...given: unknown[]) => (first ??= f(...given))],
    ["nothing", () => undefined],
  ];
};

function mapNumbers(value: unknown, change: (x: number) => number): unknown {
  if (typeof value === "number") return change(value);
  if (Array.isArray(value)) return value.map((part) => mapNumbers(part, change));
  return typeof value === "string" ? value.split("").reverse().join("") : value;
}

/** The code of a notebook's cells, solutions included, as one text. */
export const codeOf = (notebook: string): string =>
  readFileSync(new URL(`../../notebooks/source/${notebook}.ts`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("// ") || /^\/\/ +(const|return|let)\b/.test(line))
    .join("\n");

/**
 * Names used and not declared in the code between backticks of a hint. What follows a dot, or stands alone, may be a
 * property; a single letter stands for anything.
 */
export function namesIn(hint: string): string[] {
  const spans = Array.from(hint.matchAll(/`([^`]+)`/g), ([, code]) => code);
  return spans.flatMap((code) => {
    if (/^\w+$/.test(code)) return [];
    const source = ts.createSourceFile("hint.ts", code.replaceAll("…", "undefined"), ts.ScriptTarget.ES2022, true);
    const [used, declared] = [new Set<string>(), new Set<string>()];
    const visit = (node: ts.Node): void => {
      if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name))
        declared.add(node.name.text);
      else if (ts.isIdentifier(node)) used.add(node.text);
      if (ts.isPropertyAccessExpression(node)) visit(node.expression);
      else if (ts.isPropertyAssignment(node)) visit(node.initializer);
      else ts.forEachChild(node, visit);
    };
    visit(source);
    return [...used].filter((name) => name.length > 1 && !declared.has(name));
  });
}
