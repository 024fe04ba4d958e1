import { ModelError } from "../model/error.js";
import type { Expression, FunctionName, Operator, Relation } from "../model/text/expression.js";
import { Graph } from "../model/graph/graph.js";
import { addExpression } from "../model/text/add-expression.js";

/** An expression in which x/(e^x − 1) may stand as one function, `bernoulli(x)`, that knows its limit at 0. */
export type Formula =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "negate"; readonly of: Formula }
  | { readonly kind: "operation"; readonly op: Operator; readonly left: Formula; readonly right: Formula }
  | { readonly kind: "call"; readonly name: FunctionName | "bernoulli"; readonly args: readonly Formula[] }
  | Conditional;
/** `test ? consequent : alternate`. */
export interface Conditional {
  readonly kind: "conditional";
  readonly test: Test;
  readonly consequent: Formula;
  readonly alternate: Formula;
}
/** A comparison of two formulas: what a conditional asks. */
export interface Test {
  readonly relation: Relation;
  readonly left: Formula;
  readonly right: Formula;
}

/** The formula of a literal. */
export const number = (value: number): Formula => ({ kind: "number", value });
/** The formula of a name, of whatever it stands for. */
export const symbol = (name: string): Formula => ({ kind: "symbol", name });
/** The formula of `left op right`. */
export const operation = (op: Operator, left: Formula, right: Formula): Formula => ({
  kind: "operation",
  op,
  left,
  right,
});
/** The formula of a function's value. */
export const call = (name: FunctionName | "bernoulli", ...args: readonly Formula[]): Formula => ({
  kind: "call",
  name,
  args,
});

/** The direct parts of a formula, in order. */
export function partsOf(f: Formula): readonly Formula[] {
  switch (f.kind) {
    case "number":
    case "symbol":
      return [];
    case "negate":
      return [f.of];
    case "operation":
      return [f.left, f.right];
    case "call":
      return f.args;
    case "conditional":
      return [f.test.left, f.test.right, f.consequent, f.alternate];
  }
}

/** Names of all symbols, each once, in order of appearance. */
export function namesIn(f: Formula): string[] {
  return [...new Set(f.kind === "symbol" ? [f.name] : partsOf(f).flatMap(namesIn))];
}

/** The formula with each part replaced by what `change` makes of it. */
export function mapParts(f: Formula, change: (part: Formula) => Formula): Formula {
  switch (f.kind) {
    case "number":
    case "symbol":
      return f;
    case "negate":
      return { ...f, of: change(f.of) };
    case "operation":
      return { ...f, left: change(f.left), right: change(f.right) };
    case "call":
      return { ...f, args: f.args.map(change) };
    case "conditional":
      return {
        ...f,
        test: { ...f.test, left: change(f.test.left), right: change(f.test.right) },
        consequent: change(f.consequent),
        alternate: change(f.alternate),
      };
  }
}

/** A node of a model's graph as a formula. */
export function raise(graph: Graph, root: number, states: readonly string[], parameters: readonly string[]): Formula {
  const visit = (i: number): Formula => {
    const { op, args, value } = graph.nodes[i];
    const [a, b, c] = args.map(visit);
    switch (op) {
      case "constant":
        return number(value);
      case "state":
        return symbol(states[value]);
      case "parameter":
        return symbol(parameters[value]);
      case "negate":
        return { kind: "negate", of: a };
      case "power":
        return operation("pow", a, number(value));
      case "add":
      case "subtract":
      case "multiply":
      case "divide":
      case "pow":
        return operation(op, a, b);
      case "select":
        return {
          kind: "conditional",
          test: { relation: ">=", left: a, right: number(0) },
          consequent: b,
          alternate: c,
        };
      case "bernoulli":
        if (value === 0) return call("bernoulli", a);
        break;
      case "free":
        break;
      default:
        return call(op, ...args.map(visit));
    }
    throw new ModelError(`a formula with '${op}' cannot be written out`);
  };
  return visit(root);
}

/**
 * An equation's right-hand side with every quotient of the shape x/(e^x − 1), which is 0/0 at x = 0, made one function.
 * @param parameters the names that do not vary in a run; all others are states or quantities
 */
export function withoutSingularities(expression: Expression, parameters: readonly string[]): Formula {
  const varying = namesIn(expression).filter((name) => !parameters.includes(name));
  const graph = new Graph();
  const leaf = (name: string): number =>
    varying.includes(name) ? graph.state(varying.indexOf(name)) : graph.parameter(parameters.indexOf(name));
  const node = (e: Expression): number => addExpression(graph, e, leaf);
  const shapes = (roots: readonly number[]): number =>
    graph.reachable(roots).filter((i) => graph.nodes[i].op === "bernoulli").length;
  const visit = (f: Formula): Formula => {
    if (f.kind === "operation" && (f.op === "divide" || f.op === "multiply")) {
      const { left, right } = f as { readonly left: Expression; readonly right: Expression };
      const root = node(f as Expression);
      if (shapes([root]) > shapes([node(left), node(right)])) return raise(graph, root, varying, parameters);
    }
    return mapParts(f, visit);
  };
  return visit(expression);
}

/** How a language writes what a formula is made of. */
export interface Dialect {
  symbol(name: string): string;
  power(base: string, exponent: Formula, printed: string): string;
  call(name: FunctionName | "bernoulli", args: readonly string[], formulas: readonly Formula[]): string;
  conditional(test: string, then: string, otherwise: string, formula: Conditional): string;
  readonly relations: Readonly<Record<Relation, string>>;
}

const binding: Readonly<Record<Operator, number>> = { add: 1, subtract: 1, multiply: 2, divide: 2, pow: 4 };
const signs = { add: " + ", subtract: " - ", multiply: "*", divide: "/" } as const;

/** The text of a formula. Negative numbers and negated terms stand in brackets, which every language reads alike. */
export function print(formula: Formula, dialect: Dialect): string {
  const wrapped = (f: Formula, least: number): string => {
    const text = visit(f);
    return f.kind === "operation" && binding[f.op] < least ? `(${text})` : text;
  };
  const visit = (f: Formula): string => {
    switch (f.kind) {
      case "number":
        return f.value < 0 ? `(${f.value})` : String(f.value);
      case "symbol":
        return dialect.symbol(f.name);
      case "negate":
        return `(-${wrapped(f.of, 4)})`;
      case "operation": {
        if (f.op === "pow") return dialect.power(wrapped(f.left, 5), f.right, wrapped(f.right, 5));
        const own = binding[f.op];
        const right = f.op === "subtract" || f.op === "divide" ? own + 1 : own;
        return wrapped(f.left, own) + signs[f.op] + wrapped(f.right, right);
      }
      case "call":
        return dialect.call(f.name, f.args.map(visit), f.args);
      case "conditional":
        return dialect.conditional(printTest(f.test, dialect), visit(f.consequent), visit(f.alternate), f);
    }
  };
  return visit(formula);
}

/** Equation text as `defineModel` reads it. */
export const equationText = (called: (name: string) => string): Dialect => ({
  symbol: called,
  power: (base, _, exponent) => `${base}^${exponent}`,
  call: (name, [a, b]) =>
    name === "bernoulli" ? `(${a})/(exp(${a}) - 1)` : b === undefined ? `${name}(${a})` : `${name}(${a}, ${b})`,
  conditional: (test, then, otherwise) => `((${test}) ? (${then}) : (${otherwise}))`,
  relations: { ">": ">", ">=": ">=", "<": "<", "<=": "<=" },
});

/** The text of a comparison, with the dialect's sign for it. */
export function printTest({ relation, left, right }: Test, dialect: Dialect): string {
  return `${print(left, dialect)} ${dialect.relations[relation]} ${print(right, dialect)}`;
}
