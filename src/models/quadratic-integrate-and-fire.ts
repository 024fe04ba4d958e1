import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * The quadratic integrate-and-fire neuron: Latham, Richmond, Nelson & Nirenberg (2000) J. Neurophysiol. 83:808–827;
 * what every one-dimensional neuron looks like near its saddle-node. At I = 0 it rests at `Vr` and fires from above
 * `Vt`; the rheobase is k (Vt − Vr)²/4.
 *
 * The defaults are the expansion to second order of `persistentSodium` at its saddle-node, Izhikevich (2007) Dynamical
 * Systems in
 * Neuroscience, MIT Press, section 3.3.8. With I₁ = I − k(Vt − Vr)²/4 above rheobase the period is
 * C/√(k I₁) [arctan((V_peak − V̄)√(k/I₁)) − arctan((V_reset − V̄)√(k/I₁))], V̄ = (Vr + Vt)/2.
 * `test/models/quadratic-integrate-and-fire.test.ts` checks the expansion and the period.
 */
export const quadraticIntegrateAndFire: Model<QuadraticIntegrateAndFireParameter> = defineModel({
  name: "quadratic integrate-and-fire",
  source:
    "Latham et al. (2000) J. Neurophysiol. 83:808-827; " +
    "parameters: the saddle-node of I_Na,p in Izhikevich (2007) Dynamical Systems in Neuroscience, chapter 3",
  equations: `
    C dV/dt = k*(V - Vr)*(V - Vt) + I`,
  states: { V: state("Vr", "mV", [-70, 30]) },
  parameters: {
    C: [10, "uF/cm^2", [2, 40]],
    I: [0, "uA/cm^2", [-20, 100]],
    k: [0.4247, "mS/cm^2/mV", [0.05, 2]],
    Vr: [-52.29, "mV", [-65, -45]],
    Vt: [-40.1, "mV", [-50, -30]],
    Vpeak: [20, "mV", [-20, 40]],
    Vreset: [-60, "mV", [-75, -30]],
  },
  presets: {
    monostable: { Vreset: -60 },
    bistable: { Vreset: -35 },
  },
  threshold: "V >= Vpeak",
  reset: "V = Vreset",
  symbols: { Vr: "V_r", Vt: "V_t" },
});

/** Names of the parameters of `quadraticIntegrateAndFire`. */
export type QuadraticIntegrateAndFireParameter = "C" | "I" | "k" | "Vr" | "Vt" | "Vpeak" | "Vreset";
