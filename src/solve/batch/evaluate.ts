import { runtimeFunctions } from "../../model/code/javascript.js";
import { UnknownCode, type Formulas } from "./formulas.js";

/**
 * The numbers of invariant values at these parameters, out[k] of wanted[k], by the same operations that generated code
 * does: it is they that are done once instead of in every step.
 */
export function evaluator(
  { values }: Formulas,
  wanted: readonly number[],
): (p: Float64Array, out: Float64Array) => void {
  const order = inOrder(values, wanted);
  const place = new Map(order.map((value, k) => [value, k]));
  const numbers = Float64Array.from(order, (value) => values[value].number); // those of constants stay
  const parameters = order.flatMap((value, k) => (values[value].op === "parameter" ? [[k, values[value].number]] : []));
  const steps = order.flatMap((value, k) => {
    const { op, args } = values[value];
    const [a, b = NaN, c = NaN] = args.map((arg) => place.get(arg) ?? NaN);
    return args.length === 0 ? [] : [{ k, count: args.length, a, b, c, apply: operation(op) }];
  });
  const places = Int32Array.from(wanted, (value) => place.get(value) ?? NaN);
  return (p, out) => {
    for (const [k, index] of parameters) numbers[k] = p[index];
    for (const { k, count, a, b, c, apply } of steps)
      numbers[k] = Number(
        count === 1
          ? apply(numbers[a])
          : count === 2
            ? apply(numbers[a], numbers[b])
            : apply(numbers[a], numbers[b], numbers[c]),
      );
    for (let k = 0; k < places.length; k++) out[k] = numbers[places[k]];
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
  const found = operations[op];
  if (found === undefined) throw new UnknownCode(op);
  return found;
}
