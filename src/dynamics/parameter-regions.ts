import { requireMade } from "../checks/require-made.js";
import { requireModel } from "../checks/require-model.js";
import type { Model } from "../model/model.js";
import { limitCycles, type LimitCycle } from "./cycles/limit-cycles.js";
import { equilibria } from "./equilibria/equilibria.js";
import { connected, deepest, mark, spread, type PlaneGrid } from "./system/plane-grid.js";
import type { NamedState } from "./system/kinds.js";
import type { ParameterPlane } from "./two-parameter.js";

/**
 * What a neuron does with two parameters: it rests at a stable equilibrium, fires on a stable cycle that reaches its
 * threshold (any cycle, where the model has no threshold), does either, depending on where it starts ("both"), or
 * goes round a stable cycle below threshold ("oscillates"), or none of these was found ("neither").
 */
export const regionWords = ["rests", "fires", "both", "oscillates", "neither"] as const;
/** One of `regionWords`. */
export type RegionWord = (typeof regionWords)[number];

/** What was found at one place of the plane of two parameters. */
export interface RegionSample {
  readonly values: NamedState;
  readonly word: RegionWord;
  readonly stableEquilibria: number;
  readonly unstableEquilibria: number;
  /** ms, of each stable cycle. */
  readonly stablePeriods: readonly number[];
  readonly unstableCycles: number;
}

/** A connected part of the plane in which a neuron does one thing. */
export interface ParameterRegion {
  readonly word: RegionWord;
  /** A place well within it. */
  readonly values: NamedState;
  /** Of the plane. */
  readonly share: number;
  /** Where it was looked. */
  readonly samples: readonly RegionSample[];
}

/** The plane of two parameters in words. */
export interface ParameterRegions {
  readonly parameters: readonly [string, string];
  readonly ranges: readonly [readonly [number, number], readonly [number, number]];
  /** The largest first. */
  readonly regions: readonly ParameterRegion[];
  readonly columns: number;
  readonly rows: number;
  /** Which of the regions each cell of the plane belongs to, row after row from below. */
  readonly cells: Uint8Array;
  /** What could not be looked at, or contradicts itself; empty if nothing. */
  readonly incomplete: readonly string[];
}

const grid: PlaneGrid = { columns: 160, rows: 120 };
const fewestCells = 3;
const reach = 0.05; // of the plane, from the end of a curve
const mostSamples = 40;
const large = 0.1; // of the plane: from here on a part is looked at in two places

/**
 * Names the regions into which the curves of `bifurcationCurves` cut the plane, by what is found in each: its
 * equilibria and limit cycles at the place farthest from all curves, and in large ones at a second. A part narrower
 * than 1/160 of the range has no place of its own and counts to its neighbour. Where two places of one part differ a
 * curve is missing, which is told.
 *
 * @throws TypeError for what is no model or no plane
 */
export function parameterRegions(model: Model, plane: ParameterPlane): ParameterRegions {
  requireModel("parameterRegions", model);
  requireMade("parameterRegions", plane, {
    what: "a plane of two parameters",
    parts: ["curves", "parameters", "ranges"],
    by: "bifurcationCurves(…)",
  });
  const { columns, rows } = grid;
  const { parameters, ranges } = plane;
  const walls = new Uint8Array(columns * rows);
  const curves = plane.curves.map(({ values }): Curve => {
    const [x, y] = parameters.map((name, k) =>
      Array.from(values[name], (v) => (v - ranges[k][0]) / (ranges[k][1] - ranges[k][0])),
    );
    return x.map((v, i) => [v, y[i]]);
  });
  for (const curve of curves) mark(grid, curve, walls);
  for (const closing of closings(curves)) mark(grid, closing, walls);
  const valuesAt = (cell: number): NamedState => {
    const shares = [((cell % columns) + 0.5) / columns, (Math.floor(cell / columns) + 0.5) / rows];
    return Object.fromEntries(
      parameters.map((name, k) => [name, ranges[k][0] + shares[k] * (ranges[k][1] - ranges[k][0])]),
    );
  };
  const parts = connected(grid, (cell) => (walls[cell] ? undefined : true))
    .filter((set) => set.length >= fewestCells)
    .sort((a, b) => b.length - a.length);
  const incomplete: string[] = [];
  const words: (RegionWord | undefined)[] = Array.from({ length: columns * rows }, () => undefined);
  const samples: { readonly cell: number; readonly sample: RegionSample }[] = [];
  for (const part of parts) {
    if (samples.length >= mostSamples) {
      incomplete.push(`a part around ${told(valuesAt(deepest(grid, part)))} was not looked at, to keep the time short`);
      continue;
    }
    const middle = deepest(grid, part);
    const places = [middle, ...(part.length > large * columns * rows ? [elsewhere(part, middle)] : [])];
    const found = places.map((cell) => ({ cell, sample: sampleAt(model, valuesAt(cell)) }));
    const [{ sample: first }] = found;
    for (const cell of part) words[cell] = first.word;
    samples.push(...found);
    for (const { sample } of found.slice(1))
      if (sample.word !== first.word && !onlySmaller(sample, first))
        incomplete.push(
          `no curve lies between ${told(first.values)}, where it ${inWords(first.word)}, and ${told(sample.values)}, ` +
            `where it ${inWords(sample.word)}`,
        );
  }
  spread(grid, words);
  const sets = connected(grid, (cell) => words[cell]).sort((a, b) => b.length - a.length);
  const cells = new Uint8Array(columns * rows);
  const regions = sets.map((set, index): ParameterRegion => {
    for (const cell of set) cells[cell] = index;
    const inside = new Set(set);
    return {
      word: words[set[0]] ?? "neither",
      values: valuesAt(deepest(grid, set)),
      share: set.length / (columns * rows),
      samples: samples.filter(({ cell }) => inside.has(cell)).map(({ sample }) => sample),
    };
  });
  return { parameters, ranges, regions, columns, rows, cells, incomplete };
}

type Curve = readonly (readonly [number, number])[];

/**
 * From the ends of curves on to the border of the plane, or to the nearest other curve, where that is near: they are
 * followed up to the last point within the plane, and not quite into the points where one ends on another.
 */
function closings(curves: readonly Curve[]): Curve[] {
  return curves.flatMap((curve) =>
    [curve, [...curve].reverse()].flatMap((points): Curve[] => {
      const [end, before] = points;
      if (before === undefined) return [];
      const length = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1;
      const beyond = [0, 1].map((k) => end[k] + (reach * (end[k] - before[k])) / length) as [number, number];
      if (beyond.some((v) => v < 0 || v > 1)) return [[end, beyond]];
      const far = ([x, y]: readonly [number, number]): number => Math.hypot(x - end[0], y - end[1]);
      const others = curves.filter((other) => other !== curve).flat();
      const nearest = others.reduce((best, point) => (far(point) < far(best) ? point : best), others[0] ?? end);
      return far(nearest) < reach ? [[end, nearest]] : [];
    }),
  );
}

/** Whether all that differs is that a cycle reaches the threshold at one place and not at the other: no bifurcation. */
const onlySmaller = (a: RegionSample, b: RegionSample): boolean =>
  [a, b].every(({ word }) => word === "fires" || word === "oscillates") &&
  a.unstableEquilibria === b.unstableEquilibria &&
  a.stablePeriods.length === b.stablePeriods.length &&
  a.unstableCycles === b.unstableCycles;

/** The cell of a part that is farthest from another, among some. */
function elsewhere(part: readonly number[], from: number): number {
  const { columns, rows } = grid;
  const distance = (cell: number): number =>
    Math.hypot(
      ((cell % columns) - (from % columns)) / columns,
      (Math.floor(cell / columns) - Math.floor(from / columns)) / rows,
    );
  const inside = new Set(part);
  const open = part.filter((cell) => [-2, 2, -2 * columns, 2 * columns].every((step) => inside.has(cell + step)));
  return (open.length > 0 ? open : part).reduce((best, cell) => (distance(cell) > distance(best) ? cell : best));
}

function sampleAt(model: Model, values: NamedState): RegionSample {
  const there = model.with(values);
  const found = equilibria(there);
  const cycles = limitCycles(there).filter(({ status }) => status === "refined");
  const stable = cycles.filter((cycle) => cycle.stable);
  const rests = found.some((one) => one.stable);
  const fires = stable.some((cycle) => reachesThreshold(there, cycle));
  const word = fires ? (rests ? "both" : "fires") : rests ? "rests" : stable.length > 0 ? "oscillates" : "neither";
  return {
    values,
    word,
    stableEquilibria: found.filter((one) => one.stable).length,
    unstableEquilibria: found.filter((one) => !one.stable).length,
    stablePeriods: stable.map(({ period }) => period),
    unstableCycles: cycles.length - stable.length,
  };
}

function reachesThreshold(model: Model, { time, states, belowThreshold }: LimitCycle): boolean {
  if (!model.spiking.threshold || model.spiking.reset) return !belowThreshold;
  return time.some(
    (_, k) =>
      model.kernels.threshold(
        Float64Array.from(model.stateNames, (name) => states[name][k]),
        model.vector,
      ) > 0,
  );
}

const told = (values: NamedState): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${value.toPrecision(4)}`)
    .join(", ");

const inWords = (word: RegionWord): string =>
  word === "both" ? "rests or fires" : word === "neither" ? "does neither" : word;
