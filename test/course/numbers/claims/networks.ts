import { present } from "../../../../src/checks/present.js";
import { bifurcations } from "../../../../src/dynamics/bifurcations.js";
import { limitCycles } from "../../../../src/dynamics/cycles/limit-cycles.js";
import { izhikevich } from "../../../../src/models/izhikevich.js";
import { wilsonCowan } from "../../../../src/models/wilson-cowan.js";
import { balancedNetwork, type BalancedActivity } from "../../../../src/networks/balanced-network.js";
import { corticalNetwork, rhythm } from "../../../../src/networks/cortical-network.js";
import { coefficientOfVariation } from "../../../../src/spikes/intervals.js";

const tens = Array.from({ length: 30 }, (_, k) => 10 * (k + 1)); // Hz

const peakOf = (values: Float64Array): number => values.indexOf(Math.max(...values));

/** The network of the live figure, and the frequencies that it looks at, Hz. */
const smaller = { excitatory: 240, inhibitory: 60 } as const;
const everySecond = Array.from({ length: 40 }, (_, k) => 2 * (k + 1));

const restrained = (seeds: number, frequencies: readonly number[]): readonly number[] =>
  Array.from({ length: seeds }, (_, k) => {
    const run = corticalNetwork(izhikevich, { inhibition: 2, duration: 4000, seed: k + 1 });
    return frequencies[peakOf(rhythm(run, frequencies, { from: 1000, window: 1000 }))];
  });

const irregularity = (run: BalancedActivity): number => {
  const from = run.duration < 200 ? 50 : 100;
  const trains = Array.from({ length: 100 }, (_, k) => run.spikesOf(50 * k).filter((t) => t > from));
  const variations = trains.map(coefficientOfVariation).filter((cv) => !Number.isNaN(cv));
  return variations.reduce((sum, cv) => sum + cv, 0) / variations.length;
};

export const manyNeurons = {
  /** Hz per cell, as 18.4 measures it: the start is left out. */
  settledRate: ({ raster, count, duration }: BalancedActivity): number => {
    const from = duration < 200 ? 50 : 100;
    return (1000 * raster.time.filter((t) => t > from).length) / count / (duration - from);
  },
  /** The mean CV of the cells whose trains 18.4 draws, after the start. */
  irregularity,
  /** Of the slow state, in a run ten times as long. */
  slowIrregularity: (): number =>
    irregularity(balancedNetwork({ excitatory: 4000, probability: 0.25, g: 4.5, drive: 0.9, duration: 4100 })),
  /** Hz, of the strongest of the frequencies that 18.4 draws. */
  beat: (run: BalancedActivity): number => tens[peakOf(rhythm(run, tens, { from: 100, window: 100 }))],
  loudest: ({ x, y }: { readonly x: readonly number[]; readonly y: Float64Array }): number => x[peakOf(y)],
  /** Hz per cell in the smaller network of the live figure, without inhibition. */
  unrestrained: (duration: number): number => {
    const { raster } = corticalNetwork(izhikevich, { ...smaller, coupling: 1000 / 300, inhibition: 0, duration });
    return (1000 * raster.time.length) / 300 / duration;
  },
  /** Times chance, the height of the highest peak that a share of the seeds does not exceed. */
  ofSeeds: (coupling: number, share: number): number => {
    const highest = Array.from({ length: 200 }, (_, k) => {
      const options = { ...smaller, coupling: (coupling * 1000) / 300, duration: 600, seed: k + 1 };
      return Math.max(...rhythm(corticalNetwork(izhikevich, options), everySecond, { from: 100 }));
    });
    return highest.sort((a, b) => a - b)[Math.round(share * 200)];
  },
  /** Hz, of the strongest rhythm with twice the inhibition. */
  slowestOf: (seeds: number, frequencies: readonly number[]): number => Math.min(...restrained(seeds, frequencies)),
  fastestOf: (seeds: number, frequencies: readonly number[]): number => Math.max(...restrained(seeds, frequencies)),
  /** Hz, of the slow state, by windows of half a second: those of 18.4 are too short for it. */
  slowBeat: (): number => {
    const run = balancedNetwork({ excitatory: 4000, probability: 0.25, g: 4.5, drive: 0.9, duration: 1100 });
    const frequencies = Array.from({ length: 40 }, (_, k) => 2 * (k + 2));
    return frequencies[peakOf(rhythm(run, frequencies, { from: 100, window: 500 }))];
  },
  /** ms from peak to peak of E, by steps as those of Exercise 18.7 at P = 1.25. */
  beatBySteps: (after: (E: number, I: number, P: number, dt: number) => readonly number[], dt: number): number => {
    let [E, I] = [0.05, 0.05];
    const path = Array.from({ length: Math.round(600 / dt) }, () => {
      [E, I] = after(E, I, 1.25, dt);
      return E;
    });
    const peaks = path.flatMap((x, k) => (k * dt > 300 && path[k - 1] < x && x >= path[k + 1] ? [k * dt] : []));
    return (peaks[peaks.length - 1] - peaks[0]) / (peaks.length - 1);
  },
  /** ms from the peak of E to that of I. */
  behind: (): number => {
    const [{ time, states, period }] = limitCycles(wilsonCowan);
    return (time[peakOf(states.I)] - time[peakOf(states.E)] + period) % period;
  },
  /** The P at which the focus becomes stable. */
  endOfTheRhythm: (): number =>
    present(
      bifurcations(wilsonCowan, "P", [1.2, 3], { cycles: false }).points.find(({ kind }) => kind.endsWith("Hopf")),
      "an Andronov-Hopf bifurcation",
    ).parameter,
};
