import type { PopulationActivity } from "../../src/solve/population/population.js";
import { populationRate } from "../../src/networks/cortical-network.js";
import { coefficientOfVariation } from "../../src/spikes/intervals.js";

/** What tells the states of a network from each other. */
export interface NetworkState {
  /** Hz per cell. */
  readonly rate: number;
  /** Of the intervals, mean over the cells that have two or more. */
  readonly cv: number;
  /**
   * Standard deviation of the population rate in bins of 1 ms over its mean, less what as many independent Poisson
   * cells have: 0 if they are independent.
   */
  readonly synchrony: number;
}

/** Measured from the time `from` on, ms. */
export function stateOf({ raster, count, duration, ...rest }: PopulationActivity, from: number): NetworkState {
  const times = Array.from({ length: count }, (): number[] => []);
  raster.time.forEach((t, s) => {
    if (t > from) times[raster.cell[s]].push(t);
  });
  const spikes = times.reduce((sum, { length }) => sum + length, 0);
  const variations = times.map(coefficientOfVariation).filter((cv) => !Number.isNaN(cv));
  const rates = populationRate({ raster, count, duration, ...rest }, { bin: 1 }).rate.slice(from);
  const mean = rates.reduce((sum, r) => sum + r, 0) / rates.length;
  const variance = rates.reduce((sum, r) => sum + (r - mean) ** 2, 0) / rates.length;
  return {
    rate: (1000 * spikes) / count / (duration - from),
    cv: variations.reduce((sum, cv) => sum + cv, 0) / variations.length,
    synchrony: Math.sqrt(Math.max(0, variance - (mean * 1000) / count)) / mean,
  };
}
