import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Izhikevich (2007) Dynamical Systems in Neuroscience, MIT Press, chapter 4: the persistent sodium plus potassium
 * model, with instantaneous sodium activation. The defaults are Fig. 4.1a (high threshold) with τ = 1 ms.
 *
 * Presets place rest near each of the four bifurcations: high threshold, τ = 1: saddle-node on invariant circle; τ =
 * 0.152: saddle-node off it; low threshold (Fig. 4.1b): supercritical Andronov-Hopf; and the subcritical set of chapter
 * 6.
 * `test/models/persistent-sodium-potassium.test.ts` reproduces the fold near I = 4.51 (Fig. 6.5).
 */
export const persistentSodiumPotassium: Model<PersistentSodiumPotassiumParameter> = defineModel({
  name: "I_Na,p + I_K",
  source: "Izhikevich (2007) Dynamical Systems in Neuroscience, MIT Press, Fig. 4.1",
  equations: `
    C dV/dt = I - IL - INa - IK
    dn/dt = (nInf - n)/tau
    IL = gL*(V - EL)
    INa = gNa*mInf*(V - ENa)
    IK = gK*n*(V - EK)
    mInf = 1/(1 + exp((Vm - V)/km))
    nInf = 1/(1 + exp((Vn - V)/kn))`,
  states: { V: state(-65, "mV", [-90, 40]), n: state("nInf", "1", [-0.05, 1]) },
  parameters: {
    C: [1, "uF/cm^2", [0.5, 5]],
    I: [0, "uA/cm^2", [-20, 60]],
    gL: [8, "mS/cm^2", [0, 16]],
    EL: [-80, "mV", [-90, -60]],
    gNa: [20, "mS/cm^2", [0, 40]],
    ENa: [60, "mV", [40, 80]],
    Vm: [-20, "mV", [-40, 0]],
    km: [15, "mV", [2, 30]],
    gK: [10, "mS/cm^2", [0, 20]],
    EK: [-90, "mV", [-100, -70]],
    Vn: [-25, "mV", [-60, -10]],
    kn: [5, "mV", [2, 20]],
    tau: [1, "ms", [0.05, 5]],
  },
  presets: {
    "saddle-node on invariant circle": { EL: -80, gL: 8, gNa: 20, gK: 10, Vm: -20, km: 15, Vn: -25, kn: 5, tau: 1 },
    "saddle-node off invariant circle": {
      EL: -80,
      gL: 8,
      gNa: 20,
      gK: 10,
      Vm: -20,
      km: 15,
      Vn: -25,
      kn: 5,
      tau: 0.152,
    },
    "supercritical Andronov-Hopf": { EL: -78, gL: 8, gNa: 20, gK: 10, Vm: -20, km: 15, Vn: -45, kn: 5, tau: 1 },
    "subcritical Andronov-Hopf": { EL: -78, gL: 1, gNa: 4, gK: 4, Vm: -30, km: 7, Vn: -45, kn: 5, tau: 1 },
  },
  threshold: "V > Vm",
});

/** Names of the parameters of `persistentSodiumPotassium`. */
export type PersistentSodiumPotassiumParameter =
  | "C"
  | "I"
  | "gL"
  | "EL"
  | "gNa"
  | "ENa"
  | "Vm"
  | "km"
  | "gK"
  | "EK"
  | "Vn"
  | "kn"
  | "tau";
