import { compile, runtimeNames } from "../../model/code/javascript.js";
import { POWERS_OF_TWO } from "../../numerics/elementary.js";
import * as quick from "../../numerics/quick-power.js";
import { FINE_ROOTS_OF_TWO, growth } from "../../numerics/root-power.js";
import { mayCross } from "../events.js";

/**
 * A step program as text: the body of a function of `clock`, `y`, `p`, `input`, `stepSize`, `floor` and `wanted`, in as
 * little of JavaScript as `webassembly.ts` knows, and the arrays that belong to it: numbers, or so many zeros.
 */
export interface ProgramText {
  readonly arrays: Readonly<Record<string, number | readonly number[]>>;
  readonly body: string;
}

/** A step program: it advances y and clock, writes what it keeps into its arrays, and returns the number of steps. */
export interface Machine {
  readonly run: (
    clock: Float64Array,
    y: Float64Array,
    p: Float64Array,
    input: (t: number, V: number) => number,
    stepSize: Float64Array,
    floor: Float64Array,
    wanted: Float64Array,
  ) => number;
  /**
   * Of the program of an adaptive method, right after it has called for a closer look: its last call once more, which
   * is asked for the event function at θ within the last step. To hand it all its numbers again would take longer.
   */
  readonly within: (theta: number) => number;
  /** The arrays of the program, by name. */
  readonly arrays: Readonly<Record<string, Float64Array>>;
}

/** Tables that all programs read, by the names that they have in a text. */
export const tables: Readonly<Record<string, Float64Array>> = {
  ROOTS: FINE_ROOTS_OF_TWO,
  POWERS: POWERS_OF_TWO,
  RECIPROCALS: quick.MIDDLE_RECIPROCALS,
  LOGARITHMS: quick.MIDDLE_LOGARITHMS,
  NUMBER: quick.NUMBER,
};

/** Functions of numbers that a text may call beside those of generated code. */
export const calls: Readonly<Record<string, (...args: number[]) => number>> = {
  growth,
  mayCross: (...values) => Number(mayCross(values)),
};

/**
 * A text whose numbers are read once in a call, from an array: V8 makes each literal anew wherever it stands, by two
 * instructions, and reads what a variable holds within the operation.
 * @param first statements that stand before that, for a call that may end there
 */
export function hoisted({ arrays, body, first = "" }: ProgramText & { readonly first?: string }): ProgramText {
  const known = new Map<string, string>();
  const hoist = (number: string): string => {
    const name = known.get(number) ?? `c${known.size}`;
    known.set(number, name);
    return name;
  };
  const negated = body.replace(/\(-(?:\d+\.\d+(?:e[-+]?\d+)?|\d+e[-+]?\d+)\)/g, (text) => hoist(text.slice(1, -1)));
  const rest = negated.replace(/(?<![\w.[])(?:\d+\.\d+(?:e[-+]?\d+)?|\d+e[-+]?\d+|\d{9,})(?![\w.\]])/g, hoist);
  const read = Array.from(known.values(), (name, k) => `const ${name} = C[${k}];`);
  return { arrays: { ...arrays, C: Array.from(known.keys(), Number) }, body: `${first}\n${read.join(" ")}\n${rest}` };
}

/**
 * The program in plain JavaScript. Arrays belong to it, so that V8 knows where they lie and how long they are.
 * @throws EvalError where a page's policy forbids to compile text
 */
export function javascriptMachine({ arrays, body }: ProgramText): Machine {
  const names = Object.keys(arrays);
  const made = Object.entries(arrays).map(([name, of]) =>
    typeof of === "number"
      ? `const ${name} = new Float64Array(${of});`
      : `const ${name} = Float64Array.of(${of.join(", ")});`,
  );
  const given = [...Object.keys(tables), "BITS", ...Object.keys(calls)];
  const text = `(${runtimeNames.join(", ")}) => (${given.join(", ")}) => {
${made.join("\n")}
return { run: (clock, y, p, input, stepSize, floor, wanted) => {
${body}
}, arrays: { ${names.join(", ")} } }; }`;
  const factory = compile<(...known: unknown[]) => Omit<Machine, "within">>(text);
  const { run, arrays: own } = factory(...Object.values(tables), quick.NUMBER_BITS, ...Object.values(calls));
  let last: Parameters<typeof run> | undefined;
  return {
    arrays: own,
    run: (...handed) => run(...(last = handed)),
    within(theta) {
      if (last === undefined) return NaN;
      last[0][7] = theta;
      run(...last);
      return last[0][7];
    },
  };
}
