import { told } from "../checks/told.js";
import { requireModel } from "../checks/require-model.js";
import { knownOptions, requireInterval, requireParameter } from "../checks/require.js";
import type { Model, ParameterOf } from "../model/model.js";
import type { CycleCurve } from "./cycles/curves/cycle-curve.js";
import { circleStretches, type SaddleNodeLoop } from "./cycles/curves/circle-stretches.js";
import { cycleCurves, type Section } from "./cycles/curves/cycle-curves.js";
import { cyclePoints, drawnCycles } from "./cycles/curves/drawn-curves.js";
import { limitCycleBranches } from "./cycles/limit-cycle-branches.js";
import type { CodimensionTwoTest, FollowedCurve } from "./equilibria/bifurcation-curve.js";
import { equilibriumBranches } from "./equilibria/equilibrium-branch.js";
import type { EquilibriumPoint } from "./equilibria/equilibrium-tests.js";
import { scannedCurves } from "./equilibria/scanned-curves.js";
import {
  codimensionTwoPoints,
  drawnEquilibria,
  loopPoint,
  type BifurcationCurve,
  type CodimensionTwoPoint,
} from "./plane-curves.js";
import { vectorFieldFamily, type VectorFieldFamily } from "./system/vector-field-family.js";

/** Where in the plane of two parameters equilibria and limit cycles bifurcate. */
export interface ParameterPlane {
  readonly model: string;
  /** The parameter to the right and the one upward. */
  readonly parameters: readonly [string, string];
  readonly units: Readonly<Record<string, string>>;
  /** Of the names, in LaTeX, with which a figure writes them. */
  readonly symbols?: Readonly<Record<string, string>>;
  readonly ranges: readonly [readonly [number, number], readonly [number, number]];
  readonly curves: readonly BifurcationCurve[];
  /** Of codimension two: "cusp", "Bogdanov-Takens", "Bautin"; loops; of cycles cusps and strong resonances. */
  readonly points: readonly CodimensionTwoPoint[];
  /** What could not be done, and why; empty if everything was. */
  readonly incomplete: readonly string[];
}

/** What `bifurcationCurves` looks for. */
export interface BifurcationCurvesOptions {
  /** False for the bifurcations of equilibria alone, in a small part of the time. Default true. */
  readonly cycles?: boolean;
}

type Ranges = ParameterPlane["ranges"];
/** Where cycles are followed along one of the parameters, the other one being held. */
type Cut = Pick<Section, "varied" | "level">;

const slices = 4;
const cycleSlices = 2;
const pastLoop = 0.01; // of the range of the second parameter: where the homoclinic orbits are looked for
const alike = 0.05; // widths of the ranges: the end of a curve of homoclinic orbits is known so well

/**
 * The curves of saddle-nodes and Andronov-Hopf points in a plane of two parameters, followed from the points found
 * along each one at several values of the other, with their cusps, Bogdanov-Takens and Bautin points, and the stretches
 * on which saddle-nodes lie on invariant circles, between saddle-node loops; and those of folds of cycles, period
 * doublings, Neimark-Sacker points and saddle homoclinics, with cusps of cycles, strong resonances and neutral saddle
 * loops: from each Bautin point, just past each saddle-node loop, and from what the branches of cycles along the first
 * parameter have at the present value of the second and at two more, and along the second at that of the first. A
 * homoclinic orbit is followed as the cycle of one long period, that at which its parameter was found settled, as AUTO
 * does: off by about e^{−λT}, λ the eigenvalue of the saddle next to 0. What fails or is left to keep the time short is
 * named in `incomplete`.
 *
 * @param ranges of the two parameters; default their slider ranges
 * @throws RangeError for unknown parameters or ranges that do not increase
 */
export function bifurcationCurves<M extends Model>(
  model: M,
  parameters: readonly [ParameterOf<M>, ParameterOf<M>],
  ranges?: readonly [readonly [number, number], readonly [number, number]],
  options: BifurcationCurvesOptions = {},
): ParameterPlane {
  requireModel("bifurcationCurves", model);
  const { cycles: withCycles = true } = knownOptions("bifurcationCurves", options, ["cycles"]);
  if (!Array.isArray(parameters) || parameters.length !== 2)
    throw new TypeError(`bifurcationCurves: parameters must be two names, as in ["I", "gK"], got ${told(parameters)}`);
  const [first, second] = parameters;
  const [across, up] = [first, second].map((name, k) => {
    requireParameter("bifurcationCurves", model, name);
    return requireInterval("bifurcationCurves", `the range of '${name}'`, ranges?.[k] ?? model.ranges[name]);
  });
  const plane = vectorFieldFamily(model, [first, second], [across, up]);
  const levels = [across, up].map(([low, high], k) => {
    const present = model.vector[model.parameterNames.indexOf([first, second][k])];
    const evenly = (count: number): number[] =>
      Array.from({ length: count }, (_, i) => low + ((high - low) * (i + 0.5)) / count);
    return [slices, cycleSlices, 0].map((count) => [
      ...(present >= low && present <= high ? [present] : []),
      ...evenly(count),
    ]);
  });
  const curves = scannedCurves(plane, [across, up], [levels[0][0], levels[1][0]]);
  const points = curves
    .flatMap((curve) => codimensionTwoPoints(plane, curve))
    .filter((point, k, all) => all.slice(0, k).every((other) => isOther(plane, other, point)));
  const incomplete: string[] = [];
  const cuts = [
    ...levels[1][1].map((level): Cut => ({ varied: 0, level })),
    ...levels[0][2].map((level): Cut => ({ varied: 1, level })),
  ];
  const cycling = withCycles && (model.spiking.reset || plane.n > 1);
  const circles = new Map(
    curves.flatMap((curve) =>
      cycling && curve.kind === "saddle-node" ? [[curve, circleStretches(plane, curve)] as const] : [],
    ),
  );
  const loops = [...circles.values()].flatMap((found) => found.loops);
  points.push(...loops.map((loop) => loopPoint(plane, loop)));
  const followed =
    cycling && !model.spiking.reset
      ? cyclesIn(plane, curves, loops, [...cuts, ...cutsPast(plane, loops, [across, up])], [across, up], incomplete)
      : [];
  for (const point of followed.flatMap((curve) => cyclePoints(plane, curve)))
    if (points.every((other) => isOther(plane, other, point))) points.push(point);
  return {
    model: model.name,
    parameters: [first, second],
    units: model.units,
    symbols: model.symbols,
    ranges: [across, up],
    curves: [
      ...curves.flatMap((curve) => drawnEquilibria(plane, curve, circles.get(curve))),
      ...followed.map((curve) => drawnCycles(plane, curve)),
    ],
    points,
    incomplete,
  };
}

/** The curves of cycles that bifurcate, from the Bautin points on the curves of equilibria and from sections. */
function cyclesIn(
  plane: VectorFieldFamily,
  curves: readonly FollowedCurve[],
  loops: readonly SaddleNodeLoop[],
  cuts: readonly Cut[],
  ranges: Ranges,
  incomplete: string[],
): CycleCurve[] {
  const sections = cuts.map(({ varied, level }): Section => {
    const [along, other] = [plane.parameters[varied], plane.parameters[1 - varied]];
    const there = vectorFieldFamily(plane.model.with({ [other]: level }), [along], [ranges[varied]]);
    const events = equilibriumBranches(there, ranges[varied]).flatMap(({ special }) => special);
    const undone: string[] = [];
    const cycles = limitCycleBranches(there, events, ranges[varied], undone, "undoubled");
    incomplete.push(...undone.map((words) => `at ${other} = ${level.toPrecision(6)}: ${words}`));
    return { varied, level, family: there, cycles };
  });
  const at = (kind: CodimensionTwoTest): EquilibriumPoint[] =>
    curves.flatMap(({ special }) =>
      special.filter(({ test, located }) => test === kind && located).map(({ point }) => point),
    );
  const homoclinicEnds = [...at("Bogdanov-Takens"), ...loops.map(({ point }) => point)];
  return cycleCurves(plane, { bautin: at("Bautin"), homoclinicEnds }, sections, ranges, incomplete);
}

/** Whether a point is none that is known; the end of a curve of homoclinic orbits is known less well than a loop. */
function isOther(
  { parameters, scale, n }: VectorFieldFamily,
  known: CodimensionTwoPoint,
  point: CodimensionTwoPoint,
): boolean {
  const least = point.kind === "saddle-node loop" ? alike : 1e-5;
  return (
    known.kind !== point.kind ||
    parameters.some((p, k) => Math.abs(known.values[p] - point.values[p]) > least * scale[n + k])
  );
}

/** Just past each saddle-node loop, where cycles end at a saddle, across the curve of the saddle-nodes. */
function cutsPast({ n, scale }: VectorFieldFamily, loops: readonly SaddleNodeLoop[], ranges: Ranges): Cut[] {
  return loops.flatMap(({ point, beside }): Cut[] => {
    const [across, up] = [0, 1].map((k) => beside.z[n + k] - point.z[n + k]);
    const held = Math.abs(up) >= Math.abs(across) ? 1 : 0;
    const [low, high] = ranges[held];
    const level = point.z[n + held] * scale[n + held] + Math.sign(held ? up : across) * pastLoop * (high - low);
    return level >= low && level <= high ? [{ varied: held ? 0 : 1, level }] : [];
  });
}
