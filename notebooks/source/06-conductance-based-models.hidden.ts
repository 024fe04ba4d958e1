import type { HiddenChecks, Model } from "nullcline";

type Settles = (gNa: number, gK: number) => number;
type GateAfter = (t: number, x0: number, alpha: number, beta: number) => number;
type GateBehind = (g: number, k: number) => number;
type Conductance = (total: number, without: number, V: number) => number;

export const hidden: HiddenChecks = {
  "6.1": [
    { name: "is E_L without sodium and potassium", holds: (V: Settles) => Math.abs(V(0, 0) + 54.4) < 1e-6 },
    { name: "tends to E_Na with very much sodium", holds: (V: Settles) => Math.abs(V(1e9, 1) - 50) < 1e-3 },
    {
      name: "makes the three currents cancel for random conductances",
      holds: (settles: Settles, _mine, random) => {
        const [gNa, gK] = [50 * random(), 20 * random()];
        const V = settles(gNa, gK);
        return Math.abs(gNa * (V - 50) + gK * (V + 77) + 0.3 * (V + 54.4)) < 1e-6;
      },
    },
  ],
  "6.2": [
    {
      name: "starts at x0",
      holds: (x: GateAfter, _mine, random) => {
        const x0 = random();
        return Math.abs(x(0, x0, 1 + random(), random()) - x0) < 1e-9;
      },
    },
    {
      name: "obeys the balance of gates",
      holds: (x: GateAfter, _mine, random) => {
        const [x0, alpha, beta, t] = [random(), random(), random(), 3 * random()];
        const slope = (x(t + 1e-5, x0, alpha, beta) - x(t - 1e-5, x0, alpha, beta)) / 2e-5;
        const now = x(t, x0, alpha, beta);
        return Math.abs(slope - (alpha * (1 - now) - beta * now)) < 1e-6;
      },
    },
  ],
  "6.3": [
    {
      name: "is 1 at the end, for any number of gates",
      holds: (x: GateBehind) => [1, 3, 7].every((k) => Math.abs(x(18.6, k) - 1) < 1e-9),
    },
    {
      name: "gives the conductance back when raised to the power",
      holds: (x: GateBehind, _mine, random) => {
        const [g, k] = [18 * random(), 1 + Math.floor(6 * random())];
        return Math.abs(18.6 * x(g, k) ** k - g) < 1e-6;
      },
    },
  ],
  "6.5": [
    {
      name: "is the cortical neuron but for the current of channel M",
      holds: (model: Model) => {
        const state = { ...model.states, V: -50, m: 0.1, h: 0.5, n: 0.2, p: 0.3 };
        const expected = -(0.1 * 20 + 50 * 0.1 ** 3 * 0.5 * -100 + 5 * 0.2 ** 4 * 40 + 0.2 * 0.3 * 40);
        return Math.abs(model.field(state)[0] - expected) < 1e-6;
      },
    },
  ],
  "6.7": [
    {
      name: "finds the conductance of a random sodium current",
      holds: (g: Conductance, _mine, random) => {
        const [conductance, other, V] = [40 * random(), 1000 * random(), -60 + 90 * random()];
        return Math.abs(g(conductance * (V - 50) + other, other, V) - conductance) < 1e-6;
      },
    },
  ],
};
