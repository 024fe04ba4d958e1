import { describe, expect, test } from "vitest";
import { phaseLocking, type PhaseLocking } from "../../src/dynamics/phase/phase-locking.js";
import { phaseResponse } from "../../src/dynamics/phase/phase-response.js";
import { phaseShifts } from "../../src/dynamics/phase/phase-shifts.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import type { Model } from "../../src/model/model.js";
import { withSynapses } from "../../src/models/synapses/with-synapses.js";
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

  describe("by synapses", () => {
    const cell = (neuron: Model, tau: number, reversal: number): Model =>
      withSynapses(neuron, [{ name: "syn", kind: "exponential", tau, reversal }]);
    const lock = (neuron: Model, tau: number, reversal: number): PhaseLocking =>
      phaseLocking(cell(neuron, tau, reversal), { kind: "synaptic", onto: "gsyn", weight: 1 });
    const leaky = leakyIntegrateAndFire.with({ I: 300, tRef: 0 });
    const circle = persistentSodiumPotassium.with({ I: 6 });
    let kept: PhaseLocking | undefined;
    const lasting = (): PhaseLocking => (kept ??= lock(circle, 5, -75));

    test("excitation drives leaky neurons out of synchrony, inhibition into it: van Vreeswijk et al. (1994)", () => {
      const alpha = (reversal: number): number[] => {
        const model = withSynapses(leaky, [{ name: "syn", kind: "alpha", tau: 3, reversal }]);
        return stable(phaseLocking(model, { kind: "synaptic", onto: "xsyn", weight: 1 }));
      };
      expect(alpha(0)).not.toContain(0);
      expect(alpha(-90)).toContain(0);
    });

    // class 1: weak excitation parts the cells, inhibition that lasts gathers them; brief inhibition does not
    test("on an invariant circle they lock at 0.20 by excitation, at half a period by brief inhibition, at both by longer", () => {
      const [excited] = stable(lock(circle, 5, 0));
      expect(excited).toBeCloseTo(0.201, 3);
      expect(stable(lock(circle, 1, -75))).toEqual([0.5]);
      expect(stable(lasting())).toEqual([0, 0.5]);
    });

    test("H is what the response of V makes of the current of the synapse, over all periods that it lasts", () => {
      const [tau, reversal] = [5, -75];
      const { response, interaction, phase } = lasting();
      const { period, states } = response;
      const count = phase.length - 1;
      const ahead = 150;
      let sum = 0;
      for (let k = 0; k < count; k++) {
        const since = ((k + ahead) % count) * (period / count);
        // from the jump on: a trapezoid needs its value from both sides
        const g = Math.exp(-since / tau) / (1 - Math.exp(-period / tau));
        const open = since === 0 ? (g + g * Math.exp(-period / tau)) / 2 : g;
        sum += (response.response["V"][k] * open * (reversal - states["V"][k])) / count;
      }
      expect(sum / interaction[ahead]).toBeCloseTo(1, 2);
    });

    test("a delay of a tenth of a period moves H by that part", () => {
      const { response, interaction } = lasting();
      const delay = 0.1 * response.period;
      const late = phaseLocking(cell(circle, 5, -75), { kind: "synaptic", onto: "gsyn", weight: 1, delay }).interaction;
      const most = Math.max(...interaction.map(Math.abs));
      for (let k = 100; k < 400; k++) expect(Math.abs(late[k] - interaction[k - 50])).toBeLessThan(1e-6 * most);
    });

    test("what can not be is refused: another state, an unknown kind, a cell that swings below its threshold", () => {
      const model = cell(circle, 5, 0);
      expect(() => phaseLocking(model, { kind: "synaptic", onto: "gSyn", weight: 1 })).toThrow(/Did you mean 'gsyn'/);
      expect(() => phaseLocking(model, { kind: "chemical", onto: "gsyn", weight: 1 } as never)).toThrow(/kind/);
      const below = cell(persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I: 20 }), 1, 0);
      expect(() => phaseLocking(below, { kind: "synaptic", onto: "gsyn", weight: 1 })).toThrow(/below its threshold/);
    });
  });
});
