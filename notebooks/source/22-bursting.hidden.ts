import { bursts, persistentSodiumPotassiumM, simulate, type HiddenChecks, type Model } from "nullcline";

export const hidden: HiddenChecks = {
  "22.5": [
    {
      name: "bursts from another start, too, and for longer",
      holds: (model: Model, _, random) => {
        const initial = [-50 + 40 * random(), 0.2 * random(), 10 * random()];
        const all = bursts(simulate(model, { duration: 6000 + 1000 * random(), initial }).spikes).slice(2, -1);
        return all.length >= 2 && all.every(({ count }) => count >= 4);
      },
    },
  ],
  "22.8": [
    {
      name: "bursts as ordered from another start, too, and for longer",
      holds: (slow: { readonly gM: number; readonly tauM: number }, mine, random) => {
        const { count } = mine as { readonly count: number };
        const cell = persistentSodiumPotassiumM.with(slow);
        const run = simulate(cell, { duration: 1500, initial: [-65 + 40 * random(), 0.1, 0.1 * random()] });
        const all = bursts(run.spikes).slice(2, -1);
        return all.length >= 2 && all.every((burst) => burst.count === count);
      },
    },
  ],
};
