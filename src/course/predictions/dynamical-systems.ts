import { choose, estimate, type Prediction } from "./prediction.js";

/** What the notebooks on dynamical systems ask. */
export const dynamicalSystems: readonly Prediction[] = [
  choose("3.1", ["from -80 mV", "from -40 mV", "both alike"], "from -40 mV"),
  choose("3.2", ["one swings past it", "neither passes it"], "neither passes it"),
  estimate("3.3", "", 3, 1),
  estimate("3.4", "", 3, 1),
  choose(
    "3.5",
    ["rest and threshold", "threshold and excited state", "rest and excited state"],
    "threshold and excited state",
  ),
  choose("3.6", ["rest", "the excited state"], "the excited state"),
  choose("3.7", ["the leak alone", "the one with sodium", "both together"], "the leak alone"),
  choose("3.8", ["they move apart", "they meet and vanish", "they change places"], "they meet and vanish"),
  choose("3.9", ["15 ms", "30 ms", "100 ms"], "100 ms"),
  choose("3.10", ["it is a little off", "it stops short", "it swings ever further"], "it swings ever further"),
  choose(
    "4.1",
    ["to the right, and back the same way", "to the right, and back another way", "to the left"],
    "to the right, and back another way",
  ),
  estimate("4.2", "", 3, 1),
  choose("4.3", ["rest and saddle", "saddle and upper equilibrium"], "rest and saddle"),
  choose(
    "4.4",
    [
      "unstable focus, unstable node, saddle",
      "unstable node, unstable focus, saddle",
      "saddle, unstable node, unstable focus",
    ],
    "unstable focus, unstable node, saddle",
  ),
  choose("4.5", ["yes", "no"], "no"),
  choose("4.6", ["both fire", "only the one with 2 %", "neither fires"], "only the one with 2 %"),
  choose("4.7", ["to the equilibrium", "to a closed curve", "to rest"], "to a closed curve"),
  choose("4.8", ["none", "one", "both"], "one"),
  choose("5.1", ["they move apart", "they meet and vanish", "they stay where they are"], "they meet and vanish"),
  choose("5.2", ["a straight line", "a square root", "a jump"], "a square root"),
  choose("5.3", ["hardly at all", "twice as fast", "more than ten times as fast"], "more than ten times as fast"),
  choose("5.4", ["it dies away", "it never stops"], "it never stops"),
  choose("5.5", ["a bent curve", "a line of slope 1/2", "a line of slope 2"], "a line of slope 1/2"),
  choose(
    "5.6",
    ["both end at rest", "inside at rest, outside firing", "both end firing"],
    "inside at rest, outside firing",
  ),
  choose("5.7", ["at the same input", "at a lower input", "at a higher input"], "at a lower input"),
  choose(
    "5.8",
    ["SNIC and supercritical", "off circle and subcritical", "both Andronov-Hopf ones"],
    "off circle and subcritical",
  ),
  choose(
    "5.9",
    ["one goes straight to zero", "they meet, turn complex, and part again", "both go to zero together"],
    "they meet, turn complex, and part again",
  ),
  choose(
    "5.10",
    ["both go through", "both turn back", "one goes through, one turns back"],
    "one goes through, one turns back",
  ),
];
