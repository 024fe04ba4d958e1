// %% [markdown]
// # 11. Sodium and potassium
//
// **One idea:** an action potential needs one fast current that amplifies and one slow current that undoes; two variables are enough.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | say which current does what in each part of a spike, and move both variables yourself | 11.1 A race of two currents | 26 |
// | read the spike as a trip around the plane | 11.2 The spike as a loop | 12 |
// | predict from one curve how a neuron can lose its rest | 11.3 The curve that decides | 21 |
// | tell the four regimes apart by what they do | 11.4 Four neurons in one | 21 |
// | provoke a rebound spike | 11.5 Firing by letting go | 10 |
// | say how a rate begins | 11.6 Three ways to begin | 8 |
//
// **Prerequisites:** [4. The phase plane](04-the-phase-plane.ipynb), [5. Bifurcations](05-bifurcations.ipynb); helpful: [8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb).
// About 98 min with exercises. All curves are computed from the model; nothing here is measured data.

// %%
import { check, draggableNullclines, equations, equilibria, explore, fiCurve, limitCycles, nullclines, persistentSodiumPotassium, phasesOfASpike, plot, predict, setup, show, simulate, step, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 11.1 A race of two currents (26 min)
//
// Hodgkin and Huxley needed four variables to get the squid's axon right to the millivolt. How much of that is needed to make a spike *at all*? Keep sodium, but let its channels open at once and
// forget inactivation. Keep potassium, with its slow gate. That leaves two variables.

// %%
const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");
equations(neuron);

// %% [markdown]
// Sodium amplifies: the more the membrane depolarises, the more channels open, at once. Potassium undoes: it opens with the same voltage, but a time constant of $\tau = 1$ ms behind.
//
// **Before you run the cell:** the input is 10 µA/cm². Put these in order of time: the highest voltage, the largest sodium current, the largest potassium current. One of the three comes twice in each spike. Which?

// %% [predict 11.1]
const firing = simulate(neuron.with({ I: 10 }), { duration: 24 });
// ✎ your prediction: what comes twice, "the highest voltage", "the largest sodium current"
// or "the largest potassium current"
predict("11.1", "", () => {
  show(plot.currents(firing, { window: [7, 16] }));
});

// %% [explain 11.1]
// The sodium current comes twice. Its channels follow the voltage at once, so it is largest whenever $V$ passes −3{= sodium().V} mV: 953{= sodium().current} µA/cm² on the way up and again, half a millisecond later, on the way down. Between the two lies the
// peak, at +9.6{= spikeAt(10).maximum.V} mV, where $E_\mathrm{Na}$ is nearer and the current a little smaller. Potassium comes last: 424{= potassium(10).current} µA/cm², when the voltage is already down at −13{= potassium(10).V} mV.

// %% [markdown]
// Now look at the outward side. The leak, here a large one, carries most of it. It stops the rise, and alone it would leave the voltage high for ever. Potassium adds the last push that turns the voltage round.
// All the while inward and outward current nearly cancel, and only their small difference moves the voltage. That is wasteful. Real sodium channels inactivate, and save most of the charge.
//
// **Before you move a slider:** one pulse of 1 ms evokes one spike. What becomes of it with $g_\mathrm{K} = 0$? And with a tenth less sodium, 18 instead of 20 mS/cm²?

// %% [predict 11.2]
// ✎ your prediction: without potassium, "no spike", "a longer spike" or "it never comes back"
predict("11.2", "", () => {
  phasesOfASpike(neuron);
});

// %% [explain 11.2]
// Without potassium the voltage goes up and never returns: it stays at +17.7{= equilibria(neuron.with({ gK: 0 })).at(-1).state.V} mV. With 18 mS/cm² of sodium there is no spike at all. Rest itself has moved down, from −66{= equilibria(neuron)[0].state.V} to −70{= equilibria(neuron.with({ gNa: 18 }))[0].state.V} mV, as some sodium flows at rest too; the same pulse no longer
// reaches the point where the current amplifies itself. Set sodium back, make the pulse stronger and weaker, and see which phase gets shorter.

// %% [markdown]
// **Exercise 11.1** (3 points). *Build.* Move it yourself, in the plane. Write one of Euler's steps: from `V` (mV) and `n`, at the input `I` (µA/cm²), to the list of both, `dt` ms later. The parameters are in `neuron.parameters`, the curves are `neuron.quantity("mInf", { V: V, n: n })` and `neuron.quantity("nInf", { V: V, n: n })`.

// %% [exercise 11.1]
const eulerStep = (V: number, n: number, I: number, dt: number): number[] => {
  // BEGIN SOLUTION
  const { C, gL, EL, gNa, ENa, gK, EK, tau } = neuron.parameters;
  const open = neuron.quantity("mInf", { V: V, n: n });
  const inward = I - gL * (V - EL) - gNa * open * (V - ENa) - gK * n * (V - EK);
  return [V + (dt * inward) / C, n + (dt * (neuron.quantity("nInf", { V: V, n: n }) - n)) / tau];
  // STUB
  // return [NaN, NaN]; // V in mV, and n
  // END SOLUTION
};

// %% [check 11.1]
check("11.1", eulerStep);

// %%
const walked = (dt: number) => {
  const path = [[-65, 0]];
  for (let k = 0; k < 12 / dt; k++) path.push(eulerStep(path[k][0], path[k][1], 10, dt));
  return { x: path.map((_, k) => k * dt), y: path.map((state) => state[0]) };
};
const accurate = simulate(neuron.with({ I: 10 }), { duration: 12, initial: { V: -65, n: 0 } });
show(plot.curves({ "simulate": { x: accurate.time, y: accurate.states.V }, "yours, 0.1 ms": walked(0.1),
  "yours, 0.02 ms": walked(0.02) }, { x: ["time", "ms"], y: ["V", "mV"] }));

// %% [solution 11.1]
// Each variable moves by its own velocity times `dt`, and both velocities are taken at the *old* point. A tenth of a millisecond is too coarse a step for a spike that rises in half a millisecond; with 0.02 ms the error is hardly seen.

// %% [markdown]
// ## 11.2 The spike as a loop (12 min)
//
// Plot $n$ against $V$, and time disappears: the spike is a trip around the V-nullcline.
//
// **Before you run the cell:** the axes are $V$ and $n$. Which way round does the trip go? Think of the upstroke: has $n$ had the time to grow?

// %% [predict 11.3]
const driven = neuron.with({ I: 10 });
const [lines, points] = [nullclines(driven), equilibria(driven)];
// ✎ your prediction: "clockwise" or "counter-clockwise"
predict("11.3", "", () => {
  show(plot.phasePlane({ model: driven, nullclines: lines, equilibria: points, trajectories: [firing] }));
});

// %% [explain 11.3]
// It goes counter-clockwise: right while $n$ is small, up, left while $n$ is large, and down. Below the V-nullcline the voltage rises; above it, it falls.

// %% [markdown]
// The four parts of the trip:
//
// 1. **Upstroke**: far to the right below the curve, fast. Potassium channels have had no time to open.
// 2. **Peak**: the path crosses the V-nullcline, straight upward. Here inward and outward currents are equal.
// 3. **Downstroke**: leftward above the curve. Potassium channels are open, and sodium shuts as the voltage falls.
// 4. **Recovery**: down along the left branch while potassium channels shut. As long as $n$ is high, the same input cannot lift the voltage: that is this model's *refractory* period.
//
// **Exercise 11.2** (2 points). *Measure.* For the input of `variant("11.2")`: what is the largest share $n$ of open potassium channels during repetitive firing? (Leave out the first spike: take the limit cycle.)

// %%
const mine = variant("11.2");
console.log(`your input: I = ${mine.I} uA/cm^2`);

// %% [exercise 11.2]
// BEGIN SOLUTION
const largest = limitCycles(neuron.with({ I: mine.I }))[0].maximum.n;
// STUB
// const largest = NaN; // between 0 and 1
// END SOLUTION

// %% [check 11.2]
check("11.2", largest);

// %%
show(plot.trace(simulate(neuron.with({ I: mine.I }), { duration: 40 }), { panels: ["V", "n"] })); // does n get there?

// %% [solution 11.2]
// About 60{~ 100 * spikeAt(10).maximum.n} %: from 58{= 100 * spikeAt(8).maximum.n} % at 8 µA/cm² to 62{= 100 * spikeAt(40).maximum.n} % at 40 µA/cm². The voltage turns round before the gate has followed.

// %% [markdown]
// ## 11.3 The curve that decides (21 min)
//
// Hold the voltage at $V$ for a long time, and the gate settles at $n_\infty(V)$. The current that you then need is the **steady-state current** $I_\infty(V)$. An equilibrium at input $I$ is a voltage where $I_\infty(V) = I$.
//
// **Exercise 11.3** (3 points). Write $I_\infty$ in µA/cm² as a function of `V` in mV for `neuron`. You may use `neuron.parameters`, `neuron.quantity("mInf", …)` and `neuron.quantity("nInf", …)`.

// %% [exercise 11.3]
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

// %% [check 11.3]
check("11.3", steadyCurrent);

// %%
const V = Float64Array.from({ length: 120 }, (_, i) => -85 + 0.51 * i);
const axes = { x: ["V", "mV"], y: ["I<sub>∞</sub>", "uA/cm^2"] } as const;
show(plot.curves({ "yours": { x: V, y: V.map(steadyCurrent) } }, axes));

// %% [solution 11.3]
// All three currents, each with its gate at the value that belongs to the voltage, and each measured from its own reversal potential. No capacitance: nothing changes.

// %% [markdown]
// The curve goes up, bends down and goes up again: an N. Draw a horizontal line at the height of your input, and count the crossings: three for inputs below the first bend at 4.513{= foldOf()} µA/cm², one above it.
// **The bend is the saddle-node bifurcation.**
//
// The same crossings are those of the two nullclines, and you can move both. **Before you move anything:** the n-nullcline is the S-shaped one. Drag it to the left, so that potassium channels open at a lower voltage.
// What becomes of the saddle? Then go back, drag the V-nullcline upward, and compare.

// %% [predict 11.4]
// ✎ your prediction: "it meets rest", "it meets the upper equilibrium" or "it stays"
predict("11.4", "", () => {
  draggableNullclines(neuron, "Vn");
});

// %% [explain 11.4]
// Near $V_n = -36{= saddleGone()}$ mV two of the three crossings have met and vanished, the saddle and the unstable one beside it. Rest is left alone, and it is still stable. Moving the V-nullcline is another story: there the saddle meets
// *rest*, at 4.513{= foldOf()} µA/cm², and the neuron fires.

// %% [markdown]
// **Before you run the cell:** the low-threshold set has $V_n = -45$ mV (and $E_L = -78$ mV). What has become of the N? How many equilibria can that neuron have, at any input?

// %% [predict 11.5]
const low = persistentSodiumPotassium.preset("supercritical Andronov-Hopf");
const lowCurrent = V.map((v) => {
  const at = { V: v, n: low.quantity("nInf", { V: v, n: 0 }) };
  return low.quantity("IL", at) + low.quantity("INa", at) + low.quantity("IK", at);
});
// ✎ your prediction: how many equilibria
predict("11.5", NaN, () => {
  show(plot.curves({ "low threshold": { x: V, y: lowCurrent }, "yours": { x: V, y: V.map(steadyCurrent) } }, axes));
});

// %% [explain 11.5]
// One{= equilibria(low).length}, at every input: the curve only rises. Potassium channels that are open early pull it up where it used to bend down. No two equilibria can ever meet, so there is no saddle-node. If rest is to be lost, it must happen by
// an Andronov-Hopf bifurcation. An experimenter can measure this curve in voltage clamp, without knowing a single channel, and rule out half of the possibilities.

// %% [markdown]
// **Exercise 11.4** (2 points). At the input of `variant("11.4")`, list **all** equilibria of `neuron` in mV, from left to right.

// %%
const held = variant("11.4");
console.log(`your input: I = ${held.I} uA/cm^2`);

// %% [exercise 11.4]
// BEGIN SOLUTION
const crossings = equilibria(neuron.with({ I: held.I })).map((e) => e.state.V);
// STUB
// const crossings: number[] = []; // mV
// END SOLUTION

// %% [check 11.4]
check("11.4", crossings);

// %%
const steady = { x: V, y: V.map(steadyCurrent) };
const line = { x: V, y: V.map(() => held.I), style: "dashed" } as const;
const at = { x: crossings, y: crossings.map(() => held.I), style: "points" } as const;
show(plot.curves({ "I<sub>∞</sub>": steady, "your input": line, "your equilibria": at }, axes));

// %% [solution 11.4]
// Your points should sit where the dashed line crosses your curve. On the rising parts the equilibrium can be stable; on the falling part it is always a saddle.

// %% [markdown]
// ## 11.4 Four neurons in one (21 min)
//
// Four sets of parameters put rest next to four bifurcations ([5. Bifurcations](05-bifurcations.ipynb)). In the figure below the menu "model" chooses one.
//
// **Before you move a slider:** in each of the four you will set $I$ to 0 and raise it slowly, until the cell no longer rests. In which of them will the first spikes be far apart? And in which will the first answer be no full spike at all, but a small wave?
// (The bifurcation diagram has a marker that says where you are.)

// %% [predict 11.6]
const names = Object.keys(persistentSodiumPotassium.presets);
// ✎ your prediction: the small wave is that of "the one on the circle",
// "the one off the circle", "the supercritical one" or "the subcritical one"
predict("11.6", "", () => {
  explore(names.map((name) => persistentSodiumPotassium.preset(name)));
});

// %% [explain 11.6]
// The supercritical one: from 14.659{= hopfOf(low)} µA/cm² on it swings about rest, first by a hair, then wider and wider. Far apart are the first spikes of the neuron on the circle. The other two begin at once with full spikes, close together.

// %% [markdown]
// Here are all four, each with a step of current that is just enough:

// %%
const enough = [5, 5, 18, 50];
const shown = names.map((name, i) => {
  const model = persistentSodiumPotassium.preset(name);
  return simulate(model, { duration: 60, initial: equilibria(model)[0].state, stimulus: step(enough[i], 10) });
});
const titles = names.map((name, i) => `${name}, ${enough[i]} µA/cm²`);
titles.forEach((title, i) => show(plot.trace(shown[i], { title: title, panels: ["V"], window: { V: [-85, 20] }, height: 190 })));

// %% [markdown]
// | preset | what differs | rest is lost at | first firing |
// |---|---|---|---|
// | saddle-node on invariant circle | $\tau = 1$ ms | 4.513{= foldOf()} µA/cm² | full spikes, from 0 Hz |
// | saddle-node off invariant circle | $\tau = 0.152$ ms | 4.513{= foldOf(off)} µA/cm² | spikes, from 890{~ fiCurve(off, [4.52], { duration: 100 }).rate[0]} Hz |
// | supercritical Andronov-Hopf | $E_L = -78$, $V_n = -45$ mV | 14.659{= hopfOf(low)} µA/cm² | small oscillation |
// | subcritical Andronov-Hopf | weaker currents, steeper $m_\infty$ | 48.902{= hopfOf(resting)} µA/cm² | full spikes, from 160{~ fiCurve(resting, [42.24], { duration: 300 }).rate[0]} Hz, already at 42.232{= cyclesFrom()} µA/cm² |
//
// Between the first two only $\tau$ differs. It moves no nullcline and no equilibrium, and yet the neuron is another one.
//
// **Exercise 11.5** (3 points). *Investigate.* The neuron `richer` has 12 instead of 10 mS/cm² of potassium conductance, and an input of 3 µA/cm². Change **only** its $\tau$, so that rest and repetitive firing coexist. The τ of the table will not do. Hand in the model. The figure below starts it twice: at rest, and near the upper equilibrium.

// %%
const richer = neuron.with({ gK: 12, I: 3 });

// %% [exercise 11.5]
// BEGIN SOLUTION
const bistable = richer.with({ tau: 0.135 });
// STUB
// const bistable = richer.with({ tau: 1 }); // change tau (ms)
// END SOLUTION

// %% [check 11.5]
check("11.5", bistable);

// %%
const fromRest = simulate(bistable, { duration: 20 });
const fromAbove = simulate(bistable, { duration: 20, initial: { V: -20, n: 0.4 } });
show(plot.trace({ "from rest": fromRest, "from −20 mV": fromAbove }, { panels: ["V"] }));

// %% [solution 11.5]
// Any $\tau$ from 0.12{= stillUnstable(richer)} to 0.146{= backToRest(richer)} ms will do. Potassium must be fast, so that the loop turns early and passes above the saddle instead of falling back to rest. Then the loop closes by itself and is
// a limit cycle, while rest is still there. Below 0.12{= stillUnstable(richer)} ms potassium is so fast that the upper equilibrium is stable, and the voltage spirals into it.

// %% [markdown]
// ## 11.5 Firing by letting go (10 min)
//
// **Before you run the cell:** the subcritical neuron rests at $I = 42$ µA/cm². For 20 ms the current is 25 µA/cm² *weaker*: inhibition. What happens when it returns to 42?

// %% [predict 11.7]
const resting = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: 42 });
const rest = equilibria(resting)[0].state;
const rebound = simulate(resting, { duration: 60, initial: rest, stimulus: step(-25, 5, 25) });
const [curvesAt42, equilibriaAt42] = [nullclines(resting), equilibria(resting)];
// ✎ your prediction: "nothing", "a spike" or "a slow return"
predict("11.7", "", () => {
  show(plot.trace(rebound, { panels: ["V", "n", "input"] }));
  show(plot.phasePlane({ model: resting, nullclines: curvesAt42, equilibria: equilibriaAt42, trajectories: [rebound] }));
});

// %% [explain 11.7]
// A spike, after inhibition. The hyperpolarisation has shut potassium channels that were open at rest: $n$ fell from 0.23{= rest.n} to 0.05{= rebound.at(25).n}. When the current comes back, the state stands far below the V-nullcline, and
// sodium wins before potassium has opened again. This is a **rebound spike**, also called post-inhibitory. It takes potassium channels that are open at rest, so that they can be shut. Of the first preset at 4 µA/cm² hardly any are, one in 1800{~ 1 / equilibria(neuron.with({ I: 4 }))[0].state.n}, and it stays silent even after 40{< leastRebound(neuron.with({ I: 4 }))} µA/cm² less. Neurons near an Andronov-Hopf bifurcation have
// such channels. Most of those near a saddle-node have not, but [16. Integrators and resonators](16-integrators-and-resonators.ipynb) will show you one that has.

// %% [markdown]
// **Exercise 11.6** (3 points). *Investigate.* `variant("11.6")` gives the resting input. Find the **smallest** reduction of the current, for 20 ms, that causes a rebound spike. Give it as a positive number in µA/cm², to within 0.1.

// %%
const letGo = variant("11.6");
const held9 = persistentSodiumPotassium.preset("subcritical Andronov-Hopf").with({ I: letGo.I });
const home = equilibria(held9)[0].state;
console.log(`your input: I = ${letGo.I} uA/cm^2`);

// %% [exercise 11.6]
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

// %% [check 11.6]
check("11.6", smallest);

// %%
const letting = (d: number) => simulate(held9, { duration: 60, initial: home, stimulus: step(-d, 5, 25) });
const yours = smallest > 0 ? smallest : 10; // without an answer: 9.5 and 10.5
show(plot.trace({ "0.5 less": letting(yours - 0.5), "0.5 more": letting(yours + 0.5) }, { panels: ["V"] }));

// %% [solution 11.6]
// Halve the interval between a reduction that fails and one that works. After 20 ms of hyperpolarisation the state has come to the equilibrium of the weaker current. From there it starts as from any other initial state: either straight home,
// or around the loop. Between the two, half a unit of current decides. (Above 42.232{= cyclesFrom()} µA/cm² the neuron does not even stop again: there, a limit cycle waits beside rest.)

// %% [markdown]
// ## 11.6 Three ways to begin (8 min)
//
// **Before you run the cell:** here are the f-I curves of three presets, from steps of current. Which of them begin with a jump? Which could you get to fire at 20 Hz?

// %% [predict 11.8]
const three = names.filter((name) => !name.includes("off"));
const steps = Float64Array.from({ length: 53 }, (_, i) => 4.5 + 0.02 * i * i); // close together near 4.5
const rates = (name: string) => fiCurve(persistentSodiumPotassium.preset(name), steps, { duration: 300 });
// ✎ your prediction: which can fire at 20 Hz, "the one on the circle",
// "the supercritical one" or "the subcritical one"
predict("11.8", "", () => {
  show(plot.fiCurve(Object.fromEntries(three.map((name) => [name, rates(name)]))));
});

// %% [explain 11.8]
// Only the neuron on the invariant circle begins at zero, and fires as slowly as you like. The subcritical one jumps to 160{~ fiCurve(resting, [42.24], { duration: 300 }).rate[0]} Hz. It does so at 42.232{= cyclesFrom()} µA/cm², before rest is lost at 48.902{= hopfOf(resting)}, as a step from below throws it
// over the unstable cycle around rest. For the supercritical one the curve is a matter of definition. It oscillates from 14.659{= hopfOf(low)} µA/cm² on, but the waves are too small to count as spikes until 36{= counted(low)} µA/cm². A rate is only as sharp as what you call a spike.

// %% [markdown]
// The fourth, off the circle, begins at 890{~ fiCurve(off, [4.52], { duration: 100 }).rate[0]} Hz and is not drawn: it would press the others flat.
//
// **Exercise 11.7** (1 point). *In your own words.* Why does a spike need potassium's channels to be slower than sodium's? Say what each of the two does on the way up and on the way down. And what would the voltage do if $n$ were $n_\infty(V)$ at every moment? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 11.7]
// BEGIN SOLUTION
const whyLate = "Sodium's current amplifies: it lifts the voltage, and that opens more of its channels. Potassium's current undoes this, but late: n lags behind on the way up, and is still large when the voltage has come down. So the state goes round a loop. With n in its place at every moment one variable would be left, and on a line the voltage can only settle at an equilibrium.";
// STUB
// const whyLate = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 11.7]
check("11.7", whyLate);

// %% [solution 11.7]
// On the way up $n$ is too small for the voltage, so that sodium wins; on the way down it is too large, so that potassium wins. That difference is the loop. Make $\tau$ smaller and smaller, and the state keeps to the n-nullcline: a line, on which it settles at an equilibrium, as in [3. Flows on a line](03-flows-on-a-line.ipynb).

// %% [markdown]
// ## What this model cannot do
//
// - Its sodium current does not inactivate. Real spikes are cheaper, and real refractoriness has two causes, not one.
// - It cannot burst: for that a third, slower variable must push it back and forth between rest and firing.
// - It fires at hundreds of spikes per second, off the circle at up to 1900{~ fiCurve(off, [38], { duration: 60 }).rate[0]}. Its numbers were chosen for clear pictures, not to fit a cell.
// - A single compartment has no dendrites ([17. Dendrites and cables](17-dendrites-and-cables.ipynb)).
//
// ## Summary
//
// - Fast amplification (sodium) and slow undoing (potassium) are enough for spikes; two variables, one plane.
// - Upstroke below the V-nullcline, downstroke above it, recovery along its left branch.
// - $I_\infty(V)$: N-shaped → saddle-node possible; rising → only Andronov-Hopf.
// - High threshold: fold at 4.513{= foldOf()} µA/cm². Low threshold: supercritical Andronov-Hopf at 14.659{= hopfOf(low)} µA/cm². Subcritical set: 48.902{= hopfOf(resting)} µA/cm².
// - $\tau$ moves no nullcline, but decides whether the saddle-node lies on the invariant circle.
// - Rebound: hyperpolarisation shuts potassium channels that are open at rest. It is the rule near an Andronov-Hopf bifurcation, and an exception near a saddle-node.
// - Of the four, only the one on the invariant circle leaves rest at a rate of zero. (Off the circle the rate does fall to zero where firing ends on the way down, at the homoclinic of [5. Bifurcations](05-bifurcations.ipynb), but so steeply that nobody will see it: 441{= 1000 / limitCycles(off).find((cycle) => cycle.stable).period} Hz at 0 µA/cm², and still 219{= 1000 / limitCycles(off.with({ I: -0.295 })).find((cycle) => cycle.stable).period} Hz a mere 0.003{~ -0.295 + 0.29769} from it.)
//
// ## References
//
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapters 4 to 7: this model, its parameters (Fig. 4.1) and its regimes.
// - J. Rinzel (1985) *Fed. Proc.* 44:2944: how four variables become two.
// - C. Morris, H. Lecar (1981) *Biophys. J.* 35:193: a two-variable model with calcium, fitted to barnacle muscle.
