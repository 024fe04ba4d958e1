/** A polyline; NaN separates pieces. */
export interface Polyline {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** What is kept of a polyline. */
export interface Thinned {
  readonly x: number[];
  readonly y: number[];
}

/** Width and height in which a line is seen; undefined: its own. */
export type Window = readonly [number | undefined, number | undefined];

/** The line without the points that lie within `tolerance` of it as it is drawn then, as a fraction of the window. */
export function thin(line: Polyline, tolerance: number, window: Window = [undefined, undefined]): Thinned {
  const [scaleX, scaleY] = [1 / (window[0] ?? (range(line.x) || 1)), 1 / (window[1] ?? (range(line.y) || 1))];
  return gather(
    line,
    piecesOf(line).map(([from, to]) => douglasPeucker(line, from, to, scaleX, scaleY, tolerance)),
  );
}

/**
 * At most about `limit` of the points of a line, in their order, such that no spike goes missing: those that `thin`
 * keeps, or, if the line is too ragged for that, of each run of consecutive points the leftmost, rightmost, lowest and
 * highest.
 */
export function decimate(line: Polyline, limit: number, tolerance: number, window?: Window): Thinned {
  const thinned = thin(line, tolerance, window);
  if (thinned.x.length <= limit) return thinned;
  const pieces = piecesOf(line);
  const total = pieces.reduce((sum, [from, to]) => sum + to - from, 0);
  return gather(
    line,
    pieces.map(([from, to]) => envelope(line, from, to, Math.ceil((to - from) * (limit / total)))),
  );
}

function gather({ x, y }: Polyline, pieces: readonly (readonly number[])[]): Thinned {
  const kept: Thinned = { x: [], y: [] };
  pieces.forEach((piece, k) => {
    if (k > 0) {
      kept.x.push(NaN);
      kept.y.push(NaN);
    }
    for (const i of piece) {
      kept.x.push(x[i]);
      kept.y.push(y[i]);
    }
  });
  return kept;
}

/** Douglas & Peucker (1973): indices of [from, to) whose polyline stays within the tolerance of all points. */
function douglasPeucker(
  { x, y }: Polyline,
  from: number,
  to: number,
  scaleX: number,
  scaleY: number,
  tolerance: number,
): readonly number[] {
  const keep = new Uint8Array(to - from);
  keep[0] = keep[to - from - 1] = 1;
  const spans: (readonly [number, number])[] = [[from, to - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [a, b] = span;
    const dx = (x[b] - x[a]) * scaleX;
    const dy = (y[b] - y[a]) * scaleY;
    const length2 = dx * dx + dy * dy;
    let farthest = a;
    let distance2 = tolerance * tolerance;
    for (let i = a + 1; i < b; i++) {
      const u = (x[i] - x[a]) * scaleX;
      const v = (y[i] - y[a]) * scaleY;
      const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, (u * dx + v * dy) / length2));
      const off2 = (u - along * dx) * (u - along * dx) + (v - along * dy) * (v - along * dy);
      if (off2 > distance2) {
        farthest = i;
        distance2 = off2;
      }
    }
    if (farthest === a) continue;
    keep[farthest - from] = 1;
    spans.push([a, farthest], [farthest, b]);
  }
  const kept: number[] = [];
  for (let i = from; i < to; i++) if (keep[i - from] === 1) kept.push(i);
  return kept;
}

/** Of each run of consecutive points the extreme ones: at most about `limit` indices of [from, to). */
function envelope({ x, y }: Polyline, from: number, to: number, limit: number): readonly number[] {
  const buckets = Math.max(1, Math.floor((limit - 2) / 4));
  if (buckets * 4 >= to - from) return Array.from({ length: to - from }, (_, i) => from + i);
  const kept = new Set([from]);
  for (let b = 0; b < buckets; b++) {
    const start = from + Math.floor((b * (to - from)) / buckets);
    const end = from + Math.floor(((b + 1) * (to - from)) / buckets);
    let [left, right, low, high] = [start, start, start, start];
    for (let i = start + 1; i < end; i++) {
      if (x[i] < x[left]) left = i;
      if (x[i] > x[right]) right = i;
      if (y[i] < y[low]) low = i;
      if (y[i] > y[high]) high = i;
    }
    for (const extreme of [left, right, low, high].sort((p, q) => p - q)) kept.add(extreme);
  }
  return [...kept.add(to - 1)];
}

function range(values: ArrayLike<number>): number {
  let [lo, hi] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isFinite(value)) [lo, hi] = [Math.min(lo, value), Math.max(hi, value)];
  }
  return hi - lo;
}

/** Half-open index ranges of consecutive finite points. */
function piecesOf({ x, y }: Polyline): readonly (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = [];
  let from = -1;
  for (let i = 0; i <= x.length; i++) {
    const finite = i < x.length && Number.isFinite(x[i]) && Number.isFinite(y[i]);
    if (finite && from < 0) from = i;
    if (!finite && from >= 0) {
      pieces.push([from, i]);
      from = -1;
    }
  }
  return pieces;
}
