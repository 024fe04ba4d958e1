import { requireInput } from "../../../checks/require.js";
import { axis, figure, line, type Figure } from "../../../figure/figure.js";
import { printUnit, withUnit } from "../../../figure/label.js";
import { light } from "../../../figure/theme.js";
import { unaryFunctions } from "../../../model/graph/node.js";
import type { Model } from "../../../model/model.js";
import { populationRate } from "../../../networks/cortical-network.js";
import { inVectors } from "../../../solve/population/population-batch.js";
import { simulatePopulation } from "../../../solve/population/population.js";
import type { Raster } from "../../../solve/population/spike-list.js";
import { stimulusFromData } from "../../../solve/stimuli/stimulus-from-data.js";
import type { StimulusData } from "../../../solve/stimuli/stimulus.js";
import { numberText } from "../../../text/number.js";

/** What a population's cells have in common, and how far they differ. */
export interface Cells {
  /** Each cell has a constant current of its own, from −spread to spread, in the unit of the input. */
  readonly spread: number;
  /** Initial states. */
  readonly start: Readonly<Record<string, number>>;
  /** Of all cells; undefined: the model's own input alone. */
  readonly stimulus: StimulusData | undefined;
}

/** Raster and rate of a population, and what is to be seen there. */
export interface PopulationPicture {
  readonly figure: Figure;
  readonly words: string;
}

const [count, method] = [1000, "rk4"] as const;
/** ms: the longest step is taken that is fine enough. */
const stepsToTry = [0.5, 0.2, 0.1, 0.05, 0.025, 0.0125];
/** ms: of a run that is too short for those. */
const shortestStep = 0.005;
/** Of a run: 0.3 s of a processor for Hodgkin and Huxley; for Hindmarsh and Rose, all arithmetic, two bursts. */
const [mostSteps, mostOfArithmetic] = [4000, 16_000];
/** What takes a processor long. */
const functions: readonly string[] = [...unaryFunctions, "pow", "bernoulli"];
/** Spikes that a step moves by less than this part of the run look the same. */
const unseen = 1 / 500;
/** Ticks that are drawn: of more spikes, those of each second, third … cell. */
const mostTicks = 6000;
/** Of a rate, at most; their width is a round number of ms. */
const bins = 100;
/** px. */
const height = 430;

/** What runs cells of a population, by their own currents, for so long in such steps. */
type Runner = (own: Float64Array, dt: number, duration: number) => Raster;

/**
 * 1000 cells side by side under one stimulus, in order of a current of their own: a raster, and the rate of all.
 * @param duration ms; of a longer run than can be had in time, the beginning @throws Error with why there is none
 */
export function populationPicture(model: Model, duration: number, cells: Cells): PopulationPicture {
  const { spread } = cells;
  const run = runnerOf(model, cells);
  const steps = isArithmetic(model) ? mostOfArithmetic : mostSteps;
  const { dt, fine } = stepFor(run, spread, (step) => Math.min(duration, steps * step));
  const shown = Math.min(duration, steps * dt);
  const raster = run(evenly(count, spread), dt, shown);
  const rate = populationRate({ raster, count, duration: shown }, { bin: binOf(shown) });
  const perDrawn = Math.max(1, Math.ceil(raster.time.length / mostTicks));
  const unit = model.units[requireInput("a population", model)];
  const firing = new Set(raster.cell).size;
  const highest = rate.rate.reduce((most, each) => Math.max(most, each), 0);
  const told =
    `${firing} of ${count} fire, ${numberText(raster.time.length / count, 3)} spikes each on average` +
    (firing === 0 ? "" : `; the rate peaks at ${numberText(highest, 3)} Hz`);
  return {
    figure: drawn(raster, rate, { spread, unit, shown, perDrawn, told }),
    words: [
      `${count} cells under this current, each with a constant one of its own besides,`,
      `${bothWays(spread, unit)}: ${told}. Run in steps of ${numberText(dt, 3)} ms` +
        (fine ? "" : ", and half of that moves spikes") +
        (shown < duration ? `, the first ${numberText(shown, 4)} ms` : "") +
        (perDrawn > 1 ? `; one cell in ${perDrawn} is drawn, the rate is of all.` : "."),
    ].join(" "),
  };
}

const isArithmetic = ({ graph, roots }: Model): boolean =>
  graph.reachable(roots.field).every((node) => !functions.includes(graph.nodes[node].op));

function runnerOf(model: Model, { start, stimulus: data }: Cells): Runner {
  const input = requireInput("a population", model);
  const stimulus = data && stimulusFromData(data);
  if (stimulus !== undefined && stimulus.noises.length > 0)
    throw new Error("There is no population under white noise here: it would be the same in all cells.");
  if (!inVectors(model, stimulus, method))
    throw new Error(
      "1000 cells at once are too slow here: what this model's threshold, clock or current asks for is worked out " +
        "for one cell at a time.",
    );
  const base = (model.parameters as Readonly<Record<string, number>>)[input];
  return (own, dt, duration) =>
    simulatePopulation(model, {
      count: own.length,
      duration,
      dt,
      method,
      precision: "single",
      threads: 1,
      initial: start,
      parameters: { [input]: own.map((each) => base + each) },
      ...(stimulus && { stimulus }),
    }).raster;
}

/** From −spread to spread. */
const evenly = (cells: number, spread: number): Float64Array =>
  Float64Array.from({ length: cells }, (_, k) => spread * ((2 * k) / (cells - 1) - 1));

/**
 * The longest step at which the outer cells and the one between fire as they do in steps of half of it.
 * @param until how long a run in such steps is, ms
 */
function stepFor(
  run: Runner,
  spread: number,
  until: (dt: number) => number,
): { readonly dt: number; readonly fine: boolean } {
  const few = evenly(3, spread);
  const tried = (dt: number, end: number): Raster | undefined => {
    try {
      return run(few, dt, end);
    } catch {
      return undefined; // too long a step lets a run diverge
    }
  };
  const able = stepsToTry.filter((dt) => dt <= until(dt) / 20);
  for (const dt of able) {
    const end = until(dt);
    const [coarse, half] = [tried(dt, end), tried(dt / 2, end)];
    if (coarse !== undefined && half !== undefined && alike(coarse, half, unseen * end, end)) return { dt, fine: true };
  }
  return { dt: able.at(-1) ?? shortestStep, fine: false };
}

/** Whether the spikes of three cells agree to so many ms, but for those that only just come before the end. */
function alike(a: Raster, b: Raster, within: number, end: number): boolean {
  const of = ({ time, cell }: Raster, which: number): Float64Array => time.filter((_, k) => cell[k] === which);
  return [0, 1, 2].every((which) => {
    const [fewer, more] = [of(a, which), of(b, which)].sort((left, right) => left.length - right.length);
    return more.every((t, k) => (k < fewer.length ? Math.abs(t - fewer[k]) <= within : t >= end - within));
  });
}

/** "from −4 to 4 µA/cm²" */
const bothWays = (spread: number, unit: string): string =>
  `from ${numberText(-spread || 0, 3)} to ${numberText(spread, 3)}${unit === "1" ? "" : ` ${printUnit(unit)}`}`;

/** A round width of a bin, ms. */
function binOf(duration: number): number {
  const least = duration / bins;
  const power = 10 ** Math.floor(Math.log10(least));
  return Number((power * ([1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10)).toPrecision(1));
}

interface Shown {
  readonly spread: number;
  readonly unit: string;
  readonly shown: number;
  readonly perDrawn: number;
  readonly told: string;
}

/** Cells go upwards by their own currents. */
function drawn(
  { time, cell }: Raster,
  rate: { readonly time: Float64Array; readonly rate: Float64Array },
  { spread, unit, shown, perDrawn, told }: Shown,
): Figure {
  const inSight = Array.from(time.keys()).filter((k) => cell[k] % perDrawn === 0);
  const half = Math.max(perDrawn / 2, 2);
  const own = [-1, -0.5, 0, 0.5, 1];
  const ticks = line(
    Float64Array.from(inSight.flatMap((k) => [time[k], time[k], NaN])),
    Float64Array.from(inSight.flatMap((k) => [cell[k] + 1 - half, cell[k] + 1 + half, NaN])),
    light.ink,
    { name: "spikes", hoverinfo: "skip" },
    { width: 1 },
  );
  return figure(
    [ticks, line(rate.time, rate.rate, light.blue, { name: "rate", yaxis: "y2" })],
    `Raster of ${count} cells by their own current ${bothWays(spread, unit)}, and the rate of all, ` +
      `against time from 0 to ${numberText(shown, 4)} ms: ${told}`,
    height,
    {
      xaxis: axis("time (ms)", { range: [0, shown], anchor: "y2" }),
      yaxis: axis(withUnit("own current", unit), {
        domain: [0.36, 1],
        range: [-8, count + 9],
        showgrid: false,
        tickvals: own.map((part) => 1 + ((part + 1) / 2) * (count - 1)),
        ticktext: own.map((part) => numberText(part * spread, 3)),
      }),
      yaxis2: axis("rate (Hz)", { domain: [0, 0.3], rangemode: "tozero" }),
    },
  );
}
