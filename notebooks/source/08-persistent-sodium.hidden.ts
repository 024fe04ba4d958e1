import { fiCurve, persistentSodium, type HiddenChecks } from "nullcline";

export const hidden: HiddenChecks = {
  "8.4": [
    {
      name: "agrees with a simulation just above the fold to 15 %",
      holds: (rate: (I: number) => number, _mine, random) => {
        const I = 15.85 + 0.1 * random();
        const simulated = fiCurve(persistentSodium, [I], { duration: 2500 }).rate[0];
        return Math.abs(rate(I) / simulated - 1) < 0.15;
      },
    },
    { name: "is zero for strong negative inputs", holds: (rate: (I: number) => number) => rate(-900) === 0 },
  ],
};
