import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * Izhikevich (2007) Dynamical Systems in Neuroscience, MIT Press, chapter 8: the simple model in units, with rest and
 * threshold
 * `vr` and `vt` of the quadratic. The presets are the cells of Figs. 8.12 (regular spiking), 8.19, 8.23, 8.25, 8.27,
 * 8.31 and 8.32.
 *
 * u relaxes to b (v − vr), to which two cells add a bend at `vb`: fast spiking cells grow with its cube above, thalamic
 * cells have another slope below. Left out is the book's dependence of peak and reset on u in low-threshold spiking and
 * thalamo-cortical cells; they have here their values at u = 0.
 * `test/models/izhikevich-2007.test.ts` finds rheobases: 51.43 pA for regular spiking, (b + k(vt − vr))²/4k.
 */
export const izhikevich2007: Model<Izhikevich2007Parameter> = defineModel({
  name: "Izhikevich 2007",
  source: "Izhikevich (2007) Dynamical Systems in Neuroscience, MIT Press, eqs. 8.5 and 8.6",
  equations: `
    C dv/dt = k*(v - vr)*(v - vt) - u + I
    du/dt = a*(U - u)
    U = v >= vb ? b*(v - vr) + bCubic*(v - vb)^3 : b*(v - vr) + bBelow*(v - vb)`,
  states: { v: state("vr", "mV", [-90, 50]), u: state(0, "pA", [-200, 500]) },
  parameters: {
    C: [100, "pF", [10, 250]],
    k: [0.7, "nS/mV", [0.1, 2]],
    vr: [-60, "mV", [-80, -50]],
    vt: [-40, "mV", [-60, -30]],
    vpeak: [35, "mV", [0, 60]],
    a: [0.03, "1/ms", [0, 0.3]],
    b: [-2, "nS", [-5, 10]],
    c: [-50, "mV", [-70, -35]],
    d: [100, "pA", [0, 200]],
    vb: [-55, "mV", [-70, -40]],
    bCubic: [0, "nS/mV^2", [0, 0.1]],
    bBelow: [0, "nS", [0, 30]],
    I: [0, "pA", [-300, 1000]],
  },
  presets: {
    "regular spiking": {
      C: 100,
      k: 0.7,
      vr: -60,
      vt: -40,
      vpeak: 35,
      a: 0.03,
      b: -2,
      c: -50,
      d: 100,
      bCubic: 0,
      bBelow: 0,
    },
    "intrinsically bursting": {
      C: 150,
      k: 1.2,
      vr: -75,
      vt: -45,
      vpeak: 50,
      a: 0.01,
      b: 5,
      c: -56,
      d: 130,
      bCubic: 0,
      bBelow: 0,
    },
    chattering: { C: 50, k: 1.5, vr: -60, vt: -40, vpeak: 25, a: 0.03, b: 1, c: -40, d: 150, bCubic: 0, bBelow: 0 },
    "low-threshold spiking": {
      C: 100,
      k: 1,
      vr: -56,
      vt: -42,
      vpeak: 40,
      a: 0.03,
      b: 8,
      c: -53,
      d: 20,
      bCubic: 0,
      bBelow: 0,
    },
    "fast spiking": {
      C: 20,
      k: 1,
      vr: -55,
      vt: -40,
      vpeak: 25,
      a: 0.2,
      b: 0,
      c: -45,
      d: 0,
      vb: -55,
      bCubic: 0.025,
      bBelow: 0,
    },
    "thalamo-cortical": {
      C: 200,
      k: 1.6,
      vr: -60,
      vt: -50,
      vpeak: 35,
      a: 0.01,
      b: 0,
      c: -60,
      d: 10,
      vb: -65,
      bCubic: 0,
      bBelow: 15,
    },
    "reticular thalamic": {
      C: 40,
      k: 0.25,
      vr: -65,
      vt: -45,
      vpeak: 0,
      a: 0.015,
      b: 2,
      c: -55,
      d: 50,
      vb: -65,
      bCubic: 0,
      bBelow: 8,
    },
  },
  threshold: "v >= vpeak",
  reset: `
    v = c
    u = u + d`,
  symbols: { vr: "v_r", vt: "v_t", vb: "v_b", vpeak: "v_{\\mathrm{peak}}", U: "U(v)", bCubic: "b_3", bBelow: "b_{-}" },
});

/** Names of the parameters of `izhikevich2007`. */
export type Izhikevich2007Parameter =
  | "C"
  | "k"
  | "vr"
  | "vt"
  | "vpeak"
  | "a"
  | "b"
  | "c"
  | "d"
  | "vb"
  | "bCubic"
  | "bBelow"
  | "I";
