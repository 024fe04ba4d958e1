import { hodgkinHuxley, simulate, type HiddenChecks, type Stimulus } from "nullcline";

export const hidden: HiddenChecks = {
  "9.2": [
    {
      name: "silences the neuron for good, not only until the end of the figure",
      holds: (off: Stimulus, mine) =>
        simulate(hodgkinHuxley.with({ I: mine.I }), { duration: 1000, stimulus: off }).spikes.every(
          (t) => t < mine.from + 100,
        ),
    },
  ],
};
