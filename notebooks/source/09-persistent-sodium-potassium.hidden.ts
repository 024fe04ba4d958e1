import { equilibria, persistentSodiumPotassium, simulate, type HiddenChecks, type Model } from "nullcline";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");

export const hidden: HiddenChecks = {
  "9.3": [
    {
      name: "equals the input at every equilibrium",
      holds: (steadyCurrent: (V: number) => number, _mine, random) => {
        const I = 8 * random() - 4;
        return equilibria(neuron.with({ I })).every(({ state }) => Math.abs(steadyCurrent(state.V) - I) < 1e-6);
      },
    },
  ],
  "9.5": [
    {
      name: "rests when started at rest",
      holds: (model: Model) =>
        simulate(model, { duration: 60, initial: equilibria(model)[0].state }).spikes.length === 0,
    },
  ],
};
