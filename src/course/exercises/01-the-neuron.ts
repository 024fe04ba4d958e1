import { cable } from "../../cables/cable.js";
import { conductionVelocity, simulateCable } from "../../cables/simulate-cable.js";
import { hodgkinHuxley } from "../../models/hodgkin-huxley.js";
import { faradayConstant, gasConstant, goldmanHodgkinKatz, nernst } from "../../models/channels/reversal-potential.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { choiceAnswer, selectionAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { each, functionAnswer } from "../answers/function-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const [K, Na] = [
  { inside: 140, outside: 5 },
  { inside: 14, outside: 145 },
];
const body = 37;

/** RT/F in mV at T °C. */
const thermal = (T: number): number => (1000 * gasConstant * (T + 273.15)) / faradayConstant;
const potential = (inside: number, outside: number, z: number, T: number): number =>
  (thermal(T) / z) * Math.log(outside / inside);

/**
 * Rest of a membrane that lets potassium and sodium through, mV; `p` is the permeability for sodium relative to
 * potassium's.
 */
const rest = (p: number): number =>
  goldmanHodgkinKatz({ K: { permeability: 1, ...K }, Na: { permeability: p, ...Na } }, body);
const [EK, ENa] = [nernst("K", K, body), nernst("Na", Na, body)];

/** m/s, in the bare fibre of the lesson. */
function speed(radius: number): number {
  const fibre = cable({
    length: 8000,
    radius,
    compartments: 160,
    membrane: hodgkinHuxley.preset("18.5 °C"),
    axialResistivity: 110,
  });
  return conductionVelocity(
    simulateCable(fibre, { duration: 8, inject: [{ at: 0, current: step(10 * radius ** 1.5, 0, 0.2) }] }),
    2000,
    6000,
  );
}

export const theNeuronExercises: readonly Exercise[] = [
  exercise({
    id: "1.1",
    title: "The Nernst potential",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "the concentrations inside and outside in mM, the charge number z, and T in °C",
        gives: "mV",
        at: [
          [140, 5, 1, 37],
          [14, 145, 1, 37],
          [7, 120, -1, 37],
          [1e-4, 1.2, 2, 37],
          [400, 20, 1, 6.3],
        ],
        tolerance: 0.2, // mV; allows for a rounded R, F or 273
        right: potential,
        misconceptions: [
          {
            name: "inside over outside",
            wrong: (inside, outside, z, T) => potential(outside, inside, z, T),
            say: "With your formula potassium would pull the inside positive. It is plentiful inside and leaves: which sign stays behind?",
          },
          {
            name: "decimal logarithm",
            wrong: (inside, outside, z, T) => (thermal(T) / z) * Math.log10(outside / inside),
            say: "Your numbers are too small by a factor of 2.3. Which logarithm belongs to e?",
          },
          {
            name: "temperature not in kelvin",
            wrong: (inside, outside, z, T) => potential(inside, outside, z, T - 273.15),
            say: "At 0 °C your potential vanishes. Where does the absolute temperature begin?",
          },
          {
            name: "charge left out",
            wrong: (inside, outside, _z, T) => potential(inside, outside, 1, T),
            say: "Right for sodium and potassium. Now calcium, with two charges, and chloride, with a negative one.",
          },
          {
            name: "58 mV at any temperature",
            wrong: (inside, outside, z) => (58 / z) * Math.log10(outside / inside),
            say: "58 mV per tenfold ratio is a rule of thumb for 20 °C. Where is `T` in your formula?",
          },
          {
            name: "always at 37 °C",
            wrong: (inside, outside, z) => potential(inside, outside, z, body),
            say: "Right at 37 °C. Where is `T` in your formula?",
          },
          {
            name: "volts",
            wrong: (inside, outside, z, T) => potential(inside, outside, z, T) / 1000,
            say: "Your numbers are volts. They are wanted in mV.",
          },
        ],
      }),
    hints: [
      "RT/F is a voltage: 26.7 mV at body temperature. Put the kelvins in: T + 273.15.",
      "`Math.log` is the natural logarithm; the ratio is outside over inside.",
      "`(1000 * 8.314463 * (T + 273.15)) / (z * 96485.33) * Math.log(outside / inside)`",
    ],
    because: "Equal concentrations give zero, and each tenfold ratio is worth 61.5 mV at 37 °C for one charge.",
  }),
  exercise({
    id: "1.2",
    title: "Too much potassium",
    points: 1,
    variant: (draw) => ({ V: draw.between(-80, -55, 1) }),
    answer: ({ V }) =>
      numberAnswer({
        unit: "mM",
        right: K.inside * Math.exp(V / thermal(body)),
        tolerance: percent(1.5),
        misconceptions: [
          {
            name: "decimal instead of natural",
            wrong: K.inside * 10 ** (V / thermal(body)),
            say: "The inverse of the natural logarithm is `Math.exp`.",
          },
          {
            name: "room temperature",
            wrong: K.inside * Math.exp(V / thermal(20)),
            say: "This would be right at 20 °C. The body is warmer.",
          },
          {
            name: "five times the factor",
            wrong: 5 * Math.exp(V / thermal(body)),
            say: "5 mM is the healthy concentration outside. The formula asks for the one inside.",
          },
          {
            name: "upside down",
            wrong: K.inside * Math.exp(-V / thermal(body)),
            say: "That is far more than inside. Is your potential then negative?",
          },
        ],
      }),
    hints: [
      "Solve E = 26.73 mV · ln(outside/140) for the concentration outside.",
      "Or try values in your function until it gives your potential.",
      "`140 * Math.exp(mine.V / 26.73)`",
    ],
    because:
      "A few mM more outside shift the potential by many mV: potassium in the blood is watched closely in every hospital.",
  }),
  exercise({
    id: "1.3",
    title: "What is zero at rest?",
    points: 1,
    answer: () =>
      choiceAnswer({
        right: "net",
        others: {
          each: "Look at the three currents: potassium goes out, sodium comes in. Is either current zero?",
          potassium:
            "The membrane rests at −70.7 mV, and potassium's battery is at −89.1 mV. Does nothing push potassium?",
          pumps: "Stop the pumps and the gradients run down, in minutes to hours. They have much to do at rest.",
        },
      }),
    hints: [
      "A voltage that does not change needs no charge to arrive. Charge of which ions?",
      "Add up the three currents that the cell printed.",
    ],
    because: "Rest is a steady state, not an equilibrium of the ions: like a bath whose tap runs as fast as its drain.",
  }),
  exercise({
    id: "1.4",
    title: "Rest between two batteries",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "p, sodium's permeability relative to potassium's",
        gives: "mV",
        at: each([0, 0.01, 0.04, 0.3, 1, 20, 1000]),
        tolerance: 0.1,
        right: rest,
        misconceptions: [
          {
            name: "mean of the Nernst potentials",
            wrong: (p) => (EK + p * ENa) / (1 + p),
            say: "Both ends are right, but between them you average potentials. Goldman's formula adds up concentrations, inside the logarithm.",
          },
          {
            name: "inside over outside",
            wrong: (p) => -rest(p),
            say: "The sign is turned round. Which side stands above?",
          },
          {
            name: "without RT/F",
            wrong: (p) => rest(p) / thermal(body),
            say: "The logarithm is right. By how many mV is it multiplied?",
          },
          {
            name: "decimal logarithm",
            wrong: (p) => rest(p) / Math.LN10,
            say: "Your numbers are too small by a factor of 2.3. Which logarithm belongs to e?",
          },
          {
            name: "weight on potassium",
            wrong: (p) => rest(1 / (p + 1e-300)),
            say: "At p = 0 sodium cannot pass at all. Where must the membrane rest then?",
          },
          {
            name: "sodium inside without weight",
            wrong: (p) => thermal(body) * Math.log((5 + p * 145) / (140 + 14)),
            say: "Sodium appears twice, outside and inside, and both times with its permeability.",
          },
          {
            name: "sodium's weight only inside",
            wrong: (p) => thermal(body) * Math.log((5 + 145) / (140 + p * 14)),
            say: "Sodium appears twice, outside and inside, and both times with its permeability.",
          },
        ],
      }),
    hints: [
      "Above the line what comes from outside, below it what comes from inside, each with its permeability.",
      "`26.73 * Math.log((5 + p * 145) / (140 + p * 14))`",
    ],
    because:
      "From −89 mV without sodium to +62 mV with sodium alone: a membrane goes anywhere between by opening and shutting channels.",
  }),
  exercise({
    id: "1.5",
    title: "How fast is your fibre?",
    points: 2,
    variant: (draw) => ({ radius: draw.oneOf([2, 3, 4, 6, 8]) }),
    answer: ({ radius }) => {
      const right = speed(radius);
      return numberAnswer({
        unit: "m/s",
        right,
        tolerance: percent(3),
        misconceptions: [
          { name: "time instead of speed", wrong: 4 / right, say: "That is the time between the two places, in ms." },
          {
            name: "distance from the beginning",
            wrong: 1.5 * right,
            say: "The spike was seen 2 mm and 6 mm from the beginning. How far apart is that?",
          },
          { name: "upside down", wrong: right / 4, say: "Speed is distance over time: how many mm in one ms?" },
        ],
      });
    },
    hints: [
      "Point at the two peaks in the figure and read their times.",
      "1 mm/ms is 1 m/s.",
      "`4 / (second − first)`, with the times in ms. Or `conductionVelocity(run, 2000, 6000)`.",
    ],
    because: "In a bare fibre speed grows with the root of the radius: four times as thick is twice as fast.",
  }),
  exercise({
    id: "1.6",
    title: "Find the mistakes: the action potential in print",
    points: 3,
    answer: () =>
      selectionAnswer({
        from: ["A", "B", "C", "D", "E", "F"],
        right: ["A", "C", "D", "F"],
        misconceptions: [
          {
            name: "all of them",
            wrong: ["A", "B", "C", "D", "E", "F"],
            say: "Two of the six are right. One of them is about a sum, one about a pump.",
          },
          {
            name: "the peak not missed",
            wrong: ["A", "C", "F"],
            say: "Three are found. How close to E_Na does the spike in Section 1.5 get, and what stops it?",
          },
          {
            name: "rest not missed",
            wrong: ["A", "D", "F"],
            say: "Three are found. How far is rest from E_K, and can a membrane that leaks sodium rest at E_K?",
          },
          { name: "the axon not missed", wrong: ["C", "D", "F"], say: "Three are found. Is every axon wrapped?" },
          {
            name: "the word not missed",
            wrong: ["A", "C", "D"],
            say: "Three are found. What does a membrane do that goes back towards rest?",
          },
        ],
      }),
    hints: [
      "Test each sentence on the figures and tables of this notebook.",
      "Squid axons are bare. The spike above peaks at 39 mV; its sodium battery is at 50 mV.",
      "Four of the six need correction.",
    ],
    because: "Such sentences are copied from book to book. A model lets you test them.",
  }),
];
