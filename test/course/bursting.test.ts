import { describe, expect, test } from "vitest";
import { dissect } from "../../src/dynamics/dissection/dissect.js";
import { equilibria } from "../../src/dynamics/equilibria/equilibria.js";
import { freeze } from "../../src/model/freeze.js";
import { fitzHughRinzel } from "../../src/models/bursters/fitzhugh-rinzel.js";
import { persistentSodiumPotassiumM as cell } from "../../src/models/bursters/persistent-sodium-potassium-m.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../src/solve/simulate.js";
import { pulses } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import { bursts } from "../../src/spikes/bursts.js";

// The numbers of notebook 22.

const run = simulate(cell, { duration: 400 });
const intervalsOf = (spikes: Float64Array): number[] => Array.from(spikes.slice(1), (t, k) => t - spikes[k]);

describe("22.1", () => {
  test("nine spikes a burst, 0.88 ms apart at first and 2.07 at last, then 75.5 ms of silence", () => {
    expect(bursts(run.spikes).map(({ count }) => count)).toEqual([9, 9, 9, 9, 9]);
    const intervals = intervalsOf(run.spikes);
    expect([intervals[9], intervals[16], intervals[17]].map((v) => v.toFixed(2))).toEqual(["0.88", "2.07", "75.55"]);
  });
  test("the period goes with tauM, about 4 ms for each ms; 18 spikes with 40 ms", () => {
    for (const tauM of [16, 44]) {
      const all = bursts(simulate(cell.with({ tauM }), { duration: 600 }).spikes);
      expect(Math.round((all[2].start - all[1].start) / tauM)).toBe(4);
    }
    expect(bursts(simulate(cell.with({ tauM: 40 }), { duration: 600 }).spikes)[1].count).toBe(18);
  });
});

describe("22.2 and 22.3", () => {
  const fast = freeze(cell, "nM");
  const { V, n } = run.at(run.spikes[13]);
  const held = (nM: number, initial: readonly number[]): number =>
    simulate(fast.with({ nM }), { duration: 100, initial: [...initial] }).spikes.length;
  test("held at 0.03 it spikes over 100 times from a burst and never from rest; the borders lie at 0.0035 and 0.068", () => {
    expect(held(0.03, [V, n])).toBeGreaterThan(100);
    expect(held(0.03, [-65, 0])).toBe(0);
    expect(held(0.0034, [-65, 0])).toBeGreaterThan(50);
    expect(held(0.0036, [-65, 0])).toBe(0);
    expect(held(0.067, [V, n])).toBeGreaterThan(40);
    expect(held(0.0685, [V, n])).toBeLessThan(3);
  });
  test("the borders are a saddle-node at 0.0035 and a homoclinic orbit at 0.0678; the gate moves 12 % in a spike", () => {
    const { burst, evidence } = dissect(cell, "nM");
    expect(burst?.ends.rest?.parameter.toFixed(4)).toBe("0.0035");
    expect(burst?.ends.spiking?.parameter.toFixed(4)).toBe("0.0678");
    expect(Number(evidence["nM moves in a spike, as a part of that"]).toFixed(2)).toBe("0.12");
  });
  test("a kick of 40 mV at 210 ms makes a burst of 7; the next would be due at 263 ms", () => {
    const { spikes } = simulate(cell, { duration: 400, stimulus: pulses(400, { width: 0.1, at: [210] }) });
    expect(bursts(spikes, { gap: 10 })[3].count).toBe(7);
    expect(Math.round(bursts(run.spikes)[3].start)).toBe(263);
  });
  test("with 3 µA/cm² it rests; with 15 it spikes on, its gate between 0.110 and 0.116, short of 0.123", () => {
    expect(simulate(cell.with({ I: 3 }), { duration: 300 }).spikes.length).toBe(0);
    const { behaviour, foretold, fast: diagram, run: late } = dissect(cell.with({ I: 15 }), "nM");
    expect([behaviour, foretold]).toEqual(["spikes tonically", ["spikes tonically"]]);
    const end = diagram.points.find(({ kind }) => kind === "saddle homoclinic")?.parameter;
    const gate = Array.from(late.states["nM"].slice(-9000));
    expect([Math.min(...gate), Math.max(...gate), end].map((v) => v?.toFixed(3))).toEqual(["0.110", "0.116", "0.123"]);
  });
});

test("22.4: Morris and Lecar's cell rests below −29 mV and has a mean above that while it spikes", () => {
  const planar = morrisLecar.preset("saddle homoclinic").with({ I: 38 });
  expect(equilibria(planar)[0].state["V"]).toBeLessThan(-29);
  const late = simulate(planar, { duration: 600, initial: { V: 0, w: 0.1 }, dt: 0.1 }).states["V"].slice(3000);
  expect(late.reduce((sum, v) => sum + v, 0) / late.length).toBeGreaterThan(-20);
});

describe("22.5", () => {
  test("the slow sine makes intervals of 11.5, 8.5 and 15.0 ms", () => {
    const stimulus = sine(3, 1000 / 300);
    const { spikes } = simulate(persistentSodiumPotassium.with({ I: 4.5 }), { duration: 900, stimulus });
    const [, { count }] = bursts(spikes, { gap: 40 });
    const first = bursts(spikes, { gap: 40 })[0].count;
    const own = intervalsOf(spikes.slice(first, first + count));
    expect([own[0], Math.min(...own), own[count - 2]].map((v) => v.toFixed(1))).toEqual(["11.5", "8.5", "15.0"]);
  });
  test("rest of FitzHugh and Rinzel's cell goes at y = 0.0188, the first burst comes at 0.0335, later ones before", () => {
    const { burst, run: late } = dissect(fitzHughRinzel, "y");
    expect(burst?.ends.rest?.parameter.toFixed(4)).toBe("0.0188");
    expect(burst?.ends.spiking?.parameter.toFixed(4)).toBe("0.0117");
    expect(late.states["y"].reduce((most, v) => Math.max(most, v))).toBeLessThan(0.0188);
    const first = simulate(fitzHughRinzel, { duration: 4000 });
    expect(first.at(bursts(first.spikes)[1].start)["y"].toFixed(4)).toBe("0.0335");
  });
});
