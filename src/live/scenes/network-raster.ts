import { requireChoice } from "../../checks/require.js";
import { axis, figure, type Figure, type Line, line } from "../../figure/figure.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { light, widths } from "../../figure/theme.js";
import type { Model } from "../../model/model.js";
import { izhikevich } from "../../models/izhikevich.js";

import { corticalNetwork, populationRate, rhythm } from "../../networks/cortical-network.js";
import type { PopulationActivity } from "../../solve/population/population.js";
import { coefficientOfVariation } from "../../spikes/intervals.js";
import { runSparseNetwork, stepsPerMs } from "../../networks/sparse-network.js";
import { numberText } from "../../text/number.js";
import { lazily, type Preparation, type Scene, type SceneControl, type SceneView, type Values } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

const [excitatory, inhibitory] = [240, 60];
/** Cells of the published network, whose weights are for as many. */
const published = 1000;
/** ms: the first part, in which all cells start alike, does not count. */
const [duration, settled] = [600, 100];
const frequencies = Array.from({ length: 40 }, (_, k) => 2 * (k + 1));
/** px. */
const height = 380;

/** What is drawn of a run. */
type Activity = Pick<PopulationActivity, "raster" | "count" | "duration">;

/** Which network the figure runs. */
export type RasterNetwork = "cortical" | "balanced";

const control = (name: string, low: number, high: number, initial: number, unit: string = "1"): SceneControl => ({
  name,
  unit,
  range: [low, high],
  initial,
});
const corticalControls = [
  control("coupling", 0, 2, 1),
  control("inhibition", 0, 2, 1),
  control("noise", 0, 2, 1),
  control("seed", 1, 200, 1),
];
const balancedControls = [control("g", 2, 8, 5), control("drive", 0, 4, 2), control("decay", 0, 10, 0, "ms")];

/**
 * Two networks, small enough to be run anew at each move: a third of Izhikevich's of 2003 with weights for its size, or
 * a thousand cells of Brunel's of 2000 with 200 excitatory inputs each. Who fires when, and the rate of all.
 */
export const scene: Scene<RasterNetwork> = {
  name: "networkRaster",
  controls: (_models, which) => (which === "balanced" ? balancedControls : corticalControls),
  draw: (values, [model], which) => (which === "balanced" ? drawBalanced(values) : drawCortical(values, model)),
};

function drawCortical({ coupling, inhibition, noise, seed }: Values, model: Model): SceneView {
  const activity = corticalNetwork(model as Model<"a" | "b" | "c" | "d" | "vpeak" | "I">, {
    excitatory,
    inhibitory,
    duration,
    inhibition,
    noise,
    coupling: (coupling * published) / (excitatory + inhibitory),
    seed: Math.round(seed),
  });
  return {
    figures: lazily(
      () => raster(activity, excitatory, 1),
      () => rateOfAll(activity, 5),
    ),
    get words() {
      return ratesInWords(activity, excitatory) + rhythmInWords(activity);
    },
  };
}

function rhythmInWords(activity: PopulationActivity): string {
  if (activity.raster.time.length === 0) return "Without spikes there is no rhythm.";
  const power = rhythm(activity, frequencies, { from: settled });
  const best = power.indexOf(Math.max(...power));
  return (
    `The strongest rhythm is at ${frequencies[best]} Hz, with ${numberText(power[best])} times the power of ` +
    "independent cells, of which the strongest of forty reaches about 4 by chance."
  );
}

/** ms. */
const balancedDuration = 300;

function drawBalanced({ g, drive, decay }: Values): SceneView {
  const run = runSparseNetwork({
    g,
    drive,
    duration: balancedDuration * stepsPerMs,
    excitatory: 800,
    inputs: [200, 50],
    weight: 0.5,
    delay: 1.5 * stepsPerMs,
    decay: { excitatory: 0, inhibitory: decay },
    seed: 1,
  });
  const trains = Array.from({ length: run.count }, (): number[] => []);
  run.raster.time.forEach((t, s) => {
    if (t > settled) trains[run.raster.cell[s]].push(t);
  });
  const variations = trains.map(coefficientOfVariation).filter((cv) => !Number.isNaN(cv));
  const mean = variations.reduce((sum, cv) => sum + cv, 0) / variations.length;
  const activity = { ...run, duration: balancedDuration };
  return {
    figures: [raster(activity, 800, 10), rateOfAll(activity, 1)],
    words:
      ratesInWords(activity, 800) +
      (variations.length === 0 ? "" : `The CV of a cell's intervals is ${numberText(+mean.toFixed(3))}.`),
  };
}

function raster(activity: Activity, firstInhibitory: number, every: number): Figure {
  const { count, duration: until } = activity;
  const shown = count / every;
  return figure(
    [
      ticks(activity, 0, firstInhibitory, every, light.blue, `excitatory, ${firstInhibitory / every} cells`),
      ticks(
        activity,
        firstInhibitory,
        count,
        every,
        light.vermillion,
        `inhibitory, ${(count - firstInhibitory) / every} cells`,
      ),
    ],
    `Raster of ${activity.raster.time.length} spikes of ${count} cells`,
    height,
    { xaxis: axis("time (ms)", { range: [0, until] }), yaxis: axis("cell", { range: [-2, shown + 1] }) },
  );
}

function rateOfAll(activity: Activity, bin: number): Figure {
  const { duration: until } = activity;
  const { time, rate } = populationRate(activity, { bin });
  return curves(
    { x: time, y: rate },
    { x: ["time", "ms"], y: ["rate of all cells", "Hz"], window: { x: [0, until] }, height },
  );
}

function ratesInWords({ raster: { time, cell }, count, duration: until }: Activity, firstInhibitory: number): string {
  const rateOf = (first: number, end: number): string => {
    const spikes = cell.filter((k, s) => time[s] > settled && k >= first && k < end).length;
    return numberText((1000 * spikes) / ((end - first) * (until - settled)));
  };
  const [excited, inhibited] = [rateOf(0, firstInhibitory), rateOf(firstInhibitory, count)];
  return `Excitatory cells fire at ${excited} Hz, inhibitory ones at ${inhibited} Hz. `;
}

/** The model of which every cell of Izhikevich's network is made. */
export const prepare = (which: RasterNetwork = "cortical"): Preparation<RasterNetwork> => ({
  models: which === "cortical" ? [izhikevich] : [],
  data: requireChoice("networkRaster", "the network", which, ["cortical", "balanced"]),
});

/**
 * Raster and rate of a network as what joins its cells changes: `networkRaster()` of 300 cells of Izhikevich's network
 * of 2003, `networkRaster("balanced")` of 1000 cells of Brunel's of 2000.
 * @throws RangeError for another network
 */
export function networkRaster(which: RasterNetwork = "cortical"): void {
  showScene(scene, prepare(which));
}

/** Each spike as a short stroke, all in one line with the pen lifted between them. */
function ticks(
  { raster: { time, cell } }: Activity,
  from: number,
  to: number,
  every: number,
  colour: string,
  name: string,
): Line {
  const tick = every === 1 ? 1.4 : 0.5;
  const spikes = Array.from(time.keys()).filter((k) => cell[k] >= from && cell[k] < to && cell[k] % every === 0);
  return line(
    Float64Array.from(spikes.flatMap((k) => [time[k], time[k], NaN])),
    Float64Array.from(spikes.flatMap((k) => [cell[k] / every - tick, cell[k] / every + tick, NaN])),
    colour,
    { name, showlegend: true, hoverinfo: "skip" },
    { width: widths.thin },
  );
}
