import { prepareBounds } from "../../model/graph/bounds.js";
import type { Interval } from "../../model/graph/interval.js";
import { jacobianRoots } from "../../model/code/kernels.js";
import type { Model } from "../../model/model.js";
import { parameterPoints } from "./elimination.js";
import { solve } from "../../numerics/linear-solve.js";

/** Zeros of the whole field in a box, and how many parts of it are not proved to hold no other. */
interface BoxRoots {
  readonly starts: readonly Float64Array[];
  readonly left: number;
}

/** As many as take as long as 20 000 of six states: the work of each grows with the cube of their number. */
const mostBoxes = (n: number): number => Math.ceil(20_000 * Math.min(1, (6 / n) ** 3));
const mostCentres = 200; // of boxes that are left

/**
 * For systems that do not reduce to one equation: branch and bound over a box of all states. A box is discarded if some
 * f_i excludes 0 or Krawczyk's operator leaves it, and settled, with one zero, if the operator maps it into itself:
 * Moore, Kearfott & Cloud (2009) Introduction to Interval Analysis, 8.2. Boxes left when the budget ends are given by
 * their centres.
 */
export function boxRoots(model: Model, box: readonly Interval[]): BoxRoots {
  const n = box.length;
  const field = model.roots.field;
  const enclose = prepareBounds(model.graph, [...field, ...jacobianRoots(model.graph, field)]);
  const parameters = parameterPoints(model);
  const p = model.vector;
  const widths = box.map(([a, b]) => b - a);
  const starts: Float64Array[] = [];
  // The largest first, so that a line of zeros does not use up the budget before the rest of the box was looked at.
  const queue: Interval[][] = [[...box]];
  let looked = 0;
  for (const most = mostBoxes(n); looked < queue.length && looked < most; looked++) {
    const X = queue[looked];
    const bounds = enclose(X, parameters);
    if (bounds.slice(0, n).some(([low, high]) => low > 0 || high < 0)) continue;
    const image = krawczyk(model, p, X, bounds.slice(n));
    if (image !== undefined) {
      if (image.some(([low, high], i) => low > X[i][1] || high < X[i][0])) continue;
      if (image.every(([low, high], i) => low >= X[i][0] && high <= X[i][1])) {
        starts.push(centre(image));
        continue;
      }
    }
    const relative = X.map(([low, high], i) => (high - low) / widths[i]);
    const widest = relative.indexOf(Math.max(...relative));
    if (relative[widest] < 1e-9) {
      starts.push(centre(X));
      continue;
    }
    const [a, b] = X[widest];
    const middle = a + 0.4921875 * (b - a); // not the middle, so that an equilibrium on a symmetry axis is inside a box
    queue.push(X.with(widest, [a, middle]), X.with(widest, [middle, b]));
  }
  const left = queue.slice(looked);
  const some = left.filter((_, k) => k % Math.ceil(left.length / mostCentres) === 0).map(centre);
  return { starts: [...starts, ...some], left: left.length };
}

/** m − Y f(m) + (1 − Y J(X))(X − m) with Y = J(m)⁻¹; undefined where J(m) is singular or J(X) unbounded. */
function krawczyk(
  model: Model,
  p: Float64Array,
  X: readonly Interval[],
  J: readonly Interval[],
): Interval[] | undefined {
  const n = X.length;
  if (J.some(([a, b]) => !Number.isFinite(a) || !Number.isFinite(b))) return undefined;
  const m = centre(X);
  const f = new Float64Array(n),
    A = new Float64Array(n * n),
    Y = new Float64Array(n * n);
  model.kernels.field(m, p, f);
  model.kernels.jacobian(m, p, A);
  for (let i = 0; i < n; i++) Y[i * n + i] = 1;
  if (!solve(A, n, Y, n)) return undefined;
  return X.map(([a, b], i) => {
    let step = 0,
      reach = 0;
    for (let k = 0; k < n; k++) step += Y[i * n + k] * f[k];
    for (let j = 0; j < n; j++) {
      let low = i === j ? 1 : 0,
        high = low;
      for (let k = 0; k < n; k++) {
        const y = Y[i * n + k],
          [c, d] = J[k * n + j];
        low -= y > 0 ? y * d : y * c;
        high -= y > 0 ? y * c : y * d;
      }
      reach += (Math.max(Math.abs(low), Math.abs(high)) * (X[j][1] - X[j][0])) / 2;
    }
    const slack = 1e-12 * (Math.abs(m[i]) + b - a); // rounding in Y f(m), generously
    return [m[i] - step - reach - slack, m[i] - step + reach + slack];
  });
}

const centre = (box: readonly Interval[]): Float64Array => Float64Array.from(box, ([a, b]) => a + (b - a) / 2);
