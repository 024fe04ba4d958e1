import { persistentSodiumPotassiumM } from "../../../models/bursters/persistent-sodium-potassium-m.js";
import { simulate } from "../../../solve/simulate.js";
import { bursts } from "../../../spikes/bursts.js";
import { freeAnswer, isRecordWith } from "../../answers/free-answer.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

interface Slow {
  readonly gM: number;
  readonly tauM: number;
}

interface Seen {
  /** Spikes in each burst. */
  readonly counts: readonly number[];
  /** ms: the shortest and the longest silence between two bursts. */
  readonly silence: readonly [number, number];
}

const runs = new Map<string, Seen>();
/** What the lesson's neuron does in 1 s. */
function seen({ gM, tauM }: Slow): Seen {
  const key = `${gM} ${tauM}`;
  const known = runs.get(key);
  if (known !== undefined) return known;
  const all = bursts(simulate(persistentSodiumPotassiumM.with({ gM, tauM }), { duration: 1000 }).spikes).slice(1, -1);
  const gaps = all.slice(1).map(({ start }, k) => start - all[k].end);
  const found: Seen = {
    counts: all.map(({ count }) => count),
    silence: [gaps.reduce((a, b) => Math.min(a, b), Infinity), gaps.reduce((a, b) => Math.max(a, b), -Infinity)],
  };
  runs.set(key, found);
  return found;
}

/** The time constant at which the silence lasts for so many ms, gM given. */
function tuned(gM: number, silence: number): number {
  let tauM = silence / 3.6;
  for (let k = 0; k < 2; k++) {
    const [shortest] = seen({ gM, tauM }).silence;
    if (Number.isFinite(shortest)) tauM *= silence / shortest;
  }
  return tauM;
}

/** One of the many right answers: the smaller gM, the more spikes. */
function solved(count: number, silence: number): Slow {
  let [few, many] = [16, 4.4];
  for (let k = 0; k < 12; k++) {
    const gM = (few + many) / 2;
    const answer = { gM, tauM: tuned(gM, silence + 5) };
    const spikes = seen(answer).counts.at(0); // none: it fires without end
    if (spikes === count) return answer;
    if (spikes !== undefined && spikes < count) few = gM;
    else many = gM;
  }
  return { gM: NaN, tauM: NaN };
}

const canBe = ({ gM, tauM }: Slow): boolean => gM > 0 && gM <= 20 && tauM >= 1 && tauM <= 200;

/** Why bursts are, and bursts to order. */
export const ordered: readonly Exercise[] = [
  exercise({
    id: "22.7",
    title: "In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why a cell bursts",
        mentions: [
          {
            name: "speaks of two fates that coexist",
            words:
              "coexist|bistab|both|two|either|hyster|side by side|differ|two borders|to and fro|lie apart|" +
              "shuttle|one border|other border|alternat|gap|from one to the other|coincide|identical|" +
              "one value|kills|apart|range|not the same|another|distance|multistab|or spike|" +
              "loop|as well as|other value|other border|overlap",
            feedback: "Between the two borders the fast part of the cell has more than one possibility. Which?",
          },
          {
            name: "speaks of what is slow",
            words: "slow|gate|M-current|potassium|nM|drift|m |build|accumulat|calcium|variable|adapt|p ",
            feedback: "What carries the cell from one border to the other, and back?",
          },
        ],
        opposites: [
          {
            claim: "While it fires the slow gate closes.",
            says: [
              "firing closes|spiking closes|silence opens|rest opens",
              "while it fires|firing lowers|spiking lowers … falls|closes|decays|decreases",
              "while it is silent|at rest it … rises|opens|grows",
            ],
            feedback: "Look at nM: which way does it go during a burst?",
          },
          {
            claim: "The two borders are the same.",
            says: ["borders are the same"],
            feedback: "Where does firing begin, and where does it end?",
          },
        ],
        right:
          "The fast part of the cell can rest or spike at the same value of the slow gate. While it spikes the gate " +
          "opens, until no spiking is left; then it rests and the gate closes, until no rest is left. The two ends " +
          "lie apart, so it goes round and round.",
      }),
    hints: [
      "What can the cell do while its gate is held between the two borders?",
      "Which way does the gate move while it spikes, and which way at rest? What happens at each border?",
    ],
    because: "Does it say why the two borders must not be the same?",
  }),
  exercise({
    id: "22.8",
    title: "Bursts to order",
    points: 4,
    variant: (draw) => ({ count: draw.between(5, 9, 1), silence: draw.between(70, 120, 1) }),
    answer: ({ count, silence }) =>
      freeAnswer<Slow>({
        shape: "a record with gM and tauM",
        is: isRecordWith<Slow>("gM", "tauM"),
        right: solved(count, silence),
        properties: [
          {
            name: "has a current that there may be",
            holds: canBe,
            wrong: { gM: -1, tauM: 20 },
            feedback: "gM lies between 0 and 20 mS/cm², tauM between 1 and 200 ms.",
          },
          {
            name: "bursts",
            holds: (given) => seen(given).counts.length >= 2,
            wrong: { gM: 1, tauM: 20 },
            feedback: "It does not burst: see what the run does. Is the M-current too weak to stop it, or too slow?",
          },
          {
            name: "has as many spikes in each burst as ordered",
            holds: (given) => seen(given).counts.every((n) => n === count),
            wrong: { gM: 5, tauM: 40 },
            feedback: "The bursts have another number of spikes. Which of the two changes it while the silence stays?",
          },
          {
            name: "is silent for as long as ordered",
            holds: (given) => seen(given).silence[0] >= silence && seen(given).silence[1] <= silence + 10,
            wrong: solved(count, silence > 90 ? silence - 15 : silence + 15),
            feedback: "The number of spikes is right, but not the silence. What would change both, and what only one?",
          },
        ],
      }),
    hints: [
      "The silence goes with tauM, at about 3.6 times as many ms. Set that first.",
      "The number of spikes falls with gM. Change gM in small steps, and put the silence right again.",
    ],
    because: "The time constant stretches everything, the conductance decides how far the gate has to go.",
  }),
];
