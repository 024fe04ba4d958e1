import { expect, test } from "vitest";
import { plot } from "../../src/figure/plot.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../src/solve/simulate.js";
import { pulses, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { spikePhaseNames, spikePhases } from "../../src/experiments/spike-phases.js";
import { restingState } from "../../src/dynamics/equilibria/rest.js";

const run = simulate(hodgkinHuxley, {
  duration: 30,
  initial: restingState(hodgkinHuxley),
  stimulus: pulses(20, { width: 0.5, at: [2] }),
});
const rest = run.states.V[0];
const rise = (t: number): number => hodgkinHuxley.field(run.at(t))[0];

test("a spike has six phases: five follow one another, the refractory one begins with the upstroke and lies across the rest", () => {
  const phases = spikePhases(run);
  expect(phases.map(({ name }) => name)).toEqual(spikePhaseNames);
  for (let k = 1; k < 5; k++) expect(phases[k].from).toBe(phases[k - 1].to);
  expect(phases[5].from).toBe(phases[2].from);
  for (const { from, to } of phases) expect(to).toBeGreaterThan(from);
});

test("its borders are where the membrane's own current turns inward, the voltage peaks, and the voltage passes rest", () => {
  const [, depolarisation, upstroke, repolarisation, hyperpolarisation, refractory] = spikePhases(run);
  expect(rise(depolarisation.to - 0.01)).toBeLessThan(0);
  expect(rise(depolarisation.to + 0.01)).toBeGreaterThan(0);
  expect(Math.abs(rise(upstroke.to))).toBeLessThan(1e-3); // of up to 400 mV/ms
  expect(run.at(upstroke.to).V).toBeGreaterThanOrEqual(Math.max(...run.states.V) - 1e-3);
  expect(Math.abs(run.at(repolarisation.to).V - rest)).toBeLessThan(1e-4);
  expect(Math.abs(run.at(hyperpolarisation.to).V - rest)).toBeLessThan(1e-4);
  const h = run.states.h;
  const excursion = Math.max(...h.map((x) => Math.abs(x - h[0])));
  expect(Math.abs(run.at(refractory.to).h - h[0]) / excursion).toBeCloseTo(0.1, 5); // h is the slowest gate
});

test("a voltage that goes up and stays has no repolarisation: the model of two currents without potassium", () => {
  const without = persistentSodiumPotassium.with({ gK: 0 });
  const up = simulate(without, {
    duration: 30,
    initial: restingState(without),
    stimulus: pulses(19, { width: 1, at: [2] }),
  });
  expect(up.at(30).V).toBeCloseTo(17.745, 2);
  expect(spikePhases(up).map(({ name }) => name)).toEqual(["rest", "depolarisation", "upstroke", "refractory"]);
  expect(spikePhases(up)[2].to).toBe(30);
});

test("a rebound spike has no depolarisation by a stimulus, and a run that ends early has no later phases", () => {
  const rebound = simulate(hodgkinHuxley, {
    duration: 60,
    initial: restingState(hodgkinHuxley),
    stimulus: step(-10, 5, 25),
  });
  const [, depolarisation] = spikePhases(rebound);
  expect(depolarisation.to).toBe(depolarisation.from);
  const cut = simulate(hodgkinHuxley, {
    duration: 4.5,
    initial: restingState(hodgkinHuxley),
    stimulus: pulses(20, { width: 0.5, at: [2] }),
  });
  const phases = spikePhases(cut);
  expect(phases.map(({ name }) => name)).toEqual([
    "rest",
    "depolarisation",
    "upstroke",
    "repolarisation",
    "refractory",
  ]);
  expect(phases[3].to).toBe(4.5);
  expect(phases[4].to).toBe(4.5);
});

test("they are found in another model as well", () => {
  const model = persistentSodiumPotassium;
  const spike = simulate(model, {
    duration: 40,
    initial: restingState(model),
    stimulus: pulses(60, { width: 0.5, at: [5] }),
  });
  const [, , upstroke, , , refractory] = spikePhases(spike);
  expect(Math.abs(model.field(spike.at(upstroke.to))[0])).toBeLessThan(1e-3);
  expect(refractory.to).toBeLessThan(12);
});

test("a run without a spike, and a spike that is a reset, are refused", () => {
  expect(() => spikePhases(simulate(hodgkinHuxley, { duration: 5 }))).toThrow(/no spike in this run/);
  expect(() => spikePhases(simulate(leakyIntegrateAndFire, { duration: 50, stimulus: step(300, 5) }))).toThrow(
    /drawn by its reset/,
  );
});

test("a voltage that only creeps back to rest has come back when a hundredth of the spike is left, not at the end of the run", () => {
  const crept = simulate(persistentSodiumPotassium, {
    duration: 30,
    initial: restingState(persistentSodiumPotassium),
    stimulus: pulses(19, { width: 1, at: [2] }),
  });
  const V = crept.states.V;
  const dip = spikePhases(crept).find(({ name }) => name === "hyperpolarisation");
  expect(dip?.to).toBeGreaterThan(6);
  expect(dip?.to).toBeLessThan(10);
  expect((V[0] - crept.at(dip?.to ?? NaN).V) / (Math.max(...V) - V[0])).toBeCloseTo(0.01, 4);
});

test("a run may have more rows than a call takes arguments", () => {
  const brief = { stimulus: pulses(20, { width: 1, at: [5] }), dt: 0.02, method: "rk4" } as const;
  const [short, long] = [60, 3000].map((duration) => simulate(hodgkinHuxley.with({ I: 0 }), { ...brief, duration }));
  expect(long.time.length).toBeGreaterThan(140_000);
  expect(spikePhases(long)).toEqual(spikePhases(short));
  expect(plot.currents(long).data.length).toBe(plot.currents(short).data.length);
});
