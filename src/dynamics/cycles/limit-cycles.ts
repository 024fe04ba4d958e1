import { exp } from "../../numerics/elementary.js";
import type { Model } from "../../model/model.js";
import type { Complex } from "../../numerics/complex.js";
import { equilibriumBranches } from "../equilibria/equilibrium-branch.js";
import type { Status } from "../system/kinds.js";
import { windowOf, type Window } from "../system/window.js";
import { inputFamily, type VectorFieldFamily } from "../system/vector-field-family.js";
import { atParameter, fineDensity, sameCycle, type CyclePoint } from "./cycle-point.js";
import { confirmed, cyclesBySimulation } from "./cycle-search.js";
import { limitCycleBranches } from "./limit-cycle-branches.js";
import { orbitAt, type Orbit } from "./orbit/orbit-polynomial.js";
import { settle } from "./settle.js";

/** A closed orbit, at the present parameters of the model. */
export interface LimitCycle {
  /** All Floquet multipliers but the trivial one lie inside the unit circle. */
  readonly stable: boolean;
  /** ms. */
  readonly period: number;
  /** Without the trivial one; the largest modulus first. */
  readonly multipliers: readonly Complex[];
  /** |trivial multiplier − 1|: 0 for an exact orbit. */
  readonly trivialError: number;
  /** One period from the maximum of the first state, the first point repeated at the end; `time` in ms. */
  readonly time: Float64Array;
  readonly states: Readonly<Record<string, Float64Array>>;
  readonly minimum: Readonly<Record<string, number>>;
  readonly maximum: Readonly<Record<string, number>>;
  /** Largest defect of the collocation equations over a period, in widths of the ranges. */
  readonly residual: number;
  readonly status: Status;
}

const points = 400;

/**
 * The limit cycles of a model, stable and unstable, by ascending size, each solved by collocation.
 *
 * In the plane they are found by simulation forward and backward in time, from the equilibria outward and from either
 * side of each cycle. In more dimensions stable ones are found by simulation, the others on the branches that
 * continuation in the input parameter gives (`bifurcations` over its slider range): an unstable cycle that is connected
 * to neither is not found.
 *
 * @param window only cycles that lie within it; states that it does not name are not confined
 * @throws RangeError for a window of an unknown state, or one that does not increase
 */
export function limitCycles(model: Model, window: Window = {}): LimitCycle[] {
  const box = windowOf("limitCycles", model, window);
  const confined = Object.keys(window);
  // smooth cycles need two states; those through a reset are not smooth
  if (model.spiking.reset || model.stateNames.length < 2) return [];
  const { family, at } = inputFamily(model);
  const found =
    family.n === 2 || family.parameters.length === 0 ? nestedCycles(family, at) : continuedCycles(family, at);
  return found
    .map((point) => describeCycle(family, atParameter(family, point, at, fineDensity) ?? point))
    .filter(({ minimum, maximum }) =>
      model.stateNames.every(
        (name, i) => !confined.includes(name) || (minimum[name] >= box[i][0] && maximum[name] <= box[i][1]),
      ),
    )
    .sort((a, b) => size(model, a) - size(model, b));
}

const size = (model: Model, { minimum, maximum }: LimitCycle): number =>
  maximum[model.stateNames[0]] - minimum[model.stateNames[0]];

/** From each cycle that is found, on to those next to it, inside and outside, forward and backward in time. */
function nestedCycles(family: VectorFieldFamily, at: number): CyclePoint[] {
  const found: CyclePoint[] = [];
  const known = (orbit: Orbit, tolerance: number): boolean =>
    found.some((point) => sameCycle(family.n, point, orbit, tolerance));
  for (const direction of [1, -1] as const) found.push(...cyclesBySimulation(family, at, known, direction));
  for (let k = 0; k < found.length && k < 20; k++) {
    for (const start of besides(found[k])) {
      for (const direction of [1, -1] as const) {
        const fate = settle(family, start, direction);
        if (fate.kind !== "cycle" || known(fate.orbit, 0.01)) continue;
        const point = confirmed(family, fate.orbit);
        if (point && !known(point.orbit, 1e-3)) found.push(point);
      }
    }
  }
  return found;
}

/** A point a little outside a cycle and one a little inside, where its first state is largest. */
function besides({ orbit, maximum, minimum }: CyclePoint): Float64Array[] {
  let best = 0;
  const n = maximum.length;
  for (let k = 0; k < orbit.nodes.length; k += n) if (orbit.nodes[k] > orbit.nodes[best]) best = k;
  return [0.03, -0.03].map((push) =>
    Float64Array.of(
      orbit.nodes[best] + push * (maximum[0] - minimum[0]),
      ...orbit.nodes.subarray(best + 1, best + n),
      orbit.parameter,
    ),
  );
}

function continuedCycles(family: VectorFieldFamily, at: number): CyclePoint[] {
  const {
    model,
    n,
    scale,
    parameters: [parameter],
  } = family;
  const [low, high] = model.ranges[parameter];
  const range = [Math.min(low, at * scale[n]), Math.max(high, at * scale[n])] as const;
  const events = equilibriumBranches(family, range).flatMap(({ special }) => special);
  const found: CyclePoint[] = [];
  const known = (orbit: Orbit, tolerance: number): boolean =>
    found.some((point) => sameCycle(family.n, point, orbit, tolerance));
  for (const branch of limitCycleBranches(family, events, range, [])) {
    branch.points.slice(1).forEach((b, k) => {
      const a = branch.points[k];
      if ((a.orbit.parameter - at) * (b.orbit.parameter - at) > 0) return;
      const nearer = Math.abs(a.orbit.parameter - at) < Math.abs(b.orbit.parameter - at) ? a : b;
      const point = atParameter(family, nearer, at);
      if (point && !known(point.orbit, 1e-3)) found.push(point);
    });
  }
  return [...found, ...cyclesBySimulation(family, at, known)];
}

function describeCycle({ model, n, scale }: VectorFieldFamily, point: CyclePoint): LimitCycle {
  const { orbit, multipliers, minimum, maximum, residual, unstable } = point;
  const period = exp(orbit.logPeriod);
  const samples = new Float64Array((points + 1) * n),
    y = new Float64Array(n);
  let top = 0,
    highest = -Infinity;
  for (let k = 0; k < 4 * points; k++) {
    orbitAt(orbit.mesh, orbit.nodes, n, k / (4 * points), y);
    if (y[0] > highest) [highest, top] = [y[0], k / (4 * points)];
  }
  // Evenly in arc length of the mesh rather than in time, so that a spike is not cut off: the mesh is fine where the
  // orbit bends.
  const fraction = (k: number): number => {
    const position = (k / points) * (orbit.mesh.length - 1),
      j = Math.min(Math.floor(position), orbit.mesh.length - 2);
    return orbit.mesh[j] + (position - j) * (orbit.mesh[j + 1] - orbit.mesh[j]);
  };
  const time = new Float64Array(points + 1);
  const shares = Array.from({ length: points }, (_, k) => (fraction(k) - top + 1) % 1).sort((a, b) => a - b);
  [...[0, ...shares.slice(1)], 1].forEach((share, k) => {
    orbitAt(orbit.mesh, orbit.nodes, n, (share + top) % 1, y);
    time[k] = share * period;
    samples.set(y, k * n);
  });
  const named = (values: Float64Array): Record<string, number> =>
    Object.fromEntries(model.stateNames.map((name, i) => [name, values[i] * scale[i]]));
  return {
    stable: unstable === 0,
    period,
    multipliers: multipliers.nontrivial,
    trivialError: Math.hypot(multipliers.trivial.re - 1, multipliers.trivial.im),
    time,
    states: Object.fromEntries(
      model.stateNames.map((name, i) => [name, time.map((_, k) => samples[k * n + i] * scale[i])]),
    ),
    minimum: named(minimum),
    maximum: named(maximum),
    residual,
    status: "refined",
  };
}
