import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

/** The threshold of a neuron with two variables, told in words. */
export const thresholdInWords: Exercise = exercise({
  id: "4.8",
  title: "Which voltage? In your own words",
  points: 1,
  answer: () =>
    writtenAnswer({
      of: "why a neuron with two variables has no one voltage at which it fires",
      mentions: [
        {
          name: "says what the border is",
          words:
            "separatrix|border|manifold|saddle|watershed|curve |line |boundary|frontier|basin|divide|" +
            "curved|diagonal|slant|oblique",
          feedback: "What runs between two starts of which only one fires, in the figures of Section 4.4?",
        },
        {
          name: "says what else counts",
          words:
            "gate|potassium|channel|second variable|other variable|both variables|pair|gating|n |" +
            "coordinate|recovery|history|initial|second dimension|w |other axis|activation|two numbers",
          feedback:
            "Two neurons began at the same voltage in Section 4.4, and only one of them fired. In what did they " +
            "differ?",
        },
      ],
      opposites: [
        {
          claim: "The V-nullcline divides firing from not firing.",
          says: ["nullcline|v-nullcline|limit cycle … divid|separat", "divid … nullcline|v-nullcline|limit cycle"],
          feedback: "What runs between two starts that are close together and of which only one fires?",
        },
        {
          claim: "Only V counts.",
          says: [
            "counts is only v|only v counts|only the voltage counts|n does not matter|" +
              "voltage has nothing to do|whatever the gate|whatever n",
          ],
          feedback: "Two neurons began at the same voltage in Section 4.4, and only one of them fired.",
        },
      ],
      right:
        "In the plane a state is a pair, the voltage and n. What divides firing from not firing is the " +
        "separatrix, the curve of states that end in the saddle. It leans: from one and the same voltage the " +
        "neuron fires if few potassium channels are open, and falls back if many are. So only for a given n " +
        "is there a voltage.",
    }),
  hints: [
    "Which of the two that began at −52 mV fired, and why that one?",
    "What is a state of this neuron made of, and where does a place on the V axis lie in the plane?",
  ],
  because: "When a text gives a threshold as one number, it has fixed the other variables.",
});
