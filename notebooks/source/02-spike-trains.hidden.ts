import { coefficientOfVariation, leakyIntegrateAndFire, simulate, whiteNoise, type HiddenChecks } from "nullcline";

type Response = (spikes: number[], dt: number, bins: number) => number[];
type Probability = (n: number, r: number, T: number) => number;
type Variation = (intervals: number[]) => number;

export const hidden: HiddenChecks = {
  "2.3": [
    {
      name: "has the number of spikes for its area, at any dt",
      holds: (response: Response, _mine, random) => {
        const spikes = Array.from({ length: 20 }, () => 100 * random()).sort((a, b) => a - b);
        return [0.5, 2, 10].every(
          (dt) => Math.abs(response(spikes, dt, 100 / dt).reduce((sum, rho) => sum + rho * dt, 0) - 20) < 1e-9,
        );
      },
    },
    {
      name: "is a list of as many values as bins, also without spikes",
      holds: (response: Response) => response([], 1, 7).length === 7,
    },
  ],
  "2.4": [
    {
      name: "adds up to 1, with r T for its mean",
      holds: (P: Probability, _mine, random) => {
        const [r, T] = [10 + 40 * random(), 50 + 100 * random()];
        const p = Array.from({ length: 60 }, (_, n) => P(n, r, T));
        const sum = p.reduce((a, b) => a + b, 0);
        const mean = p.reduce((a, b, n) => a + n * b, 0);
        return Math.abs(sum - 1) < 1e-9 && Math.abs(mean - (r * T) / 1000) < 1e-9;
      },
    },
  ],
  "2.7": [
    {
      name: "does not change with the unit of the intervals",
      holds: (cv: Variation, _mine, random) => {
        const intervals = Array.from({ length: 9 }, () => 5 + 50 * random());
        return Math.abs(cv(intervals) - cv(intervals.map((T) => T / 1000))) < 1e-9;
      },
    },
    {
      name: "agrees with the package on a random train",
      holds: (cv: Variation, _mine, random) => {
        const intervals = Array.from({ length: 12 }, () => 1 + 90 * random());
        let t = 0;
        return Math.abs(cv(intervals) - coefficientOfVariation([0, ...intervals.map((T) => (t += T))])) < 1e-9;
      },
    },
  ],
  "2.9": [
    {
      name: "is irregular with other noise, too",
      holds: (input: { readonly mean: number; readonly noise: number }, _mine, random) => {
        const stimulus = whiteNoise(input.noise, 2 + Math.floor(1000 * random()));
        const { spikes } = simulate(leakyIntegrateAndFire.with({ I: input.mean }), {
          duration: 10000,
          stimulus,
          method: "eulerMaruyama",
          dt: 0.1,
        });
        return spikes.length >= 25 && spikes.length <= 400 && coefficientOfVariation(spikes) >= 0.6;
      },
    },
  ],
};
