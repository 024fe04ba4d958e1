/** Answers that look right where the public check looks, and are wrong: made from an exercise itself. */
import type { Exercise } from "../../src/course/exercise.js";

type Call = (...given: unknown[]) => unknown;
/** Made anew for each marking, for it may count its calls. */
type Attacker = readonly [name: string, make: () => Call];

const keyOf = (given: readonly unknown[]): string => JSON.stringify(given);

/** Where what is asked is all there is: an answer that is right there is a right answer. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  "14.3": ["right in the range of what is asked"],
  "15.2": ["a table, else silent taken for class 3"],
};

/** Another value of the same kind. */
function spoilt(value: unknown): unknown {
  if (typeof value === "number") return 1.3 * value + 1.7;
  if (typeof value === "string") return value === "saddle" ? "stable node" : "saddle";
  return Array.isArray(value) ? [...value.map(spoilt), 5] : value;
}

const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value as Record<string, unknown>).flatMap(numbersIn)
      : [];

/** How far two lists of arguments are apart, each number by its size. */
function distance(a: readonly unknown[], b: readonly unknown[]): number {
  const [x, y] = [numbersIn(a), numbersIn(b)];
  const apart = x.map((v, i) => Math.abs(v - (y[i] ?? 1e6)) / (1 + Math.abs(v)));
  return apart.reduce((sum, d) => sum + d, Math.abs(x.length - y.length));
}

/** All that a student sees who hands a recording function to the public check: what it asks, and how often. */
function recorded(exercise: Exercise, student: string, right: Call): unknown[][] {
  const asked: unknown[][] = [];
  exercise.judge((...given: unknown[]) => {
    asked.push(structuredClone(given));
    return right(...given);
  }, student);
  return asked;
}

/** Wrong answers to an exercise that asks for a function. */
export function attackers(exercise: Exercise, student: string): Attacker[] {
  const answer = exercise.answerOf(student);
  const values = new Map<string, unknown>(); // a right function may simulate
  const right: Call = (...given) => {
    const key = keyOf(given);
    if (!values.has(key)) values.set(key, (answer.right as Call)(...given));
    return values.get(key);
  };
  const asked = recorded(exercise, student, right);
  const table = new Map(asked.map((given) => [keyOf(given), right(...given)]));
  const wrong: Call = (...given) => spoilt(right(...given));
  const nearest: Call = (...given) => {
    const far = asked.map((question) => distance(given, question));
    return table.get(keyOf(asked[far.indexOf(Math.min(...far))]));
  };
  const overwrites: Call = (...given) => {
    const [first] = asked;
    given.forEach((value, i) => {
      if (Array.isArray(value)) value.splice(0, value.length, ...(first[i] as unknown[]));
    });
    return table.get(keyOf(first));
  };
  const orElse =
    (other: Call): (() => Call) =>
    () =>
    (...given) =>
      table.has(keyOf(given)) ? table.get(keyOf(given)) : other(...given);
  const byCount =
    (isRight: (count: number, seen: number) => boolean): (() => Call) =>
    () => {
      let count = 0;
      const times = new Map<string, number>();
      return (...given) => {
        const seen = (times.get(keyOf(given)) ?? 0) + 1;
        times.set(keyOf(given), seen);
        return (isRight(++count, seen) ? right : wrong)(...given);
      };
    };
  const often = Math.max(...asked.map((given) => asked.filter((other) => keyOf(other) === keyOf(given)).length));
  const ranges = Array.from({ length: Math.min(...asked.map((given) => numbersIn(given).length)) }, (_, i) => {
    const column = asked.map((given) => numbersIn(given)[i]);
    return [Math.min(...column), Math.max(...column)] as const;
  });
  const among = (given: readonly unknown[]): boolean =>
    numbersIn(given).every((x, i) => i >= ranges.length || (x >= ranges[i][0] && x <= ranges[i][1]));
  const wherever =
    (isRight: (given: readonly unknown[]) => boolean): (() => Call) =>
    () =>
    (...given) =>
      (isRight(given) ? right : wrong)(...given);
  const isShort = (x: number): boolean => String(x).length < 8;
  const curves = asked.every((given) => given.length === 1 && typeof given[0] === "number");
  const all: Attacker[] = [
    ["a table of what is asked, else nothing", orElse(() => undefined)],
    ["a table, else NaN", orElse(() => Number.NaN)],
    ["a table, else 0", orElse(() => 0)],
    ["a table, else its nearest entry", orElse(nearest)],
    ["a table, else a wrong value", orElse(wrong)],
    ["a table, else it changes the question to a known one", orElse(overwrites)],
    ...answer.misconceptions.map(
      ({ name, wrong: other }): Attacker => [`a table, else ${name}`, orElse(other as Call)],
    ),
    ...(curves ? [["a table, straight lines between", (): Call => straightLines(table)] as const] : []),
    ["right for as many calls as the check makes", byCount((n) => n <= asked.length)],
    ["right for twice as many", byCount((n) => n <= 2 * asked.length)],
    ["wrong when asked again", byCount((_, seen) => seen <= often)],
    ["wrong at every tenth call after the check's", byCount((n) => n <= asked.length || n % 10 !== 0)],
    ["right in the range of what is asked", wherever(among)],
    ["right for round numbers", wherever((given) => numbersIn(given).every(isShort))],
    ["always its first value", () => () => table.get(keyOf(asked[0]))],
  ];
  return all.filter(([name]) => !harmless[exercise.id]?.includes(name));
}

function straightLines(table: ReadonlyMap<string, unknown>): Call {
  const points = [...table].map(([key, value]) => [(JSON.parse(key) as [number])[0], value as number] as const);
  points.sort(([a], [b]) => a - b);
  return (given) => {
    const x = given as number;
    const above = points.findIndex(([u]) => u >= x);
    const i = above < 0 ? points.length - 1 : Math.max(1, above);
    const [[a, low], [b, high]] = [points[i - 1], points[i]];
    return low + ((high - low) * (x - a)) / (b - a);
  };
}
