import { equilibria } from "../equilibria/equilibria.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { atParameter, cyclePoint, meshDensity, sameCycle, type CyclePoint } from "./cycle-point.js";
import { adaptedMesh, onMesh } from "./orbit/mesh.js";
import type { Orbit } from "./orbit/orbit-polynomial.js";
import { settle } from "./settle.js";
import { solveOrbit } from "./orbit/solve-orbit.js";

/**
 * Cycles that attract (or, backward in time, repel) trajectories from near the equilibria at one value of the
 * parameter.
 */
export function cyclesBySimulation(
  family: VectorFieldFamily,
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
export function confirmed(family: VectorFieldFamily, guess: Orbit): CyclePoint | undefined {
  const { n } = family;
  const mesh = adaptedMesh(guess, n, meshDensity);
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
function startsAt(family: VectorFieldFamily, parameter: number): Float64Array[] {
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
