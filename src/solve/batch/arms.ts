import type { Formulas } from "./formulas.js";

/** Fewer operations than this are done sooner than it is found out whether they are needed. */
const worthwhile = 4;

/**
 * What belongs to one arm of a choice: an arm that no lane takes can then be left out.
 * @param reads the values that a value is worked out from
 * @returns for argument number `arm` of a `select` the values that nothing else needs; none where they are few
 */
export function ownOfArms(
  values: Formulas["values"],
  wanted: readonly number[],
  reads: (value: number) => readonly number[],
): (select: number, arm: 1 | 2) => ReadonlySet<number> {
  const users = new Map<number, number[]>(wanted.map((value) => [value, [NaN]]));
  const seen = new Set<number>();
  const visit = (value: number): void => {
    if (seen.has(value)) return;
    seen.add(value);
    for (const read of reads(value)) {
      users.set(read, [...(users.get(read) ?? []), value]);
      visit(read);
    }
  };
  wanted.forEach(visit);

  return (select, arm) => {
    const { args } = values[select];
    const below = new Set<number>();
    const gather = (value: number): void => {
      if (below.has(value)) return;
      below.add(value);
      reads(value).forEach(gather);
    };
    gather(args[arm]);
    const own = new Set<number>();
    const onlyThere = args.filter((arg) => arg === args[arm]).length === 1;
    // A value is made after those that it is made of, so that those who use it are looked at before it.
    for (const value of [...below].sort((a, b) => b - a)) {
      const here = (user: number): boolean => own.has(user) || (user === select && value === args[arm] && onlyThere);
      if (reads(value).length > 0 && (users.get(value) ?? []).every(here)) own.add(value);
    }
    return own.size < worthwhile ? new Set() : own;
  };
}

/** Whether a choice is the greater of two numbers, told by their difference: a - b > 0 ? a : b. */
export function isGreater(values: Formulas["values"], value: number): boolean {
  const { op, args } = values[value];
  if (op !== "select") return false;
  const { op: comparison, args: compared } = values[args[0]];
  if (comparison !== ">") return false;
  const [difference, zero] = compared.map((arg) => values[arg]);
  const same = difference.op === "-" && difference.args[0] === args[1] && difference.args[1] === args[2];
  return same && zero.op === "constant" && zero.number === 0;
}
