/**
 * Draws a value from all those that a question allows, the borders of its cases more often than chance would; `random`
 * is uniform in [0, 1).
 */
export type Domain<T> = (random: () => number) => T;

/** Any number from `low` to `high`. */
export const between =
  (low: number, high: number): Domain<number> =>
  (random) =>
    low + (high - low) * random();

/** Any number from `low` to `high`, both positive, each power of ten as often as the next. */
export const logBetween =
  (low: number, high: number): Domain<number> =>
  (random) =>
    low * (high / low) ** random();

/** A number above a border, from `nearest` to `farthest` of it: where a threshold is, most happens close by. */
export const beyond =
  (border: number, nearest: number, farthest: number): Domain<number> =>
  (random) =>
    border + logBetween(nearest, farthest)(random);

/** A whole number from `low` to `high`, both included. */
export const whole =
  (low: number, high: number): Domain<number> =>
  (random) =>
    low + Math.floor((high - low + 1) * random());

/** One of several values, each as often as the next. */
export const oneOf =
  <const T>(...values: readonly T[]): Domain<T> =>
  (random) =>
    values[Math.floor(values.length * random())];

/** A value from one of several domains, each as often as the next. */
export const either =
  <T>(...domains: readonly Domain<T>[]): Domain<T> =>
  (random) =>
    oneOf(...domains)(random)(random);

/** A list of `fewest` to `most` values. */
export const listOf =
  <T>(part: Domain<T>, fewest: number, most: number): Domain<T[]> =>
  (random) =>
    Array.from({ length: whole(fewest, most)(random) }, () => part(random));

/** A list of arguments, one from each domain. */
export const tuple =
  <T extends unknown[]>(...parts: { readonly [K in keyof T]: Domain<T[K]> }): Domain<T> =>
  (random) =>
    parts.map((part: Domain<unknown>) => part(random)) as T;

/** Values of a domain for which something holds: draws until one does. */
export const where =
  <T>(domain: Domain<T>, holds: (value: T) => boolean): Domain<T> =>
  (random) => {
    for (let tries = 0; tries < 1000; tries++) {
      const value = domain(random);
      if (holds(value)) return value;
    }
    throw new RangeError("a domain of which 1000 values were drawn has none with the property that is asked for");
  };

/** The list in random order. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const k = whole(0, i)(random);
    [all[i], all[k]] = [all[k], all[i]];
  }
  return all;
}
