import { leakyIntegrateAndFire, simulate, type HiddenChecks } from "nullcline";

export const hidden: HiddenChecks = {
  "10.2": [
    {
      name: "agrees with a simulation at a random current",
      holds: (rate: (I: number) => number, _mine, random) => {
        const I = 220 + 400 * random();
        const { spikes } = simulate(leakyIntegrateAndFire.with({ I }), { duration: 400 });
        return Math.abs(rate(I) - 1000 / (spikes[2] - spikes[1])) < 1e-4 * rate(I);
      },
    },
    { name: "is silent below rheobase, also for negative currents", holds: (rate: (I: number) => number) => rate(-300) === 0 && rate(199.9) === 0 },
  ],
  "10.4": [
    {
      name: "grows with the conductance in proportion",
      holds: (rheobase: (gL: number, EL: number, VT: number, DeltaT: number) => number, _mine, random) => {
        const factor = 1 + random();
        return Math.abs(rheobase(10 * factor, -70, -50, 3) - factor * rheobase(10, -70, -50, 3)) < 1e-9;
      },
    },
  ],
};
