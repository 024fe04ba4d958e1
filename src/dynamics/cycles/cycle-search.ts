import { startAtHopf } from "./hopf-start.js";
import {
  atParameter,
  cyclePoint,
  followCycles,
  type CycleCurve,
  type CycleEnd,
  type CycleEvent,
  type CyclePoint,
} from "./cycle-branch.js";
import type { Orbit } from "./orbit-polynomial.js";
import { equilibria } from "../equilibria/equilibria.js";
import type { Family } from "../system/vector-field-family.js";
import { adaptedMesh, extremes, onMesh, scaled, solveOrbit } from "./orbit.js";
import { settle } from "./settle.js";
import { resolvedFolds } from "./resolved-folds.js";

/** A curve of cycles, followed to both of its ends. */
export interface CycleStrand {
  readonly points: readonly CyclePoint[];
  readonly events: readonly CycleEvent[];
  /** Turning points that could not be told from rounding. */
  readonly merged: number;
  readonly ends: readonly [CycleEnd | "start", CycleEnd];
}

/** The branch that starts at an Andronov-Hopf point. */
export function strandFromHopf(
  family: Family,
  z: Float64Array,
  omega: number,
  range: readonly [number, number],
): CycleStrand {
  const { points, events, end } = followCycles(family, startAtHopf(family, z, omega), range);
  return { points, ...resolvedFolds(events), ends: ["start", end] };
}

/** The branch through a cycle, followed both ways. */
export function strandThrough(family: Family, point: CyclePoint, range: readonly [number, number]): CycleStrand {
  const one = followCycles(
    family,
    { orbit: point.orbit, direction: point.tangent, reference: point.orbit.nodes },
    range,
  );
  if (one.end === "closed")
    return {
      points: [point, ...one.points],
      ...resolvedFolds(one.events.map((e) => ({ ...e, index: e.index + 1 }))),
      ends: ["closed", "closed"],
    };
  const other = followCycles(
    family,
    { orbit: point.orbit, direction: scaled(point.tangent, -1), reference: point.orbit.nodes },
    range,
  );
  return joined(other, point, one);
}

function joined(backward: CycleCurve, point: CyclePoint, forward: CycleCurve): CycleStrand {
  const turned = backward.points.map((p) => ({ ...p, tangent: scaled(p.tangent, -1) })).reverse();
  const middle = turned.length;
  return {
    points: [...turned, point, ...forward.points],
    ...resolvedFolds([
      ...backward.events
        .map((e) => ({ ...e, index: middle - 1 - e.index, before: e.after, after: e.before }))
        .reverse(),
      ...forward.events.map((e) => ({ ...e, index: e.index + middle + 1 })),
    ]),
    ends: [backward.end, forward.end],
  };
}

/**
 * Cycles that attract (or, backward in time, repel) trajectories from near the equilibria at one value of the
 * parameter.
 */
export function cyclesBySimulation(
  family: Family,
  parameter: number,
  known: (orbit: Orbit, tolerance: number) => boolean,
  direction: 1 | -1 = 1,
): CyclePoint[] {
  const found: CyclePoint[] = [];
  const isNew = (orbit: Orbit, tolerance: number): boolean =>
    !known(orbit, tolerance) && !found.some((point) => sameCycle(family.n, point, orbit, tolerance));
  for (const start of startsAt(family, parameter)) {
    const fate = settle(family, start, direction);
    if (fate.kind !== "cycle" || !isNew(fate.orbit, 0.01)) continue;
    const point = confirmed(family, fate.orbit);
    if (point && isNew(point.orbit, 1e-3)) found.push(point);
  }
  return found;
}

/** Newton's method from a simulated cycle; undefined if it does not converge, or to no cycle at all. */
export function confirmed(family: Family, guess: Orbit): CyclePoint | undefined {
  const { n } = family;
  const mesh = adaptedMesh(guess, n, 4);
  const nodes = onMesh(guess.mesh, guess.nodes, n, mesh);
  const solved = solveOrbit(family, { ...guess, mesh, nodes }, nodes, { kind: "parameter" });
  if (solved === undefined) return undefined;
  const point = cyclePoint(family, solved);
  const swing = Math.max(...point.maximum.map((v, i) => v - point.minimum[i]));
  return swing > 1e-4 ? atParameter(family, point, guess.parameter) : undefined;
}

/**
 * Pushed off each unstable equilibrium along its fastest direction; at a stable one, kicked as by a brief current in
 * the first state.
 */
function startsAt(family: Family, parameter: number): Float64Array[] {
  const { model, n, scale } = family;
  const value = parameter * scale[n];
  const there = family.parameters.length > 0 ? model.with({ [family.parameters[0]]: value }) : model;
  const [first] = model.stateNames;
  const [low, high] = model.ranges[first];
  const scaledState = (y: (name: string) => number): Float64Array =>
    Float64Array.from([...model.stateNames.map(y), value], (v, i) => v / scale[i]);
  const starts = equilibria(there).flatMap(({ state, stable, eigenvectors }) => {
    const pushes = [0.01, -0.01].map((push) => {
      const size = Math.max(
        ...model.stateNames.map(
          (name) => Math.abs(eigenvectors[0][name].re) / (model.ranges[name][1] - model.ranges[name][0]),
        ),
      );
      return scaledState((name) => state[name] + (push / size) * eigenvectors[0][name].re);
    });
    const kicks = [0.12, 0.35, -0.25].map((kick) =>
      scaledState((name) =>
        name === first ? Math.min(high, Math.max(low, state[name] + kick * (high - low))) : state[name],
      ),
    );
    return stable ? kicks : pushes;
  });
  return [...starts, scaledState((name) => there.states[name])];
}

/** The same period and extremes, to a tolerance in widths of the ranges. */
export function sameCycle(n: number, a: CyclePoint, orbit: Orbit, tolerance: number): boolean {
  if (Math.abs(a.orbit.logPeriod - orbit.logPeriod) > 5 * tolerance) return false;
  const { minimum, maximum } = extremes(orbit, n);
  return minimum.every(
    (v, i) => Math.abs(v - a.minimum[i]) < tolerance && Math.abs(maximum[i] - a.maximum[i]) < tolerance,
  );
}

/** Whether a cycle lies on a strand: it is what Newton's method finds from a point of the strand near by. */
export function onStrand(
  family: Family,
  { points }: Pick<CycleStrand, "points">,
  orbit: Orbit,
  tolerance: number,
): boolean {
  const { minimum, maximum } = extremes(orbit, family.n);
  return points.slice(1).some((b, k) => {
    const a = points[k];
    const [p, q] = [a.orbit.parameter, b.orbit.parameter];
    if ((orbit.parameter - p) * (orbit.parameter - q) > 0) return false;
    const share = p === q ? 0 : (orbit.parameter - p) / (q - p);
    const far = (x: number, y: number, z: number, limit: number): boolean => Math.abs(x + share * (y - x) - z) > limit;
    if (far(a.orbit.logPeriod, b.orbit.logPeriod, orbit.logPeriod, 0.3)) return false;
    if (
      minimum.some(
        (v, i) => far(a.minimum[i], b.minimum[i], v, 0.1) || far(a.maximum[i], b.maximum[i], maximum[i], 0.1),
      )
    )
      return false;
    const there = atParameter(family, share < 0.5 ? a : b, orbit.parameter);
    return there !== undefined && sameCycle(family.n, there, orbit, tolerance);
  });
}
