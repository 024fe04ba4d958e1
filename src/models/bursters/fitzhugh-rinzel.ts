import { defineModel } from "../../model/text/define.js";
import { state } from "../../model/text/definition.js";
import type { Model } from "../../model/model.js";

/**
 * Rinzel (1987) in Mathematical Topics in Population Biology, Morphogenesis and Neurosciences, Springer, 267–281: the
 * FitzHugh-Nagumo model with a slow variable y that is added to the input, without units; one unit of the model's time
 * is shown as one ms.
 *
 * With y held it is FitzHugh's model under I + y, of which the Andronov-Hopf point stands in closed form; rest is lost
 * there and found again where the cycles fold: an elliptic burster. `test/models/bursters.test.ts` finds that point.
 */
export const fitzHughRinzel: Model<FitzHughRinzelParameter> = defineModel({
  name: "FitzHugh-Rinzel",
  source: "Rinzel (1987) in Lecture Notes in Biomathematics 71:267-281, Springer",
  equations: `
    dv/dt = v - v^3/3 - w + y + I  [1/ms]
    dw/dt = delta*(a + v - b*w)  [1/ms]
    dy/dt = mu*(c - v - d*y)  [1/ms]`,
  states: { v: state(-1.2, "1", [-2.5, 2.5]), w: state(-0.6, "1", [-1.5, 2]), y: state(0, "1", [-0.2, 0.2]) },
  parameters: {
    I: [0.3125, "1", [0, 0.6]],
    a: [0.7, "1", [0, 1.5]],
    b: [0.8, "1", [0, 2]],
    c: [-0.775, "1", [-1.2, 0]],
    d: [1, "1", [0, 2]],
    delta: [0.08, "1", [0.02, 0.2]],
    mu: [0.0001, "1", [0.00005, 0.004]],
  },
  presets: {
    bursts: { c: -0.775, mu: 0.0001 },
    "tonic spiking": { c: -0.2, mu: 0.0001 },
    rest: { c: -1.1, mu: 0.0001 },
  },
  threshold: "v > 0 [1]",
});

/** Names of the parameters of `fitzHughRinzel`. */
export type FitzHughRinzelParameter = "I" | "a" | "b" | "c" | "d" | "delta" | "mu";
