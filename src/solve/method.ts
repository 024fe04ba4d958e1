import { exponentialEuler } from "./exponential-euler.js";
import { rungeKutta } from "./runge-kutta.js";
import type { JacobianField, Stepper, Tolerance, VectorField } from "./stepper.js";
import * as tableau from "./tableau.js";

/** The methods that `simulate` knows by name. */
export const methods = ["dormandPrince", "euler", "midpoint", "heun", "rk4", "exponentialEuler"] as const;
export type Method = (typeof methods)[number];

/** A stepper for y′ = f(t, y) by the name of its method. The tolerance matters to methods that choose their step. */
export function makeStepper(method: Method, field: VectorField, jacobian: JacobianField, n: number, tolerance: Tolerance): Stepper {
  switch (method) {
    case "exponentialEuler": return exponentialEuler(field, jacobian, n);
    default: return rungeKutta(tableau[method], field, n, tolerance);
  }
}
