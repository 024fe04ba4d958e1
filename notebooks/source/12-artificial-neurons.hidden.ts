import type { HiddenChecks } from "nullcline";

export const hidden: HiddenChecks = {
  "12.2": [
    {
      name: "doubles when weights and bias do",
      holds: (unit: (w: number[], b: number, x: number[]) => number, _mine, random) => {
        const [w, x] = [0, 1].map(() => Array.from({ length: 5 }, () => random()));
        return (
          Math.abs(
            unit(
              w.map((v) => 2 * v),
              0.4,
              x,
            ) -
              2 * unit(w, 0.2, x),
          ) < 1e-9
        );
      },
    },
    {
      name: "is never negative",
      holds: (unit: (w: number[], b: number, x: number[]) => number, _mine, random) =>
        unit([random()], -5, [random()]) === 0,
    },
  ],
  "12.3": [
    {
      name: "does not change when the inputs are swapped",
      holds: (xor: (a: number, b: number) => number) => Math.abs(xor(1, 0) - xor(0, 1)) < 1e-9,
    },
    {
      name: "is built of rectifiers: it has no jump at the corners",
      holds: (xor: (a: number, b: number) => number, _mine, random) =>
        [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ].every(([a, b]) => Math.abs(xor(a + 1e-4 * random(), b - 1e-4 * random()) - xor(a, b)) < 0.01),
    },
  ],
  "12.4": [
    {
      name: "is the slope of the sigmoid at a random input",
      holds: (slope: (x: number) => number, _mine, random) => {
        const x = 8 * random() - 4;
        const y = (u: number): number => 1 / (1 + Math.exp(-u));
        return Math.abs(slope(x) - (y(x + 1e-4) - y(x - 1e-4)) / 2e-4) < 1e-6;
      },
    },
  ],
};
