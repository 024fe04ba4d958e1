import { hopfFrequency, type EquilibriumPoint } from "../../equilibria/equilibrium-tests.js";
import { passes } from "../../continuation/curve.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { cycleCurveFrom, cycleCurveThrough, type CycleCurve } from "./cycle-curve.js";
import type { CycleCurveKind } from "./curve-kinds.js";
import { resonances, vanishing } from "./drawn-curves.js";
import type { CyclePoint } from "../cycle-point.js";
import type { CycleTest } from "../cycle-tests.js";
import { cycleOfNoSize } from "../hopf-start.js";
import { homoclinicEnd } from "../homoclinic.js";
import { doubtAbout } from "../labelled-cycles.js";
import type { LimitCycleBranch } from "../limit-cycle-branch.js";
import { innerProduct, scaled, type Direction, type Orbit } from "../orbit/orbit-polynomial.js";
import type { Chart } from "./surface.js";

/** Branches of cycles along one parameter of a plane, at one value of the other. */
export interface Section {
  /** Which of the two is varied. */
  readonly varied: 0 | 1;
  /** Of the other, in the units of the model. */
  readonly level: number;
  /** Of the one that is varied. */
  readonly family: VectorFieldFamily;
  readonly cycles: readonly LimitCycleBranch[];
}

/** Where on curves of equilibria those of cycles begin and end. */
export interface CodimensionTwo {
  readonly bautin: readonly EquilibriumPoint[];
  /** Bogdanov-Takens points and saddle-node loops. */
  readonly homoclinicEnds: readonly EquilibriumPoint[];
}

const met = 0.06; // widths of the ranges: so near the end of a curve of homoclinic orbits, of one period, is known

const startedAt: Readonly<Record<CycleTest, CycleCurveKind | undefined>> = {
  fold: "fold of cycles",
  "steep fold": "fold of cycles",
  "period doubling": "period doubling",
  torus: "Neimark-Sacker",
  branching: undefined,
};

/**
 * The curves of folds of cycles from the Bautin points, and those of folds, period doublings and Neimark-Sacker points
 * through what branches of cycles have at sections of the plane.
 * @param known points of codimension two on curves of equilibria; Bautin points with the tangents of their curves
 * @param ranges of the two parameters, in the units of the model
 * @param incomplete to which is added what could not be done
 */
export function cycleCurves(
  plane: VectorFieldFamily,
  known: CodimensionTwo,
  sections: readonly Section[],
  ranges: readonly (readonly [number, number])[],
  incomplete: string[],
): CycleCurve[] {
  const { n, scale, parameters } = plane;
  const curves: CycleCurve[] = [];
  for (const point of known.bautin) {
    if (curves.some((other) => other.ends.includes("small") && endsAt(other, point.z, n))) continue;
    const chart = chartAtBautin(plane, point);
    const curve = chart && cycleCurveFrom(plane, "fold of cycles", chart, ranges);
    if (curve && curve.points.length > 1) curves.push(curve);
    else {
      const at = parameters.map((name, k) => `${name} = ${(point.z[n + k] * scale[n + k]).toPrecision(6)}`);
      incomplete.push(`no fold of cycles could be followed from the Bautin point at ${at.join(", ")}`);
    }
  }
  const starts = sections.flatMap((section) =>
    section.cycles.flatMap((branch) =>
      startsOn(section.family, branch).map(({ kind, point }) => ({
        kind,
        point,
        chart: chartOf(plane, section, point),
      })),
    ),
  );
  for (const { kind, point, chart } of longestFirst(starts)) {
    const key = keyOf(kind, { ...point, orbit: chart.orbit });
    const followed = curves.some(
      ({ kind: other, points }) =>
        other === kind &&
        passes(
          points.map(({ cycle }) => keyOf(kind, cycle)),
          key,
        ),
    );
    if (followed) continue;
    const curve = cycleCurveThrough(plane, kind, chart, ranges);
    if (curve && curve.points.length > 1) curves.push(curve);
    else incomplete.push(`no curve could be followed from the ${kind} at ${placeOf(plane, chart.orbit)}`);
  }
  const loops = curves.flatMap(({ special }) =>
    special.flatMap(({ test, point: { cycle } }) =>
      test === "neutral saddle loop" ? [Float64Array.of(cycle.orbit.parameter, cycle.orbit.second)] : [],
    ),
  );
  const ends = [...known.homoclinicEnds.map(({ z }) => z.slice(n)), ...loops];
  incomplete.push(...curves.flatMap((curve) => leftUndone(plane, curve, ends)));
  return curves;
}

/** A cycle of a section in the plane, with the direction along the branch and that of the other parameter. */
function chartOf({ n, scale }: VectorFieldFamily, { varied, level }: Section, { orbit, tangent }: CyclePoint): Chart {
  const still = { nodes: new Float64Array(orbit.nodes.length), logPeriod: 0, parameter: 0, second: 0 };
  if (varied === 0)
    return { orbit: { ...orbit, second: level / scale[n + 1] }, tangent, normal: { ...still, second: 1 } };
  return {
    orbit: { ...orbit, parameter: level / scale[n], second: orbit.parameter },
    tangent: { ...tangent, parameter: 0, second: tangent.parameter },
    normal: { ...still, parameter: 1 },
  };
}

const placeOf = ({ n, scale, parameters }: VectorFieldFamily, { parameter, second }: Orbit): string =>
  [parameter, second].map((v, k) => `${parameters[k]} = ${(v * scale[n + k]).toPrecision(6)}`).join(", ");

/** The cycles of a branch at which curves start: what is beyond doubt on it, and the homoclinic orbits at its ends. */
function startsOn(
  family: VectorFieldFamily,
  branch: LimitCycleBranch,
): { readonly kind: CycleCurveKind; readonly point: CyclePoint }[] {
  const located = branch.special.flatMap((event) => {
    const kind = startedAt[event.test];
    return kind === undefined || doubtAbout(event) !== undefined ? [] : [{ kind, point: event.point }];
  });
  const long = [[...branch.points].reverse(), branch.points].flatMap((points, side) => {
    const end = branch.ends[side];
    if (end !== "parameter settled" && end !== "long period") return [];
    const found = homoclinicEnd(family, points);
    return found ? [{ kind: "saddle homoclinic" as const, point: found.cycle }] : [];
  });
  return [...located, ...long];
}

/** The homoclinic orbits in front, the longest of them first: they are the best. */
const longestFirst = <Start extends { readonly kind: CycleCurveKind; readonly point: CyclePoint }>(
  starts: readonly Start[],
): Start[] => {
  const rank = ({ kind, point }: Start): number => (kind === "saddle homoclinic" ? -point.orbit.logPeriod : Infinity);
  return starts.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
};

/** What tells cycles apart: both parameters, the extremes and, where it is not arbitrary, the period. */
function keyOf(
  kind: CycleCurveKind,
  { orbit, minimum, maximum }: Pick<CyclePoint, "orbit" | "minimum" | "maximum">,
): Float64Array {
  const period = kind === "saddle homoclinic" ? 0 : 0.3 * orbit.logPeriod;
  return Float64Array.of(orbit.parameter, orbit.second, period, ...minimum, ...maximum);
}

/** Whether an end of a curve is at an equilibrium z of the plane. */
const endsAt = ({ points }: CycleCurve, z: Float64Array, n: number): boolean =>
  [points[0], points[points.length - 1]].some(
    ({ cycle: { orbit } }) => Math.hypot(orbit.parameter - z[n], orbit.second - z[n + 1]) < 0.02,
  );

/**
 * At a Bautin point the folds of cycles begin as cycles of no size, at right angles to the curve of Andronov-Hopf
 * points.
 */
function chartAtBautin(plane: VectorFieldFamily, point: EquilibriumPoint): Chart | undefined {
  const { n } = plane;
  const omega = hopfFrequency(point);
  if (omega === undefined) return undefined;
  const start = cycleOfNoSize(plane, point.z, omega);
  const { orbit } = start;
  const along: Direction = {
    nodes: orbit.nodes.map((_, k) => point.tangent[k % n]),
    logPeriod: 0,
    parameter: point.tangent[n],
    second: point.tangent[n + 1],
  };
  return { ...start, normal: scaled(along, 1 / Math.sqrt(innerProduct(orbit.mesh, n, along, along))) };
}

/** In words, where a curve was left that does not end at one of some places in the plane. */
function leftUndone(plane: VectorFieldFamily, curve: CycleCurve, places: readonly Float64Array[]): string[] {
  const { kind, points, ends } = curve;
  return ends.flatMap((end, side) => {
    const words =
      end === "too much work"
        ? "to keep the time short; narrower ranges get further"
        : end === "leaves the window"
          ? "where the cycles grow out of the windows of the states; wider ranges show more"
          : end === "step too small" || end === "too many points"
            ? end
            : end === "no saddle"
              ? "where the orbit no longer passes by a saddle"
              : end === "flat"
                ? "beyond, folds and homoclinic orbits can not be told apart"
                : undefined;
    const point = points[side === 0 ? 0 : points.length - 1];
    const { parameter, second } = point.cycle.orbit;
    const meets =
      (kind === "saddle homoclinic" || kind === "fold of cycles") &&
      places.some(([x, y]) => Math.hypot(parameter - x, second - y) < met);
    const ended = [...vanishing(curve), ...resonances(curve).map((resonance) => resonance.point)];
    return words === undefined || meets || ended.includes(point)
      ? []
      : [`a curve of ${plural[kind]} was left at ${placeOf(plane, point.cycle.orbit)}: ${words}`];
  });
}

const plural: Readonly<Record<CycleCurveKind, string>> = {
  "fold of cycles": "folds of cycles",
  "period doubling": "period doublings",
  "Neimark-Sacker": "Neimark-Sacker points",
  "saddle homoclinic": "saddle homoclinics",
};
