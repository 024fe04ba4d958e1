import type { Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";

/** What is said of the simple model, and is not so. */
export const simpleModelMistakes: Exercise = findMistakes({
  id: "13.6",
  title: "Find the mistakes: the simple model",
  points: 2,
  statements: [
    {
      about: "the unit of u",
      holds: "In the 2003 model u has no unit.",
      fails: "In the 2003 model u is measured in mV.",
      feedback: "Section 13.1 says what has a unit. Does u?",
    },
    {
      about: "figures made with a coarse step",
      holds:
        "If a published figure was made with a coarse step, another simulator need not show the same " +
        "pattern with its parameters.",
      fails:
        "If a published figure was made with a coarse step, its parameters show the same pattern in any simulator.",
      feedback: "What happened to panel Q when it was integrated accurately?",
    },
    {
      about: "what the reset is for",
      holds: "The reset is part of the model: without it v would reach infinity in finite time.",
      fails: "The reset is only a convenience: without it v would come back by itself.",
      feedback: "What would v do without its reset? Look at the sign of its square.",
    },
    {
      about: "the height of a spike",
      holds: "The spike's height is put in by hand, as the voltage of the reset.",
      fails: "The spike's height is computed by the equations.",
      feedback: "Where does the 30 mV come from?",
    },
    {
      about: "how rest is lost",
      holds: "With b > a rest is lost in an Andronov-Hopf bifurcation, before the fold.",
      fails: "With b > a rest is lost at the fold, where the line touches the parabola.",
      feedback: "Which of the two comes first as the input grows, in Section 13.3?",
    },
  ],
  hints: [
    "Section 13.1 says what has a unit.",
    "Section 13.5 says what survives an accurate method.",
    "What would v do without its reset?",
  ],
  because: "Keep the idea, check the numbers.",
});
