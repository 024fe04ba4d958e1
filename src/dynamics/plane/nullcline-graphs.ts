import type { Bounding } from "../../model/graph/bounds.js";
import type { Interval } from "../../model/graph/interval.js";
import { bracketedRoot } from "../../numerics/root.js";
import { isolateRoots } from "../equilibria/root-isolation.js";
import type { Polyline } from "./implicit-curve.js";
import type { Piece } from "./nullcline-pieces.js";

/** The plane of two states in which a nullcline is drawn, and room for evaluating in it. */
export interface Plane {
  readonly x: number;
  readonly y: number;
  readonly box: readonly Interval[];
  readonly parameters: readonly Interval[];
  readonly p: Float64Array;
  readonly states: Interval[]; // the states off the plane as points; x and y are set before each use
  readonly point: Float64Array;
  readonly out: Float64Array;
}

/** Zeros of a factor into which only one state enters: straight lines across the window. */
export function straightLines(piece: Piece & { kind: "lines" }, plane: Plane): Polyline[] {
  const [own, other] = piece.along === "x" ? [plane.x, plane.y] : [plane.y, plane.x];
  const zeros = zerosOf(
    plane,
    own,
    (bounds) => ({ value: bounds[0], slope: bounds[1] }),
    piece.enclose,
    (s) => {
      plane.point[own] = s;
      piece.value(plane.point, plane.p, plane.out);
      return plane.out[0];
    },
  );
  return zeros.map((zero) =>
    plane.box[other].map((end): Polyline[number] => (piece.along === "x" ? [zero, end] : [end, zero])),
  );
}

/** y = −a(x)/b(x), or x in terms of y: cut at the poles, the zeros of b, and where it leaves the window. */
export function explicitCurve(piece: Piece & { kind: "graph" }, plane: Plane): Polyline[] {
  const [own, other] = piece.along === "x" ? [plane.x, plane.y] : [plane.y, plane.x];
  const [low, high] = plane.box[own];
  const [bottom, top] = plane.box[other];
  const partsAt = (s: number): readonly [number, number] => {
    plane.point[own] = s;
    piece.value(plane.point, plane.p, plane.out);
    return [plane.out[0], plane.out[1]];
  };
  // a + b·c, zero where the curve is at height c
  const crossingsOf = (c: number): number[] =>
    zerosOf(
      plane,
      own,
      ([a, b, da, db]) => ({ value: plus(a, b, c), slope: plus(da, db, c) }),
      piece.enclose,
      (s) => {
        const [a, b] = partsAt(s);
        return a + b * c;
      },
    );
  const poles = zerosOf(
    plane,
    own,
    (bounds) => ({ value: bounds[1], slope: bounds[3] }),
    piece.enclose,
    (s) => partsAt(s)[1],
  );
  const height = (s: number): number => {
    const [a, b] = partsAt(s);
    return -a / b;
  };
  // Where a and b vanish together, so does a + b·c: such a crossing is the pole again.
  const near = (s: number, t: number): boolean => Math.abs(s - t) < 1e-9 * (high - low);
  const crossings = [...crossingsOf(bottom), ...crossingsOf(top)].filter((s) => !poles.some((pole) => near(s, pole)));
  const cuts = [...new Set([low, ...poles, ...crossings, high])].sort((a, b) => a - b);
  const lines: Polyline[] = [];
  const oriented = (s: number, h: number): readonly [number, number] => (piece.along === "x" ? [s, h] : [h, s]);
  const removable = new Set<number>(); // a and b vanish together: a whole line, which the curve crosses
  for (const pole of poles) {
    const [a, b] = partsAt(pole);
    if (Math.abs(a) > 1e-9 * (Math.abs(b) * (top - bottom) + slopeSize(partsAt, pole, (high - low) * 1e-6))) continue;
    lines.push([oriented(pole, bottom), oriented(pole, top)]);
    const step = 1e-6 * (high - low);
    if (Math.abs(height(pole + step) - height(pole - step)) < 1e-3 * (top - bottom)) removable.add(pole);
  }
  let run: (readonly [number, number])[] = [];
  for (let k = 0; k + 1 < cuts.length; k++) {
    const [from, to] = [cuts[k], cuts[k + 1]];
    const h = height(from + 0.5 * (to - from));
    const inside = to - from > 1e-12 * (high - low) && h >= bottom && h <= top;
    if (inside) {
      const clamped = (s: number): number => Math.min(top, Math.max(bottom, height(s)));
      const nudge = 1e-9 * (to - from); // off a pole, where 0/0 may stand
      const start = poles.includes(from) ? from + nudge : from,
        end = poles.includes(to) ? to - nudge : to;
      const points = sampleGraph(clamped, start, end, high - low, top - bottom);
      run.push(...(run.length > 0 ? points.slice(1) : points).map(([s, v]) => oriented(s, v)));
    }
    if (run.length > 0 && (!inside || (poles.includes(to) && !removable.has(to)) || k + 2 === cuts.length)) {
      lines.push(run);
      run = [];
    }
  }
  return lines;
}

/** How much a changes over a short distance, the scale against which a counts as zero. */
function slopeSize(partsAt: (s: number) => readonly [number, number], s: number, step: number): number {
  return Math.abs(partsAt(s + step)[0] - partsAt(s - step)[0]) / 2;
}

const plus = (a: Interval, b: Interval, c: number): Interval => {
  const low = Math.min(b[0] * c, b[1] * c),
    high = Math.max(b[0] * c, b[1] * c);
  return [a[0] + low - 1e-15 * Math.abs(low), a[1] + high + 1e-15 * Math.abs(high)];
};

/** All zeros along one state of the window. An unresolved one is a touch, and counts. */
function zerosOf(
  plane: Plane,
  own: number,
  read: (bounds: Interval[]) => { value: Interval; slope: Interval },
  bound: Bounding,
  value: (s: number) => number,
): number[] {
  const [low, high] = plane.box[own];
  const roots = isolateRoots(
    (s) => {
      plane.states[own] = s;
      return read(bound(plane.states, plane.parameters));
    },
    low,
    high,
    1e-7 * (high - low),
  );
  return roots.map(({ low: a, high: b }) => {
    const fa = value(a),
      fb = value(b);
    if (fa * fb < 0) return bracketedRoot(value, a, b, fa, fb, 1e-13 * Math.max(Math.abs(a), Math.abs(b), b - a));
    return fa === 0 ? a : fb === 0 ? b : a + (b - a) / 2;
  });
}

const flatness = 5e-4; // of the window: less than a pixel of a figure

/** Points of a graph, closer where it bends. */
function sampleGraph(
  f: (s: number) => number,
  from: number,
  to: number,
  width: number,
  height: number,
): [number, number][] {
  const points: [number, number][] = [[from, f(from)]];
  const divide = (a: number, fa: number, b: number, fb: number, depth: number): void => {
    const m = a + (b - a) / 2,
      fm = f(m);
    const bend = Math.abs(fm - (fa + fb) / 2) / height;
    if (depth < 4 || (bend > flatness && depth < 14)) {
      divide(a, fa, m, fm, depth + 1);
      divide(m, fm, b, fb, depth + 1);
    } else points.push([m, fm], [b, fb]);
  };
  // short pieces need fewer points
  const start = Math.max(0, 2 - Math.floor(Math.log2(Math.max(1, width / (to - from)))));
  divide(from, points[0][1], to, f(to), start);
  return points;
}
