// %% [markdown]
// # 7. Hodgkin-Huxley
//
// **One idea:** two conductances that answer the voltage at different speeds are enough to make an action potential, and its threshold, its
// refractory period and its firing rates come with it.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | read the membrane as a circuit and its gates as four equations | 7.1 The circuit, 7.2 Gates, 7.3 Turn the knobs | 30 |
// | get rate constants out of measured curves, and say where they miss | 7.4 The curves of 1952 | 30 |
// | name the phases of a spike and the current behind each | 7.5 Anatomy of a spike | 20 |
// | measure threshold, refractory period and rebound, and say why the threshold is not a number | 7.6, 7.7, 7.8 | 38 |
// | explain the jump and the hysteresis of the firing rate | 7.9 How fast, 7.10 The whole picture | 35 |
// | find mistakes in printed equations, run them by hand, and plan a measurement of your own | 7.11, 7.12 | 42 |
//
// **Prerequisites:** channels, gates and the voltage clamp ([6. Conductance-based models](06-conductance-based-models.ipynb)); for Section 7.10 the
// Andronov-Hopf bifurcation ([5. Bifurcations](05-bifurcations.ipynb)). About 195 min with exercises, which is two or three sittings: the ends of Sections 7.5 and 7.8 are good places
// to stop for the day. The points in Section 7.4 were measured in 1952. Everything else on this page is simulated.

// %%
import { bifurcations, check, constant, equations, explore, fiCurve, fitGate, fitInactivatingGate, hodgkinHuxley, phasesOfASpike, plot, predict, pulses, restingState, rheobase, setup, show, simulate, spikePhases, step, strengthDurationCurve, statements, student, thresholdCurrent, twoPulse, twoPulses, variant, voltageClamp1952, type ConductanceRecord, type Stimulus } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 7.1 The circuit (8 min)
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

// %% [predict 7.1]
const sodiumPath = { name: "Na", reversal: 50, gated: true };
const potassiumPath = { name: "K", reversal: -77, gated: true };
// ✎ your prediction: "both the same way" or "opposite ways"
predict("7.1", "", () => {
  show(plot.circuit([sodiumPath, potassiumPath, { name: "L", reversal: -54.4 }]));
});

// %% [explain 7.1]
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
// $V$ is the inside against the outside, and the axon rests at −65 mV. The paper of 1952 measures from rest and turns the sign round; its scale, with
// today's sign, is `hodgkinHuxley.preset("1952")`. The currents are the same in both.
//
// ## 7.2 Gates (12 min)
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

// %% [predict 7.2]
// ✎ your prediction: "m", "h" or "n"
predict("7.2", "", () => {
  show(plot.gating(hodgkinHuxley));
});

// %% [explain 7.2]
// Left: where each gate ends. Depolarisation opens $m$ and $n$ and shuts $h$. Right: how long it takes. At −65 mV the time constants are 0.24 ms for $m$,
// 5.5 ms for $n$ and 8.5 ms for $h$. Sodium activation runs ahead of everything else by a factor of more than twenty. **Fast in, slow out**: all that follows
// grows from this head start.

// %% [markdown]
// **Exercise 7.1** (1 point). Read off the time constant of the potassium gate at the voltage that is yours.

// %%
const mine = variant("7.1");
console.log(`your voltage: V = ${mine.V} mV`);

// %% [exercise 7.1]
// BEGIN SOLUTION
const gateTime = hodgkinHuxley.quantity("tauN", [mine.V, 0, 0, 0]);
// STUB
// const gateTime = NaN; // ms
// END SOLUTION

// %% [check 7.1]
check("7.1", gateTime);

// %% [solution 7.1]
// Point at the curve $\tau_n$ in the right panel. The same number comes from the model, `hodgkinHuxley.quantity("tauN", state)`; the state has
// four entries, of which only the voltage matters here.

// %% [markdown]
// **Exercise 7.2** (2 points). Write the potassium current, in µA/cm², at membrane potential `V` (mV) and activation `n`. The parameters are
// in `hodgkinHuxley.parameters`, or take $g_\mathrm{K} = 36$ mS/cm² and $E_\mathrm{K} = -77$ mV.

// %% [exercise 7.2]
const potassiumCurrent = (V: number, n: number): number => {
  // BEGIN SOLUTION
  return 36 * n ** 4 * (V + 77);
  // STUB
  // return NaN; // your formula here
  // END SOLUTION
};

// %% [check 7.2]
check("7.2", potassiumCurrent);

// %%
const volts = Float64Array.from({ length: 141 }, (_, i) => -100 + i);
const line = (n: number) => ({ x: volts, y: volts.map((V) => potassiumCurrent(V, n)) });
const lines = [0.32, 0.5, 0.65, 0.8].map((n) => [`n = ${n}`, line(n)]);
const ofVoltage = { x: ["V", "mV"], y: ["I<sub>K</sub>", "uA/cm^2"] } as const;
show(plot.curves(Object.fromEntries(lines), ofVoltage)); // yours

// %% [solution 7.2]
// Four independent gates must be open at once, hence $n^4$; the driving force is the distance from $E_\mathrm{K}$. In the picture all lines
// meet at −77 mV: there potassium is in balance, however many channels are open. From $n = 0.32$ to $n = 0.8$ the slope grows 39-fold.

// %% [markdown]
// ## 7.3 Turn the knobs (10 min)
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
// Without sodium only a charging curve is left. Without potassium the axon fires once, by itself, and then is stuck near 0 mV. The gate $h$ has shut all but three in a thousand sodium
// channels by then, but against the leak alone even these are enough. At 20 °C the spikes are a quarter as wide and three times as many; the first rises only half as high above 0 mV, the others to 8 instead of 30 mV: the brakes have become
// faster too. The questions about $I$ fill the rest of this page.
//
// ## 7.4 The curves of 1952 (30 min)
//
// Where do such equations come from? From the voltage clamp of [6. Conductance-based models](06-conductance-based-models.ipynb): hold the voltage, measure the current, take sodium's part and potassium's part apart, and divide each by its driving force. What is left is a
// conductance, as a function of time after the step.
//
// These are Hodgkin and Huxley's own points, from one axon (number 17, at 6 to 7 °C). Others read them off the printed figures; `data/README.md` tells how.
// Steps are given in mV above rest.
//
// **Before you run the cell:** if a channel had a single gate, its conductance would rise like $1 - e^{-t/\tau}$: steepest at the very start.
// Look at the first millisecond. Is it?

// %% [predict 7.3]
const { potassium, sodium } = voltageClamp1952();
// ✎ your prediction: "yes" or "no"
predict("7.3", "", () => {
  show(plot.conductance([0, 2, 4, 6, 8, 10].map((k) => potassium[k]), { name: "g<sub>K</sub>" }));
});

// %% [explain 7.3]
// It is not. The conductance hesitates, then rises: an S. In notebook 6 you took one such record apart by eye. Now let a computer do it, for all eleven. Let $g = \bar g\,n^k$, where $n$ rises exponentially, and fit plateau and time constant for several powers $k$.
// Before the step the conductance of this axon was 0.24 mS/cm².

// %%
const fits = [1, 2, 4, 6].map((power) => fitGate(potassium[4], { power: power, from: 0.24 }));
show(plot.conductance([potassium[4]], { name: "g<sub>K</sub>", fits: fits }));

// %% [markdown]
// Power 1 starts too early and bends too soon. Power 4 passes through nearly all the points, and so does power 6. Which is best? Do it for all eleven
// records, and look at the distance of the points from the curves (root of the mean square).

// %%
const powers = [1, 2, 3, 4, 5, 6];
const fit = (record: ConductanceRecord, power: number) => fitGate(record, { power: power, from: 0.24 });
const distances = (power: number) => potassium.map((record) => fit(record, power).rms);
const misfit = powers.map((power) => Math.hypot(...distances(power)) / Math.sqrt(potassium.length));
const axes = { x: ["power of n", "1"], y: ["distance from the points", "mS/cm^2"] } as const;
show(plot.curves({ x: powers, y: misfit, style: "points and line" }, axes));

// %% [markdown]
// From 1.08 mS/cm² at power 1 the distance falls to 0.34 at power 4. It goes on falling, to 0.31 and 0.29. So the fourth power is **not** the best fit. It is
// where it stops paying: the next step gains 0.03 mS/cm², less than one can read off a printed page. Hodgkin and Huxley saw that a fifth or sixth power would do better and
// judged it not worth the trouble: they had to solve the equations on a hand-cranked calculator. That real potassium channels have four identical parts
// was found decades later. The measured curves alone do not prove it.
//
// **Exercise 7.3** (2 points). A fit gives a plateau (mS/cm²) and a time constant `tau` (ms). Write the function that turns them into
// $[\alpha_n, \beta_n]$ in 1/ms. The largest possible conductance of this axon was about a sixth above the highest plateau: take $\bar g = 24.3$ mS/cm².

// %% [exercise 7.3]
const rates = (plateau: number, tau: number): number[] => {
  // BEGIN SOLUTION
  const steady = (plateau / 24.3) ** 0.25;
  return [steady / tau, (1 - steady) / tau];
  // STUB
  // return [NaN, NaN]; // alpha and beta, in 1/ms
  // END SOLUTION
};

// %% [check 7.3]
check("7.3", rates);

// %% [markdown]
// Now lay your rates over the functions that the paper prints, and that the model uses. Points are yours, lines are the paper's; $V$ is counted from rest.

// %%
const axon = hodgkinHuxley.preset("1952");
const steps = potassium.map((record) => record.depolarisation);
const fromFits = potassium.map((record) => rates(fit(record, 4).plateau, fit(record, 4).tau));
const [alpha, beta] = [0, 1].map((k) => ({ x: steps, y: fromFits.map((both) => both[k]) }));
const points = { alphaN: alpha, betaN: beta };
show(plot.quantities(axon, ["alphaN", "betaN"], { window: [0, 115], points: points, pointsName: "yours" }));

// %% [solution 7.3]
// The plateau is $\bar g\,n_\infty^4$, so $n_\infty$ is the fourth root of plateau over $\bar g$. Since $\tau = 1/(\alpha + \beta)$ and $n_\infty = \alpha/(\alpha + \beta)$,
// $\alpha = n_\infty/\tau$ and $\beta = (1 - n_\infty)/\tau$.

// %% [markdown]
// From +51 mV upwards your $\alpha_n$ is within 7 % of the printed line. Look where the two part:
//
// - **Weak steps.** At +10 mV your rates are 0.055 and 0.039 per ms, the printed ones 0.100 and 0.110. The record ends at 12 ms, long before its
//   plateau, so plateau and time constant hide behind each other. Hodgkin and Huxley had a second experiment to separate them, the fall of the conductance *after* a step; they report 0.095 and 0.096 per ms for this record.
// - **The strongest step.** At +109 mV you find 0.94, the line says 0.99. The line is one smooth formula for many axons, not a fit to this one.
//
// Measured numbers enter a model through choices like these. Keep that in mind when a model prints five digits.
//
// **Before you run the cell:** sodium's conductance will rise too, and faster. What will it do then, while the voltage is still held?

// %% [predict 7.4]
const held = [5, 6, 7, 8].map((k) => sodium[k]);
const cubes = held.map((record) => fitInactivatingGate(record, { power: 3 }));
// ✎ your prediction: "it stays up", "it goes away again" or "it turns negative"
predict("7.4", "", () => {
  show(plot.conductance(held, { name: "g<sub>Na</sub>", fits: cubes }));
});

// %% [explain 7.4]
// It goes away again. That is inactivation, and no function of the present voltage alone can do it. The curves are $\bar g\,m^3 h$ with $m$ rising and $h$
// falling exponentially. Does the cube have to be? Over these four records the distance from the points is 0.67 mS/cm² for $m h$, 0.310 for $m^2 h$, 0.306 for
// $m^3 h$ and 0.35 for $m^4 h$. Two gates and three do equally well here.

// %% [markdown]
// (Stronger steps are left out: their rise is over by the second point, and points read off a printed page are not sure to 0.1 ms. The last points stay a little above zero,
// as inactivation is not quite complete; the curves neglect that.)
//
// The time constants are what matters for the spike. Yours against the paper's:

// %%
const at = held.map((record) => record.depolarisation);
const tauM = { x: at, y: cubes.map((cube) => cube.tau) };
const tauH = { x: at, y: cubes.map((cube) => cube.tauInactivation) };
const measured = { tauM: tauM, tauH: tauH };
show(plot.quantities(axon, ["tauM", "tauH"], { window: [0, 115], points: measured, pointsName: "fitted" }));

// %% [markdown]
// Within a third of the printed lines, with one axon and no knowledge but the points. At +26 mV activation takes 0.5 ms and inactivation about 2 ms. In
// between, the sodium channels are open: that is the time a spike has.
//
// ## 7.5 Anatomy of a spike (20 min)
//
// Now let the voltage go, and give the resting axon a brief push: 20 µA/cm² for half a millisecond.
//
// **Before you run the cell:** sodium current drives the upstroke. When is it *largest*: halfway up, at the peak, or on the way down?

// %% [predict 7.5]
const rest = restingState(hodgkinHuxley);
const brief = pulses(20, { width: 0.5, at: [2] });
const spike = simulate(hodgkinHuxley, { duration: 22, initial: rest, stimulus: brief });
// ✎ your prediction: "halfway up", "at the peak" or "on the way down"
predict("7.5", "", () => {
  show(plot.currents(spike, { window: [1, 9] }));
});

// %% [explain 7.5]
// On the way down. There it reaches −790 µA/cm², two and a half times what it is at the peak. A current is conductance times driving force. At the peak the
// conductance is large but the driving force is small: $V = 39$ mV is only 11 mV from $E_\mathrm{Na} = 50$ mV. As $V$ falls the driving force grows faster than the
// channels inactivate. What makes $V$ fall nevertheless is potassium's current, which is larger still, by a little: in the stack the two nearly cancel.

// %% [markdown]
// This is what the axon pays for being quick. Both doors stand open together, and ions trade places without moving the voltage.
//
// **Exercise 7.4** (1 point). *Find the mistakes.* What is true at the very peak of the spike? The next cell shows five sentences, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters, such as `["a", "d"]`.

// %%
const aboutThePeak = statements("7.4");

// %% [exercise 7.4]
// BEGIN SOLUTION
const atThePeak: string[] = Object.keys(aboutThePeak).filter((letter) =>
  /is zero|largest at the peak|has reached|only after|no sodium/.test(aboutThePeak[letter]));
// STUB
// const atThePeak: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 7.4]
check("7.4", atThePeak);

// %% [solution 7.4]
// A peak is where $dV/dt = 0$. The push is long over, so all ionic currents add up to zero: 317.5 µA/cm² of sodium flow in, 289.4 of potassium and 28.1 of leak flow out. A moment later both are larger still, and potassium's is ahead.

// %% [markdown]
// A spike has six phases. Here they are found by what drives the voltage, not by eye: `spikePhases` asks at each moment whether the membrane's own
// current flows in or out.

// %%
const phases = spikePhases(spike);
show(plot.spikePhases(spike, phases));
for (const { name, from, to } of phases) console.log(`${name.padEnd(18)} ${from.toFixed(2)} to ${to.toFixed(2)} ms`);

// %% [markdown]
// 1. **Rest.** No current is zero: sodium −1.2, potassium +4.4, leak −3.2 µA/cm². Their *sum* is. Rest is a steady state in which ions keep flowing (and
//    pumps, which the model leaves out, keep carrying them back).
// 2. **Depolarisation.** The push lifts $V$ against the membrane, whose own current still flows outward.
// 3. **Upstroke.** At about −56 mV the membrane's own current turns inward. From here on no push is needed: more open sodium channels, more
//    inward current, more depolarisation, more open channels. It stops at 39 mV, short of $E_\mathrm{Na}$, because $h$ has fallen to 0.34 and $n$ has risen to 0.51.
// 4. **Repolarisation.** $h$ goes on falling, $n$ goes on rising, and potassium wins.
// 5. **Hyperpolarisation.** $V$ dives below rest, to −76.2 mV, close to $E_\mathrm{K} = -77$ mV, as $n$ is slow to close.
// 6. **Refractory.** It does not come after the others; it lies across them. Until $h$ is up and $n$ is down again the axon cannot fire, or hardly.
//    The bar ends where both are back within a tenth of their way.
//
// **Before you move a slider:** here a pulse of 1 ms does the pushing. Make it twice and four times as strong: which phases get shorter, and how much higher is the spike? Then set it to 20 µA/cm² and double $g_\mathrm{K}$, or halve $g_\mathrm{Na}$.

// %% [predict 7.6]
// ✎ your prediction: with four times the push the spike is "four times as high", "hardly higher" or "lower"
predict("7.6", "", () => {
  phasesOfASpike(hodgkinHuxley);
});

// %% [explain 7.6]
// With four times the push, depolarisation and upstroke take less than half of their time, and the peak rises by 2 mV; all that follows is the same. The push only decides *when*. With $g_\mathrm{K}$ doubled the downstroke is quicker and the peak
// lower; with half the sodium the peak sinks below 30 mV. Height and shape belong to the membrane.

// %% [markdown]
// ## 7.6 Is there a threshold? (15 min)
//
// **Before you run the cell:** the same half-millisecond push, in six strengths from 6 to 40 µA/cm². How many different *heights* will the answers have?

// %% [predict 7.7]
const after = (I: number) => ({ duration: 15, initial: rest, stimulus: pulses(I, { width: 0.5, at: [1] }) });
const push = (I: number) => simulate(hodgkinHuxley, after(I));
const answers = [6, 12, 13.2, 13.3, 20, 40].map((I) => [`${I} µA/cm²`, push(I)]);
// ✎ your prediction: how many heights
predict("7.7", NaN, () => {
  show(plot.trace(Object.fromEntries(answers), { panels: ["V"] }));
});

// %% [explain 7.7]
// Two kinds, nothing between. From 13.2 to 13.3 µA/cm² the answer leaps from a bump to a spike; trebling the push from there makes the spike 8 mV higher and brings it
// sooner. This is **all-or-none**. The curves of 13.2 and 13.3 µA/cm² stay together for milliseconds before they part: near the border the axon takes its time.

// %% [markdown]
// The border can be searched, by halving: 13.275 µA/cm² for half a millisecond. How does it depend on the length of the pulse?
//
// **Before you move a slider:** a pulse twice as long needs half the current, one would think. And one ten or twenty times as long? Move the length, and find the weakest strength that still evokes a spike. Then look where it lies on the curve.

// %%
strengthDurationCurve(hodgkinHuxley);
console.log(`half a millisecond: ${thresholdCurrent(hodgkinHuxley, { width: 0.5 }).toFixed(3)} uA/cm^2`);
console.log(`a long step: ${rheobase(hodgkinHuxley).toFixed(3)} uA/cm^2`);

// %% [markdown]
// For brief pulses the line falls with slope −1: what counts is the *charge*, 6.5 nC/cm², enough to shift 1 µF/cm² by 6.5 mV. Long pulses need 2.24 µA/cm², however long they
// last: the **rheobase**. A threshold is thus a border in the space of all stimuli, and in the space of all states $(V, m, h, n)$. It is not one voltage.
//
// **Exercise 7.5** (2 points). Is the border infinitely sharp? Write the highest voltage (mV) that the axon reaches at temperature `T` (°C) when the pulse of half a millisecond has
// the given `amplitude` (µA/cm²). Simulate 30 ms, with the pulse at 1 ms.

// %% [exercise 7.5]
const peak = (amplitude: number, T: number): number => {
  // BEGIN SOLUTION
  const pulse = pulses(amplitude, { width: 0.5, at: [1] });
  const run = simulate(hodgkinHuxley.with({ T: T }), { duration: 30, stimulus: pulse });
  return Math.max(...run.states.V);
  // STUB
  // return NaN; // mV
  // END SOLUTION
};

// %% [check 7.5]
check("7.5", peak);

// %%
const pushes = Float64Array.from({ length: 61 }, (_, i) => 10 + i / 2);
const peaksAt = (T: number) => ({ x: pushes, y: pushes.map((amplitude) => peak(amplitude, T)) });
const peaks = Object.fromEntries([6.3, 18.5, 30].map((T) => [`${T} °C`, peaksAt(T)]));
show(plot.curves(peaks, { x: ["amplitude", "uA/cm^2"], y: ["highest V", "mV"] })); // yours

// %% [solution 7.5]
// `hodgkinHuxley.with({ T: T })` is the axon at another temperature; the model itself is left as it was. The spread `...` hands all voltages of the
// run to `Math.max`.

// %% [markdown]
// In the cold the curve is a cliff. In fact it is a very steep slope: between 13.27512 and 13.27513 µA/cm² the answer passes through *every* height from −50 to +20 mV, but to hit
// −20 mV you would have to set the current to a dozen digits. At 30 °C the slope is gentle: answers of −40, −20 and −10 mV are all there.
// So the equations have no true threshold, only a fast stretch in which small differences explode, and warmth takes the explosion out.
// Kenneth Cole and his colleagues calculated this in 1970, and saw it in the axon.
//
// ## 7.7 The refractory period (15 min)
//
// **Before you run the cell:** two equal pulses of 20 µA/cm², half as strong again as the threshold, 5, 10, 15 or 20 ms apart. Which second pulses are answered?

// %% [predict 7.8]
const twice = (delay: number) => pulses(20, { width: 0.5, at: [2, 2 + delay] });
const second = (delay: number) => ({ duration: 40, initial: rest, stimulus: twice(delay) });
const tried = [5, 10, 15, 20].map((delay) => [`${delay} ms`, simulate(hodgkinHuxley, second(delay))]);
// ✎ your prediction: "all of them", "at 15 and 20 ms", "at 20 ms only" or "none"
predict("7.8", "", () => {
  show(plot.trace(Object.fromEntries(tried), { panels: ["V"] }));
});

// %% [explain 7.8]
// At 5 and 10 ms there is only a bump; at 15 and 20 ms a spike. But is the axon unable to answer at 10 ms, or just unwilling?

// %% [markdown]
// **Before you move a slider:** the first pulse is now twice as strong as it need be. At a delay of 10 ms, make the second stronger until it fires. Is there a delay at which no strength helps? One at which *less* than the resting threshold will do?
// (A very strong pulse lifts any membrane, dead or alive. So the curve at the right counts a spike only where the membrane's *own* current carries the voltage upward, above −20 mV.)

// %%
const delays = [5, 5.5, 6, 6.5, 7, 8, 9, 10, 12, 14, 16, 18, 19, 20, 22, 25, 28, 32];
twoPulses(hodgkinHuxley, { delays: delays, most: 300 });

// %% [markdown]
// Three stretches of time:
//
// - **Absolute refractory period:** up to 5 ms after the first pulse nothing works, not even 300 µA/cm², which would lift a bare capacitor by 150 mV. Too few sodium channels are ready.
// - **Relative refractory period:** at 5.5 ms it takes 258 µA/cm², nineteen times the resting threshold; at 8 ms 82, at 12 ms 29. $h$ is coming up, $n$ is going down.
// - **Then, a surprise:** from about 16 to 24 ms the axon is *more* excitable than at rest. The least threshold is 11.2 µA/cm², near 19 ms. Look back at the gates in Section 7.5: there $n$ has
//   dipped below its resting value and $h$ has risen above its own.
//
// The border between the first two is not sharp, for the same reason as the threshold is not: how strong a pulse do you dare?
//
// ## 7.8 Rebound (8 min)
//
// **Before you run the cell:** now *inhibit* the axon. A current of −1, −2, −3 or −10 µA/cm² pulls it down for 20 ms, then lets go. What happens at release?

// %% [predict 7.9]
const inhibited = (I: number) => ({ duration: 60, initial: rest, stimulus: step(I, 10, 30) });
const releases = [-1, -2, -3, -10].map((I) => [`${I} µA/cm²`, simulate(hodgkinHuxley, inhibited(I))]);
// ✎ your prediction: "never a spike", "a spike after the stronger ones" or "always a spike"
predict("7.9", "", () => {
  show(plot.trace(Object.fromEntries(releases), { panels: ["V", "h", "n"] }));
});

// %% [explain 7.9]
// After −1 and −2 nothing much; after −3 and −10 a full spike, out of inhibition. The gates tell why. While $V$ was low, $h$ rose (from 0.60 to 0.70 at −3 µA/cm²) and $n$ sank (from 0.32 to 0.27).
// At release the axon has more sodium channels ready and fewer potassium channels open than a resting one, so its resting potential is now above its threshold. Neurons that
// fire on release are common wherever rhythms are made. (In the figure of Section 7.3, a negative $I$ does the same.)

// %% [markdown]
// ## 7.9 How fast? (20 min)
//
// Switch a current on and leave it on.
//
// **Before you run the cell:** at 3 µA/cm² there will be one spike (rheobase is 2.24). What will 6 and 7 µA/cm² do?

// %% [predict 7.10]
const long = { duration: 120, initial: rest };
const sustained = [2, 3, 6, 7].map((I) => [`${I} µA/cm²`, simulate(hodgkinHuxley.with({ I: I }), long)]);
// ✎ your prediction: at 7 µA/cm², "one spike", "two spikes" or "firing for ever"
predict("7.10", "", () => {
  show(plot.trace(Object.fromEntries(sustained), { panels: ["V"] }));
});

// %% [explain 7.10]
// One spike at 3, two at 6, and without end at 7 µA/cm². To *fire* and to *go on firing* are different things.

// %% [markdown]
// **Exercise 7.6** (2 points). Write the firing rate in Hz, long after a constant current `I` (µA/cm²) was switched on: 0 if the axon has stopped. Simulate 1000 ms of `hodgkinHuxley.with({ I: I })`.

// %% [exercise 7.6]
const rate = (I: number): number => {
  // BEGIN SOLUTION
  const late = simulate(hodgkinHuxley.with({ I: I }), { duration: 1000 }).spikes.filter((t) => t > 500);
  return late.length < 2 ? 0 : (1000 * (late.length - 1)) / (late[late.length - 1] - late[0]);
  // STUB
  // return NaN; // Hz
  // END SOLUTION
};

// %% [check 7.6]
check("7.6", rate);

// %%
const currents = [0, 1, 2, 3, 4, 5, 6, 6.5, 7, 8, 10, 12, 15, 20, 30, 40, 50, 60, 70, 80];
show(plot.fiCurve({ current: currents, rate: currents.map((I) => rate(I)) })); // yours

// %% [solution 7.6]
// Keep the spikes after 500 ms, when the start is forgotten. Their number less one, over the time from first to last, is the rate; times 1000, in Hz. Counting
// them and doubling is good to 2 Hz.

// %% [markdown]
// From silence the rate jumps to above 50 Hz, then climbs slowly: 58 Hz at 7, 137 Hz at 80 µA/cm². There is no slow firing. Hodgkin called such axons **class 2**
// ([13. Classes of excitability](13-classes-of-excitability.ipynb)).
//
// Each run above began at the resting state of $I = 0$, so the current came as a step. Now let it creep: up in small steps, each run beginning where the last one ended, then
// down again.
//
// **Before you run the cell:** will the way down retrace the way up?

// %% [predict 7.11]
const up = Float64Array.from({ length: 29 }, (_, i) => 5 + i / 4);
const upward = fiCurve(hodgkinHuxley, up, { duration: 600, initial: "previous" });
const down = [13, ...Array.from(up).reverse()];
const turned = fiCurve(hodgkinHuxley, down, { duration: 600, initial: "previous" });
// ✎ your prediction: "yes" or "no"
predict("7.11", "", () => {
  show(plot.fiCurve({ upward: upward, downward: turned }));
});

// %% [explain 7.11]
// No. Going up, the axon is silent at 9.75 and fires at 10 µA/cm². Going down, it still fires at 6.5 and is silent at 6.25. In between, **silence and firing are both possible**, and the past
// decides: bistability, and as its sign, hysteresis. Section 7.10 finds the borders themselves: 6.2603 and 9.7754 µA/cm², for this model with its leak battery at −54.387 mV (10.613 mV on the
// scale of 1952; with another leak battery both borders shift).

// %% [markdown]
// If silence is possible while the axon fires, it must be possible to *stop* it with a nudge.
//
// **Exercise 7.7** (3 points). At your current the axon below fires for ever. Find a stimulus that silences it. It begins in the 30 ms after your time `from`, is on for 2 ms at most, nowhere exceeds
// 20 µA/cm², and 100 ms after `from` no spike comes any more (in a run of 600 ms). Either sign will do. `pulses(6, { width: 1, at: [own.from + 5] })` is a stimulus.

// %%
const own = variant("7.7");
const firing = hodgkinHuxley.with({ I: own.I });
const going = simulate(firing, { duration: 600 }).spikes.filter((t) => t > own.from);
const soon = Array.from(going.slice(0, 3), (t) => t.toFixed(1)).join(", ");
console.log(`your current: I = ${own.I} uA/cm^2; from ${own.from} ms on, spikes at ${soon}, … ms`);

// %% [exercise 7.7]
// BEGIN SOLUTION
const nudge = (wait: number): Stimulus => pulses(6, { width: 1, at: [going[0] + wait] });
const spikesAfter = (wait: number) => simulate(firing, { duration: 600, stimulus: nudge(wait) }).spikes;
const waits = Array.from({ length: 64 }, (_, k) => k / 4);
const wait = waits.find((w) => spikesAfter(w).every((t) => t < own.from + 100)) ?? 0;
const off = nudge(wait);
// STUB
// const off = undefined as unknown as Stimulus; // for instance pulses(6, { width: 1, at: [own.from + 5] })
// END SOLUTION

// %% [check 7.7]
check("7.7", off);

// %%
const nudged = simulate(firing, { duration: 600, stimulus: off ?? constant(0) });
show(plot.trace(nudged, { panels: ["V", "input"] })); // yours

// %% [solution 7.7]
// Only the moment matters. A small depolarising pulse works when $V$ has come about half of its way up between two spikes, 8 to 9 ms after a spike; a hyperpolarising one some
// milliseconds later. The window is one to two milliseconds wide, so a loop finds it in seconds and luck in minutes.

// %% [markdown]
// The axon was knocked off its cycle and into the basin of attraction of rest. R. Guttman, S. Lewis and J. Rinzel did this to a living squid axon in 1980.
//
// What happens at the other end, with far too much current?
//
// **Before you move the slider:** raise $I$ from 20 to 180 µA/cm². Faster and faster? And what becomes of the height of the spikes?

// %% [predict 7.12]
// ✎ your prediction: at 180 µA/cm², "it fires faster", "it fires more slowly" or "it falls silent"
predict("7.12", "", () => {
  explore(hodgkinHuxley, { duration: 60, sliders: ["I"] });
});

// %% [explain 7.12]
// Faster at first, and lower all the way. Of repetitive firing at 50 µA/cm² the peaks are still at +7.5 mV; near 100 they sink below −20 mV, and few would call them spikes. At 180 there is one spike, a few ripples, and then nothing, at −42 mV. This is
// **depolarisation block**.

// %% [markdown]
// **Exercise 7.8** (1 point). *Find the mistakes.* Why does it not fire? The next cell shows five sentences, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters.

// %%
const aboutTheBlock = statements("7.8");

// %% [exercise 7.8]
// BEGIN SOLUTION
const silenceOf: string[] = Object.keys(aboutTheBlock).filter((letter) =>
  /resting value|cannot open|run down|still more|no current/.test(aboutTheBlock[letter]));
// STUB
// const silenceOf: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 7.8]
check("7.8", silenceOf);

// %% [solution 7.8]
// To fire again the axon would have to come down, so that $h$ can rise. The current does not let it. At −41.7 mV $h$ settles at 0.06, and open potassium channels
// ($n = 0.66$) balance the current.

// %% [markdown]
// Between 9.78 and 154.5 µA/cm² the axon has no stable rest and must oscillate, if only a little.
//
// ## 7.10 The whole picture (15 min)
//
// One figure holds all of Section 7.9. For each current it shows the equilibrium, solid where it is stable, and for each limit cycle the lowest and the highest $V$: filled circles where the cycle is
// stable, open ones where it is not.
//
// **Before you run the cell:** at 8 µA/cm² a stable rest and a stable cycle exist side by side. Something must divide their basins. What do you expect between them?

// %%
const diagram = bifurcations(hodgkinHuxley, "I", [0, 180]);
show(plot.bifurcationDiagram(diagram, { state: "V" }));
for (const { kind, parameter } of diagram.points) console.log(`${kind} at I = ${parameter.toFixed(4)} uA/cm^2`);

// %% [markdown]
// (The live figure above has a button "bifurcation diagram": there, a marker follows your slider.) The left edge is crowded. Look at it more closely:

// %%
show(plot.bifurcationDiagram(bifurcations(hodgkinHuxley, "I", [5, 11]), { state: "V" }));

// %% [markdown]
// Read the two from left to right, along the solid line.
//
// - Rest is stable up to 9.7754 µA/cm². There an **unstable** limit cycle shrinks onto it and takes its stability away: a *subcritical Andronov-Hopf bifurcation*. Follow the open circles back to the left: they lead to
//   smaller currents, and turn round.
// - They turn round at 6.2603 µA/cm², in a *fold of cycles*. From there on the cycle is stable and large: that is firing. Its period at the fold is 19.9 ms, so firing begins at 50 Hz. A cycle born in a fold is born at
//   full speed, and that is why there is no slow firing.
// - The list names more points, between 7.84 and 7.92 µA/cm². They all lie on the unstable branch, where no experiment gets to see them.
// - Between 6.2603 and 9.7754 µA/cm² the unstable cycle lies between rest and firing. It is the border that your pulse in Exercise 7.7 had to cross.
// - To the right the cycle shrinks, and at 154.52 µA/cm² it is gone, in a *supercritical Andronov-Hopf bifurcation*. Beyond lies depolarisation block.
//
// Near rest the axon is a damped oscillator. After a push too weak for a spike $V$ swings up and down, once in 16 ms at $I = 0$; at the lower bifurcation it swings once in 10.7 ms (93 Hz) and does
// not come to rest. That makes the axon a resonator ([14. Integrators and resonators](14-integrators-and-resonators.ipynb)).
//
// ## 7.11 Other people's equations (22 min)
//
// Equations are copied by hand, and hands slip. The next three come from a page on the web that is otherwise good. You know the model now: proofread it.
//
// **Exercise 7.9** (2 points). With $V$ in mV above rest, the page prints, in 1/ms,
//
// $$\beta_h(V) = \frac{-V}{e^{(30 - V)/10} + 1}.$$
//
// One sign of trouble: at rest this is zero. Write the function as it should be.

// %% [exercise 7.9]
const betaH = (V: number): number => {
  // BEGIN SOLUTION
  return 1 / (Math.exp((30 - V) / 10) + 1);
  // STUB
  // return NaN; // 1/ms
  // END SOLUTION
};

// %% [check 7.9]
check("7.9", betaH);

// %%
const probes = [-20, -10, 0, 10, 20, 30, 40, 50, 60, 80, 100];
const corrected = { betaH: { x: probes, y: probes.map(betaH) } };
const besideTheModel = { window: [-25, 105], points: corrected, pointsName: "yours" } as const;
show(plot.quantities(axon, ["betaH"], besideTheModel)); // the line is the model's

// %% [solution 7.9]
// The numerator is 1. Then $\beta_h$ is a sigmoid from 0 to 1 per ms with its middle at 30 mV. As printed it is negative above rest, and $h$ would grow past 1.

// %% [markdown]
// **Exercise 7.10** (2 points). *Find the mistakes.* The current balance of the same page reads
//
// $$C\dot V = -g_L(V - E_L) - g_\mathrm{Na}\,m^3 h\,(V - E) - g_\mathrm{K}\,n\,(V - E_\mathrm{K}).$$
//
// Three things are wrong with it. Here are six sentences about how it should be, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters.

// %%
const aboutTheBalance = statements("7.10");

// %% [exercise 7.10]
// BEGIN SOLUTION
const mistakes: string[] = Object.keys(aboutTheBalance).filter((letter) =>
  /- gL\*V`|one and the same|m\*h\^3|`n`|no term|with a plus/.test(aboutTheBalance[letter]));
// STUB
// const mistakes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 7.10]
check("7.10", mistakes);

// %% [solution 7.10]
// Lay it beside the equation typeset in Section 7.1. Three terms of the page differ. The sodium battery lost its name, the fourth power was dropped, and nothing can be injected.

// %% [markdown]
// How much does a lost exponent matter? Draw the ionic current that the axon settles to, held at each voltage. Where it crosses zero, it rests.

// %%
const ionic = (v: number, power: number): number => {
  const [m, h, n] = ["mInf", "hInf", "nInf"].map((name) => axon.quantity(name, [v, 0, 0, 0]));
  return -axon.field([v, m, h, n ** (power / 4)])[0]; // which the model raises to its fourth power
};
const near = Float64Array.from({ length: 41 }, (_, i) => -15 + i / 2);
const [fourthPower, firstPower] = [4, 1].map((power) => ({ x: near, y: near.map((v) => ionic(v, power)) }));
const currentAxes = { x: ["V above rest", "mV"], y: ["ionic current", "uA/cm^2"] } as const;
show(plot.curves({ "n⁴": fourthPower, "n, as printed": firstPower }, currentAxes));

// %% [markdown]
// With $n^4$ the axon rests at 0, as it should on this scale; with $n$ it would rest at −10.9 mV, clamped there by potassium channels of which a sixth is open.
//
// The best proof that you have read equations rightly is to run them. Andrew Huxley did so on a hand-cranked calculator, and a spike that travels along the axon took him about three weeks. You need four lines.
//
// **Exercise 7.11** (3 points). Write one step of Euler's for the axon, with rest at −65 mV: from `V`, `m`, `h`, `n` and the input `I`, to the list of the four, `dt` ms later. A rate is had from the model, `hodgkinHuxley.quantity("alphaM", [V, 0, 0, 0])`; the others are called `betaM`, `alphaH`, `betaH`, `alphaN` and `betaN`.

// %% [exercise 7.11]
const stepOfTheAxon = (V: number, m: number, h: number, n: number, I: number, dt: number): number[] => {
  // BEGIN SOLUTION
  const rate = (name: string): number => hodgkinHuxley.quantity(name, [V, 0, 0, 0]);
  const moved = (x: number, gate: string): number =>
    x + dt * (rate(`alpha${gate}`) * (1 - x) - rate(`beta${gate}`) * x);
  const outward = 120 * m ** 3 * h * (V - 50) + 36 * n ** 4 * (V + 77) + 0.3 * (V + 54.387);
  return [V + dt * (I - outward), moved(m, "M"), moved(h, "H"), moved(n, "N")];
  // STUB
  // return [NaN, NaN, NaN, NaN]; // V, m, h, n
  // END SOLUTION
};

// %% [check 7.11]
check("7.11", stepOfTheAxon);

// %%
const byHand = [[rest.V, rest.m, rest.h, rest.n]];
for (let k = 0; k < 1500; k++) {
  const [v, m, h, n] = byHand[k];
  byHand.push(stepOfTheAxon(v, m, h, n, 10, 0.02));
}
const handMade = { x: byHand.map((_, k) => 0.02 * k), y: byHand.map((state) => state[0]) };
const machineMade = simulate(hodgkinHuxley.with({ I: 10 }), { duration: 30, initial: rest });
const theTwo = { "simulate": { x: machineMade.time, y: machineMade.states.V }, "yours": handMade };
show(plot.curves(theTwo, { x: ["time", "ms"], y: ["V", "mV"] }));

// %% [solution 7.11]
// Each gate moves by $\alpha(1 - x) - \beta x$, the voltage by what comes in minus what goes out; $C = 1$ µF/cm² leaves it unchanged. With steps of 0.02 ms your spikes lie on those of `simulate`.

// %% [markdown]
// ## 7.12 A measurement of your own (20 min)
//
// **Exercise 7.12** (3 points). Squid live at 8 to 16 °C. At your temperature, when does the refractory period end? Say that it ends at the delay at which the second of two
// half-millisecond pulses needs just **twice** the threshold of a resting axon. Find this delay, in ms from pulse to pulse, to within 0.1 ms. Begin with a few delays far
// apart, look at the figure, then close in.

// %%
const warmth = variant("7.12");
console.log(`your temperature: T = ${warmth.T} °C`);

// %% [exercise 7.12]
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

// %% [check 7.12]
check("7.12", over);

// %%
const coarse = [4, 5, 6, 7, 8, 10, 12, 14, 16];
const pairs = [6.3, warmth.T].map((T) => twoPulse(hodgkinHuxley.with({ T: T }), coarse, { width: 0.5 }));
const ratio = (k: number) => pairs[k].threshold.map((I) => I / pairs[k].resting);
const [cold, warm] = [0, 1].map((k) => ({ x: coarse, y: ratio(k), style: "points and line" } as const));
const answer = { x: [over], y: [2], style: "points" } as const;
const ofDelay = { x: ["delay", "ms"], y: ["threshold, times resting", "1"], log: "y" } as const;
show(plot.curves({ "6.3 °C": cold, "your axon": warm, "your answer": answer }, ofDelay));

// %% [solution 7.12]
// First a step of 1 ms, then of 0.1 ms around the delay that was found, and the first at which the threshold is at most twice the resting one. All rates grow by $\varphi = 3^{(T - 6.3)/10}$, and the delay
// shrinks by nearly the same factor: 12.3 ms at 6.3 °C. Not exactly, since the capacitor does not know about temperature.

// %% [markdown]
// To go on with, without points: does the rheobase rise or fall with temperature? Warm an axon that fires at 20 µA/cm². It fires faster and faster, and then not at all. Where, and why?
//
// ## What this model cannot do
//
// - It is one patch, at one voltage. Nothing travels; for that the patches must be coupled ([15. Dendrites and cables](15-dendrites-and-cables.ipynb)).
// - It has two channels. It cannot fire slowly, tire, or fire in bursts, as other neurons do with more kinds of channels.
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
// - At rest ($V = -65.0$ mV): $m = 0.05$, $h = 0.60$, $n = 0.32$; time constants 0.24, 8.5 and 5.5 ms. $h$ is the fraction *not* inactivated.
// - The powers were chosen from voltage-clamp curves: $n^4$ is where a better fit stops paying, not the best fit.
// - A spike has six phases: rest, depolarisation, upstroke, repolarisation, hyperpolarisation, and across them the refractory phase. Peak +39 mV, undershoot −76 mV.
// - Brief pulses need 6.5 nC/cm², long ones 2.24 µA/cm² (rheobase). All-or-none is a very steep slope, and gentle at 30 °C: there is no true threshold.
// - After a pulse of twice the threshold the axon is absolutely refractory to about 5 ms, relatively to 16 ms, then more excitable than at rest to 24 ms.
// - 20 ms of −3 µA/cm² or less evoke a rebound spike; −1 and −2 do not.
// - Firing starts at 50 Hz, not at zero: class 2. Stable firing exists from 6.2603 µA/cm² (fold of cycles), stable rest up to 9.7754 (subcritical Andronov-Hopf); between them,
//   bistability. Above 154.52 µA/cm² (supercritical Andronov-Hopf) there is depolarisation block.
//
// ## References
//
// - A. L. Hodgkin, A. F. Huxley (1952) *J. Physiol.* 117:500: the paper. Part II builds the equations as you did in Section 7.4; it can be read without any other text.
// - A. L. Hodgkin, A. F. Huxley, B. Katz (1952) *J. Physiol.* 116:424: how the voltage clamp works.
// - A. C. Daly, D. J. Gavaghan, C. Holmes, J. Cooper (2015) *R. Soc. Open Sci.* 2:150499: the points of Section 7.4, and how well they determine the model.
// - K. S. Cole, R. Guttman, F. Bezanilla (1970) *Proc. Natl. Acad. Sci. USA* 65:884: excitation without threshold in the warm axon.
// - J. Rinzel, R. N. Miller (1980) *Math. Biosci.* 49:27: stable and unstable firing, the diagram of Section 7.10.
// - R. Guttman, S. Lewis, J. Rinzel (1980) *J. Physiol.* 305:377: switching a living axon off and on, as in Exercise 7.7.
// - B. Hille (2001) *Ion Channels of Excitable Membranes*, 3rd edition, Sinauer: what became of the gates when channels were seen one by one.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 2; P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press, chapter 5: the same model told by others.
