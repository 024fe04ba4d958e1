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

/**
 * How many points of a path show all of it: a trajectory that goes round a limit cycle for the hundredth time is drawn over
 * itself. Counts up to where it has met nothing but `traces`, its own and those of paths before it, for half a window's width.
 */
export function pointsBeforeRetracing(x: Float64Array, y: Float64Array, width: number, height: number, traces: Traces = new Map()): number {
  const path = {};
  let length = 0;
  let repeated = 0;
  for (let i = 1; i < x.length; i++) {
    const dx = (x[i] - x[i - 1]) / width;
    const dy = (y[i] - y[i - 1]) / height;
    const step = Math.hypot(dx, dy);
    const count = Math.min(10_000, Math.ceil(step * squares * samples));
    for (let k = 1; k <= count; k++) {
      const square = Math.round((x[i - 1] / width + (dx * k) / count) * squares) * 1e6 + Math.round((y[i - 1] / height + (dy * k) / count) * squares);
      const first = traces.get(square);
      const here = length + (step * k) / count;
      if (first === undefined) {
        traces.set(square, { path, length: here });
        repeated = 0;
      } else if (first.path !== path || here - first.length > away) repeated += step / count;
    }
    length += step;
    if (repeated > enough) return i + 1;
  }
  return x.length;
}
