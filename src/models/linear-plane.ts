import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * The general linear system in the plane, whose only equilibrium is the origin; Strogatz (1994) Nonlinear Dynamics and
 * Chaos, chapter 5.
 *
 * Trace a + d and determinant ad − bc decide what the origin is (Fig. 5.2.8): one preset for each of the five kinds.
 * `test/models/linear-plane.test.ts` checks each preset against the trace-determinant plane.
 */
export const linearPlane: Model<LinearPlaneParameter> = defineModel({
  name: "linear plane",
  source: "Strogatz (1994) Nonlinear Dynamics and Chaos, Addison-Wesley, section 5.2",
  equations: `
    dx/dt = a*x + b*y
    dy/dt = c*x + d*y`,
  states: { x: state(2, "1", [-3, 3]), y: state(1, "1", [-3, 3]) },
  parameters: {
    a: [-1, "1/ms", [-3, 3]],
    b: [0.5, "1/ms", [-3, 3]],
    c: [0.5, "1/ms", [-3, 3]],
    d: [-2, "1/ms", [-3, 3]],
  },
  presets: {
    "stable node": { a: -1, b: 0.5, c: 0.5, d: -2 },
    "unstable node": { a: 1, b: 0.5, c: 0.5, d: 2 },
    "stable focus": { a: -0.3, b: -2, c: 2, d: -0.3 },
    "unstable focus": { a: 0.3, b: -2, c: 2, d: 0.3 },
    saddle: { a: 1, b: 0.5, c: 0.5, d: -1 },
  },
});

/** Names of the parameters of `linearPlane`. */
export type LinearPlaneParameter = "a" | "b" | "c" | "d";
