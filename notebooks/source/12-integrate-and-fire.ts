// %% [markdown]
// # 12. Integrate and fire
//
// **One idea:** if all spikes look alike, do not simulate the spike: simulate the way to it, and mark the time.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | write a leaky integrate-and-fire neuron and predict its rate by hand | 12.1 Charge, fire, forget | 30 |
// | add a refractory period, and write the neuron as a loop of your own | 12.2 A pause after each spike | 22 |
// | say what a fixed threshold gets wrong, and repair it | 12.3 A spike that starts itself | 24 |
// | make one model adapt, burst and stutter | 12.4 A current that remembers | 24 |
// | decide when such a model is enough | 12.5 What is missing | 6 |
//
// **Prerequisites:** [3. Flows on a line](03-flows-on-a-line.ipynb); [4. The phase plane](04-the-phase-plane.ipynb) for Section 12.4.
// About 106 min with exercises. All traces are simulated; nothing here is measured data.

// %%
import { adaptiveExponential, check, equations, explore, exponentialIntegrateAndFire, fiCurve, interspikeIntervals, leakyIntegrateAndFire, leakyIntegrateAndFireRate, nullclines, plot, predict, quadraticIntegrateAndFire, setup, show, simulate, step, student, variant, type Model } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 12.1 Charge, fire, forget (30 min)
//
// The Hodgkin-Huxley neuron spends four equations on a spike whose shape is always the same. Louis Lapicque, in 1907, knew nothing of channels
// and did without them: a membrane charges like a leaky capacitor, and at some voltage something happens. We write that down in two lines.

// %%
equations(leakyIntegrateAndFire);

// %% [markdown]
// The first line is the leaky membrane of [3. Flows on a line](03-flows-on-a-line.ipynb). The second is a rule, not an equation: on reaching $V_\mathrm{th}$ the neuron is
// *declared* to have spiked and the voltage is put back to $V_\mathrm{reset}$. This is the **leaky integrate-and-fire** neuron. Here it has
// $C = 100$ pF, $g_L = 10$ nS, $E_L = -75$ mV, $V_\mathrm{th} = -55$ mV, $V_\mathrm{reset} = -75$ mV, and a refractory period of 2 ms.
//
// **Before you run the cell:** the membrane needs 20 mV to reach threshold, through a leak of 10 nS. Which of these currents make it fire: 150, 199, 201, 250 pA?

// %% [predict 12.1]
const trial = (I: number) => simulate(leakyIntegrateAndFire, { duration: 200, stimulus: step(I, 10) });
const trials = [150, 199, 201, 250].map((I) => [`${I} pA`, trial(I)]);
// ✎ your prediction: "250 pA", "201 and 250 pA" or "all of them"
predict("12.1", "", () => {
  show(plot.trace(Object.fromEntries(trials)));
});

// %% [explain 12.1]
// Ohm's law decides. A steady current lifts the voltage towards $E_L + I/g_L$; it fires if that target lies above threshold. The weakest such current
// is the **rheobase**, $g_L(V_\mathrm{th} - E_L) = 200{= 10 * (-55 + 75)}$ pA. At 201 pA the target is just 0.1{= -75 + 201 / 10 + 55} mV above threshold, so the voltage creeps there.

// %% [markdown]
// **Before you move a slider:** which of $g_L$, $C$, $V_\mathrm{th}$ and $t_\mathrm{ref}$ move the rheobase, and which change only the rate? Type 190 pA into the box of $I$: this neuron is silent there. Which sliders can make it fire? (With the button
// "predict first" the figure waits for your guess.)

// %% [predict 12.2]
// ✎ your prediction: which can not make it fire at 190 pA, "gL", "C" or "Vth"
predict("12.2", "", () => {
  explore(leakyIntegrateAndFire, { sliders: ["I", "gL", "C", "Vth", "tRef"], story: [
    { say: "Type 190 into the box of I. It is silent.", until: { parameters: { I: [189, 191] }, spikes: [0, 0] } },
    { say: "Move gL, up and down. Is there a spike anywhere?", until: { parameters: { gL: [1, 9.4] } } },
    { say: "Put gL back to 10, and lower Vth to −60.", until: { parameters: { gL: [10, 10], Vth: [-60.5, -59.5] } } },
    { say: "Put Vth back to −55, and lower C to 40.", until: { parameters: { Vth: [-55, -55], C: [35, 45] } } },
    { say: "And tRef? Then set I to 250: what do C and tRef change there?" },
  ] });
});

// %% [explain 12.2]
// A smaller leak or a lower threshold makes it fire; no capacitance and no refractory period does. $C$ and $t_\mathrm{ref}$ say *when*, not *whether*: with twice the capacitance the same current gives about half as many spikes. (The button "f-I curve" shows both.)

// %% [markdown]
// Because the membrane is linear you can solve it. After a reset the distance to the target shrinks as $e^{-t/\tau}$ with $\tau = C/g_L = 10{= 100 / 10}$ ms, from
// $E_\infty - V_\mathrm{reset}$ to $E_\infty - V_\mathrm{th}$. So with $E_\infty = E_L + I/g_L$ the time between spikes is
//
// $$T = t_\mathrm{ref} + \tau\,\ln\frac{E_\infty - V_\mathrm{reset}}{E_\infty - V_\mathrm{th}},\qquad f = \frac{1}{T}.$$
//
// **Exercise 12.1** (2 points). What is the rheobase, in pA, of the neuron of `variant("12.1")`?

// %%
const mine = variant("12.1");
console.log(`your neuron: gL = ${mine.gL} nS, EL = ${mine.EL} mV, Vth = ${mine.Vth} mV`);

// %% [exercise 12.1]
// BEGIN SOLUTION
const weakest = mine.gL * (mine.Vth - mine.EL);
// STUB
// const weakest = NaN; // pA
// END SOLUTION

// %% [check 12.1]
check("12.1", weakest);

// %%
const yours = leakyIntegrateAndFire.with({ gL: mine.gL, EL: mine.EL, Vth: mine.Vth, Vreset: mine.EL });
const run = (I: number) => simulate(yours.with({ I: I || 0 }), { duration: 150 });
show(plot.trace({ "2 pA less": run(weakest - 2), "2 pA more": run(weakest + 2) }));

// %% [solution 12.1]
// The current through the leak at threshold, $g_L(V_\mathrm{th} - E_L)$, is what the input has to deliver for ever. Capacitance sets how long it takes, not whether.

// %% [markdown]
// **Exercise 12.2** (3 points). Write the firing rate in Hz for an input of `I` pA, for the neuron of this section. Below rheobase it is 0.

// %% [exercise 12.2]
const rate = (I: number): number => {
  // BEGIN SOLUTION
  const target = -75 + I / 10;
  if (target <= -55) return 0;
  return 1000 / (2 + 10 * Math.log((target + 75) / (target + 55)));
  // STUB
  // return NaN; // Hz
  // END SOLUTION
};

// %% [check 12.2]
check("12.2", rate);

// %%
const currents = Float64Array.from({ length: 41 }, (_, i) => 150 + 10 * i);
const simulated = { ...fiCurve(leakyIntegrateAndFire, currents), unit: "pA" };
const byHand = { current: currents, rate: currents.map(rate), unit: "pA" };
show(plot.fiCurve({ simulated: simulated, "your formula": byHand }));

// %% [solution 12.2]
// Mind the unit: $T$ is in ms, so the rate in Hz is $1000/T$. If your diamonds sit on the circles, formula and simulation agree. They agree to
// six{< sharedDigits(simulated.rate, byHand.rate)} digits, since the simulation stops each step exactly where the voltage meets the threshold. One diamond lies apart, at 200 pA, which is just the
// rheobase. There the way to threshold takes for ever, and your rate is 0. In the simulation a tiny error carries the voltage across, and it fires at 5.5{= simulated.rate[currents.indexOf(200)]} Hz.

// %% [markdown]
// Look at the curve where it leaves zero. It is vertical there: the rate goes as $-1/\ln(I - I_\mathrm{rheo})$. That makes the leaky
// integrate-and-fire neuron class 1 in principle, for it can fire arbitrarily slowly. In practice hardly any current is that close to rheobase:
// a tenth of a pA above it the neuron already fires at 13{= rate(200.1)} Hz.
//
// ## 12.2 A pause after each spike (22 min)
//
// For $t_\mathrm{ref}$ after a spike the voltage is held at $V_\mathrm{reset}$, whatever the input. That is an *absolute* refractory period, put in by hand.
//
// **Before you run the cell:** two neurons, one without and one with a pause of 10 ms. Where do their f-I curves differ most, at weak or at strong input?

// %% [predict 12.3]
const strong = Float64Array.from({ length: 40 }, (_, i) => 200 + 50 * i);
const p = leakyIntegrateAndFire.parameters;
const paused = (tRef: number) => strong.map((I) => leakyIntegrateAndFireRate({ ...p, tRef: tRef }, I));
const rates = (tRef: number) => ({ current: strong, rate: paused(tRef), unit: "pA" });
// ✎ your prediction: "at weak input" or "at strong input"
predict("12.3", "", () => {
  show(plot.fiCurve({ "no pause": rates(0), "10 ms": rates(10) }));
});

// %% [explain 12.3]
// At strong input. No interval can be shorter than 10 ms, so the rate can never exceed 100{= 1000 / 10} Hz. Near rheobase, where intervals are long, 10 ms more make little difference.

// %% [markdown]
// The whole neuron fits into a loop. A text that is otherwise good prints the model as $\tau\,\dot v = -v + R\,I$ with $v \leftarrow v_\mathrm{reset}$ if $v \ge v_\mathrm{threshold}$, and claims that it has a refractory period. In what is printed there is none: nothing holds the voltage after a spike. In your loop there will be.
//
// **Exercise 12.3** (4 points). *Build.* Write the leaky integrate-and-fire neuron of this notebook as a loop of Euler's steps. It gets the input `I` (pA), a `duration` and the step `dt` (ms), starts at −75 mV, and gives the list of its spike times in ms. In each step time goes on by `dt`. The voltage moves by $dt\,(I - 10\,(V + 75))/100$, unless the last spike was less than 2 ms ago: then it stays. When it has reached −55 mV, note the
// time and put it back to −75 mV.

// %% [exercise 12.3]
const spikeTimes = (I: number, duration: number, dt: number): number[] => {
  // BEGIN SOLUTION
  const spikes: number[] = [];
  let V = -75;
  for (let k = 1; k * dt <= duration; k++) {
    const t = k * dt;
    const last = spikes.length > 0 ? spikes[spikes.length - 1] : -100;
    if (t - last <= 2) continue;
    V += (dt * (I - 10 * (V + 75))) / 100;
    if (V >= -55) {
      spikes.push(t);
      V = -75;
    }
  }
  return spikes;
  // STUB
  // return []; // times in ms
  // END SOLUTION
};

// %% [check 12.3]
check("12.3", spikeTimes);

// %%
const ofSimulate = simulate(leakyIntegrateAndFire.with({ I: 250 }), { duration: 120 }).spikes;
show(plot.raster({ "simulate": ofSimulate, "yours, 0.01 ms": Float64Array.from(spikeTimes(250, 120, 0.01)),
  "yours, 1 ms": Float64Array.from(spikeTimes(250, 120, 1)) }));

// %% [solution 12.3]
// Ten lines, and a neuron. With steps of 0.01 ms the spikes agree with those of `simulate` to a fraction of a millisecond. With steps of 1 ms each spike comes late, as it must wait for the end of its step, and the errors add up.

// %% [markdown]
// ## 12.3 A spike that starts itself (24 min)
//
// A fixed threshold is a fiction: real membranes have no voltage at which they are cut off. What they have is a current that grows by itself once the
// voltage is high enough. Two models put exactly that, and nothing else, into the equation. The **quadratic** integrate-and-fire neuron uses
// a parabola, the shape of nearly every smooth curve at its lowest point.

// %%
equations(quadraticIntegrateAndFire);
const inputs = [0, 15.78, 30].map((I) => quadraticIntegrateAndFire.with({ I: I }));
show(plot.flow(inputs, { window: [-62, -30] }));

// %% [markdown]
// You know this picture: it is [3. Flows on a line](03-flows-on-a-line.ipynb) in miniature, rest and threshold, which meet at the rheobase and vanish. Above threshold the parabola
// carries the voltage to infinity in finite time. So the cut at $V_\mathrm{peak}$ is harmless: the voltage would be there within a fraction of a millisecond anyhow.
//
// The **exponential** integrate-and-fire neuron uses the rising foot of the sodium activation curve, which is nearly an exponential:

// %%
equations(exponentialIntegrateAndFire);

// %% [markdown]
// **Before you run the cell:** a leaky and an exponential neuron, each driven somewhat above its rheobase. How will the last milliseconds before the spike differ?

// %% [predict 12.4]
const leaky = leakyIntegrateAndFire.preset("EPFL").with({ I: 2400 });
const exponential = exponentialIntegrateAndFire.preset("EPFL").with({ I: 550 });
const [cutOff, takeOff] = [leaky, exponential].map((model) => simulate(model, { duration: 60 }));
// ✎ your prediction: the exponential one, "it is cut off" or "it takes off by itself"
predict("12.4", "", () => {
  show(plot.trace({ "leaky, 2400 pA": cutOff, "exponential, 550 pA": takeOff }, { panels: ["V"] }));
});

// %% [explain 12.4]
// The leaky neuron is cut off in mid-course, wherever the threshold happens to be; the exponential one slows down, hesitates, and then takes off by itself. The hesitation matters: it lets
// a current near rheobase fire the neuron slowly, in the square-root law of a saddle-node bifurcation
// ([5. Bifurcations](05-bifurcations.ipynb)), not in the steep logarithm of the leaky one.

// %% [markdown]
// **Before you move a slider:** $\Delta_T$ says how gently the exponential sets in. Make it smaller, from 2 to 0.5 mV. What shape does the flow on the line take near $V_T = -55$ mV, and which model do you then have?

// %% [predict 12.5]
// ✎ your prediction: "the leaky one", "the quadratic one" or "a passive membrane"
predict("12.5", "", () => {
  explore(exponentialIntegrateAndFire.preset("EPFL"), { sliders: ["I", "DeltaT"] });
});

// %% [explain 12.5]
// The valley becomes a corner: the straight line of the leak down to $V_T$, and there a wall that throws the voltage up. That is the leaky neuron with a threshold at $V_T$. So $\Delta_T$ measures how far a neuron is from the fiction of a sharp threshold. Fitted
// to a conductance-based neuron it came out as 3.48{@ Fourcaud-Trocmé and others 2003} mV (Fourcaud-Trocmé and colleagues).

// %% [markdown]
// **Exercise 12.4** (3 points). The exponential model has its lowest point where the slope of its velocity is zero, at $V = V_T$. Use that to write its rheobase, in pA,
// as a function of `gL` (nS), `EL`, `VT` and `DeltaT` (all mV).

// %% [exercise 12.4]
const rheobaseOf = (gL: number, EL: number, VT: number, DeltaT: number): number => {
  // BEGIN SOLUTION
  return gL * (VT - EL - DeltaT);
  // STUB
  // return NaN; // pA
  // END SOLUTION
};

// %% [check 12.4]
check("12.4", rheobaseOf);

// %%
const e = exponentialIntegrateAndFire.preset("EPFL");
const least = rheobaseOf(e.parameters.gL, e.parameters.EL, e.parameters.VT, e.parameters.DeltaT);
const near = [-100, 0, 100].map((d) => e.with({ I: (least || 0) + d }));
show(plot.flow(near, { window: [-61, -50.5] })); // if you are right, the middle curve touches the axis

// %% [solution 12.4]
// At $V_T$ the exponential is 1, so the leak $g_L(V_T - E_L)$ is opposed by $g_L\Delta_T$; the input has to deliver the rest. The EPFL parameters
// give 50·(−55 + 65 − 2) = 400{= least} pA.

// %% [markdown]
// ## 12.4 A current that remembers (24 min)
//
// Give the exponential neuron one slow variable, a current $w$ that grows with depolarisation and jumps at each spike. It is the **adaptive
// exponential** model, AdEx for short.

// %%
equations(adaptiveExponential);

// %% [markdown]
// Two new numbers do the work. $a$ couples $w$ to the voltage below threshold; $b$ is what each spike adds to it.
//
// **Before you run the cell:** with $b = 60$ pA and
// a memory of 300 ms, will the intervals get longer or shorter during a step of current?

// %% [predict 12.6]
const adapting = simulate(adaptiveExponential.preset("adaptation"), { duration: 400 });
const between = Array.from(interspikeIntervals(adapting.spikes), (T) => T.toFixed(1));
// ✎ your prediction: "longer" or "shorter"
predict("12.6", "", () => {
  show(plot.trace(adapting, { panels: ["V", "w"] }));
  console.log("intervals in ms:", between.join(", "));
});

// %% [explain 12.6]
// Longer: each spike leaves $w$ a little higher, and $w$ is an outward current. The neuron *adapts*. It reports a change of its input more loudly than the input itself.

// %% [markdown]
// With other values the same two equations burst, stutter, start late, or never find a rhythm. Naud and colleagues listed eight{= patterns.length} patterns; all are presets.

// %%
const patterns = Object.keys(adaptiveExponential.presets).slice(1);
const preset = (name: string) => simulate(adaptiveExponential.preset(name), { duration: 300 });
show(plot.gallery(Object.fromEntries(patterns.map((name) => [name, preset(name)]))));

// %% [markdown]
// Why do some burst? Look at the plane. A reset drops the point at $V_\mathrm{reset}$ and lifts it by $b$. If it lands below the V-nullcline, the voltage rises at once and the next spike
// is soon; if it lands above, the voltage first has to fall and go the long way round the nullcline.

// %%
const bursting = adaptiveExponential.preset("regular bursting");
const burst = simulate(bursting, { duration: 300 });
const view = { V: [-65, -35], w: [-50, 350] } as const;
const curves = nullclines(bursting, view);
show(plot.phasePlane({ model: bursting, window: view, nullclines: curves, trajectories: [burst] }));

// %% [markdown]
// A burst is a climb: several resets land under the V-nullcline, each $b$ higher than the last, until one lands above it. The pause is the way round.
//
// **Before you move a slider:** what will a lower $V_\mathrm{reset}$ do to the bursts, and what a higher one? And a smaller jump $b$? Watch where the dashed resets land in the plane.

// %% [predict 12.7]
// ✎ your prediction: with a higher one, "longer bursts", "shorter bursts" or "no bursts"
predict("12.7", "", () => {
  explore(bursting, { sliders: ["Vreset", "b", "I"] });
});

// %% [explain 12.7]
// At 120 pA every turn has one{= perTurn(120, -47)} spike up to a reset of −47 mV, two{= perTurn(120, -46)} at −46, four{= perTurn(120, -44)} at −44 and eleven{= perTurn(120, -42)} at −42 mV: the further to the right a reset lands, the higher $w$ must climb before it lands above the nullcline. With a smaller $b$ the steps are
// smaller, so there are more of them.

// %% [markdown]
// **Exercise 12.5** (2 points). *Measure.* How strong is the adaptation? For the input and the jump $b$ of `variant("12.5")` give the ratio of the **last** to the **first** interspike interval
// of the "adaptation" preset in a run of 500 ms.

// %%
const input = variant("12.5");
const driven = adaptiveExponential.preset("adaptation").with({ I: input.I, b: input.b });
const adapted = simulate(driven, { duration: 500 });
console.log(`your input: I = ${input.I} pA; each spike adds b = ${input.b} pA`);

// %% [exercise 12.5]
// BEGIN SOLUTION
const intervals = interspikeIntervals(adapted.spikes);
const ratio = intervals[intervals.length - 1] / intervals[0];
// STUB
// const ratio = NaN;
// END SOLUTION

// %% [check 12.5]
check("12.5", ratio);

// %%
show(plot.trace(adapted, { panels: ["V", "w"] }));

// %% [solution 12.5]
// `interspikeIntervals` gives the differences of neighbouring spike times. The first interval is short because $w$ starts at zero. The larger $b$, the stronger the
// adaptation; the input hardly matters.

// %% [markdown]
// **Exercise 12.6** (3 points). *Investigate.* Take the preset "tonic spiking" and change **only** `b` and `tauW`. Find values with which the neuron adapts as strongly as `variant("12.6")` says:
// in 500 ms its last interval is so many `times` its first, to within 0.1, and it still fires at least 5 spikes. Hand in the model.

// %%
const { times } = variant("12.6");
const adaptationOf = (model: Model) => {
  const all = interspikeIntervals(simulate(model, { duration: 500 }).spikes);
  return all[all.length - 1] / all[0];
};
console.log(`the last interval: ${times} times the first`);

// %% [exercise 12.6]
// BEGIN SOLUTION
const withJump = (b: number) => adaptiveExponential.preset("tonic spiking").with({ b: b, tauW: 300 });
const jumps = [10, 80]; // pA: adapts too little, too much
for (let k = 0; k < 11; k++) {
  const middle = (jumps[0] + jumps[1]) / 2;
  jumps[adaptationOf(withJump(middle)) < times ? 0 : 1] = middle;
}
const found: Model = withJump(jumps[1]);
// STUB
// const found: Model = adaptiveExponential.preset("tonic spiking").with({ b: 0, tauW: 30 }); // pA, ms: change both
// END SOLUTION

// %% [check 12.6]
check("12.6", found);

// %%
show(plot.trace(simulate(found, { duration: 500 }), { panels: ["V", "w"] }));

// %% [solution 12.6]
// A larger $b$ alone makes every interval longer; a memory shorter than the intervals forgets before the next spike. Adaptation needs both: a jump
// that matters and a $\tau_w$ much longer than the first interval.

// %% [markdown]
// **Exercise 12.7** (1 point). *In your own words.* On a line nothing can go round, says [3. Flows on a line](03-flows-on-a-line.ipynb). The leaky neuron has one variable, and fires again and again. How does it get round that? And what of a real spike can you not learn from it, for this reason? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 12.7]
// BEGIN SOLUTION
const giveAndTake = "Its voltage does not come back along the line: at the threshold a rule sets it back, and it charges anew. So the equation tells only of the way up to the threshold. The spike itself, its height, its width and the currents that make it, is left out, and the refractory period is put in by hand. What is kept are the times of the spikes.";
// STUB
// const giveAndTake = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 12.7]
check("12.7", giveAndTake);

// %% [solution 12.7]
// The reset is a jump and no flow: the line is bent into a circle by hand, from $V_\mathrm{th}$ back to $V_\mathrm{reset}$. In a real neuron a second variable does this, and all that depends on it is lost here: height, width, calcium, and why it is harder to fire a second time. What is kept is the time it takes to charge.

// %% [markdown]
// ## 12.5 What is missing (6 min)
//
// What this model cannot do, or does only because somebody told it to:
//
// - The leaky, quadratic and exponential neurons have one variable: they cannot resonate, nor fire after inhibition ends. AdEx can, thanks to $w$.
// - Spike height and width are not computed. Anything that depends on them, such as calcium entry, has to be added by hand.
// - The threshold of the leaky neuron does not depend on how fast the input rises. In real neurons it does.
// - The refractory period is absolute and always the same; real neurons have a relative one as well.
//
// What they are good for is everything that depends on spike *times*: networks, coding, learning. There they are cheap, and easy to reason about. How well they foretell the spikes of a recorded cell is told in [19. A real neuron](19-a-real-neuron.ipynb).
//
// ## Summary
//
// - LIF: $C\,\dot V = I - g_L(V - E_L)$, reset at $V_\mathrm{th}$. Rheobase $g_L(V_\mathrm{th} - E_L)$ = 200{= 10 * (-55 + 75)} pA here; $T = t_\mathrm{ref} + \tau \ln\frac{E_\infty - V_\mathrm{reset}}{E_\infty - V_\mathrm{th}}$.
// - Rates of this LIF neuron: 30.8{= rate(210)} Hz at 210 pA, 38.5{= rate(220)} Hz at 220 pA, 55.3{= rate(250)} Hz at 250 pA, 77.0{= rate(300)} Hz at 300 pA.
// - A refractory period caps the rate at $1/t_\mathrm{ref}$.
// - QIF and EIF replace the cut by a current that grows by itself: a saddle-node, and a square-root onset. EIF rheobase: $g_L(V_T - E_L - \Delta_T)$.
// - AdEx adds $w$: $b$ per spike makes adaptation, a high $V_\mathrm{reset}$ makes bursts.
//
// ## References
//
// - L. Lapicque (1907) *J. Physiol. Pathol. Gén.* 9:620: where it began.
// - P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press, section 5.4: the closed form.
// - N. Fourcaud-Trocmé, D. Hansel, C. van Vreeswijk, N. Brunel (2003) *J. Neurosci.* 23:11628: the exponential model, fitted to a conductance-based one.
// - R. Brette, W. Gerstner (2005) *J. Neurophysiol.* 94:3637: AdEx and how well it predicts spike times.
// - R. Naud, N. Marcille, C. Clopath, W. Gerstner (2008) *Biol. Cybern.* 99:335: the eight patterns.
// - W. Gerstner, W. M. Kistler, R. Naud, L. Paninski (2014) *Neuronal Dynamics*, Cambridge University Press: chapters 1, 5 and 6, with exercises.
