import { describe, expect, test } from "vitest";
import { phaseLocking, type PhaseLocking } from "../../src/dynamics/phase/phase-locking.js";
import { phaseResponse } from "../../src/dynamics/phase/phase-response.js";
import { phaseShifts } from "../../src/dynamics/phase/phase-shifts.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { quadraticIntegrateAndFire } from "../../src/models/quadratic-integrate-and-fire.js";

/** r′ = r(1 − r²), θ′ = 1: its isochrons are rays, so Z = (−sin θ, cos θ)/2π periods. */
const clock = defineModel({
  name: "radial clock",
  source: "Winfree (1980) The Geometry of Biological Time",
  equations: `
    dx/dt = x - y - x*(x^2 + y^2)  [1/ms]
    dy/dt = x + y - y*(x^2 + y^2)  [1/ms]`,
  states: { x: state(1, "1", [-1.5, 1.5]), y: state(0, "1", [-1.5, 1.5]) },
  parameters: {},
  threshold: "y > 0",
});

const stable = ({ locked }: PhaseLocking): number[] => locked.filter((one) => one.stable).map(({ phase }) => phase);

/** At phases 0, 1/count, …: the infinitesimal curve at those of `phaseShifts`. */
const at = (curve: Float64Array, phase: Float64Array): number[] =>
  Array.from(phase, (share) => curve[Math.round(share * (curve.length - 1))]);

describe("phase response", () => {
  test("of the radial clock: −sin θ and cos θ over 2π, of type 2", () => {
    const { response, phase, period, type, error } = phaseResponse(clock);
    expect(period).toBeCloseTo(2 * Math.PI, 9);
    expect(error).toBeLessThan(1e-8);
    phase.forEach((share, k) => {
      expect(response.x[k]).toBeCloseTo(-Math.sin(2 * Math.PI * share) / (2 * Math.PI), 8);
      expect(response.y[k]).toBeCloseTo(Math.cos(2 * Math.PI * share) / (2 * Math.PI), 8);
    });
    expect(type).toBe(2);
  });

  test("of the leaky neuron: 1/(f T), which grows as e^(t/τ), of type 1; a push in the refractory period lasts", () => {
    const model = leakyIntegrateAndFire.with({ I: 300 });
    const { response, phase, states, period, type } = phaseResponse(model);
    const { I, gL, EL, C, tRef, Vreset } = model.parameters;
    phase.forEach((share, k) => {
      const V = share * period < tRef ? Vreset : states.V[k];
      expect(response.V[k] * period * ((I - gL * (V - EL)) / C)).toBeCloseTo(1, 7);
    });
    expect(type).toBe(1);
  });

  test("of the quadratic neuron, reset far below and far above: 1 − cos θ", () => {
    const { response, phase } = phaseResponse(quadraticIntegrateAndFire.with({ I: 30, Vpeak: 1e4, Vreset: -1e4 }));
    const middle = response.V[250];
    phase.forEach((share, k) => {
      expect(response.V[k] / middle).toBeCloseTo((1 - Math.cos(2 * Math.PI * share)) / 2, 2);
    });
  });

  test("Hodgkin and Huxley's neuron is of type 2, one on an invariant circle of type 1", () => {
    expect(phaseResponse(hodgkinHuxley.with({ I: 10 })).type).toBe(2);
    expect(phaseResponse(persistentSodiumPotassium.with({ I: 4.6 })).type).toBe(1);
  });

  test("small pulses shift the spikes by what the adjoint says: smooth, and through the reset of two states", () => {
    for (const [model, size] of [
      [clock, 1e-3],
      [izhikevich.with({ I: 10 }), 1e-3],
    ] as const) {
      const { phase, shift } = phaseShifts(model, { size, count: 10 });
      const expected = at(phaseResponse(model, { count: 400 }).response[model.stateNames[0]], phase);
      const most = Math.max(...expected.map(Math.abs));
      shift.forEach((v, k) => expect(Math.abs(v / size - expected[k])).toBeLessThan(0.01 * most));
    }
  });

  test("without a stable cycle there is none, and the error says what to do", () => {
    expect(() => phaseResponse(hodgkinHuxley)).toThrow(/no stable cycle.*larger I/);
    expect(() => phaseResponse(leakyIntegrateAndFire)).toThrow(/no stable cycle/);
  });
});

describe("phase locking", () => {
  test("electrically coupled clocks: H = (sin φ)/4π, in phase; with the sign turned, in antiphase", () => {
    const result = phaseLocking(clock, { kind: "electrical", strength: 1 });
    result.phase.forEach((share, k) => {
      expect(result.interaction[k]).toBeCloseTo(Math.sin(2 * Math.PI * share) / (4 * Math.PI), 8);
    });
    expect(stable(result)).toEqual([0]);
    expect(result.locked.map(({ phase }) => phase)).toEqual([0, 0.5]);
    expect(result.locked[0].rate).toBeCloseTo(-1, 3); // −2 dH/dφ, φ in periods
    expect(stable(phaseLocking(clock, { kind: "electrical", strength: -1 }))).toEqual([0.5]);
  });

  test("a coupling written as a function is the same as the one that is named", () => {
    const named = phaseLocking(clock, { kind: "electrical", strength: 0.5 }).interaction;
    const written = phaseLocking(clock, (own, other) => 0.5 * (other.x - own.x)).interaction;
    written.forEach((v, k) => expect(v).toBeCloseTo(named[k], 12));
  });

  test("excitation drives leaky neurons out of synchrony, inhibition into it: van Vreeswijk et al. (1994)", () => {
    const model = leakyIntegrateAndFire.with({ I: 300, tRef: 0 });
    const synapse = { kind: "synaptic", rise: 1, decay: 5 } as const;
    expect(stable(phaseLocking(model, { ...synapse, strength: 1 }))).not.toContain(0);
    expect(stable(phaseLocking(model, { ...synapse, strength: -1 }))).toContain(0);
  });

  test("a synapse that would rise more slowly than it decays is refused", () => {
    const coupling = { kind: "synaptic", strength: 1, rise: 5, decay: 2 } as const;
    expect(() => phaseLocking(clock, coupling)).toThrow(/decay must be longer/);
  });
});
