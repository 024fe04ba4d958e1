import { axis, figure, type Line, line } from "../../figure/figure.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { light, widths } from "../../figure/theme.js";
import type { Model } from "../../model/model.js";
import { izhikevich } from "../../models/izhikevich.js";
import { corticalNetwork, populationRate, rhythm } from "../../networks/cortical-network.js";
import type { PopulationActivity } from "../../solve/population/population.js";
import { numberText } from "../../text/number.js";
import type { Preparation, Scene } from "./scene.js";
import { showScene } from "./scene-output.js";

const [excitatory, inhibitory] = [240, 60];
/** Cells of the published network, whose weights are for as many. */
const published = 1000;
/** ms: the first part, in which all cells start alike, does not count for the rhythm. */
const [duration, settled] = [600, 100];
const frequencies = Array.from({ length: 40 }, (_, k) => 2 * (k + 1));
/** px. */
const height = 380;

/** A third of Izhikevich's network of 2003, with weights for its size: who fires when, and the rate of all. */
export const scene: Scene<null> = {
  name: "networkRaster",
  controls: () => [
    { name: "coupling", unit: "1", range: [0, 2], initial: 1 },
    { name: "inhibition", unit: "1", range: [0, 2], initial: 1 },
    { name: "noise", unit: "1", range: [0, 2], initial: 1 },
    { name: "seed", unit: "1", range: [1, 200], initial: 1 },
  ],
  draw({ coupling, inhibition, noise, seed }, [model]) {
    const count = excitatory + inhibitory;
    const activity = corticalNetwork(model as Model<"a" | "b" | "c" | "d" | "vpeak" | "I">, {
      excitatory,
      inhibitory,
      duration,
      inhibition,
      noise,
      coupling: (coupling * published) / count,
      seed: Math.round(seed),
    });
    const { cell } = activity.raster;
    const rateOf = (from: number, to: number): number =>
      (1000 * cell.filter((k) => k >= from && k < to).length) / ((to - from) * duration);
    const power = rhythm(activity, frequencies, { from: settled });
    const best = power.indexOf(Math.max(...power));
    const rate = populationRate(activity);
    return {
      figures: [
        figure(
          [
            ticks(activity, 0, excitatory, light.blue, `excitatory, ${excitatory} cells`),
            ticks(activity, excitatory, count, light.vermillion, `inhibitory, ${inhibitory} cells`),
          ],
          `Raster of ${cell.length} spikes of ${count} cells`,
          height,
          { xaxis: axis("time (ms)", { range: [0, duration] }), yaxis: axis("cell", { range: [-2, count + 1] }) },
        ),
        curves(
          { x: rate.time, y: rate.rate },
          { x: ["time", "ms"], y: ["rate of all cells", "Hz"], window: { x: [0, duration] }, height },
        ),
      ],
      words:
        `Excitatory cells fire at ${numberText(rateOf(0, excitatory))} Hz, ` +
        `inhibitory ones at ${numberText(rateOf(excitatory, count))} Hz. ` +
        (cell.length === 0
          ? "Without spikes there is no rhythm."
          : `The strongest rhythm is at ${frequencies[best]} Hz, with ${numberText(power[best])} times the power of ` +
            "independent cells, of which the strongest of forty reaches about 4 by chance.") +
        " At coupling 0 each cell is alone; 1 is the published strength.",
    };
  },
};

/** The model of which every cell is made. */
export const prepare = (): Preparation<null> => ({ models: [izhikevich], data: null });

/** 300 cells of Izhikevich's network of 2003: raster and rate, as coupling, inhibition and noise change. */
export function networkRaster(): void {
  showScene(scene, prepare());
}

/** Each spike as a short stroke, all in one line with the pen lifted between them. */
function ticks(
  { raster: { time, cell } }: PopulationActivity,
  from: number,
  to: number,
  colour: string,
  name: string,
): Line {
  const spikes = Array.from(time.keys()).filter((k) => cell[k] >= from && cell[k] < to);
  return line(
    Float64Array.from(spikes.flatMap((k) => [time[k], time[k], NaN])),
    Float64Array.from(spikes.flatMap((k) => [cell[k] - 1.4, cell[k] + 1.4, NaN])),
    colour,
    { name, showlegend: true, hoverinfo: "skip" },
    { width: widths.thin },
  );
}
