/** What is explained in words: right in other words than the worked solution's, and what only looks like an explanation. */
import { expect, it } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { masterOf } from "./numbers/disagreements.js";

/** As students write who understood, each in a way of its own. */
const understood: Readonly<Record<string, readonly string[]>> = {
  "6.6": [
    "Every action potential pushes p up a little, because the voltage is high for a moment. In the pause p falls back, " +
      "but slowly, so the M current grows until one spike adds as much as is lost in one interval. Then the rate is steady.",
    "During a spike M channels open. They close with 100 ms, so they pile up, and potassium leaving through them slows " +
      "the cell down. Long intervals let more of them close. That is why it settles at a lower rate and goes on.",
    "p is increased by each spike and decays in between. The brake gets stronger while the decay is slower than the " +
      "gain. Once both are equal the neuron keeps a slow rhythm: without spikes there would be no brake.",
  ],
  "7.6": [
    "A stronger step opens more activation gates, but the plug is quicker, so nearly all channels are blocked and little " +
      "current flows. Back at -40 mV the plug leaves at once and the gates shut slowly: hence the big tail.",
    "At +60 mV the channel activates fully and inactivates even more. On return the inactivation is gone within " +
      "milliseconds. The activation gates are still open then, so all of them carry the tail.",
    "Inactivation beats activation. The more positive the command, the more channels are open but inactivated. " +
      "Repolarising removes inactivation first, which shows how many had been opened.",
  ],
  "8.6": [
    "Just after the spike the sodium channels are inactivated (h is low) and the potassium channels still open (n is " +
      "high). By 19 ms h has overshot its resting value and n lies below it, so less current is needed.",
    "Eight ms after it, h of the sodium channels has not recovered and n of potassium is too large. The undershoot then " +
      "removes more inactivation than at rest and closes more potassium channels. So it is easier.",
    "h belongs to sodium, n to potassium. Early on, h is small and n large; both make firing hard. Later both swing past " +
      "their resting values to the other side, and both make it easy.",
  ],
  "9.3": [
    "The input holds the membrane near -42 mV, where h is almost zero. As long as the voltage does not fall, the sodium " +
      "channels remain inactivated. It would have to repolarise before another spike.",
    "Too much current never lets the potential come down. Sodium channels that are inactivated need a low potential to " +
      "get ready again. So m may be open but h is shut, and n stays open.",
    "Because the axon stays depolarised, h stays low and n high. Nothing can start: there is no sodium current left to " +
      "regenerate. Only less current, and hyperpolarisation, would help.",
  ],
  "18.8": [
    "The excitatory cells excite each other and, a bit later, the inhibitory ones. These then silence everyone. When " +
      "inhibition has decayed the game begins again, so delays and decay times set the period.",
    "Excitation grows by itself. Inhibition follows with a lag and kills it, then fades because nothing drives it any " +
      "more. The slower inhibition is, the slower the rhythm.",
    "First excitation rises, then inhibition rises after it and pulls both down. Since it comes late, it overshoots and " +
      "the network is quiet for a time. That time is given by the time constants.",
  ],
  "19.8": [
    "With a very large current the membrane cannot repolarise, so the sodium channels stay inactivated and there is no " +
      "spike. The model has no channels: after each spike it is simply reset and starts again.",
    "Real spikes need sodium channels that have recovered, which needs a low voltage in between. The model is put back " +
      "by a rule at once. It knows nothing of that.",
    "In the cell the depolarisation block sets in, as sodium channels no longer become available. In the model the reset " +
      "works for every input, however strong it is.",
  ],
  "20.9": [
    "Inputs that fire just before the cell's spike are strengthened, those after it weakened. So the first inputs become " +
      "strong enough to fire the cell by themselves. The spike comes earlier, and this repeats.",
    "What helped to cause the spike gets stronger, what came too late gets weaker. With stronger early synapses the " +
      "threshold is crossed sooner. Then the middle ones are late, too.",
    "The rule rewards whatever precedes the spike and depresses what follows. The early ones therefore win, volley after " +
      "volley, and pull the spike towards the beginning.",
  ],
  "21.8": [
    "The leader gets the kick early in its cycle and feels the whole of it. The follower gets it late, when little time " +
      "is left. Excitation hurries the leader more and inhibition delays the leader more.",
    "Whoever is ahead has just fired when the other's spike arrives, so the lasting current works for a whole cycle. The " +
      "one behind loses most of it at its reset. So excitation increases the lead; inhibition shrinks it.",
    "Right after a spike a slow synapse acts longest. That is where the first cell is hit, and the second is hit just " +
      "before its spike. Inhibition slows the first more, so the second catches up.",
  ],
  "22.7": [
    "There are two fates of the fast part, rest and spiking, over a range of the slow gate. Spiking opens the gate until " +
      "the cycle disappears; at rest it closes until rest disappears. As these borders differ, it loops.",
    "Because of bistability: while spiking nM grows to the homoclinic border, then the cell drops to rest and nM shrinks " +
      "to the fold. If the borders were the same there would be no hysteresis and no burst.",
    "A slow potassium current builds up in the burst and ends it. It has to fall quite far before the spikes begin again, " +
      "because between the borders both states are possible and the cell stays in the one it has.",
  ],
};

const written = Object.values(catalogue)
  .flat()
  .filter((exercise) => exercise.answerOf("self-study").written);

/** What the notebook asks, without its marks. */
function questionOf(id: string): string {
  const name = Object.keys(catalogue).find((each) => catalogue[each].some((exercise) => exercise.id === id)) ?? "";
  const paragraphs = masterOf(name).cells.flatMap(({ text }) => text.split("\n\n"));
  return (paragraphs.find((text) => text.includes(`**Exercise ${id}**`)) ?? "").replace(/[*$`]/g, "");
}

it("has right answers of others for each exercise that is answered in words", () => {
  expect(Object.keys(understood).sort()).toEqual(written.map(({ id }) => id).sort());
});

it.each(Object.entries(understood))("exercise %s takes three texts of somebody who understood", (id, texts) => {
  expect(texts.length).toBe(3);
  for (const text of texts)
    expect(findExercise(catalogue, id).judge(text, "self-study"), text).toEqual({ kind: "right" });
});

it.each(written.map((exercise) => [exercise.id, exercise] as const))(
  "exercise %s is not answered by what the notebook itself says of it, nor by another answer",
  (id, exercise) => {
    const question = questionOf(id);
    expect(question).toContain(`Exercise ${id}`);
    const { shape, misconceptions } = exercise.answerOf("self-study");
    const parrots: Readonly<Record<string, string>> = {
      "the question": question,
      "the question twice": `${question} ${question}`,
      "the hints": exercise.hints.join(" "),
      "question and hints": `${question} ${exercise.hints.join(" ")}`,
      "what is expected": `I expected ${shape}. That is what I was asked for. And here it is, in so many words.`,
      "the feedback to short texts": misconceptions
        .slice(0, 2)
        .map(({ feedback }) => feedback)
        .join(" "),
      "a text about nothing":
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit. Sed do eiusmod tempor incididunt ut labore et dolore " +
        "magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi.",
      "a shrug":
        "I looked at the figure for a long time. I could not find out why it does so. My teacher will surely tell us " +
        "tomorrow what we should have seen there and how it works.",
      "a recipe":
        "Melt the butter in a pan and stir in the flour. Pour the milk slowly and whisk until it is smooth. Season with " +
        "salt, pepper and nutmeg and serve it with rice.",
    };
    const passed = Object.entries(parrots).filter(([, text]) => exercise.judge(text, "self-study").kind === "right");
    expect(passed.map(([name]) => name)).toEqual([]);
  },
);
