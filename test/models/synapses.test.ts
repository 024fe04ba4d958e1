import { describe, expect, test } from "vitest";
import { adaptiveExponential } from "../../src/models/adaptive-exponential.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { synapseKinds, type Synapse } from "../../src/models/synapses/synapse.js";
import { withSynapses } from "../../src/models/synapses/with-synapses.js";
import { modelFromData } from "../../src/model/model-from-data.js";
import type { Model } from "../../src/model/model.js";
import { simulatePopulation } from "../../src/solve/population/population.js";
import { simulate } from "../../src/solve/simulate.js";
import { pulses } from "../../src/solve/stimuli/stimulus-shapes.js";

const all: readonly Synapse[] = [
  { name: "A", kind: "exponential", tau: 5, reversal: 0 },
  { name: "A", kind: "alpha", tau: 5, reversal: 0 },
  { name: "A", kind: "double exponential", rise: 2, decay: 10, reversal: 0 },
  { name: "A", kind: "NMDA", rise: 2, decay: 10, reversal: 0 },
];

/** The conductance after one spike of weight 1, at dt = 0.05 ms; the cell that sends fires once, at 0.05 ms. */
function afterOneSpike(synapse: Synapse): Float64Array {
  const cell = withSynapses(leakyIntegrateAndFire.with({ tRef: 500 }), [synapse]);
  const { recorded, raster } = simulatePopulation(cell, {
    count: 2,
    duration: 60,
    dt: 0.05,
    initial: { V: [-54, -75] },
    coupling: { onto: synapse.kind === "exponential" ? "gA" : "xA", weights: [0, 1, 0, 0] },
    record: { states: ["gA"], cells: [1] },
  });
  expect(raster.time.length).toBe(1);
  return recorded["gA"][0].slice(Math.round(raster.time[0] / 0.05) + 1);
}

describe("a synapse on a neuron", () => {
  test.each(all)(
    "$kind: one spike's conductance has its weight as its peak, and the course of its formula",
    (synapse) => {
      const g = afterOneSpike(synapse);
      expect(Math.max(...g)).toBeCloseTo(1, 3);
      const courses = {
        exponential: (t: number) => Math.exp(-t / 5),
        alpha: (t: number) => (t / 5) * Math.exp(1 - t / 5),
        "double exponential": (t: number) => (Math.exp(-t / 10) - Math.exp(-t / 2)) / 0.53499, // at 2.5 ln 5 ms
      };
      const course = courses[synapse.kind === "NMDA" ? "double exponential" : synapse.kind];
      for (const k of [10, 60, 200, 600]) expect(g[k]).toBeCloseTo(course(0.05 * k), 3);
    },
  );

  test("there are four kinds, and each is tried here", () => {
    expect(all.map(({ kind }) => kind)).toEqual([...synapseKinds]);
  });

  test("takes its current from the input of any neuron in pA or µA/cm²: at rest, g (V − E) less", () => {
    for (const neuron of [leakyIntegrateAndFire, adaptiveExponential, hodgkinHuxley] as readonly Model[]) {
      const cell = withSynapses(neuron, [{ name: "A", kind: "exponential", tau: 5, reversal: 10 }]);
      const state = { ...cell.states, gA: 2 };
      const [V] = cell.stateNames;
      const less = 2 * (cell.states[V] - 10);
      expect(cell.quantity("IA", state)).toBeCloseTo(less, 9);
      const injected = neuron.with({ I: -less }).field(neuron.states);
      neuron.stateNames.forEach((_, i) => expect(cell.field(state)[i]).toBeCloseTo(injected[i], 9));
    }
  });

  test("is a Model like any: it resets, goes through JSON, and says its equations", () => {
    const cell = withSynapses(adaptiveExponential, [
      { name: "AMPA", kind: "alpha", tau: 2, reversal: 0 },
      { name: "GABA", kind: "exponential", tau: 6, reversal: -75 },
    ]);
    const options = { duration: 100, stimulus: pulses(1000, { width: 40, at: [10] }) };
    const spikes = simulate(cell, options).spikes;
    const alone = simulate(adaptiveExponential, options).spikes;
    expect(spikes.length).toBe(alone.length);
    spikes.forEach((t, k) => expect(t).toBeCloseTo(alone[k], 3)); // more states, other steps
    expect(spikes.length).toBeGreaterThan(1);
    expect(simulate(modelFromData(cell.data), options).spikes).toEqual(spikes);
    expect(cell.units["gAMPA"]).toBe("nS");
    expect(cell.tex).toContain("\\text{if }");
    expect(cell.tex).toContain("I_{\\mathrm{GABA}}");
  });

  test("a pulse of area w into its kick is a spike with the weight w", () => {
    const synapse: Synapse = { name: "A", kind: "alpha", tau: 5, reversal: 0 };
    const cell = withSynapses(leakyIntegrateAndFire, [synapse], { input: "A" });
    const run = simulate(cell, { duration: 60, stimulus: pulses(10 * 1.5, { width: 0.1, at: [10] }) });
    expect(Math.max(...run.states.gA)).toBeCloseTo(1.5, 3);
  });

  test("NMDA's magnesium leaves 1/(1 + [Mg]/3.57) open at 0 mV, and half of it at −20.5 mV: Jahr & Stevens", () => {
    const cell = withSynapses(leakyIntegrateAndFire, [{ name: "N", kind: "NMDA", rise: 2, decay: 80, reversal: 0 }]);
    const open = (V: number, Mg = 1): number => cell.with({ MgN: Mg }).quantity("IN", { ...cell.states, V, gN: 1 }) / V;
    expect(open(-1e-9)).toBeCloseTo(1 / (1 + 1 / 3.57), 6);
    expect(open(-Math.log(3.57) / 0.062)).toBeCloseTo(0.5, 9); // −20.5 mV in 1 mM
    expect(open(-70, 0)).toBeCloseTo(1, 9);
    expect(open(-70)).toBeLessThan(0.05);
  });

  test("refuses what makes no sense, by name", () => {
    const on =
      (synapse: object, options = {}): (() => unknown) =>
      () =>
        withSynapses(leakyIntegrateAndFire, [synapse as Synapse], options);
    expect(on({ name: "A", kind: "beta", tau: 1, reversal: 0 })).toThrow(/no kind "beta"; there are exponential/);
    expect(on({ name: "A", kind: "alpha", tau: -1, reversal: 0 })).toThrow(/tau/);
    expect(on({ name: "L", kind: "alpha", tau: 1, reversal: 0 })).toThrow(/two of the name gL/);
    expect(on({ name: "A", kind: "NMDA", rise: 5, decay: 5, reversal: 0 })).toThrow(/rise must be shorter/);
    expect(on({ name: "A", kind: "alpha", tau: 1, reversal: 0 }, { input: "B" })).toThrow(/names no synapse: "B"/);
    expect(() => withSynapses(izhikevich, [{ name: "A", kind: "alpha", tau: 1, reversal: 0 }])).toThrow(/pA/);
  });
});
