/** Squares per width and height of the window: two or three px each. */
const squares = 300;
/** Samples along a path per square, so that none it crosses is missed by much. */
const samples = 3;
/** A square counts as met again when the path has been away for this part of the window's width. */
const away = 0.1;
/** So long a path, in widths of the window, without a square that is new adds nothing to the picture. */
const enough = 0.5;

/** Where paths have been drawn: of each square the path that met it first, 0 for none, and its length up to there. */
export interface Traces {
  paths: number;
  readonly path: Int32Array;
  readonly length: Float64Array;
}

/** Squares in a row, with one beyond either end. */
const row = squares + 3;

/** A window in which nothing has been drawn. */
export const noTraces = (): Traces => ({
  paths: 0,
  path: new Int32Array(row * row),
  length: new Float64Array(row * row),
});

const squareAt = (a: number, b: number): number => (Math.round(a * squares) + 1) * row + Math.round(b * squares) + 1;

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
  traces: Traces = noTraces(),
): number {
  const path = ++traces.paths;
  const across = (i: number): number => (x[i] - left) / (right - left);
  const up = (i: number): number => (y[i] - bottom) / (top - bottom);
  let length = 0;
  let repeated = 0;
  for (let i = 1; i < x.length; i++) {
    const u = across(i - 1);
    const v = up(i - 1);
    const du = across(i) - u;
    const dv = up(i) - v;
    const step = Math.hypot(du, dv);
    if (!Number.isFinite(step)) continue; // the pen is lifted, or the run has left for good
    const unseen = (u < 0 && u + du < 0) || (u > 1 && u + du > 1) || (v < 0 && v + dv < 0) || (v > 1 && v + dv > 1);
    const count = unseen ? 0 : Math.min(10_000, Math.ceil(step * squares * samples));
    for (let k = 1; k <= count; k++) {
      const a = u + (du * k) / count;
      const b = v + (dv * k) / count;
      if (a < 0 || a > 1 || b < 0 || b > 1) continue;
      const here = length + (step * k) / count;
      const square = squareAt(a, b);
      if (traces.path[square] === 0) {
        traces.path[square] = path;
        traces.length[square] = here;
        repeated = 0;
      } else if (traces.path[square] !== path || here - traces.length[square] > away) repeated += step / count;
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
      [-1, 0, 1].some((dy) => traces.path[squareAt(a + dx / squares, b + dy / squares)] !== 0),
    );
    if (!met) return false;
  }
  return true;
}
