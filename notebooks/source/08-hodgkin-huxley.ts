// %% [markdown]
// # 8. Hodgkin-Huxley
//
// **One idea:** two conductances that answer the voltage at different speeds are enough to make an action potential, and its threshold and its
// refractory period come with it.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | read the membrane as a circuit and its gates as four equations | 8.1 The circuit, 8.2 Gates, 8.3 Turn the knobs | 30 |
// | name the phases of a spike and the current behind each | 8.4 Anatomy of a spike | 20 |
// | measure threshold, refractory period and rebound, and say why the threshold is not a number | 8.5, 8.6, 8.7 | 38 |
// | plan a measurement of your own, and carry it out | 8.8 A measurement of your own | 20 |
//
// **Prerequisites:** channels and gates ([6. Conductance-based models](06-conductance-based-models.ipynb)); helpful:
// [7. The voltage clamp](07-the-voltage-clamp.ipynb), where the equations come from. About 108 min with exercises; the end of Section 8.5 is a good place
// to pause. Everything on this page is simulated.

// %%
import { check, equations, explore, hodgkinHuxley, phasesOfASpike, plot, predict, pulses, restingState, rheobase, setup, show, simulate, spikePhases, step, statements, strengthDurationCurve, student, thresholdCurrent, twoPulse, twoPulses, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 8.1 The circuit (8 min)
//
// In the mantle of a squid run axons as thick as a pencil lead. They fire the muscle with which the animal jumps backwards. So thick
// an axon can be threaded with a wire, and along a wire the voltage is the same everywhere. Now one can ask a clean question: what does *one
// patch* of membrane do when its voltage changes? In 1952 Alan Hodgkin and Andrew Huxley answered it with a circuit.
//
// - The fatty film of the membrane keeps charge apart: a **capacitor**, $C = 1$ µF/cm².
// - Channels let ions through: **resistors** side by side. It is easier to speak of their inverse, the **conductance** $g$ in mS/cm².
// - Each kind of ion stops flowing at a voltage of its own, its **reversal potential** $E$: a **battery** in series with the resistor.
//
// **Before you run the cell:** potassium pulls the inside to −77 mV, sodium to +50 mV. Which way round must each battery be drawn? The
// long plate is the plus.

// %% [predict 8.1]
const sodiumPath = { name: "Na", reversal: 50, gated: true };
const potassiumPath = { name: "K", reversal: -77, gated: true };
// ✎ your prediction: "both the same way" or "opposite ways"
predict("8.1", "", () => {
  show(plot.circuit([sodiumPath, potassiumPath, { name: "L", reversal: -54.4 }]));
});

// %% [explain 8.1]
// Sodium's battery has its plus towards the inside, potassium's towards the outside. An arrow across a resistor says that its conductance
// changes with the voltage. The third branch, the leak, never changes. It stands for everything else that gets through, chloride and other
// ions together.

// %% [markdown]
// The rest is bookkeeping. What the electrode injects either leaves through a branch or charges the capacitor:

// %%
equations(hodgkinHuxley, ["V", "INa", "IK", "IL"]);

// %% [markdown]
// Read the first line aloud: *the charging current is what comes in minus what goes out*. Outward current counts positive. Each current is a conductance times a
// **driving force**, the distance from its battery. Units on this page are mV, ms, µA/cm², mS/cm² and µF/cm²; they fit together without any factor.
//
// $V$ is the inside against the outside, and the axon rests at −65{= rest.V} mV. The paper of 1952 measures from rest and turns the sign round; its scale, with
// today's sign, is `hodgkinHuxley.preset("1952")`. The currents are the same in both.
//
// ## 8.2 Gates (12 min)
//
// What is $n^4$? Imagine a potassium channel with four gates in a row. Each is open or shut, independently of the others, and
// $n$ is the fraction that is open. A channel conducts only with all four open, so the fraction of conducting channels is $n\cdot n\cdot n\cdot n$.
//
// A shut gate opens at the rate $\alpha_n$, an open one shuts at the rate $\beta_n$, both in 1/ms, and both depend on the voltage. Hence

// %%
equations(hodgkinHuxley, ["n", "m", "h"]);

// %% [markdown]
// Sodium channels have three gates $m$ that open on depolarisation, and one gate $h$ that shuts. Mind the meaning of $h$: it is the fraction of channels
// that are **not** inactivated. When $h = 1$ all are ready; when $h = 0$ none is. ($\varphi$ makes all rates three times as fast per 10 °C;
// at 6.3 °C, the paper's temperature, it is 1.)
//
// Hold the voltage, and each gate settles. Where it ends and how long it takes follow from the two rates:

// %%
equations(hodgkinHuxley, ["nInf", "tauN"]);

// %% [markdown]
// **Before you run the cell:** depolarise the axon and hold it there. The gates $m$ and $n$ will open, $h$ will shut. Which of the three gets there first,
// and by how much?

// %% [predict 8.2]
// ✎ your prediction: "m", "h" or "n"
predict("8.2", "", () => {
  show(plot.gating(hodgkinHuxley));
});

// %% [explain 8.2]
// Left: where each gate ends. Depolarisation opens $m$ and $n$ and shuts $h$. Right: how long it takes. At −65 mV the time constants are 0.24{= hodgkinHuxley.quantity("tauM", rest)} ms for $m$,
// 5.5{= hodgkinHuxley.quantity("tauN", rest)} ms for $n$ and 8.5{= hodgkinHuxley.quantity("tauH", rest)} ms for $h$. Sodium activation runs ahead of everything else by a factor of more than twenty{< hodgkinHuxley.quantity("tauN", rest) / hodgkinHuxley.quantity("tauM", rest)}. **Fast in, slow out**: all that follows
// grows from this head start.

// %% [markdown]
// **Exercise 8.1** (1 point). Read off the time constant of the potassium gate at the voltage that is yours.

// %%
const mine = variant("8.1");
console.log(`your voltage: V = ${mine.V} mV`);

// %% [exercise 8.1]
// BEGIN SOLUTION
const gateTime = hodgkinHuxley.quantity("tauN", [mine.V, 0, 0, 0]);
// STUB
// const gateTime = NaN; // ms
// END SOLUTION

// %% [check 8.1]
check("8.1", gateTime);

// %% [solution 8.1]
// Point at the curve $\tau_n$ in the right panel. The same number comes from the model, `hodgkinHuxley.quantity("tauN", state)`; the state has
// four entries, of which only the voltage matters here.

// %% [markdown]
// **Exercise 8.2** (2 points). Write the potassium current, in µA/cm², at membrane potential `V` (mV) and activation `n`. The parameters are
// in `hodgkinHuxley.parameters`, or take $g_\mathrm{K} = 36$ mS/cm² and $E_\mathrm{K} = -77$ mV.

// %% [exercise 8.2]
const potassiumCurrent = (V: number, n: number): number => {
  // BEGIN SOLUTION
  return 36 * n ** 4 * (V + 77);
  // STUB
  // return NaN; // your formula here
  // END SOLUTION
};

// %% [check 8.2]
check("8.2", potassiumCurrent);

// %%
const volts = Float64Array.from({ length: 141 }, (_, i) => -100 + i);
const line = (n: number) => ({ x: volts, y: volts.map((V) => potassiumCurrent(V, n)) });
const lines = [0.32, 0.5, 0.65, 0.8].map((n) => [`n = ${n}`, line(n)]);
const ofVoltage = { x: ["V", "mV"], y: ["I<sub>K</sub>", "uA/cm^2"] } as const;
show(plot.curves(Object.fromEntries(lines), ofVoltage)); // yours

// %% [solution 8.2]
// Four independent gates must be open at once, hence $n^4$; the driving force is the distance from $E_\mathrm{K}$. In the picture all lines
// meet at −77 mV: there potassium is in balance, however many channels are open. From $n = 0.32$ to $n = 0.8$ the slope grows 39{= (0.8 / 0.32) ** 4}-fold.

// %% [markdown]
// ## 8.3 Turn the knobs (10 min)
//
// Here is the model, running in your browser: a step of current into an axon that begins at −65 mV. Before each change, say what you expect. The button "predict first" takes you at your word: it hides each run until you have
// said how many spikes there will be. The figure leads you from the current to the sodium channels, to the potassium channels, and to a warmer axon.

// %%
explore(hodgkinHuxley, { initial: hodgkinHuxley.states, sliders: ["I", "gNa", "gK", "gL", "T"], story: [
  { say: "Lower I until the axon is silent.", until: { spikes: [0, 0] } },
  { say: "Raise I by small steps. When does the first spike come?", until: { spikes: [1, 2] } },
  { say: "Go on. When does the firing no longer end?", until: { spikes: [4, 99] } },
  { say: "And far to the right, at 180?", until: { parameters: { I: [170, 200] } } },
  { say: "Back to I = 10. Now plug the sodium channels, as the puffer fish's poison does: gNa = 0. What is left?",
    until: { parameters: { I: [9.5, 10.5], gNa: [0, 1] } } },
  { say: "Give sodium back, gNa = 120, and take potassium away: gK = 0. Does a spike still end?",
    until: { parameters: { gNa: [119, 121], gK: [0, 0.5] } } },
  { say: "Put gK back to 36 and warm the axon: T = 20. How wide, how high, how many are the spikes?",
    until: { parameters: { gK: [35.5, 36.5], T: [19.5, 20.5] } } },
] });

// %% [markdown]
// Without sodium only a charging curve is left. Without potassium the axon fires once, by itself, and then is stuck near 0 mV. The gate $h$ has shut all but three{= 1000 * stuck().at(60).h} in a thousand sodium
// channels by then, but against the leak alone even these are enough. At 20 °C the spikes are a quarter as wide and three{= warmPeaks(20).length / warmPeaks(6.3).length} times as many; the first rises only half as high above 0 mV, the others to 8{= warmPeaks(20).at(-1)} instead of 30{~ warmPeaks(6.3).at(-1)} mV: the brakes have become
// faster too. The questions about $I$ fill the rest of this notebook, and all of the next.
//
// ## 8.4 Anatomy of a spike (20 min)
//
// Now one spike, slowly. Give the resting axon a brief push: 20 µA/cm² for half a millisecond.
//
// **Before you run the cell:** sodium current drives the upstroke. When is it *largest*: halfway up, at the peak, or on the way down?

// %% [predict 8.3]
const rest = restingState(hodgkinHuxley);
const brief = pulses(20, { width: 0.5, at: [2] });
const spike = simulate(hodgkinHuxley, { duration: 22, initial: rest, stimulus: brief });
// ✎ your prediction: "halfway up", "at the peak" or "on the way down"
predict("8.3", "", () => {
  show(plot.currents(spike, { window: [1, 9] }));
});

// %% [explain 8.3]
// On the way down. There it reaches −790{~ Math.min(...spike.quantity("INa"))} µA/cm², 2.5{= Math.min(...spike.quantity("INa")) / hodgkinHuxley.quantity("INa", crest(spike))} times what it is at the peak. A current is conductance times driving force. At the peak the
// conductance is large but the driving force is small: $V = 39{= crest(spike).V}$ mV is only 11{= 50 - crest(spike).V} mV from $E_\mathrm{Na} = 50$ mV. As $V$ falls the driving force grows faster than the
// channels inactivate. What makes $V$ fall nevertheless is potassium's current, which is larger still, by a little: in the stack the two nearly cancel.

// %% [markdown]
// This is what the axon pays for being quick. Both doors stand open together, and ions trade places without moving the voltage.
//
// **Exercise 8.3** (1 point). *Find the mistakes.* What is true at the very peak of the spike? The next cell shows five sentences, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters, such as `["a", "d"]`.

// %%
const aboutThePeak = statements("8.3");

// %% [exercise 8.3]
// BEGIN SOLUTION
const atThePeak: string[] = Object.keys(aboutThePeak).filter((letter) =>
  /is zero|largest at the peak|has reached|only after|no sodium/.test(aboutThePeak[letter]));
// STUB
// const atThePeak: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 8.3]
check("8.3", atThePeak);

// %% [solution 8.3]
// A peak is where $dV/dt = 0$. The push is long over, so all ionic currents add up to zero: 317.5{= -hodgkinHuxley.quantity("INa", crest(spike))} µA/cm² of sodium flow in, 289.4{= hodgkinHuxley.quantity("IK", crest(spike))} of potassium and 28.1{= hodgkinHuxley.quantity("IL", crest(spike))} of leak flow out. A moment later both are larger still, and potassium's is ahead.

// %% [markdown]
// A spike has six phases. Here they are found by what drives the voltage, not by eye: `spikePhases` asks at each moment whether the membrane's own
// current flows in or out.

// %%
const phases = spikePhases(spike);
show(plot.spikePhases(spike, phases));
for (const { name, from, to } of phases) console.log(`${name.padEnd(18)} ${from.toFixed(2)} to ${to.toFixed(2)} ms`);

// %% [markdown]
// 1. **Rest.** No current is zero: sodium −1.2{= hodgkinHuxley.quantity("INa", rest)}, potassium +4.4{= hodgkinHuxley.quantity("IK", rest)}, leak −3.2{= hodgkinHuxley.quantity("IL", rest)} µA/cm². Their *sum* is. Rest is a steady state in which ions keep flowing (and
//    pumps, which the model leaves out, keep carrying them back).
// 2. **Depolarisation.** The push lifts $V$ against the membrane, whose own current still flows outward.
// 3. **Upstroke.** At about −56{= spike.at(phases.find((phase) => phase.name === "upstroke").from).V} mV the membrane's own current turns inward. From here on no push is needed: more open sodium channels, more
//    inward current, more depolarisation, more open channels. It stops at 39{= crest(spike).V} mV, short of $E_\mathrm{Na}$, because $h$ has fallen to 0.34{= crest(spike).h} and $n$ has risen to 0.51{= crest(spike).n}.
// 4. **Repolarisation.** $h$ goes on falling, $n$ goes on rising, and potassium wins.
// 5. **Hyperpolarisation.** $V$ dives below rest, to −76.2{= Math.min(...spike.states.V)} mV, close to $E_\mathrm{K} = -77$ mV, as $n$ is slow to close.
// 6. **Refractory.** It does not come after the others; it lies across them. Until $h$ is up and $n$ is down again the axon cannot fire, or hardly.
//    The bar ends where both are back within a tenth of their way.
//
// **Before you move a slider:** here a pulse of 1 ms does the pushing. Make it twice and four times as strong: which phases get shorter, and how much higher is the spike? Then set it to 20 µA/cm² and double $g_\mathrm{K}$, or halve $g_\mathrm{Na}$.

// %% [predict 8.4]
// ✎ your prediction: with four times the push the spike is "four times as high",
// "hardly higher" or "lower"
predict("8.4", "", () => {
  phasesOfASpike(hodgkinHuxley);
});

// %% [explain 8.4]
// With four times the push, depolarisation and upstroke take less than half of their time, and the peak rises by 2{= peakAfter(40) - peakAfter(10)} mV; all that follows is the same. The push only decides *when*. With $g_\mathrm{K}$ doubled the downstroke is quicker and the peak
// lower; with half the sodium the peak sinks below 30{> peakAfter(20, hodgkinHuxley.with({ gNa: 60 }))} mV. Height and shape belong to the membrane.

// %% [markdown]
// ## 8.5 Is there a threshold? (15 min)
//
// **Before you run the cell:** the same half-millisecond push, in six strengths from 6 to 40 µA/cm². How many different *heights* will the answers have?

// %% [predict 8.5]
const after = (I: number) => ({ duration: 15, initial: rest, stimulus: pulses(I, { width: 0.5, at: [1] }) });
const push = (I: number) => simulate(hodgkinHuxley, after(I));
const answers = [6, 12, 13.2, 13.3, 20, 40].map((I) => [`${I} µA/cm²`, push(I)]);
// ✎ your prediction: how many heights
predict("8.5", NaN, () => {
  show(plot.trace(Object.fromEntries(answers), { panels: ["V"] }));
});

// %% [explain 8.5]
// Two{= new Set(answers.map(([, run]) => Math.max(...run.states.V) > 0)).size} kinds, nothing between. From 13.2{< briefThreshold()} to 13.3{> briefThreshold()} µA/cm² the answer leaps from a bump to a spike; trebling the push from there makes the spike 8{= Math.max(...push(40).states.V) - Math.max(...push(13.3).states.V)} mV higher and brings it
// sooner. This is **all-or-none**. The curves of 13.2 and 13.3 µA/cm² stay together for milliseconds before they part: near the border the axon takes its time.

// %% [markdown]
// The border can be searched, by halving: 13.275{= briefThreshold()} µA/cm² for half a millisecond. How does it depend on the length of the pulse?
//
// **Before you move a slider:** a pulse twice as long needs half the current, one would think. And one twenty times as long, of 10 ms? Then move the length, and find the weakest strength that still evokes a spike. Look where it lies on the curve.

// %% [predict 8.6]
// ✎ your prediction: "as much current", "a sixth" or "a twentieth"
predict("8.6", "", () => {
  strengthDurationCurve(hodgkinHuxley);
  console.log(`half a millisecond: ${thresholdCurrent(hodgkinHuxley, { width: 0.5 }).toFixed(3)} uA/cm^2`);
  console.log(`a long step: ${rheobase(hodgkinHuxley).toFixed(3)} uA/cm^2`);
});

// %% [explain 8.6]
// About a sixth, and ever longer pulses do not need less. For brief pulses the line falls with slope −1: what counts is the *charge*, 6.5{= thresholdCurrent(hodgkinHuxley, { width: 0.05 }) * 0.05} nC/cm², enough to shift 1 µF/cm² by 6.5 mV. Long pulses need 2.24{= rheobase(hodgkinHuxley)} µA/cm², however long they
// last: the **rheobase**. A threshold is thus a border in the space of all stimuli, and in the space of all states $(V, m, h, n)$. It is not one voltage.

// %% [markdown]
// **Exercise 8.4** (2 points). *Build.* Is the border infinitely sharp? Write the highest voltage (mV) that the axon reaches at temperature `T` (°C) when the pulse of half a millisecond has
// the given `amplitude` (µA/cm²). Simulate 30 ms, with the pulse at 1 ms.

// %% [exercise 8.4]
const peak = (amplitude: number, T: number): number => {
  // BEGIN SOLUTION
  const pulse = pulses(amplitude, { width: 0.5, at: [1] });
  const run = simulate(hodgkinHuxley.with({ T: T }), { duration: 30, stimulus: pulse });
  return Math.max(...run.states.V);
  // STUB
  // return NaN; // mV
  // END SOLUTION
};

// %% [check 8.4]
check("8.4", peak);

// %%
const pushes = Float64Array.from({ length: 61 }, (_, i) => 10 + i / 2);
const peaksAt = (T: number) => ({ x: pushes, y: pushes.map((amplitude) => peak(amplitude, T)) });
const peaks = Object.fromEntries([6.3, 18.5, 30].map((T) => [`${T} °C`, peaksAt(T)]));
show(plot.curves(peaks, { x: ["amplitude", "uA/cm^2"], y: ["highest V", "mV"] })); // yours

// %% [solution 8.4]
// `hodgkinHuxley.with({ T: T })` is the axon at another temperature; the model itself is left as it was. The spread `...` hands all voltages of the
// run to `Math.max`.

// %% [markdown]
// In the cold the curve is a cliff. In fact it is a very steep slope: between 13.27512{< border()} and 13.27513{> border()} µA/cm² the answer passes through *every* height from −50 to +20 mV, but to hit
// −20 mV you would have to set the current to a dozen digits. (Nor is the border the same from elsewhere than rest. A run that is not told where to begin starts at −65 mV, less than 0.004{> rest.V + 65} mV below rest, and for it the border is at 13.261{= border(hodgkinHuxley.states)}.) At 30 °C the slope is gentle: answers of −40, −20 and −10 mV are all there.
// So the equations have no true threshold, only a fast stretch in which small differences explode, and warmth takes the explosion out.
// Kenneth Cole and his colleagues calculated this in 1970, and saw it in the axon.
//
// ## 8.6 The refractory period (15 min)
//
// **Before you run the cell:** two equal pulses of 20 µA/cm², half as strong again as the threshold, 5, 10, 15 or 20 ms apart. Which second pulses are answered?

// %% [predict 8.7]
const twice = (delay: number) => pulses(20, { width: 0.5, at: [2, 2 + delay] });
const second = (delay: number) => ({ duration: 40, initial: rest, stimulus: twice(delay) });
const tried = [5, 10, 15, 20].map((delay) => [`${delay} ms`, simulate(hodgkinHuxley, second(delay))]);
// ✎ your prediction: "all of them", "at 15 and 20 ms", "at 20 ms only" or "none"
predict("8.7", "", () => {
  show(plot.trace(Object.fromEntries(tried), { panels: ["V"] }));
});

// %% [explain 8.7]
// At 5 and 10 ms there is only a bump; at 15 and 20 ms a spike. But is the axon unable to answer at 10 ms, or just unwilling?

// %% [markdown]
// **Before you move a slider:** the first pulse is now twice as strong as it need be. At a delay of 10 ms, make the second stronger until it fires. Is there a delay at which no strength helps? One at which *less* than the resting threshold will do?
// (A very strong pulse lifts any membrane, dead or alive. So the curve at the right counts a spike only where the membrane's *own* current carries the voltage upward, above −20 mV.)

// %% [predict 8.8]
const delays = [5, 5.5, 6, 6.5, 7, 8, 9, 10, 12, 14, 16, 18, 19, 20, 22, 25, 28, 32];
// ✎ your prediction: less than the resting threshold will do "never", "near 10 ms" or "near 20 ms"
predict("8.8", "", () => {
  twoPulses(hodgkinHuxley, { delays: delays, most: 300 });
});

// %% [explain 8.8]
// Three stretches of time:
//
// - **Absolute refractory period:** up to 5 ms after the first pulse nothing works, not even 300 µA/cm², which would lift a bare capacitor by 150{= 300 * 0.5 / 1} mV. Too few sodium channels are ready.
// - **Relative refractory period:** at 5.5 ms it takes 258{= secondNeeds(5.5)} µA/cm², nineteen{= secondNeeds(5.5) / briefThreshold()} times the resting threshold; at 8 ms 82{= secondNeeds(8)}, at 12 ms 29{= secondNeeds(12)}. $h$ is coming up, $n$ is going down.
// - **Then, a surprise:** from about 16{= excitableFrom()} to 24{= excitableTo()} ms the axon is *more* excitable than at rest. The least threshold is 11.2{= Math.min(...[18, 19, 20].map(secondNeeds))} µA/cm², near 19 ms. Look back at the gates in Section 8.4: there $n$ has
//   dipped below its resting value and $h$ has risen above its own.
//
// The border between the first two is not sharp, for the same reason as the threshold is not: how strong a pulse do you dare?

// %% [markdown]
// ## 8.7 Rebound (8 min)
//
// **Before you run the cell:** now *inhibit* the axon. A current of −1, −2, −3 or −10 µA/cm² pulls it down for 20 ms, then lets go. What happens at release?

// %% [predict 8.9]
const inhibited = (I: number) => ({ duration: 60, initial: rest, stimulus: step(I, 10, 30) });
const releases = [-1, -2, -3, -10].map((I) => [`${I} µA/cm²`, simulate(hodgkinHuxley, inhibited(I))]);
// ✎ your prediction: "never a spike", "a spike after the stronger ones" or "always a spike"
predict("8.9", "", () => {
  show(plot.trace(Object.fromEntries(releases), { panels: ["V", "h", "n"] }));
});

// %% [explain 8.9]
// After −1 and −2 nothing much; after −3 and −10 a full spike, out of inhibition. The gates tell why. While $V$ was low, $h$ rose (from 0.60{= rest.h} to 0.70{= simulate(hodgkinHuxley, inhibited(-3)).at(30).h} at −3 µA/cm²) and $n$ sank (from 0.32{= rest.n} to 0.27{= simulate(hodgkinHuxley, inhibited(-3)).at(30).n}).
// At release the axon has more sodium channels ready and fewer potassium channels open than a resting one, so its resting potential is now above its threshold. Neurons that
// fire on release are common wherever rhythms are made. (In the figure of Section 8.3, a negative $I$ does the same.)

// %% [markdown]
// ## 8.8 A measurement of your own (20 min)
//
// **Exercise 8.5** (3 points). *Measure.* Squid live at 8 to 16 °C. At your temperature, when does the refractory period end? Say that it ends at the delay at which the second of two
// half-millisecond pulses needs just **twice** the threshold of a resting axon. (The first is itself of twice that threshold, as in the figure of Section 8.6: a stronger one would leave the axon ready a little sooner.) Find this delay, in ms from pulse to pulse, to within 0.1 ms. Begin with a few delays far
// apart, look at the figure, then close in.

// %%
const warmth = variant("8.5");
console.log(`your temperature: T = ${warmth.T} °C`);

// %% [exercise 8.5]
// BEGIN SOLUTION
const warmAxon = hodgkinHuxley.with({ T: warmth.T });
const measure = (waiting: ArrayLike<number>) => twoPulse(warmAxon, waiting, { width: 0.5 });
const rough = measure([4, 5, 6, 7, 8, 9, 10, 11, 12]);
const passed = rough.delay[rough.threshold.findIndex((I) => I <= 2 * rough.resting)];
const fine = measure(Array.from({ length: 11 }, (_, i) => passed - 1 + i / 10));
const over = fine.delay[fine.threshold.findIndex((I) => I <= 2 * fine.resting)];
// STUB
// const over = NaN; // ms; measure with twoPulse(hodgkinHuxley.with({ T: warmth.T }), [4, 8, 12], { width: 0.5 })
// END SOLUTION

// %% [check 8.5]
check("8.5", over);

// %%
const coarse = [4, 5, 6, 7, 8, 10, 12, 14, 16];
const pairs = [6.3, warmth.T].map((T) => twoPulse(hodgkinHuxley.with({ T: T }), coarse, { width: 0.5 }));
const ratio = (k: number) => pairs[k].threshold.map((I) => I / pairs[k].resting);
const [cold, warm] = [0, 1].map((k) => ({ x: coarse, y: ratio(k), style: "points and line" } as const));
const answer = { x: [over], y: [2], style: "points" } as const;
const ofDelay = { x: ["delay", "ms"], y: ["threshold, times resting", "1"], log: "y" } as const;
show(plot.curves({ "6.3 °C": cold, "your axon": warm, "your answer": answer }, ofDelay));

// %% [solution 8.5]
// First a step of 1 ms, then of 0.1 ms around the delay that was found, and the first at which the threshold is at most twice the resting one. All rates grow by $\varphi = 3^{(T - 6.3)/10}$, and the delay
// shrinks by nearly the same factor: 12.3{= doubled()} ms at 6.3 °C. Not exactly, since the capacitor does not know about temperature.

// %% [markdown]
// **Exercise 8.6** (1 point). *In your own words.* Eight milliseconds after a spike the axon is hard to fire; after 19 ms it is easier to fire than at rest. Why? Tell it by $h$ and $n$, and say to which channels they belong. Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 8.6]
// BEGIN SOLUTION
const afterTheSpike = "At 8 ms many sodium channels are still inactivated, h is low, and potassium channels are still open, n is high: more must be pushed, and against more. At 19 ms both have overshot. The voltage has been below rest, so h is above its resting value and n below: less push will do.";
// STUB
// const afterTheSpike = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 8.6]
check("8.6", afterTheSpike);

// %% [solution 8.6]
// $h$ and $n$ are slow: they first come back, then overshoot, as $V$ has been below rest meanwhile. The same two gates make the axon refractory, and then excitable; and they make the rebound.

// %% [markdown]
// *Investigate.* To go on with, without points: does the rheobase rise or fall with temperature? And the charge that a brief pulse needs? Say first what you expect. Then draw both against `T`, with `rheobase` and `thresholdCurrent` of `hodgkinHuxley.with({ T: T })`. Do they change by the same factor? What does a long step wait for, and a brief pulse not?
//
// ## What this model cannot do
//
// - It is one patch, at one voltage. Nothing travels; for that the patches must be coupled ([17. Dendrites and cables](17-dendrites-and-cables.ipynb)).
// - Its batteries never run down, and it has no pumps. A real axon fires for hours only because it is recharged.
// - Its gates are averages over many channels. In a small patch, single channels open and shut at random, and spikes come without a stimulus.
// - Its gates are independent. In real sodium channels inactivation waits for activation, and a short gating current flows when the gates move.
// - Its numbers are those of a squid in the cold.
//
// ## Summary
//
// With $C = 1$ µF/cm², $g_\mathrm{Na}, g_\mathrm{K}, g_L = 120, 36, 0.3$ mS/cm², $E_\mathrm{Na}, E_\mathrm{K}, E_L = 50, -77, -54.387$ mV, at 6.3 °C:
//
// - $C\dot V = I - g_\mathrm{Na}m^3h(V - E_\mathrm{Na}) - g_\mathrm{K}n^4(V - E_\mathrm{K}) - g_L(V - E_L)$; a gate obeys $\dot x = \alpha_x(1 - x) - \beta_x x$.
// - At rest ($V = -65.0{= rest.V}$ mV): $m = 0.05{= rest.m}$, $h = 0.60{= rest.h}$, $n = 0.32{= rest.n}$; time constants 0.24{= hodgkinHuxley.quantity("tauM", rest)}, 8.5{= hodgkinHuxley.quantity("tauH", rest)} and 5.5{= hodgkinHuxley.quantity("tauN", rest)} ms. $h$ is the fraction *not* inactivated.
// - A spike has six phases: rest, depolarisation, upstroke, repolarisation, hyperpolarisation, and across them the refractory phase. Peak +39{= crest(spike).V} mV, undershoot −76{= Math.min(...spike.states.V)} mV.
// - Brief pulses need 6.5{= thresholdCurrent(hodgkinHuxley, { width: 0.05 }) * 0.05} nC/cm², long ones 2.24{= rheobase(hodgkinHuxley)} µA/cm² (rheobase). All-or-none is a very steep slope, and gentle at 30 °C: there is no true threshold.
// - After a pulse of twice the threshold the axon is absolutely refractory to about 5 ms, relatively to 16{= excitableFrom()} ms, then more excitable than at rest to 24{= excitableTo()} ms.
// - 20 ms of −3 µA/cm² or less evoke a rebound spike; −1 and −2 do not.
//
// What the axon does when the current stays on is told in [9. Repetitive firing](09-repetitive-firing.ipynb).
//
// ## References
//
// - A. L. Hodgkin, A. F. Huxley (1952) *J. Physiol.* 117:500: the paper.
// - K. S. Cole, R. Guttman, F. Bezanilla (1970) *Proc. Natl. Acad. Sci. USA* 65:884: excitation without threshold in the warm axon.
// - B. Hille (2001) *Ion Channels of Excitable Membranes*, 3rd edition, Sinauer: what became of the gates when channels were seen one by one.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 2; P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press, chapter 5: the same model told by others.
