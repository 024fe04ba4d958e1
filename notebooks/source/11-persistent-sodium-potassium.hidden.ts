import { equilibria, simulate, type HiddenChecks, type Model } from "nullcline";

export const hidden: HiddenChecks = {
  "11.5": [
    {
      name: "rests when started at rest",
      holds: (model: Model) =>
        simulate(model, { duration: 60, initial: equilibria(model)[0].state }).spikes.length === 0,
    },
  ],
};
