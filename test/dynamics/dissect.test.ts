import { describe, expect, test } from "vitest";
import { dissect, type Dissection } from "../../src/dynamics/dissection/dissect.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import type { Model } from "../../src/model/model.js";
import { fitzHughNagumo } from "../../src/models/fitzhugh-nagumo.js";
import { hindmarshRose } from "../../src/models/bursters/hindmarsh-rose.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { persistentSodiumPotassiumM } from "../../src/models/bursters/persistent-sodium-potassium-m.js";

/**
 * z′ = (u + 3i) z + 2 z|z|² − z|z|⁴, u′ = 0.01 (a − |z|²): Izhikevich (2000), section 2.9.3, where all is known in closed
 * form: an Andronov-Hopf point at u = 0, a fold of cycles at u = −1, stable cycles of |z|² = 1 + √(1 + u).
 */
const canonical = (a: number): Model =>
  defineModel({
    name: "canonical",
    source: "Izhikevich (2000) Int. J. Bifurcation Chaos 10:1171",
    equations: `
      dx/dt = u*x - 3*y + 2*x*R - x*R^2 [1/ms]
      dy/dt = u*y + 3*x + 2*y*R - y*R^2 [1/ms]
      du/dt = 0.01*(a - R) [1/ms]
      R = x^2 + y^2`,
    states: { x: state(0.5, "1", [-2, 2]), y: state(0, "1", [-2, 2]), u: state(-0.5, "1", [-2, 2]) },
    parameters: { a: [a, "1", [-1, 3]] },
    threshold: "x > 0.5 [1]",
  }) as Model;

const ends = ({ burst }: Dissection): (number | undefined)[] => [
  burst?.ends.rest?.parameter,
  burst?.ends.spiking?.parameter,
];

describe("Izhikevich's elliptic burster in closed form", () => {
  const found = dissect(canonical(0.8), "u");
  test("is named, with the two bifurcations in their places", () => {
    expect([found.behaviour, found.foretold]).toEqual(["bursts", ["bursts"]]);
    expect([found.burst?.type, found.burst?.name]).toEqual(["subHopf/fold cycle", "elliptic"]);
    const [rest, spiking] = ends(found);
    expect(rest).toBeCloseTo(0, 10);
    expect(spiking).toBeCloseTo(-1, 8);
    expect(found.incomplete).toEqual([]);
  });
  test("has the slow flow 0.01 (a − |z|²) along cycles, and 0.01 a at rest", () => {
    for (const { slow, rate } of found.flow.equilibria)
      for (const k of slow.keys()) expect(rate[k]).toBeCloseTo(0.008, 12);
    for (const { stable, slow, rate, swing } of found.flow.cycles)
      for (const k of slow.keys()) {
        if (slow[k] < -0.999) continue;
        const squared = 1 + (stable ? 1 : -1) * Math.sqrt(1 + slow[k]);
        expect(rate[k]).toBeCloseTo(0.01 * (0.8 - squared), 6);
        expect(swing[k]).toBeLessThan(1e-5); // |z| is the same all around
      }
  });
  test("spikes tonically at a = 1.6, where the mean stands still at u = 0.36 − 1", () => {
    const tonic = dissect(canonical(1.6), "u");
    expect([tonic.behaviour, tonic.foretold, tonic.burst]).toEqual([
      "spikes tonically",
      ["spikes tonically"],
      undefined,
    ]);
  });
});

describe("square-wave bursters", () => {
  // 2 − 5/27 is in closed form; 2.08560 is known from this continuation alone
  test("Hindmarsh-Rose", () => {
    const found = dissect(hindmarshRose, "z");
    expect([found.behaviour, found.foretold]).toEqual(["bursts", ["bursts"]]);
    expect([found.burst?.type, found.burst?.name, found.burst?.spikes]).toEqual(["fold/homoclinic", "square-wave", 9]);
    const [rest, spiking] = ends(found);
    expect(rest).toBeCloseTo(2 - 5 / 27, 8);
    expect(spiking?.toFixed(5)).toBe("2.08560");
    expect(found.burst?.period).toBeCloseTo(430.77, 1);
    expect(found.evidence["mean dz/dt at rest, per ms"]).toBeLessThan(0);
    expect(found.evidence["mean dz/dt while it spikes, per ms"]).toBeGreaterThan(0);
  });
  test("I_Na,p + I_K + I_K(M)", () => {
    const found = dissect(persistentSodiumPotassiumM, "nM");
    expect([found.behaviour, found.foretold]).toEqual(["bursts", ["bursts"]]);
    expect([found.burst?.type, found.burst?.name, found.burst?.spikes]).toEqual(["fold/homoclinic", "square-wave", 9]);
    expect(found.incomplete).toEqual([]);
  });
  test("one that spikes tonically is no burster, and the slow flow foretells it", () => {
    const found = dissect(hindmarshRose.preset("tonic spiking"), "z");
    expect([found.behaviour, found.foretold, found.burst]).toEqual([
      "spikes tonically",
      ["spikes tonically"],
      undefined,
    ]);
  });
});

test("a range in which rest does not end names no type, and says so", () => {
  const { behaviour, burst, incomplete } = dissect(hindmarshRose, "z", { range: [1.83, 2.3] });
  expect([behaviour, burst?.type, burst?.name]).toEqual(["bursts", undefined, undefined]);
  expect(incomplete).toContain("rest does not end within the range of z");
});

test("what cannot be dissected is refused by name", () => {
  expect(() => dissect(hindmarshRose, "r")).toThrow(/dissect: .* 'r': that is a parameter/);
  expect(() => dissect(hindmarshRose, "w")).toThrow(/has no state 'w'; its states are x, y, z/);
  expect(() => dissect(hindmarshRose, ["y", "z"] as never)).toThrow(/one slow state, got 2: .*parabolic/);
  expect(() => dissect(fitzHughNagumo, "w")).toThrow(/only v is left/);
  expect(() => dissect(izhikevich, "u")).toThrow(/has a reset/);
  expect(() => dissect(hindmarshRose, "z", { range: [2, 1] })).toThrow(/range of 'z'/);
  expect(() => dissect(hindmarshRose, "z", { duration: 0 })).toThrow(/duration/);
  expect(() => dissect(hindmarshRose, "z", { time: 1 } as never)).toThrow(TypeError);
});
