import type { HiddenChecks } from "nullcline";

type Nernst = (inside: number, outside: number, z: number, T: number) => number;
type Rest = (p: number) => number;

export const hidden: HiddenChecks = {
  "1.1": [
    {
      name: "is zero for equal concentrations",
      holds: (E: Nernst, _mine, random) => Math.abs(E(7, 7, 1, 40 * random())) < 1e-9,
    },
    {
      name: "turns its sign with the charge, and halves with two charges",
      holds: (E: Nernst, _mine, random) => {
        const [a, b] = [1 + 100 * random(), 1 + 100 * random()];
        return (
          Math.abs(E(a, b, -1, 20) + E(a, b, 1, 20)) < 1e-9 && Math.abs(2 * E(a, b, 2, 20) - E(a, b, 1, 20)) < 1e-9
        );
      },
    },
    {
      name: "grows with the absolute temperature",
      holds: (E: Nernst) => Math.abs(E(1, 10, 1, 100) / E(1, 10, 1, 0) - 373.15 / 273.15) < 1e-3,
    },
  ],
  "1.4": [
    {
      name: "is potassium's Nernst potential without sodium",
      holds: (V: Rest) => Math.abs(V(0) - 26.727 * Math.log(5 / 140)) < 0.1,
    },
    {
      name: "tends to sodium's Nernst potential",
      holds: (V: Rest) => Math.abs(V(1e9) - 26.727 * Math.log(145 / 14)) < 0.1,
    },
    {
      name: "rises with the permeability for sodium",
      holds: (V: Rest, _mine, random) => {
        const p = 10 * random();
        return V(p * 1.01 + 1e-6) > V(p);
      },
    },
  ],
};
