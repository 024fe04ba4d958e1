import { defineModel } from "../../model/text/define.js";
import { state } from "../../model/text/definition.js";
import type { Model } from "../../model/model.js";

/**
 * Izhikevich (2007) Dynamical Systems in Neuroscience, MIT Press, chapter 9: the persistent sodium plus potassium model
 * with a second, slow potassium current of the M kind, the gate of which is nM. The fast part has the parameters of
 * Fig. 4.1a but for τ = 0.152 ms, where rest and spiking coexist, and gK = 9 mS/cm²; the slow gate carries it to and
 * fro.
 *
 * With nM held, rest is lost where nM(V), solved for along the equilibria, has its minimum, 0.003502:
 * `test/models/bursters.test.ts` finds it by that formula.
 */
export const persistentSodiumPotassiumM: Model<PersistentSodiumPotassiumMParameter> = defineModel({
  name: "I_Na,p + I_K + I_K(M)",
  source: "Izhikevich (2007) Dynamical Systems in Neuroscience, MIT Press, chapter 9",
  equations: `
    C dV/dt = I - IL - INa - IK - IM
    dn/dt = (nInf - n)/tau
    dnM/dt = (nMInf - nM)/tauM
    IL = gL*(V - EL)
    INa = gNa*mInf*(V - ENa)
    IK = gK*n*(V - EK)
    IM = gM*nM*(V - EK)
    mInf = 1/(1 + exp((Vm - V)/km))
    nInf = 1/(1 + exp((Vn - V)/kn))
    nMInf = 1/(1 + exp((VM - V)/kM))`,
  states: { V: state(-65, "mV", [-90, 40]), n: state("nInf", "1", [-0.05, 1]), nM: state("nMInf", "1", [-0.02, 0.3]) },
  parameters: {
    C: [1, "uF/cm^2", [0.5, 5]],
    I: [5, "uA/cm^2", [-5, 20]],
    gL: [8, "mS/cm^2", [0, 16]],
    EL: [-80, "mV", [-90, -60]],
    gNa: [20, "mS/cm^2", [0, 40]],
    ENa: [60, "mV", [40, 80]],
    Vm: [-20, "mV", [-40, 0]],
    km: [15, "mV", [2, 30]],
    gK: [9, "mS/cm^2", [0, 20]],
    EK: [-90, "mV", [-100, -70]],
    Vn: [-25, "mV", [-60, -10]],
    kn: [5, "mV", [2, 20]],
    tau: [0.152, "ms", [0.05, 5]],
    gM: [5, "mS/cm^2", [0, 10]],
    VM: [-20, "mV", [-60, 0]],
    kM: [5, "mV", [2, 20]],
    tauM: [20, "ms", [5, 100]],
  },
  presets: {
    rest: { I: 3, tauM: 20 },
    bursts: { I: 5, tauM: 20 },
    "long bursts": { I: 5, tauM: 60 },
    "tonic spiking": { I: 15, tauM: 20 },
  },
  threshold: "V > Vm",
});

/** Names of the parameters of `persistentSodiumPotassiumM`. */
export type PersistentSodiumPotassiumMParameter =
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
  | "tau"
  | "gM"
  | "VM"
  | "kM"
  | "tauM";
