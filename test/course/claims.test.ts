import { describe, expect, test } from "vitest";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { limitCycles } from "../../src/dynamics/cycles/limit-cycles.js";
import { excitability } from "../../src/experiments/excitability.js";
import { doubletSweep } from "../../src/experiments/doublets.js";
import { fiCurve } from "../../src/experiments/fi-curve.js";
import { resonance } from "../../src/experiments/impedance.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { izhikevich2007 } from "../../src/models/izhikevich-2007.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { prescott } from "../../src/models/prescott.js";
import { simulate } from "../../src/solve/simulate.js";
import { step } from "../../src/solve/stimuli/stimulus-shapes.js";

// Numbers that the text of the notebooks prints, computed a second time: each is right to the digit that is printed.

const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const resonator = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 42 });
const fixed = (values: ArrayLike<number>, digits: number): string[] =>
  Array.from(values, (value) => value.toFixed(digits));

test("3.7: Euler's error after 2 ms is 0.94, 0.56, 0.31 and 0.16 mV with steps of 0.4, 0.2, 0.1 and 0.05 ms", () => {
  const membrane = persistentSodium.preset("without reset");
  const exact = simulate(membrane, { duration: 2, initial: { V: -39 } }).at(2).V;
  const euler = (dt: number): number => {
    let V = -39;
    for (let k = 0; k < Math.round(2 / dt); k++) V += dt * membrane.field([V])[0];
    return V;
  };
  expect(
    fixed(
      [0.4, 0.2, 0.1, 0.05].map((dt) => exact - euler(dt)),
      2,
    ),
  ).toEqual(["0.94", "0.56", "0.31", "0.16"]);
});

describe("5.2", () => {
  test("rest and saddle come from 9.8 to 0.5 mV near each other, and no cycle is there before rest is lost", () => {
    const distance = (I: number): number => {
      const [rest, saddle] = equilibria(snic.with({ I }));
      return saddle.state.V - rest.state.V;
    };
    expect(fixed([0, 4.5].map(distance), 1)).toEqual(["9.8", "0.5"]);
    for (const I of [0, 2, 4, 4.5]) expect(limitCycles(snic.with({ I }))).toEqual([]);
  });
  test("the law is 23 and 60 % too fast at 4.60 and 5.16 µA/cm², and fits with 5.2 ms for the spike", () => {
    const inputs = [4.6, 4.8, 5.16];
    const law = (I: number, s: number): number => 1000 / (Math.PI / Math.sqrt(0.19739 * 1.04594 * (I - 4.51287)) + s);
    const { rate } = fiCurve(snic, inputs, { duration: 1500 });
    expect(fixed(rate, 1)).toEqual(["34.7", "55.0", "72.9"]);
    expect(
      fixed(
        inputs.map((I) => law(I, 5.2)),
        1,
      ),
    ).toEqual(["34.9", "55.2", "72.5"]);
    expect(
      fixed(
        [0, 2].map((i) => 100 * (law(inputs[i], 0) / rate[i] - 1)),
        0,
      ),
    ).toEqual(["23", "60"]);
  });
});

test("11.3: with a = 0.1 the neurons of b = 0.01 and 0.09 are class 1, and the second prefers 14 Hz near its fold", () => {
  const found = [0.01, 0.09, 0.2, 0.26].map((b) => {
    const cell = izhikevich.with({ a: 0.1, b, d: 2 });
    const { class: kind, evidence } = excitability(cell);
    return [kind, resonance(cell.with({ I: (evidence.lost?.parameter ?? 0) - 0.1 })).frequency.toFixed(0)];
  });
  expect(found.map(([kind]) => kind)).toEqual([1, 1, 2, 2]);
  expect(found.slice(0, 2).map(([, frequency]) => frequency)).toEqual(["0", "14"]);
});

describe("13", () => {
  test("regular spiking of 2003 begins at 5.6 Hz and is class 2; of 2007 at zero, at 51.43 pA, and is class 1", () => {
    const [old, late] = [izhikevich.preset("regular spiking"), izhikevich2007.preset("regular spiking")];
    const [a, b] = [excitability(old), excitability(late)];
    expect([a.class, b.class, a.evidence.lost?.parameter.toFixed(4), b.evidence.lost?.parameter.toFixed(2)]).toEqual([
      2,
      1,
      "3.7975",
      "51.43",
    ]);
    expect(fiCurve(old, [1.0001 * 3.7975], { duration: 4000 }).rate[0].toFixed(1)).toBe("5.6");
  });
});

describe("14", () => {
  const width = 0.2;
  test("two pulses fire the integrator at gaps up to 1.1 ms, the resonator up to 0.35 and from 2.5 to 3.15 ms", () => {
    const integrator = snic.with({ I: 4 });
    const enough = (model: typeof snic, strength: number, gaps: readonly number[]): boolean[] =>
      Array.from(doubletSweep(model, gaps, { width }).threshold, (least) => least <= strength);
    expect(enough(integrator, 9.5, [0.3, 1.1, 1.2])).toEqual([true, true, false]);
    expect(enough(resonator, 22, [0.35, 0.45, 2.35, 2.5, 3.15, 3.3])).toEqual([true, false, false, true, true, false]);
  });
  test("a neuron of class 1 prefers 39 Hz and rebounds 0.02 µA/cm² below its saddle-node at 4.421, and stops at 4.421", () => {
    const exception = snic.with({ EL: -79.42, Vn: -31, kn: 7 });
    const { class: kind, evidence } = excitability(exception);
    expect([kind, evidence.lost?.parameter.toFixed(3)]).toEqual([1, "4.421"]);
    const near = exception.with({ I: 4.4 });
    expect(resonance(near).frequency.toFixed(0)).toBe("39");
    expect(resonance(exception.with({ I: 4.42 })).resonates).toBe(true);
    expect(resonance(exception.with({ I: 4.421 })).resonates).toBe(false);
    const released = { duration: 80, initial: equilibria(near)[0].state, stimulus: step(-2, 10, 30) };
    expect(simulate(near, released).spikes.length).toBe(3);
  });
  test("Prescott's class 3 prefers 117 Hz at 60 µA/cm², with Q = 8.2", () => {
    const { frequency, quality } = resonance(prescott.preset("class 3").with({ I: 60 }));
    expect([frequency.toFixed(0), quality.toFixed(1)]).toEqual(["117", "8.2"]);
  });
});
