import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Izhikevich (2007) Dynamical Systems in Neuroscience, MIT Press, section 3.2: leak and instantaneous persistent
 * sodium, one dimension.
 *
 * At I = 0 there are three equilibria: rest, threshold (unstable) and the excited state; rest and threshold merge at I
 * = 15.78. Nothing repolarises the cell, so a spike that has come up to `Vpeak` is reset by hand to `Vreset`, a
 * departure from the book's figures that makes the model fire; the preset "without reset" puts `Vpeak` out of reach and
 * keeps the excited state.
 * `test/models/persistent-sodium.test.ts` reproduces the saddle-nodes at I = 16 and I = −890 (Fig. 3.25).
 */
export const persistentSodium: Model<PersistentSodiumParameter> = defineModel({
  name: "I_Na,p",
  source: "Izhikevich (2007) Dynamical Systems in Neuroscience, MIT Press, Figs. 3.6 and 3.25",
  equations: `
    C dV/dt = I - IL - INa
    IL = gL*(V - EL)
    INa = gNa*mInf*(V - ENa)
    mInf = 1/(1 + exp((Vm - V)/k))`,
  states: { V: state("EL", "mV", [-80, 60]) },
  parameters: {
    C: [10, "uF/cm^2", [2, 40]],
    I: [0, "uA/cm^2", [-100, 100]],
    gL: [19, "mS/cm^2", [5, 40]],
    EL: [-67, "mV", [-80, -50]],
    gNa: [74, "mS/cm^2", [0, 150]],
    ENa: [60, "mV", [40, 80]],
    Vm: [1.5, "mV", [-20, 20]],
    k: [16, "mV", [5, 30]],
    Vpeak: [20, "mV", [-20, 80]],
    Vreset: [-60, "mV", [-75, -30]],
  },
  presets: {
    "with reset": { Vpeak: 20 },
    "without reset": { Vpeak: 80 },
  },
  threshold: "V >= Vpeak",
  reset: "V = Vreset",
});

/** Names of the parameters of `persistentSodium`. */
export type PersistentSodiumParameter = "C" | "I" | "gL" | "EL" | "gNa" | "ENa" | "Vm" | "k" | "Vpeak" | "Vreset";
