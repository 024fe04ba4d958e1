import type { MathNode } from "mathjs";
import { ModelError } from "../error.js";
import { unaryFunctions, type UnaryFunction } from "../graph/node.js";
import { math } from "./mathjs.js";

/** What an equation is made of; everything else that mathjs can parse is refused. */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "negate"; readonly of: Expression }
  | { readonly kind: "operation"; readonly op: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "call"; readonly name: FunctionName; readonly args: readonly Expression[] }
  | {
      readonly kind: "conditional";
      readonly test: Comparison;
      readonly consequent: Expression;
      readonly alternate: Expression;
    };
/** A sign of arithmetic between two expressions. */
export type Operator = "add" | "subtract" | "multiply" | "divide" | "pow";
/** What an equation may call. */
export type FunctionName = UnaryFunction | "max" | "min";
/** `left >= right` and its like. */
export interface Comparison {
  readonly relation: Relation;
  readonly left: Expression;
  readonly right: Expression;
}
const relations = { larger: ">", largerEq: ">=", smaller: "<", smallerEq: "<=" } as const;
/** The signs of comparison. */
export type Relation = (typeof relations)[keyof typeof relations];

const operators = new Set<string>(["add", "subtract", "multiply", "divide", "pow"]);
const functionNames: readonly string[] = [...unaryFunctions, "max", "min"];
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words that mathjs reads as values or signs, wherever they stand. */
const words = ["Infinity", "NaN", "true", "false", "null", "undefined", "not"];

/**
 * Words that cannot name a state, parameter or quantity. `e` and `i` would be read as constants by most readers; `t` is
 * time.
 */
export const reservedNames: ReadonlySet<string> = new Set([...functionNames, ...words, "t", "e", "i", "pi"]);

/** @throws ModelError if `name` cannot name a state, parameter or quantity */
export function assertName(name: string, what: string): void {
  if (!identifier.test(name))
    throw new ModelError(`${what} must be named by letters, digits and _, starting with a letter; got '${name}'`, name);
  if (reservedNames.has(name))
    throw new ModelError(`${what} cannot be named '${name}': that name is a function or a constant`, name);
  if (name in Object.prototype)
    throw new ModelError(
      `${what} cannot be named '${name}': JavaScript objects already have a member of that name`,
      name,
    );
}

/**
 * Parses one expression.
 * @param where how an error names the place, e.g. "line 2"
 * @throws ModelError on a syntax error and on anything but arithmetic, the functions listed in `unaryFunctions`, max,
 * min and `a >= b ? x : y`
 */
export function parseExpression(text: string, where: string): Expression {
  return convert(parseNode(text, where), where);
}

/** Parses `left >= right` (or >, <, <=). @throws ModelError on anything else */
export function parseComparison(text: string, where: string): Comparison {
  return comparison(parseNode(text, where), where);
}

function parseNode(text: string, where: string): MathNode {
  if (text.trim() === "") throw new ModelError(`${where}: a formula is missing`, text);
  const { parse } = math();
  try {
    return parse(text) as MathNode;
  } catch (error) {
    const next = /\s(d?\w+(?:\/dt)?)\s*=(?!=)/.exec(text)?.[1];
    const why = next === undefined ? (error as Error).message : `each equation has a line of its own, ${next} = … too`;
    throw new ModelError(`${where}: cannot read '${text.trim()}': ${why}`, text);
  }
}

/** The fields of mathjs nodes that are read here, all present on the node types named in `convert`. */
interface Loose extends MathNode {
  readonly name: string;
  readonly fn: unknown;
  readonly args: Loose[];
  readonly value: unknown;
  readonly content: Loose;
  readonly condition: Loose;
  readonly trueExpr: Loose;
  readonly falseExpr: Loose;
}

function convert(input: MathNode, where: string): Expression {
  const node = input as Loose;
  const again = (child: Loose): Expression => convert(child, where);
  switch (node.type) {
    case "ConstantNode":
      if (typeof node.value === "number" && Number.isFinite(node.value))
        return { kind: "number", value: node.value, text: node.toString() };
      break;
    case "SymbolNode":
      if (node.name === "pi") return { kind: "number", value: Math.PI, text: "pi" };
      return { kind: "symbol", name: node.name };
    case "ParenthesisNode":
      return again(node.content);
    case "OperatorNode": {
      const op = String(node.fn);
      if (op === "unaryMinus") return { kind: "negate", of: again(node.args[0]) };
      if (op === "unaryPlus") return again(node.args[0]);
      if (operators.has(op))
        return { kind: "operation", op: op as Operator, left: again(node.args[0]), right: again(node.args[1]) };
      break;
    }
    case "FunctionNode": {
      const name = (node.fn as Loose).name;
      const arity = name === "max" || name === "min" ? 2 : 1;
      if (!functionNames.includes(name))
        throw new ModelError(
          `${where}: '${name}' is not a function here; known are ${functionNames.join(", ")}. ` +
            `Was '${name} * (…)' meant?`,
          name,
        );
      if (node.args.length !== arity)
        throw new ModelError(
          `${where}: ${name} takes ${arity} argument${arity > 1 ? "s" : ""}, got ${node.args.length}`,
          name,
        );
      return { kind: "call", name: name as FunctionName, args: node.args.map(again) };
    }
    case "ConditionalNode":
      return {
        kind: "conditional",
        test: comparison(node.condition, where),
        consequent: again(node.trueExpr),
        alternate: again(node.falseExpr),
      };
  }
  throw new ModelError(
    `${where}: '${node.toString()}' is not part of an equation; only arithmetic, functions and 'a >= b ? x : y' are`,
    node.toString(),
  );
}

function comparison(input: MathNode, where: string): Comparison {
  const node = input as Loose;
  if (node.type === "ParenthesisNode") return comparison(node.content, where);
  const relation = node.type === "OperatorNode" ? relations[String(node.fn) as keyof typeof relations] : undefined;
  if (relation === undefined)
    throw new ModelError(
      `${where}: expected a comparison such as 'V >= Vth', got '${node.toString()}'`,
      node.toString(),
    );
  return { relation, left: convert(node.args[0], where), right: convert(node.args[1], where) };
}

/** Names of all symbols in the expression, in order of appearance. */
export function symbolsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "symbol":
      return [expression.name];
    case "negate":
      return symbolsOf(expression.of);
    case "operation":
      return [...symbolsOf(expression.left), ...symbolsOf(expression.right)];
    case "call":
      return expression.args.flatMap(symbolsOf);
    case "conditional":
      return [expression.test.left, expression.test.right, expression.consequent, expression.alternate].flatMap(
        symbolsOf,
      );
  }
}
