import { exercise, type Exercise } from "../../exercise.js";
import { between, either, logBetween, oneOf, tuple } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { numberAnswer } from "../../answers/number-answer.js";
import { percent } from "../../answers/tolerance.js";
import { K, body, thermal } from "./ions.js";

const potential = (inside: number, outside: number, z: number, T: number): number =>
  (thermal(T) / z) * Math.log(outside / inside);

/** The battery of one ion. */
export const oneIon: readonly Exercise[] = [
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
        domain: either(
          tuple(logBetween(3, 300), logBetween(3, 300), oneOf<number>(1, -1, 2), between(0, 45)),
          tuple(logBetween(5e-5, 5e-4), logBetween(0.5, 3), oneOf<number>(2), between(0, 45)),
        ),
        tolerance: 0.2, // mV; allows for a rounded R, F or 273
        right: potential,
        misconceptions: [
          {
            name: "inside over outside",
            wrong: (inside, outside, z, T) => potential(outside, inside, z, T),
            feedback:
              "With your formula potassium would pull the inside positive. It is plentiful inside and leaves: " +
              "which sign stays behind?",
          },
          {
            name: "decimal logarithm",
            wrong: (inside, outside, z, T) => (thermal(T) / z) * Math.log10(outside / inside),
            feedback: "Your numbers are too small by a factor of 2.3. Which logarithm belongs to e?",
          },
          {
            name: "temperature not in kelvin",
            wrong: (inside, outside, z, T) => potential(inside, outside, z, T - 273.15),
            feedback: "At 0 °C your potential vanishes. Where does the absolute temperature begin?",
          },
          {
            name: "charge left out",
            wrong: (inside, outside, _z, T) => potential(inside, outside, 1, T),
            feedback:
              "Right for sodium and potassium. Now calcium, with two charges, and chloride, with a negative one.",
          },
          {
            name: "58 mV at any temperature",
            wrong: (inside, outside, z) => (58 / z) * Math.log10(outside / inside),
            feedback: "58 mV per tenfold ratio is a rule of thumb for 20 °C. Where is `T` in your formula?",
          },
          {
            name: "always at 37 °C",
            wrong: (inside, outside, z) => potential(inside, outside, z, body),
            feedback: "Right at 37 °C. Where is `T` in your formula?",
          },
          {
            name: "without parentheses",
            wrong: (inside, outside, z, T) => (potential(inside, outside, 1, T) * 96485.33 ** 2) / z,
            feedback: "What is below the line of a fraction needs parentheses: `a / (b * c)`, not `a / b * c`.",
          },
          {
            name: "without parentheses, in volts",
            wrong: (inside, outside, z, T) => (potential(inside, outside, 1, T) * 96485.33 ** 2) / (1000 * z),
            feedback: "What is below the line of a fraction needs parentheses: `a / (b * c)`. And RT/F is in volts.",
          },
          {
            name: "volts",
            wrong: (inside, outside, z, T) => potential(inside, outside, z, T) / 1000,
            feedback: "Your numbers are volts. They are wanted in mV.",
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
    variant: (draw) => ({ V: draw.between(-80, -55, 0.1) }),
    answer: ({ V }) =>
      numberAnswer({
        unit: "mM",
        right: K.inside * Math.exp(V / thermal(body)),
        tolerance: percent(1.5),
        misconceptions: [
          {
            name: "decimal instead of natural",
            wrong: K.inside * 10 ** (V / thermal(body)),
            feedback: "The inverse of the natural logarithm is `Math.exp`.",
          },
          {
            name: "room temperature",
            wrong: K.inside * Math.exp(V / thermal(20)),
            feedback: "This would be right at 20 °C. The body is warmer.",
          },
          {
            name: "five times the factor",
            wrong: 5 * Math.exp(V / thermal(body)),
            feedback: "5 mM is the healthy concentration outside. The formula asks for the one inside.",
          },
          {
            name: "upside down",
            wrong: K.inside * Math.exp(-V / thermal(body)),
            feedback: "That is far more than inside. Is your potential then negative?",
          },
        ],
      }),
    hints: [
      "Solve E = 26.73 mV · ln(outside/140) for the concentration outside.",
      "Or try values in your function until it gives your potential.",
      "`140 * Math.exp(mine.V / 26.73)`",
    ],
    because:
      "A few mM more outside shift the potential by many mV: " +
      "potassium in the blood is watched closely in every hospital.",
  }),
];
