import { expm1, POWERS_OF_TWO, ROOTS_OF_TWO } from "./elementary.js";

const SHIFT = 6755399441055744; // 1.5 × 2^52: adding and subtracting it rounds to the nearest integer

/** 2^(j/2048), j = 0 … 2047, within 1 ulp. */
export const FINE_ROOTS_OF_TWO: Float64Array = fineRootsOfTwo();

function fineRootsOfTwo(): Float64Array {
  const fine = new Float64Array(2048);
  for (let low = 0; low < 32; low++) {
    const excess = expm1((low * Math.LN2) / 2048);
    for (let high = 0; high < 64; high++) fine[32 * high + low] = ROOTS_OF_TWO[high] + ROOTS_OF_TWO[high] * excess;
  }
  return fine;
}

/** 2048/ln 2: e^x is rootPower(x · ROOTS_PER_E). */
export const ROOTS_PER_E = 2954.639443740597;

/** The Taylor coefficients of 2^(f/2048) beyond 1; for |f| ≤ 1/2 the first term left out is below 4e-17. */
export const ROOT_SERIES = [0.0003384507717577858, 5.727446245172041e-8, 6.461528672932366e-12] as const;
const [FIRST, SECOND, THIRD] = ROOT_SERIES;

/** Where 2^(x/2048) is a normal number: |x| below this, 1022 · 2048. */
export const ROOTS_IN_RANGE = 2093056;

/** 2^(x/2048), within 2 ulp: the exp of generated code, which writes it out where it is called often. */
export function rootPower(x: number): number {
  if (!(x > -ROOTS_IN_RANGE && x < ROOTS_IN_RANGE)) return rootPowerBeyond(x);
  const n = x + SHIFT - SHIFT;
  const f = x - n;
  const i = n | 0;
  const root = FINE_ROOTS_OF_TWO[i & 2047];
  return (root + root * (f * (FIRST + f * (SECOND + f * THIRD)))) * POWERS_OF_TWO[((i >> 11) + 1022) & 2047];
}

/** Where φ is its polynomial: z² below this. */
export const GROWTH_NEAR = 1 / 64;

/**
 * Of φ the coefficients from z² to z⁷; the first two are 1 and 1/2. Fitted there so that z φ(z), the part of its way
 * that a decaying quantity goes in a step, is off by 1.2e-16 at most.
 */
export const GROWTH_SERIES = [
  0.166666666669288, 0.0416666666671675, 0.0083333324563, 0.00138888876141, 0.0001985009044, 0.000024812001,
] as const;
const [G2, G3, G4, G5, G6, G7] = GROWTH_SERIES;

/** φ(z) = (e^z − 1)/z, without cancellation near 0: by how much of its first slope a decaying quantity moves. */
export function growth(z: number): number {
  const s = z * z;
  if (s < GROWTH_NEAR) return 1 + z * 0.5 + s * (G2 + z * G3) + s * s * (G4 + z * G5 + s * (G6 + z * G7));
  return (rootPower(z * ROOTS_PER_E) - 1) / z;
}

/** Subnormal results, the last power of two before Infinity, and what is beyond; NaN. */
function rootPowerBeyond(x: number): number {
  if (x < 0) return x < -2205000 ? 0 : rootPower(x + 204800) * 7.888609052210118e-31; // 2^−100
  return x < 2097152 ? rootPower(x - 204800) * 1.2676506002282294e30 : x + Infinity;
}
