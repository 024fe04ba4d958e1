import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";

/** The neuron that rests close to a saddle-node. */
export const integrator = persistentSodiumPotassium.preset("saddle-node on invariant circle").with({ I: 4 });

/** The neuron whose rest is a focus, and which loses it in a subcritical Andronov-Hopf bifurcation. */
export const resonator = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 42 });

/** Of all pulses, ms. */
export const width = 0.2;
