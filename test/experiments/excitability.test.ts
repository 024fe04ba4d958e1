import { describe, expect, test } from "vitest";
import { doubletSweep } from "../../src/experiments/doublets.js";
import { excitability } from "../../src/experiments/excitability.js";
import { impedance, resonance } from "../../src/experiments/impedance.js";
import { zapResponse } from "../../src/experiments/zap-response.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { adaptiveExponential } from "../../src/models/adaptive-exponential.js";
import { izhikevich2007 } from "../../src/models/izhikevich-2007.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { passiveMembrane } from "../../src/models/passive-membrane.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { prescott } from "../../src/models/prescott.js";
import { quadraticIntegrateAndFire } from "../../src/models/quadratic-integrate-and-fire.js";
import { simulate } from "../../src/solve/simulate.js";
import { sine } from "../../src/solve/stimuli/stimulus-waves.js";
import { pure } from "../dynamics/normal-forms.js";

describe("the class of excitability", () => {
  test.each([
    ["class 1", 1, "saddle-node on invariant circle"],
    ["class 2", 2, "subcritical Andronov-Hopf"],
    ["class 3", 3, undefined],
  ])("of Prescott's %s is %d", (preset, expected, kind) => {
    const { class: found, evidence } = excitability(prescott.preset(preset));
    expect(found).toBe(expected);
    expect(evidence.lost?.kind).toBe(kind);
    expect(evidence.reasons[0]).toMatch(/^(a slow ramp|rest stays)/);
    if (expected === 3)
      expect(evidence.steps.filter(({ spikes }) => spikes > 0).every(({ sustained }) => !sustained)).toBe(true);
  });

  test("of I_Na,p + I_K is 1 on the circle, its rate falling with the square root; 2 off it, at a finite rate", () => {
    const circle = excitability(persistentSodiumPotassium);
    expect(circle.class).toBe(1);
    const [near, , far] = circle.evidence.onset;
    expect(far.rate / near.rate).toBeGreaterThan(5); // √100 = 10, less for the rate's own curvature
    expect(circle.evidence.resonance?.resonates).toBe(false);
    const off = excitability(persistentSodiumPotassium.preset("saddle-node off invariant circle"));
    expect(off.class).toBe(2);
    expect(off.evidence.onset[0].rate).toBeGreaterThan(500);
    for (const preset of ["supercritical Andronov-Hopf", "subcritical Andronov-Hopf"]) {
      const found = excitability(persistentSodiumPotassium.preset(preset));
      expect([found.class, found.evidence.resonance?.resonates]).toEqual([2, true]);
    }
  });

  test("of models with a reset: 1 for the leaky and the quadratic one, 2 for Izhikevich's resonator", () => {
    const leaky = excitability(leakyIntegrateAndFire);
    expect([leaky.class, leaky.evidence.lost?.kind]).toEqual([1, "threshold crossing"]);
    expect(excitability(quadraticIntegrateAndFire).class).toBe(1);
    const resonator = excitability(izhikevich.preset("resonator"));
    expect([resonator.class, resonator.evidence.lost?.kind]).toEqual([2, "subcritical Andronov-Hopf"]);
  });

  test("of Izhikevich's cells of 2007, of which three rest at a corner; firing that repeats itself is run no longer", () => {
    const classes = Object.keys(izhikevich2007.presets).map((name) => {
      const { class: found, evidence } = excitability(izhikevich2007.preset(name));
      for (const { spikes, sustained } of evidence.steps) if (sustained) expect(spikes).toBeLessThan(1000);
      return [name, found];
    });
    expect(classes.every(([, found]) => found !== undefined)).toBe(true);
    const delayed = excitability(adaptiveExponential.preset("delayed accelerating")).evidence.steps;
    expect(delayed.every(({ sustained, spikes }) => sustained && spikes < 1000)).toBe(true); // of 12 000 in a long run
  });

  test("is undefined, with the reason, for what does not spike", () => {
    const { class: none, evidence } = excitability(passiveMembrane);
    expect(none).toBeUndefined();
    expect(evidence.reasons[0]).toMatch(/no step in the range evokes a spike/);
    expect(excitability(persistentSodium.preset("without reset"))).toMatchObject({
      class: undefined,
      evidence: { reasons: [expect.stringMatching(/goes to where it does not spike/)] },
    });
  });
});

describe("impedance", () => {
  test("of a passive membrane is R/√(1 + ω²τ²), its phase −arctan ωτ", () => {
    const { gL, C } = { gL: 10, C: 100 }; // nS, pF: R = 0.1 GΩ, τ = 10 ms
    const Z = impedance(leakyIntegrateAndFire.with({ gL, C }), [0, 10, 100]);
    Z.frequency.forEach((f, k) => {
      const x = ((2 * Math.PI * f) / 1000) * (C / gL);
      expect(Z.magnitude[k]).toBeCloseTo(1 / gL / Math.hypot(1, x), 13);
      expect(Z.phase[k]).toBeCloseTo(-Math.atan(x), 12);
    });
    expect(Z.unit).toBe("mV/(pA)");
  });

  test("is what a small sine moves the membrane potential by", () => {
    const model = hodgkinHuxley,
      amplitude = 0.01,
      f = 60;
    const { magnitude, rest } = impedance(model, [f]);
    const run = simulate(model, {
      duration: 300,
      stimulus: sine(amplitude, f),
      initial: rest.state,
      tolerance: 1e-11,
      dt: 0.05,
    });
    const late = run.states.V.slice(run.time.findIndex((t) => t > 200));
    expect((Math.max(...late) - Math.min(...late)) / 2 / amplitude / magnitude[0]).toBeCloseTo(1, 3);
  });

  test("has an inner peak where the model resonates; a focus alone does not make one", () => {
    const focus = resonance(persistentSodiumPotassium.with({ I: 3 }));
    expect([focus.rest.kind, focus.resonates, focus.quality]).toEqual(["stable focus", false, 1]);
    expect(focus.natural).toBeGreaterThan(0);
    const axon = resonance(hodgkinHuxley);
    expect(axon.resonates).toBe(true);
    const Z = impedance(hodgkinHuxley, [0, axon.frequency * 0.99, axon.frequency, axon.frequency * 1.01]).magnitude;
    expect(Z[2]).toBeGreaterThan(Math.max(Z[0], Z[1], Z[3]));
    expect(Z[2] / Z[0]).toBeCloseTo(axon.quality, 9);
  });

  test("of x′ = −x + wy + I, y′ = −wx − y peaks where its closed form does: ω² = √(w⁴ + 4w²) − 1", () => {
    // |Z|² = (1 + ω²)/((1 + w² − ω²)² + 4ω²)
    const w = 5;
    const { frequency } = resonance(pure({ x: `-x + ${w}*y + I`, y: `-${w}*x - y` }, { I: 0 }, [-2, 2.1]));
    expect((2 * Math.PI * frequency) / 1000).toBeCloseTo(Math.sqrt(Math.sqrt(w ** 4 + 4 * w ** 2) - 1), 6);
  });

  test("a ZAP current measures it, within 3 % of the linear one at a slow sweep", () => {
    const measured = zapResponse(hodgkinHuxley, { low: 20, high: 120, duration: 2000 });
    const linear = impedance(hodgkinHuxley, measured.frequency);
    const inner = Array.from(measured.frequency.keys()).slice(10, -5);
    for (const k of inner) expect(Math.abs(measured.magnitude[k] / linear.magnitude[k] - 1)).toBeLessThan(0.03);
  });

  test("needs rest", () => {
    expect(() => impedance(persistentSodiumPotassium.with({ I: 10 }), [1])).toThrow(
      /does not rest at I = 10: its equilibria are unstable \(unstable focus at V = -26/,
    );
  });
});

describe("the doublet experiment", () => {
  test("Hodgkin-Huxley prefers its own period to shorter gaps; the integrator always the shortest", () => {
    const axon = doubletSweep(hodgkinHuxley, [6, 10, 15], { width: 0.5 });
    expect(axon.preferred).toBe(15);
    expect(axon.threshold[2]).toBeLessThan(0.95 * axon.single);
    const integrator = doubletSweep(persistentSodiumPotassium, [0.5, 2, 6], { width: 0.5 });
    expect(integrator.preferred).toBe(0.5);
    expect([...integrator.threshold].sort((a, b) => a - b)).toEqual([...integrator.threshold]);
  });
});
