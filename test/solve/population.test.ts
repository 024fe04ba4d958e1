import { describe, expect, test } from "vitest";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import type { Coupling } from "../../src/solve/population/coupling.js";
import { simulatePopulation, type PopulationActivity } from "../../src/solve/population/population.js";
import { random } from "../../src/numerics/random.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import { whiteNoise } from "../../src/solve/stimuli/stimulus-noise.js";

/**
 * Izhikevich (2003), Fig. 4 and the listing below it: 800 excitatory and 200 inhibitory cells, all to all, driven by
 * noise.
 */
function network(seed: number, duration: number, excitatory = 800, inhibitory = 200): PopulationActivity {
  const count = excitatory + inhibitory;
  const { uniform } = random(seed);
  const r = Float64Array.from({ length: count }, uniform);
  const isExcitatory = (cell: number): boolean => cell < excitatory;
  const weights = new Float64Array(count * count);
  for (let from = 0; from < count; from++)
    for (let to = 0; to < count; to++) weights[from * count + to] = (isExcitatory(from) ? 0.5 : -1) * uniform();
  const b = (cell: number): number => (isExcitatory(cell) ? 0.2 : 0.25 - 0.05 * r[cell]);
  return simulatePopulation(izhikevich, {
    count,
    duration,
    seed,
    method: "izhikevich2003",
    dt: 1,
    parameters: {
      a: (cell) => (isExcitatory(cell) ? 0.02 : 0.02 + 0.08 * r[cell]),
      b,
      c: (cell) => (isExcitatory(cell) ? -65 + 15 * r[cell] ** 2 : -65),
      d: (cell) => (isExcitatory(cell) ? 8 - 6 * r[cell] ** 2 : 2),
    },
    initial: { v: -65, u: (cell) => -65 * b(cell) },
    noise: (cell) => (isExcitatory(cell) ? 5 : 2),
    coupling: { onto: "I", weights },
    record: { states: ["v"], cells: [0, count - 1] },
  });
}

describe("Izhikevich's network of 1000 neurons", () => {
  const activity = network(1, 1000);
  const { time, cell } = activity.raster;

  test("fires at the mean rate of the paper's figure, 7 to 8 Hz", () => {
    // 7275 spikes in 1 s in the reference run of the same scheme with another random stream; ± 10 % between seeds.
    expect(time.length).toBeGreaterThan(6500);
    expect(time.length).toBeLessThan(8500);
  });

  test("fires in rhythm, 7 to 9 times a second: there the spectrum is highest, at tens of times that of independent cells", () => {
    const counts = new Float64Array(1000);
    time.forEach((t) => (counts[Math.min(999, Math.floor(t) - 1)] += 1));
    const mean = time.length / 1000;
    const power = (frequency: number): number => {
      let [re, im] = [0, 0];
      counts.forEach((x, k) => {
        re += (x - mean) * Math.cos((2 * Math.PI * frequency * k) / 1000);
        im += (x - mean) * Math.sin((2 * Math.PI * frequency * k) / 1000);
      });
      return (re * re + im * im) / time.length; // 1 for independent cells
    };
    const frequencies = Array.from({ length: 97 }, (_, k) => k + 3);
    const best = frequencies.reduce((a, b) => (power(b) > power(a) ? b : a));
    expect([7, 8, 9]).toContain(best);
    expect(power(best)).toBeGreaterThan(50);
  });

  test("is the same again with the same seed, another with another", () => {
    const [a, b, c] = [network(3, 200, 80, 20), network(3, 200, 80, 20), network(4, 200, 80, 20)];
    expect(a.raster).toEqual(b.raster);
    expect(a.recorded).toEqual(b.recorded);
    expect(c.raster.time).not.toEqual(a.raster.time);
  });

  test("keeps a sorted raster and the wanted states", () => {
    time.forEach((t, s) =>
      expect(s === 0 || t > time[s - 1] || (t === time[s - 1] && cell[s] > cell[s - 1])).toBe(true),
    );
    expect(activity.time.length).toBe(1001);
    expect(activity.recorded.v.map((v) => v.length)).toEqual([1001, 1001]);
    expect(activity.spikesOf(7)).toEqual(time.filter((_, s) => cell[s] === 7));
  });

  test("takes the published steps: v in two halves, then u with the new v, then the threshold", () => {
    const I = 10;
    const { recorded, raster } = simulatePopulation(izhikevich, {
      count: 1,
      duration: 60,
      method: "izhikevich2003",
      parameters: { a: 0.02, b: 0.2, c: -65, d: 8, I },
      initial: { v: -65, u: -13 },
      record: { states: ["v", "u"] },
    });
    let [v, u] = [-65, -13];
    const fired: number[] = [];
    for (let t = 1; t <= 60; t++) {
      v += 0.5 * (0.04 * v * v + 5 * v + 140 - u + I);
      v += 0.5 * (0.04 * v * v + 5 * v + 140 - u + I);
      u += 0.02 * (0.2 * v - u);
      if (v >= 30) {
        fired.push(t);
        v = -65;
        u += 8;
      }
      expect(recorded.v[0][t]).toBeCloseTo(v, 9);
      expect(recorded.u[0][t]).toBeCloseTo(u, 9);
    }
    expect(fired.length).toBeGreaterThan(1);
    expect(Array.from(raster.time)).toEqual(fired);
  });
});

/** No synapses, but all cells go through each step together, as coupled ones do. */
const unconnected: Coupling = { onto: "V", weights: { from: [], to: [], weight: [] } };

describe.each([
  ["each by itself", undefined],
  ["all together", unconnected],
] as const)("uncoupled cells, %s", (_, coupling) => {
  const settings = coupling && { coupling };
  const currents = [0, 5, 7.5, 10, 20, 60];

  test.each(["rk4", "euler", "heun", "exponentialEuler"] as const)(
    "do what simulate makes of each, bit for bit: Hodgkin-Huxley, %s",
    (method) => {
      const stimulus = step(2, 3.3, 31.7);
      const activity = simulatePopulation(hodgkinHuxley, {
        ...settings,
        count: currents.length,
        duration: 40,
        dt: 0.025,
        method,
        stimulus,
        parameters: { I: currents },
        record: { states: ["V", "n"] },
      });
      currents.forEach((I, cell) => {
        const one = simulate(hodgkinHuxley.with({ I }), { duration: 40, dt: 0.025, method, stimulus });
        expect(activity.recorded.V[cell]).toEqual(one.states.V);
        expect(activity.recorded.n[cell]).toEqual(one.states.n);
        expect(activity.spikesOf(cell)).toEqual(one.spikes);
      });
    },
  );

  test.each(["rk4", "exponentialEuler"] as const)(
    "do what simulate makes of each, bit for bit: resets and refractory periods, %s",
    (method) => {
      const amps = [150, 210, 250, 400, 900];
      const activity = simulatePopulation(leakyIntegrateAndFire, {
        ...settings,
        count: amps.length,
        duration: 100,
        dt: 0.1,
        method,
        parameters: { I: amps, tRef: (cell) => 0.73 * cell },
        record: { states: ["V"] },
      });
      amps.forEach((I, cell) => {
        const one = simulate(leakyIntegrateAndFire.with({ I, tRef: 0.73 * cell }), { duration: 100, dt: 0.1, method });
        expect(activity.spikesOf(cell)).toEqual(one.spikes);
        activity.time.forEach((t, k) =>
          expect(activity.recorded.V[cell][k]).toBe(one.states.V[one.time.lastIndexOf(t)]),
        );
      });
      expect(activity.raster.time.length).toBeGreaterThan(10);
    },
  );

  test("follow a stimulus that depends on time", () => {
    const stimulus = sine(8, 50);
    const { recorded } = simulatePopulation(hodgkinHuxley, {
      ...settings,
      count: 2,
      duration: 20,
      stimulus,
      parameters: { I: [0, 5] },
      record: { states: ["V"], cells: [1] },
    });
    const one = simulate(hodgkinHuxley.with({ I: 5 }), { duration: 20, stimulus, method: "rk4" });
    recorded.V[0].forEach((V, k) => expect(V).toBeCloseTo(one.states.V[k], 9));
  });

  test("start from each cell's own formula of its own parameters", () => {
    const b = [0.2, 0.25];
    const { recorded } = simulatePopulation(izhikevich, {
      count: 2,
      duration: 1,
      dt: 0.1,
      parameters: { b },
      record: { states: ["v", "u"] },
    });
    b.forEach((value, cell) => {
      const { v, u } = izhikevich.with({ b: value }).states;
      expect([recorded.v[cell][0], recorded.u[cell][0]]).toEqual([v, u]);
    });
  });
});

describe("noise and coupling", () => {
  test("white noise makes V of a leaky cell wander by σ √(τ/2)/C (99.9 %)", () => {
    const [sigma, count] = [100, 400];
    const { recorded } = simulatePopulation(leakyIntegrateAndFire.with({ Vth: 1000 }), {
      count,
      duration: 200,
      dt: 0.5,
      method: "euler",
      noise: sigma,
      seed: 5,
      record: { states: ["V"] },
    });
    const { C, gL, EL } = leakyIntegrateAndFire.parameters;
    const tau = C / gL;
    // Euler-Maruyama's own stationary variance, which exceeds that of the process by dt/2τ.
    const expected = ((sigma / C) ** 2 * (tau / 2)) / (1 - 0.5 / (2 * tau));
    let squares = 0;
    let samples = 0;
    for (const V of recorded.V)
      for (let k = 100; k <= 400; k += 100) {
        squares += (V[k] - EL) ** 2;
        samples++;
      }
    expect(Math.abs(squares / samples / expected - 1)).toBeLessThan(3.3 * Math.sqrt(2 / samples));
  });

  test("the spikes of a step add their weights one after the other, in the order of cells", () => {
    const count = 11;
    const weights = Float64Array.from({ length: count * count }, (_, k) => 0.1 * ((k * 7) % 13) - 0.31);
    const starts = Float64Array.from({ length: count }, (_, cell) => (cell < 9 ? 31 : -60)); // nine fire at once
    const run = simulatePopulation(izhikevich, {
      count,
      duration: 1,
      method: "izhikevich2003",
      initial: { v: starts, u: -20 },
      coupling: { onto: "u", weights },
      record: { states: ["u"] },
    });
    const alone = simulatePopulation(izhikevich, {
      count,
      duration: 1,
      method: "izhikevich2003",
      initial: { v: starts, u: -20 },
      record: { states: ["u"] },
    });
    expect(Array.from(run.raster.cell)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    for (let to = 0; to < count; to++) {
      let u = alone.recorded["u"][to][1];
      for (let from = 0; from < 9; from++) u += weights[from * count + to];
      expect(run.recorded["u"][to][1]).toBe(u);
    }
  });

  test("a spike reaches its targets at the end of its step: sparse and dense weights do the same, on a state or on the input", () => {
    const count = 5;
    const from = [0, 0, 3];
    const to = [1, 2, 4];
    const weight = [3, -2, 5];
    const weights = new Float64Array(count * count);
    from.forEach((f, s) => (weights[f * count + to[s]] = weight[s]));
    const settings = {
      count,
      duration: 30,
      dt: 0.1,
      parameters: { I: [300, 0, 0, 0, 0] },
      record: { states: ["V"] },
    } as const;
    const alone = simulatePopulation(leakyIntegrateAndFire, settings);
    const dense = simulatePopulation(leakyIntegrateAndFire, { ...settings, coupling: { onto: "V", weights } });
    const sparse = simulatePopulation(leakyIntegrateAndFire, {
      ...settings,
      coupling: { onto: "V", weights: { from, to, weight } },
    });
    expect(sparse).toEqual({ ...dense, spikesOf: sparse.spikesOf, weights: sparse.weights });
    const after = Math.ceil(alone.raster.time[0] / 0.1); // the first end of a step after the spike
    const { EL, C } = leakyIntegrateAndFire.parameters;
    expect(Array.from(dense.recorded.V, (V) => V[after - 1] - EL).slice(1)).toEqual([0, 0, 0, 0]);
    expect(Array.from(dense.recorded.V, (V) => V[after] - EL).slice(1)).toEqual([3, -2, 0, 0]);
    const current = simulatePopulation(leakyIntegrateAndFire, { ...settings, coupling: { onto: "I", weights } });
    expect(current.recorded.V[1][after] - EL).toBe(0);
    expect(current.recorded.V[1][after + 1] - EL).toBeCloseTo((3 * 0.1) / C, 4); // for one step
  });

  test("a weight that lifts a cell over its threshold makes it fire at once", () => {
    const { raster } = simulatePopulation(leakyIntegrateAndFire, {
      count: 2,
      duration: 12,
      dt: 0.1,
      parameters: { I: [300, 0] },
      coupling: { onto: "V", weights: [0, 50, 0, 0] },
    });
    expect(Array.from(raster.cell)).toEqual([0, 1]);
    expect(raster.time[1]).toBeCloseTo(Math.ceil(raster.time[0] / 0.1) * 0.1, 12);
  });

  test("a delay brings each spike later by that, also those of a cell that fires again before", () => {
    const [delay, dt] = [7, 0.1];
    const { raster } = simulatePopulation(leakyIntegrateAndFire, {
      ...{ count: 2, duration: 40, dt, parameters: { I: [1200, 0] } }, // fires every 3.8 ms
      coupling: { onto: "V", weights: [0, 50, 0, 0], delay },
    });
    const of = (cell: number): Float64Array => raster.time.filter((_, k) => raster.cell[k] === cell);
    const [sent, caused] = [of(0), of(1)];
    const due = Array.from(sent, (t) => Math.ceil((t + delay) / dt - 1e-9) * dt).filter((t) => t < 40 - dt);
    expect(due.length).toBeGreaterThan(6);
    due.forEach((t, k) => expect(caused[k]).toBeCloseTo(t, 9));
  });
});

describe("arguments that make no sense", () => {
  const refused = (settings: object, message: RegExp): void =>
    expect(() => simulatePopulation(leakyIntegrateAndFire, { count: 2, duration: 10, ...settings })).toThrow(message);
  test("are refused by name", () => {
    refused({ count: 0 }, /count must be a whole number/);
    refused({ duration: -1 }, /duration/);
    refused({ dt: 20 }, /dt must be at most the duration/);
    refused({ dt: -1 }, /dt must be a positive number of ms/);
    refused({ method: "dormandPrince" }, /method must be one of "rk4".*"izhikevich2003", got "dormandPrince"/);
    refused({ parameters: { i: 3 } }, /no parameter 'i'.*Did you mean 'I'/);
    refused({ parameters: { I: [1, 2, 3] } }, /parameter 'I': 2 cells need 2 values, got 3/);
    refused(
      { parameters: { I: (cell: number) => (cell === 1 ? Number.NaN : 0) } },
      /of cell 1 must be a finite number/,
    );
    refused({ initial: { W: 1 } }, /no state 'W'/);
    refused({ coupling: { onto: "V", weights: [1, 2] } }, /2 × 2 weights, got 2/);
    refused(
      { coupling: { onto: "V", weights: { from: [0], to: [2], weight: [1] } } },
      /joins cell 0 to 2; cells are numbered 0 to 1/,
    );
    refused({ coupling: { onto: "V", weights: [0, 0, 0, 0], delay: -1 } }, /delay must be ≥ 0 ms, got -1/);
    refused({ coupling: { onto: "x", weights: [0, 0, 0, 0] } }, /no state 'x'/);
    refused({ record: { states: ["V"], cells: [5] } }, /cells are numbered 0 to 1, asked for 5/);
    refused({ record: { state: ["V"] } }, /no option 'state'.*Did you mean 'states'/);
    refused({ coupling: { to: "V", weights: [0, 0, 0, 0] } }, /coupling has no option 'to'/);
    refused({ start: { V: -60 } }, /no option 'start'.*Did you mean 'initial'/);
    refused({ time: 100 }, /no option 'time'.*Did you mean 'duration'/);
    refused({ stimulus: whiteNoise(1, 1) }, /noise: intensity/);
    expect(() => simulatePopulation(hodgkinHuxley, { count: 1, duration: 1, method: "izhikevich2003" })).toThrow(
      /models with a reset/,
    );
  });

  test("a run that would not fit is refused before it starts, with what to record instead", () => {
    const run = { count: 1000, duration: 1e5, method: "euler", dt: 0.01 } as const;
    const refusal = (options: object, message: RegExp) =>
      expect(() => simulatePopulation(hodgkinHuxley, { ...run, ...options })).toThrow(message);
    refusal(
      { record: { states: ["V", "n"] } },
      /1e\+7 steps .*V, n of 1000 cells would take 149\.3 GB, 2 GB .*Record 11 of the cells.*states: \["V","n"\]/,
    );
    refusal({ duration: 1e7 }, /1e\+9 steps .*their times would take 29\.8 GB.*at most 53 million steps/);
    refusal({ duration: 4e5, record: { states: ["V"] } }, /Record 2 of the cells at most/);
  });

  test("a run that diverges names its cell", () => {
    expect(() =>
      simulatePopulation(hodgkinHuxley, {
        count: 3,
        duration: 50,
        dt: 0.3,
        method: "rk4",
        parameters: { I: [0, 0, 10] },
      }),
    ).toThrow(/^cell 2: \w+ became/);
  });
});
