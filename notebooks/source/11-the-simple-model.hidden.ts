import { equilibria, izhikevich, type HiddenChecks } from "nullcline";

export const hidden: HiddenChecks = {
  "11.1": [
    {
      name: "two equilibria just below, none just above, for a random b",
      holds: (fold: (b: number) => number, _mine, random) => {
        const b = 0.1 + 0.2 * random();
        const count = (I: number): number => equilibria(izhikevich.with({ b, I }), { v: [-90, -30] }).length;
        return count(fold(b) - 0.05) === 2 && count(fold(b) + 0.05) === 0;
      },
    },
  ],
};
