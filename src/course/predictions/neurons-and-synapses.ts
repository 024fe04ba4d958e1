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
  choose("18.1", ["fifty times as high", "about half of that", "no higher"], "about half of that"),
  choose("18.2", ["it grows", "it vanishes", "it turns round"], "it turns round"),
  choose("18.3", ["no difference", "it becomes lower", "it becomes higher"], "it becomes lower"),
  choose("18.4", ["smaller", "about the same", "larger"], "larger"),
  choose("18.5", ["larger", "as large", "smaller"], "smaller"),
  choose("18.6", ["the early ones", "the late ones", "all of them"], "the early ones"),
];
