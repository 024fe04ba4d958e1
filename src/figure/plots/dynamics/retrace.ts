/** Squares per width and height of the window: two or three px each. */
const squares = 300;
/** Samples along a path per square, so that none it crosses is missed by much. */
const samples = 3;
/** A square counts as met again when the path has been away for this part of the window's width. */
const away = 0.1;
/** So long a path, in widths of the window, without a square that is new adds nothing to the picture. */
const enough = 0.5;

/** Where paths have been drawn: the square, the path that met it first, and its length up to there. */
export type Traces = Map<number, { readonly path: object; readonly length: number }>;

const squareAt = (a: number, b: number): number => Math.round(a * squares) * 1e6 + Math.round(b * squares);

/**
 * How many points of a path show all of it in a window: a trajectory that goes round a limit cycle for the hundredth
 * time is drawn over itself. Counts up to where it has met nothing but `traces`, its own and those of paths before it,
 * for half a window's width, if its end has, too: a loop that drifts slowly is elsewhere by then. What lies outside the
 * window leaves no trace.
 */
export function pointsBeforeRetracing(
  x: Float64Array,
  y: Float64Array,
  [left, right]: readonly [number, number],
  [bottom, top]: readonly [number, number],
  traces: Traces = new Map(),
): number {
  const path = {};
  const across = (i: number): number => (x[i] - left) / (right - left);
  const up = (i: number): number => (y[i] - bottom) / (top - bottom);
  let length = 0;
  let repeated = 0;
  for (let i = 1; i < x.length; i++) {
    const [u, v] = [across(i - 1), up(i - 1)];
    const [du, dv] = [across(i) - u, up(i) - v];
    const step = Math.hypot(du, dv);
    if (!Number.isFinite(step)) continue; // the pen is lifted, or the run has left for good
    const unseen = (u < 0 && u + du < 0) || (u > 1 && u + du > 1) || (v < 0 && v + dv < 0) || (v > 1 && v + dv > 1);
    const count = unseen ? 0 : Math.min(10_000, Math.ceil(step * squares * samples));
    for (let k = 1; k <= count; k++) {
      const [a, b] = [u + (du * k) / count, v + (dv * k) / count];
      if (a < 0 || a > 1 || b < 0 || b > 1) continue;
      const square = squareAt(a, b);
      const first = traces.get(square);
      const here = length + (step * k) / count;
      if (first === undefined) {
        traces.set(square, { path, length: here });
        repeated = 0;
      } else if (first.path !== path || here - first.length > away) repeated += step / count;
    }
    length += step;
    if (repeated > enough) {
      if (endsOn(traces, across, up, x.length)) return i + 1;
      repeated = 0;
    }
  }
  return x.length;
}

/** Whether the end of a path, half a window's width of it, lies within a square of what is drawn. */
function endsOn(traces: Traces, across: (i: number) => number, up: (i: number) => number, points: number): boolean {
  let length = 0;
  for (let i = points - 1; i > 0 && length < enough; i--) {
    const [a, b] = [across(i), up(i)];
    const step = Math.hypot(a - across(i - 1), b - up(i - 1));
    if (!Number.isFinite(step)) return true;
    length += step;
    if (a < 0 || a > 1 || b < 0 || b > 1) continue;
    const met = [-1, 0, 1].some((dx) =>
      [-1, 0, 1].some((dy) => traces.has(squareAt(a + dx / squares, b + dy / squares))),
    );
    if (!met) return false;
  }
  return true;
}
