import { ROOTS_IN_RANGE } from "../../numerics/root-power.js";
import { isGreater, ownOfArms } from "./arms.js";
import {
  at,
  constantVector,
  empty,
  op as code,
  signed,
  unsigned,
  vectorOp,
  numberOp,
  type LaneWidth,
  type NumberInstruction,
  type VectorInstruction,
} from "./encoder.js";
import { UnknownCode, type Formulas } from "./formulas.js";
import { exponentPlace, roundedSum, SHIFT } from "./scaled-root.js";

/** Where tables and inputs of a program stand. */
export interface LanePlaces {
  /** Address of the table of `rootBits`. */
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
  compute(wanted: readonly number[], later?: readonly number[]): number[];
  /** Instructions after which an integer on the stack tells whether a mask has any lane. */
  any(mask: number): number[];
  local(value: number): number;
  /** A local of its own for a vector. */
  fresh(): number;
  /** Number of v128 locals, after the parameters and other locals. */
  count(): number;
}

/** What stands in the code for doubles, and what does the same for floats: that, and 126 · 2048. */
const inFloats = new Map([
  [SHIFT, 12582912],
  [ROOTS_IN_RANGE, 258048],
  [-ROOTS_IN_RANGE, -258048],
  [ROOTS_IN_RANGE ** 2, 66588770304],
]);

const arithmetic: Readonly<Record<string, NumberInstruction>> = {
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
  const lanesOf = vectorOp(double ? "i64x2.bitmask" : "i32x4.bitmask");
  const allLanes = 2 ** lanes - 1;
  const of = (name: NumberInstruction, ...lane: number[]): number[] => numberOp(width, name, ...lane);

  const literal = (number: number): number[] => [
    ...places.constant(double ? number : (inFloats.get(number) ?? number)),
  ];

  const isChoice = (value: number): boolean =>
    values[value].op === "select" && places.given(value) === undefined && !isGreater(values, value);

  const push = (value: number): number[] => {
    const known = locals.get(value);
    return known === undefined ? write(value) : [code.get, ...unsigned(known)];
  };

  const write = (value: number): number[] => {
    const { op, args, number } = values[value];
    if (op === "constant") return literal(number);
    const given = places.given(value);
    if (given !== undefined) return [...given];
    const rounded = roundedSum(formulas, value);
    if (rounded !== undefined) return scaledRoot(rounded);
    if (isGreater(values, value)) return [...push(args[2]), ...push(args[1]), ...of("pmax")];
    if (op === "select") return [...push(args[1]), ...push(args[2]), ...push(args[0]), ...vectorOp("v128.bitselect")];
    if (Object.hasOwn(masks, op)) return [...args.flatMap(push), ...vectorOp(masks[op])];
    if (Object.hasOwn(arithmetic, op)) return [...args.flatMap(push), ...of(arithmetic[op])];
    if (/^[a-z]\w*$/.test(op)) return laneByLane(op, args);
    throw new UnknownCode(op);
  };

  /**
   * 2^(j/2048) · 2^n of `ROOTS[i & 2047] * POWERS[((i >> 11) + 1022) & 2047]`: from the bits of the root in the table
   * the index has been taken off, so that adding i as it stands adds n to the exponent alone.
   */
  const scaledRoot = (rounded: number): number[] => {
    const [scratch, result] = [fresh(), fresh()];
    const size = double ? 3 : 2;
    const load = (lane: number): number[] => [
      ...[code.get, ...unsigned(scratch), ...vectorOp("i32x4.extract_lane", double ? 2 * lane : lane)],
      ...[code.i32Const, ...signed(2047 << size), code.i32And],
      ...(lane === 0
        ? vectorOp(double ? "v128.load64_zero" : "v128.load32_zero", ...at(places.roots))
        : [
            ...[code.get, ...unsigned(result)],
            ...vectorOp(double ? "v128.load64_lane" : "v128.load32_lane", ...at(places.roots), lane),
          ]),
      ...[code.set, ...unsigned(result)],
    ];
    return [
      ...[...push(rounded), code.i32Const, size, ...vectorOp("i32x4.shl"), code.set, ...unsigned(scratch)],
      ...Array.from({ length: lanes }, (_, lane) => load(lane)).flat(),
      ...[code.get, ...unsigned(result), ...push(rounded), code.i32Const, exponentPlace(width)],
      ...[...vectorOp(double ? "i64x2.shl" : "i32x4.shl"), ...vectorOp(double ? "i64x2.add" : "i32x4.add")],
    ];
  };

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

  /** The values that one is worked out from, in the code that is written for it. */
  const reads = (value: number): readonly number[] => {
    const { op, args } = values[value];
    if (op === "constant" || places.given(value) !== undefined) return [];
    if (isGreater(values, value)) return args.slice(1);
    const rounded = roundedSum(formulas, value);
    return rounded === undefined ? args : [rounded];
  };

  /** a, b of the mask a || not b; a mask alone is a. */
  const parts = (mask: number): [number | undefined, number | undefined] => {
    const { op, args } = values[mask];
    if (op === "not") return [undefined, args[0]];
    if (op === "||" && values[args[1]].op === "not") return [args[0], values[args[1]].args[0]];
    return [mask, undefined];
  };

  let used = 0;
  const fresh = (): number => firstLocal + used++;

  return {
    lanes,
    compute(wanted, later = []) {
      const body: number[] = [];
      const ownOf = ownOfArms(values, [...wanted, ...later], reads);
      const put = (value: number, instructions: readonly number[]): void => {
        const local = locals.get(value) ?? fresh();
        body.push(...instructions, code.set, ...unsigned(local));
        locals.set(value, local);
      };
      const visit = (value: number): void => {
        if (locals.has(value) || values[value].op === "constant") return;
        const own = isChoice(value) ? ([1, 2] as const).map((arm) => ownOf(value, arm)) : [];
        if (own.some(({ size }) => size > 0)) {
          choose(value, own);
        } else {
          reads(value).forEach(visit);
          put(value, write(value));
        }
      };
      /** What belongs to an arm alone is worked out where a lane takes it. */
      const choose = (value: number, own: readonly ReadonlySet<number>[]): void => {
        const [condition, ...arms] = values[value].args;
        for (const arm of own) for (const one of arm) reads(one).forEach((read) => arm.has(read) || visit(read));
        visit(condition);
        const rare = own.map(({ size }) => size > 0);
        arms.forEach((arm, k) => rare[k] || visit(arm));
        put(value, push(rare[1] ? (rare[0] ? condition : arms[0]) : arms[1]));
        const local = [code.get, ...unsigned(locals.get(value) ?? NaN)];
        const blend = (yes: readonly number[], no: readonly number[]): number[] => [
          ...[...yes, ...no, ...push(condition), ...vectorOp("v128.bitselect")],
        ];
        const taken = [...push(condition), ...lanesOf];
        if (rare[0]) {
          body.push(...taken, code.if, empty);
          visit(arms[0]);
          put(value, rare[1] ? push(arms[0]) : blend(push(arms[0]), local));
          body.push(code.end);
        }
        if (rare[1]) {
          body.push(...taken, code.i32Const, allLanes, code.i32Ne, code.if, empty);
          visit(arms[1]);
          put(value, blend(local, push(arms[1])));
          body.push(code.end);
        }
      };
      wanted.forEach(visit);
      return body;
    },
    any(mask) {
      const [without, complement] = parts(mask);
      if (complement === undefined) return [...this.compute([mask]), ...push(mask), ...lanesOf];
      return [
        ...this.compute(without === undefined ? [complement] : [complement, without]),
        ...push(complement),
        ...(without === undefined ? [] : [...push(without), ...vectorOp("v128.andnot")]),
        ...[...lanesOf, code.i32Const, allLanes, code.i32Ne],
      ];
    },
    local(value) {
      const found = locals.get(value);
      if (found === undefined) throw new Error(`value ${value} has not been computed`);
      return found;
    },
    fresh,
    count: () => used,
  };
}
