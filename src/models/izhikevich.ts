import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Izhikevich (2003) IEEE Trans. Neural Netw. 14:1569–1572: v in mV, t in ms, u and I without units. The presets are the
 * seven cell types of Fig. 2, under the figure's names.
 *
 * In closed form: with a constant I rest is lost in a saddle-node at I = (5 − b)²/0.16 − 140, or, if b > a, before that
 * in an
 * Andronov-Hopf bifurcation at v = (a − 5)/0.08. `test/models/izhikevich.test.ts` finds I = 4 and 3.7975 for regular
 * spiking.
 */
export const izhikevich: Model<IzhikevichParameter> = simpleModel("Izhikevich", {
  dv: "0.04*v^2 + 5*v + 140 - u + I",
  du: "a*(b*v - u)",
});

/** Izhikevich (2004) IEEE Trans. Neural Netw. 15:1063–1070, Fig. 1 G and L: with a quadratic that suits b < 0. */
export const izhikevichIntegrator: Model<IzhikevichParameter> = simpleModel("Izhikevich, integrator", {
  dv: "0.04*v^2 + 4.1*v + 108 - u + I",
  du: "a*(b*v - u)",
});

/** Izhikevich (2004), Fig. 1 R: u follows v without a decay of its own. */
export const izhikevichAccommodation: Model<IzhikevichParameter> = simpleModel("Izhikevich, accommodation", {
  dv: "0.04*v^2 + 5*v + 140 - u + I",
  du: "a*b*(v + 65)",
});

/** The model by its right-hand sides, formulas of v, u, I, a, b in numbers. */
function simpleModel(
  name: string,
  equations: { readonly dv: string; readonly du: string },
): Model<IzhikevichParameter> {
  return defineModel({
    name,
    source: "Izhikevich (2003) IEEE Trans. Neural Netw. 14:1569-1572",
    equations: `
      dv/dt = ${equations.dv}  [mV/ms]
      du/dt = ${equations.du}  [1/ms]`,
    states: { v: state(-65, "mV", [-90, 40]), u: state("b*v", "1", [-25, 15]) },
    parameters: {
      a: [0.02, "1/ms", [0, 0.2]],
      b: [0.2, "1/mV", [-0.1, 0.3]],
      c: [-65, "mV", [-70, -40]],
      d: [8, "1", [-1, 10]],
      vpeak: [30, "mV", [0, 40]],
      I: [0, "1", [-10, 40]],
    },
    presets: {
      "regular spiking": { a: 0.02, b: 0.2, c: -65, d: 8 },
      "intrinsically bursting": { a: 0.02, b: 0.2, c: -55, d: 4 },
      chattering: { a: 0.02, b: 0.2, c: -50, d: 2 },
      "fast spiking": { a: 0.1, b: 0.2, c: -65, d: 2 },
      "thalamo-cortical": { a: 0.02, b: 0.25, c: -65, d: 0.05 },
      resonator: { a: 0.1, b: 0.26, c: -65, d: 2 },
      "low-threshold spiking": { a: 0.02, b: 0.25, c: -65, d: 2 },
    },
    threshold: "v >= vpeak",
    reset: `
      v = c
      u = u + d`,
    symbols: { vpeak: "v_{\\mathrm{peak}}" },
  });
}

/** Names of the parameters of `izhikevich`. */
export type IzhikevichParameter = "a" | "b" | "c" | "d" | "vpeak" | "I";
