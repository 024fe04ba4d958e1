// %% [markdown]
// # 20. Synapses and plasticity
//
// **One idea:** a synapse opens channels in another cell. What that does depends on where the other cell is, on what the synapse has done before, and on when both have fired.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | tell what happens between two spikes, and write it as a conductance | 20.1 Across the gap | 20 |
// | foretell which way a synapse pushes, and find its reversal potential | 20.2 Which way it pushes | 25 |
// | add up potentials, and say what shunting is | 20.3 Two and more | 25 |
// | fit depression to a recorded train | 20.4 A store that runs low | 25 |
// | let spike times change a weight, and see what is learned | 20.5 Who came first? | 25 |
//
// **Prerequisites:** [1. The neuron](01-the-neuron.ipynb); [6. Conductance-based models](06-conductance-based-models.ipynb); [12. Integrate and fire](12-integrate-and-fire.ipynb).
// About 120 min with exercises. The train of potentials in Section 20.4 was recorded; everything else is simulated.

// %%
import { blindSynapse, check, equations, explore, leakyIntegrateAndFire, plot, postsynapticTrain, predict, pulses, setup, show, simulate, spikeTimingChange, student, variant, volleyLearner, withSynapses } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 20.1 Across the gap (20 min)
//
// Neurons do not touch. Where one talks to another, a gap of some 20{@ Kandel and others, Principles of Neural Science} millionths of a millimetre lies between them. In most synapses no current crosses it. A *substance* does.

// %%
show(plot.synapse());

// %% [markdown]
// Follow the numbers.
//
// 1. An action potential comes down the axon.
// 2. It opens calcium channels, and calcium flows in.
// 3. Calcium makes a **vesicle** join the membrane and empty itself: a few thousand molecules of **transmitter**.
// 4. They cross the gap, the **synaptic cleft**, in a few microseconds.
// 5. Some bind to **receptors** on the other side. A receptor is a channel with a lock, and transmitter is the key. It opens; ions flow; the membrane potential of the other cell moves.
//
// The whole chain takes about a millisecond. Then the transmitter is taken up again, and the channels shut.
//
// The cell that sends is called *presynaptic*, the one that receives *postsynaptic*. What the spike has done to the potential is a **postsynaptic potential**: an EPSP if it excites, an IPSP if it inhibits.
//
// You know what open channels are: a conductance. So write the synapse as one, $g(t)$. It rises while receptors open and falls while they shut. A simple curve that does so is Wilfrid Rall's **alpha function**.
//
// **Exercise 20.1** (2 points). Write the conductance in nS at `t` ms after the spike: $g = w\,\frac{t}{\tau}\,e^{1 - t/\tau}$, and 0 before the spike. Its peak, at $t = \tau$, is the weight `w`.

// %% [exercise 20.1]
const conductance = (t: number, w: number, tau: number): number => {
  // BEGIN SOLUTION
  return t < 0 ? 0 : w * (t / tau) * Math.exp(1 - t / tau);
  // STUB
  // return NaN; // nS
  // END SOLUTION
};

// %% [check 20.1]
check("20.1", conductance);

// %%
const ms = Array.from({ length: 121 }, (_, i) => -2 + i / 4);
const shape = (tau: number) => ({ x: ms, y: ms.map((t) => conductance(t, 1, tau)) });
show(plot.curves({ "τ = 2 ms": shape(2), "τ = 5 ms": shape(5) }, { x: ["time after the spike", "ms"], y: ["g", "nS"] })); // yours

// %% [solution 20.1]
// The factor $e$ makes the peak equal to $w$. The receptors called AMPA are about as quick as the first curve; those called GABA$_\mathrm{A}$ last longer.

// %% [markdown]
// `withSynapses` puts such a conductance on a neuron, here the leaky integrate-and-fire neuron of [12. Integrate and fire](12-integrate-and-fire.ipynb), with its spikes switched off for the time being. AMPA receptors let sodium and potassium through alike; their current vanishes near 0 mV.

// %%
const quiet = leakyIntegrateAndFire.with({ Vth: 100 });
const AMPA = { name: "AMPA", kind: "alpha", tau: 2, reversal: 0 } as const;
const cell = withSynapses(quiet, [AMPA], { input: "AMPA" });
equations(cell);

// %% [markdown]
// The two lines with $g$ and $x$ make the alpha function: a spike adds its weight to $x$, and $g$ follows. There are other kinds: `"exponential"` jumps and decays, `"double exponential"` has a rise of its own, and `"NMDA"` comes in Section 20.3. A brief pulse of area $w$ in $k$ stands for a spike of weight $w$.
//
// ## 20.2 Which way it pushes (25 min)
//
// The cell rests at −75{= cell.parameters.EL} mV. One spike of 1 nS lifts it by 2.4{= heightOf(1)} mV, and 20{= leakyIntegrateAndFire.parameters.Vth - cell.parameters.EL} mV are needed to fire it.
//
// **Before you run the cell:** how high is the EPSP of a spike with fifty times the weight?

// %% [predict 20.1]
const spike = (w: number, at: number[] = [10]) => pulses(10 * w, { width: 0.1, at: at });
const heightOf = (w: number) => Math.max(...simulate(cell, { duration: 80, stimulus: spike(w) }).states.V) + 75;
const weightsTried = [1, 2, 5, 10, 20, 50];
// ✎ your prediction: "fifty times as high", "about half of that" or "no higher"
predict("20.1", "", () => {
  const straight = { x: weightsTried, y: weightsTried.map((w) => w * heightOf(1)), style: "dashed" } as const;
  show(plot.curves({ "EPSP": { x: weightsTried, y: weightsTried.map(heightOf), style: "points and line" }, "in proportion": straight }, { x: ["weight", "nS"], y: ["height", "mV"] }));
});

// %% [explain 20.1]
// About half of that: 54{= heightOf(50)} mV instead of 119{= 50 * heightOf(1)}. As the potential nears 0 mV, the driving force runs out: the more channels are open, the less each of them brings. Ten nS make the 20{= heightOf(10)} mV that the cell needs. So a cell of this size fires when ten spikes of 1 nS come together, not at a whisper from one.

// %% [markdown]
// So the synapse does not push *up*. It pulls *towards 0 mV*. Here it is live, with three spikes 20 ms apart.
//
// **Before you move a slider:** the steady current $I$ holds the cell wherever you like; each 10{= cell.parameters.gL} pA lift it by 1 mV. Lift it above 0 mV, to +10 mV, with 850{= cell.parameters.gL * (10 - cell.parameters.EL)} pA. What becomes of the EPSP?

// %% [predict 20.2]
// ✎ your prediction: "it grows", "it vanishes" or "it turns round"
predict("20.2", "", () => {
  explore(cell, { duration: 100, stimulus: spike(5, [20, 40, 60]), sliders: ["I", "EAMPA", "tauAMPA", "gL"] });
});

// %% [explain 20.2]
// It turns round. At −75 mV a spike of 1 nS lifts the cell by 2.39{= departure(cell, spike(1), -75)} mV, at −25 mV by 0.80{= departure(cell, spike(1), -25)}, at 0 mV not at all; at +10 mV it *lowers* it by 0.32{= -departure(cell, spike(1), 10)} mV. The potential at which it turns is the **reversal potential** of the synapse. In this model excitation and inhibition differ in nothing else: move $E_\mathrm{AMPA}$ below rest, and you have an inhibitory synapse.

// %% [markdown]
// **Exercise 20.2** (3 points). *Measure.* There is a synapse in the rig, on a neuron whose spikes are blocked. `rig.hold(V)` holds the neuron at `V` (mV), fires the synapse once, and records; the result has `time`, `V`, and as `peak` the largest departure from `V`, with its sign. The recording is noisy. Each student has another synapse.
// What is its reversal potential, in mV?

// %%
const dark = variant("20.2");
const rig = blindSynapse(dark.synapse);
const recorded = Object.fromEntries([-100, -60, -20, 20].map((V) => [`held at ${V} mV`, { x: rig.hold(V).time, y: rig.hold(V).V.map((v) => v - V) }]));
show(plot.curves(recorded, { x: ["time", "ms"], y: ["departure", "mV"] }));

// %% [exercise 20.2]
// BEGIN SOLUTION
const [low, high] = [-100, 20].map((V) => rig.hold(V).peak);
const reversal = -100 - (low * 120) / (high - low);
// STUB
// const reversal = NaN; // mV
// END SOLUTION

// %% [check 20.2]
check("20.2", reversal);

// %%
const tried = Math.abs(reversal) <= 120 ? [-20, 0, 20].map((more) => reversal + more) : []; // nothing without an answer
const departures = tried.map((V) => [`held at ${V.toFixed(1)} mV`, { x: rig.hold(V).time, y: rig.hold(V).V.map((v) => v - V) }]);
show(plot.curves(Object.fromEntries(departures), { x: ["time", "ms"], y: ["departure", "mV"] })); // if you are right, one is flat

// %% [solution 20.2]
// The departure is proportional to the distance from the reversal potential, so two points far apart give the line, and where it crosses zero is the answer. Close to the crossing the noise hides everything.

// %% [markdown]
// ## 20.3 Two and more (25 min)
//
// **Exercise 20.3** (2 points). *Measure.* Two spikes of 2 nS, the second `gap` ms after the first. How high above rest, in mV, does `cell` get? Your gap is in `variant("20.3")`. (A run of 100 ms with the first spike at 10 ms will do.)

// %%
const mine = variant("20.3");
console.log(`your gap: ${mine.gap} ms; one spike of 2 nS lifts the cell by ${heightOf(2).toFixed(2)} mV`);

// %% [exercise 20.3]
// BEGIN SOLUTION
const together = Math.max(...simulate(cell, { duration: 100, stimulus: spike(2, [10, 10 + mine.gap]) }).states.V) + 75;
// STUB
// const together = NaN; // mV
// END SOLUTION

// %% [check 20.3]
check("20.3", together);

// %%
const gaps = [1, 13, 26, 39]; // does yours lie where these four would have it?
const heights = gaps.map((gap) => Math.max(...simulate(cell, { duration: 100, stimulus: spike(2, [10, 10 + gap]) }).states.V) + 75);
show(plot.curves({ "simulated": { x: gaps, y: heights, style: "points" }, "yours": { x: [mine.gap], y: [together], style: "place" } }, { x: ["gap", "ms"], y: ["height", "mV"] }));

// %% [solution 20.3]
// Close together they add up to nearly twice the height: 8.95{= heights[0]} mV at a gap of 1 ms, where one alone has 4.68{= heightOf(2)}. At 39{= gaps.at(-1)} ms it is 4.80{= heights.at(-1)} mV, and the first is all but forgotten. The membrane's time constant of 10{= cell.parameters.C / cell.parameters.gL} ms says how long a coincidence may take.

// %% [markdown]
// Now inhibition. GABA$_\mathrm{A}$ receptors let chloride through, and chloride's battery lies close to rest. Suppose that it lies exactly there, at −75 mV. Such a synapse alone does nothing: its driving force is zero.
//
// **Before you run the cell:** what does it do to an EPSP that comes while it is open?

// %% [predict 20.3]
const GABA = { name: "GABA", kind: "exponential", tau: 10, reversal: -75 } as const;
const both = withSynapses(quiet, [AMPA, GABA], { input: "AMPA" });
const inhibited = (g: number) => simulate(both, { duration: 60, initial: { gGABA: g }, stimulus: spike(5, [5]) });
const alone = simulate(both, { duration: 60, initial: { gGABA: 30 } });
// ✎ your prediction: "no difference", "it becomes lower" or "it becomes higher"
predict("20.3", "", () => {
  show(plot.trace({ "EPSP alone": inhibited(0), "GABA alone": alone, "both": inhibited(30) }, { panels: ["V"] }));
});

// %% [explain 20.3]
// Lower: 8.1{= Math.max(...inhibited(30).states.V) + 75} instead of 11.0{= Math.max(...inhibited(0).states.V) + 75} mV, though GABA alone leaves no trace. It has opened holes in the membrane, and the current of the EPSP runs out through them. This is **shunting**: inhibition that does not subtract, but divides.

// %% [markdown]
// **Exercise 20.4** (2 points). Where does the membrane settle if both stay open? Write the potential in mV for steady conductances `gE` (reversal potential 0 mV) and `gI` (−75 mV), both in nS. The leak is 10{= cell.parameters.gL} nS at −75 mV. It is [6. Conductance-based models](06-conductance-based-models.ipynb) once more.

// %% [exercise 20.4]
const settles = (gE: number, gI: number): number => {
  // BEGIN SOLUTION
  return (10 * -75 + gE * 0 + gI * -75) / (10 + gE + gI);
  // STUB
  // return NaN; // mV
  // END SOLUTION
};

// %% [check 20.4]
check("20.4", settles);

// %%
const excitation = Array.from({ length: 61 }, (_, i) => i / 2);
const under = (gI: number) => ({ x: excitation, y: excitation.map((gE) => settles(gE, gI)) });
show(plot.curves({ "gI = 0": under(0), "10 nS": under(10), "30 nS": under(30) }, { x: ["g<sub>E</sub>", "nS"], y: ["V settles at", "mV"] })); // yours

// %% [solution 20.4]
// $V - E_L = 75\,g_E/(10 + g_E + g_I)$ in mV: $g_I$ stands in the denominator only. It divides the *potential*. The *rate* is another matter. With 10 nS of it open all the time the cell needs 400{= (10 + 10) * 20} pA to begin firing, not 200{= 10 * 20}. But at 1000 pA it fires at 220{= shunted(1000, 10)} Hz instead of 236{= shunted(1000, 0)}: a spike train is hardly divided, its curve is shifted, much as by a subtraction.

// %% [markdown]
// One receptor breaks the rule that a nearer battery means less current. The NMDA receptor has a magnesium ion stuck in its pore, and depolarisation drives it out.
//
// **Before you run the cell:** the battery is at 0 mV. How large is the inward current at −30 mV, compared with −70 mV?

// %% [predict 20.4]
const NMDA = withSynapses(quiet, [{ name: "NMDA", kind: "NMDA", rise: 2, decay: 80, reversal: 0 }]);
const volts = Array.from({ length: 66 }, (_, i) => -90 + 2 * i);
const currentAt = (Mg: number) => volts.map((V) => NMDA.with({ MgNMDA: Mg }).quantity("INMDA", { ...NMDA.states, V: V, gNMDA: 1 }));
// ✎ your prediction: "smaller", "about the same" or "larger"
predict("20.4", "", () => {
  show(plot.curves({ "1 mM magnesium": { x: volts, y: currentAt(1) }, "none": { x: volts, y: currentAt(0) } }, { x: ["V", "mV"], y: ["current of 1 nS", "pA"] }));
});

// %% [explain 20.4]
// Larger: 10.7{= -currentAt(1)[volts.indexOf(-30)]} pA inward at −30 mV, 3.1{= -currentAt(1)[volts.indexOf(-70)]} at −70 mV. On the way from the one to the other, freed pores outweigh the driving force that is lost. So an NMDA receptor conducts only if two things meet: transmitter, from the one cell, *and* depolarisation, of the other. Keep that in mind for Section 20.5.

// %% [markdown]
// ## 20.4 A store that runs low (25 min)
//
// Rodrigo Perin recorded from two pyramidal cells in the fifth layer of the cortex, one of which had a synapse on the other. He fired it eight{= train.presynaptic.length - 1} times, 50{= train.presynaptic[1] - train.presynaptic[0]} ms apart, waited 550{= train.presynaptic[8] - train.presynaptic[7]} ms and fired it once more. (`data/recordings/README.md` tells more.)
//
// **Before you run the cell:** the second potential, compared with the first?

// %% [predict 20.5]
const train = postsynapticTrain();
// ✎ your prediction: "larger", "as large" or "smaller"
predict("20.5", "", () => {
  show(plot.curves({ x: train.time, y: train.V }, { x: ["time", "ms"], y: ["V, recorded", "mV"] }));
});

// %% [explain 20.5]
// Smaller, and the third smaller still. After half a second of rest the ninth is back at 72{= 100 * amplitudes[8] / amplitudes[0]} % of the first. This is **short-term depression**. The usual reading: vesicles that are ready to be released run low, and it takes time to make new ones ready.

// %% [markdown]
// How high is each? The second begins on the tail of the first, so subtract what the tail would have become without it: it decays with a time constant of some 50 ms.

// %%
const meanOver = (from: number, to: number) => {
  const part = train.V.filter((_, i) => train.time[i] >= from && train.time[i] < to);
  return part.reduce((a, b) => a + b, 0) / part.length;
};
const quietLevel = meanOver(50, 100);
const amplitudes = Array.from(train.presynaptic, (s) => {
  const tail = meanOver(s - 2, s) - quietLevel;
  const above = Array.from(train.time, (t, i) => (t > s && t < s + 20 ? train.V[i] - quietLevel - tail * Math.exp(-(t - s + 1) / 50) : 0));
  return Math.max(...above);
});
console.log(amplitudes.map((a) => a.toFixed(2)).join(", "), "mV");

// %% [markdown]
// Misha Tsodyks and Henry Markram put the store into one variable. Let $R$ be the part of the transmitter that is ready; at first $R = 1$. A spike releases the part $U$ of what is there, $U R$, and $R$ falls by as much. Between spikes $R$ comes back to 1 with the time constant $\tau_\mathrm{rec}$. The height of the potential is proportional to $U R$.
//
// **Exercise 20.5** (3 points). *Build.* Write what each spike of a train releases: a list of $U R$, one entry a spike. Given are the spike times in ms, `U`, and `tauRec` in ms.

// %% [exercise 20.5]
const released = (spikes: number[], U: number, tauRec: number): number[] => {
  // BEGIN SOLUTION
  let R = 1;
  return spikes.map((t, k) => {
    if (k > 0) R = 1 - (1 - R) * Math.exp(-(t - spikes[k - 1]) / tauRec);
    const out = U * R;
    R -= out;
    return out;
  });
  // STUB
  // return [];
  // END SOLUTION
};

// %% [check 20.5]
check("20.5", released);

// %% [solution 20.5]
// First recover, then release, and only then take it out. With `U = 0.5` half of the store goes with the first spike, and a quarter with the second if it comes at once.

// %% [markdown]
// **Exercise 20.6** (3 points). *Fit.* Which `U` and which `tauRec` (ms) come closest to the nine `amplitudes`? Try a grid of both. The potentials are $A\,U R$ in mV, with a scale $A$ that you may choose best for each pair: with $x = U R$ and the heights $y$ it is $A = \sum x y/\sum x^2$. Closest means the smallest sum of squares.

// %% [exercise 20.6]
// BEGIN SOLUTION
const missBy = (U: number, tauRec: number) => {
  const x = released(Array.from(train.presynaptic), U, tauRec);
  const A = x.reduce((s, xk, k) => s + xk * amplitudes[k], 0) / x.reduce((s, xk) => s + xk * xk, 0);
  return x.reduce((s, xk, k) => s + (A * xk - amplitudes[k]) ** 2, 0);
};
const grid = Array.from({ length: 61 }, (_, i) => 0.2 + 0.01 * i).flatMap((U) =>
  Array.from({ length: 71 }, (_, j) => ({ U: U, tauRec: 200 + 10 * j })));
const fit = grid.reduce((a, b) => (missBy(b.U, b.tauRec) < missBy(a.U, a.tauRec) ? b : a));
// STUB
// const fit = { U: NaN, tauRec: NaN }; // tauRec in ms
// END SOLUTION

// %% [check 20.6]
check("20.6", fit);

// %%
const model = released(Array.from(train.presynaptic), fit.U, fit.tauRec);
const scale = model.reduce((s, x, k) => s + x * amplitudes[k], 0) / model.reduce((s, x) => s + x * x, 0);
const fitted = { x: train.presynaptic.slice(0, model.length), y: model.map((x) => scale * x), style: "points and line" } as const;
show(plot.curves({ "recorded": { x: train.presynaptic, y: amplitudes, style: "points" }, "yours": fitted }, { x: ["time of the spike", "ms"], y: ["height", "mV"] }));

// %% [solution 20.6]
// $U = 0.44{= fit.U}$, $\tau_\mathrm{rec} = 480{= fit.tauRec}$ ms, and $A = 4.0{= scale}$ mV if all were released at once. The model has the first, the level and the recovery; it puts the second too low by 0.12{= amplitudes[1] - scale * model[1]} mV and the third too high by 0.11{= scale * model[2] - amplitudes[2]}. Three numbers for nine potentials: not bad, and not the whole truth.

// %% [markdown]
// What is that good for? A synapse that tires reports *changes*. At a steady 20 Hz this one settles at 20{= 100 * settled(released, fit, 20)} % of its first height, at 40 Hz at 11{= 100 * settled(released, fit, 40)} %. Twice as many spikes, each with little more than half the effect: in a second they bring only 9{= 100 * (2 * settled(released, fit, 40) / settled(released, fit, 20) - 1)} % more. What gets through hardly tells the rate any longer, but every sudden change of it stands out.
//
// ## 20.5 Who came first? (25 min)
//
// In 1949 Donald Hebb wrote that a synapse should grow when the one cell takes part in firing the other. Taking part means: coming *before*. Almost fifty years later this was measured. If the sending cell fires a few ms before the receiving one, again and again, the synapse becomes stronger; if it fires after it, weaker.
// One channel can tell: the NMDA receptor, open only if transmitter and depolarisation meet. The rule is called **spike-timing-dependent plasticity**, STDP.

// %%
const rule = { aPlus: 0.02, aMinus: 0.021, tauPlus: 20, tauMinus: 20, max: 1 };
const deltas = Array.from({ length: 161 }, (_, i) => -80 + i);
const changes = deltas.map((delta) => 100 * spikeTimingChange(delta, rule));
show(plot.curves({ x: deltas, y: changes }, { x: ["receiver after sender by", "ms"], y: ["change, % of the maximum", "1"] }));

// %% [markdown]
// **Exercise 20.7** (3 points). *Build.* Write the change of the weight that two trains make, `pre` of the sending cell and `post` of the receiving one (ms). Every spike of the one makes a pair with every spike of the other. With $\Delta = t_\mathrm{post} - t_\mathrm{pre}$, a pair adds $0.02\,e^{-\Delta/20}$ if $\Delta > 0$, takes away $0.021\,e^{\Delta/20}$ if $\Delta < 0$, and does nothing if $\Delta = 0$.

// %% [exercise 20.7]
const changeBy = (pre: number[], post: number[]): number => {
  // BEGIN SOLUTION
  let total = 0;
  for (const s of pre)
    for (const t of post) {
      const delta = t - s;
      if (delta > 0) total += 0.02 * Math.exp(-delta / 20);
      if (delta < 0) total -= 0.021 * Math.exp(delta / 20);
    }
  return total;
  // STUB
  // return NaN;
  // END SOLUTION
};

// %% [check 20.7]
check("20.7", changeBy);

// %% [solution 20.7]
// Two loops. A synapse needs no list of the past for it: one trace of each cell that jumps at a spike and decays with 20 ms holds the same sum.

// %% [markdown]
// What does such a rule learn? Let a cell have twenty{= learner.weights.length} synapses of 2.5 nS. Their inputs fire in turn, 1{= learner.inputs[1][40] - learner.inputs[0][40]} ms after one another, like a word being spelled out. The volley comes back every 55{= (learner.inputs[0][60] - learner.inputs[0][10]) / 50} ms, for four{= learner.inputs[0].at(-1) / 1000} seconds. Nobody says what is right.
//
// **Before you run the cell:** which synapses will be strong in the end?

// %% [predict 20.6]
const learner = volleyLearner({ aPlus: 0.02, aMinus: 0.021, tauPlus: 20, tauMinus: 20, max: 6 });
const order = Array.from(learner.weights, (_, k) => k + 1);
// ✎ your prediction: "the early ones", "the late ones" or "all of them"
predict("20.6", "", () => {
  const before = { x: order, y: order.map(() => 2.5), style: "dashed" } as const;
  show(plot.curves({ "at the end": { x: order, y: learner.weights, style: "points and line" }, "at first": before }, { x: ["place in the volley", "1"], y: ["weight", "nS"] }));
  show(plot.curves({ x: learner.volley, y: learner.latency, style: "points and line" }, { x: ["volley", "1"], y: ["first spike after the first input", "ms"] }));
});

// %% [explain 20.6]
// The early ones. The first four{= learner.weights.findIndex((w) => w < 6)} reach the maximum of 6 nS, the last ten{= 19 - learner.weights.findLastIndex((w) => w > 0)} go to zero. And the cell answers earlier: 8.3{= learner.latency[0]} ms after the first input at the beginning, 3.9{= learner.latency.at(-1)} ms at the end. It has learned to recognise the word by its first letters.

// %% [markdown]
// **Exercise 20.8** (4 points). *Investigate.* Change the rule so that the cell answers within 3 ms of the first input in the end, with at most five synapses above 0.1 nS. `max` may be 2.5 to 10 nS. `volleyLearner(rule)` shows what a rule does. Hand in the rule.

// %% [exercise 20.8]
// BEGIN SOLUTION
const quick = { aPlus: 0.02, aMinus: 0.03, tauPlus: 20, tauMinus: 20, max: 10 };
// STUB
// // aPlus and aMinus as parts of max; tauPlus and tauMinus in ms; max in nS
// const quick = { aPlus: NaN, aMinus: NaN, tauPlus: NaN, tauMinus: NaN, max: NaN };
// END SOLUTION

// %% [check 20.8]
check("20.8", quick);

// %%
if (quick.max > 0) show(plot.curves({ x: order, y: volleyLearner(quick).weights, style: "points and line" }, { x: ["place in the volley", "1"], y: ["weight", "nS"] }));

// %% [solution 20.8]
// A larger maximum lets three{= volleyLearner(quick).weights.filter((w) => w > 0.1).length} inputs do what four{= learner.weights.findIndex((w) => w < 6)} did, so the cell fires at 2.7{= volleyLearner(quick).latency.at(-1)} ms. A larger loss clears away those that come after the spike: the cell has no use for them.

// %% [markdown]
// **Exercise 20.9** (1 point). *In your own words.* Why does the cell answer earlier and earlier, though nobody tells it to? Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 20.9]
// BEGIN SOLUTION
const explained = "Inputs just before the cell's spike are strengthened, those after it are weakened. Stronger early inputs reach the threshold sooner, so the spike moves forward; then some inputs that were before it come after it, and are weakened in turn.";
// STUB
// const explained = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 20.9]
check("20.9", explained);

// %% [solution 20.9]
// Each volley moves the spike a little forward, and so changes who is before it and who is after it in the next.

// %% [markdown]
// ## What these models cannot do
//
// - Release is a matter of luck: a vesicle is let go or not. Here it is a smooth part of a store.
// - Here one cell talks and the other listens. What becomes of two that talk to each other is told in [21. Two neurons](21-two-neurons.ipynb).
// - Every synapse of a kind is alike here, and sits on the soma. Real ones lie on branches ([17. Dendrites and cables](17-dendrites-and-cables.ipynb)).
// - Pairs of spikes are not the whole of learning: three spikes, the rate, the place and the time of day all matter, and something must keep all weights from rising at once.
// - Not every synapse obeys this rule. In the brain of an electric fish some become *weaker* if the sender comes first (Bell and others 1997).
// - Some synapses pass current directly, through channels that join two cells. They are called *electrical*, and are left out.
//
// ## Summary
//
// - A synapse is a conductance: $I = g(t)\,(V - E)$. It pulls the potential towards its reversal potential $E$.
// - 1 nS lifts this cell by 2.4{= heightOf(1)} mV, 50 nS by 54{= heightOf(50)} mV: the driving force runs out.
// - Inhibition with its battery at rest shunts: $V - E_L = 75\,g_E/(10 + g_E + g_I)$ mV. It divides the potential; the f-I curve it mostly shifts.
// - NMDA receptors conduct if transmitter and depolarisation meet.
// - Depression: a spike releases $U R$, and $R$ recovers with $\tau_\mathrm{rec}$. The recorded train: $U = 0.44{= fit.U}$, $\tau_\mathrm{rec} = 480{= fit.tauRec}$ ms.
// - STDP strengthens what came before and weakens what came after. A cell learns to answer to the first inputs of a volley: after 3.9{= learner.latency.at(-1)} ms, where it took 8.3{= learner.latency[0]}.
//
// ## References
//
// - W. Rall (1967) *J. Neurophysiol.* 30:1138: the alpha function.
// - G. R. Holt, C. Koch (1997) *Neural Comput.* 9:1001: shunting does not divide firing rates.
// - A. Destexhe, Z. F. Mainen, T. J. Sejnowski (1994) *J. Comput. Neurosci.* 1:195: simple courses of synaptic conductances.
// - C. E. Jahr, C. F. Stevens (1990) *J. Neurosci.* 10:3178: magnesium in the NMDA receptor.
// - M. V. Tsodyks, H. Markram (1997) *Proc. Natl. Acad. Sci.* 94:719: synapses that tire.
// - G.-q. Bi, M.-m. Poo (1998) *J. Neurosci.* 18:10464: spike timing measured.
// - C. C. Bell, V. Z. Han, Y. Sugawara, K. Grant (1997) *Nature* 387:278: the order turned round, in an electric fish.
// - S. Song, K. D. Miller, L. F. Abbott (2000) *Nat. Neurosci.* 3:919: what the rule learns.
// - W. Gerstner, W. M. Kistler, R. Naud, L. Paninski (2014) *Neuronal Dynamics*, Cambridge University Press, chapters 3 and 19.
