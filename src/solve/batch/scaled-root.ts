import { FINE_ROOTS_OF_TWO } from "../../numerics/root-power.js";
import { UnknownCode, type Formulas } from "./formulas.js";
import type { LaneWidth } from "./encoder.js";

/** Adding and subtracting it rounds to the nearest integer: 1.5 · 2^52 for doubles, which stands in generated code. */
export const SHIFT = 6755399441055744;

/** By how many bits an index is shifted so that what is above its last 11 stands where an exponent does. */
export const exponentPlace = (width: LaneWidth): number => (width === "f64x2" ? 52 : 23) - 11;

/**
 * 2^(j/2048), j = 0 … 2047, as numbers of the width, from whose bits j has been taken off, shifted by `exponentPlace`:
 * whoever adds i, shifted likewise, to what stands at i & 2047 has added i >> 11 to the exponent and nothing else.
 */
export function rootBits(width: LaneWidth): Int32Array {
  const place = exponentPlace(width);
  if (width === "f32x4")
    return new Int32Array(Float32Array.from(FINE_ROOTS_OF_TWO).buffer).map((bits, j) => bits - (j << place));
  const high = (bits: number, j: number): number => bits - (j << (place - 32));
  return new Int32Array(FINE_ROOTS_OF_TWO.slice().buffer).map((bits, k) => (k % 2 === 0 ? bits : high(bits, k >> 1)));
}

/**
 * Of a product `ROOTS[i & 2047] * POWERS[((i >> 11) + 1022) & 2047]` the sum with SHIFT whose last bits are i.
 *
 * @returns undefined for anything else
 * @throws UnknownCode where tables are read otherwise
 */
export function roundedSum({ values }: Pick<Formulas, "values">, product: number): number | undefined {
  const { op, args } = values[product];
  const [root, power] = args.map((arg) => values[arg]);
  if (op !== "*" || root.op !== "ROOTS[]" || power.op !== "POWERS[]") return undefined;
  const number = (value: number): number => (values[value].op === "constant" ? values[value].number : NaN);
  /** The other argument of an operation with this number. */
  const behind = (value: number, operation: string, second: number): number => {
    const { op: found, args: of } = values[value];
    if (found !== operation || number(of[1]) !== second) throw new UnknownCode(op);
    return of[0];
  };
  const index = behind(root.args[0], "&", 2047);
  const exponent = behind(behind(behind(power.args[0], "&", 2047), "+", 1022), ">>", 11);
  const sum = behind(index, "|", 0);
  if (exponent !== index) throw new UnknownCode(op);
  behind(sum, "+", SHIFT);
  return sum;
}
