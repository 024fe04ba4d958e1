import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

/** The two rules at a spike, told in words. */
export const twoRules: Exercise = exercise({
  id: "13.6",
  title: "Two rules, in your own words",
  points: 1,
  answer: () =>
    writtenAnswer({
      of: "what the two rules at a spike stand for, and what d does to the next interval",
      mentions: [
        {
          name: "says what brings a real spike down",
          words:
            "potassium|downstroke|repolari|down|inactivat|fall|end of the spike|ends the spike|" +
            "end a spike|hyperpolari|bring a spike|k channel|kalium|reset of a spike|back|rectifier|closing",
          feedback: "What brings the voltage back in a real neuron? Which of the two rules does its work?",
        },
        {
          name: "says what u does to the next spike",
          words:
            "slow|longer|late|delay|adapt|brake|outward|hold|recover|wait|lengthen|against|oppose|" +
            "subtract|more time|hinder|larger interval|greater interval|postpone|stretch|bigger|refractor|inhibit|" +
            "harder|further|fatigue|tire|grows|increas|prolong|extend",
          feedback:
            "Look at the sign of u in the equation of v. What does its jump do to the way up to the next spike?",
        },
      ],
      opposites: [
        {
          claim: "A larger d makes the interval shorter.",
          says: ["larger d|bigger d|large d|big d|greater d … shorter|sooner|faster|excit|pushes v up"],
          feedback: "Which sign has u in the equation of v?",
        },
        {
          claim: "The two rules stand for nothing.",
          says: ["not stand for anything|stand for nothing"],
          feedback: "Who brings the voltage down in a real neuron?",
        },
      ],
      right:
        "The step to c stands for the downstroke: in a real neuron potassium channels open, sodium channels " +
        "inactivate, and the voltage falls, which the parabola cannot do. The step of d stands for the slow " +
        "outward current that a spike leaves behind. u works against v, so the larger d, the longer the next " +
        "interval; and since u decays slowly, the steps add up, and the neuron adapts.",
    }),
  hints: [
    "What ends a spike in a neuron of flesh and blood, and is it in the equation of v?",
    "With which sign does u enter the equation of v, and how quickly does it go away?",
  ],
  because: "The simple model says what a spike does, not how.",
});
