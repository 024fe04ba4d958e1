import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Prescott, De Koninck & Sejnowski (2008) PLoS Comput. Biol. 4:e1000198, Figs. 1 and 2: a Morris-Lecar model in which
 * one number, the half-activation `betaW` of the slow current, moves the neuron through Hodgkin's three classes.
 *
 * At 0 mV the steady-state current has a fold: class 1. At −13 mV it has none, and rest is lost in an Andronov-Hopf
 * bifurcation: class 2. At −21 mV rest stays stable, and only a fast change of I brings a spike: class 3.
 * `test/models/prescott.test.ts` reproduces the three.
 */
export const prescott: Model<PrescottParameter> = defineModel({
  name: "Prescott",
  source: "Prescott, De Koninck & Sejnowski (2008) PLoS Comput. Biol. 4:e1000198, Figs. 1 and 2",
  equations: `
    C dV/dt = I - Ifast - Islow - Ileak
    dw/dt = phiW*(wInf - w)/tauW
    Ifast = gFast*mInf*(V - ENa)
    Islow = gSlow*w*(V - EK)
    Ileak = gLeak*(V - Eleak)
    mInf = (1 + tanh((V - betaM)/gammaM))/2
    wInf = (1 + tanh((V - betaW)/gammaW))/2
    tauW = 1/cosh((V - betaW)/(2*gammaW))`,
  states: { V: state("Eleak", "mV", [-90, 50]), w: state("wInf", "1", [-0.05, 1]) },
  parameters: {
    betaW: [0, "mV", [-25, 5]],
    C: [2, "uF/cm^2", [0.5, 5]],
    I: [0, "uA/cm^2", [-20, 80]], // the range of the paper; far beyond it class 3 oscillates too
    gFast: [20, "mS/cm^2", [0, 40]],
    ENa: [50, "mV", [30, 70]],
    gSlow: [20, "mS/cm^2", [0, 40]],
    EK: [-100, "mV", [-110, -80]],
    gLeak: [2, "mS/cm^2", [0, 5]],
    Eleak: [-70, "mV", [-90, -50]],
    betaM: [-1.2, "mV", [-20, 10]],
    gammaM: [18, "mV", [5, 30]],
    gammaW: [10, "mV", [5, 30]],
    phiW: [0.15, "1/ms", [0.02, 0.5]],
  },
  presets: {
    "class 1": { betaW: 0 },
    "class 2": { betaW: -13 },
    "class 3": { betaW: -21 },
  },
  threshold: "V > betaM",
  symbols: {
    phiW: "\\varphi_w",
    Eleak: "E_{\\mathrm{leak}}",
    Ifast: "I_{\\mathrm{fast}}",
    Islow: "I_{\\mathrm{slow}}",
    Ileak: "I_{\\mathrm{leak}}",
  },
});

/** Names of the parameters of `prescott`. */
export type PrescottParameter =
  | "betaW"
  | "C"
  | "I"
  | "gFast"
  | "ENa"
  | "gSlow"
  | "EK"
  | "gLeak"
  | "Eleak"
  | "betaM"
  | "gammaM"
  | "gammaW"
  | "phiW";
