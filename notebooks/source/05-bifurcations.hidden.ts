import type { HiddenChecks } from "nullcline";

export const hidden: HiddenChecks = {
  "5.2": [
    { name: "is zero well below the bifurcation", holds: (f: (I: number) => number) => f(-20) === 0 && f(4.5) === 0 },
    {
      name: "doubles when the distance quadruples",
      holds: (f: (I: number) => number, _mine, random) => {
        const d = 0.05 + 0.2 * random();
        return Math.abs(f(4.51287 + 4 * d) / f(4.51287 + d) - 2) < 1e-3;
      },
    },
  ],
};
