import { choose, estimate, type Prediction } from "./prediction.js";

const apart = ["in step", "a fifth of a period apart", "half a period apart"];

/** What the notebooks on a recorded neuron, on synapses, on two neurons and on bursts ask. */
export const neuronsAndSynapses: readonly Prediction[] = [
  choose(
    "19.1",
    ["it falls and stays there", "it falls, then comes back a little", "it goes on falling"],
    "it falls, then comes back a little",
  ),
  choose("19.2", ["about as steep", "three times as steep", "nine times as steep"], "nine times as steep"),
  choose("19.3", ["too few spikes", "about right", "too many spikes"], "too many spikes"),
  choose("19.4", ["below 0.1", "about 0.4", "above 0.9"], "about 0.4"),
  choose("19.5", ["the first spikes", "the last spikes", "all alike"], "the last spikes"),
  choose("20.1", ["fifty times as high", "about half of that", "no higher"], "about half of that"),
  choose("20.2", ["it grows", "it vanishes", "it turns round"], "it turns round"),
  choose("20.3", ["no difference", "it becomes lower", "it becomes higher"], "it becomes lower"),
  choose("20.4", ["smaller", "about the same", "larger"], "larger"),
  choose("20.5", ["larger", "as large", "smaller"], "smaller"),
  choose("20.6", ["the early ones", "the late ones", "all of them"], "the early ones"),
  choose("21.1", ["just after a spike", "a little past the middle", "just before a spike"], "a little past the middle"),
  estimate("21.2", "", 0.46, 1.2),
  choose("21.3", ["earlier", "as they would have", "later"], "later"),
  choose("21.4", ["both", "the faster one only", "the slower one only"], "the faster one only"),
  choose("21.5", apart, "a fifth of a period apart"),
  choose("21.6", apart, "in step"),
  choose("21.7", ["they fire in step", "they take turns", "only one fires"], "only one fires"),
  choose("22.1", ["they become shorter", "they stay alike", "they become longer"], "they become longer"),
  choose("22.2", ["half as many", "as many", "twice as many"], "twice as many"),
  choose("22.3", ["both rest", "both spike", "one rests, one spikes"], "one rests, one spikes"),
  choose("22.4", ["it rests", "its bursts are longer", "it spikes without end"], "it spikes without end"),
  choose("22.5", ["one spike", "a burst of fewer spikes", "a full burst"], "a burst of fewer spikes"),
  choose("22.6", ["it jumps", "it creeps up", "it swings"], "it swings"),
];
