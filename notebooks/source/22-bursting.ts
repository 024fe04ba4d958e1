// %% [markdown]
// # 22. Bursting
//
// **One idea:** give a cell that can rest or spike a third variable, slow, that spiking raises and rest lowers. It can go to and fro between the two: it bursts.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | say what a burst is, and measure its period and duty cycle | 22.1 Spikes in groups | 25 |
// | take a burster apart by holding its slow variable still | 22.2 Hold it still | 30 |
// | tell from the slow flow whether a cell bursts, spikes or rests | 22.3 The slow flow | 25 |
// | make a burster of a neuron that cannot burst | 22.4 Build one | 20 |
// | tell three kinds of bursters apart by how their bursts begin and end | 22.5 Three kinds | 20 |
//
// **Prerequisites:** [5. Bifurcations](05-bifurcations.ipynb); [11. Sodium and potassium](11-persistent-sodium-potassium.ipynb); helpful: [15. Classes of excitability](15-classes-of-excitability.ipynb).
// About 120 min with exercises. All activity is simulated; nothing here is measured data.

// %%
import { bursts, check, defineModel, dissect, equilibria, explore, fitzHughRinzel, freeze, morrisLecar, persistentSodiumPotassium, persistentSodiumPotassiumM, plot, predict, pulses, setup, show, simulate, sine, state, statements, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 22.1 Spikes in groups (25 min)
//
// Many nerve cells do not fire spike after spike. They fire a few, fall silent, fire a few again. Cells that pace breathing do so, and cells of the thalamus in a sleeping brain; so do the cells of the pancreas that release insulin. One such group of spikes is a **burst**.
//
// Most neurons of this course so far had a voltage and some gates that kept up with it. What makes a burster is something *slow*. Take the neuron of [11. Sodium and potassium](11-persistent-sodium-potassium.ipynb), with a fast potassium current, so that rest and spiking coexist. Add a second potassium current, the **M-current**. Its gate $n_M$ opens in the course of a spike like any other. But it has a time constant of 20 ms, more than a hundred times that of the fast gate.
//
// **Before you run the cell:** from the first spike of a burst to the last, what happens to the intervals between them?

// %% [predict 22.1]
const cell = persistentSodiumPotassiumM;
const run = simulate(cell, { duration: 400 });
// ✎ your prediction: "they become shorter", "they stay alike" or "they become longer"
predict("22.1", "", () => {
  show(plot.trace(run, { panels: ["V", "nM"] }));
});

// %% [explain 22.1]
// They become longer: 0.88{= intervalsIn(run)[9]} ms between the first two spikes of a burst, 2.07{= intervalsIn(run)[16]} between the last two. (Only the second is a hair shorter than the first.) Then the cell is silent for 75.5{= intervalsIn(run)[17]} ms. The M-gate shows why: it opens a little with each spike, and each spike has more potassium against it than the one before. In the silence it closes again.

// %% [markdown]
// Zoom into one burst: drag across it. Or move the sliders of the live figure below. What do the time constant $\tau_M$, the conductance $g_M$ and the current do?

// %%
explore(cell, { duration: 400 });

// %% [markdown]
// **Exercise 22.1** (3 points). *Build.* A train of spikes is a list of times. Write how many spikes each burst has: an interval longer than `gap` parts two bursts. A spike that stands alone counts as a burst of one. The lists have one spike at least.

// %% [exercise 22.1]
const spikesOfEach = (times: number[], gap: number): number[] => {
  // BEGIN SOLUTION
  const list = [1];
  for (let k = 1; k < times.length; k++) {
    if (times[k] - times[k - 1] <= gap) list[list.length - 1]++;
    else list.push(1);
  }
  return list;
  // STUB
  // return [];
  // END SOLUTION
};

// %% [check 22.1]
check("22.1", spikesOfEach);

// %%
spikesOfEach(Array.from(run.spikes), 10); // yours

// %% [solution 22.1]
// Nine{= list[2].count} spikes in each. One number decides about each spike: the interval before it. That only works where intervals come in two kinds, short and long; a train whose intervals have all lengths has no bursts to speak of.

// %% [markdown]
// From now on `bursts` does this for you. It finds the gap by itself, and gives the `start`, the `end` and the `count` of each burst. Two numbers describe a rhythm of bursts. The **period** is the time from the first spike of one burst to the first spike of the next. The **duty cycle** is the part of the period from the first spike of a burst to its last.

// %%
const list = bursts(run.spikes);
const period = list[3].start - list[2].start;
console.log(`a burst every ${period.toFixed(1)} ms, duty cycle ${((list[2].end - list[2].start) / period).toFixed(3)}`);

// %% [markdown]
// **Exercise 22.2** (3 points). *Measure.* Your own cell has the time constant `tauM` of `variant("22.2")`. Give the period of its bursts, in ms, and the duty cycle. The first burst is still on its way to the rhythm: leave it out.

// %%
const mine = variant("22.2");
console.log(`tauM = ${mine.tauM} ms`);

// %% [exercise 22.2]
// BEGIN SOLUTION
const b = bursts(simulate(cell.with({ tauM: mine.tauM }), { duration: 800 }).spikes);
const rhythm = { period: b[2].start - b[1].start, duty: (b[1].end - b[1].start) / (b[2].start - b[1].start) };
// STUB
// const rhythm = { period: NaN, duty: NaN }; // ms, and a part of 1
// END SOLUTION

// %% [check 22.2]
check("22.2", rhythm);

// %%
const slowness = [16, 20, 24, 28, 32, 36, 40, 44];
const countAt = (tauM: number): number => bursts(simulate(cell.with({ tauM: tauM }), { duration: 600 }).spikes)[1].count;
const periodAt = (tauM: number): number => {
  const all = bursts(simulate(cell.with({ tauM: tauM }), { duration: 600 }).spikes);
  return all[2].start - all[1].start;
};
show(plot.curves({ "period": { x: slowness, y: slowness.map(periodAt), style: "points and line" }, "yours": { x: [mine.tauM], y: [rhythm.period], style: "place" } }, { x: ["time constant of the M-gate", "ms"], y: ["period", "ms"] }));

// %% [solution 22.2]
// The period goes with $\tau_M$: about 4{= periodAt(28) / 28} ms for each ms of it. The duty cycle stays between 0.09{< Math.min(...slowness.map((tauM) => dutyOf(cell.with({ tauM }))))} and 0.13{> Math.max(...slowness.map((tauM) => dutyOf(cell.with({ tauM }))))}: a slower gate stretches burst and silence alike.

// %% [markdown]
// **Before you run the cell:** with $\tau_M = 20$ ms a burst has nine{= list[2].count} spikes. How many has it with 40 ms?

// %% [predict 22.2]
// ✎ your prediction: "half as many", "as many" or "twice as many"
predict("22.2", "", () => {
  show(plot.curves({ "spikes in a burst": { x: slowness, y: slowness.map(countAt), style: "points and line" } }, { x: ["time constant of the M-gate", "ms"], y: ["spikes in a burst", "1"] }));
});

// %% [explain 22.2]
// Twice as many, 18{= countAt(40)}. Twice as slow, the gate takes twice as many spikes to open as far. It seems that the burst ends when the gate has come to a certain point. Which one? That is the next section.

// %% [markdown]
// ## 22.2 Hold it still (30 min)
//
// Within one spike the M-gate hardly moves. To the fast part of the cell it might as well be a *parameter*, like a conductance that somebody turns slowly. John Rinzel turned this into a method in 1985: **hold the slow variable still**, see what the fast part does; then let it go.
//
// `freeze(cell, "nM")` is the cell without the equation of its M-gate. The gate has become a parameter. What is left is two-dimensional, and you know all about that. Hold it at 0.03, in the middle of the range that the gate sweeps. Start once at rest, and once with a state from the middle of a burst.
//
// **Before you run the cell:** what will the two runs do in the end?

// %% [predict 22.3]
const fast = freeze(cell, "nM");
const inBurst = { V: run.at(run.spikes[13]).V, n: run.at(run.spikes[13]).n };
const atRest = { V: -65, n: 0 };
const held = (nM: number, start: typeof atRest, I: number = 5) => simulate(fast.with({ nM: nM, I: I }), { duration: 100, initial: start });
// ✎ your prediction: "both rest", "both spike" or "one rests, one spikes"
predict("22.3", "", () => {
  show(plot.trace({ "from a burst": held(0.03, inBurst), "from rest": held(0.03, atRest) }, { panels: ["V"] }));
});

// %% [explain 22.3]
// One rests, and one spikes: 115{= held(0.03, inBurst).spikes.length} times in 100 ms, and so on for ever. It is the same cell with the same gate. Which fate it meets depends on where it starts. You have met this **bistability** in [5. Bifurcations](05-bifurcations.ipynb).

// %% [markdown]
// So the fast part has two ways of life at $n_M = 0.03$. Not so at every $n_M$. Hold the gate a little further open, or a little further closed, and see where one of the two is lost.

// %%
[0, 0.0034, 0.0036, 0.03, 0.06, 0.067, 0.0685].map((nM) => ({ nM: nM, fromBurst: held(nM, inBurst).spikes.length, fromRest: held(nM, atRest).spikes.length }));

// %% [markdown]
// Below 0.0035{= taken.burst.ends.rest.parameter} there is no rest: both starts end in spikes. Above 0.068{= taken.burst.ends.spiking.parameter} there is no spiking: both end at rest. (A spike or two in the last line are what is left of the burst in which it began.) In between there are both.
//
// **Exercise 22.3** (3 points). *Measure.* For the current `I` of `variant("22.3")`: up to which value of $n_M$ does the held cell spike on, if it starts in a burst? Give it to 0.0004. It lies between 0.02 and 0.14. A run of 100 ms in which the last spike comes after 80 ms spikes on.

// %%
const yours = variant("22.3");
console.log(`I = ${yours.I} uA/cm^2`);

// %% [exercise 22.3]
// BEGIN SOLUTION
let low = 0.02;
let high = 0.14;
for (let k = 0; k < 11; k++) {
  const middle = (low + high) / 2;
  const spikes = held(middle, inBurst, yours.I).spikes;
  if (spikes.length > 0 && spikes[spikes.length - 1] > 80) low = middle;
  else high = middle;
}
const border = (low + high) / 2;
// STUB
// const border = NaN;
// END SOLUTION

// %% [check 22.3]
check("22.3", border);

// %%
const near = border > 0 ? border : 0.05;
show(plot.trace({ "just below yours": held(near - 0.001, inBurst, yours.I), "just above": held(near + 0.001, inBurst, yours.I) }, { panels: ["V"] }));

// %% [solution 22.3]
// At 5 µA/cm² it is 0.0678{= taken.burst.ends.spiking.parameter}. The larger the current, the more potassium it takes to end the spikes. Just below the border they come slowly: their period grows without bound. It is the **saddle homoclinic orbit** of [5. Bifurcations](05-bifurcations.ipynb), met from the other side.

// %% [markdown]
// Now let the gate go, and draw the burst not against time but against $n_M$, over what you have found. This is the picture that Rinzel drew.

// %%
const taken = dissect(cell, "nM");
show(plot.dissection(taken));

// %% [markdown]
// Read it like a map with a road on it.
//
// - **Solid line:** the rest of the fast part, at each value of $n_M$. It ends at 0.0035{= taken.burst.ends.rest.parameter}, on the left, where it meets a saddle: a saddle-node.
// - **Filled circles:** the highest and lowest potential of its spikes. They end at 0.0678{= taken.burst.ends.spiking.parameter}, on the right, in a homoclinic orbit.
// - **Thin line:** the whole cell, with its gate let go. At rest the gate closes, and the state drifts to the left until rest is gone. Then it spikes, the gate opens, and it is carried to the right, until spiking is gone. Round and round.
//
// ## 22.3 The slow flow (25 min)
//
// The triangles in the picture say which way the gate moves. At rest that is easy: the potential stands still, and the gate goes one way. While the cell spikes, the gate opens during the spike and closes between spikes. What counts is the *mean* over a cycle.
//
// **Exercise 22.4** (2 points). *Build.* Write the mean rate at which the gate moves, in 1/ms. You get the potentials `V` (mV) along one cycle, at even steps of time; the gate is held at `nM`, and has the time constant `tauM` (ms). Its equation is $\dot n_M = (n_{M,\infty}(V) - n_M)/\tau_M$ with $n_{M,\infty}(V) = 1/(1 + e^{(-20 - V)/5})$.

// %% [exercise 22.4]
const meanRate = (V: number[], nM: number, tauM: number): number => {
  // BEGIN SOLUTION
  let sum = 0;
  for (const v of V) sum += 1 / (1 + Math.exp((-20 - v) / 5));
  return (sum / V.length - nM) / tauM;
  // STUB
  // return NaN; // 1/ms
  // END SOLUTION
};

// %% [check 22.4]
check("22.4", meanRate);

// %%
const gates = [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.065];
const cycleAt = (nM: number): number[] => {
  const long = simulate(fast.with({ nM: nM }), { duration: 100, initial: inBurst, dt: 0.01 });
  const last = long.spikes.length - 1;
  return Array.from(long.states.V).slice(Math.round(long.spikes[last - 1] / 0.01), Math.round(long.spikes[last] / 0.01));
};
const ofCycles = taken.flow.cycles[0];
const ofRest = taken.flow.equilibria.filter((piece) => piece.stable)[0];
show(plot.curves({ "while it spikes": { x: ofCycles.slow, y: ofCycles.rate }, "at rest": { x: ofRest.slow, y: ofRest.rate }, "yours": { x: gates, y: gates.map((nM) => meanRate(cycleAt(nM), nM, 20)), style: "points" }, "no change": { x: [0, 0.068], y: [0, 0], style: "dotted" } }, { x: ["gate of the M-current, held", "1"], y: ["mean rate of the gate", "1/ms"], window: { x: [0, 0.08], y: [-0.005, 0.015] } }));

// %% [solution 22.4]
// First the gate at each potential, then the mean. The gate at the *mean potential* would be nearly closed, for a spike is short; but while it lasts the gate opens fast.

// %% [markdown]
// Your points lie on the line that `dissect` has computed from the cycles themselves. The gate opens while the cell spikes: the upper line is above zero nearly all the way. It closes at rest: the lower line is below. Two lines, two directions, and an end to each: the cell *must* burst.
//
// (At the very right the upper line dives below zero, because a cycle near the homoclinic orbit spends its time close to rest. The gate is carried past that place in a single spike.)
//
// So a picture of the slow flow is a forecast. Use it. With more current the spikes come faster and hold out against more potassium.
//
// **Before you run the cell:** 15 µA/cm² instead of 5. What does the cell do?

// %% [predict 22.4]
// ✎ your prediction: "it rests", "its bursts are longer" or "it spikes without end"
predict("22.4", "", () => {
  show(plot.trace(simulate(cell.with({ I: 15 }), { duration: 200 }), { panels: ["V", "nM"] }));
});

// %% [explain 22.4]
// It spikes without end. The M-gate opens to about 0.11{= (Math.min(...tonic.run.states.nM.slice(-9000)) + Math.max(...tonic.run.states.nM.slice(-9000))) / 2} and stays there. The next cell says why: the mean rate is zero at a place where there is still spiking. What opens in a spike closes before the next.

// %%
const tonic = dissect(cell.with({ I: 15 }), "nM");
show(plot.dissection(tonic));
console.log(`${tonic.behaviour}; foretold: ${tonic.foretold.join(", ")}`);

// %% [markdown]
// The gate settles between 0.110{= Math.min(...tonic.run.states.nM.slice(-9000))} and 0.116{= Math.max(...tonic.run.states.nM.slice(-9000))}, and spiking ends only at 0.123{= homoclinicOf(tonic.fast)}. On the stable circles there is a place to the left of which the gate rises, and to the right of which it falls. The cell never gets to the edge. (With 3 µA/cm² it is the other way round: the gate comes to a stop on the solid line, and the cell rests.)
//
// Bistability is something you can touch, too. In the silence between two bursts the cell is at rest, but spiking waits beside it.
//
// **Before you run the cell:** in the silence, at 210 ms, the cell gets a kick of 40 mV upward. The next burst would be due at 263{= list[3].start} ms. What comes of the kick?

// %% [predict 22.5]
const kicked = simulate(cell, { duration: 400, stimulus: pulses(400, { width: 0.1, at: [210] }) });
// ✎ your prediction: "one spike", "a burst of fewer spikes" or "a full burst"
predict("22.5", "", () => {
  show(plot.trace({ "kicked": kicked, "left alone": run }, { panels: ["V"] }));
});

// %% [explain 22.5]
// A burst of seven{= bursts(kicked.spikes, { gap: 10 })[3].count} spikes instead of nine{= list[2].count}. The kick throws the cell over to the circles, and it spikes at once. But the gate had not closed all the way yet, so it has a shorter way to go to the edge. After that the rhythm goes on as ever, shifted by the kick. You know what can be made of that from [21. Two neurons](21-two-neurons.ipynb).

// %% [markdown]
// ## 22.4 Build one (20 min)
//
// Nothing of this is special to the M-current. Any cell in which rest and spiking coexist can be made to burst. Here are the two equations of Morris and Lecar, for a muscle cell of a barnacle, with parameters at which they coexist between 35{= homoclinicOf(bifurcations(planar, "I", [20, 60]))} and 40{= bifurcations(planar, "I", [20, 60]).points.find((point) => point.kind === "saddle-node").parameter} µA/cm². This cell cannot burst: it has two variables, and both are fast. A current `u` is taken away from the input. So far nobody says what `u` does.

// %%
const planar = morrisLecar.preset("saddle homoclinic");
const twoEquations = planar.equations.replace("I - IL", "I - u - IL");
const oldNumbers = Object.fromEntries(planar.parameterNames.map((name) => [name, [planar.parameters[name], planar.units[name]] as [number, string]]));
console.log(twoEquations);

// %%
const restsAt = equilibria(planar.with({ I: 38 }))[0].state.V;
const spikesAbout = simulate(planar.with({ I: 38 }), { duration: 600, initial: { V: 0, w: 0.1 }, dt: 0.1 }).states.V.slice(3000);
console.log(`at 38 µA/cm² it rests at ${restsAt.toFixed(1)} mV; while it spikes, the mean potential is ${(spikesAbout.reduce((sum, V) => sum + V, 0) / spikesAbout.length).toFixed(1)} mV`);

// %% [markdown]
// **Exercise 22.5** (4 points). *Build.* Make it burst. Give `u` an equation of its own, so that it grows while the cell spikes and falls while it rests. The bursts should have four spikes at least. Hand in the model; its first states are V and w, as in the old equations, and with $u = 0$ these are the old ones.
//
// Three things to fill in: a line for $\dot u$ behind the two equations, the state `u: state(0, "uA/cm^2", [-20, 60])`, and the new numbers with their units, such as `tauU: [100, "ms"]`. Set `I: [45, "uA/cm^2"]`, so that `u` has something to take away. `defineModel` tells you at once if the units do not fit.

// %% [exercise 22.5]
// BEGIN SOLUTION
const burster = defineModel({
  name: "my burster",
  source: "notebook 22",
  equations: `${twoEquations}
    du/dt = g*(V - V0)/tauU`,
  states: { V: state(-30, "mV", [-80, 60]), w: state(0.1, "1"), u: state(0, "uA/cm^2", [-20, 60]) },
  parameters: { ...oldNumbers, I: [45, "uA/cm^2"], g: [0.2, "mS/cm^2"], V0: [-20, "mV"], tauU: [100, "ms"] },
  threshold: "V > 0",
});
// STUB
// const burster = undefined as never; // in place of `undefined as never` write what stands below, with your lines for …
// // defineModel({
// //   name: "my burster",
// //   source: "notebook 22",
// //   equations: `${twoEquations}
// //     …`,
// //   states: { V: state(-30, "mV", [-80, 60]), w: state(0.1, "1"), … },
// //   parameters: { ...oldNumbers, … },
// //   threshold: "V > 0",
// // });
// END SOLUTION

// %% [check 22.5]
check("22.5", burster);

// %%
const own = (burster as unknown) === undefined ? cell : burster;
show(plot.trace(simulate(own, { duration: (burster as unknown) === undefined ? 300 : 3000 }), { panels: ["V", own.stateNames[2]] }));

// %% [solution 22.5]
// `du/dt = g*(V - V0)/tauU`, with $V_0$ between the potential of rest and the mean of the spikes. The slope $g/\tau_u$ sets how slow it is: five times as large, and only three{= bursts(simulate(burster.with({ g: 5 * 0.2 }), { duration: 3000 }).spikes)[5].count} spikes fit in. Note that `u` need not know where the borders lie. It finds them.

// %% [markdown]
// ## 22.5 Three kinds (20 min)
//
// Your burster and the one with the M-current are of one kind. Rest ends in a saddle-node, spiking ends in a homoclinic orbit. Eugene Izhikevich calls such a burster by these two: **fold/homoclinic**. The older name is **square-wave**, for the silence lies low and the spikes stand on a plateau. `dissect` names it by its evidence.

// %%
console.log(taken.burst?.type, "or", taken.burst?.name);
taken.evidence;

// %% [markdown]
// There are other ways to lose rest, and other ways to lose spiking. Rest may go in an Andronov-Hopf bifurcation. Rinzel made such a burster of the neuron of FitzHugh and Nagumo, with a slow variable `y` in place of the current.
//
// **Before you run the cell:** what does the potential do just before a burst of this cell?

// %% [predict 22.6]
const elliptic = dissect(fitzHughRinzel, "y");
// ✎ your prediction: "it jumps", "it creeps up" or "it swings"
predict("22.6", "", () => {
  show(plot.trace(simulate(fitzHughRinzel, { duration: 4000 }), { panels: ["v", "y"] }));
  show(plot.dissection(elliptic));
});

// %% [explain 22.6]
// It swings. Rest loses its stability at $y = 0.0188{= elliptic.burst.ends.rest.parameter}$ in a subcritical Andronov-Hopf bifurcation, and the state spirals out, wider and wider, until it spikes. How soon depends on how far it still swings. The first burst of the run comes late, at $y = 0.0335{= firstBurst(fitzHughRinzel).y}$, for its swings grow from next to nothing. Once bursts follow each other, something of the last swing is left, and the next burst comes early, at 0.0174{= elliptic.evidence["y at the first spike of a burst"]}: in the diagram the run leaves the line before its stability ends. Spiking ends at 0.0117{= elliptic.burst.ends.spiking.parameter}, where the stable cycles meet unstable ones: a fold of cycles. Then the state spirals back in. The envelope of these swings looks like an ellipse, hence **elliptic** burster: subHopf/fold cycle.

// %% [markdown]
// And rest may go in a saddle-node on an invariant circle, as in the neuron of class 1. Spiking then ends in the same point. Where rest ends, spiking begins: they never coexist. One slow variable cannot make such a cell burst. Where should it turn round? It takes two slow variables, which make a slow rhythm by themselves, or a slow rhythm from outside. Here is one from outside: a slow sine of current through the neuron of [11. Sodium and potassium](11-persistent-sodium-potassium.ipynb) whose saddle-node lies on the circle.

// %%
const waved = simulate(persistentSodiumPotassium.with({ I: 4.5 }), { duration: 900, stimulus: sine(3, 1000 / 300) });
show(plot.trace(waved, { panels: ["V", "input"] }));
const intervals = Array.from(waved.spikes).slice(1).map((t, k) => t - waved.spikes[k]);
show(plot.curves({ "intervals": { x: intervals.map((_, k) => k + 1), y: intervals, style: "points and line" } }, { x: ["interval", "1"], y: ["ms", "1"], window: { y: [0, 20] } }));

// %% [markdown]
// The first spikes come slowly, then faster, then slowly again, for near the saddle-node the rate begins at zero and ends there. The intervals trace a parabola: 11.5{= intervals[15]} ms, 8.5{= Math.min(...intervals.slice(15, 29))} in the middle, 15.0{= intervals[28]} at the end. It is a **parabolic** burster, or circle/circle. In the sea slug *Aplysia*, the cell R15 bursts like this.
//
// | kind | rest ends | spiking ends | look for |
// |---|---|---|---|
// | square-wave, fold/homoclinic | saddle-node | saddle homoclinic orbit | the intervals grow towards the end |
// | elliptic, subHopf/fold cycle | subcritical Andronov-Hopf | fold of cycles | swings before and after the burst |
// | parabolic, circle/circle | saddle-node on an invariant circle | the same | slow, fast, slow; two slow variables |
//
// **Exercise 22.6** (2 points). *Find the mistakes.* The next cell shows six sentences, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters, such as `["a", "d"]`.

// %%
const sentences = statements("22.6");

// %% [exercise 22.6]
// BEGIN SOLUTION
const wrongOnes: string[] = Object.keys(sentences).filter((letter) =>
  /begins to swing|faster and faster|Only in square|is flat|single slow|highest at the first/.test(sentences[letter]));
// STUB
// const wrongOnes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 22.6]
check("22.6", wrongOnes);

// %% [solution 22.6]
// Each kind is told by its beginning and its end. A fold comes without warning, an Andronov-Hopf bifurcation is announced by swings. Near a homoclinic orbit and near an invariant circle the spikes slow down, at a fold of cycles they do not.

// %% [markdown]
// **Exercise 22.7** (1 point). *In your own words.* Why does the cell of 22.1 burst, and go on bursting? Say what the two borders are, and why it matters that they are not the same. Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 22.7]
// BEGIN SOLUTION
const explained = "The fast part of the cell can rest or spike at the same value of the slow gate. While it spikes the gate opens, until no spiking is left; then it rests and the gate closes, until no rest is left. The two ends lie apart, so it goes round and round.";
// STUB
// const explained = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 22.7]
check("22.7", explained);

// %% [solution 22.7]
// Were the two borders one, the cell would settle there, or be thrown to and fro with every spike. The stretch on which both exist is the memory of the cell: it remembers whether it was spiking.

// %% [markdown]
// **Exercise 22.8** (4 points). *Investigate.* Bursts to order: find $g_M$ (up to 20 mS/cm²) and $\tau_M$ (up to 200 ms) with which the cell of 22.1 gives as many spikes in each burst as `variant("22.8")` says, and is silent between two bursts for at least `silence` ms, and 10 ms more at most. Which of the two numbers changes what? Try what you like with `tried`; hand in the record.

// %%
const order = variant("22.8");
console.log(`${order.count} spikes in a burst, a silence of ${order.silence} to ${order.silence + 10} ms`);
const tried = (gM: number, tauM: number) => {
  const all = bursts(simulate(cell.with({ gM: gM, tauM: tauM }), { duration: 1000 }).spikes).slice(1, -1);
  return all.slice(1).map((burst, k) => ({ spikes: burst.count, silenceBefore: burst.start - all[k].end }));
};
tried(5, 20);

// %% [exercise 22.8]
// BEGIN SOLUTION
const tuned = (gM: number): { gM: number; tauM: number } => {
  let tauM = 25;
  for (let k = 0; k < 3; k++) {
    const seen = tried(gM, tauM);
    if (seen.length > 0) tauM *= (order.silence + 5) / seen[0].silenceBefore;
  }
  return { gM: gM, tauM: tauM };
};
const choices = Array.from({ length: 50 }, (_, k) => tuned(15 - 0.2 * k));
const delivered = choices.find((choice) => tried(choice.gM, choice.tauM)[0]?.spikes === order.count) ?? choices[0];
// STUB
// const delivered = { gM: NaN, tauM: NaN }; // mS/cm^2, ms
// END SOLUTION

// %% [check 22.8]
check("22.8", delivered);

// %% [solution 22.8]
// The time constant stretches spikes and silence alike. The conductance moves the borders: with more of it the gate need not open so far, and fewer spikes are enough. So tune the silence with $\tau_M$, the number with $g_M$, and the silence once more.

// %% [markdown]
// ## What these models cannot do
//
// - Holding the slow variable still is exact only if it is infinitely slow. Here it moves by 12{= 100 * taken.evidence["nM moves in a spike, as a part of that"]} % of its way in a single spike, and the burst ends a little before the border.
// - Real bursters have several slow things at once: calcium, pumps, more than one slow current.
// - Where bursting turns into spiking, strange things happen: bursts that never repeat, and chaos. Try `explore(hindmarshRose)` from the package with its preset *irregular bursts*.
//
// ## Summary
//
// - A burst is a group of spikes between two silences; period and duty cycle describe the rhythm.
// - Hold the slow variable still and treat it as a parameter: the fast part has a branch of rest and a branch of spiking, and over a stretch it has both.
// - While the cell spikes the slow variable goes one way on average, at rest the other. If neither comes to a stop before its border, the cell bursts.
// - Rest may end in a saddle-node or an Andronov-Hopf bifurcation, spiking in a homoclinic orbit, a fold of cycles, or on the circle. The two together name the burster.
// - Without a stretch on which rest and spiking coexist, one slow variable is not enough.
//
// ## References
//
// - J. Rinzel (1985) *Lecture Notes in Mathematics* 1151:304: the slow variable held still.
// - J. Rinzel (1987) *Lecture Notes in Biomathematics* 71:267: square-wave, elliptic, parabolic.
// - J. L. Hindmarsh, R. M. Rose (1984) *Proc. R. Soc. Lond. B* 221:87: three equations that burst.
// - E. M. Izhikevich (2000) *Int. J. Bifurcation Chaos* 10:1171: the kinds that a fast part of two variables allows, and their names.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 9.
