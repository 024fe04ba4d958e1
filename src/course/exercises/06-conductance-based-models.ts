import type { Model } from "../../model/model.js";
import type { Channel } from "../../models/channels/channel.js";
import { conductanceModel } from "../../models/channels/conductance-model.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { voltageClamp } from "../../models/voltage-clamp.js";
import { simulate } from "../../solve/simulate.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { blindParameters } from "../rigs/blind-patch.js";
import { selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { freeAnswer, isModel } from "../answers/free-answer.js";
import { functionAnswer } from "../answers/function-answer.js";
import { recordAnswer } from "../answers/list-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const [ENa, EK, EL, gL] = [50, -77, -54.4, 0.3];

/** Largest conductance of the record that Exercise 6.3 takes apart, mS/cm². */
const plateau = 18.6;

const relaxed = (t: number, x0: number, alpha: number, beta: number): number => {
  const end = alpha / (alpha + beta);
  return end + (x0 - end) * Math.exp(-(alpha + beta) * t);
};

/** The parts of the cortical neuron, as the lesson gives them. */
const parts: readonly Channel[] = [
  { ion: "leak", conductance: 0.1, reversal: -70 },
  {
    ion: "K",
    conductance: 5,
    reversal: -90,
    gates: [{ name: "n", power: 4, alpha: "0.032*(V + 41)/(1 - exp(-(V + 41)/5))", beta: "0.5*exp(-(V + 46)/40)" }],
  },
  {
    ion: "Na",
    conductance: 50,
    reversal: 50,
    gates: [
      {
        name: "m",
        power: 3,
        alpha: "0.32*(V + 43)/(1 - exp(-(V + 43)/4))",
        beta: "0.28*(V + 16)/(exp((V + 16)/5) - 1)",
      },
      { name: "h", power: 1, alpha: "0.128*exp(-(V + 39)/18)", beta: "4/(1 + exp(-(V + 16)/5))" },
    ],
  },
];
const withChannels = (...added: readonly Channel[]): Model =>
  conductanceModel({ name: "cortical neuron", capacitance: 1, initial: -70, channels: [...parts, ...added] });

const opening = "1/(1 + exp(-(V + 35)/10))";
const slow = { name: "p", power: 1, steadyState: opening, timeConstant: 100 } as const;
const currentM: Channel = { ion: "K", name: "M", conductance: 0.2, gates: [slow] };
const at = (model: Model, name: string, V: number): number => model.quantity(name, { ...model.states, V });

/** The last interval between spikes over the first, at 3 µA/cm²; 0 if there are too few spikes. */
function adaptation(model: Model): number {
  const { spikes } = simulate(model, { duration: 400, stimulus: step(3, 20) });
  const n = spikes.length;
  return n < 3 ? 0 : (spikes[n - 1] - spikes[n - 2]) / (spikes[1] - spikes[0]);
}

const clamped = voltageClamp(hodgkinHuxley);
const currentAfter = (height: number, name: string): Float64Array =>
  simulate(clamped, { duration: 8, stimulus: step(height, 2) }).quantity(name);
const lowest = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Infinity);

export const conductanceBasedModelExercises: readonly Exercise[] = [
  exercise({
    id: "6.1",
    title: "Where the membrane settles",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "gNa and gK in mS/cm^2",
        gives: "mV",
        at: [
          [0, 0.37],
          [0.1, 0.37],
          [1, 0.37],
          [10, 0.37],
          [0.5, 0],
          [0, 36],
          [30, 5],
        ],
        tolerance: 0.05,
        right: (gNa: number, gK: number) => (gNa * ENa + gK * EK + gL * EL) / (gNa + gK + gL),
        misconceptions: [
          {
            name: "leak left out",
            wrong: (gNa, gK) => (gNa * ENa + gK * EK) / (gNa + gK),
            say: "Only two of the three batteries pull in your membrane. With both gates shut, where would it rest?",
          },
          {
            name: "leak missing from the sum of conductances",
            wrong: (gNa, gK) => (gNa * ENa + gK * EK + gL * EL) / (gNa + gK),
            say: "The leak pulls, but it does not count among the conductances that you divide by.",
          },
          {
            name: "signs of the batteries lost",
            wrong: (gNa, gK) => (gNa * ENa - gK * EK - gL * EL) / (gNa + gK + gL),
            say: "With both gates shut yours settles above 0 mV. The batteries of potassium and leak are negative.",
          },
          {
            name: "not divided by the sum",
            wrong: (gNa, gK) => gNa * ENa + gK * EK + gL * EL,
            say: "That is a current, in µA/cm². What turns it into a potential?",
          },
          {
            name: "mean without weights",
            wrong: () => (ENa + EK + EL) / 3,
            say: "Your membrane does not care which channels are open. The one with the larger conductance should pull harder.",
          },
          {
            name: "leak outside the mean",
            wrong: (gNa, gK) => (gNa * ENa + gK * EK) / (gNa + gK + gL) + EL,
            say: "The leak is a branch like the others. Put gNa = 0 and gK very large: is your potential E_K?",
          },
        ],
      }),
    hints: [
      "When nothing changes, the three currents add up to zero.",
      "Solve gNa (V − ENa) + gK (V − EK) + gL (V − EL) = 0 for V.",
      "A mean of the three reversal potentials, weighted with the conductances.",
    ],
    because:
      "Rest is the mean of the batteries, weighted with the conductances. Opening channels moves it, and no pump is needed for that.",
  }),
  exercise({
    id: "6.2",
    title: "A gate after a step",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "t in ms, the start x0, and alpha and beta in 1/ms",
        gives: "",
        at: [
          [0, 0.2, 0.9, 0.2],
          [1, 0.2, 0.9, 0.2],
          [1, 0, 0.3, 0.1],
          [2.5, 0.8, 0.05, 0.4],
          [50, 0.3, 1.2, 0.6],
        ],
        tolerance: percent(0.1),
        right: relaxed,
        misconceptions: [
          {
            name: "starts at zero",
            wrong: (t, _x0, alpha, beta) => relaxed(t, 0, alpha, beta),
            say: "At t = 0 your gate is shut, whatever x0 is. Where should it start?",
          },
          {
            name: "decays to zero",
            wrong: (t, x0, alpha, beta) => x0 * Math.exp(-(alpha + beta) * t),
            say: "After a long time your gate is shut. Where should it end?",
          },
          {
            name: "start and end exchanged",
            wrong: (t, x0, alpha, beta) => x0 + (alpha / (alpha + beta) - x0) * Math.exp(-(alpha + beta) * t),
            say: "At t = 0 your gate is at the end, and later at x0. Which of the two should fade?",
          },
          {
            name: "growing exponential",
            wrong: (t, x0, alpha, beta) =>
              alpha / (alpha + beta) + (x0 - alpha / (alpha + beta)) * Math.exp((alpha + beta) * t),
            say: "Your gate runs away from its end. Look at the sign in the exponent.",
          },
          {
            name: "one straight step",
            wrong: (t, x0, alpha, beta) => x0 + t * (alpha * (1 - x0) - beta * x0),
            say: "That goes on at the first speed for ever. The speed shrinks as the gate comes near its end.",
          },
          {
            name: "the end only",
            wrong: (_t, _x0, alpha, beta) => alpha / (alpha + beta),
            say: "That is where the gate ends. It starts at x0 and takes time.",
          },
          {
            name: "only alpha in the time constant",
            wrong: (t, x0, alpha, beta) =>
              relaxed(0, x0, alpha, beta) + (1 - Math.exp(-alpha * t)) * (alpha / (alpha + beta) - x0),
            say: "Start and end are right. Opening and shutting both help to forget the start: which rate stands in the exponent?",
          },
          {
            name: "alpha and beta exchanged",
            wrong: (t, x0, alpha, beta) => relaxed(t, x0, beta, alpha),
            say: "Which of the two rates opens the gate? With alpha much larger than beta it should end near 1.",
          },
          {
            name: "time constant the wrong way up",
            wrong: (t, x0, alpha, beta) =>
              alpha / (alpha + beta) + (x0 - alpha / (alpha + beta)) * Math.exp(-t / (alpha + beta)),
            say: "α + β is a rate, in 1/ms. Does your exponent have a unit?",
          },
        ],
      }),
    hints: [
      "First the end: x∞ = α/(α + β).",
      "The distance from the end shrinks as exp(−t/τ), with τ = 1/(α + β).",
      "`end + (x0 - end) * Math.exp(-(alpha + beta) * t)`",
    ],
    because:
      "Under voltage clamp every gate is this one exponential. The currents have other shapes only because gates are multiplied.",
  }),
  exercise({
    id: "6.3",
    title: "From conductance back to the gate",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the conductance g in mS/cm^2 and the number of gates k",
        gives: "",
        at: [
          [18.6, 4],
          [9.3, 1],
          [9.3, 2],
          [4, 4],
          [0.26, 4],
          [12, 6],
        ],
        tolerance: percent(0.1),
        right: (g: number, k: number) => (g / plateau) ** (1 / k),
        misconceptions: [
          {
            name: "power instead of root",
            wrong: (g, k) => (g / plateau) ** k,
            say: "You go from the gate to the conductance. The question asks for the way back.",
          },
          {
            name: "not divided by the plateau",
            wrong: (g, k) => g ** (1 / k),
            say: "At the plateau your gate is above 1. Which part of its largest value is g?",
          },
          {
            name: "root taken of the conductance only",
            wrong: (g, k) => g ** (1 / k) / plateau,
            say: "At the plateau your gate should be 1. Divide first.",
          },
          {
            name: "divided by the number of gates",
            wrong: (g, k) => g / plateau / k,
            say: "You divide by k. The k-th root is the power `1 / k`, in brackets: `** (1 / k)`.",
          },
          {
            name: "root of the plateau only",
            wrong: (g, k) => g / plateau ** (1 / k),
            say: "`**` comes before `/`. Put the quotient into brackets.",
          },
          {
            name: "always four",
            wrong: (g) => (g / plateau) ** 0.25,
            say: "That is right for four gates. Your function is told how many there are.",
          },
          {
            name: "what is still to go",
            wrong: (g, k) => 1 - (g / plateau) ** (1 / k),
            say: "That is 1 − x, which the figure draws. Give x itself.",
          },
        ],
      }),
    hints: [
      "The conductance is plateau · xᵏ. Solve for x.",
      "The k-th root of a number is that number to the power of 1/k.",
      "`(g / 18.6) ** (1 / k)`",
    ],
    because: "Four gates make the line straight: then one exponential is all there is behind the S.",
  }),
  exercise({
    id: "6.4",
    title: "Find the mistakes: the general neuron",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: [
          "V_i should be E_i",
          "g_i is not defined",
          "the sum should have a minus",
          "I_external should have a minus",
          "C_m should divide the left side",
        ],
        right: ["V_i should be E_i", "g_i is not defined"],
        misconceptions: [
          {
            name: "only the empty line",
            wrong: ["g_i is not defined"],
            say: "That is one. Now the difference in the brackets: how many membrane potentials has one compartment?",
          },
          {
            name: "only the reversal potential",
            wrong: ["V_i should be E_i"],
            say: "That is one. Could you simulate the model from these two lines?",
          },
          {
            name: "a minus too many",
            wrong: ["V_i should be E_i", "g_i is not defined", "the sum should have a minus"],
            say: "Two are right. For the sign, look at the order in the brackets: which way does V go when it is above E_i?",
          },
        ],
      }),
    hints: [
      "Check the signs with an example: V above E. Does the term push V up or down?",
      "A definition must have something new on its right-hand side.",
    ],
    because:
      "E − V in the sum is minus the current: the printed signs are right. What a model needs beside them are reversal potentials and a rule for each conductance.",
  }),
  exercise({
    id: "6.5",
    title: "A channel that tires the neuron",
    points: 3,
    answer: () =>
      freeAnswer<Model>({
        shape: "a Model of the cortical neuron with a channel M",
        is: isModel,
        right: withChannels(currentM),
        properties: [
          {
            name: "has a channel called M",
            holds: (model) => model.quantities.includes("IM"),
            wrong: withChannels({ ...currentM, name: "slow" }),
            say: 'There is no current I_M in your model. Give the channel the name "M", and put it into the list.',
          },
          {
            name: "keeps the other channels",
            holds: (model) => ["INa", "IK", "IL"].every((name) => model.quantities.includes(name)),
            wrong: conductanceModel({
              name: "mine",
              capacitance: 1,
              initial: -70,
              channels: [parts[0], { ...currentM, reversal: -90 }],
            }),
            say: "Some of the other three channels are missing. List all four.",
          },
          {
            name: "lets potassium through",
            holds: (model) => Math.abs(at(model, "IM", -90)) < 1e-9,
            wrong: withChannels({ ...currentM, ion: "Na" }),
            say: "Your current does not vanish at −90 mV. Which ion makes a neuron tire?",
          },
          {
            name: "has a gate called p",
            holds: (model) => model.quantities.includes("pInf"),
            wrong: withChannels({ ...currentM, gates: [] }),
            say: 'The channel needs a gate with the name "p".',
          },
          {
            name: "opens on depolarisation",
            holds: (model) => at(model, "pInf", 0) > at(model, "pInf", -70),
            wrong: withChannels({ ...currentM, gates: [{ ...slow, steadyState: "1/(1 + exp((V + 35)/10))" }] }),
            say: "Your gate shuts when the membrane is depolarised. Look at the sign in the exponent.",
          },
          {
            name: "opens by the given formula",
            holds: (model) =>
              [-60, -35, -10].every((V) => Math.abs(at(model, "pInf", V) - 1 / (1 + Math.exp(-(V + 35) / 10))) < 1e-6),
            wrong: withChannels({ ...currentM, gates: [{ ...slow, steadyState: "1/(1 + exp(-(V - 35)/10))" }] }),
            say: "Your steady state is not one half at −35 mV, or has another slope. Compare the formula.",
          },
          {
            name: "takes its time",
            holds: (model) => model.stateNames.includes("p"),
            wrong: withChannels({ ...currentM, gates: [{ name: "p", power: 1, steadyState: opening }] }),
            say: "Your gate follows the voltage at once. Give it a `timeConstant`.",
          },
          {
            name: "makes the neuron tire",
            holds: (model) => adaptation(model) > 1.5,
            wrong: withChannels({ ...currentM, conductance: 0.002 }),
            say: "At 3 µA/cm² the intervals hardly grow. Compare conductance, power and time constant with the table.",
          },
          {
            name: "has the given conductance and time constant",
            holds: (model) =>
              Math.abs((model.parameters as Record<string, number>).gM - 0.2) < 1e-9 &&
              Math.abs(at(model, "tauP", -40) - 100) < 1e-6,
            wrong: withChannels({ ...currentM, conductance: 0.25 }),
            say: "It tires already. Now compare the numbers with the table.",
          },
        ],
      }),
    hints: [
      "Copy the potassium channel, and leave out its `reversal`: channels of one ion share it.",
      "A gate may be given as `{ name, power, steadyState, timeConstant }`; the steady state is text in V.",
      '`{ ion: "K", name: "M", conductance: 0.2, gates: [{ name: "p", power: 1, steadyState: "1/(1 + exp(-(V + 35)/10))", timeConstant: 100 }] }`',
    ],
    because:
      "Each spike opens a few more M channels, which shut only slowly: the neuron brakes itself. This is spike-frequency adaptation.",
  }),
  exercise({
    id: "6.6",
    title: "What the amplifier must draw off",
    points: 2,
    variant: (draw) => ({ V: draw.oneOf([-40, -35, -30, -25, -15, -10, 5, 10, 15]) }),
    answer: ({ V }) =>
      numberAnswer({
        unit: "uA/cm^2",
        right: lowest(currentAfter(V + 65, "Iclamp")),
        tolerance: percent(0.8),
        misconceptions: [
          {
            name: "sodium alone",
            wrong: lowest(currentAfter(V + 65, "INa")),
            say: "That is the sodium current. The amplifier meets the sum of all currents.",
          },
          {
            name: "the step taken for the potential",
            wrong: lowest(currentAfter(V, "Iclamp")),
            say: "A step is a change, here from −65 mV. Which step leads to your potential?",
          },
          {
            name: "the rest counted twice",
            wrong: lowest(currentAfter(V - 65, "Iclamp")),
            say: "The step is from −65 mV up to your potential: how many mV is that?",
          },
          {
            name: "the outward current",
            wrong: Math.max(...currentAfter(V + 65, "Iclamp")),
            say: "That is the largest outward current. Inward currents are negative.",
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
    id: "6.7",
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
        tolerance: percent(0.1),
        right: (total: number, without: number, V: number) => (total - without) / (V - ENa),
        misconceptions: [
          {
            name: "nothing subtracted",
            wrong: (total, _without, V) => total / (V - ENa),
            say: "Potassium is still in your current. What does the second record tell?",
          },
          {
            name: "V instead of V - E_Na",
            wrong: (total, without, V) => (total - without) / V,
            say: "Where does sodium's current vanish? Your driving force should vanish there.",
          },
          {
            name: "the current only",
            wrong: (total, without) => total - without,
            say: "That is sodium's current. What turns it into a conductance?",
          },
          {
            name: "V plus E_Na",
            wrong: (total, without, V) => (total - without) / (V + ENa),
            say: "The current vanishes at +50 mV, and so must your driving force.",
          },
          {
            name: "multiplied by the driving force",
            wrong: (total, without, V) => (total - without) * (V - ENa),
            say: "A current is conductance times driving force. Which way do you have to go?",
          },
          {
            name: "subtracted the wrong way round",
            wrong: (total, without, V) => (without - total) / (V - ENa),
            say: "A conductance is never negative. Try your formula on an inward current.",
          },
          {
            name: "potassium's battery",
            wrong: (total, without, V) => (total - without) / (V - EK),
            say: "The difference is sodium's current. Whose battery drives it?",
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
  exercise({
    id: "6.8",
    title: "A patch in the dark",
    points: 4,
    variant: (draw) => ({ patch: draw.between(101, 999, 1) }),
    answer: ({ patch }) => {
      const { gL, EL, gK, EK } = blindParameters(patch);
      const both = (gL * EL + gK * EK) / (gL + gK);
      return recordAnswer({
        units: { gL: "mS/cm^2", EL: "mV", gK: "mS/cm^2", EK: "mV" },
        right: { gL, EL, gK, EK },
        tolerance: { gL: percent(2), EL: 0.5, gK: percent(1), EK: 0.2 },
        misconceptions: [
          {
            name: "leak left in gK and EK",
            wrong: { gL, EL, gK: gL + gK, EK: both },
            say: "The leak is right. Above 0 mV the leak still flows: the slope there is that of both together.",
          },
          {
            name: "leak left in gK",
            wrong: { gL, EL, gK: gL + gK, EK },
            say: "Nearly. The slope above 0 mV belongs to leak and potassium together.",
          },
          {
            name: "leak left in EK",
            wrong: { gL, EL, gK, EK: both },
            say: "Nearly. Where your upper line crosses zero, leak and potassium cancel: subtract the leak first.",
          },
          {
            name: "leak and potassium exchanged",
            wrong: { gL: gK, EL: EK, gK: gL, EK: EL },
            say: "Which of the two is there at −110 mV, when all gates are shut?",
          },
        ],
      });
    },
    hints: [
      "Below −90 mV all gates are shut, so only the leak flows: a straight line. Two points fix it.",
      "Above +20 mV all gates are open. Subtract the leak, and what is left is again a straight line.",
      "For a line through (V₁, I₁) and (V₂, I₂): g = (I₂ − I₁)/(V₂ − V₁) and E = V₁ − I₁/g.",
    ],
    because:
      "Four numbers from four measurements, each made where the model is simple: that is half of the art of the voltage clamp.",
  }),
];
