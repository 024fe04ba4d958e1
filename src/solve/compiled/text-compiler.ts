import { empty, encodeModule, op, type, unsigned, type ValueType } from "../batch/encoder.js";
import {
  combined,
  condition,
  double,
  expressions,
  integer,
  read,
  reader,
  tokensOf,
  wholeNumber,
  type Addresses,
  type Code,
  type Expression,
  type Scope,
  type Variable,
} from "./text-expressions.js";

/** A module with the function "run", and the names of the functions of numbers that it imports, as f0, f1, … */
export interface CompiledText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly functions: readonly string[];
}

/**
 * Compiles the body of a step program, in the part of JavaScript in which those are written: each operation as it
 * stands there, so that all numbers have the same bits. A variable that begins as a whole number and is only given
 * whole ones is an integer of 32 bits; `x | 0` takes the last bits of an x to which 1.5 · 2^52 has been added.
 *
 * @param doubles where arrays of doubles stand; `integers`: of integers of 32 bits
 * @throws SyntaxError for what is not in that part of JavaScript
 */
export function compileText(text: string, doubles: Addresses, integers: Addresses): CompiledText {
  const tokens = tokensOf(text);
  const isDouble = new Set<number>(); // variables that turn out to be given a double, by their places in the text
  for (;;) {
    const before = isDouble.size;
    const compiled = compileTokens(tokens, doubles, integers, isDouble);
    if (isDouble.size === before) return compiled;
  }
}

function compileTokens(
  text: readonly string[],
  doubles: Addresses,
  integers: Addresses,
  isDouble: Set<number>,
): CompiledText {
  const tokens = reader(text);
  const { take, takeIf, peek } = tokens;
  const { expression, entry, functions, arities } = expressions(tokens, doubles, integers);
  const locals: (readonly [number, ValueType])[] = [];
  const loops: { readonly out: number; readonly next: number }[] = [];
  let depth = 0; // of blocks

  const stored = (variable: Variable, value: Expression): Code => {
    if (variable.type === type.i32 && value.type === type.f64) isDouble.add(variable.at);
    return [variable.type === type.f64 ? double(value) : value.code, op.set, ...unsigned(variable.index)];
  };
  const declaration = (scope: Scope): Code => {
    const code: Code[] = [];
    do {
      const at = tokens.taken();
      const name = take();
      const value = takeIf("=") ? expression(scope) : undefined;
      const of = value === undefined || isDouble.has(at) ? type.f64 : value.type;
      const variable = { index: locals.push([1, of]) - 1, type: of, at };
      if (value !== undefined) code.push(stored(variable, value));
      scope.set(name, variable);
    } while (takeIf(","));
    return code;
  };

  const assignment = (scope: Scope): Code => {
    const name = take();
    if (takeIf("[")) {
      const { address, access } = entry(name, scope);
      take("=");
      return [address, double(expression(scope)), op.f64Store, access];
    }
    const variable = scope.get(name);
    if (variable === undefined) throw new SyntaxError(`there is no ${name} in a step program`);
    const old = read(variable);
    if (takeIf("++")) return stored(variable, combined("+", old, wholeNumber(1)));
    if (takeIf("+=")) return stored(variable, combined("+", old, expression(scope)));
    take("=");
    return stored(variable, expression(scope));
  };

  const loop = (scope: Scope, isFor: boolean): Code => {
    take("(");
    const inner = new Map(scope);
    const begin = isFor ? simple(inner) : [];
    const goesOn = condition(expression(inner));
    let step: Code = [];
    if (isFor) {
      take(";");
      step = assignment(inner);
    }
    take(")");
    depth += 3;
    loops.push({ out: depth - 3, next: depth - 1 });
    const body = statement(inner);
    loops.pop();
    depth -= 3;
    const leave = [goesOn, op.i32Eqz, op.branchIf, 1];
    return [
      ...[begin, op.block, empty, op.loop, empty, leave],
      ...[op.block, empty, body, op.end, step, op.branch, 0, op.end, op.end],
    ];
  };
  const simple = (scope: Scope): Code => {
    if (takeIf(";")) return [];
    const code = takeIf("const") || takeIf("let") ? declaration(scope) : assignment(scope);
    if (!takeIf(";") && peek() !== "}") take(";");
    return code;
  };
  const branch = (to: number): Code => {
    takeIf(";");
    return [op.branch, ...unsigned(depth - to - 1)];
  };
  const statement = (scope: Scope): Code => {
    if (takeIf("{")) {
      const inner = new Map(scope);
      const code: Code[] = [];
      while (!takeIf("}")) code.push(statement(inner));
      return code;
    }
    if (takeIf("if")) {
      take("(");
      const first = condition(expression(scope));
      take(")");
      depth++;
      const yes = statement(scope);
      const no = takeIf("else") ? [op.else, statement(scope)] : [];
      depth--;
      return [first, op.if, empty, yes, no, op.end];
    }
    if (takeIf("for")) return loop(scope, true);
    if (takeIf("while")) return loop(scope, false);
    const innermost = loops[loops.length - 1];
    if (takeIf("break")) return branch(innermost.out);
    if (takeIf("continue")) return branch(innermost.next);
    if (takeIf("return")) {
      const value = integer(expression(scope));
      takeIf(";");
      return [value, op.return];
    }
    return simple(scope);
  };

  const outermost: Scope = new Map();
  const body: Code[] = [];
  while (peek() !== undefined) body.push(statement(outermost));
  const module = { pages: 1, shared: false, functions: arities, parameters: 0, locals };
  return { bytes: encodeModule({ ...module, body: flat([body, op.i32Const, 0]) }), functions };
}

function flat(code: Code, into: number[] = []): number[] {
  for (const part of code) {
    if (typeof part === "number") into.push(part);
    else flat(part, into);
  }
  return into;
}
