import {
  exponentialIntegrateAndFire,
  interspikeIntervals,
  leakyIntegrateAndFire,
  simulate,
  type HiddenChecks,
  type Model,
} from "nullcline";

type Rheobase = (gL: number, EL: number, VT: number, DeltaT: number) => number;

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
    {
      name: "is silent below rheobase, also for negative currents",
      holds: (rate: (I: number) => number) => rate(-300) === 0 && rate(199.9) === 0,
    },
  ],
  "10.4": [
    {
      name: "grows with the conductance in proportion",
      holds: (rheobase: Rheobase, _mine, random) => {
        const factor = 1 + random();
        return Math.abs(rheobase(10 * factor, -70, -50, 3) - factor * rheobase(10, -70, -50, 3)) < 1e-9;
      },
    },
    {
      name: "stops the voltage at V_T, for random parameters",
      holds: (rheobase: Rheobase, _mine, random) => {
        const [gL, EL, VT, DeltaT] = [5 + 50 * random(), -75 + 8 * random(), -58 + 10 * random(), 1 + 4 * random()];
        const model = exponentialIntegrateAndFire.with({ gL, EL, VT, DeltaT, I: rheobase(gL, EL, VT, DeltaT) });
        return Math.abs(model.field([VT])[0]) < 1e-9;
      },
    },
  ],
  "10.6": [
    {
      name: "adapts by what its spikes leave behind: not with b = 0",
      holds: (model: Model) => {
        const intervals = interspikeIntervals(simulate((model as Model<"b">).with({ b: 0 }), { duration: 500 }).spikes);
        return intervals[intervals.length - 1] < 1.5 * intervals[0];
      },
    },
  ],
};
