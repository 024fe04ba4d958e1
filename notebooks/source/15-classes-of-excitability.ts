// %% [markdown]
// # 15. Classes of excitability
//
// **One idea:** the way in which a neuron begins to fire (from zero, with a jump, or only briefly) is a sign of how its rest is lost.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | sort neurons into Hodgkin's three classes by experiment | 15.1 Three answers to a current | 20 |
// | turn one class into another with one parameter | 15.2 One number, three classes | 18 |
// | give the reason for a class: a bifurcation, or none | 15.3 The reason behind the class | 22 |
// | say why the protocol matters | 15.4 Ramp or step? | 15 |
//
// **Prerequisites:** [5. Bifurcations](05-bifurcations.ipynb), [11. Sodium and potassium](11-persistent-sodium-potassium.ipynb).
// About 75 min with exercises. All traces are simulated; nothing here is measured data.

// %%
import { bifurcations, check, equations, excitability, excitabilityClasses, explore, fiCurve, hodgkinHuxley, izhikevich, izhikevich2007, leakyIntegrateAndFire, morrisLecar, nullclines, plot, predict, prescott, ramp, setup, show, simulate, step, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 15.1 Three answers to a current (20 min)
//
// In 1948 Alan Hodgkin put steady currents into axons of the shore crab and counted spikes. He found three kinds of answer.
//
// - **Class 1** can fire at any rate, however low, and the rate grows smoothly with the current.
// - **Class 2** is silent, and then fires at once at some tens of hertz. No current makes it fire slowly.
// - **Class 3** answers the beginning of the current with one spike, or a few, and is silent after that.
//
// The classes are about the *f-I curve*, the steady firing rate against the steady current. They say nothing about the shape, the size or the place of the neuron.
//
// The model of this notebook can be any of the three. Prescott, De Koninck and Sejnowski made it in 2008 to find out what makes the difference. It is a relative of $I_{\mathrm{Na,p}}+I_{\mathrm{K}}$: a fast inward current, a slow outward one with the gate $w$, and a leak.

// %%
equations(prescott);

// %% [markdown]
// **Before you run the cell:** three neurons that differ in one number get the same step of 60 µA/cm². From these traces alone, which of the three classes will you be able to name?

// %% [predict 15.1]
const one = prescott.preset("class 1");
const two = prescott.preset("class 2");
const three = prescott.preset("class 3");
const trio = [one, two, three].map((model) => simulate(model, { duration: 200, stimulus: step(60, 20) }));
// ✎ your prediction: "class 1", "class 2" or "class 3"
predict("15.1", "", () => {
  trio.forEach((run, i) => show(plot.trace(run, { title: `class ${i + 1}`, panels: ["V"], height: 200 })));
});

// %% [explain 15.1]
// Only the third: one spike at the onset, then silence. The other two both fire steadily, and at one current nothing tells class 1 from class 2. For that you need the whole curve, and most of all its beginning.

// %% [markdown]
// **Before you run the cell:** sketch the three f-I curves between 34 and 70 µA/cm².

// %% [predict 15.2]
const currents = Float64Array.from({ length: 37 }, (_, i) => 34 + i);
const curves = [one, two, three].map((model) => fiCurve(model, currents, { duration: 600 }));
// ✎ your prediction: a few points of the curve of class 1, such as [[34, 0], [70, 100]]
predict<number[][]>("15.2", [], (mine) => {
  const yours = { current: mine.map((point) => point[0]), rate: mine.map((point) => point[1]) };
  show(plot.fiCurve({ "your sketch": yours, "class 1": curves[0], "class 2": curves[1], "class 3": curves[2] }));
});

// %% [explain 15.2]
// The first curve rises from zero: 24{= fiCurve(one, [37], { duration: 600 }).rate[0]} Hz at 37 µA/cm², and less and less down to its onset at 36.7{= changes(one, 80)[0]}. The second jumps: at 43{= firstCurrent(curves[1])} µA/cm² it starts with 67{= fiCurve(two, [43], { duration: 600 }).rate[0]} Hz, and no current gives it 30{< fiCurve(two, [42.2], { duration: 600 }).rate[0]} Hz. The third stays at zero. From 57{= answersFrom()} µA/cm² on it fires one spike at the onset, and one spike is not a rate.

// %% [markdown]
// **Exercise 15.1** (1 point). *Measure.* Read it off: only one of the three can report a current by a **slow** rate of 20 Hz. How fast does this one fire at the current of `variant("15.1")`? In Hz, to within 1.5.

// %%
const given = variant("15.1");
console.log(`your current: I = ${given.I} uA/cm^2`);

// %% [exercise 15.1]
// BEGIN SOLUTION
const slowOne = fiCurve(one, [given.I], { duration: 600 }).rate[0];
// STUB
// const slowOne = NaN; // Hz
// END SOLUTION

// %% [check 15.1]
check("15.1", slowOne);

// %% [solution 15.1]
// Only the curve of class 1 takes every value from zero up. That makes such a neuron useful as a meter: its rate tells the size of a weak input.

// %% [markdown]
// How slow is "slow"? No number can say. A rate of 6{= regularAt(0.0001)} Hz may be the lowest that a neuron has, and one of 20 Hz may be on its way to zero. So ask twice: measure the rate a little above the onset of firing, then a hundred times closer to it, and see whether it is still falling.
//
// **Exercise 15.2** (3 points). *Build.* Write this test. Your function gets three numbers: `rate`, the steady rate in Hz at some distance above the onset; `closer`, the rate at a hundredth of that distance; and `onset`, the number of spikes early in a strong step. Let it give
//
// - 1 if `closer` is less than three quarters of `rate`: it is on its way to zero,
// - 2 if there is a steady rate that does not fall so far,
// - 3 if both rates are zero, although there were onset spikes,
// - 0 if the neuron never spiked at all.

// %% [exercise 15.2]
const classOf = (rate: number, closer: number, onset: number): number => {
  // BEGIN SOLUTION
  if (rate > 0) return closer < 0.75 * rate ? 1 : 2;
  return onset > 0 ? 3 : 0;
  // STUB
  // return NaN; // 0, 1, 2 or 3
  // END SOLUTION
};

// %% [check 15.2]
check("15.2", classOf);

// %% [markdown]
// **Before you run the cell:** it puts your test to five neurons, one per cent above the onset of each, and a hundredth of a per cent above it. Three of them are Prescott's. The other two are Izhikevich's regular spiking cell, once as he published it in 2003, without units, and once as in his book of 2007, in pA and mV. To which class will they belong? The same, surely?

// %% [predict 15.3]
const regular = izhikevich.preset("regular spiking");
const regular2007 = izhikevich2007.preset("regular spiking");
const onsets = [["class 1", one, 36.74], ["class 2", two, 42.802], ["class 3", three, 60],
  ["regular spiking, 2003", regular, 3.7975], ["regular spiking, 2007", regular2007, 51.4286]] as const;
// ✎ your prediction: the two regular spiking cells belong "to the same class" or "to two classes"
predict("15.3", "", () => {
  for (const [name, model, onset] of onsets) {
    const [near, nearer] = fiCurve(model, [1.01 * onset, 1.0001 * onset], { duration: 4000 }).rate;
    const answer = classOf(near, nearer, simulate(model, { duration: 100, stimulus: step(2 * onset, 20) }).spikes.length);
    console.log(`${name}: ${near.toFixed(1)} Hz, closer ${nearer.toFixed(1)} Hz: you say ${answer}`);
  }
});

// %% [explain 15.3]
// To two classes. As the onset comes closer, the rate of 2007 falls to nothing, while that of 2003 stays at 5.6{= regularAt(0.0001)} Hz. (If the cell says `NaN`, your test is not written yet.)

// %% [solution 15.2]
// The rates of class 1 go to zero with the distance from the onset: in a square root, a hundredth of the distance makes a tenth of the rate. Those of class 2 go to a limit. A single rate tells nothing: regular spiking of 2003 fires at 6{= regularAt(0.01)} Hz, and it is class 2.

// %% [markdown]
// ## 15.2 One number, three classes (18 min)
//
// Regular spiking of 2003 is class 2, with a lowest rate of 5.6{= regularAt(0.0001)} Hz; regular spiking of 2007 is class 1. One name, two classes: they are two models. Section 15.3 gives the reason.
//
// What differs between Prescott's three is $\beta_w$, the voltage at which half of the slow outward current is on: 0{= one.parameters.betaW}, −13{= two.parameters.betaW} and −21{= three.parameters.betaW} mV. The slow current competes with the fast one for the voltages just above rest. The lower $\beta_w$, the earlier
// it comes in.
//
// The V-nullcline does not contain $\beta_w$: all three neurons have the same one, and the input lifts it. Only the w-nullcline moves.
//
// **Before you run the cell:** the figure shows the foot of the phase plane. From 30 to 37 µA/cm² the V-nullcline is lifted. Which of the three w-nullclines will it no longer meet?

// %% [predict 15.4]
const foot = { V: [-65, -5], w: [-0.01, 0.06] } as const;
const lifts = [30, 37].map((I) => nullclines(prescott.with({ I: I }), foot).V.branches[0]);
const gates = [one, two, three].map((model) => nullclines(model, foot).w.branches[0]);
const lines = [...lifts, ...gates].map((curve) => ({ x: curve.V, y: curve.w }));
// ✎ your prediction: "class 1", "class 2" or "class 3"
predict("15.4", "", () => {
  show(plot.curves({
    "V-nullcline, I = 30": lines[0], "V-nullcline, I = 37": lines[1],
    "w-nullcline: class 1": lines[2], "class 2": lines[3], "class 3": lines[4],
  }, { x: ["V", "mV"], y: ["w", "1"], height: 420 }));
});

// %% [explain 15.4]
// That of class 1. Its w-nullcline is still flat where the V-nullcline has its lowest point. At 30 µA/cm² the two cross twice there, at rest and at a saddle. At 37 they cross no more: the V-nullcline is lifted off, rest and saddle have met and vanished, a saddle-node. In class 2 the w-nullcline is already
// rising there. The crossing stays whatever the input, moves to the right, and can only lose its stability. In class 3 the w-nullcline rises so early that at 60 µA/cm² the crossing is still on the left branch, and it stays stable up to 87{= changes(three, 120)[0]} µA/cm².

// %% [markdown]
// Now turn one class into the next yourself. Set $I$ to 60 µA/cm² and $\beta_w$ to 0. **Before you lower $\beta_w$ towards −21{= three.parameters.betaW} mV:** will the rate shrink little by little to zero, or will firing end at once? And what becomes of the crossing?

// %% [predict 15.5]
// ✎ your prediction: "little by little" or "at once"
predict("15.5", "", () => {
  excitabilityClasses();
});

// %% [explain 15.5]
// At once. The rate falls from 160{= rateAt(0)} Hz to some 100{~ rateAt(-18.5)} Hz, and below −18.7{= silentFrom()} mV all but one spike are gone. Just before, at −18.5{= stableFrom()} mV, the crossing in the phase plane has become stable: its point is filled. Look at the f-I curves as well. As $\beta_w$ falls, the onset moves to the right and turns from a smooth start into a jump.

// %% [markdown]
// **Exercise 15.3** (3 points). *Investigate.* `variant("15.3")` gives you a $\beta_w$ in between. At which input, in µA/cm², does this neuron lose its rest when $I$ grows slowly from 0 to 80 µA/cm²? Give it to within 0.01: `excitability` and `bifurcations` both locate it.

// %%
const mine = variant("15.3");
const between = prescott.with({ betaW: mine.betaW });
console.log(`your neuron: betaW = ${mine.betaW} mV`);

// %% [exercise 15.3]
// BEGIN SOLUTION
const lost = excitability(between).evidence.lost!.parameter;
// STUB
// const lost = NaN; // uA/cm^2
// END SOLUTION

// %% [check 15.3]
check("15.3", lost);

// %%
show(plot.bifurcationDiagram(bifurcations(between, "I", [0, 80])));

// %% [solution 15.3]
// `excitability(model).evidence.lost` is the bifurcation in which rest is lost under a slow ramp. In the diagram it is the end of the solid blue line. A little to its left the diagram has a fold of cycles: from there on the neuron *can* fire, but rest survives.

// %% [markdown]
// ## 15.3 The reason behind the class (22 min)
//
// Which class is it, then? From here on we go by the reason. **A neuron's class is decided by how its rest is lost when the current grows slowly.** The beginning of the f-I curve is the sign by which you know it.
//
// | rest is lost by | the f-I curve begins | class |
// |---|---|---|
// | saddle-node on invariant circle | at zero, $f \sim \sqrt{I - I_\mathrm{SN}}$ | 1 |
// | saddle-node off the invariant circle | with a jump | 2 |
// | supercritical Andronov-Hopf | at a finite rate, with small amplitude | 2 |
// | subcritical Andronov-Hopf | with a jump | 2 |
// | none, over the range of currents that the cell ever meets | not at all | 3 |
//
// So in neurons without a reset class 1 has one cause, and class 2 has three. One call does the whole experiment and gives its evidence:

// %%
for (const model of [one, two, three]) {
  const answer = excitability(model);
  console.log(`class ${answer.class}, because ${answer.evidence.reasons.join("; ").replaceAll("; ", ";\n  ")}\n`);
}

// %% [markdown]
// **Before you run the cell:** to which class do these belong: the axon of Hodgkin and Huxley, the leaky integrate-and-fire neuron, Izhikevich's two regular spiking cells, and the three presets of Morris and Lecar's model of a barnacle's muscle fibre, which are named after what happens at their onset?

// %% [predict 15.6]
const others = { "Hodgkin-Huxley": hodgkinHuxley, "leaky integrate-and-fire": leakyIntegrateAndFire,
  "regular spiking, 2003": regular, "regular spiking, 2007": regular2007 };
// ✎ your prediction: the axon, "class 1", "class 2" or "class 3"
predict("15.6", "", () => {
  for (const [name, model] of Object.entries(others)) console.log(`${name}: class ${excitability(model).class}`);
  for (const name of Object.keys(morrisLecar.presets)) {
    console.log(`Morris-Lecar, ${name}: class ${excitability(morrisLecar.preset(name)).class}`);
  }
});

// %% [explain 15.6]
// The squid axon is class 2: its rest is lost in a subcritical Andronov-Hopf bifurcation. So is regular spiking of 2003, at $I = 3.7975{= changes(regular, 10)[0]}$, just before its fold at 4{= changes(regular, 10)[1]}. In 2007 Izhikevich fitted the model to a real cell, and now the fold comes first, at 51.43{= changes(regular2007, 200)[0]} pA: class 1. Of Morris and Lecar's three, two lose rest in the same saddle-node, at 39.96{= changes(morrisLecar.preset("saddle-node on invariant circle"), 80)[0]} µA/cm², and yet
// one is class 1 and one class 2: off the circle, firing begins with a jump. The leaky integrate-and-fire neuron is class 1 for a reason of its own. It has no saddle-node: its rest runs into the threshold that we put there, and close to that point the way up takes as long as you like.

// %% [markdown]
// **Exercise 15.4** (1 point). *In your own words.* A neuron fires at 6 Hz. "So slowly: it must be class 1", says a friend. Why may he be wrong? And what would you have to find out instead? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 15.4]
// BEGIN SOLUTION
const whatARateTells = "The class is decided by the bifurcation in which rest is lost when the current grows slowly, and its sign is how the f-I curve begins. A low rate may be the lowest that a neuron of class 2 has, as for regular spiking of 2003. So bring the current closer to the onset: does the rate go on falling towards zero, or does firing begin with a jump?";
// STUB
// const whatARateTells = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 15.4]
check("15.4", whatARateTells);

// %% [solution 15.4]
// Class 1 has one cause, the saddle-node on the circle; class 2 has three, for a saddle-node off the circle gives a jump as well as the two Andronov-Hopf bifurcations. A low rate may be the lowest of all, as for regular
// spiking of 2003: ask whether it falls further as you come closer, for at one current nothing tells class 1 from class 2. And in class 3 rest stays stable: the step only leaves the state
// behind.

// %% [markdown]
// ## 15.4 Ramp or step? (15 min)
//
// The same class 3 neuron goes to 60 µA/cm² twice: once by a step, once by a ramp that takes 100 ms. At the end the equilibrium is the same, and it is stable all the way.
//
// **Before you run the cell:** will it fire on the step, on the ramp, on both?

// %% [predict 15.7]
const suddenly = simulate(three, { duration: 150, stimulus: step(60, 20) });
const slowly = simulate(three, { duration: 150, stimulus: ramp(60 / 100, 20, 120) });
// ✎ your prediction: "on the step", "on the ramp" or "on both"
predict("15.7", "", () => {
  show(plot.trace({ "step": suddenly, "ramp": slowly }));
});

// %% [explain 15.7]
// On the step only. Look at the same two runs in the plane, with the nullclines for 60 µA/cm².

// %%
const at60 = three.with({ I: 60 });
const wide = { V: [-80, 40], w: [-0.02, 0.4] } as const;
const drawn = { nullclines: nullclines(at60, wide), trajectories: [suddenly, slowly] };
show(plot.phasePlane({ model: at60, window: wide, ...drawn }));

// %% [markdown]
// The step moves the equilibrium from −69{= equilibria(three)[0].state.V} mV to −40{= equilibria(at60)[0].state.V} mV faster than the state can follow. The state is left behind, below the V-nullcline, and has to go the long way round: that is the spike. The ramp takes the state along the w-nullcline, on the short line at the bottom.
// Rest is never lost; it is *outrun*.
//
// In class 2 the same trick works below the bifurcation. A step can throw the state into the basin of the firing cycle while rest is still stable. **Before you run the cell:** the squid axon loses its rest at 9.775{= changes(hodgkinHuxley, 20)[0]} µA/cm². It goes to 8 µA/cm², by a step and by a ramp of 100 ms. What will you see?

// %% [predict 15.8]
const thrown = simulate(hodgkinHuxley, { duration: 200, stimulus: step(8, 20) });
const led = simulate(hodgkinHuxley, { duration: 200, stimulus: ramp(8 / 100, 20, 120) });
// ✎ your prediction: "both fire", "only the step" or "neither"
predict("15.8", "", () => {
  show(plot.trace({ "step": thrown, "ramp": led }, { panels: ["V", "input"] }));
});

// %% [explain 15.8]
// At the same 8 µA/cm² one axon fires for ever, and the other rests for ever. So whoever measures an f-I curve must say how. The class goes by the slow ramp.

// %% [markdown]
// **Exercise 15.5** (3 points). *Investigate.* In class 3, a ramp climbs from 0 to the current of `variant("15.5")` in a time of $D$ ms and stays there. Find the **longest** $D$ with which it still causes a spike, to within 0.1 ms. (A spike is a peak that passes −1.2{= three.parameters.betaM} mV, as `simulate` counts them.)

// %%
const top = variant("15.5").I;
console.log(`your ramp ends at I = ${top} uA/cm^2`);

// %% [exercise 15.5]
// BEGIN SOLUTION
const fires = (D: number): boolean => simulate(three, { duration: 100, stimulus: ramp(top / D, 10, 10 + D) }).spikes.length > 0;
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

// %% [check 15.5]
check("15.5", longest);

// %%
const tried = [-0.3, 0.3].map((more) => (longest || 50) + more);
const climbs = tried.map((D) => simulate(three, { duration: 60, stimulus: ramp(top / D, 10, 10 + D) }));
show(plot.trace({ "0.3 ms faster": climbs[0], "0.3 ms slower": climbs[1] }));

// %% [solution 15.5]
// Halve the interval between a ramp that fires and one that does not. There is no sharp threshold in the model itself: the peak voltage falls steeply but smoothly as the ramp gets slower. The time that you found is 1.4{= climb(60)} to 3.0{= climb(86)} times the largest time constant of the slow current,
// $\tau_w/\varphi_w$ = 6.7{= 1 / three.parameters.phiW} ms: a ramp that takes much longer is followed.

// %% [markdown]
// A class 3 neuron never fires steadily on a steady current. **Before you try it:** what will it do on a current that fluctuates? Choose *noise* in the menu of currents, a mean of 40 µA/cm² and an $I$ (now its standard deviation) of 20 µA/cm².

// %% [predict 15.9]
// ✎ your prediction: "it stays silent" or "it fires again and again"
predict("15.9", "", () => {
  explore(three, { duration: 200 });
});

// %% [explain 15.9]
// It fires again and again, once at each fast rise. A class 3 neuron tells *when* its input changed, not how large it is.

// %% [markdown]
// ## What this picture cannot do
//
// - Class is defined for steady currents. Real inputs fluctuate, and in noise all three classes fire.
// - A neuron may change its class: with temperature, with neuromodulators, with spike adaptation. Here 13{= one.parameters.betaW - two.parameters.betaW} mV of one parameter were enough.
// - A neuron's *type*, by genes, shape and connections, is another matter; class says nothing about it.
//
// ## Summary
//
// - A class is decided by how a slow ramp loses rest. Its sign is the onset of the f-I curve. Class 1: from zero. Class 2: with a jump, be it to 6{= regularAt(0.0001)} Hz. Class 3: spikes at the onset of a step only.
// - Prescott's model: $\beta_w$ = 0{= one.parameters.betaW} mV → class 1 (SNIC at $I$ = 36.740{= changes(one, 80)[0]} µA/cm²); −13{= two.parameters.betaW} mV → class 2 (subcritical Andronov-Hopf at 42.802{= changes(two, 80)[0]} µA/cm²); −21{= three.parameters.betaW} mV → class 3 (rest stable up to 87{= changes(three, 120)[0]} µA/cm²).
// - Regular spiking of Izhikevich (2003) is class 2 (subcritical Andronov-Hopf at 3.7975{= changes(regular, 10)[0]}, from 5.6{= regularAt(0.0001)} Hz); of Izhikevich (2007) class 1 (fold at 51.43{= changes(regular2007, 200)[0]} pA).
// - Without a reset, class 1 means a SNIC. Class 2 may be any of the other three. Class 3 means that no bifurcation of rest is met in the range of inputs.
// - A step can outrun rest; a slow ramp cannot. Say which protocol you used: at 8 µA/cm² the squid axon fires after a step and rests after a ramp.
//
// ## References
//
// - A. L. Hodgkin (1948) *J. Physiol.* 107:165: the three classes, in crab axons.
// - J. Rinzel, G. B. Ermentrout (1998) in C. Koch, I. Segev (editors) *Methods in Neuronal Modeling*, second edition, MIT Press: which bifurcation makes which class, in Morris and Lecar's model.
// - S. A. Prescott, Y. De Koninck, T. J. Sejnowski (2008) *PLoS Comput. Biol.* 4:e1000198: the model of this notebook; the three classes as three outcomes of one competition.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 7: excitability.
