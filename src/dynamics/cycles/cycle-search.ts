import { equilibriaNear } from "../equilibria/equilibria.js";
import type { Equilibrium } from "../equilibria/equilibrium.js";
import type { VectorFieldFamily } from "../system/vector-field-family.js";
import { farthestBeyond } from "./below-threshold.js";
import { atParameter, cyclePoint, onBranches, sameCycle, type CyclePoint } from "./cycle-point.js";
import { adaptedMesh, onMesh } from "./orbit/mesh.js";
import type { Orbit } from "./orbit/orbit-polynomial.js";
import { firstHalf, halfwayDifference } from "./orbit/halfway.js";
import { halvesOf } from "./orbit/halves.js";
import { settle, type SettleOptions } from "./settle.js";
import { residualOf, solveOrbit } from "./orbit/solve-orbit.js";

/** What simulation finds at one value of the parameter. */
interface Simulated {
  readonly cycles: readonly CyclePoint[];
  /**
   * A trajectory that stays near and does not come to rest must, in the plane, go round a cycle: the last turn of one
   * that Newton's method could not confirm.
   */
  readonly suspected: readonly Orbit[];
  /** Number of trajectories that had come to no end when they were left. */
  readonly undecided: number;
}

/**
 * Cycles that attract (or, backward in time, repel) trajectories from near the equilibria at one value of the
 * parameter.
 * @param marks of cycles that are known
 */
export function cyclesBySimulation(
  family: VectorFieldFamily,
  parameter: number,
  known: (orbit: Orbit, tolerance: number) => boolean,
  { direction = 1, ...others }: Pick<SettleOptions, "direction" | "marks" | "rough"> = {},
): Simulated {
  const { starts, resting } = startsAt(family, parameter, direction);
  return cyclesFrom(family, starts, known, { direction, resting, ...others });
}

/** Those on which trajectories from some states end that are not known yet. */
export function cyclesFrom(
  family: VectorFieldFamily,
  starts: readonly Float64Array[],
  known: (orbit: Orbit, tolerance: number) => boolean,
  options: SettleOptions & { readonly direction: 1 | -1 },
): Simulated {
  const cycles: CyclePoint[] = [],
    suspected: Orbit[] = [];
  const isNew = (orbit: Orbit, tolerance: number): boolean =>
    !known(orbit, tolerance) && !cycles.some((point) => sameCycle(family.n, point, orbit, tolerance));
  const marks = [...(options.marks ?? [])];
  let undecided = 0;
  for (const start of starts) {
    const fate = settle(family, start, { ...options, marks });
    if (fate.kind === "cycle") marks.push(fate.mark);
    const orbit = fate.kind === "cycle" ? fate.orbit : fate.kind === "undecided" ? fate.lastTurn : undefined;
    if (fate.kind === "undecided" && orbit === undefined) undecided++;
    if (orbit === undefined || !isNew(orbit, 0.01)) continue;
    const point = confirmed(family, orbit);
    if (farthestBeyond(family, point?.orbit ?? orbit) >= 0) continue;
    if (point && isNew(point.orbit, 1e-3)) cycles.push(point);
    if (point === undefined) suspected.push(orbit);
  }
  return { cycles, suspected, undecided: undecided + suspected.length };
}

const nearHalf = 0.2; // of ln period
const runTwice = 2e-3; // of its size: so near to itself half a period later a cycle is one of half the period

/** Newton's method from a simulated cycle, on finer and finer meshes; undefined if it converges to no cycle. */
export function confirmed(family: VectorFieldFamily, guess: Orbit): CyclePoint | undefined {
  const { n } = family;
  for (const density of [onBranches.density, 4 * onBranches.density]) {
    const mesh = adaptedMesh(guess, n, density);
    const nodes = onMesh(guess.mesh, guess.nodes, n, mesh);
    const solved = solveOrbit(family, { ...guess, mesh, nodes }, nodes, { kind: "parameter" }, onBranches.closeness);
    if (solved === undefined) continue;
    const point = cyclePoint(family, solved, onBranches);
    const swing = Math.max(...point.maximum.map((v, i) => v - point.minimum[i]));
    if (!(swing > 1e-4)) continue;
    const better = atParameter(family, point, guess.parameter) ?? point;
    const { size } = halfwayDifference(better.orbit, better.tangent, n);
    return size < runTwice * swing ? confirmed(family, firstHalf(better.orbit, n)) : better;
  }
  return undefined;
}

/** The cycle whose period has doubled to give another, at the same parameter; undefined where none is found. */
export function undoubled(family: VectorFieldFamily, doubled: CyclePoint): CyclePoint | undefined {
  const { n } = family;
  if (n < 3) return undefined; // no cycle of the plane doubles its period
  const half = doubled.orbit.logPeriod - Math.LN2;
  for (const guess of halvesOf(doubled, n)) {
    const point = confirmed(family, guess);
    if (point && Math.abs(point.orbit.logPeriod - half) < nearHalf) return point;
  }
  return undefined;
}

/** A simulated orbit as it is, where Newton's method has not confirmed it. */
export function simulatedPoint(family: VectorFieldFamily, orbit: Orbit): CyclePoint {
  const tangent = { nodes: new Float64Array(orbit.nodes.length), logPeriod: 0, parameter: 1, second: 0 };
  const residual = residualOf(family, orbit);
  return cyclePoint(family, { orbit, tangent, residual, iterations: 0 }, onBranches);
}

/**
 * Pushed off each unstable equilibrium along its fastest direction; at a stable one, kicked as by a brief current in
 * the first state.
 */
function startsAt(
  family: VectorFieldFamily,
  parameter: number,
  direction: 1 | -1,
): { readonly starts: readonly Float64Array[]; readonly resting: readonly Float64Array[] } {
  const { model, n, scale } = family;
  const value = parameter * scale[n];
  const there = family.parameters.length > 0 ? model.with({ [family.parameters[0]]: value }) : model;
  const [first] = model.stateNames;
  const [low, high] = model.ranges[first];
  const scaledState = (y: (name: string) => number): Float64Array =>
    Float64Array.from([...model.stateNames.map(y), value], (v, i) => v / scale[i]);
  const found = equilibriaNear(there);
  const starts = found.flatMap(({ state, stable, eigenvectors }) => {
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
  const attracts = ({ eigenvalues }: Equilibrium): boolean => eigenvalues.every(({ re }) => direction * re < 0);
  return {
    starts: [...starts, scaledState((name) => there.states[name])],
    resting: found.filter(attracts).map(({ state }) => scaledState((name) => state[name])),
  };
}
