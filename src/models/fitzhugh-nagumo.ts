import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * FitzHugh (1961) Biophys. J. 1:445–466 and Nagumo, Arimoto & Yoshizawa (1962) Proc. IRE 50:2061–2070, in the scaling
 * of
 * FitzHugh (1969): v is fast, w slow, both without units; one unit of the model's time is shown as one ms.
 *
 * Andronov-Hopf bifurcations stand in closed form at v = ∓√(1 − εb), where I = (v + a)/b − v + v³/3.
 * `test/models/fitzhugh-nagumo.test.ts` finds I = 0.33128 and 1.41872 for the defaults. With a = b = 0 the model is van
 * der Pol's oscillator, from which FitzHugh started, of μ = 1/√ε.
 */
export const fitzHughNagumo: Model<FitzHughNagumoParameter> = defineModel({
  name: "FitzHugh-Nagumo",
  source: "FitzHugh (1961) Biophys. J. 1:445-466; Nagumo, Arimoto & Yoshizawa (1962) Proc. IRE 50:2061-2070",
  equations: `
    dv/dt = v - v^3/3 - w + I  [1/ms]
    dw/dt = epsilon*(v + a - b*w)  [1/ms]`,
  states: { v: state(-1.2, "1", [-2.5, 2.5]), w: state(-0.625, "1", [-1.5, 2.5]) },
  parameters: {
    I: [0, "1", [-0.5, 2]],
    a: [0.7, "1", [0, 1.5]],
    b: [0.8, "1", [0, 2]],
    epsilon: [0.08, "1", [0.005, 1]],
  },
  presets: {
    excitable: { I: 0, a: 0.7, b: 0.8, epsilon: 0.08 },
    oscillating: { I: 0.5, a: 0.7, b: 0.8, epsilon: 0.08 },
    bistable: { I: 0.35, a: 0.7, b: 2, epsilon: 0.08 },
    "van der Pol": { I: 0, a: 0, b: 0, epsilon: 0.04 },
  },
  threshold: "v > 1 [1]",
});

/** Names of the parameters of `fitzHughNagumo`. */
export type FitzHughNagumoParameter = "I" | "a" | "b" | "epsilon";
