import { readFileSync } from "node:fs";
import { readMaster, type Master } from "../../../src/course/masters/master.js";
import type { MarkedNumber } from "../../../src/course/masters/numbers.js";
import { claims, type Claims } from "./claims/claims.js";
import { scopeOf, TakesLong } from "./scope.js";

/** What becomes of a notebook's marked numbers. */
export interface Checked {
  /** One sentence for each number that is not what its mark gives. */
  readonly disagreements: readonly string[];
  readonly computed: number;
  /** How many take too long. */
  readonly left: number;
}

export const masterOf = (name: string): Master => readMaster(name, readFileSync(`notebooks/source/${name}.ts`, "utf8"));

/** @param which "quick": without what takes long */
export function checked(master: Master, which: "quick" | "all", own: Claims = claims[master.name] ?? {}): Checked {
  const disagreements: string[] = [];
  let [computed, left] = [0, 0];
  if (master.cells.every(({ numbers }) => numbers.length === 0)) return { disagreements, computed, left };
  const values = new Map<string, unknown>(); // a summary repeats what a section says
  const evaluate = scopeOf(master, own.names ?? {}, which === "quick" ? own.long : []);
  for (const { numbers, line } of master.cells)
    for (const number of numbers) {
      if (number.relation === undefined) continue;
      const complain = (what: string): void => {
        disagreements.push(`${master.name}.ts:${line + number.line}: ${number.printed}, but ${number.by} ${what}`);
      };
      try {
        if (!values.has(number.by)) values.set(number.by, evaluate(number.by));
        const value = values.get(number.by);
        if (typeof value !== "number") complain("is no number");
        else if (!agrees(number, value)) complain(`is ${value}`);
        computed++;
      } catch (error) {
        if (error instanceof TakesLong) left++;
        else complain(`fails: ${(error as Error).message}`);
      }
    }
  return { disagreements, computed, left };
}

/** Whether a printed number says of a computed one what its mark says: to the last digit that is printed. */
export function agrees({ printed, value, relation }: MarkedNumber, computed: number): boolean {
  if (relation === "<") return value <= computed;
  if (relation === ">") return value >= computed;
  const decimals = printed.split(".")[1]?.length ?? 0;
  const zeros = relation === "~" && decimals === 0 ? (/[1-9](0*)$/.exec(String(value))?.[1].length ?? 0) : 0;
  const unit = 10 ** zeros;
  return Number((computed / unit).toFixed(decimals)) === value / unit;
}
