import { expect, test } from "vitest";
import { dissect } from "../../src/dynamics/dissection/dissect.js";
import { freeze } from "../../src/model/freeze.js";
import type { Model } from "../../src/model/model.js";
import { fitzHughRinzel } from "../../src/models/bursters/fitzhugh-rinzel.js";
import { hindmarshRose } from "../../src/models/bursters/hindmarsh-rose.js";
import { persistentSodiumPotassiumM } from "../../src/models/bursters/persistent-sodium-potassium-m.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { simulate } from "../../src/solve/simulate.js";

test("FitzHugh and Rinzel's model is an elliptic burster: its fold of cycles is FitzHugh's, 0.32418 less I", () => {
  const { behaviour, foretold, burst, incomplete } = dissect(fitzHughRinzel, "y");
  expect([behaviour, foretold, incomplete]).toEqual(["bursts", ["bursts"], []]);
  expect([burst?.type, burst?.name]).toEqual(["subHopf/fold cycle", "elliptic"]);
  expect(burst?.ends.spiking?.parameter).toBeCloseTo(0.32418 - 0.3125, 5);
});

test.each([
  ["I_Na,p + I_K + I_K(M)", persistentSodiumPotassiumM, "nM"],
  ["Hindmarsh-Rose", hindmarshRose, "z"],
  ["FitzHugh-Rinzel", fitzHughRinzel, "y"],
] as [string, Model, string][])(
  "%s: the presets that rest and that spike tonically are no bursters",
  (_, model, slow) => {
    const resting = dissect(model.preset("rest"), slow);
    expect([resting.behaviour, resting.foretold, resting.burst]).toEqual(["rests", ["rests"], undefined]);
    const tonic = dissect(model.preset("tonic spiking"), slow);
    expect([tonic.behaviour, tonic.foretold, tonic.burst]).toEqual([
      "spikes tonically",
      ["spikes tonically"],
      undefined,
    ]);
  },
);

test.each([["I_Na,p + I_K + I_K(M)", persistentSodiumPotassiumM, "nM", 1e-4]] as [string, Model, string, number][])(
  "%s: the fast subsystem, run by itself, spikes below the homoclinic orbit and stops above it",
  (_, model, slow, step) => {
    const at = dissect(model, slow).burst?.ends.spiking?.parameter ?? NaN;
    const fast = freeze(model, slow);
    const run = simulate(model, { duration: 1500 });
    const midBurst = run.at(run.spikes[13]); // the fifth of nine
    const initial = fast.stateNames.map((name) => midBurst[name]);
    const [spiking, stopped] = [at - step, at + step].map(
      (value) => simulate(fast.with({ [slow]: value }), { duration: 3000, initial }).spikes,
    );
    expect(spiking.at(-1)).toBeGreaterThan(2500);
    expect(stopped.at(-1) ?? 0).toBeLessThan(1000);
  },
);

test("bursts that never repeat have no type: the intervals come in all lengths", () => {
  const { behaviour, burst, incomplete } = dissect(hindmarshRose.preset("irregular bursts"), "z");
  expect([behaviour, burst]).toEqual(["undecided", undefined]);
  expect(incomplete.join()).toMatch(/intervals between spikes/);
});

test("a burster with two slow states, dissected along one of them, gets no type", () => {
  // Ermentrout & Kopell (1986) SIAM J. Appl. Math. 46:233: a phase x + iy on the circle under two slow states
  const parabolic = defineModel({
    name: "parabolic",
    source: "after Ermentrout & Kopell (1986) SIAM J. Appl. Math. 46:233",
    equations: `
      dx/dt = x*(1 - x^2 - y^2) - y*w [1/ms]
      dy/dt = y*(1 - x^2 - y^2) + x*w [1/ms]
      du/dt = 0.005*v [1/ms]
      dv/dt = -0.005*u [1/ms]
      w = 1 - x + (1 + x)*u`,
    states: {
      x: state(1, "1", [-2, 2]),
      y: state(0, "1", [-2, 2]),
      u: state(0.5, "1", [-2, 2]),
      v: state(0, "1", [-2, 2]),
    },
    parameters: {},
    threshold: "-x > 0 [1]",
  }) as Model;
  const { burst, incomplete } = dissect(parabolic, "u", { duration: 5000 });
  expect(burst?.type).toBeUndefined();
  expect(incomplete.length).toBeGreaterThan(0);
});
