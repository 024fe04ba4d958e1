import { eulerMaruyama, type NoiseGain, type NoisePath } from "./euler-maruyama.js";
import { diagonalOf, exponentialEuler, type Relaxation } from "./exponential-euler.js";
import { rosenbrock } from "./rosenbrock.js";
import { rungeKutta } from "./runge-kutta.js";
import type { JacobianField, Stepper, Tolerance, VectorField } from "./stepper.js";
import { type Tableau, tableaus } from "./tableau.js";

/**
 * The methods that `simulate` knows by name. "dormandPrince" and "rosenbrock" choose their own steps, the others take
 * steps of dt.
 */
export const methods = [
  "dormandPrince",
  "euler",
  "midpoint",
  "heun",
  "rk4",
  "exponentialEuler",
  "rosenbrock",
  "eulerMaruyama",
] as const;
/** One of `methods`. */
export type Method = (typeof methods)[number];

/** Whether a method estimates its error, and chooses its own steps by it. */
export function choosesSteps(method: Method): boolean {
  const explicit: Readonly<Partial<Record<Method, Tableau>>> = tableaus;
  return method === "rosenbrock" || explicit[method]?.error !== undefined;
}

/** y′ = f(t, y), with what some methods need besides f. */
export interface SmoothSystem {
  readonly n: number;
  readonly field: VectorField;
  readonly jacobian: JacobianField;
  /** Whether f does not depend on t. */
  readonly autonomous?: boolean;
  readonly noise?: Noise | undefined;
  /** f and the diagonal of its Jacobian, where that is to be had at less than both. */
  readonly relaxation?: Relaxation;
}

/** White noise in the input: how it enters each state, and its integral over time. */
export interface Noise {
  readonly gain: NoiseGain;
  readonly path: NoisePath;
}

/** A stepper by the name of its method. */
export function makeStepper(
  method: Method,
  { n, field, jacobian, autonomous, noise, relaxation }: SmoothSystem,
  scale: Tolerance,
): Stepper {
  switch (method) {
    case "exponentialEuler":
      return exponentialEuler(field, relaxation ?? diagonalOf(field, jacobian, n), n);
    case "rosenbrock":
      return rosenbrock(field, jacobian, n, scale, autonomous);
    case "eulerMaruyama":
      if (noise === undefined) return rungeKutta(tableaus.euler, field, n, scale);
      return eulerMaruyama(field, noise.gain, noise.path, n);
    default:
      return rungeKutta(tableaus[method], field, n, scale);
  }
}
