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
// | hold the voltage, take currents apart, and find what a membrane is made of | 6.6 The voltage clamp, 6.7 A patch in the dark | 50 |
// | read the gates of a real channel from its currents | 6.8 A channel of the human heart | 25 |
//
// **Prerequisites:** reversal potentials and rest ([1. The neuron](01-the-neuron.ipynb)); equilibria and time constants
// ([3. Flows on a line](03-flows-on-a-line.ipynb)). About 165 min with exercises: stop after Section 6.5 and come back
// another day. The points in Section 6.4 were measured in 1952, the currents in Section 6.8 were published in 2018; everything else is simulated.

// %%
import { blindPatch, check, clampedMembrane, conductanceModel, equations, explore, heartChannel, hodgkinHuxley, nernst, plot, predict, setup, show, simulate, step, statements, student, variant, voltageClamp, voltageClamp1952, type Channel, type Model } from "nullcline";
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
// It settles at −51.7 mV, a compromise that leans to the stronger side. Open more sodium and it moves up; open more potassium and it moves down. Nothing needs to
// be pumped for that: **opening a channel is enough to move the voltage**. This is how a neuron works.

// %% [markdown]
// Larger conductances bring it there faster. The time constant is $\tau = C/(g_\mathrm{Na} + g_\mathrm{K} + g_\mathrm{L})$, here $1/0.77 = 1.3$ ms. The capacitance delays, and never
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
// weighted with the conductances. A squid axon at rest has $g_\mathrm{Na} = 0.0106$ and $g_\mathrm{K} = 0.367$ mS/cm²: that gives −65 mV.

// %% [markdown]
// Your curves run from $E_\mathrm{K}$ to $E_\mathrm{Na}$. An action potential is a walk along them and back: sodium channels open, the voltage goes up; potassium channels
// open, it comes down. All that is missing is *what opens them*.
//
// ## 6.2 Channels (8 min)
//
// A single channel is a protein with a hole. It is either open or shut, and jumps between the two at random. Open, it conducts some 20 pS. At 77 mV of driving force
// this makes 1.5 pA: ten million ions a second.
//
// A squid axon has at most 36 mS/cm² of potassium conductance. At 20 pS a channel, that is 18 channels on every square micrometre. A square centimetre
// has close to two thousand million of them, so the random jumps average out. What remains is a smooth number: the **fraction of channels that are open**. A model like
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
// $\alpha_n$ grows from 0.003 per ms at −70 mV to 1.3 at 0 mV, $\beta_n$ falls from 0.91 to 0.16. Below, on the left, is what they make of it: the fraction that is open if you wait. It
// is $n_\infty = \alpha_n/(\alpha_n + \beta_n)$: 0.003 at −70 mV, 0.89 at 0 mV. On the right is how long you have to wait, $\tau_n = 1/(\alpha_n + \beta_n)$, at most 1.7 ms. Note that $\tau_n$ is longest in the middle, where both
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
// So count the gates by looking at the delay. Here is one record of 1952: a squid axon, its voltage lifted by 88 mV and held there, and the conductance of its potassium channels. Others have
// read the points off the printed page (see `data/README.md`).

// %%
const record = voltageClamp1952().potassium[2];
show(plot.conductance([record], { name: "g<sub>K</sub>" }));

// %% [markdown]
// It hesitates. But does it look like two gates, or four, or eight? The eye is bad at telling S-curves apart, and good at telling whether a line is straight. So undo the
// power: if $g = g_\mathrm{end}\,x^k$, then $x = (g/g_\mathrm{end})^{1/k}$. The distance that $x$ still has to go, $1 - x$, must fall exponentially. On a logarithmic axis that is a **straight line**,
// for the right $k$ and for no other.
//
// **Exercise 6.3** (2 points). Write the gate $x$ behind a conductance `g` (mS/cm²) if the channel has `k` gates. The conductance ends at 18.6 mS/cm².

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
// a line: there is one exponential behind the S. You cannot tell four from five in this way, though. [7. Hodgkin-Huxley](07-hodgkin-huxley.ipynb) fits all eleven records and finds that a sixth power would do a
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
// It fires regularly, once every 13.8 ms. Without sodium the input only charges the membrane. Without potassium it goes up once and stays up, near +8 mV. And as you lower the
// input, it slows down before it stops: 31 ms between spikes at 2 µA/cm², 75 ms at 1.7. The squid axon cannot do that: it jumps from silence to more than 50 spikes a second. Same kind of equations, other
// numbers, another class of neuron ([13. Classes of excitability](13-classes-of-excitability.ipynb)).

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
// **Exercise 6.5** (3 points). Build the cortical neuron with all four channels. A gate can also be given by `steadyState` (a text) and `timeConstant` (in ms) instead of `alpha` and `beta`. Channels of one ion
// share a reversal potential, which is said once.

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
if (tiring) show(plot.trace(with4, { panels: ["V", "p", "IM"] }));

// %% [solution 6.5]
// A channel is a record: its ion, its conductance, its gates. The reversal potential of potassium is already known from the other potassium channel. With 0.2 mS/cm² and 100 ms the first interval is 17 ms, the last 49 ms.

// %% [markdown]
// The two begin alike. Then each spike opens a few more M channels. They take a tenth of a second to shut, and so the brakes add up. Look at $p$: a staircase that levels off, and with it
// the firing rate. One conductance of 0.2 mS/cm², a 250th of sodium's, changes the character of the neuron.
//
// Take your neuron for a drive. Make `gM` larger or smaller, and watch the intervals.

// %%
explore((tiring ?? cortical).with({ I: 3 }), { duration: 400 });

// %% [markdown]
// ## 6.6 The voltage clamp (25 min)
//
// How does one know such channels? In a neuron everything depends on everything: the voltage opens the channels, and the channels move the voltage. Kenneth Cole and George Marmont cut that loop in
// the 1940s. An amplifier compares the membrane potential with the one you want, and supplies whatever current it takes to hold it there. The voltage is now yours, and the current of the amplifier tells
// what the channels do.
//
// `voltageClamp` does this to any model. Here it is with the squid axon: the line for $dV/dt$ is gone, and `Iclamp` is what the amplifier supplies.

// %%
const axon = voltageClamp(hodgkinHuxley);
equations(axon, ["Iclamp", "INa", "IK", "n"]);

// %% [markdown]
// The axon is held at −65 mV, and after 2 ms at −9 mV.
//
// **Before you run the cell:** the axon would fire, if it could. What must the amplifier do in the first millisecond, push current in or draw it off? And later?

// %% [predict 6.5]
const seaWater = simulate(axon, { duration: 14, dt: 0.02, stimulus: step(56, 2) });
// ✎ your prediction: "push current in" or "draw current off"
predict("6.5", "", () => {
  show(plot.trace(seaWater, { panels: ["Iclamp", "input"] }));
});

// %% [explain 6.5]
// First the current is *inward*: the membrane wants to go up, and the amplifier has to draw off almost 1300 µA/cm² to stop it. Two milliseconds after the step it turns, and ends at 1460 µA/cm² outward. (A brief
// surge at the step itself, which charges the capacitor, is left out.)

// %% [markdown]
// One current that changes its mind, or two? In 1952 Hodgkin and Huxley swapped most of the sodium in the water for choline, which channels do not let through. Today one adds the poison of the
// puffer fish, which plugs them.
//
// **Before you move a slider:** which part of the clamp current will be gone with $g_\mathrm{Na} = 0$? And which with sodium put back and $g_\mathrm{K} = 0$? In the figure the *command* is the voltage of the step, and the *holding potential* the one before it.

// %% [predict 6.6]
// ✎ your prediction: without sodium, "the early, inward part", "the late, outward part" or "all of it"
predict("6.6", "", () => {
  clampedMembrane(hodgkinHuxley);
});

// %% [explain 6.6]
// Two currents. Without sodium only the late, outward one is left; without potassium only the early, inward one, which shuts itself off. What you see in sea water is their sum. Note that the potassium current begins slowly: this is the hesitation
// of Section 6.4. Put both back and move the command: the right panel gathers what the amplifier meets early and late, for every command.

// %% [markdown]
// **Exercise 6.6** (2 points). Clamp the axon in sea water to the membrane potential that is yours, for 8 ms, with the step at 2 ms. What is the most inward current, in µA/cm², that the amplifier meets?

// %%
const mine = variant("6.6");
console.log(`your membrane potential: ${mine.V} mV (the axon is held at −65 mV before)`);

// %% [exercise 6.6]
// BEGIN SOLUTION
const clamped = simulate(axon, { duration: 8, stimulus: step(mine.V + 65, 2) });
const mostInward = Math.min(...clamped.quantity("Iclamp"));
// STUB
// const mostInward = NaN; // uA/cm^2
// END SOLUTION

// %% [check 6.6]
check("6.6", mostInward);

// %%
const yourClamp = simulate(axon, { duration: 8, stimulus: step(mine.V + 65, 2) });
const line = { x: [0, 8], y: [mostInward, mostInward], style: "dashed" } as const;
const met = { x: yourClamp.time, y: yourClamp.quantity("Iclamp") };
const ofTime = { x: ["time", "ms"], y: ["I<sub>clamp</sub>", "uA/cm^2"] } as const;
show(plot.curves({ "clamp current": met, "yours": line }, ofTime));

// %% [solution 6.6]
// The stimulus of a clamped model is a change of the voltage, so its height is `mine.V + 65`. The dashed line should touch the bottom of the curve.

// %% [markdown]
// **Before you run the cell:** now step to many voltages and plot, for each, the peak of the sodium current alone and the end of the potassium current alone. Potassium's will grow and grow. And sodium's?

// %% [predict 6.7]
const commands = Float64Array.from({ length: 29 }, (_, i) => -70 + 5 * i);
const family = Array.from(commands, (V) => simulate(axon, { duration: 12, stimulus: step(V + 65, 2) }));
const largest = (I: Float64Array) => I.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
const peak = { x: commands, y: family.map((run) => largest(run.quantity("INa"))) };
const late = { x: commands, y: family.map((run) => run.quantity("IK")[run.time.length - 1]) };
const named = { "I<sub>Na</sub>, peak": peak, "I<sub>K</sub>, after 10 ms": late };
// ✎ your prediction: "it grows and grows", "it levels off" or "it grows, shrinks and turns round"
predict("6.7", "", () => {
  show(plot.curves(named, { x: ["V", "mV"], y: ["current", "uA/cm^2"] }));
});

// %% [explain 6.7]
// Sodium's current grows to −1462 µA/cm² at −5 mV, then *shrinks*, is zero at +50 mV and turns outward. Not because channels shut: more of them are open than ever. It is the driving force that runs out.
// **A current shows a channel through its battery.** To see the channel itself, divide by the driving force.

// %% [markdown]
// **Exercise 6.7** (2 points). Write the sodium conductance, in mS/cm², from two clamp currents at the same moment (µA/cm²): `total` in sea water, and `without` with sodium channels blocked. Both at
// membrane potential `V` (mV); $E_\mathrm{Na} = 50$ mV.

// %% [exercise 6.7]
const sodiumConductance = (total: number, without: number, V: number): number => {
  // BEGIN SOLUTION
  return (total - without) / (V - 50);
  // STUB
  // return NaN; // mS/cm^2
  // END SOLUTION
};

// %% [check 6.7]
check("6.7", sodiumConductance);

// %%
const sides = [hodgkinHuxley, hodgkinHuxley.with({ gNa: 0 })].map((model) => voltageClamp(model));
const stepTo = (V: number) => ({ duration: 8, dt: 0.05, stimulus: step(V + 65, 0) });
const runs = (V: number) => sides.map((side) => simulate(side, stepTo(V)));
const apart = (V: number) => {
  const [total, blocked] = runs(V).map((run) => run.quantity("Iclamp"));
  return { x: runs(V)[0].time, y: total.map((I, i) => sodiumConductance(I, blocked[i], V)) };
};
const yours = Object.fromEntries([-40, -20, 0, 20, 80].map((V) => [`${V} mV`, apart(V)]));
show(plot.curves(yours, { x: ["time after the step", "ms"], y: ["g<sub>Na</sub>", "mS/cm^2"] }));

// %% [solution 6.7]
// With sodium channels blocked, potassium and leak remain; the difference is sodium's current. Divided by its driving force it is a conductance, and positive at +80 mV too, where the current is outward.

// %% [markdown]
// Now all curves have one shape: up, and down again while the voltage is still held. The stronger the step, the higher and the earlier the peak, up to 49 mS/cm² at +80 mV. No trace is left of the reversal. Curves like these,
// measured, are where [7. Hodgkin-Huxley](07-hodgkin-huxley.ipynb) begins.
//
// ## 6.7 A patch in the dark (25 min)
//
// **Exercise 6.8** (4 points). *Investigate.* There is a patch of membrane in the rig. You know that it has a leak and potassium channels; poison has blocked the rest. You do not know their numbers. Each student has another patch.
//
// `rig.clamp(V)` steps from −80 mV to `V` (mV), holds it for 30 ms and records. The result has `time` (ms), `current` (µA/cm²) and, as `steady`, the mean current of the last 10 ms. The amplifier is noisy, as amplifiers are: each sample is off by some
// 0.15 µA/cm², and no two records are alike. The potassium channels are all shut at −80 mV and below, and all open above +20 mV. Find $g_\mathrm{L}$ and $E_\mathrm{L}$, then $g_\mathrm{K}$ and $E_\mathrm{K}$.

// %%
const own = variant("6.8");
const rig = blindPatch(own.patch);
const seen = (V: number) => ({ x: rig.clamp(V).time, y: rig.clamp(V).current });
const look = Object.fromEntries([-110, -80, -30, 20, 60].map((V) => [`${V} mV`, seen(V)]));
show(plot.curves(look, { x: ["time after the step", "ms"], y: ["clamp current", "uA/cm^2"] }));

// %% [exercise 6.8]
// BEGIN SOLUTION
const [low, high] = [-120, -80].map((V) => rig.clamp(V).steady);
const gL = (high - low) / 40, EL = -120 - low / gL;
const [a, b] = [40, 60].map((V) => rig.clamp(V).steady - gL * (V - EL)); // potassium alone
const gK = (b - a) / 20, EK = 40 - a / gK;
const found = { gL: gL, EL: EL, gK: gK, EK: EK };
// STUB
// const found = { gL: NaN, EL: NaN, gK: NaN, EK: NaN }; // mS/cm^2 and mV
// END SOLUTION

// %% [check 6.8]
check("6.8", found);

// %%
const range = Float64Array.from({ length: 37 }, (_, i) => -120 + 5 * i);
const ofTheRig = { x: range, y: range.map((V) => rig.clamp(V).steady), style: "points" } as const;
const shut = { x: range, y: range.map((V) => found.gL * (V - found.EL)) };
const open = { x: range, y: range.map((V) => found.gL * (V - found.EL) + found.gK * (V - found.EK)) };
const threeCurves = { "from the rig": ofTheRig, "your leak": shut, "your leak and potassium": open };
show(plot.curves(threeCurves, { x: ["V", "mV"], y: ["steady current", "uA/cm^2"] }));

// %% [solution 6.8]
// Where all gates are shut, the current is the leak's straight line, best drawn through two points far apart: then the noise tilts it least. Its slope is $g_\mathrm{L}$ and its zero $E_\mathrm{L}$. Where all are open, subtract the leak, and do the same once more. The points should lie on the one line
// at the left and on the other at the right, and cross over in between.

// %% [markdown]
// Between the two lines the points climb from one to the other. How far they have come, as a fraction of the way, is the fraction of open channels, $n_\infty^4$. So the steady curve holds everything but the time constants, and those are in the
// records.
//
// ## 6.8 A channel of the human heart (25 min)
//
// Now a real one. Your heart beats because a wave of depolarisation ends in time, and a potassium channel that is called hERG helps to end it. Some people are born with too few of them; some drugs plug them. Then the
// wave lasts too long, and the heart may stumble. So every new drug is tried on this channel, in a dish, under voltage clamp.
//
// Kylie Beattie and her colleagues put the human channel into cells that have hardly any other. The membrane was held at −80 mV, stepped to a command for five seconds, then to −40 mV for one second, and at last to −120 mV. (`data/recordings/README.md` tells where the
// data come from.) Which battery drives the current? There are 130 mM of potassium inside and 4 mM outside:

// %%
const heart = heartChannel();
const EKofHeart = nernst("K", { inside: 130, outside: 4 }, 21.3);
console.log(`E_K = ${EKofHeart.toFixed(1)} mV; commands: ${heart.commands.join(", ")} mV`);

// %% [markdown]
// At 0 mV the driving force is 88 mV, at +60 mV it is 148 mV. And depolarisation opens the channel.
//
// **Before you run the cell:** how large will the current be at the end of the command to +60 mV, compared with that at the end of the command to 0 mV?

// %% [predict 6.8]
const shownPart = (from: number, to: number, k: number) => {
  const kept = Array.from(heart.time.keys()).filter((i) => heart.time[i] > from && heart.time[i] < to);
  return { x: kept.map((i) => heart.time[i]), y: kept.map((i) => heart.current[k][i]) };
};
const commandsFrom = (from: number, to: number, ks: number[]) =>
  Object.fromEntries(ks.map((k) => [`${heart.commands[k]} mV`, shownPart(from, to, k)]));
const nA = { x: ["time after the step", "ms"], y: ["current", "nA"] } as const;
// ✎ your prediction: "much larger", "about the same" or "much smaller"
predict("6.8", "", () => {
  show(plot.curves(commandsFrom(-30, 4990, [2, 3, 4, 5, 6]), nA));
});

// %% [explain 6.8]
// Much smaller: 0.037 nA at +60 mV, 0.196 nA at 0 mV. The battery is stronger, and five times less current flows. Divided by the driving force it looks odder still: 2.2 nS at 0 mV, 0.25 nS at +60 mV. Does depolarisation *shut* this channel?

// %% [markdown]
// Watch what comes next. From the command the membrane is put to −40 mV: the driving force falls to a third, and at −40 mV itself hardly any of these channels ever open.
//
// **Before you run the cell:** what will the current do in the first tenth of a second at −40 mV, after the command to +60 mV?

// %% [predict 6.9]
// ✎ your prediction: "it stops at once", "it falls, slowly" or "it grows first"
predict("6.9", "", () => {
  show(plot.curves(commandsFrom(4900, 6000, [2, 3, 4, 5, 6]), nA));
});

// %% [explain 6.9]
// It grows to 1.35 nA, more than thirty times what flowed at +60 mV, and only then fades. So the channels were not shut at all. They were open *and* plugged: this channel inactivates, as sodium's does, but its inactivation is quicker than its activation.
// Back at −40 mV the plug comes out within some tens of ms. The gate that opened needs seconds to shut. In between, the channel conducts. That is its use: it holds back while the heart is depolarised, and pulls when the way down begins.

// %% [markdown]
// So the current of the command says little about how many channels have opened. The **tail** does: at its peak the plugs are out, and all seven records are at one and the same driving force. Its height counts the open channels.
//
// **Exercise 6.9** (3 points). Measure it. For each command take the peak of the tail, the largest current between 5000 and 6000 ms, as a part of the largest of the seven. At which command does it reach the part of `variant("6.9")`? Between two commands go along a straight
// line. Give mV.

// %%
const part = variant("6.9");
console.log(`your part: ${part.percent} % of the largest tail`);

// %% [exercise 6.9]
// BEGIN SOLUTION
const tails = heart.current.map((record) => Math.max(...record.filter((_, i) => heart.time[i] > 5000 && heart.time[i] < 6000)));
const parts = tails.map((peakOfTail) => peakOfTail / Math.max(...tails));
const next = parts.findIndex((reached) => reached >= part.percent / 100);
const alongLine = (part.percent / 100 - parts[next - 1]) / (parts[next] - parts[next - 1]);
const opensAt = heart.commands[next - 1] + 20 * alongLine;
// STUB
// const opensAt = NaN; // mV
// END SOLUTION

// %% [check 6.9]
check("6.9", opensAt);

// %%
const largestOf = (k: number) => Math.max(...shownPart(5000, 6000, k).y);
const relative = heart.commands.map((_, k) => (100 * largestOf(k)) / largestOf(6));
const measured = { x: heart.commands, y: relative, style: "points and line" } as const;
const yourPlace = { x: [opensAt], y: [part.percent], style: "place" } as const;
show(plot.curves({ "peak of the tail": measured, "yours": yourPlace }, { x: ["command", "mV"], y: ["open", "%"] }));

// %% [solution 6.9]
// Your point should lie on the line. Half of the channels are open at 0.1 mV: the tail after 0 mV is 0.672 nA, the largest 1.348 nA. A fitted S-curve of the form $1/(1 + e^{-(V - V_{1/2})/k})$ gives $V_{1/2} = 0$ mV within 1 mV.

// %% [markdown]
// **Exercise 6.10** (1 point). *In your own words.* Explain to somebody who knows only Section 6.3 why the stronger command gives the smaller current, and yet the larger tail. Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 6.10]
// BEGIN SOLUTION
const explained = "At +60 mV all channels activate, but nearly all of them are inactivated at once, so little current flows. Back at −40 mV they recover from inactivation within tens of ms, while the activation gate needs seconds to shut. In between many channels conduct, and the tail is large.";
// STUB
// const explained = ""; // your text between the quotation marks
// END SOLUTION

// %% [check 6.10]
check("6.10", explained);

// %% [solution 6.10]
// Two gates of unlike speed: inactivation is quick, activation is slow. During the command the quick one shuts what the slow one has opened; on the way back it opens first.

// %% [markdown]
// ## What this model cannot do
//
// - It is a *patch*: one voltage everywhere. A neuron with dendrites has many ([15. Dendrites and cables](15-dendrites-and-cables.ipynb)).
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
// - A voltage clamp cuts the loop: the current is then that of gates at a known voltage. Block one channel and subtract; divide by $V - E$; that is a conductance.
// - In the heart's hERG channel inactivation is quicker than activation: 0.037 nA at +60 mV, 1.35 nA in the tail. Half of the channels open at about 0 mV.
// - A current vanishes at its reversal potential while its channels are open: in the squid, sodium's at +50 mV.
//
// ## References
//
// - A. L. Hodgkin, A. F. Huxley (1952) *J. Physiol.* 117:500: the paper behind all of this; its first half is Sections 6.3, 6.4 and 6.6.
// - B. Hille (2001) *Ion Channels of Excitable Membranes*, 3rd edition, Sinauer: channels one by one, how they were found, and what single ones do.
// - R. D. Traub, R. Miles (1991) *Neuronal Networks of the Hippocampus*, Cambridge University Press: the rates of our sodium and potassium channels.
// - M. Pospischil and others (2008) *Biol. Cybern.* 99:427: a small set of such models for cells of the cortex, with the M current.
// - K. A. Beattie and others (2018) *J. Physiol.* 596:1813: the currents of Section 6.8, and how eight seconds of a sine wave can tell as much.
// - M. C. Sanguinetti, M. Tristani-Firouzi (2006) *Nature* 440:463: hERG, and what happens to a heart without it.
// - D. A. Brown, P. R. Adams (1980) *Nature* 283:673: the M current found.
// - D. Johnston, S. M.-S. Wu (1995) *Foundations of Cellular Neurophysiology*, MIT Press: the voltage clamp and its pitfalls, for those who build a rig.
