import { pow } from "../numerics/elementary.js";
import { compute } from "../model/graph/node.js";
import type { Formula } from "./formula.js";

/**
 * The value of a formula; undefined where it needs a name that has none.
 * @param known the value of a name, if it has one
 */
export function evaluate(
  f: Formula,
  known: (name: string) => number | undefined = () => undefined,
): number | undefined {
  const all = (parts: readonly Formula[]): readonly number[] | undefined => {
    const values = parts.map((part) => evaluate(part, known));
    return values.some((v) => v === undefined) ? undefined : (values as readonly number[]);
  };
  switch (f.kind) {
    case "number":
      return f.value;
    case "symbol":
      return known(f.name);
    case "negate": {
      const value = evaluate(f.of, known);
      return value === undefined ? undefined : -value;
    }
    case "conditional": {
      const sides = all([f.test.left, f.test.right]);
      if (sides === undefined) return undefined;
      return evaluate(holds(f.test.relation, sides[0], sides[1]) ? f.consequent : f.alternate, known);
    }
  }
  const values = all(f.kind === "call" ? f.args : [f.left, f.right]);
  if (values === undefined) return undefined;
  const [a, b] = values;
  if (f.kind === "call")
    switch (f.name) {
      case "max":
        return Math.max(a, b);
      case "min":
        return Math.min(a, b);
      case "bernoulli":
        return a === 0 ? 1 : a / compute.expm1(a);
      default:
        return compute[f.name](a);
    }
  switch (f.op) {
    case "add":
      return a + b;
    case "subtract":
      return a - b;
    case "multiply":
      return a * b;
    case "divide":
      return a / b;
    case "pow":
      return pow(a, b);
  }
}

const holds = (relation: string, a: number, b: number): boolean =>
  relation === ">" ? a > b : relation === ">=" ? a >= b : relation === "<" ? a < b : a <= b;
