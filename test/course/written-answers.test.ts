/** What is explained in words: right in other words than the worked solution's, and what only looks like an explanation. */
import { expect, it } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { masterOf } from "./numbers/disagreements.js";

/** As students write who understood, each in a way of its own. */
const understood: Readonly<Record<string, readonly string[]>> = {
  "0.8": [
    "The voltage rises because of sodium, so with few of those channels the spikes soon cease. Potassium pulls " +
      "the voltage down when the spike is over. Without it nothing can start anew.",
    "Sodium channels lift the voltage in the first half of the spike. In the second half potassium channels let " +
      "it fall, otherwise it would remain high.",
    "One kind makes the voltage more positive and the other makes it negative again. The fibre needs the first " +
      "to fire, and the second to get ready for the next time.",
  ],
  "1.6": [
    "What changes is the permeability. First sodium channels open, sodium rushes in and the voltage goes towards " +
      "its battery. Then they inactivate, and potassium leaves the cell through its own channels until the membrane " +
      "is where it was.",
    "At rest mostly potassium can pass, so the membrane sits near its battery. During the upstroke the " +
      "conductance for sodium is much larger, and the ion flows in. After a moment it shuts again while potassium " +
      "goes out.",
    "The batteries stay the same; the membrane only switches between them. Open sodium channels pull it up to " +
      "their battery. Later these close, potassium takes over, and the outward current brings it down to rest.",
  ],
  "2.6": [
    "Nearly every bin gets its spike, and none gets two of them. Therefore the spikes come almost as evenly as " +
      "the ticks of a clock. A Poisson train has crowded bins and empty ones.",
    "The coin can only say yes or no, so several spikes in a bin are impossible. The variance of the counts is " +
      "then much smaller than their mean, while for Poisson spikes both are the same.",
    "In a Poisson process the spikes know nothing of each other, and a bin of 10 ms often has more than one. Here " +
      "it has a single spike nine times out of ten. So the train is far too regular, although its mean is correct.",
  ],
  "3.4": [
    "Where a curve falls through zero twice, it has to come up through zero in the middle. That is the third one. " +
      "On its right the voltage increases, on its left it sinks, so the smallest push sends the neuron away from " +
      "it.",
    "A continuous function cannot change from minus to plus without being zero somewhere. The slope is positive " +
      "there, so small deviations grow and the equilibrium is unstable. It is the threshold of this membrane.",
    "dV/dt is below zero right of rest and above zero left of the excited state, hence it crosses the axis " +
      "somewhere. The arrows point out of that place on both sides. Only the exact value would stay, and any noise " +
      "makes it leave.",
  ],
  "4.8": [
    "Whether it fires depends on the gate as well. At one voltage it can be on either side of the separatrix, " +
      "since more open potassium channels hold it back. The threshold is a curve in the plane.",
    "The border runs through the plane at an angle, and a voltage alone does not say on which side you are. You " +
      "have to know how many potassium channels are open. If n is fixed, the border is crossed at one voltage.",
    "What comes into the saddle divides the plane like a watershed. A state is a point with two coordinates. So " +
      "two neurons with the same V may have different fates.",
  ],
  "5.5": [
    "Where rest and saddle met a ghost remains. The velocity there is tiny and each spike has to pass it, so the " +
      "interval can grow without bound. In the other case the eigenvalues are complex, and rest is a focus that " +
      "rings at its own pace from the start.",
    "On the circle each round leads through the spot where the equilibrium was, and there the state spends nearly " +
      "all of its time. A Hopf bifurcation begins with an oscillation. That has a definite frequency, and it cannot " +
      "be slower.",
    "Just beyond the saddle-node there is a bottleneck: dV/dt is hardly above zero, so it takes for ever to get " +
      "through. With Andronov-Hopf the state spirals out of rest or is thrown onto a large cycle, and neither of " +
      "them passes such a spot.",
  ],
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
  "10.3": [
    "A real spike ends because potassium flows out and sodium channels shut. The model has neither, so we put V " +
      "back ourselves. Otherwise it would go to the upper equilibrium and remain there.",
    "It replaces the outward current that opens a little after the upstroke. With sodium and leak alone there is " +
      "a second stable state, high up, from which the membrane does not return.",
    "On a line the state can only go one way, so the return is missing from the equation. The rule stands for " +
      "slow potassium channels. If we left it out the neuron would make one upstroke and be stuck.",
  ],
  "11.7": [
    "Sodium pushes the voltage up and thereby opens more sodium channels. Potassium follows with a delay, so " +
      "for a moment nothing holds the voltage. Were it as quick, the two would cancel, and V would only move to " +
      "another resting value.",
    "The upstroke is positive feedback. The downstroke comes because n arrives late, and then goes on for a " +
      "while. With only one variable there is no loop: V would run to some value and stay.",
    "First the inward current wins, then the outward one, since its gates are slower. That is why the " +
      "trajectory turns in the plane. Otherwise both would act together, and the state would be at rest at once.",
  ],
  "12.7": [
    "The model cheats: when V gets to the threshold it is reset, which is a jump and not a flow. So there is no " +
      "upstroke and no downstroke, and nothing can be said about their form.",
    "A rule puts the voltage back by hand, so it need not return on the line. You lose everything that channels " +
      "do in a spike, and why a second one is hard to fire at first.",
    "Between two spikes it only charges. The reset replaces sodium and potassium. The times of the spikes can " +
      "be right, but what a spike looks like is an invention.",
  ],
  "13.6": [
    "The square makes v explode, so somebody has to bring it down. In a cell that is the job of potassium, and " +
      "here of c. Adding d to u leaves a brake behind each spike, which makes the next one come later.",
    "Setting v to c replaces repolarisation, whose currents are not in the model. u is like a potassium current " +
      "with a memory: every spike adds d to it. It is subtracted in the equation, so the intervals grow until its " +
      "decay balances the jumps.",
    "One rule is the downstroke, and the other is what lasts after it, for example channels that calcium opens. " +
      "With a big d the neuron needs more time to recover. With a small one it may fire again at once.",
  ],
  "14.5": [
    "The output is made of straight pieces, one more for each unit. Short pieces follow a smooth curve well. A " +
      "jump would need a vertical piece, and no finite sum of units has one.",
    "More units mean more corners, and from one to the next the sine is nearly flat. What the network gives is a " +
      "continuous function. The jump is not, so somewhere beside it the network has not yet arrived.",
    "You can follow a continuous curve by chords as closely as you want. Across the jump one chord has to take " +
      "values that the function never has, so the largest error does not go away.",
  ],
  "15.4": [
    "Two neurons can fire equally fast at some current and still begin differently. One starts at zero because of " +
      "a saddle-node on the circle, the other jumps to its lowest rate. You have to look at how its rest goes.",
    "Regular spiking of 2003 also fires that slowly and is nevertheless class 2, as a Hopf bifurcation ends its " +
      "rest. Only near the onset can you see whether there is a smallest rate.",
    "One number tells nothing about what happens with a bit less current. The question is if the rate goes on " +
      "falling as you approach the border, or stops at a finite value. That depends on the bifurcation of the " +
      "resting state.",
  ],
  "16.5": [
    "Its potassium channels are partly open at rest. During the inhibition they shut, and when it ends nothing " +
      "holds the voltage back, so it fires. The rule is exact only in the limit, and here the limit is tiny.",
    "What makes a resonator is an outward current with a delay. This cell has one, whatever bifurcation waits for " +
      "it. Very close to the saddle-node its slow eigenvalue wins, but nobody would ever sit so close.",
    "A bifurcation describes only what happens as you come nearer and nearer to it. Further off other things " +
      "count, such as gates that inhibition can close. For each neuron the region where the rule holds has its own " +
      "size.",
  ],
  "17.5": [
    "The membrane is a capacitor that has to be filled along the whole way. A brief pulse has ended before the " +
      "last part is charged, while a long one only loses what leaks. In a single compartment there is no way to go, " +
      "so there is nothing to lose.",
    "Fast changes are swallowed by the capacitance, slow ones are not. The dendrite works like a chain of " +
      "filters. One compartment has the same voltage at all points and cannot tell from which side the current " +
      "came.",
    "Charging takes time, and the short current does not last that long. So most of what it brought stays in the " +
      "dendrite and leaks away there. A point model knows no distance between synapse and soma.",
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

/** As students write who did not: of words enough, and in sentences, but without what the explanation rests on. */
const misunderstood: Readonly<Record<string, readonly string[]>> = {
  "0.8": [
    "Both kinds of channels are in the membrane of the fibre. If there are fewer of them it works less well. If " +
      "there are none of them it does not work at all, as the figure shows.",
    "The channels feed the fibre with salt, which it needs to live. Sodium is one salt and potassium is " +
      "another. With too little salt a nerve gets tired and does not answer.",
  ],
  "1.6": [
    "During a spike sodium comes in and makes the voltage positive. Then the pumps carry it out again, three for " +
      "two, and the voltage is negative as before. That costs ATP, and so the brain needs a lot of sugar.",
    "Sodium gets more concentrated inside and potassium outside, so both Nernst potentials move during a spike. " +
      "At the peak they have changed places. In the end the pumps put everything back to where it was.",
  ],
  "2.6": [
    "The product has to be smaller than one because a probability cannot be larger than one. Here it is smaller, " +
      "so the recipe works as it should. What looks different is chance, and a longer train would look better.",
    "A step of 10 ms is too coarse, so the recipe makes an error of half the product. With smaller steps the " +
      "error gets smaller. With very small steps it is gone, and then the train is right.",
  ],
  "3.4": [
    "There are only the two fixed points that the text speaks of, one at rest and one at the peak. The neuron " +
      "jumps from the first to the second when the input is large. So there is nothing in the middle.",
    "An excitable membrane always needs three states. Rest is the first, the spike is the second and the " +
      "refractory state is the third. Nobody can be refractory for a long time, so one does not see it.",
  ],
  "4.8": [
    "The voltage at which it fires is different in each neuron, since no two cells are alike. Noise changes it " +
      "from one moment to the next. So one can only give a mean value, about −55 mV.",
    "It fires where the voltage rises most steeply. That depends on the input: with a strong current it fires " +
      "sooner, with a weak one later. A number would be true for one current only.",
  ],
  "5.5": [
    "A saddle-node on an invariant circle makes a neuron of class 1. Such a neuron can fire as slowly as you " +
      "like. An Andronov-Hopf bifurcation makes a neuron of class 2, and that one cannot.",
    "Past the saddle-node the velocity is almost zero where rest was, so the neuron waits there. The other neuron " +
      "does not wait. It fires faster because its current is larger and its channels are quicker.",
  ],
  "10.3": [
    "The reset stands for the upstroke, which sodium makes. Without it the voltage would come back to rest by " +
      "itself, only a little later. It saves computing time, as all spikes look the same anyway.",
    "The leak brings the voltage down after each spike. As this takes some time, the model does it at once. " +
      "Without the reset the intervals would be longer, and the neuron would fire at a lower rate.",
  ],
  "11.7": [
    "A spike needs sodium, which comes in, and potassium, which goes out. Both are pumped back in the end. If " +
      "one of them were missing there would be no voltage, and the neuron would be dead.",
    "The channels for potassium are bigger and need more energy. Sodium ions are smaller, and so they are " +
      "quicker. If potassium were quick as well, the spike would simply be shorter.",
  ],
  "12.7": [
    "It fires again and again because the current is constant. The larger the current, the faster it fires. " +
      "With a small current it does not fire at all, and that is the rheobase.",
    "The leak lets the voltage fall again, and then the input charges it anew. This goes on as long as the " +
      "input is there. Nothing is lost, because the equation is exact.",
  ],
  "13.6": [
    "The two rules set two of the four parameters of the model. They were chosen so that the figure looks like " +
      "the recordings. With other values one gets other patterns, twenty in all.",
    "The reset keeps the computer from an overflow, because infinity cannot be stored. Any other value would do " +
      "as well. It has nothing to do with a neuron, and d only makes the figure look nicer.",
  ],
  "14.5": [
    "The jump is harder to learn than the sine, so it takes more time. With more training and a smaller learning " +
      "rate the error would fall as well. The theorem says that any function can be approximated.",
    "One hidden layer is not enough for the jump, since it is too complicated. With two or three layers the " +
      "network becomes deep. Deep networks can represent every function, as everybody knows today.",
  ],
  "15.4": [
    "A neuron that fires slowly is class 1, and one that fires fast is class 2. One measurement is not enough " +
      "because of noise. You have to measure several times and take the mean of all.",
    "The class depends on the type of cell: pyramidal cells are integrators and interneurons are resonators. The " +
      "rate also depends on the temperature. So you should look at the shape of the cell in the microscope.",
  ],
  "16.5": [
    "The exception is no real neuron, since its parameters were chosen by hand. Real neurons follow the rule. So " +
      "the good books are right, and the figure only shows an error of the method.",
    "It resonates because its rest is a focus. A focus turns around, and whatever turns around has a favourite " +
      "frequency. The saddle-node plays no role at all for such a neuron.",
  ],
  "17.5": [
    "The brief current is weaker than the long one, so less of it arrives. Also the resistance of the dendrite is " +
      "high. One compartment would need more parameters to show this.",
    "Signals need time to travel along the dendrite, and the brief one arrives too late. The soma has then " +
      "already fired. A model of one compartment is faster, as it is shorter.",
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

it.each(Object.entries(misunderstood))("exercise %s asks on where an explanation misses the point", (id, texts) => {
  const exercise = findExercise(catalogue, id);
  for (const text of texts) {
    const verdict = exercise.judge(text, "self-study");
    expect(verdict, text).toMatchObject({ kind: "misconception" });
    expect(verdict.kind === "misconception" && verdict.name.startsWith("has "), text).toBe(false);
  }
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
