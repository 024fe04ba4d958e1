import { hodgkinHuxley, simulate, type HiddenChecks, type Stimulus } from "nullcline";

type Current = (V: number, n: number) => number;
type Rates = (plateau: number, tau: number) => number[];
type Peak = (amplitude: number, T: number) => number;
type Rate = (x: number) => number;

const close = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.abs(b);

export const hidden: HiddenChecks = {
  "7.2": [
    {
      name: "is zero at the reversal potential, for any n",
      holds: (I: Current, _mine, random) => Math.abs(I(-77, random())) < 1e-9,
    },
    {
      name: "is sixteen times as large when n doubles",
      holds: (I: Current, _mine, random) => {
        const V = -60 + 80 * random();
        return Math.abs(I(V, 0.8) / I(V, 0.4) - 16) < 1e-6;
      },
    },
  ],
  "7.3": [
    {
      name: "gives rates whose sum is 1/tau and whose steady state explains the plateau",
      holds: (rates: Rates, _mine, random) => {
        const steady = 0.3 + 0.6 * random(),
          tau = 1 + 4 * random();
        const [alpha, beta] = rates(24.3 * steady ** 4, tau);
        return close(alpha + beta, 1 / tau, 1e-3) && close(alpha / (alpha + beta), steady, 5e-3);
      },
    },
  ],
  "7.5": [
    {
      name: "never falls as the pulse grows",
      holds: (peak: Peak) => [8, 11, 20, 26, 40].every((I, k, all) => k === 0 || peak(I, 6.3) > peak(all[k - 1], 6.3)),
    },
    {
      name: "is lower in a warmer axon",
      holds: (peak: Peak, _mine, random) => {
        const I = 25 + 15 * random();
        return peak(I, 6.3) > peak(I, 12) && peak(I, 12) > peak(I, 18.5);
      },
    },
  ],
  "7.6": [
    { name: "is 0 in depolarisation block", holds: (rate: Rate) => rate(180) === 0 },
    {
      name: "agrees with the last interval at a random current",
      holds: (rate: Rate, _mine, random) => {
        const I = 8 + 50 * random();
        const { spikes } = simulate(hodgkinHuxley.with({ I }), { duration: 1000 });
        return close(rate(I), 1000 / (spikes[spikes.length - 1] - spikes[spikes.length - 2]), 0.04);
      },
    },
  ],
  "7.7": [
    {
      name: "silences the neuron for good, not only until the end of the figure",
      holds: (off: Stimulus, mine) =>
        simulate(hodgkinHuxley.with({ I: mine.I }), { duration: 1000, stimulus: off }).spikes.every((t) => t < 200),
    },
  ],
  "7.9": [
    { name: "is half of its greatest value at 30 mV", holds: (betaH: Rate) => close(betaH(30), betaH(1000) / 2, 1e-6) },
    {
      name: "is positive and rises, at random voltages",
      holds: (betaH: Rate, _mine, random) => {
        const V = -40 + 100 * random();
        return betaH(V) > 0 && betaH(V + 1) > betaH(V);
      },
    },
  ],
};
