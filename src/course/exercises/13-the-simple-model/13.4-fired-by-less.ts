import type { Exercise } from "../../exercise.js";
import { findMistakes } from "../../find-mistakes.js";

/** Which of the twenty patterns answer a current that is reduced. */
export const firedByLess: Exercise = findMistakes({
  id: "13.4",
  title: "Find the mistakes: fired by less",
  points: 2,
  statements: [
    {
      about: "M",
      holds: "In M a spike follows a step of the current that only goes down and back.",
      fails: "In M a spike follows a step of the current that goes up and back.",
      feedback: "Look at the thin curve of the current under the trace of M.",
    },
    {
      about: "N",
      holds: "In N the burst comes after the downward step has ended.",
      fails: "In N the burst lasts as long as the downward step.",
      feedback: "Lay the burst of N beside the thin curve of its current.",
    },
    {
      about: "O",
      holds: "In O the spike answers the last step, which goes up.",
      fails: "In O the downward step alone makes the neuron fire.",
      feedback: "Which step comes just before the spike of O?",
    },
    {
      about: "S",
      holds: "In S the neuron fires while the current is reduced.",
      fails: "In S the neuron fires until the current is reduced.",
      feedback: "Lay the spikes of S beside the thin curve of its current.",
    },
    {
      about: "T",
      holds: "In T the neuron fires in bursts while the current is reduced.",
      fails: "In T the neuron falls silent while the current is reduced.",
      feedback: "Lay the bursts of T beside the thin curve of its current.",
    },
    {
      about: "P",
      holds: "In P it is a step up that stops the firing, as it was a step up that began it.",
      fails: "In P it is a step down that stops the firing.",
      feedback: "Look at the two short steps of the current in P.",
    },
  ],
  hints: [
    "Look at the thin curve of the current under each trace.",
    "In four panels the current steps down, and spikes come while it is down or just after.",
  ],
  because: "What opposes the voltage is slow: while the current is less, it dies away, and then too little is left.",
});
