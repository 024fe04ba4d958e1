import type { Interval } from "../../model/graph/interval.js";
import { bracketedRoot } from "../../numerics/root.js";
import { isolateRoots } from "../equilibria/root-isolation.js";

/** A function of the plane: its value, and bounds of itself and of its two partial derivatives over a box. */
interface PlaneFunction {
  readonly value: (x: number, y: number) => number;
  readonly enclose: (
    x: Interval,
    y: Interval,
  ) => { readonly value: Interval; readonly dx: Interval; readonly dy: Interval };
}

/** Points in the plane, joined in order. */
export type Polyline = readonly (readonly [number, number])[];

const coarsest = 6; // the box is cut into 2^6 by 2^6 cells at least where the curve may be
const finest = 12;
const mostCells = 30_000;

/**
 * The curve f(x, y) = 0 in a box, one polyline for each connected piece.
 *
 * Cells that interval bounds prove empty are dropped. In a cell where one partial derivative has a proved sign the
 * curve is a graph, so its crossings of the cell's edges, taken in order, are joined in pairs. Other cells are cut in
 * four: branches are told apart to 2^-12 of the box, and what is still undecided there is a singular point, where
 * branches meet or the curve is a mere touch.
 */
export function implicitCurve(
  f: PlaneFunction,
  [xLow, xHigh]: Interval,
  [yLow, yHigh]: Interval,
): { readonly lines: Polyline[]; readonly singular: Polyline } {
  const width = xHigh - xLow,
    height = yHigh - yLow;
  const links = new Links(width * 2 ** -(finest + 8), height * 2 ** -(finest + 8));
  const singular: [number, number][] = [];
  const stack: [number, number, number][] = [[0, 0, 0]]; // depth, column, row
  let cells = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [depth, i, j] = next;
    const size = 2 ** -depth;
    const x: Interval = [xLow + width * size * i, xLow + width * size * (i + 1)];
    const y: Interval = [yLow + height * size * j, yLow + height * size * (j + 1)];
    const { value, dx, dy } = f.enclose(x, y);
    if (value[0] > 0 || value[1] < 0 || excludedByMeanValue(f, x, y, dx, dy)) continue;
    const isGraph = hasSign(dx) || hasSign(dy);
    const last = depth >= finest || cells++ > mostCells;
    if (!last && (depth < coarsest || !isGraph)) {
      for (const [a, b] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ])
        stack.push([depth + 1, 2 * i + a, 2 * j + b]);
      continue;
    }
    const points = edgeCrossings(f, x, y);
    if (isGraph) {
      const along = hasSign(dy) ? 0 : 1;
      points.sort((p, q) => p[along] - q[along]);
      for (let k = 0; k + 1 < points.length; k += 2) links.join(points[k], points[k + 1]);
    } else if (points.length < 2) {
      const [px, py] = points[0] ?? [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
      const near = 2 ** (2 - finest);
      if (singular.every(([qx, qy]) => Math.abs(px - qx) > near * width || Math.abs(py - qy) > near * height))
        singular.push([px, py]);
    } else if (points.length === 2) links.join(points[0], points[1]);
    else {
      const centre: [number, number] = [
        points.reduce((s, p) => s + p[0], 0) / points.length,
        points.reduce((s, p) => s + p[1], 0) / points.length,
      ];
      for (const point of points) links.join(point, centre);
    }
  }
  return { lines: links.chains(), singular };
}

/** f(x, y) ∈ f(m) + ∂f/∂x (x − m_x) + ∂f/∂y (y − m_y): a tighter bound than that of f itself in a small cell. */
function excludedByMeanValue(f: PlaneFunction, x: Interval, y: Interval, dx: Interval, dy: Interval): boolean {
  const middle = f.enclose([(x[0] + x[1]) / 2, (x[0] + x[1]) / 2], [(y[0] + y[1]) / 2, (y[0] + y[1]) / 2]).value;
  const size = ([a, b]: Interval): number => Math.max(Math.abs(a), Math.abs(b));
  const reach = ((1 + 1e-15) * (size(dx) * (x[1] - x[0]) + size(dy) * (y[1] - y[0]))) / 2;
  return middle[0] - reach > 0 || middle[1] + reach < 0;
}

const hasSign = ([a, b]: Interval): boolean => a > 0 || b < 0;

/** Points at which the curve crosses the edges of a cell; a corner counts once. */
function edgeCrossings(f: PlaneFunction, x: Interval, y: Interval): [number, number][] {
  const found: [number, number][] = [];
  const put = (px: number, py: number): void => {
    const tx = 1e-9 * (x[1] - x[0]),
      ty = 1e-9 * (y[1] - y[0]);
    if (found.every(([qx, qy]) => Math.abs(px - qx) > tx || Math.abs(py - qy) > ty)) found.push([px, py]);
  };
  for (const edge of y) {
    for (const root of isolateRoots((s) => pick(f.enclose(s, [edge, edge]), "dx"), x[0], x[1], 1e-6 * (x[1] - x[0])))
      put(
        refine((s) => f.value(s, edge), root.low, root.high),
        edge,
      );
  }
  for (const edge of x) {
    for (const root of isolateRoots((s) => pick(f.enclose([edge, edge], s), "dy"), y[0], y[1], 1e-6 * (y[1] - y[0])))
      put(
        edge,
        refine((s) => f.value(edge, s), root.low, root.high),
      );
  }
  return found;
}

const pick = (
  bounds: ReturnType<PlaneFunction["enclose"]>,
  slope: "dx" | "dy",
): { value: Interval; slope: Interval } => ({ value: bounds.value, slope: bounds[slope] });

function refine(f: (s: number) => number, low: number, high: number): number {
  const a = f(low),
    b = f(high);
  if (a * b < 0) return bracketedRoot(f, low, high, a, b, 1e-12 * Math.max(Math.abs(low), Math.abs(high), high - low));
  return Math.abs(a) < Math.abs(b) ? low : high;
}

/** A point at which segments meet. */
interface Joint {
  readonly id: number;
  readonly at: readonly [number, number];
  readonly to: Joint[];
}

/** Segments, joined at equal ends into polylines. */
class Links {
  private readonly joints: Map<string, Joint> = new Map();

  /** Points closer than this count as one. */
  constructor(
    private readonly dx: number,
    private readonly dy: number,
  ) {}

  join(a: readonly [number, number], b: readonly [number, number]): void {
    const p = this.jointAt(a),
      q = this.jointAt(b);
    if (p === q || p.to.includes(q)) return; // an edge shared by two cells may be joined by both
    p.to.push(q);
    q.to.push(p);
  }

  chains(): Polyline[] {
    const used = new Set<string>();
    const edge = (p: Joint, q: Joint): string => `${Math.min(p.id, q.id)} ${Math.max(p.id, q.id)}`;
    const walk = (start: Joint, second: Joint): Polyline => {
      const line = [start.at];
      let [from, to]: readonly [Joint, Joint | undefined] = [start, second];
      while (to !== undefined) {
        const here: Joint = to;
        used.add(edge(from, here));
        line.push(here.at);
        [from, to] = [here, here.to.length === 2 ? here.to.find((next) => !used.has(edge(here, next))) : undefined];
      }
      return line;
    };
    const lines: Polyline[] = [];
    for (const onlyEnds of [true, false]) {
      for (const joint of this.joints.values()) {
        if (onlyEnds && joint.to.length === 2) continue;
        for (const next of joint.to) if (!used.has(edge(joint, next))) lines.push(walk(joint, next));
      }
    }
    return lines;
  }

  /** A known point near enough, or a new one. */
  private jointAt(point: readonly [number, number]): Joint {
    const i = Math.round(point[0] / this.dx),
      j = Math.round(point[1] / this.dy);
    for (const di of [0, -1, 1])
      for (const dj of [0, -1, 1]) {
        const near = this.joints.get(`${i + di},${j + dj}`);
        if (near) return near;
      }
    const joint: Joint = { id: this.joints.size, at: point, to: [] };
    this.joints.set(`${i},${j}`, joint);
    return joint;
  }
}
