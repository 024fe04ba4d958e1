import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Brette & Gerstner (2005) J. Neurophysiol. 94:3637–3642: the adaptive exponential integrate-and-fire neuron. The
 * defaults are the paper's fit to a regular spiking pyramidal cell; it names no reset, which the authors put at E_L.
 *
 * The presets are the eight firing patterns of Naud, Marcille, Clopath & Gerstner (2008) Biol. Cybern. 99:335–347,
 * Table 1, each with the current I that is stepped on from rest to show it.
 * `test/models/adaptive-exponential.test.ts` finds each pattern in its interspike intervals.
 */
export const adaptiveExponential: Model<AdaptiveExponentialParameter> = defineModel({
  name: "adaptive exponential integrate-and-fire",
  source:
    "Brette & Gerstner (2005) J. Neurophysiol. 94:3637-3642; " +
    "patterns: Naud et al. (2008) Biol. Cybern. 99:335-347, Table 1",
  equations: `
    C dV/dt = I - gL*(V - EL) + gL*DeltaT*exp((V - VT)/DeltaT) - w
    dw/dt = (a*(V - EL) - w)/tauW`,
  states: { V: state("EL", "mV", [-80, 0]), w: state(0, "pA", [-200, 600]) },
  parameters: {
    C: [281, "pF", [50, 400]],
    I: [0, "pA", [-200, 1200]],
    gL: [30, "nS", [5, 40]],
    EL: [-70.6, "mV", [-80, -50]],
    VT: [-50.4, "mV", [-60, -40]],
    DeltaT: [2, "mV", [0.5, 5]],
    a: [4, "nS", [-15, 20]],
    tauW: [144, "ms", [10, 400]],
    b: [80.5, "pA", [0, 200]],
    Vreset: [-70.6, "mV", [-75, -40]],
    Vpeak: [0, "mV", [-30, 20]],
  },
  presets: {
    "Brette-Gerstner": { C: 281, gL: 30, EL: -70.6, VT: -50.4, DeltaT: 2, a: 4, tauW: 144, b: 80.5, Vreset: -70.6 },
    "tonic spiking": { C: 200, gL: 10, EL: -70, VT: -50, DeltaT: 2, a: 2, tauW: 30, b: 0, Vreset: -58, I: 500 },
    adaptation: { C: 200, gL: 12, EL: -70, VT: -50, DeltaT: 2, a: 2, tauW: 300, b: 60, Vreset: -58, I: 500 },
    "initial burst": { C: 130, gL: 18, EL: -58, VT: -50, DeltaT: 2, a: 4, tauW: 150, b: 120, Vreset: -50, I: 400 },
    "regular bursting": { C: 200, gL: 10, EL: -58, VT: -50, DeltaT: 2, a: 2, tauW: 120, b: 100, Vreset: -46, I: 210 },
    "delayed accelerating": {
      C: 200,
      gL: 12,
      EL: -70,
      VT: -50,
      DeltaT: 2,
      a: -10,
      tauW: 300,
      b: 0,
      Vreset: -58,
      I: 300,
    },
    "delayed regular bursting": {
      C: 100,
      gL: 10,
      EL: -65,
      VT: -50,
      DeltaT: 2,
      a: -10,
      tauW: 90,
      b: 30,
      Vreset: -47,
      I: 110,
    },
    "transient spiking": { C: 100, gL: 10, EL: -65, VT: -50, DeltaT: 2, a: 10, tauW: 90, b: 100, Vreset: -47, I: 180 },
    "irregular spiking": { C: 100, gL: 12, EL: -60, VT: -50, DeltaT: 2, a: -11, tauW: 130, b: 30, Vreset: -48, I: 160 },
  },
  threshold: "V >= Vpeak",
  reset: `
    V = Vreset
    w = w + b`,
  symbols: { DeltaT: "\\Delta_T", VT: "V_T" },
});

/** Names of the parameters of `adaptiveExponential`. */
export type AdaptiveExponentialParameter =
  | "C"
  | "I"
  | "gL"
  | "EL"
  | "VT"
  | "DeltaT"
  | "a"
  | "tauW"
  | "b"
  | "Vreset"
  | "Vpeak";
