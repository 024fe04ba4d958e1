import { defineModel } from "../../model/text/define.js";
import { state } from "../../model/text/definition.js";
import type { Model } from "../../model/model.js";

/**
 * Hindmarsh & Rose (1984) Proc. R. Soc. Lond. B 221:87–102: a membrane potential x, a fast recovery y and a slow
 * adaptation z, without units; one unit of the model's time is shown as one ms.
 *
 * With z held and I as given, rest is lost in a saddle-node at z = I − 5/27, x = −4/3, in closed form; without
 * adaptation and input rest lies at x = −(1 + √5)/2, from which the paper takes its x1 ≈ −1.6.
 * `test/models/bursters.test.ts` finds both. The defaults burst like a square wave; with r = 0.005 and I = 3.25 the
 * paper finds bursts that never repeat.
 */
export const hindmarshRose: Model<HindmarshRoseParameter> = defineModel({
  name: "Hindmarsh-Rose",
  source: "Hindmarsh & Rose (1984) Proc. R. Soc. Lond. B 221:87-102",
  equations: `
    dx/dt = y - a*x^3 + b*x^2 - z + I  [1/ms]
    dy/dt = c - d*x^2 - y  [1/ms]
    dz/dt = r*(s*(x - x1) - z)  [1/ms]`,
  states: { x: state(-1.6, "1", [-2, 2.5]), y: state(-12, "1", [-20, 2]), z: state(1.7, "1", [-0.5, 5]) },
  parameters: {
    I: [2, "1", [-1, 5]],
    a: [1, "1", [0.5, 1.5]],
    b: [3, "1", [2, 4]],
    c: [1, "1", [0, 2]],
    d: [5, "1", [3, 7]],
    r: [0.001, "1", [0.0005, 0.02]],
    s: [4, "1", [1, 6]],
    x1: [-1.6, "1", [-2, -1]],
  },
  presets: {
    rest: { I: 0, r: 0.001 },
    bursts: { I: 2, r: 0.001 },
    "tonic spiking": { I: 4, r: 0.001 },
    "irregular bursts": { I: 3.25, r: 0.005 },
  },
  threshold: "x > 1 [1]",
});

/** Names of the parameters of `hindmarshRose`. */
export type HindmarshRoseParameter = "I" | "a" | "b" | "c" | "d" | "r" | "s" | "x1";
