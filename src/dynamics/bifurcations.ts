import type { Model } from "../model/model.js";
import { cyclesBySimulation, onStrand, strandFromHopf, strandThrough, type CycleStrand } from "./cycle-search.js";
import { cycleBranch, cyclePoints } from "./cycle-points.js";
import type { BifurcationDiagram, BifurcationPoint } from "./diagram.js";
import { equilibriumBranches, type Crossing } from "./equilibrium-branch.js";
import { equilibriumSegments, frequencyAt, labelledPoints } from "./equilibrium-points.js";
import { family, type Family } from "./family.js";
import { strandEnd } from "./strand-end.js";
import { onInvariantCircle } from "./saddle-node.js";

/**
 * The bifurcation diagram of a model along one parameter: every branch of equilibria in the ranges of the model, its saddle-node and
 * Andronov-Hopf points, the branches of limit cycles, stable and unstable, that start at the Hopf points or are found by simulation
 * between the points, their folds, period doublings and Neimark-Sacker points, and the homoclinic orbits and saddle-nodes in which they end.
 *
 * Labels rest on the numbers in each point's `evidence`: the first Lyapunov coefficient for super- or subcritical, the return of the unstable
 * half of the centre manifold (and T ∝ 1/√|λ − λ_SN|) for a saddle-node on an invariant circle, the saddle for a homoclinic orbit.
 * What fails is named in `incomplete` and takes nothing else with it.
 *
 * @param range of the parameter, default its slider range
 * @throws RangeError for an unknown parameter or a range that does not increase
 */
export function bifurcations(model: Model, parameter: string, range: readonly [number, number] = model.ranges[parameter]): BifurcationDiagram {
  const [low, high] = checkedRange(model, parameter, range);
  const along = family(model, [parameter], [range]);
  const incomplete: string[] = [];
  const branches = equilibriumBranches(along, [low, high]);
  for (const { problem } of branches) if (problem) incomplete.push(problem);
  const located = branches.flatMap((branch) => labelledPoints(along, branch));
  const crossings = branches.flatMap((branch) => branch.crossings);
  const strands = model.spiking.reset || along.n < 2 ? [] : cycleStrands(along, crossings, [low, high], incomplete);
  if (model.spiking.reset) incomplete.push("cycles through a reset are not smooth and were not continued; see fiCurve for their rate");

  const folds = crossings.filter((c) => c.test === "fold");
  const ends = strands.map((strand) => strandEnd(along, strand, crossings, [low, high]));
  const homoclinics = ends.flatMap((end) => end.points);
  for (const { ends: both } of ends) for (const end of both) if (end.kind === "not continued") incomplete.push(`a branch of cycles stops at ${parameter} = ${end.parameter.toPrecision(6)}: ${end.reason}`);
  const points = [
    ...distinct(located, 1e-7 * (high - low)).map((point) => (point.kind === "saddle-node" ? onInvariantCircle(along, point, folds, strands) : point)),
    ...strands.flatMap((strand) => cyclePoints(along, strand)),
    ...distinct(homoclinics, 1e-5 * (high - low)),
  ];
  return {
    model: model.name, parameter, units: model.units, range: [low, high],
    branches: branches.map((branch) => equilibriumSegments(along, branch)).filter(({ segments }) => segments.length > 0),
    cycles: strands.map((strand, k) => cycleBranch(along, strand, ends[k].ends, ends[k].caps)),
    points: points.sort((a, b) => a.parameter - b.parameter),
    incomplete,
  };
}

export function checkedRange(model: Model, parameter: string, range: readonly [number, number]): readonly [number, number] {
  if (!model.parameterNames.includes(parameter)) throw new RangeError(`${model.name} has no parameter '${parameter}'; it has ${model.parameterNames.join(", ")}`);
  const [low, high] = range;
  if (!(low < high) || !Number.isFinite(high - low)) throw new RangeError(`the range of '${parameter}' must be an increasing pair of numbers, got [${range.join(", ")}]`);
  return [low, high];
}

/** Branches of cycles from each Andronov-Hopf point, then from cycles that simulation finds and no branch has. */
export function cycleStrands(along: Family, crossings: readonly Crossing[], [low, high]: readonly [number, number], incomplete: string[]): CycleStrand[] {
  const { n, scale } = along;
  const range = [low / scale[n], high / scale[n]] as const;
  const strands: CycleStrand[] = [];
  const met: Float64Array[] = []; // Andronov-Hopf points at which a branch has ended
  for (const crossing of crossings) {
    const omega = crossing.test === "hopf" && crossing.located ? frequencyAt(crossing.point) : undefined;
    if (omega === undefined || met.some((z) => z === crossing.point.z)) continue;
    const strand = strandFromHopf(along, crossing.point.z, omega, range);
    if (strand.points.length === 0) {
      incomplete.push(`no cycle could be followed from the Andronov-Hopf point at ${(crossing.point.z[n] * scale[n]).toPrecision(6)}`);
      continue;
    }
    strands.push(strand);
    if (strand.ends[1] === "small") {
      const other = nearestHopf(strand, crossings, n);
      if (other) met.push(other.point.z);
    }
  }
  for (const parameter of between(along, crossings, strands, range)) {
    const known = (orbit: Parameters<typeof onStrand>[2], tolerance: number): boolean => strands.some((strand) => onStrand(along, strand, orbit, tolerance));
    for (const point of cyclesBySimulation(along, parameter, known)) {
      if (!known(point.orbit, 1e-3)) strands.push(strandThrough(along, point, range));
    }
  }
  return strands;
}

/** The Andronov-Hopf point into which a branch of cycles has shrunk. */
export function nearestHopf({ points }: CycleStrand, crossings: readonly Crossing[], n: number, side: "first" | "last" = "last"): Crossing | undefined {
  const { orbit, minimum, maximum } = points[side === "last" ? points.length - 1 : 0];
  const distance = ({ point: { z } }: Crossing): number => Math.max(Math.abs(z[n] - orbit.parameter), ...Array.from(minimum, (v, i) => Math.abs((v + maximum[i]) / 2 - z[i])));
  const near = crossings.filter((c) => c.test === "hopf" && frequencyAt(c.point) !== undefined && distance(c) < 0.02);
  return near.reduce<Crossing | undefined>((best, c) => (best === undefined || distance(c) < distance(best) ? c : best), undefined);
}

/** Middles of the intervals into which the labelled points and the ends of cycle branches cut the range; and either side of each saddle-node. */
function between(along: Family, crossings: readonly Crossing[], strands: readonly CycleStrand[], [low, high]: readonly [number, number]): number[] {
  const { n } = along;
  const cuts = [low, high, ...crossings.filter((c) => c.test !== "threshold").map((c) => c.point.z[n]), ...strands.flatMap(({ points, ends }) => [points[0], points[points.length - 1]].flatMap((p, k) => (ends[k] === "start" || ends[k] === "small" ? [] : [p.orbit.parameter])))].sort((a, b) => a - b);
  const middles = cuts.slice(1).flatMap((b, k) => (b - cuts[k] > 1e-3 * (high - low) ? [(cuts[k] + b) / 2] : []));
  const folds = crossings.filter((c) => c.test === "fold").flatMap((c) => [c.point.z[n] - 0.01 * (high - low), c.point.z[n] + 0.01 * (high - low)]).filter((v) => v > low && v < high);
  return [...middles, ...folds];
}

/** Points found on two branches, as at a pitchfork, count once. */
function distinct(points: readonly BifurcationPoint[], tolerance: number): BifurcationPoint[] {
  return points.filter((point, k) => !points.slice(0, k).some((other) => other.kind === point.kind && Math.abs(other.parameter - point.parameter) < tolerance
    && Object.keys(point.state).every((name) => Math.abs(point.state[name] - other.state[name]) <= 1e-4 * (1 + Math.abs(point.state[name])))));
}
