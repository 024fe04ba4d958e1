// %% [markdown]
// # 13. The simple model
//
// **One idea:** where neurons decide whether to fire, they look alike: a parabola for the voltage and a line for the recovery. Keep those two, and replace the rest of the spike by a reset.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | derive $0.04v^2 + 5v + 140$ and its threshold | 13.1 A parabola and a line | 21 |
// | write the model yourself, and say what each of $a$, $b$, $c$, $d$ does | 13.2 Four knobs | 23 |
// | say by $a$ and $b$ in which of two ways rest is lost | 13.3 Two ways to lose rest | 16 |
// | recognise twenty firing patterns | 13.4 Twenty neurons | 14 |
// | tell a neuron's property from an artefact of the method | 13.5 Honest numerics | 18 |
//
// **Prerequisites:** [4. The phase plane](04-the-phase-plane.ipynb), [5. Bifurcations](05-bifurcations.ipynb), [12. Integrate and fire](12-integrate-and-fire.ipynb).
// About 92 min with exercises. All traces are simulated; nothing here is measured data.

// %%
import { check, equations, equilibria, errorAgainstStep, excitability, explore, izhikevich, izhikevichPatterns, nullclines, plot, predict, resonance, runPattern, setup, show, simulate, step, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 13.1 A parabola and a line (21 min)
//
// Look at the left part of any phase plane of the last notebooks: the V-nullcline has a smooth lowest point, and rest and threshold lie to its two sides. Nearly every smooth curve is a parabola at its lowest point. And the other nullcline, in that small region, is
// nearly a straight line. In 2003 Eugene Izhikevich kept just these two, and put in a reset for all that happens at high voltage.

// %%
equations(izhikevich);

// %% [markdown]
// $v$ is in mV and $t$ in ms; $u$ and $I$ have no unit. $u$ is a *recovery variable*: the sum of all slow currents that oppose $v$, potassium that activates as well as sodium that inactivates. At $v_\mathrm{peak} = 30$ mV the spike is over; $v$ is set to $c$, and $u$ grows by $d$.
//
// Where do the numbers 0.04, 5 and 140 come from? Take a cortical neuron that rests at −70 mV and has its threshold at −50 mV. Along the line $u = bv$ the voltage must stand still at just these two, so
//
// $$0.04\,(v + 70)(v + 50) = 0.04v^2 + 4.8v + 140.$$
//
// With $b = 0.2$ the line takes $0.2v$ away, so the parabola itself gets $5v$. That leaves 0.04, which sets the speed. With $u$ held at its resting value, the way from −50 mV up to 30 mV takes 2.0{= upstroke()} ms, about the time of a real upstroke.
//
// **Before you run the cell:** the parabola $0.04v^2 + 5v + 140$ has its bottom at $v = -5/0.08 = -62.5{= -5 / 0.08}$ mV. Will rest lie to the left or to the right of it?

// %% [predict 13.1]
const plane = { v: [-85, -40], u: [-20, 0] } as const;
const regular = izhikevich.preset("regular spiking");
const resting = { model: regular, window: plane, nullclines: nullclines(regular, plane), equilibria: equilibria(regular, plane) };
// ✎ your prediction: "left" or "right"
predict("13.1", "", () => {
  show(plot.phasePlane(resting));
});

// %% [explain 13.1]
// To the left: a stable node at −70{= equilibria(regular)[0].state.v} mV. To the right, at −50{= equilibria(regular)[1].state.v} mV, there is a saddle, whose stable manifold is the threshold. An input lifts the parabola, and rest and saddle meet.

// %% [markdown]
// **Exercise 13.1** (3 points). At an equilibrium $u = bv$, so $0.04v^2 + (5 - b)\,v + 140 + I = 0$. Write the input at which its two solutions merge, as a function of `b`.

// %% [exercise 13.1]
const foldInput = (b: number): number => {
  // BEGIN SOLUTION
  return (5 - b) ** 2 / 0.16 - 140;
  // STUB
  // return NaN; // the input I
  // END SOLUTION
};

// %% [check 13.1]
check("13.1", foldInput);

// %%
const merged = regular.with({ I: foldInput(0.2) || 0 });
show(plot.phasePlane({ model: merged, window: plane, nullclines: nullclines(merged, plane) }));

// %% [markdown]
// If your formula is right, line and parabola touch in the figure and do not cross.

// %% [solution 13.1]
// A quadratic equation has one double solution where its discriminant is zero: $(5-b)^2 = 4\cdot 0.04\,(140 + I)$. For $b = 0.2$ that gives $I = 4{= foldInput(0.2)}$.

// %% [markdown]
// ## 13.2 Four knobs (23 min)
//
// - $a$ (1/ms): how fast $u$ follows. $1/a$ is its time constant: 50{= 1 / 0.02} ms for $a = 0.02$, 10{= 1 / 0.1} ms for $a = 0.1$.
// - $b$ (1/mV): how strongly $u$ answers the voltage below threshold.
// - $c$ (mV): where the voltage lands after a spike.
// - $d$: how much each spike adds to $u$. Large $d$: adaptation.
//
// **Before you run the cell:** "chattering" has $c = -50$ mV and $d = 2$ instead of −65 mV and 8. It lands higher and tires less. What will it do?

// %% [predict 13.2]
const cells = ["regular spiking", "intrinsically bursting", "chattering", "fast spiking", "low-threshold spiking"];
const runs = cells.map((name) => simulate(izhikevich.preset(name), { duration: 300, stimulus: step(10, 20) }));
// ✎ your prediction: "fire in bursts", "fire faster" or "fall silent"
predict("13.2", "", () => {
  show(plot.gallery(Object.fromEntries(cells.map((name, i) => [name, runs[i]])), { columns: 3 }));
});

// %% [explain 13.2]
// It fires in bursts. In the plane, a reset to −50 mV lands below the parabola, where $v$ still rises, so the next spike follows at once. Each spike lifts $u$ by $d$, until the landing point is above the parabola. There $v$ falls: the state has to go round by the left, and that is the pause. (You saw
// the same in [12. Integrate and fire](12-integrate-and-fire.ipynb) with AdEx.)

// %% [markdown]
// The next figure opens with the regular spiking cell. You will change it into the chattering one in two moves: $d$ from 8 to 2, and $c$ from −65 to −50. **Before you move anything:** will it fire in bursts after $d$ alone, after $c$ alone, or only after both? Watch the dotted resets in the phase plane.

// %% [predict 13.3]
// ✎ your prediction: "after d alone", "after c alone" or "only after both"
predict("13.3", "", () => {
  explore(izhikevich.with({ I: 10 }), { story: [
    { say: "Move d alone, from 8 to 2.", until: { parameters: { d: [1.9, 2.1], c: [-65, -65] } } },
    { say: "Put d back to 8, and move c alone, to −50.", until: { parameters: { d: [8, 8], c: [-50.5, -49.5] } } },
    { say: "Now d to 2 as well. Where do the resets land?", until: { parameters: { d: [1.9, 2.1], c: [-50.5, -49.5] } } },
  ] });
});

// %% [explain 13.3]
// Only after both. With $d = 2$ alone it fires faster, and adapts within a few spikes. With $c = -50$ alone it begins with a pair and goes on with single spikes, because one step of 8 in $u$ is enough to land above the parabola. With both, several resets fit in below it.

// %% [markdown]
// **Exercise 13.2** (3 points). *Build.* The whole model is three lines: two velocities and a reset. Write one of Euler's steps: from `v`, `u` and the input `I` to the list of the two values `dt` ms later. The four knobs come with them. If the *new* $v$ has reached 30 mV, the spike is over: then $v$ becomes $c$, and the new $u$ grows by $d$.

// %% [exercise 13.2]
const nextState = (
  v: number, u: number, I: number, dt: number,
  a: number, b: number, c: number, d: number,
): number[] => {
  // BEGIN SOLUTION
  const newV = v + dt * (0.04 * v ** 2 + 5 * v + 140 - u + I);
  const newU = u + dt * a * (b * v - u);
  return newV >= 30 ? [c, newU + d] : [newV, newU];
  // STUB
  // return [NaN, NaN]; // v in mV, and u
  // END SOLUTION
};

// %% [check 13.2]
check("13.2", nextState);

// %% [markdown]
// Now turn the knobs of a model that is your own. Three runs follow, of 300 ms at $I = 10$: the regular spiking cell, the same with $d = 0$, and the same with $a = 0$. One of them does not tire, and one fires a single spike. Which knob does what?

// %%
const stepped = (a: number, b: number, c: number, d: number) => {
  const path = [[-70, -14]];
  for (let k = 0; k < 3000; k++) path.push(nextState(path[k][0], path[k][1], 10, 0.1, a, b, c, d));
  return { x: path.map((_, k) => 0.1 * k), y: path.map((state) => state[0]) };
};
const versions = { "regular spiking": stepped(0.02, 0.2, -65, 8), "d = 0": stepped(0.02, 0.2, -65, 0), "a = 0": stepped(0, 0.2, -65, 8) };
for (const [title, curve] of Object.entries(versions))
  show(plot.curves(curve, { x: ["time", "ms"], y: ["v", "mV"], title: title, height: 190 }));

// %% [solution 13.2]
// Both velocities belong to the old point, and the reset comes last. $d$ is what a spike leaves behind. In the accurate runs of `simulate`, with $d = 0$ the first interval is 3.1{= tireless()[1] - tireless()[0]} ms instead of 21{= runs[0].spikes[1] - runs[0].spikes[0]}. The intervals still grow a little, to 4.4{= tireless().at(-1) - tireless().at(-2)} ms, because $u$ also follows the voltage, through $b$. With $a = 0$ the opposite happens: nothing is ever forgotten. The first spike lifts $u$ by 8 for good, and no second one follows.

// %% [markdown]
// ## 13.3 Two ways to lose rest (16 min)
//
// Rest can be lost in two ways. Either it meets the saddle (the fold of Exercise 13.1), or it becomes unstable before that, in an Andronov-Hopf bifurcation. The trace of the Jacobian at $v$ is $0.08v + 5 - a$. It is zero at
// $v = (a - 5)/0.08$. That point lies on the left, stable branch only if $a < b$.
//
// **Exercise 13.3** (3 points). For the $a$ and $b$ of `variant("13.3")` (with $b > a$): at which input does the Andronov-Hopf bifurcation happen?

// %%
const mine = variant("13.3");
console.log(`your neuron: a = ${mine.a} 1/ms, b = ${mine.b} 1/mV`);

// %% [exercise 13.3]
// BEGIN SOLUTION
const v = (mine.a - 5) / 0.08;
const hopf = -(0.04 * v * v + (5 - mine.b) * v + 140);
// STUB
// const hopf = NaN; // the input I
// END SOLUTION

// %% [check 13.3]
check("13.3", hopf);

// %%
const yours = izhikevich.with({ a: mine.a, b: mine.b });
const at = (mine.a - 5) / 0.08;
const start = { v: at + 0.3, u: mine.b * at };
const kicked = [hopf - 0.05, hopf + 0.05].map((I) => simulate(yours.with({ I: I || 0 }), { duration: 300, initial: start }));
show(plot.trace({ "a little below": kicked[0], "a little above": kicked[1] }, { panels: ["v"] }));

// %% [solution 13.3]
// Put $v = (a-5)/0.08$ into the equation for the equilibrium and solve for $I$. It comes before the fold. In this model it is always subcritical: firing begins with a jump.

// %% [markdown]
// So with $b < a$ rest is lost in the fold, and with $b > a$ before it, in an Andronov-Hopf bifurcation. One model, near two bifurcations: that is what makes it useful.
//
// **Before you run the cell:** four neurons have $a = 0.1$, and $b$ = 0.01, 0.05, 0.2 and 0.26. Which of them can fire as slowly as you like? (The end of each line tells at which frequency a small rhythmic input moves the resting neuron most, just before rest is lost.)

// %% [predict 13.4]
// ✎ your prediction: how many of the four
predict("13.4", NaN, () => {
  for (const b of [0.01, 0.05, 0.2, 0.26]) {
    const cell = izhikevich.with({ a: 0.1, b: b, d: 2 });
    const lost = excitability(cell).evidence.lost!;
    const prefers = resonance(cell.with({ I: lost.parameter - 0.1 })).frequency.toFixed(0);
    console.log(`b = ${b}: rest is lost at I = ${lost.parameter.toFixed(4)} in a ${lost.kind}; prefers ${prefers} Hz`);
  }
});

// %% [explain 13.4]
// The first two{= ofClassOne([0.01, 0.05, 0.2, 0.26])}. They lose rest in a saddle-node on the invariant circle, where firing starts at rate zero: *class 1*. The other two start with a jump: *class 2*. ([15. Classes of excitability](15-classes-of-excitability.ipynb) is about these classes.)
//
// Now look at the frequencies. A neuron near its fold should prefer slow inputs, for there a slow push has all the time it needs: such a neuron is called an *integrator*. One near an Andronov-Hopf bifurcation should prefer its own rhythm, as a *resonator* does. The first neuron and the last two agree. The second does not: it is class 1, and prefers 10{= prefers(0.05)} Hz. The rule
// $b < a$ says which bifurcation comes first. That the neuron is then an integrator is true only very close to the fold ([16. Integrators and resonators](16-integrators-and-resonators.ipynb)).

// %% [markdown]
// ## 13.4 Twenty neurons (14 min)
//
// In 2004 Izhikevich showed twenty firing patterns of cortical neurons, all from this model. Here they are, with his parameters, his stimuli, and **his way of integrating**: Euler's method with steps of a quarter of a millisecond or so.

// %%
const published = izhikevichPatterns.map((pattern) => [pattern.panel, runPattern(pattern, "as published")]);
show(plot.gallery(Object.fromEntries(published), { columns: 4 }));

// %% [markdown]
// Look at the thin curves below the traces: they are the currents. Most of these neurons fire because a current comes. But in M and N it goes down and comes back, and a spike follows, or a burst; in S and T they fire while it is *reduced*. (In O a step down only prepares the neuron; the spike answers a step up. In P one step up begins the firing, and another ends it: it meets the orbit at a moment at which it knocks the state back to rest.)
//
// How can less input fire a neuron? In the next figure, choose *M rebound spike* in the menu *pattern*. **Before you look at the phase plane:** during the downward step $v$ is pulled to the left. What does $u$ do meanwhile, and what does it find when the step ends?

// %% [predict 13.5]
// ✎ your prediction: "it rises", "it falls, slowly" or "it stays"
predict("13.5", "", () => {
  explore(izhikevich.preset("low-threshold spiking"));
});

// %% [explain 13.5]
// $u$ follows $v$ down, slowly. When the step ends, $v$ is back at once, and $u$ is still low: less than usual opposes $v$, and the neuron fires. Try the other patterns, too: here they have names. Seventeen{= izhikevichPatterns.filter(({ model }) => model.name === izhikevich.name).length} of the twenty{= izhikevichPatterns.length} are settings of the same four knobs and a current. (G, L and R change the equation itself.)

// %% [markdown]
// **Exercise 13.4** (2 points). *Measure.* How much less does it take? The cell below rests. From 20 ms on its current is reduced by `A`, for the `width` of `variant("13.4")`, and then put back. What is the smallest `A` after which a spike follows? Give it to within 1 %. Write the experiment yourself: the run, the count of its spikes, and the search (halving, as in Section 3.6).

// %%
const reduction = variant("13.4");
const lowThreshold = izhikevich.preset("low-threshold spiking");
console.log(`your step lasts ${reduction.width} ms`);

// %% [exercise 13.4]
// BEGIN SOLUTION
const atRest = equilibria(lowThreshold)[0].state;
const followed = (A: number): boolean => simulate(lowThreshold,
  { duration: 200, initial: atRest, stimulus: step(-A, 20, 20 + reduction.width) }).spikes.length > 0;
const limits = [0, 40]; // too little, enough
for (let k = 0; k < 20; k++) {
  const middle = (limits[0] + limits[1]) / 2;
  limits[followed(middle) ? 1 : 0] = middle;
}
const leastReduction = limits[1];
// STUB
// const leastReduction = NaN; // without a unit, as I
// END SOLUTION

// %% [check 13.4]
check("13.4", leastReduction);

// %%
const reducedBy = (A: number) => simulate(lowThreshold, { duration: 120, initial: equilibria(lowThreshold)[0].state,
  stimulus: step(-(A || 0), 20, 20 + reduction.width) });
show(plot.trace({ "2 % less": reducedBy(0.98 * leastReduction), "2 % more": reducedBy(1.02 * leastReduction) }));

// %% [solution 13.4]
// Halve the interval between a reduction that is too small and one that is enough. A step of 10 ms has to take away 6.0{= leastStep(10)}, one of 20 ms only 2.5{= leastStep(20)}, one of 40 ms 1.3{= leastStep(40)}: the longer it lasts, the further $u$ has followed $v$ down. That is why a neuron with slow recovery can be fired by a long, gentle inhibition and not by a brief, strong one.

// %% [markdown]
// ## 13.5 Honest numerics (18 min)
//
// Are these patterns properties of the *model*, or of the steps of a quarter of a millisecond? First see what such a step does. The figure compares Euler's method with an accurate run of the regular spiking cell. **Before you move the step:** when you halve it, what becomes of the error? And with the method *Runge-Kutta 4*?

// %% [predict 13.6]
// ✎ your prediction: "it stays", "it nearly halves" or "it falls to a quarter"
predict("13.6", "", () => {
  errorAgainstStep(regular.with({ I: 10 }), { duration: 100 });
});

// %% [explain 13.6]
// Euler's error nearly halves: at 0.25 ms it is 0.52{= errorOf("euler", 0.25)} mV after 100 ms, at 0.125 ms 0.29{= errorOf("euler", 0.125)} mV. The smaller the step, the nearer its line comes to slope 1. Runge and Kutta's method of order 4 makes 0.0006{= errorOf("rk4", 0.25)} mV with a step of 0.25 ms, and its line is about four times as steep.

// %% [markdown]
// Half a millivolt is little for a cell that fires regularly. **Before you run the cell:** all patterns but T, as published and accurately. Which do you expect to change: spike times, spike counts, or the pattern itself?

// %% [predict 13.7]
// ✎ your prediction: "times only", "times and counts" or "even the patterns"
predict("13.7", "", () => {
  for (const pattern of izhikevichPatterns.filter(({ panel }) => panel !== "T")) {
    const [a, b] = (["as published", "accurate"] as const).map((mode) => runPattern(pattern, mode).spikes.length);
    if (a !== b) console.log(`${pattern.panel} ${pattern.name}, spikes: ${a} as published, ${b} accurately`);
  }
});

// %% [explain 13.7]
// All three. In eight{= panelsThatChange()} panels spikes come or go. In a few the pattern itself is lost: P does not stop, Q fires on and on. T is left out above, because accurately integrated it runs away: it fires faster and faster, until `simulate` gives up with an error. There the published figure shows a property of the method, not of the equations.

// %% [markdown]
// Take P. Two equal pulses switch its firing on and off. Keep one question in mind while you compare the columns below: why might the *time* of the second pulse decide whether the firing stops?

// %%
const P = izhikevichPatterns.find((pattern) => pattern.panel === "P")!;
const Q = izhikevichPatterns.find((pattern) => pattern.panel === "Q")!;
show(plot.gallery({
  "P as published": runPattern(P, "as published"), "P accurate": runPattern(P, "accurate"), "P repaired": runPattern(P, "repaired"),
  "Q as published": runPattern(Q, "as published"), "Q accurate": runPattern(Q, "accurate"), "Q repaired": runPattern(Q, "repaired"),
}, { columns: 3 }));
console.log("repairs:", P.repair!.change, "|", Q.repair!.change);

// %% [markdown]
// The second pulse has to push the state into the basin of rest, so it must find the state at the right place of its cycle. Coarse steps shift the spikes, and with them the moment. A small change of a parameter or of the stimulus brings each pattern back in the model proper; the third column shows it. So nothing is wrong with the idea. But **whoever takes over parameters takes over the method as well**, or has to check.
//
// **Exercise 13.5** (3 points). *Investigate.* Integrate the regular spiking neuron by Euler's method with the step of `variant("13.5")`, and compare with the accurate run. By how many ms is the **fifth** spike off? (The size only, to within 0.05 ms.) Use the `protocol` below: 500 ms, with $I = 10$ from $t = 20$ ms on.

// %%
const coarse = variant("13.5");
const protocol = { duration: 500, stimulus: step(10, 20) };
console.log(`your step: dt = ${coarse.dt} ms`);

// %% [exercise 13.5]
// BEGIN SOLUTION
const rough = simulate(regular, { ...protocol, method: "euler", dt: coarse.dt });
const exact = simulate(regular, protocol);
const off = Math.abs(rough.spikes[4] - exact.spikes[4]);
// STUB
// const off = NaN; // ms
// END SOLUTION

// %% [check 13.5]
check("13.5", off);

// %%
const euler = simulate(regular, { ...protocol, method: "euler", dt: coarse.dt });
show(plot.trace({ "accurate": simulate(regular, protocol), "Euler, your dt": euler }));

// %% [solution 13.5]
// `simulate` takes `method` and `dt`. For small steps the error of Euler's method shrinks in proportion to the step. These are not quite small: from 0.8 to 0.4 and 0.2 ms the fifth spike is off by 6.04{= fifthOff(0.8)}, 3.54{= fifthOff(0.4)} and 1.99{= fifthOff(0.2)} ms, a little more than half each time. (Here spikes are located between the steps, so what is left is the error of the method itself.)

// %% [markdown]
// **Exercise 13.6** (1 point). *In your own words.* The equation of $v$ has no way back: left to itself, $v$ would reach infinity. At a spike two rules step in, $v$ to $c$ and $u$ up by $d$. What do the two stand for in a real neuron? And what does a larger $d$ do to the next interval, and why? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 13.6]
// BEGIN SOLUTION
const twoRules = "The step to c stands for the downstroke: in a real neuron potassium channels open, sodium channels inactivate, and the voltage falls, which the parabola cannot do. The step of d stands for the slow outward current that a spike leaves behind. u works against v, so the larger d, the longer the next interval; and since u decays slowly, the steps add up, and the neuron adapts.";
// STUB
// const twoRules = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 13.6]
check("13.6", twoRules);

// %% [solution 13.6]
// The square of $v$ has no way back, so the downstroke is put in by hand, as the reset to $c$; and so is the height of the spike, $v_\mathrm{peak}$. In a real neuron potassium's current brings the voltage down, and part of it, or a slower one, goes on after the spike. That is the jump of $u$. It enters with a minus, so a larger $d$ makes the next interval longer. If $u$ has not decayed by then,
// the jumps add up: adaptation.

// %% [markdown]
// ## What this model cannot do
//
// - Spikes have a height of 30 mV by decree; their shape, and all that depends on it, means nothing.
// - $u$ is no particular current: the model cannot tell what a drug that blocks potassium channels does.
// - There is no absolute refractory period: right after a reset, a strong input fires the neuron again.
// - Far from rest the parabola is wrong. Strong inhibition meets a restoring force that grows with the square of the distance.
//
// ## Summary
//
// - $\dot v = 0.04v^2 + 5v + 140 - u + I$, $\dot u = a(bv - u)$; at $v = 30$ mV: $v \leftarrow c$, $u \leftarrow u + d$. $v$ in mV, $t$ in ms, $u$ and $I$ without unit.
// - Fold: $I_\mathrm{SN} = (5-b)^2/0.16 - 140$, which is 4{= foldInput(0.2)} for $b = 0.2$. For $b > a$ an Andronov-Hopf bifurcation comes first, at $v = (a-5)/0.08$: 3.7975{= hopfInput(0.02, 0.2)} for $a = 0.02$, $b = 0.2$. It is always subcritical. For $b < a$ the fold comes first: class 1, if it lies on the invariant circle.
// - $a$ speed of recovery, $b$ its coupling below threshold, $c$ landing voltage (bursts), $d$ after-effect of a spike (adaptation).
// - $0.04v^2 + 4.8v + 140 = 0.04\,(v + 70)(v + 50)$: with $b = 0.2$, rest at −70{= equilibria(regular)[0].state.v} mV and threshold at −50{= equilibria(regular)[1].state.v} mV.
// - The twenty patterns were published with Euler's method and coarse steps. Accurately integrated, eight{= panelsThatChange()} of them lose or gain spikes and T runs away. In five{= izhikevichPatterns.filter(({ repair }) => repair !== undefined).length} panels, I, P, Q, S and T, a small change of a parameter or of the stimulus brings the published pattern back.
//
// ## References
//
// - E. M. Izhikevich (2003) *IEEE Trans. Neural Netw.* 14:1569: the model, on four pages.
// - E. M. Izhikevich (2004) *IEEE Trans. Neural Netw.* 15:1063: the twenty patterns, and a comparison of models by cost.
// - E. Hairer, S. P. Nørsett, G. Wanner (1993) *Solving Ordinary Differential Equations I*, second edition, Springer: Euler, Runge-Kutta and how to control their errors.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 8: the same with units, fitted to many cells.
