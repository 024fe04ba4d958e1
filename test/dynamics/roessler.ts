import type { Model } from "../../src/model/model.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";

/** Whose cycle doubles its period again and again as c grows. */
export const roessler = defineModel({
  name: "Roessler",
  source: "Roessler (1976) Phys. Lett. A 57:397",
  equations: `
    dx/dt = -y - z [1/ms]
    dy/dt = x + a*y [1/ms]
    dz/dt = b + z*(x - c) [1/ms]`,
  states: { x: state(1, "1", [-12, 12]), y: state(0, "1", [-12, 12]), z: state(0.1, "1", [0, 25]) },
  parameters: { c: [2.5, "1", [0.5, 5]], a: [0.2, "1"], b: [0.2, "1"] },
}) as Model;
