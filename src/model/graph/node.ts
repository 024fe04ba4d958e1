import { atan, cos, cosh, exp, expm1, log, sin, sinh, tanh } from "../../numerics/elementary.js";

/** Functions of one argument that an equation may call. */
// biome-ignore format: a list is read in rows
export const unaryFunctions = [
  "exp", "expm1", "log", "tanh", "cosh", "sinh", "sin", "cos", "atan", "sqrt", "abs", "floor",
] as const;
/** Name of a function of one argument. */
export type UnaryFunction = (typeof unaryFunctions)[number];

/**
 * A node of the graph: an operation, the indices of its arguments, and at most one number:
 * the value of a constant, the index of a state or parameter, the exponent of a "power", the order of a "bernoulli".
 * `select(c, a, b)` is a where c ≥ 0 and b elsewhere. `free` inputs stand for anything else (a direction, an extra
 * unknown).
 */
export interface GraphNode {
  readonly op: Operation;
  readonly args: readonly number[];
  readonly value: number;
}
/** What a node does with its arguments. */
export type Operation =
  | "constant"
  | "state"
  | "parameter"
  | "free"
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "negate"
  | "power"
  | "pow"
  | "max"
  | "min"
  | "select"
  | "bernoulli"
  | UnaryFunction;

/** How to compute each unary function, with the project's own elementary functions. */
export const compute: Readonly<Record<UnaryFunction, (x: number) => number>> = {
  exp,
  expm1,
  log,
  tanh,
  cosh,
  sinh,
  sin,
  cos,
  atan,
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
};
