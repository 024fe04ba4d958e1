import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

/** Why the neuron with an M current tires, in words. */
export const tiring: readonly Exercise[] = [
  exercise({
    id: "6.6",
    title: "In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why the neuron tires, and does not fall silent",
        mentions: [
          {
            name: "speaks of what a spike does to the M channels",
            words:
              "open|rais|rose|grow|increas|push|lift|activat|add|adds|up|rise|rises|bigger|larger|" +
              "climbs by|accumulat|a step|jump|bump|boost|increment|higher|builds|more |big ",
            feedback: "What does each spike do to the gates p?",
          },
          {
            name: "speaks of what happens between spikes",
            words:
              "shut|clos|between|interval|pause|decay|decreas|sink|back|relax|fall|drop|recover|goes down|go down|" +
              "leak|gap|silence|break|balanc|wears off|steady|lower|smaller|deactivat|fade",
            feedback: "That explains why it tires. What do the gates do in the time between two spikes?",
          },
          {
            name: "names the brake",
            words: "p |m |m-|brake|outward|muscarin|kcnq|slow current|adaptation",
            feedback: "Which of the gates does this? Name it: it is the one that the other neurons have not.",
          },
        ],
        opposites: [
          {
            claim: "Each spike shuts M channels.",
            says: [
              "every spike|each spike … becomes smaller|become smaller|channels close|falls",
              "spikes p rises|spikes p grows|spike brings it down|spike brings p down|" +
                "spike shuts|spike reduces|spike closes|spike lowers|spike decreases|falls with every spike|" +
                "falls with each spike",
            ],
            feedback: "Look at the staircase of p: which way does it go with each spike?",
          },
          {
            claim: "It is an inward current.",
            says: ["is inward|an inward|inward sodium|excites the neuron"],
            feedback: "M channels let potassium through. What does that do to the voltage?",
          },
        ],
        right:
          "Each spike opens a few more M channels, and they need a tenth of a second to shut. So they add " +
          "up, and their outward current makes the next interval longer. In a longer interval more of " +
          "them shut; when as many shut between two spikes as one spike opens, the rate stays.",
      }),
    hints: [
      "Look at p: it climbs in steps, and between the steps it falls.",
      "When are the steps as large as the falls?",
    ],
    because: "Read yours again: does it say why the rate levels off?",
  }),
];
