import type { Model } from "../model/model.js";
import type { CyclePoint } from "./cycles/cycle-branch.js";
import { cycleBranch, cyclePoints } from "./cycles/cycle-points.js";
import { cycleStrands } from "./cycles/cycle-branches.js";
import type { BifurcationDiagram, BifurcationPoint } from "./system/diagram.js";
import { equilibriumBranches } from "./equilibria/equilibrium-branch.js";
import { equilibriumSegments, labelledPoints } from "./equilibria/equilibrium-points.js";
import { family } from "./system/vector-field-family.js";
import { strandEnd } from "./cycles/branch-ends.js";
import { onInvariantCircle } from "./cycles/invariant-circle.js";

/**
 * The bifurcation diagram of a model along one parameter: every branch of equilibria in the ranges of the model, its
 * saddle-node and Andronov-Hopf points, the branches of limit cycles, stable and unstable, that start at the Hopf
 * points or are found by simulation between the points, their folds, period doublings and Neimark-Sacker points, and
 * the homoclinic orbits and saddle-nodes in which they end.
 *
 * Labels rest on the numbers in each point's `evidence`: the first Lyapunov coefficient for super- or subcritical, the
 * return of the unstable half of the centre manifold (and T ∝ 1/√|λ − λ_SN|) for a saddle-node on an invariant circle,
 * the saddle for a homoclinic orbit. What fails is named in `incomplete` and takes nothing else with it.
 *
 * @param range of the parameter, default its slider range
 * @throws RangeError for an unknown parameter or a range that does not increase
 */
export function bifurcations(
  model: Model,
  parameter: string,
  range: readonly [number, number] = model.ranges[parameter],
): BifurcationDiagram {
  const [low, high] = checkedRange(model, parameter, range);
  const along = family(model, [parameter], [range]);
  const incomplete: string[] = [];
  const branches = equilibriumBranches(along, [low, high]);
  for (const { problem } of branches) if (problem) incomplete.push(problem);
  const located = branches.flatMap((branch) => labelledPoints(along, branch));
  const crossings = branches.flatMap((branch) => branch.crossings);
  const strands = model.spiking.reset || along.n < 2 ? [] : cycleStrands(along, crossings, [low, high], incomplete);
  if (model.spiking.reset)
    incomplete.push("cycles through a reset are not smooth and were not continued; the f-I curve has their rate");

  const folds = crossings.filter((c) => c.test === "fold");
  const ends = strands.map((strand) => strandEnd(along, strand, crossings, [low, high]));
  for (const { merged, points } of strands) {
    if (merged > 0)
      incomplete.push(
        `a branch of cycles between periods of ${periodsOf(points)} ms is so steep that ${merged} turns of it could not be told from rounding`,
      );
  }
  const homoclinics = ends.flatMap((end) => end.points);
  for (const { ends: both } of ends)
    for (const end of both)
      if (end.kind === "not continued")
        incomplete.push(`a branch of cycles stops at ${parameter} = ${end.parameter.toPrecision(6)}: ${end.reason}`);
  const points = [
    ...distinct(located, 1e-7 * (high - low)).map((point) =>
      point.kind === "saddle-node" ? onInvariantCircle(along, point, folds, strands) : point,
    ),
    ...strands.flatMap((strand) => cyclePoints(along, strand)),
    ...distinct(homoclinics, 1e-5 * (high - low)),
  ];
  return {
    model: model.name,
    parameter,
    units: model.units,
    range: [low, high],
    branches: branches
      .map((branch) => equilibriumSegments(along, branch))
      .filter(({ segments }) => segments.length > 0),
    cycles: strands.map((strand, k) => cycleBranch(along, strand, ends[k].ends, ends[k].caps)),
    points: points.sort((a, b) => a.parameter - b.parameter),
    incomplete,
  };
}

function periodsOf(points: readonly CyclePoint[]): string {
  const periods = points.map(({ orbit }) => Math.exp(orbit.logPeriod));
  return `${Math.min(...periods).toPrecision(4)} and ${Math.max(...periods).toPrecision(4)}`;
}

export function checkedRange(
  model: Model,
  parameter: string,
  range: readonly [number, number],
): readonly [number, number] {
  if (!model.parameterNames.includes(parameter))
    throw new RangeError(`${model.name} has no parameter '${parameter}'; it has ${model.parameterNames.join(", ")}`);
  const [low, high] = range;
  if (!(low < high) || !Number.isFinite(high - low))
    throw new RangeError(
      `the range of '${parameter}' must be an increasing pair of numbers, got [${range.join(", ")}]`,
    );
  return [low, high];
}

/** Points found on two branches, as at a pitchfork, count once. */
function distinct(points: readonly BifurcationPoint[], tolerance: number): BifurcationPoint[] {
  return points.filter(
    (point, k) =>
      !points
        .slice(0, k)
        .some(
          (other) =>
            other.kind === point.kind &&
            Math.abs(other.parameter - point.parameter) < tolerance &&
            Object.keys(point.state).every(
              (name) => Math.abs(point.state[name] - other.state[name]) <= 1e-4 * (1 + Math.abs(point.state[name])),
            ),
        ),
  );
}
