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
  /** out ← as many of `uniform`, in a third of the time. */
  uniforms(out: Float64Array): void;
  /** out ← as many of `normal`, in half the time. */
  normals(out: Float64Array): void;
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
  const state = Int32Array.of(filled(), filled(), filled(), filled());
  return {
    uniform: () => uniform(state),
    normal: () => normal(state),
    exponential: () => -log(uniform(state)),
    uniforms: (out) => uniforms(state, out),
    normals: (out) => normals(state, out),
  };
}

// What is called often does not lie within `random`: V8 throws machine code away with the last function that shares it,
// and each run would compile its own.

/** The number that xoshiro128** makes of the second word of its state. */
function scrambled(word: number): number {
  const s = Math.imul(word, 5);
  return Math.imul((s << 7) | (s >>> 25), 9);
}

/** 32 bits. */
function next(state: Int32Array): number {
  const b = state[1];
  const c = state[2] ^ state[0];
  const d = state[3] ^ b;
  state[1] = b ^ c;
  state[0] ^= d;
  state[2] = c ^ (b << 9);
  state[3] = (d << 11) | (d >>> 21);
  return scrambled(b);
}

function uniform(state: Int32Array): number {
  return ((next(state) >>> 0) + 0.5) * 2 ** -32;
}

function normal(state: Int32Array): number {
  const u = (next(state) + 0.5) * 2 ** -31; // −1 < u < 1
  const layer = next(state) & 127;
  return Math.abs(u) < RATIOS[layer] ? u * EDGES[layer] : nearEdge(state, u, layer);
}

/** What `normal` makes of a u that may not lie under the curve. */
function nearEdge(state: Int32Array, u: number, layer: number): number {
  if (layer === 0) return Math.sign(u) * tail(state);
  const x = u * EDGES[layer];
  const low = exp(-0.5 * (EDGES[layer] * EDGES[layer] - x * x));
  const high = exp(-0.5 * (EDGES[layer + 1] * EDGES[layer + 1] - x * x));
  return high + uniform(state) * (low - high) < 1 ? x : normal(state);
}

// The same with the state in variables, written to memory once.
function uniforms(state: Int32Array, out: Float64Array): void {
  let [a, b, c, d] = [state[0], state[1], state[2], state[3]];
  for (let k = 0; k < out.length; k++) {
    out[k] = ((scrambled(b) >>> 0) + 0.5) * 2 ** -32;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
  }
  keep(state, a, b, c, d);
}

function normals(state: Int32Array, out: Float64Array): void {
  let [a, b, c, d] = [state[0], state[1], state[2], state[3]];
  for (let k = 0; k < out.length; k++) {
    const u = (scrambled(b) + 0.5) * 2 ** -31;
    let t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    const layer = scrambled(b) & 127;
    t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    out[k] = u * EDGES[layer];
    if (Math.abs(u) < RATIOS[layer]) continue;
    keep(state, a, b, c, d);
    out[k] = nearEdge(state, u, layer);
    a = state[0];
    b = state[1];
    c = state[2];
    d = state[3];
  }
  keep(state, a, b, c, d);
}

function keep(state: Int32Array, a: number, b: number, c: number, d: number): void {
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
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
function tail(state: Int32Array): number {
  for (;;) {
    const x = -log(uniform(state)) / TAIL;
    if (-2 * log(uniform(state)) >= x * x) return TAIL + x;
  }
}
