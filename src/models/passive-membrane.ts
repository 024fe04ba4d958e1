import { defineModel } from "../model/text/define.js";
import { state } from "../model/text/definition.js";
import type { Model } from "../model/model.js";

/**
 * A patch of membrane with a leak and nothing else, the membrane of the passive cable: Rall (1969) Biophys. J. 9:1483.
 * The defaults are round numbers for a dendrite, 10 kΩ cm² and 10 ms; those of the preset "myelin" belong to the sheath
 * of a frog's fibre, 100 kΩ cm² and 0.005 µF/cm², referred to the axon's surface: Hodgkin (1964) The Conduction of the
 * Nervous Impulse, chapter 4.
 */
export const passiveMembrane: Model<PassiveMembraneParameter> = defineModel({
  name: "passive membrane",
  source: "Rall (1969) Biophys. J. 9:1483-1508, eq. 1",
  equations: `
    C dV/dt = I - gL*(V - EL)`,
  states: { V: state("EL", "mV", [-90, -40]) },
  parameters: {
    C: [1, "uF/cm^2", [0.002, 2]],
    I: [0, "uA/cm^2", [-2, 2]],
    gL: [0.1, "mS/cm^2", [0, 1]],
    EL: [-65, "mV", [-90, -40]],
  },
  presets: {
    dendrite: { C: 1, gL: 0.1, EL: -65 },
    myelin: { C: 0.005, gL: 0.01, EL: -65 },
  },
});

/** Names of the parameters of `passiveMembrane`. */
export type PassiveMembraneParameter = "C" | "I" | "gL" | "EL";
