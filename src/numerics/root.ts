/**
 * A root of f between x0 and x1, where f has opposite signs: Chandrupatla (1997) Adv. Eng. Software 28:145,
 * inverse quadratic interpolation where that is safe, bisection elsewhere.
 *
 * @param f0 f(x0)
 * @param f1 f(x1); may be infinite
 * @param precision width of the bracket at which to stop, in units of x
 * @returns a point within `precision` of the root, on the side of x1: f there is zero or has the sign of f1.
 */
export function bracketedRoot(
  f: (x: number) => number,
  x0: number,
  x1: number,
  f0: number,
  f1: number,
  precision: number,
): number {
  let a = x1; // the newest point
  let fa = f1;
  let b = x0; // the other end of the bracket
  let fb = f0;
  let c = x1; // the point before
  let fc = f1;
  let fraction = 0.5;
  let reached = x1;
  while (Math.abs(b - a) > precision && fa !== 0) {
    const x = a + fraction * (b - a);
    if (x === a || x === b) break;
    const fx = f(x);
    if (fx === 0 || fx > 0 === f1 > 0) reached = x;
    c = a;
    fc = fa;
    if (fx > 0 !== fa > 0) {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const least = (0.5 * precision) / Math.abs(b - a);
    fraction = safe
      ? (fa / (fb - fa)) * (fc / (fb - fc)) + (((c - a) / (b - a)) * fa * fb) / ((fc - fa) * (fc - fb))
      : 0.5;
    fraction = Math.min(1 - least, Math.max(least, fraction));
  }
  return reached;
}

/** How narrow a bracket has to become: in units of x, or as a part of the end at which the test holds. */
export type BracketWidth = { readonly absolute: number } | { readonly relative: number };

/**
 * Where a test turns from false to true, by halving: the end of the last bracket at which it is true.
 *
 * @param fails a point at which the test is taken to be false, without a trial
 * @param holds one at which it is taken to be true; above or below `fails`
 */
export function bisect(test: (x: number) => boolean, fails: number, holds: number, width: BracketWidth): number {
  const narrow = (): number => ("absolute" in width ? width.absolute : width.relative * Math.abs(holds));
  while (Math.abs(holds - fails) > narrow()) {
    const middle = (fails + holds) / 2;
    if (middle === fails || middle === holds) break;
    if (test(middle)) holds = middle;
    else fails = middle;
  }
  return holds;
}

/** A point and the value of a function there. */
export interface Extremum {
  readonly at: number;
  readonly value: number;
}

/**
 * The top of a function with one hump between a and b, by golden section.
 *
 * @param precision width of the bracket at which to stop, in units of x
 * @param enough a value with which the search is content before that
 */
export function maximum(
  f: (x: number) => number,
  a: number,
  b: number,
  precision: number,
  enough: number = Infinity,
): Extremum {
  const golden = (Math.sqrt(5) - 1) / 2;
  let x1 = b - golden * (b - a);
  let x2 = a + golden * (b - a);
  let f1 = f(x1);
  let f2 = f(x2);
  while (b - a > precision && f1 < enough && f2 < enough) {
    if (f1 < f2) {
      [a, x1, f1] = [x1, x2, f2];
      x2 = a + golden * (b - a);
      f2 = f(x2);
    } else {
      [b, x2, f2] = [x2, x1, f1];
      x1 = b - golden * (b - a);
      f1 = f(x1);
    }
  }
  return f1 >= f2 ? { at: x1, value: f1 } : { at: x2, value: f2 };
}
