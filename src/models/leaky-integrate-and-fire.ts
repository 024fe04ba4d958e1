import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * The leaky integrate-and-fire neuron with an absolute refractory period: Lapicque (1907) J. Physiol. Pathol. Gén.
 * 9:620; in the form of
 * Dayan & Abbott (2001) Theoretical Neuroscience, eq. 5.8, with the parameters of the Neuromatch Academy course,
 * tutorial W2D3.
 *
 * The preset "EPFL" is the set of the exercises to Gerstner, Kistler, Naud & Paninski (2014) Neuronal Dynamics, with
 * its rheobase of 2 nA.
 *
 * For a constant current the rate is known in closed form: 1/f = t_ref + τ ln[(R I + E_L − V_reset)/(R I + E_L −
 * V_th)], R = 1/g_L, τ = C/g_L.
 * `test/models/leaky-integrate-and-fire.test.ts` reproduces f(250 pA) = 55.266 Hz.
 */
export const leakyIntegrateAndFire: Model<LeakyIntegrateAndFireParameter> = defineModel({
  name: "leaky integrate-and-fire",
  source: "Dayan & Abbott (2001) Theoretical Neuroscience, MIT Press, eq. 5.8",
  equations: `
    C dV/dt = I - gL*(V - EL)`,
  states: { V: state("EL", "mV", [-90, -40]) },
  parameters: {
    C: [100, "pF", [20, 1000]],
    I: [0, "pA", [-200, 2500]],
    gL: [10, "nS", [1, 120]],
    EL: [-75, "mV", [-90, -60]],
    Vth: [-55, "mV", [-65, -40]],
    Vreset: [-75, "mV", [-90, -60]],
    tRef: [2, "ms", [0, 20]],
  },
  presets: {
    NMA: { C: 100, gL: 10, EL: -75, Vth: -55, Vreset: -75, tRef: 2 },
    EPFL: { C: 800, gL: 100, EL: -70, Vth: -50, Vreset: -65, tRef: 2 },
  },
  threshold: "V >= Vth",
  reset: "V = Vreset",
  refractory: "tRef",
});

/** Names of the parameters of `leakyIntegrateAndFire`. */
export type LeakyIntegrateAndFireParameter = "C" | "I" | "gL" | "EL" | "Vth" | "Vreset" | "tRef";
