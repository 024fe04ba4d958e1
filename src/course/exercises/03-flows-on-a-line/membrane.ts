import { equilibria } from "../../../dynamics/equilibria/equilibria.js";
import { persistentSodium } from "../../../models/persistent-sodium.js";

/** Sodium that persists, and a leak: one state, two stable voltages. */
export const membrane = persistentSodium.preset("without reset");

/** Its constants, in the units of the model. */
export const { C, gL, EL } = membrane.parameters;

/** Rest, threshold and excited state in mV, and the slope of the velocity at rest in 1/ms. */
export interface Landmarks {
  readonly rest: number;
  readonly threshold: number;
  readonly excited: number;
  readonly slope: number;
}

/** @param I uA/cm², at which the membrane has all three equilibria */
export function landmarks(I: number): Landmarks {
  const [rest, threshold, excited] = equilibria(membrane.with({ I }));
  return { rest: rest.state.V, threshold: threshold.state.V, excited: excited.state.V, slope: rest.eigenvalues[0].re };
}
