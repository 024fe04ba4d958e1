// %% [markdown]
// # 6. Conductance-based models
//
// **One idea:** write down where every charge goes and how every channel opens, and you have a neuron.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | write the current balance of a membrane and say where it settles | 6.1 Charge is never lost | 15 |
// | turn opening and shutting rates into a gate that moves in time | 6.2 Channels, 6.3 Gates | 25 |
// | say why a gate is raised to the fourth power, from measured points | 6.4 Why a fourth power? | 20 |
// | build a neuron from channels, and change how it fires by adding one | 6.5 Build your own | 30 |
//
// **Prerequisites:** reversal potentials and rest ([1. The neuron](01-the-neuron.ipynb)); equilibria and time constants
// ([3. Flows on a line](03-flows-on-a-line.ipynb)). About 90 min with exercises. The points in Section 6.4 were measured in 1952;
// everything else is simulated.

// %%
import { check, conductanceModel, equations, explore, plot, predict, setup, show, simulate, step, statements, student, variant, voltageClamp, voltageClamp1952, type Channel, type Model } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 6.1 Charge is never lost (15 min)
//
// Take a square centimetre of membrane. Its film of fat keeps charge apart, as a capacitor does: 1 µF for each square centimetre. Lift the voltage by 1 mV
// and you have moved 1 nC. Here and there a channel pierces the film, and ions leak through.
//
// Now do the accounts, as Gustav Kirchhoff did for wires in 1845. A charge that comes in either goes out again or stays. What your electrode brings is $I$. What goes
// out through sodium channels is $I_\mathrm{Na}$, and so on. What stays charges the capacitor, $C\,dV/dt$.
//
// A channel lets more through the further the voltage is from the ion's own **reversal potential** $E$. There, drift and diffusion balance. The distance $V - E$ is the
// **driving force**, and the current per driving force is the **conductance** $g$. Outward current counts positive.

// %%
const batteries = conductanceModel({ name: "three batteries", capacitance: 1, initial: -65, channels: [
  { ion: "Na", conductance: 0.1, reversal: 50 },
  { ion: "K", conductance: 0.37, reversal: -77 },
  { ion: "leak", conductance: 0.3, reversal: -54.4 }] });
equations(batteries);

// %% [markdown]
// The same as a picture:

// %%
const paths = [{ name: "Na", reversal: 50 }, { name: "K", reversal: -77 }, { name: "L", reversal: -54.4 }];
show(plot.circuit(paths));

// %% [markdown]
// Three batteries pull at one voltage: towards +50, −77 and −54.4 mV. None of them wins outright.
//
// **Before you run the cell:** the conductances are 0.1, 0.37 and 0.3 mS/cm². Where does the voltage settle? Somewhere between −77 and +50 mV, or where the strongest pulls?
// Then move the conductances. What becomes of the end, and of the time it takes to get there?

// %% [predict 6.1]
// ✎ your prediction: "at -77 mV", "somewhere in between" or "at +50 mV"
predict("6.1", "", () => {
  explore(batteries, { initial: batteries.states, duration: 20, stimulus: step(0, 0), sliders: ["gNa", "gK", "gL", "C"] });
});

// %% [explain 6.1]
// It settles at −51.7{= settles(0.1, 0.37)} mV, a compromise that leans to the stronger side. Open more sodium and it moves up; open more potassium and it moves down. Nothing needs to
// be pumped for that: **opening a channel is enough to move the voltage**. This is how a neuron works.

// %% [markdown]
// Larger conductances bring it there faster. The time constant is $\tau = C/(g_\mathrm{Na} + g_\mathrm{K} + g_\mathrm{L})$, here $1/0.77 = 1.3{= 1 / 0.77}$ ms. The capacitance delays, and never
// changes the end.
//
// **Exercise 6.1** (2 points). Write the membrane potential, in mV, at which this membrane settles without input, for any `gNa` and `gK` in mS/cm². The leak is 0.3 mS/cm²,
// and the batteries are as above.

// %% [exercise 6.1]
const settles = (gNa: number, gK: number): number => {
  // BEGIN SOLUTION
  return (gNa * 50 + gK * -77 + 0.3 * -54.4) / (gNa + gK + 0.3);
  // STUB
  // return NaN; // mV
  // END SOLUTION
};

// %% [check 6.1]
check("6.1", settles);

// %%
const sodiums = Float64Array.from({ length: 81 }, (_, i) => 10 ** (-3 + i / 16));
const few = { x: sodiums, y: sodiums.map((gNa) => settles(gNa, 0.37)) };
const many = { x: sodiums, y: sodiums.map((gNa) => settles(gNa, 11)) };
const ofSodium = { x: ["g<sub>Na</sub>", "mS/cm^2"], y: ["V settles at", "mV"], log: "x" } as const;
const both = { "g<sub>K</sub> = 0.37 mS/cm²": few, "g<sub>K</sub> = 11 mS/cm²": many };
show(plot.curves(both, ofSodium)); // yours

// %% [solution 6.1]
// At the end the three currents cancel, $g_\mathrm{Na}(V-E_\mathrm{Na}) + g_\mathrm{K}(V-E_\mathrm{K}) + g_\mathrm{L}(V-E_\mathrm{L}) = 0$. Solved for $V$ this is the mean of the batteries,
// weighted with the conductances. A squid axon at rest has $g_\mathrm{Na} = 0.0106$ and $g_\mathrm{K} = 0.367$ mS/cm²: that gives −65{= settles(0.0106, 0.367)} mV.

// %% [markdown]
// Your curves run from $E_\mathrm{K}$ to $E_\mathrm{Na}$. An action potential is a walk along them and back: sodium channels open, the voltage goes up; potassium channels
// open, it comes down. All that is missing is *what opens them*.
//
// ## 6.2 Channels (8 min)
//
// A single channel is a protein with a hole. It is either open or shut, and jumps between the two at random. Open, it conducts some 20{@ B. Hille (2001) Ion Channels of Excitable Membranes} pS. At 77 mV of driving force
// this makes 1.5{= 0.02 * 77} pA: ten{= 0.02 * 77e-12 / 1.602e-19 / 1e6} million ions a second.
//
// A squid axon has at most 36 mS/cm² of potassium conductance. At 20 pS a channel, that is 18{= 36e-3 / 20e-12 / 1e8} channels on every square micrometre. A square centimetre
// has close to two billion of them, so the random jumps average out. What remains is a smooth number: the **fraction of channels that are open**. A model like
// this one says
//
// > conductance = largest possible conductance × fraction open.
//
// Patches with few channels do not average well. [The last section](#What-this-model-cannot-do) comes back to that.
//
// ## 6.3 Gates (17 min)
//
// Give the channel a **gate**. When shut, it opens at the rate $\alpha$; when open, it shuts at the rate $\beta$. Both are probabilities per millisecond, and both depend on
// the voltage. Let $n$ be the fraction of gates that are open. Then $1 - n$ are shut, and the balance of gates reads like the balance of charges: what opens, minus
// what shuts.
//
// Here is a potassium channel of the cortex. Its two formulas were fitted to measured currents; read them as numbers in mV and 1/ms. It has four such gates, and conducts
// when all four are open. Section 6.4 asks whether four is right.

// %%
const leak: Channel = { ion: "leak", conductance: 0.1, reversal: -70 };
const potassium: Channel = { ion: "K", conductance: 5, reversal: -90, gates: [
  { name: "n", power: 4,
    alpha: "0.032*(V + 41)/(1 - exp(-(V + 41)/5))", beta: "0.5*exp(-(V + 46)/40)" }] };
const membrane = { capacitance: 1, initial: -70 };
const patch = conductanceModel({ ...membrane, name: "leak and potassium", channels: [leak, potassium] });
equations(patch);

// %% [markdown]
// **Before you run the cell:** depolarisation should open potassium channels. Which of the two rates must then grow with the voltage, and which must fall?

// %% [predict 6.2]
// ✎ your prediction: "alpha grows, beta falls", "alpha falls, beta grows" or "both grow"
predict("6.2", "", () => {
  show(plot.quantities(patch, ["alphaN", "betaN"], { window: [-90, 40] }));
  show(plot.gating(patch, { window: [-90, 40] }));
});

// %% [explain 6.2]
// $\alpha_n$ grows from 0.003{= patch.quantity("alphaN", [-70, 0])} per ms at −70 mV to 1.3{= patch.quantity("alphaN", [0, 0])} at 0 mV, $\beta_n$ falls from 0.91{= patch.quantity("betaN", [-70, 0])} to 0.16{= patch.quantity("betaN", [0, 0])}. Below, on the left, is what they make of it: the fraction that is open if you wait. It
// is $n_\infty = \alpha_n/(\alpha_n + \beta_n)$: 0.003{= openAt(patch, -70)} at −70 mV, 0.89{= openAt(patch, 0)} at 0 mV. On the right is how long you have to wait, $\tau_n = 1/(\alpha_n + \beta_n)$, at most 1.7{= slowestGate(patch)} ms. Note that $\tau_n$ is longest in the middle, where both
// rates are small.

// %% [markdown]
// While the voltage stays put, the rates do too. Then the balance of gates is the leaky membrane of [3. Flows on a line](03-flows-on-a-line.ipynb) again: one equilibrium, and an
// exponential way to it.
//
// **Exercise 6.2** (2 points). A gate starts at `x0`. From time 0 on its rates are `alpha` and `beta` (1/ms). Write the fraction open after `t` ms.

// %% [exercise 6.2]
const gateAfter = (t: number, x0: number, alpha: number, beta: number): number => {
  // BEGIN SOLUTION
  const end = alpha / (alpha + beta);
  return end + (x0 - end) * Math.exp(-(alpha + beta) * t);
  // STUB
  // return NaN; // between 0 and 1
  // END SOLUTION
};

// %% [check 6.2]
check("6.2", gateAfter);

// %%
const toZero = { duration: 5, dt: 0.2, stimulus: step(70, 0) }; // from −70 to 0 mV
const held = simulate(voltageClamp(patch), toZero);
const [opens, shuts] = ["alphaN", "betaN"].map((rate) => patch.quantity(rate, [0, 0]));
const simulated = { x: held.time, y: held.states.n, style: "points" } as const;
const yourGate = { x: held.time, y: held.time.map((t) => gateAfter(t, 0.0031, opens, shuts)) };
const afterStep = { x: ["time at 0 mV", "ms"], y: ["n", "1"] } as const;
show(plot.curves({ "simulated": simulated, "yours": yourGate }, afterStep));

// %% [solution 6.2]
// The end is where as many gates open as shut, $\alpha(1-x) = \beta x$. The distance from it shrinks by $e^{-(\alpha+\beta)t}$. Your line should run through the points.

// %% [markdown]
// ## 6.4 Why a fourth power? (20 min)
//
// One gate that opens makes a curve that is steepest at the start. Suppose the channel has $k$ gates, and conducts only when all are open. If they do not care about
// each other, the fraction of conducting channels is $x\cdot x\cdots x = x^k$.
//
// **Before you run the cell:** the gates start shut. How does the curve change at its very beginning when there are two, four or eight of them?

// %% [predict 6.3]
const times = Float64Array.from({ length: 101 }, (_, i) => i / 20);
const allOpen = (k: number) => ({ x: times, y: times.map((t) => (1 - Math.exp(-t)) ** k) });
const gates = { "1 gate": allOpen(1), "2 gates": allOpen(2), "4 gates": allOpen(4), "8 gates": allOpen(8) };
// ✎ your prediction: "it is steeper", "it hesitates" or "it stays the same"
predict("6.3", "", () => {
  show(plot.curves(gates, { x: ["time", "time constants"], y: ["fraction conducting", "1"] }));
});

// %% [explain 6.3]
// With more than one gate the curve **hesitates**. Early on, a channel with four gates has perhaps one of them open, and one is no use. The more gates, the longer
// the delay.

// %% [markdown]
// So count the gates by looking at the delay. Here is one record of 1952: a squid axon, its voltage lifted by 88{= record.depolarisation} mV and held there, and the conductance of its potassium channels. Others have
// read the points off the printed page (see `data/README.md`).

// %%
const record = voltageClamp1952().potassium[2];
show(plot.conductance([record], { name: "g<sub>K</sub>" }));

// %% [markdown]
// It hesitates. But does it look like two gates, or four, or eight? The eye is bad at telling S-curves apart, and good at telling whether a line is straight. So undo the
// power: if $g = g_\mathrm{end}\,x^k$, then $x = (g/g_\mathrm{end})^{1/k}$. The distance that $x$ still has to go, $1 - x$, must fall exponentially. On a logarithmic axis that is a **straight line**,
// for the right $k$ and for no other.
//
// **Exercise 6.3** (2 points). Write the gate $x$ behind a conductance `g` (mS/cm²) if the channel has `k` gates. The conductance ends at 18.6{= fitGate(record, { power: 4, from: 0.24 }).plateau} mS/cm².

// %% [exercise 6.3]
const gateBehind = (g: number, k: number): number => {
  // BEGIN SOLUTION
  return (g / 18.6) ** (1 / k);
  // STUB
  // return NaN;
  // END SOLUTION
};

// %% [check 6.3]
check("6.3", gateBehind);

// %%
const early = record.time.filter((t) => t < 5);
const rest = (k: number) => early.map((_, i) => 1 - gateBehind(record.conductance[i], k));
const toGo = (k: number) => ({ x: early, y: rest(k), style: "points and line" } as const);
const shown = { "k = 1": toGo(1), "k = 2": toGo(2), "k = 4": toGo(4), "k = 8": toGo(8) };
show(plot.curves(shown, { x: ["time after the step", "ms"], y: ["1 − x", "1"], log: "y" })); // yours

// %% [solution 6.3]
// Divide first, then take the root: $x = (g/g_\mathrm{end})^{1/k}$. For $k = 4$ the points lie on a line that falls by a factor $e$ in a little over 1 ms. It does not start at 1, as
// the axon had 0.24 mS/cm² open before the step.

// %% [markdown]
// Lay a ruler on the four curves. For $k = 1$ the line bends down at the start, for $k = 2$ a little, for $k = 8$ it begins to bend the other way. For $k = 4$ the first eight points lie on
// a line: there is one exponential behind the S. You cannot tell four from five in this way, though. [7. The voltage clamp](07-the-voltage-clamp.ipynb) fits all eleven records and finds that a sixth power would do a
// little better still. Four was chosen because it was good enough to calculate with. That channels of this family are made of four like parts was learned decades later.
//
// **Exercise 6.4** (2 points). *Find the mistakes.* A text prints the general neuron as
//
// $$C_m\frac{dV}{dt} = \sum_i g_i\,(V_i - V) + I_\mathrm{external}, \qquad g_i = g_i .$$
//
// Two things are wrong with it. Here are six sentences about how such an equation should be, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters, such as `["a", "d"]`.

// %%
const aboutTheNeuron = statements("6.4");

// %% [exercise 6.4]
// BEGIN SOLUTION
const mistakes: string[] = Object.keys(aboutTheNeuron).filter((letter) =>
  /V_i - V|a whole model|sum should have|input should have|twice as fast|3\*m \+ h/.test(aboutTheNeuron[letter]));
// STUB
// const mistakes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 6.4]
check("6.4", mistakes);

// %% [solution 6.4]
// One compartment has one membrane potential, so $V_i$ can only be a battery: $E_i$. And $g_i = g_i$ says nothing; it should be $g_i = \bar g_i\,m_i^{a} h_i^{b}$, with gates that obey
// their balances. The signs are right: $E_i - V$ is the driving force turned round, and inward current charges the membrane.

// %% [markdown]
// ## 6.5 Build your own (30 min)
//
// You have a leak and a potassium channel. A neuron needs something that drives it up: sodium channels, with three gates $m$ that open fast. And a fourth, $h$, that shuts when the membrane is
// depolarised, but later. It is called **inactivation**; $h$ is the fraction *not* inactivated.

// %%
const sodium: Channel = { ion: "Na", conductance: 50, reversal: 50, gates: [
  { name: "m", power: 3,
    alpha: "0.32*(V + 43)/(1 - exp(-(V + 43)/4))", beta: "0.28*(V + 16)/(exp((V + 16)/5) - 1)" },
  { name: "h", power: 1, alpha: "0.128*exp(-(V + 39)/18)", beta: "4/(1 + exp(-(V + 16)/5))" }] };
const three = [leak, sodium, potassium];
const cortical = conductanceModel({ ...membrane, name: "cortical neuron", channels: three });

// %% [markdown]
// That is a neuron. The rates are those of Roger Traub and Richard Miles for cells of the hippocampus, as Martin Pospischil and his colleagues use them for cells of the cortex; the
// conductances are round numbers of the size that these authors found.
//
// **Before you run the cell:** what will 3 µA/cm², switched on from 30 to 240 ms, do to it? Then take the channels away one by one, and say each time what you expect.
//
// 1. Set $g_\mathrm{Na} = 0$.
// 2. Put sodium back and set $g_\mathrm{K} = 0$.
// 3. Put potassium back. Lower $I$ until it falls silent. Does it slow down first, or does it stop at once?

// %% [predict 6.4]
// ✎ your prediction: "nothing", "one spike" or "a regular train"
predict("6.4", "", () => {
  explore(cortical.with({ I: 3 }), { duration: 300, sliders: ["I", "gNa", "gK", "gL"] });
});

// %% [explain 6.4]
// It fires regularly, once every 13.8{= lastInterval(cortical.with({ I: 3 }), step(0, 0), 300)} ms. Without sodium the input only charges the membrane. Without potassium it goes up once and stays up, near +8{= simulate(cortical.with({ I: 3, gK: 0 }), { duration: 300 }).states.V.at(-1)} mV. And as you lower the
// input, it slows down before it stops: 31{= lastInterval(cortical.with({ I: 2 }), step(0, 0), 900)} ms between spikes at 2 µA/cm², 75{= lastInterval(cortical.with({ I: 1.7 }), step(0, 0), 900)} ms at 1.7. The squid axon cannot do that: it jumps from silence to more than 50{< fiCurve(hodgkinHuxley, [6.5], { duration: 600, initial: "previous" }).rate[0]} spikes a second. Same kind of equations, other
// numbers, another class of neuron ([15. Classes of excitability](15-classes-of-excitability.ipynb)).

// %% [markdown]
// What does this neuron not do? Real cortical neurons **tire**: under a constant input the intervals grow longer. There is a potassium channel for that, called M, as muscarine
// shuts it.
//
// | | |
// |---|---|
// | ion, name | potassium, `"M"` |
// | conductance | 0.2 mS/cm² or so: yours is `gM` of `variant("6.5")` |
// | gate | one, `"p"`, power 1 |
// | steady state | `1/(1 + exp(-(V + 35)/10))` |
// | time constant | 100 ms or so, at any voltage: yours is `tau` |
//
// **Exercise 6.5** (3 points). *Build.* Build the cortical neuron with all four channels. A gate can also be given by `steadyState` (a text) and `timeConstant` (in ms) instead of `alpha` and `beta`. Channels of one ion
// share a reversal potential, which is said once. (Write `: Channel` behind the name of your record, as above, and look at `cortical` for how a neuron is put together.)

// %%
const brake = variant("6.5");
console.log(`your channel: gM = ${brake.gM} mS/cm^2, time constant ${brake.tau} ms`);

// %% [exercise 6.5]
// BEGIN SOLUTION
const slow: Channel = { ion: "K", name: "M", conductance: brake.gM, gates: [
  { name: "p", power: 1, steadyState: "1/(1 + exp(-(V + 35)/10))", timeConstant: brake.tau }] };
const four = [leak, sodium, potassium, slow];
const tiring: Model = conductanceModel({ capacitance: 1, initial: -70, name: "tiring neuron", channels: four });
// STUB
// const tiring = undefined as unknown as Model; // conductanceModel({ …, name: "tiring neuron", … })
// END SOLUTION

// %% [check 6.5]
check("6.5", tiring);

// %%
const switchedOn = { duration: 400, stimulus: step(3, 20) };
const [without4, with4] = [cortical, tiring ?? cortical].map((model) => simulate(model, switchedOn));
show(plot.trace({ "three channels": without4, "yours": with4 }, { panels: ["V"] }));
const names = tiring ? [...tiring.stateNames, ...tiring.quantities] : [];
const ofTheBrake = ["p", "IM"].filter((name) => names.includes(name));
if (tiring) show(plot.trace(with4, { panels: ["V", ...ofTheBrake] }));

// %% [solution 6.5]
// A channel is a record: its ion, its conductance, its gates. The reversal potential of potassium is already known from the other potassium channel. With 0.2 mS/cm² and 100 ms the first interval is 17{= firstTired(three, 0.2, 100)} ms, the last 49{= lastTired(three, 0.2, 100)} ms.

// %% [markdown]
// The two begin alike. Then each spike opens a few more M channels. They take a tenth of a second to shut, and so the brakes add up. Look at $p$: a staircase that levels off, and with it
// the firing rate. One conductance of 0.2 mS/cm², a 250{= sodium.conductance / 0.2}th of sodium's, changes the character of the neuron.
//
// Take your neuron for a drive. Make `gM` larger or smaller, and watch the intervals.

// %%
explore((tiring ?? cortical).with({ I: 3 }), { duration: 400 });

// %% [markdown]
// **Exercise 6.6** (1 point). *In your own words.* Why does your neuron tire, and why does it not fall silent altogether? Say what a spike does to $p$, and what becomes of $p$ between two spikes. Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 6.6]
// BEGIN SOLUTION
const whyItTires = "Each spike opens a few more M channels, and they need a tenth of a second to shut. So they add up, and their outward current makes the next interval longer. In a longer interval more of them shut; when as many shut between two spikes as one spike opens, the rate stays.";
// STUB
// const whyItTires = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 6.6]
check("6.6", whyItTires);

// %% [solution 6.6]
// $p$ climbs at each spike and falls between spikes. The higher it is and the longer the interval, the more it falls; where the fall is as large as the step, the staircase is level.

// %% [markdown]
// *Investigate.* To go on with, without points: change the M channel of your neuron, its conductance by the slider, its time constant in your cell. Note how fast the neuron fires at first, how fast in the end, and after how many spikes it no longer changes. Which of the three depends on the conductance, and which on the time constant? Is there a setting at which it falls silent for good?
//
// Where do the formulas of such channels come from? Nobody sees a gate. One holds the voltage still and listens to the current: that is
// [7. The voltage clamp](07-the-voltage-clamp.ipynb).
//
// ## What this model cannot do
//
// - It is a *patch*: one voltage everywhere. A neuron with dendrites has many ([17. Dendrites and cables](17-dendrites-and-cables.ipynb)).
// - It counts fractions, not channels. Where there are a few hundred of them, their random jumps show, as noise.
// - Its gates ignore each other. In real sodium channels inactivation depends on activation, and models with more states than gates describe them better.
// - Its batteries never run down. Long firing moves ions, and where space is small the concentrations follow.
// - Its formulas are fits. They hold where they were measured, at one temperature, in one kind of cell.
//
// ## Summary
//
// - Kirchhoff: $C\,dV/dt = I - \sum g_i (V - E_i)$. What comes in and does not go out charges the membrane (µA/cm², mV, ms, mS/cm², µF/cm²).
// - With constant conductances $V$ settles at the mean of the $E_i$, weighted with $g_i$, with time constant $C/\sum g_i$.
// - A gate obeys $dx/dt = \alpha(1-x) - \beta x$: it ends at $\alpha/(\alpha+\beta)$ and gets there with time constant $1/(\alpha+\beta)$.
// - Gates that must all be open are multiplied. A power makes the conductance hesitate; undo it, and one exponential is left. Powers 4 and 5 cannot be told apart by eye.
// - A neuron is a list of channels. Leak, sodium and potassium fire; one slow potassium channel more (0.2 mS/cm², 100 ms) makes the firing tire.
//
// ## References
//
// - A. L. Hodgkin, A. F. Huxley (1952) *J. Physiol.* 117:500: the paper behind all of this; Sections 6.3 and 6.4 follow it.
// - B. Hille (2001) *Ion Channels of Excitable Membranes*, 3rd edition, Sinauer: channels one by one, how they were found, and what single ones do.
// - R. D. Traub, R. Miles (1991) *Neuronal Networks of the Hippocampus*, Cambridge University Press: the rates of our sodium and potassium channels.
// - M. Pospischil and others (2008) *Biol. Cybern.* 99:427: a small set of such models for cells of the cortex, with the M current.
// - D. A. Brown, P. R. Adams (1980) *Nature* 283:673: the M current found.
