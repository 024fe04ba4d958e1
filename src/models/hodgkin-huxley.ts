import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Hodgkin & Huxley (1952) J. Physiol. 117:500–544, equations 25–31 and Table 3: the squid giant axon at 6.3 °C.
 *
 * Modern sign (inside minus outside, depolarisation positive). `Vr` is the resting potential at which the paper puts
 * its zero:
 * −65 mV by default; the preset "1952" has the paper's scale, rest at 0. Both give the same currents.
 * `T` is the temperature: all rates grow by 3 per 10 °C (p. 523).
 * `test/models/hodgkin-huxley.test.ts` reproduces the resting state and Table 3's rate constants.
 */
export const hodgkinHuxley: Model<HodgkinHuxleyParameter> = defineModel({
  name: "Hodgkin-Huxley",
  source: "Hodgkin & Huxley (1952) J. Physiol. 117:500-544, equations 25-31 and Table 3",
  equations: `
    C dV/dt = I - INa - IK - IL
    dm/dt = phi*(alphaM*(1 - m) - betaM*m)
    dh/dt = phi*(alphaH*(1 - h) - betaH*h)
    dn/dt = phi*(alphaN*(1 - n) - betaN*n)
    INa = gNa*m^3*h*(V - ENa)
    IK = gK*n^4*(V - EK)
    IL = gL*(V - EL)
    v = V - Vr
    alphaM = 0.1*(25 - v)/(exp((25 - v)/10) - 1)  [1/ms]
    betaM = 4*exp(-v/18)  [1/ms]
    alphaH = 0.07*exp(-v/20)  [1/ms]
    betaH = 1/(exp((30 - v)/10) + 1)  [1/ms]
    alphaN = 0.01*(10 - v)/(exp((10 - v)/10) - 1)  [1/ms]
    betaN = 0.125*exp(-v/80)  [1/ms]
    phi = 3^((T - 6.3)/10)  [1]
    mInf = alphaM/(alphaM + betaM)
    hInf = alphaH/(alphaH + betaH)
    nInf = alphaN/(alphaN + betaN)
    tauM = 1/(phi*(alphaM + betaM))
    tauH = 1/(phi*(alphaH + betaH))
    tauN = 1/(phi*(alphaN + betaN))`,
  states: {
    V: state("Vr", "mV", [-90, 60]),
    m: state("mInf", "1"),
    h: state("hInf", "1"),
    n: state("nInf", "1"),
  },
  parameters: {
    C: [1, "uF/cm^2", [0.5, 2]],
    I: [0, "uA/cm^2", [-10, 200]],
    gNa: [120, "mS/cm^2", [0, 240]],
    gK: [36, "mS/cm^2", [0, 72]],
    gL: [0.3, "mS/cm^2", [0, 1]],
    ENa: [50, "mV", [0, 120]],
    EK: [-77, "mV", [-100, 0]],
    EL: [-54.387, "mV", [-80, 20]],
    Vr: [-65, "mV", [-80, 0]],
    T: [6.3, "degC", [0, 30]],
  },
  presets: {
    "1952": { ENa: 115, EK: -12, EL: 10.613, Vr: 0 },
    "18.5 °C": { T: 18.5 },
  },
  threshold: "v > 45 [mV]",
  symbols: { v: "v", Vr: "V_r", phi: "\\varphi", T: "T" },
});

/** Names of the parameters of `hodgkinHuxley`. */
export type HodgkinHuxleyParameter = "C" | "I" | "gNa" | "gK" | "gL" | "ENa" | "EK" | "EL" | "Vr" | "T";
