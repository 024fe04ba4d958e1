// %% [markdown]
// # 13. Classes of excitability
//
// **One idea:** how a neuron begins to fire, slowly, at once, or only briefly, shows which bifurcation its rest is near.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | sort neurons into Hodgkin's three classes by experiment | 13.1 Three answers to a current | 12 |
// | turn one class into another with one parameter | 13.2 One number, three classes | 15 |
// | give the reason for a class: a bifurcation, or none | 13.3 The reason behind the class | 18 |
// | say why the protocol matters | 13.4 Ramp or step? | 12 |
//
// **Prerequisites:** [5. Bifurcations](05-bifurcations.ipynb), [9. Sodium and potassium](09-persistent-sodium-potassium.ipynb).
// About 70 min with exercises. All traces are simulated; nothing here is measured data.

// %%
import { bifurcations, check, equations, excitability, explore, fiCurve, hodgkinHuxley, leakyIntegrateAndFire, nullclines, persistentSodiumPotassium, plot, prescott, ramp, setup, show, simulate, step, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 13.1 Three answers to a current (12 min)
//
// In 1948 Alan Hodgkin put steady currents into axons of the shore crab and counted spikes. He found three kinds of answer.
//
// - **Class 1** fires at any rate, however low, and the rate grows smoothly with the current.
// - **Class 2** is silent, and then fires at once at some tens of hertz. No current makes it fire slowly.
// - **Class 3** answers the beginning of the current with one spike, or a few, and is silent after that.
//
// The classes are about the *f-I curve*, the steady firing rate against the steady current. They say nothing about shape, size or place of the neuron.
//
// We will use a model in which all three live side by side. It is a relative of $I_{\mathrm{Na,p}}+I_{\mathrm{K}}$: a fast inward current and a slow outward one.

// %%
equations(prescott);

// %% [markdown]
// **Before you run the cell:** three neurons that differ in one number get the same step of 60 µA/cm². You know what to look for: which is class 3?

// %%
const one = prescott.preset("class 1");
const two = prescott.preset("class 2");
const three = prescott.preset("class 3");
const trio = [one, two, three].map((model) => simulate(model, { duration: 200, stimulus: step(60, 20) }));
trio.forEach((run, i) => show(plot.trace(run, { title: `class ${i + 1}`, panels: ["V"], height: 200 })));

// %% [markdown]
// At one current you can tell the third from the others, but not the first from the second. For that you need the whole curve, and most of all its beginning.

// %%
const currents = Float64Array.from({ length: 37 }, (_, i) => 34 + i);
const curves = [one, two, three].map((model) => fiCurve(model, currents, { duration: 600 }));
show(plot.fiCurve({ "class 1": curves[0], "class 2": curves[1], "class 3": curves[2] }));

// %% [markdown]
// The first curve rises from zero. The second jumps: at 43 µA/cm² it starts with 67 Hz, and no current gives it 30 Hz. The third stays at zero: one spike at the onset, and no steady firing up to 80 µA/cm².
//
// **Exercise 13.1** (2 points). Read it off: which of the three can report a current by a **slow** rate of 20 Hz? Answer `1`, `2` or `3`.

// %% [exercise 13.1]
// BEGIN SOLUTION
const slowOne = 1;
// STUB
// const slowOne = NaN; // 1, 2 or 3
// END SOLUTION

// %% [check 13.1]
check("13.1", slowOne);

// %% [solution 13.1]
// Only the curve of class 1 takes every value from zero up. That makes such a neuron useful as a meter: its rate tells the size of a weak input.

// %% [markdown]
// **Exercise 13.2** (3 points). Write a function that names the class from an f-I curve: `rate` (Hz) and `onset` (number of spikes early in the step), one entry for each current. Call it class 1 if the smallest positive rate is
// below 30 Hz, class 2 if it is not, and class 3 if the rate is zero throughout although there were onset spikes. Give 0 if it never spiked.

// %% [exercise 13.2]
const classOf = (rate: ArrayLike<number>, onset: ArrayLike<number>): number => {
  // BEGIN SOLUTION
  const positive = Array.from(rate).filter((f) => f > 0);
  if (positive.length > 0) return Math.min(...positive) < 30 ? 1 : 2;
  return Array.from(onset).some((count) => count > 0) ? 3 : 0;
  // STUB
  // return NaN; // 0, 1, 2 or 3
  // END SOLUTION
};

// %% [check 13.2]
check("13.2", classOf);

// %%
console.log(curves.map((curve, i) => `class ${i + 1}: you say ${classOf(curve.rate, curve.onset)}`).join("\n"));

// %% [solution 13.2]
// Any such rule needs a line between "slow" and "not slow", and a grid of currents that is fine enough at the onset. A curve measured at wide steps of current can make
// a class 1 neuron look like class 2.

// %% [markdown]
// ## 13.2 One number, three classes (15 min)
//
// What differs is $\beta_w$, the voltage at which half of the slow outward current is on: 0, −13 and −21 mV. The slow current competes with the fast one for the voltages just above rest. The lower $\beta_w$, the earlier
// it comes in.

// %%
const window = { V: [-80, 40], w: [-0.05, 0.7] } as const;
for (const [name, model] of Object.entries({ "class 1": one, "class 2": two, "class 3": three })) {
  const shown = model.with({ I: 37 });
  show(plot.phasePlane({ model: shown, window: window, nullclines: nullclines(shown, window) }, { title: `${name}, I = 37 µA/cm²`, height: 260 }));
}

// %% [markdown]
// Look where the two nullclines meet on the left. In class 1 the w-nullcline is still flat there: the V-nullcline can be lifted off it, and the crossing is lost in a saddle-node. In class 2 the w-nullcline is already
// rising; the crossing stays, and can only lose its stability. In class 3 it rises so early that the crossing stays on the left branch, where it is stable.
//
// **Before you move the slider:** start at $\beta_w = 0$, and lower it step by step with $I$ at 45 µA/cm². When does firing become a single spike?

// %%
explore(prescott.with({ I: 45 }));

// %% [markdown]
// **Exercise 13.3** (3 points). *Investigate.* `variant("13.3")` gives you a $\beta_w$ in between. By which bifurcation does this neuron lose its rest when $I$ grows from 0 to 80 µA/cm²? Give its input, in µA/cm².

// %%
const mine = variant("13.3");
const between = prescott.with({ betaW: mine.betaW });
console.log(`your neuron: betaW = ${mine.betaW} mV`);

// %% [exercise 13.3]
// BEGIN SOLUTION
const lost = excitability(between).evidence.lost!.parameter;
// STUB
// const lost = NaN; // uA/cm^2
// END SOLUTION

// %% [check 13.3]
check("13.3", lost);

// %%
show(plot.bifurcationDiagram(bifurcations(between, "I", [0, 80])));

// %% [solution 13.3]
// `excitability(model).evidence.lost` is the bifurcation in which a slow ramp loses rest. In the diagram it is the end of the solid blue line. A fold of cycles to its left does not count: rest survives it.

// %% [markdown]
// ## 13.3 The reason behind the class (18 min)
//
// A class measured at a few currents is a description. The bifurcation is the reason.
//
// | rest is lost by | the f-I curve begins | class |
// |---|---|---|
// | saddle-node on invariant circle | at zero, $f \sim \sqrt{I - I_\mathrm{SN}}$ | 1 |
// | saddle-node off the invariant circle | with a jump | 2 |
// | supercritical Andronov-Hopf | at a finite rate, with small amplitude | 2 |
// | subcritical Andronov-Hopf | with a jump | 2 |
// | none, over the range of currents that the cell ever meets | not at all | 3 |
//
// So class 1 has one cause and class 2 has three. One call does the whole experiment and gives its evidence:

// %%
for (const model of [one, two, three]) {
  const answer = excitability(model);
  console.log("class", answer.class, "because", answer.evidence.reasons.join("; "));
}

// %% [markdown]
// **Before you run the cell:** to which class belong the axon of Hodgkin and Huxley, the leaky integrate-and-fire neuron, and each of the four presets of $I_{\mathrm{Na,p}}+I_{\mathrm{K}}$?

// %%
console.log("Hodgkin-Huxley:", excitability(hodgkinHuxley).class);
console.log("leaky integrate-and-fire:", excitability(leakyIntegrateAndFire).class);
for (const name of Object.keys(persistentSodiumPotassium.presets)) {
  console.log(`${name}:`, excitability(persistentSodiumPotassium.preset(name)).class);
}

// %% [markdown]
// **Exercise 13.4** (2 points). *Find the mistakes.* Which sentences are wrong? Give their letters, such as `["a", "d"]`.
//
// - **a.** "Every resonator is class 2."
// - **b.** "A neuron of class 1 is an integrator: its rest is lost in a saddle-node."
// - **c.** "Every neuron of class 2 is near an Andronov-Hopf bifurcation."
// - **d.** "In class 3 a fast change of the current fires the neuron although its rest never loses stability."
// - **e.** "Class depends on the neuron alone, not on whether the current is stepped or ramped."

// %% [exercise 13.4]
// BEGIN SOLUTION
const wrongOnes: string[] = ["a", "c", "e"];
// STUB
// const wrongOnes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 13.4]
check("13.4", wrongOnes);

// %% [solution 13.4]
// (a) A resonator may be class 2 *or* class 3. (c) A saddle-node off the invariant circle also gives a jump: a class 2 integrator. (e) What a step shows and what a slow ramp shows can differ;
// the next section is about that.

// %% [markdown]
// ## 13.4 Ramp or step? (12 min)
//
// Class 3 fires at a step and is silent on a ramp that ends at the same current. **Before you run the cell:** why? At both ends the equilibrium is the same.

// %%
const suddenly = simulate(three, { duration: 150, stimulus: step(60, 20) });
const slowly = simulate(three, { duration: 150, stimulus: ramp(60 / 100, 20, 120) });
show(plot.trace({ "step": suddenly, "ramp": slowly }));

// %%
const at60 = three.with({ I: 60 });
const wide = { V: [-80, 40], w: [-0.05, 1] } as const;
show(plot.phasePlane({ model: at60, window: wide, nullclines: nullclines(at60, wide), trajectories: [suddenly, slowly] }));

// %% [markdown]
// A step moves the equilibrium faster than the state can follow. The state is left behind, below the V-nullcline, and has to go the long way round: a spike. A ramp takes the state along.
// Rest is never lost; it is *outrun*.
//
// The same trick works in class 2, below the bifurcation: a step can throw the state into the basin of the firing cycle while rest is still stable.
//
// **Exercise 13.5** (3 points). *Investigate.* For class 3, a ramp climbs from 0 to 60 µA/cm² in a time of $D$ ms and stays. Find the **longest** $D$ for which it still causes a spike, to within 0.1 ms. (Peaks of the voltage count as a spike when they pass −1.2 mV, as `simulate` counts them.)

// %% [exercise 13.5]
// BEGIN SOLUTION
const fires = (D: number): boolean => simulate(three, { duration: 100, stimulus: ramp(60 / D, 10, 10 + D) }).spikes.length > 0;
let quick = 0.5;
let slow = 60;
while (slow - quick > 0.02) {
  const middle = (quick + slow) / 2;
  if (fires(middle)) quick = middle;
  else slow = middle;
}
const longest = quick;
// STUB
// const longest = NaN; // ms
// END SOLUTION

// %% [check 13.5]
check("13.5", longest);

// %%
const climbs = [longest - 0.3, longest + 0.3].map((D) => simulate(three, { duration: 60, stimulus: ramp(60 / (D || 50), 10, 10 + (D || 50)) }));
show(plot.trace({ "0.3 ms faster": climbs[0], "0.3 ms slower": climbs[1] }));

// %% [solution 13.5]
// There is no sharp threshold in the model itself: the peak voltage falls steeply but smoothly as the ramp gets slower. Compare the time that you found with the time constant of the slow current,
// $\tau_w/\varphi_w$, which is several ms.

// %% [markdown]
// ## What this picture cannot do
//
// - Class is defined for steady currents. Real inputs fluctuate; a class 3 neuron in noise fires all the time, at each fast rise.
// - A neuron may change its class: with temperature, with neuromodulators, with spike adaptation. Here it took 13 mV of one parameter.
// - A neuron's *type*, by genes, shape and connections, is another matter; class says nothing about it.
//
// ## Summary
//
// - Class 1: any low rate. Class 2: no rate below a limit. Class 3: spikes at the onset only.
// - Prescott's model: $\beta_w$ = 0 mV → class 1 (SNIC at $I$ = 36.740 µA/cm²); −13 mV → class 2 (subcritical Andronov-Hopf at 42.802 µA/cm²); −21 mV → class 3 (rest stable up to 80 µA/cm²).
// - Class 1 means a SNIC. Class 2 may be any of the other three. Class 3 means that no bifurcation is met.
// - A step can outrun rest; a slow ramp can not. Say which protocol you used.
//
// ## References
//
// - A. L. Hodgkin (1948) *J. Physiol.* 107:165: the three classes, in crab axons.
// - J. Rinzel, G. B. Ermentrout (1998) in *Methods in Neuronal Modeling*, MIT Press: classes and bifurcations.
// - S. A. Prescott, Y. De Koninck, T. J. Sejnowski (2008) *PLoS Comput. Biol.* 4:e1000198: the model of this notebook; the three classes as three outcomes of one competition.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 7: excitability.
