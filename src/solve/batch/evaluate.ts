import { runtimeFunctions } from "../../model/code/javascript.js";
import { UnknownCode, type Formulas } from "./formulas.js";

/**
 * The numbers of invariant values at these parameters, out[k] of wanted[k], by the same operations that generated code
 * does: it is they that are done once instead of in every step.
 */
export function evaluator(
  { values }: Formulas,
  wanted: readonly number[],
): (p: Float64Array, out: (k: number, value: number) => void) => void {
  const order = inOrder(values, wanted);
  const place = new Map(order.map((value, k) => [value, k]));
  const steps = order.map((value) => {
    const { op, args, number } = values[value];
    return { number, args: args.map((arg) => place.get(arg) ?? NaN), apply: operation(op), op };
  });
  const numbers = new Float64Array(order.length);
  const places = wanted.map((value) => place.get(value) ?? NaN);
  return (p, out) => {
    steps.forEach(({ op, number, args, apply }, k) => {
      if (op === "constant") numbers[k] = number;
      else if (op === "parameter") numbers[k] = p[number];
      else numbers[k] = Number(apply(...args.map((arg) => numbers[arg])));
    });
    places.forEach((at, k) => out(k, numbers[at]));
  };
}

/** The values that these need and they themselves, those first that others need. */
export function inOrder(values: Formulas["values"], wanted: readonly number[]): number[] {
  const seen = new Set<number>();
  const visit = (value: number): void => {
    if (seen.has(value)) return;
    values[value].args.forEach(visit);
    seen.add(value);
  };
  wanted.forEach(visit);
  return [...seen];
}

const operations: Readonly<Record<string, (...args: number[]) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "<": (a, b) => Number(a < b),
  ">": (a, b) => Number(a > b),
  "<=": (a, b) => Number(a <= b),
  ">=": (a, b) => Number(a >= b),
  "&&": (a, b) => a && b,
  "||": (a, b) => a || b,
  negate: (a) => -a,
  select: (c, a, b) => (c ? a : b),
  max: Math.max,
  min: Math.min,
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
  ...runtimeFunctions,
};

function operation(op: string): (...args: number[]) => number {
  if (op === "constant" || op === "parameter") return () => NaN;
  const found = operations[op];
  if (found === undefined) throw new UnknownCode(op);
  return found;
}
