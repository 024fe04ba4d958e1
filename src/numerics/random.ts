import { told } from "../checks/told.js";
import { exp, log } from "./elementary.js";

/** The seed of whatever is random and was given none: 1, so that a run without a seed comes out the same each time. */
export const defaultSeed = 1;

/** A stream of random numbers that its seed determines, bit for bit the same on every machine. */
export interface Random {
  /** 0 < u < 1, in steps of 2^−32. */
  uniform(): number;
  /** Mean 0, variance 1. */
  normal(): number;
  /** Mean 1. */
  exponential(): number;
}

/**
 * xoshiro128** of Blackman & Vigna (2021) ACM Trans. Math. Softw. 47:36, its state filled from the seed by SplitMix32;
 * normal numbers by the ziggurat of Doornik (2005) "An improved ziggurat method to generate normal random samples",
 * University of Oxford.
 *
 * @param seed any integer from 0 to 2^53 − 1, by default `defaultSeed`; other seeds give independent streams
 * @throws RangeError for another seed
 */
export function random(seed: number = defaultSeed): Random {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`a seed is an integer from 0 to 2^53 - 1, got ${told(seed)}`);
  let mix = (seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x85ebca6b)) | 0;
  const filled = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let a = filled(),
    b = filled(),
    c = filled(),
    d = filled();

  const next = (): number => {
    const s = Math.imul(b, 5);
    const result = Math.imul((s << 7) | (s >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };

  const uniform = (): number => ((next() >>> 0) + 0.5) * 2 ** -32;

  const normal = (): number => {
    for (;;) {
      const u = (next() + 0.5) * 2 ** -31; // −1 < u < 1
      const layer = next() & 127;
      if (Math.abs(u) < RATIOS[layer]) return u * EDGES[layer];
      if (layer === 0) return Math.sign(u) * tail(uniform);
      const x = u * EDGES[layer];
      const low = exp(-0.5 * (EDGES[layer] * EDGES[layer] - x * x));
      const high = exp(-0.5 * (EDGES[layer + 1] * EDGES[layer + 1] - x * x));
      if (high + uniform() * (low - high) < 1) return x;
    }
  };

  return { uniform, normal, exponential: () => -log(uniform()) };
}

// The ziggurat: 128 layers of equal area under exp(−x²/2), the first with the tail beyond TAIL.
const LAYERS = 128;
const TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;
/** Right edge of each layer; the first stands for the rectangle with the tail's area. */
const EDGES = edgesOfLayers();
/** Part of each layer that lies under the curve for sure. */
const RATIOS = Float64Array.from({ length: LAYERS }, (_, i) => EDGES[i + 1] / EDGES[i]);

function edgesOfLayers(): Float64Array {
  const edges = new Float64Array(LAYERS + 1);
  edges[0] = AREA / exp(-0.5 * TAIL * TAIL);
  edges[1] = TAIL;
  for (let i = 2; i < LAYERS; i++)
    edges[i] = Math.sqrt(-2 * log(AREA / edges[i - 1] + exp(-0.5 * edges[i - 1] * edges[i - 1])));
  return edges;
}

/** A normal number beyond TAIL: Marsaglia (1964) Technometrics 6:101. */
function tail(uniform: () => number): number {
  for (;;) {
    const x = -log(uniform()) / TAIL;
    if (-2 * log(uniform()) >= x * x) return TAIL + x;
  }
}
