import type { Model } from "../../../model/model.js";
import { defineModel } from "../../../model/text/define.js";
import { state } from "../../../model/text/definition.js";
import { persistentSodium } from "../../../models/persistent-sodium.js";
import { between } from "../../answers/domain.js";
import { seeded } from "../../answers/variant.js";
import { freeAnswer, isModel } from "../../answers/free-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

const membrane = persistentSodium.preset("without reset");
const { C, gL, ENa, Vm, k } = membrane.parameters;

/** The two numbers that are a student's own, mS/cm² and mV. */
type Own = { readonly gNa: number; readonly EL: number };

/** The membrane as a reader may write it. */
const written = (line: string, { gNa, EL }: Own, I = 0): Model =>
  defineModel({
    name: "my membrane",
    source: "Izhikevich (2007), chapter 3",
    equations: `${line}\n mInf = 1/(1 + exp((Vm - V)/k))`,
    states: { V: state(-60, "mV") },
    parameters: {
      C: [C, "uF/cm^2"],
      I: [I, "uA/cm^2"],
      gL: [gL, "mS/cm^2"],
      EL: [EL, "mV"],
      gNa: [gNa, "mS/cm^2"],
      ENa: [ENa, "mV"],
      Vm: [Vm, "mV"],
      k: [k, "mV"],
    },
  });

/** mV at which its velocity is looked at: at no even distance, or a sine that is zero there could be added. */
const random = seeded("10.2");
const probes = Array.from({ length: 200 }, () => between(-150, 120)(random));

/** Whether the velocity is that of the membrane, where sodium counts as often as `part` says. */
const moves = (model: Model, own: Own, part: number): boolean =>
  probes.every((V) => {
    const leak = (-gL * (V - own.EL)) / C;
    const sodium = membrane.with({ ...own, I: 0 }).field([V])[0] - leak;
    return Math.abs(model.field([V])[0] - (leak + part * sodium)) < 1e-3 * (1 + Math.abs(leak) + Math.abs(sodium));
  });

const atInput = (model: Model, I: number): Model => (model as Model<"I">).with({ I });

/** A model in the reader's own words. */
export const ownMembrane: Exercise = exercise({
  id: "10.2",
  title: "A model of your own",
  points: 3,
  variant: (draw) => ({ gNa: draw.between(60, 90, 0.5), EL: draw.between(-72, -62, 0.5) }),
  answer: (own) =>
    freeAnswer<Model>({
      shape: "a Model with the state V and the input I",
      is: isModel,
      right: written("C dV/dt = I - gL*(V - EL) - gNa*mInf*(V - ENa)", own),
      properties: [
        {
          name: "one state, V",
          holds: (model) => model.stateNames.join() === "V",
          wrong: defineModel({
            name: "another",
            source: "nobody",
            equations: "C dv/dt = -gL*(v - EL)",
            states: { v: state(-60, "mV") },
            parameters: { C: [10, "uF/cm^2"], gL: [19, "mS/cm^2"], EL: [-67, "mV"] },
          }),
          feedback: "One state, please, and call it `V`.",
        },
        {
          name: "has an input",
          holds: (model) => model.parameterNames.includes("I"),
          wrong: defineModel({
            name: "as printed",
            source: "a page on the web",
            equations: "C dV/dt = -gL*(V - EL)",
            states: { V: state(-60, "mV") },
            parameters: { C: [10, "uF/cm^2"], gL: [19, "mS/cm^2"], EL: [-67, "mV"] },
          }),
          feedback: "There is no parameter `I`. Where would you plug in your electrode?",
        },
        {
          name: "without the reset",
          holds: (model) => !model.spiking.reset,
          wrong: membrane.with(own),
          feedback:
            "There is a reset in your model, as in the course's own. Write the two equations yourself, without it.",
        },
        {
          name: "no input yet",
          holds: (model) => (model as Model<"I">).parameters.I === 0,
          wrong: written("C dV/dt = I - gL*(V - EL) - gNa*mInf*(V - ENa)", own, 5),
          feedback: "Your model has an input from the start. Which number has `I` in `membrane.parameters`?",
        },
        {
          name: "sodium is there",
          holds: (model) => !moves(atInput(model, 0), own, 0),
          wrong: written("C dV/dt = I - gL*(V - EL)", own),
          feedback: "That is the leak alone. Where is sodium?",
        },
        {
          name: "sodium flows inward",
          holds: (model) => !moves(atInput(model, 0), own, -1),
          wrong: written("C dV/dt = I - gL*(V - EL) + gNa*mInf*(V - ENa)", own),
          feedback: "Your sodium current pulls the voltage down. Which sign do outward currents have in the balance?",
        },
        {
          name: "moves as it should",
          holds: (model) => moves(atInput(model, 0), own, 1),
          wrong: written("C dV/dt = I - gL*(V - EL) - gNa*mInf*(V - EL)", own),
          feedback:
            "It is a membrane with leak and sodium, but not this one. " +
            "Check each battery and number against `membrane.parameters`, and the two that are yours.",
        },
        {
          name: "the input charges it",
          holds: (model) =>
            Math.abs(atInput(model, 100).field([-50])[0] - atInput(model, 0).field([-50])[0] - 100 / C) < 1e-6,
          wrong: written("C dV/dt = -I - gL*(V - EL) - gNa*mInf*(V - ENa)", own),
          feedback: "Without input it is right. 100 µA/cm² should add 10 mV/ms to the velocity.",
        },
      ],
    }),
  hints: [
    "Begin with the model of the leak, and add one current to its first equation.",
    "Sodium: `gNa*mInf*(V - ENa)`, with a line of its own for `mInf`.",
    "`mInf = 1/(1 + exp((Vm - V)/k))`, and parameters gNa, ENa, Vm and k with their units.",
  ],
  because: "An equation is complete when a computer can run it: nothing is missing, and nothing may mean two things.",
});
