import { ROOTS_IN_RANGE } from "../../numerics/root-power.js";
import {
  at,
  constantIntegers,
  constantVector,
  op as code,
  unsigned,
  vectorOp,
  type VectorInstruction,
} from "./encoder.js";
import { UnknownCode, type Formulas, type Value } from "./formulas.js";

/** How many numbers a vector holds, of how many bytes: two doubles or four floats. */
export type LaneWidth = "f64x2" | "f32x4";

/** Where tables and inputs of a program stand. */
export interface LanePlaces {
  /** Address of 2^(j/2048), j = 0 … 2047, as numbers of the width. */
  readonly roots: number;
  /** Instructions that put a value on the stack which is given from outside, or computed before the run. */
  readonly given: (value: number) => readonly number[] | undefined;
  /** Instructions that put a number on the stack, in every lane. */
  readonly constant: (number: number) => readonly number[];
  /** Index of a function of numbers that is called lane by lane. */
  readonly callee: (name: string, args: number) => number;
}

/** The writer of the code for values. */
export interface LaneCode {
  readonly lanes: number;
  /** Instructions after which each of these values has a local. Code that follows may ask for their `local`. */
  compute(wanted: readonly number[]): number[];
  local(value: number): number;
  /** Number of v128 locals, after the parameters and other locals. */
  count(): number;
}

/** Adding and subtracting it rounds to the nearest integer: 1.5 · 2^52 for doubles, which stands in the code. */
const SHIFT = 6755399441055744;
/** What stands in the code for doubles, and what does the same for floats: that, and the square of 126 · 2048. */
const inFloats = new Map([
  [SHIFT, 12582912],
  [ROOTS_IN_RANGE ** 2, 66588770304],
]);

const arithmetic: Readonly<Record<string, string>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "<": "lt",
  ">": "gt",
  "<=": "le",
  ">=": "ge",
  "==": "eq",
  max: "max",
  min: "min",
  negate: "neg",
  sqrt: "sqrt",
  abs: "abs",
  floor: "floor",
};
const masks: Readonly<Record<string, VectorInstruction>> = {
  "&&": "v128.and",
  "||": "v128.or",
  not: "v128.not",
  without: "v128.andnot",
};

/**
 * Writes formulas as vector instructions, each operation for itself, in the order in which it stands: no fused
 * multiply-add, nothing regrouped, so that a lane has the bits of plain JavaScript.
 * @param firstLocal index of the first local that may be used
 */
export function laneCode(formulas: Formulas, width: LaneWidth, firstLocal: number, places: LanePlaces): LaneCode {
  const { values } = formulas;
  const double = width === "f64x2";
  const bytes = double ? 8 : 4;
  const lanes = 16 / bytes;
  const locals = new Map<number, number>();
  const of = (name: string, ...immediate: number[]): number[] =>
    vectorOp(`${width}.${name}` as VectorInstruction, ...immediate);

  const isConstant = (value: number, number: number): boolean =>
    values[value].op === "constant" && values[value].number === number;
  const isShifted = ({ op, args }: Value): boolean => op === "+" && isConstant(args[1], SHIFT);
  /** The sum with SHIFT behind an integer. */
  const roundedFrom = (value: number): number => {
    const { op, args } = values[value];
    if (op === "|" && isShifted(values[args[0]])) return args[0];
    if (op === "|" || args.length === 0) throw new UnknownCode("an integer of what is not rounded");
    return roundedFrom(args[0]);
  };
  const numberOf = (value: number): number => {
    if (values[value].op !== "constant") throw new UnknownCode("an integer that is no constant");
    return values[value].number;
  };
  const literal = (number: number): number[] => [
    ...places.constant(double ? number : (inFloats.get(number) ?? number)),
  ];

  const push = (value: number): number[] => {
    const known = locals.get(value);
    return known === undefined ? write(value) : [code.get, ...unsigned(known)];
  };

  const write = (value: number): number[] => {
    const { op, args, number } = values[value];
    if (op === "constant") return literal(number);
    const given = places.given(value);
    if (given !== undefined) return [...given];
    if (op === "select") return [...push(args[1]), ...push(args[2]), ...push(args[0]), ...vectorOp("v128.bitselect")];
    if (Object.hasOwn(masks, op)) return [...args.flatMap(push), ...vectorOp(masks[op])];
    if (Object.hasOwn(arithmetic, op)) return [...args.flatMap(push), ...of(arithmetic[op])];
    if (op === "ROOTS[]") return gather(args[0]);
    if (op === "POWERS[]") return powerOfTwo(args[0]);
    if (/^[a-z]\w*$/.test(op)) return laneByLane(op, args);
    throw new UnknownCode(op);
  };

  /** Integers of 32 bits in the low half of each lane; what is above them is anything. */
  const integers = (value: number): number[] => {
    const { op, args } = values[value];
    if (op === "|" && isConstant(args[1], 0)) return push(roundedFrom(value)); // it has the integer's last bits
    if (op === ">>") return [...integers(args[0]), code.i32Const, numberOf(args[1]), ...vectorOp("i32x4.shr_s")];
    if (op === "+") return [...integers(args[0]), ...constantIntegers(numberOf(args[1]), 32), ...vectorOp("i32x4.add")];
    if (op === "&") return [...integers(args[0]), ...constantIntegers(numberOf(args[1]), 32), ...vectorOp("v128.and")];
    throw new UnknownCode(`${op} of integers`);
  };

  /** 2^(j/2048) of `ROOTS[j]`, read lane by lane. */
  const gather = (index: number): number[] => {
    const { op, args } = values[index];
    if (op !== "&") throw new UnknownCode("ROOTS[] of more than its table");
    const places32 = double ? [0, 2] : [0, 1, 2, 3];
    const size = double ? 3 : 2;
    const scratch = fresh();
    const mask = numberOf(args[1]) * bytes;
    const addresses = [
      ...integers(args[0]),
      ...[code.i32Const, size, ...vectorOp("i32x4.shl")],
      ...[...constantIntegers(mask, 32), ...vectorOp("v128.and"), code.set, ...unsigned(scratch)],
    ];
    const address = (lane: number): number[] => [
      ...[code.get, ...unsigned(scratch)],
      ...vectorOp("i32x4.extract_lane", places32[lane]),
    ];
    const result = fresh();
    const loads = Array.from({ length: lanes }, (_, lane) =>
      lane === 0
        ? [
            ...address(0),
            ...vectorOp(`v128.load${double ? 64 : 32}_zero`, ...at(places.roots)),
            code.set,
            ...unsigned(result),
          ]
        : [
            ...address(lane),
            ...[code.get, ...unsigned(result)],
            ...vectorOp(`v128.load${double ? 64 : 32}_lane`, ...at(places.roots), lane),
            ...[code.set, ...unsigned(result)],
          ],
    );
    return [...addresses, ...loads.flat(), code.get, ...unsigned(result)];
  };

  /** 2^(j − 1022) of `POWERS[j & 2047]`, by its bits. */
  const powerOfTwo = (index: number): number[] => {
    const { op, args } = values[index];
    const inner = values[args[0]];
    if (op !== "&" || !isConstant(args[1], 2047) || inner.op !== "+" || !isConstant(inner.args[1], 1022))
      throw new UnknownCode("POWERS[] of another form");
    const exponent = integers(inner.args[0]);
    return double
      ? [...exponent, ...constantIntegers(1023, 64), ...vectorOp("i64x2.add"), ...shifted(52, "i64x2.shl")]
      : [...exponent, ...constantIntegers(127, 32), ...vectorOp("i32x4.add"), ...shifted(23, "i32x4.shl")];
  };
  const shifted = (bits: number, by: VectorInstruction): number[] => [code.i32Const, bits, ...vectorOp(by)];

  /** A function of numbers, called for each lane. */
  const laneByLane = (name: string, args: readonly number[]): number[] => {
    const callee = places.callee(name, args.length);
    const result = fresh();
    const one = (lane: number): number[] => [
      ...(lane === 0 ? constantVector(0, bytes) : [code.get, ...unsigned(result)]),
      ...args.flatMap((arg) => [...push(arg), ...of("extract_lane", lane), ...(double ? [] : [code.f64Promote])]),
      ...[code.call, ...unsigned(callee), ...(double ? [] : [code.f32Demote])],
      ...[...of("replace_lane", lane), code.set, ...unsigned(result)],
    ];
    return [...Array.from({ length: lanes }, (_, lane) => one(lane)).flat(), code.get, ...unsigned(result)];
  };

  let used = 0;
  const fresh = (): number => firstLocal + used++;

  return {
    lanes,
    compute(wanted) {
      const body: number[] = [];
      const visit = (value: number): void => {
        const { op, args } = values[value];
        if (locals.has(value)) return;
        if (places.given(value) === undefined) {
          // An integer is written where it is needed: only what it is rounded from has a local.
          for (const arg of op.endsWith("[]") ? [roundedFrom(args[0])] : args) visit(arg);
          if (op === "constant") return;
        }
        const local = fresh();
        body.push(...write(value), code.set, ...unsigned(local));
        locals.set(value, local);
      };
      wanted.forEach(visit);
      return body;
    },
    local(value) {
      const found = locals.get(value);
      if (found === undefined) throw new Error(`value ${value} has not been computed`);
      return found;
    },
    count: () => used,
  };
}
