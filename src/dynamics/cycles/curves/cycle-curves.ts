import { hopfFrequency, type EquilibriumPoint } from "../../equilibria/equilibrium-tests.js";
import { passes } from "../../continuation/curve.js";
import type { VectorFieldFamily } from "../../system/vector-field-family.js";
import { cycleCurveFrom, cycleCurveThrough, type CycleCurve, type CycleCurvePoint } from "./cycle-curve.js";
import type { CycleCurveKind } from "./curve-kinds.js";
import { resonances, vanishing } from "./drawn-curves.js";
import type { CyclePoint } from "../cycle-point.js";
import type { CycleTest } from "../cycle-tests.js";
import { cycleOfNoSize } from "../hopf-start.js";
import { homoclinicEnd } from "../homoclinic.js";
import { doubtAbout } from "../labelled-cycles.js";
import type { LimitCycleBranch } from "../limit-cycle-branch.js";
import { innerProduct, scaled, type Direction } from "../orbit/orbit-polynomial.js";
import type { Chart } from "./surface.js";

/** Branches of cycles along the first parameter of a plane, at one value of the second. */
export interface Section {
  /** In the units of the model. */
  readonly level: number;
  /** Of the first parameter. */
  readonly family: VectorFieldFamily;
  readonly cycles: readonly LimitCycleBranch[];
}

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
 * @param bautin with the tangents of the curves of Andronov-Hopf points
 * @param ranges of the two parameters, in the units of the model
 * @param incomplete to which is added what could not be done
 */
export function cycleCurves(
  plane: VectorFieldFamily,
  bautin: readonly EquilibriumPoint[],
  sections: readonly Section[],
  ranges: readonly (readonly [number, number])[],
  incomplete: string[],
): CycleCurve[] {
  const { n, scale, parameters } = plane;
  const curves: CycleCurve[] = [];
  for (const point of bautin) {
    if (curves.some((known) => known.ends.includes("small") && endsAt(known, point.z, n))) continue;
    const chart = chartAtBautin(plane, point);
    const curve = chart && cycleCurveFrom(plane, "fold of cycles", chart, ranges);
    if (curve && curve.points.length > 1) curves.push(curve);
    else {
      const at = parameters.map((name, k) => `${name} = ${(point.z[n + k] * scale[n + k]).toPrecision(6)}`);
      incomplete.push(`no fold of cycles could be followed from the Bautin point at ${at.join(", ")}`);
    }
  }
  for (const { level, family, cycles } of sections) {
    for (const { kind, point } of cycles.flatMap((branch) => startsOn(family, branch))) {
      const { orbit, tangent } = point;
      const second = level / scale[n + 1];
      const key = keyOf({ ...point, orbit: { ...orbit, second } });
      const known = curves.some(
        ({ kind: other, points }) =>
          other === kind &&
          passes(
            points.map(({ cycle }) => keyOf(cycle)),
            key,
          ),
      );
      if (known) continue;
      const normal = { nodes: new Float64Array(orbit.nodes.length), logPeriod: 0, parameter: 0, second: 1 };
      const curve = cycleCurveThrough(plane, kind, { orbit: { ...orbit, second }, tangent, normal }, ranges);
      if (curve && curve.points.length > 1) curves.push(curve);
      else
        incomplete.push(
          `no curve could be followed from the ${kind} at ${parameters[0]} = ` +
            `${(orbit.parameter * scale[n]).toPrecision(6)}, ${parameters[1]} = ${level.toPrecision(6)}`,
        );
    }
  }
  incomplete.push(...curves.flatMap((curve) => leftUndone(plane, curve)));
  return curves;
}

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

/** What tells cycles apart: both parameters, the period and the extremes. */
const keyOf = ({ orbit, minimum, maximum }: Pick<CyclePoint, "orbit" | "minimum" | "maximum">): Float64Array =>
  Float64Array.of(orbit.parameter, orbit.second, 0.3 * orbit.logPeriod, ...minimum, ...maximum);

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

/** In words, where a curve was left. */
function leftUndone({ n, scale, parameters }: VectorFieldFamily, curve: CycleCurve): string[] {
  const { kind, points, ends } = curve;
  const at = ({ cycle: { orbit } }: CycleCurvePoint): string =>
    [orbit.parameter, orbit.second].map((v, k) => `${parameters[k]} = ${(v * scale[n + k]).toPrecision(6)}`).join(", ");
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
              : undefined;
    const point = points[side === 0 ? 0 : points.length - 1];
    const ended = [...vanishing(curve), ...resonances(curve).map((resonance) => resonance.point)];
    return words === undefined || ended.includes(point)
      ? []
      : [`a curve of ${plural[kind]} was left at ${at(point)}: ${words}`];
  });
}

const plural: Readonly<Record<CycleCurveKind, string>> = {
  "fold of cycles": "folds of cycles",
  "period doubling": "period doublings",
  "Neimark-Sacker": "Neimark-Sacker points",
  "saddle homoclinic": "saddle homoclinics",
};
