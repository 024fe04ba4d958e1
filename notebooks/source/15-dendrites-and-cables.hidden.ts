import type { HiddenChecks } from "nullcline";

export const hidden: HiddenChecks = {
  "15.1": [
    {
      name: "doubles when the radius is four times as large, for random numbers",
      holds: (reach: (radius: number, R: number, g: number) => number, _mine, random) => {
        const [radius, R, g] = [0.2 + random(), 50 + 200 * random(), 0.02 + 0.2 * random()];
        return Math.abs(reach(4 * radius, R, g) / reach(radius, R, g) - 2) < 1e-9;
      },
    },
  ],
};
