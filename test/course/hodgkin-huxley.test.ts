import { describe, expect, test } from "vitest";
import { fitGate, fitInactivatingGate } from "../../src/course/rigs/gate-fit.js";
import { voltageClamp1952 } from "../../src/course/rigs/voltage-clamp-1952.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { simulate } from "../../src/solve/simulate.js";
import { pulses, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { restingState } from "../../src/dynamics/equilibria/rest.js";

// Numbers that the text of notebooks 7 to 9 prints and no cell computes beside it: each is right to the digit that is
// printed.

const printed = (value: number, digits: number): string => value.toFixed(digits);
const rest = restingState(hodgkinHuxley);
const { potassium, sodium } = voltageClamp1952();

describe("7.2", () => {
  const rootMeanSquare = (values: readonly number[]): number => Math.hypot(...values) / Math.sqrt(values.length);

  test("the distance of the points falls from 1.08 to 0.34, 0.31 and 0.29 mS/cm² as the power of n grows", () => {
    const misfit = (power: number): number =>
      rootMeanSquare(potassium.map((record) => fitGate(record, { power, from: 0.24 }).rms));
    expect([1, 4, 5, 6].map((power) => printed(misfit(power), 2))).toEqual(["1.08", "0.34", "0.31", "0.29"]);
  });

  test("m²h and m³h fit records F to I equally well, mh and m⁴h worse", () => {
    const misfit = (power: number): number =>
      rootMeanSquare(sodium.slice(5, 9).map((record) => fitInactivatingGate(record, { power }).rms));
    expect([1, 2, 3, 4].map((power) => printed(misfit(power), 3))).toEqual(["0.667", "0.310", "0.306", "0.349"]);
  });

  test("rates are within 7 % of the printed ones from +51 mV up, and half of them at +10 mV; time constants of sodium within a third", () => {
    const axon = hodgkinHuxley.preset("1952");
    const fitted = potassium.map(({ depolarisation, ...record }) => {
      const { plateau, tau } = fitGate(record, { power: 4, from: 0.24 });
      const steady = (plateau / 24.3) ** 0.25;
      const printedAt = (name: string): number => axon.quantity(name, [depolarisation, 0, 0, 0]);
      return {
        alpha: steady / tau,
        beta: (1 - steady) / tau,
        printedAlpha: printedAt("alphaN"),
        printedBeta: printedAt("betaN"),
      };
    });
    for (const { alpha, printedAlpha } of fitted.slice(0, 6))
      expect(Math.abs(alpha / printedAlpha - 1)).toBeLessThan(0.07);
    expect([printed(fitted[0].alpha, 2), printed(fitted[0].printedAlpha, 2)]).toEqual(["0.94", "0.99"]);
    const { alpha, beta, printedAlpha, printedBeta } = fitted[10];
    expect([alpha, beta, printedAlpha, printedBeta].map((rate) => printed(rate, 3))).toEqual([
      "0.055",
      "0.039",
      "0.100",
      "0.110",
    ]);
    for (const { depolarisation, ...record } of sodium.slice(5, 9)) {
      const { tau, tauInactivation } = fitInactivatingGate(record, { power: 3 });
      expect(Math.abs(tau / axon.quantity("tauM", [depolarisation, 0, 0, 0]) - 1)).toBeLessThan(1 / 3);
      expect(Math.abs(tauInactivation / axon.quantity("tauH", [depolarisation, 0, 0, 0]) - 1)).toBeLessThan(1 / 3);
    }
  });
});

test("8.3: without potassium the axon is stuck near 0 mV with 3 in 1000 sodium channels open; at 20 °C spikes are narrower, lower and three times as many", () => {
  const without = simulate(hodgkinHuxley.with({ gK: 0 }), { duration: 100 });
  const { V, m, h } = without.at(100);
  expect(without.spikes.length).toBe(1);
  expect(Math.abs(V)).toBeLessThan(1);
  expect(printed(1000 * m ** 3 * h, 0)).toBe("3");
  const [cold, warm] = [6.3, 20].map((T) =>
    simulate(hodgkinHuxley.with({ T }), { duration: 100, stimulus: step(10, 10, 80) }),
  );
  expect(warm.spikes.length / cold.spikes.length).toBeGreaterThan(2.7);
  expect(Math.max(...warm.states.V) / Math.max(...cold.states.V)).toBeCloseTo(0.54, 1);
});

test("8.4: currents at rest, at the peak and at their largest", () => {
  const spike = simulate(hodgkinHuxley, { duration: 22, initial: rest, stimulus: pulses(20, { width: 0.5, at: [2] }) });
  const currentsAt = (state: Readonly<Record<string, number>>): string[] =>
    ["INa", "IK", "IL"].map((name) => printed(hodgkinHuxley.quantity(name, state), 1));
  expect(currentsAt(rest)).toEqual(["-1.2", "4.4", "-3.2"]);
  const top = spike.states.V.indexOf(Math.max(...spike.states.V));
  const peak = spike.at(spike.time[top]);
  expect([printed(peak.V, 0), printed(peak.h, 2), printed(peak.n, 2)]).toEqual(["39", "0.34", "0.51"]);
  const [before, after] = [spike.time[top - 1], spike.time[top + 1]];
  const slope = (t: number): number => hodgkinHuxley.field(spike.at(t))[0];
  let [low, high] = [before, after];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    [low, high] = slope(middle) > 0 ? [middle, high] : [low, middle];
  }
  expect(currentsAt(spike.at(low))).toEqual(["-317.5", "289.4", "28.1"]);
  expect(printed(Math.min(...spike.quantity("INa")), 0)).toBe("-790");
  expect(printed(Math.min(...spike.states.V), 1)).toBe("-76.2");
  const late = spike.at(22);
  expect(late.n < rest.n && late.h > rest.h).toBe(true);
});

test("8.5: the answer to half a millisecond passes from below −50 to above +20 mV between 13.27512 and 13.27513 µA/cm²; at 30 °C all heights are there", () => {
  const highest = (amplitude: number, T: number): number => {
    const model = hodgkinHuxley.with({ T });
    return Math.max(
      ...simulate(model, {
        duration: 40,
        initial: restingState(model),
        stimulus: pulses(amplitude, { width: 0.5, at: [1] }),
        tolerance: 1e-10,
      }).states.V,
    );
  };
  expect(highest(13.27512, 6.3)).toBeLessThan(-50);
  expect(highest(13.27513, 6.3)).toBeGreaterThan(20);
  const warm = Array.from({ length: 21 }, (_, i) => highest(20 + i / 2, 30));
  for (const height of [-40, -20, -10]) expect(Math.min(...warm.map((V) => Math.abs(V - height)))).toBeLessThan(6);
});

test("8.7: gates at the release from −3 µA/cm²; −1 and −2 evoke no spike, −3 and −10 one", () => {
  const released = [-1, -2, -3, -10].map((I) =>
    simulate(hodgkinHuxley, { duration: 60, initial: rest, stimulus: step(I, 10, 30) }),
  );
  expect(released.map(({ spikes }) => spikes.length)).toEqual([0, 0, 1, 1]);
  const { h, n } = released[2].at(30);
  expect([printed(h, 2), printed(n, 2)]).toEqual(["0.70", "0.27"]);
});

test("9.1: one spike at 3, two at 6; at 180 µA/cm² the axon settles at −41.7 mV with h = 0.06 and n = 0.66", () => {
  expect(
    [2, 3, 6].map((I) => simulate(hodgkinHuxley.with({ I }), { duration: 300, initial: rest }).spikes.length),
  ).toEqual([0, 1, 2]);
  const { V, h, n } = equilibria(hodgkinHuxley.with({ I: 180 }))[0].state;
  expect([printed(V, 1), printed(h, 2), printed(n, 2)]).toEqual(["-41.7", "0.06", "0.66"]);
});

test("9.2: rest swings once in 16 ms at I = 0 and once in 10.7 ms at the lower bifurcation", () => {
  const swing = (I: number): number =>
    (2 * Math.PI) / Math.max(...equilibria(hodgkinHuxley.with({ I }))[0].eigenvalues.map(({ im }) => im));
  expect(printed(swing(0), 0)).toBe("16");
  expect(printed(swing(9.775437995), 1)).toBe("10.7");
});

test("9.3: with n instead of n⁴ the axon would rest at −10.9 mV on the scale of 1952", () => {
  const axon = hodgkinHuxley.preset("1952");
  const { gNa, gK, gL, ENa, EK, EL } = axon.parameters;
  const settled = (V: number): number => {
    const gate = (name: string): number => axon.quantity(name, [V, 0, 0, 0]);
    return gNa * gate("mInf") ** 3 * gate("hInf") * (V - ENa) + gK * gate("nInf") * (V - EK) + gL * (V - EL);
  };
  expect(settled(-10.95)).toBeLessThan(0);
  expect(settled(-10.85)).toBeGreaterThan(0);
});
