/** The numbers of an exercise that are a student's own. */
export interface Variant {
  readonly [name: string]: number;
}

/** Draws a student's numbers, always the same ones for the same student and exercise. */
export interface Draw {
  /** One of low, low + step, …, high. */
  between(low: number, high: number, step: number): number;
  oneOf(values: readonly number[]): number;
}

/** `seed` is a text such as "7.4 ab123". */
export function drawFor(seed: string): Draw {
  const random = seeded(seed);
  const oneOf = (values: readonly number[]): number => {
    if (values.length === 0) throw new RangeError("a variant draws from an empty list");
    return values[Math.floor(random() * values.length)];
  };
  return {
    oneOf,
    between(low, high, step) {
      const count = Math.round((high - low) / step);
      if (!(step > 0) || !(high > low) || Math.abs(low + count * step - high) > 1e-9 * Math.abs(step)) {
        throw new RangeError(
          `a variant draws between ${low} and ${high} in steps of ${step}: the steps must lead from one to the other`,
        );
      }
      return Number((low + Math.floor(random() * (count + 1)) * step).toPrecision(12)); // 0.35, not 0.35000000000000003
    },
  };
}

/**
 * Uniform numbers in [0, 1), reproducible from a text: FNV-1a, 32 bits, turns the text into the state of mulberry32.
 * Not for cryptography: whoever knows another student's id can compute that student's numbers, which is no secret.
 */
export function seeded(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
