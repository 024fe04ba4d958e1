import type { HiddenChecks } from "nullcline";

type Rate = (I: number, s: number) => number;

export const hidden: HiddenChecks = {
  "5.2": [
    { name: "is zero well below the bifurcation", holds: (f: Rate) => f(-20, 5) === 0 && f(4.5, 0) === 0 },
    {
      name: "doubles when the distance quadruples, without the spike",
      holds: (f: Rate, _mine, random) => {
        const d = 0.05 + 0.2 * random();
        return Math.abs(f(4.51287 + 4 * d, 0) / f(4.51287 + d, 0) - 2) < 1e-3;
      },
    },
    {
      name: "makes each turn longer by the spike",
      holds: (f: Rate, _mine, random) => {
        const [I, s] = [4.6 + random(), 1 + 9 * random()];
        return Math.abs(1000 / f(I, s) - 1000 / f(I, 0) - s) < 1e-6;
      },
    },
  ],
};
