import { shuffled, type Domain } from "./domain.js";
import { agree, magnitude, type Tolerance } from "./tolerance.js";
import {
  isBlank,
  isList,
  kindOf,
  recognised,
  right,
  wrong,
  type Answer,
  type Misconception,
  type Part,
} from "./verdict.js";

/** A part of a function that has points of its own. */
export interface FunctionPart<A extends unknown[] | []> {
  readonly name: string;
  readonly points: number;
  /** The arguments that count; all unless given. A constant must not be right there. */
  readonly where?: (args: A) => boolean;
  /** What of a value counts; all of it unless given. May throw for what is no such value. */
  readonly of?: (value: never) => unknown;
}

/** The function that is right, `F`, and the arguments, `A`, at which a given one is compared with it. */
export interface FunctionAnswer<A extends unknown[] | [], F> {
  /** What it is a function of, with units: "V in mV and n". */
  readonly of: string;
  /** What it gives: a unit, "a current in uA/cm^2"; "" for a pure number. */
  readonly gives: string;
  /**
   * Lists of arguments with which it is tried: enough that every misconception shows, with the corners where naive
   * formulas break.
   */
  readonly at: readonly A[];
  /** Draws arguments from all that the question allows: the grader asks there too, by a seed that is a secret. */
  readonly domain: Domain<NoInfer<A>>;
  /** How many are drawn; 60 unless a call is as long as a simulation. */
  readonly places?: number;
  readonly tolerance: Tolerance;
  readonly right: F;
  readonly misconceptions: readonly Misconception<F>[];
  readonly parts?: readonly FunctionPart<NoInfer<A>>[];
  /** How to try it, where it is not simply called with the arguments: gives what is compared. */
  readonly using?: (answer: F, ...args: A) => unknown;
}

/**
 * A function, compared with the right one at all of `at`. Its values may be numbers, lists or records of numbers, texts
 * or booleans.
 */
export function functionAnswer<A extends unknown[] | [], F = (...args: A) => unknown>(
  expected: FunctionAnswer<A, F>,
): Answer {
  const { at, domain, places = 60, tolerance } = expected;
  const call = expected.using ?? ((f: F, ...args: A) => (f as (...args: A) => unknown)(...args));
  const using = (f: F, ...args: A): unknown => call(f, ...(args.map(copied) as unknown as A));
  const values = (f: F): unknown[] => at.map((args) => using(f, ...args));
  const matches = (given: readonly unknown[], other: readonly unknown[], scale: number): boolean[] =>
    given.map((value, i) => agree(value, other[i], tolerance, scale));
  let publicTruth: unknown[] | undefined; // may have cost simulations
  const truths = (): unknown[] => (publicTruth ??= values(expected.right));
  const foreseen = new Map<F, unknown[]>();
  /** What a misconception gives at the public arguments. */
  const valuesOf = (one: Misconception<F>): unknown[] => {
    const known = foreseen.get(one.wrong) ?? values(one.wrong);
    foreseen.set(one.wrong, known);
    return known;
  };
  /** Arguments with what is right there: the public ones, and those that are drawn. */
  const asked = (random?: () => number): { args: A; truth: unknown }[] => {
    const drawn = random ? Array.from({ length: places }, () => domain(random)) : [];
    return [
      ...at.map((args, i) => ({ args, truth: truths()[i] })),
      ...drawn.map((args) => ({ args, truth: using(expected.right, ...args) })),
    ];
  };
  /** Asks in random order, and some of it twice. */
  const order = <T>(all: readonly T[], random?: () => number): readonly T[] =>
    random ? shuffled([...all, ...all.filter(() => random() < 0.3)], random) : all;
  const part = ({ name, points, where = () => true, of: taken = (value) => value }: FunctionPart<A>): Part => ({
    ...{ name, points },
    holds(given, random) {
      if (typeof given !== "function") return false;
      const all = asked(random)
        .filter(({ args }) => where(args))
        .map(({ args, truth }) => ({ args, truth: taken(truth as never) }));
      const scale = magnitude(all.map(({ truth }) => truth));
      const isAsked = all.length > 0;
      return (
        isAsked &&
        order(all, random).every(({ args, truth }) =>
          agree(taken(using(given as F, ...args) as never), truth, tolerance, scale),
        )
      );
    },
  });
  const { of, gives } = expected;
  const result = /^(an?|the) /.test(gives) ? gives : numberWith(gives);
  return {
    shape: `a function of ${of}${gives && ` that gives ${result}`}`,
    right: expected.right,
    misconceptions: expected.misconceptions,
    ...(expected.parts && { parts: expected.parts.map(part) }),
    judge(given) {
      if (typeof given !== "function") {
        const advice = typeof given === "number" ? " Hand over the function itself, not its value." : "";
        return wrong(`You gave ${kindOf(given)}.${advice}`);
      }
      const tried = at.map((args) => {
        try {
          return using(given as F, ...args);
        } catch (thrown) {
          throw new AnswerError(args, thrown);
        }
      });
      if (tried.every((value) => isBlank(value)))
        return {
          kind: "unanswered",
          feedback: nothingYet + (at.some((args) => args.some(isList)) ? beyondTheEnd : ""),
        };
      if (tried.some((value) => value instanceof Promise))
        return wrong("Your function gives a Promise: it must not be async.");
      const truth = truths();
      const scale = magnitude(truth);
      const hits = matches(tried, truth, scale);
      if (hits.every(Boolean)) return right;
      const mixUp = expected.misconceptions.find((one) => matches(tried, valuesOf(one), scale).every(Boolean));
      if (mixUp) return recognised(mixUp);
      const first = hits.indexOf(false);
      const many = hits.filter(Boolean).length;
      const slip = slipIn(tried, (mended) => matches(mended, truth, scale).every(Boolean));
      return wrong(
        slip ??
          miswritten(String(given)) ??
          [
            `It agrees at ${many === 0 ? "none" : many} of ${hits.length} test points.`,
            `At ${place(at[first])}, for example, yours gives ${told(tried[first])}.`,
          ].join(" "),
      );
    },
    holdsElsewhere(given, random) {
      const all = asked(random);
      const scale = magnitude(all.map(({ truth }) => truth));
      return order(all, random).every(({ args, truth }) => agree(using(given as F, ...args), truth, tolerance, scale));
    },
  };
}

/** What is written in a function, and means something else in TypeScript than on paper. */
function miswritten(source: string): string | undefined {
  if (/[\w)\]]\s*\^\s*[\w(-]/.test(source))
    return "A power is written `x ** 2`: `^` does something else to the bits of a number.";
  if (/\bif\s*\([^()=!<>]*[^()=!<>\s]\s*=\s*[^=>]/.test(source))
    return "A single `=` behind `if` does not ask, it sets a value. To ask whether two are equal, write `===`.";
  return undefined;
}

/** "20" of one argument, "(20, 0.3)" of more. */
const place = (args: readonly unknown[]): string =>
  args.length === 1 ? told(args[0]) : `(${args.map(told).join(", ")})`;

const nothingYet = "So far your function gives nothing, or `NaN`, wherever it was tried.";
const beyondTheEnd = " (A list has nothing beyond its end, and a sum with nothing is `NaN`.)";

/** A slip that runs through all values: a wrong sign, a wrong power of 1000, capital letters. */
function slipIn(tried: readonly unknown[], fits: (values: readonly unknown[]) => boolean): string | undefined {
  if (tried.every((value) => typeof value === "string")) {
    return fits(tried.map((value) => value.trim().toLowerCase()))
      ? "The words are right. Write them in small letters, without spaces around them."
      : undefined;
  }
  if (!tried.every((value) => typeof value === "number")) return undefined;
  if (fits(tried.map((value) => -value))) return "The size is right everywhere, the sign is not.";
  return [1e-6, 1e-3, 1e3, 1e6].some((factor) => fits(tried.map((value) => value * factor)))
    ? "The digits are right everywhere, the power of ten is not. Mind the units."
    : undefined;
}

/** Lists and records are handed over as copies: a function that sorts its argument must not change the question. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (ArrayBuffer.isView(value) && "slice" in value) return (value as Float64Array).slice();
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copied(part)]));
}

/** What the student's function threw, with the arguments at which it did. */
class AnswerError extends Error {
  constructor(args: readonly unknown[], thrown: unknown) {
    const name = thrown instanceof Error && thrown.name !== "Error" ? `${thrown.name}: ` : "";
    const what = thrown instanceof Error ? thrown.message : told(thrown);
    super(`Your function threw at (${args.map(told).join(", ")}): ${name}${what}`, { cause: thrown });
  }
}

/** Each value as a list of one argument. */
export const each = <T>(values: readonly T[]): [T][] => values.map((value) => [value]);

/** `count` evenly spaced values from `low` to `high`, each as a list of one argument. */
export const grid = (low: number, high: number, count: number): [number][] =>
  Array.from({ length: count }, (_, i) => [low + ((high - low) * i) / (count - 1)]);

const numberWith = (unit: string): string => (unit === "1" ? "a number" : `a number in ${unit}`);

/** A value in a few characters. */
function told(value: unknown): string {
  if (typeof value === "number") return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
  if (isList(value)) return value.length > 6 ? kindOf(value) : `[${Array.from(value).map(told).join(", ")}]`;
  if (typeof value === "string") return JSON.stringify(value.slice(0, 60));
  if (typeof value === "boolean") return String(value);
  if (typeof value === "object" && value !== null && !("kernels" in value)) {
    const entries = Object.entries(value);
    return entries.length > 6 ? kindOf(value) : `{ ${entries.map(([k, v]) => `${k}: ${told(v)}`).join(", ")} }`;
  }
  return kindOf(value);
}
