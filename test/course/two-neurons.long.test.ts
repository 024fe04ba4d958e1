import { describe, expect, test } from "vitest";
import { phaseLocking } from "../../src/dynamics/phase/phase-locking.js";
import { phaseResponse } from "../../src/dynamics/phase/phase-response.js";
import { phaseShifts } from "../../src/dynamics/phase/phase-shifts.js";
import { simulatePair } from "../../src/experiments/simulate-pair.js";
import type { Model } from "../../src/model/model.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { withSynapses } from "../../src/models/synapses/with-synapses.js";

// The numbers of sections 21.2, 21.4 and 21.5.

const clock = persistentSodiumPotassium.with({ I: 6 });
const small = phaseResponse(clock);
const { period } = small;
const top = (values: ArrayLike<number>): number => Math.max(...Array.from(values));
const fixed = (values: readonly number[], digits: number): string[] => values.map((value) => value.toFixed(digits));

describe("21.2", () => {
  const kicks = [1, 2, 10].map((size) => phaseShifts(clock, { size }));
  test("1 mV shifts by 0.066 at most, 10 mV by 0.46 at the phase 0.45; up to 2 mV the flow is right to 2 %", () => {
    expect(
      fixed(
        kicks.map(({ shift }) => top(shift)),
        3,
      ),
    ).toEqual(["0.066", "0.129", "0.462"]);
    expect(kicks[2].phase[kicks[2].shift.indexOf(top(kicks[2].shift))]).toBeCloseTo(0.45, 9);
    expect(Math.abs(top(kicks[1].shift) / 2 / top(small.response["V"]) - 1)).toBeLessThan(0.02);
    expect(kicks[2].shift[kicks[2].phase.indexOf(0.8)]).toBeLessThan(0.2);
  });
  test("towards 4.51 the curve comes nearer to 1 − cos", () => {
    const off = (I: number): number => {
      const { phase, response } = phaseResponse(clock.with({ I }));
      const most = top(response["V"]);
      return top(phase.map((p, k) => Math.abs(response["V"][k] / most - (1 - Math.cos(2 * Math.PI * p)) / 2)));
    };
    const [far, near, nearest] = [6, 4.6, 4.514].map(off);
    expect(far).toBeGreaterThan(near);
    expect(near).toBeGreaterThan(3 * nearest);
  });
  test("the axon under 10 µA/cm² delays by 0.017 at 0.59 and advances from 0.68 on, by up to 0.035", () => {
    const { phase, response, type } = phaseResponse(hodgkinHuxley.with({ I: 10 }));
    const Z = response["V"];
    const lowest = Z.indexOf(-top(Z.map((z) => -z)));
    const turn = phase[Z.findIndex((z, k) => k > lowest && z > 0)];
    expect(fixed([Z[lowest], phase[lowest], turn, top(Z)], 3)).toEqual(["-0.017", "0.586", "0.680", "0.035"]);
    expect(Z[275]).toBeLessThan(-0.01); // at 0.55
    expect(type).toBe(2);
  });
  test("the clock is of type 1 at 6, and of type 2 at 40 µA/cm²; at 100 its delays are 39 % of its advances", () => {
    const { evidence } = phaseResponse(clock.with({ I: 100 }));
    const { "area below zero, periods per unit": below, "area above zero, periods per unit": above } = evidence;
    expect([small.type, phaseResponse(clock.with({ I: 40 })).type]).toEqual([1, 2]);
    expect((Number(below) / Number(above)).toFixed(2)).toBe("0.39");
  });
});

describe("21.4 and 21.5: pairs", () => {
  const cell = (reversal: number, tau: number, I: number = 6): Model =>
    withSynapses(persistentSodiumPotassium.with({ I }), [{ name: "syn", kind: "exponential", tau, reversal }]);
  const by = (weight: number) => ({ kind: "synaptic", onto: "gsyn", weight }) as const;
  const stable = (model: Model): string[] =>
    fixed(
      phaseLocking(model, by(1))
        .locked.filter((one) => one.stable)
        .map(({ phase }) => phase),
      2,
    );
  const border = (tau: number): string | undefined =>
    phaseLocking(cell(-75, tau), by(1))
      .locked.find((one) => !one.stable && one.phase > 0)
      ?.phase.toFixed(2);
  const [exciting, inhibiting] = [cell(0, 5), cell(-75, 5)];
  const end = (model: Model, weight: number, ahead: number, I: number = 6): number =>
    simulatePair(model, by(weight), { ahead, duration: 1000, second: { I } }).difference.at(-1) ?? NaN;

  test("excitation: 0.20 foretold, 0.19 with weights of 0.01, from 0.05, 0.3 and 0.45", () => {
    expect(stable(exciting)).toEqual(["0.20", "0.80"]);
    for (const ahead of [0.05, 0.3, 0.45]) expect(end(exciting, 0.01, ahead).toFixed(2)).toBe("0.19");
  });
  test("excitation of 2 ms: 0.083 to 0.085 for the currents of Exercise 21.7", () => {
    for (const I of [5.4, 7])
      expect(
        Number(
          phaseLocking(cell(0, 2, I), by(1))
            .locked.find((one) => one.stable)
            ?.phase.toFixed(3),
        ),
      ).toSatisfy((phase: number) => phase >= 0.083 && phase <= 0.086);
  });
  test("inhibition: in step from 0.1, half a period apart from 0.3; the border lies at 0.04, 0.16 and 0.24", () => {
    expect(Math.round(end(inhibiting, 0.04, 0.1) * 100) % 100).toBe(0);
    expect(end(inhibiting, 0.04, 0.3).toFixed(2)).toBe("0.50");
    expect([2, 5, 20].map(border)).toEqual(["0.04", "0.16", "0.24"]);
    expect(stable(cell(-75, 1))).toEqual(["0.50"]);
  });
  test("excitation gathers axons", () => {
    const synapse = { name: "syn", kind: "exponential", tau: 2, reversal: 0 } as const;
    expect(stable(withSynapses(hodgkinHuxley.with({ I: 10 }), [synapse]))).toEqual(["0.00"]);
  });
  test("inhibition of 0.5 mS/cm² silences the first cell; excitation of 0.1 makes the pair fire 1.4 times as fast, at a lead of 0.14", () => {
    const { spikes } = simulatePair(inhibiting, by(0.5), { ahead: 0.1, duration: 150 });
    expect(spikes[0].length).toBe(0);
    expect(spikes[1].length).toBeGreaterThan(10);
    const strong = simulatePair(exciting, by(0.1), { ahead: 0.2, duration: 1000 });
    expect(strong.difference.at(-1)?.toFixed(2)).toBe("0.14");
    expect(((strong.spikes[0].length * period) / 1000).toFixed(1)).toBe("1.4");
  });
  test("6.2 and 6.5 µA/cm² lock to 6, the faster one further ahead, and 7 does not", () => {
    const leads = (I: number): Float64Array =>
      simulatePair(exciting, by(0.05), { duration: 1000, second: { I } }).difference.subarray(-20);
    const [alike, near, far, apart] = [6, 6.2, 6.5, 7].map(leads);
    expect(top(near) - Math.min(...near)).toBeLessThan(0.01);
    expect(top(far) - Math.min(...far)).toBeLessThan(0.01);
    expect(near[0]).toBeGreaterThan(alike[0]);
    expect(far[0]).toBeGreaterThan(near[0]);
    expect(top(apart) - Math.min(...apart)).toBeGreaterThan(0.5);
  });
  test("brief, strong excitation holds 6 and 7 µA/cm² together, 0.04 apart; the second alone fires 67 times", () => {
    const pair = (weight: number) => simulatePair(cell(0, 1), by(weight), { duration: 600, second: { I: 7 } });
    expect(pair(1).difference.at(-1)?.toFixed(2)).toBe("0.04");
    expect(pair(0).spikes[1].length).toBe(67);
  });
});
