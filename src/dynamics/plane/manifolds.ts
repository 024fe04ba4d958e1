import { requireModel } from "../../checks/require-model.js";
import type { Model } from "../../model/model.js";
import { taylor } from "../../model/graph/taylor.js";
import { norm } from "../../numerics/dense.js";
import { solve } from "../../numerics/linear-solve.js";
import { newton } from "../equilibria/newton.js";
import { windowOf, type Window } from "../system/window.js";
import type { Equilibrium } from "../equilibria/equilibrium.js";
import { eigenvalues, eigenvector } from "../../numerics/eigen.js";
import { vectorFieldFamily } from "../system/vector-field-family.js";
import { flow } from "../system/flow.js";
import type { StateCurve } from "./nullclines.js";

/** One half of a one-dimensional stable or unstable manifold of a saddle. */
export interface Manifold {
  /** Whether its points approach the saddle forward in time (a separatrix in the plane), or leave it. */
  readonly stable: boolean;
  /** From the saddle outward. */
  readonly states: StateCurve;
  /** ms from the saddle, of the first point already far from it; negative on a stable manifold. */
  readonly time: Float64Array;
  readonly eigenvalue: number;
  /**
   * How the curve ends: it leaves the window (widened by half), comes to rest, or goes on for ever, as round a cycle.
   */
  readonly end: "leaves the window" | "comes to rest" | "goes on";
}

const departure = 1e-4; // distance of the start from the saddle, in widths of the ranges
const longest = 8; // length of a curve, in diagonals of the window
const interior = 2; // points drawn within each integration step

/**
 * The one-dimensional invariant manifolds of a saddle, both halves of each: in the plane the two halves of its stable
 * manifold and the two of its unstable one. The start lies on the parabola y* + ξ v + ξ² w with (2λ − A) w = ½ B(v, v),
 * off the manifold by O(ξ³).
 *
 * @param saddle an equilibrium, as `equilibria` gives it
 * @throws RangeError if it is not a saddle
 */
export function manifolds(model: Model, saddle: Equilibrium, window: Window = {}): Manifold[] {
  requireModel("manifolds", model);
  if (saddle.kind !== "saddle")
    throw new RangeError(`manifolds: a saddle is needed, got a ${saddle.kind} at ${toldState(model, saddle)}`);
  const n = model.stateNames.length;
  const box = windowOf("manifolds", model, window);
  const { y } = newton(model, model.vectorOf(saddle.state));
  const J = new Float64Array(n * n);
  model.kernels.jacobian(y, model.vector, J);
  const values = eigenvalues(J, n);
  const sides = [values.filter((e) => e.re > 0), values.filter((e) => e.re < 0)].filter((side) => side.length === 1);
  return sides.flatMap(([{ re }]) => {
    const v = eigenvector(J, n, { re, im: 0 }).re;
    const w = bend(model, y, J, v, re);
    return [1, -1].map((sign) => half(model, y, v, w, re, sign, box));
  });
}

const toldState = (model: Model, { state }: Equilibrium): string =>
  model.stateNames.map((name) => `${name} = ${state[name]?.toPrecision(5)}`).join(", ");

/** w with (2λ − A) w = ½ B(v, v), the curvature of the manifold. */
function bend(model: Model, y: Float64Array, J: Float64Array, v: Float64Array, eigenvalue: number): Float64Array {
  const n = y.length;
  const w = Float64Array.from(taylor(model.graph, model.roots.field, y, model.vector, v, 2), (series) => series[2]);
  const A = Float64Array.from(J, (value, k) => (k % (n + 1) === 0 ? 2 * eigenvalue - value : -value));
  solve(A, n, w);
  return w;
}

function half(
  model: Model,
  y: Float64Array,
  v: Float64Array,
  w: Float64Array,
  eigenvalue: number,
  sign: number,
  box: readonly (readonly [number, number])[],
): Manifold {
  const fixed = vectorFieldFamily(model, [], []);
  const { n, scale } = fixed;
  const stable = eigenvalue < 0;
  const xi = (sign * departure) / Math.max(...Array.from(v, (x, i) => Math.abs(x) / (box[i][1] - box[i][0])));
  const start = Float64Array.from(y, (x, i) => (x + xi * v[i] + xi * xi * w[i]) / scale[i]);
  const margins = box.map(([a, b], i) => [(a - 0.5 * (b - a)) / scale[i], (b + 0.5 * (b - a)) / scale[i]] as const);
  const diagonal = norm(box.map(([a, b], i) => (b - a) / scale[i]));
  const { stepper, run } = flow(fixed, 0, { direction: stable ? -1 : 1 });
  const points: Float64Array[] = [Float64Array.from(y, (x, i) => x / scale[i]), start];
  const time = [0, 0];
  let length = 0,
    steps = 0;
  let end: Manifold["end"] = "goes on";
  const f = new Float64Array(n);
  run(start, Infinity, (t, from, tNext, to) => {
    for (let k = 1; k <= interior; k++) {
      const point = new Float64Array(n);
      stepper.interpolate(k / (interior + 1), point);
      points.push(point);
      time.push(t + (k / (interior + 1)) * (tNext - t));
    }
    points.push(to.slice());
    time.push(tNext);
    length += norm(to.map((x, i) => x - from[i]));
    if (to.some((x, i) => !(x >= margins[i][0] && x <= margins[i][1]))) end = "leaves the window";
    else {
      fixed.field(to, f);
      if (norm(f) < 1e-5 * Math.abs(eigenvalue) * diagonal && length > 0.01 * diagonal) end = "comes to rest";
    }
    return end !== "goes on" || length > longest * diagonal || ++steps > 20_000;
  });
  return {
    stable,
    eigenvalue,
    end,
    states: Object.fromEntries(
      model.stateNames.map((name, i) => [name, Float64Array.from(points, (point) => point[i] * scale[i])]),
    ),
    time: Float64Array.from(time, (t) => (stable ? 0 - t : t)),
  };
}
