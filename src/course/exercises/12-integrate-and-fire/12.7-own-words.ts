import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

/** What a reset gives and what it takes, told in words. */
export const resetInWords: Exercise = exercise({
  id: "12.7",
  title: "Round on a line, in your own words",
  points: 1,
  answer: () =>
    writtenAnswer({
      of: "how a neuron with one variable can fire again and again, and what is lost by it",
      mentions: [
        {
          name: "says what brings the voltage back",
          words:
            "reset|set back|sets it back|put back|puts it back|by hand|rule|jump|cut|put to|put down|" +
            "sets the voltage|set to|teleport|artificial|back|clamp|fiat|impos",
          feedback: "What brings the voltage down, in this model, and is it in the equation?",
        },
        {
          name: "says what is lost",
          words:
            "shape|height|high|width|wide|upstroke|downstroke|channel|sodium|potassium|peak|form|calcium|" +
            "refractor|waveform|duration|long it|looks like|how long|looks|how the spike|no spike|" +
            "amplitude|current|profile|course|mechanism|ion|" +
            "itself|depolari|repolari|biophys|rise|fall|size",
          evenDenied: true,
          feedback: "Which properties of a real spike did we put in by hand, or leave out?",
        },
        {
          name: "says where that happens",
          words: "threshold|line|flow|charg|discontinu|equation|again|climb|start|begin|hybrid|limit|reach",
          evenDenied: true,
          feedback: "Where on its line is the voltage when that happens?",
        },
      ],
      opposites: [
        {
          claim: "V does not jump.",
          says: ["does not jump|flows smoothly|no reset|not reset at"],
          feedback: "What happens to V at the threshold, in the equations of Section 12.1?",
        },
        {
          claim: "One can learn the shape of a spike from it.",
          says: ["can learn … height|width|shape|form"],
          feedback: "Is there an upstroke in this model?",
        },
      ],
      right:
        "Its voltage does not come back along the line: at the threshold a rule sets it back, and it charges " +
        "anew. So the equation tells only of the way up to the threshold. The spike itself, its height, its " +
        "width and the currents that make it, is left out, and the refractory period is put in by hand. What " +
        "is kept are the times of the spikes.",
    }),
  hints: [
    "Look at what happens at V_th: is that a flow?",
    "How high is a spike of this neuron, how wide is it, and who says so?",
  ],
  because: "What it keeps are the times of the spikes.",
});
