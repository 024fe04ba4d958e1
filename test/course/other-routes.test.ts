/** Right answers by other routes than the worked solution's: they earn their points, at drawn places too. */
import { describe, expect, it } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { seeded } from "../../src/course/answers/variant.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { simulate } from "../../src/solve/simulate.js";
import { ofFunctions } from "./kinds.js";
import { moreRoutes } from "./routes.js";
import { pulses } from "../../src/solve/stimuli/stimulus-shapes.js";

/** Where a function that falls through zero does so, to 0.01. */
function bisected(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  while (b - a > 0.01) {
    const c = (a + b) / 2;
    if (f(c) > 0) a = c;
    else b = c;
  }
  return (a + b) / 2;
}

const longerRoutes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "0.3": {
    "sorted in place": (list: number[]) => {
      list.sort();
      return list.reduce((sum, x) => sum + x / list.length, 0);
    },
  },
  "1.1": {
    "rounded constants": (inside: number, outside: number, z: number, T: number) =>
      ((8.31 * (T + 273)) / (z * 96.5)) * Math.log(outside / inside),
    "decimal logarithms": (inside: number, outside: number, z: number, T: number) =>
      ((8.314 * Math.LN10 * (T + 273.15)) / (z * 96.485)) * (Math.log10(outside) - Math.log10(inside)),
  },
  "1.4": { "26.7 mV": (p: number) => 26.7 * Math.log((5 + p * 145) / (140 + p * 14)) },
  "2.3": {
    "bin by bin": (spikes: number[], dt: number, bins: number) =>
      Array.from({ length: bins }, (_, k) => spikes.filter((t) => t >= k * dt && t < (k + 1) * dt).length / dt),
  },
  "2.4": {
    factorials: (n: number, r: number, T: number) => {
      const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
      return (((r * T) / 1000) ** n * Math.exp((-r * T) / 1000)) / factorial(n);
    },
  },
  "2.7": {
    "mean of squares": (list: number[]) => {
      const n = list.length;
      const [sum, squares] = [list.reduce((s, x) => s + x, 0), list.reduce((s, x) => s + x * x, 0)];
      return Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1))) / (sum / n);
    },
  },
  "3.5": { "as it comes": (V: number, I: number) => (19 * (V * V + 2 * 67 * V)) / 20 - (I * V) / 10 },
  "4.4": {
    eigenvalues: (T: number, D: number) => {
      const root = T * T - 4 * D;
      if (root < 0) return T < 0 ? "stable focus" : "unstable focus";
      const [a, b] = [(T - Math.sqrt(root)) / 2, (T + Math.sqrt(root)) / 2];
      return a * b < 0 ? "saddle" : a < 0 ? "stable node" : "unstable node";
    },
  },
  "6.1": {
    bisection: (gNa: number, gK: number) =>
      bisected((V) => -(gNa * (V - 50) + gK * (V + 77) + 0.3 * (V + 54.4)), -100, 100),
  },
  "6.2": {
    "Heun's steps": (t: number, x0: number, alpha: number, beta: number) => {
      const f = (open: number): number => alpha * (1 - open) - beta * open;
      const steps = Math.max(1, Math.ceil(200 * t * Math.max(1, alpha + beta)));
      let x = x0;
      for (let k = 0, dt = t / steps; k < steps; k++) x += (dt / 2) * (f(x) + f(x + dt * f(x)));
      return x;
    },
  },
  "8.4": {
    "Runge-Kutta in steps of 0.01 ms": (amplitude: number, T: number) =>
      Math.max(
        ...simulate(hodgkinHuxley.with({ T }), {
          duration: 30,
          stimulus: pulses(amplitude, { width: 0.5, at: [1] }),
          method: "rk4",
          dt: 0.01,
        }).states.V,
      ),
  },
  "9.1": {
    "spikes of half a second": (I: number) =>
      2 * simulate(hodgkinHuxley.with({ I }), { duration: 1000 }).spikes.filter((t) => t > 500).length,
  },
  "9.4": { tanh: (V: number) => (1 + Math.tanh((V - 30) / 20)) / 2 },
  "10.4": { "root last": (I: number) => (I > 15.776 ? 20.744 * Math.sqrt(I - 15.776) : 0) },
  "11.1": {
    "the model's own": (V: number, n: number, I: number, dt: number) => {
      const [C, gL, EL, gNa, ENa, gK, EK] = [1, 8, -80, 20, 60, 10, -90];
      const open = (half: number, k: number): number => 1 / (1 + Math.exp((half - V) / k));
      const inward = I - gL * (V - EL) - gNa * open(-20, 15) * (V - ENa) - gK * n * (V - EK);
      return [V + (dt * inward) / C, n + dt * (open(-25, 5) - n)];
    },
  },
  "12.2": {
    "runs without a step": (I: number) => {
      if (I <= 200) return 0;
      const { spikes } = simulate(leakyIntegrateAndFire.with({ I }), { duration: 500 });
      return 1000 / (spikes[2] - spikes[1]);
    },
  },
  "12.3": {
    "whole steps counted": (I: number, duration: number, dt: number) => {
      const spikes: number[] = [];
      let [V, pause] = [-75, 0];
      for (let k = 1; k <= Math.floor(duration / dt + 1e-9); k++) {
        if (pause-- > 0) continue;
        V += (dt * (I - 10 * (V + 75))) / 100;
        if (V < -55) continue;
        spikes.push(k * dt);
        [V, pause] = [-75, Math.round(2 / dt)];
      }
      return spikes;
    },
    "time before the step": (I: number, duration: number, dt: number) => {
      const spikes: number[] = [];
      let [V, last] = [-75, -100];
      for (let t = 0; t < duration; t += dt) {
        if (t - last < 2) continue;
        V += (dt * (I - 10 * (V + 75))) / 100;
        if (V < -55) continue;
        spikes.push(t);
        [V, last] = [-75, t];
      }
      return spikes;
    },
  },
  "13.1": { "by discriminant": (b: number) => ((b - 5) * (b - 5) - 4 * 0.04 * 140) / (4 * 0.04) },
  "14.2": {
    "in a loop": (weights: number[], bias: number, inputs: number[]) => {
      let sum = bias;
      while (weights.length > 0) sum += (weights.pop() as number) * (inputs.pop() as number);
      return Math.max(0, sum);
    },
  },
  "14.3": {
    "a hat": (a: number, b: number) => Math.max(0, 1 - Math.max(0, a + b - 1) - Math.max(0, 1 - a - b)),
    "two halves": (a: number, b: number) => Math.max(0, a - b) + Math.max(0, b - a),
  },
  "14.4": {
    "forward differences": (x: number) => {
      const y = (u: number): number => 1 / (1 + Math.exp(-u));
      return (y(x + 1e-4) - y(x)) / 1e-4;
    },
    "coarse central differences": (x: number) => {
      const y = (u: number): number => 1 / (1 + Math.exp(-u));
      return (y(x + 0.01) - y(x - 0.01)) / 0.02;
    },
  },
  "16.3": { "root of squares": (f: number, g: number, C: number) => 1 / Math.sqrt(g ** 2 + (0.0062832 * f * C) ** 2) },
  "17.1": {
    "all in um": (lambda: number, R: number, g: number) => 2 * (R * 1e4) * (g * 1e-3 * 1e-8) * lambda ** 2,
    "from a known one": (lambda: number, R: number, g: number) => (lambda / 577.350269) ** 2 * (R / 150) * (g / 0.1),
  },
};

const routes = { ...longerRoutes, ...moreRoutes };

it("there is one for each exercise that asks for a function", () => {
  const functions = ofFunctions.filter(({ varies }) => !varies);
  expect(Object.keys(routes).sort()).toEqual(functions.map(({ id }) => id).sort());
});

describe.each(Object.entries(routes).flatMap(([id, all]) => Object.entries(all).map(([name, f]) => [id, name, f])))(
  "exercise %s",
  (id, name, answer) => {
    it(`gives its points to ${name as string}`, () => {
      const exercise = findExercise(catalogue, id as string);
      expect(exercise.judge(answer, "self-study")).toEqual({ kind: "right" });
      for (let seed = 0; seed < 2; seed++)
        expect(exercise.holdsElsewhere(answer, "self-study", seeded(`route ${seed}`)), `seed ${seed}`).toBe(true);
    });
  },
);
