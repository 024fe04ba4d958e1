// %% [markdown]
// # 9. Repetitive firing
//
// **One idea:** to fire and to go on firing are two things. Rest and firing can exist side by side, and then the past decides between them.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | measure a firing rate, see its hysteresis, and stop an axon that fires | 9.1 How fast? | 20 |
// | explain the jump of the rate by one diagram | 9.2 The whole picture | 15 |
// | find mistakes in printed equations, and run them by hand | 9.3 Other people's equations | 22 |
//
// **Prerequisites:** the axon and its gates ([8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb)); for Section 9.2 the
// Andronov-Hopf bifurcation ([5. Bifurcations](05-bifurcations.ipynb)). About 57 min with exercises. Everything on this page is simulated.

// %%
import { bifurcations, check, constant, equations, explore, fiCurve, hodgkinHuxley, plot, predict, pulses, restingState, setup, show, simulate, statements, student, variant, type Stimulus } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 9.1 How fast? (20 min)
//
// A brief push makes one spike: that was [8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb). Now switch a current on and leave it on.
//
// **Before you run the cell:** at 3 µA/cm² there will be one spike (the rheobase, what a long step needs for a spike, is 2.24{= rheobase(hodgkinHuxley)}). What will 6 and 7 µA/cm² do?

// %% [predict 9.1]
const rest = restingState(hodgkinHuxley);
const long = { duration: 120, initial: rest };
const sustained = [2, 3, 6, 7].map((I) => [`${I} µA/cm²`, simulate(hodgkinHuxley.with({ I: I }), long)]);
// ✎ your prediction: at 7 µA/cm², "one spike", "two spikes" or "firing for ever"
predict("9.1", "", () => {
  show(plot.trace(Object.fromEntries(sustained), { panels: ["V"] }));
});

// %% [explain 9.1]
// One{= sustained[1][1].spikes.length} spike at 3, two{= sustained[2][1].spikes.length} at 6, and without end at 7 µA/cm². To *fire* and to *go on firing* are different things.

// %% [markdown]
// **Exercise 9.1** (2 points). *Build.* Write the firing rate in Hz, long after a constant current `I` (µA/cm²) was switched on: 0 if the axon has stopped. Simulate 1000 ms of `hodgkinHuxley.with({ I: I })`.

// %% [exercise 9.1]
const rate = (I: number): number => {
  // BEGIN SOLUTION
  const late = simulate(hodgkinHuxley.with({ I: I }), { duration: 1000 }).spikes.filter((t) => t > 500);
  return late.length < 2 ? 0 : (1000 * (late.length - 1)) / (late[late.length - 1] - late[0]);
  // STUB
  // return NaN; // Hz
  // END SOLUTION
};

// %% [check 9.1]
check("9.1", rate);

// %%
const currents = [0, 1, 2, 3, 4, 5, 6, 6.5, 7, 8, 10, 12, 15, 20, 30, 40, 50, 60, 70, 80];
show(plot.fiCurve({ current: currents, rate: currents.map((I) => rate(I)) })); // yours

// %% [solution 9.1]
// Keep the spikes after 500 ms, when the start is forgotten. Their number less one, over the time from first to last, is the rate; times 1000, in Hz. Counting
// them and doubling is good to 2 Hz.

// %% [markdown]
// From silence the rate jumps to above 50{< rate(6.5)} Hz, then climbs slowly: 58{= rate(7)} Hz at 7, 137{= rate(80)} Hz at 80 µA/cm². There is no slow firing. Hodgkin called such axons **class 2**
// ([15. Classes of excitability](15-classes-of-excitability.ipynb)).
//
// Each run above began at the resting state of $I = 0$, so the current came as a step. Now let it creep: up in small steps, each run beginning where the last one ended, then
// down again.
//
// **Before you run the cell:** will the way down retrace the way up?

// %% [predict 9.2]
const up = Float64Array.from({ length: 29 }, (_, i) => 5 + i / 4);
const upward = fiCurve(hodgkinHuxley, up, { duration: 600, initial: "previous" });
const down = [13, ...Array.from(up).reverse()];
const turned = fiCurve(hodgkinHuxley, down, { duration: 600, initial: "previous" });
// ✎ your prediction: "yes" or "no"
predict("9.2", "", () => {
  show(plot.fiCurve({ upward: upward, downward: turned }));
});

// %% [explain 9.2]
// No. Going up, the axon is silent at 9.75{= up[upward.rate.findIndex((f) => f > 0) - 1]} and fires at 10{= up[upward.rate.findIndex((f) => f > 0)]} µA/cm². Going down, it still fires at 6.5{= down[turned.rate.findLastIndex((f) => f > 0)]} and is silent at 6.25{= down[turned.rate.findLastIndex((f) => f > 0) + 1]}. In between, **silence and firing are both possible**, and the past
// decides: bistability, and as its sign, hysteresis. Section 9.2 finds the borders themselves: 6.2603{= at(diagram, "fold of cycles")} and 9.7754{= at(diagram, "subcritical Andronov-Hopf")} µA/cm², for this model with its leak battery at −54.387 mV (10.613 mV on the
// scale of 1952; with another leak battery both borders shift).

// %% [markdown]
// If silence is possible while the axon fires, it must be possible to *stop* it with a nudge.
//
// **Exercise 9.2** (3 points). *Investigate.* At your current the axon below fires for ever. Find a stimulus that silences it. It begins in the 30 ms after your time `from`, is on for 2 ms at most, nowhere exceeds
// 20 µA/cm², and 100 ms after `from` no spike comes any more (in a run of 600 ms). Either sign will do. `pulses(6, { width: 1, at: [own.from + 5] })` is a stimulus.

// %%
const own = variant("9.2");
const firing = hodgkinHuxley.with({ I: own.I });
const going = simulate(firing, { duration: 600 }).spikes.filter((t) => t > own.from);
const soon = Array.from(going.slice(0, 3), (t) => t.toFixed(1)).join(", ");
console.log(`your current: I = ${own.I} uA/cm^2; from ${own.from} ms on, spikes at ${soon}, … ms`);

// %% [exercise 9.2]
// BEGIN SOLUTION
const nudge = (wait: number): Stimulus => pulses(6, { width: 1, at: [going[0] + wait] });
const spikesAfter = (wait: number) => simulate(firing, { duration: 600, stimulus: nudge(wait) }).spikes;
const waits = Array.from({ length: 64 }, (_, k) => k / 4);
const wait = waits.find((w) => spikesAfter(w).every((t) => t < own.from + 100)) ?? 0;
const off = nudge(wait);
// STUB
// const off = undefined as unknown as Stimulus; // for instance pulses(6, { width: 1, at: [own.from + 5] })
// END SOLUTION

// %% [check 9.2]
check("9.2", off);

// %%
const nudged = simulate(firing, { duration: 600, stimulus: off ?? constant(0) });
show(plot.trace(nudged, { panels: ["V", "input"] })); // yours

// %% [solution 9.2]
// Only the moment matters. A small depolarising pulse works when $V$ has come about half of its way up between two spikes, 8{= silencing(9).from} to 9{= silencing(9).to} ms after a spike; a hyperpolarising one some
// milliseconds later. The window is one to two milliseconds wide, so a loop finds it in seconds and luck in minutes.

// %% [markdown]
// The axon was knocked off its cycle and into the basin of attraction of rest. R. Guttman, S. Lewis and J. Rinzel did this to a living squid axon in 1980.
//
// What happens at the other end, with far too much current?
//
// **Before you move the slider:** raise $I$ from 20 to 180 µA/cm². Faster and faster? And what becomes of the height of the spikes?

// %% [predict 9.3]
// ✎ your prediction: at 180 µA/cm², "it fires faster", "it fires more slowly" or "it falls silent"
predict("9.3", "", () => {
  explore(hodgkinHuxley, { duration: 60, sliders: ["I"] });
});

// %% [explain 9.3]
// Faster at first, and lower all the way. Of repetitive firing at 50 µA/cm² the peaks are still at +7.5{= latePeak(50)} mV; near 100 they sink below −20{> latePeak(100)} mV, and few would call them spikes. At 180 there is one spike, a few ripples, and then nothing, at −42{= blocked(180).V} mV. This is
// **depolarisation block**.

// %% [markdown]
// **Exercise 9.3** (1 point). *In your own words.* Why does the axon not fire at 180 µA/cm²? Look at the gates in the figure, and say what holds them where they are, and what would have to happen before the next spike. Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 9.3]
// BEGIN SOLUTION
const whySilent = "The strong current holds the voltage near -42 mV. There sodium channels stay inactivated: h cannot rise, because the voltage never comes down. Open potassium channels carry the injected current out again, so the voltage stands still. With less current it could come down, h would rise, and the axon would fire.";
// STUB
// const whySilent = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 9.3]
check("9.3", whySilent);

// %% [solution 9.3]
// To fire again the axon would have to come down, so that $h$ can rise. The current does not let it. At −41.7{= blocked(180).V} mV $h$ settles at 0.06{= blocked(180).h}, and open potassium channels
// ($n = 0.66{= blocked(180).n}$) balance the current.

// %% [markdown]
// Between 9.78{= at(diagram, "subcritical Andronov-Hopf")} and 154.5{= at(diagram, "supercritical Andronov-Hopf")} µA/cm² the axon has no stable rest and must oscillate, if only a little.
//
// ## 9.2 The whole picture (15 min)
//
// One figure holds all of Section 9.1. For each current it shows the equilibrium, solid where it is stable, and for each limit cycle the lowest and the highest $V$: filled circles where the cycle is
// stable, open ones where it is not.
//
// **Before you run the cell:** at 8 µA/cm² a stable rest and a stable cycle exist side by side. Something must divide their basins. What do you expect between them?

// %% [predict 9.4]
const diagram = bifurcations(hodgkinHuxley, "I", [0, 180]);
// ✎ your prediction: "a saddle", "an unstable cycle" or "nothing"
predict("9.4", "", () => {
  show(plot.bifurcationDiagram(diagram, { state: "V" }));
  for (const { kind, parameter } of diagram.points) console.log(`${kind} at I = ${parameter.toFixed(4)} uA/cm^2`);
});

// %% [explain 9.4]
// An unstable cycle, the open circles. There is only one equilibrium, so a saddle is out of the question.

// %% [markdown]
// (The live figure above has a button "bifurcation diagram": there, a marker follows your slider.) The left edge is crowded. Look at it more closely:

// %%
show(plot.bifurcationDiagram(bifurcations(hodgkinHuxley, "I", [5, 11]), { state: "V" }));

// %% [markdown]
// Read the two from left to right, along the solid line.
//
// - Rest is stable up to 9.7754{= at(diagram, "subcritical Andronov-Hopf")} µA/cm². There an **unstable** limit cycle shrinks onto it and takes its stability away: a *subcritical Andronov-Hopf bifurcation*. Follow the open circles back to the left: they lead to
//   smaller currents, and turn round.
// - They turn round at 6.2603{= at(diagram, "fold of cycles")} µA/cm², in a *fold of cycles*. From there on the cycle is stable and large: that is firing. Its period at the fold is 19.9{= periodOf(diagram, "fold of cycles")} ms, so firing begins at 50{= 1000 / periodOf(diagram, "fold of cycles")} Hz. A cycle born in a fold is born at
//   full speed, and that is why there is no slow firing.
// - The list names more points, between 7.84{= hidden(diagram)[0]} and 7.92{= hidden(diagram).at(-1)} µA/cm². They all lie on the unstable branch, where no experiment gets to see them.
// - Between 6.2603{= at(diagram, "fold of cycles")} and 9.7754{= at(diagram, "subcritical Andronov-Hopf")} µA/cm² the unstable cycle lies between rest and firing. It is the border that your pulse in Exercise 9.2 had to cross.
// - To the right the cycle shrinks, and at 154.52{= at(diagram, "supercritical Andronov-Hopf")} µA/cm² it is gone, in a *supercritical Andronov-Hopf bifurcation*. Beyond lies depolarisation block.
//
// Near rest the axon is a damped oscillator. After a push too weak for a spike $V$ swings up and down, once in 16{= ringing(0)} ms at $I = 0$; at the lower bifurcation it swings once in 10.7{= periodOf(diagram, "subcritical Andronov-Hopf")} ms (93{= 1000 / periodOf(diagram, "subcritical Andronov-Hopf")} Hz) and does
// not come to rest. That makes the axon a resonator ([16. Integrators and resonators](16-integrators-and-resonators.ipynb)).
//
// ## 9.3 Other people's equations (22 min)
//
// Equations are copied by hand, and hands slip. The next three come from a page on the web that is otherwise good. You know the model now. Here it is once more, to proofread them by.

// %%
equations(hodgkinHuxley, ["V", "INa", "IK", "IL"]);

// %% [markdown]
// **Exercise 9.4** (2 points). With $V$ in mV above rest, the page prints, in 1/ms,
//
// $$\beta_h(V) = \frac{-V}{e^{(30 - V)/10} + 1}.$$
//
// One sign of trouble: at rest this is zero. Write the function as it should be.

// %% [exercise 9.4]
const betaH = (V: number): number => {
  // BEGIN SOLUTION
  return 1 / (Math.exp((30 - V) / 10) + 1);
  // STUB
  // return NaN; // 1/ms
  // END SOLUTION
};

// %% [check 9.4]
check("9.4", betaH);

// %%
const axon = hodgkinHuxley.preset("1952"); // the same axon, with V counted from rest
const probes = [-20, -10, 0, 10, 20, 30, 40, 50, 60, 80, 100];
const corrected = { betaH: { x: probes, y: probes.map(betaH) } };
const besideTheModel = { window: [-25, 105], points: corrected, pointsName: "yours" } as const;
show(plot.quantities(axon, ["betaH"], besideTheModel)); // the line is the model's

// %% [solution 9.4]
// The numerator is 1. Then $\beta_h$ is a sigmoid from 0 to 1 per ms with its middle at 30 mV. As printed it is negative above rest, and $h$ would grow past 1.

// %% [markdown]
// **Exercise 9.5** (2 points). *Find the mistakes.* The current balance of the same page reads
//
// $$C\dot V = -g_L(V - E_L) - g_\mathrm{Na}\,m^3 h\,(V - E) - g_\mathrm{K}\,n\,(V - E_\mathrm{K}).$$
//
// Three things are wrong with it. Here are six sentences about how it should be, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters.

// %%
const aboutTheBalance = statements("9.5");

// %% [exercise 9.5]
// BEGIN SOLUTION
const mistakes: string[] = Object.keys(aboutTheBalance).filter((letter) =>
  /- gL\*V`|one and the same|m\*h\^3|`n`|no term|with a plus/.test(aboutTheBalance[letter]));
// STUB
// const mistakes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 9.5]
check("9.5", mistakes);

// %% [solution 9.5]
// Lay it beside the equation typeset at the head of this section. Three terms of the page differ. The sodium battery lost its name, the fourth power was dropped, and nothing can be injected.

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
// With $n^4$ the axon rests at 0, as it should on this scale; with $n$ it would rest at −10.9{= restsBy(ionic)} mV, clamped there by potassium channels of which a sixth is open.
//
// The best proof that you have read equations rightly is to run them. Andrew Huxley did so on a hand-cranked calculator, and a spike that travels along the axon took him about three weeks. You need four lines.
//
// **Exercise 9.6** (3 points). *Build.* Write one step of Euler's for the axon, with rest at −65 mV: from `V`, `m`, `h`, `n` and the input `I`, to the list of the four, `dt` ms later. A rate is had from the model, `hodgkinHuxley.quantity("alphaM", [V, 0, 0, 0])`; the others are called `betaM`, `alphaH`, `betaH`, `alphaN` and `betaN`.

// %% [exercise 9.6]
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

// %% [check 9.6]
check("9.6", stepOfTheAxon);

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

// %% [solution 9.6]
// Each gate moves by $\alpha(1 - x) - \beta x$, the voltage by what comes in minus what goes out; $C = 1$ µF/cm² leaves it unchanged. With steps of 0.02 ms your spikes lie on those of `simulate`.

// %% [markdown]
// *Investigate.* To go on with, without points: warm an axon that fires at 20 µA/cm², a degree or two at a time. It fires faster and faster, and then not at all. Watch the rate and the height of the spikes: which of them announces the end? Then do it at another current. Where is the border now, and which of the bifurcations of Section 9.2 is it?
//
// ## What this model cannot do
//
// - It has two channels. It cannot fire slowly, tire, or fire in bursts, as other neurons do with more kinds of channels.
// - It has no noise. Where silence and firing are both possible, the random jumps of real channels would throw the axon from the one to the other, and back.
// - Its batteries never run down. A real axon fires for hours only because pumps recharge it.
// - It is one patch. Along an axon each spike runs into the refractory tail of the one before it ([17. Dendrites and cables](17-dendrites-and-cables.ipynb)).
// - Its borders are those of one set of numbers: another leak battery, or a warmer axon, and they lie elsewhere.
//
// ## Summary
//
// At 6.3 °C, with the leak battery at −54.387 mV:
//
// - To fire is not to go on firing: one spike at 3 µA/cm², two at 6, and without end at 7.
// - Firing starts at 50{= 1000 / periodOf(diagram, "fold of cycles")} Hz, not at zero: class 2. The rate is 58{= rate(7)} Hz at 7 µA/cm² and 137{= rate(80)} Hz at 80.
// - Stable firing exists from 6.2603{= at(diagram, "fold of cycles")} µA/cm² (fold of cycles), stable rest up to 9.7754{= at(diagram, "subcritical Andronov-Hopf")} (subcritical Andronov-Hopf); between them, bistability. A nudge at the right
//   moment silences the axon there.
// - Above 154.52{= at(diagram, "supercritical Andronov-Hopf")} µA/cm² (supercritical Andronov-Hopf) there is depolarisation block.
// - Proofread equations: what is each term at rest, which battery drives it, how many gates? Then run them.
//
// ## References
//
// - J. Rinzel, R. N. Miller (1980) *Math. Biosci.* 49:27: stable and unstable firing, the diagram of Section 9.2.
// - R. Guttman, S. Lewis, J. Rinzel (1980) *J. Physiol.* 305:377: switching a living axon off and on, as in Exercise 9.2.
// - A. L. Hodgkin, A. F. Huxley (1952) *J. Physiol.* 117:500: Part III runs the equations, on a hand-cranked calculator.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 6: how firing begins and ends.
