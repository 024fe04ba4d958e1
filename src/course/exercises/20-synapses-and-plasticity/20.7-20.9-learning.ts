import { spikeTimingChange, type SpikeTimingPlasticity } from "../../../solve/population/spike-timing-plasticity.js";
import { freeAnswer, isRecordWith } from "../../answers/free-answer.js";
import { between, listOf, oneOf, whole } from "../../answers/domain.js";
import { functionAnswer } from "../../answers/function-answer.js";
import { percent } from "../../answers/tolerance.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { volleyLearner, type VolleyLearner } from "../../rigs/volley-learner.js";

type Change = (pre: number[], post: number[]) => number;

const rule: SpikeTimingPlasticity = { aPlus: 0.02, aMinus: 0.021, tauPlus: 20, tauMinus: 20, max: 1 };

/** The sum of a window over all pairs, or over some of them. */
const overPairs =
  (change: (delta: number) => number): Change =>
  (pre, post) =>
    pre.reduce((sum, s) => sum + post.reduce((part, t) => part + change(t - s), 0), 0);

const window = (delta: number): number => spikeTimingChange(delta, rule);

const lesson: SpikeTimingPlasticity = { aPlus: 0.02, aMinus: 0.021, tauPlus: 20, tauMinus: 20, max: 6 };

const learned = new Map<string, VolleyLearner>();
function after(given: SpikeTimingPlasticity): VolleyLearner {
  const key = JSON.stringify(given);
  const known = learned.get(key) ?? volleyLearner(given);
  learned.set(key, known);
  return known;
}

const last = (values: Float64Array): number => values[values.length - 1];
const isAwake = ({ inputs, volley }: VolleyLearner): boolean => last(volley) >= inputs[0].length - 1;
const isQuick = ({ latency }: VolleyLearner): boolean => last(latency) < 3;
const isRule = ({ aPlus, aMinus, tauPlus, tauMinus }: SpikeTimingPlasticity): boolean =>
  aPlus >= 0 && aMinus >= 0 && tauPlus > 0 && tauMinus > 0;
const canHold = ({ max }: SpikeTimingPlasticity): boolean => max >= 2.5 && max <= 10;

/** Synapses that learn. */
export const learningExercises: readonly Exercise[] = [
  exercise({
    id: "20.7",
    title: "All pairs of two trains",
    points: 3,
    answer: () =>
      functionAnswer({
        of: "the spike times of the sending and the receiving cell in ms",
        gives: "1",
        at: [
          [[10], [15]],
          [[15], [10]],
          [
            [10, 60],
            [12, 55, 90],
          ],
          [[20], [20]],
          [
            [5, 25, 45],
            [24, 46],
          ],
          [[1, 2, 3], []],
        ] as [number[], number[]][],
        domain: (random) => {
          const time = oneOf(between(0, 200), whole(0, 40))(random); // whole ms often meet
          const train = (): number[] => listOf(time, 0, 12)(random).sort((a, b) => a - b);
          return [train(), train()];
        },
        tolerance: percent(0.1),
        right: overPairs(window),
        misconceptions: [
          {
            name: "the order reversed",
            wrong: overPairs((delta) => window(-delta)),
            feedback: "Yours grows when the receiver fires first. Who has to come first to have been a cause?",
          },
          {
            name: "no loss",
            wrong: overPairs((delta) => Math.max(0, window(delta))),
            feedback: "Pairs in which the receiver fires first take something away.",
          },
          {
            name: "equal gain and loss",
            wrong: overPairs((delta) => Math.sign(delta) * 0.02 * Math.exp(-Math.abs(delta) / 20)),
            feedback: "The loss is a little larger than the gain: 0.021 against 0.02.",
          },
          {
            name: "a gain at no distance",
            wrong: overPairs((delta) => (delta === 0 ? 0.02 : window(delta))),
            feedback: "Two spikes at one and the same time change nothing.",
          },
          {
            name: "a loss at no distance",
            wrong: overPairs((delta) => (delta === 0 ? -0.021 : window(delta))),
            feedback: "Two spikes at one and the same time change nothing: does your `else` catch them, too?",
          },
          {
            name: "one formula for both",
            wrong: overPairs((delta) => 0.02 * Math.exp(-delta / 20)),
            feedback: "If the receiver fires first, the weight shrinks, and by another formula. Ask which came first.",
          },
          {
            name: "neighbours only",
            wrong: (pre, post) => pre.reduce((sum, s, k) => sum + (k < post.length ? window(post[k] - s) : 0), 0),
            feedback: "Every spike of the one train makes a pair with every spike of the other.",
          },
          {
            name: "distance without time constant",
            wrong: overPairs((delta) => (delta === 0 ? 0 : delta > 0 ? 0.02 : -0.021)),
            feedback: "A pair counts the less, the further apart its spikes are.",
          },
        ],
      }),
    hints: [
      "Two loops: for each sending spike `s`, for each receiving spike `t`, let `delta = t - s`.",
      "delta > 0 adds 0.02·e^(−delta/20); delta < 0 takes away 0.021·e^(delta/20); delta = 0 does nothing.",
    ],
    because: "All that the synapse has to know are two traces, one of each cell's past spikes.",
  }),
  exercise({
    id: "20.8",
    title: "A quick answer, and few synapses",
    points: 4,
    answer: () =>
      freeAnswer<SpikeTimingPlasticity>({
        shape: "a rule with aPlus, aMinus, tauPlus, tauMinus and max",
        is: isRecordWith<SpikeTimingPlasticity>("aPlus", "aMinus", "tauPlus", "tauMinus", "max"),
        right: { ...lesson, aMinus: 0.03, max: 10 },
        parts: [
          {
            name: "an answer within 3 ms",
            points: 2,
            holds: (given) => isRule(given) && canHold(given) && isAwake(after(given)) && isQuick(after(given)),
          },
        ],
        properties: [
          {
            name: "is a rule that strengthens and weakens",
            holds: isRule,
            wrong: { ...lesson, aMinus: -0.03 },
            feedback: "What is added and what is taken away are sizes, from 0 on; both times are longer than 0.",
          },
          {
            name: "keeps max from 2.5 to 10 nS",
            holds: canHold,
            wrong: { ...lesson, max: 25 },
            feedback: "A synapse can only hold so many receptors: max from 2.5, where they begin, to 10 nS.",
          },
          {
            name: "still answers to the last volley",
            holds: (given) => isAwake(after(given)),
            wrong: { ...lesson, aPlus: 0, aMinus: 0.3 },
            feedback: "It has fallen silent: what was lost was never made up for.",
          },
          {
            name: "answers within 3 ms of the first input",
            holds: (given) => isQuick(after(given)),
            wrong: lesson,
            feedback: "It answers, but not within 3 ms. What keeps the earliest synapses from becoming stronger?",
          },
          {
            name: "has at most five synapses left",
            holds: (given) => after(given).weights.filter((w) => w > 0.1).length <= 5,
            wrong: { ...lesson, max: 10, aMinus: 0.01 },
            feedback:
              "Quick enough. But more than five synapses are left: let those be punished more that come too late.",
          },
        ],
      }),
    hints: [
      "The fewer inputs are enough, the earlier it fires: allow stronger synapses.",
      "A larger aMinus empties those that come after the spike.",
    ],
    because: "It has learned who comes first, and needs nobody else.",
  }),
  exercise({
    id: "20.9",
    title: "In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why the cell answers earlier and earlier, though nobody tells it to",
        mentions: [
          {
            name: "speaks of what comes before",
            words:
              "before|early|earli|first|preced|shortly|sooner|preceding|just before|causal|pre-|predict|ahead|prior",
            feedback: "Which of the inputs are strengthened, seen from the spike of the cell?",
          },

          {
            name: "says who gains",
            words:
              "strength|strong|potentiat|rewarded|rewards|gain|grow|effective|weight goes up|increas|" +
              "reinforc|bigger|larger|boost|raise|favour|favor|ltp|heavier|more weight|up ",
            feedback: "What becomes of an input that comes just before the spike?",
          },
        ],
        opposites: [
          {
            claim: "Inputs that come after the spike are strengthened.",
            says: [
              "come after|those after|coming after … strengthen|grow|stronger|potentiat",
              "come last|last inputs|late inputs … strengthen|grow",
              "weakens the early|weakens early|strengthens late|strengthens the late|strengthens those that come late",
              "early inputs|earlier inputs|early ones|earlier ones … weaken|depress",
              "come before|those before … weaken|depress",
            ],
            feedback: "Which sign has the rule on either side of the spike?",
          },
          {
            claim: "The spike comes later.",
            says: ["spike comes later|fires later|answers later"],
            feedback: "Which way does the spike move in the figure?",
          },
        ],
        right:
          "Inputs just before the cell's spike are strengthened, those after it are weakened. Stronger early inputs " +
          "reach the threshold sooner, so the spike moves forward; then some inputs that were before it come after " +
          "it, and are weakened in turn.",
      }),
    hints: ["Begin with one volley: who is strengthened by it?", "What does that do to the spike of the next volley?"],
    because: "Does it say how one volley changes the next?",
  }),
];
