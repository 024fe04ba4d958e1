import { choose, estimate, type Prediction } from "./prediction.js";

/** What the notebooks on biology and spike trains ask. */
export const biologyAndSpikes: readonly Prediction[] = [
  choose("0.1", ["nothing", "one", "many"], "one"),
  choose("0.2", ["more spikes", "higher spikes", "both"], "more spikes"),
  choose("1.1", ["a ball", "a net", "a tree with a long cable"], "a tree with a long cable"),
  choose("1.2", ["it falls below zero", "it stays at zero", "it rises above zero"], "it falls below zero"),
  choose("1.3", ["it stays", "it falls", "it rises"], "it rises"),
  choose("1.4", ["twice as high", "hardly higher", "lower"], "hardly higher"),
  choose("1.5", ["the size differs", "the shape differs", "only the time differs"], "only the time differs"),
  choose("1.6", ["slower", "a little faster", "more than ten times as fast"], "more than ten times as fast"),
  choose("1.7", ["they pass each other", "they bounce back", "both vanish"], "both vanish"),
  choose("2.1", ["the same times", "nearly the same number", "neither"], "nearly the same number"),
  choose(
    "2.2",
    ["higher peaks, the same area", "higher peaks, a larger area", "the same peaks, a smaller area"],
    "higher peaks, the same area",
  ),
  choose("2.3", ["spread out evenly", "in bunches"], "in bunches"),
  estimate("2.4", "%", 52, 1.5),
  choose("2.5", ["0.9", "0.045", "exact"], "0.9"),
  choose("2.6", ["the shortest", "those near 50 ms", "the longest"], "the shortest"),
  choose("2.7", ["both go up", "both stay", "both go down"], "both go down"),
  choose("2.8", ["clock", "noisy neuron", "bursts"], "bursts"),
  choose("2.9", ["yes", "no"], "no"),
  choose("2.10", ["2 ms", "20 ms", "125 ms"], "20 ms"),
  choose("2.11", ["3 ms", "15 ms", "80 ms"], "80 ms"),
  choose("2.12", ["more regular", "less regular"], "less regular"),
  choose("2.13", ["less", "equally", "more"], "less"),
  choose("2.14", ["smaller", "about the same", "larger than 1"], "larger than 1"),
  choose("2.15", ["at the spike", "a few ms before", "20 ms before"], "a few ms before"),
  estimate("2.16", "ms", 26, 1.5),
];
