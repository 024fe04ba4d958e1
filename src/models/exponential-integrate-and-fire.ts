import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Fourcaud-Trocmé, Hansel, van Vreeswijk & Brunel (2003) J. Neurosci. 23:11628–11640: the exponential
 * integrate-and-fire neuron, fitted to the Wang-Buzsáki neuron (Fig. 1), here for 10 000 µm² of membrane (1 µF/cm² and
 * 0.1 mS/cm² there).
 *
 * The preset "EPFL" is the set of the course of Gerstner, Kistler, Naud & Paninski (2014) Neuronal Dynamics, Cambridge
 * University Press.
 * The rheobase is g_L (V_T − E_L − Δ_T); there V rests at V_T. `test/models/exponential-integrate-and-fire.test.ts`
 * finds 0.4 nA for "EPFL".
 */
export const exponentialIntegrateAndFire: Model<ExponentialIntegrateAndFireParameter> = defineModel({
  name: "exponential integrate-and-fire",
  source: "Fourcaud-Trocmé et al. (2003) J. Neurosci. 23:11628-11640, Fig. 1",
  equations: `
    C dV/dt = I - gL*(V - EL) + gL*DeltaT*exp((V - VT)/DeltaT)`,
  states: { V: state("EL", "mV", [-90, 0]) },
  parameters: {
    C: [100, "pF", [20, 800]],
    I: [0, "pA", [-200, 800]],
    gL: [10, "nS", [1, 60]],
    EL: [-65, "mV", [-80, -55]],
    VT: [-59.9, "mV", [-65, -45]],
    DeltaT: [3.48, "mV", [0.5, 8]],
    Vpeak: [-30, "mV", [-40, 0]],
    Vreset: [-68, "mV", [-80, -55]],
    tRef: [1.7, "ms", [0, 20]],
  },
  presets: {
    "Fourcaud-Trocmé": { C: 100, gL: 10, EL: -65, VT: -59.9, DeltaT: 3.48, Vpeak: -30, Vreset: -68, tRef: 1.7 },
    EPFL: { C: 600, gL: 50, EL: -65, VT: -55, DeltaT: 2, Vpeak: -30, Vreset: -60, tRef: 0 },
  },
  threshold: "V >= Vpeak",
  reset: "V = Vreset",
  refractory: "tRef",
  symbols: { DeltaT: "\\Delta_T", VT: "V_T" },
});

/** Names of the parameters of `exponentialIntegrateAndFire`. */
export type ExponentialIntegrateAndFireParameter =
  | "C"
  | "I"
  | "gL"
  | "EL"
  | "VT"
  | "DeltaT"
  | "Vpeak"
  | "Vreset"
  | "tRef";
