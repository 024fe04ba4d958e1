import { conservedInWords } from "./system/conserved.js";
import { cutShort } from "./system/found.js";
import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireInterval, requireParameter } from "../checks/require.js";
import type { Model, ParameterOf } from "../model/model.js";
import { describedEnd } from "./cycles/branch-ends.js";
import { cycleSegments } from "./cycles/cycle-segments.js";
import { onInvariantCircle } from "./cycles/invariant-circle.js";
import { labelledCycles } from "./cycles/labelled-cycles.js";
import type { LimitCycleBranch } from "./cycles/limit-cycle-branch.js";
import { limitCycleBranches, type OutsideRange } from "./cycles/limit-cycle-branches.js";
import { branchesInReach } from "./equilibria/branches-in-reach.js";
import {
  cutBranches,
  equilibriumBranches,
  type ContinuedEquilibria,
  type EquilibriumEvent,
} from "./equilibria/equilibrium-branch.js";
import { equilibriumSegments } from "./equilibria/equilibrium-segments.js";
import { hopfFrequency } from "./equilibria/equilibrium-tests.js";
import { labelledEquilibria } from "./equilibria/labelled-equilibria.js";
import { resetDiagram } from "./resets/reset-diagram.js";
import { guessesInWords, inReach } from "./system/reach.js";
import type { BifurcationDiagram, BifurcationPoint } from "./system/diagram.js";
import type { VectorFieldFamily } from "./system/vector-field-family.js";

/** What `bifurcations` looks for. */
export interface BifurcationsOptions {
  /** False for equilibria and their points alone, in a small part of the time: no cycle is followed. Default true. */
  readonly cycles?: boolean;
}

/**
 * The bifurcation diagram of a model along one parameter: every branch of equilibria in the ranges of the model, its
 * saddle-node and Andronov-Hopf points, the branches of limit cycles, stable and unstable, that start at the Hopf
 * points or are found by simulation between the points, their folds, period doublings, Neimark-Sacker and branch
 * points, and the homoclinic orbits and saddle-nodes in which they end. Where branches cross, both are followed; where
 * a stable cycle doubles its period, so is the branch of twice the period, up to three times in a row. Cycles that are
 * born at a Hopf point outside the range, or leave it and turn back, are followed into it, from up to twice its width
 * away on either side.
 *
 * Labels rest on the numbers in each point's `evidence`: the first Lyapunov coefficient for super- or subcritical, the
 * return of the unstable half of the centre manifold (and T ∝ 1/√|λ − λ_SN|) for a saddle-node on an invariant circle,
 * the saddle for a homoclinic orbit. What fails is named in `incomplete` and takes nothing else with it.
 *
 * @param range of the parameter, default its slider range
 * @throws RangeError for an unknown parameter or a range that does not increase
 */
export function bifurcations<M extends Model>(
  given: M,
  parameter: ParameterOf<M>,
  range?: readonly [number, number],
  options: BifurcationsOptions = {},
): BifurcationDiagram {
  requireModel("bifurcations", given);
  const { cycles: withCycles = true } = knownOptions("bifurcations", options, ["cycles"]);
  requireParameter("bifurcations", given, parameter);
  const [low, high] = requireInterval("bifurcations", `the range of '${parameter}'`, range ?? given.ranges[parameter]);
  return diagramOf(followBranches(given, parameter, [low, high], withCycles));
}

/** What is continued along one parameter, before it is named. */
export interface FollowedBranches {
  readonly family: VectorFieldFamily;
  readonly range: readonly [number, number];
  readonly branches: readonly ContinuedEquilibria[];
  readonly cycles: readonly LimitCycleBranch[];
  readonly resets: ReturnType<typeof resetDiagram> | undefined;
  readonly incomplete: readonly string[];
}

/** The branches of equilibria and cycles over a range of a parameter of the model, in the units of the family. */
export function followBranches(
  given: Model,
  parameter: string,
  [low, high]: readonly [number, number],
  withCycles: boolean = true,
): FollowedBranches {
  const { model, guessed } = inReach(given, parameter, [low, high]);
  const { family, branches, incomplete: unsearched } = branchesInReach(model, guessed, parameter, [low, high]);
  const incomplete = [...unsearched, ...guessesInWords(family.model, guessed)];
  incomplete.push(...conservedInWords(model.with({ [parameter]: low + 0.382 * (high - low) })));
  const left = branches.flatMap(({ points, ends }) =>
    [points[0], points[points.length - 1]].flatMap(({ z }, k) =>
      ends[k] === "step too small" || ends[k] === "too many points"
        ? [{ value: (z[family.n] * family.scale[family.n]).toPrecision(6), reason: ends[k] }]
        : [],
    ),
  );
  incomplete.push(...cutShort(["a branch of equilibria stops at", "branches of equilibria stop at"], parameter, left));
  incomplete.push(...cutBranches(family, branches, [low, high]));
  const events = branches.flatMap(({ special }) => special);
  const cycles =
    withCycles && family.n > 1
      ? limitCycleBranches(family, events, [low, high], incomplete, "in full", outsideOf(family, branches, [low, high]))
      : [];
  const resets = withCycles && model.spiking.reset ? resetDiagram(family, events, [low, high], incomplete) : undefined;
  return { family, range: [low, high], branches, cycles, resets, incomplete };
}

const beyond = 2; // widths of the range on either side

/**
 * The Andronov-Hopf points of the branches of equilibria beyond the range, the nearest first: the cycles that are born
 * there may come into it.
 */
function outsideOf(
  family: VectorFieldFamily,
  branches: readonly ContinuedEquilibria[],
  [low, high]: readonly [number, number],
): OutsideRange {
  const { n, scale } = family;
  const [a, b] = [low / scale[n], high / scale[n]];
  const wide = [low - beyond * (high - low), high + beyond * (high - low)] as const;
  const borders = branches.flatMap(({ points }) =>
    [points[0].z, points[points.length - 1].z].filter((z) => z[n] === a || z[n] === b),
  );
  const distance = ({ point: { z } }: EquilibriumEvent): number => Math.max(a - z[n], z[n] - b);
  const hopf = equilibriumBranches(family, wide, [], borders)
    .flatMap(({ special }) => special)
    .filter(({ test, located, point }) => test === "hopf" && located && hopfFrequency(point) !== undefined)
    .filter((event) => distance(event) > 0);
  return { range: wide, hopf: hopf.sort((p, q) => distance(p) - distance(q)) };
}

/** The branches with their points named. */
export function diagramOf(followed: FollowedBranches): BifurcationDiagram {
  const { family, branches, cycles, resets } = followed;
  const [low, high] = followed.range;
  const [parameter] = family.parameters;
  const incomplete = [...followed.incomplete];
  const events = branches.flatMap(({ special }) => special);
  const doublings = cycles.flatMap(({ special }) => special.filter(({ test }) => test === "period doubling"));
  const ends = cycles.map((branch) =>
    (["first", "last"] as const).map((side) => describedEnd(family, branch, side, events, doublings, [low, high])),
  );
  const stops = ends
    .flat()
    .flatMap(({ end }) =>
      end.reason === undefined ? [] : [{ value: end.parameter.toPrecision(6), reason: end.reason }],
    );
  incomplete.push(...cutShort(["a branch of cycles stops at", "branches of cycles stop at"], parameter, stops));
  const located = branches.flatMap((branch) => labelledEquilibria(family, branch));
  const atEnds = ends
    .flat()
    .flatMap(({ point }) => point ?? [])
    .sort((a, b) => a.residual - b.residual);
  const folds = events.filter(({ test }) => test === "fold");
  const points = [
    ...distinct(located, 1e-7 * (high - low)).map((point) =>
      point.kind === "saddle-node" ? onInvariantCircle(family, point, folds, cycles) : point,
    ),
    ...distinct(
      cycles.flatMap((branch) => labelledCycles(family, branch, cycles)),
      1e-7 * (high - low),
    ),
    ...distinct(atEnds, 1e-5 * (high - low)),
    ...distinct(resets?.points ?? [], 1e-7 * (high - low)),
  ];
  return {
    model: family.model.name,
    parameter,
    units: family.model.units,
    range: [low, high],
    branches: branches
      .map((branch) => equilibriumSegments(family, branch))
      .filter(({ segments }) => segments.length > 0),
    cycles: [
      ...(resets?.cycles ?? []),
      ...cycles.map((branch, k) => cycleSegments(family, branch, ends[k][0], ends[k][1])),
    ],
    points: points.sort((a, b) => a.parameter - b.parameter),
    incomplete,
  };
}

/** Points found on two branches, as at a pitchfork or where branches of cycles overlap, count once. */
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
