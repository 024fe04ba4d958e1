import { hodgkinHuxley } from "../../../models/hodgkin-huxley.js";
import { voltageClamp } from "../../../models/voltage-clamp.js";
import { simulate } from "../../../solve/simulate.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../../exercise.js";
import { between, either, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";

const { ENa, EK } = hodgkinHuxley.parameters;

const currentAfter = (height: number, name: string): Float64Array =>
  simulate(voltageClamp(hodgkinHuxley), { duration: 8, stimulus: step(height, 2) }).quantity(name);

const lowest = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Infinity);

/** Currents apart, in the voltage clamp. */
export const currentsApart: readonly Exercise[] = [
  exercise({
    id: "7.1",
    title: "What the amplifier must draw off",
    points: 2,
    variant: (draw) => ({ V: draw.between(-40, -15, 0.1) }),
    answer: ({ V }) =>
      numberAnswer({
        unit: "uA/cm^2",
        right: lowest(currentAfter(V + 65, "Iclamp")),
        tolerance: percent(0.8),
        misconceptions: [
          {
            name: "sodium alone",
            wrong: lowest(currentAfter(V + 65, "INa")),
            feedback: "That is the sodium current. The amplifier meets the sum of all currents.",
          },
          {
            name: "the step taken for the potential",
            wrong: lowest(currentAfter(V, "Iclamp")),
            feedback: "A step is a change, here from −65 mV. Which step leads to your potential?",
          },
          {
            name: "the rest counted twice",
            wrong: lowest(currentAfter(V - 65, "Iclamp")),
            feedback: "The step is from −65 mV up to your potential: how many mV is that?",
          },
          {
            name: "the outward current",
            wrong: Math.max(...currentAfter(V + 65, "Iclamp")),
            feedback: "That is the largest outward current. Inward currents are negative.",
          },
        ],
      }),
    hints: [
      "The command is `step(V + 65, 2)`: 65 mV above your potential is the height of the step.",
      '`run.quantity("Iclamp")` is the current of the amplifier; the most inward is its minimum.',
      '`Math.min(...simulate(axon, { duration: 8, stimulus: step(mine.V + 65, 2) }).quantity("Iclamp"))`',
    ],
    because: "Inward current of the membrane has to be drawn off again by the amplifier, or the membrane would fire.",
  }),
  exercise({
    id: "7.2",
    title: "Sodium's conductance by subtraction",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the two clamp currents in uA/cm^2 and V in mV",
        gives: "mS/cm^2",
        at: [
          [-1000, 200, -10],
          [500, 500, 0],
          [1500, 1460, -9],
          [-100, 30, -40],
          [5000, 4400, 80],
        ],
        domain: tuple(between(-4000, 6000), between(-500, 6000), either(between(-120, ENa - 2), between(ENa + 2, 150))),
        tolerance: percent(0.1),
        right: (total: number, without: number, V: number) => (total - without) / (V - ENa),
        misconceptions: [
          {
            name: "nothing subtracted",
            wrong: (total, _without, V) => total / (V - ENa),
            feedback: "Potassium is still in your current. What does the second record tell?",
          },
          {
            name: "a bracket left out",
            wrong: (total, without, V) => total - without / (V - ENa),
            feedback: "You divide the second current alone. Put a bracket around the difference.",
          },
          {
            name: "V instead of V - E_Na",
            wrong: (total, without, V) => (total - without) / V,
            feedback: "Where does sodium's current vanish? Your driving force should vanish there.",
          },
          {
            name: "the current only",
            wrong: (total, without) => total - without,
            feedback: "That is sodium's current. What turns it into a conductance?",
          },
          {
            name: "V plus E_Na",
            wrong: (total, without, V) => (total - without) / (V + ENa),
            feedback: "The current vanishes at +50 mV, and so must your driving force.",
          },
          {
            name: "multiplied by the driving force",
            wrong: (total, without, V) => (total - without) * (V - ENa),
            feedback: "A current is conductance times driving force. Which way do you have to go?",
          },
          {
            name: "subtracted the wrong way round",
            wrong: (total, without, V) => (without - total) / (V - ENa),
            feedback: "A conductance is never negative. Try your formula on an inward current.",
          },
          {
            name: "potassium's battery",
            wrong: (total, without, V) => (total - without) / (V - EK),
            feedback: "The difference is sodium's current. Whose battery drives it?",
          },
        ],
      }),
    hints: [
      "With sodium: Na + K + leak. Without: K + leak. The difference is sodium's current.",
      "A conductance is a current divided by its driving force.",
      "`(total - without) / (V - 50)`",
    ],
    because: "Subtract, then divide by the driving force: so the conductances of 1952 were found.",
  }),
];
