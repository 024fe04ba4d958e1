/** Squares per width and height of the window: two or three px each. */
const squares = 300;
/** Samples along a path per square, so that none it crosses is missed by much. */
const samples = 3;
/** A square counts as met again when the path has been away for this part of the window's width. */
const away = 0.1;
/** So long a path, in widths of the window, without a square that is new adds nothing to the picture. */
const enough = 0.5;

/**
 * Where paths have been drawn: of each square how far the pen had gone when it first met it. Between two paths it goes
 * farther than `away`.
 */
export interface Traces {
  readonly met: Float32Array;
  /** What was met up to here belongs to paths that are forgotten. */
  readonly since: number;
  gone: number;
}

/** Squares in a row, with one beyond either end. */
const row = squares + 3;

/** A window in which nothing has been drawn. @param done whose paths nobody asks about any more: it is in its place */
export const noTraces = (done?: Traces): Traces =>
  done === undefined
    ? { met: new Float32Array(row * row), since: 0, gone: 0 }
    : { met: done.met, since: done.gone, gone: done.gone };

/** Of a place in the window. */
const squareAt = (a: number, b: number): number => ((a * squares + 1.5) | 0) * row + ((b * squares + 1.5) | 0);

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
  const { met, since } = traces;
  traces.gone += 2 * away;
  const across = (i: number): number => (x[i] - left) / (right - left);
  const up = (i: number): number => (y[i] - bottom) / (top - bottom);
  let gone = traces.gone;
  let repeated = 0;
  let shown = x.length;
  let u = across(0);
  let v = up(0);
  let last = -1; // the square where the pen is
  let again = false; // whether it was there before
  for (let i = 1; i < x.length; i++) {
    const [fromU, fromV] = [u, v];
    u = across(i);
    v = up(i);
    const du = u - fromU;
    const dv = v - fromV;
    const step = Math.sqrt(du * du + dv * dv);
    if (!Number.isFinite(step)) continue; // the pen is lifted, or the run has left for good
    const unseen = (u < 0 && fromU < 0) || (u > 1 && fromU > 1) || (v < 0 && fromV < 0) || (v > 1 && fromV > 1);
    const count = unseen ? 0 : Math.min(10_000, Math.ceil(step * squares * samples));
    const part = 1 / count;
    for (let k = 1; k <= count; k++) {
      const a = fromU + du * (k * part);
      const b = fromV + dv * (k * part);
      if (!(a >= 0 && a <= 1 && b >= 0 && b <= 1)) continue;
      const square = squareAt(a, b);
      if (square !== last) {
        last = square;
        const here = gone + step * (k * part);
        again = met[square] > since;
        if (!again) {
          met[square] = here;
          repeated = 0;
        } else again = here - met[square] > away;
      }
      if (again) repeated += step * part;
    }
    gone += step;
    if (repeated > enough) {
      if (endsOn(traces, across, up, x.length)) {
        shown = i + 1;
        break;
      }
      repeated = 0;
    }
  }
  traces.gone = gone;
  return shown;
}

/** Whether the end of a path, half a window's width of it, lies within a square of what is drawn. */
function endsOn(traces: Traces, across: (i: number) => number, up: (i: number) => number, points: number): boolean {
  let length = 0;
  for (let i = points - 1; i > 0 && length < enough; i--) {
    const [a, b] = [across(i), up(i)];
    const [du, dv] = [a - across(i - 1), b - up(i - 1)];
    const step = Math.sqrt(du * du + dv * dv);
    if (!Number.isFinite(step)) return true;
    length += step;
    if (a < 0 || a > 1 || b < 0 || b > 1) continue;
    const met = [-1, 0, 1].some((dx) =>
      [-1, 0, 1].some((dy) => traces.met[squareAt(a + dx / squares, b + dy / squares)] > traces.since),
    );
    if (!met) return false;
  }
  return true;
}
