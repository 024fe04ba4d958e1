import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Morris & Lecar (1981) Biophys. J. 35:193–213: calcium, potassium and leak in the barnacle's muscle fibre, calcium at
 * once.
 *
 * The three sets, one for each way from rest to spiking, are those of Rinzel & Ermentrout (1989), as printed in
 * Ermentrout &
 * Terman (2010) Mathematical Foundations of Neuroscience, Springer, Table 3.1; the default is the first.
 * `test/models/morris-lecar.test.ts` finds its Andronov-Hopf bifurcations at I = 93.858 and 212.019 µA/cm².
 */
export const morrisLecar: Model<MorrisLecarParameter> = defineModel({
  name: "Morris-Lecar",
  source:
    "Morris & Lecar (1981) Biophys. J. 35:193-213; " +
    "parameters: Ermentrout & Terman (2010) Mathematical Foundations of Neuroscience, Table 3.1",
  equations: `
    C dV/dt = I - IL - ICa - IK
    dw/dt = phi*(wInf - w)/tauW
    IL = gL*(V - EL)
    ICa = gCa*mInf*(V - ECa)
    IK = gK*w*(V - EK)
    mInf = (1 + tanh((V - V1)/V2))/2
    wInf = (1 + tanh((V - V3)/V4))/2
    tauW = 1/cosh((V - V3)/(2*V4))`,
  states: { V: state("EL", "mV", [-80, 60]), w: state("wInf", "1", [-0.05, 1]) },
  parameters: {
    C: [20, "uF/cm^2", [5, 40]],
    I: [0, "uA/cm^2", [-20, 250]],
    gCa: [4.4, "mS/cm^2", [0, 8]],
    ECa: [120, "mV", [80, 140]],
    gK: [8, "mS/cm^2", [0, 16]],
    EK: [-84, "mV", [-100, -60]],
    gL: [2, "mS/cm^2", [0, 4]],
    EL: [-60, "mV", [-80, -40]],
    V1: [-1.2, "mV", [-20, 20]],
    V2: [18, "mV", [5, 30]],
    V3: [2, "mV", [-20, 30]],
    V4: [30, "mV", [5, 40]],
    phi: [0.04, "1/ms", [0.01, 0.4]],
  },
  presets: {
    "Andronov-Hopf": { gCa: 4.4, V3: 2, V4: 30, phi: 0.04 },
    "saddle-node on invariant circle": { gCa: 4, V3: 12, V4: 17.4, phi: 0.067 },
    "saddle homoclinic": { gCa: 4, V3: 12, V4: 17.4, phi: 0.23 },
  },
  threshold: "V > 0 [mV]",
  symbols: { phi: "\\varphi", V1: "V_1", V2: "V_2", V3: "V_3", V4: "V_4" },
});

/** Names of the parameters of `morrisLecar`. */
export type MorrisLecarParameter =
  | "C"
  | "I"
  | "gCa"
  | "ECa"
  | "gK"
  | "EK"
  | "gL"
  | "EL"
  | "V1"
  | "V2"
  | "V3"
  | "V4"
  | "phi";
