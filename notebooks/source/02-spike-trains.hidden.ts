import { coefficientOfVariation, leakyIntegrateAndFire, simulate, whiteNoise, type HiddenChecks } from "nullcline";

export const hidden: HiddenChecks = {
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
