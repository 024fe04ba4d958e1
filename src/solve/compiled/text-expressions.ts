import { op, signed, type, unsigned, type ValueType } from "../batch/encoder.js";

/** Instructions, in any nesting. */
export type Code = readonly (number | Code)[];

/** An expression. A whole number that stands in the text becomes what its surroundings are. */
export interface Expression {
  readonly type: ValueType;
  readonly code: Code;
  readonly whole?: number;
}

/** A variable of a program. */
export interface Variable {
  readonly index: number;
  readonly type: ValueType;
  /** Where it is declared in the text. */
  readonly at: number;
}

/** Variables by name, as they are seen from a place in the text. */
export type Scope = Map<string, Variable>;

/** Where arrays stand in memory, in bytes. */
export type Addresses = ReadonlyMap<string, number>;

/** The tokens of a text, one after the other. */
export interface Tokens {
  /** How many have been taken. */
  taken(): number;
  /** The next one, which is not taken yet. */
  peek(): string | undefined;
  take(expected?: string): string;
  takeIf(wanted: string): boolean;
}

const token =
  /\/\*.*?\*\/|\/\/.*|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[A-Za-z_]\w*(?:\.\w+)?|===|>>>|<<|>>|<=|>=|&&|\|\||\+\+|\+=|[-+*/?:()[\]{},;=<>|&!]/g;

/** The tokens of a text without its comments. */
export function tokensOf(text: string): readonly string[] {
  return (text.match(token) ?? []).filter((found) => !/^\/[*/]/.test(found));
}

/** From the first of these tokens on. */
export function reader(tokens: readonly string[]): Tokens {
  let next = 0;
  return {
    taken: () => next,
    peek: () => tokens[next],
    take(expected) {
      const found = tokens[next++];
      if (found === undefined || (expected !== undefined && found !== expected))
        throw new SyntaxError(`${found ?? "an end"} where ${expected ?? "more"} should be, in a step program`);
      return found;
    },
    takeIf: (wanted) => tokens[next] === wanted && ++next > 0,
  };
}

const f64 = { eq: 0x61, ne: 0x62, negate: 0x9a, add: 0xa0, fromI32: 0xb7, toBits: 0xbd } as const;
const wrapI64 = 0xa7;
const doubleOps: Readonly<Record<string, number>> = {
  "===": f64.eq,
  "<": 0x63,
  ">": 0x64,
  "<=": 0x65,
  ">=": 0x66,
  "+": f64.add,
  "-": 0xa1,
  "*": 0xa2,
  "/": 0xa3,
};
const integerOps: Readonly<Record<string, number>> = {
  "===": 0x46,
  "<": 0x48,
  ">": 0x4a,
  "<=": 0x4c,
  ">=": 0x4e,
  "+": op.i32Add,
  "-": op.i32Sub,
  "*": 0x6c,
  "|": op.i32Or,
  "&": op.i32And,
  "<<": 0x74,
  ">>": 0x75,
  ">>>": 0x76,
};
const unary: Readonly<Record<string, number>> = { abs: 0x99, floor: 0x9c, sqrt: 0x9f };
const extremes: Readonly<Record<string, number>> = { min: 0xa4, max: 0xa5 };
const comparisons = new Set(["===", "<", ">", "<=", ">=", "||", "&&"]);
const strengths = [
  ["||"],
  ["&&"],
  ["|"],
  ["&"],
  ["==="],
  ["<", ">", "<=", ">="],
  ["<<", ">>", ">>>"],
  ["+", "-"],
  ["*", "/"],
];

/** Instructions that put an expression on the stack: as a double, as an integer, as a condition. */
export const double = ({ type: of, code, whole }: Expression): Code =>
  whole !== undefined ? constant(whole) : of === type.f64 ? code : [code, f64.fromI32];
/** @throws SyntaxError for a double */
export function integer({ type: of, code }: Expression): Code {
  if (of !== type.i32) throw new SyntaxError("a double where an integer should be, in a step program");
  return code;
}
/** A double is true but for 0. */
export const condition = ({ type: of, code }: Expression): Code =>
  of === type.i32 ? code : [code, constant(0), f64.ne];

/** A whole number, as it stands in a text. */
export const wholeNumber = (whole: number): Expression => ({
  type: type.i32,
  code: [op.i32Const, ...signed(whole)],
  whole,
});
const doubleOf = (code: Code): Expression => ({ type: type.f64, code });

/** Reads a variable. */
export const read = ({ type: of, index }: Variable): Expression => ({ type: of, code: [op.get, ...unsigned(index)] });

/** Two expressions in one. */
export function combined(by: string, left: Expression, right: Expression): Expression {
  if (by === "||" || by === "&&")
    return { type: type.i32, code: [condition(left), condition(right), by === "||" ? op.i32Or : op.i32And] };
  if (by === "|" && left.type === type.f64) return { type: type.i32, code: [left.code, f64.toBits, wrapI64] };
  if (by !== "/" && left.type === type.i32 && right.type === type.i32)
    return { type: type.i32, code: [left.code, right.code, integerOps[by]] };
  return { type: comparisons.has(by) ? type.i32 : type.f64, code: [double(left), double(right), doubleOps[by]] };
}

/** Compiles expressions. */
export interface Expressions {
  expression(scope: Scope): Expression;
  /** An entry of an array, behind whose name and bracket the tokens stand: its address, and the rest of an access. */
  entry(name: string, scope: Scope): { readonly address: Code; readonly access: Code; readonly type: ValueType };
  /** Names of the functions that have been called, and of how many numbers each. */
  readonly functions: readonly string[];
  readonly arities: readonly number[];
}

/** @param doubles arrays of doubles; `integers`: of integers of 32 bits */
export function expressions(tokens: Tokens, doubles: Addresses, integers: Addresses): Expressions {
  const functions: string[] = [];
  const arities: number[] = [];
  const { take, takeIf, peek } = tokens;

  const entry: Expressions["entry"] = (name, scope) => {
    const ofDoubles = doubles.get(name);
    const base = ofDoubles ?? integers.get(name);
    if (base === undefined) throw new SyntaxError(`there is no array ${name} for a step program`);
    const index = expression(scope);
    take("]");
    const [align, of] = ofDoubles === undefined ? ([2, type.i32] as const) : ([3, type.f64] as const);
    const { whole } = index;
    if (whole !== undefined)
      return { address: [op.i32Const, 0], access: [align, ...unsigned(base + (whole << align))], type: of };
    const address = [integer(index), op.i32Const, align, integerOps["<<"]];
    return { address, access: [align, ...unsigned(base)], type: of };
  };

  const call = (name: string, scope: Scope): Expression => {
    const values: Code[] = [];
    while (!takeIf(")")) {
      values.push(double(expression(scope)));
      if (peek() !== ")") take(",");
    }
    const known = name.replace(/^Math\./, "");
    if (Object.hasOwn(unary, known)) return doubleOf([values[0], unary[known]]);
    if (Object.hasOwn(extremes, known))
      return doubleOf(values.map((value, k) => (k === 0 ? value : [value, extremes[known]])));
    const found = functions.indexOf(known);
    const index = found >= 0 ? found : functions.push(known) - 1;
    arities[index] = values.length;
    return doubleOf([...values, op.call, ...unsigned(index)]);
  };

  const primary = (scope: Scope): Expression => {
    const first = take();
    if (first === "-") {
      const inner = primary(scope);
      const { whole = 0 } = inner;
      return whole === 0 ? doubleOf([double(inner), f64.negate]) : wholeNumber(-whole);
    }
    if (first === "!") return { type: type.i32, code: [condition(primary(scope)), op.i32Eqz] };
    if (first === "(") {
      const inner = expression(scope);
      take(")");
      return inner;
    }
    if (/^\d/.test(first)) {
      const number = Number(first);
      return Number.isInteger(number) && number < 2 ** 31 ? wholeNumber(number) : doubleOf(constant(number));
    }
    if (takeIf("(")) return call(first, scope);
    if (takeIf("[")) {
      const { address, access, type: of } = entry(first, scope);
      return { type: of, code: [address, of === type.f64 ? op.f64Load : op.i32Load, access] };
    }
    const variable = scope.get(first);
    if (variable !== undefined) return read(variable);
    if (first === "Infinity" || first === "NaN") return doubleOf(constant(Number(first)));
    throw new SyntaxError(`there is no ${first} in a step program`);
  };

  const binary = (scope: Scope, strength: number): Expression => {
    if (strength === strengths.length) return primary(scope);
    let left = binary(scope, strength + 1);
    while (strengths[strength].includes(peek() ?? "")) left = combined(take(), left, binary(scope, strength + 1));
    return left;
  };
  const expression = (scope: Scope): Expression => {
    const first = binary(scope, 0);
    if (!takeIf("?")) return first;
    const yes = expression(scope);
    take(":");
    const no = expression(scope);
    return doubleOf([condition(first), op.if, type.f64, double(yes), op.else, double(no), op.end]);
  };
  return { expression, entry, functions, arities };
}

function constant(value: number): Code {
  return [op.f64Const, ...new Uint8Array(Float64Array.of(value).buffer)];
}
