// Every public name, by hand, in the order in which the course meets them.

export { defineModel, state, type ModelDefinition, type ParameterDefinition, type StateDefinition } from "./model/define.js";
export { modelFromData, type Model, type ModelData, type State } from "./model/model.js";
export { hodgkinHuxley } from "./models/hodgkin-huxley.js";
export { leakyIntegrateAndFire } from "./models/leaky-integrate-and-fire.js";
export { persistentSodiumPotassium } from "./models/persistent-sodium-potassium.js";
