import { choose, type Prediction } from "./prediction.js";

/** What the notebooks on a recorded neuron and on synapses ask. */
export const neuronsAndSynapses: readonly Prediction[] = [
  choose(
    "17.1",
    ["it falls and stays there", "it falls, then comes back a little", "it goes on falling"],
    "it falls, then comes back a little",
  ),
  choose("17.2", ["about as steep", "three times as steep", "nine times as steep"], "nine times as steep"),
  choose("17.3", ["too few spikes", "about right", "too many spikes"], "too many spikes"),
  choose("17.4", ["below 0.1", "about 0.4", "above 0.9"], "about 0.4"),
  choose("17.5", ["the first spikes", "the last spikes", "all alike"], "the last spikes"),
];
