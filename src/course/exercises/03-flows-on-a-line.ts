import { equilibria } from "../../dynamics/equilibria/equilibria.js";
import { persistentSodium } from "../../models/persistent-sodium.js";
import { choiceAnswer } from "../answers/choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { functionAnswer } from "../answers/function-answer.js";
import { listAnswer } from "../answers/list-answer.js";
import { numberAnswer } from "../answers/number-answer.js";
import { percent } from "../answers/tolerance.js";

const membrane = persistentSodium.preset("without reset");
const { C, gL, EL } = membrane.parameters;

/** Rest, threshold and excited state in mV, and the slope of the velocity at rest in 1/ms. */
interface Landmarks {
  readonly rest: number;
  readonly threshold: number;
  readonly excited: number;
  readonly slope: number;
}

function landmarks(I: number): Landmarks {
  const [rest, threshold, excited] = equilibria(membrane.with({ I }));
  return { rest: rest.state.V, threshold: threshold.state.V, excited: excited.state.V, slope: rest.eigenvalues[0].re };
}

export const flowsOnALineExercises: readonly Exercise[] = [
  exercise({
    id: "3.1",
    title: "The velocity of a leaky membrane",
    points: 2,
    answer: () =>
      functionAnswer({
        of: "V in mV and I in uA/cm^2",
        gives: "mV/ms",
        at: [
          [-80, 0],
          [-67, 0],
          [-40, 0],
          [-67, 100],
          [-20, 250],
          [0, 0],
        ],
        tolerance: percent(0.1),
        right: (V: number, I: number) => (I - gL * (V - EL)) / C,
        misconceptions: [
          {
            name: "current instead of velocity",
            wrong: (V, I) => I - gL * (V - EL),
            say: "That is the current left over, in µA/cm². What turns a current into mV per ms?",
          },
          {
            name: "leak with the wrong sign",
            wrong: (V, I) => (I + gL * (V - EL)) / C,
            say: "Above E_L, does your leak bring the voltage back or drive it away?",
          },
          {
            name: "E_L with the wrong sign",
            wrong: (V, I) => (I - gL * (V + EL)) / C,
            say: "At which voltage does your leak stand still? E_L is negative, and subtracting it adds.",
          },
          {
            name: "input left out",
            wrong: (V) => (-gL * (V - EL)) / C,
            say: "Right without an input. Where is `I` in your formula?",
          },
          {
            name: "V instead of V - E_L",
            wrong: (V, I) => (I - gL * V) / C,
            say: "At which voltage does your leak stand still? It should be E_L.",
          },
          {
            name: "input not divided by C",
            wrong: (V, I) => I - (gL * (V - EL)) / C,
            say: "Both currents charge the same capacitance.",
          },
        ],
      }),
    hints: [
      "Solve the equation of Section 3.1 for dV/dt.",
      "Everything on the right-hand side is divided by the capacitance.",
      "`(I - 19 * (V + 67)) / 10`",
    ],
    because: "Where it is positive the voltage rises, where it is negative it falls; it is zero at E_L + I/g_L.",
  }),
  exercise({
    id: "3.2",
    title: "Stable by the sign of the velocity",
    points: 1,
    answer: () =>
      listAnswer({
        of: "stable equilibria",
        unit: "mV",
        right: [-70, -20],
        tolerance: 0.5,
        anyOrder: true,
        misconceptions: [
          {
            name: "the unstable one",
            wrong: [-50],
            say: "Push the voltage a little to the right of it. Does the velocity there bring it back?",
          },
          {
            name: "all equilibria",
            wrong: [-70, -50, -20],
            say: "These are all the places where the velocity is zero. At which of them is a small push undone?",
          },
          { name: "only the first", wrong: [-70], say: "That one is right. Look at the other end as well." },
          { name: "only the last", wrong: [-20], say: "That one is right. Look at the other end as well." },
          {
            name: "one stable, one unstable",
            wrong: [-70, -50],
            say: "One of these two is stable. Push the voltage a little off each of them and follow the sign of the velocity.",
          },
        ],
      }),
    hints: [
      "Draw the axis and put an arrow in each of the four stretches.",
      "Stable means: the arrows on both sides point at it.",
    ],
    because: "A stable equilibrium is where the velocity passes from positive to negative.",
  }),
  exercise({
    id: "3.3",
    title: "All equilibria at your input",
    points: 2,
    variant: (draw) => ({ I: draw.between(-203, 12, 5) }), // never 0, which has misconceptions of its own
    answer: ({ I }) => {
      const { rest, threshold, excited } = landmarks(I);
      return listAnswer({
        of: "equilibria",
        unit: "mV",
        right: [rest, threshold, excited],
        tolerance: 0.05,
        misconceptions: [
          {
            name: "only the stable ones",
            wrong: [rest, excited],
            say: "Those two are stable. What parts their basins?",
          },
          {
            name: "only the lower two",
            wrong: [rest, threshold],
            say: "Look further to the right in the figure: sodium wants the voltage high.",
          },
          {
            name: "equilibria without input",
            wrong: Object.values(landmarks(0)).slice(0, 3),
            say: "These are the equilibria at I = 0. Put your input into the model: `membrane.with({ I: mine.I })`.",
          },
          {
            name: "only the unstable one",
            wrong: [threshold],
            say: "That is the threshold. The exercise asks for all equilibria.",
          },
          {
            name: "equilibria of the leak alone",
            wrong: [EL + I / gL],
            say: "Your list is right for a membrane without sodium.",
          },
        ],
      });
    },
    hints: [
      "`equilibria(model)` gives a list; each entry has a `state`, and that has a `V`.",
      "The model at your input is `membrane.with({ I: mine.I })`.",
      "`equilibria(membrane.with({ I: mine.I })).map((e) => e.state.V)`",
    ],
    because: "Rest, threshold, excited state: two homes and the border between them.",
  }),
  exercise({
    id: "3.4",
    title: "Find the mistake: how many equilibria?",
    points: 2,
    answer: () =>
      choiceAnswer({
        right: "three",
        others: {
          one: "Of the six membranes in Section 3.3, three do not end at rest. Where do they stop, and do they stay there?",
          above: "Raise I to 25 µA/cm² in the live figure of Section 3.3. How often does the curve cross the axis?",
        },
      }),
    hints: [
      "Count the circles in the figure of Section 3.3.",
      "A curve that falls through zero twice must rise through it once.",
    ],
    because: "Below 15.78 µA/cm² there are three; the unstable one is the threshold.",
  }),
  exercise({
    id: "3.5",
    title: "The landscape of a leaky membrane",
    points: 2,
    answer: () => {
      const difference = (U: (V: number, I: number) => number, V: number, I: number): number => U(V, I) - U(EL, I);
      return functionAnswer({
        of: "V in mV and I in uA/cm^2",
        gives: "mV²/ms",
        at: [
          [-80, 0],
          [-60, 0],
          [-40, 0],
          [-40, 100],
          [-90, 250],
        ],
        tolerance: percent(0.1),
        using: difference,
        right: (V: number, I: number) => (gL * (V - EL) ** 2) / (2 * C) - (I * V) / C,
        misconceptions: [
          {
            name: "upside down",
            wrong: (V, I) => -(gL * (V - EL) ** 2) / (2 * C) + (I * V) / C,
            say: "Your landscape has a hill where the membrane rests. Mind the minus in dV/dt = −dU/dV.",
          },
          {
            name: "without the half",
            wrong: (V, I) => (gL * (V - EL) ** 2) / C - (I * V) / C,
            say: "Differentiate your first term: is the slope g_L (V − E_L)/C?",
          },
          {
            name: "the input left out",
            wrong: (V) => (gL * (V - EL) ** 2) / (2 * C),
            say: "Where is your valley when there is an input?",
          },
          {
            name: "not divided by C",
            wrong: (V, I) => (gL * (V - EL) ** 2) / 2 - I * V,
            say: "The slope of U is a velocity in mV/ms, not a current.",
          },
          {
            name: "tilted the wrong way",
            wrong: (V, I) => (gL * (V - EL) ** 2) / (2 * C) + (I * V) / C,
            say: "A positive input raises the voltage. Towards which side does your input tilt the landscape?",
          },
          {
            name: "input not divided by C",
            wrong: (V, I) => (gL * (V - EL) ** 2) / (2 * C) - I * V,
            say: "Leak and input charge the same capacitance: divide both by C.",
          },
          {
            name: "the velocity",
            wrong: (V, I) => (I - gL * (V - EL)) / C,
            say: "That is the velocity. The landscape is the function whose slope is minus this.",
          },
          {
            name: "minus the velocity",
            wrong: (V, I) => (gL * (V - EL) - I) / C,
            say: "That is the slope of the landscape. Integrate it over V.",
          },
        ],
      });
    },
    hints: [
      "Integrate the velocity of Exercise 3.1 over V and change the sign.",
      "The integral of (V − E_L) is (V − E_L)²/2.",
      "`19 * (V + 67) ** 2 / 20 - I * V / 10`",
    ],
    because: "A leak is a spring: its landscape is a parabola, which a constant input tilts.",
  }),
  exercise({
    id: "3.6",
    title: "The time constant at rest",
    points: 2,
    variant: (draw) => ({ I: draw.between(-58, 12, 5) }), // never 0; λ never near −1, where τ = −λ in numbers
    answer: ({ I }) => {
      const { slope } = landmarks(I);
      return numberAnswer({
        unit: "ms",
        right: -1 / slope,
        tolerance: percent(1),
        misconceptions: [
          {
            name: "the leak alone",
            wrong: C / gL,
            say: "That is C/g_L, the time constant without sodium. Use the slope of the whole curve.",
          },
          {
            name: "the eigenvalue itself",
            wrong: slope,
            say: "That is the eigenvalue, in 1/ms. A time constant is a time.",
          },
          {
            name: "the eigenvalue without its sign",
            wrong: -slope,
            say: "That is the size of the eigenvalue, in 1/ms. How do you get a time from a rate?",
          },
          {
            name: "without input",
            wrong: -1 / landmarks(0).slope,
            say: "That is the time constant at I = 0. Put your input into the model.",
          },
          {
            name: "1/λ with its sign",
            wrong: 1 / slope,
            say: "A time constant is positive: the distance shrinks as exp(−t/τ).",
          },
        ],
      });
    },
    hints: [
      "The eigenvalue λ of rest is the slope of the velocity there.",
      "τ = −1/λ.",
      "`-1 / equilibria(membrane.with({ I: poke.I }))[0].eigenvalues[0].re`",
    ],
    because: "It is longer than C/g_L: the sodium current undoes part of what the leak repairs.",
  }),
  exercise({
    id: "3.7",
    title: "The smallest kick over the threshold",
    points: 3,
    variant: (draw) => ({ I: draw.between(-61, 13, 2) }), // never 0, which has a misconception of its own
    answer: ({ I }) => {
      const { rest, threshold, excited } = landmarks(I);
      return numberAnswer({
        unit: "mV",
        right: threshold - rest,
        tolerance: 0.05,
        misconceptions: [
          {
            name: "the threshold voltage",
            wrong: threshold,
            say: "That is where the threshold is. The question asks how far above rest that is.",
          },
          {
            name: "distance to the excited state",
            wrong: excited - rest,
            say: "The kick need not carry the voltage all the way. From where on does the membrane climb by itself?",
          },
          {
            name: "the kick without input",
            wrong: landmarks(0).threshold - landmarks(0).rest,
            say: "That is the kick at I = 0. Rest and threshold both move with the input.",
          },
          {
            name: "rest without input",
            wrong: threshold - landmarks(0).rest,
            say: "At your input rest is not where it is at I = 0.",
          },
        ],
      });
    },
    hints: [
      "Which equilibrium parts the states that return from those that climb?",
      "Subtract the voltage of rest from the voltage of the threshold, both at your input.",
    ],
    because: "It shrinks to nothing as the input approaches 15.776 µA/cm².",
  }),
];
