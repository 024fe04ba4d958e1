/**
 * The elementary functions that equations may use, built from + − × ÷ and √ alone.
 *
 * IEEE 754 fixes the result of those five operations to the bit; it does not fix `Math.exp` and its relatives, and
 * engines differ.
 * Since generated code calls nothing else, a model takes the same steps, bit for bit, in Node and in every browser.
 * Tables are literals, because `2 ** (j / 64)` differs between engines too.
 */

/** 2^(j/64), j = 0 … 63. */
// biome-ignore format: a table is read in rows
export const ROOTS_OF_TWO: Float64Array = Float64Array.of(
  1, 1.0108892860517005, 1.0218971486541166, 1.0330248790212284, 1.0442737824274138, 1.0556451783605572,
  1.0671404006768237, 1.0787607977571199, 1.0905077326652577, 1.102382583307841, 1.1143867425958924, 1.1265216186082418,
  1.1387886347566916, 1.1511892299529827, 1.1637248587775775, 1.1763969916502812, 1.189207115002721, 1.202156731452703,
  1.215247359980469, 1.22848053610687, 1.241857812073484, 1.255380757024691, 1.2690509571917332, 1.2828700160787783,
  1.2968395546510096, 1.3109612115247644, 1.3252366431597413, 1.339667524053303, 1.3542555469368927, 1.3690024229745905,
  1.383909881963832, 1.3989796725383112, Math.SQRT2, 1.42961333839197, 1.4451808069770467, 1.460917794180647,
  1.4768261459394993, 1.4929077282912648, 1.5091644275934228, 1.5255981507445384, 1.5422108254079407, 1.559004400237837,
  1.5759808451078865, 1.593142151342267, 1.6104903319492543, 1.6280274218573478, 1.645755478153965, 1.6636765803267364,
  1.681792830507429, 1.7001063537185235, 1.718619298122478, 1.7373338352737062, 1.7562521603732995, 1.7753764925265212,
  1.7947090750031072, 1.8142521755003989, 1.8340080864093424, 1.8539791250833855, 1.8741676341103, 1.8945759815869656,
  1.9152065613971474, 1.9360617934922943, 1.9571441241754002, 1.978456026387951,
);

/** 2^k at index k + 1022, for the normal range k = −1022 … 1023 and two more: repeated doubling is exact. */
export const POWERS_OF_TWO: Float64Array = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2048);
  for (let k = 0, value = 2.2250738585072014e-308; k < 2048; k++, value *= 2) powers[k] = value;
  return powers;
}

const SHIFT = 6755399441055744; // 1.5 × 2^52: adding and subtracting it rounds to the nearest integer

/** e^x, within 1 ulp: x = (64 k + j) ln 2 / 64 + r, so e^x = 2^k 2^(j/64) e^r with |r| ≤ ln 2 / 128. */
export function exp(x: number): number {
  // subnormal results; NaN
  if (!(x > -708.39)) return x < -745.14 ? 0 : x <= -708.39 ? exp(x + 40) * 4.248354255291589e-18 : x;
  if (x > 709.782712893384) return Infinity;
  const n = x * 92.33248261689366 + SHIFT - SHIFT;
  // ln 2 / 64 in two parts: the first product is exact
  const r = x - n * 0.01083042468962958 - n * 6.619564634077006e-12;
  const j = n & 63;
  const root = ROOTS_OF_TWO[j];
  const k = (n - j) / 64;
  const mantissa =
    root +
    root * (r * (1 + r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333)))));
  return k < 1024 ? mantissa * POWERS_OF_TWO[k + 1022] : mantissa * 2 * POWERS_OF_TWO[2045];
}

/** e^x − 1 without cancellation near 0. */
export function expm1(x: number): number {
  if (!(x > -0.35 && x < 0.35)) return exp(x) - 1;
  let sum = 0;
  for (let k = 14; k >= 2; k--) sum = ((sum + 1) * x) / k;
  return x + x * sum;
}

const WORDS = new Float64Array(1);
const BITS = new Uint32Array(WORDS.buffer);

/** Natural logarithm: x = 2^k m with m near 1, ln m = 2 artanh((m − 1)/(m + 1)). */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x < 2.2250738585072014e-308) return log(x * 18014398509481984) - 37.42994775023705; // 2^54
  WORDS[0] = x;
  let k = (BITS[1] >>> 20) - 1023;
  let m = x * POWERS_OF_TWO[Math.max(1022 - k, 0)] * (k > 1022 ? 0.5 : 1);
  if (m > Math.SQRT2) {
    m *= 0.5;
    k += 1;
  }
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  const high = ((((s2 * (1 / 21) + 1 / 19) * s2 + 1 / 17) * s2 + 1 / 15) * s2 + 1 / 13) * s2;
  const tail = (((((high + 1 / 11) * s2 + 1 / 9) * s2 + 1 / 7) * s2 + 1 / 5) * s2 + 1 / 3) * s2;
  return k * 0.6931471801362932 + (2 * s + (2 * s * tail + k * 4.236521365809284e-10)); // ln 2 in two parts
}

/** tanh x, without cancellation near 0; from |x| = 22 on the nearest double is ±1. */
export function tanh(x: number): number {
  if (x > 22 || x < -22) return x > 0 ? 1 : -1;
  const e = expm1(2 * x);
  return e / (e + 2);
}

/** cosh x; Infinity where e^|x| is. */
export function cosh(x: number): number {
  const e = exp(x < 0 ? -x : x);
  return 0.5 * e + 0.5 / e;
}

/** sinh x, without cancellation near 0; infinite where e^|x| is. */
export function sinh(x: number): number {
  const e = expm1(x < 0 ? -x : x);
  const magnitude = e === Infinity ? e : 0.5 * (e + e / (e + 1));
  return x < 0 ? -magnitude : magnitude;
}

/**
 * x^y for real y; a negative base needs an integer y. Powers with a literal integer exponent are multiplications and do
 * not come here.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (x > 0) return exp(y * log(x));
  if (Math.floor(y) !== y) return NaN;
  const magnitude = exp(y * log(-x));
  return y % 2 === 0 ? magnitude : -magnitude;
}

/** x − 2πn/4 for the nearest n, and n modulo 4. Good to an ulp of π for |x| below 10^8. */
function quarterTurns(x: number): readonly [remainder: number, quadrant: number] {
  const n = x * 0.6366197723675814 + SHIFT - SHIFT;
  return [x - n * 1.5707963267341256 - n * 6.077100506303966e-11 - n * 2.0222662487959506e-21, n & 3];
}

function sineSeries(x: number): number {
  const x2 = x * x;
  let sum = 0;
  for (let k = 17; k >= 3; k -= 2) sum = (-(1 + sum) * x2) / (k * (k - 1));
  return x + x * sum;
}

function cosineSeries(x: number): number {
  const x2 = x * x;
  let sum = 0;
  for (let k = 18; k >= 2; k -= 2) sum = (-(1 + sum) * x2) / (k * (k - 1));
  return 1 + sum;
}

/** sin x, x in radians. Accurate for |x| below 10^8: a model's phases, not arbitrary numbers. */
export function sin(x: number): number {
  const [r, quadrant] = quarterTurns(x);
  const value = quadrant & 1 ? cosineSeries(r) : sineSeries(r);
  return quadrant & 2 ? -value : value;
}

/** cos x, x in radians. Accurate for |x| below 10^8, as `sin` is. */
export function cos(x: number): number {
  const [r, quadrant] = quarterTurns(x);
  const value = quadrant & 1 ? sineSeries(r) : cosineSeries(r);
  return quadrant === 1 || quadrant === 2 ? -value : value;
}

/** arctan(k/8), k = 0 … 8. */
// biome-ignore format: a table is read in rows
const ARCTANGENTS = [
  0, 0.12435499454676144, 0.24497866312686414, 0.35877067027057225, 0.4636476090008061, 0.5585993153435624,
  0.6435011087932844, 0.7188299996216245, 0.7853981633974483,
];

/** arctan x, between −π/2 and π/2: from the nearest k/8 on, which leaves an angle of at most 1/16. */
export function atan(x: number): number {
  if (x < 0) return -atan(-x);
  if (x > 1) return 1.5707963267948966 - (atan(1 / x) - 6.123233995736766e-17);
  if (!(x > 0)) return x;
  const k = Math.floor(8 * x + 0.5);
  const z = (x - k / 8) / (1 + (x * k) / 8);
  const z2 = z * z;
  let tail = 0;
  for (let n = 15; n >= 3; n -= 2) tail = (1 / n - tail) * z2;
  return ARCTANGENTS[k] + (z - z * tail);
}

/** B_n/n! for even n = 2, 4 …: the Taylor coefficients of x/(e^x − 1) beyond 1 − x/2. */
const BERNOULLI = [
  0.08333333333333333, -0.001388888888888889, 3.306878306878307e-5, -8.267195767195768e-7, 2.08767569878681e-8,
  -5.284190138687493e-10, 1.3382536530684679e-11, -3.3896802963225827e-13, 8.586062056277845e-15,
  -2.174868698558062e-16, 5.5090028283602295e-18, -1.3954464685812522e-19, 3.534707039629467e-21,
  -8.953517427037546e-23,
];

/**
 * The `order`-th derivative of x/(e^x − 1), with its limit at x = 0.
 * The shape of rate functions that are 0/0 as printed, and of the Goldman-Hodgkin-Katz current.
 */
export function bernoulli(order: number, x: number): number {
  if (x > -1 && x < 1) return order === 0 ? bernoulliSeries(x) : bernoulliSeriesDerivative(order, x);
  const w = 1 / expm1(x);
  if (order === 0) return x > 700 ? x * exp(-x) : x * w;
  return order * reciprocalDerivative(order - 1, w, exp(x)) + x * reciprocalDerivative(order, w, exp(x));
}

function bernoulliSeries(x: number): number {
  const x2 = x * x;
  let sum = 0;
  for (let n = 10; n >= 0; n--) sum = sum * x2 + BERNOULLI[n];
  return 1 - 0.5 * x + x2 * sum;
}

function bernoulliSeriesDerivative(order: number, x: number): number {
  let sum = 0;
  for (let n = 28; n >= 2; n -= 2) {
    if (n < order) break;
    let factor = BERNOULLI[n / 2 - 1];
    for (let i = 0; i < order; i++) factor *= n - i;
    sum += factor * integerPower(x, n - order);
  }
  return order === 1 ? sum - 0.5 : sum;
}

/** The n-th derivative of w = 1/(e^x − 1), from w′ = −w(1 + w); 1 + w is formed as w e^x, which does not cancel. */
function reciprocalDerivative(n: number, w: number, e: number): number {
  const u = e === Infinity ? 1 : w * e;
  if (n === 0) return w;
  if (n === 1) return -w * u;
  if (n === 2) return w * u * (u + w);
  if (n === 3) return -w * u * (u * u + 4 * u * w + w * w);
  if (n === 4) return w * u * (u + w) * (u * u + 10 * u * w + w * w);
  throw new RangeError(`derivatives of x/(exp(x) - 1) are available up to order 4, got ${n}`);
}

/** x^n for a non-negative integer n, by repeated squaring. */
export function integerPower(x: number, n: number): number {
  let result = 1;
  for (let base = x, rest = n; rest > 0; rest = (rest - (rest & 1)) / 2, base *= base) if (rest & 1) result *= base;
  return result;
}
