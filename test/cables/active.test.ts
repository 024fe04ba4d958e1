import { describe, expect, test } from "vitest";
import { compartmentAt } from "../../src/cables/cable-place.js";
import { cable } from "../../src/cables/cable.js";
import { myelinated, twoCompartments } from "../../src/cables/shapes.js";
import { conductionVelocity, simulateCable } from "../../src/cables/simulate-cable.js";
import { steadyResponse } from "../../src/cables/steady-response.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { passiveMembrane } from "../../src/models/passive-membrane.js";
import { simulate } from "../../src/solve/simulate.js";
import { constant, step } from "../../src/solve/stimuli/stimulus-shapes.js";

const membrane = hodgkinHuxley.preset("18.5 °C");
/** The axon of Hodgkin & Huxley (1952), p. 528: radius 238 um, 35.4 ohm cm. */
const squid = (length: number, compartments: number) =>
  cable({ length, radius: 238, compartments, membrane, axialResistivity: 35.4 });
const kick = step(20_000, 0, 0.2);

describe("the axon of Hodgkin and Huxley (1952)", () => {
  const velocity = (dx: number, dt: number): number =>
    conductionVelocity(
      simulateCable(squid(40_000, 40_000 / dx), { duration: 2.5, dt, inject: [{ at: 0, current: kick }] }),
      { from: 15_000, to: 30_000 },
    );

  test("conducts at the paper's 18.8 m/s within 2 %, and its error falls with the square of the compartments' length", () => {
    // p. 528: 18.8 m/s, computed by hand. With dx = 62.5 um and dt = 0.0025 ms the value here is 18.732, the limit of
    // the sequence 18.733.
    const [coarse, medium, fine] = [1000, 500, 250].map((dx) => velocity(dx, 0.01));
    expect(Math.abs(fine / 18.8 - 1)).toBeLessThan(0.02);
    const order = Math.log2((medium - coarse) / (fine - medium));
    expect(order).toBeGreaterThan(1.8);
    expect(order).toBeLessThan(2.2);
    expect(Math.abs(fine + (fine - medium) / 3 - 18.733)).toBeLessThan(0.01);
    expect(Math.abs(velocity(500, 0.005) / medium - 1)).toBeLessThan(5e-4);
  });

  test("a spike keeps its shape: its peak is the same at two places", () => {
    const run = simulateCable(squid(40_000, 80), { duration: 3, inject: [{ at: 0, current: kick }] });
    const [here, there] = [15_000, 25_000].map((x) => Math.max(...run.trace(x)));
    expect(here).toBeGreaterThan(20);
    expect(Math.abs(here - there)).toBeLessThan(0.3); // sampled each 0.01 ms
  });

  test("two spikes that meet annihilate: each place fires once, the middle last, at the time of its lone spike", () => {
    const once = simulateCable(squid(40_000, 80), { duration: 6, inject: [{ at: 0, current: kick }] });
    const both = simulateCable(squid(40_000, 80), {
      duration: 6,
      inject: [
        { at: 0, current: kick },
        { at: 40_000, current: kick },
      ],
    });
    expect(once.spikes.map((s) => s.length)).toEqual(new Array(80).fill(1)); // alone it goes all the way
    expect(both.spikes.map((s) => s.length)).toEqual(new Array(80).fill(1)); // else each half would fire twice
    const arrival = both.spikes.map((s) => s[0]);
    const latest = arrival.indexOf(Math.max(...arrival));
    expect([39, 40]).toContain(latest);
    for (let i = 0; i < 40; i++) expect(arrival[i]).toBeCloseTo(arrival[79 - i], 9);
    expect(arrival[25]).toBeCloseTo(once.spikes[25][0], 4);
    expect(arrival[60]).toBeLessThan(once.spikes[60][0] - 0.5);
    const n = both.position.length;
    both.V.subarray(-n).forEach((V) => expect(V).toBeLessThan(-55));
  });

  test("a single compartment behaves as the model itself", () => {
    const patch = cable({ length: 100, radius: 50, compartments: 1, membrane: hodgkinHuxley, axialResistivity: 100 });
    const density = 10; // uA/cm²
    const nA = density * patch.area[0] * 1e-8 * 1e3;
    const run = simulateCable(patch, { duration: 60, dt: 0.01, inject: [{ at: 0, current: constant(nA) }] });
    const reference = simulate(hodgkinHuxley, { duration: 60, stimulus: constant(density) });
    expect(run.spikes[0]).toHaveLength(reference.spikes.length);
    reference.spikes.forEach((t, k) => expect(Math.abs(run.spikes[0][k] - t)).toBeLessThan(2e-3));
  });

  test("the input resistance of an active cable is that of the membrane's slope conductance at rest", () => {
    // One compartment: 1/(g A) with g = −C ∂(dV/dt)/∂V after the gates have followed, by differences of the equilibrium
    // current.
    const patch = cable({ length: 100, radius: 50, compartments: 1, membrane: hodgkinHuxley, axialResistivity: 100 });
    const { inputResistance, rest } = steadyResponse(patch, 0);
    expect(rest[0]).toBeCloseTo(-64.996379331, 8); // numbers.json: rest at 0.003620668807942569 above −65
    const current = (V: number): number => {
      const [m, h, n] = ["mInf", "hInf", "nInf"].map((q) => hodgkinHuxley.quantity(q, { V, m: 0, h: 0, n: 0 }));
      return ["INa", "IK", "IL"].reduce((sum, q) => sum + hodgkinHuxley.quantity(q, { V, m, h, n }), 0);
    };
    const slope = (current(rest[0] + 1e-4) - current(rest[0] - 1e-4)) / 2e-4;
    expect(inputResistance).toBeCloseTo(1 / (slope * patch.area[0] * 1e-8) / 1000, 5);
  });
});

describe("a myelinated axon", () => {
  test("conducts more than five times as fast as the same fibre bare, jumping from node to node", () => {
    const sections = myelinated({
      nodes: 10,
      radius: 5,
      node: { length: 2.5, membrane },
      internode: { length: 1000, membrane: passiveMembrane.preset("myelin"), compartments: 10 },
    });
    const run = simulateCable(cable({ sections, axialResistivity: 110 }), {
      duration: 2.5,
      inject: [{ at: 0, current: step(5, 0, 0.2) }],
    });
    const fast = conductionVelocity(run, { from: { section: "node 2" }, to: { section: "node 7" } });
    const bare = cable({ length: 6000, radius: 5, compartments: 120, membrane, axialResistivity: 110 });
    const slow = conductionVelocity(
      simulateCable(bare, { duration: 5, inject: [{ at: 0, current: step(50, 0, 0.2) }] }),
      { from: 2000, to: 5000 },
    );
    expect(slow).toBeGreaterThan(1);
    expect(fast / slow).toBeGreaterThan(5);
    expect(() => conductionVelocity(run, { from: 500, to: 2500 })).toThrow(
      /'internode 0', passive membrane, does not say what a spike is/,
    );
  });

  test("a bare fibre conducts as the root of its radius", () => {
    // Dimensions: V(x√(a), t) solves the same equation for any a. Compartments scale alike, so this holds for the
    // discrete system too.
    const speed = (radius: number): number => {
      const length = 4000 * Math.sqrt(radius);
      const fibre = cable({ length, radius, compartments: 60, membrane, axialResistivity: 110 });
      return conductionVelocity(
        simulateCable(fibre, { duration: 5, inject: [{ at: 0, current: step(10 * radius ** 1.5, 0, 0.2) }] }),
        { from: 0.4 * length, to: 0.8 * length },
      );
    };
    expect(speed(4) / speed(1)).toBeCloseTo(2, 8);
  });
});

describe("two compartments", () => {
  const shape = { soma: passiveMembrane, dendrite: passiveMembrane, coupling: 0.3, share: 0.25, area: 5000 };

  test("input resistance and attenuation have their closed forms", () => {
    const A = 5000e-8,
      g = 0.1; // cm², mS/cm²
    const series = (0.3 * 0.75 * g) / (0.3 + 0.75 * g);
    const { inputResistance, attenuation } = steadyResponse(twoCompartments(shape), { section: "soma" });
    expect(inputResistance).toBeCloseTo(1 / (A * (0.25 * g + series)) / 1000, 8);
    expect(attenuation[1]).toBeCloseTo(0.3 / (0.3 + 0.75 * g), 12);
  });

  test("an input to the dendrite that would make one compartment fire does not when coupling is weak", () => {
    const neuron = (coupling: number) =>
      twoCompartments({ ...shape, soma: hodgkinHuxley, dendrite: passiveMembrane.with({ gL: 0.3 }), coupling });
    const fires = (coupling: number) =>
      simulateCable(neuron(coupling), {
        duration: 60,
        inject: [{ at: { section: "dendrite" }, current: constant(0.4) }],
      }).spikes[0].length;
    expect(fires(0.02)).toBe(0);
    expect(fires(1)).toBeGreaterThan(0);
  });
});

describe("what cannot be a cable is refused", () => {
  const movingThreshold = defineModel({
    name: "passive, moving threshold",
    source: "of this test",
    equations: "C dV/dt = I - g*(V - EL)",
    states: { V: state(-65, "mV", [-80, 0]) },
    parameters: {
      C: [1, "uF/cm^2"],
      g: [0.1, "mS/cm^2"],
      EL: [-65, "mV"],
      Vth: [-20, "mV"],
      R: [1, "kohm*cm^2"],
      I: [0, "uA/cm^2"],
    },
    input: "I",
    threshold: "V > Vth + R*I",
  });
  const good = { length: 100, radius: 1, compartments: 5, membrane: passiveMembrane, axialResistivity: 100 };
  const section = { name: "a", length: 100, radius: 1, compartments: 5, membrane: passiveMembrane };
  test.each([
    [
      "a membrane in absolute units",
      () => cable({ ...good, membrane: leakyIntegrateAndFire }),
      /leaky integrate-and-fire cannot be the membrane of a cable: its input I must be .* uA\/cm\^2, but is in pA/,
    ],
    [
      "a membrane without current per area",
      () => cable({ ...good, membrane: izhikevich }),
      /must be a current per area, in uA\/cm\^2, but is in 1/,
    ],
    [
      "a membrane whose threshold reads its input",
      () => cable({ ...good, membrane: movingThreshold }),
      /its threshold reads its input I/,
    ],
    [
      "a negative radius",
      () => cable({ ...good, radius: -1 }),
      /section 'cable': radius must be a positive number of um, got -1/,
    ],
    [
      "half a compartment",
      () => cable({ ...good, compartments: 0.5 }),
      /compartments must be a whole number of 1 or more, got 0\.5/,
    ],
    [
      "an unknown parent",
      () => cable({ axialResistivity: 1, sections: [section, { ...section, name: "b", parent: "A" }] }),
      /parent 'A' of section 'b' .* Did you mean 'a'\?/,
    ],
    [
      "a place beyond the end",
      () => compartmentAt(cable(good), 101),
      /no place at 101 um; it reaches from 0 to 100 um/,
    ],
    [
      "a place on two branches",
      () =>
        compartmentAt(
          cable({
            axialResistivity: 1,
            sections: [section, { ...section, name: "b", parent: "a" }, { ...section, name: "c", parent: "a" }],
          }),
          150,
        ),
      /several places at 150 um, in 'b', 'c'/,
    ],
    [
      "a current that is a number",
      () => simulateCable(cable(good), { duration: 1, inject: [{ at: 0, current: 5 as never }] }),
      /did you mean constant\(5\)/,
    ],
    [
      "an output off the steps",
      () => simulateCable(cable(good), { duration: 1, dt: 0.1, output: 0.25 }),
      /whole number of steps of 0\.1 ms, got 0\.25/,
    ],
  ])("%s", (_, act, message) => {
    expect(act).toThrow(message);
  });

  test("a place at a joint belongs to the section beyond, the far end to the last compartment", () => {
    const chain = cable({ axialResistivity: 1, sections: [section, { ...section, name: "b", parent: "a" }] });
    expect(compartmentAt(chain, 100)).toBe(5);
    expect(compartmentAt(chain, 200)).toBe(9);
    expect(compartmentAt(chain, { section: "a", at: 100 })).toBe(4);
    expect(compartmentAt(chain, { section: "b" })).toBe(5);
  });
});
