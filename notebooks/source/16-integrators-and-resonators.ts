// %% [markdown]
// # 16. Integrators and resonators
//
// **One idea:** some neurons ask how much input arrives at once, others whether it arrives in time with their own rhythm.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | tell an integrator from a resonator with two pulses | 16.1 Two pulses | 15 |
// | make a neuron fire with the help of inhibition | 16.2 A train, and a push the wrong way | 18 |
// | measure, compute and read an impedance | 16.3 One sweep through all frequencies | 25 |
// | say which rules of thumb hold, and where they fail | 16.4 Where the rules of thumb fail | 25 |
// | describe three kinds of threshold | 16.5 Thresholds: sharp, absent, and round | 25 |
//
// **Prerequisites:** [5. Bifurcations](05-bifurcations.ipynb), [11. Sodium and potassium](11-persistent-sodium-potassium.ipynb), [15. Classes of excitability](15-classes-of-excitability.ipynb).
// About 108 min with exercises. All traces are simulated; nothing here is measured data.

// %%
import { check, doublet, doubletSweep, equilibria, explore, hodgkinHuxley, impedance, integratorAndResonator, limitCycles, nullclines, persistentSodiumPotassium, plot, predict, pulses, resonance, setup, show, simulate, step, student, sum, variant, zap, zapResponse } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 16.1 Two pulses (15 min)
//
// You push a child on a swing. A weak push does little, and so does a second one at the wrong moment. Pushed once in each period, the swing goes high. Now fill a leaky bucket with a cup. Here only one thing counts: the second cup must come before
// the first has leaked away.
//
// Some neurons are buckets and some are swings. We take one of each, both from the model $I_{\mathrm{Na,p}}+I_{\mathrm{K}}$, both at rest. The first rests close to a saddle-node, at $I = 4$ µA/cm². The second rests close to a subcritical Andronov-Hopf
// bifurcation, at $I = 42$ µA/cm².

// %%
const integrator = persistentSodiumPotassium.preset("saddle-node on invariant circle").with({ I: 4 });
const resonator = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 42 });
for (const model of [integrator, resonator]) {
  const rest = equilibria(model)[0];
  const eigenvalues = rest.eigenvalues.map(({ re, im }) =>
    im === 0 ? re.toFixed(3) : `${re.toFixed(3)} ${im > 0 ? "+" : "−"} ${Math.abs(im).toFixed(3)}i`);
  console.log(`${rest.kind} at ${rest.state.V.toFixed(2)} mV, eigenvalues ${eigenvalues.join(" and ")} per ms`);
}

// %% [markdown]
// One comes straight back to rest, the other spirals in at 2.186{= Math.abs(equilibria(resonator)[0].eigenvalues[0].im)} rad/ms: one turn takes 2π/2.186{= Math.abs(equilibria(resonator)[0].eigenvalues[0].im)} = 2.87{= 2 * Math.PI / Math.abs(equilibria(resonator)[0].eigenvalues[0].im)} ms.
//
// **Before you run the cell:** each neuron gets two pulses of 0.2 ms, each too weak alone. The second comes 0.3, 1.4 or 2.8 ms after the first. Which of the six pairs cause a spike?

// %% [predict 16.1]
const gaps = [0.3, 1.4, 2.8];
const homes = [integrator, resonator].map((model) => equilibria(model)[0].state);
const twoOf = (size: number) => gaps.map((gap) => doublet(size, { from: 3, interval: gap, width: 0.2 }));
const bucket = twoOf(9.5).map((pair) => simulate(integrator, { duration: 20, initial: homes[0], stimulus: pair }));
const swing = twoOf(22).map((pair) => simulate(resonator, { duration: 20, initial: homes[1], stimulus: pair }));
// ✎ your prediction: how many of the six
predict("16.1", NaN, () => {
  show(plot.trace({ "0.3 ms": bucket[0], "1.4 ms": bucket[1], "2.8 ms": bucket[2] }, { title: "integrator, 9.5 µA/cm²" }));
  show(plot.trace({ "0.3 ms": swing[0], "1.4 ms": swing[1], "2.8 ms": swing[2] }, { title: "resonator, 22 µA/cm²" }));
});

// %% [explain 16.1]
// Three{= [...bucket, ...swing].filter((run) => run.spikes.length > 0).length} of them. At 0.3 ms both fire: two pulses that come nearly together act as one strong one, in a bucket and on a swing alike. At 1.4 ms neither fires. The **integrator** has lost too much of the first pulse. In the **resonator** the second pulse meets the state on its way down
// and undoes the work of the first. At 2.8 ms the resonator fires again. The first pulse has sent the state around the focus once, and the second meets it on the way up.
//
// So both are *coincidence detectors*: they report inputs that arrive together. Here the integrator's window is the wider one: it fires at gaps up to 1.1{= edge(integrator, 9.5, 0.3, 1.4)} ms, the resonator up to 0.36{= edge(resonator, 22, 0.3, 1.4)} ms. What only the resonator has is a second window, from 2.5{= edge(resonator, 22, 2.8, 1.4)} to 3.2{= edge(resonator, 22, 2.8, 4)} ms: it also detects a *distance in time*.

// %% [markdown]
// The next figure gives both neurons two pulses at once, each 0.7{= control("strength").initial} of what a single pulse would need. (Here the resonator rests at $I = 40{= ofTheFigure().I}$ µA/cm², and a pulse lasts 0.5{= ofTheFigure().width} ms.) **Before you move the interval from 1{= control("interval").range[0]} to 12{= control("interval").range[1]} ms:** over which stretch will the integrator fire, and over which the resonator? Is there a stretch in which neither does?

// %% [predict 16.2]
// ✎ your prediction: is there a stretch in which neither fires, "yes" or "no"
predict("16.2", "", () => {
  integratorAndResonator();
});

// %% [explain 16.2]
// The integrator fires at every interval up to 2.8{= windows(0, 0.7)[1]} ms, and never after that. The resonator fires from 2.5{= windows(1, 0.7)[0]} to 3.4{= windows(1, 0.7)[1]} ms, around one turn of its spiral, and once more from 5.7{= windows(1, 0.7)[2]} to 6.2{= windows(1, 0.7)[3]} ms, around two. In between neither fires. Raise the strength to 0.9: the resonator's windows widen, and there are four{= windows(1, 0.9).length / 2} of them, one for each turn.

// %% [markdown]
// **Before you run the cell:** instead of a yes or no, ask for the least strength at which a pair makes a spike. Sketch this strength against the interval, for both neurons.

// %% [predict 16.3]
const intervals = Float64Array.from({ length: 30 }, (_, i) => 0.2 + 0.2 * i);
const sweeps = [integrator, resonator].map((model) => doubletSweep(model, intervals, { width: 0.2 }));
const lines = sweeps.map((sweep) => ({ x: intervals, y: sweep.threshold, style: "points and line" } as const));
const axes = { x: ["interval", "ms"], y: ["least strength of the pair", "uA/cm^2"] } as const;
// ✎ your prediction: the resonator's curve, "it climbs", "it has valleys" or "it is level"
predict("16.3", "", () => {
  show(plot.curves({ "integrator": lines[0], "resonator": lines[1] }, axes));
  console.log(`one pulse alone: ${sweeps.map((sweep) => sweep.single.toFixed(1)).join(" and ")} uA/cm^2`);
});

// %% [explain 16.3]
// The integrator's curve climbs from 8.3{= closest(integrator)} towards 16.35{= single(integrator)} µA/cm², which is what a single pulse needs. The resonator's begins low too, at 19.2{= closest(resonator)} µA/cm², and then has valleys close to one period and close to two. The second valley is shallower, because the spiral has shrunk. Between them a pair is no better than one pulse.

// %% [markdown]
// **Exercise 16.1** (2 points). *Measure.* `variant("16.1")` puts the resonator at another input, and its potassium channels follow at another pace. At which interval between 1 and 5 ms is a pair of pulses of 0.2 ms most effective, and how strong must each of the two be then, at least? Give the interval in ms, to within 0.15, and the strength in µA/cm², to within 3 %.

// %%
const mine = variant("16.1");
const yours = resonator.with({ I: mine.I, tau: mine.tau });
console.log(`your input: I = ${mine.I} uA/cm^2; tau = ${mine.tau} ms`);

// %% [exercise 16.1]
// BEGIN SOLUTION
const sweepOfYours = doubletSweep(yours, Float64Array.from({ length: 41 }, (_, i) => 1 + 0.1 * i), { width: 0.2 });
const bestPair = { interval: sweepOfYours.preferred, strength: Math.min(...sweepOfYours.threshold) };
// STUB
// const bestPair = { interval: NaN, strength: NaN }; // ms, uA/cm^2
// END SOLUTION

// %% [check 16.1]
check("16.1", bestPair);

// %%
const pair = (size: number) => doublet(size || 1, { from: 3, interval: bestPair.interval || 1.5, width: 0.2 });
const rests = equilibria(yours)[0].state;
const [tooWeak, enough] = [0.95, 1.05].map((part) => simulate(yours,
  { duration: 20, initial: rests, stimulus: pair(part * bestPair.strength) }));
show(plot.trace({ "5 % less": tooWeak, "5 % more": enough }));

// %% [solution 16.1]
// For the interval you need not simulate at all: the period of the spiral, $2\pi/\mathrm{Im}\,\lambda$, is right to within 0.1{> turnIsOff()} ms. `resonance(yours).natural` gives it as a frequency in Hz. The best interval is a little shorter, because a large swing is no longer quite linear. A pair with a little less than your strength fails, one with a little more fires.

// %% [markdown]
// ## 16.2 A train, and a push the wrong way (18 min)
//
// **Before you run the cell:** three pulses of 17 µA/cm², less than half of what one alone would need. They come every 1.4, 2.8 or 4.2 ms. Which train fires the resonator?

// %% [predict 16.4]
const periods = [1.4, 2.8, 4.2];
const threes = periods.map((period) => pulses(17, { width: 0.2, period: period, from: 3, count: 3 }));
const trains = threes.map((three) => simulate(resonator, { duration: 24, initial: homes[1], stimulus: three }));
// ✎ your prediction: "every 1.4 ms", "every 2.8 ms" or "every 4.2 ms"
predict("16.4", "", () => {
  trains.forEach((run, i) => show(plot.trace(run, { title: `every ${periods[i]} ms`, panels: ["V", "input"], height: 270 })));
});

// %% [explain 16.4]
// Only the middle one. The slower train fails, and so does the faster one, which brings the same charge in less time. An integrator would answer best to the fastest. A resonator is tuned. Of many inputs on one fibre, it picks out those that come in its own rhythm.

// %% [markdown]
// **Before you run the cell:** the resonator gets two pulses 1.4 ms apart, each of 25 µA/cm² in size. There are four ways to choose the signs. Which one fires?

// %% [predict 16.5]
const signs = [[1, 1], [-1, 1], [1, -1], [-1, -1]];
const push = (sign: number, at: number) => pulses(25 * sign, { width: 0.2, at: [at] });
const pairs = signs.map((s) => sum(push(s[0], 3), push(s[1], 4.4)));
const answers = pairs.map((stimulus) => simulate(resonator, { duration: 16, initial: homes[1], stimulus: stimulus }));
// ✎ your prediction: "+ +", "- +", "+ -" or "- -"
predict("16.5", "", () => {
  show(plot.trace({ "+ +": answers[0], "- +": answers[1], "+ -": answers[2], "- -": answers[3] }, { panels: ["V"] }));
});

// %% [explain 16.5]
// Only the one that begins with inhibition. That pulse throws the state to the left of the focus. Half a period later the state is on its way back and swings past rest, and there the excitatory pulse adds to it. For a resonator, inhibition at the right moment *helps*.

// %% [markdown]
// **Exercise 16.2** (2 points). *Measure.* How much does it help? First comes an inhibitory pulse of the `size` of `variant("16.2")`, then, 1.4 ms later, an excitatory one. How strong must the second be, at least, so that the resonator fires? Give it in µA/cm², to within 1 %. Alone it would need 35.5{= leastAfter(0)} µA/cm².

// %%
const { size } = variant("16.2");
console.log(`your inhibitory pulse: ${size} uA/cm^2 downward, from 3 ms on`);
const helped = (A: number) => sum(pulses(-size, { width: 0.2, at: [3] }), pulses(A, { width: 0.2, at: [4.4] }));

// %% [exercise 16.2]
// BEGIN SOLUTION
const firesWith = (A: number): boolean =>
  simulate(resonator, { duration: 16, initial: homes[1], stimulus: helped(A) }).spikes.length > 0;
const bracket = [0, 40]; // too little, enough
for (let k = 0; k < 12; k++) {
  const middle = (bracket[0] + bracket[1]) / 2;
  bracket[firesWith(middle) ? 1 : 0] = middle;
}
const leastPush = bracket[1];
// STUB
// const leastPush = NaN; // uA/cm^2
// END SOLUTION

// %% [check 16.2]
check("16.2", leastPush);

// %%
const withPush = (part: number) => simulate(resonator, { duration: 16, initial: homes[1], stimulus: helped((part * leastPush) || 0) });
show(plot.trace({ "2 % less": withPush(0.98), "2 % more": withPush(1.02) }, { panels: ["V", "input"] }));

// %% [solution 16.2]
// After 10 µA/cm² downward 27.2{= leastAfter(10)} µA/cm² are enough, after 30 only 14.7{= leastAfter(30)}. The integrator gains nothing. After 30 µA/cm² downward it needs 23.1{= leastAfter(30, integrator)} µA/cm², where 16.35{= single(integrator)} would have done: the hyperpolarisation has only put it farther from its threshold.

// %% [markdown]
// ## 16.3 One sweep through all frequencies (25 min)
//
// Pulses test one interval at a time. A small sine whose frequency climbs steadily tests them all in one run. Physiologists call it a **ZAP**. It must stay so weak that the neuron never fires.
//
// **Before you run the cell:** from 20 to 800 Hz in 200 ms. How does the envelope of the voltage look, for each of the two?

// %% [predict 16.6]
const chirps = [0.4, 0.15].map((size) => zap(size, { low: 20, high: 800, duration: 200 }));
const slowSweeps = [integrator, resonator].map((model, i) => simulate(model, { duration: 200, initial: homes[i], stimulus: chirps[i] }));
// ✎ your prediction: the resonator's, "it falls all the way", "it swells at one frequency"
// or "it stays level"
predict("16.6", "", () => {
  show(plot.trace(slowSweeps[0], { title: "integrator, 0.4 µA/cm²", panels: ["V", "input"], height: 260 }));
  show(plot.trace(slowSweeps[1], { title: "resonator, 0.15 µA/cm²", panels: ["V"], height: 200 }));
});

// %% [explain 16.6]
// The integrator answers best at the beginning and less and less after that. The resonator hardly moves at first, swells near one frequency, and falls silent again. (The live figure of Section 16.1 does the same when you choose *ZAP* there: move the highest frequency, and watch where the swell goes.)

// %% [markdown]
// Divide the swing of the voltage by that of the current, and you have the **impedance** $|Z|$ at that frequency: mV per µA/cm², which is kΩ·cm². For a small input it follows from the Jacobian at rest, with no simulation at all, and `impedance` does that. (For readers at home with matrices: it is the size of the first entry of
// $(i\omega - J)^{-1}(1/C, 0)^{\mathsf T}$ with $\omega = 2\pi f$.)

// %%
const frequencies = Float64Array.from({ length: 200 }, (_, i) => 4 * i);
const measured = [integrator, resonator].map((model) => zapResponse(model, { low: 20, high: 800, duration: 2000 }));
const exact = [integrator, resonator].map((model) => impedance(model, frequencies));
const computed = exact.map((Z) => ({ x: frequencies, y: Z.magnitude }));
const swept = measured.map((Z) => ({ x: Z.frequency, y: Z.magnitude, style: "dotted" } as const));
show(plot.curves({
  "integrator": computed[0], "integrator, ZAP": swept[0], "resonator": computed[1], "resonator, ZAP": swept[1],
}, { x: ["frequency", "Hz"], y: ["|Z|", "kohm*cm^2"] }));
console.log(`peak at ${resonance(resonator).frequency.toFixed(1)} Hz, Q = ${resonance(resonator).quality.toFixed(1)}`);

// %% [markdown]
// Sweep and formula agree. On the far left the sweep has just begun, and the resonator still rings from its start. At the peak the sweep of 2 s is a little late: the swing needs time to build up. The resonator has its peak at 348{= resonance(resonator).frequency} Hz, where it answers 20.9{= resonance(resonator).quality} times as strongly as to a steady current. This ratio is the **quality** $Q$. The integrator has no peak: its
// maximum lies at 0 Hz. A neuron like that is a *low-pass filter*.
//
// How does a membrane become a filter? Take the simplest one: a capacitance $C$, a conductance $g$ and nothing else, $C\dot V + gV = I$. Let the voltage swing as $V = \sin \omega t$. Then the leak needs the current $g\sin\omega t$, and the capacitance $C\omega\cos\omega t$: the derivative of a sine is a cosine, and
// fast swings have steep slopes. The two currents are a quarter of a cycle apart. So their sizes, $g$ and $\omega C$, add up like the two short sides of a right triangle, and the long side is the size of the current that makes a swing of 1 mV.
//
// **Exercise 16.3** (3 points). Write $|Z|$ of this passive membrane, the swing of the voltage over that of the current, in kΩ·cm². `f` is the frequency in Hz, `g` is in mS/cm² and `C` in µF/cm². *Mind the units: with µF and mS, time is in ms.*

// %% [exercise 16.3]
const passive = (f: number, g: number, C: number): number => {
  // BEGIN SOLUTION
  const omega = (2 * Math.PI * f) / 1000; // rad/ms
  return 1 / Math.hypot(g, omega * C);
  // STUB
  // return NaN; // kohm*cm^2
  // END SOLUTION
};

// %% [check 16.3]
check("16.3", passive);

// %%
const slope = 1 / exact[0].magnitude[0]; // conductance of the integrator for a steady current, mS/cm^2
const leaky = { frequency: frequencies, magnitude: frequencies.map((f) => passive(f, slope, 1)) };
show(plot.spectrum({ "integrator": exact[0], "passive membrane, yours": leaky }));

// %% [solution 16.3]
// A swing of 1 mV takes a current of size $\sqrt{g^2 + (\omega C)^2}$, the long side of the triangle, so $|Z|$ is one over that. At low frequencies $|Z| = 1/g$, at high ones $1/(\omega C)$. (With complex numbers: $Z = 1/(g + i\omega C)$.)

// %% [markdown]
// The two curves almost coincide. To a small input, this integrator *is* a leaky capacitor: its potassium channels are shut at rest and too slow to make themselves felt. This resonator has 23{= 100 * homes[1].n} % of them open at rest, and they push back, with a delay. They suppress the slow
// inputs, the capacitance suppresses the fast ones, and in between there remains a peak.
//
// **Exercise 16.4** (2 points). *Measure.* `variant("16.4")` gives a steady input at which the Hodgkin-Huxley axon rests. At which frequency, in Hz, is its answer to a small sine largest? Be exact to 0.3 Hz.

// %%
const axon = hodgkinHuxley.with({ I: variant("16.4").I });
console.log(`your input: I = ${axon.parameters.I} uA/cm^2`);

// %% [exercise 16.4]
// BEGIN SOLUTION
const best = resonance(axon).frequency;
// STUB
// const best = NaN; // Hz
// END SOLUTION

// %% [check 16.4]
check("16.4", best);

// %%
show(plot.spectrum(impedance(axon, Float64Array.from({ length: 151 }, (_, i) => i))));

// %% [solution 16.4]
// `resonance(axon).frequency` finds the maximum of $|Z|$. `resonance(axon).natural` is another number: the frequency at which the voltage rings when it is left alone. The weaker the damping, the closer they are.

// %% [markdown]
// ## 16.4 Where the rules of thumb fail (25 min)
//
// A spiral has a period, so a focus should have a favourite frequency. You will find this in good books, as a rule of thumb. Test it on two neurons:
//
// - the integrator's own set of parameters, with $I = 3$ µA/cm² instead of 4;
// - the set called supercritical, with a slow gate ($\tau = 8$ ms) and $I = -10$ µA/cm².
//
// **Before you run the cell:** the first rests at a focus, the second at a node. Which of the two will have a peak in its impedance?

// %% [predict 16.7]
const spiral = integrator.with({ I: 3 });
const straight = persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I: -10, tau: 8 });
// ✎ your prediction: "the focus", "the node", "both" or "neither"
predict("16.7", "", () => {
  for (const model of [spiral, straight]) {
    const found = resonance(model);
    const answer = found.resonates ? `resonates at ${found.frequency.toFixed(1)} Hz, Q = ${found.quality.toFixed(2)}` : "does not resonate";
    console.log(`${found.rest.kind}: ${answer}`);
  }
  show(plot.spectrum({ "focus": impedance(spiral, frequencies), "node": impedance(straight, frequencies) }));
});

// %% [explain 16.7]
// The node, of all things. Look at the first neuron's eigenvalues, −1.007{= equilibria(spiral)[0].eigenvalues[0].re} ± 0.149{= Math.abs(equilibria(spiral)[0].eigenvalues[0].im)}*i* per ms. A turn of its spiral would take 42{= 2 * Math.PI / Math.abs(equilibria(spiral)[0].eigenvalues[0].im)} ms. Within 1 ms, though, the state is 63{= 100 * (1 - Math.exp(equilibria(spiral)[0].eigenvalues[0].re))} % of the way home. The spiral is there for the mathematician; no voltage trace will ever show it.

// %% [markdown]
// Left alone, the second neuron does not ring: it passes rest once at most. Yet its slow potassium current has 8 ms to act against slow inputs, and the peak at 76.2{= resonance(straight).frequency} Hz is what remains.
//
// So there are two questions, and each has its own answer.
//
// | question | look at |
// |---|---|
// | Does it ring when left alone? | eigenvalues: complex or not, and how far a turn gets before it has died |
// | Does it prefer a frequency? | impedance: a maximum above 0 Hz or not |
//
// Close to an Andronov-Hopf bifurcation both answers are yes: the damping vanishes there, and the peak grows beyond all bounds. Close enough to a saddle-node both are no, at least with two variables: one eigenvalue goes to zero and the other stays real, and in the end a slow input wins.
//
// How close is close enough? Good books say that a neuron near a saddle-node is an integrator, and that only neurons near an Andronov-Hopf bifurcation fire a rebound spike. Here is one to test them on. Its potassium channels open early, $V_n = -31$ mV, and gently, $k_n = 7$ mV, and its leak pulls to −79.42 mV. It loses its rest in a
// saddle-node, at 4.421{= foldOf(exception)} µA/cm². By the rule, an integrator.
//
// **Before you run the cell:** at 4.38 µA/cm², only 0.04{= foldOf(exception) - 4.38} below its saddle-node, will it have a favourite frequency? And if the current is 2 µA/cm² weaker for 20 ms, will it fire when the current returns?

// %% [predict 16.8]
const exception = integrator.with({ EL: -79.42, Vn: -31, kn: 7, I: 4.38 });
const letGo = { duration: 80, initial: equilibria(exception)[0].state, stimulus: step(-2, 10, 30) };
// ✎ your prediction: "neither", "only a favourite frequency", "only a rebound spike" or "both"
predict("16.8", "", () => {
  for (const I of [3, 4, 4.38]) {
    const at = resonance(exception.with({ I: I }));
    console.log(`I = ${I}: ${at.rest.kind}, peak at ${at.frequency.toFixed(0)} Hz, Q = ${at.quality.toFixed(2)}`);
  }
  show(plot.trace(simulate(exception, letGo), { panels: ["V", "input"] }));
});

// %% [explain 16.8]
// It does both. It prefers 46{= resonance(exception).frequency} Hz, and after the inhibition it fires one{= rebounds(exception)} spike. Some of its potassium channels are open at rest, and that is what counts: they can be shut by inhibition, and they push back with a delay. The peak is gone only in the last 0.0004{= peakEnds(exception)} µA/cm² before the saddle-node. So the rule about saddle-nodes is true *in the limit*. How wide the limit is,
// each neuron decides for itself. (Nearer still, the spike would not be the last. From 4.385{= firesFrom(exception)} µA/cm² on a limit cycle is there beside rest, and the inhibition puts the neuron on it for good. So its saddle-node lies off the invariant circle: the neuron is class 2.)

// %% [markdown]
// The same holds for the third class of [15. Classes of excitability](15-classes-of-excitability.ipynb), whose rest is near no bifurcation at all: Prescott's neuron of class 3 prefers 117{= resonance(prescott.preset("class 3").with({ I: 60 })).frequency} Hz at 60 µA/cm², with $Q = 8.2{= resonance(prescott.preset("class 3").with({ I: 60 })).quality}$. Far from a bifurcation you must look.
//
// **Exercise 16.5** (1 point). *In your own words.* The exception of this section loses its rest in a saddle-node, and yet it prefers a frequency and fires after inhibition. What in this neuron makes it do so? And in what sense is the rule of the good books true all the same? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 16.5]
// BEGIN SOLUTION
const whyAnException = "Some of its potassium channels are open at rest. Inhibition shuts them, and they open again only with a delay. So they push back against slow changes, which makes a favourite frequency, and they are missing when inhibition ends, which makes a rebound. The rule is true in the limit: close enough to the saddle-node one eigenvalue goes to zero and slow inputs win. For this neuron that is closer than anybody could come.";
// STUB
// const whyAnException = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 16.5]
check("16.5", whyAnException);

// %% [solution 16.5]
// What pushes back with a delay is the potassium current, and it can be shut only where it is open at rest. That is a matter of voltages and not of the bifurcation. The bifurcation has its say in the limit, and here the limit is narrow: the last 0.0004{= peakEnds(exception)} µA/cm². Two more rules of thumb fail in this section: a focus need not prefer a frequency, as the first figure shows at $I = 3$ µA/cm²,
// and a neuron without a favourite one need not be class 1. With fast potassium channels, $\tau = 0.152{= persistentSodiumPotassium.preset("saddle-node off invariant circle").parameters.tau}$ ms, the integrator of this page is class 2: its saddle-node is off the invariant circle.

// %% [markdown]
// **Exercise 16.6** (3 points). *Investigate.* The resonator with no input at all, $I = 0$, is a focus that does not resonate. `variant("16.6")` changes its $\tau$. Find the **smallest** input from which on it resonates, in µA/cm², to within 0.1.

// %%
const changed = resonator.with({ tau: variant("16.6").tau });
console.log(`your neuron: tau = ${changed.parameters.tau} ms`);

// %% [exercise 16.6]
// BEGIN SOLUTION
let below = 0;
let above = 40;
while (above - below > 0.01) {
  const middle = (below + above) / 2;
  if (resonance(changed.with({ I: middle })).resonates) above = middle;
  else below = middle;
}
const onset = above;
// STUB
// const onset = NaN; // uA/cm^2
// END SOLUTION

// %% [check 16.6]
check("16.6", onset);

// %%
const around = [-3, 0, 3].map((d) => impedance(changed.with({ I: (onset || 3) + d }), frequencies));
show(plot.spectrum({ "3 less": around[0], "your onset": around[1], "3 more": around[2] }));

// %% [solution 16.6]
// At the onset the curve is flat at 0 Hz; above it, the peak moves out to higher frequencies and grows. For this model there is a short rule: it resonates when $1/\lambda_1^2 + 1/\lambda_2^2 < \tau^2$. Nothing in it asks whether the eigenvalues are complex.

// %% [markdown]
// Now let the swing of the voltage grow until it fires. The figure opens at $I = 30$ µA/cm² with a ZAP of 3 µA/cm², from 20 to 800 Hz. Open *impedance* below it. **Before you move** $I$ up to 42 µA/cm²: what will the peak of $|Z|$ do, and where along the sweep will the first spike come?

// %% [predict 16.9]
const calmer = resonator.with({ I: 30 });
const sweep = zap(3, { low: 20, high: 800, duration: 200 });
// ✎ your prediction: "it grows and narrows", "it shrinks" or "it stays"
predict("16.9", "", () => {
  explore(calmer, { stimulus: sweep, duration: 200, sliders: ["I", "tau"], initial: equilibria(calmer)[0].state });
});

// %% [explain 16.9]
// The peak grows, becomes narrower and moves from 282{= resonance(calmer).frequency} to 348{= resonance(calmer.with({ I: 42 })).frequency} Hz. At 40 µA/cm² the neuron fires two{= passedAt(calmer.with({ I: 40 }), sweep).length} times, as the sweep passes 338{= passedAt(calmer.with({ I: 40 }), sweep)[0]} and 361{= passedAt(calmer.with({ I: 40 }), sweep)[1]} Hz, and never before or after. A larger current at another frequency may leave it silent.

// %% [markdown]
// ## 16.5 Thresholds: sharp, absent, and round (25 min)
//
// A threshold is what divides "spike" from "no spike". Three neurons, one pulse of 0.2 ms each: the integrator, a neuron near a *supercritical* Andronov-Hopf bifurcation ($I = 14$ µA/cm²), and one near a *subcritical* one ($I = 45$ µA/cm²).
//
// **Before you run the cell:** draw the height of the voltage peak against the strength of the pulse. For which of them is there a jump?

// %% [predict 16.10]
const gentle = persistentSodiumPotassium.preset("supercritical Andronov-Hopf").with({ I: 14 });
const bistable = resonator.with({ I: 45 });
const strengths = Float64Array.from({ length: 70 }, (_, i) => i + 1);
const peaks = [integrator, gentle, bistable].map((model) => {
  const rest = equilibria(model)[0].state;
  const pushed = (A: number) => simulate(model, { duration: 20, initial: rest, stimulus: pulses(A, { width: 0.2, at: [1] }) });
  return { x: strengths, y: strengths.map((A) => Math.max(...pushed(A).states.V)) };
});
const names = { x: ["strength of the pulse", "uA/cm^2"], y: ["highest V", "mV"] } as const;
// ✎ your prediction: for how many of the three
predict("16.10", NaN, () => {
  show(plot.curves({ "saddle-node": peaks[0], "supercritical": peaks[1], "subcritical": peaks[2] }, names));
});

// %% [explain 16.10]
// For two{= peaks.filter(({ y }) => y.some((height, k) => height - y[k - 1] > 20)).length} of them.
//
// - **Saddle-node: sharp.** Below 16.35{= single(integrator)} µA/cm² the voltage stays under −59{> peakOf(integrator, 16.349)} mV, above it every spike reaches 9.3{= peakOf(integrator, 16.35)} mV or slightly more. A saddle stands between rest and spike, and its stable manifold is the threshold: a *curve* in the plane, not a voltage.
// - **Supercritical: absent.** Every height occurs. There is no saddle and no unstable cycle, so nothing divides the plane. The rise is steepest from 49{= steepest(peaks[1])} to 50{= steepest(peaks[1]) + 1} µA/cm², where the height climbs from −25{= peaks[1].y[48]} to −14{= peaks[1].y[49]} mV, but it has no gap.
// - **Subcritical: a jump** at 32.2{= jumpAt(bistable)} µA/cm², from −39{= peakOf(bistable, 32.1)} to −4{= peakOf(bistable, 32.3)} mV. There is no saddle here either. What is the wall?

// %% [markdown]
// **Exercise 16.7** (2 points). *Measure.* Make half a spike: `variant("16.7")` names a voltage. Find the strength of a pulse of 0.2 ms after which the `gentle` neuron's voltage peaks just there. Give it in µA/cm², to within 0.1.

// %%
const target = variant("16.7").peak;
const calm = equilibria(gentle)[0].state;
const pushed = (A: number) => simulate(gentle, { duration: 20, initial: calm, stimulus: pulses(A, { width: 0.2, at: [1] }) });
const height = (A: number): number => Math.max(...pushed(A).states.V);
console.log(`your peak: ${target} mV; a pulse of 40 uA/cm^2 reaches ${height(40).toFixed(1)} mV, one of 60 ${height(60).toFixed(1)} mV`);

// %% [exercise 16.7]
// BEGIN SOLUTION
let weak = 40;
let strong = 60;
while (strong - weak > 0.01) {
  if (height((weak + strong) / 2) > target) strong = (weak + strong) / 2;
  else weak = (weak + strong) / 2;
}
const half = strong;
// STUB
// const half = NaN; // uA/cm^2
// END SOLUTION

// %% [check 16.7]
check("16.7", half);

// %%
const tries = [40, half || 0, 60].map(pushed);
show(plot.trace({ "40 µA/cm²": tries[0], "yours": tries[1], "60 µA/cm²": tries[2] }, { panels: ["V"] }));

// %% [solution 16.7]
// Halving works because the height rises with the strength. With the integrator you could halve for ever: no pulse ends between −50{> peakOf(integrator, 16.349)} and 0{< peakOf(integrator, 16.35)} mV, if the run is long enough for the spike. "All or none" is a property of the saddle, not of neurons as such.

// %% [markdown]
// Now the wall of the third neuron. **Before you run the cell:** at $I = 45$ µA/cm² both rest and firing are stable. In the plane, what lies between a stable focus inside and a stable limit cycle outside?

// %% [predict 16.11]
const region = { V: [-75, 15], n: [0, 1] } as const;
const rings = limitCycles(bistable);
const plane = { model: bistable, window: region, equilibria: equilibria(bistable), cycles: rings };
// ✎ your prediction: "a saddle", "an unstable cycle" or "nothing"
predict("16.11", "", () => {
  show(plot.phasePlane({ ...plane, nullclines: nullclines(bistable, region) }));
});

// %% [explain 16.11]
// An **unstable limit cycle**, dashed. It is the edge of the basin of rest. This small cycle belongs to the *subcritical* bifurcation: as $I$ grows it shrinks, closes around rest at 48.902{= ringsAt(1)} µA/cm², and takes its stability away. At the other end, at 42.232{= ringsAt(0)} µA/cm², it meets the stable
// cycle in a fold and both vanish. The small cycle of a *supercritical* bifurcation is stable, and bounds nothing.

// %% [markdown]
// A threshold that goes all the way round has odd consequences:
//
// - Rest can be left in **any direction**. An excitatory push fires the neuron, and so does an inhibitory one of the right size.
// - To be at −45 mV says nothing about a spike to come. It depends on where on the spiral the state is, that is, on $n$. In a voltage trace such a threshold looks *fuzzy*.
// - A push can also bring the state back **in**, and so stop the firing.
//
// **Exercise 16.8** (3 points). *Investigate.* The bistable neuron fires for ever after the start below. Silence it with **one** pulse of 0.2 ms, not stronger than 40 µA/cm², that begins within 7 ms from the time of `variant("16.8")` on. Hand in `{ at, amplitude }` in ms and µA/cm². Both signs are allowed.

// %%
const start = { V: -20, n: 0.1 };
const { from } = variant("16.8");
console.log(`your pulse begins between ${from} and ${from + 7} ms`);
const unstopped = simulate(bistable, { duration: from + 20, initial: start });
show(plot.trace(unstopped, { panels: ["V", "n"] }));

// %% [exercise 16.8]
// BEGIN SOLUTION
const silent = (at: number) => simulate(bistable, { duration: at + 80, initial: start,
  stimulus: pulses(35, { width: 0.2, at: [at] }) }).spikes.every((t) => t < at + 20);
const moments = Array.from({ length: 36 }, (_, k) => from + 0.2 * k);
const stop = { at: moments.find(silent) ?? NaN, amplitude: 35 };
// STUB
// const stop = { at: NaN, amplitude: NaN }; // ms, uA/cm^2
// END SOLUTION

// %% [check 16.8]
check("16.8", stop);

// %%
const at = stop.at || from; // ms
const push02 = (t: number) => pulses(stop.amplitude || 0, { width: 0.2, at: [t] });
const stopped = simulate(bistable, { duration: at + 40, initial: start, stimulus: push02(at) });
const afterwards = simulate(bistable, { duration: 30, initial: stopped.at(at), stimulus: push02(0) });
show(plot.trace(stopped, { panels: ["V", "input"] }));
show(plot.phasePlane({ ...plane, trajectories: [afterwards] }));

// %% [solution 16.8]
// An excitatory pulse works between two spikes, where the orbit passes to the left of the small cycle: from there a push to the right lands inside. An inhibitory one works 1.5{= silencedFrom(-35) - silencedFrom(35)} ms later, when the state has come round to the other side. Guttman, Lewis and Rinzel stopped a squid axon this way in 1980.

// %% [markdown]
// ## What this picture cannot do
//
// - Impedance describes *small* inputs about *one* rest. Near a spike the neuron is not linear, and at another resting potential it is another filter.
// - These neurons ring at 220{~ ringing(30, 1.68)} to 400{~ ringing(36, 0.6)} Hz, because the model's time constants were chosen for clear pictures. In most cells of the guinea pig's cortex the peak lay at 3{@ Gutfreund, Yarom and Segev 1995} Hz near rest and moved to 15{@ Gutfreund, Yarom and Segev 1995} Hz as they were depolarised, and a slower potassium current than this one was enough to make it.
// - In noise, both kinds fire all the time. What is left of the difference is a preference, not a rule.
// - The same cell can be an integrator at one input and a resonator at another. The name belongs to a state, not to a cell.
//
// ## Summary
//
// - Integrator: prefers inputs that come together; $|Z|$ is largest at 0 Hz. Close enough to a saddle-node every neuron is one.
// - Resonator: answers to inputs that come together, and to one interval and one frequency besides; $|Z|$ has a peak above 0 Hz. Close enough to an Andronov-Hopf bifurcation of either kind every neuron is one.
// - Further away these are rules of thumb: a neuron 0.04{= foldOf(exception) - 4.38} µA/cm² below its saddle-node may still prefer 46{= resonance(exception).frequency} Hz, and rebound.
// - Example resonator ($I = 42$ µA/cm²): period of the spiral 2.87{= 2 * Math.PI / Math.abs(equilibria(resonator)[0].eigenvalues[0].im)} ms, peak at 348{= resonance(resonator).frequency} Hz, $Q$ = 20.9{= resonance(resonator).quality}. Inhibition half a period ahead helps.
// - Passive membrane: $|Z| = 1/\sqrt{g^2 + (\omega C)^2}$.
// - A focus need not resonate (SNIC set, $I = 3$ µA/cm²: λ = −1.007{= equilibria(spiral)[0].eigenvalues[0].re} ± 0.149{= Math.abs(equilibria(spiral)[0].eigenvalues[0].im)}*i* per ms). A node may.
// - Class says how rest is lost; resonance says what rest does with small inputs. Every combination that was tried here exists, and [13. The simple model](13-the-simple-model.ipynb) has a resonator of class 1. There is one limit: by the time such a neuron loses its rest it has become an integrator.
// - Thresholds: a saddle's stable manifold (sharp), none (supercritical), an unstable cycle around rest (subcritical; here from 42.232{= ringsAt(0)} to 48.902{= ringsAt(1)} µA/cm²).
//
// ## References
//
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 7: integrators, resonators, thresholds; the rules of thumb that Section 16.4 tests.
// - B. Hutcheon, Y. Yarom (2000) *Trends Neurosci.* 23:216: why neurons resonate, ZAP and impedance in real cells.
// - Y. Gutfreund, Y. Yarom, I. Segev (1995) *J. Physiol.* 483:621: resonance in cells of the cortex, and the slow potassium current behind it.
// - E. Puil, B. Gimbarzevsky, R. M. Miura (1986) *J. Neurophysiol.* 55:995: the ZAP method.
// - M. J. E. Richardson, N. Brunel, V. Hakim (2003) *J. Neurophysiol.* 89:2538: resonance with and without damped oscillation.
// - R. Guttman, S. Lewis, J. Rinzel (1980) *J. Physiol.* 305:377: an axon switched on and off by brief pulses.
