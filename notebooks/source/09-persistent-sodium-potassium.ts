// %% [markdown]
// # 9. Sodium and potassium
//
// **One idea:** an action potential needs one fast current that amplifies and one slow current that undoes; two variables are enough.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | say which current does what in each part of a spike | 9.1 A race of two currents | 12 |
// | read the spike as a trip around the plane | 9.2 The spike as a loop | 12 |
// | predict from one curve how a neuron can lose its rest | 9.3 The curve that decides | 15 |
// | tell the four regimes apart by what they do | 9.4 Four neurons in one | 15 |
// | provoke a rebound spike | 9.5 Firing by letting go | 10 |
//
// **Prerequisites:** [4. The phase plane](04-the-phase-plane.ipynb), [5. Bifurcations](05-bifurcations.ipynb); helpful: [7. Hodgkin-Huxley](07-hodgkin-huxley.ipynb).
// About 75 min with exercises. All curves are computed from the model; nothing here is measured data.

// %%
import { check, equations, equilibria, explore, fiCurve, limitCycles, nullclines, persistentSodiumPotassium, plot, setup, show, simulate, step, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 9.1 A race of two currents (12 min)
//
// Hodgkin and Huxley needed four variables to get the squid's axon right to the millivolt. How much of that is needed to make a spike *at all*? Keep sodium, but let its channels open at once and
// forget inactivation. Keep potassium, with its slow gate. Two variables are left.

// %%
const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");
equations(neuron);

// %% [markdown]
// Sodium amplifies: the more the membrane depolarises, the more channels open, at once. Potassium undoes: it opens with the same voltage, but a time constant of $\tau = 1$ ms behind.
//
// **Before you run the cell:** sort these by time of their maximum: the membrane potential, the inward sodium current, the outward potassium current.

// %%
const firing = simulate(neuron.with({ I: 10 }), { duration: 24 });
show(plot.currents(firing, { window: [7, 16] }));

// %% [markdown]
// The inward sodium current leads, the voltage peaks next, and potassium comes last, when the voltage is already falling. Look at how large both currents are during the downstroke: they nearly cancel, and
// the small difference is what moves the voltage. That is wasteful. Real sodium channels inactivate, and so save most of that charge.
//
// **Exercise 9.1** (2 points). A printed version of this model reads $C\dot V = -g_L(V-E_L) - g_\mathrm{Na}m_\infty(V)(V-E) - g_\mathrm{K}\,n\,(V-E_\mathrm{K})$, $\dot n = (n_\infty - n)/\tau(V)$. *What is missing or wrong in it?* Choose all
// that apply from `"input current"`, `"capacitance"`, `"sodium's own reversal potential"`, `"definition of n_inf"`, `"leak current"`.

// %% [exercise 9.1]
// BEGIN SOLUTION
const faults: string[] = ["input current", "sodium's own reversal potential", "definition of n_inf"];
// STUB
// const faults: string[] = []; // those that apply
// END SOLUTION

// %% [check 9.1]
check("9.1", faults);

// %% [solution 9.1]
// There is no $I$; the $E$ in the sodium term has lost its index, so that one might take it for any reversal potential; and $n_\infty(V)$ is used but not defined (nor is $\tau$, which in the book is a constant). Capacitance and leak are there.

// %% [markdown]
// ## 9.2 The spike as a loop (12 min)
//
// In the plane a spike is a trip around the V-nullcline.

// %%
const driven = neuron.with({ I: 10 });
show(plot.phasePlane({ model: driven, nullclines: nullclines(driven), equilibria: equilibria(driven), trajectories: [firing] }));

// %% [markdown]
// Below the V-nullcline the voltage rises; above it, it falls. The four parts of the trip:
//
// 1. **Upstroke**: far to the right below the curve, fast. Potassium channels have had no time to open.
// 2. **Peak**: the path crosses the V-nullcline vertically. Here inward and outward currents are equal.
// 3. **Downstroke**: leftward above the curve. Potassium channels are open, and sodium shuts as the voltage falls.
// 4. **Recovery**: down along the left branch while potassium channels shut. As long as $n$ is high, the same input can not lift the voltage: that is this model's *refractory* period.
//
// **Exercise 9.2** (2 points). For the input of `variant("9.2")`: what is the largest share $n$ of open potassium channels during repetitive firing? (Leave out the first spike: take the limit cycle.)

// %%
const mine = variant("9.2");
console.log(`your input: I = ${mine.I} uA/cm^2`);

// %% [exercise 9.2]
// BEGIN SOLUTION
const largest = limitCycles(neuron.with({ I: mine.I }))[0].maximum.n;
// STUB
// const largest = NaN; // between 0 and 1
// END SOLUTION

// %% [check 9.2]
check("9.2", largest);

// %%
show(plot.trace(simulate(neuron.with({ I: mine.I }), { duration: 40 }), { panels: ["V", "n"] }));

// %% [solution 9.2]
// Fewer than you might think: well under all of them. The voltage turns round before the gate has followed. A stronger input holds the voltage up for longer.

// %% [markdown]
// ## 9.3 The curve that decides (15 min)
//
// Hold the voltage at $V$ for a long time, and the gate settles at $n_\infty(V)$. The current that you then need is the **steady-state current** $I_\infty(V)$. An equilibrium at input $I$ is a voltage where $I_\infty(V) = I$.
//
// **Exercise 9.3** (3 points). Write $I_\infty$ in µA/cm² as a function of `V` in mV for `neuron`. You may use `neuron.parameters`, `neuron.quantity("mInf", …)` and `neuron.quantity("nInf", …)`.

// %% [exercise 9.3]
const p = neuron.parameters;
const steadyCurrent = (V: number): number => {
  // BEGIN SOLUTION
  const state = { V: V, n: 0 };
  const m = neuron.quantity("mInf", state);
  const n = neuron.quantity("nInf", state);
  return p.gL * (V - p.EL) + p.gNa * m * (V - p.ENa) + p.gK * n * (V - p.EK);
  // STUB
  // return NaN; // uA/cm^2
  // END SOLUTION
};

// %% [check 9.3]
check("9.3", steadyCurrent);

// %%
const V = Float64Array.from({ length: 120 }, (_, i) => -85 + 0.51 * i);
show(plot.curves({ "high threshold": { x: V, y: V.map(steadyCurrent) } }, { x: ["V", "mV"], y: ["I_∞", "uA/cm^2"] }));

// %% [solution 9.3]
// All three currents, each with its gate at the value that belongs to the voltage, and each measured from its own reversal potential. No capacitance: nothing changes.

// %% [markdown]
// The curve goes up, bends down and goes up again: an N. Draw a horizontal line at the height of your input, and count the crossings: three for inputs below the bend at 4.513 µA/cm², one above it. **The bend is the saddle-node bifurcation.**
//
// **Before you run the cell:** in the low-threshold set, potassium channels are open at rest already ($V_n = -45$ mV instead of −25 mV). They pull the curve up where it used to bend down. How many equilibria can that neuron have?

// %%
const low = persistentSodiumPotassium.preset("supercritical Andronov-Hopf");
const lowCurrent = V.map((v) => {
  const at = { V: v, n: low.quantity("nInf", { V: v, n: 0 }) };
  return low.quantity("IL", at) + low.quantity("INa", at) + low.quantity("IK", at);
});
show(plot.curves({ "low threshold": { x: V, y: lowCurrent } }, { x: ["V", "mV"], y: ["I_∞", "uA/cm^2"] }));

// %% [markdown]
// One, at every input: the curve only rises. No two equilibria can ever meet, so there is no saddle-node. If rest is to be lost, it must happen by an Andronov-Hopf bifurcation. An experimenter can measure this curve in voltage clamp, without knowing any channel,
// and rule out half of the textbook.
//
// **Exercise 9.4** (2 points). At the input of `variant("9.4")`, list **all** equilibria of `neuron` in mV, from left to right.

// %%
const held = variant("9.4");
console.log(`your input: I = ${held.I} uA/cm^2`);

// %% [exercise 9.4]
// BEGIN SOLUTION
const crossings = equilibria(neuron.with({ I: held.I })).map((e) => e.state.V);
// STUB
// const crossings: number[] = []; // mV
// END SOLUTION

// %% [check 9.4]
check("9.4", crossings);

// %%
const steady = { x: V, y: V.map(steadyCurrent) };
const line = { x: V, y: V.map(() => held.I), style: "dashed" } as const;
show(plot.curves({ "I_∞": steady, "your input": line }, { x: ["V", "mV"], y: ["current", "uA/cm^2"] }));

// %% [solution 9.4]
// Where the dashed line crosses your curve. On the rising parts the equilibrium can be stable; on the falling part it is always a saddle.

// %% [markdown]
// ## 9.4 Four neurons in one (15 min)
//
// Four sets of parameters put rest next to four bifurcations. Give each a step of current that is just enough.

// %%
const names = Object.keys(persistentSodiumPotassium.presets);
const enough = [5, 5, 18, 50];
const shown = names.map((name, i) => {
  const model = persistentSodiumPotassium.preset(name);
  const rest = equilibria(model.with({ I: 0 }))[0].state;
  return simulate(model, { duration: 60, initial: rest, stimulus: step(enough[i], 10) });
});
names.forEach((name, i) => show(plot.trace(shown[i], { title: `${name}, ${enough[i]} µA/cm²`, panels: ["V"], height: 190 })));

// %% [markdown]
// | preset | what differs | rest is lost at | first firing |
// |---|---|---|---|
// | saddle-node on invariant circle | $\tau = 1$ ms | 4.513 µA/cm² | full spikes, slow |
// | saddle-node off invariant circle | $\tau = 0.152$ ms | 4.513 µA/cm² | full spikes, fast |
// | supercritical Andronov-Hopf | $E_L = -78$, $V_n = -45$ mV | 14.659 µA/cm² | small oscillation |
// | subcritical Andronov-Hopf | weaker currents, steeper $m_\infty$ | 48.902 µA/cm² | full spikes, fast |
//
// **Exercise 9.5** (3 points). *Investigate.* Start from `neuron` and change **only** $\tau$, so that at $I = 3$ µA/cm² rest and repetitive firing coexist. Hand in the model, with its input of 3 µA/cm².

// %% [exercise 9.5]
// BEGIN SOLUTION
const bistable = neuron.with({ I: 3, tau: 0.152 });
// STUB
// const bistable = neuron.with({ I: 3, tau: 1 }); // change tau (ms)
// END SOLUTION

// %% [check 9.5]
check("9.5", bistable);

// %%
const fromRest = simulate(bistable, { duration: 20 });
const fromAbove = simulate(bistable, { duration: 20, initial: { V: -10, n: 0.1 } });
show(plot.trace({ "from rest": fromRest, "from −10 mV": fromAbove }));

// %% [solution 9.5]
// Potassium must be fast enough that the loop passes above the saddle instead of falling back to rest. Then the loop closes by itself and is a limit cycle, while rest is still there: the same nullclines, another fate.

// %% [markdown]
// Play with all four. Watch what happens to the equilibria in the plane while you move $I$.

// %%
explore(names.map((name) => persistentSodiumPotassium.preset(name)));

// %% [markdown]
// ## 9.5 Firing by letting go (10 min)
//
// **Before you run the cell:** the subcritical neuron rests at $I = 42$ µA/cm². For 20 ms the current is 25 µA/cm² *weaker*. What happens when it returns to 42?

// %%
const resting = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 42 });
const rest = equilibria(resting)[0].state;
const rebound = simulate(resting, { duration: 60, initial: rest, stimulus: step(-25, 5, 25) });
show(plot.trace(rebound, { panels: ["V", "n", "input"] }));
show(plot.phasePlane({ model: resting, nullclines: nullclines(resting), equilibria: equilibria(resting), trajectories: [rebound] }));

// %% [markdown]
// A spike, after inhibition. The hyperpolarisation has shut potassium channels that were open at rest. When the current comes back, the state stands below the V-nullcline, with less potassium than rest has, and sodium wins. A **rebound spike**, also called post-inhibitory. Neurons
// near an Andronov-Hopf bifurcation do this; neurons near a saddle-node, where potassium channels are shut at rest, do not.
//
// **Exercise 9.6** (3 points). *Investigate.* `variant("9.6")` gives the resting input. Find the **smallest** reduction of the current, for 20 ms, that causes a rebound spike. Give it as a positive number in µA/cm², to within 0.2.

// %%
const letGo = variant("9.6");
const held9 = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: letGo.I });
const home = equilibria(held9)[0].state;
console.log(`your input: I = ${letGo.I} uA/cm^2`);

// %% [exercise 9.6]
// BEGIN SOLUTION
let tooWeak = 0;
let strong = 35;
while (strong - tooWeak > 0.05) {
  const middle = (tooWeak + strong) / 2;
  const run = simulate(held9, { duration: 60, initial: home, stimulus: step(-middle, 5, 25) });
  if (run.spikes.length > 0) strong = middle;
  else tooWeak = middle;
}
const smallest = strong;
// STUB
// const smallest = NaN; // uA/cm^2
// END SOLUTION

// %% [check 9.6]
check("9.6", smallest);

// %%
const reductions = [smallest - 0.5, smallest + 0.5].map((d) => step(-(d || 0), 5, 25));
const attempts = reductions.map((s) => simulate(held9, { duration: 60, initial: home, stimulus: s }));
show(plot.trace({ "0.5 less": attempts[0], "0.5 more": attempts[1] }));

// %% [solution 9.6]
// After a long hyperpolarisation the state has come to the equilibrium of the weaker current. The question is whether that point lies inside or outside the basin of rest at the full current.

// %% [markdown]
// ## 9.6 Four ways to begin (5 min)
//
// **Before you run the cell:** which two of the four f-I curves start at a rate above zero although their first spikes have full size?

// %%
const steps = Float64Array.from({ length: 30 }, (_, i) => 1 + 2 * i);
const curves = names.map((name) => fiCurve(persistentSodiumPotassium.preset(name), steps, { duration: 300 }));
show(plot.fiCurve(Object.fromEntries(names.map((name, i) => [name, curves[i]]))));

// %% [markdown]
// Off the circle and subcritical. For the supercritical set the curve is a matter of definition: its first oscillations are too small to be counted, so the count starts when they cross the
// detection level. A rate is only as sharp as what you call a spike.
//
// ## What this model cannot do
//
// - Its sodium current does not inactivate. Real spikes are cheaper, and real refractoriness has two causes, not one.
// - It can not burst: for that a third, slower variable must push it back and forth between rest and firing.
// - Its spikes are up to 600 per second. The time constants were chosen for clear pictures, not to fit a cell.
// - A single compartment has no dendrites ([15. Dendrites and cables](15-dendrites-and-cables.ipynb)).
//
// ## Summary
//
// - Fast amplification (sodium) and slow undoing (potassium) are enough for spikes; two variables, one plane.
// - Upstroke below the V-nullcline, downstroke above it, recovery along its left branch.
// - $I_\infty(V)$: N-shaped → saddle-node possible; rising → only Andronov-Hopf.
// - High threshold: fold at 4.513 µA/cm². Low threshold: supercritical Andronov-Hopf at 14.659 µA/cm². Subcritical set: 48.902 µA/cm².
// - $\tau$ moves no nullcline, but decides whether the saddle-node lies on the invariant circle.
// - Rebound: hyperpolarisation shuts potassium channels that are open at rest.
//
// ## References
//
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapters 4 to 7: this model, its parameters (Fig. 4.1) and its regimes.
// - J. Rinzel (1985) in *Ordinary and Partial Differential Equations*, Springer: how four variables become two.
// - C. Morris, H. Lecar (1981) *Biophys. J.* 35:193: a two-variable model with calcium, fitted to barnacle muscle.
