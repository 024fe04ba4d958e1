/**
 * What a piece of generated code computes, as operations on values: constants, parameters, named inputs, and what is
 * made of them. The same operation on the same values is one value.
 */
export interface Value {
  readonly op: string;
  readonly args: readonly number[];
  /** Of a constant its number, of a parameter its index. */
  readonly number: number;
  /** Whether nothing but parameters and constants is behind it. */
  readonly invariant: boolean;
}

/** Values by number, and the way to make more. */
export interface Formulas {
  readonly values: readonly Value[];
  constant(value: number): number;
  parameter(index: number): number;
  /** A value that is given from outside, by a name. */
  given(name: string): number;
  make(op: string, ...args: readonly number[]): number;
}

/** None yet. */
export function formulas(): Formulas {
  const values: Value[] = [];
  const known = new Map<string, number>();
  const add = (key: string, value: Value): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, values.length);
    return values.push(value) - 1;
  };
  return {
    values,
    constant: (number) =>
      add(`# ${Object.is(number, -0) ? "-0" : number}`, { op: "constant", args: [], number, invariant: true }),
    parameter: (number) => add(`p ${number}`, { op: "parameter", args: [], number, invariant: true }),
    given: (name) => add(`g ${name}`, { op: `given ${name}`, args: [], number: NaN, invariant: false }),
    make(op, ...args) {
      const invariant = args.every((arg) => values[arg].invariant);
      return add(`${op} ${args.join(" ")}`, { op, args, number: NaN, invariant });
    },
  };
}

/** Thrown for code that this reader does not know: a run then goes on without vectors. */
export class UnknownCode extends Error {}

/** Values by the names that stand for them in a text. */
export type Names = Map<string, number>;

const token =
  /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z_]\w*(?:\.\w+)?)|(&&|\|\||>>|<<|<=|>=|\+=|[-+*/?:()[\]{},;=<>|&]))/y;
const strengths: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["|"],
  ["&"],
  ["<", ">", "<=", ">="],
  [">>", "<<"],
  ["+", "-"],
  ["*", "/"],
];

/**
 * Reads JavaScript as `program` of model/code writes it, declarations, assignments, blocks and expressions, into
 * formulas: each operation as it stands there, so that whatever is made of them has the same bits. Declares in `names`.
 */
export function readStatements(text: string, into: Formulas, names: Names): void {
  const reader = readerOf(text, into);
  while (!reader.atEnd()) reader.statement(names);
}

/** The value of one expression. */
export function readExpression(text: string, into: Formulas, names: Names): number {
  return readerOf(text, into).expression(names);
}

function readerOf(text: string, into: Formulas) {
  const tokens: string[] = [];
  for (token.lastIndex = 0; token.lastIndex < text.trimEnd().length; ) {
    const from = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new UnknownCode(`"${text.slice(from, from + 20)}"`);
    tokens.push(match[0].trim());
  }
  let next = 0;
  const take = (expected?: string): string => {
    const found = tokens[next++];
    if (found === undefined || (expected !== undefined && found !== expected))
      throw new UnknownCode(`${found ?? "an end"} where ${expected ?? "more"} should be`);
    return found;
  };
  const takeIf = (wanted: string): boolean => tokens[next] === wanted && ++next > 0;
  const list = (names: Names, end: string): number[] => {
    const items: number[] = [];
    while (!takeIf(end)) {
      items.push(expression(names));
      if (tokens[next] !== end) take(",");
    }
    return items;
  };

  const primary = (names: Names): number => {
    const first = take();
    if (first === "-") {
      const inner = primary(names);
      const { op, number } = into.values[inner];
      return op === "constant" ? into.constant(-number) : into.make("negate", inner);
    }
    if (first === "(") {
      const inner = expression(names);
      take(")");
      return inner;
    }
    if (/^\d/.test(first)) return into.constant(Number(first));
    if (takeIf("(")) return call(first.replace(/^Math\./, ""), list(names, ")"));
    if (takeIf("[")) {
      const index = expression(names);
      take("]");
      return first === "p" ? into.parameter(into.values[index].number) : into.make(`${first}[]`, index);
    }
    const value = names.get(first) ?? { NaN: into.constant(NaN), Infinity: into.constant(Infinity) }[first];
    if (value === undefined) throw new UnknownCode(first);
    return value;
  };

  const call = (name: string, args: readonly number[]): number => {
    if (name !== "integerPower") return into.make(name, ...args);
    // The products of `integerPower`, one after the other.
    let result: number | undefined;
    for (let base = args[0], rest = into.values[args[1]].number; rest > 0; ) {
      if (rest & 1) result = result === undefined ? base : into.make("*", result, base);
      rest >>= 1;
      if (rest > 0) base = into.make("*", base, base);
    }
    if (result === undefined) throw new UnknownCode("a power of 0");
    return result;
  };

  const binary = (names: Names, strength: number): number => {
    if (strength === strengths.length) return primary(names);
    let left = binary(names, strength + 1);
    while (tokens[next] !== undefined && strengths[strength].includes(tokens[next]))
      left = into.make(take(), left, binary(names, strength + 1));
    return left;
  };

  const expression = (names: Names): number => {
    const condition = binary(names, 0);
    if (!takeIf("?")) return condition;
    const yes = expression(names);
    take(":");
    return into.make("select", condition, yes, expression(names));
  };

  const statement = (names: Names, declared: Set<string> = new Set()): void => {
    if (takeIf("{")) {
      const [inner, own] = [new Map(names), new Set<string>()];
      while (!takeIf("}")) statement(inner, own);
      for (const [name, value] of inner) if (names.has(name) && !own.has(name)) names.set(name, value);
      return;
    }
    if (takeIf("const") || takeIf("let")) {
      do {
        const name = take();
        declared.add(name);
        names.set(name, takeIf("=") ? expression(names) : into.constant(NaN));
      } while (takeIf(","));
    } else {
      const name = take();
      const before = names.get(name);
      if (before === undefined) throw new UnknownCode(name);
      const sum = takeIf("+=");
      if (!sum) take("=");
      const value = expression(names);
      names.set(name, sum ? into.make("+", before, value) : value);
    }
    if (!takeIf(";") && tokens[next] !== undefined && tokens[next] !== "}") throw new UnknownCode(tokens[next]);
  };
  return { expression, statement, atEnd: () => next >= tokens.length };
}
