import type { Interval } from "../../model/graph/interval.js";

/** Bounds of a function and of its derivative over an interval. */
type Enclosure = (x: Interval) => { readonly value: Interval; readonly slope: Interval };

/**
 * An interval that may hold a zero. "single": exactly one zero, a change of sign. "unresolved": narrower than the
 * resolution, and neither proved to hold a zero nor to hold none, as at a double zero or a pole.
 */
export interface IsolatedRoot {
  readonly low: number;
  readonly high: number;
  readonly certainty: "single" | "unresolved";
}

const mostLooks = 20_000; // a function that is zero all over an interval would be halved for ever

/**
 * All zeros of a function between `low` and `high`, by interval arithmetic: what is not in the result is proved to be
 * none.
 * An interval is discarded if the bounds of the function exclude 0, settled if those of the slope do, and halved
 * otherwise:
 * Moore, Kearfott & Cloud (2009) Introduction to Interval Analysis, ch. 8.
 *
 * @param resolution width at which an undecided interval is given up as "unresolved"
 */
export function isolateRoots(enclose: Enclosure, low: number, high: number, resolution: number): IsolatedRoot[] {
  const found: IsolatedRoot[] = [];
  // The widest first, so that what a line of zeros costs is not taken from the zeros beside it.
  const queue: [number, number][] = [[low, high]];
  const signAt = (x: number): number => {
    const [a, b] = enclose([x, x]).value;
    return a > 0 ? 1 : b < 0 ? -1 : 0;
  };
  for (let k = 0; k < queue.length; k++) {
    const [a, b] = queue[k];
    if (k > mostLooks) {
      found.push({ low: a, high: b, certainty: "unresolved" });
      continue;
    }
    const { value, slope } = enclose([a, b]);
    if (excludesZero(value)) continue;
    const middle = a + (b - a) / 2;
    const bounded = Number.isFinite(value[0]) && Number.isFinite(value[1]);
    if (bounded && excludesZero(slope)) {
      const left = signAt(a),
        right = signAt(b);
      if (left * right > 0) continue;
      // A zero at a common end of two intervals is counted by the right one of them; the last end has none on its
      // right.
      if (right === 0 && left !== 0 && b < high) continue;
      const start = left === 0 ? a - resolution : a,
        end = right === 0 ? b + resolution : b;
      const strict = left * right < 0 || (signAt(start) * signAt(end) < 0 && excludesZero(enclose([start, end]).slope));
      found.push({ low: start, high: end, certainty: strict ? "single" : "unresolved" });
      continue;
    }
    if (bounded && excludedByMeanValue(enclose([middle, middle]).value, slope, (b - a) / 2)) continue;
    if (b - a <= resolution || middle === a || middle === b) {
      found.push({ low: a, high: b, certainty: "unresolved" });
      continue;
    }
    queue.push([a, middle], [middle, b]);
  }
  return joinUnresolved(
    found.sort((one, other) => one.high - other.high),
    resolution,
  );
}

const excludesZero = ([a, b]: Interval): boolean => a > 0 || b < 0;

/** f(x) ∈ f(m) + f′(X)(x − m): a tighter bound than f(X) once X is narrow. */
function excludedByMeanValue(middle: Interval, slope: Interval, radius: number): boolean {
  const reach = Math.max(Math.abs(slope[0]), Math.abs(slope[1])) * radius * (1 + 1e-15);
  return middle[0] - reach > 0 || middle[1] + reach < 0;
}

function joinUnresolved(found: readonly IsolatedRoot[], resolution: number): IsolatedRoot[] {
  const joined: IsolatedRoot[] = [];
  for (const root of found) {
    const last = joined[joined.length - 1];
    const near = last !== undefined && root.low - last.high <= resolution;
    if (near && (last.certainty === "unresolved" || root.certainty === "unresolved"))
      joined[joined.length - 1] = { low: last.low, high: root.high, certainty: "unresolved" };
    else joined.push(root);
  }
  return joined;
}
