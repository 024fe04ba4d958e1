import type { Model } from "../../../model/model.js";
import type { Channel } from "../../../models/channels/channel.js";
import { conductanceModel } from "../../../models/channels/conductance-model.js";
import { simulate } from "../../../solve/simulate.js";
import { step } from "../../../solve/stimuli/stimulus-shapes.js";
import { exercise, type Exercise } from "../../exercise.js";
import { movesLike } from "../../answers/moves-like.js";
import { freeAnswer, isModel } from "../../answers/free-answer.js";

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

const at = (model: Model, name: string, V: number): number => model.quantity(name, { ...model.states, V });

/** The last interval between spikes over the first, at 3 µA/cm²; 0 if there are too few spikes. */
function adaptation(model: Model): number {
  const { spikes } = simulate(model, { duration: 400, stimulus: step(3, 20) });
  const n = spikes.length;
  return n < 3 ? 0 : (spikes[n - 1] - spikes[n - 2]) / (spikes[1] - spikes[0]);
}

/** A model built from channels. */
export const ownModel: readonly Exercise[] = [
  exercise({
    id: "6.5",
    title: "A channel that tires the neuron",
    points: 3,
    variant: (draw) => ({ gM: draw.between(0.16, 0.22, 0.003), tau: draw.between(80, 120, 4) }),
    answer: ({ gM, tau }) => {
      const slow = { name: "p", power: 1, steadyState: opening, timeConstant: tau } as const;
      const currentM: Channel = { ion: "K", name: "M", conductance: gM, gates: [slow] };
      return freeAnswer<Model>({
        shape: "a Model of the cortical neuron with a channel M",
        is: isModel,
        right: withChannels(currentM),
        properties: [
          {
            name: "has a channel called M",
            holds: (model) => model.quantities.includes("IM"),
            wrong: withChannels({ ...currentM, name: "slow" }),
            feedback: 'There is no current I_M in your model. Give the channel the name "M", and put it into the list.',
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
            feedback: "Some of the other three channels are missing. List all four.",
          },
          {
            name: "lets potassium through",
            holds: (model) => Math.abs(at(model, "IM", -90)) < 1e-9,
            wrong: withChannels({ ...currentM, ion: "Na" }),
            feedback: "Your current does not vanish at −90 mV. Which ion makes a neuron tire?",
          },
          {
            name: "has a gate called p",
            holds: (model) => model.quantities.includes("pInf"),
            wrong: withChannels({ ...currentM, gates: [] }),
            feedback: 'The channel needs a gate with the name "p".',
          },
          {
            name: "opens on depolarisation",
            holds: (model) => at(model, "pInf", 0) > at(model, "pInf", -70),
            wrong: withChannels({ ...currentM, gates: [{ ...slow, steadyState: "1/(1 + exp((V + 35)/10))" }] }),
            feedback: "Your gate shuts when the membrane is depolarised. Look at the sign in the exponent.",
          },
          {
            name: "opens by the given formula",
            holds: (model) =>
              [-60, -35, -10].every((V) => Math.abs(at(model, "pInf", V) - 1 / (1 + Math.exp(-(V + 35) / 10))) < 1e-6),
            wrong: withChannels({ ...currentM, gates: [{ ...slow, steadyState: "1/(1 + exp(-(V - 35)/10))" }] }),
            feedback: "Your steady state is not one half at −35 mV, or has another slope. Compare the formula.",
          },
          {
            name: "takes its time",
            holds: (model) => model.stateNames.includes("p"),
            wrong: withChannels({ ...currentM, gates: [{ name: "p", power: 1, steadyState: opening }] }),
            feedback: "Your gate follows the voltage at once. Give it a `timeConstant`.",
          },
          {
            name: "makes the neuron tire",
            holds: (model) => adaptation(model) > 1.3,
            wrong: withChannels({ ...currentM, conductance: 0.002 }),
            feedback:
              "At 3 µA/cm² the intervals hardly grow. Compare conductance, power and time constant with the table.",
          },
          {
            name: "has the given conductance and time constant",
            holds: (model) =>
              Math.abs((model.parameters as Record<string, number>).gM - gM) < 1e-9 &&
              Math.abs(at(model, "tauP", -40) - tau) < 1e-6,
            wrong: withChannels({ ...currentM, conductance: 1.1 * gM }),
            feedback: "It tires already. Now compare the numbers with yours.",
          },
          {
            name: "moves as it should",
            holds: (model) => movesLike(model, withChannels(currentM)),
            wrong: conductanceModel({
              name: "cortical neuron",
              capacitance: 1,
              initial: -70,
              channels: [...parts.map((one) => (one.ion === "leak" ? { ...one, conductance: 0.11 } : one)), currentM],
            }),
            feedback: "The new channel is right. Another part of the neuron is not as the lesson gives it.",
          },
        ],
      });
    },
    hints: [
      "Copy the potassium channel, and leave out its `reversal`: channels of one ion share it.",
      "A gate may be given as `{ name, power, steadyState, timeConstant }`; the steady state is text in V.",
      '`{ ion: "K", name: "M", conductance: brake.gM, gates: [{ name: "p", power: 1, steadyState: ' +
        '"1/(1 + exp(-(V + 35)/10))", timeConstant: brake.tau }] }`',
    ],
    because:
      "Each spike opens a few more M channels, which shut only slowly: the neuron brakes itself. " +
      "This is spike-frequency adaptation.",
  }),
];
