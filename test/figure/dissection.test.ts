import { expect, test } from "vitest";
import type { Dissection } from "../../src/dynamics/dissection/dissect.js";
import { plot } from "../../src/figure/plot.js";
import type { Line } from "../../src/figure/figure.js";
import { simulate } from "../../src/solve/simulate.js";
import { hindmarshRose } from "../../src/models/bursters/hindmarsh-rose.js";

const F = (...values: number[]): Float64Array => Float64Array.from(values);

/** Made by hand: rest below, where z falls, and one branch of cycles, on which it rises up to z = 2 and then falls. */
const dissection: Dissection = {
  model: "Hindmarsh-Rose",
  slow: "z",
  fast: {
    model: "Hindmarsh-Rose with z held",
    parameter: "z",
    units: { x: "1", y: "1", z: "1" },
    range: [1, 3],
    incomplete: [],
    branches: [
      {
        segments: [
          {
            stable: true,
            unstable: 0,
            parameter: F(1.8, 2.1, 2.4, 2.7, 3),
            states: { x: F(-1.3, -1.5, -1.6, -1.7, -1.8), y: F(-8, -9, -10, -11, -12) },
            kinds: ["saddle-node", "stable node", "stable node", "stable node", "stable node"],
          },
        ],
      },
    ],
    cycles: [
      {
        segments: [
          {
            stable: true,
            unstable: 0,
            parameter: F(1, 1.5, 2, 2.2),
            period: F(10, 11, 12, 20),
            minimum: { x: F(-1, -1, -1, -1), y: F(-9, -9, -9, -9) },
            maximum: { x: F(2, 1.9, 1.8, 1.7), y: F(1, 1, 1, 1) },
          },
        ],
        ends: [
          { kind: "limit of the range", parameter: 1 },
          { kind: "saddle homoclinic", parameter: 2.2 },
        ],
        belowThreshold: false,
        status: "refined",
      },
    ],
    points: [],
  },
  flow: {
    equilibria: [
      { stable: true, slow: F(1.8, 2.1, 2.4, 2.7, 3), rate: F(-1, -1, -1, -1, -1), swing: F(0, 0, 0, 0, 0) },
    ],
    cycles: [{ stable: true, slow: F(1, 1.5, 2, 2.2), rate: F(1, 1, 0.1, -1), swing: F(0, 0, 0, 0) }],
  },
  run: simulate(hindmarshRose, { duration: 40 }),
  behaviour: "bursts",
  foretold: ["bursts"],
  burst: { period: 10, dutyCycle: 0.5, spikes: 3, type: "fold/homoclinic", name: "square-wave", ends: {} },
  evidence: {},
  incomplete: [],
};
const named = (name: string, options: { state?: string } = {}): Line | undefined =>
  (plot.dissection(dissection, options).data as Line[]).find((trace) => trace.name === name);

test("draws triangles to the right where the slow state rises, to the left where it falls", () => {
  expect(named("z rises")).toMatchObject({ marker: { symbol: "triangle-right" } });
  expect(Array.from(named("z rises")?.x as Float64Array)).toEqual([1, 1.5, 2]);
  const falls = Array.from(named("z falls")?.x as Float64Array);
  expect(falls).toContain(2.4);
  expect(falls.filter((z) => z < 1.8)).toEqual([]);
});

test("draws the last two bursts of the run, in the state that is asked for", () => {
  const orbit = named("run of the whole model", { state: "y" });
  const from = dissection.run.time.findIndex((t) => t >= 20);
  expect(orbit?.y).toEqual(dissection.run.states["y"].slice(from));
  expect(orbit?.x).toEqual(dissection.run.states["z"].slice(from));
});

test("says in words what the run does", () => {
  const { description } = plot.dissection(dissection).layout.meta as { description: string };
  expect(description).toMatch(/bursts every 10 ms: fold\/homoclinic, a square-wave burster$/);
});
