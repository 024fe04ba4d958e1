import { ModelError } from "../../model/error.js";
import type { FunctionName, Relation } from "../../model/text/expression.js";
import { call, number, operation, type Formula } from "../formula.js";

const one = number(1),
  zero = number(0);

/** `left relation right ? consequent : alternate`. */
export const choice = (
  relation: Relation,
  left: Formula,
  right: Formula,
  consequent: Formula,
  alternate: Formula,
): Formula => ({ kind: "conditional", test: { relation, left, right }, consequent, alternate });

/** `then` where a formula is not 0, else `otherwise`: what was made by a comparison becomes one choice again. */
export function choose(f: Formula, then: Formula, otherwise: Formula): Formula {
  if (f.kind === "number") return f.value === 0 ? otherwise : then;
  if (isLogical(f) && f.kind === "conditional")
    return {
      ...f,
      consequent: choose(f.consequent, then, otherwise),
      alternate: choose(f.alternate, then, otherwise),
    };
  return choice(">", f, zero, then, choice("<", f, zero, then, otherwise));
}

const isLogical = (f: Formula): boolean =>
  f.kind === "number" || (f.kind === "conditional" && isLogical(f.consequent) && isLogical(f.alternate));

/** The signs between two formulas of XPPAUT, with how strongly they bind: a comparison binds like a power. */
export const operators: Readonly<
  Record<string, { readonly binds: number; readonly apply: (left: Formula, right: Formula) => Formula }>
> = {
  "+": { binds: 4, apply: (a, b) => operation("add", a, b) },
  "-": { binds: 4, apply: (a, b) => operation("subtract", a, b) },
  "|": { binds: 4, apply: (a, b) => choose(a, one, choose(b, one, zero)) },
  "*": { binds: 6, apply: (a, b) => operation("multiply", a, b) },
  "/": { binds: 6, apply: (a, b) => operation("divide", a, b) },
  "&": { binds: 6, apply: (a, b) => choose(a, choose(b, one, zero), zero) },
  "^": { binds: 7, apply: (a, b) => operation("pow", a, b) },
  "**": { binds: 7, apply: (a, b) => operation("pow", a, b) },
  ">": { binds: 7, apply: (a, b) => choice(">", a, b, one, zero) },
  "<": { binds: 7, apply: (a, b) => choice("<", a, b, one, zero) },
  ">=": { binds: 7, apply: (a, b) => choice(">=", a, b, one, zero) },
  "<=": { binds: 7, apply: (a, b) => choice("<=", a, b, one, zero) },
  "==": { binds: 7, apply: (a, b) => choice(">=", a, b, choice("<=", a, b, one, zero), zero) },
  "!=": { binds: 7, apply: (a, b) => choice(">=", a, b, choice("<=", a, b, zero, one), one) },
};

/** How strongly a sign before a formula and `not` bind. */
export const signBinds = 6;

/** 1 where a formula is 0, else 0. */
export const not = (f: Formula): Formula => choose(f, zero, one);

const same: readonly FunctionName[] = ["exp", "sin", "cos", "sinh", "cosh", "tanh", "sqrt", "abs", "max", "min"];

const functions: Readonly<Record<string, (...args: readonly Formula[]) => Formula>> = {
  ln: (x) => call("log", x),
  log: (x) => call("log", x),
  log10: (x) => operation("divide", call("log", x), call("log", number(10))),
  tan: (x) => operation("divide", call("sin", x), call("cos", x)),
  heav: (x) => choice(">=", x, zero, one, zero),
  flr: (x) => call("floor", x),
  mod: (x, y) => operation("subtract", x, operation("multiply", y, call("floor", operation("divide", x, y)))),
  atan: (x) => call("atan", x),
  asin: (x) => arcSine(x),
  acos: (x) => operation("subtract", number(Math.PI / 2), arcSine(x)),
  atan2: (y, x) => angle(y, x),
  sign: (x) => choice(">", x, zero, one, choice("<", x, zero, number(-1), zero)),
};

const arcSine = (x: Formula): Formula =>
  call("atan", operation("divide", x, call("sqrt", operation("subtract", one, operation("multiply", x, x)))));

/** Of the point (x, y), between −π and π; 0 at the origin. */
const angle = (y: Formula, x: Formula): Formula => {
  const slope = call("atan", operation("divide", y, x));
  const behind = operation("add", slope, choice(">=", y, zero, number(Math.PI), number(-Math.PI)));
  const upright = choice(">", y, zero, number(Math.PI / 2), choice("<", y, zero, number(-Math.PI / 2), zero));
  return choice(">", x, zero, slope, choice("<", x, zero, behind, upright));
};

const random = "is random";
const elsewhere: Readonly<Record<string, string>> = {
  ran: random,
  normal: random,
  poisson: random,
  delay: "reaches into the past",
  del_shft: "reaches into the past",
  hom_bcs: "is a boundary condition",
  set: "acts on the program",
};

/** @throws ModelError for a function that a model cannot call, or that is none */
export function applyBuiltIn(name: string, args: readonly Formula[]): Formula {
  if (Object.hasOwn(elsewhere, name)) throw new ModelError(`the function '${name}' ${elsewhere[name]}`, name);
  const builtIn = same.find((f) => f === name);
  if (builtIn === undefined && !Object.hasOwn(functions, name))
    throw new ModelError(`the function '${name}' is not supported`, name);
  const arity = builtIn === "max" || builtIn === "min" ? 2 : (functions[name] ?? Math.abs).length;
  if (args.length !== arity) throw new ModelError(`${name} takes ${arity} arguments, got ${args.length}`, name);
  return builtIn === undefined ? functions[name](...args) : call(builtIn, ...args);
}
