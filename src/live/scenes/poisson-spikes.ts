import type { Figure } from "../../figure/figure.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { isiHistogram } from "../../figure/plots/spikes/isi-histogram.js";
import { raster } from "../../figure/plots/spikes/raster.js";
import { exp } from "../../numerics/elementary.js";
import { fanoFactor, spikeCountHistogram } from "../../spikes/counts.js";
import { coefficientOfVariation, interspikeIntervals } from "../../spikes/intervals.js";
import { poissonTrain } from "../../spikes/poisson.js";
import { numberText } from "../../text/number.js";
import { lazily, once, type Preparation, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

const [trials, duration] = [20, 2000];
/** ms of the one train from which intervals and counts are taken. */
const longest = 200_000;

/** Spikes in twenty trials, and intervals and counts of a long train beside the laws that they follow. */
export const scene: Scene<null> = {
  name: "poissonSpikes",
  controls: () => [
    { name: "rate", symbol: "\\text{rate }r", unit: "Hz", range: [2, 150], initial: 40 },
    { name: "refractory period", unit: "ms", range: [0, 20], initial: 0 },
    { name: "window", symbol: "\\text{window }T", unit: "ms", range: [20, 500], initial: 200 },
    { name: "seed", unit: "1", range: [1, 200], initial: 1 },
  ],
  draw({ rate, "refractory period": dead, window, seed }) {
    const train = (k: number, length: number): Float64Array =>
      withDeadTime(poissonTrain(rate, { duration: length, seed: 1000 * Math.round(seed) + k }), dead);
    const long = once(() => train(trials, longest));
    return {
      figures: lazily(
        () =>
          raster(
            Array.from({ length: trials }, (_, k) => train(k, duration)),
            { height: 330 },
          ),
        () => intervalsOf(long(), rate),
        () => countsOf(long(), rate, window),
      ),
      get words() {
        return (
          `${numberText((1000 * long().length) / longest)} spikes per second; ` +
          `coefficient of variation ${numberText(coefficientOfVariation(long()))}, ` +
          `Fano factor ${numberText(fanoFactor(long(), { duration: longest, window }))} ` +
          `in windows of ${numberText(window)} ms. Both are 1 for a Poisson process` +
          `${dead > 0 ? "; a refractory period makes the train more regular" : ""}.`
        );
      },
    };
  },
};

/** Nothing: its trains are drawn as they are shown. */
export const prepare = (): Preparation<null> => ({ models: [], data: null });

/**
 * A Poisson neuron: raster, intervals and counts with the laws that they follow, and what a refractory period changes.
 */
export function poissonSpikes(): void {
  showScene(scene, prepare());
}

function intervalsOf(train: Float64Array, rate: number): Figure {
  const density = (t: number): number => (rate / 1000) * exp((-rate * t) / 1000);
  const histogram = isiHistogram(interspikeIntervals(train), { density, height: 330 });
  const named = histogram.data.map((each) => (each.name === "formula" ? { ...each, name: "exponential law" } : each));
  return { ...histogram, data: named };
}

function countsOf(train: Float64Array, rate: number, window: number): Figure {
  const counts = spikeCountHistogram(train, { duration: longest, window });
  const mean = (rate * window) / 1000;
  return curves(
    {
      "counts, measured": { x: counts.count, y: counts.probability, style: "points" },
      "Poisson's law": { x: counts.count, y: counts.count.map((n) => poissonProbability(n, mean)), style: "line" },
    },
    { x: ["spikes in a window", "1"], y: ["probability", "1"], height: 330 },
  );
}

/** Spikes that come too soon after the last one that counts are left out. */
function withDeadTime(spikes: Float64Array, dead: number): Float64Array {
  let last = -Infinity;
  return spikes.filter((t) => {
    if (t - last < dead) return false;
    last = t;
    return true;
  });
}

function poissonProbability(n: number, mean: number): number {
  let p = exp(-mean);
  for (let k = 1; k <= n; k++) p *= mean / k;
  return p;
}
