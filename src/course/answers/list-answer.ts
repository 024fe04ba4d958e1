import { agree, isRounded, roundedTooFar, type Tolerance } from "./tolerance.js";
import {
  bracketsMissing,
  isBlank,
  isList,
  kindOf,
  recognised,
  right,
  unanswered,
  wrong,
  type Answer,
  type Misconception,
} from "./verdict.js";

/** The numbers of a list, all in one unit. */
export interface ListAnswer {
  /** What the numbers are, in the plural: "equilibria". */
  readonly of: string;
  readonly unit: string;
  readonly right: ArrayLike<number>;
  readonly tolerance: Tolerance;
  /** The order does not matter. */
  readonly anyOrder?: boolean;
  readonly misconceptions: readonly Misconception<ArrayLike<number>>[];
}

/** Several numbers in a list. How many there are may be part of the question, so it is not told. */
export function listAnswer(expected: ListAnswer): Answer {
  const ordered = (list: ArrayLike<number>): number[] =>
    expected.anyOrder ? Array.from(list).sort((a, b) => a - b) : Array.from(list);
  const matches = (given: ArrayLike<number>, value: ArrayLike<number>): boolean =>
    agree(ordered(given), ordered(value), expected.tolerance);
  return {
    shape: `a list of ${expected.of}${expected.unit && ` in ${expected.unit}`}`,
    right: expected.right,
    misconceptions: expected.misconceptions,
    judge(given) {
      if (!isList(given))
        return wrong(`You gave ${kindOf(given)}.${typeof given === "number" ? ` ${bracketsMissing}` : ""}`);
      if (isBlank(given)) return unanswered;
      const numbers = Array.from(given);
      const stray = numbers.findIndex((x) => typeof x !== "number" || Number.isNaN(x));
      if (stray >= 0) {
        const what = typeof numbers[stray] === "number" ? "NaN" : kindOf(numbers[stray]);
        return wrong(`Entry ${stray} of your list (counted from 0) is ${what}; a number is wanted.`);
      }
      if (matches(numbers as number[], expected.right)) return right;
      const foreseen = expected.misconceptions.find((m) => matches(numbers as number[], m.wrong));
      if (foreseen) return recognised(foreseen);
      if (numbers.length !== expected.right.length) {
        const entries = numbers.length === 1 ? "entry" : "entries";
        const way = numbers.length < expected.right.length ? "few" : "many";
        return wrong(`Your list has ${numbers.length} ${entries}, which is too ${way}.`);
      }
      const [mine, theirs] = [ordered(numbers as number[]), ordered(expected.right)];
      if (mine.every((x, i) => agree(x, theirs[i], expected.tolerance) || isRounded(x, theirs[i])))
        return wrong(roundedTooFar);
      const backwards =
        !expected.anyOrder && numbers.length > 1 && matches([...(numbers as number[])].reverse(), expected.right);
      return wrong(backwards ? "These are the right numbers in reverse order." : "");
    },
  };
}

/** The numbers of a record, each in a unit of its own. */
export interface RecordAnswer<K extends string> {
  /** Unit of each number by its name; "" for a pure number. */
  readonly units: Readonly<Record<K, string>>;
  readonly right: Readonly<Record<NoInfer<K>, number>>;
  /** One for all, or one for each. */
  readonly tolerance: Tolerance | Readonly<Record<NoInfer<K>, Tolerance>>;
  readonly misconceptions: readonly Misconception<Readonly<Record<NoInfer<K>, number>>>[];
  /** What each number is worth; together all points of the exercise. */
  readonly points: Readonly<Record<NoInfer<K>, number>>;
}

/** Several numbers by name, `{ gL: 8, EL: -78 }`, each with points of its own. */
export function recordAnswer<const K extends string>(expected: RecordAnswer<K>): Answer {
  const names = Object.keys(expected.units) as K[];
  const toleranceOf = (name: K): Tolerance =>
    typeof expected.tolerance === "number" || "relative" in expected.tolerance
      ? expected.tolerance
      : (expected.tolerance as Record<K, Tolerance>)[name];
  const differs = (given: Record<K, number>, value: Readonly<Record<K, number>>): K[] =>
    names.filter((name) => !agree(given[name], value[name], toleranceOf(name)));
  const withUnit = (name: K): string => name + (expected.units[name] && ` in ${expected.units[name]}`);
  return {
    shape: `a record of ${names.map(withUnit).join(", ")}`,
    right: expected.right,
    misconceptions: expected.misconceptions,
    parts: names.map((name) => ({
      name,
      points: expected.points[name],
      holds: (given) =>
        typeof given === "object" &&
        given !== null &&
        !isList(given) &&
        !differs(given as Record<K, number>, expected.right).includes(name),
    })),
    judge(given) {
      if (typeof given !== "object" || given === null || isList(given)) return wrong(`You gave ${kindOf(given)}.`);
      const numbers = given as Record<K, number>;
      const strange = Object.keys(given).filter((key) => !(names as string[]).includes(key));
      const absent = names.filter((name) => !(name in given));
      if (absent.length > 0 && strange.length > 0)
        return wrong(`Your record has ${strange.join(", ")}; it wants ${absent.join(", ")}, by just this name.`);
      if (names.every((name) => isBlank(numbers[name]))) return unanswered;
      const stray = names.find((name) => typeof numbers[name] !== "number" && !isBlank(numbers[name]));
      if (stray !== undefined)
        return wrong(`What stands behind ${stray} is ${kindOf(numbers[stray])}; a number is wanted.`);
      const missing = names.filter((name) => typeof numbers[name] !== "number" || Number.isNaN(numbers[name]));
      if (missing.length > 0) return wrong(`There is no number yet for ${missing.join(", ")}.`);
      const off = differs(numbers, expected.right);
      if (off.length === 0) return right;
      const foreseen = expected.misconceptions.find((m) => differs(numbers, m.wrong).length === 0);
      if (foreseen) return recognised(foreseen);
      return wrong(off.every((name) => isRounded(numbers[name], expected.right[name])) ? roundedTooFar : "");
    },
  };
}
