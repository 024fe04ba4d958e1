/**
 * A root of f between x0 and x1, where f has opposite signs: Chandrupatla (1997) Adv. Eng. Software 28:145,
 * inverse quadratic interpolation where that is safe, bisection elsewhere.
 *
 * @returns a point within `precision` of the root, on the side of x1: f there is zero or has the sign of f1 = f(x1).
 */
export function bracketedRoot(
  f: (x: number) => number,
  x0: number,
  x1: number,
  f0: number,
  f1: number,
  precision: number,
): number {
  let a = x1,
    fa = f1; // the newest point
  let b = x0,
    fb = f0; // the other end of the bracket
  let c = x1,
    fc = f1; // the point before
  let fraction = 0.5;
  let reached = x1;
  while (Math.abs(b - a) > precision && fa !== 0) {
    const x = a + fraction * (b - a);
    if (x === a || x === b) break;
    const fx = f(x);
    if (fx === 0 || fx > 0 === f1 > 0) reached = x;
    if (fx > 0 === fa > 0) {
      [c, fc] = [a, fa];
    } else {
      [c, fc, b, fb] = [b, fb, a, fa];
    }
    [a, fa] = [x, fx];
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
