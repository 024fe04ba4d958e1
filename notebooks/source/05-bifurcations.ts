// %% [markdown]
// # 5. Bifurcations
//
// **One idea:** as an input slowly grows, a neuron's phase portrait changes its shape only at special values, and in only a handful of ways.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | say what a bifurcation is and what it is not | 5.1 When the picture changes | 5 |
// | tell two ways of losing rest by a saddle-node | 5.2 Rest and threshold meet | 30 |
// | recognise a supercritical Andronov-Hopf bifurcation by its growing rhythm | 5.3 Rest turns into a rhythm | 22 |
// | explain jump, coexistence and hysteresis at a subcritical one | 5.4 Rest is undermined | 24 |
// | read a bifurcation diagram and use the scaling laws | 5.5 Four fingerprints | 19 |
// | find both kinds of bifurcation by hand, from trace and determinant | 5.6 Two numbers along rest | 20 |
//
// **Prerequisites:** [4. The phase plane](04-the-phase-plane.ipynb). About 120 min with exercises. All curves are computed from the models; nothing here is measured data.

// %%
import { bifurcations, blindNeuron, check, constant, equilibria, explore, fiCurve, fourBifurcations, limitCycles, nullclines, persistentSodiumPotassium, phasePortrait, plot, predict, setup, show, simulate, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 5.1 When the picture changes (5 min)
//
// Turn up the current through an electrode, slowly. For most values nothing of importance happens: rest moves a little, the time constant changes a little. Then, within a hair's
// breadth, a resting neuron becomes a firing one. Such a change of the *kind* of phase portrait is a **bifurcation**, and the quantity you turned
// is the bifurcation parameter. Here it is the input $I$.
//
// What counts as a change of kind? An equilibrium or a limit cycle appears, disappears, **or changes its stability**. That list
// is longer than "something appears or disappears": at an Andronov-Hopf bifurcation the equilibrium is there before and after.
//
// Rest can be lost in four common ways. All four fit into one model, $I_{\mathrm{Na,p}}+I_{\mathrm{K}}$, with four sets of parameters.

// %%
const snic = persistentSodiumPotassium.preset("saddle-node on invariant circle");
const off = persistentSodiumPotassium.preset("saddle-node off invariant circle");
const supercritical = persistentSodiumPotassium.preset("supercritical Andronov-Hopf");
const subcritical = persistentSodiumPotassium.preset("subcritical Andronov-Hopf");

// %% [markdown]
// ## 5.2 Rest and threshold meet (30 min)
//
// The first two sets differ in one number only: how fast potassium channels follow, $\tau = 1$ ms or $\tau = 0.152$ ms. That does not move a nullcline.
//
// **Before you run the cell:** at $I = 0$ there is a stable node (rest) and a saddle (threshold) not far to its right. As $I$ grows the V-nullcline is lifted. What happens to the two?

// %% [predict 5.1]
const near = { V: [-75, -45], n: [-0.01, 0.06] } as const;
// ✎ your prediction: "they move apart", "they meet and vanish" or "they stay where they are"
predict("5.1", "", () => {
  for (const I of [0, 4.5, 6]) {
    const model = snic.with({ I: I });
    const portrait = { model: model, window: near, nullclines: nullclines(model, near),
      equilibria: equilibria(model, near) };
    show(plot.phasePlane(portrait, { title: `I = ${I} µA/cm²`, height: 300 }));
  }
});

// %% [explain 5.1]
// They approach, meet, and are gone. A **saddle-node bifurcation**: a stable *node* and a *saddle* annihilate each other. The stable rest does not disappear *before* the
// bifurcation but *at* it. Until then it is there, and every run of this neuron still ends at it. What shrinks is the distance to the saddle: from 9.8{= gap(0)} mV at $I = 0$ to 0.5{= gap(4.5)} mV at 4.5 µA/cm².

// %% [markdown]
// Where exactly? One call finds every bifurcation in a range of inputs, locates it, and says why it has its name.

// %%
const firstDiagram = bifurcations(snic, "I", [-10, 20]);
for (const point of firstDiagram.points) {
  console.log(point.kind, `at I = ${point.parameter.toFixed(4)} uA/cm^2, V = ${point.state.V.toFixed(3)} mV`);
}
show(plot.bifurcationDiagram(firstDiagram));

// %% [markdown]
// Solid lines are stable equilibria, dashed lines unstable ones; dots give the lowest and highest voltage of a limit cycle. Follow rest from the
// left: at $I = 4.513{= foldOf()}$ µA/cm² it meets the dashed saddle branch and both end.
//
// Note where the dots begin: exactly there. Below the bifurcation the trajectory that leaves the saddle to the right makes one big loop, the spike, and comes
// back to rest. Saddle, node and loop make a closed ring, an *invariant circle*. When node and saddle have annihilated, the ring remains, and is a
// limit cycle: firing. This is the **saddle-node on invariant circle**, SNIC for short.
//
// Firing begins at rate zero. Just above the bifurcation the point has to squeeze through the gap where the equilibria used to be, and the narrower the gap the longer it takes. At the
// bifurcation itself the period is infinite: the cycle starts and ends at the saddle-node.
//
// **Before you run the cell:** the time to pass the gap goes as $1/\sqrt{I - I_\mathrm{SN}}$. What does the f-I curve look like at its start?

// %% [predict 5.2]
const inputs = Float64Array.from({ length: 25 }, (_, i) => 4 + 0.25 * i);
const slowStart = fiCurve(snic, inputs, { duration: 600 });
// ✎ your prediction: "a straight line", "a square root" or "a jump"
predict("5.2", "", () => {
  show(plot.fiCurve(slowStart));
});

// %% [explain 5.2]
// It rises from zero, steeply at first, like a square root. Exercise 5.2 puts the law to the test.

// %% [markdown]
// Now the other set of parameters. Here is the neuron live, at $I = 5$ µA/cm², where it fires at 66{= rateAt(5, 1)} Hz. **Before you move $\tau$:** make the potassium channels faster, from 1 ms
// down to 0.15 ms. No nullcline and no equilibrium will move. Will the rate change a little or a lot? Watch the loop in the phase plane.

// %% [predict 5.3]
// ✎ your prediction: "hardly at all", "twice as fast" or "more than ten times as fast"
predict("5.3", "", () => {
  explore(snic.with({ I: 5 }), { duration: 80, stimulus: constant(0), sliders: ["I", "tau"], story: [
    { say: "Take τ down to 0.5.", until: { parameters: { tau: [0.45, 0.55] } } },
    { say: "And to 0.2. Where does the loop pass in the plane?", until: { parameters: { tau: [0.18, 0.22] } } },
    { say: "Now to 0.15.", until: { parameters: { tau: [0.05, 0.151] } } },
    { say: "Raise it again, slowly. When does the loop come back down?", until: { parameters: { tau: [0.3, 5] } } },
  ] });
});

// %% [explain 5.3]
// A little at first: 97{= rateAt(5, 0.2)} Hz at $\tau = 0.2$ ms. Then, before 0.15 ms, the loop lifts off the place where rest used to be, and the rate is about 1000{~ rateAt(5, 0.15)} Hz. Compare the two starts.

// %%
const jumpStart = fiCurve(off, inputs, { duration: 600 });
show(plot.fiCurve({ "τ = 1 ms": slowStart, "τ = 0.152 ms": jumpStart }));

// %% [markdown]
// With fast channels firing starts at about 900{~ jumpStart.rate.find((f) => f > 0)} Hz. (Hardly any neuron fires that fast; the time constants of this model are chosen for clear pictures.) Rest is lost at the same input by the
// same saddle-node, but the loop of the spike does not come back to the ring. It passes *above* the saddle and closes on its own, a
// **saddle-node off the invariant circle**: rest is lost, and the state jumps to a cycle that was there already.

// %%
const bistable = phasePortrait(off.with({ I: 3 }));
show(plot.phasePlane({ ...bistable, trajectories: [] }));

// %% [markdown]
// At $I = 3$ µA/cm², below the bifurcation, rest and firing coexist. The saddle's stable manifold, dashed blue, runs around between them. Where was the cycle born? In a third kind of event, found by
// following it down: at $I = -0.298{= homoclinicOf(offDiagram)}$ µA/cm² it touches the saddle and becomes a *homoclinic* orbit, with a period that grows without limit.

// %%
const offDiagram = bifurcations(off, "I", [-10, 20]);
for (const point of offDiagram.points) {
  console.log(point.kind, "at I =", point.parameter.toFixed(3), "uA/cm^2");
}
show(plot.bifurcationDiagram(offDiagram));

// %% [markdown]
// **Exercise 5.1** (2 points). The leak of your neuron is a little different: `variant("5.1")` gives its $E_L$. At which input, in µA/cm², is rest lost? (All other parameters as in `snic`.)

// %%
const mine = variant("5.1");
console.log(`your neuron: EL = ${mine.EL} mV`);

// %% [exercise 5.1]
// BEGIN SOLUTION
const lost = bifurcations(snic.with({ EL: mine.EL }), "I", [-30, 40]).points[0].parameter;
// STUB
// const lost = NaN; // uA/cm^2
// END SOLUTION

// %% [check 5.1]
check("5.1", lost);

// %%
const yours = snic.with({ EL: mine.EL, I: lost || 0 });
const touching = { model: yours, window: near, nullclines: nullclines(yours, near),
  equilibria: equilibria(yours, near) };
show(plot.phasePlane(touching)); // if you are right, the curves touch

// %% [solution 5.1]
// A leak enters the voltage equation as $g_L E_L$, a constant current. Raising $E_L$ by 1 mV is the same as 8{= snic.parameters.gL} µA/cm² more input, so rest is lost 8{= foldOf() - foldOf(snic.with({ EL: -79 }))} µA/cm² earlier.

// %% [markdown]
// **Exercise 5.2** (3 points). Near the bifurcation the motion through the gap is $\dot z = c\,(I - I_\mathrm{SN}) + a\,z^2$, and from $z = -\infty$ to $\infty$ that takes a time $T = \pi/\sqrt{a\,c\,(I - I_\mathrm{SN})}$: divide by the right-hand side and integrate. For `snic`
// the numbers are $I_\mathrm{SN} = 4.51287{= foldOf()}$ µA/cm², $a = 0.19739{= normalForm("a")}$ and $c = 1.04594{= normalForm("c")}$ ($T$ in ms). The spike itself, the rest of the way round, takes another `s` ms. Write the firing rate in Hz as a function of `I` and `s`; at
// and below the bifurcation it is 0. Then look at the figure. It draws your law without the spike, $s = 0$, and with a guess at it. Change the guess until the law fits.

// %% [exercise 5.2]
const onset = (I: number, s: number): number => {
  // BEGIN SOLUTION
  if (I <= 4.51287) return 0;
  return 1000 / (Math.PI / Math.sqrt(0.19739 * 1.04594 * (I - 4.51287)) + s);
  // STUB
  // return NaN; // Hz
  // END SOLUTION
};

// %% [check 5.2]
check("5.2", onset);

// %%
const guess = 2; // ms: change it
const close = Float64Array.from({ length: 20 }, (_, i) => 4.4 + 0.04 * i);
const simulated = fiCurve(snic, close, { duration: 1500 });
const law = (s: number) => ({ current: close, rate: close.map((I) => onset(I, s)) });
show(plot.fiCurve({ "simulated": simulated, "your law, s = 0": law(0), "with your guess": law(guess) }));

// %% [solution 5.2]
// $f = 1000/(T + s)$. Without the spike it is $144.6{= 1000 / Math.PI * Math.sqrt(normalForm("a") * normalForm("c"))}\sqrt{I - I_\mathrm{SN}}$ Hz. That is exact in the limit only. At 4.60 µA/cm² it is 23{= 100 * (onset(4.60, 0) / slowly(4.60) - 1)} % too high, at 5.16 µA/cm² 60{= 100 * (onset(5.16, 0) / slowly(5.16) - 1)} %. With $s = 5.2$ ms the law gives 34.9{= onset(4.60, 5.2)}, 55.2{= onset(4.80, 5.2)} and 72.5{= onset(5.16, 5.2)} Hz at
// 4.60, 4.80 and 5.16 µA/cm², and the simulation 34.7{= slowly(4.60)}, 55.0{= slowly(4.80)} and 72.9{= slowly(5.16)} Hz. So the loop outside the gap takes about five milliseconds, whatever the input.

// %% [markdown]
// ## 5.3 Rest turns into a rhythm (22 min)
//
// Now take potassium channels with a lower threshold, open already near rest. There is a single equilibrium at every input, so nothing can annihilate it. It loses its stability in another way.
//
// In the live figure the neuron has been kicked at $I = 10$ µA/cm². It rings, and comes to rest. **Before you move $I$:** go to 14, then to 16, then to 30. What will the ringing do at each?

// %% [predict 5.4]
// ✎ your prediction: at 16, "it dies away" or "it never stops"
predict("5.4", "", () => {
  explore(supercritical.with({ I: 10 }), { duration: 60, stimulus: constant(0), initial: { V: -52, n: 0.1 },
    sliders: ["I"] });
});

// %% [explain 5.4]
// At 10 it rings and dies away: a stable focus. At 14 it rings for longer. At 16 it never stops, and settles into a small rhythm of 343{= 1000 / rhythmAt(16).period} Hz that swings by 7.5{= swing(16)} mV. At 30 the swing is 29{= swing(30)} mV.
// In between, at $I = 14.659{= hopfOf(supercritical)}$ µA/cm², the real part of the two complex eigenvalues passes through zero. Rest is still an equilibrium, but an unstable focus. Around it a small *stable* limit
// cycle has been born. This is the **supercritical Andronov-Hopf bifurcation**.

// %%
const growing = bifurcations(supercritical, "I", [0, 45]);
show(plot.bifurcationDiagram(growing));

// %% [markdown]
// Two laws hold at its start. The period is $2\pi/\omega$ with $\omega$ the imaginary part of the eigenvalue (here 2.94{= hopfPeriod(supercritical)} ms): the rhythm has a speed before it has a size. And the
// amplitude grows like $\sqrt{I - I_\mathrm{H}}$, from zero. So the first "spikes" are tiny. There is no clear line between a subthreshold
// oscillation and a spike: all-or-none fails here.
//
// **Before you run the cell:** it measures the amplitude of eight cycles and draws it with logarithmic axes. What does a square root look like there?

// %% [predict 5.5]
const sizes = [14.8, 15, 15.5, 16, 17, 18, 20, 22].map((I) => {
  const [cycle] = limitCycles(supercritical.with({ I: I }));
  return { I: I, amplitude: cycle.maximum.V - cycle.minimum.V };
});
const measured = { x: sizes.map((s) => s.I - 14.659), y: sizes.map((s) => s.amplitude),
  style: "points and line" } as const;
// ✎ your prediction: "a bent curve", "a line of slope 1/2" or "a line of slope 2"
predict("5.5", "", () => {
  show(plot.curves({ "peak to peak": measured },
    { x: ["I − I_H", "uA/cm^2"], y: ["amplitude", "mV"], log: "xy" }));
});

// %% [explain 5.5]
// A straight line of slope ½: ten times the distance, 3.2{= Math.sqrt(10)} times the amplitude. It bends only when the cycle is no longer small.

// %% [markdown]
// **Exercise 5.3** (2 points). Close to the bifurcation, the input goes from $\delta$ to $k\,\delta$ above $I_\mathrm{H}$, with the $k$ of `variant("5.3")`. By which factor does
// the amplitude of the cycle grow?

// %%
const grow = variant("5.3");
console.log(`k = ${grow.k}`);

// %% [exercise 5.3]
// BEGIN SOLUTION
const factor = Math.sqrt(grow.k);
// STUB
// const factor = NaN;
// END SOLUTION

// %% [check 5.3]
check("5.3", factor);

// %%
const loop = (distance: number, scale: number) => {
  const { states, minimum, maximum } = limitCycles(supercritical.with({ I: 14.659 + distance }))[0];
  const scaled = (name: string) => states[name].map((x) => scale * (x - (minimum[name] + maximum[name]) / 2));
  return { x: scaled("V"), y: scaled("n") };
};
const loops = { "at kδ": loop(0.15 * grow.k, 1), "at δ, times your factor": loop(0.15, factor) };
show(plot.curves(loops, { x: ["V from the middle", "mV"],
  y: ["n from the middle", "1"] })); // the same size if you are right

// %% [solution 5.3]
// Amplitude goes as the square root of the distance from the bifurcation, so a factor $k$ in the distance is $\sqrt{k}$ in the amplitude. The two loops do not
// agree exactly, since the law holds only in the limit. The rate does not grow like this: it is finite from the start, and the period hardly changes.

// %% [markdown]
// ## 5.4 Rest is undermined (24 min)
//
// The last set has weaker currents and steeper sodium activation. Again a single equilibrium loses stability as a pair of complex eigenvalues crosses. But look at what is around it *before*. At
// $I = 45$ µA/cm² rest is still stable: the kicked neuron rings and comes home. The phase plane shows two cycles around rest.
//
// **Before you click:** start the neuron inside the dashed ring, then between the dashed ring and the solid one. Where will each run end?

// %% [predict 5.6]
// ✎ your prediction: "both end at rest", "inside at rest, outside firing" or "both end firing"
predict("5.6", "", () => {
  explore(subcritical.with({ I: 45 }), { duration: 100, stimulus: constant(0), initial: { V: -45, n: 0.3 },
    sliders: ["I"] });
});

// %% [explain 5.6]
// Inside, it spirals to rest. Outside, it winds up to the large cycle, which is firing. The dashed cycle is *unstable*, and it is the border between the two: the threshold of this neuron.
// Raise $I$ a little at a time and watch the dashed ring.

// %% [markdown]
// **Before you run the cell:** as $I$ grows towards 48.90{= hopfOf(subcritical)} µA/cm² the dashed cycle shrinks onto the equilibrium. What becomes of rest when the ring closes? And if you turn $I$ down again,
// where will firing stop?

// %% [predict 5.7]
const undermined = bifurcations(subcritical, "I", [35, 60]);
// ✎ your prediction: "at the same input", "at a lower input" or "at a higher input"
predict("5.7", "", () => {
  for (const point of undermined.points) {
    console.log(point.kind, "at I =", point.parameter.toFixed(4), "uA/cm^2");
  }
  show(plot.bifurcationDiagram(undermined));
});

// %% [explain 5.7]
// The *unstable* cycle shrinks onto the *stable* equilibrium and hands over its instability: a **subcritical Andronov-Hopf bifurcation**, at $I = 48.902{= hopfOf(subcritical)}$ µA/cm². There is no small stable rhythm to
// settle into. The state jumps to the large cycle, which has been waiting there since $I = 42.232{= undermined.points[0].parameter}$ µA/cm². At that input the two cycles, stable and unstable, appeared
// together: a **fold of cycles**. Between the two inputs rest and firing coexist.

// %% [markdown]
// Go up in small steps, then down again, each time from where the neuron was before.

// %%
const ascending = Float64Array.from({ length: 27 }, (_, i) => 40 + 0.5 * i);
const descending = ascending.slice().reverse();
const sweep = fiCurve(subcritical, [...ascending, ...descending], { duration: 250, initial: "previous" });
const up = { current: ascending, rate: sweep.rate.slice(0, 27) };
const down = { current: descending, rate: sweep.rate.slice(27) };
show(plot.fiCurve({ "up": up, "down": down }));

// %% [markdown]
// On the way up firing starts at 49.5{= up.current[up.rate.findIndex((f) => f > 0)]} µA/cm², on the way down it goes on to 42.5{= down.current[down.rate.findLastIndex((f) => f > 0)]} µA/cm²: what the neuron does depends on where it came from. That is **hysteresis**. (Why 49.5 and not 49, where rest is unstable already? Just beyond the border a swing grows slowly, at 49 µA/cm² by a factor $e$ in 560{~ 1 / equilibria(subcritical.with({ I: 49 }))[0].eigenvalues[0].re} ms, and each run lasts for 250 ms only.)
//
// **Exercise 5.4** (3 points). *Measure.* Your neuron has a little more or less potassium conductance: `variant("5.4")`. The current changes in tiny steps. After each the neuron gets all the time that it wants, and a faint jolt, so that it cannot stay on an equilibrium that is unstable. At which input does firing start on the way **up**, and
// at which does it stop on the way **down**? In µA/cm². (All other parameters as in `subcritical`.)

// %%
const bent = subcritical.with(variant("5.4"));
console.log(`your neuron: gK = ${bent.parameters.gK} mS/cm^2`);

// %% [exercise 5.4]
// BEGIN SOLUTION
const [foldOfCycles, hopf] = bifurcations(bent, "I", [35, 60]).points;
const hysteresis = { up: hopf.parameter, down: foldOfCycles.parameter };
// STUB
// const hysteresis = { up: NaN, down: NaN }; // uA/cm^2
// END SOLUTION

// %% [check 5.4]
check("5.4", hysteresis);

// %%
const above = bent.with({ I: (hysteresis.up || 40) + 1 });
const below = bent.with({ I: (hysteresis.down || 40) - 0.3 });
const starting = simulate(above, { duration: 150, initial: { V: -48.5, n: 0.28 } });
const stopping = simulate(below, { duration: 150, initial: { V: -10, n: 0.3 } });
show(plot.trace({ "1 above your 'up', from near rest": starting,
  "0.3 below your 'down', from firing": stopping }));

// %% [solution 5.4]
// Up: rest is stable until the Andronov-Hopf point. Down: the stable cycle exists until the fold of cycles. In the picture the first run leaves rest and fires; the
// second gives up firing and returns. Between the two inputs, 7{= apart(4.02)} to 9{= apart(4.42)} µA/cm² apart, the past decides.

// %% [markdown]
// ## 5.5 Four fingerprints (19 min)
//
// Here are the four side by side, each at the same distance of the current from the value at which rest is lost. Runs that start near rest have no colour, those from far away are purple. **Before you move the slider:** take it
// below zero. In which two of the four will the purple run go on firing although rest is stable? Then take it just above zero. Which one fires slowly, and which one only quivers?

// %% [predict 5.8]
// ✎ your prediction: "SNIC and supercritical", "off circle and subcritical"
// or "both Andronov-Hopf ones"
predict("5.8", "", () => {
  fourBifurcations();
});

// %% [explain 5.8]
// Below zero, firing goes on off the circle and at the subcritical one. Just above, the neuron on the circle is slow and the supercritical one quivers. This table has it all.

// %% [markdown]
// | | SNIC | saddle-node off circle | supercritical A-H | subcritical A-H |
// |---|---|---|---|---|
// | what happens to rest | meets a saddle and vanishes | meets a saddle and vanishes | becomes unstable | becomes unstable |
// | eigenvalue at the bifurcation | 0 | 0 | $\pm i\omega$ | $\pm i\omega$ |
// | firing begins with | full amplitude, rate zero | full amplitude, finite rate | zero amplitude, finite rate | full amplitude, finite rate |
// | scaling | $f \sim \sqrt{I - I_\mathrm{SN}}$ | jump | amplitude $\sim \sqrt{I - I_\mathrm{H}}$ | jump |
// | rest and firing coexist | no | yes | no | yes |
// | rest just before it is lost | a node: no ringing | a node: no ringing | a focus: it rings | a focus: it rings |
//
// ("Just before" matters: Section 5.6 shows what the rest of the first set does further away.)
//
// Two questions sort them: *does a saddle-node or a pair of complex eigenvalues end rest?* and *is the firing cycle already there?*
//
// **Exercise 5.5** (1 point). *In your own words.* A neuron that loses its rest in a saddle-node on an invariant circle fires as slowly as you like, one that loses it in an Andronov-Hopf bifurcation does not. Why? Say what slows down the one just past its bifurcation, and what sets the pace of the other. Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 5.5]
// BEGIN SOLUTION
const whySlowly = "Just past the saddle-node the velocity is almost zero where rest was. Each round leads through that place, and the closer the input is to the bifurcation, the longer the state takes to creep through. At an Andronov-Hopf bifurcation nothing comes to a stop: the state turns around rest at a pace that the imaginary part of the eigenvalues sets, or jumps to a cycle that has been there all along.";
// STUB
// const whySlowly = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 5.5]
check("5.5", whySlowly);

// %% [solution 5.5]
// Node and saddle take rest away by meeting on the very loop that a spike follows. Where they met the velocity is small, and every round has to pass there: the interval grows without limit. A pair of complex eigenvalues brings a frequency with it, $\omega/2\pi$, so the supercritical rhythm begins at that rate, however small it is. At the subcritical one the state jumps to a large cycle with a period of its own.

// %% [markdown]
// **Exercise 5.6** (3 points). *Investigate.* There is a neuron in the rig, and nobody tells you its numbers; each student has another. By which bifurcation is rest lost when the current grows slowly from 0, and at which input?
// Answer with `kind`, one of the four names in the cell below, and `at`, in µA/cm² to within 3 %.
//
// `rig.hold(I)` brings the current slowly to `I`, lets the neuron settle, and records for a second; 10 ms into the record the neuron is kicked upward by 1 mV. The record has `time`, `V` and `swing`, the highest less the lowest voltage of its second half, which includes
// some noise. `rig.hold(I, { from: above })` comes down from a larger current `above` instead, and `{ kick: 3 }` kicks harder. `rig.ramp(80)` climbs to 80 µA/cm² within a second: good for a first look.

// %%
const rig = blindNeuron(variant("5.6").neuron);
const climb = rig.ramp(80);
show(plot.curves({ "on the way up": { x: climb.current, y: climb.V } }, { x: ["I", "uA/cm^2"], y: ["V", "mV"] }));

// %% [exercise 5.6]
const four = ["saddle-node on invariant circle", "saddle-node",
  "supercritical Andronov-Hopf", "subcritical Andronov-Hopf"];
// BEGIN SOLUTION
let rests = 0;
let moves = 1;
while (rig.hold(moves).swing < 1) {
  rests = moves;
  moves *= 1.15;
}
while (moves - rests > 0.005 * moves) {
  const middle = (rests + moves) / 2;
  if (rig.hold(middle).swing < 1) rests = middle;
  else moves = middle;
}
const border = (rests + moves) / 2;
const small = rig.hold(1.03 * border).swing < 20; // mV
const both = rig.hold(0.97 * border, { from: 1.2 * border }).swing > 20;
const kicked = rig.hold(0.97 * border).V;
const rings = Math.min(...kicked.slice(102, 300)) < kicked[0] - 0.5;
const kindOfLoss = small ? four[2] : both ? (rings ? four[3] : four[1]) : four[0];
const culprit = { kind: kindOfLoss, at: border };
// STUB
// const culprit = { kind: "", at: NaN }; // one of the four, and uA/cm^2
// END SOLUTION

// %% [check 5.6]
check("5.6", culprit);

// %% [solution 5.6]
// No formula and no list of bifurcations: four experiments. First the border is closed in from below, by halving. Past it a swing of a few mV betrays the supercritical one. Below it, coming from above, only two kinds go on firing: the cycle is
// already there. The kick parts these two. A focus rings, and its voltage falls below rest; a node comes straight back.

// %% [markdown]
// ## 5.6 Two numbers along rest (20 min)
//
// So far one call, `bifurcations`, has found every point for you. What does it look for? You have met it in [4. The phase plane](04-the-phase-plane.ipynb): the eigenvalues of the
// Jacobian at rest. Two numbers hold them both: their sum, the trace $T$, and their product, the determinant $\Delta$. (In Exercise 5.2 $T$ was a time. From here on it is the trace.) Now you follow these two
// along rest, and find the bifurcations yourself.
//
// Begin with `snic`. Without input rest is a stable node, with eigenvalues of −1.02{= partsAt(0)[0]} and −1.72{= partsAt(0)[1]} per ms. At 4.513{= foldOf()} µA/cm² one of them is zero.
//
// **Before you run the cell:** it marks both eigenvalues at five inputs on the way, the real part to the right and the imaginary part upwards. Which way do they go? (A second picture shows the same for `supercritical`.)

// %% [predict 5.9]
const atInputs = (model: typeof snic, inputs: number[]) => Object.fromEntries(
  inputs.map((I) => [`I = ${I}`, equilibria(model.with({ I: I }))[0].eigenvalues]));
// ✎ your prediction: "one goes straight to zero",
// "they meet, turn complex, and part again" or "both go to zero together"
predict("5.9", "", () => {
  show(plot.eigenvalues(atInputs(snic, [0, 2, 3, 4, 4.5])));
  show(plot.eigenvalues(atInputs(supercritical, [0, 5, 10, 14.659, 20])));
});

// %% [explain 5.9]
// They meet at 2.13{= focusFrom()} µA/cm², are a complex pair up to 3.85{= focusTo()} µA/cm², and part again. In between rest is a focus, as you saw in [4. The phase plane](04-the-phase-plane.ipynb), damped so strongly that it never visibly rings. Then
// one eigenvalue goes to the right alone: it is −0.10{= partsAt(4.5)[0]} per ms at 4.5 µA/cm², and zero at the bifurcation. The other stays behind, at −0.96{= partsAt(4.51286)[1]} per ms. If one factor is zero, so is the product: **$\Delta = 0$ marks the saddle-node.**
//
// The second picture is that of `supercritical`. Its eigenvalues are complex at all five inputs, and cross the border together, at $\pm 2.14{= 2 * Math.PI / hopfPeriod(supercritical)}\,i$ per ms. Only the real part is zero there, and the sum of the two is twice the real part. So
// **$T = 0$ marks the Andronov-Hopf bifurcation**, as long as $\Delta > 0$. The product of $i\omega$ and $-i\omega$ is $\omega^2$: at this point $\Delta$ tells how fast the new rhythm is.

// %% [markdown]
// Now by hand. You could look for rest at one input after another. But at the saddle-node rest is gone, and so is what you were following. Turn the question round: **choose the voltage, and ask for the
// input.** At the voltage $V$ the gate pauses at $n_\infty(V)$, and exactly one input holds the membrane there, the one that undoes what all the channels do. As $V$ grows you walk along rest, round the
// fold, and back along the saddle, without a break.
//
// **Exercise 5.7** (3 points). *Build.* Write that walk. Take `snic` with other values of $g_\mathrm{Na}$ (`gNa`, mS/cm²) and $V_n$ (`Vn`, mV). For the voltage `V` (mV) give the list `[I, T, D]`: the input that makes
// it an equilibrium (µA/cm²), and trace (1/ms) and determinant (1/ms²) of the Jacobian there. A model has `quantity("nInf", { V: V, n: 0 })` for $n_\infty$, `field(state)` for
// the list of $dV/dt$ and $dn/dt$, and `jacobian(state)`.

// %% [exercise 5.7]
const alongRest = (gNa: number, Vn: number, V: number): number[] => {
  // BEGIN SOLUTION
  const model = snic.with({ gNa: gNa, Vn: Vn });
  const state = { V: V, n: model.quantity("nInf", { V: V, n: 0 }) };
  const J = model.jacobian(state);
  return [-model.field(state)[0], J[0][0] + J[1][1], J[0][0] * J[1][1] - J[0][1] * J[1][0]];
  // STUB
  // return [NaN, NaN, NaN]; // uA/cm^2, 1/ms, 1/ms²
  // END SOLUTION
};

// %% [check 5.7]
check("5.7", alongRest);

// %% [solution 5.7]
// The input is 0 in this model, so $dV/dt$ is what the channels do. With $C = 1$ µF/cm² an input of $-dV/dt$ undoes it. The input moves the voltage at the same speed everywhere, so it does not enter the Jacobian.

// %% [markdown]
// Whether a small push grows or dies away is decided by the larger real part: $T/2 + \sqrt{T^2/4 - \Delta}$, or $T/2$ if the root is of a negative number. The next cell draws it against the input, with
// your function, for potassium channels that open late ($V_n = -25$ mV, as in `snic`) and early ($V_n = -45$ mV, as in `supercritical`).
//
// **Before you run the cell:** follow each curve from the left, up to zero. What does it do there?

// %% [predict 5.10]
const voltages = Float64Array.from({ length: 151 }, (_, i) => -70 + 0.1 * i);
const growth = (Vn: number) => {
  const walk = Array.from(voltages, (V) => alongRest(20, Vn, V));
  const rates = walk.map((p) => p[1] / 2 + Math.sqrt(Math.max(0, p[1] ** 2 / 4 - p[2])));
  return { x: walk.map((p) => p[0]), y: rates };
};
// ✎ your prediction: "both go through", "both turn back" or "one goes through, one turns back"
predict("5.10", "", () => {
  show(plot.curves({ "V_n = −25 mV": growth(-25), "V_n = −45 mV": growth(-45) },
    { x: ["I", "uA/cm^2"], y: ["larger real part of λ", "1/ms"] }));
});

// %% [explain 5.10]
// With $V_n = -25$ mV the curve reaches zero upright, at 4.51{= foldOf()} µA/cm², and turns back. Below zero you were on rest; now you are on the saddle. Further to the right there is neither. With $V_n = -45$ mV
// the curve goes through, at 30.66{= hopfOf(snic.with({ Vn: -45 }))} µA/cm²: rest goes on, unstable. (Why not at 14.66{= hopfOf(supercritical)}, as in Section 5.3? There $E_L$ was −78 mV, here it is −80, and each mV counts as 8{= snic.parameters.gL} µA/cm².) The corners of the curves are where the two eigenvalues meet or part.

// %% [markdown]
// **Exercise 5.8** (3 points). Take the $g_\mathrm{Na}$ of `variant("5.8")`. Find the input `hopf` at which rest is lost with $V_n = -45$ mV, and the input `fold` at which it is lost with $V_n = -25$ mV, both in µA/cm² to
// within 0.01. And how fast is the rhythm that is born at `hopf`? Give `rate` in Hz. Use your `alongRest`, and search between −70 and −50 mV.

// %%
const channels = variant("5.8");
console.log(`your neuron: gNa = ${channels.gNa} mS/cm^2`);

// %% [exercise 5.8]
// BEGIN SOLUTION
const zeroOf = (f: (V: number) => number, low: number, high: number): number => {
  const ends = [low, high];
  for (let step = 0; step < 40; step++) {
    const middle = (ends[0] + ends[1]) / 2;
    ends[f(middle) * f(ends[0]) > 0 ? 0 : 1] = middle;
  }
  return ends[0];
};
const late = (V: number) => alongRest(channels.gNa, -25, V);
const early = (V: number) => alongRest(channels.gNa, -45, V);
const atHopf = early(zeroOf((V) => early(V)[1], -65, -50));
const atFold = late(zeroOf((V) => late(V)[2], -70, -56));
const found = { hopf: atHopf[0], fold: atFold[0], rate: (1000 * Math.sqrt(atHopf[2])) / (2 * Math.PI) };
// STUB
// const found = { hopf: NaN, fold: NaN, rate: NaN }; // uA/cm^2, uA/cm^2, Hz
// END SOLUTION

// %% [check 5.8]
check("5.8", found);

// %% [markdown]
// Does `bifurcations` agree? The next cell says how far you are from it.

// %%
const lossAt = (Vn: number) => // the one input at which rest is lost
  bifurcations(snic.with({ gNa: channels.gNa, Vn: Vn }), "I", [-20, 60], { cycles: false }).points[0];
const [itsFold, itsHopf] = [lossAt(-25), lossAt(-45)];
console.log(`${itsFold.kind}: you differ by ${Math.abs(found.fold - itsFold.parameter).toFixed(4)} uA/cm^2`);
console.log(`${itsHopf.kind}: you differ by ${Math.abs(found.hopf - itsHopf.parameter).toFixed(4)} uA/cm^2`,
  `and ${Math.abs(found.rate - 1000 / (itsHopf.period ?? NaN)).toFixed(3)} Hz`);

// %% [solution 5.8]
// With $V_n = -45$ mV look for $T = 0$, with $V_n = -25$ mV for $\Delta = 0$. The trace of the second neuron has a zero as well: for 20 mS/cm² of sodium at −58.56{= traceless()} mV, where the input is 3.43{= alongRest(20, -25, traceless())[0]} µA/cm². But there
// $\Delta$ is −0.92{= alongRest(20, -25, traceless())[2]}. It is on the saddle, with eigenvalues of 0.96{= Math.sqrt(-alongRest(20, -25, traceless())[2])} and −0.96 per ms, and nothing happens. That is why $T = 0$ alone is not enough.
//
// Work $\Delta$ out, and you find the slope of the steady current over the voltage, divided by $C\tau$. So $\tau$ cannot move its zero: both neurons of Section 5.2 lose rest at the same input. It does
// move the zero of $T$, in which $-1/\tau$ is one of two terms. The slower the potassium channels, the less input it takes to make rest unstable.

// %% [markdown]
// ## What this picture cannot do
//
// - It assumes that the input changes slowly. A step can make a neuron fire once without any bifurcation: that is class 3 ([15. Classes of excitability](15-classes-of-excitability.ipynb)).
// - Noise blurs all of it: a neuron near a bifurcation is kicked over it and back.
// - Laws such as the square root hold close to the bifurcation. How close depends on the model.
// - Models with more variables bifurcate in more ways: cycles can double their period, tori and chaos can appear.
//
// ## Summary
//
// - A bifurcation is a change of kind: an equilibrium or cycle appears, disappears or changes stability.
// - Saddle-node at $I = 4.513{= foldOf()}$ µA/cm² (high-threshold set): rest meets a saddle. $\tau = 1$ ms: on the invariant circle, $f \approx 144.6{= 1000 / Math.PI * Math.sqrt(normalForm("a") * normalForm("c"))}\sqrt{I - I_\mathrm{SN}}$ Hz. $\tau = 0.152$ ms: off it, firing at about
//   900{~ jumpStart.rate.find((f) => f > 0)} Hz at once, and coexistence from the homoclinic bifurcation at −0.298{= homoclinicOf(offDiagram)} µA/cm² on.
// - Supercritical Andronov-Hopf at 14.659{= hopfOf(supercritical)} µA/cm² (low-threshold set): a small stable cycle, amplitude $\sim\sqrt{I - I_\mathrm{H}}$.
// - Subcritical Andronov-Hopf at 48.902{= hopfOf(subcritical)} µA/cm², fold of cycles at 42.232{= undermined.points[0].parameter} µA/cm²: jump, coexistence, hysteresis.
// - Along the curve of equilibria $\Delta = 0$ marks a saddle-node, and $T = 0$ with $\Delta > 0$ an Andronov-Hopf bifurcation, with $\omega = \sqrt{\Delta}$.
//
// ## References
//
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 6: the four bifurcations in this very model.
// - Y. A. Kuznetsov (2004) *Elements of Applied Bifurcation Theory*, 3rd ed., Springer: definitions and normal forms; how a first Lyapunov coefficient decides super- or subcritical.
// - S. H. Strogatz (1994) *Nonlinear Dynamics and Chaos*, chapter 8: the same bifurcations in two dimensions, without neurons.
// - J. Rinzel, G. B. Ermentrout (1998) "Analysis of neural excitability and oscillations", in C. Koch, I. Segev (editors) *Methods in Neuronal Modeling*, 2nd ed., MIT Press: onset of firing and bifurcations.
