import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Wilson & Cowan (1972) Biophys. J. 12:1–24: the parts E and I of the excitatory and of the inhibitory cells that are
 * active, averaged over a few ms; eqs. 11 and 12 with r = k = 1. What a population does of its input x is the sigmoid
 * S(x) = 1/(1 + e^(−a(x − θ))) − 1/(1 + e^(aθ)), their eq. 15, of which S(0) = 0. P and Q come from outside; one unit
 * of their time is the time constant, 8 ms here.
 *
 * The presets are their Figs. 4 (two stable states), 5 (three) and 11 (a limit cycle).
 * `test/models/wilson-cowan.test.ts` reproduces them. The numbers of Fig. 4 are those of The Virtual Brain's
 * `WilsonCowan`, which names that figure; those of Fig. 11, with P = 1.25, were found as "limit cycle, original P" in
 * lists of parameters for it. The paper itself, and Fig. 5, were not at hand.
 */
export const wilsonCowan: Model<WilsonCowanParameter> = defineModel({
  name: "Wilson-Cowan",
  source: "Wilson & Cowan (1972) Biophys. J. 12:1-24",
  equations: `
    tauE dE/dt = -E + (1 - E)*SE
    tauI dI/dt = -I + (1 - I)*SI
    SE = 1/(1 + exp(-aE*(c1*E - c2*I + P - thetaE))) - 1/(1 + exp(aE*thetaE))
    SI = 1/(1 + exp(-aI*(c3*E - c4*I + Q - thetaI))) - 1/(1 + exp(aI*thetaI))`,
  states: { E: state(0.05, "1", [-0.02, 0.52]), I: state(0.05, "1", [-0.02, 0.52]) },
  parameters: {
    P: [1.25, "1", [-1, 4]],
    Q: [0, "1", [-2, 4]],
    c1: [16, "1", [0, 24]],
    c2: [12, "1", [0, 24]],
    c3: [15, "1", [0, 24]],
    c4: [3, "1", [0, 24]],
    aE: [1.3, "1", [0.5, 3]],
    thetaE: [4, "1", [0, 8]],
    aI: [2, "1", [0.5, 8]],
    thetaI: [3.7, "1", [0, 8]],
    tauE: [8, "ms", [2, 20]],
    tauI: [8, "ms", [2, 20]],
  },
  presets: {
    "limit cycle": { P: 1.25, Q: 0, c1: 16, c2: 12, c3: 15, c4: 3, aE: 1.3, thetaE: 4, aI: 2, thetaI: 3.7 },
    "two stable states": { P: 0, Q: 0, c1: 12, c2: 4, c3: 13, c4: 11, aE: 1.2, thetaE: 2.8, aI: 1, thetaI: 4 },
    "three stable states": { P: 0, Q: 0, c1: 13, c2: 4, c3: 22, c4: 2, aE: 1.5, thetaE: 2.5, aI: 6, thetaI: 4.3 },
  },
  input: "P",
});

/** Names of the parameters of `wilsonCowan`. */
export type WilsonCowanParameter =
  | "P"
  | "Q"
  | "c1"
  | "c2"
  | "c3"
  | "c4"
  | "aE"
  | "thetaE"
  | "aI"
  | "thetaI"
  | "tauE"
  | "tauI";
