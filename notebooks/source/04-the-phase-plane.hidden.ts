import { equilibria, persistentSodiumPotassium, type HiddenChecks } from "nullcline";

const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");

export const hidden: HiddenChecks = {
  "4.2": [
    {
      name: "passes through the equilibria at any input",
      holds: (nullcline: (V: number, I: number) => number, _mine, random) => {
        const I = 4 * random() - 2;
        return equilibria(neuron.with({ I })).every(({ state }) => Math.abs(nullcline(state.V, I) - state.n) < 1e-7);
      },
    },
  ],
  "4.4": [
    {
      name: "agrees with the eigenvalues of a random matrix",
      holds: (kindOf: (T: number, D: number) => string, _mine, random) => {
        const [re, im] = [4 * random() - 2, 0.1 + random()];
        const [first, second] = [4 * random() - 2, 4 * random() - 2];
        const node = first * second < 0 ? "saddle" : first < 0 ? "stable node" : "unstable node";
        return (
          kindOf(2 * re, re * re + im * im) === `${re < 0 ? "stable" : "unstable"} focus` &&
          kindOf(first + second, first * second) === node
        );
      },
    },
  ],
};
