import { requireInput } from "../../../checks/require.js";
import { bifurcations } from "../../../dynamics/bifurcations.js";
import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { limitCycles, type LimitCycle } from "../../../dynamics/cycles/limit-cycles.js";
import { basin, type Basins } from "../../../dynamics/plane/basin.js";
import { manifolds, type Manifold } from "../../../dynamics/plane/manifolds.js";
import { parameterRegions, type ParameterRegions } from "../../../dynamics/parameter-regions.js";
import { bifurcationCurves } from "../../../dynamics/two-parameter.js";
import type { Window } from "../../../dynamics/system/window.js";
import type { Figure } from "../../../figure/figure.js";
import { bifurcationDiagram, bifurcationsInWords } from "../../../figure/plots/dynamics/bifurcation-diagram.js";
import { parameterPlane } from "../../../figure/plots/dynamics/parameter-plane.js";
import { installKernels } from "../../../model/code/kernels.js";
import { modelFromData } from "../../../model/model-from-data.js";
import type { Model } from "../../../model/model.js";
import type { ModelData } from "../../../model/model-data.js";
import { fiCurve, type FiCurve } from "../../../experiments/fi-curve.js";
import { numberText } from "../../../text/number.js";
import { capitalised } from "../figures/words.js";
import { flowFromGrid, levelCurves, type PlaneOverlay } from "./plane-overlay.js";
import { populationPicture, type Cells, type PopulationPicture } from "./population.js";
import { rangeOfRuns, type Varied } from "./range-of-runs.js";

/** What takes too long for a slider to wait for. */
interface Analyses {
  readonly rates: FiCurve;
  /** Without a figure where there is nothing along the parameter. */
  readonly diagram: { readonly figure?: Figure; readonly words: string };
  readonly basins: Omit<Basins, "attractorOf">;
  readonly outline: { readonly figure: Figure };
  readonly map: { readonly figure: Figure; readonly regions: ParameterRegions };
  readonly cells: PopulationPicture;
  readonly flow: PlaneOverlay;
  readonly levels: PlaneOverlay;
  readonly runs: { readonly figure: Figure; readonly words: string };
  readonly orbits: {
    readonly cycles: readonly LimitCycle[];
    readonly manifolds: readonly Manifold[];
    /** Why cycles or equilibria may be missing. */
    readonly incomplete: readonly string[];
  };
}

/**
 * f-I curve, bifurcation diagram, or the cycles and manifolds of a phase plane, or its basins; of a plane of two
 * parameters the bifurcations of equilibria alone, or all with its regions, as a figure: what draws it stays here; or
 * a population of such cells; trajectories from a grid, level curves of a quantity, or runs that differ in one value.
 */
export type AnalysisKind = keyof Analyses;

/** An analysis to be done, as a worker is told. */
export interface Job<K extends AnalysisKind = AnalysisKind> {
  readonly kind: K;
  readonly data: ModelData;
  /** ms, the length of the runs of an f-I curve, or of a population's. */
  readonly duration: number;
  /** The parameter along which a diagram goes, or the quantity whose levels are drawn. */
  readonly along: string | undefined;
  /** The part of a plane of which basins are wanted, or the two parameters of a map, the first to the right. */
  readonly window: Window | undefined;
  /** Those of a population. */
  readonly cells?: Cells;
  /** What differs between runs. */
  readonly varied?: Varied;
}

/** What came of an analysis, or why nothing did, in words. */
export type Answer<K extends AnalysisKind = AnalysisKind> =
  | { readonly result: Analyses[K] }
  | { readonly problem: string };

type Interval = readonly [number, number];

/** px. */
const diagramHeight = 430;

/** Currents of an f-I curve, and how often the step in which firing begins or ends is halved. */
const [currents, halvings] = [41, 6];

const work: {
  readonly [K in AnalysisKind]: (model: Model, job: Omit<Job, "kind" | "data">) => Analyses[K];
} = {
  rates: (model, { duration }) => ratesWithOnsets(model, duration),
  diagram: (model, { along = model.input ?? model.parameterNames[0] }) => diagramAlong(model, along),
  basins: (model, { window }) => {
    const { attractorOf: _, ...basins } = basin(model, window); // a function is not sent to another thread
    return basins;
  },
  outline: (model, { window }) => ({
    figure: parameterPlane(bifurcationCurves(model, ...sides(window), { cycles: false }), { height: diagramHeight }),
  }),
  map: (model, { window }) => {
    const plane = bifurcationCurves(model, ...sides(window));
    const regions = parameterRegions(model, plane);
    return { figure: parameterPlane(plane, { regions, height: diagramHeight }), regions };
  },
  cells: (model, { duration, cells }) => {
    if (cells === undefined) throw new Error("nothing is known of the cells");
    return populationPicture(model, duration, cells);
  },
  flow: (model, { window = {} }) => flowFromGrid(model, window),
  levels: (model, { along = "", window = {} }) => levelCurves(model, window, along),
  runs: (model, { varied }) => {
    if (varied === undefined) throw new Error("nothing is known of what differs");
    return rangeOfRuns(model, varied);
  },
  orbits(model) {
    const cycles = limitCycles(model),
      resting = equilibria(model);
    const saddles = resting.filter(({ kind }) => kind === "saddle");
    return {
      cycles,
      manifolds: saddles.flatMap((saddle) => manifolds(model, saddle)),
      incomplete: [...new Set([...resting.incomplete, ...cycles.incomplete])],
    };
  },
};

function diagramAlong(model: Model, along: string): Analyses["diagram"] {
  const found = bifurcations(model, along);
  if (found.branches.length + found.cycles.length === 0) {
    const [low, high] = found.range.map((end) => numberText(end));
    return { words: `There is neither an equilibrium nor a cycle at any ${along} from ${low} to ${high}.` };
  }
  const leftOut = found.incomplete.length > 0 ? ` Left out: ${found.incomplete.join("; ")}.` : "";
  return {
    figure: bifurcationDiagram(found, { height: diagramHeight }),
    words: `${capitalised(bifurcationsInWords(found))}.${leftOut}`,
  };
}

/** The names of a map's parameters, and what is seen of each. */
function sides(window: Window = {}): [[string, string], [Interval, Interval]] {
  const [right, up] = Object.entries(window);
  return [
    [right[0], up[0]],
    [right[1], up[1]],
  ];
}

/**
 * An f-I curve with more currents where firing begins or ends: a rate that rises from 0 is told from one that jumps.
 */
function ratesWithOnsets(model: Model, duration: number): FiCurve {
  const [low, high] = model.ranges[requireInput("f-I curve", model)];
  const from = Math.max(low, -0.1 * high);
  const coarse = fiCurve(
    model,
    Float64Array.from({ length: currents }, (_, k) => from + (k * (high - from)) / (currents - 1)),
    { duration },
  );
  const fires = (rate: number): boolean => rate > 0;
  const pieces = [coarse];
  for (let k = 1; k < currents; k++) {
    if (fires(coarse.rate[k]) === fires(coarse.rate[k - 1])) continue;
    let [silent, firing] = fires(coarse.rate[k])
      ? [coarse.current[k - 1], coarse.current[k]]
      : [coarse.current[k], coarse.current[k - 1]];
    for (let n = 0; n < halvings; n++) {
      const middle = (silent + firing) / 2;
      const one = fiCurve(model, [middle], { duration });
      pieces.push(one);
      if (fires(one.rate[0])) firing = middle;
      else silent = middle;
    }
  }
  const rows = pieces
    .flatMap((piece) =>
      Array.from(piece.current, (current, k) => ({
        current,
        rate: piece.rate[k],
        onset: piece.onset[k],
        spread: piece.spread[k],
      })),
    )
    .sort((a, b) => a.current - b.current);
  const column = (name: "current" | "rate" | "onset" | "spread"): Float64Array =>
    Float64Array.from(rows, (row) => row[name]);
  return {
    current: column("current"),
    rate: column("rate"),
    onset: column("onset"),
    spread: column("spread"),
    unit: coarse.unit,
  };
}

/** Does an analysis; one that fails is a problem in words. */
export function answer<K extends AnalysisKind>({ kind, data, ...job }: Job<K>): Answer<K> {
  try {
    return { result: work[kind](modelFromData(data), job) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** What a page or a worker has of this file, which is bundled by itself. */
export interface AnalysisCode {
  readonly answer: (job: Job) => Answer;
  serve(): void;
}

interface WorkerSide {
  readonly nullclineKernels?: Readonly<Record<string, object>>;
  onmessage: (message: { readonly data: Job }) => void;
  postMessage(answer: Answer): void;
}

/** Answers jobs: the entry of the worker. */
export function serve(): void {
  const worker = self as unknown as WorkerSide;
  for (const [fingerprint, kernels] of Object.entries(worker.nullclineKernels ?? {}))
    installKernels(fingerprint, kernels);
  worker.onmessage = ({ data }) => worker.postMessage(answer(data));
}
